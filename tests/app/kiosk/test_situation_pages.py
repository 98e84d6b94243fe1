"""What the questions of the lobby promise, and what is hidden because of the answers."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from showroom.app.kiosk.situation import Situation, application_told
from showroom.app.kiosk.visit import Visit, Walk
from showroom.domain.application import Application, Premises

FOOD = Situation(
    given=(
        ("trade", ("food",)),
        ("area", ("over",)),
        ("items", ("hot-food",)),
        ("building", ("commercial",)),
        ("storey", ("ground",)),
    )
)
PERMIT = "food-catering"


def press(kiosk: Any, name: str) -> None:
    """Press the visible button of that name."""
    found = [w for w in kiosk.window.findChildren(QWidget, name) if w.isVisibleTo(kiosk.window)]
    assert found, f"no visible {name}"
    found[0].click()
    kiosk.settle()


def shows(kiosk: Any, name: str) -> bool:
    """Tell whether something of that name is visible."""
    return any(w.isVisibleTo(kiosk.window) for w in kiosk.window.findChildren(QWidget, name))


def words(kiosk: Any, name: str) -> str:
    """Return the words of the visible label of that name."""
    return next(w.text() for w in kiosk.window.findChildren(QLabel, name) if w.isVisibleTo(kiosk.window))


def test_a_few_questions_name_the_permit(kiosk: Any) -> None:
    """From the lobby: one question a screen, several answers where they fit, the permit with its reasons at the end."""
    press(kiosk, "guidance")
    press(kiosk, "said-trade-food")
    assert shows(kiosk, "ruled-out-animal-clinic")
    press(kiosk, "said-area-under")
    press(kiosk, "said-items-hot-food")
    page = kiosk.window.page
    press(kiosk, "said-items-decorated-cakes")
    assert kiosk.window.page is page, "choosing several answers does not build the page anew"
    press(kiosk, "said-items-hot-food")
    press(kiosk, "guidance-continue")
    press(kiosk, "said-building-commercial")
    press(kiosk, "said-storey-ground")
    assert shows(kiosk, "guidance-result")
    assert shows(kiosk, "permit-food-catering")
    assert not shows(kiosk, "permit-small-catering"), "cakes with cream need the full licence"
    assert kiosk.visit.situation.answers["items"] == ("decorated-cakes",)
    press(kiosk, "permit-food-catering")
    assert (kiosk.visit.page, kiosk.visit.permit_id) == ("permit", "food-catering")


def test_an_answer_can_be_changed_left_open_and_gone_back_to(kiosk: Any) -> None:
    """A line of the result asks its question again; a question may be skipped; the one before can be seen again."""
    kiosk.go(page="guidance", situation=FOOD)
    press(kiosk, "again-area")
    press(kiosk, "said-area-under")
    assert shows(kiosk, "guidance-result")
    assert shows(kiosk, "permit-small-catering")
    press(kiosk, "guidance-anew")
    assert kiosk.visit.situation == Situation()
    press(kiosk, "said-trade-animals")
    press(kiosk, "guidance-skip")
    assert "services" in kiosk.window.page.question.id
    press(kiosk, "guidance-before")
    assert kiosk.window.page.question.id == "clinic"
    press(kiosk, "guidance-result-now")
    assert shows(kiosk, "permit-animal-clinic")


def test_whoever_knows_the_permit_is_not_asked_for_the_trade(kiosk: Any) -> None:
    """From a permit's page the questions begin with the second, and Back leads to the permit again."""
    kiosk.go(page="permit", permit_id="animal-clinic")
    press(kiosk, "situation-answers")
    assert kiosk.window.page.question.id == "clinic"
    press(kiosk, "back")
    assert (kiosk.visit.page, kiosk.visit.permit_id) == ("permit", "animal-clinic")


def test_what_does_not_apply_is_hidden_and_said_so(kiosk: Any) -> None:
    """The permit's page leaves out what the answers rule out, says how much and why, and shows it on request."""
    kiosk.go(page="permit", permit_id=PERMIT, part="requirements", opened="special-room")
    assert shows(kiosk, "open-food-catering.coldroom.area")
    kiosk.go(situation=FOOD)
    assert not shows(kiosk, "open-food-catering.coldroom.area")
    said = words(kiosk, "situation-words")
    assert "热菜热饭" in said
    assert "商业楼" in said
    press(kiosk, "situation-all")
    kiosk.go(opened="special-room")
    assert shows(kiosk, "open-food-catering.coldroom.area")
    press(kiosk, "situation-all")
    assert not kiosk.visit.situation.show_all


def test_the_answers_are_kept_for_the_visit_and_forgotten_with_it(kiosk: Any) -> None:
    """Home keeps what was told, so that another permit knows it too; starting over forgets it."""
    kiosk.go(page="permit", permit_id=PERMIT, situation=FOOD)
    kiosk.around.holder.home()
    assert kiosk.visit.situation == FOOD
    kiosk.around.holder.reset()
    assert kiosk.visit.situation == Visit().situation == Situation()


def test_the_showroom_leaves_out_the_same(kiosk: Any) -> None:
    """Key points that speak only of what does not apply are not shown, the list says why, and shows them on request."""
    kiosk.open_showroom()
    before = set(kiosk.window.page.showing.spots)
    kiosk.go(situation=FOOD, walk=Walk(listed=()))
    page = kiosk.window.page
    after = set(page.showing.spots)
    assert after < before
    gone = before - after
    hidden = page.showing.relevance.hidden
    known = {row.id for row in page.showing.permit.requirements}
    asked = {spot: known.intersection(page.showing.exhibit.scene.hotspot(spot).requirements) for spot in gone}
    assert all(rows <= hidden for rows in asked.values())
    assert words(kiosk, "situation-words").startswith(f"有 {len(gone)} 个要点不显示")
    assert "热菜热饭" in words(kiosk, "situation-words")
    press(kiosk, "situation-all")
    assert set(kiosk.window.page.showing.spots) == before


def test_a_visitor_led_to_a_hidden_key_point_sees_it(kiosk: Any) -> None:
    """Whoever searched for it gets its card, whatever they told."""
    kiosk.open_showroom()
    before = set(kiosk.window.page.showing.spots)
    kiosk.go(situation=FOOD)
    gone = next(iter(before - set(kiosk.window.page.showing.spots)))
    kiosk.go(page="permit")
    kiosk.go(page="showroom", walk=Walk(hotspot=gone))
    assert gone in kiosk.window.page.showing.spots
    assert shows(kiosk, "card-title")


def test_what_was_told_is_not_asked_again(kiosk: Any) -> None:
    """The questions before a check begin with what the visitor told; what lies beside the plan is believed first."""
    kiosk.go(page="plans", permit_id=PERMIT, situation=FOOD)
    told = application_told(kiosk.around, Application())
    assert told.items == ("hot-food",)
    assert (told.premises.building_use, told.premises.storey_level) == ("commercial", 1)
    beside = Application(items=("drinks",), premises=Premises(storey_level=2))
    both = application_told(kiosk.around, beside)
    assert both.items == ("drinks",)
    assert (both.premises.storey_level, both.premises.building_use) == (2, "commercial")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_register_without_questions_asks_nothing(make_kiosk: Callable[..., Any], catalogue: Any, language: str) -> None:
    """Where nobody wrote questions, lobby and permit page stand without them."""
    bare = type(catalogue)(catalogue.permits, catalogue.exhibits, catalogue.vocabulary)
    bare.questions = type(catalogue.questions)(questions=())
    kiosk = make_kiosk(language=language, catalogue=bare)
    assert not shows(kiosk, "guidance")
    kiosk.go(page="permit", permit_id=PERMIT)
    assert not shows(kiosk, "situation")
