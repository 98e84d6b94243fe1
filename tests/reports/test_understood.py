"""The picture of what was understood: one colour for what became a plan, another for the lines that did not."""

import io
from pathlib import Path
from xml.etree import ElementTree

import ezdxf
import numpy as np
import pytest
from PIL import Image, ImageColor

from showroom.domain.errors import Problem
from showroom.formats.drawing import Stroke
from showroom.formats.table import read_plan_with_rest
from showroom.formats.worker import NoRoomError
from showroom.reports.png import png_of
from showroom.reports.understood import NOT_UNDERSTOOD, UNDERSTOOD, refused_svg, understood_svg

SHOP = Path(__file__).resolve().parents[2] / "scenes" / "hot-food-shop" / "premises.plan.yaml"


def _strokes(svg: str, colour: str) -> int:
    return sum(element.get("stroke") == colour for element in ElementTree.fromstring(svg).iter())


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    """Return a drawing of one room, with two lines on a layer nobody knows and a block of unknown name."""
    document = ezdxf.new(units=6)
    model = document.modelspace()
    model.add_lwpolyline([(0, 0), (4, 0), (4, 3), (0, 3)], close=True, dxfattribs={"layer": "SPACE"})
    for y in (1, 2):
        model.add_line((0, y), (4, y), dxfattribs={"layer": "AXIS"})
    document.blocks.new("THING").add_lwpolyline([(0, 0), (1, 0), (1, 1)], close=True)
    model.add_blockref("THING", (2, 1), dxfattribs={"layer": "FIXTURE"})
    document.saveas(tmp_path / "room.dxf")
    return tmp_path / "room.dxf"


def test_lines_left_over_are_drawn_in_their_own_colour(drawing: Path) -> None:
    """Two unknown lines and the box of an unknown block are drawn where they lie, in the colour of the legend; so is the room."""
    plan, unread = read_plan_with_rest(drawing)
    assert sorted(len(stroke.points) for stroke in unread) == [2, 2, 4]
    assert {tuple(stroke.points[0].tolist()) for stroke in unread} == {(0.0, 1.0), (0.0, 2.0), (2.0, 1.0)}
    svg = understood_svg(plan, unread, language="en")
    assert _strokes(svg, NOT_UNDERSTOOD) == 4
    assert "not understood: 3 lines, 0 texts, 1 rooms" in svg
    assert "未能理解：3 条线" in svg


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """Return a drawing with one of everything that becomes nothing, beside a kitchen that is understood."""
    document = ezdxf.new(units=6)
    model = document.modelspace()
    for layer, points, closed in (
        ("SPACE", [(0, 0), (4, 0), (4, 3), (0, 3)], True),
        ("SPACE", [(5, 0), (9, 0), (9, 3), (5, 3)], True),
        ("SPACE", [(5, 5), (9, 5), (9, 8)], False),
        ("WALL", [(0, 6), (0.2, 6.1)], False),
        ("DOOR", [(2, 7), (2.9, 7)], False),
        ("COLUMN", [(6, 9), (6.3, 9)], False),
    ):
        model.add_lwpolyline(points, close=closed, dxfattribs={"layer": layer})
    model.add_arc((3, 9), 0.9, 0, 90, dxfattribs={"layer": "DOOR"})
    model.add_text("厨房", height=0.2, dxfattribs={"insert": (1, 1)})
    model.add_text("见详图", height=0.2, dxfattribs={"insert": (4.4, 4)})
    document.saveas(tmp_path / "untidy.dxf")
    return tmp_path / "untidy.dxf"


def test_everything_that_became_nothing_is_orange(untidy: Path) -> None:
    """An open outline, a scrap of wall, a loose door line, a lost door, half a column, a text, a room of unknown use."""
    plan, unread = read_plan_with_rest(untidy)
    left = {stroke.layer for stroke in unread}
    assert {"SPACE", "WALL", "DOOR", "COLUMN", "见详图"} <= left
    assert sum(stroke.layer == "DOOR" for stroke in unread) == 2
    svg = understood_svg(plan, unread)
    assert _strokes(svg, NOT_UNDERSTOOD) == 6
    words = {element.text for element in ElementTree.fromstring(svg).iter() if element.get("fill") == NOT_UNDERSTOOD}
    assert "见详图" in words
    assert any(word and word.endswith("?") for word in words)
    assert "厨房" not in words


def test_what_was_used_is_not_orange(shared_data: Path) -> None:
    """Walls, leaves, arcs and texts that became something leave nothing over."""
    for name in ("food-base.clean.dxf", "clinic-base.centre.dxf"):
        plan, unread = read_plan_with_rest(shared_data / "plans-drawn" / name)
        assert unread == []
        assert _strokes(understood_svg(plan, unread), NOT_UNDERSTOOD) == 0


def test_a_png_shows_the_same(untidy: Path) -> None:
    """The PNG has both colours, is as wide as wanted, and the same bytes every time."""
    svg = understood_svg(*read_plan_with_rest(untidy))
    first, second = png_of(svg, 640), png_of(svg, 640)
    assert first == second
    image = Image.open(io.BytesIO(first)).convert("RGB")
    assert image.width == 640
    colours = {colour for _, colour in image.getcolors(1 << 20) or []}
    assert {ImageColor.getrgb(UNDERSTOOD), ImageColor.getrgb(NOT_UNDERSTOOD)} <= colours


def test_a_plan_that_is_all_understood_says_so() -> None:
    """Our own plan has nothing left over: one colour only, and the legend says it in words."""
    plan, unread = read_plan_with_rest(SHOP)
    assert unread == []
    svg = understood_svg(plan, unread)
    assert _strokes(svg, NOT_UNDERSTOOD) == 0
    assert "没有未能理解的内容" in svg


def test_the_same_plan_gives_the_same_picture() -> None:
    """The picture is byte-stable, and a name with markup in it stays a name."""
    plan, _ = read_plan_with_rest(SHOP)
    odd = plan.revise(name="<b>&")
    stray = [Stroke("", "", np.array([[0.0, 0.0], [30.0, 1.0]]))]
    assert understood_svg(odd, stray) == understood_svg(odd, stray)
    ElementTree.fromstring(understood_svg(odd, stray))


@pytest.fixture
def roomless(tmp_path: Path) -> Path:
    """Return a drawing of walls that close round nothing."""
    document = ezdxf.new(units=6)
    model = document.modelspace()
    for y in (0, 0.2):
        model.add_line((0, y), (4, y), dxfattribs={"layer": "WALL"})
    model.add_text("备餐", dxfattribs={"layer": "TEXT", "height": 0.2, "insert": (1, 1)})
    document.saveas(tmp_path / "walls.dxf")
    return tmp_path / "walls.dxf"


def test_a_drawing_without_a_room_is_drawn_all_as_not_understood(roomless: Path) -> None:
    """The refusal holds what is drawn; its picture shows that in one colour, with the reason in both languages below."""
    with pytest.raises(NoRoomError) as refused:
        read_plan_with_rest(roomless)
    assert {stroke.layer for stroke in refused.value.drawn} == {"WALL", "备餐"}
    svg = refused_svg(refused.value.problems, refused.value.drawn)
    assert _strokes(svg, NOT_UNDERSTOOD) == 2
    assert _strokes(svg, UNDERSTOOD) == 0
    assert "图中有 2 条墙线、0 扇门，但没有围出房间" in svg
    assert "2 wall lines and 0 doors, but no room was found in this drawing" in svg


def test_a_refused_picture_is_as_large_as_what_is_drawn() -> None:
    """Neither a drawing that is tiny nor a scrap far away makes the rest too small to see."""
    problem = Problem("a.svg", "no room was found in this drawing", "")
    lines = [Stroke("", "", np.array([[0.0, y], [0.2, y]])) for y in np.linspace(0, 0.1, 60)]
    far = Stroke("", "", np.array([[900.0, 900.0], [901.0, 901.0]]))
    tree = ElementTree.fromstring(refused_svg([problem], [*lines, far]))
    drawn = [element.get("d", "") for element in tree.iter() if element.get("stroke") == NOT_UNDERSTOOD]
    ends = [[float(corner.split()[0]) for corner in path.strip("MZ").split("L")] for path in drawn]
    assert len(drawn) == 60
    assert all(abs(last - first) > 600 for first, last in ends)
