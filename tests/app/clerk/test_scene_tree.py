"""The premises as a tree: rooms, their things by the plan's and the vocabulary's names, and the key points that hang on them."""

from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from showroom.app.clerk.scene_tree import SceneTree
from showroom.app.clerk.studio import Studio
from showroom.app.clerk.things import Room, rooms_of
from showroom.app.theme import Look
from showroom.domain.scene import Anchor, Card, Hotspot
from showroom.domain.text import Text
from showroom.formats import read_plan, read_vocabulary
from showroom.home import scenes
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.modelling.premises import build


@pytest.fixture(scope="module")
def rooms() -> tuple[Room, ...]:
    """Return the rooms of a bundled plan, built."""
    plan, vocabulary = read_plan(scenes() / "small-eatery" / "premises.plan.yaml"), read_vocabulary()
    return rooms_of(build(plan, vocabulary), plan, vocabulary)


def _spot(name: str, node: str | None) -> Hotspot:
    card = Card(title=Text.of(f"点{name}", f"Point {name}"), text=Text.of("看。", "Look."))
    return Hotspot(id=name, anchor=Anchor(position=(0, 0, 1), node=node), card=card)


def _all(item: Any) -> list[Any]:
    return [item, *(below for at in range(item.childCount()) for below in _all(item.child(at)))]


def _items(tree: SceneTree) -> list[Any]:
    return [one for at in range(tree.tree.topLevelItemCount()) for one in _all(tree.tree.topLevelItem(at))]


def test_every_fixture_stands_in_its_room_under_its_own_name(rooms: tuple[Room, ...]) -> None:
    """All fixtures of the plan are there once, named by the vocabulary, in the room whose outline holds them."""
    from shapely import Point, Polygon

    plan, vocabulary = read_plan(scenes() / "small-eatery" / "premises.plan.yaml"), read_vocabulary()
    spaces = {space.id: Polygon(space.outline) for space in plan.spaces}
    where = {thing.id: (room.id, thing.words) for room in rooms for thing in room.things}
    for fixture in (fixture for storey in plan.storeys for fixture in storey.fixtures):
        room, words = where[fixture.id]
        assert words == vocabulary.fixtures[fixture.kind].label
        assert room is not None
        assert spaces[room].buffer(0.3).covers(Point(fixture.at))


def test_a_thing_of_several_pieces_is_one(rooms: tuple[Room, ...]) -> None:
    """A wall and its cap, or a door's frame and leaf, are one thing with its middle between them."""
    things = [thing for room in rooms for thing in room.things if len(thing.nodes) > 1]
    assert things
    assert all(len({thing.id for thing in room.things}) == len(room.things) for room in rooms)


def test_a_bare_model_lists_its_nodes() -> None:
    """A model that no plan explains shows its nodes under their own names, in no room; empty ones are left out."""
    mesh = Mesh(Material("m"), np.zeros((3, 3), np.float32), np.zeros((1, 3), np.uint32))
    model = Model((Node("Sink.001", (mesh,)), Node("Empty", ())))
    [room] = rooms_of(model, None, read_vocabulary())
    assert room.id is None
    assert [(thing.id, thing.words) for thing in room.things] == [("Sink.001", Text.of("Sink.001", "Sink.001"))]


def test_key_points_hang_on_their_things(rooms: tuple[Room, ...], qtbot: QtBot) -> None:
    """A key point stands below the thing it hangs on, one on nothing at the end; the search shows both with what they are in."""
    tree = SceneTree(Look(), rooms)
    qtbot.addWidget(tree)
    tree.show()
    thing = next(thing for room in rooms for thing in room.things if thing.id.startswith("X-"))
    tree.show_spots((_spot("a", thing.nodes[0]), _spot("b", None)), "en")
    qtbot.waitUntil(lambda: bool(_items(tree)))
    on_it = next(item for item in _items(tree) if item.text(0).endswith("Point a"))
    assert on_it.parent().toolTip(0) == thing.id
    assert _items(tree)[-1].text(0).endswith("Point b")
    tree.search.setText("point A")
    shown = [item for item in _items(tree) if not item.isHidden()]
    assert shown == [on_it.parent().parent(), on_it.parent(), on_it]
    with qtbot.waitSignal(tree.picked) as picked:
        tree.tree.setCurrentItem(on_it)
    assert picked.args == ["a"]


def test_a_tree_nobody_sees_is_not_filled(rooms: tuple[Room, ...], qtbot: QtBot) -> None:
    """Work is put off until the tree is seen, and then done once."""
    tree = SceneTree(Look(), rooms)
    qtbot.addWidget(tree)
    tree.show_spots((_spot("a", None),), "en")
    assert not _items(tree)
    tree.show()
    qtbot.waitUntil(lambda: bool(_items(tree)))


def test_a_tree_behind_another_dock_is_not_filled(studio: Studio, qtbot: QtBot) -> None:
    """Behind the list of key points it costs nothing; it is filled when its tab is chosen."""
    qtbot.wait(50)
    assert not _items(studio.tree)
    studio.docks["tree"].raise_()
    qtbot.waitUntil(lambda: bool(_items(studio.tree)))


def test_a_thing_is_outlined_and_looked_at(studio: Studio, qtbot: QtBot) -> None:
    """Choosing a thing in the tree outlines it and turns the eye to it; choosing a key point ends the outline."""
    studio.docks["tree"].raise_()
    qtbot.waitUntil(lambda: bool(_items(studio.tree)))
    wall = next(item for item in _items(studio.tree) if item.toolTip(0) == "W1")
    studio.tree.tree.setCurrentItem(wall)
    assert studio.stage.stage.highlighted == ("W1",)
    studio.choose("basin")
    assert studio.stage.stage.highlighted == ()
