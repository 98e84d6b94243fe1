"""Light is computed from the model's own lamps, falls into shadow behind things, and comes out the same every time."""

import io

import numpy as np
import pytest
from PIL import Image

from showroom.domain.plan import Fixture, Plan, Space, Storey, Wall
from showroom.formats import read_vocabulary
from showroom.modelling import light, premises
from showroom.modelling.model import Model

COARSE = light.Quality(size=256, shadow=4, sun=1, gather=8, bounces=1, mirror=2, smoothing=1)


def room() -> Plan:
    """A closed room of 3 × 3 m with a table in its middle."""
    corners = [(-0.1, -0.1), (3.1, -0.1), (3.1, 3.1), (-0.1, 3.1)]
    walls = tuple(Wall(id=f"W{k}", axis=(corners[k], corners[(k + 1) % 4]), thickness=0.2) for k in range(4))
    space = Space(id="S", use="office", outline=((0, 0), (3, 0), (3, 3), (0, 3)), height=2.6)
    table = Fixture(id="T", kind="table", at=(1.5, 1.5), size=(1.4, 1.4))
    return Plan(storeys=(Storey(id="F", height=2.6, walls=walls, spaces=(space,), fixtures=(table,)),))


@pytest.fixture(scope="module")
def lit() -> Model:
    """The room with coarse light."""
    return light.bake(premises.build(room(), read_vocabulary()), COARSE)


def brightness(model: Model, node_name: str, at: tuple[float, float]) -> float:
    """The atlas value of a floor at a place in plan."""
    mesh = next(node for node in model.nodes if node.name == node_name).meshes[0]
    assert mesh.material.light is not None
    assert mesh.light_uv is not None
    atlas = np.asarray(Image.open(io.BytesIO(mesh.material.light.data)).convert("L")).astype(float)
    flat = mesh.positions[:, :2].astype(float)
    system = np.column_stack([flat, np.ones(len(flat))])
    place, *_ = np.linalg.lstsq(system, mesh.light_uv.astype(float), rcond=None)
    u, v = np.array([*at, 1.0]) @ place
    return float(atlas[int(v * atlas.shape[0]), int(u * atlas.shape[1])])


def test_under_a_table_the_floor_is_darker_than_beside_it(lit: Model) -> None:
    """The table throws its shadow on the floor."""
    assert brightness(lit, "S floor", (1.5, 1.5)) < 0.8 * brightness(lit, "S floor", (0.35, 1.5))


def test_every_lit_mesh_has_its_own_places_in_the_atlas(lit: Model) -> None:
    """Light UVs lie within the picture, one for every vertex."""
    for node in lit.nodes:
        for mesh in node.meshes:
            if node.group in light.UNLIT:
                continue
            assert mesh.light_uv is not None
            assert mesh.light_uv.shape == (len(mesh.positions), 2)
            assert mesh.light_uv.min() >= 0
            assert mesh.light_uv.max() <= 1


def test_the_same_model_gives_the_same_light(lit: Model) -> None:
    """Baking twice gives the same bytes."""
    again = light.bake(premises.build(room(), read_vocabulary()), COARSE)
    first = next(mesh.material.light for node in lit.nodes for mesh in node.meshes if mesh.material.light)
    second = next(mesh.material.light for node in again.nodes for mesh in node.meshes if mesh.material.light)
    assert first.data == second.data


def test_light_changes_no_shape(lit: Model) -> None:
    """Baking splits vertices at seams but moves none: every node keeps its bounds, triangles and plan id."""
    plain = premises.build(room(), read_vocabulary())
    for before, after in zip(plain.nodes, lit.nodes, strict=True):
        assert before.plan_id == after.plan_id
        for one, other in zip(before.meshes, after.meshes, strict=True):
            assert np.array_equal(one.positions[one.triangles], other.positions[other.triangles])
