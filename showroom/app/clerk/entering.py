"""What does a clerk meet on the way into a scene? Another clerk who holds it, or work that a power cut left behind.

Every question has a button for each answer, and Esc takes the one that loses nothing.
"""

import html
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from showroom import formats
from showroom.app.clerk import Opened
from showroom.app.clerk.holding import Hold, Holder
from showroom.app.clerk.recovery import BROKEN, Left, drop_recovery, keep_both, look_for_recovery
from showroom.domain.errors import InputError
from showroom.domain.scene import Scene

translate = QCoreApplication.translate
Recovering = Literal["recover", "drop", "keep"]


@dataclass(frozen=True)
class Entry:
    """How a scene is entered: as its file has it, with the lock (`None`: to look at only), and with the work to be brought back."""

    opened: Opened
    hold: Hold | None
    recovered: Scene | None = None


@dataclass(frozen=True)
class Questions:
    """Who answers on the way in; tests put their own there."""

    look_only: Callable[[Holder, Path], bool]
    recovering: Callable[[Left], Recovering]
    tell_broken: Callable[[Path, str], None]


def enter(opened: Opened, ask: Questions) -> Entry | None:
    """Take the lock and settle what is left of unsaved work; `None` where the clerk would rather not open the scene.

    Raises:
        InputError: the scene was changed since it was read, and cannot be read any more.
    """
    folder = opened.folder
    hold = Hold(folder)
    if (holder := hold.take()) is not None:
        return Entry(opened, None) if ask.look_only(holder, hold.path) else None
    try:
        opened = replace(opened, scene=formats.read_scene(folder))  # who held it until now may have saved meanwhile
        left = look_for_recovery(folder, opened.scene)
        if left.state == "broken":
            ask.tell_broken(folder / BROKEN, left.reason)
        answer = ask.recovering(left) if left.state == "newer" else ""
        if answer == "drop":
            drop_recovery(folder)
        elif answer == "keep":
            keep_both(folder)
    except InputError:
        hold.release()
        raise
    return Entry(opened, hold, left.scene if answer == "recover" else None)


def ask_look_only(holder: Holder, lock: Path) -> bool:
    """Say who holds the scene, and ask whether to look at it only; Esc does not open it."""
    who = holder.name or translate("Entering", "Another clerk")
    box = _box(QMessageBox.Icon.Information, translate("Entering", "{who} is editing this scene.").format(who=who))
    facts = translate("Entering", "On the computer {host}, program number {process}, since {since}.").format(
        host=holder.host or "?", process=holder.process, since=_said(holder.since)
    )
    only = translate("Entering", "You can look at it now; changes are not possible.")
    gone = translate("Entering", "If nobody is at work there any more, delete the file {lock} and open the scene again.").format(
        lock=lock
    )
    box.setInformativeText(f"{facts}\n{only}\n\n{gone}")
    look = box.addButton(translate("Entering", "Look at it only"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(translate("Entering", "Do not open"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(leave)
    box.exec()
    return box.clickedButton() is look


def ask_recovering(left: Left) -> Recovering:
    """Ask what becomes of the work that was never saved; Esc keeps both."""
    box = _box(QMessageBox.Icon.Question, translate("Entering", "Work on this scene was not saved when the program ended."))
    found = translate("Entering", "It was kept on {when} and has {count} key points.").format(
        when=_said(left.when), count=len(left.scene.hotspots) if left.scene else 0
    )
    keep_words = translate("Entering", "“Keep both” opens the scene as it was saved and puts this work among its earlier versions.")
    box.setInformativeText(f"{found}\n{keep_words}")
    recover = box.addButton(translate("Entering", "Bring the work back"), QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton(translate("Entering", "Throw the work away"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(translate("Entering", "Keep both"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(recover)
    box.setEscapeButton(keep)
    box.exec()
    clicked = box.clickedButton()
    return "recover" if clicked is recover else "drop" if clicked is drop else "keep"


def tell_broken(aside: Path, reason: str) -> None:
    """Say that unsaved work could not be read, and where it lies now; the scene opens as it was saved."""
    box = _box(QMessageBox.Icon.Warning, translate("Entering", "Unsaved work was found, but it cannot be read."))
    where = translate("Entering", "The scene opens as it was last saved. The damaged file is kept as {path}.").format(path=aside)
    box.setInformativeText(f"{html.escape(where)}<br><br>{html.escape(reason)}")
    box.addButton(translate("Entering", "Open the scene"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


AT_THE_SCREEN = Questions(ask_look_only, ask_recovering, tell_broken)


def _box(icon: QMessageBox.Icon, words: str) -> QMessageBox:
    return QMessageBox(icon, translate("Entering", "Clerk's studio"), f"<b>{html.escape(words)}</b>")


def _said(when: datetime | None) -> str:
    return f"{when:%Y-%m-%d %H:%M}" if when is not None else "?"
