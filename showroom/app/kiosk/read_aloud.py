"""What does a page say when it is read aloud? Its texts in reading order, each ringed meanwhile, in captions where nobody speaks.

A newcomer would have every page list its texts: they are taken from the widgets that are on the screen, so that nothing can be
forgotten. What lies on top (help, a card, a question) is read alone.
"""

from collections.abc import Callable, Iterable, Iterator

import shiboken6
from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QLineEdit, QScrollArea, QWidget

from showroom.app.kiosk.reading_marks import UNSPOKEN, ReadingRing, ReadingStrip
from showroom.app.kiosk.speech import Passage, Speech
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.touch_button import TouchButton


def passages(shown: QWidget | QLayout, *, buttons: bool = True) -> list[Passage]:
    """Return the visible texts of a widget or layout in reading order, each with the widget it stands on.

    A page is read with the words of its buttons, for they are what one chooses from; a card without.
    """
    widgets = [shown] if isinstance(shown, QWidget) else list(_in_layout(shown))
    found = [passage for widget in widgets for passage in _texts(widget)]
    told = (passage for passage in found if buttons or not isinstance(passage.widget, QAbstractButton))
    return [passage for passage in told if passage.text.strip()]


def _texts(widget: QWidget) -> Iterator[Passage]:
    if widget.isHidden() or widget.property(UNSPOKEN):
        return
    words = None
    if isinstance(widget, QLabel):
        words = widget.text()
    elif isinstance(widget, QAbstractButton):
        words = _words_of(widget)
    elif isinstance(widget, QLineEdit):
        words = widget.text() or widget.placeholderText()
    elif _paints(widget):
        words = widget.accessibleDescription() or widget.accessibleName()
    if words is not None:
        yield Passage(words, widget)
        return
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from _texts(inner)
        return
    laid = widget.layout()
    placed: list[QWidget] = list(_in_layout(laid)) if laid is not None else []
    free = [child for child in widget.children() if isinstance(child, QWidget) and child not in placed and not child.isWindow()]
    for child in placed + sorted(free, key=lambda child: (child.y(), child.x())):
        yield from _texts(child)


def _paints(widget: QWidget) -> bool:
    """Tell whether a widget of ours paints its words itself: it has a description, or a name and nothing laid out within it."""
    ours = type(widget).__module__.startswith("showroom.") and "paintEvent" in vars(type(widget))
    return ours and bool(widget.accessibleDescription() or (widget.accessibleName() and widget.layout() is None))


def _words_of(button: QAbstractButton) -> str:
    """Return what is written on a button; one that shows only a picture is not text and is not read."""
    note = button.note if isinstance(button, TouchButton) else ""
    return "\n".join(filter(None, (button.text(), note)))


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


class SpeakButton(TouchButton):
    """A small button that reads a text aloud and, pressed again, is silent. `told` gives the texts when it is pressed."""

    def __init__(
        self, surroundings: Surroundings, look: Look, told: Callable[[], Iterable[Passage | str]], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, icon="sound", kind="quiet", parent=parent)
        self._around, self._told = surroundings, told
        self.setAccessibleName(self.tr("Read this aloud"))
        self.setToolTip(self.accessibleName())
        self.setObjectName("speak")
        self.setCheckable(True)
        self.setFixedSize(look.px(64), look.px(64))
        self.clicked.connect(self._pressed)
        surroundings.speech.changed.connect(self._show_state)
        self._show_state()

    def _pressed(self) -> None:
        speech = self._around.speech
        hush_tour(self._around)
        speech.toggle(self._told, self._around.language, self)
        self._show_state()

    def _show_state(self) -> None:
        self.setChecked(self._around.speech.source is self)
        self.set_icon("pause" if self.isChecked() else "sound")


def hush_tour(surroundings: Surroundings) -> None:
    """Let the tour wait: two voices at once are none."""
    if surroundings.holder.visit.walk.motion == "playing":
        surroundings.holder.walk(motion="paused")


class ReadAloud(QObject):
    """Reads what the window shows. Made once by the window, told of every page and every change of the visit."""

    def __init__(self, surroundings: Surroundings, ground: QWidget) -> None:
        super().__init__(ground)
        self._around, self._ground = surroundings, ground
        self._look = Look()
        self._topic: object = None
        self._page: Callable[[], QWidget] = lambda: ground
        self._ring: ReadingRing | None = None
        self._strip: ReadingStrip | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._read_what_came)
        surroundings.speech.changed.connect(self._show_place)
        surroundings.holder.changed.connect(self._visit_changed)
        surroundings.holder.ended.connect(surroundings.speech.stop)  # a reset that changes nothing is silent, too

    @property
    def speech(self) -> Speech:
        """What reads."""
        return self._around.speech

    def page_built(self, look: Look, page: Callable[[], QWidget]) -> None:
        """Follow a new page; `page()` is what lies on top of it now. A visitor who is read to by default hears it at once."""
        self._look, self._page = look, page
        if self._topic != _topic_of(self._around.holder.visit):
            self._read_what_came()

    def page_leaving(self) -> None:
        """Be silent and take the ring away: its widgets go."""
        self._soon.stop()
        if self.speech.source is self:
            self._topic = None  # cut off: whoever is read to by default hears the new page from its beginning
        self.speech.stop()
        for thing in (self._ring, self._strip):
            if thing is not None:
                thing.hide()
                thing.deleteLater()
        self._ring = self._strip = None

    def toggle(self) -> None:
        """Read the page, or be silent: the button of the bar."""
        if self.speech.reading:
            self.speech.stop()
        else:
            self.read_page()

    def read_page(self) -> None:
        """Read what lies on top, from its first text."""
        hush_tour(self._around)
        self.speech.read(passages(self._page()), self._around.language, self)

    def _read_what_came(self) -> None:
        """Read what just opened to a visitor who is read to by default; over the stage the rooms speak."""
        visit = self._around.holder.visit
        self._topic = _topic_of(visit)
        wanted = visit.comfort.read_aloud and visit.walk.motion != "playing"
        if wanted and not self.speech.reading and not isinstance(self._page(), StageWidget):
            self.read_page()

    def _visit_changed(self, before: Visit, after: Visit) -> None:
        """Be silent as soon as the visitor is elsewhere: another page, part, card, finding, or nobody at all."""
        if _place_of(before) == _place_of(after):
            return
        self.speech.stop()
        if self._topic != _topic_of(after):
            self._soon.start(0)

    def _show_place(self) -> None:
        passage = self.speech.passage
        if passage is None:
            for thing in (self._ring, self._strip):
                if thing is not None:
                    thing.hide()
            return
        widget = passage.widget
        if widget is not None and not shiboken6.isValid(widget):
            self.speech.stop()
            return
        if widget is not None:
            _bring_into_view(widget)
        if self._ring is None:
            self._ring = ReadingRing(self._look, self._ground)
        self._ring.lie_round(widget)
        self._show_strip()

    def _show_strip(self) -> None:
        if not self.speech.silent:
            if self._strip is not None:
                self._strip.hide()
            return
        if self._strip is None:
            self._strip = ReadingStrip(self._look, self._ground)
        ring = self._ring.geometry() if self._ring is not None and self._ring.isVisible() else QRect()
        self._strip.say(self.speech.line, ring)


def _place_of(visit: Visit) -> object:
    """Return what, when it changes, takes the read text off the screen."""
    walk, own = visit.walk, visit.own
    elsewhere = visit.revise(walk=type(walk)(), own=type(own)(), marked=())
    docked = walk.hotspot, walk.listed, walk.quiz, walk.tools, walk.chapters, walk.rooms
    return elsewhere, docked, walk.motion == "playing", own.finding, own.review is None, own.plan_path


def _topic_of(visit: Visit) -> object:
    """Return what, when it changes, a visitor who is read to hears by itself: not every letter typed or box ticked."""
    walk, asked = visit.walk, visit.situation if visit.page == "guidance" else None
    sheets = visit.help_open, visit.clerk, visit.opened
    where = visit.page, visit.permit_id, visit.scene_id, visit.part, visit.own.plan_path
    return where, sheets, asked, walk.hotspot, walk.listed, walk.quiz, visit.own.finding, visit.comfort


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, min(120, above.height() // 5))
        above = above.parentWidget()
