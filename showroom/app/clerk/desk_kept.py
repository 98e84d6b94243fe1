"""How does a clerk find the desk as it was left? Where the docks stand, and whether it is dark, in a small file of the clerk's own.

Docks are kept apart for wide and narrow screens. What cannot be read is as if nothing had been kept.
"""

from typing import TYPE_CHECKING

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

from showroom.app.clerk import desk
from showroom.app.kiosk_config import APP_NAME

if TYPE_CHECKING:
    from showroom.app.clerk.studio import Studio


class DeskKept:
    """The desk of one clerk in a settings file."""

    def __init__(self, settings: QSettings | None = None) -> None:
        usual = str(user_config_path(APP_NAME) / "studio.ini")
        self._settings = settings or QSettings(usual, QSettings.Format.IniFormat)

    def lay(self, studio: "Studio") -> None:
        """Lay the desk as it was left, once it has its first sizes; remember those for laying it anew."""
        studio.first_layout = studio.saveState(desk.LAYOUT)
        left = self._settings.value(_place(studio))
        if isinstance(left, QByteArray):
            studio.restoreState(left, desk.LAYOUT)
        studio.acts["dark"].setChecked(self._settings.value("dark", "false") == "true")

    def keep(self, studio: "Studio") -> None:
        """Keep where the docks stand now."""
        self._settings.setValue(_place(studio), studio.saveState(desk.LAYOUT))
        self._settings.setValue("dark", "true" if studio.look.dark else "false")
        self._settings.sync()


def _place(studio: "Studio") -> str:
    return f"docks/{'wide' if desk.is_wide(studio) else 'narrow'}"
