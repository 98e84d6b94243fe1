"""What the languages of the windows promise."""

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

import showroom.app
from showroom.app.i18n import NAMES, TRANSLATIONS, Languages
from showroom.app.kiosk.visit import OwnPlan

APP = Path(showroom.app.__file__).parent
PERMIT = "food-catering"
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


def kiosk_sources() -> list[str]:
    """Return the modules whose strings visitors see."""
    return sorted(str(path) for folder in ("kiosk", "widgets") for path in (APP / folder).glob("*.py"))


def test_every_string_of_the_kiosk_has_its_chinese(tmp_path: Path) -> None:
    """Running lupdate over the kiosk finds no string that is not translated."""
    fresh = tmp_path / "fresh_zh_CN.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    if not tool.exists():
        pytest.skip("pyside6-lupdate is not beside this Python")
    subprocess.run([tool, "-silent", "-locations", "none", *kiosk_sources(), "-ts", fresh], check=True, capture_output=True)
    kept = messages(TRANSLATIONS / "showroom_zh_CN.ts")
    missing = [key for key in messages(fresh) if kept.get(key, ("", "unfinished")) == ("", "unfinished")]
    assert messages(fresh)
    assert not missing


def test_no_translation_is_unfinished_or_loses_a_place() -> None:
    """Every translation is finished and has the very places (`{count}`) its source has."""
    for (context, source), (translation, state) in messages(TRANSLATIONS / "showroom_zh_CN.ts").items():
        if context in _contexts_of_the_kiosk():
            assert state == "finished", source
            assert _places(source) == _places(translation), source


def _places(text: str) -> list[str]:
    return sorted(part.split("}")[0] for part in text.split("{")[1:])


def _contexts_of_the_kiosk() -> set[str]:
    text = "\n".join(Path(path).read_text(encoding="utf-8") for path in kiosk_sources())
    classes = {line.split("(")[0].split(":")[0].removeprefix("class ") for line in text.splitlines() if line.startswith("class ")}
    return classes | {"PlanFacts", "Findings", "Sources", "Trouble"}


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
        if widget.accessibleName():
            found[f"{number} name {widget.objectName()}"] = widget.accessibleName()
    return found


def has_chinese(text: str) -> bool:
    """Tell whether there is a Chinese character in `text`."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)


PAGES: list[dict[str, object]] = [
    {"page": "lobby"},
    {"page": "permit", "permit_id": PERMIT, "part": "documents"},
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


def marked_catalogue(catalogue: Any) -> Any:
    """Return the catalogue with every content text between marks."""

    def mark(value: object) -> object:
        if isinstance(value, dict):
            if "zh_CN" in value:
                return {key: f"{MARK}{text}⟧" for key, text in value.items()}
            return {key: mark(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [mark(inner) for inner in value]
        return value

    permits = tuple(type(p).model_validate(mark(p.model_dump(mode="json"))) for p in catalogue.permits)
    exhibits = tuple(
        type(e)(e.folder, type(e.scene).model_validate(mark(e.scene.model_dump(mode="json")))) for e in catalogue.exhibits
    )
    return type(catalogue)(permits, exhibits, catalogue.vocabulary)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page["page"]))
def test_a_pseudo_language_finds_no_untranslated_text(
    make_kiosk: Callable[..., Any], catalogue: Any, page: dict[str, object]
) -> None:
    """With a translator that marks what passes through it, every visible text is marked, is content, or is a name or figure."""
    kiosk = make_kiosk(language="en", catalogue=marked_catalogue(catalogue))
    pseudo = PseudoTranslator()
    QCoreApplication.installTranslator(pseudo)
    try:
        kiosk.go(**{"own": OwnPlan(plan_path=Path("⟦shop.dxf")), **page})
        kiosk.window._build()
        kiosk.settle()
        plain = [
            text
            for text in texts(kiosk.window).values()
            if MARK not in text and text not in NAMES.values() and not _is_figure(text)
        ]
    finally:
        QCoreApplication.removeTranslator(pseudo)
    assert not plain


def test_the_showroom_speaks_the_pseudo_language_too(make_kiosk: Callable[..., Any], catalogue: Any) -> None:
    """Over the stage, too, every text goes through the translator or comes from the content."""
    kiosk = make_kiosk(language="en", catalogue=marked_catalogue(catalogue))
    pseudo = PseudoTranslator()
    QCoreApplication.installTranslator(pseudo)
    try:
        kiosk.open_showroom()
        kiosk.around.holder.walk(listed=())
        kiosk.settle()
        plain = [
            text
            for text in texts(kiosk.window).values()
            if MARK not in text and text not in NAMES.values() and not _is_figure(text)
        ]
    finally:
        QCoreApplication.removeTranslator(pseudo)
    assert not plain


def _is_figure(text: str) -> bool:
    return all(not char.isalpha() for char in text)
