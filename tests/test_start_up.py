"""Starting: what is not loaded stays unloaded, and the Qt that is installed is one that does not lose references."""

import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QObject

HEAVY = ("PySide6", "shiboken6", "vtk", "vtkmodules", "pyvista", "pyvistaqt")


def loaded(statement: str) -> set[str]:
    """Return which of the heavy packages are loaded after a statement, in a fresh process."""
    script = f"import sys\n{statement}\nprint(' '.join({{name.partition('.')[0] for name in sys.modules}}))"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(told.stdout.split()) & set(HEAVY)


@pytest.mark.parametrize(
    "module", ["showroom.review", "showroom.cli.program", "showroom.reports", "showroom.formats", "showroom.modelling"]
)
def test_what_needs_no_screen_loads_no_window_system(module: str) -> None:
    """Checking and reporting load neither Qt nor VTK: they run on a server, and start fast."""
    assert loaded(f"import {module}") == set()


_AHEAD = """
import sys
from showroom.cli import ahead
ahead.begin(sys.argv[1:])
worker = sys.modules.get("showroom.formats.worker")
print(len(worker._kept) if worker else 0, "typer" in sys.modules)
"""


@pytest.mark.parametrize(
    ("typed", "started"),
    [
        (["check", "shop.dxf", "--permit", "food-catering"], "1"),
        (["checklist", "shop.dxf"], "1"),
        (["check", "shop.plan.yaml"], "0"),
        (["check", "no-such.dxf"], "0"),
        (["check"], "0"),
        (["kiosk", "shop.dxf"], "0"),
        ([], "0"),
    ],
)
def test_a_drawing_is_expected_before_the_commands_are_loaded(typed: list[str], started: str, tmp_path: Path) -> None:
    """The process that reads starts as soon as a drawing is named, and for nothing else."""
    for name in ("shop.dxf", "shop.plan.yaml"):
        (tmp_path / name).touch()
    told = subprocess.run([sys.executable, "-c", _AHEAD, *typed], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert told.stdout.split() == [started, "False"]


def test_drawing_without_a_window_needs_no_qt() -> None:
    """Pictures are drawn by VTK alone."""
    assert not loaded("import showroom.view.pictures") & {"PySide6", "shiboken6", "pyvistaqt"}


def test_qt_is_of_the_line_that_keeps_its_references() -> None:
    """PySide6 is 6.11: 6.12 on Python 3.11 drops one reference to None with every call and aborts after some thousands."""
    assert PySide6.__version_info__[:2] == (6, 11)


def test_a_thousand_calls_lose_no_reference_to_none() -> None:
    """Calls of Qt give back as many references to None as they take."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("a name")
        thing.objectName()
    assert abs(sys.getrefcount(None) - before) < 100
