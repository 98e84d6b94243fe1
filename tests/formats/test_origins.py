"""Every thing read from a drawing says how it was found, where in the file, and how far its own lengths may be off."""

import json
from pathlib import Path
from typing import Any

import ezdxf
import pytest

from showroom.domain.plan import Origin, Plan, Storey
from showroom.domain.text import LANGUAGES
from showroom.formats import read_plan, write_plan
from showroom.formats.inspection import inspection, inspection_text
from showroom.formats.provenance import origin_said


def _storey(path: Path) -> Storey:
    return read_plan(path).storeys[0]


def test_rooms_walls_and_doors_say_how_they_were_found(shop: Any, tmp_path: Path) -> None:
    """Outlined rooms, walls by two faces, doors by the arc in their block, fixtures by their block's name."""
    found = _storey(shop.draw(tmp_path / "shop.dxf"))
    assert {space.origin for space in found.spaces} == {Origin(found="outline", layer="SPACE")}
    assert {(wall.origin.found, wall.origin.lengths, wall.origin.layer) for wall in found.walls if wall.origin} == {
        ("faces", "drawn", "WALL")
    }
    assert {(door.origin.found, door.origin.lengths) for door in found.openings if door.origin} == {("arc", "jambs")}
    assert {(thing.origin.found, thing.origin.name) for thing in found.fixtures if thing.origin} == {
        ("block", "洗手池"),
        ("block", "灶台"),
    }


def test_a_wall_names_the_lines_it_was_made_of(shop: Any, tmp_path: Path) -> None:
    """The handles are of lines on the wall layer that lie along the wall."""
    path = shop.draw(tmp_path / "shop.dxf")
    document = ezdxf.readfile(path)
    for wall in _storey(path).walls:
        assert wall.origin is not None
        assert wall.origin.entities
        assert {document.entitydb[handle].dxf.layer for handle in wall.origin.entities} == {"WALL"}


def test_rooms_enclosed_by_single_lines_are_as_unsure_as_the_walls_are_thick(shop: Any, tmp_path: Path) -> None:
    """Where a thickness is assumed, walls say so, and the rooms between them say by how much they may be off."""
    shop.rooms, shop.centre_lines = False, True
    found = _storey(shop.draw(tmp_path / "shop.dxf"))
    assert {(wall.origin.found, wall.origin.lengths) for wall in found.walls if wall.origin} == {("line", "assumed")}
    assert {(space.origin.found, space.origin.length_uncertainty) for space in found.spaces if space.origin} == {("walls", 0.1)}


def test_a_width_from_a_name_alone_is_nominal(shop: Any, tmp_path: Path) -> None:
    """A block without lines is as wide as its name says, give or take a frame; its neighbours are as the drawing says."""
    shop.doors[1].gap, shop.doors[1].drawn, shop.doors[1].name = 0.0, 1.0, "DOOR_900"
    shop.change = lambda document, _model: document.blocks.get("DOOR_900").delete_all_entities()
    street, kitchen, *_ = _storey(shop.draw(tmp_path / "shop.dxf")).openings
    assert kitchen.origin == Origin(
        found="block", lengths="name", layer=kitchen.origin.layer, name="DOOR_900", length_uncertainty=0.05
    )
    assert street.origin is not None
    assert street.origin.length_uncertainty is None


def test_a_gap_is_found_as_a_gap(shop: Any, tmp_path: Path) -> None:
    """A door without any symbol is a gap between two jambs."""
    shop.change = lambda _document, model: [
        model.delete_entity(insert) for insert in list(model.query("INSERT")) if insert.dxf.layer == "DOOR"
    ]
    openings = _storey(shop.draw(tmp_path / "shop.dxf")).openings
    assert {opening.origin for opening in openings} == {Origin(found="gap", lengths="jambs")}


@pytest.mark.parametrize("suffix", [".plan.yaml", ".geojson"])
def test_origins_come_back_from_files_that_can_hold_them(shop: Any, tmp_path: Path, suffix: str) -> None:
    """Plan files and GeoJSON keep every origin."""
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    write_plan(plan, tmp_path / f"again{suffix}")
    assert read_plan(tmp_path / f"again{suffix}").storeys == plan.storeys


def test_svg_tells_layer_and_group(shop: Any, tmp_path: Path) -> None:
    """Read back from SVG, rooms are outlines of their layer and fixtures groups of their name."""
    write_plan(read_plan(shop.draw(tmp_path / "shop.dxf")), tmp_path / "again.svg")
    found = _storey(tmp_path / "again.svg")
    assert {(space.origin.found, space.origin.layer) for space in found.spaces if space.origin} == {("outline", "SPACE")}
    assert {thing.origin.found for thing in found.fixtures if thing.origin} == {"block"}
    assert {door.origin.lengths for door in found.openings if door.origin} == {"jambs"}


def test_a_feature_that_does_not_say_what_it_is_is_named(tmp_path: Path) -> None:
    """A bare polygon of a GeoJSON file is taken for a space, and the space says which feature it was."""
    ring = [[0, 0], [4, 0], [4, 3], [0, 3], [0, 0]]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    content = {"type": "FeatureCollection", "showroom": {"format": 1, "unit": "m"}, "features": [feature]}
    (tmp_path / "bare.geojson").write_text(json.dumps(content), encoding="utf-8")
    (space,) = read_plan(tmp_path / "bare.geojson").spaces
    assert space.origin == Origin(found="feature", entities=("feature 1",))


def test_inspect_tells_origins_as_data_and_in_words(shop: Any, tmp_path: Path) -> None:
    """Rooms, openings, fixtures and walls each carry theirs; the table says them in the language asked for."""
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    found = inspection(plan)
    assert found["openings"][0]["origin"] | {"name": "", "layer": ""} == {
        "found": "arc", "lengths": "jambs", "name": "", "layer": "",
    }  # fmt: skip
    assert all(wall["origin"]["entities"] for wall in found["walls"])
    assert "from the arc of its leaf, width between the jambs" in inspection_text(plan, "en")
    assert "按门扇弧线，宽度按墙线净距" in inspection_text(plan, "zh_CN")


def test_every_origin_has_words_in_both_languages() -> None:
    """Whatever a reader may say of an origin, people can read."""
    fields = Origin.model_json_schema()["properties"]
    for found in fields["found"]["enum"]:
        for lengths in (None, *fields["lengths"]["anyOf"][0]["enum"]):
            origin = Origin(found=found, lengths=lengths, layer="L", name="B", entities=("1A",), length_uncertainty=0.05)
            said = origin_said(origin)
            assert {
                language: "±50 mm" in said.in_(language) and "1A" in said.in_(language) for language in LANGUAGES
            } == dict.fromkeys(LANGUAGES, True)


def test_a_plan_without_origins_stays_silent() -> None:
    """What somebody wrote by hand needs none, and none is shown."""
    content = {"format": 1, "storeys": [{"id": "F1", "spaces": [{"id": "S1", "outline": [[0, 0], [4, 0], [4, 3]]}]}]}
    plan = Plan.model_validate_json(json.dumps(content))
    assert inspection(plan)["plan"]["spaces"][0]["origin"] is None
