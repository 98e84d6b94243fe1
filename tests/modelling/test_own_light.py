"""An applicant's own shop gets soft light: darker in corners and under things, never black, and the same every time."""

import io

import numpy as np
import pytest
from PIL import Image

from showroom.domain.plan import Fixture, Opening
from showroom.formats import read_vocabulary
from showroom.modelling import own_light, premises
from showroom.modelling.model import Model
from tests.modelling.premises_drawn import two_offices

TABLE = Fixture(id="T", kind="table", at=(2.0, 1.5), size=(1.6, 1.2))


@pytest.fixture(scope="module")
def plain() -> Model:
    """Two offices, a table in the first, without light."""
    plan = two_offices(Opening(id="G", kind="window", wall="W-south", at=6.0, width=1.6))
    return premises.build(plan.revise(storeys=(plan.storeys[0].revise(fixtures=(TABLE,)),)), read_vocabulary())


@pytest.fixture(scope="module")
def lit(plain: Model) -> Model:
    """The same with light."""
    return own_light.lit(plain)


def shown(model: Model, name: str) -> np.ndarray:
    """What the atlas holds at the corners of a node's triangles (n,), 0 to 255, with their places (n, 3)."""
    (node,) = [node for node in model.nodes if node.name == name]
    rows = []
    for mesh in node.meshes:
        assert mesh.material.light is not None
        assert mesh.light_uv is not None
        picture = np.asarray(Image.open(io.BytesIO(mesh.material.light.data)).convert("L")).astype(float)
        weights = np.random.default_rng(0).dirichlet((1, 1, 1), 400)
        for corners, uv in zip(mesh.positions[mesh.triangles], mesh.light_uv[mesh.triangles], strict=True):
            places, spots = weights @ corners.astype(float), weights @ uv.astype(float)
            x, y = (spots * picture.shape[0]).astype(int).clip(0, picture.shape[0] - 1).T
            rows.append(np.column_stack([places, picture[y, x]]))
    return np.concatenate(rows)


def test_a_floor_is_darker_under_a_table_and_in_its_corner_and_nowhere_black(lit: Model) -> None:
    """The free floor is the brightest, then the corner, then under the table."""
    floor = shown(lit, "S1 floor")
    x, y, value = floor[:, 0], floor[:, 1], floor[:, 3]
    free = value[(np.abs(x - 3.3) < 0.4) & (np.abs(y - 1.5) < 0.4)].mean()
    corner = value[(x < 0.15) & (y < 0.15)].mean()
    under = value[(np.abs(x - 2.0) < 0.3) & (np.abs(y - 1.5) < 0.2)].mean()
    assert under < 0.85 * free
    assert corner < 0.93 * free
    assert value.min() > 30


def test_light_changes_no_shape_and_keeps_ids_and_notes(plain: Model, lit: Model) -> None:
    """Only places in the atlas are added."""
    assert lit.notes == plain.notes
    for before, after in zip(plain.nodes, lit.nodes, strict=True):
        assert (before.name, before.group, before.plan_id) == (after.name, after.group, after.plan_id)
        for one, other in zip(before.meshes, after.meshes, strict=True):
            assert np.array_equal(one.positions[one.triangles], other.positions[other.triangles])


def test_the_same_plan_is_lit_the_same_way(plain: Model, lit: Model) -> None:
    """Twice the same atlas, byte for byte."""
    atlases = [
        next(mesh.material.light.data for node in model.nodes for mesh in node.meshes if mesh.material.light)
        for model in (lit, own_light.lit(plain))
    ]
    assert atlases[0] == atlases[1]


def test_too_many_things_are_left_plain_and_rooms_are_still_lit(plain: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit of triangles the fixtures carry no light, floors and walls do."""
    monkeypatch.setattr(own_light, "MOST_TRIANGLES", 100)
    made = own_light.lit(plain)
    carried = {node.name: any(mesh.material.light for mesh in node.meshes) for node in made.nodes if node.meshes}
    assert carried["S1 floor"]
    assert not carried["T"]


def test_a_model_with_nothing_in_it_comes_back() -> None:
    """There is nothing to light in an empty model."""
    assert own_light.lit(Model(())).nodes == ()
