"""Panoramas, computed or photographed, are pictures all round."""

from pathlib import Path

import pytest
from PIL import Image
from pydantic import ValidationError

from showroom import home
from showroom.domain.scene import Scene
from showroom.formats import read_scene
from showroom.packages.problems import panorama_problems

SCENES = sorted(path.parent.name for path in home.scenes().glob("*/scene.yaml"))
ROUND = {"id": "hall", "image": "panoramas/hall.jpg", "position": [1, 2, 1.6], "heading": 90}


def scene(*panoramas: object) -> Scene:
    """A scene with these panoramas."""
    return Scene.model_validate(
        {
            "id": "shop",
            "title": {"zh_CN": "店", "en": "Shop"},
            "permits": ["food-catering"],
            "model": "scene.glb",
            "plan": "premises.plan.yaml",
            "application": "premises.application.yaml",
            "viewpoints": [{"id": "door", "eye": [0, 0, 1.6], "look": [1, 0, 1.6]}],
            "panoramas": list(panoramas),
        }
    )


def said(folder: Path, size: tuple[int, int]) -> list[str]:
    """What is said of a picture of this size."""
    (folder / "panoramas").mkdir()
    Image.new("RGB", size).save(folder / "panoramas" / "hall.jpg")
    return [problem.reason for problem in panorama_problems(folder, scene(ROUND))]


def test_a_picture_twice_as_wide_as_high_is_a_panorama(tmp_path: Path) -> None:
    """2:1 is accepted, whatever its size."""
    assert said(tmp_path, (128, 64)) == []


def test_a_picture_of_another_shape_is_refused_with_its_size(tmp_path: Path) -> None:
    """The message tells the size found and what is wanted."""
    assert said(tmp_path, (160, 90)) == ["is 160×90, and a panorama all round is twice as wide as high"]


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    """A broken photograph is named, not crashed over."""
    (tmp_path / "panoramas").mkdir()
    (tmp_path / "panoramas" / "hall.jpg").write_bytes(b"not a picture")
    assert [problem.reason for problem in panorama_problems(tmp_path, scene(ROUND))] == ["is not a picture that can be opened"]


def test_two_panoramas_of_one_id_are_refused() -> None:
    """Ids are unique; panoramas without one are allowed, as photographs of old scenes have none."""
    bare = {key: value for key, value in ROUND.items() if key != "id"}
    assert len(scene(bare, bare).panoramas) == 2
    with pytest.raises(ValidationError, match='panorama id "hall" is used twice'):
        scene(ROUND, ROUND)


@pytest.mark.parametrize("scene_id", SCENES)
def test_bundled_panoramas_are_there_small_and_say_where_they_come_from(scene_id: str) -> None:
    """Each is 2048×1024, at most 0.6 MB, and its credit says that it was computed or who photographed it."""
    folder = home.scenes() / scene_id
    shown = read_scene(folder)
    assert list(panorama_problems(folder, shown)) == []
    for shot in shown.panoramas:
        with Image.open(folder / shot.image) as picture:
            assert picture.size == (2048, 1024)
        assert (folder / shot.image).stat().st_size <= 600_000
        assert shot.credit
