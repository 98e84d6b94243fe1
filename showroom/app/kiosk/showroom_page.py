"""What does a visitor see in the sample premises? The stage, and over it key points, card, radar, pad, views and tour.

The stage belongs to the window; this page lays its things over it and takes them away again. Where everything goes is in
`stage_layout`, how the tour is led in `guide`, what key points do in `key_points`; further things are parts (`showroom_parts`).
"""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.catalogue import Exhibit, Premises
from showroom.app.kiosk.docks import asks_for_another, dock_for
from showroom.app.kiosk.framing import standing_at
from showroom.app.kiosk.guide import Guide
from showroom.app.kiosk.key_points import KeyPoints
from showroom.app.kiosk.overlays import Overlays, lay_over, take_focus_from, tour_bar
from showroom.app.kiosk.panoramas import Panoramas
from showroom.app.kiosk.premises_opening import PremisesOpening
from showroom.app.kiosk.showing import Part, Showing
from showroom.app.kiosk.showroom_parts import PARTS
from showroom.app.kiosk.stage_layout import arrange
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.tools import TOOL_OF, taken_up
from showroom.app.kiosk.visit import Visit, Walk
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.permit import Permit
from showroom.view.stage import Hit, Pose


def _told_by_bar(walk: Walk) -> object:
    """What of the walk the tour's bar says."""
    return walk.motion, walk.stop, walk.speed


class ShowroomPage(QObject):
    """The sample premises for one permit."""

    def __init__(self, surroundings: Surroundings, look: Look, permit: Permit, exhibit: Exhibit, stage_widget: StageWidget) -> None:
        super().__init__(stage_widget)
        self.surroundings, self.look, self.permit, self.exhibit = surroundings, look, permit, exhibit
        self.stage_widget = stage_widget
        self.showing: Showing | None = None
        self.overlays: Overlays | None = None
        self.points: KeyPoints | None = None
        self.guide: Guide | None = None
        self.panoramas: Panoramas | None = None
        self.parts: tuple[Part, ...] = ()
        self._covered: list[QRect] = []
        stage_widget.installEventFilter(self)
        self._opening = PremisesOpening(surroundings, look, exhibit, stage_widget)
        self._opening.opened.connect(self._open)
        self._opening.begin()

    @property
    def shown(self) -> QWidget:
        """The stage."""
        return self.stage_widget

    @property
    def on_top(self) -> QWidget:
        """The open card or list, else the stage: read aloud alone."""
        return self.overlays.dock if self.overlays is not None and self.overlays.dock is not None else self.stage_widget

    @property
    def walk(self) -> Walk:
        """Where the visitor is."""
        return self.surroundings.holder.visit.walk

    # -- opening ---------------------------------------------------------------------------------------------
    def _open(self, premises: Premises) -> None:
        widget = self.stage_widget
        if not self.walk.placed:  # before anything is laid over the stage: nothing of it need follow
            widget.set_view("inside")
            widget.fly_to(standing_at(self.exhibit.scene.viewpoints[0], premises), 0)
            self.surroundings.holder.walk(placed=True)
        widget.set_still(still=self.look.large_print)  # in large print nothing swings by itself
        self.showing = showing = Showing(self.surroundings, self.look, self.permit, self.exhibit, premises, widget)
        self.points = KeyPoints(showing)
        self.points.figures.ready.connect(self._suit_dock)
        self.guide = Guide(self.surroundings, self.look, self.permit, self.exhibit, widget, self)
        self.panoramas = Panoramas(self.surroundings, self.look, self.exhibit, widget)
        self.panoramas.changed.connect(self._panorama_changed)
        self.overlays = lay_over(showing, self.guide, self.panoramas)
        self.overlays.bar.asked.connect(self._ask)
        self.guide.caption.connect(self._say)
        self.overlays.radar.tapped.connect(self._radar_tapped)
        self.overlays.views.chosen.connect(self._choose_view)
        self.parts = tuple(make(showing) for make in PARTS)
        for part in self.parts:
            part.rearranged.connect(self._arrange)
        widget.frameDrawn.connect(self._frame)
        widget.poseChanged.connect(self._pose_changed)
        widget.hit.connect(self._hit)
        widget.viewChanged.connect(self._view_changed)
        self.guide.resume()
        self._show_walk(None)
        self._frame()

    def _ask(self, what: str) -> None:
        assert self.guide is not None
        assert self.overlays is not None
        tool = TOOL_OF.get(what)
        if tool is not None:
            self.surroundings.holder.walk(**taken_up(self.walk, tool))
        if what == "tools":
            self.surroundings.holder.walk(tools=True, hotspot=None, listed=None, rooms=False)
        elif what in ("inside", "plan"):
            self._choose_view(what)
        elif what == "measure":
            self.overlays.measuring.act(what)
        elif not any(part.act(what) for part in self.parts) and tool is None:
            self.guide.act(what)

    # -- following the visit ---------------------------------------------------------------------------------
    def follow(self, before: Visit, after: Visit) -> bool:
        """Show another key point, list, view, or turn of the tour."""
        if before.revise(walk=after.walk) != after:
            return False
        if self.overlays is None or self.guide is None:
            return True
        if after.walk.motion == "paused":
            self.guide.hold()
        if _told_by_bar(before.walk) != _told_by_bar(after.walk):
            self._remake_bar()
        self._show_walk(before.walk)
        return True

    def _remake_bar(self) -> None:
        assert self.overlays is not None
        assert self.guide is not None
        assert self.showing is not None
        old, self.overlays.bar = self.overlays.bar, tour_bar(self.showing, self.guide)
        self.overlays.bar.asked.connect(self._ask)
        take_focus_from(old, self.overlays.bar)
        old.hide()
        old.deleteLater()

    def _show_walk(self, before: Walk | None) -> None:
        assert self.overlays is not None
        assert self.points is not None
        assert self.guide is not None
        walk = self.walk
        self.overlays.views.choose(walk.view)
        if asks_for_another(before, walk):
            self._remake_dock()
        else:
            self._suit_dock()
        self.points.light([walk.hotspot] if walk.hotspot else self.guide.spots_of_stop())
        self.overlays.measuring.follow()
        for part in self.parts:
            part.follow(before, walk)
        held = TOOL_OF.get(walk.tool or "")
        self.stage_widget.set_mode("author" if self.overlays.measuring.active or (held and held.taps) else "walk")
        self.overlays.hand = next((part.bar for part in self.parts if part.bar is not None), None)
        self._arrange()
        if walk.hotspot and (before is None or (before.hotspot, before.view) != (walk.hotspot, walk.view)):
            dock, fresh = self.overlays.dock, before is None or before.view != walk.view
            self.points.turn_to(walk.hotspot, dock.geometry() if dock else None, fresh=fresh)

    def _suit_dock(self) -> None:
        if self.overlays is not None and self.overlays.dock is not None:
            self.overlays.dock.suit(self.walk)

    def _remake_dock(self) -> None:
        assert self.overlays is not None
        assert self.showing is not None
        assert self.points is not None
        old, self.overlays.dock = self.overlays.dock, dock_for(self.showing, self.points, self._ask)
        if old is not None:
            if self.overlays.dock is not None:
                take_focus_from(old, self.overlays.dock)
            old.hide()
            old.deleteLater()

    # -- acts ------------------------------------------------------------------------------------------------
    def _choose_view(self, view: str) -> None:
        if view == "panorama":
            assert self.panoramas is not None
            self.panoramas.enter()
            return
        self.stage_widget.set_view(view)  # type: ignore[arg-type]
        self.surroundings.holder.walk(view=view)

    def _view_changed(self, view: str) -> None:
        if view != self.walk.view:
            self.surroundings.holder.walk(view=view)

    def _panorama_changed(self) -> None:
        assert self.overlays is not None
        self.overlays.views.choose(self.walk.view)
        self._arrange()

    def _radar_tapped(self, x: float, y: float) -> None:
        if self.walk.view == "panorama" and self.panoramas is not None:
            self.panoramas.step_near(x, y)
        else:
            self.stage_widget.walk_to((x, y, 0.0))

    def _hit(self, hit: Hit | None) -> None:
        if hit is None or self.overlays is None or self.points is None:
            return
        if self.overlays.measuring.active:
            self.overlays.measuring.hit(hit)
        elif any(part.hit(hit) for part in self.parts) or self.points.hit(hit):
            return
        elif self.walk.view == "panorama" and self.panoramas is not None:
            self.panoramas.step_near(*hit.position[:2])

    def key(self, event: QKeyEvent) -> bool:
        """Walk by arrows and WASD, zoom by plus and minus, close by Escape."""
        if self.overlays is None:
            return False
        if self.overlays.measuring.key(event):
            return True
        if event.key() == Qt.Key.Key_Escape and (self.walk.hotspot or self.walk.listed is not None or self.walk.tools):
            self.surroundings.holder.walk(hotspot=None, listed=None, tools=False)
            return True
        if any(part.key(event) for part in self.parts):
            return True
        return self.stage_widget.press(event.key(), again=event.isAutoRepeat())

    # -- every frame -----------------------------------------------------------------------------------------
    def _frame(self) -> None:
        if self.points is None or self.overlays is None:
            return
        if self.panoramas is not None:
            self.panoramas.place([QRectF(box) for box in self._covered])
            self.points.layer.keep_off([*self._covered, *self.panoramas.shown_marks])
        self.points.frame(self.overlays.leader, self.overlays.dock.geometry() if self.overlays.dock else None)
        self.overlays.measuring.place()
        for part in self.parts:
            part.frame()

    def _pose_changed(self, pose: Pose) -> None:
        if self.overlays is not None:
            self.overlays.radar.set_pose(pose)

    def _say(self, words: str) -> None:
        assert self.overlays is not None
        self.overlays.caption.say(words)
        self._arrange()

    def _arrange(self) -> None:
        self._opening.fit()
        if self.overlays is None or self.points is None:
            return
        overlays, whole = self.overlays, self.stage_widget.rect()
        arrange(overlays, self.look, whole, self.walk)
        taken = [thing.geometry() for thing in overlays.all[1:] if thing.isVisible()]
        for part in self.parts:
            part.arrange(whole, taken)
            taken += [thing.geometry() for thing in part.widgets if thing.isVisible()]
        chosen, places = self.walk.hotspot, self.points.showing.places
        overlays.radar.set_points((x, y, spot == chosen) for spot, (x, y, _) in places.items())
        overlays.radar.set_pose(self.stage_widget.pose)
        overlays.leader.raise_()
        self.points.layer.raise_discs()
        overlays.measuring.layer.raise_()
        for thing in self._over():
            thing.raise_()
            # the stage takes every touch that reaches it, and a touch taken makes no mouse event: buttons over it would be dead
            thing.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._covered = taken
        self._frame()

    def _over(self) -> list[QWidget]:
        """Everything over the stage that covers it, lowest first: the overlays but the leader, and what the parts have."""
        assert self.overlays is not None
        return [*self.overlays.all[1:], *(widget for part in self.parts for widget in part.widgets)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange anew when the stage changes size."""
        if watched is self.stage_widget and event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def close_page(self) -> None:
        """Take everything off the stage."""
        self.stage_widget.removeEventFilter(self)
        self._opening.close()
        for laid in self.stage_widget.children():  # the stage lives on: what hangs on it would too, and the premises with it
            if type(laid).__module__.startswith("showroom.app.kiosk."):
                laid.deleteLater()
        if self.overlays is None or self.points is None or self.guide is None:
            return
        widget = self.stage_widget
        widget.frameDrawn.disconnect(self._frame)
        widget.poseChanged.disconnect(self._pose_changed)
        widget.hit.disconnect(self._hit)
        widget.viewChanged.disconnect(self._view_changed)
        for part in self.parts:
            part.close()
        self.parts = ()
        self.guide.close()
        self.points.close()
        if self.panoramas is not None:
            self.panoramas.close()
        self.overlays.measuring.close()
        for thing in self.overlays.all:
            thing.hide()
            thing.deleteLater()
        self.overlays = self.points = None
