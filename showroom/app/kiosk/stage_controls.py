"""How does a visitor move without knowing gestures? The pad for every step and turn, the tour's bar, and the captions."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from showroom.app.theme import Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, row
from showroom.view.stage import FROM_OUTSIDE, View

_STEPS = frozenset({"turn-left", "forward", "turn-right", "left", "back", "right"})
_ZOOMS = {"nearer": 1.25, "farther": 0.8}


class MovePad(QFrame):
    """Buttons that turn and step; held down they go on. `moved(direction)` at each step, `zoomed(factor)` nearer and farther.

    From outside there are buttons for nearer and farther, too.
    """

    moved = Signal(str)
    zoomed = Signal(float)

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("panel", "floating")
        self.look = look
        grid = QGridLayout(self)
        pad = look.px(8)
        grid.setContentsMargins(pad, pad, pad, pad)
        grid.setSpacing(look.gap)
        steps = [
            ("turn-left", "turn-left", self.tr("Turn left"), 0, 0),
            ("forward", "arrow-up", self.tr("Forward"), 0, 1),
            ("turn-right", "turn-right", self.tr("Turn right"), 0, 2),
            ("left", "arrow-left", self.tr("Step left"), 1, 0),
            ("back", "arrow-down", self.tr("Back"), 1, 1),
            ("right", "arrow-right", self.tr("Step right"), 1, 2),
        ]
        steps += [("up", "look-up", self.tr("Look up"), 0, 3), ("down", "look-down", self.tr("Look down"), 1, 3)]
        steps += [("nearer", "plus", self.tr("Nearer"), 0, 4), ("farther", "minus", self.tr("Farther"), 1, 4)]
        self._walking = {direction: (icon, name) for direction, icon, name, _, _ in steps}
        self._looking = {"forward": ("plus", self.tr("Nearer")), "back": ("minus", self.tr("Farther"))}
        self._buttons: dict[str, TouchButton] = {}
        for direction, icon, name, line, place in steps:
            button = self._buttons[direction] = TouchButton(look, icon=icon, kind="quiet", name=name)
            button.setObjectName(f"move-{direction}")
            button.setToolTip(name)
            button.setFixedSize(look.px(64), look.px(64))
            button.setAutoRepeat(True)
            button.setAutoRepeatDelay(350)
            button.setAutoRepeatInterval(220)
            button.clicked.connect(lambda _=False, direction=direction: self._press(direction))
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(direction in _STEPS)
            button.setSizePolicy(policy)
            grid.addWidget(button, line, place)

    def suit(self, view: View) -> None:
        """In a panorama the steps ahead and back bring nearer and farther, those aside are gone; a plan never turns."""
        outside, panorama = view in FROM_OUTSIDE, view == "panorama"
        gone = {"left", "right"} if panorama else {"turn-left", "turn-right", "up", "down"} if view == "plan" else set()
        gone |= set() if outside else _ZOOMS.keys()
        for direction, button in self._buttons.items():
            icon, name = self._looking.get(direction, self._walking[direction]) if panorama else self._walking[direction]
            button.set_icon(icon)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setVisible(direction not in gone)

    def _press(self, direction: str) -> None:
        if direction in _ZOOMS:
            self.zoomed.emit(_ZOOMS[direction])
        else:
            self.moved.emit(direction)

    def mousePressEvent(self, event: object) -> None:
        """Take presses beside the buttons."""
        event.accept()  # type: ignore[attr-defined]


class TourBar(QFrame):
    """Before the tour: start it, or list the key points. During it: previous, play or pause, next, end. `asked(what)`."""

    asked = Signal(str)

    def __init__(
        self,
        look: Look,
        over: QWidget,
        motion: str,
        stop: int,
        count: int,
        points: int,
        *,
        speed: float = 1.0,
        own: bool = False,
    ) -> None:
        """`own`: of the visitor's own premises, where the tour is the rehearsal of a visit by video."""
        super().__init__(over)
        self.setProperty("panel", "floating")
        self.look = look
        self.progress = 0.0
        self._stop, self._count = stop, count
        self._wordy: list[tuple[TouchButton, str]] = []
        self._where: QLabel | None = None
        layout = QHBoxLayout(self)
        pad = look.px(10)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(look.gap)
        if motion == "stopped":
            if count:
                begin = self.tr("Rehearse the visit by video") if own else self.tr("Guided tour")
                layout.addWidget(self._button("tour", begin, "play", "primary", words=True))
            layout.addWidget(self._button("list", self.tr("Key points: {count}").format(count=points), "list", "quiet", words=True))
            layout.addWidget(self._button("tools", self.tr("Tools"), "tools", "quiet", words=True))
            return
        playing = motion == "playing"
        where = label(self.tr("Stop {number} of {count}").format(number=stop + 1, count=count), "caption", "muted", wrap=False)
        where.setObjectName("tour-stop")
        self._where = where
        layout.addWidget(self._button("previous", self.tr("Previous stop"), "previous-stop", "quiet", words=False))
        name = self.tr("Pause") if playing else self.tr("Play")
        layout.addWidget(self._button("toggle", name, "pause" if playing else "play", "primary", words=True))
        layout.addWidget(self._button("next", self.tr("Next stop"), "next-stop", "quiet", words=False))
        layout.addWidget(where)
        if not look.large_print:  # easy mode has fewer choices
            layout.addWidget(self._speed(speed))
            layout.addWidget(self._button("chapters", self.tr("Stops of the tour"), "list", "quiet", words=False))
        layout.addWidget(self._button("end", self.tr("End the tour"), "close", "quiet", words=True))

    def _speed(self, speed: float) -> TouchButton:
        """Return the button that says how fast the tour is told and, pressed, makes it faster or slow again."""
        button = TouchButton(self.look, f"{speed:g}×", kind="quiet", name=self.tr("Speed: {speed}").format(speed=f"{speed:g}×"))
        button.setObjectName("tour-speed")
        button.setToolTip(button.accessibleName())
        button.clicked.connect(lambda: self.asked.emit("speed"))
        return button

    def _button(self, act: str, name: str, icon: str, kind: str, *, words: bool) -> TouchButton:
        button = TouchButton(self.look, name if words else "", icon=icon, kind=kind, name=name)  # type: ignore[arg-type]
        button.setObjectName(f"tour-{act}")
        button.setToolTip(name)
        button.clicked.connect(lambda: self.asked.emit(act))
        if words:
            self._wordy.append((button, name))
        return button

    def fit(self, width: int) -> None:
        """Say as much in words as fits into `width`: all, then without the last ones, at the end icons alone."""
        for kept in range(len(self._wordy), -1, -1):
            for place, (button, name) in enumerate(self._wordy):
                button.setText(name if place < kept else "")
            if self._where is not None:
                self._where.setVisible(kept > 0)
            self.layout().invalidate()
            if self.sizeHint().width() <= width:
                return

    def show_progress(self, share: float) -> None:
        """Show how much of the stop is over, 0 to 1."""
        if abs(share - self.progress) > 0.004:
            self.progress = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and, along its foot, the tour's progress."""
        super().paintEvent(event)
        if not self._count or self.progress <= 0:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color("accent"))
        inset, thick = self.look.px(20), self.look.px(4)
        wide = (self.width() - 2 * inset) * self.progress
        painter.drawRoundedRect(QRectF(inset, self.height() - thick - 1, wide, thick), thick / 2, thick / 2)
        painter.end()

    def mousePressEvent(self, event: object) -> None:
        """Take presses beside the buttons."""
        event.accept()  # type: ignore[attr-defined]


class Caption(QFrame):
    """What is being said, in words, and a note where it cannot be heard."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("panel", "night")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = label("", "heading", name="caption")
        self.words.setStyleSheet("font-weight: 400;")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note = QWidget()
        picture = icon_label(look, "sound-off", 22, "on_night")
        hint = label(self.tr("No sound here: please read along"), "caption", wrap=False)
        self._note.setLayout(row(None, picture, hint, None, gap=look.px(8)))
        pad = look.px(24)
        self.setLayout(column(self.words, self._note, gap=look.px(4), margins=(pad, look.px(12), pad, look.px(12))))
        self.look = look
        self._note.hide()

    def say(self, words: str) -> None:
        """Show a line."""
        self.words.setText(words)

    def silent(self, silent: bool) -> None:
        """Show or hide the note."""
        self._note.setVisible(silent)

    def height_for(self, width: int) -> int:
        """Return the height a caption of up to two lines needs at that width."""
        pad = self.look.px(24)
        line = self.words.heightForWidth(max(10, width - 2 * pad))
        least = self.words.fontMetrics().height()
        note = 0 if self._note.isHidden() else self._note.sizeHint().height() + self.look.px(4)
        return max(line, least) + note + 2 * self.look.px(12)

    def sizeHint(self) -> QSize:
        """Return a size for one line."""
        return QSize(self.look.px(720), self.height_for(self.look.px(720)))
