"""A plan with mistakes becomes a model all the same, and its notes say what was left out or changed."""

from typing import Any

import numpy as np
import pytest

from showroom.domain.plan import Fixture, Opening, Plan, Space, Storey, Wall
from showroom.formats import read_vocabulary
from showroom.modelling import mending, premises
from showroom.modelling.model import Model
from tests.modelling.premises_drawn import two_offices


def noted(plan: Plan) -> tuple[Model, dict[str, str]]:
    """The model of a plan, and where each of its notes points."""
    model = premises.build(plan, read_vocabulary())
    for node in model.nodes:
        for mesh in node.meshes:
            assert np.isfinite(mesh.positions).all()
    return model, {note.code: note.where for note in model.notes}


def with_openings(*openings: Opening) -> Plan:
    """Two offices with these openings."""
    return two_offices(*openings)


def changed(**changes: Any) -> Plan:
    """Two offices, their storey changed."""
    plan = two_offices()
    return plan.revise(storeys=(plan.storeys[0].revise(**changes),))


def test_a_sound_plan_is_left_as_it_is() -> None:
    """Nothing is changed and nothing noted; it is the very same value."""
    plan = two_offices()
    same, notes = mending.mended(plan)
    assert same is plan
    assert notes == ()


def test_a_door_wider_than_its_wall_is_cut_off_at_its_ends() -> None:
    """A door of 6 m in a wall of 3.2 m fills the wall, and a note names it."""
    door = Opening(id="D", kind="door", wall="W-middle", at=1.6, width=6.0, height=2.1, serves="S1")
    model, notes = noted(with_openings(door))
    assert notes == {"opening-wider-than-wall": "D"}
    frame = np.concatenate([m.positions for node in model.nodes if node.plan_id == "D" for m in node.meshes])
    assert frame[:, 1].min() > -0.2
    assert frame[:, 1].max() < 3.2


def test_an_opening_beyond_its_wall_is_left_out() -> None:
    """A window drawn four metres past the end of its wall is not built."""
    window = Opening(id="G", kind="window", wall="W-middle", at=7.5, width=1.0)
    model, notes = noted(with_openings(window))
    assert notes == {"opening-outside-wall": "G"}
    assert "G" not in {node.plan_id for node in model.nodes}


def test_of_two_openings_in_one_place_the_first_stays() -> None:
    """Doors drawn over each other are built once; a window above a hatch is not an overlap."""
    first = Opening(id="D1", kind="door", wall="W-middle", at=1.6, width=0.9, serves="S1")
    model, notes = noted(with_openings(first, first.revise(id="D2", at=1.8)))
    assert notes == {"openings-overlap": "D2"}
    hatch = Opening(id="H", kind="hatch", wall="W-south", at=2, width=0.6, sill=0.3, height=0.5)
    above = Opening(id="G", kind="window", wall="W-south", at=2, width=0.8, sill=1.2, height=0.8)
    assert noted(with_openings(hatch, above))[1] == {}
    assert "D1" in {node.plan_id for node in model.nodes}


@pytest.mark.parametrize("height", [0.001, 0.4, 300.0])
def test_a_height_that_cannot_be_is_taken_as_not_given(height: float) -> None:
    """Rooms of a millimetre or of 300 m get the usual 2.8 m."""
    model, notes = noted(changed(height=height))
    assert notes == {"height-unusable": "F1", "height-assumed": "F1"}
    ceiling = next(node for node in model.nodes if node.name == "S1 ceiling")
    assert np.allclose(ceiling.meshes[0].positions[:, 2], 2.8)


def test_a_plan_without_spaces_has_a_floor_within_its_walls() -> None:
    """Walls alone, open or closed, stand on a floor, and a note says that no space was drawn."""
    model, notes = noted(changed(spaces=()))
    assert notes == {"no-spaces": "F1"}
    assert any(node.group == "floors" and node.meshes for node in model.nodes)
    assert any(node.group == "walls" and node.meshes for node in model.nodes)


def test_outlines_that_cross_themselves_or_enclose_nothing_are_noted() -> None:
    """A bow tie is taken apart at its crossing, a line is left out."""
    bow = Space(id="BOW", outline=((0, 0), (4, 3), (4, 0), (0, 3)))
    flat = Space(id="LINE", outline=((4.2, 1), (8.2, 1), (6, 1)))
    model, notes = noted(changed(spaces=(bow, flat)))
    assert notes == {"space-outline-crosses": "BOW", "space-without-area": "LINE"}
    assert {node.space for node in model.nodes if node.group == "floors"} == {"BOW"}


def test_spaces_that_overlap_have_one_floor_there() -> None:
    """The smaller space keeps its floor, the larger ends where it begins."""
    inner = Space(id="BOOTH", outline=((1, 1), (2, 1), (2, 2), (1, 2)))
    spaces = (*two_offices().storeys[0].spaces, inner)
    model, notes = noted(changed(spaces=spaces))
    assert notes == {"spaces-overlap": "S1 + BOOTH"}
    area = {}
    for node in model.nodes:
        if node.group == "floors":
            corners = np.concatenate([mesh.positions.astype(float)[mesh.triangles] for mesh in node.meshes])
            area[node.space] = (
                np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1).sum() / 2
            )
    assert area == {"S1": pytest.approx(11.0), "S2": pytest.approx(12.0), "BOOTH": pytest.approx(1.0)}


def test_walls_drawn_in_one_another_become_one() -> None:
    """The same wall drawn twice is noted, and covers no more than once."""
    plan = two_offices()
    walls = plan.storeys[0].walls
    twice = (*walls, walls[0].revise(id="W-again"))
    assert noted(changed(walls=twice))[1] == {"walls-overlap": "W-south + W-again"}
    assert premises.footprint(changed(walls=twice).storeys[0]).area == pytest.approx(premises.footprint(plan.storeys[0]).area)


def test_of_five_thousand_fixtures_six_hundred_are_detailed_and_all_are_there() -> None:
    """Every fixture stands in its place; those beyond the first six hundred are blocks of a few triangles, and are noted."""
    fixtures = tuple(
        Fixture(id=f"X{k}", kind="shelf" if k % 2 else "table", at=(0.2 + k % 100 * 0.04, 0.1 + k // 100 * 0.055), size=(0.5, 0.4))
        for k in range(5000)
    )
    model, notes = noted(changed(fixtures=fixtures))
    assert {node.plan_id for node in model.nodes} >= {fixture.id for fixture in fixtures}
    assert len(notes["fixtures-simplified"].split(", ")) == 4400
    blocks = [node for node in model.nodes if node.plan_id in ("X600", "X4999")]
    assert all(sum(len(mesh.triangles) for mesh in node.meshes) < 60 for node in blocks)
    (note,) = model.notes
    assert len(note.text.in_("en")) < 200


def test_a_fixture_larger_than_any_room_is_a_block() -> None:
    """A table of forty metres is shown as a block of that size."""
    table = Fixture(id="X", kind="table", at=(2, 1), size=(40.0, 0.6))
    assert noted(changed(fixtures=(table,)))[1] == {"fixture-too-large": "X"}


def test_every_note_speaks_both_languages() -> None:
    """Chinese and English both name the things."""
    storey = Storey(
        id="F",
        walls=(Wall(id="A", axis=((0, 0), (5, 0)), thickness=0.2),),
        openings=(Opening(id="D", kind="door", wall="A", at=5.2, width=2.0),),
    )
    for note in premises.build(Plan(storeys=(storey,)), read_vocabulary()).notes:
        zh, en = note.text.in_("zh_CN"), note.text.in_("en")
        assert zh != en
        assert all(thing in zh and thing in en for thing in note.where.split(", "))
