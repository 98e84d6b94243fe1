"""How does somebody type without a keyboard? Keys on the screen: Latin, digits and signs, and Chinese from pinyin.

It knows nothing of fields: it says what was typed (`typed`, `erased`, `cleared`, `done`). What is being spelt lives here until a
word is chosen, and `forget` drops it.
"""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from showroom.app.theme import BODY, CAPTION, HEADING, TARGET, Look
from showroom.app.widgets.keyboard_keys import HALF_KEYS, LAYOUTS, Act, Key, width_of
from showroom.app.widgets.words import clear, column, label, row

_LONGEST_SPELLING = 24
_GAP, _LEAST_GAP = 16, 4
"""Between keys: design pixels where there is room, and the fewest widget pixels."""


class Meaning(Protocol):
    """A word some letters may mean, and how many of them it stands for."""

    @property
    def word(self) -> str:
        """The word."""

    @property
    def letters(self) -> int:
        """How many letters it stands for."""


class Dictionary(Protocol):
    """Knows what letters may mean."""

    def candidates(self, letters: str, most: int = 60) -> Sequence[Meaning]:
        """Return words, the likeliest first."""


class Keyboard(QFrame):
    """The keys, in a width given by its place."""

    typed = Signal(str)
    erased = Signal()
    cleared = Signal()
    done = Signal()
    scriptChosen = Signal(str)

    def __init__(self, look: Look, dictionary: Dictionary, script: str = "pinyin", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyboard")
        self.setProperty("panel", "keyboard")
        self.setAccessibleName(self.tr("On-screen keyboard"))
        self.look, self._dictionary = look, dictionary
        self.script = script
        self._face = script
        self._shift = False
        self._spelling = ""
        self._first = 0
        self._meanings: Sequence[Meaning] = ()
        self._strip = row(gap=look.px(8))
        holder = QWidget()
        holder.setLayout(self._strip)
        holder.setFixedHeight(look.px(TARGET))
        self._strip_holder = holder
        self._grid = QGridLayout()
        side = look.px(8 if look.large_print else 16)
        self.setLayout(column(holder, self._grid, gap=look.px(8), margins=(side, look.px(8), side, look.px(10))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_keys()
        self._show_strip()

    @property
    def spelling(self) -> str:
        """The letters typed of a word not chosen yet."""
        return self._spelling

    def forget(self) -> None:
        """Drop what is being spelt."""
        self._spelling, self._first, self._meanings = "", 0, ()
        self._show_strip()

    # -- keys ------------------------------------------------------------------------------------------------
    def _lay_keys(self) -> None:
        clear(self._grid)
        for at in range(HALF_KEYS):
            self._grid.setColumnStretch(at, 1)
        self._fit_gaps()
        for line, keys in enumerate(LAYOUTS[self._face]):
            at = (HALF_KEYS - sum(map(width_of, keys))) // 2
            for key in keys:
                self._grid.addWidget(self._key(key), line, at, 1, width_of(key))
                at += width_of(key)
        self._fit_height()

    def _fit_height(self) -> None:
        """Claim the whole height: a page in want of room would else press the keys together."""
        margins, rows = self.layout().contentsMargins(), len(LAYOUTS[self._face])
        tall = rows * self._key_height + (rows - 1) * self._row_gap + margins.top() + margins.bottom()
        strip = self.look.px(TARGET) + self.look.px(8) if self.script == "pinyin" else 0
        self.setFixedHeight(tall + strip)

    @property
    def _key_height(self) -> int:
        return self.look.px(TARGET if self.look.large_print else 68)

    @property
    def _row_gap(self) -> int:
        return self.look.px(8 if self.look.large_print else 12)

    def _fit_gaps(self) -> None:
        """Keep keys a finger wide: in a narrow window the gaps give way first."""
        look = self.look
        margins = self.layout().contentsMargins()
        spare = self.width() - margins.left() - margins.right() - 10 * look.px(TARGET)
        gap = max(_LEAST_GAP, min(look.px(_GAP), spare // 9))
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(self._row_gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the gaps and the number of words offered to the width."""
        super().resizeEvent(event)
        self._fit_gaps()
        self._show_strip()

    def _key(self, key: str | Act) -> Key:
        look = self.look
        if isinstance(key, Act):
            words, name = self._words_of(key)
            button = Key(look, words, icon=key.icon if not words else "", kind=key.kind, name=name, size=BODY)
            button.setObjectName(f"key-{key.name}")
            button.clicked.connect(lambda _=False, key=key: self._act(key))
            if key.name == "erase":
                button.setAutoRepeat(True)
            if key.name == "shift":
                button.setCheckable(True)
                button.setChecked(self._shift)
        else:
            shown = key.upper() if self._shift else key
            button = Key(look, shown, name=shown, size=HEADING)
            button.setObjectName(f"key-{key}")
            button.clicked.connect(lambda _=False, shown=shown: self.strike(shown))
        button.setFixedHeight(self._key_height)
        button.setMinimumWidth(look.px(TARGET) - 2)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _words_of(self, key: Act) -> tuple[str, str]:
        """Return what stands on a key, and its name."""
        other = "EN" if self.script == "pinyin" else "拼"
        to_other = self.tr("Type English letters") if self.script == "pinyin" else self.tr("Type Chinese by pinyin")
        return {
            "shift": ("", self.tr("Capital letters")),
            "erase": ("", self.tr("Delete the last character")),
            "digits": ("123", self.tr("Digits and signs")),
            "letters": ("ABC", self.tr("Letters")),
            "more": ("，。" if self._face == "digits" else ",.", self.tr("Other signs")),
            "script": (other, to_other),
            "space": (self.tr("Space"), self.tr("Space")),
            "clear": (self.tr("Clear"), self.tr("Delete everything typed")),
            "done": (self.tr("Done"), self.tr("Done, close the keyboard")),
        }[key.name]

    def _act(self, key: Act) -> None:
        {
            "shift": self._turn_shift,
            "erase": self._erase,
            "digits": lambda: self._turn("digits_cn" if self.script == "pinyin" else "digits"),
            "letters": lambda: self._turn(self.script),
            "more": lambda: self._turn("digits" if self._face == "digits_cn" else "digits_cn"),
            "script": self._turn_script,
            "space": self._space,
            "clear": self._clear,
            "done": self._finish,
        }[key.name]()

    def _turn(self, face: str) -> None:
        self._face, self._shift = face, False
        self._lay_keys()

    def _turn_shift(self) -> None:
        self._shift = not self._shift
        self._lay_keys()

    def _turn_script(self) -> None:
        self._commit_letters()
        self.script = "latin" if self.script == "pinyin" else "pinyin"
        self.scriptChosen.emit(self.script)
        self._turn(self.script)
        self._show_strip()

    # -- typing ----------------------------------------------------------------------------------------------
    def strike(self, shown: str) -> None:
        """Type one character: in pinyin, letters gather until a word is chosen."""
        if self._face == "pinyin" and not self._shift and shown.isascii() and shown.isalpha():
            if len(self._spelling) < _LONGEST_SPELLING:
                self._spelling += shown
                self._look_up()
            return
        self._commit_letters()
        self.typed.emit(shown)
        if self._shift:
            self._turn_shift()

    def choose(self, place: int) -> None:
        """Take the candidate at `place`; letters it does not stand for are spelt on."""
        meaning = self._meanings[place]
        self._spelling = self._spelling[meaning.letters :]
        self.typed.emit(meaning.word)
        self._look_up()

    def _look_up(self) -> None:
        self._first = 0
        self._meanings = self._dictionary.candidates(self._spelling) if self._spelling else ()
        self._show_strip()

    def _commit_letters(self) -> None:
        """Type the letters as they stand: no word was chosen."""
        if self._spelling:
            letters, self._spelling = self._spelling, ""
            self.typed.emit(letters)
            self._look_up()

    def _space(self) -> None:
        if self._meanings:
            self.choose(self._first)
        elif self._spelling:
            self._commit_letters()
        else:
            self.typed.emit(" ")

    def _erase(self) -> None:
        if self._spelling:
            self._spelling = self._spelling[:-1]
            self._look_up()
        else:
            self.erased.emit()

    def _clear(self) -> None:
        self.forget()
        self.cleared.emit()

    def _finish(self) -> None:
        if self._meanings:
            self.choose(self._first)
        self._commit_letters()
        self.done.emit()

    # -- candidates ------------------------------------------------------------------------------------------
    def _show_strip(self) -> None:
        clear(self._strip)
        self._strip_holder.setVisible(self.script == "pinyin")
        self._fit_height()
        if not self._spelling:
            self._strip.addWidget(
                label(self.tr("Type the pinyin, then tap the word. First letters are enough."), "caption", "muted"), 1
            )
            return
        spelt = label(self._spelling, "strong", wrap=False)
        self._strip.addWidget(spelt)
        room = self.width() - self.look.px(32) - spelt.sizeHint().width() - 2 * (self.look.px(TARGET) + self.look.px(12))
        shown = 0
        for place in range(self._first, len(self._meanings)):
            key = Key(self.look, self._meanings[place].word, kind="quiet" if place > self._first else "secondary", size=HEADING)
            key.setObjectName(f"candidate-{place}")
            key.setMinimumWidth(self.look.px(72))
            room -= max(key.sizeHint().width(), self.look.px(72)) + self.look.px(8)
            if room < 0 and shown:
                key.deleteLater()
                break
            key.clicked.connect(lambda _=False, place=place: self.choose(place))
            self._strip.addWidget(key)
            shown += 1
        if not self._meanings:
            self._strip.addWidget(label(self.tr("No word for these letters"), "caption", "muted", wrap=False))
        self._strip.addStretch(1)
        self._add_turners(shown)

    def _add_turners(self, shown: int) -> None:
        before, after = self._first > 0, self._first + shown < len(self._meanings)
        if not (before or after):
            return
        for name, icon, words, possible, to in (
            ("words-before", "arrow-left", self.tr("Words before"), before, max(0, self._first - max(1, shown))),
            ("words-after", "arrow-right", self.tr("More words"), after, self._first + shown),
        ):
            key = Key(self.look, "", icon=icon, name=words, size=CAPTION)
            key.setObjectName(name)
            key.setEnabled(possible)
            key.clicked.connect(lambda _=False, to=to: self._turn_words(to))
            self._strip.addWidget(key, 0, Qt.AlignmentFlag.AlignRight)

    def _turn_words(self, first: int) -> None:
        self._first = first
        self._show_strip()
