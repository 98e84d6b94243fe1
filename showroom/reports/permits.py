"""The register as text in a terminal and as JSON: which permits there are, and one permit whole."""

import json
from collections.abc import Iterable, Iterator

from showroom.domain.permit import Permit, Requirement
from showroom.domain.text import Text

_WORDS = {
    "conditions": Text.of("受理条件", "Conditions"),
    "documents": Text.of("申报材料", "Documents"),
    "procedure": Text.of("办理流程", "Procedure"),
    "mandatory": Text.of("强制", "mandatory"),
    "advisory": Text.of("建议", "advisory"),
    "verified": Text.of("条文已核实", "text confirmed"),
    "recalled": Text.of("条文待核实", "text to be confirmed"),
    "local-practice": Text.of("地方做法", "local practice"),
}


def permits_text(permits: Iterable[Permit], language: str) -> str:
    """Return one line a permit: id, title, version and number of requirements."""
    rows = [(permit.id, permit.title.in_(language), f"{permit.version}", f"{len(permit.requirements)}") for permit in permits]
    return "".join(f"{row[0]:<18} {row[2]}  {row[3]:>4}  {row[1]}\n" for row in rows)


def permit_text(permit: Permit, language: str) -> str:
    """Return a permit as it reads in a terminal: conditions, papers, steps, and every requirement by section."""
    return "\n".join(_lines(permit, language)) + "\n"


def permits_json(permits: Iterable[Permit]) -> str:
    """Return the list of permits as JSON."""
    rows = [{"id": p.id, "version": f"{p.version}", "title": p.title.root, "requirements": len(p.requirements)} for p in permits]
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
    yield f"- {row.id}  [{_WORDS[row.binding.value].in_(language)}]"
    yield f"    {row.text.in_(language)}"
    yield f"    {row.source.instrument} {row.source.clause} ({_WORDS[row.source.standing.value].in_(language)})"
