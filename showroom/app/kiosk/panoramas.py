"""Which pictures all round does the scene have, which one is the visitor in, and how do they step to the next?

A picture that cannot be opened is left out and named in the log; where all are, the view is not offered.
"""

import logging
import math

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from showroom.app.icons import paint_icon
from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.jobs import Job
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.theme import TARGET, Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.touch_button import TouchButton, paint_focus
from showroom.app.widgets.words import label, row
from showroom.domain.errors import InputError
from showroom.domain.scene import Panorama
from showroom.view.panorama import Surround, check_surround, read_surround
from showroom.view.stage import EYE_HEIGHT, Vector

_log = logging.getLogger(__name__)
_NEAR_ENOUGH = 1e-6


def usable_panoramas(exhibit: Exhibit) -> tuple[Panorama, ...]:
    """Return the scene's panoramas whose pictures look whole; the others are named in the log."""
    found = []
    for shot in exhibit.scene.panoramas:
        try:
            check_surround(exhibit.folder / shot.image)
        except InputError as error:
            _log.error("scene %s: a panorama is left out: %s", exhibit.scene.id, error)
        else:
            found.append(shot)
    return tuple(found)


class StepMark(QAbstractButton):
    """The place another picture was taken at, seen from this one; tapping it goes there."""

    def __init__(self, look: Look, over: QWidget, name: str) -> None:
        super().__init__(over)
        self.look = look
        self.setFixedSize(look.px(TARGET), look.px(TARGET))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Return the target's size."""
        return QSize(self.look.px(TARGET), self.look.px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a dark disc with the sign of the panorama."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, radius = QPointF(self.width() / 2, self.height() / 2), self.width() / 2 - self.look.px(3)
        painter.setBrush(self.look.color("accent" if self.isDown() else "night"))
        painter.setPen(QPen(self.look.color("on_night"), self.look.px(3)))
        painter.drawEllipse(middle, radius, radius)
        inset = self.width() * 0.26
        paint_icon(painter, "panorama", QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self.look.color("on_night"))
        if self.hasFocus() and not self.isDown():
            paint_focus(painter, QRectF(self.rect()), self.look, self.width() / 2)
        painter.end()


class PanoramaSign(QFrame):
    """Says which picture this is, that it was captured here, and by whom; `onwards` asks for the next one."""

    onwards = Signal()

    def __init__(self, look: Look, over: QWidget, *, several: bool) -> None:
        super().__init__(over)
        self.setProperty("panel", "night")
        self.look = look
        self.words = label("", "body", wrap=False, name="panorama-words")
        pad = look.px(18)
        self._more = TouchButton(look, icon="next", kind="overlay", name=self.tr("Next panorama"))
        self._more.setObjectName("panorama-next")
        self._more.setFixedSize(look.px(TARGET), look.px(TARGET))
        self._more.clicked.connect(self.onwards)
        self._more.setVisible(several)
        tight = look.px(6)
        self.setLayout(row(self.words, self._more, gap=look.px(12), margins=(pad, tight, tight if several else pad, tight)))
        self.hide()

    def say(self, words: str) -> None:
        """Show a line."""
        self.words.setText(words)

    def fit(self, width: int) -> QSize:
        """Break the line where it does not fit into `width`; return the size it then takes."""
        self.words.setWordWrap(False)
        self.layout().invalidate()
        size = self.sizeHint()
        if size.width() <= width:
            return QSize(size.width(), max(size.height(), self.look.px(52)))
        self.words.setWordWrap(True)
        self.layout().invalidate()
        return QSize(width, max(self.layout().totalHeightForWidth(width), self.sizeHint().height()))

    def mousePressEvent(self, event: object) -> None:
        """Take presses beside the button."""
        event.accept()  # type: ignore[attr-defined]


class Panoramas(QObject):
    """The scene's pictures all round. `changed` follows when another one is shown or one could not be."""

    changed = Signal()

    def __init__(self, surroundings: Surroundings, look: Look, exhibit: Exhibit, stage_widget: StageWidget) -> None:
        super().__init__(stage_widget)
        self._around, self._exhibit, self._widget = surroundings, exhibit, stage_widget
        self.shots = usable_panoramas(exhibit)
        self.sign = PanoramaSign(look, stage_widget, several=len(self.shots) > 1)
        self.sign.onwards.connect(self._onwards)
        self.marks = [self._mark(look, number, shot) for number, shot in enumerate(self.shots)]
        self._job: Job | None = None
        self._broken: set[int] = set()
        self._say()

    @property
    def here(self) -> int | None:
        """The picture the visitor is in, or `None`."""
        if self._widget.stage.view != "panorama":
            return None
        eye = self._widget.pose.eye
        return next((at for at, shot in enumerate(self.shots) if math.dist(shot.position, eye) < _NEAR_ENOUGH), None)

    def enter(self) -> None:
        """Show the picture taken nearest to where the visitor stands."""
        self.go(self._nearest(self._widget.pose.eye))

    def go(self, number: int | None) -> None:
        """Show that picture as soon as it is read."""
        if number is None or number == self.here:
            self.changed.emit()
            return
        if self._job is not None:
            self._job.cancel()
        shot, path = self.shots[number], self._exhibit.folder / self.shots[number].image
        self._job = self._around.jobs.start(lambda _job: read_surround(path, shot.position, shot.heading))
        self._job.done.connect(self._show)
        self._job.failed.connect(lambda problems: self._lack(number, problems))

    def step_near(self, x: float, y: float) -> None:
        """Show the picture taken nearest to a place of the plan, if it is not the one shown."""
        self.go(self._nearest((x, y, EYE_HEIGHT)))

    def place(self, blocked: list[QRectF]) -> None:
        """Put every mark where the other pictures' places on the floor appear; none under what lies over the stage."""
        here = self.here
        for number, (shot, mark) in enumerate(zip(self.shots, self.marks, strict=True)):
            if here is None or number == here or number in self._broken:
                mark.hide()
                continue
            x, y, z = shot.position
            seen = self._widget.stage.project((x, y, z - EYE_HEIGHT))
            place = QRectF(seen.x - mark.width() / 2, seen.y - mark.height() / 2, mark.width(), mark.height())
            free = QRectF(self._widget.rect()).contains(place) and not any(box.intersects(place) for box in blocked)
            mark.setVisible(seen.in_front and free)
            if mark.isVisible():
                mark.move(place.topLeft().toPoint())
                mark.raise_()

    @property
    def shown_marks(self) -> list[QRect]:
        """Where the marks are that are shown."""
        return [mark.geometry() for mark in self.marks if mark.isVisible()]

    def close(self) -> None:
        """Take everything off the stage."""
        if self._job is not None:
            self._job.cancel()
        for mark in self.marks:
            mark.hide()
            mark.deleteLater()

    # -- within ----------------------------------------------------------------------------------------------
    def _title(self, shot: Panorama) -> str:
        return shot.title.in_(self._around.language) if shot.title is not None else self.tr("Panorama")

    def _mark(self, look: Look, number: int, shot: Panorama) -> StepMark:
        mark = StepMark(look, self._widget, self.tr("Go to: {title}").format(title=self._title(shot)))
        mark.setObjectName(f"panorama-{number}")
        mark.clicked.connect(lambda: self.go(number))
        mark.hide()
        return mark

    def _nearest(self, place: Vector) -> int | None:
        rest = [number for number in range(len(self.shots)) if number not in self._broken]
        return min(rest, key=lambda number: math.dist(self.shots[number].position[:2], place[:2]), default=None)

    def _onwards(self) -> None:
        rest = [number for number in range(len(self.shots)) if number not in self._broken]
        here = self.here
        if rest:
            self.go(next((number for number in rest if here is not None and number > here), rest[0]))

    def _show(self, surround: Surround) -> None:
        self._job = None
        self._widget.show_panorama(surround)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        here = self.here
        if here is not None:
            shot = self.shots[here]
            parts = (self._title(shot), self.tr("captured at this spot"), shot.credit_in(self._around.language))
            self.sign.say(" · ".join(part for part in parts if part))

    def _lack(self, number: int, problems: object) -> None:
        self._job = None
        self._broken.add(number)
        for problem in problems if isinstance(problems, tuple) else ():
            _log.error("scene %s: a panorama cannot be shown: %s", self._exhibit.scene.id, problem)
        rest = self._nearest(self._widget.pose.eye)
        if rest is not None and self.here is None:
            self.go(rest)
        else:
            self.changed.emit()
