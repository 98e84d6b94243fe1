"""The register as text in a terminal and as JSON: which permits there are, and one permit whole."""

import json
from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from showroom.domain.permit import Permit, Requirement
from showroom.domain.text import Text

_WORDS = {
    "permit": Text.of("许可", "Permit"),
    "rows": Text.of("要求", "rows"),
    "conditions": Text.of("受理条件", "Conditions"),
    "documents": Text.of("申报材料", "Documents"),
    "procedure": Text.of("办理流程", "Procedure"),
    "mandatory": Text.of("强制", "mandatory"),
    "advisory": Text.of("建议", "advisory"),
    "verified": Text.of("条文已核实", "text confirmed"),
    "recalled": Text.of("条文待核实", "text to be confirmed"),
    "local-practice": Text.of("地方做法", "local practice"),
}


DECIDERS = {
    "rule": Text.of("规则判定", "ruled"),
    "person": Text.of("人工判断", "judged"),
    "paper": Text.of("清单事项", "listed"),
}
"""Who decides a requirement: measured by a rule, judged by a person on site, or a line of the checklist (papers, procedure)."""


def permits_text(permits: Iterable[Permit], language: str) -> str:
    """Return a table, one line a permit: id, version, number of requirements and by whom they are decided, title."""
    heads = [_WORDS["rows"].in_(language), *(word.in_(language) for word in DECIDERS.values())]
    widths = [max(8, _width(head)) for head in heads]
    lines = [_aligned("", "", heads, widths, "")]
    for permit in permits:
        counts = [f"{len(permit.requirements)}", *(f"{count}" for count in _counts(permit).values())]
        lines.append(_aligned(permit.id, f"{permit.version}", counts, widths, permit.title.in_(language)))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def permits_markdown(permits: Iterable[Permit]) -> str:
    """Return the same table for a README, in both languages at once."""
    heads = [_WORDS["permit"], _WORDS["rows"], *DECIDERS.values()]
    lines = [
        "| " + " | ".join(f"{head.in_('zh_CN')} {head.in_('en')}" for head in heads) + " |",
        "|---|" + "---:|" * (len(heads) - 1),
    ]
    for permit in permits:
        cells = [f"`{permit.id}` {permit.title.in_('zh_CN')}", f"{len(permit.requirements)}"]
        lines.append("| " + " | ".join([*cells, *(f"{count}" for count in _counts(permit).values())]) + " |")
    return "\n".join(lines) + "\n"


def _counts(permit: Permit) -> dict[str, int]:
    return {decider: sum(row.decided_by == decider for row in permit.requirements) for decider in DECIDERS}


def _aligned(name: str, version: str, cells: list[str], widths: list[int], title: str) -> str:
    columns = "  ".join(" " * (width - _width(cell)) + cell for cell, width in zip(cells, widths, strict=True))
    return f"{name:<18} {version:<10}  {columns}  {title}"


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: a Chinese character takes two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def permit_text(permit: Permit, language: str) -> str:
    """Return a permit as it reads in a terminal: conditions, papers, steps, and every requirement by section."""
    return "\n".join(_lines(permit, language)) + "\n"


def permits_json(permits: Iterable[Permit]) -> str:
    """Return the list of permits as JSON."""
    rows = [
        {
            "id": permit.id,
            "version": f"{permit.version}",
            "title": permit.title.root,
            "requirements": len(permit.requirements),
            "decided_by": _counts(permit),
            "district": permit.district,
        }
        for permit in permits
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def permit_json(permit: Permit) -> str:
    """Return a permit with all its requirements as JSON, in the words of its schema."""
    return permit.model_dump_json(indent=2, exclude_defaults=True) + "\n"


def _lines(permit: Permit, language: str) -> Iterator[str]:
    yield f"{permit.title.in_(language)}  ({permit.id}, {permit.version})"
    yield permit.summary.in_(language)
    yield f"\n# {_WORDS['conditions'].in_(language)}"
    yield from (f"- {condition.text.in_(language)}" for condition in permit.conditions)
    yield f"\n# {_WORDS['documents'].in_(language)}"
    yield from (f"- {paper.title.in_(language)}" for paper in permit.documents)
    yield f"\n# {_WORDS['procedure'].in_(language)}"
    yield from (f"{number}. {step.title.in_(language)}" for number, step in enumerate(permit.procedure, 1))
    for section in permit.sections:
        rows = [row for row in permit.requirements if row.section == section.id]
        if rows:
            yield f"\n# {section.title.in_(language)}"
            for row in rows:
                yield from _requirement_lines(row, language)


def _requirement_lines(row: Requirement, language: str) -> Iterator[str]:
    yield f"- {row.id}  [{_WORDS[row.binding.value].in_(language)}, {DECIDERS[row.decided_by].in_(language)}]"
    yield f"    {row.text.in_(language)}"
    yield f"    {row.source.instrument} {row.source.clause} ({_WORDS[row.source.standing.value].in_(language)})"
