"""A check after an edit says what a fresh check says, whatever was edited, and works out again only what changed."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showroom.domain.application import Application
from showroom.domain.finding import Outcome
from showroom.domain.plan import Fixture, Opening, Plan, Storey
from showroom.formats import read_application, read_permit, read_plan
from showroom.geometry.memory import Memory, Subject, derived, kept
from showroom.review import Reviewer, review
from showroom.rules.registry import RULES
from tests.permits.premises import compliant_plan

AS_OF = date(2026, 11, 23)
PERMITS = ("food-catering", "small-catering", "animal-clinic", "arts-training")
USES = ("corridor", "toilet", "cooking", "dining", "food-storage", "classroom", "consulting", "lift", "stair", "outdoor", "other")
KINDS = ("hand-basin", "wc", "stove", "hood", "sink-ware", "shelf", "worktop", "extinguisher")
WIDTHS = st.sampled_from((0.6, 0.79, 0.8, 0.9, 1.1, 1.4))
ANSWERS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("items", (None, ("hot-food",), ("cold-dishes", "drinks"))),
    ("premises.storey_level", (None, 1, 2, -1)),
    ("premises.high_rise", (None, True, False)),
    ("premises.sprinklered", (None, True, False)),
    ("premises.building_use", (None, "mixed", "commercial", "residential")),
    ("people.seats", (None, 10, 400)),
    ("people.students", (None, 20, 300)),
    ("people.children", (None, True, False)),
    ("declared.ware_cleaning", (None, "heat", "chemical")),
    ("declared.equipment", ({}, {"extinguisher": 2}, {"evacuation-map": 0, "shadowless-lamp": 1})),
)


@dataclass(frozen=True)
class Premises:
    """What stands before the office."""

    plan: Plan
    application: Application


def premises(permit: str) -> Premises:
    """The compliant premises of a permit."""
    path = compliant_plan(permit)
    return Premises(read_plan(path), read_application(path.with_name(path.name.replace(".plan.", ".application."))))


Pick = Callable[[st.SearchStrategy[Any]], Any]


def _with(before: Premises, pick: Pick, parts: str, change: Callable[[Any], tuple[Any, ...]]) -> Premises:
    """One thing of some storey replaced by what `change` makes of it."""
    places = [(row, at) for row, storey in enumerate(before.plan.storeys) for at in range(len(getattr(storey, parts)))]
    if not places:
        return before
    row, at = pick(st.sampled_from(places))
    storey = before.plan.storeys[row]
    things = getattr(storey, parts)
    edited = storey.revise(**{parts: (*things[:at], *change(things[at]), *things[at + 1 :])})
    storeys = (*before.plan.storeys[:row], edited, *before.plan.storeys[row + 1 :])
    return Premises(before.plan.revise(storeys=storeys), before.application)


def widen_door(before: Premises, pick: Pick) -> Premises:
    """An opening made wider or narrower."""
    return _with(before, pick, "openings", lambda one: (one.revise(width=pick(WIDTHS)),))


def move_door(before: Premises, pick: Pick) -> Premises:
    """An opening moved along its wall."""
    return _with(before, pick, "openings", lambda one: (one.revise(at=one.at + pick(st.sampled_from((-0.5, -0.01, 0.3)))),))


def delete_door(before: Premises, pick: Pick) -> Premises:
    """An opening taken away."""
    return _with(before, pick, "openings", lambda _: ())


def say_of_door(before: Premises, pick: Pick) -> Premises:
    """What the drawing says of an opening changed."""
    says = st.sampled_from(
        ({"kind": "passage"}, {"kind": "window"}, {"leads": "outside"}, {"swing": "out"}, {"role": "delivery"}, {"proposal": True})
    )
    return _with(before, pick, "openings", lambda one: (one.revise(**pick(says)),))


def add_door(before: Premises, pick: Pick) -> Premises:
    """A door in some wall."""

    def beside(wall: Any) -> None:
        added.append(Opening(id="new", kind="door", wall=wall.id, at=math.dist(*wall.axis) / 2, width=pick(WIDTHS)))

    added: list[Opening] = []
    storey = pick(st.sampled_from(before.plan.storeys))
    if not storey.walls or any(one.id == "new" for one in before.plan.openings):
        return before
    beside(pick(st.sampled_from(storey.walls)))
    storeys = tuple(one.revise(openings=(*one.openings, *added)) if one is storey else one for one in before.plan.storeys)
    return Premises(before.plan.revise(storeys=storeys), before.application)


def move_fixture(before: Premises, pick: Pick) -> Premises:
    """A fixture moved."""
    step = st.sampled_from((-3.0, -0.4, 0.05, 0.7))
    return _with(before, pick, "fixtures", lambda one: (one.revise(at=(one.at[0] + pick(step), one.at[1] + pick(step))),))


def remove_fixture(before: Premises, pick: Pick) -> Premises:
    """A fixture taken away."""
    return _with(before, pick, "fixtures", lambda _: ())


def add_fixture(before: Premises, pick: Pick) -> Premises:
    """A fixture in the middle of some space."""
    storey = pick(st.sampled_from(before.plan.storeys))
    if not storey.spaces or any(one.id == "thing" for one in before.plan.fixtures):
        return before
    outline = pick(st.sampled_from(storey.spaces)).outline
    at = tuple(sum(numbers) / len(outline) for numbers in zip(*outline, strict=True))
    fixture = Fixture(id="thing", kind=pick(st.sampled_from(KINDS)), at=at, size=(0.6, 0.6))
    storeys = tuple(one.revise(fixtures=(*one.fixtures, fixture)) if one is storey else one for one in before.plan.storeys)
    return Premises(before.plan.revise(storeys=storeys), before.application)


def say_of_space(before: Premises, pick: Pick) -> Premises:
    """The use, height or name of a space changed, or the space a proposal."""
    says = st.one_of(
        st.sampled_from(USES).map(lambda use: {"use": use}),
        st.sampled_from(({"height": 2.0}, {"height": None}, {"name": "储藏间"}, {"proposal": True})),
    )
    return _with(before, pick, "spaces", lambda one: (one.revise(**pick(says)),))


def shift_space(before: Premises, pick: Pick) -> Premises:
    """A corner of a space moved."""
    return _with(
        before, pick, "spaces", lambda one: (one.revise(outline=((one.outline[0][0] + 0.1, one.outline[0][1]), *one.outline[1:])),)
    )


def remove_space(before: Premises, pick: Pick) -> Premises:
    """A space taken away."""
    return _with(before, pick, "spaces", lambda _: ())


def say_of_wall(before: Premises, pick: Pick) -> Premises:
    """A wall made thicker or fire-rated."""
    return _with(
        before, pick, "walls", lambda one: (one.revise(**pick(st.sampled_from(({"thickness": 0.3}, {"fire_rating_h": 3.0})))),)
    )


def say_of_storey(before: Premises, pick: Pick) -> Premises:
    """The level or height of a storey changed."""
    row = pick(st.integers(0, len(before.plan.storeys) - 1))
    says = pick(st.sampled_from(({"level": None}, {"level": 2}, {"level": -1}, {"height": 2.2})))
    storeys = tuple(one.revise(**says) if at == row else one for at, one in enumerate(before.plan.storeys))
    return Premises(before.plan.revise(storeys=storeys), before.application)


def answer(before: Premises, pick: Pick) -> Premises:
    """An answer of the application changed."""
    key, values = pick(st.sampled_from(ANSWERS))
    group, _, name = key.rpartition(".")
    value = pick(st.sampled_from(values))
    told = before.application
    changed = told.revise(**{group: getattr(told, group).revise(**{name: value})}) if group else told.revise(**{name: value})
    return Premises(before.plan, changed)


def add_storey(before: Premises, pick: Pick) -> Premises:
    """A storey like the first put on top, its things named anew; or the last of several taken away."""
    if len(before.plan.storeys) > 1:
        return Premises(before.plan.revise(storeys=before.plan.storeys[:-1]), before.application)
    first = before.plan.storeys[0]
    level = pick(st.sampled_from((None, 2, 1)))

    def anew(things: tuple[Any, ...]) -> tuple[Any, ...]:
        own = {"wall": lambda one: f"{one.wall}^", "serves": lambda one: one.serves and f"{one.serves}^"}
        return tuple(
            one.revise(id=f"{one.id}^", **{name: make(one) for name, make in own.items() if hasattr(one, name)}) for one in things
        )

    parts = ("walls", "openings", "spaces", "fixtures", "columns", "stairs")
    top = Storey(id="^", level=level, height=first.height, **{part: anew(getattr(first, part)) for part in parts})
    return Premises(before.plan.revise(storeys=(first, top)), before.application)


def doubt(before: Premises, pick: Pick) -> Premises:
    """How far the lengths can be trusted changed."""
    source = before.plan.source.revise(**pick(st.sampled_from(({"length_uncertainty": 0.05}, {"lengths_confirmed": False}))))
    return Premises(before.plan.revise(source=source), before.application)


def read_again(before: Premises, pick: Pick) -> Premises:
    """Nothing changed, but everything read anew."""
    return Premises(Plan.model_validate(before.plan.model_dump()), Application.model_validate(before.application.model_dump()))


EDITS = (
    widen_door, move_door, delete_door, say_of_door, add_door, move_fixture, remove_fixture, add_fixture, say_of_space, shift_space,
    remove_space, say_of_wall, say_of_storey, answer, add_storey, doubt, read_again,
)  # fmt: skip


@pytest.mark.parametrize("permit_id", PERMITS)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_after_any_edits_the_review_is_that_of_a_fresh_check(permit_id: str, data: st.DataObject):
    """Findings, gate, notes and list are equal to those of a check that knows nothing of the one before, edit after edit."""
    permit, now, reviewer = read_permit(permit_id), premises(permit_id), Reviewer()
    reviewer.review(now.plan, permit, now.application, as_of=AS_OF)
    for edit in data.draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4)):
        now = edit(now, data.draw)
        again = reviewer.review(now.plan, permit, now.application, as_of=AS_OF)
        fresh = review(now.plan, permit, now.application, as_of=AS_OF)
        assert again == fresh
        assert again.model_dump_json() == fresh.model_dump_json()


def test_a_reviewer_may_turn_to_another_permit_and_day():
    """What was found for one permit is not handed out for another, nor for another day."""
    now, reviewer = premises("food-catering"), Reviewer()
    for permit_id, day in (
        ("food-catering", AS_OF),
        ("small-catering", AS_OF),
        ("food-catering", date(2020, 1, 1)),
        ("food-catering", AS_OF),
    ):
        permit = read_permit(permit_id)
        assert reviewer.review(now.plan, permit, now.application, as_of=day) == review(now.plan, permit, now.application, as_of=day)


@pytest.mark.parametrize(
    ("edit", "spared"),
    [(widen_door, {"room-area", "required-fixtures"}), (answer, {"clear-width"}), (move_fixture, {"travel-in-room"})],
)
def test_after_one_edit_only_rules_whose_inputs_changed_run_again(edit, spared, monkeypatch: pytest.MonkeyPatch):
    """A door says nothing of areas and fixtures, an answer or a fixture nothing of widths and ways; and some rules do run."""
    permit, now, reviewer = read_permit("food-catering"), premises("food-catering"), Reviewer()
    reviewer.review(now.plan, permit, now.application, as_of=AS_OF)
    ran: set[str] = set()
    for name, rule in RULES.items():

        def noted(*args: Any, _name: str = name, _function: Any = rule.function, **named: Any) -> Any:
            ran.add(_name)
            return _function(*args, **named)

        monkeypatch.setitem(rule.__dict__, "function", noted)
    first = iter(range(10_000))
    changed = edit(now, lambda choices: next(one for one in _choices(choices) if not next(first) or True))
    reviewer.review(changed.plan, permit, changed.application, as_of=AS_OF)
    assert ran
    assert not ran & spared


def _choices(strategy: st.SearchStrategy[Any]) -> Any:
    """The elements of a `sampled_from`, last first."""
    return reversed(strategy.elements)  # type: ignore[attr-defined]


def test_a_rule_that_fails_is_tried_again():
    """What could not be worked out is no answer to be kept."""
    memory = Memory()
    thing = _Thing(memory, {"wall": 0})
    with pytest.raises(ZeroDivisionError):
        thing.share  # noqa: B018 - asking is the act
    assert _Thing(Memory(memory), {"wall": 4}).share == 0.25


def test_what_came_out_the_same_disturbs_nobody():
    """A part changed whose consequence is the same leaves what rests on the consequence as it was."""
    before = _Thing(Memory(), {"wall": 4})
    assert before.twice_the_sign == 2
    after = _Thing(Memory(before.memory), {"wall": 7})
    assert after.twice_the_sign == 2
    assert after.worked == ["sign"]


def test_what_came_out_the_same_from_other_parts_rests_on_those():
    """An answer that stays, though now another part decides it, is asked anew when that part changes."""
    memory = Memory()
    assert _Thing(memory, {"first": 1, "wall": 5, "door": 5}).chosen_twice == 10
    memory = Memory(memory)
    now = _Thing(memory, {"first": 0, "wall": 5, "door": 5})
    assert now.chosen_twice == 10
    assert set(memory.parts_read(now.name)) == {"first", "door"}
    assert _Thing(Memory(memory), {"first": 0, "wall": 5, "door": 6}).chosen_twice == 12


def test_a_thing_of_the_plan_before_answers_no_more():
    """After an edit nobody can ask the old plan by mistake."""
    before = _Thing(Memory(), {"wall": 4})
    Memory(before.memory)
    with pytest.raises(KeyError):
        before.share  # noqa: B018 - asking is the act


def test_what_may_change_is_no_part_of_a_question():
    """A list handed to something kept is refused, for it could be another list tomorrow."""
    with pytest.raises(TypeError, match="list"):
        _Thing(Memory(), {"wall": 4}).times([1])


class _Thing(Subject):
    name = 9

    def __init__(self, memory: Memory, parts: dict[str, Any]) -> None:
        self.memory, self.worked = memory, []
        memory.subjects[self.name] = self
        memory.givers[self.name] = parts.__getitem__

    @derived
    def share(self) -> float:
        return 1 / self.memory.given(self.name, "wall")

    @derived
    def sign(self) -> int:
        self.worked.append("sign")
        return 1 if self.memory.given(self.name, "wall") > 0 else -1

    @derived
    def twice_the_sign(self) -> int:
        self.worked.append("twice")
        return 2 * self.sign

    @derived
    def chosen(self) -> int:
        return self.memory.given(self.name, "wall" if self.memory.given(self.name, "first") else "door")

    @derived
    def chosen_twice(self) -> int:
        return 2 * self.chosen

    @kept
    def times(self, numbers: Any) -> Any:
        return numbers


def test_findings_of_failed_rules_are_not_kept_when_their_input_changes(caplog: pytest.LogCaptureFixture, monkeypatch):
    """A rule that fails is `not_checked`; when what it looked at is mended it is checked."""
    permit, now, reviewer = read_permit("food-catering"), premises("food-catering"), Reviewer()
    rule = RULES["clear-width"]
    real = rule.function

    def fails_when_narrow(case: Any, **named: Any) -> Any:
        if any(one.width < 0.7 for one in case.plan.openings if one.kind == "door"):
            raise RuntimeError("too narrow for me")
        yield from real(case, **named)

    monkeypatch.setitem(rule.__dict__, "function", fails_when_narrow)
    storey = now.plan.storeys[0]
    narrow = tuple(one.revise(width=0.6) if one.kind == "door" else one for one in storey.openings)
    broken = now.plan.revise(storeys=(storey.revise(openings=narrow), *now.plan.storeys[1:]))
    first = reviewer.review(broken, permit, now.application, as_of=AS_OF)
    assert Outcome.NOT_CHECKED in {one.outcome for one in first.findings if one.rule == "clear-width"}
    caplog.clear()
    again = reviewer.review(now.plan, permit, now.application, as_of=AS_OF)
    assert Outcome.NOT_CHECKED not in {one.outcome for one in again.findings}
