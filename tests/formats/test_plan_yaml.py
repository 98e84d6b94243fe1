"""Plans in YAML: what is read, what is refused, and that writing and reading give the same plan back."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showroom.domain.errors import InputError
from showroom.domain.plan import Note, Plan, Source, Storey
from showroom.domain.text import Text
from showroom.formats import read_plan, read_scene, write_plan, write_scene
from showroom.formats.plan_yaml import write_plan_yaml
from showroom.formats.yaml_nodes import parse
from showroom.formats.yaml_text import Layout, to_yaml

ROOT = Path(__file__).resolve().parents[2]

EXAMPLE = """\
format: 1
name: 渔人码头小馆
north: 90
source: {kind: drawn, length_uncertainty: 0 mm}
storeys:
  - id: F1
    level: 1                 # 1 ground floor, 2 above it, -1 basement
    height: 3.0
    walls:    [{id: W1, axis: [[0, 0], [8, 0]], thickness: 0.2, fire_rating_h: 2.0}]
    openings:
      - {id: D1, kind: door, wall: W1, at: 3.2, width: 900 mm, height: 2.1, hinge: left, swing: out, serves: S1, leads: outside}
    spaces:   [{id: S1, name: 厨房, use: cooking, outline: [[0, 0], [4, 0], [4, 3], [0, 3]], height: 2.8}]
    fixtures: [{id: X1, kind: hand-basin, at: [0.4, 0.4], size: [0.5, 0.4], angle: 0, labels: []}]
    columns:  [{id: C1, outline: [[0, 0], [0.3, 0], [0.3, 0.3]]}]
    stairs:   [{id: ST1, outline: [[1, 1], [2, 1], [2, 2]], width: 1.2, to: F2}]
"""


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_contracts_example_is_read(tmp_path: Path) -> None:
    """The plan as the contract shows it, lengths with a unit included."""
    plan = read_plan(_written(tmp_path / "x.plan.yaml", EXAMPLE))
    (opening,) = plan.openings
    assert (opening.width, opening.leads, opening.swing) == (0.9, "outside", "out")
    assert plan.source.path == str(tmp_path / "x.plan.yaml")
    assert len(plan.source.sha256) == 64


def test_json_gives_the_same_plan(tmp_path: Path) -> None:
    """The same data as JSON are the same plan."""
    yaml = read_plan(_written(tmp_path / "x.plan.yaml", EXAMPLE))
    as_json = read_plan(_written(tmp_path / "x.json", json.dumps(parse(EXAMPLE).data)))
    assert as_json.storeys == yaml.storeys


MISTAKES = {
    "a use nobody knows": (
        "use: cooking",
        "use: cookin",
        12,
        '"S1": storeys[0].spaces[0].use is "cookin"',
        'did you mean "cooking"?',
    ),
    "a kind nobody knows": (
        "hand-basin",
        "handbasin",
        13,
        'storeys[0].fixtures[0].kind is "handbasin"',
        'did you mean "hand-basin"?',
    ),
    "an opening past its wall": (
        "at: 3.2",
        "at: 7.9",
        11,
        'from 7.450 to 8.350 m along wall "W1", which is 8.000 m long',
        "middle",
    ),
    "a room that is not there": (
        "serves: S1",
        "serves: S2",
        11,
        'serves is "S2", which is no space of this storey',
        "known here: S1",
    ),
    "a bow tie": ("[4, 3], [0, 3]]", "[0, 3], [4, 3]]", 12, "is not a simple outline (Self-intersection", "in order"),
    "a flat room": ("[4, 3], [0, 3]]", "[3, 0], [2, 0]]", 12, "storeys[0].spaces[0].outline", "in order"),
    "a wall that is not there": ("wall: W1", "wall: W7", 11, 'opening "D1" is in wall "W7", which this storey does not have', ""),
    "an id twice": ("id: X1", "id: S1", 13, 'the id "S1" is used twice', "give each thing an id of its own"),
    "no width": ("width: 900 mm", "width: 0", 11, '"D1": storeys[0].openings[0].width is 0, more than 0 was expected', "correct"),
    "an unknown key": ("hinge: left", "hinges: left", 11, "openings[0].hinges is not a key known here", 'did you mean "hinge"?'),
    "a missing key": ("thickness: 0.2, ", "", 9, '"W1": storeys[0].walls[0].thickness is missing', 'add "thickness: …"'),
    "a number for an id": ("id: C1", "id: 12", 14, "columns[0].id is 12, a text was expected", 'put it in quotes: "12"'),
    "half a point": ("at: [0.4, 0.4]", "at: [0.4]", 13, "fixtures[0].at[1] is missing", ""),
    "beyond the world": ("[8, 0]]", "[8e9, 0]]", 9, "axis[1][0] is 8000000000.0, at most 1000000 was expected", "correct"),
    "infinity": ("[8, 0]]", "[.inf, 0]]", 9, "axis[1][0] is inf, an ordinary number was expected", "number"),
    "two storeys missing": ("    walls: ", "    wals: ", 9, "storeys[0].wals is not a key known here", 'did you mean "walls"?'),
}


@pytest.mark.parametrize(("old", "new", "line", "reason", "remedy"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_told_at_their_line(tmp_path: Path, old: str, new: str, line: int, reason: str, remedy: str) -> None:
    """Each mistake names the line, the place in the plan, what is wrong, and what to write."""
    path = _written(tmp_path / "x.plan.yaml", EXAMPLE.replace(old, new))
    with pytest.raises(InputError) as caught:
        read_plan(path)
    problem = next(problem for problem in caught.value.problems if reason in problem.reason)
    assert problem.place == f"{path}:{line}"
    assert remedy in problem.remedy


def test_an_unknown_suffix_lists_what_can_be_read(tmp_path: Path) -> None:
    """A DOCX is not a plan; the message names the suffixes that are."""
    with pytest.raises(InputError, match=r"ending in \".docx\" cannot be read as a plan; known suffixes: \.plan\.yaml.*\.dxf"):
        read_plan(_written(tmp_path / "x.docx", ""))
    with pytest.raises(InputError, match="this is a folder"):
        read_plan(tmp_path)
    with pytest.raises(InputError, match="without a suffix"):
        read_plan(tmp_path / "plan")


def test_a_written_plan_is_canonical(tmp_path: Path) -> None:
    """Contract order, defaults left out, one thing a line, numbers without noise."""
    plan = read_plan(
        _written(tmp_path / "x.plan.yaml", EXAMPLE.replace("width: 900 mm, height: 2.1", "width: 0.30000000000000004"))
    )
    write_plan(plan, tmp_path / "y.plan.yaml")
    assert (tmp_path / "y.plan.yaml").read_text(encoding="utf-8").splitlines() == [
        "format: 1",
        "name: 渔人码头小馆",
        "north: 90",
        "storeys:",
        "  - id: F1",
        "    level: 1",
        "    height: 3",
        "    walls:",
        "      - {id: W1, axis: [[0, 0], [8, 0]], thickness: 0.2, fire_rating_h: 2}",
        "    openings:",
        "      - {id: D1, kind: door, wall: W1, at: 3.2, width: 0.3, hinge: left, swing: out, serves: S1, leads: outside}",
        "    spaces:",
        "      - {id: S1, name: 厨房, use: cooking, outline: [[0, 0], [4, 0], [4, 3], [0, 3]], height: 2.8}",
        "    fixtures:",
        "      - {id: X1, kind: hand-basin, at: [0.4, 0.4], size: [0.5, 0.4]}",
        "    columns:",
        "      - {id: C1, outline: [[0, 0], [0.3, 0], [0.3, 0.3]]}",
        "    stairs:",
        "      - {id: ST1, outline: [[1, 1], [2, 1], [2, 2]], width: 1.2, to: F2}",
    ]


def test_a_drawing_keeps_everything_as_yaml(shared_data: Path, tmp_path: Path) -> None:
    """A DXF read and written as YAML is the same plan: storeys, unit, notes and what was not understood."""
    plan = read_plan(shared_data / "plans-drawn" / "food-base.clean.dxf")
    write_plan(plan, tmp_path / "x.plan.yaml")
    again = read_plan(tmp_path / "x.plan.yaml")
    assert again.storeys == plan.storeys
    assert again.source.notes == plan.source.notes
    assert (again.source.kind, again.source.unit) == ("dxf", "mm")


_numbers = st.integers(-(10**6), 10**6).map(lambda value: value / 1000)
_lengths = st.integers(1, 10**5).map(lambda value: value / 1000)
_texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.sampled_from(
    [
        "yes",
        "true",
        "null",
        "~",
        "1E5",
        "12",
        "0x1F",
        "- a",
        "a: b",
        "a #b",
        "#",
        "{",
        "[x]",
        "'",
        '"',
        "\\",
        "\n",
        " x ",
        "厨房",
        "",
        "-",
        "?",
        "<<",
    ]
)
_ids = st.lists(_texts.filter(bool), min_size=8, max_size=8, unique=True)


@st.composite
def _plans(draw: st.DrawFn) -> Plan:
    ids = draw(_ids)
    length = draw(st.integers(2000, 10**5)) / 1000
    x, y = draw(_numbers), draw(_numbers)
    wall: dict[str, Any] = {"id": ids[0], "axis": ((x, y), (round(x + length, 3), y)), "thickness": draw(_lengths)}
    opening = {
        "id": ids[1],
        "kind": draw(st.sampled_from(["door", "window", "hatch", "passage"])),
        "wall": ids[0],
        "at": 1.0,
        "width": 0.9,
    }
    opening |= draw(
        st.fixed_dictionaries(
            {}, optional={"swing": st.sampled_from(["in", "none"]), "leads": st.just("outside"), "screen": st.booleans()}
        )
    )
    opening |= {"labels": tuple(draw(st.lists(_texts, max_size=2))), "serves": draw(st.sampled_from([None, ids[2]]))}
    outline = ((x, y), (round(x + 4.5, 3), y), (round(x + 4.5, 3), round(y + 3.25, 3)))
    space = {"id": ids[2], "name": draw(_texts), "use": draw(st.sampled_from(["cooking", "other"])), "outline": outline}
    fixture = {
        "id": ids[3],
        "kind": "stove",
        "at": (x, y),
        "angle": draw(_numbers),
        "labels": tuple(draw(st.lists(_texts, max_size=2))),
    }
    level = draw(st.none() | st.integers(-3, 9))
    storey = Storey(id=ids[4], level=level, walls=(wall,), openings=(opening,), spaces=(space,), fixtures=(fixture,))
    note = Note(code=ids[5], text=Text({"zh_CN": "字" + draw(_texts), "en": draw(_texts)}), where=draw(_texts))
    return Plan(name=draw(_texts), north=draw(st.none() | _numbers), source=Source(notes=(note,)), storeys=(storey,))


@given(plan=_plans())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_what_was_written_gives_the_plan_back(tmp_path: Path, plan: Plan) -> None:
    """For any plan, names and texts of any characters included: read(write(plan)) is the plan."""
    path = tmp_path / "x.plan.yaml"
    write_plan_yaml(plan, path)
    again = read_plan(path)
    assert again.revise(source=again.source.revise(path="", sha256="")) == plan


@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
def test_any_text_is_written_so_that_it_reads_back(text: str) -> None:
    """Quoting never changes a text and never turns it into a number, a boolean or nothing."""
    note = Note(code="x", text=Text({"zh_CN": "字", "en": text}), where=text)
    data = parse(to_yaml(note, Layout())).data
    assert data.get("where", "") == text
    assert data["text"]["en"] == text


def test_the_scenes_of_the_checkout_survive_writing(tmp_path: Path) -> None:
    """Every scene.yaml and plan in scenes/ is read, written and read again without a difference."""
    folders = sorted(path.parent for path in (ROOT / "scenes").glob("*/scene.yaml"))
    if not folders:
        pytest.skip("no scene in this checkout yet")
    for folder in folders:
        scene = read_scene(folder)
        copy = tmp_path / folder.name
        copy.mkdir()
        shutil.copy(folder / "scene.yaml", copy)
        write_scene(scene, copy)
        assert read_scene(copy) == scene
        plan = read_plan(folder / scene.plan)
        write_plan(plan, copy / "p.plan.yaml")
        assert read_plan(copy / "p.plan.yaml").storeys == plan.storeys
