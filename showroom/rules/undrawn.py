"""What is to be said of something that is asked for and that the plan does not show?

A room is missing, unless a space nobody recognised may be it. A thing that drawings rarely show is looked for on site, unless the
application says how many there are.
"""

from collections.abc import Iterable

from showroom.domain.finding import Reason
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, at_least, listed, phrase, to_confirm


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


def declared_number(case: Case, kinds: Iterable[str]) -> int | None:
    """Return how many of these kinds are declared; `None` where nothing was said, or not of all kinds that could make up for it."""
    declared = case.application.declared.equipment
    said = [declared.get(kind) for kind in kinds]
    known = [number for number in said if number is not None]
    return sum(known) if any(known) or (known and len(known) == len(said)) else None
