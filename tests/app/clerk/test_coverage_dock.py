"""The matrix of what a scene teaches: gaps stand in it, and a press leads to where each is mended."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from showroom import formats
from showroom.app.clerk.coverage_dock import CoverageDock, Wanted
from showroom.app.clerk.desk import desk_look
from showroom.app.clerk.studio import Studio
from showroom.domain.permit import Permit
from showroom.packages.coverage import PARTS, Cell, Row, coverage
from showroom.view.stage import Hit

HIT = Hit((1.0, 1.0, 1.0), (0.0, 0.0, 1.0), "table", None, 2.0)


@pytest.fixture(scope="module")
def permit() -> Permit:
    """Return a permit."""
    return formats.read_permit("food-catering")


@pytest.fixture
def dock(folder: Path, permit: Permit, qtbot: QtBot) -> CoverageDock:
    """Return the dock on the small shop, seen."""
    made = CoverageDock(desk_look(), folder, lambda: [Wanted(permit, frozenset({"food-catering.fly-lamp"}))])
    qtbot.addWidget(made)
    made.show_scene(formats.read_scene(folder), "en")
    assert made.table.rowCount() == 0, "nothing is read before anybody sees it"
    made.show()
    qtbot.waitUntil(lambda: made.table.rowCount() > 0)
    return made


def _row(dock: CoverageDock, requirement: str) -> int:
    return next(row for row in range(dock.table.rowCount()) if dock.table.item(row, 0).toolTip() == requirement)


def test_the_table_is_the_matrix(dock: CoverageDock, folder: Path, permit: Permit) -> None:
    """Every requirement with a gap has a row with a mark for each part; without the sieve all have one."""
    found = coverage(formats.read_scene(folder), permit, folder, {"food-catering.fly-lamp"})
    assert dock.table.rowCount() == sum(row.gaps > 0 for row in found.rows)
    dock.gaps_only.setChecked(False)
    assert dock.table.rowCount() == len(permit.requirements)
    for at, row in enumerate(found.rows):
        marks = [dock.table.item(at, column).text() for column in range(1, len(PARTS) + 1)]
        assert marks == [{"present": "√", "missing": "×", "unwanted": "·"}[cell.state] for cell in row.cells]
    have, wanted = found.counts("point")
    assert f"Point {have}/{wanted}" in dock.sums.text()
    dock.end()


def test_a_press_on_a_gap_asks_to_mend_it(dock: CoverageDock, qtbot: QtBot) -> None:
    """Pressing a mark tells requirement and part; pressing the requirement's name does not."""
    row = _row(dock, dock._rows[0].requirement.id)
    with qtbot.waitSignal(dock.gap) as asked:
        dock.table.cellClicked.emit(row, 1)
    assert asked.args[0] is dock._rows[row]
    assert asked.args[1].part == "point"
    with qtbot.assertNotEmitted(dock.gap):
        dock.table.cellClicked.emit(row, 0)
    dock.end()


def _gap(
    studio: Studio, requirement: str, part: str, spots: tuple[str, ...] = (), lacking: tuple[str, ...] = ()
) -> tuple[Row, Cell]:
    cell = Cell(part, "missing", (), lacking)  # type: ignore[arg-type]
    return Row(studio.register[requirement], spots, (cell,)), cell


def test_a_missing_key_point_is_placed_and_bound_in_one_step(studio: Studio) -> None:
    """The gap of a key point begins placing; the point placed next stands for the requirement, and one undo takes it back."""
    before = studio.scene
    studio.mend(*_gap(studio, "fire.door.clear-width", "point"))
    assert studio.acts["place"].isChecked()
    studio.place_on(HIT)
    assert studio.spot is not None
    assert studio.spot.requirements == ("fire.door.clear-width",)
    studio.undo()
    assert studio.scene == before
    studio.place_on(HIT)
    assert studio.spot.requirements == ()


def test_giving_up_placing_forgets_the_requirement(studio: Studio) -> None:
    """Esc ends placing; a key point placed later stands for nothing yet."""
    studio.mend(*_gap(studio, "fire.door.clear-width", "point"))
    studio.set_placing(False)
    studio.set_placing(True)
    studio.place_on(HIT)
    assert studio.spot is not None
    assert studio.spot.requirements == ()


def test_a_card_without_a_language_is_opened_on_its_page(studio: Studio) -> None:
    """The gap of a card's language chooses the key point and opens that page."""
    studio.mend(*_gap(studio, "food-catering.fly-lamp", "card-zh_CN", ("basin", "lamp"), ("lamp",)))
    assert studio.chosen == "lamp"
    assert studio.form.language == "zh_CN"


def test_a_gap_in_the_tour_chooses_the_key_point(studio: Studio) -> None:
    """What is lacking at a stop leads to the key point it shows; where there is none nothing is chosen."""
    studio.mend(*_gap(studio, "food-catering.fly-lamp", "clip", ("lamp",), ("guided/1 en",)))
    assert studio.chosen == "lamp"
    studio.choose(None)
    studio.mend(*_gap(studio, "fire.door.clear-width", "sample"))
    assert studio.chosen is None
