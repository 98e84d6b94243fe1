"""What every screen promises to every hand, eye and ear: names, room between targets, contrast as shown, and a way by keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from showroom import home
from showroom.app.kiosk.hotspots import Disc
from showroom.app.kiosk.visit import Comfort, OwnPlan, Rating, Visit
from showroom.app.theme import contrast
from showroom.app.widgets import touch_button
from showroom.domain.application import Application
from showroom.domain.review import Review
from showroom.formats import read_permit
from showroom.reports.my_list import document_mark, requirement_marks, with_missed
from showroom.review import review_plan

PERMIT, SCENE = "food-catering", "hot-food-shop"
LOOKS = [
    pytest.param((1920, 1080), Comfort(), 4.5, id="landscape"),
    pytest.param((1080, 1920), Comfort(large_print=True), 4.5, id="portrait-easy"),
    pytest.param((1920, 1080), Comfort(large_print=True, high_contrast=True), 7.0, id="landscape-easy-high-contrast"),
]


@pytest.fixture(scope="module")
def review() -> Review:
    """Return the review of the sample plan as somebody without answers gets it."""
    return review_plan(home.scenes() / SCENE / "premises.plan.yaml", read_permit(PERMIT), Application(), as_of=date(2026, 11, 23))


def screens(review: Review) -> dict[str, Visit]:
    """Return a visit for every screen but the showroom's, by a name."""
    permit = read_permit(PERMIT)
    own, some = OwnPlan(review=review), next(at for at, found in enumerate(review.findings) if found.geometry is not None)
    marked = with_missed(
        (*requirement_marks(PERMIT, [r.id for r in permit.requirements[:4]]), document_mark(PERMIT, "safety-rules")), review
    )
    here = Visit(permit_id=PERMIT)
    return {
        "lobby": here,
        "help": here.revise(help_open=True),
        "clerk": here.revise(clerk="wave"),
        "search": here.revise(page="search"),
        "guidance": here.revise(page="guidance"),
        "conditions": here.revise(page="permit"),
        "documents": here.revise(page="permit", part="documents"),
        "procedure": here.revise(page="permit", part="procedure"),
        "requirements": here.revise(page="permit", part="requirements"),
        "plans": here.revise(page="plans"),
        "questions": here.revise(page="questions", own=own),
        "result": here.revise(page="result", own=own),
        "finding": here.revise(page="result", own=replace(own, finding=some)),
        "list": here.revise(page="list", own=own, marked=marked),
        "empty list": here.revise(page="list"),
        "take away": here.revise(page="takeaway", own=own, marked=marked),
        "rating": here.revise(page="rating"),
        "reasons": here.revise(page="rating", rating=Rating(1)),
        "thanks": here.revise(page="rating", rating=Rating(5, given=True)),
    }


def shown(kiosk: Any, review: Review) -> Iterator[str]:
    """Show one screen after the other, the showroom's among them; yield the name of each."""
    comfort = kiosk.visit.comfort
    for name, visit in screens(review).items():
        kiosk.around.holder.put(visit.revise(comfort=comfort))
        kiosk.settle()
        yield name
    kiosk.open_showroom()
    spot = next(iter(kiosk.window.page.showing.spots))
    for name, walk in {
        "showroom": {},
        "card": {"hotspot": spot},
        "key points": {"hotspot": None, "listed": ()},
        "tools": {"listed": None, "tools": True},
        "tour": {"tools": False, "motion": "paused"},
    }.items():
        kiosk.around.holder.walk(**walk)
        kiosk.settle()
        yield name


def on_top(kiosk: Any) -> QWidget:
    """Return what can be touched: a sheet over the page, else the window."""
    return kiosk.window._sheet or kiosk.window


def visible(root: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """Return the visible widgets of these kinds below `root`."""
    return [widget for widget in root.findChildren(QWidget) if widget.isVisible() and isinstance(widget, kinds)]


def seen(widget: QWidget) -> QRect:
    """Return the part of a widget that no parent cuts off, in the window's pixels."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(widget.window(), QPoint(0, 0)))


def scrolled(widget: QWidget) -> bool:
    """Tell whether a widget is scrolled by an area."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.widget() is not None and parent.widget().isAncestorOf(widget):
            return True
        parent = parent.parentWidget()
    return False


def told_of(widget: QWidget) -> str:
    """Return a widget in words, for a failure."""
    return f"{type(widget).__name__} {widget.objectName()} “{widget.accessibleName()[:24]}”"


# -- names ---------------------------------------------------------------------------------------------------
NEED_NAMES = (QAbstractButton, QAbstractSlider, QLineEdit, QTextEdit, QProgressBar, QAbstractItemView)


def nameless(root: QWidget) -> list[str]:
    """Return what can be used, or paints something of its own, and has no name for whoever does not see it."""
    found = []
    for widget in visible(root, QWidget):
        used = isinstance(widget, NEED_NAMES) and not isinstance(widget, QScrollBar)
        if (used or _paints(widget)) and not widget.accessibleName():
            found.append(told_of(widget))
    return found


def _paints(widget: QWidget) -> bool:
    """Tell whether a widget of ours paints itself and holds nothing else that could be named."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) or widget.layout() is not None:
        return False
    return any("paintEvent" in kind.__dict__ for kind in type(widget).__mro__ if kind.__module__.startswith("showroom."))


# -- targets -------------------------------------------------------------------------------------------------
def targets(root: QWidget) -> list[QWidget]:
    """Return the buttons that can be touched; key points keep off each other by a rule of their own, pagers lie over a column."""
    pagers = tuple(f"{area.objectName()}{end}" for area in visible(root, QScrollArea) for end in ("-down", "-up"))
    return [
        button
        for button in visible(root, QAbstractButton)
        if not isinstance(button, Disc) and button.objectName() not in pagers and not seen(button).isEmpty()
    ]


def crowded(root: QWidget, look: Any) -> list[str]:
    """Return the targets that are too small, cut off, or too near to another."""
    found, least = [], look.gap - 2
    buttons = [(button, seen(button)) for button in targets(root)]
    for button, box in buttons:
        if min(button.width(), button.height()) < look.px(64) - 1:
            found.append(f"{told_of(button)} is only {button.width()}x{button.height()}")
        if not scrolled(button) and (box.width() < button.width() - 1 or box.height() < button.height() - 1):
            found.append(f"{told_of(button)} is cut off: {box.width()}x{box.height()} of {button.width()}x{button.height()}")
    for (one, a), (other, b) in combinations(buttons, 2):
        across = max(a.left() - b.right(), b.left() - a.right()) - 1
        down = max(a.top() - b.bottom(), b.top() - a.bottom()) - 1
        if max(across, down) < least:
            found.append(f"{told_of(one)} and {told_of(other)} are {max(across, down)} px apart")
    return found


# -- contrast ------------------------------------------------------------------------------------------------
GROUNDS = {
    "raised": "surface_raised", "floating": "surface_raised", "soft": "accent_soft", "sunken": "surface_sunken",
    "warning": "to_confirm_soft", "met": "met_soft", "not_met": "not_met_soft", "to_confirm": "to_confirm_soft",
    "not_applicable": "not_applicable_soft", "night": "night",
}  # fmt: skip


def ground_of(label: QWidget, look: Any) -> str | None:
    """Return the colour a label stands on by the panels around it; `None` over a picture."""
    parent = label.parentWidget()
    while parent is not None:
        kind = parent.property("panel") if isinstance(parent, QFrame) else None
        if kind in GROUNDS:
            return str(getattr(look.palette, GROUNDS[kind]))
        if "Picture" in type(parent).__name__ or "Attract" in type(parent).__name__:
            return None
        parent = parent.parentWidget()
    return str(look.palette.surface)


def pale(root: QWidget, look: Any, least: float) -> list[str]:
    """Return the labels whose words, as coloured on this screen, stand out too little from what they stand on."""
    found = []
    for label in visible(root, QLabel):
        ground = ground_of(label, look)
        if not label.text() or ground is None:
            continue
        ratio = contrast(label.palette().color(QPalette.ColorRole.WindowText).name(), ground)
        if ratio < least:
            found.append(f"“{label.text()[:24]}” has {ratio:.1f} to 1")
    return found


# -- the promises --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("size", "comfort", "contrast_least"), LOOKS)
def test_everything_has_a_name_room_and_contrast(
    make_kiosk: Callable[..., Any], review: Review, size: tuple[int, int], comfort: Comfort, contrast_least: float
) -> None:
    """On every screen: a name for all that is used or painted, 64 px targets with 16 px between, words at 4.5 to 1, or 7 to 1."""
    kiosk = make_kiosk(size=size, language="en", comfort=comfort)
    told = {}
    for name in shown(kiosk, review):
        root, look = on_top(kiosk), kiosk.window.look
        if found := [*nameless(root), *crowded(root, look), *pale(root, look, contrast_least)]:
            told[name] = found
    assert not told, "\n".join(f"{name}: {line}" for name, lines in told.items() for line in lines)


@pytest.mark.parametrize("kind", touch_button._FACES)
def test_every_face_of_a_button_is_a_pair_whose_contrast_is_computed(kind: str) -> None:
    """Off, pressed down and checked, a button's words stand on a ground that the theme's test knows."""
    from showroom.app.theme import TEXT_PAIRS

    face = touch_button._FACES[kind]
    pairs = {(face.words, face.ground or "surface")}
    if face.checked_ground:
        pairs.add((face.checked_words or face.words, face.checked_ground))
    assert pairs <= set(TEXT_PAIRS)


# -- by keyboard ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "name", ["result", "list", "take away", "rating", "reasons", "thanks", "requirements", "search", "guidance"]
)
def test_tab_reaches_everything_and_shows_where_it_is(kiosk: Any, review: Review, name: str) -> None:
    """Every control of a screen is reached by Tab, and the one that has the keyboard wears its ring."""
    if name == "showroom":
        kiosk.open_showroom()
    else:
        kiosk.around.holder.put(screens(review)[name])
        kiosk.settle()
    awake(kiosk)
    wanted = {b for b in visible(kiosk.window, QAbstractButton) if b.isEnabled()}
    wanted = {b for b in wanted if b.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert len(wanted) > 6
    reached: set[QWidget] = set()
    for _ in range(2 * len(wanted) + 20):
        kiosk.qtbot.keyClick(QApplication.focusWidget() or kiosk.window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        reached.add(focused)
        if isinstance(focused, touch_button.TouchButton):
            assert focused.ringed
    assert not [told_of(b) for b in wanted - reached]


def awake(kiosk: Any) -> None:
    """Give the window the keyboard."""
    with kiosk.qtbot.waitActive(kiosk.window, timeout=5000):
        kiosk.window.activateWindow()


def by_keyboard(kiosk: Any, name: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Press Tab until the control of that name has the keyboard, then press it by key."""
    for _ in range(150):
        focused = QApplication.focusWidget()
        if focused is not None and focused.objectName() == name and focused.isVisible():
            kiosk.qtbot.keyClick(focused, key)
            kiosk.settle()
            return
        kiosk.qtbot.keyClick(focused or kiosk.window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name}")


def test_a_whole_visit_needs_no_mouse(make_kiosk: Callable[..., Any]) -> None:
    """From the lobby to the thanks by Tab, Enter and Space alone: permit, papers, list, phone, printer, grade."""
    kiosk = make_kiosk(print_pdfs=lambda *_: "sent")
    awake(kiosk)
    by_keyboard(kiosk, f"permit-{PERMIT}")
    assert kiosk.visit.page == "permit"
    by_keyboard(kiosk, "my-list")
    by_keyboard(kiosk, "back", Qt.Key.Key_Space)
    assert kiosk.visit.page == "permit"
    kiosk.around.holder.toggle_marked(document_mark(PERMIT, "safety-rules"))
    by_keyboard(kiosk, "my-list", Qt.Key.Key_Space)
    by_keyboard(kiosk, "take-away")
    by_keyboard(kiosk, "take-print")
    kiosk.qtbot.waitUntil(lambda: kiosk.visit.take.told == "sent", timeout=20_000)
    by_keyboard(kiosk, "finish")
    by_keyboard(kiosk, "grade-4")
    by_keyboard(kiosk, "rating-finish")
    assert kiosk.visit == Visit()
