"""The picture of what was understood: one colour for what became a plan, another for the lines that did not."""

from pathlib import Path
from xml.etree import ElementTree

import ezdxf
import numpy as np
import pytest

from showroom.formats.drawing import Stroke
from showroom.formats.table import read_plan_with_rest
from showroom.reports.understood import NOT_UNDERSTOOD, UNDERSTOOD, understood_svg

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
    """Two unknown lines and the box of an unknown block are drawn where they lie, in the colour of the legend."""
    plan, unread = read_plan_with_rest(drawing)
    assert sorted(len(stroke.points) for stroke in unread) == [2, 2, 4]
    assert {tuple(stroke.points[0].tolist()) for stroke in unread} == {(0.0, 1.0), (0.0, 2.0), (2.0, 1.0)}
    svg = understood_svg(plan, unread, language="en")
    assert _strokes(svg, NOT_UNDERSTOOD) == 3
    assert _strokes(svg, UNDERSTOOD) == 1
    assert "not understood: 3 lines" in svg


def test_a_plan_that_is_all_understood_says_so() -> None:
    """Our own plan has nothing left over: one colour only, and the legend says it in words."""
    plan, unread = read_plan_with_rest(SHOP)
    assert unread == []
    svg = understood_svg(plan, unread)
    assert _strokes(svg, NOT_UNDERSTOOD) == 0
    assert "没有未能理解的线条" in svg


def test_the_same_plan_gives_the_same_picture() -> None:
    """The picture is byte-stable, and a name with markup in it stays a name."""
    plan, _ = read_plan_with_rest(SHOP)
    odd = plan.revise(name="<b>&")
    stray = [Stroke("", "", np.array([[0.0, 0.0], [30.0, 1.0]]))]
    assert understood_svg(odd, stray) == understood_svg(odd, stray)
    ElementTree.fromstring(understood_svg(odd, stray))
