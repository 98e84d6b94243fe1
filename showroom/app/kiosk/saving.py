"""Where is something saved for the visitor? On their stick, else in the folder the hall chose, else nowhere."""

from pathlib import Path

from showroom.app.kiosk.drives import Drive, drives, has_room
from showroom.app.kiosk_config import KioskConfig


def places_to_save(config: KioskConfig) -> tuple[Drive, ...]:
    """Return the sticks with room; without any the hall's folder, and in a window for trying the user's own, if that has room."""
    sticks = tuple(drive for drive in drives(config.drive_folders) if has_room(drive.folder))
    if sticks:
        return sticks
    folder = config.save_folder or (Path.home() if config.windowed else None)
    return (Drive(folder.name or str(folder), folder),) if folder is not None and has_room(folder) else ()
