"""What does a page say when it is read aloud? Its texts in reading order, each ringed meanwhile, in captions where nobody speaks.

A newcomer would have every page list its texts: they are taken from the widgets that are on the screen, so that nothing can be
forgotten. What lies on top (help, a card, a question) is read alone.
"""

from collections.abc import Callable, Iterable, Iterator

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QLayout, QLineEdit, QScrollArea, QWidget

from showroom.app.kiosk.speech import Passage, Speech
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.touch_button import TouchButton, paint_focus
from showroom.app.widgets.words import column, icon_label, label, row

UNSPOKEN = "unspoken"
"""A property that keeps a widget, and all within it, from being read (`setProperty(UNSPOKEN, True)`)."""
SPOKEN = "spoken"
"""A property with the words of a widget that paints its text itself."""


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
    words = widget.property(SPOKEN)
    if words is None and isinstance(widget, QLabel):
        words = widget.text()
    elif words is None and isinstance(widget, QAbstractButton):
        words = _words_of(widget)
    elif words is None and isinstance(widget, QLineEdit):
        words = widget.text() or widget.placeholderText()
    if words is not None:
        yield Passage(str(words), widget)
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
        self._ring: _Ring | None = None
        self._strip: _Strip | None = None
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
            self._ring = _Ring(self._look, self._ground)
        self._ring.lie_round(widget)
        self._show_strip()

    def _show_strip(self) -> None:
        if not self.speech.silent:
            if self._strip is not None:
                self._strip.hide()
            return
        if self._strip is None:
            self._strip = _Strip(self._look, self._ground)
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


class _Ring(QWidget):
    """A ring round the text being read; every touch goes through."""

    def __init__(self, look: Look, ground: QWidget) -> None:
        super().__init__(ground)
        self.look, self._ground = look, ground
        self.setProperty(UNSPOKEN, True)
        self.setObjectName("reading-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lie_round(self, widget: QWidget | None) -> None:
        """Lie round a widget of the window, cut to what is seen of it; `None` hides the ring."""
        ground = self._ground
        if widget is None or not widget.isVisible() or not ground.isAncestorOf(widget):
            self.hide()
            return
        box = QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size())
        above = widget.parentWidget()
        while above is not None and above is not ground:
            if isinstance(above, QScrollArea):
                view = above.viewport()
                box &= QRect(view.mapTo(ground, QPoint(0, 0)), view.size())
            above = above.parentWidget()
        edge = self.look.px(8)
        self.setGeometry(box.adjusted(-edge, -edge, edge, edge) & ground.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, the one focus is shown by."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_focus(painter, QRectF(self.rect()), self.look, self.look.px(12))
        painter.end()


class _Strip(QFrame):
    """What would be said, in words, and a note that nobody says it; on the half of the screen where nothing is being read."""

    def __init__(self, look: Look, ground: QWidget) -> None:
        super().__init__(ground)
        self.look, self._ground = look, ground
        self.setProperty(UNSPOKEN, True)
        self.setObjectName("reading-strip")
        self.setProperty("panel", "night")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = label("", "heading", name="reading-words")
        self.words.setStyleSheet("font-weight: 400;")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = label(self.tr("No voice on this machine: please read along with the ring"), "caption", wrap=False)
        note = row(None, icon_label(look, "sound-off", 22, "on_night"), hint, None, gap=look.px(8))
        pad = look.px(24)
        self.setLayout(column(self.words, note, gap=look.px(4), margins=(pad, look.px(12), pad, look.px(12))))

    def say(self, words: str, ring: QRect) -> None:
        """Show a line, away from `ring`."""
        ground = self._ground.rect()
        self.words.setText(words)
        wide = min(ground.width() - 2 * self.look.px(24), self.look.px(1040))
        inner = wide - 2 * self.look.px(24)
        self.words.setFixedWidth(inner)
        tall = self.words.heightForWidth(inner) + self.words.fontMetrics().height() + 2 * self.look.px(12) + self.look.px(8)
        low = ring.isNull() or ring.center().y() < ground.center().y()
        top = ground.bottom() - tall - self.look.px(24) if low else self.look.px(112)
        self.setGeometry((ground.width() - wide) // 2, top, wide, tall)
        self.show()
        self.raise_()
