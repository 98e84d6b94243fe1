"""How do metres become a picture? A sheet maps the storey's axes to pixels and collects SVG elements in the order they are drawn.

Only what SVG Tiny 1.2 knows is written (attributes, no style sheets, markers, clips or filters), so that Qt, browsers and svglib
all show the same. Numbers are written with two decimals: same plan, same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from showroom.reports.words import clean, columns_of

Metres = tuple[float, float]
Pixels = tuple[float, float]
FONT = "Noto Sans SC"


def short(value: float) -> str:
    """Return a number with at most two decimals and no needless zeros."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown in ("-0", "") else shown


def text_width(text: str, size: float) -> float:
    """Return about how wide `text` is drawn at font size `size`: a wide character is one em, a narrow one 0.56."""
    wide = columns_of(text) - len(text)
    return size * (max(0, wide) + 0.56 * (len(text) - max(0, wide)))


@dataclass
class Sheet:
    """A picture being drawn. `scale` is pixels a metre; (west, north) in metres lies at `origin` in pixels."""

    width: float
    height: float
    scale: float
    west: float
    north: float
    origin: Pixels
    elements: list[str] = field(default_factory=list)

    def px(self, point: Metres) -> Pixels:
        """Return where a point in metres lies, pixels from the top left."""
        return self.origin[0] + (point[0] - self.west) * self.scale, self.origin[1] + (self.north - point[1]) * self.scale

    def metres(self, point: Pixels) -> Metres:
        """Return the point in metres under a pixel."""
        return self.west + (point[0] - self.origin[0]) / self.scale, self.north - (point[1] - self.origin[1]) / self.scale

    def draw(self, element: str, **attributes: str | float) -> None:
        """Draw an element; attribute names are written with `_` for `-`, numbers rounded."""
        shown = "".join(
            f" {name.replace('_', '-')}={quoteattr(value if isinstance(value, str) else short(value))}"
            for name, value in attributes.items()
        )
        self.elements.append(f"<{element}{shown}/>")

    def path(self, rings: Sequence[Sequence[Pixels]], *, closed: bool = True, **attributes: str | float) -> None:
        """Draw lines through pixels; several rings fill even-odd."""
        data = "".join(
            "M" + "L".join(f"{short(x)} {short(y)}" for x, y in ring) + ("Z" if closed else "") for ring in rings if len(ring) > 1
        )
        self.draw("path", d=data, **attributes)

    def text(
        self,
        at: Pixels,
        words: str,
        *,
        size: float,
        fill: str,
        bold: bool = False,
        anchor: Literal["start", "middle", "end"] = "middle",
        turned: bool = False,
    ) -> None:
        """Write one line; `at` is its middle (or start, or end) at half the height of its capitals. `turned` reads upwards."""
        x, y = at
        turn = f' transform="rotate(-90 {short(x)} {short(y)})"' if turned else ""
        weight = ' font-weight="bold"' if bold else ""
        self.elements.append(
            f'<text x="{short(x)}" y="{short(y + size * 0.36)}" font-family="{FONT}" font-size="{short(size)}"{weight}'
            f' fill="{fill}" text-anchor="{anchor}"{turn}>{escape(clean(words))}</text>'
        )

    def open_group(self, **attributes: str | float) -> None:
        """Begin a group, such as one drawn paler than the rest."""
        self.draw("g", **attributes)
        self.elements[-1] = self.elements[-1].removesuffix("/>") + ">"

    def close_group(self) -> None:
        """End the group begun last."""
        self.elements.append("</g>")

    def svg(self, title: str) -> str:
        """Return the finished document."""
        width, height = short(self.width), short(self.height)
        frame = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny" {frame}>'
        body = (f"<title>{escape(clean(title))}</title>", *self.elements, "</svg>\n")
        return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', head, *body))
