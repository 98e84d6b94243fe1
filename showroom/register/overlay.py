"""What would a district's file hold if a clerk had their way, and what changes by it?

A clerk wishes something of a requirement; the wishes are put together into the district's decisions only when they are saved, under
who decided, when and why. Nothing of the register's own files is ever written.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from showroom.domain.district import Decision, District, Switch
from showroom.domain.text import Text

Wishes = Mapping[str, "Wish"]


@dataclass(frozen=True)
class Wish:
    """What is to be decided of one requirement, and from when until when; no switch: nothing, the register holds."""

    switch: Switch | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class FieldChange:
    """One field of the overlay that differs; `None` on the side on which the register holds."""

    requirement: str
    field: str
    before: str | None
    after: str | None


def decided(district: District, requirement_id: str, day: date) -> Wish:
    """Return what the district decided of a requirement: for `day`, else the first it wrote; an empty wish where nothing is."""
    one = decision_of(district, requirement_id, day)
    if one is None:
        return Wish()
    return Wish(next(row for row in one.rows if row.requirement == requirement_id), one.in_force_from, one.in_force_until)


def decision_of(district: District, requirement_id: str, day: date) -> Decision | None:
    """Return the decision that holds for a requirement on `day`, else the first that was written about it."""
    found = [one for one in district.decisions if any(row.requirement == requirement_id for row in one.rows)]
    today = (one for one in found if (one.in_force_from or date.min) <= day <= (one.in_force_until or date.max))
    return next(today, found[0] if found else None)


def settled(district: District, wishes: Wishes, by: Text, why: Text, day: date) -> District:
    """Return the district with the wishes in place of what `decided` tells; each that differs is decided anew by `by` on `day`."""
    new = {id_: wish for id_, wish in wishes.items() if wish != decided(district, id_, day)}
    if not new:
        return district
    old = {(id_, *_days(decided(district, id_, day))) for id_ in new}
    decisions = []
    for one in district.decisions:
        kept = tuple(row for row in one.rows if (row.requirement, one.in_force_from, one.in_force_until) not in old)
        decisions += [one.revise(rows=kept)] if kept else []
    together: dict[tuple[date | None, date | None], list[Switch]] = {}
    for wish in new.values():
        if wish.switch is not None and wish.switch.decides:
            together.setdefault(_days(wish), []).append(wish.switch)
    for (first, last), rows in together.items():
        decisions.append(Decision(by=by, decided=day, in_force_from=first, in_force_until=last, why=why, rows=tuple(rows)))
    return district.revise(decisions=tuple(decisions), version=day)


def field_changes(district: District, wishes: Wishes, day: date) -> tuple[FieldChange, ...]:
    """Return every field that the wishes change, in their order."""
    return tuple(
        FieldChange(id_, name, old.get(name), new.get(name))
        for id_, wish in wishes.items()
        for old, new in [(_fields(decided(district, id_, day)), _fields(wish))]
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    )


def _days(wish: Wish) -> tuple[date | None, date | None]:
    return wish.first, wish.last


def _fields(wish: Wish) -> dict[str, str]:
    if wish.switch is None or not wish.switch.decides:
        return {}
    found = dict(_flat(wish.switch.model_dump(mode="json", exclude_none=True, exclude={"requirement"}), ""))
    days = {"in_force_from": wish.first, "in_force_until": wish.last}
    return found | {name: day.isoformat() for name, day in days.items() if day is not None}


def _flat(value: Mapping[str, Any], path: str) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        if isinstance(inner, Mapping) and not path:
            yield from _flat(inner, f"{key}.")
        else:
            yield f"{path}{key}", inner if isinstance(inner, str) else json.dumps(inner, ensure_ascii=False)
