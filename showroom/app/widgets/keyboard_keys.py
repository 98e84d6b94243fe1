"""Where does each key of the on-screen keyboard lie? Tables of keys in rows of twenty half keys, and the key itself.

A key never takes the focus: the field that is typed into keeps it.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from showroom.app.theme import HEADING, Look
from showroom.app.widgets.touch_button import Kind, TouchButton

HALF_KEYS = 20
"""Each row is so many half keys wide; a letter takes two."""


@dataclass(frozen=True)
class Act:
    """A key that does something: its name in the tables, its icon, its width in half keys, its kind."""

    name: str
    icon: str = ""
    width: int = 3
    kind: Kind = "choice"


SHIFT, ERASE = Act("shift", "shift"), Act("erase", "backspace")
DIGITS, LETTERS = Act("digits"), Act("letters")
LANGUAGE, SPACE = Act("script", "language"), Act("space", width=8)
CLEAR, DONE = Act("clear"), Act("done", "tick", kind="primary")

_BOTTOM = (LANGUAGE, SPACE, CLEAR, DONE)
_ROWS_OF_LETTERS = (tuple("qwertyuiop"), tuple("asdfghjkl"), (SHIFT, *"zxcvbnm", ERASE), (DIGITS, *_BOTTOM))
LAYOUTS: dict[str, tuple[tuple[str | Act, ...], ...]] = {
    "pinyin": _ROWS_OF_LETTERS,
    "latin": _ROWS_OF_LETTERS,
    "digits": (tuple("1234567890"), tuple("-/:;()@&%"), (Act("more", width=3), *".,?!'\"+", ERASE), (LETTERS, *_BOTTOM)),
    "digits_cn": (
        tuple("1234567890"),
        tuple("—、：；（）《》%"),
        (Act("more", width=3), *"。，？！“”㎡", ERASE),
        (LETTERS, *_BOTTOM),
    ),
}
"""The keys of each face of the keyboard, row by row; a row narrower than twenty half keys stands in the middle."""


def width_of(key: str | Act) -> int:
    """Return how many half keys a key takes."""
    return key.width if isinstance(key, Act) else 2


class Key(TouchButton):
    """One key."""

    def __init__(
        self, look: Look, words: str, *, icon: str = "", kind: Kind = "choice", name: str = "", size: int = HEADING
    ) -> None:
        super().__init__(look, words, icon=icon, kind=kind, name=name, size=size, bold=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _pad(self) -> int:
        return self.look.px(8)
