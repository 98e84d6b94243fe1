"""What a scene teaches of a permit, and what would trouble a visitor: every kind with a scene that has it and one that has not."""

import csv
import io
import json
import struct
import wave
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from showroom import formats, home
from showroom.cli.program import app
from showroom.domain.permit import Permit
from showroom.domain.scene import Scene
from showroom.domain.text import Text
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.packages.clips import read_clip
from showroom.packages.coverage import PARTS, coverage
from showroom.packages.flaws import Flaw, as_problem
from showroom.packages.languages import language_flaws
from showroom.packages.sight import sight_flaws
from showroom.packages.upkeep import TRIANGLES, budget_flaws, clip_flaws, dangling_flaws

EATERY = home.scenes() / "small-eatery"
DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def scene() -> Scene:
    """Return the bundled small eatery."""
    return formats.read_scene(EATERY)


@pytest.fixture(scope="module")
def permit() -> Permit:
    """Return the permit it teaches."""
    return formats.read_permit("small-catering")


def _without(scene: Scene, **more: object) -> Scene:
    return scene.model_copy(update=more)


# ------------------------------------------------------------------ coverage


def test_what_is_taken_out_of_a_scene_is_missing_in_its_matrix(scene: Scene, permit: Permit) -> None:
    """A key point taken away leaves its requirement without point, script, clip, captions and card; the other rows stay."""
    whole = coverage(scene, permit, EATERY)
    row = next(
        row
        for row in whole.rows
        if len(row.spots) == 1 and all(row.cell(part).state == "present" for part in ("point", "script", "clip", "caption"))
    )
    rest = tuple(spot for spot in scene.hotspots if spot.id != row.spots[0])
    tours = tuple(
        tour.model_copy(
            update={
                "stops": tuple(
                    stop.model_copy(update={"hotspots": tuple(one for one in stop.hotspots if one != row.spots[0])})
                    for stop in tour.stops
                )
            }
        )
        for tour in scene.tours
    )
    after = coverage(_without(scene, hotspots=rest, tours=tours), permit, EATERY)
    lost = next(one for one in after.rows if one.requirement.id == row.requirement.id)
    for part in ("point", "script", "clip", "caption", "card-zh_CN", "card-en"):
        assert lost.cell(part).state == "missing", part  # type: ignore[arg-type]
    assert lost.gaps > row.gaps
    assert [one.requirement.id for one in after.rows] == [one.requirement.id for one in whole.rows]


def test_a_card_not_written_in_a_language_is_a_gap_at_that_point(scene: Scene, permit: Permit) -> None:
    """A card without English is missing there, and the cell says at which key point; Chinese is not touched."""
    spot = next(one for one in scene.hotspots if len(one.requirements) == 1 and not one.cards)
    chinese = spot.card.model_copy(update={"title": Text(root={"zh_CN": spot.card.title.root["zh_CN"]})})
    changed = tuple(one.model_copy(update={"card": chinese}) if one is spot else one for one in scene.hotspots)
    rows = coverage(_without(scene, hotspots=changed), permit, EATERY).rows
    row = next(one for one in rows if one.requirement.id == spot.requirements[0])
    assert spot.id in row.cell("card-en").lacking
    assert spot.id in row.cell("card-zh_CN").where


def test_a_clip_whose_file_is_gone_is_missing(scene: Scene, permit: Permit, tmp_path: Path) -> None:
    """A clip counts when its file is there and holds something."""
    there, wanted = coverage(scene, permit, EATERY).counts("clip")
    assert 0 < there <= wanted
    assert coverage(scene, permit, tmp_path).counts("clip")[0] == 0


def test_what_is_beside_the_point_is_wanted_on_the_checklist_alone(scene: Scene, permit: Permit) -> None:
    """A requirement that does not apply to the premises wants no key point, but stays a line."""
    bare = _without(scene, hotspots=(), tours=(), quiz=(), mistakes=())
    name = next(row.requirement.id for row in coverage(bare, permit, EATERY).rows if row.cell("point").state == "missing")
    row = next(one for one in coverage(bare, permit, EATERY, {name}).rows if one.requirement.id == name)
    assert row.cell("point").state == "unwanted"
    assert row.cell("line").state == "present"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_command_tells_rows_and_gaps(language: str) -> None:
    """`scene coverage` prints a line a requirement and where each gap is; JSON and CSV have the same counts."""
    run = CliRunner()
    text = run.invoke(app, ["scene", "coverage", "small-eatery", "--lang", language]).stdout
    found = json.loads(run.invoke(app, ["scene", "coverage", "small-eatery", "--format", "json"]).stdout)
    table = run.invoke(app, ["scene", "coverage", "small-eatery", "--format", "csv", "--lang", language]).stdout
    rows = list(csv.DictReader(io.StringIO(table.lstrip("\ufeff"))))
    assert [row["requirement"] for row in rows] == [one["id"] for one in found[0]["requirements"]]
    gaps = sum(int(row["gaps"]) for row in rows)
    assert str(gaps) in text.splitlines()[0]
    assert set(found[0]["requirements"][0]["cells"]) == set(PARTS)
    assert all(one["id"] in text for one in found[0]["requirements"] if any(c["state"] == "missing" for c in one["cells"].values()))


def test_a_permit_the_scene_does_not_teach_is_refused() -> None:
    """Another permit is told with those that can be chosen, exit status 2."""
    done = CliRunner().invoke(app, ["scene", "coverage", "small-eatery", "--permit", "animal-clinic"])
    assert done.exit_code != 0
    assert "small-catering" in str(done.exception)


# ------------------------------------------------------------------ seen


def _box(name: str, low: tuple[float, float, float], high: tuple[float, float, float]) -> Node:
    corners = np.array([[(low, high)[i][0], (low, high)[j][1], (low, high)[k][2]] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    triangles = [corner for a, b, c, d in faces for corner in ((a, b, c), (a, c, d))]
    return Node(name, (Mesh(Material("wood"), corners.astype(np.float32), np.array(triangles, np.uint32)),))


def _spot_at(scene: Scene, position: tuple[float, float, float], eye: tuple[float, float, float]) -> Scene:
    view = scene.viewpoints[0].model_copy(update={"eye": eye})
    spot = scene.hotspots[0]
    anchor = spot.anchor.model_copy(update={"position": position, "node": None, "zone": None})
    spot = spot.model_copy(update={"anchor": anchor, "viewpoint": view.id})
    return _without(scene, viewpoints=(view,), hotspots=(spot,))


@pytest.mark.parametrize(
    ("position", "kind"),
    [((2.0, 0.0, 1.0), None), ((4.0, 0.0, 1.0), "spot-hidden"), ((2.6, 0.0, 1.0), "spot-inside")],
)
def test_a_key_point_behind_or_inside_something_is_told(
    scene: Scene, position: tuple[float, float, float], kind: str | None
) -> None:
    """On the face of a cupboard it is seen; behind it and within it is not, and the cupboard is named."""
    model = Model((_box("cupboard", (2.0, -1.0, 0.0), (3.2, 1.0, 2.0)),))
    found = list(sight_flaws(_spot_at(scene, position, (0.0, 0.0, 1.0)), model))
    assert [flaw.kind for flaw in found] == ([kind] if kind else [])
    assert all(flaw.detail == "cupboard" for flaw in found)


# ------------------------------------------------------------------ said in every language


def test_every_text_that_lacks_a_language_is_named(scene: Scene) -> None:
    """The bundled scene lacks nothing; without English of a card, a script and a clip each is told once with its place."""
    assert list(language_flaws(scene)) == []
    spot, tour = scene.hotspots[0], scene.tours[0]
    card = spot.card.model_copy(update={"text": Text(root={"zh_CN": "看。"})})
    stop = tour.stops[0].model_copy(
        update={
            "script": Text(root={"zh_CN": "您好。"}),
            "clip": {key: path for key, path in tour.stops[0].clip.items() if key != "en"},
        }
    )
    changed = _without(
        scene,
        hotspots=(spot.model_copy(update={"card": card}), *scene.hotspots[1:]),
        tours=(tour.model_copy(update={"stops": (stop, *tour.stops[1:])}), *scene.tours[1:]),
    )
    assert {(flaw.kind, flaw.thing, flaw.detail) for flaw in language_flaws(changed)} == {
        ("card-language", spot.id, "en"),
        ("stop-language", f"{tour.id}/1", "en"),
        ("clip-language", f"{tour.id}/1", "en"),
    }


# ------------------------------------------------------------------ heard


def _sound(path: Path, seconds: float, level: float) -> Path:
    beats = np.sin(np.arange(int(8000 * seconds)) * 0.3) * level * 32767
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(beats.astype("<i2").tobytes())
    return path


@pytest.mark.parametrize(
    ("seconds", "level", "kind"),
    [(3.0, 0.2, None), (0.5, 0.2, "clip-short"), (91.0, 0.2, "clip-long"), (3.0, 0.005, "clip-quiet"), (3.0, 0.999, "clip-loud")],
)
def test_a_clip_too_short_long_quiet_or_loud_is_told(tmp_path: Path, seconds: float, level: float, kind: str | None) -> None:
    """Length and loudness of a WAV are measured, and only what is out of bounds is told."""
    _sound(tmp_path / "clip.wav", seconds, level)
    assert [flaw.kind for flaw in clip_flaws(tmp_path, "clip.wav", None)] == ([kind] if kind else [])


def test_loudness_is_that_of_a_sine(tmp_path: Path) -> None:
    """A sine of a tenth of full scale has its peak 20 dB, and its root mean square 23 dB below it."""
    clip = read_clip(_sound(tmp_path / "clip.wav", 2.0, 0.1))
    assert clip is not None
    assert clip.seconds == pytest.approx(2.0)
    assert clip.peak == pytest.approx(-20.0, abs=0.1)
    assert clip.loudness == pytest.approx(-23.0, abs=0.1)


@pytest.mark.parametrize(
    "content", [b"RIFF\x04\x00\x00\x00WAVE", b"OggS", b"OggS" + bytes(40), b"RIFF" + struct.pack("<I", 2**31) + b"WAVEfmt "]
)
def test_a_broken_clip_is_told(tmp_path: Path, content: bytes) -> None:
    """A clip that ends in its header is one flaw with a remedy, or of a kind nobody reads here; never a traceback."""
    (tmp_path / "clip.wav").write_bytes(content)
    found = clip_flaws(tmp_path, "clip.wav", None)
    assert [flaw.kind for flaw in found] in ([], ["clip-broken"])
    assert all(as_problem(tmp_path, flaw).remedy for flaw in found)


def test_the_bundled_clips_have_a_length(scene: Scene) -> None:
    """Every bundled clip is read, and is between a second and a minute and a half long."""
    clips = {clip for tour in scene.tours for stop in tour.stops for clip in stop.clip.values()}
    assert clips
    assert [flaw for clip in clips for flaw in clip_flaws(EATERY, clip, None)] == []
    read = [read_clip(EATERY / clip) for clip in clips]
    assert all(one is not None and one.seconds > 1.0 for one in read)


# ------------------------------------------------------------------ budget and names


def test_a_model_over_budget_is_told(scene: Scene, tmp_path: Path) -> None:
    """One triangle too many is told with both figures; as many as allowed are not."""
    corners = np.zeros((3, 3), np.float32)

    def model(count: int) -> Model:
        return Model((Node("n", (Mesh(Material("m"), corners, np.zeros((count, 3), np.uint32)),)),))

    assert list(budget_flaws(tmp_path, scene, model(TRIANGLES))) == []
    assert list(budget_flaws(tmp_path, scene, model(TRIANGLES + 1))) == [Flaw("triangles", f"{TRIANGLES}", f"{TRIANGLES + 1}")]


def test_ids_that_name_nothing_are_told(scene: Scene, permit: Permit) -> None:
    """A tour for a permit the scene does not teach, and a mistake that breaks an unknown row."""
    known = {row.id for row in permit.requirements}
    assert list(dangling_flaws(scene, known)) == []
    tour = scene.tours[0].model_copy(update={"permits": ("animal-clinic",)})
    mistake = scene.mistakes[0].model_copy(update={"breaks": "no.such.row"})
    kinds = [flaw.kind for flaw in dangling_flaws(_without(scene, tours=(tour,), mistakes=(mistake,)), known)]
    assert kinds == ["permit-unknown", "requirement-unknown"]
