"""How does the watchdog know that the window still answers? A byte a second from the window's own thread."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.watchdog import HEARTBEAT, TURN

SHOWN = "SHOWROOM_SHOWN"
"""Environment variable with a file that is to hold the kiosk's process as soon as its first picture is on the screen."""
_EVERY, _LOOK = 1000, 20


def wait_for_turn() -> None:
    """Stand by until the watchdog says that the window is to be opened; end quietly where the watchdog is gone."""
    number = os.environ.pop(TURN, "")
    if not number.isdecimal():
        return
    told = os.read(int(number), 1)
    os.close(int(number))
    if not told:
        sys.exit(0)


class Heartbeat(QObject):
    """Beats into the pipe a watchdog handed over; without one it is still."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        number = os.environ.pop(HEARTBEAT, "")
        self._pipe = int(number) if number.isdecimal() else -1
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)
        if self._pipe >= 0:
            os.set_inheritable(self._pipe, False)
            os.set_blocking(self._pipe, False)
            self._timer.start(_EVERY)

    @staticmethod
    def tell_when_shown(window: QWidget) -> None:
        """Write the process's number into the file somebody asked for, once the window has been painted on the screen."""
        asked = os.environ.pop(SHOWN, "")
        if not asked:
            return
        timer = QTimer(window)

        def look() -> None:
            handle = window.windowHandle()
            if handle is not None and handle.isExposed():
                timer.stop()
                window.repaint()
                Path(asked).write_text(f"{os.getpid()}\n", encoding="ascii")

        timer.timeout.connect(look)
        timer.start(_LOOK)

    def beat(self) -> None:
        """Write one byte; a watchdog that is gone, or does not read, is no reason to stop."""
        try:
            os.write(self._pipe, b".")
        except BlockingIOError:
            return
        except OSError:
            self.close()

    def close(self) -> None:
        """Beat no more."""
        self._timer.stop()
        if self._pipe >= 0:
            os.close(self._pipe)
            self._pipe = -1
