"""Which requirements are beside the point for what a visitor told? By the register's own conditions, and by what answers bring.

This only tells what need not be read: a check looks at every requirement all the same. What was not told leaves nothing out.
"""

from collections.abc import Iterator

from showroom.domain.application import Application
from showroom.domain.guidance import Answer, Guidance, Question
from showroom.domain.permit import Applicability, Permit, Requirement

_FUMES_OF = "hot-food"


def left_out(permit: Permit, guidance: Guidance) -> dict[str, str]:
    """Return the requirements of `permit` that do not address these premises, each with the question whose answer says so."""
    found: dict[str, str] = {}
    for row in permit.requirements:
        reason = next(_reasons(row, guidance), None)
        if reason is not None:
            found[row.id] = reason
    return found


def _reasons(row: Requirement, guidance: Guidance) -> Iterator[str]:
    for question in guidance.asked:
        chosen = guidance.said.get(question.id)
        if chosen is None or not (chosen or question.many):
            continue
        if _brought(row.id, question.answers) and not _brought(row.id, chosen):
            yield question.id
    if row.applies is not None:
        for part in _contradicted(row.applies, guidance.application):
            yield from (question.id for question in guidance.asked if _tells(question, guidance, part))


def _brought(requirement_id: str, answers: tuple[Answer, ...]) -> bool:
    return any(named(pattern, requirement_id) for answer in answers for pattern in answer.brings)


def named(pattern: str, requirement_id: str) -> bool:
    """Tell whether a name of `brings` (`fire.stair.width`, or `fire.*` for all that begin so) means this requirement."""
    return requirement_id.startswith(pattern[:-1]) if pattern.endswith("*") else requirement_id == pattern


def _contradicted(applies: Applicability, application: Application) -> Iterator[str]:
    """Yield the parts of the application that say a condition does not hold."""
    items, use = application.items, application.premises.building_use
    if items is not None and applies.items_any is not None and not set(items) & set(applies.items_any):
        yield "items"
    if items is not None and applies.fume_producing is not None and (_FUMES_OF in items) != applies.fume_producing:
        yield "items"
    if use is not None and applies.building_use_any is not None and use not in applies.building_use_any:
        yield "premises.building_use"


def _tells(question: Question, guidance: Guidance, part: str) -> bool:
    """Tell whether an answer given to `question` says something about a part of the application (`premises.building_use`)."""
    for answer in guidance.said.get(question.id, ()):
        value: object = answer.application
        for name in part.split("."):
            value = getattr(value, name)
        if value is not None:
            return True
    return False
