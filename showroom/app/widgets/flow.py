"""How do chips stand that are of different widths? Side by side, on as many lines as they need."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """A layout that breaks into lines; `gap` widget pixels between the things and between the lines."""

    def __init__(self, *, gap: int = 0) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more thing."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Return a thing, `None` past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Take a thing out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Claim no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrower place is a taller one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines in that width."""
        return self._lay(QRect(0, 0, width, 0), put=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._lay(rect, put=True)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        sizes = [item.sizeHint() for item in self._items]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest thing."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _lay(self, rect: QRect, *, put: bool) -> int:
        """Go through the lines; return the height they take."""
        x, y, tall = rect.left(), rect.top(), 0
        for item in self._items:
            size = item.sizeHint()
            wide = min(size.width(), rect.width())
            high = item.heightForWidth(wide) if item.hasHeightForWidth() else size.height()
            if x > rect.left() and x + wide > rect.left() + rect.width():
                x, y, tall = rect.left(), y + tall + self._gap, 0
            if put:
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, high)))
            x, tall = x + wide + self._gap, max(tall, high)
        return y + tall - rect.top()
