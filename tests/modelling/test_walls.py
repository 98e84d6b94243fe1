"""Walls stand where the plan says, and their openings are really open."""

import numpy as np
import pytest

from showroom.domain.plan import Opening, Plan, Space, Storey, Wall
from showroom.formats import read_vocabulary
from showroom.modelling import premises
from showroom.modelling.footprint import covered, faces, footprint
from showroom.modelling.model import Model
from showroom.modelling.rays import Tracer


def two_rooms(*openings: Opening) -> Plan:
    """A kitchen of 4 × 3 m and a dining room of 4 × 3 m beside it, walls of 20 cm."""
    walls = (
        Wall(id="W-south", axis=((-0.1, -0.1), (8.3, -0.1)), thickness=0.2),
        Wall(id="W-east", axis=((8.3, -0.1), (8.3, 3.1)), thickness=0.2),
        Wall(id="W-north", axis=((8.3, 3.1), (-0.1, 3.1)), thickness=0.2),
        Wall(id="W-west", axis=((-0.1, 3.1), (-0.1, -0.1)), thickness=0.2),
        Wall(id="W-middle", axis=((4.1, -0.1), (4.1, 3.1)), thickness=0.2),
    )
    spaces = (
        Space(id="S1", name="厨房", use="cooking", outline=((0, 0), (4, 0), (4, 3), (0, 3)), height=2.7),
        Space(id="S2", name="餐厅", use="dining", outline=((4.2, 0), (8.2, 0), (8.2, 3), (4.2, 3)), height=2.9),
    )
    return Plan(storeys=(Storey(id="F1", height=3.0, walls=walls, openings=openings, spaces=spaces),))


DOOR = Opening(id="D1", kind="door", wall="W-middle", at=1.6, width=0.9, height=2.1, serves="S1", swing="in")
WINDOW = Opening(id="G1", kind="window", wall="W-south", at=2.0, width=1.2, height=1.0, sill=1.0)
HATCH = Opening(id="H1", kind="hatch", wall="W-middle", at=2.6, width=0.6, height=0.8, sill=1.0)


def walls_hit(model: Model, origin: tuple[float, float, float], direction: tuple[float, float, float], reach: float) -> bool:
    """Tell whether a ray meets a wall face within `reach` metres."""
    corners = np.concatenate(
        [
            m.positions.astype(float)[m.triangles]
            for node in model.nodes
            if node.group == "walls"
            for m in node.meshes
            if len(m.triangles)
        ]
    )
    met = Tracer(corners).meet(np.array([origin], float), np.array([direction], float))
    return bool(met.triangle[0] >= 0 and met.distance[0] < reach)


@pytest.mark.parametrize(
    ("opening", "through", "beside"),
    [
        (DOOR, (3.5, 1.5, 1.0), (3.5, 0.5, 1.0)),
        (DOOR, (3.5, 1.5, 2.05), (3.5, 1.5, 2.2)),
        (HATCH, (3.5, 2.5, 1.4), (3.5, 2.5, 0.9)),
        (HATCH, (3.5, 2.5, 1.05), (3.5, 2.5, 1.9)),
    ],
)
def test_a_ray_passes_through_an_opening_and_not_beside_it(
    opening: Opening, through: tuple[float, float, float], beside: tuple[float, float, float]
) -> None:
    """An opening is cut exactly: between jambs, sill and head nothing of the wall is left, and beside them all of it."""
    model = premises.build(two_rooms(opening), read_vocabulary())
    assert not walls_hit(model, through, (1, 0, 0), 2.0)
    assert walls_hit(model, beside, (1, 0, 0), 2.0)


def test_a_window_is_cut_between_its_sill_and_its_head() -> None:
    """A window's gap is at the height the plan gives."""
    model = premises.build(two_rooms(WINDOW), read_vocabulary())
    assert not walls_hit(model, (1.9, 1.5, 1.5), (0, -1, 0), 3.0)
    assert walls_hit(model, (1.9, 1.5, 0.8), (0, -1, 0), 3.0)


def test_the_gap_is_as_wide_as_the_plan_says() -> None:
    """Half a centimetre inside the jamb is free, half a centimetre outside is wall."""
    model = premises.build(two_rooms(DOOR), read_vocabulary())
    assert not walls_hit(model, (3.5, 1.5 + 0.445, 1.0), (1, 0, 0), 2.0)
    assert walls_hit(model, (3.5, 1.5 + 0.455, 1.0), (1, 0, 0), 2.0)


def test_corners_and_joints_of_walls_leave_neither_gap_nor_overlap() -> None:
    """United walls have the area of a clean drawing: outer outline less the two rooms."""
    storey = two_rooms().storeys[0]
    covered = footprint(storey)
    assert covered.area == pytest.approx(8.6 * 3.4 - 2 * 12.0, abs=1e-3)


def test_every_face_knows_its_wall_and_the_room_it_looks_into() -> None:
    """A room of four walls has four faces, each with a wall's id, looking into the room."""
    storey = two_rooms().storeys[0]
    inner = [face for face in faces(storey, covered(storey, 3.0)) if face.space is not None and face.space.id == "S1"]
    assert {face.wall.id for face in inner if face.wall} == {"W-south", "W-north", "W-west", "W-middle"}
    assert len(inner) == 4
    for face in inner:
        inwards = np.array([2.0, 1.5]) - (face.start + face.end) / 2
        assert inwards @ face.normal > 0


def test_floors_and_ceilings_end_at_the_wall_faces_at_the_heights_of_their_rooms() -> None:
    """The floor of the kitchen is 4 × 3 m at 0, its ceiling at 2.7 m, seen from inside."""
    model = premises.build(two_rooms(), read_vocabulary())
    floor = next(node for node in model.nodes if node.name == "S1 floor").meshes[0]
    ceiling = next(node for node in model.nodes if node.name == "S1 ceiling").meshes[0]
    assert np.allclose(floor.positions.min(axis=0), (0, 0, 0))
    assert np.allclose(floor.positions.max(axis=0), (4, 3, 0))
    assert np.allclose(ceiling.positions[:, 2], 2.7)
    a, b, c = (ceiling.positions[ceiling.triangles[:, k]].astype(float) for k in range(3))
    assert (np.cross(b - a, c - a)[:, 2] < 0).all()


def test_a_thirty_centimetre_tile_is_thirty_centimetres() -> None:
    """One repeat of the anti-slip floor's picture holds four tiles and covers 1.2 m."""
    model = premises.build(two_rooms(), read_vocabulary())
    floor = next(node for node in model.nodes if node.name == "S1 floor").meshes[0]
    assert floor.uv is not None
    span = floor.uv.max(axis=0) - floor.uv.min(axis=0)
    assert span == pytest.approx((4 / 1.2, 3 / 1.2), abs=1e-4)


def test_every_thing_of_the_plan_keeps_its_id() -> None:
    """Walls, spaces and openings can be found in the model by the plan's ids."""
    plan = two_rooms(DOOR, WINDOW, HATCH)
    ids = {node.plan_id for node in premises.build(plan, read_vocabulary()).nodes}
    storey = plan.storeys[0]
    for thing in (*storey.walls, *storey.openings, *storey.spaces):
        assert thing.id in ids


def test_the_walls_have_dark_tops_for_the_dollhouse() -> None:
    """The caps cover just what the walls cover, each at the highest ceiling beside its wall."""
    plan = two_rooms()
    (caps,) = [node for node in premises.build(plan, read_vocabulary()).nodes if node.name == "F1 caps"]
    (mesh,) = caps.meshes
    a, b, c = (mesh.positions[mesh.triangles[:, k]].astype(float) for k in range(3))
    area = float(np.cross(b - a, c - a)[:, 2].sum() / 2)
    assert area == pytest.approx(footprint(plan.storeys[0]).area, abs=2e-3)
    assert sorted({round(float(z), 2) for z in mesh.positions[:, 2]}) == [2.7, 2.9]


def test_seen_from_above_the_walls_of_a_low_room_reach_the_ceiling_of_the_higher_one_beside_it() -> None:
    """The wall between a room of 2.7 m and one of 2.9 m shows no gap in the dollhouse: its upper part belongs to the caps."""
    nodes = premises.build(two_rooms(), read_vocabulary()).nodes
    (upper,) = [node for node in nodes if node.name == "W-middle S1 upper"]
    assert upper.group == "caps"
    assert np.concatenate([mesh.positions for mesh in upper.meshes])[:, 2].min() == pytest.approx(2.7)
    assert np.concatenate([mesh.positions for mesh in upper.meshes])[:, 2].max() == pytest.approx(2.9)


def test_a_drawing_with_crossing_walls_and_an_unclosed_room_still_becomes_a_model() -> None:
    """Untidy plans are modelled all the same, with finite positions."""
    storey = Storey(
        id="F1",
        walls=(
            Wall(id="A", axis=((0, 0), (5, 0.4)), thickness=0.2),
            Wall(id="B", axis=((2, -2), (2.5, 3)), thickness=0.12),
            Wall(id="C", axis=((0, 0), (0, 4)), thickness=0.3),
        ),
        openings=(Opening(id="D", kind="door", wall="A", at=4.9, width=1.2),),
        spaces=(Space(id="S", outline=((0, 0), (4, 4), (4, 0), (0, 4))),),
    )
    model = premises.build(Plan(storeys=(storey,)), read_vocabulary())
    assert all(np.isfinite(mesh.positions).all() for node in model.nodes for mesh in node.meshes)
    assert {"A", "B", "C"} <= {node.plan_id for node in model.nodes}
