"""The drawn plan: complete, deterministic, and readable by the programs that show it."""

import re
import xml.etree.ElementTree as ET

import pytest
from shapely.geometry import Point

from showroom.domain.finding import Finding, Outcome
from showroom.domain.plan import Plan
from showroom.reports import palette
from showroom.reports.outlines import wall_bodies
from showroom.reports.svg import draw_plan, plan_svg

_ALLOWED = {"svg", "title", "g", "rect", "circle", "path", "text"}


def test_every_room_is_named_with_its_area(plan: Plan) -> None:
    """The drawing names every room as it was drawn, or by its use where nothing was drawn, with its area."""
    svg = plan_svg(plan)
    for name in ("大堂", "厨房", "餐具洗消间", "预进间", "凉菜间", "储藏室", "走道", "卫生间"):
        assert name in svg
    assert "5.47 m²" in svg


def test_rooms_are_named_by_use_in_english(plan: Plan) -> None:
    """In English a room is called by its use."""
    svg = plan_svg(plan, language="en")
    assert ">Cold dish room<" in svg
    assert "凉菜间" not in svg


def test_only_the_small_language_of_svg_is_used(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """The picture keeps to elements and attributes that Qt and svglib both know."""
    root = ET.fromstring(plan_svg(plan, findings=findings, selected=findings[2]))
    assert {element.tag.split("}")[1] for element in root.iter()} <= _ALLOWED
    assert not any(name in ("class", "style", "clip-path", "filter") for element in root.iter() for name in element.attrib)


def test_walls_leave_their_openings_free(plan: Plan) -> None:
    """A wall is filled except where a door, hatch or window stands in it."""
    drawing = draw_plan(plan, labels=False, furniture=False)
    bodies = wall_bodies(plan.storeys[0])
    assert not any(body.covers(Point(6.5, 2.6)) for body in bodies), "the middle of door D2"
    assert any(body.covers(Point(6.5, 1.5)) for body in bodies)
    assert drawing.svg.count(f'fill="{palette.WALL}"') == len(bodies)


def test_corners_of_walls_are_filled(plan: Plan) -> None:
    """Two walls that meet at their ends fill the corner between them."""
    assert any(body.covers(Point(-0.09, -0.09)) for body in wall_bodies(plan.storeys[0]))


def test_findings_carry_their_number_and_colour(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """Each finding with a witness gets one disc with its number in the list, in the colour of its outcome."""
    drawing = draw_plan(plan, findings=findings)
    marked = {str(index): found for index, found in enumerate(findings, 1) if found.geometry and found.outcome != "not_applicable"}
    assert {pin.number: pin.finding for pin in drawing.pins} == marked
    for outcome in (Outcome.MET, Outcome.NOT_MET, Outcome.TO_CONFIRM):
        assert palette.OUTCOME[outcome] in drawing.svg
    assert "0.78 m" in drawing.svg


def test_discs_do_not_lie_upon_each_other(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """Numbered discs keep clear of one another."""
    pins = draw_plan(plan, findings=findings).pins
    for one in pins:
        for other in pins:
            if one is not other:
                assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 > (one.radius * 1.5) ** 2


def test_a_disc_is_found_where_it_is_touched(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """A touch on or near a disc gives its finding; a touch far from all gives none."""
    drawing = draw_plan(plan, findings=findings)
    pin = drawing.pins[1]
    assert drawing.pin_at(pin.x + pin.radius + 5, pin.y) is not None
    assert drawing.pin_at(pin.x, pin.y) == pin
    assert drawing.pin_at(1, 1) is None


def test_the_selected_finding_stands_out(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """With one finding selected, the others are drawn paler."""
    assert 'opacity="0.35"' not in plan_svg(plan, findings=findings)
    assert 'opacity="0.35"' in plan_svg(plan, findings=findings, selected=findings[2])


def test_metres_and_pixels_agree(plan: Plan) -> None:
    """A point in metres goes to a pixel and back, and up in the plan is up on the picture."""
    sheet = draw_plan(plan).sheet
    assert sheet.metres(sheet.px((3.2, 4.5))) == pytest.approx((3.2, 4.5))
    assert sheet.px((0, 9))[1] < sheet.px((0, 0))[1]


def test_the_same_plan_gives_the_same_bytes(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """Drawing twice gives the same text."""
    assert plan_svg(plan, findings=findings) == plan_svg(Plan.model_validate(plan.model_dump()), findings=findings)


def test_a_storey_nobody_drew_is_refused(plan: Plan) -> None:
    """An unknown storey is a mistake of the caller."""
    with pytest.raises(KeyError):
        plan_svg(plan, storey_id="F9")


def test_marks_stay_on_the_picture(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """Nothing is written outside the frame."""
    drawing = draw_plan(plan, findings=findings, width_px=800)
    for x, y in re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"', drawing.svg):
        assert 0 < float(x) < drawing.sheet.width
        assert 0 < float(y) < drawing.sheet.height
