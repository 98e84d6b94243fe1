"""A drawing that is damaged, endless or absurd ends in one clear sentence or a safe result: no traceback, no hang."""

import itertools
import math
from pathlib import Path
from typing import Any

import ezdxf
import pytest
import shapely

from benchmarks import hostile
from showroom.domain.errors import InputError
from showroom.formats import dxf_file, limits, read_plan, table


def _refused(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_plan(path)
    assert all(problem.place.startswith(str(path)) for problem in caught.value.problems)
    assert all(problem.reason and problem.remedy for problem in caught.value.problems)
    return str(caught.value)


def _outcome(path: Path) -> str:
    try:
        return "read" if list(read_plan(path).spaces) else "read as nothing"
    except InputError:
        return "refused"


def test_every_hostile_drawing_is_refused_or_read_safely(shared_data: Path) -> None:
    """Real damaged files of other people: each gives a plan or an `InputError` that names the file."""
    files = sorted((shared_data / "hostile").rglob("*.dxf"))
    assert files
    for path in files:
        assert _outcome(path) == "read" or _refused(path)


@pytest.mark.parametrize("share", [0.99, 0.7, 0.3, 0.05])
def test_a_drawing_that_breaks_off_is_refused(shop: Any, tmp_path: Path, share: float) -> None:
    """A truncated file is not read in part: a missing door would be worse than no answer."""
    content = shop.draw(tmp_path / "shop.dxf").read_bytes()
    cut = tmp_path / "cut.dxf"
    cut.write_bytes(content[: int(len(content) * share)])
    assert "breaks off" in _refused(cut)


def test_a_binary_drawing_is_read_and_refused_when_cut(shop: Any, tmp_path: Path) -> None:
    """The binary form of DXF is read like the other; cut, it is refused."""
    document = ezdxf.readfile(shop.draw(tmp_path / "shop.dxf"))
    path = tmp_path / "binary.dxf"
    document.saveas(path, fmt="bin")
    assert len(list(read_plan(path).spaces)) == 3
    path.write_bytes(path.read_bytes()[:-200])
    assert "breaks off" in _refused(path)


def test_a_dwg_in_disguise_is_named(tmp_path: Path) -> None:
    """A DWG that was renamed is told apart from a broken DXF."""
    path = tmp_path / "plan.dxf"
    path.write_bytes(b"AC1032\0\0\0" + bytes(500))
    assert "DWG" in _refused(path)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(100), b"hello", b"%PDF-1.7\n"])
def test_what_is_no_drawing_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    """A picture, a text or a PDF with the suffix .dxf is refused."""
    path = tmp_path / "plan.dxf"
    path.write_bytes(content)
    assert "not a DXF drawing" in _refused(path)


def test_damage_that_can_be_repaired_is_repaired_and_told(shop: Any, tmp_path: Path) -> None:
    """A structural error is mended by ezdxf's recovery, and a note says that something was."""
    path = shop.draw(tmp_path / "shop.dxf")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  0\nSECTION\n  2\nCLASSES\n", "  0\nSECTIOX\n  2\nCLASSES\n", 1), encoding="utf-8")
    plan = read_plan(path)
    assert "file-repaired" in [note.code for note in plan.source.notes]
    assert len(list(plan.spaces)) == 3


def test_blocks_that_contain_each_other_do_not_hang(shop: Any, tmp_path: Path) -> None:
    """A cycle of blocks is followed once and counted."""

    def tie(document: Any, model: Any) -> None:
        first, second = document.blocks.new("RING_A"), document.blocks.new("RING_B")
        first.add_blockref("RING_B", (0, 0))
        second.add_blockref("RING_A", (0, 0))
        model.add_blockref("RING_A", (0, 0))
        model.add_blockref("RING_A", (0, 0), dxfattribs={"layer": "DOOR"})

    shop.change = tie
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert len(list(plan.spaces)) == 3
    assert [one.count for one in plan.source.not_understood if one.what == "block-cycle"] == [1]


def test_blocks_fifty_deep_are_cut_off_and_counted(shop: Any, tmp_path: Path) -> None:
    """Nesting beyond the limit is left out, counted."""

    def nest(document: Any, model: Any) -> None:
        for depth in range(50):
            block = document.blocks.new(f"N{depth}")
            if depth:
                block.add_blockref(f"N{depth - 1}", (0, 0))
        model.add_blockref("N49", (0, 0))

    shop.change = nest
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert [one.count for one in plan.source.not_understood if one.what == "block-too-deep"] == [1]


def test_a_bomb_of_blocks_is_refused(shop: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten levels of ten references each are more than can be read; the message says so before the machine is full."""

    def bomb(document: Any, model: Any) -> None:
        document.blocks.new("B0").add_line((0, 0), (1, 1))
        for level in range(1, 10):
            block = document.blocks.new(f"B{level}")
            for _ in range(10):
                block.add_blockref(f"B{level - 1}", (0, 0))
        model.add_blockref("B9", (0, 0))

    monkeypatch.setattr(limits, "DXF_PLACED", 20_000)
    shop.change = bomb
    with pytest.raises(InputError, match="blocks of this drawing"):
        table.read_plan_here(shop.draw(tmp_path / "shop.dxf"))


def test_too_many_entities_are_counted_before_they_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A million references cost a glance, for they are counted in the bytes; the parser is never asked."""
    monkeypatch.setattr(limits, "DXF_ENTITIES", 500)
    monkeypatch.setattr(dxf_file.ezdxf, "readfile", lambda _path: pytest.fail("the file was parsed"))
    path = tmp_path / "many.dxf"
    path.write_text(hostile.document(hostile.insert("A") * 1000, hostile.block("A", hostile.line())))
    with pytest.raises(InputError, match="more than 500 things"):
        table.read_plan_here(path)


def test_what_a_text_says_beyond_its_beginning_is_not_searched(shop: Any, tmp_path: Path) -> None:
    """A text of a million characters names nothing by what stands at its end, and takes no time."""
    long = "x" * limits.TEXT + "一层平面图"

    def add(_document: Any, model: Any) -> None:
        model.add_text(long, height=250, dxfattribs={"insert": (20_000, 20_000)})

    shop.change = add
    plan = table.read_plan_here(shop.draw(tmp_path / "shop.dxf"))
    assert [storey.level for storey in plan.storeys] == [None]


def test_walls_that_all_cross_each_other_end_in_a_sentence(tmp_path: Path) -> None:
    """Lines that meet each other millions of times are not parted at every crossing; no room is found, and that is said."""
    fan = "".join(f"0\nLINE\n8\nWALL\n10\n0\n20\n{n}\n11\n10000\n21\n{(n * 7919) % 3000}\n" for n in range(3000))
    path = tmp_path / "fan.dxf"
    path.write_text(hostile.document(fan))
    with pytest.raises(InputError, match="no room was found"):
        table.read_plan_here(path)


def test_coordinates_that_are_no_numbers_are_left_out_and_counted(shop: Any, tmp_path: Path) -> None:
    """NaN, infinity and 1e30 in one wall line do not spoil the rest."""

    def spoil(_document: Any, model: Any) -> None:
        for bad in (float("nan"), float("inf"), 1e30):
            model.add_line((bad, 0), (1, 1), dxfattribs={"layer": "WALL"})
        model.add_lwpolyline([(0, 0), (float("nan"), 0), (1, 1)], close=True, dxfattribs={"layer": "SPACE"})
        model.add_text("厨房", dxfattribs={"insert": (float("nan"), 0)})

    shop.change = spoil
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert [opening.width for opening in plan.openings] == [1.4, 1.0, 0.8, 1.1]
    assert sum(one.count for one in plan.source.not_understood if one.what == "bad-coordinates") == 5


def test_a_missing_block_and_an_xref_are_counted(shop: Any, tmp_path: Path) -> None:
    """A reference to nothing and an external file are listed by name."""

    def add(document: Any, model: Any) -> None:
        model.add_blockref("NOWHERE", (0, 0))
        document.add_xref_def("building.dwg", "BUILDING")
        model.add_blockref("BUILDING", (0, 0))

    shop.change = add
    counted = {(one.what, one.where) for one in read_plan(shop.draw(tmp_path / "shop.dxf")).source.not_understood}
    assert {("block-missing", "NOWHERE"), ("xref", "building.dwg")} <= counted


def test_a_huge_grid_of_blocks_is_read_in_part_and_counted(shop: Any, tmp_path: Path) -> None:
    """A reference with a million rows and columns is cut off at the limit; what is left out is counted."""

    def grid(document: Any, model: Any) -> None:
        document.blocks.new("DOT").add_point((0, 0))
        dots = {"row_count": 1000, "column_count": 1000, "row_spacing": 1, "column_spacing": 1}
        model.add_blockref("DOT", (0, 0), dxfattribs=dots)

    shop.change = grid
    counted = {(one.what, one.where): one.count for one in read_plan(shop.draw(tmp_path / "shop.dxf")).source.not_understood}
    assert counted["block-rows", "DOT"] == 990_000


def test_an_outline_that_crosses_itself_is_no_room(shop: Any, tmp_path: Path) -> None:
    """A bow tie on the space layer is counted, not guessed at."""
    shop.change = lambda _document, model: model.add_lwpolyline(
        [(20000, 0), (24000, 4000), (24000, 0), (20000, 4000)], close=True, dxfattribs={"layer": "SPACE"}
    )
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert len(list(plan.spaces)) == 3
    assert ("crossed-outline", 1) in {(one.what, one.count) for one in plan.source.not_understood}


def test_an_outline_drawn_twice_is_one_room(shop: Any, tmp_path: Path) -> None:
    """The same room on two layers counts once."""
    shop.change = lambda _document, model: model.add_lwpolyline(
        [(6100, 100), (9900, 100), (9900, 4900), (6100, 4900)], close=True, dxfattribs={"layer": "ROOM"}
    )
    assert len(list(read_plan(shop.draw(tmp_path / "shop.dxf")).spaces)) == 3


def test_an_outline_round_all_rooms_is_no_room(shop: Any, tmp_path: Path) -> None:
    """The gross outline of the premises is counted, not taken for a room."""
    shop.change = lambda _document, model: model.add_lwpolyline(
        [(-100, -100), (10100, -100), (10100, 5100), (-100, 5100)], close=True, dxfattribs={"layer": "A-AREA"}
    )
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert sorted(space.use for space in plan.spaces) == ["cooking", "dining", "toilet"]
    assert "outline-round-rooms" in [one.what for one in plan.source.not_understood]


def test_what_lies_kilometres_away_is_left_out_and_counted(shop: Any, tmp_path: Path) -> None:
    """A stray wall far from the rooms does not stretch the plan."""
    shop.change = lambda _document, model: model.add_line((1e11, 0), (1e11, 5000), dxfattribs={"layer": "WALL"})
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert ("far-away", "walls", 1) in {(one.what, one.where, one.count) for one in plan.source.not_understood}
    assert len(plan.storeys[0].walls) == 7


def test_names_in_an_undeclared_code_page_are_read(shop: Any, tmp_path: Path) -> None:
    """Old Chinese drawings hold GBK bytes under another code page; their words are still found."""
    path = shop.draw(tmp_path / "shop.dxf")
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    assert sorted(space.use for space in read_plan(path).spaces) == ["cooking", "dining", "toilet"]


def test_an_outline_of_ten_thousand_corners_is_thinned_out(shop: Any, tmp_path: Path) -> None:
    """A finely digitised outline is one room, within a millimetre or two."""
    circle = [(20000 + 3000 * math.cos(n / 2000 * math.pi), 3000 * math.sin(n / 2000 * math.pi)) for n in range(4000)]
    fine = [point for pair in itertools.pairwise([*circle, circle[0]]) for point in _between(*pair)]
    shop.change = lambda _document, model: model.add_lwpolyline(fine, close=True, dxfattribs={"layer": "SPACE"})
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    round_room = list(plan.spaces)[3]
    assert len(round_room.outline) < 1000
    assert shapely.Polygon(round_room.outline).area == pytest.approx(math.pi * 9, rel=2e-3)


def _between(first: tuple[float, float], second: tuple[float, float]) -> list[tuple[float, float]]:
    return [(first[0] + (second[0] - first[0]) * n / 3, first[1] + (second[1] - first[1]) * n / 3) for n in range(3)]


def test_things_of_an_unknown_sort_are_counted_by_their_name(shop: Any, tmp_path: Path) -> None:
    """A sort of entity nobody knows, or one with a broken name, is counted and does not stop the reading."""
    path = shop.draw(tmp_path / "shop.dxf")
    text = path.read_text(encoding="utf-8")
    start = text.index("ENTITIES")
    path.write_text(text[:start] + text[start:].replace("\nTEXT\n", "\nTEXTILE\n", 1), encoding="utf-8")
    plan = read_plan(path)
    assert ("TEXTILE", 1) in {(one.what, one.count) for one in plan.source.not_understood}
    assert [space.name for space in plan.spaces].count("") == 1


def test_an_outline_without_points_is_counted(shop: Any, tmp_path: Path) -> None:
    """A polyline that lost all its points is left out and counted."""
    shop.version = "R12"
    path = shop.draw(tmp_path / "shop.dxf")
    text = path.read_text(encoding="cp1252")
    first = text.index("VERTEX", text.index("ENTITIES"))
    last = text.index("SEQEND", first)
    path.write_text(text[:first] + text[last:], encoding="cp1252")
    plan = read_plan(path)
    assert sorted(space.use for space in plan.spaces) == ["cooking", "toilet"]
    assert ("bad-coordinates", "SPACE", 1) in {(one.what, one.where, one.count) for one in plan.source.not_understood}


def test_more_doors_than_a_building_has_are_refused_at_once(tmp_path: Path) -> None:
    """Twenty thousand arcs on a layer of doors are no premises: they are counted, and nothing is compared with anything."""
    path = tmp_path / "doors.dxf"
    arcs = "".join(f"0\nARC\n8\nDOOR\n10\n{n}\n20\n0\n40\n900\n50\n0\n51\n90\n" for n in range(limits.OPENINGS + 1))
    path.write_text(hostile.document(arcs))
    with pytest.raises(InputError, match="doors and windows"):
        table.read_plan_here(path)
