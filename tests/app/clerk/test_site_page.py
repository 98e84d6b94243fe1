"""What came back from the site stands beside what was promised: the line, the view from where the list looks, and the photo."""

import base64
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from showroom import formats, home
from showroom.app.clerk.desk import desk_look
from showroom.app.clerk.site_page import SitePage, opened
from showroom.app.clerk.site_visit import SiteVisit, gather
from showroom.app.clerk.studio import Studio
from showroom.app.kiosk.stick_shelf import application_beside
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.errors import InputError, Problem
from showroom.domain.site_result import Photo
from showroom.reports.lines import Line, lines_of
from showroom.review import review
from showroom.view.recording_stage import RecordingStage

PLAN = home.scenes() / "small-eatery" / "premises.plan.yaml"
DAY = date(2026, 11, 24)


def _jpeg(width: int = 40, height: int = 30, **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "JPEG", **more)
    return out.getvalue()


@pytest.fixture(scope="module")
def lines() -> tuple[Line, ...]:
    """Return the lines of the list that was promised."""
    promised = review(formats.read_plan(PLAN), formats.read_permit("small-catering"), application_beside(PLAN), as_of=DAY)
    return lines_of(promised, formats.read_vocabulary(), "en")


@pytest.fixture(scope="module")
def door(lines: tuple[Line, ...]) -> Line:
    """Return a door whose width was promised."""
    return next(line for line in lines if line.item.requirement.id == "fire.door.clear-width" and line.finding)


def _phone(path: Path, *answers: dict[str, object], permit: str = "small-catering") -> Path:
    sha = hashlib.sha256(PLAN.read_bytes()).hexdigest()
    version = formats.read_permit(permit).version.isoformat()
    head = {"format": 1, "permit": permit, "permit_version": version, "plan_sha256": sha, "as_of": DAY.isoformat()}
    text = json.dumps({**head, "answers": answers})
    seal = hashlib.sha256(text.encode()).hexdigest()
    path.write_text(json.dumps({"showroom_result": 1, "sha256": seal, "result": text}), "utf-8")
    return path


@pytest.fixture(scope="module")
def visit(door: Line, tmp_path_factory: pytest.TempPathFactory) -> SiteVisit:
    """Return a visit in which a door was found too narrow, with two photos, and a line nobody knows was answered."""
    photos = [{"name": name, "content": base64.b64encode(_jpeg()).decode()} for name in ("a.jpg", "b.jpg")]
    found = {"key": door.key, "answer": "met", "measured": 0.7, "note": "thicker frame", "photos": photos}
    path = _phone(tmp_path_factory.mktemp("site") / "back.json", found, {"key": "nobody.knows", "answer": "met"})
    return gather([path], PLAN, "en")


@pytest.fixture
def make_page(qtbot: QtBot) -> Iterator[Callable[..., SitePage]]:
    """Return a maker of pages on a stage that only records."""
    made: list[SitePage] = []

    def make(gathered: Callable[[], SiteVisit]) -> SitePage:
        page = SitePage(None, desk_look(), "en", gathered, StageWidget(RecordingStage()))
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: not page.busy.isVisible())
        made.append(page)
        return page

    yield make
    for page in made:
        page.close()


def test_each_line_is_seen_from_where_the_list_looks(visit: SiteVisit, door: Line) -> None:
    """The place of a door is its middle, and the pose stands inside and looks at it; only answered lines have a disc."""
    place = visit.places[door.key]
    assert place.pose.eye[2] == pytest.approx(1.6)
    assert (
        place.pose.direction[0] * (place.at[0] - place.pose.eye[0]) + place.pose.direction[1] * (place.at[1] - place.pose.eye[1])
        > 0
    )
    assert [spot.requirements for spot in visit.scene.hotspots] == [(door.key,)]


def test_the_page_shows_what_differs_with_its_photo(visit: SiteVisit, door: Line, make_page: Callable[..., SitePage]) -> None:
    """The line that differs is chosen: the eye stands where it was promised from, its thing is outlined, its photo is shown."""
    page = make_page(lambda: visit)
    assert page.states.currentData() == "differs"
    assert page.lines.ids() == [door.key]
    assert page.stage.stage.highlighted == tuple(door.finding.affected)
    for words in ("Not met", "0.70 m", "thicker frame"):
        assert words in page.details.text()
    assert not page.photo.pixmap().isNull()
    assert page.photo_name.text().startswith("a.jpg")
    page.other.click()
    assert page.photo_name.text().startswith("b.jpg")
    assert page.stage.pose.eye == pytest.approx(visit.places[door.key].pose.eye, abs=1e-6)


def test_what_cannot_be_trusted_stands_on_top(visit: SiteVisit, make_page: Callable[..., SitePage]) -> None:
    """A line nobody knows, and rows the plan as built misses, are told above everything."""
    page = make_page(lambda: visit)
    assert page.notes.isVisible()
    assert "nobody.knows" in page.notes.text()
    for finding in visit.comparison.changed:
        assert finding.text.in_("en") in page.notes.text()


def test_every_line_can_be_listed(visit: SiteVisit, make_page: Callable[..., SitePage]) -> None:
    """The choice of lines shows all of them, in the office's order; one without a photo says so."""
    page = make_page(lambda: visit)
    page.states.setCurrentIndex(0)
    assert page.lines.ids() == [one.line.key for one in visit.comparison.lines]
    other = next(one for one in visit.comparison.lines if one.answer is None)
    page.choose(other.line.key)
    assert page.photo.pixmap().isNull()
    assert page.photo.text()


def test_a_disc_chooses_its_line(visit: SiteVisit, door: Line, make_page: Callable[..., SitePage]) -> None:
    """Pressing a disc on the stage shows the line it stands for."""
    page = make_page(lambda: visit)
    page.states.setCurrentIndex(0)
    page.pins.chosen.emit("line-1")
    assert page.lines.ids()[page.lines.currentRow()] == door.key


def test_what_is_refused_is_said(make_page: Callable[..., SitePage]) -> None:
    """A file that cannot be read is told with reason and remedy, and the page stays to be closed."""

    def refused() -> SiteVisit:
        raise InputError(Problem("x.json", "is no result of a checklist", "export the result from the form again"))

    page = make_page(refused)
    assert "is no result of a checklist" in page.notes.text()


def test_files_of_two_permits_are_not_mixed(door: Line, tmp_path: Path) -> None:
    """Results of two permits are refused together, with what to do."""
    one = _phone(tmp_path / "a.json", {"key": door.key, "answer": "met"})
    other = _phone(tmp_path / "b.json", {"key": door.key, "answer": "met"}, permit="food-catering")
    with pytest.raises(InputError, match="several permits"):
        gather([one, other], PLAN, "en")


@pytest.mark.parametrize(
    ("content", "fits"),
    [
        (_jpeg(400, 100), (100, 25)),
        (_jpeg(400, 100, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"), (25, 100)),
        (_jpeg()[:100], None),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 20, None),
        (b"<svg/>", None),
    ],
    ids=["wide", "turned by the camera", "cut off", "no png", "no photo"],
)
def test_photos_are_shown_upright_and_within(qapp: object, content: bytes, fits: tuple[int, int] | None) -> None:
    """A photo fills the frame one way, turned as the camera says; a damaged one is none."""
    picture = opened(Photo(name="a", content=content), QSize(100, 100))
    assert (picture and (picture.width(), picture.height())) == fits


def test_the_studio_asks_for_files_and_plan(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """The act asks for the results, then for the plan, beginning with the scene's own; without either nothing opens."""
    asked: list[str] = []
    shown: list[tuple[list[Path], Path]] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/stick/a.json"], ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda _parent, _title, at: (asked.append(at) or "/stick/plan.dxf", ""))

    class Shown:
        def exec(self) -> None:
            asked.append("shown")

    monkeypatch.setattr(studio, "site_page", lambda files, plan: shown.append((files, plan)) or Shown())
    studio.acts["site-results"].trigger()
    assert asked == [str(studio.document.folder / studio.scene.plan), "shown"]
    assert shown == [([Path("/stick/a.json")], Path("/stick/plan.dxf"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    studio.acts["site-results"].trigger()
    assert len(shown) == 1
