"""What do the register's own examinations say: the examples that were run, and what differs between two states of a permit?"""

import json
from collections.abc import Iterator, Sequence

from showroom.domain.finding import Outcome
from showroom.domain.permit import Requirement
from showroom.domain.text import Text
from showroom.register import Difference, ExampleRun, PartChange, RowChange
from showroom.register.differences import Value
from showroom.reports.words import OUTCOME

_WORDS = {
    "agrees": Text.of("符合", "as written"),
    "differs": Text.of("不符", "differs"),
    "expected": Text.of("应为", "expected"),
    "found": Text.of("实为", "found"),
    "nothing": Text.of("没有结论", "nothing"),
    "none": Text.of("没有例子。", "There are no examples."),
    "same": Text.of("没有不同。", "Nothing differs."),
    "before": Text.of("只在前者", "Only in the first"),
    "after": Text.of("只在后者", "Only in the second"),
    "changed": Text.of("有改动", "Changed"),
    "permit": Text.of("许可本身", "The permit itself"),
    "sections": Text.of("清单的节", "Sections of the checklist"),
    "conditions": Text.of("受理条件", "Conditions"),
    "documents": Text.of("材料", "Papers"),
    "procedure": Text.of("步骤", "Steps"),
    "absent": Text.of("（无）", "(none)"),
}


def examples_text(runs: Sequence[ExampleRun], language: str) -> str:
    """Return one line for each example: whether it came out as written, its requirement and name, and what it should have been."""
    if not runs:
        return f"{_say('none', language)}\n"
    lines = [_example_line(run, language) for run in runs]
    agreeing = sum(run.agrees for run in runs)
    return "\n".join([*lines, f"{agreeing}/{len(runs)} {_say('agrees', language)}"]) + "\n"


def _example_line(run: ExampleRun, language: str) -> str:
    mark = "✓" if run.agrees else "✗"
    line = f"{mark} {run.requirement.id:<40} {run.example.name.in_(language)}"
    if run.agrees:
        return f"{line}: {_outcome(run.outcome, run.example.margin, language)}"
    wanted = _outcome(run.example.outcome, run.example.margin, language)
    found = _outcome(run.outcome, run.margin, language)
    return f"{line}: {_say('differs', language)}; {_say('expected', language)} {wanted}, {_say('found', language)} {found}"


def _outcome(outcome: Outcome | None, margin: float | None, language: str) -> str:
    said = _say("nothing", language) if outcome is None else OUTCOME[outcome].in_(language)
    return said if margin is None else f"{said} ({margin:+.3f})"


def difference_text(difference: Difference, language: str) -> str:
    """Return what differs, requirement by requirement, each changed field with what it said and says."""
    lines = list(_difference_lines(difference, language))
    return "\n".join(lines or [_say("same", language)]) + "\n"


def _difference_lines(difference: Difference, language: str) -> Iterator[str]:
    for key, rows in (("before", difference.only_before), ("after", difference.only_after)):
        if rows:
            yield f"# {_say(key, language)}"
            yield from (f"{'-' if key == 'before' else '+'} {row.id}  {row.title.in_(language)}" for row in rows)
    if difference.changed:
        yield f"# {_say('changed', language)}"
    told = ""
    for change in difference.changed:
        if change.requirement != told:
            told = change.requirement
            yield f"~ {told}"
        yield f"    {change.field}: {_value(change.before, language)} → {_value(change.after, language)}"
    yield from _part_lines(difference.parts, language)


def _part_lines(parts: Sequence[PartChange], language: str) -> Iterator[str]:
    """Conditions, papers and steps: what is in one alone with `-` and `+`, what changed with `~` and its fields below."""
    part = which = None
    for change in parts:
        if change.part != part:
            part, which = change.part, None
            yield f"# {_say(part, language)}"
        before, after = _value(change.before, language), _value(change.after, language)
        if not change.field:
            yield f"- {change.which}  {before}" if change.after is None else f"+ {change.which}  {after}"
            continue
        if change.which and change.which != which:
            which = change.which
            yield f"~ {which}"
        yield f"    {change.field}: {before} → {after}"


def _value(value: Value, language: str) -> str:
    if isinstance(value, Text):
        return value.in_(language)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _say("absent", language) if value is None else f"{value}"


def difference_json(difference: Difference) -> str:
    """Return what differs as JSON: rows in one alone, changed fields by requirement, and what else differs by part."""
    said = {
        "format": 1,
        "only_before": [_row_json(row) for row in difference.only_before],
        "only_after": [_row_json(row) for row in difference.only_after],
        "changed": [_change_json(change) for change in difference.changed],
        "parts": [_part_json(change) for change in difference.parts],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _row_json(row: Requirement) -> dict[str, object]:
    return {"requirement": row.id, "title": row.title.root}


def _change_json(change: RowChange) -> dict[str, object]:
    before, after = (value.root if isinstance(value, Text) else value for value in (change.before, change.after))
    return {"requirement": change.requirement, "field": change.field, "before": before, "after": after}


def _part_json(change: PartChange) -> dict[str, object]:
    before, after = (value.root if isinstance(value, Text) else value for value in (change.before, change.after))
    return {"part": change.part, "which": change.which, "field": change.field or None, "before": before, "after": after}


def _say(key: str, language: str) -> str:
    return _WORDS[key].in_(language)
