"""What the visitor's list promises: marked anywhere, counted in the corner, sorted by what is to be done, forgotten at the end."""

from typing import Any

from showroom.app.kiosk.mark_button import MarkButton
from showroom.reports.my_list import document_mark, requirement_marks

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
