"""Which picture stands for an act or an outcome? One family of line drawings, `assets/icons/*.svg`, 24 units square.

They are drawn in `currentColor`; a newcomer would tint a bitmap: ask for the colour instead and the drawing is made in it.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from showroom import home
from showroom.domain.finding import Outcome

OF_OUTCOME = {
    Outcome.MET: "met",
    Outcome.NOT_MET: "not-met",
    Outcome.TO_CONFIRM: "to-confirm",
    Outcome.NOT_APPLICABLE: "not-applicable",
    Outcome.NOT_CHECKED: "not-checked",
}


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = (home.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))


def paint_icon(painter: QPainter, name: str, box: QRectF, color: QColor) -> None:
    """Paint the icon `name` into `box`. Raises FileNotFoundError for a name that is not in `assets/icons`."""
    _renderer(name, color.name()).render(painter, box)


def icon_pixmap(name: str, size: int, color: QColor, ratio: float = 1.0) -> QPixmap:
    """Return the icon `name`, `size` logical pixels square."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), color)
    painter.end()
    return pixmap


def permit_icon(permit_id: str) -> str:
    """Return the icon of a permit, or the general one: a fifth permit needs no drawing of its own."""
    return permit_id if (home.assets() / "icons" / f"{permit_id}.svg").is_file() else "permit"
