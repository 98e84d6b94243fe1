"""Doors that nobody called doors: known by their shape, and of what they say about the unit only what can be relied on."""

import math
from pathlib import Path
from typing import Any

import ezdxf
import numpy as np
import pytest

from showroom.formats import read_plan
from showroom.formats.drawing_leaf import drawn_as_door

CENTRE, CLOSED, OPENED = (np.array(point) for point in ((0.0, 0.0), (90.0, 0.0), (0.0, 90.0)))
LEAF = np.array([[0.0, 0.0], [0.0, 90.0], [4.0, 90.0], [4.0, 0.0]])
ARC = (CENTRE, CLOSED, OPENED)
SWEPT = np.array([[90.0 * math.cos(angle), 90.0 * math.sin(angle)] for angle in np.linspace(0, math.pi / 2, 9)])


def test_an_arc_with_one_leaf_is_a_door() -> None:
    """A leaf from the hinge to one end of the arc, be it a line or as thick as a leaf is."""
    assert drawn_as_door([LEAF, SWEPT], [ARC])
    assert drawn_as_door([LEAF[:2], SWEPT], [ARC])


def test_two_leaves_that_meet_are_a_door() -> None:
    """Both hinges, both leaves."""
    mirror = np.array([-1.0, 1.0])
    far = np.array([180.0, 0.0])
    other = (CENTRE * mirror + far, CLOSED * mirror + far, OPENED * mirror + far)
    assert drawn_as_door([LEAF, SWEPT, LEAF * mirror + far, SWEPT * mirror + far], [ARC, other])


@pytest.mark.parametrize(
    ("lines", "arcs"),
    [
        ([np.array([[0.0, 90.0], [0.0, 0.0], [90.0, 0.0]]), SWEPT], [ARC]),
        ([SWEPT], [ARC]),
        ([LEAF, SWEPT, np.array([[300.0, 0.0], [400.0, 0.0]])], [ARC]),
        ([LEAF], []),
        ([LEAF, SWEPT], [(CENTRE, CLOSED, -CLOSED)]),
    ],
    ids=["corner shower", "arc alone", "far line", "no arc", "half circle"],
)
def test_what_is_no_door(lines: list[Any], arcs: list[Any]) -> None:
    """A closed sector, an arc alone, something wider than a door, a box, half a turn."""
    assert not drawn_as_door(lines, arcs)


def _house(path: Path, insunits: int) -> Path:
    """Draw two rooms in centimetres, the door between them a block `D80` on a layer nobody knows; walls on a French layer."""
    document = ezdxf.new()
    document.header["$INSUNITS"] = insunits
    model = document.modelspace()
    block = document.blocks.new("D80")
    block.add_arc((0, 0), 80, 0, 90)
    block.add_lwpolyline([(0, 0), (0, 80), (4, 80), (4, 0)], close=True)
    walls = {"layer": "MURS_EXT"}
    for ring in (
        [(0, 0), (820, 0), (820, 420), (0, 420)],
        [
            (20, 20),
            (400, 20),
            (400, 160),
            (410, 160),
            (410, 20),
            (800, 20),
            (800, 400),
            (410, 400),
            (410, 240),
            (400, 240),
            (400, 400),
            (20, 400),
        ],
    ):
        model.add_lwpolyline(ring, close=True, dxfattribs=walls)
    model.add_blockref("D80", (410, 160), dxfattribs={"layer": "DYER", "rotation": 90})
    document.saveas(path)
    return path


def test_a_block_of_unknown_name_is_a_door_by_its_shape(tmp_path: Path) -> None:
    """It closes the gap in the wall, joins the rooms on its sides and has its leaf."""
    plan = read_plan(_house(tmp_path / "house.dxf", 5))
    (door,) = plan.openings
    assert (door.kind, door.width) == ("door", pytest.approx(0.8))
    assert door.origin is not None
    assert (door.origin.found, door.origin.name) == ("arc", "D80")
    assert len(list(plan.spaces)) == 2


def test_a_door_known_by_shape_refutes_an_implausible_unit(tmp_path: Path) -> None:
    """Centimetres declared as inches would make its leaf 2 m wide: centimetres are proposed. Declared rightly they are believed."""
    for declared, believed in ((1, False), (5, True)):
        plan = read_plan(_house(tmp_path / "house.dxf", declared))
        assert (plan.source.unit, plan.source.lengths_confirmed) == ("cm", believed)


def test_without_a_declared_unit_double_doors_are_measured_by_their_leaves(shop: Any, tmp_path: Path) -> None:
    """Doors of 1.5 to 1.8 m are two usual leaves in metres, not one in feet."""
    shop.per_metre, shop.insunits, shop.measurement = 1.0, None, None
    shop.doors = []

    def double_doors(document: Any, model: Any) -> None:
        block = document.blocks.new("DOOR_DBL")
        block.add_arc((-0.85, 0), 0.85, 0, 90)
        block.add_arc((0.85, 0), 0.85, 90, 180)
        for side in (-0.85, 0.85):
            block.add_line((side, 0), (side, 0.85))
        for x in (3, 8):
            model.add_blockref("DOOR_DBL", (x, 0), dxfattribs={"layer": "DOOR"})

    shop.change = double_doors
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert plan.source.unit == "m"


def test_of_two_walls_in_one_line_a_door_lies_in_the_one_it_ends(tmp_path: Path) -> None:
    """A thick wall and a thin one follow each other on one axis; a door beside the thin one's end is in the thin one."""
    document = ezdxf.new(units=6)
    model = document.modelspace()
    for points in (
        [(0, 0), (8, 0), (8, 8), (0, 8)],
        [(0.2, 0.2), (3.88, 0.2), (3.88, 3.9), (0.2, 3.9)],
        [(4.12, 0.2), (7.8, 0.2), (7.8, 3.9), (4.12, 3.9)],
        [(0.2, 4.1), (7.8, 4.1), (7.8, 7.8), (4.06, 7.8), (4.06, 6.3), (3.94, 6.3), (3.94, 7.8), (0.2, 7.8)],
    ):
        model.add_lwpolyline(points, close=True, dxfattribs={"layer": "WALL"})
    for x, low, high in ((3.94, 4.1, 4.9), (4.06, 4.1, 4.9)):
        model.add_line((x, low), (x, high), dxfattribs={"layer": "WALL"})
    model.add_line((3.94, 4.9), (4.06, 4.9), dxfattribs={"layer": "WALL"})
    model.add_arc((4, 4.9), 1.4, 90, 180, dxfattribs={"layer": "DOOR"})
    model.add_line((4, 4.9), (2.6, 4.9), dxfattribs={"layer": "DOOR"})
    document.saveas(tmp_path / "walls.dxf")
    storey = read_plan(tmp_path / "walls.dxf").storeys[0]
    (door,) = storey.openings
    assert storey.wall_of[door.wall].thickness == pytest.approx(0.12)
    assert len(storey.spaces) == 4
