"""The doctor: what it says of a machine, on machines that have something missing, crashing or hanging."""

import subprocess
import sys
from pathlib import Path

import pytest

from showroom.doctor import Entry, Report, State, Words, examination, examine, has_display, libraries, probes, window_trouble


@pytest.fixture(scope="module")
def report() -> Report:
    """Return what the doctor says of this machine."""
    return examine()


def entry(state: State, *, essential: bool) -> Entry:
    """Return an entry about a thing called 屏幕 or screen."""
    title, value, remedy = Words("屏幕", "screen"), Words("坏了", "broken"), Words("换一个", "get another")
    return Entry("screen", Words("设备", "Devices"), title, state, value, remedy, essential)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_report_tells_of_everything_in_both_languages(report: Report, language: str) -> None:
    """Every entry is a line of the text, with its value, in the language that was asked for."""
    text = report.text(language)
    for told in report.entries:
        assert told.title.in_(language) in text
        assert told.value.in_(language) in text


def test_it_looks_at_what_the_showroom_needs(report: Report) -> None:
    """Python, packages, libraries, GL, display, Xvfb, fonts, speech, sound, disk, temporary files and locale are looked at."""
    looked_at = {told.id for told in report.entries}
    assert {"python", "packages", "extra-ifc", "libraries", "gl", "display", "xvfb", "fonts"} <= looked_at
    assert {"speech", "audio", "disk", "temporary", "language"} <= looked_at


def test_the_renderer_is_named(report: Report) -> None:
    """The OpenGL renderer is named where a picture can be drawn without a window."""
    told = report.entry("gl")
    if told.state is State.missing:
        pytest.skip("no OpenGL without a window here")
    assert "OpenGL" in told.value.en
    assert told.state is (State.limited if "llvmpipe" in told.value.en else State.good)


def test_what_is_locked_is_present(report: Report) -> None:
    """In a prepared environment no package is missing, and PySide6 is the one that does not abort."""
    told = report.entry("packages")
    assert told.state is State.good
    assert "pyside6 6.11" in told.value.en


def test_a_bundled_font_is_read_by_qt(report: Report) -> None:
    """The Chinese fonts that lie in `assets/fonts` are fonts, by Qt's own word."""
    assert report.entry("fonts").value.en == "Noto Sans SC"


def test_missing_fonts_are_named_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `SHOWROOM_HOME` has no fonts, the files are named and the report says that the showroom cannot open."""
    monkeypatch.setenv("SHOWROOM_HOME", str(tmp_path))
    told = examine()
    assert "NotoSansSC-Bold.ttf" in told.entry("fonts").value.zh_CN
    assert told.entry("fonts") in told.hindrances
    assert "SHOWROOM_HOME" in told.text("en")


def test_only_something_essential_keeps_the_showroom_from_opening() -> None:
    """A missing essential thing is named in the verdict; a missing convenience is not."""
    assert "mend first: screen" in Report("1", (entry(State.missing, essential=True),)).text("en")
    assert "can run on this machine" in Report("1", (entry(State.missing, essential=False),)).text("en")


def test_a_remedy_is_told_only_where_one_is_needed() -> None:
    """What is good comes without advice; what is limited comes with it."""
    assert "换一个" not in Report("1", (entry(State.good, essential=True),)).text("zh_CN")
    assert "换一个" in Report("1", (entry(State.limited, essential=True),)).text("zh_CN")


def test_a_crash_is_an_answer() -> None:
    """A driver that crashes takes only its own process with it, and the signal is named."""
    answer = probes.ask("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    assert answer.trouble == Words("崩溃（信号 11）", "crashed (signal 11)")


def test_a_hang_is_an_answer() -> None:
    """A driver that never returns is given up."""
    answer = probes.ask("import threading; threading.Event().wait()", timeout_s=0.5)
    assert answer.trouble == Words("0.5 秒内没有回答", "no answer within 0.5 s")


def test_an_exception_is_told_by_its_last_line() -> None:
    """An import that fails is told in one line, never as a traceback."""
    answer = probes.ask("import no_such_thing")
    assert answer.trouble is not None
    assert answer.trouble.en == "ModuleNotFoundError: No module named 'no_such_thing'"


@pytest.mark.parametrize("display", ["", ":9876"])
def test_a_display_that_does_not_answer_is_no_display(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No `DISPLAY`, or one that nobody serves, means that no window can be opened."""
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    assert not has_display()
    trouble = window_trouble()
    assert trouble is not None
    assert "make demo" in trouble[1].zh_CN


def test_a_missing_library_keeps_windows_from_opening(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a library for windows is missing, it is named before Qt could end the process, with the line that installs it."""
    invented = libraries.SystemLibrary("libshowroom-invented.so.7", ("libshowroom-invented7",), "window")
    monkeypatch.setattr(examination, "has_display", lambda: True)
    monkeypatch.setattr(libraries, "NEEDED", (invented,))
    trouble = window_trouble()
    assert trouble is not None
    assert "libshowroom-invented.so.7" in trouble[0].en
    assert "libshowroom-invented7" in trouble[1].en


def test_a_library_that_does_not_load_is_found_missing_by_name() -> None:
    """A shared object that is not there is named, with the line that would install it, and what is there is not."""
    absent = libraries.SystemLibrary("libshowroom-invented.so.7", ("libshowroom-invented7",), "window")
    present = libraries.SystemLibrary("libc.so.6", ("libc6",), "window")
    assert libraries.missing([absent, present]) == (absent,)
    assert libraries.install_line([absent]).endswith("apt-get install -y --no-install-recommends libshowroom-invented7")


def test_a_package_that_brings_two_libraries_is_asked_for_once() -> None:
    """The line to run names every package once."""
    names = libraries.packages(libraries.NEEDED)
    assert len(names) == len(set(names))


def test_the_doctor_needs_nothing_that_is_not_in_the_standard_library() -> None:
    """Importing it loads no package of anybody else, for `make install` asks it before anything is installed."""
    script = (
        "import sys; before = set(sys.modules); import showroom.doctor; "
        "print({name.partition('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names) - {'showroom'})"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
