"""What stands at the foot while a visitor has a tool in hand? Its words, its buttons, and the one that lays it down."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from showroom.app.theme import Look
from showroom.app.widgets.touch_button import Kind, TouchButton
from showroom.app.widgets.words import column, label, row


@dataclass(frozen=True)
class BarAct:
    """One button of the bar: id, words in the visitor's language, icon, how it looks, whether holding it repeats it."""

    id: str
    words: str
    icon: str
    kind: Kind = "quiet"
    repeats: bool = False


class HandBar(QFrame):
    """Words above buttons. `asked(id)` at every press; where room is short the last buttons lose their words first."""

    asked = Signal(str)

    def __init__(self, look: Look, over: QWidget, name: str, acts: tuple[BarAct, ...], *more: QWidget) -> None:
        super().__init__(over)
        self.setProperty("panel", "floating")
        self.setObjectName(name)
        self.look = look
        self.words = label("", "strong", wrap=False, name=f"{name}-words")
        self._wordy = [(self._button(name, act), act.words) for act in acts]
        pad, gap = look.px(14), look.px(10)
        buttons = row(*more, *(button for button, _ in self._wordy), gap=gap)
        self.setLayout(column(self.words, buttons, gap=look.px(6), margins=(pad, pad, pad, pad)))
        self.hide()

    def _button(self, name: str, act: BarAct) -> TouchButton:
        button = TouchButton(self.look, act.words, icon=act.icon, kind=act.kind, name=act.words)
        button.setObjectName(f"{name}-{act.id}")
        button.setToolTip(act.words)
        button.setAutoRepeat(act.repeats)
        button.setAutoRepeatDelay(350)
        button.setAutoRepeatInterval(120)
        button.clicked.connect(lambda: self.asked.emit(act.id))
        return button

    def say(self, words: str, tone: str = "") -> None:
        """Show what to do, or what came of it, in a tone of the theme."""
        self.words.setText(words)
        self.words.setProperty("tone", tone)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)

    def fit(self, width: int) -> None:
        """Say as much in words as fits into `width`."""
        for kept in range(len(self._wordy), -1, -1):
            for place, (button, name) in enumerate(self._wordy):
                button.setText(name if place < kept else "")
            self.layout().invalidate()
            self.layout().activate()  # the row within keeps its old sizes until then
            if self.sizeHint().width() <= width:
                return

    def mousePressEvent(self, event: object) -> None:
        """Take presses beside the buttons."""
        event.accept()  # type: ignore[attr-defined]
