"""What no line can say is written beside the lines, and comes back: heights, ratings, roles, where stairs lead."""

import json
import re
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import ezdxf
import pytest

from showroom.domain.plan import Fixture, Opening, Plan, Space, Stair, Storey, Wall
from showroom.formats import read_plan, write_plan
from showroom.formats.drawing_heights import height_in
from showroom.formats.table import read_plan_here


def _square(left: float, low: float, right: float, high: float) -> tuple[tuple[float, float], ...]:
    return ((left, low), (right, low), (right, high), (left, high))


def _storey(id_: str, level: int, *, height: float | None) -> Storey:
    """Two rooms with a fire wall between them; the other walls say nothing."""
    corners = ((0.0, 0.0), (8.2, 0.0), (8.2, 4.2), (0.0, 4.2))
    walls = [Wall(id=f"{id_}-W{n}", axis=(corners[n], corners[(n + 1) % 4]), thickness=0.2) for n in range(4)]
    fire = Wall(id=f"{id_}-W4", axis=((4.1, 0.0), (4.1, 4.2)), thickness=0.2, height=3.2, fire_rating_h=2.0)
    return Storey(
        id=id_, level=level, height=height, walls=(*walls, fire),
        openings=(
            Opening(
                id=f"{id_}-D1", kind="door", wall=fire.id, at=2.0, width=0.9, height=2.1, self_closing=True, fire_rating="乙级",
                role="delivery", swing="in", serves=f"{id_}-S1", hinge="left",
            ),
            Opening(id=f"{id_}-D2", kind="door", wall=f"{id_}-W0", at=2.0, width=1.0, leads="outside", swing="out",
                    serves=f"{id_}-S1", hinge="left"),
            Opening(id=f"{id_}-F1", kind="window", wall=f"{id_}-W2", at=2.0, width=1.2, sill=0.9, openable=True, screen=False),
        ),
        spaces=(
            Space(id=f"{id_}-S1", name="厨房", use="cooking", outline=_square(0.1, 0.1, 4.0, 4.1), height=2.8),
            Space(id=f"{id_}-S2", name="楼梯间", use="stair", outline=_square(4.2, 0.1, 8.1, 4.1)),
        ),
        fixtures=(Fixture(id=f"{id_}-X1", kind="hand-basin", at=(0.5, 3.0), size=(0.5, 0.4), height=0.8),),
        stairs=(Stair(id=f"{id_}-ST1", outline=_square(6.0, 0.5, 7.2, 3.5), width=1.2, to="F2" if level == 1 else None),),
    )  # fmt: skip


PLAN = Plan(name="facts", storeys=(_storey("F1", 1, height=3.6), _storey("F2", 2, height=None)))


@pytest.mark.parametrize("suffix", [".dxf", ".svg", ".geojson"])
def test_what_no_line_says_comes_back(tmp_path: Path, suffix: str) -> None:
    """Heights, fire ratings, self-closing leaves, roles, sills and stairs are the same after the way through every format."""
    path = tmp_path / f"plan{suffix}"
    write_plan(PLAN, path)
    again = read_plan(path)
    assert [storey.height for storey in again.storeys] == [3.6, None]
    for storey, was in zip(again.storeys, PLAN.storeys, strict=True):
        assert sorted((space.name, space.height) for space in storey.spaces) == [("厨房", 2.8), ("楼梯间", None)]
        inner = next(opening for opening in storey.openings if opening.kind == "door" and opening.leads is None)
        assert (inner.height, inner.self_closing, inner.fire_rating, inner.role) == (2.1, True, "乙级", "delivery")
        window = next(opening for opening in storey.openings if opening.kind == "window")
        assert (window.sill, window.openable, window.screen, window.bars) == (0.9, True, False, None)
        assert [fixture.height for fixture in storey.fixtures] == [0.8]
        assert storey.wall_of[inner.wall].fire_rating_h == 2.0
        assert storey.wall_of[inner.wall].height == 3.2
        assert sum(wall.fire_rating_h is not None for wall in storey.walls) == 1
        assert [(stair.width, stair.to) for stair in storey.stairs] == [(stair.width, stair.to) for stair in was.stairs]
    assert not any(left.what in ("text", "stair-lines") for left in again.source.not_understood)


@pytest.mark.parametrize("suffix", [".dxf", ".svg"])
def test_facts_nobody_can_use_are_left_out(tmp_path: Path, suffix: str) -> None:
    """Facts of the wrong kind, of unknown keys or no facts at all change nothing, and the drawing is read."""
    path = tmp_path / f"plan{suffix}"
    write_plan(PLAN, path)
    for wrong in ('{"height": "tall", "use": "cold-dish-room"}', "[1, 2]", "{", '{"height": -1}'):
        if suffix == ".dxf":
            document = ezdxf.readfile(path)
            for entity in document.modelspace():
                if entity.has_xdata("SHOWROOM"):
                    entity.set_xdata("SHOWROOM", [(1000, wrong)])
            document.saveas(path)
        else:
            text = re.sub(
                r'data-facts=(".*?"|\'.*?\')', lambda _, wrong=wrong: f"data-facts={quoteattr(wrong)}", path.read_text("utf-8")
            )
            path.write_text(text, "utf-8")
        again = read_plan_here(path)
        assert {space.use for space in again.spaces} == {"cooking", "stair"}
        assert all(space.height is None for space in again.spaces)
        assert all(wall.height is None and wall.fire_rating_h is None for storey in again.storeys for wall in storey.walls)


def test_a_rating_said_of_half_a_wall_is_not_said_of_the_wall(tmp_path: Path) -> None:
    """Of two pieces of one wall that say different things the lesser holds; where one says nothing, nothing does."""
    for second, expected in ((1.0, 1.0), (None, None)):
        (storey,) = (_storey("F1", 1, height=None),)
        halves = (
            Wall(id="A", axis=((4.1, 0.0), (4.1, 2.8)), thickness=0.2, fire_rating_h=2.0),
            Wall(id="B", axis=((4.1, 2.8), (4.1, 4.2)), thickness=0.2, fire_rating_h=second),
        )
        openings = tuple(one.revise(wall="A") if one.wall == "F1-W4" else one for one in storey.openings)
        plan = Plan(storeys=(storey.revise(walls=(*storey.walls[:4], *halves), openings=openings),))
        path = tmp_path / "halves.dxf"
        write_plan(plan, path)
        (again,) = read_plan_here(path).storeys
        door = next(opening for opening in again.openings if opening.leads is None and opening.kind == "door")
        assert again.wall_of[door.wall].fire_rating_h == expected


def _treads(model: Any, *, left: float = 0.0, width: float = 1200.0, count: int = 9, x: float = 6000.0, y: float = 800.0) -> None:
    for number in range(count):
        at = y + 280 * number
        model.add_line((x + left, at), (x + left + width, at), dxfattribs={"layer": "A-FLOR-STRS"})


def test_a_row_of_treads_is_a_flight(shop: Any, tmp_path: Path) -> None:
    """Even treads on a stair layer are a stair as wide as they are long; its side lines and arrow count with it."""

    def add(_document: Any, model: Any) -> None:
        _treads(model)
        model.add_line((6000, 800), (6000, 3040), dxfattribs={"layer": "A-FLOR-STRS"})

    shop.change = add
    plan = read_plan_here(shop.draw(tmp_path / "stair.dxf"))
    (stair,) = plan.storeys[0].stairs
    assert stair.width == pytest.approx(1.2)
    assert not any(left.what == "stair-lines" for left in plan.source.not_understood)


def test_two_flights_are_two_stairs(shop: Any, tmp_path: Path) -> None:
    """Treads side by side with a well between them are two flights, each with its own width."""

    def add(_document: Any, model: Any) -> None:
        _treads(model, width=1100)
        _treads(model, left=1300, width=1150)

    shop.change = add
    stairs = read_plan_here(shop.draw(tmp_path / "stair.dxf")).storeys[0].stairs
    assert sorted(stair.width for stair in stairs) == pytest.approx([1.1, 1.15])


def test_what_shows_no_clear_flight_is_counted(shop: Any, tmp_path: Path) -> None:
    """A rail drawn through the treads, too few treads, or a bare outline make no stair: its width would be a guess."""

    def rail(_document: Any, model: Any) -> None:
        _treads(model, width=2400)
        model.add_line((7200, 800), (7200, 3040), dxfattribs={"layer": "A-FLOR-STRS"})

    def few(_document: Any, model: Any) -> None:
        _treads(model, count=3)

    def bare(_document: Any, model: Any) -> None:
        outline = [(6000, 800), (7200, 800), (7200, 3000), (6000, 3000)]
        model.add_lwpolyline(outline, close=True, dxfattribs={"layer": "楼梯"})

    for change in (rail, few, bare):
        shop.change = change
        plan = read_plan_here(shop.draw(tmp_path / "stair.dxf"))
        assert plan.storeys[0].stairs == ()
        assert any(left.what == "stair-lines" for left in plan.source.not_understood)


def test_facts_are_json_with_the_keys_of_a_plan(tmp_path: Path) -> None:
    """Any program can read them: one JSON object beside each thing, with the keys a plan has."""
    path = tmp_path / "plan.dxf"
    write_plan(PLAN, path)
    said = [
        json.loads("".join(tag.value for tag in entity.get_xdata("SHOWROOM") if tag.code == 1000))
        for entity in ezdxf.readfile(path).modelspace()
        if entity.has_xdata("SHOWROOM")
    ]
    assert {"fire_rating_h": 2.0, "height": 3.2} in said
    assert {"to": "F2", "width": 1.2} in said


@pytest.mark.parametrize(
    ("text", "height"),
    [
        ("净高3.2m", 3.2), ("净高：3200", 3.2), ("厨房 净高 2.80", 2.8), ("吊顶标高 2600mm", 2.6), ("CH=2.7m", 2.7),
        ("ceiling height 280 cm", 2.8), ("层高 3.6m", None), ("净高3", 3.0), ("净高 320", None),
        ("MATCH 3000", None), ("净高", None),
    ],
)  # fmt: skip
def test_a_clear_height_is_read_from_words(text: str, height: float | None) -> None:
    """Words for the clear height with a figure that may be one give metres; a storey's height, or a senseless figure, nothing."""
    assert height_in(text) == height


def test_a_room_is_as_high_as_a_text_in_it_says(shop: Any, tmp_path: Path) -> None:
    """The least height told in a room is the room's, a note names the text, and the text is not left over."""

    def add(_document: Any, model: Any) -> None:
        for text, y in (("净高3.2m", 1200), ("梁下净高 2.9 m", 1500)):
            model.add_text(text, dxfattribs={"layer": "TEXT", "height": 150}).set_placement((2000, y))

    shop.change = add
    plan = read_plan_here(shop.draw(tmp_path / "shop.dxf"))
    assert sorted((space.height for space in plan.spaces if space.height is not None), reverse=True) == [2.9]
    (note,) = (note for note in plan.source.notes if note.code == "height-from-text")
    assert "梁下净高 2.9 m" in note.where
    assert not any(left.what == "text" for left in plan.source.not_understood)
