"""Every kind of fixture has a model of its size, and unknown ones an honest block; dressing is as well made."""

from collections.abc import Iterator

import numpy as np
import pytest

from showroom.domain.plan import Fixture, Plan, Space, Storey
from showroom.formats import read_vocabulary
from showroom.modelling import catalogue, premises
from showroom.modelling.catalogue import dressing
from showroom.modelling.finishes import FINISHES, PALETTE
from showroom.modelling.rays import Tracer
from showroom.modelling.signs import SignSheet
from showroom.modelling.solids import Body

SLACK = 0.006
"""Labels are laid two or three millimetres before the face they name."""


HANGS = {
    "hood",
    "fume-purifier",
    "fly-lamp",
    "uv-lamp",
    "air-conditioner",
    "shadowless-lamp",
    "barre",
    "camera",
    "exit-sign",
    "emergency-light",
    "evacuation-map",
}
"""Kinds on walls and ceilings. A mirror wall begins at the skirting and counts as standing."""
WHOLE = {
    "refrigerator",
    "freezer",
    "disinfection-cabinet",
    "ware-cabinet",
    "medicine-cabinet",
    "shelf",
    "cage",
    "easel",
    "waste-bin",
}


def ordered(kind: str, size: tuple[float, float], *, height: float | None = None, labels: tuple[str, ...] = ()) -> catalogue.Order:
    """An order for a kind of the vocabulary at a given size under a ceiling of 2.8 m."""
    fixture = Fixture(id="X", kind=kind, at=(0, 0), size=size, height=height, labels=labels)
    return catalogue.order(fixture, kind, 2.8, SignSheet(512))


@pytest.mark.parametrize("kind", sorted(catalogue.MAKERS))
@pytest.mark.parametrize("scale", [1.0, 1.35])
def test_a_fixture_fills_the_footprint_it_is_drawn_with_and_no_more(kind: str, scale: float) -> None:
    """Width and depth of a model are those of the plan; it stands on the floor or hangs below the ceiling."""
    wide, deep = (round(side * scale, 3) for side in catalogue.USUAL[kind])
    low, high = catalogue.make(kind, ordered(kind, (wide, deep))).bounds
    assert low[0] >= -wide / 2 - SLACK
    assert high[0] <= wide / 2 + SLACK
    assert low[1] >= -deep / 2 - SLACK
    assert high[1] <= deep / 2 + SLACK
    assert high[0] - low[0] >= wide * 0.6
    assert low[2] >= -1e-6
    assert high[2] <= 2.8 + 1e-6


def test_every_kind_of_the_vocabulary_has_a_model_and_usual_sizes_of_its_own() -> None:
    """No kind falls back to the plain block, and none is modelled that no drawing can name."""
    kinds = set(read_vocabulary().fixtures)
    assert set(catalogue.MAKERS) == kinds
    assert set(catalogue.USUAL) == kinds
    assert set(catalogue.HEIGHT) == kinds


def test_no_kind_is_made_by_two_modules() -> None:
    """The themes' tables do not overlap."""
    assert sum(len(makers) for makers in catalogue.THEMES.values()) == len(catalogue.MAKERS)


@pytest.mark.parametrize("kind", sorted(catalogue.MAKERS))
def test_a_fixture_stands_on_the_floor_or_hangs_where_it_belongs(kind: str) -> None:
    """What hangs is out of the way of feet; everything else touches the floor and ends below a door's lintel."""
    low, high = catalogue.make(kind, ordered(kind, catalogue.USUAL[kind])).bounds
    if kind in HANGS:
        assert low[2] > 0.6
    else:
        assert low[2] <= (0.1 if kind == "mirror" else 0.02)
        assert high[2] <= 2.11


@pytest.mark.parametrize("kind", sorted(WHOLE))
@pytest.mark.parametrize("scale", [0.9, 1.1])
def test_a_drawn_height_is_that_of_the_model(kind: str, scale: float) -> None:
    """Cupboards, cages, shelves and the like are as high as the plan says, within three centimetres."""
    height = round(catalogue.HEIGHT[kind] * scale, 3)
    _, high = catalogue.make(kind, ordered(kind, catalogue.USUAL[kind], height=height)).bounds
    assert high[2] == pytest.approx(height, abs=0.03)


def every_body() -> Iterator[tuple[str, Body, bool]]:
    """Every fixture at its usual size and every piece of dressing: its name, model, and whether it is seen from below."""
    for kind in sorted(catalogue.MAKERS):
        yield kind, catalogue.make(kind, ordered(kind, catalogue.USUAL[kind])), kind in HANGS
    for theme, pieces in dressing.THEMES.items():
        for name, piece in pieces.items():
            yield f"{theme}.{name}", piece.make(SignSheet(1024)), piece.hangs


BODIES = {name: (body, hangs) for name, body, hangs in every_body()}


@pytest.mark.parametrize("name", BODIES)
def test_every_model_is_finite_and_has_no_empty_triangles(name: str) -> None:
    """Positions and texture places are finite numbers, triangles use existing vertices, none is without area."""
    for part in BODIES[name][0].parts:
        assert np.isfinite(part.positions).all()
        assert np.isfinite(part.uv).all()
        assert part.triangles.max() < len(part.positions) == len(part.uv)
        a, b, c = (part.positions[part.triangles[:, k]] for k in range(3))
        assert (np.linalg.norm(np.cross(b - a, c - a), axis=1) > 1e-9).all()


@pytest.mark.parametrize("name", BODIES)
def test_every_model_uses_finishes_that_exist(name: str) -> None:
    """Every part names a finish or a colour of the palette, or shows the sheet of signs."""
    assert {part.finish for part in BODIES[name][0].parts} <= {*FINISHES, *PALETTE, "signs"}


@pytest.mark.parametrize("name", BODIES)
def test_no_model_is_heavier_than_a_scene_can_carry(name: str) -> None:
    """At most 2500 triangles each, so that a scene of 300 000 holds some hundreds of things."""
    assert sum(len(part.triangles) for part in BODIES[name][0].parts) <= 2500


def test_most_models_are_light() -> None:
    """Two of three have less than a thousand triangles."""
    counts = [sum(len(part.triangles) for part in body.parts) for body, _ in BODIES.values()]
    assert np.percentile(counts, 66) < 1000


@pytest.mark.parametrize("name", BODIES)
def test_a_model_turns_its_outsides_to_whoever_stands_before_it(name: str) -> None:
    """Of what a visitor sees from the front, at most one spot in two hundred is the back of a face, which would not be drawn.

    Leaves show both their faces at one place and are left out.
    """
    body, hangs = BODIES[name]
    parts = [part for part in body.parts if not part.finish.startswith("leaf")]
    corners = np.concatenate([part.positions[part.triangles] for part in parts])
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    low, high = body.bounds
    tracer, rng = Tracer(corners), np.random.default_rng(1)
    seen = behind = 0
    for around in (-60, -20, 20, 60):
        for rise in (-30, -8) if hangs and low[2] > 1.2 else (10, 35):
            a, e = np.radians(around), np.radians(rise)
            back = np.array([-np.sin(a) * np.cos(e), -np.cos(a) * np.cos(e), np.sin(e)])
            origins = low + rng.random((800, 3)) * (high - low) + back * 2 * np.linalg.norm(high - low)
            met = tracer.meet(origins, np.tile(-back, (800, 1)))
            hit = met.triangle[met.triangle >= 0]
            seen += len(hit)
            behind += int((normals[hit] @ -back > 1e-9).sum())
    assert seen > 300
    assert behind <= seen / 200


@pytest.mark.parametrize("name", sorted(catalogue.MAKERS))
def test_the_same_order_gives_the_same_model(name: str) -> None:
    """Nothing is left to chance: two models of one order are equal to the last digit."""
    first, second = (catalogue.make(name, ordered(name, catalogue.USUAL[name])) for _ in range(2))
    assert [part.finish for part in first.parts] == [part.finish for part in second.parts]
    for one, other in zip(first.parts, second.parts, strict=True):
        assert np.array_equal(one.positions, other.positions)
        assert np.array_equal(one.uv, other.uv)


@pytest.mark.parametrize("name", [name for name in BODIES if "." in name])
def test_dressing_stands_on_the_floor_or_hangs_before_its_wall(name: str) -> None:
    """What stands touches z = 0 about the origin; what hangs lies before the wall at y = 0."""
    body, hangs = BODIES[name]
    low, high = body.bounds
    assert abs(low[0] + high[0]) < 0.4
    if hangs:
        assert -0.03 <= low[2] < 0.45
        assert -0.05 <= high[1] <= 0.002
    else:
        assert -0.001 <= low[2] <= 0.012


@pytest.mark.parametrize(
    ("kind", "size", "label", "high"),
    [
        ("chair", (2.0, 0.56), "", 0.9),
        ("piano", (1.5, 1.7), "", 1.7),
        ("desk", (1.4, 0.7), "办公桌", 1.1),
        ("chair", (0.4, 0.4), "圆凳", 0.4),
    ],
)
def test_size_and_label_choose_the_shape(kind: str, size: tuple[float, float], label: str, high: float) -> None:
    """A wide chair is a bench, a deep piano a grand with its lid up, an office desk carries a screen, a stool has no back."""
    body = catalogue.make(kind, ordered(kind, size, labels=(label,) if label else ()))
    assert abs(float(body.bounds[1][2]) - high) < 0.2


def test_an_unknown_kind_becomes_a_labelled_block_of_its_size() -> None:
    """What nobody modelled is shown as a plain block that carries a sign."""
    body = catalogue.make("time-machine", ordered("time-machine", (0.8, 0.5)))
    low, high = body.bounds
    assert high[0] - low[0] == pytest.approx(0.8, abs=0.01)
    assert any(part.finish == "signs" for part in body.parts)


def test_a_fixture_is_turned_and_placed_as_drawn() -> None:
    """At 90 degrees a fixture that faced south faces east: its back, with the tap, is to the west."""
    basin = Fixture(id="X1", kind="hand-basin", at=(3.0, 2.0), size=(0.6, 0.4), angle=90)
    storey = Storey(
        id="F1", spaces=(Space(id="S", use="cooking", outline=((0, 0), (6, 0), (6, 4), (0, 4)), height=2.7),), fixtures=(basin,)
    )
    node = next(n for n in premises.build(Plan(storeys=(storey,)), read_vocabulary()).nodes if n.plan_id == "X1")
    points = np.concatenate([mesh.positions for mesh in node.meshes])
    assert points[:, 0].min() == pytest.approx(2.8, abs=0.01)
    assert points[:, 1].max() == pytest.approx(2.3, abs=0.01)
    assert points[points[:, 2] > 1.0][:, 0].mean() < 3.0
    assert node.space == "S"
