"""What is on every screen, always in the same corners? Home at the left; how one reads, the list, a person and help at the right.

The bar says as much in words as the window is wide for: it is tried wordy first, then ever shorter, and every button keeps its
name. One switch turns on easy mode: large print, fewer choices, slower camera without flights, and every page read aloud.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from showroom.app.i18n import NAMES
from showroom.app.kiosk.clerk_sheet import call_clerk
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit
from showroom.app.theme import CAPTION, HEADING, MARGIN, Look
from showroom.app.widgets.segments import Segments
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import icon_label, label, row

_SHORTEST = 5


class TopBar(QWidget):
    """The bar above every page. `read_asked` when it is to be read aloud, or to be silent."""

    read_asked = Signal()

    def __init__(self, surroundings: Surroundings, look: Look, title: str, *, back_to: str | None) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.look, self._around, self._title, self._back_to = look, surroundings, title, back_to
        self.setLayout(row())
        for shortness in range(_SHORTEST + 1):
            inner = self._inner(shortness)
            if shortness == _SHORTEST or inner.sizeHint().width() <= look.width:
                self.layout().addWidget(inner)
                break
            inner.deleteLater()
        surroundings.speech.changed.connect(self._show_reading)

    def _show_reading(self) -> None:
        self._speak.setChecked(self._around.speech.reading)

    def show_sheets(self, visit: Visit) -> None:
        """Show which sheet lies over the page."""
        self.help.setChecked(visit.help_open)
        self.clerk.setChecked(bool(visit.clerk))

    def show_marked(self, count: int) -> None:
        """Say how many things are on the visitor's list."""
        self._list.show_count(count)

    def _inner(self, shortness: int) -> QWidget:
        """Return the bar's content: at 1 without title, at 2 and on with ever fewer words."""
        look, holder = self.look, self._around.holder
        tight = shortness >= 2
        side = look.px(MARGIN if not tight else 16)
        layout = row(gap=look.gap, margins=(side, look.px(12), side, look.px(12)))
        if holder.visit.page in ("lobby", "attract"):
            layout.addWidget(icon_label(look, "office", 40))
            if shortness < 4:
                layout.addWidget(self._heading(self.tr("Approval showroom"), "brand"))
        else:
            home = self._button(self.tr("Home"), "home", words=shortness < 5)
            home.clicked.connect(holder.home)
            layout.addWidget(home)
            if self._back_to is not None:
                back = self._button(self.tr("Back"), "back", words=not tight, quiet=True)
                back.clicked.connect(lambda: holder.revise(page=self._back_to))
                layout.addWidget(back)
        if self._title and shortness < 1:
            layout.addWidget(self._heading(self._title, "bar-title"))
        layout.addStretch(1)
        for widget in self._comforts(shortness):
            layout.addWidget(widget)
        inner = QWidget()
        inner.setLayout(layout)
        return inner

    def _comforts(self, shortness: int) -> list[QWidget]:
        holder = self._around.holder
        comfort = holder.visit.comfort
        easy = self._toggle(self.tr("Easy mode"), "large-print", comfort.large_print, words=shortness < 3)
        easy.clicked.connect(lambda: holder.easy_mode(on=not holder.visit.comfort.large_print))
        self._list = ListButton(self.look, words=shortness < 3, on=holder.visit.page in ("list", "takeaway"))
        self._list.show_count(len(holder.visit.marked))
        self._list.clicked.connect(holder.open_list)
        contrast = self._toggle(self.tr("High contrast"), "contrast", comfort.high_contrast, words=False)
        contrast.clicked.connect(lambda: holder.comfort(high_contrast=not holder.visit.comfort.high_contrast))
        self._speak = self._toggle(self.tr("Read aloud"), "sound", self._around.speech.reading, words=shortness < 3)
        self._speak.setObjectName("read-aloud")
        self._speak.clicked.connect(self.read_asked)
        self._speak.clicked.connect(self._show_reading)
        self.clerk = self._toggle(self.tr("Call a clerk"), "clerk", bool(holder.visit.clerk), words=shortness < 2)
        self.clerk.clicked.connect(lambda: call_clerk(self._around))
        self.help = self._toggle(self.tr("Help"), "help", holder.visit.help_open, words=shortness < 4)
        self.help.clicked.connect(lambda: holder.revise(help_open=not holder.visit.help_open))
        return [self._languages(comfort.language, shortness), easy, contrast, self._speak, self._list, self.clerk, self.help]

    def _languages(self, current: str, shortness: int) -> QWidget:
        """Return the choice of languages: side by side, or where there is no room one button that leads to the next."""
        if shortness < 4:
            names = [(key, name, "") for key, name in NAMES.items()]
            choice = Segments(self.look, names, current, name=self.tr("Language"), size=CAPTION)
            choice.chosen.connect(self._around.languages.choose)
            return choice
        keys = list(NAMES)
        following = keys[(keys.index(current) + 1) % len(keys)]
        button = TouchButton(self.look, icon="language", kind="choice", name=NAMES[following])
        button.setObjectName(following)
        button.setToolTip(NAMES[following])
        button.clicked.connect(lambda: self._around.languages.choose(following))
        return button

    def _heading(self, text: str, name: str) -> QLabel:
        words = label(text, "heading", wrap=False, name=name)
        words.setFont(self.look.font(HEADING, bold=True))  # the style sheet comes too late for measuring
        return words

    def _button(self, name: str, icon: str, *, words: bool, quiet: bool = False) -> TouchButton:
        kind = "quiet" if quiet else "secondary"
        button = TouchButton(self.look, name if words else "", icon=icon, kind=kind, name=name)  # type: ignore[arg-type]
        button.setObjectName(icon)
        return button

    def _toggle(self, name: str, icon: str, on: bool, *, words: bool) -> TouchButton:
        button = TouchButton(self.look, name if words else "", icon=icon, kind="choice", size=CAPTION, name=name)
        button.setObjectName(icon)
        button.setCheckable(True)
        button.setChecked(on)
        button.setToolTip(name)
        return button


class ListButton(TouchButton):
    """The way to the visitor's list, with the number of things on it in its corner."""

    def __init__(self, look: Look, *, words: bool, on: bool) -> None:
        self._count, self._wordy = 0, words
        super().__init__(look, icon="my-list", kind="choice", size=CAPTION)
        self.setObjectName("my-list")
        self.setCheckable(True)
        self.setChecked(on)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show so many things; none shows no number."""
        self._count = count
        words = self.tr("My list")
        self.setText(words if self._wordy else "")
        self.setAccessibleName(self.tr("My list, {count} things on it").format(count=count))
        self.update()

    def nextCheckState(self) -> None:
        """Stay as it is: the page decides."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and over its corner the number."""
        super().paintEvent(event)
        if not self._count:
            return
        look = self.look
        words = str(min(self._count, 99))
        font = look.font(CAPTION, bold=True)
        tall = look.px(24)
        wide = max(tall, look.px(8 + 11 * len(words)))
        box = QRectF(self.width() - wide, 0, wide, tall)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("on_accent"), look.px(2)))
        painter.setBrush(look.color("not_met"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), tall / 2, tall / 2)
        painter.setPen(look.color("on_accent"))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
