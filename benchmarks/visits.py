"""What does a visitor do at the kiosk, from the first touch to leaving? One whole visit, driven as quickly as the kiosk follows.

Used by the proof that nothing is left of a visitor (tests/app/kiosk/test_forgetting.py) and by the many visits in a row
(`python -m benchmarks.soak`). Whatever the visitor brings or types carries a mark by which it can be found again.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from showroom import formats
from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.window import KioskWindow
from showroom.reports.my_list import Mark

PATIENCE_S = 120.0


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Return the seconds now."""
        return self.now


def fill_stick(stick: Path, exhibit: Exhibit, mark: str) -> Path:
    """Put a drawing that carries `mark` in its name, its title and its rooms on the stick, and return it."""
    text = exhibit.plan_path.read_text(encoding="utf-8")
    marked = stick / f"{mark}-own.plan.yaml"
    marked.write_text(
        "\n".join(f"name: {mark}" if line.startswith("name:") else line for line in text.splitlines()), encoding="utf-8"
    )
    plan = formats.read_plan(marked)
    storeys = [
        storey.revise(spaces=tuple(space.revise(name=f"{space.name} {mark}") for space in storey.spaces)) for storey in plan.storeys
    ]
    drawing = stick / f"{mark}.dxf"
    formats.write_plan(plan.revise(storeys=tuple(storeys)), drawing)
    marked.unlink()
    return drawing


class Visitor:
    """Somebody at a kiosk."""

    def __init__(self, window: KioskWindow, clock: Clock, stick: Path) -> None:
        self.window, self.clock, self.stick = window, clock, stick
        self.around = window.surroundings
        self.holder = window.surroundings.holder

    def settle(self) -> None:
        """Let posted events run and thrown-away widgets go."""
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait(self, done: Callable[[], object], what: str) -> None:
        """Wait until `done()`. Raises TimeoutError."""
        until = time.monotonic() + PATIENCE_S
        while not done():
            if time.monotonic() > until:
                raise TimeoutError(f"waited {PATIENCE_S:.0f} s for {what}; page {self.holder.visit.page}")
            self.settle()
            time.sleep(0.005)
        self.settle()

    def press(self, name: str) -> None:
        """Press the visible button of that name."""
        found = next((w for w in self.window.findChildren(QWidget, name) if w.isVisible()), None)
        if found is None:
            raise LookupError(f"no visible {name} on {self.holder.visit.page}")
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.settle()

    def go(self, **changes: Any) -> None:
        """Go to a page."""
        self.holder.revise(**changes)
        self.settle()

    # -- the visit -------------------------------------------------------------------------------------------
    def visit(self, exhibit: Exhibit, mark: str, *, walks: bool = True, checks: bool = True, own: bool = False) -> None:
        """Do everything once, and leave quietly: the kiosk asks, is answered once, asks again, and forgets.

        A visitor in a hurry leaves out the premises, or the check of a plan; with `own` they walk through their own premises too.
        """
        permit_id = exhibit.scene.permits[0]
        self.press("begin")
        self.look_for(mark)
        self.go(page="permit", permit_id=permit_id)
        self.mark_something(permit_id)
        if walks:
            self.walk(exhibit, permit_id)
        if checks:
            self.check(fill_stick(self.stick, exhibit, mark))
            if own:
                self.walk_own()
        self.take_home()
        self.leave()

    def look_for(self, mark: str) -> None:
        """Type into the search, with the keyboard of the screen where it is there."""
        self.go(page="search")
        field = self.window.findChild(QWidget, "search-field")
        if field is not None:
            field.setFocus(Qt.FocusReason.MouseFocusReason)
            self.settle()
            field.setText(mark)
            self.settle()
        keyboard = self.window.keyboard.keyboard if self.window.keyboard is not None else None
        if keyboard is not None:
            for letter in "canyin":
                keyboard.strike(letter)
            keyboard.choose(0)
            keyboard.strike("q")
        self.around.speech.read([f"{mark} is read aloud"], self.around.language)
        QGuiApplication.clipboard().setText(mark)

    def mark_something(self, permit_id: str) -> None:
        """Put a requirement on the list."""
        permit = self.around.catalogue.permit(permit_id)
        assert permit is not None
        self.holder.toggle_marked(Mark(permit_id, "requirement", permit.requirements[0].id))
        self.settle()

    def walk(self, exhibit: Exhibit, permit_id: str) -> None:
        """Go through the premises: a card, the beginning of the tour, the other views, large print, English."""
        self.go(page="showroom", permit_id=permit_id, scene_id=exhibit.scene.id)
        self.wait(lambda: getattr(self.window.page, "overlays", None) is not None, "the premises")
        for spot in exhibit.scene.hotspots[:3]:
            self.holder.walk(hotspot=spot.id)
            self.settle()
        self.holder.walk(hotspot=None)
        guide = self.window.page.guide
        guide.act("tour")
        guide.advance(4000)
        self.settle()
        guide.act("end")
        for view in ("dollhouse", "plan", "inside"):
            self.window.stage_widget.set_view(view, 0)
            self.settle()
        self.holder.comfort(large_print=True)
        self.settle()
        self.around.languages.choose("en")
        self.settle()

    def check(self, drawing: Path) -> None:
        """Take a drawing from the stick, have it checked, look at a finding."""
        self.go(page="plans")
        self.wait(lambda: self._file(drawing) is not None, "the stick's drawings")
        self.press(f"file-{drawing.name}")
        self.wait(lambda: self.holder.visit.page == "questions", "the drawing to be copied")
        self.press("check-now")
        self.wait(lambda: self.holder.visit.page == "result" or self.holder.visit.own.trouble, "the check")
        if self.holder.visit.own.trouble:
            raise RuntimeError(f"the drawing was refused: {self.holder.visit.own.trouble}")
        self.holder.own(finding=0)
        self.settle()
        self.holder.own(finding=None)
        self.settle()

    def walk_own(self) -> None:
        """Walk through the premises the drawing makes: a card, and the rehearsal."""
        self.press("walk-own")
        self.wait(lambda: getattr(self.window.page, "overlays", None) is not None, "one's own premises")
        spots = self.window.page.exhibit.scene.hotspots
        if spots:
            self.holder.walk(hotspot=spots[0].id)
            self.settle()
        self.holder.walk(hotspot=None)
        guide = self.window.page.guide
        guide.act("tour")
        guide.advance(4000)
        self.settle()
        guide.act("end")
        self.settle()

    def _file(self, drawing: Path) -> QWidget | None:
        return next((w for w in self.window.findChildren(QWidget, f"file-{drawing.name}") if w.isVisible()), None)

    def take_home(self) -> None:
        """Look at the list and what can be taken home, and rate the service."""
        for page in ("list", "takeaway", "rating"):
            self.go(page=page)
        self.holder.rate(grade=4, given=True)
        self.settle()

    def leave(self) -> None:
        """Go quiet; answer the first question, not the second."""
        attendance, config = self.window.attendance, self.around.config
        for answered in (True, False):
            self.around.speech.stop()
            self.clock.now += config.idle_seconds
            attendance.tick()
            self.settle()
            if answered:
                self.press("stay")
        self.clock.now += config.stay_seconds
        attendance.tick()
        self.settle()
        if self.holder.visit != self.holder.first:
            raise RuntimeError("the visit was not forgotten")
