"""Where in the tour is a visitor, and where would they rather be? The tour's stops as a list; the one told now is marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.card import Dock
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.domain.scene import Scene, Tour

STOP = "stop-"
"""What an act that asks for a stop begins with; its place follows, from 0."""


def titles(tour: Tour, scene: Scene, language: str) -> list[str]:
    """Return what each stop is called: its own title, else that of its viewpoint, else the place in the tour."""
    named = []
    for number, stop in enumerate(tour.stops, 1):
        title = stop.title or scene.viewpoint(stop.viewpoint).title
        named.append(title.in_(language) if title is not None else str(number))
    return named


class ChapterList(Dock):
    """The stops of the tour. `picked(index)` asks for one."""

    picked = Signal(int)

    def __init__(self, look: Look, over: QWidget, stops: Sequence[str], walk: Walk) -> None:
        super().__init__(look, over, "", self.tr("Stops of the tour"))
        self.buttons: list[TouchButton] = []
        for index, words in enumerate(stops):
            button = TouchButton(look, f"{index + 1}   {words}", kind="row", trailing="next", align=Qt.AlignmentFlag.AlignLeft)
            button.setObjectName(f"chapter-{index}")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, index=index: self.picked.emit(index))
            self.body.content.addWidget(button)
            self.buttons.append(button)
        self.body.content.addStretch(1)
        self.suit(walk)

    def suit(self, walk: Walk) -> None:
        """Mark the stop being told."""
        for index, button in enumerate(self.buttons):
            button.setChecked(index == walk.stop)
            button.update()
