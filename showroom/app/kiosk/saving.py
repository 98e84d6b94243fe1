"""Where is something saved for the visitor? On their stick, else in the folder the hall chose, else nowhere."""

from pathlib import Path

from showroom.app.kiosk.drives import drives, has_room
from showroom.app.kiosk_config import KioskConfig


def place_to_save(config: KioskConfig) -> Path | None:
    """Return the folder to save in, or `None` where there is none with room; a window for trying may use the user's own."""
    mounted = [drive.folder for drive in drives(config.drive_folders) if has_room(drive.folder)]
    if mounted:
        return mounted[0]
    if config.save_folder is not None and has_room(config.save_folder):
        return config.save_folder
    return Path.home() if config.windowed and has_room(Path.home()) else None
