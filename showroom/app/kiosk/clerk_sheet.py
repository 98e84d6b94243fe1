"""How does a visitor get a person? One large screen that says what to do now, and the hall's own command where it set one up.

Nothing is claimed that did not happen: only where the hall's command ended well does the screen say that somebody was called.
"""

import logging
import subprocess

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.cover import Cover
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Calling
from showroom.app.theme import HEADING, Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, panel, row

_log = logging.getLogger(__name__)
_PATIENCE = 10
"""Seconds the hall's command may take."""


def call_clerk(surroundings: Surroundings) -> None:
    """Show the screen and, where the hall set one up, run its command in a worker."""
    command, holder = surroundings.config.call_clerk, surroundings.holder
    if not command:
        holder.revise(clerk="wave", help_open=False)
        return
    holder.revise(clerk="calling", help_open=False)

    def tell(calling: Calling) -> None:
        if holder.visit.clerk == "calling":
            holder.revise(clerk=calling)

    job = surroundings.jobs.start(lambda _job: _run(command))
    job.done.connect(tell)
    job.failed.connect(lambda _problems: tell("unheard"))


def _run(command: tuple[str, ...]) -> Calling:
    """Run the hall's command without a shell; it is told nothing of the visit."""
    try:
        done = subprocess.run(  # noqa: S603 - the hall's own words, never a visitor's
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        _log.info("the command that calls staff did not run: %s", type(error).__name__)
        return "unheard"
    return "called" if done.returncode == 0 else "unheard"


class ClerkSheet(Cover):
    """The screen that is shown while a visitor waits for somebody."""

    def __init__(self, surroundings: Surroundings, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        holder = surroundings.holder
        title, under = self._words(holder.visit.clerk)
        self.first = TouchButton(look, self.tr("Go on by myself"), icon="tick", kind="primary", size=HEADING)
        self.first.setObjectName("clerk-close")
        self.first.setMinimumHeight(look.px(88))
        self.first.clicked.connect(self.closed)
        self.closed.connect(lambda: holder.revise(clerk=""))
        head = label(title, "display" if not look.large_print else "title", name="clerk-title")
        told = label(under, "heading")
        told.setStyleSheet("font-weight: 400;")
        for words in (head, told):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture = icon_label(look, "clerk", 160 if not look.large_print else 96)
        pad = look.px(48 if not look.large_print else 24)
        inner = column(None, row(None, picture, None), head, told, None, self.first, gap=look.px(24), margins=(pad, pad, pad, pad))
        sheet = panel("floating", inner, "clerk-sheet")
        sheet.setMaximumSize(look.px(1100), look.px(820))
        edge = look.px(24)
        self.setLayout(row(sheet, margins=(edge, edge, edge, edge)))

    def _words(self, calling: Calling) -> tuple[str, str]:
        if calling == "called":
            return self.tr("A clerk has been called"), self.tr("Please wait here; somebody is coming to you.")
        if calling == "calling":
            return self.tr("Calling a clerk …"), self.tr("Please wait a moment.")
        if calling == "unheard":
            return self.tr("Please wave to our staff"), self.tr("The call did not get through. You may also go to the counter.")
        return self.tr("Please wave to our staff"), self.tr(
            "Raise your hand, and somebody comes to you. You may also go to the counter."
        )
