"""Nothing a clerk did is lost: work is kept aside, versions are kept, one clerk at a time, and any moment may be the last."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from showroom import formats
from showroom.app.clerk import Opened, autosave, entering
from showroom.app.clerk.autosave import Autosave
from showroom.app.clerk.entering import Questions, enter
from showroom.app.clerk.holding import LOCK, Hold, Holder
from showroom.app.clerk.recovery import BROKEN, RECOVERY, Left, look_for_recovery, sum_of, write_recovery
from showroom.app.clerk.studio import Studio
from showroom.app.document import SceneDocument
from showroom.domain.scene import Scene
from showroom.domain.text import Text
from showroom.formats import writing
from showroom.formats.scene_versions import FOLDER, KEPT, keep_version, versions
from showroom.modelling.model import Model
from showroom.packages.packing import pack

NOBODY_ASKED = Questions(
    look_only=lambda _holder, _lock: pytest.fail("somebody was asked"),
    recovering=lambda _left: pytest.fail("somebody was asked"),
    tell_broken=lambda _aside, _reason: pytest.fail("somebody was told"),
)


def _called(scene: Scene, number: int) -> Scene:
    return scene.model_copy(update={"title": Text.of(f"第{number}版", f"Version {number}")})


def _number(scene: Scene) -> int:
    return int(scene.title.in_("en").removeprefix("Version "))


@pytest.fixture
def document(folder: Path, qtbot: QtBot) -> SceneDocument:
    """Return the scene of the folder, to be edited."""
    return SceneDocument.open(folder)


# ------------------------------------------------------------------ autosave


def test_a_change_is_written_within_half_a_minute(document: SceneDocument) -> None:
    """A change starts a clock of less than 30 s, which later changes do not wind back; where nothing changed it does not run."""
    keeper = Autosave(document)
    assert not keeper.due
    document.change("once", _called(document.scene, 1))
    assert keeper.due
    assert autosave.EVERY < 30_000
    assert keeper._waiting.isSingleShot()
    began = keeper._waiting.remainingTime()
    document.change("twice", _called(document.scene, 2))
    assert keeper._waiting.remainingTime() <= began
    keeper.end()


def test_unsaved_work_lies_beside_the_scene_until_it_is_saved(document: SceneDocument, qtbot: QtBot) -> None:
    """When the clock has run the recovery file holds the scene; saving removes it, and the scene's own file waits for that."""
    keeper = Autosave(document, every=1)
    before = sum_of(document.folder)
    with qtbot.waitSignal(keeper.kept):
        document.change("once", _called(document.scene, 1))
    assert formats.read_scene(document.folder / RECOVERY) == document.scene
    assert sum_of(document.folder) == before
    document.save()
    assert not (document.folder / RECOVERY).exists()
    keeper.end()


def test_a_risky_act_is_preceded_by_keeping(document: SceneDocument) -> None:
    """Before an act that may go wrong everything is on the disk at once."""
    keeper = Autosave(document)
    document.change("once", _called(document.scene, 1))
    keeper.before_risk()
    assert formats.read_scene(document.folder / RECOVERY) == document.scene
    keeper.end()
    assert not (document.folder / RECOVERY).exists()


def test_work_that_cannot_be_kept_is_told_and_tried_again(
    document: SceneDocument, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk the clerk hears of it, and the next try is under way."""
    keeper = Autosave(document)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    document.change("once", _called(document.scene, 1))
    with monkeypatch.context() as patch, qtbot.waitSignal(keeper.failed) as told:
        patch.setattr(writing.os, "fsync", full)
        keeper.before_risk()
    assert "No space left" in told.args[0]
    qtbot.waitUntil(lambda: keeper.due)
    keeper.before_risk()
    assert formats.read_scene(document.folder / RECOVERY) == document.scene
    keeper.end()


# ------------------------------------------------------------------ recovery


def _opened(folder: Path) -> Opened:
    return Opened(folder, formats.read_scene(folder), Model(()), ())


@pytest.mark.parametrize(
    ("answer", "brought", "kept"),
    [("recover", True, 0), ("drop", False, 0), ("keep", False, 1)],
)
def test_work_left_by_a_crash_is_offered(folder: Path, qtbot: QtBot, answer: str, *, brought: bool, kept: int) -> None:
    """Newer work than the file is brought back, thrown away, or put among the versions, as the clerk says."""
    work = _called(formats.read_scene(folder), 7)
    write_recovery(folder, work, sum_of(folder))
    entry = enter(_opened(folder), replace(NOBODY_ASKED, recovering=lambda _left: answer))
    assert entry is not None
    assert entry.hold is not None
    assert entry.recovered == (work if brought else None)
    assert len(versions(folder)) == kept
    assert (folder / RECOVERY).exists() is brought  # until it is saved
    entry.hold.release()


def test_work_of_a_file_saved_over_since_is_no_news(folder: Path) -> None:
    """Where the scene was saved after the work was kept, it goes among the earlier versions without a question."""
    write_recovery(folder, _called(formats.read_scene(folder), 7), sum_of(folder))
    formats.write_scene(_called(formats.read_scene(folder), 8), folder)
    assert look_for_recovery(folder, formats.read_scene(folder)) == Left()
    assert [_number(formats.read_scene(version.path)) for version in versions(folder)] == [7]


def test_work_that_says_what_the_file_says_goes(folder: Path) -> None:
    """A recovery file equal to the scene is removed without a word."""
    scene = formats.read_scene(folder)
    write_recovery(folder, scene, sum_of(folder))
    assert look_for_recovery(folder, scene).state == "none"
    assert not (folder / RECOVERY).exists()


@pytest.mark.parametrize("content", [b"", b"# of x\nformat: 1\nid: [", b"\xff\xfe\x00", b"format: 99\n"])
def test_broken_work_is_set_aside_and_told(folder: Path, qtbot: QtBot, content: bytes) -> None:
    """A recovery file that cannot be read never stops the scene from opening; it is kept under another name, and named."""
    (folder / RECOVERY).write_bytes(content)
    told: list[Path] = []
    entry = enter(_opened(folder), replace(NOBODY_ASKED, tell_broken=lambda aside, _reason: told.append(aside)))
    assert entry is not None
    assert entry.hold is not None
    assert entry.recovered is None
    assert told == [folder / BROKEN]
    assert (folder / BROKEN).read_bytes() == content
    entry.hold.release()


def test_work_is_brought_back_as_one_step(make_studio: Callable[[], Studio]) -> None:
    """Recovered work is shown unsaved, and undoing it shows the scene as it was saved."""
    studio = make_studio()
    saved = studio.document.scene
    studio.bring_back(_called(saved, 7))
    assert _number(studio.document.scene) == 7
    assert not studio.document.saved
    studio.document.history.undo()
    assert studio.document.scene == saved


# ------------------------------------------------------------------ one clerk at a time


def test_a_second_clerk_may_look_but_not_change(folder: Path, qtbot: QtBot) -> None:
    """While one holds a scene another hears who, where and since when, and gets it to look at only, or not at all."""
    first = Hold(folder)
    assert first.take() is None
    heard: list[Holder] = []

    def look(holder: Holder, lock: Path) -> bool:
        heard.append(holder)
        assert lock == folder / LOCK
        return True

    entry = enter(_opened(folder), replace(NOBODY_ASKED, look_only=look))
    assert entry is not None
    assert entry.hold is None
    assert heard[0].process == os.getpid()
    assert heard[0].host
    assert heard[0].since is not None
    assert enter(_opened(folder), replace(NOBODY_ASKED, look_only=lambda _holder, _lock: False)) is None
    first.release()
    assert not (folder / LOCK).exists()
    again = enter(_opened(folder), NOBODY_ASKED)
    assert again is not None
    assert again.hold is not None
    again.hold.release()


def test_a_scene_to_look_at_refuses_changes(folder: Path, qtbot: QtBot) -> None:
    """A document that is not writable stays as it is and says so."""
    document = SceneDocument(formats.read_scene(folder), folder, writable=False)
    with qtbot.waitSignal(document.changeRefused):
        assert not document.change("once", _called(document.scene, 1))
    assert document.saved


def test_a_lock_left_by_a_dead_process_is_taken_over(folder: Path, qtbot: QtBot) -> None:
    """Who was killed holds nothing any more."""
    code = f"import os; from showroom.app.clerk.holding import Hold; h = Hold({str(folder)!r}); "
    code = code.replace("Hold('", "Hold(__import__('pathlib').Path('").replace("'); ", "')); ")
    code += "assert h.take() is None; os.kill(os.getpid(), 9)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    assert (folder / LOCK).exists()
    hold = Hold(folder)
    assert hold.take() is None
    hold.release()


def test_the_questions_have_a_button_for_each_answer(folder: Path, qtbot: QtBot) -> None:
    """Esc takes the answer that loses nothing: both are kept, and a held scene stays closed."""

    def escape() -> None:
        box = next(widget for widget in entering_boxes() if widget.isVisible())
        box.reject()

    def entering_boxes() -> list[QMessageBox]:
        from PySide6.QtWidgets import QApplication

        return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]

    QTimer.singleShot(0, escape)
    assert entering.ask_recovering(Left("newer", formats.read_scene(folder))) == "keep"
    QTimer.singleShot(0, escape)
    assert not entering.ask_look_only(Holder("Li", "desk", 1, None), folder / LOCK)
    QTimer.singleShot(0, escape)
    entering.tell_broken(folder / BROKEN, "it ends")


# ------------------------------------------------------------------ versions


def test_every_saving_keeps_the_file_before_it(document: SceneDocument) -> None:
    """The last twenty versions are there, newest first; the same file twice in a row is kept once."""
    for number in range(1, KEPT + 4):
        document.change("again", _called(document.scene, number))
        document.save()
    kept = [_number(formats.read_scene(version.path)) for version in versions(document.folder)]
    assert kept == list(range(KEPT + 2, 2, -1))
    keep_version(document.folder)
    keep_version(document.folder)
    assert len(versions(document.folder)) == KEPT


def test_an_earlier_version_is_restored_as_one_step(make_studio: Callable[[], Studio]) -> None:
    """The list names every version; the one chosen is shown as one step that can be undone. Without a version the act says why."""
    studio = make_studio()
    act = studio.acts["restore"]
    assert not act.isEnabled()
    first = studio.document.scene
    studio.document.change("once", _called(first, 1))
    studio.document.save()
    assert act.isEnabled()
    choice = studio.version_choice()
    assert choice.list.count() == 1
    assert not choice.restore.isEnabled()
    choice.list.setCurrentRow(0)
    assert choice.restore.isEnabled()
    assert choice.scene == first
    choice.close()


def test_what_lies_beside_a_scene_is_never_published(folder: Path, tmp_path: Path) -> None:
    """Versions, recovery and lock stay out of a package, and the kiosk's reading of the folder is the same with them."""
    formats.write_scene(formats.read_scene(folder), folder)
    keep_version(folder)
    write_recovery(folder, _called(formats.read_scene(folder), 7), sum_of(folder))
    (folder / LOCK).write_text("1")
    package = tmp_path / "shop.showroom"
    pack(folder, package, made=date(2026, 11, 24))
    with zipfile.ZipFile(package) as archive:
        assert set(archive.namelist()) == {"manifest.json", "scene.yaml"}
    assert (folder / FOLDER).is_dir()
