"""What is looked at on a visitor's stick, and where the checklist goes."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from showroom.app.kiosk.drives import drives, free_name, has_room, look_through, shown_name
from showroom.app.kiosk.own_files import OwnFiles, TooLargeError, sweep
from showroom.app.kiosk.stick_shelf import application_beside
from showroom.domain.errors import InputError


def test_plans_are_found_newest_first(tmp_path: Path) -> None:
    """Drawings anywhere on the stick are offered, whatever the case of their ending; other files are not."""
    (tmp_path / "old").mkdir()
    for number, name in enumerate(("old/a.dxf", "B.DXF", "c.plan.yaml", "photo.jpg", "c.application.yaml", "data.json")):
        path = tmp_path / name
        path.write_text("x", encoding="utf-8")
        os.utime(path, (1000 + number, 1000 + number))
    assert [path.name for path in look_through(tmp_path).files] == ["c.plan.yaml", "B.DXF", "a.dxf"]


def test_hidden_and_linked_things_are_passed_over(tmp_path: Path) -> None:
    """Hidden and system folders, hidden files and links out of the stick are not followed."""
    stick, outside = tmp_path / "stick", tmp_path / "outside"
    for folder in (stick / ".Trash", stick / "$RECYCLE.BIN", outside):
        folder.mkdir(parents=True)
        (folder / "secret.dxf").write_text("x", encoding="utf-8")
    (stick / ".hidden.dxf").write_text("x", encoding="utf-8")
    (stick / "link").symlink_to(outside)
    (stick / "linked.dxf").symlink_to(outside / "secret.dxf")
    assert look_through(stick).files == ()


def test_a_stick_full_of_files_is_looked_at_with_limits(tmp_path: Path) -> None:
    """No more than 60 plans are listed, however many there are."""
    for number in range(100):
        (tmp_path / f"{number:03}.dxf").write_text("x", encoding="utf-8")
    assert len(look_through(tmp_path).files) == 60


def test_a_stick_pulled_out_lists_nothing(tmp_path: Path) -> None:
    """A folder that is gone is an empty one, and no error."""
    assert look_through(tmp_path / "gone").unreadable
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


def test_a_hundred_thousand_files_are_looked_through_and_counted(tmp_path: Path) -> None:
    """The one drawing among them is found; how many were seen is told on the way."""
    names = [f"{number:06}.jpg" for number in range(100_000)]
    entries = [FakeEntry(tmp_path, name) for name in names[:50_000]]
    entries += [FakeEntry(tmp_path, "shop.dxf"), *(FakeEntry(tmp_path, name) for name in names[50_000:])]
    told: list[int] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("showroom.app.kiosk.drives.os.scandir", lambda _: FakeFolder(entries))
        found = look_through(tmp_path, progress=told.append)
    assert [path.name for path in found.files] == ["shop.dxf"]
    assert (found.seen, found.cut) == (100_001, False)
    assert len(told) == 500


def test_a_search_ends_by_number_by_time_or_by_the_visitor(tmp_path: Path) -> None:
    """Each says that there is more."""
    endless = [FakeEntry(tmp_path, f"{number}.dxf" if number < 3 else f"{number}.txt") for number in range(250_000)]
    hours = iter(range(10_000))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("showroom.app.kiosk.drives.os.scandir", lambda _: FakeFolder(endless))
        by_number = look_through(tmp_path)
        by_time = look_through(tmp_path, clock=lambda: 10.0 * next(hours))
        by_visitor = look_through(tmp_path, wanted=lambda: False)
    assert (by_number.seen, by_number.cut) == (200_000, True)
    assert by_time.cut
    assert by_time.seen == 600
    assert (by_visitor.seen, by_visitor.cut, len(by_visitor.files)) == (200, True, 3)


def test_a_stick_pulled_out_while_it_is_looked_through_keeps_what_was_found(tmp_path: Path) -> None:
    """Reading fails half-way: no error, and the drawing seen before is offered."""
    folder = FakeFolder([FakeEntry(tmp_path, "shop.dxf")], breaks=OSError(5, "Input/output error"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("showroom.app.kiosk.drives.os.scandir", lambda _: folder)
        found = look_through(tmp_path)
    assert [path.name for path in found.files] == ["shop.dxf"]
    assert found.unreadable


class FakeEntry:
    """A file a folder lists."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name, self.path = name, str(folder / name)

    def is_symlink(self) -> bool:
        """Say no."""
        return False

    def is_dir(self, *, follow_symlinks: bool) -> bool:  # noqa: ARG002
        """Say no."""
        return False

    def stat(self, *, follow_symlinks: bool) -> os.stat_result:  # noqa: ARG002
        """Return any times."""
        return os.stat_result((0o100644, 0, 0, 1, 0, 0, 10, 0, 1000, 0))


class FakeFolder:
    """What scandir gives: entries, and perhaps an error after the last."""

    def __init__(self, entries: list[FakeEntry], breaks: OSError | None = None) -> None:
        self._entries, self._breaks = entries, breaks

    def __enter__(self) -> Iterator[FakeEntry]:
        return self._listed()

    def _listed(self) -> Iterator[FakeEntry]:
        yield from self._entries
        if self._breaks is not None:
            raise self._breaks

    def __exit__(self, *_: object) -> None:
        return None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("shop.dxf", "shop.dxf"),
        ("小店.dxf", "小店.dxf"),
        ("shop\u202efxd.exe", "shop\ufffdfxd.exe"),
        ("a\nb\tc\x1b[31m.dxf", "a\ufffdb\ufffdc\ufffd[31m.dxf"),
        ("bad\udcff.dxf", "bad\ufffd.dxf"),
        ("\u2066\u200b\u2028.dxf", "\ufffd\ufffd\ufffd.dxf"),
    ],
)
def test_names_are_shown_without_what_turns_or_hides_text(name: str, shown: str) -> None:
    """Direction marks, control characters, half characters and bytes that are no text are shown as one sign each."""
    assert shown_name(name) == shown


def test_a_long_name_keeps_its_beginning_and_its_ending() -> None:
    """A name of 200 characters is cut in the middle."""
    shown = shown_name("x" * 196 + ".dxf")
    assert len(shown) == 80
    assert shown.endswith(".dxf")
    assert "…" in shown


def test_a_drawing_is_copied_into_a_folder_of_its_own(tmp_path: Path) -> None:
    """Nobody else can read the folder; the copy's name is safe; forgetting removes it all."""
    own = OwnFiles(tmp_path / "memory")
    (tmp_path / "memory").mkdir()
    stick = tmp_path / "sh\u202eop.dxf"
    stick.write_bytes(b"x" * 3_000_000)
    copy = own.take(stick, lambda: True)
    assert copy.read_bytes() == stick.read_bytes()
    assert copy.name == "sh\ufffdop.dxf"
    assert own.folder().stat().st_mode & 0o077 == 0
    own.forget()
    assert list((tmp_path / "memory").iterdir()) == []


@pytest.mark.parametrize("kind", ["gone", "link", "pipe", "folder", "huge", "cancelled"])
def test_what_is_no_ordinary_file_of_a_plan_s_size_is_refused(tmp_path: Path, kind: str) -> None:
    """A file that is gone, a link out of the stick, a pipe, a folder, far too much, or nobody who waits: nothing is left."""
    own = OwnFiles(tmp_path / "memory")
    (tmp_path / "memory").mkdir()
    path = tmp_path / "shop.dxf"
    if kind == "link":
        (tmp_path / "secret").write_text("x", encoding="utf-8")
        path.symlink_to(tmp_path / "secret")
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind in ("huge", "cancelled"):
        with path.open("wb") as file:
            file.truncate(90_000_000 if kind == "huge" else 10)
    with pytest.raises(TooLargeError if kind == "huge" else InputError):
        own.take(path, lambda: kind != "cancelled")
    assert [file for file in (tmp_path / "memory").rglob("*") if file.is_file()] == []


def test_folders_of_kiosks_that_are_gone_are_swept(tmp_path: Path) -> None:
    """A folder of a process that no longer runs is removed, one of a process that does is not."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for number in (gone.pid, os.getpid()):
        (tmp_path / f"showroom-visit-{number}-x").mkdir()
        (tmp_path / f"showroom-visit-{number}-x" / "shop.dxf").write_text("x", encoding="utf-8")
    (tmp_path / "showroom-visit-other").mkdir()
    assert sweep(tmp_path) == 1
    assert {path.name for path in tmp_path.iterdir()} == {f"showroom-visit-{os.getpid()}-x", "showroom-visit-other"}


def test_temporary_files_of_libraries_are_the_visitor_s_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a library writes as a temporary file lies in memory and goes with the visitor."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    own = OwnFiles(tmp_path)
    own.take_temporary_files()
    handle, spool = tempfile.mkstemp()
    os.close(handle)
    Path(tempfile.mkdtemp(), "page.pdf").write_text("x", encoding="utf-8")
    assert Path(spool).parent.parent == tmp_path
    assert Path(spool).parent.name.startswith(f"showroom-visit-{os.getpid()}-")
    own.forget()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    own.forget()
