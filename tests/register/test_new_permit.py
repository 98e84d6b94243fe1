"""A new permit: a template that names what is still empty, and with files alone a permit like the others."""

import json
import shutil
from pathlib import Path

import pytest

from showroom.app.kiosk.catalogue import Catalogue
from showroom.home import requirements

PLAN = Path(__file__).resolve().parents[1] / "permits" / "plans" / "small-catering.compliant.plan.yaml"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the register, which is now the one in use."""
    shutil.copytree(requirements(), tmp_path / "requirements")
    monkeypatch.setenv("SHOWROOM_HOME", str(tmp_path))
    return tmp_path / "requirements"


def filled(text: str) -> str:
    """Fill what is empty, as a clerk would."""
    words = text.replace('zh_CN: ""', "zh_CN: 茶室").replace('en: ""', "en: Tea house")
    return words.replace('instrument: ""', "instrument: 茶室管理办法")


def test_a_draft_names_what_is_empty(own: Path, run) -> None:
    """Validation of a draft gives the line of everything still to be filled in, and the register goes on without it."""
    assert run("permits", "new", "tea-house")[0] == 0
    draft = own / "drafts" / "tea-house.yaml"
    status, told, _ = run("permits", "validate", str(draft))
    empty = {
        number for number, line in enumerate(draft.read_text(encoding="utf-8").splitlines(), 1) if '""' in line and line[0] != "#"
    }
    assert status == 1
    assert {int(line.split(":")[1]) for line in told.splitlines()} == empty
    assert run("permits", "validate")[0] == 0
    assert "tea-house" not in run("permits", "list")[1]


def test_a_permit_is_added_with_files_alone(own: Path, run, tmp_path: Path) -> None:
    """Filled in, moved and named by a question, it validates, is in the lobby, checks a plan and has a checklist."""
    run("permits", "new", "tea-house")
    draft = own / "drafts" / "tea-house.yaml"
    draft.write_text(filled(draft.read_text(encoding="utf-8")), encoding="utf-8")
    assert run("permits", "validate", str(draft)) == (0, "", "")
    draft.rename(own / "tea-house.yaml")
    questions = (own / "questions.yaml").read_text(encoding="utf-8")
    (own / "questions.yaml").write_text(
        questions.replace("permits: [small-catering", "permits: [tea-house, small-catering"), "utf-8"
    )
    assert run("permits", "validate") == (0, "", "")
    assert "tea-house" in [permit.id for permit in Catalogue.read().permits]
    report = json.loads(run("check", str(PLAN), "--permit", "tea-house", "--format", "json")[1])
    assert report["permit"]["id"] == "tea-house"
    outcomes = {finding["requirement"]: finding["outcome"] for finding in report["findings"]}
    assert outcomes["tea-house.size"] == "met"
    assert outcomes["fire.door.clear-width"] == "met"
    out = tmp_path / "list.html"
    assert run("checklist", str(PLAN), "--permit", "tea-house", "-o", str(out))[0] == 0
    assert out.read_text(encoding="utf-8").count("茶室") > 2


@pytest.mark.parametrize("name", ["Tea", "common", "../tea", "small-catering", "1tea", ""])
def test_an_id_that_cannot_be_is_refused(own: Path, run, name: str) -> None:
    """An id that is none, or taken, is refused in a sentence, and nothing is written."""
    before = sorted(own.rglob("*"))
    status, told, said = run("permits", "new", name)
    assert (status, told) == (2, "")
    assert "id" in said
    assert sorted(own.rglob("*")) == before


def test_a_draft_is_not_written_over(own: Path, run) -> None:
    """A second draft of the same id is refused; the first stays as it is."""
    run("permits", "new", "tea-house")
    draft = own / "drafts" / "tea-house.yaml"
    draft.write_text("mine", encoding="utf-8")
    assert run("permits", "new", "tea-house")[0] == 2
    assert draft.read_text(encoding="utf-8") == "mine"
