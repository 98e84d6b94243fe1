"""What every screen promises at every size, print and language: nothing clipped, outside, too small or unnamed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QProgressBar, QScrollArea, QWidget

from showroom.app.kiosk.situation import Situation
from showroom.app.kiosk.visit import Comfort, Looking, OwnPlan, Rating, TakeAway
from showroom.app.widgets.plan_radar import PlanRadar
from showroom.app.widgets.touch_button import TouchButton
from showroom.domain.application import Application
from showroom.domain.review import Review
from showroom.formats import read_application
from showroom.reports.my_list import document_mark, requirement_marks
from showroom.review import review_plan

PERMIT, SCENE = "food-catering", "hot-food-shop"
LOOKS = [
    pytest.param(size, language, large, id=f"{size[0]}x{size[1]}-{language}-{'large' if large else 'normal'}")
    for size in ((1920, 1080), (1080, 1920))
    for language in ("zh_CN", "en")
    for large in (False, True)
]


@pytest.fixture(scope="module")
def review(request: pytest.FixtureRequest) -> Review:
    """Return the review of the sample plan as somebody without answers gets it."""
    from datetime import date

    from showroom import home
    from showroom.formats import read_permit

    folder = home.scenes() / SCENE
    assert read_application(folder / "premises.application.yaml")
    return review_plan(folder / "premises.plan.yaml", read_permit(PERMIT), Application(), as_of=date(2026, 11, 23))


def told_of_food() -> Situation:
    """Return what somebody told who opens a restaurant."""
    items = ("hot-food", "drinks")
    said = {"trade": ("food",), "area": ("over",), "items": items, "building": ("commercial",), "storey": ("ground",)}
    return Situation(given=tuple(said.items()))


def visible(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    """Yield the visible widgets of a kind."""
    return (widget for widget in window.findChildren(kind) if widget.isVisible())


def place(widget: QWidget, window: QWidget) -> QRect:
    """Return where a widget lies in the window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def scroll_of(widget: QWidget) -> QScrollArea | None:
    """Return the scroll area a widget is scrolled by."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.widget() is not None and parent.widget().isAncestorOf(widget):
            return parent
        parent = parent.parentWidget()
    return None


def faults(window: QWidget, look: Any) -> list[str]:
    """Return everything that is outside, clipped, too small or unnamed, in words."""
    found = []
    for widget in visible(window, QWidget):
        if isinstance(widget, QLabel | QAbstractButton | PlanRadar | QProgressBar):
            found += _outside(widget, window)
    for label in visible(window, QLabel):
        if label.text():
            found += _clipped(label)
    for button in visible(window, QAbstractButton):
        name = button.accessibleName() or button.text()
        if not name:
            found.append(f"{type(button).__name__} {button.objectName()} has no name")
        if min(button.width(), button.height()) < look.px(64) - 1:
            found.append(f"{name} is only {button.width()}x{button.height()}")
        if isinstance(button, TouchButton) and button.heightForWidth(button.width()) > button.height() + 2:
            found.append(f"{name} is clipped: {button.height()} of {button.heightForWidth(button.width())}")
        if isinstance(button, TouchButton) and button.minimumSizeHint().width() > button.width() + 2:
            found.append(f"{name} is too narrow: {button.width()} of {button.minimumSizeHint().width()}")
    return found


def _outside(widget: QWidget, window: QWidget) -> list[str]:
    box, whole = place(widget, window), window.rect()
    area = scroll_of(widget)
    if area is not None:
        view = QRect(area.viewport().mapTo(window, QPoint(0, 0)), area.viewport().size())
        if box.left() < view.left() or box.right() > view.right():
            return [f"{_name(widget)} is wider than its column: {box} in {view}"]
        return []
    return [] if whole.contains(box) else [f"{_name(widget)} is outside: {box}"]


def _clipped(label: QLabel) -> list[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return [f"{_name(label)} is clipped: {label.height()} of {needed}"] if needed > label.height() + 2 else []
    needed = label.sizeHint().width()
    return [f"{_name(label)} is cut off: {label.width()} of {needed}"] if needed > label.width() + 2 else []


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} “{text[:30]}”"


@pytest.mark.parametrize(("size", "language", "large"), LOOKS)
def test_no_screen_clips_hides_or_shrinks_anything(
    make_kiosk: Callable[..., Any], review: Review, size: tuple[int, int], language: str, large: bool
) -> None:
    """In both orientations, languages and prints, on every screen."""
    kiosk = make_kiosk(size=size, language=language, comfort=Comfort(large_print=large))
    own = OwnPlan(plan_path=Path("shop.plan.yaml"), review=review, trouble=())
    marked = (
        *requirement_marks(PERMIT, {found.requirement for found in review.findings}),
        document_mark(PERMIT, "business-licence"),
    )
    some = next(i for i, finding in enumerate(review.findings) if finding.geometry is not None)
    pages: list[dict[str, Any]] = [
        {"page": "lobby"},
        {"page": "lobby", "help_open": True},
        {"page": "permit", "help_open": False},
        {"page": "permit", "part": "documents"},
        {"page": "permit", "part": "documents", "opened": "layout-and-flow"},
        {"page": "permit", "part": "procedure", "opened": None},
        {"page": "permit", "part": "requirements", "opened": "fire.door.clear-width"},
        {"page": "permit", "part": "conditions", "opened": None, "situation": told_of_food()},
        {"page": "search", "looking": Looking()},
        {"page": "search", "looking": Looking("youyan")},
        {"page": "search", "looking": Looking("door", kind="requirement")},
        {"page": "guidance", "situation": replace(told_of_food(), asking="items")},
        {"page": "guidance", "situation": told_of_food()},
        {"page": "guidance", "situation": Situation(asking="")},
        {"page": "plans"},
        {"page": "questions", "own": own},
        {"page": "result", "own": own},
        {"page": "result", "own": OwnPlan(plan_path=own.plan_path, review=review, finding=some)},
        {"page": "list", "own": own, "marked": marked},
        {"page": "list", "own": OwnPlan(), "marked": ()},
        {"page": "takeaway", "own": own, "marked": marked, "take": TakeAway(told="stopped")},
        {"page": "rating", "marked": ()},
        {"page": "rating", "rating": Rating(1)},
        {"page": "rating", "rating": Rating(5, given=True)},
    ]
    told = {}
    for page in pages:
        kiosk.go(permit_id=PERMIT, **page)
        kiosk.qtbot.wait(30)
        kiosk.settle()
        if found := faults(kiosk.window, kiosk.window.look):
            told[str(page)[:60]] = found
    assert not told


@pytest.mark.parametrize(("size", "language", "large"), LOOKS)
def test_nothing_over_the_stage_covers_anything_else(
    make_kiosk: Callable[..., Any], size: tuple[int, int], language: str, large: bool
) -> None:
    """Radar, views, pad, bar, captions and card keep off each other, with and without a card, a list and a tour."""
    kiosk = make_kiosk(size=size, language=language, comfort=Comfort(large_print=large))
    kiosk.open_showroom()
    page = kiosk.window.page
    first = next(iter(page.showing.spots))
    told = {}
    for walk in (
        {},
        {"hotspot": first},
        {"hotspot": None, "listed": ()},
        {"listed": None, "motion": "paused", "stop": 0},
        {"hotspot": first},
    ):
        kiosk.around.holder.walk(**walk)
        kiosk.settle()
        boxes = {type(t).__name__: t.geometry() for t in page.overlays.all if t.isVisible() and t is not page.overlays.leader}
        over = [(a, b) for a in boxes for b in boxes if a < b and boxes[a].intersects(boxes[b])]
        out = [name for name, box in boxes.items() if not kiosk.window.stage_widget.rect().contains(box)]
        if found := [*over, *out, *faults(kiosk.window, kiosk.window.look)]:
            told[str(walk)] = found
    assert not told


def test_discs_never_lie_on_each_other(kiosk: Any) -> None:
    """Key points closer than a finger become one disc; all others keep their distance, from wherever one looks."""
    from showroom.view.stage import Pose

    kiosk.open_showroom()
    for yaw in range(0, 360, 30):
        kiosk.window.stage_widget.fly_to(Pose((4.0, 3.0, 1.6), float(yaw)), 0)
        kiosk.window.page._frame()
        discs = [disc for disc in kiosk.window.page.points.layer.discs.values() if disc.isVisible()]
        for number, disc in enumerate(discs):
            for other in discs[number + 1 :]:
                centre = disc.geometry().center() - other.geometry().center()
                assert centre.manhattanLength() >= 56


def test_a_screen_of_another_size_is_laid_out_anew(kiosk: Any) -> None:
    """Turning the screen changes the layout and keeps the visit."""
    kiosk.go(page="permit", permit_id=PERMIT)
    before = kiosk.visit
    kiosk.window.resize(1080, 1920)
    kiosk.qtbot.waitUntil(lambda: kiosk.window.look.portrait, timeout=5000)
    assert kiosk.visit == before
    assert not faults(kiosk.window, kiosk.window.look)


def test_scrolled_columns_offer_a_button(kiosk: Any) -> None:
    """What goes on below has a button that turns the page."""
    kiosk.go(page="permit", permit_id=PERMIT)
    area = kiosk.window.findChild(QAbstractScrollArea, "permit-part")
    kiosk.qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0, timeout=5000)
    button = kiosk.window.findChild(QAbstractButton, "permit-part-down")
    assert button.isVisible()
    button.click()
    kiosk.qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0, timeout=5000)
