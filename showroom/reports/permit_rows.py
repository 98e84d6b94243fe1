"""Who decides each requirement of the register, and why is it a person where no rule does?"""

from collections.abc import Iterable

from showroom.domain.permit import NoRule, Permit, Requirement
from showroom.domain.text import Text

_KIND = {
    "spatial": Text.of("空间", "spatial"),
    "site": Text.of("选址", "site"),
    "equipment": Text.of("设备", "equipment"),
    "document": Text.of("材料", "document"),
    "procedure": Text.of("程序", "procedure"),
}
BECAUSE: dict[NoRule, Text] = {
    "on-site": Text.of("图纸和申报都看不出，只能到现场看", "neither drawing nor application shows it; it is seen on site alone"),
    "papers": Text.of("要看证件或报告", "a paper or report must be read"),
    "other-rows": Text.of("由别的要求判定", "other requirements decide it"),
    "open-figure": Text.of("界线或数值还没有定", "its boundary or figure is not settled yet"),
    "guidance": Text.of("只供布置时参考", "it only guides whoever plans the rooms"),
}
_LISTED = Text.of("核对表上的一行", "a line of the checklist")
_HEADS = ("要求 Requirement", "种类 Kind", "许可 Permits", "由谁判定 Decided by", "怎么判定 How")


def rows_markdown(permits: Iterable[Permit]) -> str:
    """Return a table of every requirement, each once: the rule that decides it, or why a person does and how; in both languages."""
    permits = tuple(permits)
    rows = {row.id: row for permit in permits for row in permit.requirements}
    within = {name: [permit.id for permit in permits if permit.requirement(name)] for name in rows}
    lines = [f"| {' | '.join(_HEADS)} |", "|" + "---|" * len(_HEADS)]
    lines += [_line(row, within[row.id]) for row in sorted(rows.values(), key=lambda row: row.id)]
    return "\n".join(lines) + "\n"


def _line(row: Requirement, permits: list[str]) -> str:
    kind = _KIND[row.kind]
    decider, how = _decided(row)
    cells = [f"`{row.id}`", _two(kind), " ".join(permits), decider, how]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _decided(row: Requirement) -> tuple[str, str]:
    if row.measure is not None:
        return "规则 rule", f"[`{row.measure.rule}`](../../showroom/rules/{row.measure.rule.replace('-', '_')}.md)"
    if row.decided_by == "paper" or row.judgement is None:
        return "清单 listed", _two(_LISTED)
    reason = BECAUSE[row.judgement.because] if row.judgement.because else None
    return "人工 person", (f"{_two(reason)}: " if reason else "") + _two(row.judgement.how)


def _two(text: Text) -> str:
    return f"{text.in_('zh_CN')} {text.in_('en')}"
