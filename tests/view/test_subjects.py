"""A picture of a plan shows it lit, from anywhere, with every storey to be seen."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from showroom.domain.plan import Plan
from showroom.formats import write_plan
from showroom.view.subjects import picture_of
from tests.modelling.premises_drawn import two_offices, two_storeys


def drawn(plan: Plan, folder: Path, **how: object) -> np.ndarray:
    """The pixels of a small picture of a plan (h, w, 3)."""
    write_plan(plan, folder / "shop.plan.yaml")
    picture_of(str(folder / "shop.plan.yaml"), folder / "shop.png", size=(320, 200), **how)  # type: ignore[arg-type]
    return np.asarray(Image.open(folder / "shop.png").convert("RGB")).astype(float)


def columns_with_things(pixels: np.ndarray) -> np.ndarray:
    """Which columns of a picture from above show more than the ground it lies on."""
    return (np.abs(pixels - pixels[2, 2]).sum(axis=2) > 60).any(axis=0)


def test_seen_from_above_two_storeys_lie_side_by_side(tmp_path: Path) -> None:
    """A plan view of two storeys shows two buildings with a gap between them, one of one storey a single one."""
    two = columns_with_things(drawn(two_storeys(), tmp_path, view="plan"))
    one = columns_with_things(drawn(two_offices(), tmp_path, view="plan"))
    assert np.count_nonzero(np.diff(two.astype(int)) == 1) == 2
    assert np.count_nonzero(np.diff(one.astype(int)) == 1) == 1


def test_a_picture_from_within_is_lit(tmp_path: Path) -> None:
    """Corners are darker than the middle of a wall: the room is not flat."""
    pixels = drawn(two_offices(), tmp_path, eye=(0.4, 1.5, 1.6), look=(4.0, 1.5, 1.4))
    grey = pixels.mean(axis=2)
    assert 90 < np.median(grey) < 250
    assert grey.std() > 8


def test_without_an_eye_one_stands_in_the_doorway_looking_in(tmp_path: Path) -> None:
    """The picture of a plan begins where a visit would, not inside a wall."""
    from showroom.domain.plan import Opening

    door = Opening(id="D", kind="door", wall="W-south", at=2.0, width=1.2, serves="S1", leads="outside")
    pixels = drawn(two_offices(door), tmp_path)
    assert pixels.std() > 8


def test_a_picture_tells_what_was_not_built(tmp_path: Path) -> None:
    """The notes of the model come back to whoever asked for the picture."""
    plan = two_offices()
    write_plan(plan.revise(storeys=(plan.storeys[0].revise(height=None),)), tmp_path / "shop.plan.yaml")
    notes = picture_of(str(tmp_path / "shop.plan.yaml"), tmp_path / "shop.png", size=(64, 64))
    assert [note.code for note in notes] == ["height-assumed"]


@pytest.mark.parametrize("view", ["inside", "dollhouse", "plan"])
def test_a_storey_without_walls_can_be_drawn(tmp_path: Path, view: str) -> None:
    """There is little to see, and no failure."""
    plan = two_offices()
    bare = plan.revise(storeys=(plan.storeys[0].revise(walls=(), openings=()),))
    assert drawn(bare, tmp_path, view=view).shape == (200, 320, 3)
