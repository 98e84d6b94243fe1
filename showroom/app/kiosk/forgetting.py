"""What must be forgotten when a visitor leaves, beside the visit itself? A table of everything that could keep something of them.

`tests/app/kiosk/test_forgetting.py` goes through the objects of the whole program for what a visitor left; what it finds is added
here, not there.
"""

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache

from showroom.modelling.model import Model

if TYPE_CHECKING:
    from showroom.app.kiosk.window import KioskWindow

_STRANGERS_TEXT = ("showroom.formats.", "showroom.geometry.", "showroom.search.", "showroom.rules.", "showroom.domain.")
"""Modules whose remembered results may hold words of a visitor's drawing or question."""


def forget(window: "KioskWindow") -> None:
    """Forget everything of the visitor that is not in the visit; the visit was reset before."""
    for part in _PARTS:
        part(window)


def _typing(window: "KioskWindow") -> None:
    """What was being spelt, and in which script."""
    if window.keyboard is not None:
        window.keyboard.reset()


def _speech(window: "KioskWindow") -> None:
    window.surroundings.speech.stop()


def _work(window: "KioskWindow") -> None:
    """What still runs for the visitor: given up; results that come later are told to nobody."""
    window.surroundings.jobs.give_up()


def _reader(window: "KioskWindow") -> None:
    """The process that read the drawing, with all its memory."""
    window.surroundings.expect_none()


def _files(window: "KioskWindow") -> None:
    window.surroundings.own_files.forget()


def _clipboard(_window: "KioskWindow") -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _stage(window: "KioskWindow") -> None:
    """What was lit, the picture all round, and the visitor's own premises; the sample ones are the hall's."""
    widget, premises = window.stage_widget, window.surroundings.premises
    if premises is not None and premises.exhibit.own is not None:
        window.surroundings.premises = None
        widget.show_model(Model(()))
        widget.set_walker(None)
    widget.set_view("inside", 0)
    widget.stage.surround(None)
    widget.stage.highlight([])


def _results(_window: "KioskWindow") -> None:
    """Results remembered for texts that may have been a visitor's."""
    for remembered in _remembered():
        remembered.cache_clear()


def _remembered() -> Iterator[Any]:
    for name, module in list(sys.modules.items()):
        if name.startswith(_STRANGERS_TEXT) and module is not None:
            for thing in list(vars(module).values()):
                if hasattr(thing, "cache_clear") and getattr(thing, "__module__", "") == name and _may_hold_texts(thing):
                    yield thing


def _may_hold_texts(thing: Any) -> bool:
    """Tell whether results depend on anything handed in, but files of the hall's own."""
    return thing.cache_parameters()["maxsize"] not in (1, 4, 32)


def _last_error(_window: "KioskWindow") -> None:
    """The last error Python keeps for whoever debugs, with everything around it."""
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        with suppress(AttributeError):
            delattr(sys, name)


def _pictures(_window: "KioskWindow") -> None:
    """The picture of every label that was painted: Qt keeps them by number, so those of a new page never meet an old one's."""
    QPixmapCache.clear()


def _gestures(_window: "KioskWindow") -> None:
    """The class that Qt's binding makes of the number of every gesture it meets: each scrolled column has one of its own."""
    vars(Qt.GestureType).get("_sbk_missing_", {}).clear()


def _memory(_window: "KioskWindow") -> None:
    """Objects that hold each other, and pages the allocator keeps."""
    gc.collect()
    if (trim := _trim()) is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """Return glibc's malloc_trim, where this is glibc."""
    try:
        return ctypes.CDLL(None).malloc_trim  # type: ignore[no-any-return]
    except (OSError, AttributeError):
        return None


_PARTS: tuple[Callable[["KioskWindow"], None], ...] = (
    _typing, _speech, _work, _reader, _files, _clipboard, _stage, _results, _last_error, _pictures, _gestures, _memory,
)  # fmt: skip
"""In this order: what runs is stopped before what it uses is taken away."""
