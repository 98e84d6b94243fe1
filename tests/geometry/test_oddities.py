"""What is oddly drawn is noted, with the things it concerns, whatever file it came from."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from showroom.domain.application import Application
from showroom.domain.errors import InputError
from showroom.domain.finding import Outcome
from showroom.domain.plan import Plan
from showroom.domain.review import Review
from showroom.formats import read_permit, read_plan, write_plan
from showroom.geometry.layout import Layout
from showroom.geometry.oddities import LISTED, oddities
from showroom.review import review
from tests.geometry.conftest import layout_of, rectangle

WALL = ("W", (0, 0), (10, 0))
ROOM = ("A", rectangle(0, 0.1, 10, 8), "dining")
BOW = ((0, 0.1), (10, 8), (10, 0.1), (0, 8))
ODD: dict[str, tuple[list[Any], list[Any], list[Any], str]] = {
    "outline-mended": ([WALL], [("D", "W", 5, 1)], [("A", BOW, "dining")], "A"),
    "outline-empty": ([WALL], [("D", "W", 5, 1)], [ROOM, ("B", ((1, 1), (2, 2), (3, 3)), "office")], "B"),
    "spaces-overlap": ([WALL], [("D", "W", 5, 1)], [ROOM, ("B", rectangle(8, 2, 14, 6), "office")], "A+B"),
    "opening-off-wall": ([WALL], [("D", "W", 400, 1)], [ROOM], "D"),
    "plan-very-wide": ([WALL], [("D", "W", 5, 1)], [ROOM, ("B", rectangle(100_000, 0, 100_010, 9), "office")], "F1"),
}


def _storeys(walls: list[Any], openings: list[Any], spaces: list[Any]) -> Plan:
    layout = layout_of(walls, openings, spaces)
    storey = layout.plan.storeys[0]
    parts = {part: getattr(storey, part) for part in ("walls", "openings", "spaces")}
    return Plan.model_validate({"storeys": [{"id": "F1", "level": 1, **parts}]})


def _reviewed(plan: Plan) -> Review:
    return review(plan, read_permit("food-catering"), Application(), as_of=date(2026, 11, 23))


@pytest.mark.parametrize("code", sorted(ODD))
def test_the_review_notes_it_on_the_thing(code: str):
    """One note of that sort names the thing; no rule crashes over it."""
    walls, openings, spaces, thing = ODD[code]
    found = _reviewed(_storeys(walls, openings, spaces))
    [note] = [note for note in found.notes if note.code == code]
    assert note.where == thing
    assert thing in note.text.in_("zh_CN")
    assert thing in note.text.in_("en")
    assert Outcome.NOT_CHECKED not in {finding.outcome for finding in found.findings}


@pytest.mark.parametrize("suffix", [".plan.yaml", ".geojson"])
@pytest.mark.parametrize("code", ["outline-mended", "outline-empty", "opening-off-wall"])
def test_a_plan_file_with_such_a_thing_is_refused_by_its_name(code: str, suffix: str, tmp_path: Path):
    """Where a person wrote the outline or the place, the file is refused with the thing named, not mended in silence."""
    walls, openings, spaces, thing = ODD[code]
    path = tmp_path / f"odd{suffix}"
    write_plan(_storeys(walls, openings, spaces), path)
    with pytest.raises(InputError, match=f'"{thing}"'):
        read_plan(path)


@pytest.mark.parametrize("suffix", [".plan.yaml", ".geojson", ".svg", ".dxf"])
def test_rooms_over_each_other_are_noted_whatever_the_file(suffix: str, tmp_path: Path):
    """A drawing with a room drawn over another says so in the review, by the ids the file gives."""
    walls, openings, spaces, _ = ODD["spaces-overlap"]
    path = tmp_path / f"odd{suffix}"
    write_plan(_storeys(walls, openings, spaces), path)
    plan = read_plan(path)
    [note] = [note for note in _reviewed(plan).notes if note.code == "spaces-overlap"]
    assert set(note.where.split("+")) == {space.id for space in plan.spaces}


def test_a_plain_plan_has_no_such_note():
    """Rooms side by side with a door within its wall give none."""
    assert oddities(layout_of([WALL], [("D", "W", 5, 1)], [ROOM, ("B", rectangle(10, 0.1, 14, 6), "office")])) == ()


def test_many_oddities_of_one_sort_are_one_note():
    """A hundred rooms on one spot are told in one note that names the first, and looking for them stops early."""
    rooms = [(f"R{number}", rectangle(0, 0, 4, 4)) for number in range(100)]
    [note] = oddities(layout_of([], [], rooms))
    assert note.where.count("+") == LISTED
    assert note.text.in_("en").count("and others") == 1


def test_a_plan_without_anything_has_no_such_note():
    """Nothing drawn, nothing odd."""
    assert oddities(layout_of([], [], [])) == ()
    assert isinstance(layout_of([], [], []), Layout)
