"""What is a page? A picture of the visit: built from it, thrown away when it must look otherwise, told of smaller changes.

A page keeps nothing of the visitor; what must outlive it is in the `Visit`.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit, VisitHolder
from showroom.app.theme import MARGIN, Look


class Page(QWidget):
    """A screenful. Subclasses build themselves in `__init__`."""

    def __init__(self, surroundings: Surroundings, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self.surroundings, self.look = surroundings, look

    @property
    def shown(self) -> QWidget:
        """What the window shows for this page."""
        return self

    @property
    def on_top(self) -> QWidget:
        """What lies on top of this page: read aloud alone."""
        return self.shown

    @property
    def holder(self) -> VisitHolder:
        """Where the visit lives."""
        return self.surroundings.holder

    @property
    def visit(self) -> Visit:
        """The visit now."""
        return self.surroundings.holder.visit

    @property
    def language(self) -> str:
        """The language content is read in."""
        return self.surroundings.language

    def px(self, design_pixels: float) -> int:
        """Return widget pixels."""
        return self.look.px(design_pixels)

    def margins(self) -> tuple[int, int, int, int]:
        """Return the page's margins in widget pixels."""
        side = self.px(MARGIN if not self.look.large_print else 24)
        return side, self.px(24), side, self.px(32 if not self.look.large_print else 16)

    def follow(self, before: Visit, after: Visit) -> bool:  # noqa: ARG002 - the general page follows nothing
        """Show a change of the visit; `False` asks the window to build the page anew."""
        return False

    def key(self, event: QKeyEvent) -> bool:  # noqa: ARG002 - the general page has no keys of its own
        """Act on a key; `False` leaves it to Qt."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Never force the window wider than its screen."""
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        """Never ask for more height than is left: the keyboard of the screen comes first, the page scrolls."""
        return False

    def close_page(self) -> None:
        """Let go of what runs."""
