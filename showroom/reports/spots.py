"""Where on the plan is it? The part of a storey about one finding's witness, as a piece of SVG or PNG.

A storey is drawn once, without names; every spot is a window on that drawing, with its own witness laid over it.
"""

from dataclasses import dataclass, field
from functools import cached_property

from showroom.domain.finding import Finding, Outcome
from showroom.domain.plan import Plan
from showroom.domain.vocabulary import Vocabulary
from showroom.reports.png import png_of
from showroom.reports.sheet import Sheet, short
from showroom.reports.svg import PlanDrawing, draw_plan
from showroom.reports.witnesses import WitnessPainter, points_of

AROUND, LEAST = 1.1, 4.2
"""Metres shown beyond a witness on each side, and the least width shown."""
Window = tuple[float, float, float, float]
"""Left, top, width, height in pixels of the storey's drawing."""


def has_spot(finding: Finding | None) -> bool:
    """Tell whether a finding has a place on the plan that is worth showing."""
    return finding is not None and finding.geometry is not None and finding.outcome is not Outcome.NOT_APPLICABLE


def window_on(sheet: Sheet, finding: Finding, aspect: float) -> Window:
    """Return the part of a storey's drawing that shows a finding's witness, `aspect` times as wide as tall."""
    points = [sheet.px(point) for point in points_of(finding)]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    around = sheet.scale * AROUND
    width = max(sheet.scale * LEAST, east - west + 2 * around, (bottom - top + 2 * around) * aspect)
    return (west + east - width) / 2, (top + bottom - width / aspect) / 2, width, width / aspect


@dataclass(frozen=True)
class Spots:
    """The storeys of one plan, drawn once each."""

    plan: Plan
    vocabulary: Vocabulary
    language: str
    width_px: float = 900
    _painted: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def storeys(self) -> dict[str, PlanDrawing]:
        """The drawing of each storey by its id, without names and witnesses."""
        return {
            storey.id: draw_plan(
                self.plan, storey_id=storey.id, labels=False, width_px=self.width_px, vocabulary=self.vocabulary,
                language=self.language,
            )
            for storey in self.plan.storeys
        }  # fmt: skip

    def storey_of(self, finding: Finding) -> str:
        """Return the id of the storey a finding lies on; the first one where it names none."""
        return finding.storey if finding.storey in self.storeys else next(iter(self.storeys))

    def svg(self, finding: Finding, aspect: float, width: float, *, drawn: str | None = None) -> str:
        """Return the spot as SVG `width` pixels wide. `drawn` takes the place of the storey itself, such as a `<use>` of it."""
        drawing = self.storeys[self.storey_of(finding)]
        left, top, wide, tall = window_on(drawing.sheet, finding, aspect)
        over = Sheet(drawing.sheet.width, drawing.sheet.height, drawing.sheet.scale, drawing.sheet.west, drawing.sheet.north,
                     drawing.sheet.origin)  # fmt: skip
        WitnessPainter(over, (), unit=wide / 22, language=self.language).trace(finding, strong=True)
        body = drawn if drawn is not None else "".join(drawing.sheet.elements)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{short(width)}" height="{short(width / aspect)}"'
            f' viewBox="{short(left)} {short(top)} {short(wide)} {short(tall)}">{body}{"".join(over.elements)}</svg>'
        )

    def png(self, finding: Finding, aspect: float, width_px: int) -> bytes:
        """Return the spot as PNG bytes; spots that look alike are painted once."""
        svg = self.svg(finding, aspect, width_px)
        if svg not in self._painted:
            self._painted[svg] = png_of(svg, width_px)
        return self._painted[svg]
