"""What is true of every model of a plan: closed walls, free openings, nothing above a ceiling, every id, the same bytes again."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from shapely.ops import unary_union

from showroom.domain.plan import Opening, Plan
from showroom.formats import read_plan, read_vocabulary
from showroom.formats.glb_writer import glb_bytes
from showroom.modelling import premises, rooms, walls
from showroom.modelling.footprint import footprint, outline
from showroom.modelling.model import Model, Node
from showroom.modelling.rays import Tracer
from showroom.modelling.sites import site
from showroom.modelling.storeys import clear_height, floor_levels, storey_height
from tests.modelling.premises_drawn import COMPLIANT, two_offices, two_storeys

DOOR = Opening(id="D1", kind="door", wall="W-middle", at=1.6, width=0.9, height=2.1, serves="S1", swing="in")
EXIT = Opening(id="D2", kind="door", wall="W-south", at=2.0, width=1.2, height=2.2, serves="S1", leads="outside")
WINDOW = Opening(id="G1", kind="window", wall="W-north", at=6.0, width=1.5, height=1.2, sill=1.0)
HATCH = Opening(id="H1", kind="hatch", wall="W-middle", at=2.7, width=0.6, height=0.8, sill=1.0)
SHELL = ("floors", "walls", "ceiling", "trim", "caps", "lamps")


@pytest.fixture(scope="module", params=COMPLIANT, ids=lambda path: path.name.split(".")[0])
def shop(request: pytest.FixtureRequest) -> tuple[Plan, Model]:
    """Each compliant plan with its model."""
    path: Path = request.param
    plan = read_plan(path)
    return plan, premises.build(plan, read_vocabulary())


def triangles(*nodes: Node) -> NDArray[np.float64]:
    """The corners of all triangles of nodes (t, 3, 3)."""
    return np.concatenate([mesh.positions.astype(float)[mesh.triangles] for node in nodes for mesh in node.meshes])


def volume(corners: NDArray[np.float64]) -> float:
    """What a surface encloses above the level z = 0."""
    return float(np.einsum("td,td->t", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum() / 6)


def shell(plan: Plan) -> NDArray[np.float64]:
    """Everything that bounds the solid of the walls: both faces, tops, and the reveals of the openings."""
    storey = plan.storeys[0]
    nodes = premises.build(plan, read_vocabulary()).nodes
    chosen = [node for node in nodes if node.group == "walls" or node.name.endswith((" outside", " caps"))]
    reveals = [walls.reveal(storey, o, "plaster", site(storey, o, storey_height(storey)).edges, 0.0) for o in storey.openings]
    parts = [part.positions[part.triangles] for reveal in reveals for part in reveal.parts]
    return np.concatenate([triangles(*chosen), *parts])


@pytest.mark.parametrize("openings", [(), (DOOR,), (DOOR, EXIT, WINDOW, HATCH)])
def test_the_walls_enclose_what_the_plan_says_they_do(openings: tuple[Opening, ...]) -> None:
    """Faces, reveals and tops close the solid of the walls: its volume is length × thickness × height less the openings."""
    plan = two_offices(*openings)
    cut = sum(o.width * (o.height or 0.0) * 0.2 for o in openings)
    expected = (8.6 * 3.4 - 2 * 12.0) * 3.0 - cut
    assert volume(shell(plan)) == pytest.approx(expected, abs=0.006)
    assert volume(shell(plan) + np.array([40.0, 25.0, 0.0])) == pytest.approx(expected, abs=0.02), "a hole would change this"


@pytest.mark.parametrize(("opening", "height"), [(DOOR, 1.0), (HATCH, 1.4)])
def test_a_hole_is_as_wide_as_the_plan_says_to_a_millimetre(opening: Opening, height: float) -> None:
    """A millimetre inside each jamb a ray passes the wall, a millimetre outside it is stopped."""
    model = premises.build(two_offices(opening), read_vocabulary())
    tracer = Tracer(triangles(*(node for node in model.nodes if node.group == "walls")))
    for side in (-1, 1):
        jamb = opening.at - 0.1 + side * opening.width / 2
        ways = np.array([[3.5, jamb - side * 0.001, height], [3.5, jamb + side * 0.001, height]])
        stopped = tracer.blocked(ways, np.tile([1.0, 0.0, 0.0], (2, 1)), np.array([2.0, 2.0]))
        assert stopped.tolist() == [False, True]


def test_nothing_reaches_above_the_ceiling_of_its_room(shop: tuple[Plan, Model]) -> None:
    """Walls, doors, lamps and fixtures end at the ceiling; only what is shown from above alone goes on to the tops of the walls."""
    plan, model = shop
    (storey,) = plan.storeys
    top = {space.id: clear_height(space, storey_height(storey)) for space in storey.spaces}
    for node in model.nodes:
        if node.space and node.group != "caps" and node.meshes:
            assert triangles(node)[..., 2].max() <= top[node.space] + 1e-3, node.name
            assert triangles(node)[..., 2].min() >= -1e-3, node.name


def test_faces_look_into_their_room(shop: tuple[Plan, Model]) -> None:
    """Three centimetres before every wall face lies its room; floors look up and ceilings down."""
    plan, model = shop
    rooms_of = {space.id: outline(space).buffer(0.02) for space in plan.storeys[0].spaces}
    for node in model.nodes:
        if node.group not in ("walls", "floors", "ceiling") or node.space is None:
            continue
        corners = triangles(node)
        normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        if node.group == "walls":
            before = corners.mean(axis=1) + 0.03 * normal
            assert shapely.contains_xy(rooms_of[node.space], before[:, 0], before[:, 1]).all(), node.name
        else:
            assert (normal[:, 2] * (1 if node.group == "floors" else -1) > 0.99).all(), node.name


def coplanar(nodes: list[Node]) -> Iterator[tuple[str, str, float]]:
    """Pairs of nodes that show surfaces in the same place, looking the same way, and how many square metres of them."""
    planes: dict[tuple[int, ...], list[tuple[str, NDArray[np.float64]]]] = defaultdict(list)
    for node in nodes:
        for corners in triangles(node):
            normal = np.cross(corners[1] - corners[0], corners[2] - corners[0])
            size = float(np.linalg.norm(normal))
            if size > 1e-6:
                normal /= size
                key = (*np.round(normal * 500).astype(int).tolist(), round(float(normal @ corners[0]) * 2000))
                planes[key].append((node.name, corners))
    for key, found in planes.items():
        flat = [axis for axis in range(3) if axis != int(np.argmax(np.abs(key[:3])))]
        by_node: dict[str, list[shapely.Geometry]] = defaultdict(list)
        for name, corners in found:
            by_node[name].append(shapely.Polygon(corners[:, flat]))
        areas = {name: unary_union([part for part in parts if part.is_valid]) for name, parts in by_node.items()}
        names = sorted(areas)
        for number, one in enumerate(names):
            for other in names[number + 1 :]:
                yield one, other, float(areas[one].intersection(areas[other]).area)


def test_the_search_for_surfaces_in_one_place_finds_them() -> None:
    """A floor laid twice under two names is found with its whole area."""
    floor = next(node for node in premises.build(two_offices(), read_vocabulary()).nodes if node.name == "S1 floor")
    assert [area for *_, area in coplanar([floor, replace(floor, name="again")])] == [pytest.approx(12.0)]


def test_no_two_surfaces_of_the_building_fight_for_the_same_place(shop: tuple[Plan, Model]) -> None:
    """Floors, walls, ceilings, trims and doors never show in one plane at one place (rails crossing in a corner aside)."""
    _, model = shop
    shown = [node for node in model.nodes if node.group in SHELL and node.meshes]
    assert [(one, other, area) for one, other, area in coplanar(shown) if area > 0.002] == []


def test_every_thing_of_a_plan_is_in_its_model(shop: tuple[Plan, Model]) -> None:
    """Walls, openings, spaces and fixtures are each found by their id, and nothing carries an id the plan does not have."""
    plan, model = shop
    ids = {
        thing.id
        for storey in plan.storeys
        for things in (storey.walls, storey.openings, storey.spaces, storey.fixtures)
        for thing in things
    }
    assert {node.plan_id for node in model.nodes} - {None} == ids
    assert model.notes == ()


def test_the_same_plan_gives_the_same_file(shop: tuple[Plan, Model]) -> None:
    """Building twice gives the same bytes."""
    plan, model = shop
    assert glb_bytes(premises.build(plan, read_vocabulary())) == glb_bytes(model)


def test_floors_and_ceilings_are_as_large_as_the_rooms(shop: tuple[Plan, Model]) -> None:
    """The floor of a space has the area of its outline within the walls."""
    plan, model = shop
    (storey,) = plan.storeys
    grounds = rooms.grounds(storey.spaces, footprint(storey))
    for space in storey.spaces:
        floor = triangles(next(node for node in model.nodes if node.name == f"{space.id} floor"))
        area = float(np.linalg.norm(np.cross(floor[:, 1] - floor[:, 0], floor[:, 2] - floor[:, 0]), axis=1).sum() / 2)
        assert area == pytest.approx(grounds[space.id].area, abs=1e-3)


def test_storeys_stand_on_one_another_or_side_by_side() -> None:
    """The upper floor lies 30 cm above the lower ceiling; spread out, every storey starts at zero and none overlaps another."""
    plan = two_storeys()
    assert floor_levels(plan) == {"F1": 0.0, "F2": pytest.approx(3.3)}
    upper = next(node for node in premises.build(plan, read_vocabulary()).nodes if node.name == "F2-S floor")
    assert np.allclose(triangles(upper)[..., 2], 3.3)
    spread = {node.name: triangles(node) for node in premises.build(plan, read_vocabulary(), spread=True).nodes if node.meshes}
    assert np.allclose(spread["F2-S floor"][..., 2], 0.0)
    assert spread["F2-S floor"][..., 0].min() > spread["F1-S floor"][..., 0].max() + 1.0
