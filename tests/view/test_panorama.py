"""What is seen of a picture all round, and which pictures are refused?"""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from showroom.domain.errors import InputError
from showroom.view.panorama import Surround, check_surround, globe, read_surround
from showroom.view.stage import Pose
from showroom.view.vtk_stage import VtkStage

RED, GREEN, BLUE, YELLOW, WHITE, BLACK = (220, 30, 30), (30, 200, 30), (30, 30, 220), (220, 220, 30), (250, 250, 250), (5, 5, 5)


def quartered() -> np.ndarray:
    """Return a picture whose middle is red, its right half's middle green, its ends blue, left yellow; white above, black below."""
    pixels = np.zeros((256, 512, 3), np.uint8)
    for start, color in ((448, BLUE), (-64, BLUE), (64, YELLOW), (192, RED), (320, GREEN)):
        pixels[:, max(start, 0) : start + 128] = color
    pixels[:40], pixels[-40:] = WHITE, BLACK
    return pixels


@pytest.mark.parametrize("heading", [0.0, 90.0, -135.0])
def test_the_middle_of_the_picture_looks_along_its_heading(stage: VtkStage, heading: float) -> None:
    """Ahead is the middle, to the right its right quarter, behind its ends, above its top: whatever the heading."""
    eye = (2.0, 3.0, 1.6)
    stage.surround(Surround(quartered(), eye, heading))
    stage.set_view("panorama")
    for turn, pitch, color in (
        (0, 0, RED), (-90, 0, GREEN), (90, 0, YELLOW), (180, 0, BLUE), (0, 80, WHITE), (0, -80, BLACK),
    ):  # fmt: skip
        stage.look_from(Pose(eye, heading + turn, pitch))
        assert stage.picture(64, 36)[18, 32] == pytest.approx(color, abs=12)


def test_the_premises_come_back_when_the_panorama_ends(stage: VtkStage) -> None:
    """The picture from inside before and after a panorama is the same."""
    stage.look_from(Pose((2.0, 2.5, 1.6), 30.0))
    before = stage.picture(64, 36)
    stage.surround(Surround(quartered(), (2.0, 2.5, 1.6), 0.0))
    stage.set_view("panorama")
    assert not np.array_equal(stage.picture(64, 36), before)
    stage.set_view("inside")
    assert np.array_equal(stage.picture(64, 36), before)
    stage.surround(None)
    assert np.array_equal(stage.picture(64, 36), before)


def test_a_panorama_nobody_gave_shows_the_premises(stage: VtkStage) -> None:
    """Without a picture the panorama view is the view from inside, never an empty screen."""
    stage.look_from(Pose((2.0, 2.5, 1.6), 30.0))
    before = stage.picture(64, 36)
    stage.set_view("panorama")
    assert np.array_equal(stage.picture(64, 36), before)


def test_rays_through_a_panorama_meet_the_model(stage: VtkStage) -> None:
    """What is tapped in the picture is told by the model behind it, from the picture's own eye."""
    stage.surround(Surround(quartered(), (1.0, 3.5, 1.6), 0.0))
    stage.set_view("panorama")
    stage.look_from(Pose.looking((1.0, 3.5, 1.6), (1.6, 1.4, 0.75)))
    hit = stage.pick(160, 90)
    assert hit is not None
    assert hit.plan_id == "T1"


def test_the_globe_surrounds_its_eye_evenly() -> None:
    """Every point of the globe is as far from the eye, and its texture covers the whole picture."""
    made = globe(Surround(quartered(), (1.0, 2.0, 1.6), 20.0))
    away = np.linalg.norm(made.positions - np.array([1.0, 2.0, 1.6]), axis=1)
    assert away == pytest.approx(np.full(len(away), away[0]), abs=1e-4)
    assert made.uv is not None
    assert (made.uv.min(axis=0).tolist(), made.uv.max(axis=0).tolist()) == ([0.0, 0.0], [1.0, 1.0])


def test_a_picture_wider_than_wanted_is_scaled_down(tmp_path: Path) -> None:
    """What nobody can see is not kept in memory."""
    Image.new("RGB", (1024, 512), RED).save(tmp_path / "hall.png")
    assert read_surround(tmp_path / "hall.png", (0, 0, 1.6), 0.0, width=512).pixels.shape == (256, 512, 3)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not a picture that can be opened"),
        (b"not a picture", "is not a picture that can be opened"),
        ((160, 90), "is 160×90; a panorama is twice as wide as high and 256 to 12288 pixels wide"),
        ((128, 64), "is 128×64; a panorama is twice as wide as high and 256 to 12288 pixels wide"),
        (None, "does not exist"),
    ],
)
def test_what_is_no_picture_all_round_is_refused_in_a_sentence(
    tmp_path: Path, content: bytes | tuple[int, int] | None, reason: str
) -> None:
    """Empty files, other files, other shapes and missing files name the file, the reason and a remedy."""
    path = tmp_path / "hall.png"
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content is not None:
        Image.new("RGB", content).save(path)
    for read in (check_surround, lambda path: read_surround(path, (0, 0, 1.6), 0.0)):
        with pytest.raises(InputError) as told:
            read(path)
        (problem,) = told.value.problems
        assert (problem.place, problem.reason) == (str(path), reason)
        assert problem.remedy


def test_a_picture_that_breaks_off_is_refused_when_it_is_read(tmp_path: Path) -> None:
    """Its head is whole, so only reading finds out; it is a sentence, not half a picture."""
    path = tmp_path / "hall.jpg"
    noise = np.random.default_rng(1).integers(0, 255, (256, 512, 3), np.uint8)
    Image.fromarray(noise).save(path)
    path.write_bytes(path.read_bytes()[:9000])
    check_surround(path)
    with pytest.raises(InputError, match="breaks off"):
        read_surround(path, (0, 0, 1.6), 0.0)
