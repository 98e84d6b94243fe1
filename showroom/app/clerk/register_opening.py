"""How do the requirements come into a clerk's hand? The register in use is read, with the district that holds; then a window."""

import sys

from PySide6.QtWidgets import QApplication

from showroom.app.clerk import desk
from showroom.app.clerk.register_trial import InHand
from showroom.app.clerk.register_window import RegisterWindow
from showroom.app.i18n import Languages
from showroom.app.theme import font_family
from showroom.domain.errors import InputError, Problem
from showroom.formats.districts import district_paths, find_district
from showroom.formats.mistakes import choice
from showroom.formats.register import permit_ids
from showroom.home import requirements
from showroom.packages.example_premises import example_premises
from showroom.register.overlay_file import open_overlay
from showroom.register.turns import whole_permit


def take_in_hand() -> InHand:
    """Read the register in use and the file of the district that holds there.

    Raises:
        InputError: a file has mistakes, or the register has no district.
    """
    folder = requirements()
    district = find_district(folder, None)
    if district is None:
        raise InputError(Problem(f"{folder / 'districts'}", "no district is the default", "write a file with default: true there"))
    permits = tuple(whole_permit(folder, permit_id) for permit_id in permit_ids(folder))
    return InHand(folder, permits, open_overlay(district_paths(folder)[district.id]), tuple(example_premises()))


def run_requirements(permit_id: str | None, language: str) -> int:
    """Show the window of the requirements until it is closed, and return its exit status: 0, or 2 for bad input."""
    try:
        if permit_id is not None and permit_id not in permit_ids():
            raise InputError(Problem("", f'there is no permit "{permit_id}"', choice(permit_id, permit_ids())))
        held = take_in_hand()
    except InputError as error:
        for problem in error.problems:
            sys.stderr.write(f"{problem}\n")
        return 2
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    font_family()
    languages = Languages(language)
    window = RegisterWindow(held, languages, desk.desk_look(), permit_id or "")
    window.resize(application.primaryScreen().availableSize())
    window.showMaximized()
    try:
        return int(application.exec())
    finally:
        languages.close()
