"""What the visitor's list promises: marked anywhere, counted in the corner, sorted by what is to be done, forgotten at the end."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from showroom import home
from showroom.app.kiosk.mark_button import MarkButton
from showroom.app.kiosk.visit import OwnPlan
from showroom.domain.application import Application
from showroom.domain.review import Review
from showroom.formats import read_permit, read_plan
from showroom.reports.my_list import document_mark, requirement_marks
from showroom.review import review as review_of

PERMIT = "food-catering"


def test_a_press_puts_a_thing_on_the_list_and_a_second_takes_it_off(kiosk: Any) -> None:
    """The button says so by word and icon, the corner of the bar counts, and the page is not built anew."""
    kiosk.go(page="permit", permit_id=PERMIT)
    page = kiosk.window.page
    marks = requirement_marks(PERMIT, ["fire.door.clear-width"])
    button = MarkButton(kiosk.window.look, kiosk.around.holder, marks, "门净宽", parent=page)
    button.click()
    assert kiosk.visit.marked == marks
    assert (button.isChecked(), button.text()) == (True, "已在清单中")
    assert kiosk.window._bar._list.accessibleName() == "我的清单，共 1 项"
    assert kiosk.window.page is page
    button.click()
    assert kiosk.visit.marked == ()
    assert kiosk.window._bar._list.accessibleName() == "我的清单，共 0 项"


def test_buttons_for_the_same_thing_agree(kiosk: Any) -> None:
    """What one button puts on the list, another of the same thing shows; one for several things is on when all are."""
    holder, look = kiosk.around.holder, kiosk.window.look
    mark, *_ = several = requirement_marks(PERMIT, ["fire.door.clear-width", "fire.door.kind"])
    one = MarkButton(look, holder, [mark], "", parent=kiosk.window)
    both = MarkButton(look, holder, several, "", parent=kiosk.window)
    one.click()
    assert (one.isChecked(), both.isChecked()) == (True, False)
    both.click()
    assert kiosk.visit.marked == several
    both.click()
    assert kiosk.visit.marked == ()
    assert not one.isChecked()


def test_home_keeps_the_list_and_starting_over_forgets_it(kiosk: Any) -> None:
    """A visitor may collect from several permits; the next visitor finds nothing."""
    mark = document_mark(PERMIT, "application-form")
    kiosk.go(page="permit", permit_id=PERMIT, marked=(mark,))
    kiosk.around.holder.home()
    kiosk.settle()
    assert kiosk.visit.marked == (mark,)
    kiosk.around.holder.reset()
    kiosk.settle()
    assert kiosk.visit.marked == ()


@pytest.fixture(scope="module")
def review() -> Review:
    """Return the review of the sample shop with every door 0.6 m wide."""
    plan = read_plan(home.scenes() / "hot-food-shop" / "premises.plan.yaml")
    storeys = tuple(
        storey.revise(openings=tuple(o.revise(width=0.6) if o.kind == "door" else o for o in storey.openings))
        for storey in plan.storeys
    )
    return review_of(plan.revise(storeys=storeys), read_permit(PERMIT), Application(), as_of=date(2026, 11, 23))


def press(kiosk: Any, name: str) -> None:
    """Press the visible button of that name with the mouse."""
    found = [w for w in kiosk.window.findChildren(QWidget, name) if w.isVisible()]
    assert found, f"no visible {name}"
    kiosk.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
    kiosk.settle()


def test_the_list_opens_from_anywhere_and_leads_back(kiosk: Any) -> None:
    """The corner of the bar opens the list; Back returns to the page the visitor came from, at the same part."""
    kiosk.go(page="permit", permit_id=PERMIT, part="documents")
    press(kiosk, "my-list")
    assert kiosk.visit.page == "list"
    press(kiosk, "my-list")
    press(kiosk, "back")
    assert (kiosk.visit.page, kiosk.visit.part) == ("permit", "documents")


def test_an_empty_list_says_how_to_fill_it(kiosk: Any) -> None:
    """Nothing marked: a sentence says where to press, and there is nothing to take along."""
    kiosk.go(page="list")
    assert kiosk.window.findChild(QWidget, "list-empty") is not None
    assert not kiosk.window.findChild(QWidget, "take-away").isEnabled()


def test_things_stand_in_groups_and_can_be_taken_off(kiosk: Any, review: Review) -> None:
    """A missed door stands under what to change with its figures, a paper under what to prepare; the bin takes either off."""
    paper, door = document_mark(PERMIT, "application-form"), requirement_marks(PERMIT, ["fire.door.clear-width"])
    kiosk.go(page="list", permit_id=PERMIT, own=OwnPlan(review=review), marked=(paper, *door))
    names = [w.objectName() for w in kiosk.window.page.findChildren(QFrame) if w.objectName().startswith("line-")]
    assert names == ["line-fire.door.clear-width", "line-application-form"]
    line = kiosk.window.page.findChild(QWidget, "line-fire.door.clear-width")
    words = " ".join(label.text() for label in line.findChildren(QLabel))
    assert "不符合" in words
    assert "0.60 m" in words
    assert "条文已核对" in words
    press(kiosk, "remove-application-form")
    assert kiosk.visit.marked == door
    assert kiosk.window.page.findChild(QWidget, "line-application-form") is None


def test_what_the_plan_misses_is_added_with_one_press(kiosk: Any, review: Review) -> None:
    """One press puts every mandatory miss on the list; then the button has nothing left to add and goes."""
    kiosk.go(page="list", permit_id=PERMIT, own=OwnPlan(review=review))
    press(kiosk, "add-missed")
    assert "fire.door.clear-width" in {mark.id for mark in kiosk.visit.marked}
    assert not [w for w in kiosk.window.findChildren(QWidget, "add-missed") if w.isVisible()]
    assert kiosk.window.findChild(QWidget, "take-away").isEnabled()
