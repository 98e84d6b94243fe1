"""Drawings of other programs and offices: TArch (天正) objects and layers, AIA layers, walls drawn by wide polylines."""

import struct
from pathlib import Path
from typing import Any

import pytest
import shapely

from showroom.domain.plan import Plan
from showroom.formats import read_plan

WIDE = [
    [(2.3, 0), (0, 0), (0, 5), (7.45, 5)],
    [(3.7, 0), (10, 0), (10, 5), (8.55, 5)],
    [(6, 0), (6, 1.5)],
    [(6, 2.5), (6, 5)],
    [(0, 3), (0.6, 3)],
    [(1.4, 3), (2, 3), (2, 5)],
]
"""The restaurant's walls by their middle lines, gaps for its doors left open, metres."""


@pytest.fixture
def walled(shop: Any) -> Any:
    """Return the restaurant without room outlines."""
    shop.rooms = False
    return shop


def _areas(plan: Plan) -> dict[str, float]:
    return {space.use: shapely.Polygon(space.outline, space.holes).area for space in plan.spaces}


def _of_another_program(path: Path, kind: str, layer: str, lines: list[tuple[tuple[float, float], tuple[float, float]]]) -> None:
    """Add one object of a sort only its own program knows, with these lines as the picture it brings along."""
    picture = b"".join(
        struct.pack("<3L6d", 60, 6, 2, ax, ay, 0.0, bx, by, 0.0) for (ax, ay), (bx, by) in lines
    )  # size, type 6 (polyline), number of points, points
    whole = struct.pack("<2L", 8 + len(picture), len(lines)) + picture
    rows = [whole[start : start + 127].hex().upper() for start in range(0, len(whole), 127)] if lines else []
    tags = [("0", kind), ("5", "ABCDE"), ("330", "17"), ("100", "AcDbEntity"), ("8", layer)]
    tags += [("160", str(len(whole))), *(("310", row) for row in rows)] if rows else []
    text = path.read_text(encoding="utf-8")
    head, _, tail = text.rpartition("  0\nENDSEC\n  0\nSECTION\n  2\nOBJECTS\n")
    written = "".join(f"{code:>3}\n{value}\n" for code, value in [*tags, ("100", "TDbEntity")])
    path.write_text(f"{head}{written}  0\nENDSEC\n  0\nSECTION\n  2\nOBJECTS\n{tail}", encoding="utf-8")


def test_objects_of_another_program_are_counted_with_a_remedy(shop: Any, tmp_path: Path) -> None:
    """A TArch wall without a picture is counted by its layer, and a note says how to export the drawing so that it is read."""
    path = shop.draw(tmp_path / "shop.dxf")
    _of_another_program(path, "TCH_WALL", "WALL", [])
    source = read_plan(path).source
    assert [(one.what, one.where, one.count) for one in source.not_understood if one.what == "proxy"] == [("proxy", "WALL", 1)]
    note = next(note for note in source.notes if note.code == "proxy-objects")
    assert "图形导出" in note.text.in_("zh_CN")
    assert "T3" in note.text.in_("en")


def test_the_picture_another_programs_object_brings_is_read(walled: Any, tmp_path: Path) -> None:
    """Where a TArch wall brings lines for programs that do not know it, they are read on its layer like any others."""
    whole = read_plan(walled.draw(tmp_path / "whole.dxf"))
    lines: list[Any] = []

    def without_walls(_document: Any, model: Any) -> None:
        for line in list(model.query('LINE[layer=="WALL"]')):
            lines.append(((line.dxf.start.x, line.dxf.start.y), (line.dxf.end.x, line.dxf.end.y)))
            model.delete_entity(line)

    walled.change = without_walls
    path = walled.draw(tmp_path / "shop.dxf")
    _of_another_program(path, "TCH_WALL", "WALL", lines)
    plan = read_plan(path)
    assert _areas(plan) == pytest.approx(_areas(whole), rel=1e-6)
    assert not any(one.what in ("proxy", "TCH_WALL") for one in plan.source.not_understood)


def test_doors_and_windows_on_one_layer_are_told_apart(walled: Any, tmp_path: Path) -> None:
    """On a layer 门窗 or OPENING a block that sweeps a quarter circle is a door; TArch's window blocks say what they are."""

    def on_one_layer(document: Any, model: Any) -> None:
        for number, insert in enumerate(model.query('INSERT[layer=="DOOR"]')):
            document.blocks.rename_block(insert.dxf.name, f"B{number}")
            insert.dxf.name = f"B{number}"
            insert.dxf.layer = "门窗" if number % 2 else "OPENING"
        pane = document.blocks.new("$WinLib2D$00000001")
        pane.add_lwpolyline([(-600, -100), (600, -100), (600, 100), (-600, 100)], close=True)
        model.add_blockref(pane.name, (8000, 0), dxfattribs={"layer": "门窗"})

    walled.change = on_one_layer
    plan = read_plan(walled.draw(tmp_path / "shop.dxf"))
    assert sorted((one.kind, round(one.width, 3)) for one in plan.openings) == [
        ("door", 0.8), ("door", 1.0), ("door", 1.1), ("door", 1.4), ("window", 1.2),
    ]  # fmt: skip


@pytest.mark.parametrize("layer", ["LVTRY", "A-FURN", "A-FLOR-PFIX", "卫浴"])
def test_layers_of_furniture_and_fittings_are_known(walled: Any, tmp_path: Path, layer: str) -> None:
    """Blocks on layers of AIA and TArch for fittings are fixtures: known by name, or counted as of unknown name."""

    def add(document: Any, model: Any) -> None:
        document.blocks.new("Q17").add_circle((0, 0), 200)
        model.add_blockref("Q17", (7000, 1000), dxfattribs={"layer": layer})

    walled.change = add
    plan = read_plan(walled.draw(tmp_path / "shop.dxf"))
    assert [(one.what, one.where) for one in plan.source.not_understood if one.what == "fixture-unknown"] == [
        ("fixture-unknown", "Q17")
    ]


def test_a_wide_polyline_is_a_wall_of_that_width(walled: Any, tmp_path: Path) -> None:
    """Walls drawn by one polyline with a width have their faces where its edges are, not on its middle line."""
    whole = read_plan(walled.draw(tmp_path / "whole.dxf"))

    def by_width(_document: Any, model: Any) -> None:
        for line in list(model.query('LINE[layer=="WALL"]')):
            model.delete_entity(line)
        for points in WIDE:
            wall = model.add_lwpolyline([(x * 1000, y * 1000) for x, y in points], dxfattribs={"layer": "WALL"})
            wall.dxf.const_width = 200

    walled.change = by_width
    plan = read_plan(walled.draw(tmp_path / "wide.dxf"))
    assert _areas(plan) == pytest.approx(_areas(whole), rel=1e-3)
    assert {round(wall.thickness, 3) for wall in plan.storeys[0].walls} == {0.2}
    assert not any(space.proposal for space in plan.spaces)


@pytest.mark.parametrize("off", [-100, 100])
def test_an_outline_round_the_whole_premises_does_not_hide_the_rooms(walled: Any, tmp_path: Path, off: int) -> None:
    """One polyline on the space layer round walls and doors is no room; the rooms come from the walls, and a note says so."""
    whole = read_plan(walled.draw(tmp_path / "whole.dxf"))

    def add(_document: Any, model: Any) -> None:
        corners = [(off, off), (10_000 - off, off), (10_000 - off, 5000 - off), (off, 5000 - off)]
        model.add_lwpolyline(corners, close=True, dxfattribs={"layer": "SPACE"})

    walled.change = add
    plan = read_plan(walled.draw(tmp_path / "round.dxf"))
    assert _areas(plan) == pytest.approx(_areas(whole))
    assert "outline-round-rooms" in [note.code for note in plan.source.notes]
    assert [one.count for one in plan.source.not_understood if one.what == "outline-round-rooms"] == [1]
