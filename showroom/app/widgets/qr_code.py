"""How is a code shown so that a phone reads it? Black on white whatever the theme, whole pixels a module, its quiet zone kept."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from showroom.app.theme import Look

_QUIET = 4


class QrCode(QWidget):
    """A QR code, as large as its place allows."""

    def __init__(self, look: Look, modules: tuple[tuple[bool, ...], ...], name: str) -> None:
        super().__init__()
        self.look, self._modules = look, modules
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(self._modules_across * 2, self._modules_across * 2)

    @property
    def _modules_across(self) -> int:
        return len(self._modules) + 2 * _QUIET

    def sizeHint(self) -> QSize:
        """Return the side at which a module is four pixels."""
        return QSize(self._modules_across * 4, self._modules_across * 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the white square and the dark modules."""
        across = self._modules_across
        side = max(1, min(self.width(), self.height()) // across)
        left, top = (self.width() - side * across) // 2, (self.height() - side * across) // 2
        painter = QPainter(self)
        painter.fillRect(QRect(left, top, side * across, side * across), Qt.GlobalColor.white)
        for y, line in enumerate(self._modules, _QUIET):
            for x, dark in enumerate(line, _QUIET):
                if dark:
                    painter.fillRect(left + x * side, top + y * side, side, side, Qt.GlobalColor.black)
        painter.end()
