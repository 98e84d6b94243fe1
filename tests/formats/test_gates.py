"""At which gate a plan stands, and what exactly is to be done: in words a layperson can follow, in both languages."""

from collections.abc import Callable

import pytest

from showroom.domain.plan import Note, Plan, Source, Space, Storey
from showroom.formats import read_vocabulary
from showroom.formats.gates import LISTED, NAMED, standing
from showroom.formats.inspection import inspection, inspection_text
from showroom.geometry.layout import Layout


def _plan(*spaces: Space, confirmed: bool = True) -> Plan:
    return Plan(source=Source(lengths_confirmed=confirmed), storeys=(Storey(id="F1", spaces=spaces),))


def _room(number: int, name: str = "", use: str = "other") -> Space:
    left = 5.0 * number
    return Space(id=f"S{number}", name=name, use=use, outline=((left, 0), (left + 4, 0), (left + 4, 3), (left, 3)))


@pytest.fixture
def stand() -> Callable[[Plan], tuple[str, tuple[Note, ...]]]:
    """Return a function that says where a plan stands."""
    vocabulary = read_vocabulary()
    return lambda plan: standing(plan, Layout(plan, vocabulary), vocabulary)


Stand = Callable[[Plan], tuple[str, tuple[Note, ...]]]


def test_a_plan_without_rooms_has_passed_no_gate(stand: Stand) -> None:
    """The one thing to be done is to draw the rooms."""
    gate, to_do = stand(_plan())
    assert (gate, [note.code for note in to_do]) == ("none", ["no-spaces"])


def test_everything_missing_is_named_at_once(stand: Stand) -> None:
    """An unsure scale, a room of unknown use and a storey without exit hold a plan at the first gate."""
    gate, to_do = stand(_plan(_room(1), confirmed=False))
    assert gate == "usable"
    assert [(note.code, note.where) for note in to_do] == [("scale-unconfirmed", ""), ("use-unknown", "S1"), ("no-exit", "F1")]
    for note in to_do:
        assert "请" in note.text.in_("zh_CN")
        assert any(verb in note.text.in_("en") for verb in ("Set ", "Write ", "Draw "))


def test_a_room_called_other_is_understood(stand: Stand) -> None:
    """Whoever writes 其他 into a room has said what it is for."""
    _, to_do = stand(_plan(_room(1, name="其他")))
    assert "use-unknown" not in [note.code for note in to_do]


def test_few_rooms_are_named_one_by_one_many_together(stand: Stand) -> None:
    """Up to three rooms have a sentence each with the words drawn in them; more share one that counts them."""
    few = [
        note for note in stand(_plan(*(_room(number, name="多功能") for number in range(NAMED))))[1] if note.code == "use-unknown"
    ]
    assert [note.where for note in few] == ["S0", "S1", "S2"]
    assert all("多功能" in note.text.in_("zh_CN") for note in few)
    many = [note for note in stand(_plan(*(_room(number) for number in range(LISTED + 2))))[1] if note.code == "use-unknown"]
    assert len(many) == 1
    assert str(LISTED + 2) in many[0].text.in_("en")
    assert many[0].where.count(",") == LISTED + 1


def test_the_report_of_a_drawing_begins_with_its_gate() -> None:
    """Text and JSON of `inspect` say the gate and what is to be done."""
    plan = _plan(_room(1))
    told = inspection(plan)["plan"]
    assert (told["gate"], [note["code"] for note in told["to_do"]]) == ("usable", ["use-unknown", "no-exit"])
    assert inspection_text(plan, "zh_CN").splitlines()[1].startswith("  第一关已过")
    assert inspection_text(plan, "en").splitlines()[2].startswith("  → Space S1 has no name")
