"""Titles on a sheet say which storey is drawn where; several side by side are told apart."""

from pathlib import Path
from typing import Any

import pytest
import shapely

from showroom.domain.plan import Column, Plan, Space, Storey
from showroom.formats import drawing_storeys, read_plan, write_plan
from showroom.formats.drawing_storeys import stacked
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


def _beside(storey: Storey, shift: float) -> Storey:
    """Return the storey moved to the right by `shift` and up by 1."""
    return drawing_storeys._moved(storey, (shift, 1.0))


def _empty(id_: str, outline: tuple[float, float, float, float], **more: Any) -> Storey:
    left, low, right, high = outline
    ring = ((left, low), (right, low), (right, high), (left, high))
    return Storey(id=id_, spaces=(Space(id=f"{id_}-R", outline=ring),), **more)


def _columns(id_: str, *places: tuple[float, float]) -> tuple[Column, ...]:
    return tuple(
        Column(id=f"{id_}-C{n}", outline=((x, y), (x + 0.4, y), (x + 0.4, y + 0.4), (x, y + 0.4)))
        for n, (x, y) in enumerate(places)
    )


def test_storeys_are_laid_over_each_other_by_their_columns() -> None:
    """Where columns run through, an upper storey of another outline comes to lie over them, and a note says so."""
    below = _empty("F1", (0, 0, 12, 8), columns=_columns("F1", (2, 2), (6, 2), (10, 2), (2, 6)))
    above = _beside(_empty("F2", (0, 0, 9, 8), columns=_columns("F2", (2, 2), (6, 2), (2, 6))), 30.0)
    (first, second), (note,) = stacked([below, above])
    assert first == below
    assert second.columns[0].outline == below.columns[0].outline
    assert second.spaces[0].outline[0] == (0.0, 0.0)
    assert note.code == "storeys-aligned"


def test_storeys_are_laid_over_each_other_by_stair_or_outline() -> None:
    """One staircase of one size tells; where there is none, an outline of the same size does."""
    stair = Space(id="S", use="stair", outline=((9, 5), (12, 5), (12, 8), (9, 8)))
    below = _empty("F1", (0, 0, 12, 8)).revise(spaces=(*_empty("F1", (0, 0, 12, 5)).spaces, stair))
    above = _beside(_empty("F2", (2, 0, 12, 5)).revise(spaces=(*_empty("F2", (2, 0, 12, 5)).spaces, stair.revise(id="S2"))), 40.0)
    assert stacked([below, above])[0][1].spaces[1].outline == stair.outline
    plain = _empty("F1", (0, 0, 12, 8))
    assert stacked([plain, _beside(_empty("F2", (0, 0, 12, 8)), 40.0)])[0][1].spaces[0].outline == plain.spaces[0].outline


def test_storeys_of_which_nothing_tells_stay_where_they_are() -> None:
    """Different outlines with nothing that runs through, or a column that fits twice, are left apart; a note names the storey."""
    below = _empty("F1", (0, 0, 12, 8), columns=_columns("F1", (2, 2), (6, 2)))
    for above in (
        _beside(_empty("F2", (0, 0, 9, 8)), 30.0),
        _beside(_empty("F2", (0, 0, 9, 8), columns=_columns("F2", (4, 4))), 30.0),
    ):
        (first, second), (note,) = stacked([below, above])
        assert (first, second) == (below, above)
        assert (note.code, note.where) == ("storeys-apart", "F2")


@pytest.mark.parametrize("suffix", [".dxf", ".svg"])
def test_storeys_written_side_by_side_are_read_over_each_other(shop: Any, tmp_path: Path, suffix: str) -> None:
    """What was written as storeys over each other lies over each other again, to a millimetre."""
    (one,) = read_plan(shop.draw(tmp_path / "shop.dxf")).storeys
    plan = read_plan(tmp_path / "shop.dxf").revise(storeys=tuple(_renamed(one, level) for level in (1, 2, 3)))
    write_plan(plan, tmp_path / f"three{suffix}")
    again = read_plan(tmp_path / f"three{suffix}")
    first, *others = (shapely.union_all([shapely.Polygon(space.outline) for space in storey.spaces]) for storey in again.storeys)
    assert all(first.hausdorff_distance(other) < 1e-3 for other in others)
    assert [note.code for note in again.source.notes if note.code.startswith("storeys")] == ["storeys-aligned"]
