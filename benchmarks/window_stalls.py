"""The kiosk in a window on a screen: how long is its GUI thread ever busy, and how soon is an input on the screen?

Argument: scene. Answers one line of JSON: the longest stall in seconds while opening, moving and changing views (a frame at full
quality at rest not counted), and the seconds from each input to the painted picture. Both by the clock on the wall and by the
processor time of all threads of the process: the latter is what a machine of one's own would need at most.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from showroom.app.i18n import Languages
from showroom.app.kiosk.catalogue import Catalogue
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit, VisitHolder
from showroom.app.kiosk.voice import SilentVoice
from showroom.app.kiosk.window import KioskWindow
from showroom.app.kiosk_config import KioskConfig
from showroom.app.widgets.stage_widget import StageWidget
from showroom.view.presenting import Frame

BEAT = 0.004
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


Moment = tuple[float, float]
"""The clock on the wall and the processor time of this process, seconds."""


def now() -> Moment:
    """Return this moment."""
    return time.perf_counter(), time.process_time()


class Heart:
    """Beats in the GUI thread; what keeps it from beating is a stall. Full frames at rest are taken off."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=round(BEAT * 1000), timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last, self.full, self.worst = now(), [0.0, 0.0], [0.0, 0.0]
        self._timer.start()

    def _beat(self) -> None:
        here = now()
        for clock in (0, 1):
            self.worst[clock] = max(self.worst[clock], here[clock] - self._last[clock] - self.full[clock] - BEAT)
        self._last, self.full = here, [0.0, 0.0]

    def over(self, work: Callable[[], object]) -> list[float]:
        """Return the longest stall while `work` runs, by both clocks."""
        QApplication.processEvents()
        self._last, self.full, self.worst = now(), [0.0, 0.0], [0.0, 0.0]
        work()
        self._beat()
        return self.worst


class Watch:
    """Sees when the stage draws and paints, and tells the heart of full frames at rest."""

    def __init__(self, widget: StageWidget, heart: Heart) -> None:
        self.shown = 0.0
        """When the newest frame that is on the screen was begun."""
        self.drawn = 0
        self._begun = 0.0
        draw, paint = widget._draw, widget.paintEvent

        def drawing(frame: Frame) -> None:
            began = now()
            self._begun = began[0]
            draw(frame)
            self.drawn += 1
            if not widget.moving and frame.scale >= 1.0:
                heart.full = [full + end - start for full, start, end in zip(heart.full, began, now(), strict=True)]

        def painting(event: Any) -> None:
            paint(event)
            self.shown = self._begun

        widget._draw, widget.paintEvent = drawing, painting  # type: ignore[method-assign]


def until(done: Callable[[], bool], seconds: float = 30.0) -> None:
    """Let the window live until `done`, or for so long."""
    end = time.perf_counter() + seconds
    while not done() and time.perf_counter() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # the heart wakes it


def main() -> None:
    """Open the scene, drag, walk, change views; tell what was measured."""
    scene = sys.argv[1]
    app = QApplication([])
    catalogue = Catalogue.read()
    exhibit = catalogue.exhibit(scene)
    assert exhibit is not None
    config = KioskConfig.model_validate({"windowed": True, "drive_folders": ()})
    around = Surroundings(config, catalogue, VisitHolder(Visit(page="lobby")), Languages("zh_CN"), make_voice=SilentVoice)
    widget = StageWidget(presenter="image")
    window = KioskWindow(around, widget)
    window.resize(1280, 720)
    window.show()
    heart = Heart()
    until(window.isActiveWindow, 1.0)
    watch = Watch(widget, heart)
    told: dict[str, Any] = {}

    def open_scene() -> None:
        around.holder.revise(page="showroom", permit_id=exhibit.scene.permits[0], scene_id=scene)
        until(lambda: getattr(window._page, "overlays", None) is not None)
        until(lambda: False, 2.0)

    told["opening"] = heart.over(open_scene)
    answers: list[list[float]] = []

    def answered(began: Moment) -> None:
        until(lambda: watch.shown > began[0], 2.0)
        answers.append([end - start for start, end in zip(began, now(), strict=True)])

    def sent(x: float, y: float, kind: QEvent.Type) -> None:
        at = QPointF(x, y)
        pressed = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
        button = NONE if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, pressed, Qt.KeyboardModifier.NoModifier)
        app.sendEvent(widget, event)

    def drag() -> None:
        middle = widget.height() / 2.0
        for _turn in range(3):
            sent(500.0, middle, QEvent.Type.MouseButtonPress)
            for step in range(40):
                began = now()
                sent(512.0 + step * 9.0, middle + step % 5, QEvent.Type.MouseMove)
                answered(began)
                until(lambda began=began: time.perf_counter() - began[0] > 0.016, 1.0)
            sent(872.0, middle, QEvent.Type.MouseButtonRelease)
            until(lambda: False, 0.15)

    told["dragging"] = heart.over(drag)

    def walk() -> None:
        widget.setFocus()
        for key in (Qt.Key.Key_W, Qt.Key.Key_E, Qt.Key.Key_W, Qt.Key.Key_A):
            began = now()
            QTest.keyPress(widget, key)
            answered(began)
            until(lambda: False, 1.2)
            QTest.keyRelease(widget, key)

    told["walking"] = heart.over(walk)

    def views() -> None:
        for view in ("dollhouse", "plan", "inside"):
            began = now()
            widget.set_view(view)
            answered(began)
            until(lambda: False, 1.2)

    told["changing views"] = heart.over(views)
    until(lambda: not widget._pulse.isActive())
    before = watch.drawn
    until(lambda: False, 1.0)
    told["frames in a second at rest"] = watch.drawn - before
    print(f"#{json.dumps({**told, 'answers': answers})}", flush=True)
    window.close()
    around.jobs.close()


if __name__ == "__main__":
    main()
