"""What reading a page aloud promises."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from showroom import formats, home
from showroom.app.kiosk.read_aloud import passages
from showroom.app.kiosk.reading_marks import UNSPOKEN
from showroom.app.kiosk.visit import Comfort, Looking
from showroom.app.kiosk.voice import SilentVoice
from showroom.domain.application import Application
from showroom.domain.finding import Outcome
from showroom.review import review

PERMIT = "food-catering"


class LentVoice(SilentVoice):
    """A voice that remembers what it is given and ends at once when it is told to."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.busy = False

    def say(self, text: str, language: str) -> bool:  # noqa: ARG002 - the protocol's
        """Begin to speak."""
        self.said.append(text)
        self.busy = True
        return True

    def stop(self) -> None:
        """Be silent."""
        self.busy = False

    def ended(self) -> bool:
        """Tell whether it is silent."""
        return not self.busy


def button(kiosk: Any) -> QWidget:
    """Return the button of the bar."""
    return next(w for w in kiosk.window.findChildren(QWidget, "read-aloud") if w.isVisible())


def press(kiosk: Any) -> None:
    """Press the button of the bar with the mouse."""
    kiosk.qtbot.mouseClick(button(kiosk), Qt.MouseButton.LeftButton)
    kiosk.settle()


def shown(kiosk: Any, name: str) -> QWidget | None:
    """Return the visible widget of that name, or `None`."""
    return next((w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()), None)


def read_all(kiosk: Any) -> list[str]:
    """Let the whole page be read; return the passages."""
    found = []
    while kiosk.around.speech.reading and len(found) < 500:
        found.append(kiosk.around.speech.passage.text)
        kiosk.around.speech.advance(200_000)
    return list(dict.fromkeys(found))


def test_the_button_is_in_the_same_place_on_every_page(kiosk: Any) -> None:
    """From page to page it does not move, so that it is found without looking."""
    places = set()
    for page in ("permit", "plans", "questions"):
        kiosk.go(page=page, permit_id=PERMIT)
        places.add(button(kiosk).mapTo(kiosk.window, button(kiosk).rect().center()).toTuple())
    assert len(places) == 1


@pytest.mark.parametrize("page", ["lobby", "permit", "plans", "questions", "search", "guidance", "list", "takeaway", "rating"])
def test_every_text_of_a_page_is_read(kiosk: Any, page: str) -> None:
    """What can be seen as words is among what is read, each once, with captions and the note of silence."""
    kiosk.go(page=page, permit_id=None if page == "lobby" else PERMIT)
    press(kiosk)
    told = "\n".join(read_all(kiosk))
    labels = [w.text() for w in kiosk.window.page.shown.findChildren(QLabel) if w.isVisible() and w.text().strip()]
    assert labels
    assert [text for text in labels if text not in told] == []


def test_what_is_read_is_ringed_and_captioned(kiosk: Any) -> None:
    """The ring lies round the text; the strip says it in words and that nobody speaks, and lies off the ring."""
    kiosk.go(page="permit", permit_id=PERMIT)
    press(kiosk)
    ring, strip = shown(kiosk, "reading-ring"), shown(kiosk, "reading-strip")
    first = kiosk.around.speech.passage.widget
    assert ring.geometry().contains(first.mapTo(kiosk.window.centralWidget(), first.rect().center()))
    assert shown(kiosk, "reading-words").text() == kiosk.around.speech.line
    assert not strip.geometry().intersects(ring.geometry())
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    before = ring.geometry()
    kiosk.around.speech.advance(60_000)
    assert kiosk.around.speech.passage.widget is not first
    assert ring.geometry() != before


def test_what_is_out_of_sight_is_brought_into_view(kiosk: Any) -> None:
    """The column scrolls along."""
    kiosk.go(page="permit", permit_id=PERMIT)
    bar = kiosk.window.findChild(QWidget, "permit-part").verticalScrollBar()
    kiosk.qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=5000)
    press(kiosk)
    for _ in range(60):
        kiosk.around.speech.advance(60_000)
    assert bar.value() > 0


def test_with_a_voice_the_ring_is_enough(make_kiosk: Callable[..., Any]) -> None:
    """Where somebody speaks, no strip covers the page."""
    voice = LentVoice()
    kiosk = make_kiosk(make_voice=lambda: voice)
    press(kiosk)
    assert voice.said
    assert shown(kiosk, "reading-ring") is not None
    assert shown(kiosk, "reading-strip") is None


def test_pressing_again_is_silence(make_kiosk: Callable[..., Any]) -> None:
    """And a third time reads from the beginning."""
    voice = LentVoice()
    kiosk = make_kiosk(make_voice=lambda: voice)
    press(kiosk)
    press(kiosk)
    assert not voice.busy
    assert shown(kiosk, "reading-ring") is None
    assert not button(kiosk).isChecked()
    press(kiosk)
    assert voice.said[0] == voice.said[-1]
    assert button(kiosk).isChecked()


@pytest.mark.parametrize(
    "turn",
    [
        lambda kiosk: kiosk.go(page="plans"),
        lambda kiosk: kiosk.go(part="documents"),
        lambda kiosk: kiosk.go(help_open=True),
        lambda kiosk: kiosk.around.holder.home(),
        lambda kiosk: kiosk.around.holder.reset(),
        lambda kiosk: kiosk.languages.choose("en"),
        lambda kiosk: kiosk.around.holder.comfort(large_print=True),
        lambda kiosk: kiosk.window.close(),
    ],
    ids=["page", "part", "help", "home", "reset", "language", "print", "closing"],
)
def test_nothing_speaks_of_what_is_no_longer_there(make_kiosk: Callable[..., Any], turn: Callable[[Any], None]) -> None:
    """Another page or part, the help, home, a reset, a language, another print, the end: silence at once."""
    voice = LentVoice()
    kiosk = make_kiosk(make_voice=lambda: voice)
    kiosk.go(page="permit", permit_id=PERMIT)
    press(kiosk)
    assert voice.busy
    turn(kiosk)
    kiosk.settle()
    assert not voice.busy
    assert not kiosk.around.speech.reading


def test_a_reset_that_changes_nothing_is_silent_too(kiosk: Any) -> None:
    """Who only had the lobby read to them and left does not leave a talking kiosk."""
    press(kiosk)
    assert kiosk.around.speech.reading
    kiosk.around.holder.reset()
    assert not kiosk.around.speech.reading


def test_help_is_read_alone(kiosk: Any) -> None:
    """What lies on top hides the rest from the ear, too."""
    kiosk.go(page="permit", permit_id=PERMIT, help_open=True)
    kiosk.window.read_aloud.toggle()
    told = read_all(kiosk)
    assert told[0] == kiosk.window._on_top().findChild(QLabel).text()
    assert kiosk.around.permit.title.in_("zh_CN") not in told


def test_a_visitor_who_is_read_to_hears_every_page_and_card(make_kiosk: Callable[..., Any]) -> None:
    """With the comfort of being read to, pages and cards begin by themselves."""
    kiosk = make_kiosk(comfort=Comfort(read_aloud=True))
    assert kiosk.around.speech.reading
    kiosk.go(page="permit", permit_id=PERMIT)
    assert kiosk.around.speech.passage.text == kiosk.around.permit.title.in_("zh_CN")
    kiosk.open_showroom()
    spot = next(iter(kiosk.window.page.showing.spots.values()))
    kiosk.around.holder.walk(hotspot=spot.id)
    kiosk.qtbot.waitUntil(lambda: kiosk.around.speech.reading, timeout=5000)
    assert any(spot.card.title.in_("zh_CN") in text for text in read_all(kiosk))


def test_a_visitor_who_is_read_to_is_not_told_everything_again(make_kiosk: Callable[..., Any]) -> None:
    """Laying the same page out anew, or typing a letter, begins nothing; another language does."""
    kiosk = make_kiosk(comfort=Comfort(read_aloud=True))
    kiosk.go(page="search")
    kiosk.around.speech.stop()
    kiosk.window._build()
    kiosk.go(looking=Looking(typed="洗"))
    kiosk.qtbot.wait(50)
    assert not kiosk.around.speech.reading
    kiosk.languages.choose("en")
    kiosk.settle()
    assert kiosk.around.speech.reading


def test_a_question_of_the_quiz_is_read_by_itself(make_kiosk: Callable[..., Any]) -> None:
    """From question to answer to question, to a visitor who is read to."""
    from showroom.app.kiosk.quiz import begin

    kiosk = make_kiosk(comfort=Comfort(read_aloud=True))
    kiosk.open_showroom()
    begin(kiosk.window.page.showing)
    kiosk.qtbot.waitUntil(lambda: kiosk.around.speech.reading, timeout=5000)
    question = kiosk.visit.walk.quiz.question
    assert question.text.in_("zh_CN") in read_all(kiosk)
    kiosk.window.page.overlays.dock.choose(0)
    kiosk.qtbot.waitUntil(lambda: kiosk.around.speech.reading, timeout=5000)
    assert question.explanation.in_("zh_CN") in read_all(kiosk)


def test_a_tour_waits_while_something_is_read(kiosk: Any) -> None:
    """Two voices at once are none: reading holds the tour, going on with the tour ends the reading."""
    kiosk.open_showroom()
    kiosk.window.page.guide.act("tour")
    press(kiosk)
    assert kiosk.visit.walk.motion == "paused"
    assert kiosk.around.speech.reading
    kiosk.window.page.guide.act("toggle")
    assert not kiosk.around.speech.reading


def test_the_keyboard_reads_too(kiosk: Any) -> None:
    """Space on the focused button begins, and Space again ends."""
    button(kiosk).setFocus()
    QTest.keyClick(button(kiosk), Qt.Key.Key_Space)
    assert kiosk.around.speech.reading
    QTest.keyClick(button(kiosk), Qt.Key.Key_Space)
    assert not kiosk.around.speech.reading


def test_a_widget_may_keep_its_words_to_itself(qtbot: Any) -> None:
    """A subtree marked so is not read."""
    whole = QWidget()
    qtbot.addWidget(whole)
    for at, words in enumerate(("一", "二")):
        line = QLabel(words, whole)
        line.move(0, at * 40)
    whole.show()
    assert [passage.text for passage in passages(whole)] == ["一", "二"]
    whole.findChildren(QLabel)[0].setProperty(UNSPOKEN, True)
    assert [passage.text for passage in passages(whole)] == ["二"]


def test_what_is_painted_is_read_too(kiosk: Any) -> None:
    """On the page of findings the counts and the rooms of the drawn plan are read, though no label holds them."""
    plan = formats.read_plan(home.scenes() / "small-eatery" / "premises.plan.yaml")
    found = review(plan, formats.read_permit(PERMIT), Application(), as_of=kiosk.around.today())
    kiosk.around.holder.own(review=found)
    kiosk.go(page="result", permit_id=PERMIT)
    read = [passage.text for passage in passages(kiosk.window.page)]
    assert any(f"待核实: {found.count(Outcome.TO_CONFIRM)}" in text for text in read)
    [drawn] = [text for text in read if text.startswith("图上有：")]
    for space in plan.spaces:
        assert space.name in drawn
    assert "平方米" in drawn
