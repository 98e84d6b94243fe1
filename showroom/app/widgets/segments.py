"""How does a visitor choose one of a few? A segmented control: buttons side by side in one sunken box, exactly one pressed.

A newcomer would use QButtonGroup: Tab then comes to only one of its buttons, and not to the pressed one.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from showroom.app.theme import BODY, Look
from showroom.app.widgets.touch_button import TouchButton


class Segments(QFrame):
    """One of several choices, `(key, words, icon)` each."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        choices: list[tuple[str, str, str]],
        current: str,
        *,
        name: str,
        vertical: bool = False,
        floating: bool = False,
        size: int = BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", "floating" if floating else "sunken")
        self.setAccessibleName(name)
        layout = self._layout = QVBoxLayout(self) if vertical else QHBoxLayout(self)
        pad = look.px(6)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(look.gap)
        self.buttons: dict[str, TouchButton] = {}
        self._icons = {key: icon for key, _, icon in choices}
        for key, words, icon in choices:
            button = TouchButton(look, words, icon=icon, kind="segment", size=size)
            button.setObjectName(key)
            button.setCheckable(True)
            button.setChecked(key == current)
            button.clicked.connect(lambda _=False, key=key: self._press(key))
            layout.addWidget(button, button.sizeHint().width())
            self.buttons[key] = button

    def fit(self, width: int) -> None:
        """Show the icons only where words and icons fit into `width`."""
        for icons in (self._icons, dict.fromkeys(self._icons, "")):
            for at, (key, button) in enumerate(self.buttons.items()):
                button.set_icon(icons[key])
                button.updateGeometry()
                self._layout.setStretch(at, button.sizeHint().width())
            self._layout.invalidate()
            if self.sizeHint().width() <= width:
                return

    def choose(self, key: str) -> None:
        """Press the segment `key` without telling anyone."""
        if key in self.buttons:
            for other, button in self.buttons.items():
                button.setChecked(other == key)

    def _press(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)
