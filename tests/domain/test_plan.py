"""Plans refuse what cannot be, and change only through `revise`."""

import pytest
from pydantic import ValidationError

from showroom.domain.plan import Opening, Plan, Space, Storey, Wall

SQUARE = ((0, 0), (4, 0), (4, 3), (0, 3))


def small_plan() -> Plan:
    """One room with one door."""
    wall = Wall(id="W1", axis=((0, 0), (4, 0)), thickness=0.2)
    door = Opening(id="D1", kind="door", wall="W1", at=2, width=0.9)
    return Plan(storeys=(Storey(id="F1", walls=(wall,), openings=(door,), spaces=(Space(id="S1", outline=SQUARE),)),))


def test_an_id_is_used_once() -> None:
    """Two things of one plan never share an id."""
    with pytest.raises(ValidationError, match="used twice"):
        Plan(storeys=(Storey(id="F1", spaces=(Space(id="S1", outline=SQUARE), Space(id="S1", outline=SQUARE))),))


def test_an_opening_needs_its_wall() -> None:
    """An opening in a wall that is not there is a mistake."""
    with pytest.raises(ValidationError, match="does not have"):
        Storey(id="F1", openings=(Opening(id="D1", kind="door", wall="W9", at=1, width=0.9),))


@pytest.mark.parametrize("width", [0, -1, float("nan"), float("inf"), "wide"])
def test_impossible_widths_are_refused(width: object) -> None:
    """A door is wider than nothing and of finite size."""
    with pytest.raises(ValidationError):
        Opening.model_validate({"id": "D1", "kind": "door", "wall": "W1", "at": 1, "width": width})


def test_revise_validates_again() -> None:
    """A changed copy obeys the same rules as a new one; the original stays as it was."""
    plan = small_plan()
    assert plan.storeys[0].wall_of["W1"].thickness == 0.2
    wider = plan.storeys[0].revise(openings=(plan.storeys[0].openings[0].revise(width="1000 mm"),))
    assert wider.openings[0].width == 1.0
    assert plan.storeys[0].openings[0].width == 0.9
    with pytest.raises(ValidationError):
        plan.storeys[0].openings[0].revise(width=-1)


def test_what_a_drawing_does_not_say_is_not_invented() -> None:
    """Level, swing and self-closing are unknown until somebody says them."""
    storey = small_plan().storeys[0]
    assert storey.level is None
    assert storey.openings[0].swing is None
    assert storey.openings[0].self_closing is None
