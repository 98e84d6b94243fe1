"""How is this kiosk set up? The hall's choices as one frozen value; nothing of a visitor is in it."""

from pathlib import Path

from showroom.domain.document import Document
from showroom.domain.text import DEFAULT_LANGUAGE, Language


class KioskConfig(Document):
    """What the hall decides once for its kiosk. Folders may be absent; they are then not offered."""

    language: Language = DEFAULT_LANGUAGE
    scene_id: str | None = None
    permit_id: str | None = None
    windowed: bool = False
    size: tuple[int, int] | None = None
    drive_folders: tuple[Path, ...] = (Path("/media"), Path("/run/media"))
    """Where removable drives appear: each folder below, or below a folder of the user's name, is a drive."""
    save_folder: Path | None = None
    """Where checklists are saved when no drive is there; `None` is the user's own folder, and only in a window."""
    keyboard: bool | None = None
    """Whether a keyboard is shown on the screen when somebody types; `None` shows it full screen only."""

    @property
    def full_screen(self) -> bool:
        """Whether the kiosk takes the whole screen, as in a hall."""
        return not (self.windowed or self.size is not None)

    @property
    printer: str | None = None
    """The printer's name as the system knows it; `None` is the system's default printer."""
    def shows_keyboard(self) -> bool:
        """Whether a text field brings the keyboard of the screen."""
        return self.full_screen if self.keyboard is None else self.keyboard
