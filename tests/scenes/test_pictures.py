"""The pictures of the program's own screens: a table that hangs together, and the twelve that are kept."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


def test_every_screen_has_a_name_of_its_own_and_known_looks(script: Callable[[str], ModuleType]) -> None:
    """Two screens of one name would overwrite each other's picture."""
    screens = script("screens")
    names = [screen.name for screen in screens.SCREENS]
    assert len(set(names)) == len(names) >= 30
    assert {look for screen in screens.SCREENS for look in screen.looks} <= set(screens.LOOKS)


def test_twelve_screens_are_kept_and_all_are_there(script: Callable[[str], ModuleType]) -> None:
    """What the documents show can be taken again, and lies in docs/pictures."""
    screens, pictures = script("screens"), script("doc_pictures")
    known = {screen.name: {"zh", *screen.looks} for screen in screens.SCREENS}
    assert len(pictures.PICTURES) == 12
    for file, (screen, look) in pictures.PICTURES.items():
        assert look in known[screen], file
        assert (ROOT / "docs" / "pictures" / f"{file}.jpg").is_file()
