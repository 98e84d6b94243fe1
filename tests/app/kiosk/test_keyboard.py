"""How somebody types at the kiosk: the keyboard of the screen."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from showroom.app.kiosk.typed_words import TypedWords, spelt_by
from showroom.app.kiosk.visit import Comfort
from showroom.app.theme import Look
from showroom.app.widgets.keyboard import Keyboard
from showroom.app.widgets.keyboard_keys import LAYOUTS, Act, width_of


@pytest.fixture(scope="module")
def words(catalogue: Any) -> TypedWords:
    """Return the words of the bundled register."""
    return TypedWords.of(catalogue)


@pytest.mark.parametrize(
    ("letters", "word"),
    [
        ("canyin", "餐饮"), ("cy", "餐饮"), ("cany", "餐饮"), ("xiaocanyin", "小餐饮"), ("chufang", "厨房"), ("cesuo", "厕所"),
        ("dwzljg", "动物诊疗机构设立"), ("yishu", "艺术类校外培训机构"),
    ],
)  # fmt: skip
def test_words_of_the_register_come_first(words: TypedWords, letters: str, word: str) -> None:
    """Whole pinyin, first letters and mixtures offer the register's word among the first three."""
    assert word in [candidate.word for candidate in words.candidates(letters)[:3]]


def test_letters_beyond_a_word_are_spelt_on(words: TypedWords) -> None:
    """`wangxiaoming` is no word of the register: its first syllable is offered, and says how many letters it stands for."""
    wang = next(candidate for candidate in words.candidates("wangxiaoming") if candidate.word == "王")
    assert wang.letters == 4
    assert "明" in [candidate.word for candidate in words.candidates("ming")]


def test_a_character_of_two_readings_is_found_by_both(words: TypedWords) -> None:
    """长 is typed as zhang and as chang, 女 as nv."""
    for letters, char in (("chang", "长"), ("zhang", "长"), ("nv", "女")):
        assert char in [candidate.word for candidate in words.candidates(letters)]


def test_spelling_uses_as_many_letters_as_it_can() -> None:
    """`xian` spells 西安 with two syllables and 先 with one; letters that fit nothing spell nothing."""
    assert spelt_by("xian", (("xi",), ("an",))) == (4, 2, 0)
    assert spelt_by("xian", (("xian",),)) == (4, 1, 0)
    assert spelt_by("xq", (("xian",),)) == (1, 1, 1)
    assert spelt_by("cd", (("zhang", "chang"), ("du",))) == (2, 2, 2)
    assert spelt_by("b", (("xian",),)) == (0, 0, 0)


def test_every_row_of_keys_fits_the_width() -> None:
    """No row is wider than twenty half keys, and the three last rows fill them."""
    for rows in LAYOUTS.values():
        assert [sum(map(width_of, row)) for row in rows] == [20, 18, 20, 20]
        assert any(isinstance(key, Act) and key.name == "done" for key in rows[-1])


@pytest.fixture
def typing(make_kiosk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Any, QWidget]]:
    """Return a maker of a kiosk with a field that has the focus."""
    from showroom.app.kiosk_config import KioskConfig

    monkeypatch.setattr(KioskConfig, "shows_keyboard", property(lambda _: True))

    def make(field: QWidget | None = None, **more: Any) -> tuple[Any, QWidget]:
        kiosk = make_kiosk(**more)
        field = field or QLineEdit()
        kiosk.window.page.layout().addWidget(field)
        field.show()
        kiosk.window.activateWindow()
        kiosk.qtbot.waitActive(kiosk.window)
        field.setFocus()
        kiosk.qtbot.waitUntil(lambda: kiosk.window.keyboard.keyboard is not None, timeout=5000)
        kiosk.settle()
        return kiosk, field

    return make


def press(kiosk: Any, *names: str) -> None:
    """Press keys by their names."""
    for name in names:
        key = next(w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible())
        kiosk.qtbot.mouseClick(key, Qt.MouseButton.LeftButton)
        kiosk.settle()


def test_chinese_is_typed_by_touch_and_the_field_keeps_the_focus(typing: Callable[..., Any]) -> None:
    """Letters gather, a tapped word is written, space takes the first, delete takes away letters before characters."""
    kiosk, field = typing()
    press(kiosk, "key-c", "key-y", "candidate-0")
    assert field.text() == "餐饮"
    press(kiosk, "key-c", "key-f", "key-space", "key-q", "key-erase")
    assert field.text() == "餐饮厨房"
    press(kiosk, "key-erase", "key-digits", "key-8", "key-㎡")
    assert field.text() == "餐饮厨8㎡"
    assert field.hasFocus()
    press(kiosk, "key-clear")
    assert field.text() == ""


def test_latin_capitals_and_signs_are_typed(typing: Callable[..., Any]) -> None:
    """The other script types letters as they are; a capital is one only; digits and signs have a face of their own."""
    kiosk, field = typing(QPlainTextEdit())
    press(kiosk, "key-script", "key-shift", "key-a", "key-b", "key-space", "key-digits", "key-5", "key-@")
    assert field.toPlainText() == "Ab 5@"


def test_done_tells_the_field_and_closes(typing: Callable[..., Any]) -> None:
    """Done takes the first word for letters left, presses Return and goes; a tap on the field brings the keyboard back."""
    kiosk, field = typing()
    entered = []
    field.returnPressed.connect(lambda: entered.append(field.text()))
    press(kiosk, "key-c", "key-f", "key-done")
    assert entered == ["厨房"]
    assert kiosk.window.keyboard.keyboard is None
    kiosk.qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert kiosk.window.keyboard.keyboard is not None
    kiosk.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert kiosk.window.keyboard.keyboard is None


def test_the_keyboard_goes_with_its_page(typing: Callable[..., Any]) -> None:
    """Another page has no keyboard, and what was being spelt is gone."""
    kiosk, _field = typing()
    press(kiosk, "key-c")
    spelt = kiosk.window.keyboard.keyboard
    kiosk.go(page="permit", permit_id="food-catering")
    assert kiosk.window.keyboard.keyboard is None
    assert not [w for w in kiosk.window.findChildren(Keyboard) if w.isVisible()]
    assert spelt is not None


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("large", [False, True])
def test_every_key_is_a_finger_wide_named_and_inside(typing: Callable[..., Any], size: tuple[int, int], large: bool) -> None:
    """In both orientations and prints, on every face, with words offered."""
    kiosk, field = typing(size=size, comfort=Comfort(large_print=large))
    look: Look = kiosk.window.look
    keyboard = kiosk.window.keyboard.keyboard
    for face in LAYOUTS:
        keyboard._turn(face)
        keyboard.forget()
        for letter in "xcy":
            keyboard.strike(letter)
        kiosk.settle()
        keys = [
            key for key in keyboard.findChildren(QWidget) if key.objectName().startswith(("key-", "candidate-")) and key.isVisible()
        ]
        assert len(keys) > 30
        small = [(key.objectName(), key.width(), key.height()) for key in keys if min(key.width(), key.height()) < look.px(64) - 2]
        assert not small
        assert all(key.accessibleName() for key in keys)
        assert all(keyboard.rect().contains(key.geometry()) for key in keys if key.parentWidget() is keyboard)
    assert field.mapTo(kiosk.window, field.rect().bottomLeft()).y() <= keyboard.y()


def test_it_begins_with_the_script_of_the_language_shown(typing: Callable[..., Any]) -> None:
    """In English letters are typed as they are, until the visitor asks for pinyin; that is remembered for the visit alone."""
    kiosk, field = typing(language="en")
    press(kiosk, "key-c", "key-y")
    assert field.text() == "cy"
    press(kiosk, "key-script", "key-done")
    kiosk.window.keyboard.open_for(field)
    assert kiosk.window.keyboard.keyboard.script == "pinyin"
    kiosk.window.keyboard.reset()
    kiosk.window.keyboard.open_for(field)
    assert kiosk.window.keyboard.keyboard.script == "latin"
