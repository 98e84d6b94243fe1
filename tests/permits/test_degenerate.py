"""Drawings no building could have: refused in plain words, or an honest outcome; never a crash, never a traceback."""

import math

import pytest
import yaml

from showroom.domain.finding import Outcome
from tests.permits.drawn import KNOWN, box, door, everything, fixture, space, storey, wall, walls_round
from tests.permits.premises import PERMITS, Desk, Draft, rows

SHOP = walls_round(0, 0, 10, 8)
DINING = space("A", "dining", box(0, 0, 10, 8))
BOW_TIE = [[0, 0], [10, 8], [10, 0], [0, 8]]


def _plan(*storeys: dict) -> Draft:
    return Draft({"format": 1, "storeys": list(storeys)}, {"format": 1, **KNOWN})


REFUSED = {
    "a wall without length": storey([wall("W", [1, 1], [1, 1])], [], [DINING]),
    "a coordinate that is no number": storey(SHOP, [], [space("A", "dining", [[0, 0], [math.nan, 0], [1, 1]])]),
    "an endless wall": storey([wall("W", [0, 0], [math.inf, 0])], [], [DINING]),
    "a coordinate beyond every country": storey(SHOP, [], [space("A", "dining", box(0, 0, 1e9, 1))]),
    "a door in a wall that is not there": storey(SHOP, [door("D", "X", 1)], [DINING]),
    "a door without width": storey(SHOP, [door("D", "S", 1, 0)], [DINING]),
    "a door whose place is no number": storey(SHOP, [door("D", "S", math.nan)], [DINING]),
    "two things of one id": storey(SHOP, [door("D", "S", 1), door("D", "S", 3)], [DINING]),
    "a space of two corners": storey(SHOP, [], [space("A", "dining", [[0, 0], [1, 1]])]),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_cannot_be_drawn_is_refused(desk: Desk, name: str):
    """Exit 2, the file and the mistake named on standard error, nothing on standard output."""
    status, findings, err = desk.check_draft(_plan(REFUSED[name]), "food-catering")
    assert (status, findings) == (2, [])
    assert "draft-1.plan.yaml" in err
    assert "Traceback" not in err


def _grid(number: int) -> dict:
    side = math.ceil(math.sqrt(number))
    uses = ("dining", "cooking", "corridor", "toilet", "classroom", "consulting")
    spaces = [
        space(f"A{i}", uses[i % len(uses)], box(4 * (i % side), 4 * (i // side), 4 * (i % side) + 3.8, 4 * (i // side) + 3.8))
        for i in range(number)
    ]
    walls = [wall(f"V{k}", [4 * k - 0.1, -0.1], [4 * k - 0.1, 4 * side]) for k in range(side + 1)]
    doors = [door(f"D{i}", f"V{i % side}", 4 * (i // side) + 2, 0.9) for i in range(number)]
    return storey(walls, doors, spaces)


TWISTED = {
    "an outline that crosses itself": storey(SHOP, [door("D", "S", 3)], [space("A", "dining", BOW_TIE)]),
    "an outline on a line": storey(SHOP, [door("D", "S", 3)], [space("A", "dining", [[0, 0], [5, 0], [10, 0]])]),
    "an outline on a point": storey(SHOP, [door("D", "S", 3)], [space("A", "corridor", [[1, 1]] * 3), DINING | {"id": "B"}]),
    "a hole larger than its space": storey(SHOP, [door("D", "S", 3)], [DINING | {"holes": [box(-1, -1, 11, 9)]}]),
    "a hole outside its space": storey(SHOP, [door("D", "S", 3)], [DINING | {"holes": [box(20, 20, 22, 22)]}]),
    "a hole that crosses itself": storey(SHOP, [door("D", "S", 3)], [DINING | {"holes": [[[1, 1], [3, 3], [3, 1], [1, 3]]]}]),
    "spaces over each other": storey(
        SHOP, [door("D", "S", 3)], [DINING, space("B", "cooking", box(2, 2, 12, 9)), space("C", "toilet", box(3, 3, 5, 5))]
    ),
    "one space twice": storey(SHOP, [door("D", "S", 3)], [DINING, DINING | {"id": "B"}]),
    "a door off its wall": storey(SHOP, [door("D", "S", 400), door("D2", "S", -400)], [DINING]),
    "a door wider than its wall": storey(SHOP, [door("D", "S", 5, 80)], [DINING]),
    "a door in a wall far away": storey([*SHOP, wall("X", [500, 500], [510, 500])], [door("D", "X", 3)], [DINING]),
    "a wall thicker than the house": storey([*SHOP, wall("X", [0, 4], [10, 4], 50)], [door("D", "S", 3)], [DINING]),
    "walls through everything": storey(
        [*SHOP, *(wall(f"X{i}", [i, -1], [i, 9], 0.9) for i in range(10))], [door("D", "S", 3)], [DINING]
    ),
    "a plan 100 km wide": storey(
        walls_round(0, 0, 100_000, 50_000), [door("D", "S", 3), door("D2", "N", 90_000)],
        [space("A", "dining", box(0, 0, 50_000, 50_000)), space("C", "corridor", box(50_000, 0, 100_000, 50_000))],
        [fixture("X", "stove", 99_999, 1), fixture("Y", "hand-basin", 1, 1)],
    ),
    "rooms a thousand kilometres apart": storey(
        SHOP, [door("D", "S", 3)], [DINING, space("B", "cooking", box(9e5, 9e5, 9e5 + 3, 9e5 + 3))]
    ),
    "a room as thin as paper": storey(SHOP, [door("D", "S", 3)], [DINING, space("C", "corridor", box(0, 8, 10, 8.0001))]),
    "a hundred corners on one line": storey(
        SHOP, [door("D", "S", 3)], [space("A", "corridor", [[i / 10, 0] for i in range(101)] + [[10, 8], [0, 8]])]
    ),
    "nothing at all": storey([], [], []),
    "doors and no room": storey(SHOP, [door("D", "S", 3)], []),
    "fixtures and no room": storey([], [], [], [fixture("X", "stove", 1, 1), fixture("Y", "wc", 2, 2)]),
    "a fixture as large as the town": storey(SHOP, [door("D", "S", 3)], [DINING], [fixture("X", "shelf", 5, 4, (5000, 5000))]),
}  # fmt: skip


NOT_READ = frozenset(
    {
        "a door off its wall", "a door wider than its wall", "a hole larger than its space", "a hole outside its space",
        "a hole that crosses itself", "an outline on a line", "an outline on a point", "an outline that crosses itself",
    }
)  # fmt: skip
"""What a plan file may not say; a drawing in another format may still come to it."""


@pytest.mark.parametrize("name", sorted(TWISTED))
def test_the_command_line_refuses_it_plainly_or_checks_it(desk: Desk, name: str):
    """A mistake of the file is named with its line; anything else is checked to its end."""
    status, findings, err = desk.check_draft(_plan(TWISTED[name]), "food-catering")
    assert "Traceback" not in err
    if name in NOT_READ:
        assert (status, findings) == (2, [])
        assert "draft-1.plan.yaml:" in err
    else:
        assert status in (0, 1, 3), err
        assert findings
        assert rows(findings, "not_checked") == set()


@pytest.mark.parametrize("permit", PERMITS)
@pytest.mark.parametrize("name", sorted(TWISTED))
def test_an_odd_drawing_gets_an_honest_answer(name: str, permit: str):
    """However the plan was read: every rule runs to its end, and what could not be measured is not passed."""
    findings = everything(permit, TWISTED[name])
    assert [finding for finding in findings if finding.outcome is Outcome.NOT_CHECKED] == []
    for finding in findings:
        assert finding.measured is None or math.isfinite(finding.measured.value)
        assert finding.outcome is not Outcome.MET or finding.margin is None or finding.margin > -1e-3


@pytest.mark.parametrize("permit", PERMITS)
def test_thousands_of_rooms_come_to_an_end(desk: Desk, permit: str):
    """Two thousand rooms give no more findings than rooms and doors times rows, and none was left out for a crash."""
    number = 2000 if permit == "food-catering" else 300
    _, findings, err = desk.check_draft(_plan(_grid(number)), permit)
    assert "Traceback" not in err
    assert rows(findings, "not_checked") == set()
    per_row: dict[str, int] = {}
    for finding in findings:
        per_row[finding["requirement"]] = per_row.get(finding["requirement"], 0) + 1
    assert max(per_row.values()) <= 2 * number + 2


def test_a_plan_of_numbers_only_is_refused(desk: Desk):
    """A file that is no plan is told so."""
    path = desk.folder / "numbers.plan.yaml"
    path.write_text(yaml.safe_dump([1, 2, 3]), encoding="utf-8")
    status, findings, err = desk.check(path, "food-catering")
    assert (status, findings) == (2, [])
    assert "numbers.plan.yaml" in err
    assert "Traceback" not in err
