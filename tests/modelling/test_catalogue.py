"""Every kind of fixture has a model of its size, and unknown ones an honest block."""

import numpy as np
import pytest

from showroom.domain.plan import Fixture, Plan, Space, Storey
from showroom.formats import read_vocabulary
from showroom.modelling import catalogue, premises
from showroom.modelling.signs import SignSheet

HOT_FOOD = [
    "hand-basin",
    "sink-vegetable",
    "sink-meat",
    "sink-aquatic",
    "sink-ware",
    "sink-mop",
    "worktop",
    "worktop-raw",
    "worktop-cooked",
    "stove",
    "hood",
    "fume-purifier",
    "refrigerator",
    "freezer",
    "disinfection-cabinet",
    "ware-cabinet",
    "shelf",
    "waste-bin",
    "grease-trap",
    "floor-drain",
    "fly-lamp",
    "rodent-board",
    "extinguisher",
    "exit-sign",
    "emergency-light",
    "evacuation-map",
    "reception-desk",
    "table",
    "chair",
    "wc",
    "camera",
    "air-conditioner",
]
SLACK = 0.006
"""Labels are laid two or three millimetres before the face they name."""


def ordered(kind: str, size: tuple[float, float]) -> catalogue.Order:
    """An order for a kind of the vocabulary at a given size under a ceiling of 2.8 m."""
    return catalogue.order(Fixture(id="X", kind=kind, at=(0, 0), size=size), kind, 2.8, SignSheet(512))


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


@pytest.mark.parametrize("kind", HOT_FOOD)
def test_every_kind_a_hot_food_shop_needs_has_a_model_of_its_own(kind: str) -> None:
    """None of the kinds of a hot-food shop falls back to the plain block."""
    assert kind in catalogue.MAKERS
    assert kind in read_vocabulary().fixtures


@pytest.mark.parametrize("kind", sorted(catalogue.MAKERS))
def test_every_model_is_finite_and_has_no_empty_triangles_to_speak_of(kind: str) -> None:
    """Positions and texture places are finite numbers, triangles use existing vertices, hardly any has no area."""
    for part in catalogue.make(kind, ordered(kind, catalogue.USUAL[kind])).parts:
        assert np.isfinite(part.positions).all()
        assert np.isfinite(part.uv).all()
        assert part.triangles.max() < len(part.positions) == len(part.uv)
        a, b, c = (part.positions[part.triangles[:, k]] for k in range(3))
        assert (np.linalg.norm(np.cross(b - a, c - a), axis=1) > 1e-10).mean() > 0.95


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
