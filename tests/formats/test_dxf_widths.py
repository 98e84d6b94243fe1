"""The clear width of a drawn door: the gap between jambs, else block or arc, else attribute, else name."""

from pathlib import Path
from typing import Any

import pytest

from showroom.domain.plan import Opening, Plan
from showroom.formats import read_plan
from showroom.formats.drawing_words import names_exit, role_of, width_in_name, width_in_text


def _kitchen_door(shop: Any, path: Path) -> tuple[Plan, Opening]:
    plan = read_plan(shop.draw(path / "shop.dxf"))
    return plan, list(plan.openings)[1]


def _disagreements(plan: Plan) -> list[str]:
    return [note.where for note in plan.source.notes if note.code == "width-disagrees"]


@pytest.mark.parametrize("width", [0.79, 0.89, 1.2])
def test_a_door_narrowed_as_a_whole_has_the_new_width(shop: Any, tmp_path: Path, width: float) -> None:
    """Gap and block changed alike: that width, and no disagreement."""
    shop.doors[1].gap = width
    plan, door = _kitchen_door(shop, tmp_path)
    assert door.width == pytest.approx(width, abs=1e-6)
    assert _disagreements(plan) == []


def test_the_gap_goes_before_the_block(shop: Any, tmp_path: Path) -> None:
    """Only the wall narrowed: the gap counts, and a note tells of the block."""
    shop.doors[1].gap, shop.doors[1].drawn = 0.79, 1.0
    plan, door = _kitchen_door(shop, tmp_path)
    assert door.width == pytest.approx(0.79, abs=1e-6)
    assert _disagreements(plan) == [door.id]


def test_a_block_narrowed_in_a_wide_gap_does_not_count(shop: Any, tmp_path: Path) -> None:
    """Only the block scaled: the gap still counts, and a note tells of the block."""
    shop.doors[1].scale = (0.79, 0.79)
    plan, door = _kitchen_door(shop, tmp_path)
    assert door.width == pytest.approx(1.0, abs=1e-6)
    assert _disagreements(plan) == [door.id]


@pytest.mark.parametrize("apart", [0.019, -0.019])
def test_twenty_millimetres_are_no_disagreement(shop: Any, tmp_path: Path, apart: float) -> None:
    """Up to 20 mm between gap and block are drafting."""
    shop.doors[1].drawn = 1.0 + apart
    plan, door = _kitchen_door(shop, tmp_path)
    assert door.width == pytest.approx(1.0, abs=1e-6)
    assert _disagreements(plan) == []


@pytest.mark.parametrize("arc", [True, False])
def test_without_a_gap_the_scaled_block_counts(shop: Any, tmp_path: Path, arc: bool) -> None:
    """Wall lines drawn through the door leave the block, after scaling."""
    door = shop.doors[1]
    door.gap, door.drawn, door.scale, door.arc = 0.0, 1.0, (0.85, 0.85), arc
    _, read = _kitchen_door(shop, tmp_path)
    assert read.width == pytest.approx(0.85, abs=1e-4)


def test_without_gap_and_block_the_attribute_counts(shop: Any, tmp_path: Path) -> None:
    """An empty block with an attribute WIDTH is as wide as that says."""
    shop.doors[1].gap, shop.doors[1].drawn, shop.doors[1].attribute, shop.doors[1].name = 0.0, 1.0, "870", "DOOR_900"
    shop.change = lambda document, _model: document.blocks.get("DOOR_900").delete_all_entities()
    _, door = _kitchen_door(shop, tmp_path)
    assert door.width == pytest.approx(0.87)


def test_without_anything_else_the_name_counts(shop: Any, tmp_path: Path) -> None:
    """An empty block is as wide as its name says."""
    shop.doors[1].gap, shop.doors[1].drawn, shop.doors[1].name = 0.0, 1.0, "DOOR_900"
    shop.change = lambda document, _model: document.blocks.get("DOOR_900").delete_all_entities()
    _, door = _kitchen_door(shop, tmp_path)
    assert door.width == pytest.approx(0.9)


def test_a_door_beside_a_corner_is_bounded_by_the_wall_across(shop: Any, tmp_path: Path) -> None:
    """Where the gap ends at another wall's face, that face is the jamb."""
    shop.doors[1].middle = (6.0, 0.1 + 0.5)
    _, door = _kitchen_door(shop, tmp_path)
    assert door.width == pytest.approx(1.0, abs=1e-6)


def test_a_note_says_what_clear_width_means(shop: Any, tmp_path: Path) -> None:
    """Every drawing with doors carries the note that widths are as drawn."""
    plan, _ = _kitchen_door(shop, tmp_path)
    assert "clear-width-as-drawn" in [note.code for note in plan.source.notes]


@pytest.mark.parametrize(
    ("name", "width"),
    [("DOOR_900", 0.9), ("M0921", 0.9), ("FM乙1221", 1.2), ("门1000", 1.0), ("DOOR", None), ("DOOR_12", None), ("D99999", None)],
)
def test_names_tell_widths(name: str, width: float | None) -> None:
    """`DOOR_900` and `M0921` are 900 mm wide; a number that is no width is none."""
    assert width_in_name(name) == width


@pytest.mark.parametrize(
    ("text", "width"), [("900", 0.9), ("0.9", 0.9), ("900 mm", 0.9), ("90cm", 0.9), ("900x2100", 0.9), ("wide", None), ("0", None)]
)
def test_attributes_tell_widths(text: str, width: float | None) -> None:
    """An attribute may give millimetres, centimetres or metres."""
    assert width_in_text(text) == (pytest.approx(width) if width else None)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("WALL", "wall"), ("a-wall", "wall"), ("0-WALL-新建", "wall"), ("WALLS", "wall"), ("承重墙", "wall"),
        ("DOOR_WIN", "door"),
        ("A-GLAZ", "window"),
        ("柱", "column"), ("UNITS", "space"), ("P-SANR", "fixture"), ("0", None), ("OUTDOOR", None), ("UNITED", None),
        ("TEXT", None),
    ],
)  # fmt: skip
def test_layer_words_are_whole_words(name: str, role: str | None) -> None:
    """Latin words are bounded by anything that is no letter, a plural s allowed; Chinese words stand anywhere."""
    assert role_of(name) == role


@pytest.mark.parametrize(
    ("text", "is_exit"),
    [("安全出口", True), ("EXIT", True), ("Exits", True), ("出口标志", False), ("EXITING", False), ("exit sign", False)],
)
def test_exit_labels(text: str, is_exit: bool) -> None:
    """A text that marks an exit does, the name of the sign does not."""
    assert names_exit(text) is is_exit


@pytest.mark.parametrize("faces", [(5900,), (5900, 6100)])
@pytest.mark.parametrize("width", [0.79, 1.0])
def test_a_threshold_on_the_wall_layer_is_no_wall(shop: Any, tmp_path: Path, faces: tuple[int, ...], width: float) -> None:
    """Lines drawn across the opening along the wall neither close it nor hide its jambs."""
    shop.doors[1].gap = width

    def add(_document: Any, model: Any) -> None:
        for x in faces:
            model.add_line((x, 2000 - 500 * width), (x, 2000 + 500 * width), dxfattribs={"layer": "WALL"})

    shop.change = add
    plan, door = _kitchen_door(shop, tmp_path)
    assert door.width == pytest.approx(width, abs=1e-6)
    assert len(plan.storeys[0].walls) == 7


@pytest.mark.parametrize("aside", [-0.15, 0.15])
def test_a_symbol_put_in_a_little_aside_still_finds_its_gap(shop: Any, tmp_path: Path, aside: float) -> None:
    """A block that stands off the middle of its opening does not change the clear width or the place of the opening."""
    shop.change = lambda _document, model: model.query("INSERT[name=='DOOR_1X']").first.translate(0, aside * 1000, 0)
    plan, door = _kitchen_door(shop, tmp_path)
    assert (round(door.width, 6), round(door.at, 6)) == (1.0, 2.0)
    assert _disagreements(plan) == []
