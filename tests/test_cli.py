"""The command line, driven as a person would: what it prints, where, and how it exits."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import ezdxf
import pytest

from showroom import cli

ROOT = Path(__file__).resolve().parent.parent
SHOP = ROOT / "scenes" / "hot-food-shop"
AS_OF = ("--as-of", "2026-11-23")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `showroom …` and gives (exit status, standard output, standard error)."""

    def call(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["showroom", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        captured = capsys.readouterr()
        return int(stop.value.code or 0), captured.out, captured.err

    return call


def check(run: Run, plan: object, *more: object, permit: str = "food-catering") -> tuple[int, str, str]:
    """Run `showroom check` on a plan."""
    return run("check", plan, "--permit", permit, *AS_OF, *more)


def test_the_sample_premises_are_compliant(run: Run) -> None:
    """The scene's own plan has nothing `not_met`, and the report is JSON and nothing else."""
    status, out, err = check(
        run, SHOP / "premises.plan.yaml", "--application", SHOP / "premises.application.yaml", "--format", "json"
    )
    report = json.loads(out)
    assert status in (0, 3)
    assert report["summary"]["not_met"] == 0
    assert report["summary"]["met"] >= 12
    assert err == ""


def test_the_faulty_variant_is_refused(run: Run) -> None:
    """The variant with deliberate mistakes exits 1 and the text names the door that is too narrow."""
    status, out, _ = check(
        run, SHOP / "variants" / "faulty.plan.yaml", "--application", SHOP / "premises.application.yaml", "--lang", "en"
    )
    assert status == 1
    assert "fire.door.clear-width" in out


def test_same_input_same_bytes(run: Run) -> None:
    """Two checks of one plan on one date give the same bytes."""
    words = (SHOP / "premises.plan.yaml", "--application", SHOP / "premises.application.yaml", "--format", "json")
    assert check(run, *words)[1] == check(run, *words)[1]


class TestTheSharedDrawing:
    """The drawing of the shared data, as it is and with one door of the way out narrowed."""

    @pytest.fixture
    def application(self, shared_data: Path) -> Path:
        """Return the drawing's application."""
        return shared_data / "plans-drawn" / "food-base.clean.application.yaml"

    @pytest.fixture
    def drawing(self, shared_data: Path) -> Path:
        """Return the drawing."""
        return shared_data / "plans-drawn" / "food-base.clean.dxf"

    def test_it_is_compliant_where_it_must_be(self, run: Run, drawing: Path, application: Path) -> None:
        """Exit 0 or 3 and no mandatory `not_met`; seven spaces with their areas."""
        status, out, _ = check(run, drawing, "--application", application, "--format", "json")
        report = json.loads(out)
        assert status in (0, 3)
        assert [f for f in report["findings"] if f["outcome"] == "not_met" and f["binding"] == "mandatory"] == []
        assert len(report["plan"]["spaces"]) == 7
        assert report["plan"]["gate"] == "rules"

    @pytest.mark.parametrize(("width", "binding", "margin"), [(790, "mandatory", -0.01), (890, "advisory", -0.01)])
    def test_a_narrowed_door_is_found(
        self, run: Run, drawing: Path, application: Path, tmp_path: Path, width: int, binding: str, margin: float
    ) -> None:
        """A door of the way out drawn at 0.79 m is a mandatory miss by 1 cm, at 0.89 m an advisory one by 1 cm."""
        narrowed = tmp_path / "narrowed.dxf"
        narrow_a_door(drawing, narrowed, width)
        status, out, _ = check(run, narrowed, "--application", application, "--format", "json")
        missed = [
            f for f in json.loads(out)["findings"] if f["requirement"] == "fire.door.clear-width" and f["outcome"] == "not_met"
        ]
        assert [(f["binding"], round(f["margin"], 4), f["measured"]["value"]) for f in missed] == [(binding, margin, width / 1000)]
        assert (status == 1) == (binding == "mandatory")


def narrow_a_door(drawing: Path, narrowed: Path, width: int) -> None:
    """Redraw the dining–kitchen door (1 m, at x = 8000, y = 2000) `width` mm wide: its block and its gap in the walls."""
    document = ezdxf.readfile(drawing)
    model = document.modelspace()
    block = document.blocks.new(f"DOOR_{width}")
    half = width / 2
    block.add_line((-half, 0), (-half, width))
    block.add_arc((-half, 0), width, 0, 90)
    block.add_line((-half, 0), (half, 0))
    for insert in model.query('INSERT[name=="DOOR_1000"]'):
        insert.dxf.name = f"DOOR_{width}"
    moved = {1500.0: 2000 - half, 2500.0: 2000 + half}
    for line in model.query('LINE[layer=="WALL"]'):
        for end in ("start", "end"):
            point = line.dxf.get(end)
            if round(point.x) in (7900, 8100) and round(point.y, 3) in moved:
                line.dxf.set(end, (point.x, moved[round(point.y, 3)]))
    document.saveas(narrowed)


def bad(tmp_path: Path, name: str, content: bytes) -> Path:
    """Write a file that cannot be used."""
    path = tmp_path / name
    path.write_bytes(content)
    return path


TRUNCATED_DXF = b"  0\nSECTION\n  2\nENTITIES\n  0\nLINE\n  8\nWALL\n 10\n0.0\n 2"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.dxf", None),
        ("folder.dxf", "folder"),
        ("empty.dxf", b""),
        ("empty.plan.yaml", b""),
        ("truncated.dxf", TRUNCATED_DXF),
        ("wrong-type.plan.yaml", b"format: 1\nstoreys:\n  - id: F1\n    height: tall\n"),
        ("unknown-key.plan.yaml", b"format: 1\nstorys: []\n"),
        ("rubbish.plan.yaml", b"\x00\xff\xfe{[" * 40),
        ("unclosed.plan.yaml", b"format: [1\n"),
        (
            "bomb.plan.yaml",
            b"a: &a [x,x,x,x]\n"
            + b"".join(b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % (c + 1, c + 1, *[c] * 7) for c in range(97, 112)),
        ),
        ("deep.plan.yaml", b"[" * 20000),
        ("shop.xyz", b"hello"),
    ],
)
def test_unusable_plans_are_refused_in_plain_words(run: Run, tmp_path: Path, name: str, content: object) -> None:
    """Exit 2, a sentence that names the file on standard error, nothing on standard output and no traceback."""
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        bad(tmp_path, name, content)
    output = tmp_path / "report.json"
    status, out, err = check(run, path, "--format", "json", "-o", output)
    assert status == 2
    assert out == ""
    assert name in err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()[0]) > len(str(path)) + 15
    assert not output.exists()


def test_a_refusal_is_said_in_chinese_and_english_or_in_english_alone(run: Run, tmp_path: Path) -> None:
    """Chinese first and English below it; with `--lang en` one line."""
    path = bad(tmp_path, "shop.dxf", b"hello")
    english = f"{path}: this is not a DXF drawing; export the plan as DXF and check that this is the file"
    chinese = f"{path}：这不是 DXF 图纸；请把平面图导出为 DXF，并确认选对了文件"
    assert run("inspect", path)[2].splitlines() == [chinese, english]
    assert run("inspect", path, "--lang", "en")[2].splitlines() == [english]


def test_a_drawing_without_a_room_is_refused_with_a_picture(run: Run, tmp_path: Path) -> None:
    """`inspect -o` draws what is there and why it is no plan, and exits 2; of what is no drawing there is no picture."""
    drawing = bad(tmp_path, "walls.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><g id="WALL"><path d="M0 0L90 0"/></g></svg>')
    assert run("inspect", drawing, "-o", tmp_path / "why.svg")[0] == 2
    assert "但没有围出房间" in (tmp_path / "why.svg").read_text(encoding="utf-8")
    assert run("inspect", bad(tmp_path, "no.dxf", b"hello"), "-o", tmp_path / "none.svg")[0] == 2
    assert not (tmp_path / "none.svg").exists()


def test_the_file_written_is_what_its_name_says(run: Run, tmp_path: Path) -> None:
    """`-o report.json` is JSON and `-o report.txt` text; a picture or PDF, which `checklist` writes, is refused."""
    plan = SHOP / "premises.plan.yaml"
    for name in ("report.json", "report.txt", "report.svg"):
        check(run, plan, "-o", tmp_path / name)
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["findings"]
    assert (tmp_path / "report.txt").read_text(encoding="utf-8").startswith("图纸检查结果")
    assert not (tmp_path / "report.svg").exists()
    status, _, err = check(run, plan, "-o", tmp_path / "report.pdf")
    assert status == 2
    assert "showroom checklist" in err


def test_a_mistake_is_named_with_its_line(run: Run, tmp_path: Path) -> None:
    """Every mistake of a file is said at once, each with its line and what to write instead."""
    path = bad(
        tmp_path,
        "two.plan.yaml",
        b"format: 1\nstoreys:\n  - id: F1\n    height: tall\n    spaces:\n      - {id: S1, outlin: [[0,0],[1,0],[1,1]]}\n",
    )
    _, _, err = check(run, path)
    assert re.search(r"two\.plan\.yaml:4: .*height", err)
    assert re.search(r"two\.plan\.yaml:6: .*outline", err)


def test_a_drawing_without_rooms_says_what_to_draw(run: Run, tmp_path: Path) -> None:
    """A DXF with one loose wall and no room polylines is refused, and the sentence says on which layer rooms are drawn."""
    document = ezdxf.new()
    document.modelspace().add_line((0, 0), (1000, 0), dxfattribs={"layer": "WALL"})
    path = tmp_path / "walls-only.dxf"
    document.saveas(path)
    status, _, err = check(run, path)
    assert status == 2
    assert "SPACE" in err


def test_an_unknown_permit_names_the_nearest(run: Run) -> None:
    """A permit that is not there is answered with the nearest ids."""
    status, _, err = check(run, SHOP / "premises.plan.yaml", permit="food-catring")
    assert status == 2
    assert "food-catering" in err


@pytest.mark.parametrize(
    "written",
    [
        "people: {seats: -3}",
        "premises: {storey_level: 1000000000}",
        "items: [pizza]",
        "site: {nearby: [{kind: school, distance: .nan}]}",
        "premises: {high_rise: maybe}",
    ],
)
def test_impossible_applications_are_refused(run: Run, tmp_path: Path, written: str) -> None:
    """Impossible values of an application are named with the file and exit 2."""
    application = bad(tmp_path, "mine.application.yaml", f"format: 1\n{written}\n".encode())
    status, out, err = check(run, SHOP / "premises.plan.yaml", "--application", application)
    assert status == 2
    assert out == ""
    assert "mine.application.yaml:2" in err


def test_a_model_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    """A GLB that is not one gives a sentence, and no picture is written."""
    picture = tmp_path / "view.png"
    status, _, err = run("render", bad(tmp_path, "scene.glb", b"not a model at all"), "-o", picture)
    assert status == 2
    assert "scene.glb" in err
    assert not picture.exists()


@pytest.mark.parametrize("words", [("--as-of", "yesterday"), ("--kind", "poem")])
def test_odd_options_are_refused(run: Run, tmp_path: Path, words: tuple[str, str]) -> None:
    """An option's value that cannot be used is named with what to write."""
    status, _, err = run("checklist", SHOP / "premises.plan.yaml", "--permit", "food-catering", "-o", tmp_path / "list.pdf", *words)
    assert status == 2
    assert words[0] in err
    assert not (tmp_path / "list.pdf").exists()


def test_the_checklist_is_written(run: Run, tmp_path: Path) -> None:
    """`checklist` exits 0 whatever the verdicts, and leaves a PDF that is the same bytes each time."""
    words = ("checklist", SHOP / "variants" / "faulty.plan.yaml", "--permit", "food-catering", *AS_OF, "-o")
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    assert run(*words, first)[0] == run(*words, second)[0] == 0
    assert first.read_bytes()[:5] == b"%PDF-"
    assert first.read_bytes() == second.read_bytes()


def test_the_register_can_be_read(run: Run) -> None:
    """`permits list` and `permits show` speak both languages and JSON."""
    assert "food-catering" in run("permits", "list")[1]
    listed = json.loads(run("permits", "list", "--format", "json")[1])
    assert "food-catering" in [row["id"] for row in listed]
    shown = run("permits", "show", "food-catering", "--lang", "en")[1]
    assert "fire.door.clear-width" in shown
    assert json.loads(run("permits", "show", "food-catering", "--format", "json")[1])["id"] == "food-catering"


def test_scenes_are_listed_and_validated(run: Run) -> None:
    """The bundled scene is listed, and is without problems."""
    assert "hot-food-shop" in run("scene", "list")[1]
    status, out, err = run("scene", "validate", "hot-food-shop", *AS_OF)
    assert (status, out, err) == (0, "", "")


def test_an_unknown_scene_names_those_there_are(run: Run) -> None:
    """A scene that is not there is answered with the nearest."""
    status, _, err = run("scene", "validate", "hot-food-shp")
    assert status == 2
    assert "hot-food-shop" in err


def test_a_plan_converted_is_the_same_plan(run: Run, tmp_path: Path) -> None:
    """A plan written out again is checked alike."""
    copy = tmp_path / "copy.plan.yaml"
    assert run("convert", SHOP / "premises.plan.yaml", copy)[0] == 0
    application = ("--application", SHOP / "premises.application.yaml", "--format", "json")
    ours, theirs = (json.loads(check(run, plan, *application)[1]) for plan in (SHOP / "premises.plan.yaml", copy))
    assert ours["findings"] == theirs["findings"]


def test_a_plan_full_of_mistakes_becomes_a_model_and_says_what_was_left_out(run: Run, tmp_path: Path) -> None:
    """Where `check` refuses the plan, `convert` to GLB builds what can be built and names the rest in both languages."""
    plan = tmp_path / "shop.plan.yaml"
    plan.write_text(
        "format: 1\nstoreys:\n  - id: F1\n    height: 3\n"
        "    walls: [{id: A, axis: [[0, 0], [5, 0]], thickness: 0.2}, {id: B, axis: [[5, 0], [5, 4]], thickness: 0.2}]\n"
        "    openings: [{id: D1, kind: door, wall: A, at: 2, width: 9}, {id: D2, kind: door, wall: B, at: 12, width: 1}]\n"
        "    spaces: [{id: S1, use: cooking, outline: [[0, 0], [5, 4], [5, 0], [0, 4]]}]\n",
        encoding="utf-8",
    )
    assert run("check", plan, "--permit", "food-catering")[0] == 2
    status, out, err = run("convert", plan, tmp_path / "shop.glb")
    assert (status, out) == (0, "")
    assert (tmp_path / "shop.glb").read_bytes()[:4] == b"glTF"
    assert "门窗洞口超出所属墙，截到墙端：D1" in err
    assert "openings that do not lie in their wall, left out: D2" in err
    assert "taken apart at the crossing: S1" in err


def test_help_teaches(run: Run) -> None:
    """Every command's help says in both languages what it does."""
    status, out, _ = run("--help")
    assert status == 0
    for command in ("kiosk", "clerk", "check", "checklist", "convert", "inspect", "render", "permits", "scene", "doctor"):
        assert command in out
    assert "Exit status" in run("check", "--help")[1]


def test_no_display_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a display the kiosk says so and points to `make demo`."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    status, _, err = run("kiosk")
    assert status == 2
    assert "make demo" in err
