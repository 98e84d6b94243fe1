"""Are all rooms and zones that are asked for on the plan, and indoors?"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, at_least, listed, measured, phrase, to_confirm
from showroom.rules.parameters import Use
from showroom.rules.registry import rule

Wanted = Annotated[tuple[Use | Annotated[tuple[Use, ...], Field(min_length=1)], ...], Field(min_length=1)]


@rule("required-spaces")
def required_spaces(case: Case, *, uses: Wanted, indoor: bool = True) -> Iterator[Measurement]:
    """The plan shows a space of each of these uses (an inner list names alternatives); a use named twice asks for two."""
    wanted = [frozenset((entry,)) if isinstance(entry, str) else frozenset(entry) for entry in uses]
    rooms = [[space.id for space in case.rooms_of(choice) if not indoor or space.use != "outdoor"] for choice in wanted]
    found = [spaces[wanted[:place].count(wanted[place]) :] for place, spaces in enumerate(rooms)]
    missing = [
        case.use_name(entry if isinstance(entry, str) else entry[0]) for entry, there in zip(uses, found, strict=True) if not there
    ]
    there = len(wanted) - len(missing)
    if not missing:
        what = phrase("应设分区", "Spaces asked for")
        relies_on = [space_id for spaces in found for space_id in spaces[:1]]
        yield measured(there, at_least(len(wanted), ""), what, relies_on=relies_on)
    elif case.unrecognised:
        yield to_confirm(
            phrase(
                "图上未标明：{missing}。请确认 {spaces} 是否就是所缺的分区。",
                "Not named on the plan: {missing}. Please confirm whether {spaces} is what is missing.",
                missing=listed(missing),
                spaces=listed([case.space_name(space.id) for space in case.unrecognised]),
            ),
            Reason.FACT_MISSING,
            causing=[space.id for space in case.unrecognised],
            value=there,
            limit=at_least(len(wanted), ""),
        )
    else:
        text = phrase(
            "应设 {wanted} 个分区，图上缺少：{missing}。",
            "{wanted} spaces are asked for; missing on the plan: {missing}.",
            wanted=len(wanted),
            missing=listed(missing),
        )
        yield absent(there, len(wanted), text)
