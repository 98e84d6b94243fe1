"""The desk: docks are shut, found as they were left and laid out anew; a dark desk leaves what the kiosk shows as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from showroom.app.clerk.desk_kept import DeskKept
from showroom.app.clerk.studio import Studio
from showroom.app.theme import CALM, DUSK


@pytest.fixture
def kept(tmp_path: Path) -> DeskKept:
    """Return a desk kept in a file of its own."""
    return DeskKept(QSettings(str(tmp_path / "studio.ini"), QSettings.Format.IniFormat))


def test_the_desk_is_found_as_it_was_left(make_studio: Callable[[], Studio], tmp_path: Path) -> None:
    """What was shut stays shut and what was dark stays dark when the studio is opened again, by another program too."""
    first = make_studio()
    settings = str(tmp_path / "studio.ini")
    left = DeskKept(QSettings(settings, QSettings.Format.IniFormat))
    left.lay(first)
    first.docks["history"].close()
    first.acts["dark"].trigger()
    left.keep(first)
    second = make_studio()
    assert second.docks["history"].isVisible()
    DeskKept(QSettings(settings, QSettings.Format.IniFormat)).lay(second)
    assert not second.docks["history"].isVisible()
    assert second.acts["dark"].isChecked()
    assert second.look.dark


def test_a_desk_that_cannot_be_read_is_an_ordinary_one(studio: Studio, tmp_path: Path) -> None:
    """A settings file of nonsense opens the desk as it is at first."""
    (tmp_path / "studio.ini").write_bytes(b"\x00[docks]\nwide=@ByteArray(nonsense)\nnarrow=7\ndark=perhaps\n")
    DeskKept(QSettings(str(tmp_path / "studio.ini"), QSettings.Format.IniFormat)).lay(studio)
    assert all(dock.isVisible() for dock in studio.docks.values())
    assert not studio.look.dark


def test_every_part_can_be_shut_and_all_are_laid_out_anew(studio: Studio, kept: DeskKept) -> None:
    """Each dock has a line of its own in the menu; laying the desk out anew brings all of them back."""
    kept.lay(studio)
    lines = {action.text() for action in studio._menus["parts"].actions()}
    assert lines == {dock.windowTitle() for dock in studio.docks.values()}
    for action in studio._menus["parts"].actions():
        action.trigger()
    assert not any(dock.isVisible() for dock in studio.docks.values())
    studio.acts["lay-out-anew"].trigger()
    assert all(dock.isVisible() or dock in studio.tabifiedDockWidgets(dock) for dock in studio.docks.values())


def test_a_dark_desk_shows_the_card_as_the_kiosk_does(studio: Studio) -> None:
    """The window, its problems and its marks are dark, the preview of the card is not; light again, all is as before."""
    before = studio.styleSheet()
    studio.choose("basin")
    studio.preview.refresh()
    studio.acts["dark"].trigger()
    assert DUSK.surface in studio.styleSheet()
    assert studio.problems.item(0).foreground().color().name() in (DUSK.not_met, DUSK.to_confirm, DUSK.muted, DUSK.met)
    assert studio.preview.card is not None
    assert studio.preview.card.palette().window().color().name() != DUSK.surface
    assert CALM.surface_raised in studio.preview._kiosk.styleSheet()
    studio.acts["dark"].trigger()
    assert studio.styleSheet() == before
