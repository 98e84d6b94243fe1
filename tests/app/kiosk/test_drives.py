"""What is looked at on a visitor's stick, and where the checklist goes."""

import os
from pathlib import Path

from showroom.app.kiosk.choose_plan import application_beside
from showroom.app.kiosk.drives import drives, free_name, has_room, plan_files


def test_plans_are_found_newest_first(tmp_path: Path) -> None:
    """Drawings anywhere on the stick are offered, whatever the case of their ending; other files are not."""
    (tmp_path / "old").mkdir()
    for number, name in enumerate(("old/a.dxf", "B.DXF", "c.plan.yaml", "photo.jpg", "c.application.yaml", "data.json")):
        path = tmp_path / name
        path.write_text("x", encoding="utf-8")
        os.utime(path, (1000 + number, 1000 + number))
    assert [path.name for path in plan_files(tmp_path)] == ["c.plan.yaml", "B.DXF", "a.dxf"]


def test_hidden_and_linked_things_are_passed_over(tmp_path: Path) -> None:
    """Hidden and system folders, hidden files and links out of the stick are not followed."""
    stick, outside = tmp_path / "stick", tmp_path / "outside"
    for folder in (stick / ".Trash", stick / "$RECYCLE.BIN", outside):
        folder.mkdir(parents=True)
        (folder / "secret.dxf").write_text("x", encoding="utf-8")
    (stick / ".hidden.dxf").write_text("x", encoding="utf-8")
    (stick / "link").symlink_to(outside)
    (stick / "linked.dxf").symlink_to(outside / "secret.dxf")
    assert plan_files(stick) == ()


def test_a_stick_full_of_files_is_looked_at_with_limits(tmp_path: Path) -> None:
    """No more than 60 plans are listed, however many there are."""
    for number in range(100):
        (tmp_path / f"{number:03}.dxf").write_text("x", encoding="utf-8")
    assert len(plan_files(tmp_path)) == 60


def test_a_stick_pulled_out_lists_nothing(tmp_path: Path) -> None:
    """A folder that is gone is an empty one, and no error."""
    assert plan_files(tmp_path / "gone") == ()
    assert drives((tmp_path / "gone",)) == ()
    assert not has_room(tmp_path / "gone")


def test_an_ordinary_folder_is_no_drive(tmp_path: Path) -> None:
    """Only what is mounted counts as a drive."""
    (tmp_path / "stick").mkdir()
    assert drives((tmp_path,)) == ()


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    """A second checklist of the same name gets a number."""
    first = free_name(tmp_path, "list", ".pdf")
    first.write_text("x", encoding="utf-8")
    second = free_name(tmp_path, "list", ".pdf")
    assert (first.name, second.name) == ("list.pdf", "list-2.pdf")


def test_a_broken_application_beside_a_plan_is_left_aside(tmp_path: Path) -> None:
    """The questions are then asked as if nothing had been there."""
    (tmp_path / "shop.dxf").write_text("x", encoding="utf-8")
    (tmp_path / "shop.application.yaml").write_text("people: {seats: many}", encoding="utf-8")
    assert application_beside(tmp_path / "shop.dxf").people.seats is None


def test_the_application_beside_a_plan_is_found_by_its_name(tmp_path: Path) -> None:
    """`shop.application.yaml` belongs to `shop.plan.yaml` as to `shop.dxf`."""
    (tmp_path / "shop.application.yaml").write_text("people: {seats: 12}", encoding="utf-8")
    assert application_beside(tmp_path / "shop.dxf").people.seats == 12
    assert application_beside(tmp_path / "shop.plan.yaml").people.seats == 12
    assert application_beside(tmp_path / "other.dxf").people.seats is None
