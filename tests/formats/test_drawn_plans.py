"""Premises thrown by dice, drawn in every dialect, come back as they were: rooms, doors, uses."""

from pathlib import Path

import pytest

from tests.formats.drawn_plans import Found, read_back

SEEDS = range(48)
MUST = {"rooms": 0.99, "doors": 0.98, "uses": 0.95}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Found]:
    """Return what came back of the premises of the sample's seeds."""
    folder: Path = tmp_path_factory.mktemp("drawn")
    return [read_back(seed, folder) for seed in SEEDS]


def test_rooms_come_back(found: list[Found]) -> None:
    """99 % of the rooms are found within 1 % of their area, and none is made up."""
    rooms = sum(one.rooms for one in found)
    lost = [(one.way.seed, said) for one in found for said in one.lost_areas]
    assert len(lost) <= (1 - MUST["rooms"]) * rooms, lost
    assert [one.way.seed for one in found if one.made_up] == []


def test_doors_come_back(found: list[Found]) -> None:
    """98 % of the doors, plain gaps among them, are found within 10 mm of their place and clear width."""
    doors = sum(one.doors for one in found)
    lost = [(one.way.seed, said) for one in found for said in one.lost_doors]
    assert len(lost) <= (1 - MUST["doors"]) * doors, lost


def test_uses_come_back(found: list[Found]) -> None:
    """95 % of the rooms have the use their text means."""
    rooms = sum(one.rooms for one in found)
    lost = [(one.way.seed, said) for one in found for said in one.lost_uses]
    assert len(lost) <= (1 - MUST["uses"]) * rooms, lost
