"""What is to be said of something that is asked for, or asked about, and that the plan does not show?

A room is missing, unless a space nobody recognised may be it. Rules about spaces the plan has none of do not apply, unless a space
nobody recognised may be one. A thing that drawings rarely show is looked for on site, unless the
application says how many there are.
"""

from collections.abc import Iterable

from showroom.domain.finding import Outcome, Reason
from showroom.domain.plan import Fixture
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, at_least, listed, not_applicable, phrase, to_confirm


def missing_room(case: Case, text: Text, *, there: int = 0, wanted: int = 1) -> Measurement:
    """Return that a room is missing, or the question which of the spaces that were not recognised it is."""
    if not case.unrecognised:
        return absent(there, wanted, text)
    return to_confirm(
        phrase(
            "{text}请确认{spaces}的用途。",
            "{text} Please confirm what {spaces} is used for.",
            text=text,
            spaces=listed([case.space_name(space.id) for space in case.unrecognised]),
        ),
        Reason.FACT_MISSING,
        causing=[space.id for space in case.unrecognised],
        value=there,
        limit=at_least(wanted, ""),
    )


def no_such_space(case: Case, text: Text) -> Measurement:
    """Return that nothing is addressed, in these words, or the question whether one of the spaces that were not recognised is."""
    if not case.unrecognised:
        return not_applicable(text)
    return to_confirm(
        phrase(
            "{text}但{spaces}的用途没有认出，请确认。",
            "{text} But nobody recognised what {spaces} is used for; please confirm.",
            text=text,
            spaces=listed([case.space_name(space.id) for space in case.unrecognised]),
        ),
        Reason.FACT_MISSING,
        causing=[space.id for space in case.unrecognised],
    )


def unnamed(case: Case, uses: frozenset[str]) -> Measurement:
    """Return the question which rooms serve one of these uses, where the premises must have some and the plan names none."""
    kinds = listed([case.use_name(use) for use in case.vocabulary.uses if use in uses])
    text = phrase(
        "图上没有认出这类空间（{kinds}），请说明哪一间是。",
        "The plan names no such space ({kinds}); say which room it is.",
        kinds=kinds,
    )
    return to_confirm(text, Reason.FACT_MISSING, causing=[space.id for space in case.unrecognised])


def left_open(found: Measurement, more: bool) -> Measurement:
    """Where a requirement asks for more than was looked at, what is not missed is for the inspector."""
    if not more or found.outcome is Outcome.NOT_MET:
        return found
    text = phrase("{found}其余各项请现场查看。", "{found} See the rest on site.", found=found.text)
    return found.but(outcome=Outcome.TO_CONFIRM, reason=Reason.INSPECTOR, text=text)


def usable(case: Case, fixtures: Iterable[Fixture]) -> list[Fixture]:
    """Return the fixtures without those that stand in a toilet: what is asked for elsewhere is not to be had there."""
    return [
        fixture
        for fixture in fixtures
        if (host := case.layout.space_of(fixture.id)) is None or case.vocabulary.zone_of(case.layout.space(host).use) != "wet"
    ]


def declared_number(case: Case, kinds: Iterable[str]) -> int | None:
    """Return how many of these kinds are declared; `None` where nothing was said, or not of all kinds that could make up for it."""
    declared = case.application.declared.equipment
    said = [declared.get(kind) for kind in kinds]
    known = [number for number in said if number is not None]
    return sum(known) if any(known) or (known and len(known) == len(said)) else None
