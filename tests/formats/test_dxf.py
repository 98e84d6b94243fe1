"""A DXF drawing becomes a plan: rooms, walls, doors, fixtures, exits, however it is turned, scaled or nested."""

import math
from pathlib import Path
from typing import Any

import pytest
import shapely

from showroom.domain.errors import InputError
from showroom.domain.plan import Opening, Plan
from showroom.formats import read_plan, read_vocabulary
from showroom.formats.inspection import inspection
from showroom.geometry.layout import Layout

AREAS = {"dining": 5.8 * 4.8 - 2.0 * 2.0, "cooking": 3.8 * 4.8, "toilet": 1.8 * 1.8}


def _area(plan: Plan) -> dict[str, float]:
    return {space.use: shapely.Polygon(space.outline, space.holes).area for space in plan.spaces}


def _widths(plan: Plan) -> list[float]:
    return [round(opening.width, 4) for opening in plan.openings]


def _joins(plan: Plan) -> list[set[str]]:
    uses = {space.id: space.use for space in plan.spaces}
    layout = Layout(plan, read_vocabulary())
    return [{uses.get(side or "", "outside") for side in layout.opening(opening.id).joins} for opening in plan.openings]


def _check_all(plan: Plan) -> None:
    assert _area(plan) == pytest.approx(AREAS, rel=1e-6)
    assert _widths(plan) == [1.4, 1.0, 0.8, 1.1]
    assert _joins(plan) == [{"dining", "outside"}, {"dining", "cooking"}, {"dining", "toilet"}, {"cooking", "outside"}]
    assert [opening.leads for opening in plan.openings] == ["outside", None, None, "outside"]
    assert {fixture.kind for fixture in plan.fixtures} == {"hand-basin", "stove"}
    assert all(wall.thickness == pytest.approx(0.2, abs=1e-6) for wall in plan.storeys[0].walls)


DIALECTS: dict[str, dict[str, Any]] = {
    "plain": {},
    "metres": {"per_metre": 1.0, "insunits": 6},
    "centimetres": {"per_metre": 100.0, "insunits": 5},
    "inches": {"per_metre": 1 / 0.0254, "insunits": 1, "measurement": 0},
    "turned": {"turn": 30.0},
    "mirrored": {"mirror": True, "turn": 200.0},
    "far": {"at": (523_000.0, 3_456_000.0)},
    "in a block": {"in_a_block": True, "mirror": True, "turn": 17.0, "at": (40.0, -12.0)},
    "R12": {"version": "R12"},
    "R2018": {"version": "R2018"},
    "Chinese layers": {"space_layer": "房间轮廓", "wall_layer": "0-WALL-新建"},
}


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
def test_every_dialect_gives_the_same_plan(shop: Any, tmp_path: Path, dialect: dict[str, Any]) -> None:
    """Unit, turn, mirror, distance from the origin, nesting, version and layer words do not change what is read."""
    for name, value in dialect.items():
        setattr(shop, name, value)
    _check_all(read_plan(shop.draw(tmp_path / "shop.dxf")))


def test_the_shared_drawing_is_read_whole(shared_data: Path) -> None:
    """The prepared drawing has 7 rooms, 8 doors, 2 exits (1.4 m and 1.1 m), areas within 0.5 %, every fixture of the right kind."""
    plan = read_plan(shared_data / "plans-drawn" / "food-base.clean.dxf")
    areas = {
        "用餐区": 45.24,
        "厨房 烹饪区": 18.24,
        "粗加工间": 8.74,
        "切配间": 8.74,
        "洗消间": 4.14,
        "食品库房": 4.14,
        "卫生间": 5.04,
    }
    assert {space.name: shapely.Polygon(space.outline).area for space in plan.spaces} == pytest.approx(areas, rel=5e-3)
    assert _widths(plan) == [1.4, 1.0, 0.95, 0.95, 1.1, 0.95, 0.95, 0.95]
    assert [opening.width for opening in plan.openings if opening.leads == "outside"] == [1.4, 1.1]
    assert _joins(plan) == [
        {"dining", "outside"}, {"dining", "cooking"}, {"cutting", "cooking"}, {"raw-prep", "cutting"}, {"raw-prep", "outside"},
        {"ware-wash", "dining"}, {"food-storage", "dining"}, {"toilet", "dining"},
    ]  # fmt: skip
    kinds = sorted(fixture.kind for fixture in plan.fixtures)
    assert kinds == sorted(
        ["hand-basin"] * 3 + ["sink-ware"] * 3 + ["sink-vegetable", "sink-meat", "sink-aquatic", "sink-mop", "stove", "hood"]
        + ["fume-purifier", "refrigerator", "freezer", "ware-cabinet"]
    )  # fmt: skip
    assert plan.source.not_understood == ()
    assert plan.source.lengths_confirmed
    assert plan.storeys[0].level is None


def test_ids_are_the_handles_of_the_file(shared_data: Path) -> None:
    """A room, door or fixture keeps the handle it has in the drawing."""
    plan = read_plan(shared_data / "plans-drawn" / "food-base.clean.dxf")
    assert [space.id for space in plan.spaces] == ["CF", "D1", "D3", "D5", "D7", "D9", "DB"]
    assert [opening.id for opening in plan.openings] == ["E3", "EC", "F4", "F6", "FE", "101", "103", "105"]


def test_every_door_lies_in_a_wall_that_runs_past_it(shop: Any, tmp_path: Path) -> None:
    """The wall is one piece across its doors, so that an opening lies within it."""
    storey = read_plan(shop.draw(tmp_path / "shop.dxf")).storeys[0]
    assert len(storey.walls) == 7
    for opening in storey.openings:
        length = math.dist(*storey.wall_of[opening.wall].axis)
        assert opening.width / 2 <= opening.at <= length - opening.width / 2


def test_axes_of_walls_meet_at_corners(shop: Any, tmp_path: Path) -> None:
    """At a corner the ends of two axes are one point, although their faces end at the inner corner."""
    ends = [end for wall in read_plan(shop.draw(tmp_path / "shop.dxf")).storeys[0].walls for end in wall.axis]
    for corner in [(0, 0), (10, 0), (10, 5), (0, 5)]:
        assert sum(math.dist(corner, end) < 1e-6 for end in ends) == 2


def _door(plan: Plan, number: int) -> Opening:
    return list(plan.openings)[number]


def test_hinge_and_swing_are_seen_from_the_room_served(shop: Any, tmp_path: Path) -> None:
    """The toilet's door serves the toilet; its leaf opens into it, hinged to the right of who stands inside and faces the door."""
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    toilet = next(space.id for space in plan.spaces if space.use == "toilet")
    door = _door(plan, 2)
    assert (door.serves, door.swing, door.hinge) == (toilet, "in", "right")


def test_a_mirrored_door_is_hinged_on_the_other_side(shop: Any, tmp_path: Path) -> None:
    """Mirroring the block (xscale −1) moves the hinge and leaves the width alone."""
    shop.doors[2].scale = (-1.0, 1.0)
    door = _door(read_plan(shop.draw(tmp_path / "shop.dxf")), 2)
    assert (door.hinge, door.swing, door.width) == ("left", "in", 0.8)


def test_a_door_put_in_upside_down_opens_out(shop: Any, tmp_path: Path) -> None:
    """Mirroring the block the other way (yscale −1) turns the leaf to the other side of the wall."""
    shop.doors[2].scale = (1.0, -1.0)
    door = _door(read_plan(shop.draw(tmp_path / "shop.dxf")), 2)
    assert (door.hinge, door.swing) == ("right", "out")


def test_a_double_door_has_both_hinges(shop: Any, tmp_path: Path) -> None:
    """Two leaves that meet in the middle are one door, hinged on both sides."""

    def redraw(document: Any, _model: Any) -> None:
        block = document.blocks.get("DOOR_0X")
        block.delete_all_entities()
        block.add_arc((-700, 0), 700, 0, 90)
        block.add_arc((700, 0), 700, 90, 180)

    shop.change = redraw
    door = _door(read_plan(shop.draw(tmp_path / "shop.dxf")), 0)
    assert (door.hinge, door.swing, door.width) == ("both", "in", 1.4)


def test_a_loose_arc_on_a_door_layer_is_a_door(shop: Any, tmp_path: Path) -> None:
    """A leaf drawn as an arc without a block is found in its gap all the same."""
    gap = shop.doors[1]

    def redraw(document: Any, model: Any) -> None:
        for insert in model.query("INSERT[name=='DOOR_1X']"):
            model.delete_entity(insert)
        model.add_arc((6000, 1500), 1000, 90, 180, dxfattribs={"layer": "A-DOOR"})

    shop.change = redraw
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert sorted(_widths(plan)) == [0.8, gap.gap, 1.1, 1.4]
    assert {"dining", "cooking"} in _joins(plan)


def test_rooms_without_walls_get_walls_for_their_doors(shop: Any, tmp_path: Path) -> None:
    """Where no wall is drawn a piece of it is put between the rooms of a door, and a note says so."""
    shop.walls = False
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert _widths(plan) == [1.4, 1.0, 0.8, 1.1]
    assert _joins(plan)[1] == {"dining", "cooking"}
    assert "wall-made-for-door" in [note.code for note in plan.source.notes]


def test_walls_drawn_by_their_centre_lines_reach_the_rooms(shop: Any, tmp_path: Path) -> None:
    """Single lines along the middle of walls become walls as thick as the rooms leave room for."""
    shop.centre_lines = True
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert _widths(plan) == [1.4, 1.0, 0.8, 1.1]
    assert {round(wall.thickness, 3) for wall in plan.storeys[0].walls} == {0.2}
    assert [opening.leads for opening in plan.openings] == ["outside", None, None, "outside"]


def test_a_door_to_a_room_nobody_outlined_is_no_exit(shop: Any, tmp_path: Path) -> None:
    """A part of the building without an outline is unknown, not outside."""

    def forget_the_toilet(_document: Any, model: Any) -> None:
        model.delete_entity(model.query("LWPOLYLINE")[2])

    shop.change = forget_the_toilet
    assert _door(read_plan(shop.draw(tmp_path / "shop.dxf")), 2).leads is None


def test_a_door_to_the_open_is_an_exit_without_a_label(shop: Any, tmp_path: Path) -> None:
    """A door between a room and the outside leads outside, labelled or not."""
    for door in shop.doors:
        door.label = ""
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert [opening.leads for opening in plan.openings] == ["outside", None, None, "outside"]


def test_hidden_things_do_not_count_but_are_listed(shop: Any, tmp_path: Path) -> None:
    """What lies on frozen or switched-off layers or in paper space is left out and counted."""

    def hide(document: Any, model: Any) -> None:
        document.layers.add("OLD-SPACE").freeze()
        document.layers.add("OTHER-SPACE").off()
        for layer in ("OLD-SPACE", "OTHER-SPACE"):
            model.add_lwpolyline([(0, 9000), (9000, 9000), (9000, 15000)], close=True, dxfattribs={"layer": layer})
        document.layout("Layout1").add_lwpolyline([(0, 0), (5000, 0), (5000, 5000)], close=True, dxfattribs={"layer": "SPACE"})

    shop.change = hide
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert len(list(plan.spaces)) == 3
    counted = {(one.what, one.where): one.count for one in plan.source.not_understood}
    assert counted["layer-frozen", "OLD-SPACE"] == 1
    assert counted["layer-off", "OTHER-SPACE"] == 1
    assert counted["paper-space", "Layout1"] == 1


def test_what_is_not_understood_is_counted(shop: Any, tmp_path: Path) -> None:
    """Lines on layers of no known meaning, unknown blocks and open outlines are listed with their number."""

    def scribble(document: Any, model: Any) -> None:
        for y in range(3):
            model.add_line((0, y), (1, y), dxfattribs={"layer": "AXIS"})
        document.blocks.new("THING").add_circle((0, 0), 300)
        model.add_blockref("THING", (7000, 3000), dxfattribs={"layer": "FIXTURE"})
        model.add_lwpolyline([(0, 0), (1000, 0), (1000, 1000)], dxfattribs={"layer": "SPACE"})

    shop.change = scribble
    counted = inspection(read_plan(shop.draw(tmp_path / "shop.dxf")))["not_understood"]
    assert {"what": "LINE", "where": "AXIS", "count": 3} in counted
    assert {"what": "fixture-unknown", "where": "THING", "count": 1} in counted
    assert {"what": "open-outline", "where": "SPACE", "count": 1} in counted


def test_a_fixture_is_named_by_its_attribute_before_its_block(shop: Any, tmp_path: Path) -> None:
    """`KIND` goes before the block's name, and a nested block that matches too counts once."""

    def add(document: Any, model: Any) -> None:
        outer = document.blocks.new("水池-成套")
        outer.add_lwpolyline([(0, 0), (1200, 0), (1200, 600), (0, 600)], close=True)
        outer.add_blockref("洗手池", (300, 300))
        insert = model.add_blockref("水池-成套", (7000, 3000), dxfattribs={"layer": "FIXTURE", "rotation": 90})
        insert.add_attrib("KIND", "sink-meat", insert=(7000, 3000))

    shop.change = add
    fixtures = list(read_plan(shop.draw(tmp_path / "shop.dxf")).fixtures)
    assert [fixture.kind for fixture in fixtures] == ["hand-basin", "stove", "sink-meat"]
    assert fixtures[2].at == pytest.approx((6.7, 3.6))
    assert fixtures[2].size == pytest.approx((1.2, 0.6))
    assert fixtures[2].angle == pytest.approx(90)


def test_a_window_block_lies_in_its_wall(shop: Any, tmp_path: Path) -> None:
    """A block on a window layer becomes a window, also where the wall lines run through it."""

    def add(document: Any, model: Any) -> None:
        block = document.blocks.new("C1500")
        block.add_lwpolyline([(-750, -100), (750, -100), (750, 100), (-750, 100)], close=True)
        model.add_blockref("C1500", (8000, 0), dxfattribs={"layer": "A-GLAZ"})

    shop.change = add
    windows = [opening for opening in read_plan(shop.draw(tmp_path / "shop.dxf")).openings if opening.kind == "window"]
    assert [round(window.width, 3) for window in windows] == [1.5]


def test_a_drawing_without_rooms_says_what_to_draw(shop: Any, tmp_path: Path) -> None:
    """Neither outlines nor walls make no room; the message says which polyline on which layer does."""
    shop.rooms = shop.walls = False
    with pytest.raises(InputError) as caught:
        read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert "no room was found" in str(caught.value)
    assert "SPACE" in str(caught.value)


def test_reading_is_repeatable(shop: Any, tmp_path: Path) -> None:
    """The same file gives the same plan, to the last digit."""
    path = shop.draw(tmp_path / "shop.dxf")
    assert read_plan(path).model_dump_json() == read_plan(path).model_dump_json()
