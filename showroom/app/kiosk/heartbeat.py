"""How does the watchdog know that the window still answers? A byte a second from the window's own thread."""

import os

from PySide6.QtCore import QObject, QTimer

from showroom.app.kiosk.watchdog import HEARTBEAT

_EVERY = 1000


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
