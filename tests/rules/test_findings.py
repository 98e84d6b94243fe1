"""What does every finding carry besides its verdict: whole sentences, its place on the plan, no certainty the drawing lacks?"""

from functools import cache

import pytest

from showroom.domain.application import Application
from showroom.domain.finding import Outcome, Reason
from showroom.domain.plan import Plan
from showroom.domain.text import Text
from showroom.rules import measure
from showroom.rules.case import Case, Unknown
from showroom.rules.questions import QUESTIONS, question
from tests.permits.drawn import box, door, space, storey, verdicts, wall, walls_round
from tests.rules.conftest import CASE_FILES, findings, read_case

CERTAIN = (Outcome.MET, Outcome.NOT_MET)
OF_A_STOREY = {
    "accessible-doors", "accessible-route", "accessible-stall", "accessible-toilet", "clear-height", "clear-width", "closed-room",
    "dead-end-room", "door-swing", "end-room-door", "entered-through", "exit-count", "exit-separation", "exit-width",
    "fixture-near-door", "hall-door-width", "no-opening-between", "not-above", "one-way-flow", "passage-width",
    "pest-proof-openings", "room-doors", "room-height", "single-exit-exception", "single-stair-exception", "space-outside",
    "stair-width", "travel-in-hall", "travel-in-room", "travel-to-exit", "turning-circle",
}  # fmt: skip
"""Rules that look at one storey at a time."""
SHOWN = {
    "accessible-doors", "accessible-route", "accessible-stall", "accessible-toilet", "area-per-seat", "area-ratio", "clear-height",
    "clear-width", "closed-room", "contiguity", "divided-from-guests", "door-swing", "end-room-door", "exit-separation",
    "fixture-room", "hall-door-width", "no-bars", "no-opening-between", "not-above", "one-way-flow", "passage-width",
    "person-area", "pest-proof-openings", "premises-share", "room-area", "room-capacity", "room-doors", "room-height",
    "separate-openings", "separate-worktops", "sink-count", "space-outside", "stair-width", "travel-in-hall", "travel-in-room",
    "travel-to-exit", "turning-circle", "zones-apart",
}  # fmt: skip
"""Rules whose every miss can be drawn on the plan."""
NOT_DRAWN = {"site-distance", "stair-width"}
"""Rules that measure what no space or door was guessed for: declared distances, stairs."""
WORDLESS = {"pest-proof-openings"}
"""Rules that leave it to the engine to say that they found nothing to look at."""

each_case = pytest.mark.parametrize(
    "path", CASE_FILES, ids=lambda path: f"{path.parent.name}/{path.name.removesuffix('.plan.yaml')}"
)


def _check(path, change):
    case = read_case(path)
    return findings(change(case.plan), case.application, [expected.row for expected in case.expected])


@cache
def _found(path):
    return _check(path, lambda plan: plan)


@each_case
def test_a_finding_says_its_sentence_to_the_end(path):
    """No sentence has a word left to fill in, or one that was not known."""
    for finding in _found(path):
        said = finding.text.in_("zh_CN") + (finding.remedy.in_("zh_CN") if finding.remedy else "")
        assert "None" not in said
        assert not set("{}") & set(said + finding.text.in_("en"))


@each_case
def test_a_finding_names_its_storey_and_shows_its_place(path):
    """A rule that looks at storeys one by one names the storey; what is missed is shown on the plan where it can be."""
    for finding in _found(path):
        if finding.rule in OF_A_STOREY and finding.outcome is not Outcome.NOT_APPLICABLE:
            assert finding.storey, finding
        if finding.rule in SHOWN and finding.outcome is Outcome.NOT_MET:
            assert finding.geometry, finding


@each_case
def test_a_row_that_finds_something_is_not_called_inapplicable(path):
    """That a requirement finds nothing to look at is said once, in the rule's own words, and only where nothing was looked at."""
    found = _found(path)
    for finding in found:
        if finding.outcome is Outcome.NOT_APPLICABLE:
            assert [other for other in found if other.requirement == finding.requirement] == [finding]
            assert finding.rule in WORDLESS or "has nothing this is about" not in finding.text.in_("en")


@each_case
def test_no_length_or_area_is_certain_where_the_unit_is_doubtful(path):
    """Where the drawing's unit is doubtful, every length and area is to be confirmed but declared distances."""
    for finding in _check(path, lambda plan: plan.revise(source=plan.source.revise(lengths_confirmed=False))):
        if finding.measured is not None and finding.measured.unit in ("m", "m²"):
            assert finding in _found(path) if finding.rule == "site-distance" else finding.outcome not in CERTAIN, finding


@each_case
def test_no_length_or_area_is_certain_among_guessed_rooms_and_doors(path):
    """Where every space and opening was guessed, no length or area measured on them is certain."""
    for finding in _check(path, _guessed):
        if finding.measured is not None and finding.measured.unit in ("m", "m²") and finding.rule not in NOT_DRAWN:
            assert finding.outcome not in CERTAIN, finding


def _guessed(plan: Plan) -> Plan:
    return plan.revise(
        storeys=tuple(
            storey.revise(
                spaces=tuple(space.revise(proposal=True) for space in storey.spaces),
                openings=tuple(opening.revise(proposal=True) for opening in storey.openings),
            )
            for storey in plan.storeys
        )
    )


@pytest.mark.parametrize(
    ("limit", "end"),
    [
        (measure.at_least(0.9), "short by 0.100 m"),
        (measure.at_most(0.7), "over by 0.100 m"),
        (measure.at_least(0.7), "0.100 m to spare"),
        (measure.at_most(0.8), "exactly that"),
    ],
)
def test_a_sentence_says_on_which_side_of_the_limit_a_value_lies(limit, end):
    """Below a least value it is short, above a greatest one it is over."""
    assert measure.compared(Text.of("宽", "Width"), 0.8, limit).in_("en").endswith(f"; {end}.")


@pytest.mark.parametrize("key", QUESTIONS)
def test_a_missing_fact_is_asked_for_in_words(key):
    """The question is a sentence in both languages; only a fact nobody wrote one for is named by its key."""
    assert question(key).in_("zh_CN").endswith("？")
    assert question(key).in_("en").endswith("?")
    assert question("no.such-fact").in_("en") == "no.such-fact"


def test_a_door_that_sticks_out_of_its_wall_is_measured_on_site():
    """A door wide enough that a drawing puts beyond the end of its wall is shown and asked for, not passed."""
    plan = _two_rooms(door("D2", "V", 4.6))
    (found,) = [finding for finding in verdicts("fire.door.clear-width", plan) if "D2" in finding.affected]
    assert (found.outcome, found.reason) == (Outcome.TO_CONFIRM, Reason.DRAWING_SILENT)
    assert (found.storey, found.geometry.type) == ("F1", "LineString")


def test_a_space_without_a_name_is_called_by_its_use_and_id():
    """In both languages."""
    plan = _two_rooms(door("D2", "V", 2.5), name="")
    said = [finding.text.in_("en") for finding in verdicts("fire.door.clear-width", plan)]
    assert any("dining area (A)" in text for text in said), said


def _two_rooms(between, name="dining"):
    return storey(
        [*walls_round(0.1, 0.1, 9.9, 4.9), wall("V", [5, 0], [5, 5])],
        [door("D1", "S", 2, 1.4), between],
        [space("A", "dining", box(0.1, 0.1, 4.9, 4.9), name=name), space("B", "cooking", box(5.1, 0.1, 9.9, 4.9))],
    )


def test_of_two_rooms_a_toilet_reaches_into_the_worse_overlap_is_told_and_shown():
    """1 m2 in the cold room, 4 m2 in the kitchen: the kitchen's is told."""
    spaces = [
        space("K", "cooking", box(0, 0, 4, 4)),
        space("C", "cold-dish-room", box(4, 0, 8, 4)),
        space("T", "toilet", box(2, 1, 4.51, 3)),
    ]
    (found,) = verdicts("food-catering.toilet.outside-handling", storey([], [], spaces))
    xs = [point[0] for point in found.geometry.coordinates[0]]
    assert (min(xs), max(xs)) == pytest.approx((2.01, 4))
    assert set(found.affected) == {"K", "C"}


@pytest.mark.parametrize(
    ("row", "shape"), [("food-catering.area.per-seat", "MultiLineString"), ("art-training.area.per-student", "Polygon")]
)
def test_rooms_that_share_a_figure_are_shown(row, shape):
    """All their outlines, or that of the largest."""
    use = "dining" if "seat" in row else "classroom"
    spaces = [space("A", use, box(0, 0, 2, 2)), space("B", use, box(3, 0, 9, 6))]
    (found,) = verdicts(row, storey([], [], spaces))
    assert found.geometry.type == shape
    lines = found.geometry.coordinates
    assert max(point[0] for ring in lines for point in ring) == 9


def test_several_things_are_all_named():
    """Two names or three, none is left out."""
    names = [Text.of(name, name) for name in "abc"]
    assert [measure.listed(names[:count]).in_("en") for count in (1, 2, 3)] == ["a", "a, b", "a, b, c"]


def test_a_witness_has_no_negative_zero():
    """What rounding leaves of a tiny negative number is written 0."""
    assert str(measure.point((-1e-6, 2)).coordinates) == "(0.0, 2.0)"


@pytest.mark.parametrize(("name", "bound"), [("fail-children_below_ground", "lowest"), ("fail-the_fourth_floor_is_too", "highest")])
def test_a_storey_is_held_against_the_lowest_or_the_highest(name, bound):
    """The sentence names the bound that was crossed."""
    path = next(path for path in CASE_FILES if path.parent.name == "storey-limits" and path.name.startswith(name))
    said = [finding.text.in_("en") for finding in _found(path) if finding.outcome is Outcome.NOT_MET]
    assert said
    assert all(f"the {bound} allowed is" in text for text in said)


@pytest.mark.parametrize(("use", "key"), [("classroom", "people.students"), ("dining", "people.seats")])
def test_who_is_counted_hangs_on_what_the_rooms_are_for(use, key, vocabulary):
    """Where no number of guests is declared, a school is asked for students, a restaurant for seats."""
    plan = Plan.model_validate({"storeys": [storey([], [], [space("A", use, box(0, 0, 2, 2))])]})
    assert Case(plan, Application(), vocabulary).persons == Unknown(key)


def test_one_room_is_shown_by_its_outline():
    """A single room is a filled shape, not a line."""
    (found,) = verdicts("food-catering.area.per-seat", storey([], [], [space("A", "dining", box(0, 0, 2, 2))]))
    assert found.geometry.type == "Polygon"
