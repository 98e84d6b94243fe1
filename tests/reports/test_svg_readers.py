"""Other programs open the drawn plan without complaint."""

import io

import pytest
from svglib.svglib import svg2rlg

from showroom.domain.finding import Finding
from showroom.domain.plan import Plan
from showroom.reports.pdf_type import drawing_of, load_fonts
from showroom.reports.svg import plan_svg


def test_svglib_reads_the_drawing(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """The PDF writer's reader turns the drawing into one of the size asked for."""
    load_fonts()
    svg = plan_svg(plan, findings=findings, width_px=600)
    assert svg2rlg(io.BytesIO(svg.encode())) is not None
    assert drawing_of(svg, 300).width == 300


def test_qt_reads_the_drawing(plan: Plan, findings: tuple[Finding, ...]) -> None:
    """Qt's renderer accepts the drawing and sees its size."""
    svg_module = pytest.importorskip("PySide6.QtSvg")
    renderer = svg_module.QSvgRenderer(plan_svg(plan, findings=findings, width_px=640).encode())
    assert renderer.isValid()
    assert renderer.defaultSize().width() == 640
