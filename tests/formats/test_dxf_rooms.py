"""Rooms nobody outlined are found from what walls, doors and windows enclose; openings from symbols, loose lines and gaps."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely
from ezdxf.math import Vec3

from benchmarks.drawn import drawing
from showroom.domain.errors import InputError
from showroom.domain.plan import Plan
from showroom.formats import read_plan, read_vocabulary
from showroom.geometry.layout import Layout

AREAS = {"dining": 5.8 * 4.8 - 2.0 * 2.0, "cooking": 3.8 * 4.8, "toilet": 1.8 * 1.8}
WIDTHS = [1.4, 1.0, 0.8, 1.1]
JOINS = [{"dining", "outside"}, {"dining", "cooking"}, {"dining", "toilet"}, {"cooking", "outside"}]


def _areas(plan: Plan) -> dict[str, float]:
    return {space.use: shapely.Polygon(space.outline, space.holes).area for space in plan.spaces}


def _joins(plan: Plan) -> list[set[str]]:
    uses = {space.id: space.use for space in plan.spaces}
    layout = Layout(plan, read_vocabulary())
    return [{uses.get(side or "", "outside") for side in layout.opening(opening.id).joins} for opening in plan.openings]


def _codes(plan: Plan) -> list[str]:
    return [note.code for note in plan.source.notes]


def _check(plan: Plan) -> None:
    assert _areas(plan) == pytest.approx(AREAS, rel=1e-3)
    assert [round(opening.width, 4) for opening in plan.openings] == WIDTHS
    assert _joins(plan) == JOINS
    assert [opening.leads for opening in plan.openings] == ["outside", None, None, "outside"]


@pytest.fixture
def walled(shop: Any) -> Any:
    """Return the restaurant without its room outlines."""
    shop.rooms = False
    return shop


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Any], Plan]:
    """Return a function that draws a shop and reads it back."""
    return lambda shop: read_plan(shop.draw(tmp_path / "shop.dxf"))


DIALECTS: dict[str, dict[str, Any]] = {
    "plain": {},
    "metres": {"per_metre": 1.0, "insunits": 6},
    "inches": {"per_metre": 1 / 0.0254, "insunits": 1, "measurement": 0},
    "turned": {"turn": 30.0},
    "mirrored": {"mirror": True, "turn": 200.0},
    "far": {"at": (523_000.0, 3_456_000.0)},
    "in a block": {"in_a_block": True, "mirror": True, "turn": 17.0, "at": (40.0, -12.0)},
    "R12": {"version": "R12"},
    "Chinese layers": {"wall_layer": "0-墙体-新建"},
}


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_walls_and_doors_alone_give_the_rooms(walled: Any, read: Callable[[Any], Plan], dialect: dict[str, Any]) -> None:
    """Where no outline is drawn, rooms reach to the inner faces of their walls and doors are shut: the reveal is no room's."""
    for name, value in dialect.items():
        setattr(walled, name, value)
    plan = read(walled)
    _check(plan)
    assert not any(space.proposal for space in plan.spaces)
    assert "rooms-from-walls" in _codes(plan)


def test_the_shared_clinic_is_found_from_its_walls(shared_data: Path) -> None:
    """Nine rooms of the right use within 0.5 % of their inner faces, nine doors of arc and leaf, two exits, nothing left over."""
    plan = read_plan(shared_data / "plans-drawn" / "clinic-base.centre.dxf")
    areas = {
        "候诊区": 5.8 * 4.8, "诊疗室": 3.8 * 2.8, "药房": 3.8 * 1.8, "走道": 9.8 * 1.4, "手术室": 3.8 * 3.2, "化验室": 2.3 * 3.2,
        "医废暂存间": 1.5 * 3.2, "卫生间": 1.6 * 3.2, "隔离室": 2.8 * 4.8,
    }  # fmt: skip
    assert {space.name: shapely.Polygon(space.outline, space.holes).area for space in plan.spaces} == pytest.approx(areas, rel=5e-3)
    assert "other" not in {space.use for space in plan.spaces}
    assert sorted(round(door.width, 4) for door in plan.openings) == [0.95, 0.95, 0.95, 0.95, 0.95, 1.1, 1.2, 1.2, 1.4]
    assert [door.width for door in plan.openings if door.leads == "outside"] == pytest.approx([1.4, 1.1])
    assert {door.kind for door in plan.openings} == {"door"}
    assert all(door.serves and door.swing for door in plan.openings)
    assert plan.source.not_understood == ()


def test_centre_lines_give_rooms_that_are_proposals(walled: Any, read: Callable[[Any], Plan]) -> None:
    """Single lines do not say how thick a wall is: a masonry wall is assumed, told in a note, and the rooms are proposals."""
    walled.centre_lines = True
    plan = read(walled)
    _check(plan)
    assert all(space.proposal for space in plan.spaces)
    assert "wall-thickness-assumed" in _codes(plan)


@pytest.mark.parametrize("slip", [5.0, 20.0, 40.0])
def test_slips_of_the_pen_are_closed_and_told(walled: Any, read: Callable[[Any], Plan], slip: float) -> None:
    """A wall line that ends up to 5 % of a door too early is joined; the gap is listed and the room is a proposal."""
    walled.change = lambda _document, model: _shorten(model, slip)
    plan = read(walled)
    assert _areas(plan) == pytest.approx(AREAS, rel=5e-3)
    assert {space.use for space in plan.spaces if space.proposal} == {"cooking"}
    assert "gap-bridged" in _codes(plan)


def _shorten(model: Any, slip: float) -> None:
    """Take `slip` off the end of the kitchen's right inner face, at its lower corner."""
    for line in model.query("LINE"):
        if {round(line.dxf.start.x), round(line.dxf.end.x)} == {9900}:
            low = "start" if line.dxf.start.y < line.dxf.end.y else "end"
            line.dxf.set(low, line.dxf.get(low) + Vec3(0, slip))


def test_a_wider_gap_is_no_slip(walled: Any, read: Callable[[Any], Plan]) -> None:
    """A gap of 20 cm in both faces of a wall is not closed in silence: what lies behind it is no room of its own."""

    def open_up(_document: Any, model: Any) -> None:
        for line in list(model.query("LINE")):
            (x0, y0, _), (x1, y1, _) = line.dxf.start, line.dxf.end
            if round(x0) == round(x1) and round(x0) in (9900, 10100) and abs(y1 - y0) > 4000:
                low, high = sorted((y0, y1))
                model.add_line((x0, low), (x0, 2400), dxfattribs={"layer": "WALL"})
                model.add_line((x0, 2600), (x0, high), dxfattribs={"layer": "WALL"})
                model.delete_entity(line)

    walled.change = open_up
    assert set(_areas(read(walled))) == {"dining", "toilet"}


def test_a_gap_without_a_symbol_is_a_passage(walled: Any, read: Callable[[Any], Plan]) -> None:
    """A gap between two ends of one wall is a passage as wide as it is drawn, and separates the rooms on its sides."""

    def forget_the_door(_document: Any, model: Any) -> None:
        model.delete_entity(model.query('INSERT[layer=="DOOR"]')[1])

    walled.change = forget_the_door
    plan = read(walled)
    assert _areas(plan) == pytest.approx(AREAS, rel=1e-3)
    passages = [(opening.kind, round(opening.width, 3)) for opening in plan.openings if opening.kind != "door"]
    assert passages == [("passage", 1.0)]
    assert _joins(plan)[-1] == {"dining", "cooking"}


def test_two_loose_arcs_that_meet_are_one_double_door(walled: Any, read: Callable[[Any], Plan]) -> None:
    """Two quarter circles with their leaves, tips together, make one door with a hinge on either side."""

    def two_leaves(_document: Any, model: Any) -> None:
        model.delete_entity(model.query('INSERT[layer=="DOOR"]')[0])
        for hinge, start, end in ((2300, 0, 90), (3700, 90, 180)):
            model.add_arc((hinge, 0), 700, start, end, dxfattribs={"layer": "A-DOOR"})
            model.add_line((hinge, 0), (hinge, 700), dxfattribs={"layer": "A-DOOR"})

    walled.change = two_leaves
    plan = read(walled)
    door = next(opening for opening in plan.openings if opening.width > 1.2)
    assert (round(door.width, 3), door.hinge, door.leads) == (1.4, "both", "outside")
    assert len(list(plan.openings)) == 4
    assert not any("door" in one.what for one in plan.source.not_understood)


def test_lines_along_a_gap_on_a_door_layer_are_a_door(walled: Any, read: Callable[[Any], Plan]) -> None:
    """A sliding door drawn by its leaf, a flat rectangle in the gap, is a door as wide as the gap."""

    def slide(_document: Any, model: Any) -> None:
        model.delete_entity(model.query('INSERT[layer=="DOOR"]')[1])
        leaf = [(5980, 1500), (6020, 1500), (6020, 2500), (5980, 2500)]
        model.add_lwpolyline(leaf, close=True, dxfattribs={"layer": "门"})

    walled.change = slide
    plan = read(walled)
    assert _areas(plan) == pytest.approx(AREAS, rel=1e-3)
    assert sorted(round(opening.width, 3) for opening in plan.openings if opening.kind == "door") == sorted(WIDTHS)


def test_panes_in_a_wall_are_a_window(walled: Any, read: Callable[[Any], Plan]) -> None:
    """Parallel lines on a window layer, between the faces of a wall, are one window as wide as they are long."""

    def glaze(_document: Any, model: Any) -> None:
        for y in (-100, -30, 30, 100):
            model.add_line((7000, y), (8500, y), dxfattribs={"layer": "窗"})

    walled.change = glaze
    plan = read(walled)
    windows = [opening for opening in plan.openings if opening.kind == "window"]
    assert [round(window.width, 3) for window in windows] == [1.5]
    assert _areas(plan) == pytest.approx(AREAS, rel=1e-3)
    assert not any("window" in one.what for one in plan.source.not_understood)


def test_columns_in_walls_take_from_the_room_and_free_ones_stand_in_it(walled: Any, read: Callable[[Any], Plan]) -> None:
    """A room goes round a column that joins its wall; one that stands free is a column of the plan and no hole."""

    def add(_document: Any, model: Any) -> None:
        for x, y in ((9700, 4700), (8000, 2500)):
            square = [(x - 200, y - 200), (x + 200, y - 200), (x + 200, y + 200), (x - 200, y + 200)]
            model.add_lwpolyline(square, close=True, dxfattribs={"layer": "柱"})

    walled.change = add
    plan = read(walled)
    assert _areas(plan)["cooking"] == pytest.approx(AREAS["cooking"] - 0.16, rel=1e-3)
    assert len(plan.storeys[0].columns) == 2


def test_a_room_within_a_room_is_an_island(walled: Any, read: Callable[[Any], Plan]) -> None:
    """A walled box in the middle of a room is a room of its own, and with its walls a hole in the one round it."""

    def add(_document: Any, model: Any) -> None:
        for half in (700, 800):
            box = [(8900 - half, 3500 - half), (8900 + half, 3500 - half), (8900 + half, 3500 + half), (8900 - half, 3500 + half)]
            model.add_lwpolyline(box, close=True, dxfattribs={"layer": "WALL"})

    walled.change = add
    plan = read(walled)
    areas = sorted(shapely.Polygon(space.outline, space.holes).area for space in plan.spaces)
    assert areas == pytest.approx(
        sorted([*(AREAS[use] for use in ("dining", "toilet")), AREAS["cooking"] - 1.6**2, 1.4**2]), rel=1e-3
    )
    assert [len(space.holes) for space in plan.spaces if space.use == "cooking"] == [1]


def test_rooms_are_numbered_as_one_reads(walled: Any, read: Callable[[Any], Plan]) -> None:
    """Found rooms are R1, R2, … from the top down and from the left, for the file has no name for them."""
    spaces = list(read(walled).spaces)
    assert [space.id for space in spaces] == ["R1", "R2", "R3"]
    assert [space.use for space in spaces] == ["toilet", "dining", "cooking"]


def test_walls_that_enclose_nothing_say_how_many_ends_are_open(walled: Any, read: Callable[[Any], Plan]) -> None:
    """Loose walls make no room; the message counts the ends that meet nothing and says what to draw."""

    def only_two(_document: Any, model: Any) -> None:
        for line in list(model.query("LINE"))[2:]:
            model.delete_entity(line)

    walled.change = only_two
    with pytest.raises(InputError) as caught:
        read(walled)
    assert "no room was found" in str(caught.value)
    assert "ends of walls meet nothing" in str(caught.value)
    assert "SPACE" in str(caught.value)


def test_a_curved_wall_bounds_its_room(walled: Any, read: Callable[[Any], Plan]) -> None:
    """Walls drawn as arcs enclose a room as well as straight ones do."""

    def add(_document: Any, model: Any) -> None:
        for radius in (1500, 1700):
            model.add_arc((10_100, 2500), radius, -90, 90, dxfattribs={"layer": "WALL"})

    walled.change = add
    areas = sorted(shapely.Polygon(space.outline, space.holes).area for space in read(walled).spaces)
    assert len(areas) == 4
    assert min(areas) == pytest.approx(AREAS["toilet"], rel=1e-3)
    assert any(area == pytest.approx(math.pi * 1.5**2 / 2, rel=0.02) for area in areas)


def test_partitions_on_both_sides_of_a_corridor_do_not_divide_it(tmp_path: Path) -> None:
    """Walls on one line that end at both sides of a corridor leave the corridor between them whole; it is no passage."""
    plan = read_plan(drawing(tmp_path / "rows.dxf", 8, outlines=False))
    names = [space.name for space in plan.spaces]
    assert len(names) == 9
    assert names.count("走道") == 1
    assert [opening.kind for opening in plan.openings].count("passage") == 0


def test_a_gap_in_an_outer_wall_is_a_proposal(walled: Any, read: Callable[[Any], Plan]) -> None:
    """Nothing tells whether an empty gap to the outside is a door or a window; one between two rooms is a passage for certain."""
    walled.change = lambda _document, model: [model.delete_entity(insert) for insert in model.query("INSERT[layer=='DOOR']")]
    plan = read(walled)
    assert {(opening.width, opening.kind, opening.proposal) for opening in plan.openings} == {
        (1.4, "passage", True),
        (1.0, "passage", False),
        (0.8, "passage", False),
        (1.1, "passage", True),
    }
