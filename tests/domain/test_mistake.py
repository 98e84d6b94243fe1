"""A deliberate mistake: the exemplary premises changed in one respect."""

from typing import Any

import pytest
from pydantic import ValidationError

from showroom.domain.application import Application
from showroom.domain.mistake import Mistake
from showroom.domain.plan import Plan

PLAN = Plan.model_validate(
    {
        "storeys": [
            {
                "id": "F1",
                "height": 3.0,
                "walls": [{"id": "W1", "axis": [[0, 0], [4, 0]], "thickness": 0.2}],
                "openings": [{"id": "D1", "kind": "door", "wall": "W1", "at": 2, "width": 0.9}],
                "spaces": [{"id": "S1", "use": "cooking", "outline": [[0, 0], [4, 0], [4, 3]]}],
                "fixtures": [{"id": "X1", "kind": "hand-basin", "at": [1, 1]}],
            },
            {"id": "F2"},
        ]
    }
)
WORDS = {"id": "m", "title": {"zh_CN": "错", "en": "Wrong"}, "text": {"zh_CN": "错", "en": "Wrong"}, "hotspot": "h", "breaks": "r"}


def wrong(**changes: Any) -> tuple[Plan, Application]:
    """The premises with a mistake made of `changes`."""
    return Mistake.model_validate({**WORDS, **changes}).applied(PLAN, Application())


def test_a_thing_takes_new_values() -> None:
    """A door made narrower is narrower, and nothing else is touched."""
    plan, application = wrong(changes={"D1": {"width": "750 mm"}})
    assert [opening.width for opening in plan.openings] == [0.75]
    assert plan.storeys[0].revise(openings=PLAN.storeys[0].openings) == PLAN.storeys[0]
    assert application == Application()


def test_a_storey_takes_new_values() -> None:
    """The storey itself is a thing of the plan."""
    assert wrong(changes={"F1": {"height": 2.2}})[0].storeys[0].height == 2.2


def test_a_thing_can_be_taken_away() -> None:
    """A basin removed is gone."""
    assert list(wrong(removes=["X1"])[0].fixtures) == []


def test_things_can_be_added() -> None:
    """A new opening goes to the storey of its wall, a new fixture to the storey named, else to the first."""
    opening = {"id": "D2", "kind": "door", "wall": "W1", "at": 3.2, "width": 0.8}
    fixture = {"id": "X2", "kind": "stove", "at": [2, 1]}
    plan, _ = wrong(openings=[opening], fixtures=[fixture])
    assert [[thing.id for thing in plan.storeys[0].openings], [thing.id for thing in plan.storeys[0].fixtures]] == [
        ["D1", "D2"],
        ["X1", "X2"],
    ]
    above, _ = wrong(fixtures=[fixture], storey="F2")
    assert [thing.id for thing in above.storeys[1].fixtures] == ["X2"]


def test_the_application_can_say_something_else() -> None:
    """Keys are written as in the application file; counted equipment by its kind."""
    _, application = wrong(declares={"premises.own_exit": False, "declared.equipment.hood": 0, "items": ["hot-food"]})
    assert application.premises.own_exit is False
    assert application.declared.equipment == {"hood": 0}
    assert application.items == ("hot-food",)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"changes": {"D9": {"width": 1}}}, "D9"),
        ({"removes": ["X9"]}, "X9"),
        ({"openings": [{"id": "D2", "kind": "door", "wall": "W9", "at": 1, "width": 1}]}, "wall"),
        ({"fixtures": [{"id": "X2", "kind": "stove", "at": [2, 1]}], "storey": "F9"}, "F9"),
        ({"declares": {"premises.owns": True}}, "owns"),
        ({"declares": {"items.first": "x"}}, "items.first"),
        ({"changes": {"D1": {"width": -1}}}, "width"),
    ],
)
def test_what_is_not_there_or_does_not_fit_is_refused(changes: dict[str, Any], named: str) -> None:
    """A slip in a mistake is named; it never passes as a mistake that changes nothing."""
    with pytest.raises((ValueError, ValidationError), match=named):
        wrong(**changes)
