"""What the three questions promise: friendly, at the spot, by finger and by key, the same for the same visit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from showroom.app.kiosk.quiz import QuizDock, begin, begun
from showroom.app.kiosk.visit import Comfort, Walk

LOOKS = [
    pytest.param(size, language, large, id=f"{size[0]}x{size[1]}-{language}-{'large' if large else 'normal'}")
    for size, language, large in (((1920, 1080), "en", True), ((1080, 1920), "zh_CN", True))
]


def press(kiosk: Any, name: str) -> None:
    """Press the visible button of that name with the mouse."""
    found = next(w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible())
    kiosk.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    kiosk.settle()


def texts(kiosk: Any) -> str:
    """Return everything the dock says."""
    return "\n".join(w.text() for w in kiosk.window.page.overlays.dock.findChildren(QLabel) if w.isVisible())


def ask(kiosk: Any) -> None:
    """Open the showroom and begin a quiz."""
    kiosk.open_showroom()
    begin(kiosk.window.page.showing)
    kiosk.settle()


def test_every_answer_is_explained_at_the_spot(kiosk: Any) -> None:
    """Whatever is chosen, the key point is lit, its card's text and the explanation are there, and nothing is called wrong."""
    ask(kiosk)
    first = {question.id for question in kiosk.visit.walk.quiz.questions}
    for right in (True, False, True):
        question = kiosk.visit.walk.quiz.question
        place = question.right if right else (question.right + 1) % len(question.answers)
        press(kiosk, f"answer-{place}")
        assert kiosk.visit.walk.hotspot == question.hotspot
        told = texts(kiosk)
        assert question.explanation.in_("zh_CN") in told
        assert kiosk.window.page.showing.spots[question.hotspot].card.text.in_("zh_CN") in told
        assert question.answers[question.right].text.in_("zh_CN") in told
        assert "错" not in told.replace(question.explanation.in_("zh_CN"), "")
        press(kiosk, "quiz-next")
        assert kiosk.visit.walk.hotspot is None
    assert kiosk.visit.walk.quiz.question is None
    assert "得分" not in texts(kiosk)
    press(kiosk, "quiz-more")
    assert kiosk.visit.walk.quiz.at == 0
    assert first.isdisjoint(question.id for question in kiosk.visit.walk.quiz.questions)
    kiosk.around.holder.walk(quiz=replace(kiosk.visit.walk.quiz, at=3))
    kiosk.settle()
    press(kiosk, "quiz-done")
    assert kiosk.visit.walk.quiz is None
    assert kiosk.window.page.overlays.dock is None


def test_the_eye_goes_to_the_key_points_viewpoint(kiosk: Any) -> None:
    """The flight that an answer begins ends where its key point is seen."""
    ask(kiosk)
    question = kiosk.visit.walk.quiz.question
    page, flights = kiosk.window.page, []
    page.stage_widget.fly_to = lambda pose, _milliseconds: flights.append(pose)
    try:
        press(kiosk, "answer-0")
    finally:
        del page.stage_widget.fly_to
    view = page.exhibit.scene.viewpoint(page.showing.spots[question.hotspot].viewpoint)
    assert flights[-1].eye == pytest.approx(view.eye)


def test_the_same_visit_is_asked_the_same_and_another_turn_goes_on(catalogue: Any) -> None:
    """No dice: the day and the number of quizzes decide; every question comes round."""
    exhibit, permit = catalogue.exhibit("hot-food-shop"), catalogue.permit("food-catering")
    questions = exhibit.quiz(permit)
    day = date(2026, 11, 23)
    assert begun(questions, Walk(), day) == begun(questions, Walk(), day)
    walk, seen = Walk(), set()
    for _ in range(len(questions)):
        changes = begun(questions, walk, day)
        seen |= {question.id for question in changes["quiz"].questions}
        walk = Walk(quizzes=changes["quizzes"])
    assert seen == {question.id for question in questions}
    assert begun((), Walk(), day) == {}


def test_it_works_by_keyboard(kiosk: Any) -> None:
    """Tab and Enter, or a digit; the focus stays with the quiz from question to answer to question."""
    ask(kiosk)
    kiosk.window.activateWindow()
    kiosk.qtbot.waitUntil(kiosk.window.isActiveWindow, timeout=5000)
    dock = kiosk.window.page.overlays.dock
    focused = kiosk.window.focusWidget()
    assert dock.isAncestorOf(focused)
    assert focused.objectName() == "answer-0"
    QTest.keyClick(focused, Qt.Key.Key_Tab)
    QTest.keyClick(kiosk.window.focusWidget(), Qt.Key.Key_Return)
    kiosk.settle()
    assert kiosk.visit.walk.quiz.chosen == (1,)
    assert kiosk.window.focusWidget().objectName() == "quiz-next"
    assert kiosk.window.focusWidget().ringed
    QTest.keyClick(kiosk.window.focusWidget(), Qt.Key.Key_Return)
    kiosk.settle()
    QTest.keyClick(kiosk.window, Qt.Key.Key_1)
    kiosk.settle()
    assert kiosk.visit.walk.quiz.chosen == (1, 0)
    QTest.keyClick(kiosk.window, Qt.Key.Key_1)
    assert kiosk.visit.walk.quiz.chosen == (1, 0)


def test_another_key_point_may_be_looked_at_in_between(kiosk: Any) -> None:
    """A disc tapped opens its card; closing it brings the question back."""
    ask(kiosk)
    other = next(spot for spot in kiosk.window.page.showing.spots if spot != kiosk.visit.walk.quiz.question.hotspot)
    kiosk.around.holder.walk(hotspot=other)
    kiosk.settle()
    assert not isinstance(kiosk.window.page.overlays.dock, QuizDock)
    press(kiosk, "card-close")
    assert isinstance(kiosk.window.page.overlays.dock, QuizDock)
    press(kiosk, "card-close")
    assert kiosk.visit.walk.quiz is None


def test_the_tray_begins_a_quiz_too(kiosk: Any) -> None:
    """Nobody has to sit through the tour to be asked."""
    kiosk.open_showroom()
    press(kiosk, "tour-tools")
    press(kiosk, "tool-quiz")
    assert isinstance(kiosk.window.page.overlays.dock, QuizDock)


def test_a_language_chosen_in_between_keeps_the_question(kiosk: Any) -> None:
    """What was answered stays answered, the words change; the next visitor is not shown somebody's answers."""
    ask(kiosk)
    press(kiosk, "answer-0")
    question = kiosk.visit.walk.quiz.question
    kiosk.languages.choose("en")
    kiosk.settle()
    assert question.explanation.in_("en") in texts(kiosk)
    kiosk.around.holder.reset()
    kiosk.settle()
    assert kiosk.visit.walk == Walk()


@pytest.mark.parametrize(("size", "language", "large"), LOOKS)
def test_nothing_of_it_is_clipped_or_too_small(
    make_kiosk: Callable[..., Any], size: tuple[int, int], language: str, large: bool
) -> None:
    """Question, answers, explanation and end stand whole in the dock, and the answers are wider than a finger."""
    kiosk = make_kiosk(size=size, language=language, comfort=Comfort(large_print=large))
    ask(kiosk)
    for step in ("answer-0", "quiz-next", "answer-1", "quiz-next", "answer-0", "quiz-next", ""):
        dock = kiosk.window.page.overlays.dock
        for word in dock.findChildren(QLabel):
            if word.isVisible() and word.wordWrap():
                assert word.heightForWidth(word.width()) <= word.height() + 2, word.text()
        for button in dock.findChildren(QWidget):
            if button.objectName().startswith(("answer-", "quiz-")) and hasattr(button, "minimumSizeHint") and button.isVisible():
                assert button.minimumSizeHint().width() <= button.width() + 2
        if step:
            press(kiosk, step)
