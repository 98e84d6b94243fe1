"""Does one come up the stairs, and down again, without a step through the air or a wall?"""

import math
from itertools import pairwise

import numpy as np
import pytest
from shapely import Point

from showroom import formats
from showroom.domain.plan import Plan
from showroom.modelling import premises
from showroom.modelling.stairs import climbs, middle_line
from showroom.view.stage import Pose, Vector
from showroom.view.storeys import Storeys
from showroom.view.vtk_stage import VtkStage


def storey(name: str, level: int, stair: dict[str, object]) -> dict[str, object]:
    """A room of 8 × 6 m with a stair along its north wall and a door in its south wall."""
    south = {"id": f"W{name}", "axis": [[0, -0.1], [8, -0.1]], "thickness": 0.2}
    return {
        "id": name,
        "level": level,
        "height": 3.0,
        "walls": [south],
        "openings": [{"id": f"D{name}", "kind": "door", "wall": f"W{name}", "at": 1.0, "width": 1.0, "leads": "outside"}],
        "spaces": [{"id": f"S{name}", "use": "corridor", "outline": [[0, 0], [8, 0], [8, 6], [0, 6]]}],
        "stairs": [stair],
    }


def two_storeys(outline: list[list[float]], width: float) -> Plan:
    """Two storeys joined by a stair of this outline."""
    below = storey("F1", 1, {"id": "T", "outline": outline, "width": width, "to": "F2"})
    above = storey("F2", 2, {"id": "T2", "outline": outline, "width": width, "to": "F1"})
    return Plan.model_validate({"storeys": [below, above]})


PLANS = {
    "straight": two_storeys([[2, 4.8], [7.5, 4.8], [7.5, 6], [2, 6]], 1.2),
    "turning": two_storeys([[3, 3.3], [8, 3.3], [8, 6], [3, 6]], 1.3),
}
every_stair = pytest.mark.parametrize("kind", list(PLANS))


@every_stair
def test_the_line_of_a_stair_lies_on_its_steps(kind: str) -> None:
    """From the lower floor to the upper one, everywhere within a step's height above what was built."""
    plan = PLANS[kind]
    (climb,) = climbs(plan)
    line = middle_line(climb)
    assert (line[0][2], line[-1][2]) == (pytest.approx(0.0), pytest.approx(3.3))
    stage = VtkStage()
    try:
        stage.show(premises.build(plan, formats.read_vocabulary()))
        for a, b in pairwise(line):
            for share in np.linspace(0.05, 0.95, 12):
                x, y, z = (float(p + (q - p) * share) for p, q in zip(a, b, strict=True))
                met = stage.cast((x, y, z + 0.5), (0.0, 0.0, -1.0))
                assert met is not None
                assert abs(met.position[2] - z) < 0.36, (kind, x, y, z)
    finally:
        stage.close()


@every_stair
def test_the_way_to_another_storey_leads_up_the_stairs_and_back(kind: str) -> None:
    """It begins at the eye, ends on the other storey's ground at eye height, and never rises faster than a stair."""
    storeys = Storeys(PLANS[kind])
    eye: Vector = (1.0, 1.0, 1.6)
    up = storeys.way(eye, "F2")
    assert up[0] == pytest.approx(eye)
    assert up[-1][2] == pytest.approx(3.3 + 1.6)
    assert storeys.walker("F2").stands(up[-1])
    for a, b in pairwise(up):
        flat = math.dist(a[:2], b[:2])
        assert abs(b[2] - a[2]) <= 0.85 * flat + 0.4
    down = storeys.way(up[-1], "F1")
    assert down[-1][2] == pytest.approx(1.6)
    assert storeys.walker("F1").stands(down[-1])


@every_stair
def test_nobody_walks_over_a_stairs_well_or_through_its_steps(kind: str) -> None:
    """On both storeys the stair's area is no ground."""
    storeys = Storeys(PLANS[kind])
    (climb,) = climbs(PLANS[kind])
    for name in storeys.ids:
        assert not storeys.walker(name).ground.intersects(climb.area.buffer(-0.05))
        assert storeys.walker(name).ground.contains(Point(1.0, 1.0))


def test_an_eye_tells_its_storey() -> None:
    """By its height alone; half way up a stair one is still below."""
    storeys = Storeys(PLANS["straight"])
    assert [storeys.at((1.0, 1.0, z)) for z in (1.6, 3.0, 4.9, 9.0, -2.0)] == ["F1", "F1", "F2", "F2", "F1"]


def test_a_storey_no_stairs_lead_to_is_arrived_at_inside_its_door() -> None:
    """There is no way, and a place to be set down."""
    apart = PLANS["straight"].revise(storeys=tuple(one.revise(stairs=()) for one in PLANS["straight"].storeys))
    storeys = Storeys(apart)
    assert storeys.way((1.0, 1.0, 1.6), "F2") == ()
    pose: Pose = storeys.arrival("F2")
    assert pose.eye[2] == pytest.approx(4.9)
    assert storeys.walker("F2").stands(pose.eye)
