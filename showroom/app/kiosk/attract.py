"""What does the kiosk show when nobody is there? Pictures of the sample premises, slowly moving, and "touch to start".

Pictures instead of the scene itself: they cost next to nothing, all day long, on a machine without a graphics card. They can be
held, and rest by themselves where a visitor wants fewer moving things.
"""

from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.page import Page
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit
from showroom.app.theme import DISPLAY, Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, label, row

_TICK = 50
_FADE = 1200
_WIDER = 1.12
"""How much larger than its place a picture is, so that it can move."""


_IN_THE_OTHER = {"zh_CN": "Touch to start", "en": "触摸开始"}


def _in_another(language: str) -> str:
    """Return the call in another language, for those who cannot read the one shown."""
    return _IN_THE_OTHER.get(language, _IN_THE_OTHER["en"])


@dataclass(frozen=True)
class Shot:
    """A picture and what it shows."""

    path: Path
    words: str


def shots(surroundings: Surroundings) -> tuple[Shot, ...]:
    """Return every picture of every scene, going round the scenes: first the first of each, then the second."""
    rounds = zip_longest(
        *(
            [Shot(path, exhibit.scene.title.in_(surroundings.language)) for path in surroundings.pictures(exhibit)]
            for exhibit in surroundings.catalogue.exhibits
        )
    )
    return tuple(shot for around in rounds for shot in around if shot is not None)


class AttractPage(Page):
    """The page between two visits. A touch anywhere begins."""

    def __init__(self, surroundings: Surroundings, look: Look) -> None:
        super().__init__(surroundings, look)
        self.flight = Flight(look, shots(surroundings), surroundings.config.attract_seconds * 1000)
        begin = TouchButton(
            look, self.tr("Touch to start"), icon="walk", kind="primary", size=DISPLAY, note=_in_another(surroundings.language)
        )
        begin.setObjectName("begin")
        begin.setMinimumHeight(look.px(160 if not look.large_print else 112))
        begin.clicked.connect(self.begin)
        self.begin_button = begin
        self._hold = TouchButton(look, "", icon="pause", kind="overlay", name=self.tr("Hold the pictures"))
        self._hold.setObjectName("hold-pictures")
        self._hold.setCheckable(True)
        self._hold.clicked.connect(self._turn)
        words = column(
            self._on_picture(self.tr("See it, build it once, be approved in one visit"), "display"),
            self._on_picture(self.tr("Walk through sample premises, check your own plan, take the list home."), "heading"),
            gap=look.px(12),
        )
        foot = row(begin, self._hold, gap=look.px(24))
        foot.setStretch(0, 1)
        foot.setAlignment(self._hold, Qt.AlignmentFlag.AlignBottom)
        side = look.px(64 if not look.large_print else 24)
        inner = column(None, words, foot, gap=look.px(32), margins=(side, side, side, side))
        self.flight.setLayout(inner)
        self.setLayout(column(self.flight))
        self._watch = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(lambda: self.flight.advance(min(500, int(self._watch.restart()))))
        if surroundings.clock_runs and len(self.flight.shots) > 1:
            self._go()

    def _on_picture(self, text: str, level: str) -> QWidget:
        words = label(text, level)  # type: ignore[arg-type]
        words.setStyleSheet(f"color: {self.look.color('on_night').name()};")
        return words

    @property
    def held(self) -> bool:
        """Whether the pictures stand still."""
        return self._hold.isChecked()

    def _turn(self) -> None:
        held = self.held
        self._hold.set_icon("play" if held else "pause")
        self._hold.setAccessibleName(self.tr("Let the pictures go on") if held else self.tr("Hold the pictures"))
        if held or not self.surroundings.clock_runs:
            self._timer.stop()
        else:
            self._go()

    def _go(self) -> None:
        self._watch.start()
        self._timer.start()

    def begin(self) -> None:
        """Begin a visit."""
        self.holder.revise(page="lobby")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a touch anywhere as the beginning; the release is waited for, so that it hits nothing of the next page."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Begin."""
        event.accept()
        self.begin()

    def key(self, event: QKeyEvent) -> bool:
        """Begin by Enter or Space, wherever the focus is not on a button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.begin()
            return True
        return False

    def follow(self, before: Visit, after: Visit) -> bool:  # noqa: ARG002 - nothing but comfort and page matters here
        """Nothing of the visit shows here."""
        return True

    def close_page(self) -> None:
        """Stand still."""
        self._timer.stop()


class Flight(QWidget):
    """Pictures that fill the place, one gliding slowly and fading into the next; time passes with `advance`."""

    def __init__(self, look: Look, pictures: tuple[Shot, ...], milliseconds: int) -> None:
        super().__init__()
        self.look, self.shots, self._each = look, pictures, milliseconds
        self.at, self._gone = 0, 0
        self._ready: dict[int, QImage] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(self.shots[self.at].words if self.shots else "")

    def advance(self, milliseconds: int) -> None:
        """Let time pass."""
        if len(self.shots) < 2:
            return
        self._gone += milliseconds
        if self._gone >= self._each:
            self._gone = 0
            self.at = (self.at + 1) % len(self.shots)
            self._tell()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pictures anew for another size."""
        super().resizeEvent(event)
        self._ready.clear()

    def _picture(self, at: int) -> QImage:
        """Return a picture as large as it is painted; only this one and the next are kept."""
        if at not in self._ready:
            kept = {at, self.at, (self.at + 1) % len(self.shots)}
            self._ready = {place: image for place, image in self._ready.items() if place in kept}
            wanted = self.size() * _WIDER
            image = QImage(str(self.shots[at].path)).convertToFormat(QImage.Format.Format_RGB32)
            grow, smooth = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
            self._ready[at] = image if image.isNull() else image.scaled(wanted, grow, smooth)
        return self._ready[at]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, the next one fading in over it, and the shade the words stand on."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("night"))
        if self.shots:
            self._paint(painter, self.at, self._gone)
            rest = self._each - self._gone
            if len(self.shots) > 1 and rest < _FADE:
                painter.setOpacity(1 - rest / _FADE)
                self._paint(painter, (self.at + 1) % len(self.shots), 0)
                painter.setOpacity(1)
        shade = QLinearGradient(0, 0, 0, self.height())
        for place, alpha in ((0.0, 0), (0.35, 30), (0.6, 165), (1.0, 225)):
            shade.setColorAt(place, QColor(10, 18, 32, alpha))
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _paint(self, painter: QPainter, at: int, gone: int) -> None:
        image = self._picture(at)
        if image.isNull():
            return
        spare = image.size() - self.size()
        along = gone / self._each if not self.look.large_print else 0.5
        if at % 2:
            along = 1 - along
        # whole pixels only: a picture moved by part of one is painted much slower, and shimmers
        place = QPointF(round(spare.width() * along), round(spare.height() * 0.5))
        painter.drawImage(QPointF(0, 0), image, QRectF(place, self.size()))
