"""How does a visitor look into the premises? Cut open at a height in three steps, with ceilings off, one storey at a time.

Cuts are seen from outside, lifted ceilings from inside; which of them hold is in the visit's walk.
"""

from showroom.app.kiosk.hand_bar import BarAct, HandBar
from showroom.app.kiosk.showing import Part, Showing
from showroom.app.kiosk.visit import Walk
from showroom.modelling.storeys import floor_levels, storey_height
from showroom.view.section import STEPS, cut_faces
from showroom.view.stage import FROM_OUTSIDE

_BELOW_CEILING = 0.02
"""Metres below its ceiling at which a storey is shown whole, without those above it."""


class Cutting(Part):
    """The cut and the ceilings of one showing."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing)
        icons = ("", "") if showing.look.portrait else ("dollhouse", "section")
        steps = [BarAct("whole", self.tr("Whole walls"), icons[0], "segment", choice=True)]
        for step in STEPS:
            words = self.tr("At {metres} m").format(metres=f"{step:.1f}")
            steps.append(BarAct(f"{step}", words, icons[1], "segment", choice=True))
        self._bar = HandBar(showing.look, showing.stage_widget, "cut", tuple(steps[:2]), tuple(steps[2:]), (self._done(),))
        self._bar.asked.connect(self._do)
        self._bar.say(self.tr("Cut the premises open at this height"))

    def _done(self) -> BarAct:
        return BarAct("done", self.tr("Done"), "tick", "secondary")

    @property
    def bar(self) -> HandBar | None:
        """The bar, while the visitor cuts."""
        return self._bar if self.showing.walk.tool == "section" else None

    def follow(self, before: Walk | None, now: Walk) -> None:
        """Show the cut and the ceilings the walk asks for; the tool is laid down where it serves no more."""
        stage = self.showing.stage_widget.stage
        if before is None or ("ceiling" in before.switched) != ("ceiling" in now.switched):
            stage.lift_ceiling(lifted="ceiling" in now.switched)
        if before is None or (before.cut, before.storey) != (now.cut, now.storey):
            height = self._height(now)
            stage.cut_at(height, None if height is None else cut_faces(self.showing.premises.plan, height))
        self._bar.choose("whole" if now.cut is None else f"{now.cut}")
        if now.tool != "section":
            self._bar.hide()
        elif before is not None and before.view != now.view and now.view not in FROM_OUTSIDE:
            self.showing.holder.walk(tool=None)

    def act(self, what: str) -> bool:
        """Cut at the middle step as soon as the tool is taken up, seen from above."""
        if what != "section":
            return False
        walk = self.showing.walk
        if walk.tool == "section":
            view = walk.view if walk.view in FROM_OUTSIDE else "dollhouse"
            self.showing.stage_widget.set_view(view)
            self.showing.holder.walk(view=view, cut=STEPS[1] if walk.cut is None else walk.cut)
        return True

    def close(self) -> None:
        """Leave the stage whole."""
        stage = self.showing.stage_widget.stage
        stage.cut_at(None)
        stage.lift_ceiling(lifted=False)
        self._bar.hide()
        self._bar.deleteLater()

    def _height(self, walk: Walk) -> float | None:
        """The height above the lowest floor at which all is cut: the step over the storey's floor, or below its ceiling."""
        plan = self.showing.premises.plan
        storey = next((storey for storey in plan.storeys if storey.id == walk.storey), plan.storeys[-1])
        level = floor_levels(plan)[storey.id]
        if walk.cut is not None:
            return level + walk.cut
        return None if storey is plan.storeys[-1] else level + storey_height(storey) - _BELOW_CEILING

    def _do(self, what: str) -> None:
        if what == "done":
            self.showing.holder.walk(tool=None)
        else:
            self.showing.holder.walk(cut=None if what == "whole" else float(what))
