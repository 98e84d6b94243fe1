"""Titles on a sheet say which storey is drawn where; several side by side are told apart."""

from pathlib import Path
from typing import Any

import pytest
import shapely

from showroom.domain.plan import Plan
from showroom.formats import read_plan, write_plan
from showroom.formats.drawing_titles import level_of


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一层平面图", 1), ("首层平面图 1:100", 1), ("底层平面", 1), ("二层平面布置图", 2), ("十二层平面图", 12),
        ("地下一层平面图", -1),
        ("负二层平面图", -2), ("2F", 2), ("B1", -1), ("3F 平面图", 3), ("渔人码头小馆一层平面图", 1), ("GROUND FLOOR PLAN", 1),
        ("Level 2", 2), ("2层", 2), ("首层", 1),
    ],
)  # fmt: skip
def test_a_title_says_which_storey(text: str, level: int) -> None:
    """Chinese and English titles, with or without scale or shop's name, give the level."""
    found = level_of(text)
    assert found is not None
    assert found[0] == level


@pytest.mark.parametrize("text", ["厨房", "2F大堂", "一层楼梯间", "第十一次修改", "A-1", "B12", "DN25", "三层货架", "平面图"])
def test_other_texts_are_no_titles(text: str) -> None:
    """A room's name, a revision, a pipe or a shelf that has a number in it is no storey's title."""
    assert level_of(text) is None


def _uses(plan: Plan) -> dict[str, list[str]]:
    return {storey.id: sorted(space.use for space in storey.spaces) for storey in plan.storeys}


def test_a_title_gives_the_level_of_a_single_storey(shop: Any, tmp_path: Path) -> None:
    """A drawing titled 二层平面图 is the second storey, and the title is understood."""
    shop.change = lambda _document, model: model.add_text("二层平面图", dxfattribs={"insert": (5000, -3000), "height": 500})
    (storey,) = read_plan(shop.draw(tmp_path / "shop.dxf")).storeys
    assert (storey.id, storey.level) == ("F2", 2)


@pytest.mark.parametrize("rooms", [True, False], ids=["outlines", "walls"])
def test_storeys_side_by_side_are_told_apart(shop: Any, tmp_path: Path, rooms: bool) -> None:
    """Two plans on one sheet under their titles become two storeys, each with its own rooms, doors and fixtures."""
    shop.rooms, shop.in_a_block = rooms, True

    def second(_document: Any, model: Any) -> None:
        model.add_blockref("PLAN", (20_000, 0))
        model.add_text("首层平面图", dxfattribs={"insert": (3000, -3000), "height": 500})
        model.add_text("二层平面图", dxfattribs={"insert": (23_000, -3000), "height": 500})

    shop.change = second
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert [(storey.id, storey.level) for storey in plan.storeys] == [("F1", 1), ("F2", 2)]
    assert _uses(plan) == {"F1": ["cooking", "dining", "toilet"], "F2": ["cooking", "dining", "toilet"]}
    assert [len(storey.openings) for storey in plan.storeys] == [4, 4]
    assert [len(storey.fixtures) for storey in plan.storeys] == [2, 2]
    assert not any(one.what == "text" for one in plan.source.not_understood)


@pytest.mark.parametrize("suffix", [".dxf", ".svg", ".geojson"])
def test_storeys_survive_the_way_through_a_file(shop: Any, tmp_path: Path, suffix: str) -> None:
    """A plan of three storeys, one below ground, is written side by side and read back as three."""
    (one,) = read_plan(shop.draw(tmp_path / "shop.dxf")).storeys
    plan = read_plan(tmp_path / "shop.dxf")
    storeys = [_renamed(one, level) for level in (-1, 1, 2)]
    write_plan(plan.revise(storeys=tuple(storeys)), tmp_path / f"three{suffix}")
    again = read_plan(tmp_path / f"three{suffix}")
    assert [(storey.id, storey.level) for storey in again.storeys] == [("B1", -1), ("F1", 1), ("F2", 2)]
    assert set(map(tuple, _uses(again).values())) == {("cooking", "dining", "toilet")}
    areas = [sum(shapely.Polygon(space.outline).area for space in storey.spaces) for storey in again.storeys]
    assert areas == pytest.approx([areas[0]] * 3, rel=1e-3)
    assert [len(storey.openings) for storey in again.storeys] == [4, 4, 4]


def _renamed(storey: Any, level: int) -> Any:
    """Return a copy of a storey at another level, every id made its own."""
    mark = f"L{level}-"
    groups = {
        name: tuple(thing.revise(id=mark + thing.id) for thing in getattr(storey, name)) for name in ("walls", "spaces", "fixtures")
    }
    openings = tuple(
        one.revise(id=mark + one.id, wall=mark + one.wall, serves=mark + one.serves if one.serves else None)
        for one in storey.openings
    )
    return storey.revise(id=f"F{level}" if level > 0 else f"B{-level}", level=level, openings=openings, **groups)
