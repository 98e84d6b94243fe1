"""How is this kiosk set up? The hall's choices as one frozen value; nothing of a visitor is in it.

The hall writes them into `kiosk.toml` (`app/kiosk_file.py`); `docs/kiosk/index.md` lists every key.
"""

from pathlib import Path
from typing import Annotated

from platformdirs import user_state_path
from pydantic import AfterValidator, Field

from showroom.app.spoken import known
from showroom.domain.document import Document
from showroom.domain.text import DEFAULT_LANGUAGE

APP_NAME = "approval-showroom"


class KioskConfig(Document):
    """What the hall decides once for its kiosk. Folders may be absent; they are then not offered."""

    language: Annotated[str, AfterValidator(known)] = DEFAULT_LANGUAGE
    scene_id: str | None = None
    permit_id: str | None = None
    windowed: bool = False
    size: tuple[int, int] | None = None
    drive_folders: tuple[Path, ...] = (Path("/media"), Path("/run/media"))
    """Where removable drives appear: each folder below, or below a folder of the user's name, is a drive."""
    save_folder: Path | None = None
    """Where checklists are saved when no drive is there; `None` is the user's own folder, and only in a window."""
    printer: str | None = None
    """The printer's name as the system knows it; `None` is the system's default printer."""
    call_clerk: tuple[str, ...] = ()
    """A program and its arguments, run without a shell when a visitor calls for staff; empty only shows a screen to wave by."""
    keyboard: bool | None = None
    """Whether a keyboard is shown on the screen when somebody types; `None` shows it full screen only."""
    idle_seconds: Annotated[int, Field(ge=30, le=3600)] = 90
    """After how many seconds without a touch the kiosk asks whether somebody is still there."""
    stay_seconds: Annotated[int, Field(ge=20, le=600)] = 30
    """How long it then waits for an answer before it forgets everything."""
    attract: bool | None = None
    """Whether the kiosk begins with moving pictures and "touch to start"; `None` does so full screen without a scene or permit."""
    attract_seconds: Annotated[int, Field(ge=4, le=120)] = 9
    """How long each picture is shown there."""
    staff_pin: Annotated[str, Field(pattern=r"^(scrypt\$\d+\$\d+\$\d+\$[0-9a-f]+\$[0-9a-f]+)?$")] = ""
    """The scrambled PIN of the staff exit, written by `showroom kiosk --set-pin`; empty where there is none."""
    watchdog: bool = True
    """Whether a second process starts the full-screen kiosk again after a crash or a hang."""
    count: bool = True
    """Whether cards opened, findings and the like are counted, day by day, without anything personal."""
    state_folder: Path | None = None
    """Where counts and the crash log lie; `None` is the user's state folder."""

    @property
    def full_screen(self) -> bool:
        """Whether the kiosk takes the whole screen, as in a hall."""
        return not (self.windowed or self.size is not None)

    @property
    def watches(self) -> bool:
        """Whether the kiosk asks visitors who went quiet, and forgets those who left."""
        return self.full_screen or bool(self.attract)

    @property
    def counts(self) -> bool:
        """Whether anything is counted: in a hall, and wherever a folder for it was named."""
        return self.count and (self.full_screen or self.state_folder is not None)

    @property
    def shows_keyboard(self) -> bool:
        """Whether a text field brings the keyboard of the screen."""
        return self.full_screen if self.keyboard is None else self.keyboard

    @property
    def attracts(self) -> bool:
        """Whether the kiosk begins, and ends every visit, with "touch to start"."""
        return self.full_screen and not (self.scene_id or self.permit_id) if self.attract is None else self.attract

    @property
    def state(self) -> Path:
        """The folder of counts and crash log."""
        return self.state_folder or user_state_path(APP_NAME)
