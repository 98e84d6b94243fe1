"""What stands at the foot while a visitor has a tool in hand? Its words, its buttons, and the one that lays it down."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from showroom.app.icons import icon_pixmap
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
    choice: bool = False
    """Whether it stays pressed while it is the one chosen."""


class HandBar(QFrame):
    """Words above lines of buttons. `asked(id)` at every press; where room is short, all but the last button show icons alone."""

    asked = Signal(str)

    def __init__(self, look: Look, over: QWidget, name: str, *lines: tuple[BarAct, ...]) -> None:
        super().__init__(over)
        self.setProperty("panel", "floating")
        self.setObjectName(name)
        self.look = look
        self.picture = QLabel()
        self.picture.hide()
        self.words = label("", "strong", wrap=look.portrait, name=f"{name}-words")
        self.more = label("", "caption", "muted", wrap=False, name=f"{name}-more")
        self.buttons = {act.id: self._button(name, act) for acts in lines for act in acts}
        self._wordy = [(self.buttons[act.id], act.words) for acts in lines for act in acts]
        pad, gap = look.px(14), look.gap
        shown = lines if look.portrait else (tuple(act for acts in lines for act in acts),)
        rows = [row(*(self.buttons[act.id] for act in acts), gap=gap) for acts in shown]
        head = row(self.picture, self.words, None, gap=look.px(8))
        self.setLayout(column(head, self.more, *rows, gap=look.px(8), margins=(pad, pad, pad, pad)))
        self.hide()

    def _button(self, name: str, act: BarAct) -> TouchButton:
        button = TouchButton(self.look, act.words, icon=act.icon, kind=act.kind, name=act.words)
        button.setObjectName(f"{name}-{act.id}")
        button.setToolTip(act.words)
        button.setCheckable(act.choice)
        button.setAutoRepeat(act.repeats)
        button.setAutoRepeatDelay(350)
        button.setAutoRepeatInterval(120)
        button.clicked.connect(lambda: self.asked.emit(act.id))
        return button

    def say(self, words: str, more: str = "", *, tone: str = "", icon: str = "") -> None:
        """Show what to do, or what came of it, in a tone of the theme with an icon before it, and a second line."""
        self.words.setText(words)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.picture.setVisible(bool(icon))
        if icon:
            self.picture.setPixmap(icon_pixmap(icon, self.look.px(30), self.look.color(tone or "text")))
        self.words.setProperty("tone", tone)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)

    def choose(self, act_id: str) -> None:
        """Press the choice of that id and no other."""
        for name, button in self.buttons.items():
            button.setChecked(button.isCheckable() and name == act_id)
            button.update()

    def fit(self, width: int) -> None:
        """Say as much in words as fits into `width`."""
        if self.words.wordWrap():
            pads = self.layout().contentsMargins()
            wide = width - pads.left() - pads.right() - (self.look.px(38) if self.picture.isVisibleTo(self) else 0)
            self.words.setFixedWidth(min(wide, self.words.fontMetrics().horizontalAdvance(self.words.text()) + self.look.px(4)))
            self.words.setFixedHeight(self.words.heightForWidth(self.words.width()))
        choices = [pair for pair in self._wordy if pair[0].isCheckable()]
        for spoken in (self._wordy, choices or self._wordy[-1:], choices):
            for pair in self._wordy:
                pair[0].setText(pair[1] if pair in spoken else "")
            self.layout().invalidate()
            self.layout().activate()  # the row within keeps its old sizes until then
            if self.sizeHint().width() <= width:
                return

    def mousePressEvent(self, event: object) -> None:
        """Take presses beside the buttons."""
        event.accept()  # type: ignore[attr-defined]
