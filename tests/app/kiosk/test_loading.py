"""What does a visitor see and what can they do while the premises open, and is the stage quiet once they are there?"""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QProgressBar

from showroom.app.kiosk.catalogue import Exhibit, Premises
from showroom.app.kiosk.loading_sheet import LoadingSheet
from showroom.app.widgets.touch_button import TouchButton

PERMIT, SCENE = "food-catering", "hot-food-shop"


class Slow:
    """A catalogue's door that stays shut until it is told to open."""

    def __init__(self, catalogue: Any) -> None:
        self.gate, self.came = threading.Event(), 0
        slow = self

        class Waiting(type(catalogue)):  # type: ignore[misc]
            def load_premises(self, exhibit: Exhibit) -> Premises:
                slow.came += 1
                assert slow.gate.wait(20)
                return super().load_premises(exhibit)  # type: ignore[no-any-return]

        self.catalogue = Waiting(catalogue.permits, catalogue.exhibits, catalogue.vocabulary)


@pytest.fixture
def slow(catalogue: Any) -> Iterator[Slow]:
    """Return a catalogue whose scenes take as long as the test wants."""
    made = Slow(catalogue)
    yield made
    made.gate.set()


@pytest.fixture
def waiting(make_kiosk: Callable[..., Any], slow: Slow) -> Any:
    """Return a kiosk that is opening the premises."""
    kiosk = make_kiosk((1280, 720), catalogue=slow.catalogue)
    kiosk.go(page="showroom", permit_id=PERMIT, scene_id=SCENE)
    kiosk.qtbot.waitUntil(lambda: slow.came == 1, timeout=5000)
    return kiosk


def sheet_of(kiosk: Any) -> LoadingSheet | None:
    """Return the sheet over the stage, `None` where there is none."""
    return next((sheet for sheet in kiosk.window.findChildren(LoadingSheet) if sheet.isVisible()), None)


def test_a_picture_of_the_premises_covers_the_stage_and_then_it_is_said_that_it_goes_on(waiting: Any) -> None:
    """At once the scene's picture, over all of the stage; soon a bar that moves and a way back, by words and names."""
    sheet = sheet_of(waiting)
    assert sheet is not None
    assert sheet.geometry() == waiting.window.stage_widget.rect()
    middle = sheet.grab().toImage()
    colors = {middle.pixel(x, y) for x in range(0, middle.width(), 40) for y in range(0, middle.height(), 40)}
    assert len(colors) > 100  # a picture, not a grey sheet
    bar, back = sheet.findChild(QProgressBar), sheet.findChild(TouchButton, "loading-cancel")
    waiting.qtbot.waitUntil(lambda: bar.isVisible() and back.isVisible(), timeout=5000)
    assert (bar.accessibleName(), back.accessibleName()) != ("", "")
    sheet.show_progress(0.4)
    assert (bar.minimum(), bar.maximum(), bar.value()) == (0, 100, 40)


def test_who_goes_back_is_not_followed_by_what_was_read(waiting: Any, slow: Slow) -> None:
    """After "back" the permit's page is there; when the reading ends nothing comes onto the stage, and a second try opens."""
    sheet = sheet_of(waiting)
    assert sheet is not None
    waiting.qtbot.waitUntil(lambda: sheet.findChild(TouchButton, "loading-cancel").isVisible(), timeout=5000)
    sheet.findChild(TouchButton, "loading-cancel").click()
    waiting.settle()
    assert waiting.visit.page == "permit"
    before = list(waiting.stage.said)
    slow.gate.set()
    assert waiting.around.jobs.wait()
    waiting.settle()
    assert (waiting.around.premises, list(waiting.stage.said)) == (None, before)
    assert sheet_of(waiting) is None
    waiting.open_showroom()
    assert waiting.around.premises is not None


def test_who_goes_back_while_it_warms_up_finds_it_opened_anew(waiting: Any, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stage may hold half of the premises then; nobody is led to believe that it holds them."""
    held: list[Callable[[], None]] = []
    widget = waiting.window.stage_widget
    with monkeypatch.context() as patch:
        patch.setattr(widget, "warm_up", lambda done, _progress: held.append(done))
        slow.gate.set()
        waiting.qtbot.waitUntil(lambda: bool(held), timeout=10_000)
        assert sheet_of(waiting) is not None
        waiting.go(page="permit")
        held[0]()
        waiting.settle()
    assert waiting.around.premises is None
    assert waiting.visit.page == "permit"
    waiting.open_showroom()
    assert slow.came == 2


def test_at_rest_nothing_is_drawn_and_nothing_painted(kiosk: Any) -> None:
    """In the open premises, once the picture has come to rest, a second passes without a frame and without a paint of the stage."""
    kiosk.open_showroom()
    widget = kiosk.window.stage_widget
    kiosk.qtbot.waitUntil(lambda: not widget._pulse.isActive() and not widget.moving, timeout=10_000)
    kiosk.settle()
    paints = Paints(widget)
    frames = kiosk.stage.frames
    kiosk.qtbot.wait(1000)
    assert (kiosk.stage.frames - frames, paints.count) == (0, 0)
    kiosk.stage.look_from(kiosk.stage.pose.turned(5.0, 0.0))
    kiosk.qtbot.waitUntil(lambda: kiosk.stage.frames > frames and paints.count > 0, timeout=5000)


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Count."""
        self.count += event.type() == QEvent.Type.Paint
        return False
