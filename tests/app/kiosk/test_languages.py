"""What the languages of the windows promise."""

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

import showroom.app
from showroom import home
from showroom.app.i18n import NAMES, TRANSLATIONS, Languages
from showroom.app.kiosk.situation import Situation
from showroom.app.kiosk.visit import Looking, OwnPlan, PageName, Rating, TakeAway, Visit, Walk
from showroom.domain.application import Application
from showroom.domain.permit import Permit
from showroom.domain.review import Review
from showroom.domain.text import Text
from showroom.formats import read_permit
from showroom.reports.my_list import document_mark, requirement_marks
from showroom.reports.pdf import checklist_pdf
from showroom.review import review_plan

APP = Path(showroom.app.__file__).parent
PERMIT, SCENE = "food-catering", "hot-food-shop"
MARK = "⟦"


def messages(ts_path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Return (context, source) -> (translation, state) of a .ts file."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): (
            message.findtext("translation", ""),
            message.find("translation").get("type", "finished"),  # type: ignore[union-attr]
        )
        for context in ET.parse(ts_path).getroot().iter("context")
        for message in context.iter("message")
    }


def sources() -> list[str]:
    """Return the modules of both windows."""
    return sorted(str(path) for path in APP.rglob("*.py"))


def test_every_string_of_the_windows_has_its_chinese(tmp_path: Path) -> None:
    """Running lupdate over kiosk and studio finds no string that is not translated, and the .ts file holds no others."""
    fresh = tmp_path / "fresh_zh_CN.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    if not tool.exists():
        pytest.skip("pyside6-lupdate is not beside this Python")
    subprocess.run([tool, "-silent", "-locations", "none", *sources(), "-ts", fresh], check=True, capture_output=True)
    kept = messages(TRANSLATIONS / "showroom_zh_CN.ts")
    found = messages(fresh)
    assert found
    assert [key for key in found if kept.get(key, ("", "unfinished"))[1] == "unfinished"] == []
    assert [key for key in kept if key not in found] == [], "make translations takes out what is said no more"


def test_no_translation_is_unfinished_or_loses_a_place() -> None:
    """Every translation is finished and has the very places (`{count}`) its source has."""
    for (_, source), (translation, state) in messages(TRANSLATIONS / "showroom_zh_CN.ts").items():
        assert state == "finished", source
        assert _places(source) == _places(translation), source


def _places(text: str) -> list[str]:
    return sorted(part.split("}")[0] for part in text.split("{")[1:])


def test_the_compiled_chinese_is_current(tmp_path: Path) -> None:
    """The .qm file is what lrelease makes of the .ts file."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    if not tool.exists():
        pytest.skip("pyside6-lrelease is not beside this Python")
    copy = Path(shutil.copy(TRANSLATIONS / "showroom_zh_CN.ts", tmp_path))
    subprocess.run([tool, "-silent", copy], check=True, capture_output=True)
    assert copy.with_suffix(".qm").read_bytes() == (TRANSLATIONS / "showroom_zh_CN.qm").read_bytes()


def test_an_unknown_language_is_refused(qapp: object) -> None:
    """Asking for a language the windows do not speak names those they do."""
    with pytest.raises(ValueError, match="zh_CN, en"):
        Languages("fr")


def texts(window: QWidget) -> dict[str, str]:
    """Return every text a visitor can see or hear, by a name for the place."""
    found: dict[str, str] = {}
    for number, widget in enumerate(window.findChildren(QWidget)):
        if not widget.isVisibleTo(window):
            continue
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            found[f"{number} {type(widget).__name__} {widget.objectName()}"] = widget.text()
        if isinstance(widget, QLineEdit) and widget.placeholderText():
            found[f"{number} placeholder {widget.objectName()}"] = widget.placeholderText()
        if widget.accessibleName():
            found[f"{number} name {widget.objectName()}"] = widget.accessibleName()
    return found


def has_chinese(text: str) -> bool:
    """Tell whether there is a Chinese character in `text`."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)


PAGES: list[dict[str, object]] = [
    {"page": "lobby"},
    {"page": "permit", "permit_id": PERMIT, "part": "documents"},
    {"page": "permit", "permit_id": PERMIT, "part": "procedure"},
    {"page": "permit", "permit_id": PERMIT, "part": "requirements", "opened": "fire.door.clear-width"},
    {"page": "search"},
    {"page": "guidance"},
    {"page": "plans", "permit_id": PERMIT},
    {"page": "questions", "permit_id": PERMIT},
    {"page": "lobby", "help_open": True},
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page["page"]))
def test_switching_the_language_changes_every_visible_text(kiosk: Any, page: dict[str, object]) -> None:
    """After choosing English no Chinese is left but the name of the language itself and names of laws."""
    kiosk.go(**page)
    assert sum(has_chinese(text) for text in texts(kiosk.window).values()) >= 5
    kiosk.languages.choose("en")
    kiosk.settle()
    left = [text for text in texts(kiosk.window).values() if has_chinese(text) and text != NAMES["zh_CN"] and "  ·  " not in text]
    assert not left
    assert kiosk.visit.comfort.language == "en"


class PseudoTranslator(QTranslator):
    """Puts every string it is asked for between marks."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        """Return the marked source."""
        return f"{MARK}{source}⟧"

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there is something in it."""
        return False


def every_page(review: Review) -> list[dict[str, Any]]:
    """Return visits that together show every page of the kiosk, and what can stand open on it."""
    own = OwnPlan(plan_path=Path("12.dxf"), review=review)
    food = (("trade", ("food",)), ("area", ("over",)), ("items", ("hot-food",)), ("building", ("commercial",)), ("storey", ()))
    told, marks = (
        Situation(given=food),
        (*requirement_marks(PERMIT, ["fire.door.clear-width"]), document_mark(PERMIT, "business-licence")),
    )
    measured = next(at for at, finding in enumerate(review.findings) if finding.geometry is not None)
    return [
        {"page": "attract"},
        {"page": "lobby"},
        {"page": "lobby", "help_open": True},
        {"page": "lobby", "clerk": "wave"},
        {"page": "permit"},
        {"page": "permit", "situation": told},
        {"page": "permit", "situation": replace(told, show_all=True)},
        {"page": "permit", "part": "documents", "opened": "layout-and-flow"},
        {"page": "permit", "part": "procedure"},
        {"page": "permit", "part": "requirements", "opened": "fire.door.clear-width"},
        {"page": "search"},
        {"page": "search", "looking": Looking("door")},
        {"page": "search", "looking": Looking("door", kind="requirement")},
        {"page": "search", "looking": Looking("qzxqzxqz")},
        {"page": "guidance"},
        {"page": "guidance", "situation": replace(told, asking="items")},
        {"page": "guidance", "situation": told},
        {"page": "guidance", "situation": Situation(asking="")},
        {"page": "plans"},
        {"page": "questions", "own": own},
        {"page": "questions", "own": replace(own, trouble=(f"{MARK}no⟧",))},
        {"page": "result", "own": own},
        {"page": "result", "own": replace(own, finding=measured)},
        {"page": "list", "marked": ()},
        {"page": "list", "own": own, "marked": marks},
        {"page": "takeaway", "own": own, "marked": marks},
        {"page": "takeaway", "marked": marks, "take": TakeAway(told="no-stick")},
        {"page": "rating"},
        {"page": "rating", "rating": Rating(1)},
        {"page": "rating", "rating": Rating(5, given=True)},
        {"page": "showroom", "scene_id": SCENE},
        {"page": "showroom", "scene_id": SCENE, "walk": Walk(hotspot="any", placed=True)},
        {"page": "showroom", "scene_id": SCENE, "walk": Walk(listed=(), placed=True), "situation": told},
        {"page": "showroom", "scene_id": SCENE, "walk": Walk(tools=True, placed=True)},
        {"page": "showroom", "scene_id": SCENE, "walk": Walk(motion="paused", placed=True)},
    ]


@pytest.fixture(scope="module")
def review() -> Review:
    """Return the review of the faulty sample plan."""
    folder = home.scenes() / SCENE
    plan, permit = folder / "variants" / "faulty.plan.yaml", read_permit(PERMIT)
    return review_plan(plan, permit, Application(), as_of=date(2026, 11, 23))


@pytest.fixture
def pseudo(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak the pseudo language, which marks what passes through the translator; content is marked as it is read."""
    in_ = Text.in_
    monkeypatch.setattr(Text, "in_", lambda text, language: f"{MARK}{in_(text, language)}⟧")
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_pseudo_language_finds_no_untranslated_text(
    make_kiosk: Callable[..., Any], review: Review, pseudo: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every text of every page, shown, painted or read aloud, goes through the translator, is content, or is a name or figure."""
    painted: set[str] = set()
    paint = QPainter.drawText
    monkeypatch.setattr(QPainter, "drawText", lambda self, *given: painted.update(_words(given)) or paint(self, *given))
    kiosk = make_kiosk(language="en")
    spot = kiosk.around.catalogue.exhibit(SCENE).scene.hotspots[0].id
    names = names_in(kiosk.around.catalogue.permits, review)
    pages = every_page(review)
    assert {page["page"] for page in pages} == set(get_args(PageName)), "a new page belongs into the list above"
    told = {}
    for page in pages:
        if page.get("walk") is not None and page["walk"].hotspot:
            page["walk"] = replace(page["walk"], hotspot=spot)
        kiosk.around.holder.put(Visit(comfort=kiosk.visit.comfort, permit_id=PERMIT).revise(**page))
        if page["page"] == "showroom":
            kiosk.qtbot.waitUntil(lambda: getattr(kiosk.window.page, "overlays", None) is not None, timeout=20_000)
        kiosk.settle()
        painted.clear()
        kiosk.window.grab()
        found = {text for text in (*texts(kiosk.window).values(), *painted) if not _is_said_rightly(text, names)}
        if found:
            told[str(page)[:70]] = sorted(found)
    assert not told, json.dumps(told, ensure_ascii=False, indent=1)


def _words(given: tuple[object, ...]) -> list[str]:
    return [one for one in given if isinstance(one, str)]


def _is_said_rightly(text: str, names: tuple[str, ...]) -> bool:
    """Tell whether all of a text came through the translator or from the content: no letters are left beside the marks."""
    left = text
    while (bare := re.sub(f"({MARK}|…)[^{MARK}⟧]*⟧", "", left)) != left:
        left = bare
    for name in names:
        left = left.replace(name, "")
    return not any(char.isalpha() for char in left)


def names_in(permits: Iterable[Permit], review: Review) -> tuple[str, ...]:
    """Return what is no translator's business: languages, laws and clauses, the plan's own names, and how a report joins these."""
    sources = [row.source for permit in permits for row in permit.requirements]
    laws = {name for source in sources for name in (source.instrument, source.clause)}
    of_plan = {name for finding in review.findings for name in (*finding.affected, *finding.causing)}
    storeys = {storey.id for storey in review.plan.storeys}
    own = {*NAMES.values(), "触摸开始", "Touch to start", " of ", "dxf"}
    return tuple(sorted((laws | of_plan | storeys | own) - {""}, key=len, reverse=True))


# -- a third language ----------------------------------------------------------------------------------------


@pytest.fixture
def third_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Add a made-up language as anybody would: one `.ts` file, compiled, and one line."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    if not tool.exists():
        pytest.skip("pyside6-lrelease is not beside this Python")
    folder = Path(shutil.copytree(TRANSLATIONS, tmp_path / "translations"))
    tree = ET.parse(folder / "showroom_zh_CN.ts")
    tree.getroot().set("language", "eo")
    for message in tree.getroot().iter("message"):
        message.find("translation").text = f"{MARK}{message.findtext('source')}⟧"  # type: ignore[union-attr]
    tree.write(folder / "showroom_eo.ts", encoding="utf-8", xml_declaration=True)
    subprocess.run([tool, "-silent", folder / "showroom_eo.ts"], check=True, capture_output=True)
    monkeypatch.setattr("showroom.app.i18n.TRANSLATIONS", folder)
    monkeypatch.setitem(NAMES, "eo", "Esperanto")
    return "eo"


def test_a_language_is_one_file_and_one_line(make_kiosk: Callable[..., Any], third_language: str, review: Review) -> None:
    """The switch offers it, the hall may begin with it, every page and paper speaks it, and content it lacks is Chinese."""
    kiosk = make_kiosk(language=third_language)
    assert kiosk.around.config.language == third_language
    shown = texts(kiosk.window).values()
    assert "Esperanto" in shown
    assert any(MARK in text for text in shown)
    permit = kiosk.around.catalogue.permit(PERMIT)
    assert any(permit.title.in_("zh_CN") in text for text in shown)
    for page in {page["page"]: page for page in every_page(review)}.values():
        if page["page"] != "showroom":
            kiosk.around.holder.put(Visit(comfort=kiosk.visit.comfort, permit_id=PERMIT).revise(**page))
            kiosk.settle()
            assert any(MARK in text for text in texts(kiosk.window).values())
    kiosk.languages.choose("en")
    kiosk.settle()
    kiosk.languages.choose(third_language)
    kiosk.settle()
    assert kiosk.visit.comfort.language == third_language
    assert checklist_pdf(review, third_language).startswith(b"%PDF")
