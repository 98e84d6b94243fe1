"""What does a visitor see in the sample premises? The stage, and over it key points, card, radar, pad, views and tour.

The stage belongs to the window; this page lays its things over it and takes them away again. Where everything goes is in
`stage_layout`, how the tour is led in `guide`.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.card import KeyPointCard, KeyPointList
from showroom.app.kiosk.catalogue import Exhibit, Premises
from showroom.app.kiosk.framing import place_of, pose_towards, turned_towards
from showroom.app.kiosk.guide import Guide
from showroom.app.kiosk.hotspots import HotspotLayer
from showroom.app.kiosk.jobs import Job
from showroom.app.kiosk.loading_sheet import LoadingSheet
from showroom.app.kiosk.overlays import Overlays, lay_over, tour_bar
from showroom.app.kiosk.panoramas import Panoramas
from showroom.app.kiosk.stage_controls import TourBar
from showroom.app.kiosk.stage_layout import arrange
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit, Walk
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.touch_button import TouchButton
from showroom.domain.permit import Permit
from showroom.view.stage import Hit, Pose
from showroom.view.walking import Walker

_MEASURES = {Qt.Key.Key_Return: "set", Qt.Key.Key_Enter: "set", Qt.Key.Key_Backspace: "clear", Qt.Key.Key_Escape: "done"}


class ShowroomPage(QObject):
    """The sample premises for one permit."""

    def __init__(self, surroundings: Surroundings, look: Look, permit: Permit, exhibit: Exhibit, stage_widget: StageWidget) -> None:
        super().__init__(stage_widget)
        self.surroundings, self.look, self.permit, self.exhibit = surroundings, look, permit, exhibit
        self.stage_widget = stage_widget
        self.spots = {spot.id: spot for spot in exhibit.hotspots(permit)}
        self.overlays: Overlays | None = None
        self.layer: HotspotLayer | None = None
        self.guide: Guide | None = None
        self.panoramas: Panoramas | None = None
        self._loading: LoadingSheet | None = None
        self._job: Job | None = None
        self._covered: list[QRectF] = []
        stage_widget.installEventFilter(self)
        premises = surroundings.premises
        if premises is not None and premises.exhibit.folder == exhibit.folder:
            self._open(premises)
        else:
            self._load()

    @property
    def shown(self) -> QWidget:
        """The stage."""
        return self.stage_widget

    @property
    def walk(self) -> Walk:
        """Where the visitor is."""
        return self.surroundings.holder.visit.walk

    # -- opening ---------------------------------------------------------------------------------------------
    def _load(self) -> None:
        exhibit, catalogue = self.exhibit, self.surroundings.catalogue
        pictures = self.surroundings.pictures(exhibit)
        self._loading = LoadingSheet(self.look, self.stage_widget, pictures[0] if pictures else None)
        self._loading.cancelled.connect(lambda: self.surroundings.holder.revise(page="permit"))
        self._loading.setGeometry(self.stage_widget.rect())
        self._loading.show()
        self._job = self.surroundings.jobs.start(lambda _job: catalogue.load_premises(exhibit))
        self._job.done.connect(self._loaded)
        self._job.failed.connect(self._failed)

    def _loaded(self, premises: Premises) -> None:
        self.stage_widget.set_view("inside", 0)
        self.stage_widget.stage.surround(None)
        self.stage_widget.show_model(premises.ready)
        storey = premises.plan.storeys[0].id
        self.stage_widget.set_walker(Walker(premises.plan, storey))
        self.surroundings.premises = premises
        self._open(premises)

    def _failed(self, _problems: object) -> None:
        if self._loading is not None:
            self._loading.show_trouble()

    def _open(self, premises: Premises) -> None:
        if self._loading is not None:
            self._loading.hide()
            self._loading.deleteLater()
            self._loading = None
        places = {
            spot.id: place for spot in self.spots.values() if (place := place_of(spot, self.exhibit.scene, premises)) is not None
        }
        titles = {spot.id: spot.card.title.in_(self.surroundings.language) for spot in self.spots.values()}
        self._places = places
        self.layer = HotspotLayer(self.look, self.stage_widget, self.stage_widget.stage, places, titles)
        self.layer.chosen.connect(self._tapped)
        self.layer.behind.connect(self._count_behind)
        self.guide = Guide(self.surroundings, self.look, self.permit, self.exhibit, self.stage_widget, self)
        self.panoramas = Panoramas(self.surroundings, self.look, self.exhibit, self.stage_widget)
        self.panoramas.changed.connect(self._panorama_changed)
        self.overlays = lay_over(
            self.look, self.stage_widget, premises.plan, self.guide, self.panoramas, self.walk, points=len(places)
        )
        self.guide.caption.connect(self._say)
        self.overlays.measuring.changed.connect(self._measured)
        self.overlays.radar.tapped.connect(self._radar_tapped)
        self.overlays.views.chosen.connect(self._choose_view)
        self.stage_widget.frameDrawn.connect(self._frame)
        self.stage_widget.poseChanged.connect(self._pose_changed)
        self.stage_widget.hit.connect(self._hit)
        self.stage_widget.viewChanged.connect(self._view_changed)
        if not self.walk.placed:
            self.stage_widget.set_view("inside")
            view = self.exhibit.scene.viewpoints[0]
            self.stage_widget.fly_to(Pose.looking(view.eye, view.look, view.field_of_view), 0)
            self.surroundings.holder.walk(placed=True)
        self.guide.resume()
        self._show_walk(None)
        self._frame()

    def _make_bar(self) -> TourBar:
        assert self.guide is not None
        assert self.overlays is not None
        return tour_bar(self.look, self.stage_widget, self.guide, self.walk, len(self._places), self.overlays.measuring)

    # -- following the visit ---------------------------------------------------------------------------------
    def follow(self, before: Visit, after: Visit) -> bool:
        """Show another key point, list, view, or turn of the tour."""
        if before.revise(walk=after.walk) != after:
            return False
        if self.overlays is None or self.guide is None:
            return True
        if after.walk.motion == "paused":
            self.guide.hold()
        if (before.walk.motion, before.walk.stop) != (after.walk.motion, after.walk.stop):
            old = self.overlays.bar
            old.hide()
            old.deleteLater()
            self.overlays.bar = self._make_bar()
            self._refocus(old)
        self._show_walk(before.walk)
        return True

    def _refocus(self, old: TourBar) -> None:
        assert self.overlays is not None
        focused = next((b for b in old.findChildren(TouchButton) if b.hasFocus()), None)
        if focused is None:
            return
        same = self.overlays.bar.findChild(TouchButton, focused.objectName()) or self.overlays.bar.findChild(TouchButton)
        if same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason if focused.ringed else Qt.FocusReason.MouseFocusReason)

    def _show_walk(self, before: Walk | None) -> None:
        assert self.overlays is not None
        assert self.layer is not None
        assert self.guide is not None
        walk = self.walk
        self.overlays.views.choose(walk.view)
        if before is None or (before.hotspot, before.listed) != (walk.hotspot, walk.listed):
            self._remake_dock()
        lit = [walk.hotspot] if walk.hotspot else list(self.guide.spots_of_stop())
        self.layer.light([spot for spot in lit if spot in self.spots])
        nodes = [node for spot in lit if spot in self.spots and (node := self.spots[spot].anchor.node)]
        self.stage_widget.stage.highlight(nodes)
        self._arrange()
        if walk.hotspot and (before is None or before.hotspot != walk.hotspot):
            self._turn_to(walk.hotspot)

    def _remake_dock(self) -> None:
        assert self.overlays is not None
        if self.overlays.dock is not None:
            self.overlays.dock.hide()
            self.overlays.dock.deleteLater()
            self.overlays.dock = None
        walk, language, look = self.walk, self.surroundings.language, self.look
        order = list(self.spots)
        if walk.hotspot in self.spots:
            spot = self.spots[walk.hotspot]
            rows = self.surroundings.catalogue.requirements_of(spot, self.permit)
            number, count = order.index(spot.id) + 1, len(order)
            card = KeyPointCard(look, self.stage_widget, language, self.exhibit, spot, rows, number=number, count=count)
            card.moved.connect(self._next_point)
            self.overlays.dock = card
        elif walk.listed is not None:
            chosen = [spot for spot in order if not walk.listed or spot in walk.listed]
            lines = [(spot, order.index(spot) + 1, self.spots[spot].card.title.in_(language)) for spot in chosen]
            listing = KeyPointList(look, self.stage_widget, self.tr("Key points"), lines)
            listing.picked.connect(self._pick)
            self.overlays.dock = listing
        if self.overlays.dock is not None:
            self.overlays.dock.closed.connect(lambda: self.surroundings.holder.walk(hotspot=None, listed=None))

    # -- acts ------------------------------------------------------------------------------------------------
    def _tapped(self, members: tuple[str, ...]) -> None:
        if len(members) == 1:
            self._pick(members[0])
        else:
            self._hold_tour(hotspot=None, listed=members)

    def _pick(self, spot: str) -> None:
        self._hold_tour(hotspot=spot, listed=None)

    def _hold_tour(self, **changes: object) -> None:
        motion = "paused" if self.walk.motion == "playing" else self.walk.motion
        self.surroundings.holder.walk(motion=motion, **changes)

    def _next_point(self, steps: int) -> None:
        order = list(self.spots)
        here = order.index(self.walk.hotspot) if self.walk.hotspot in order else 0
        self.surroundings.holder.walk(hotspot=order[(here + steps) % len(order)])

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

    def _measured(self) -> None:
        assert self.overlays is not None
        if self.overlays.measuring.active and (self.walk.hotspot or self.walk.listed is not None):
            self._hold_tour(hotspot=None, listed=None)
        self._arrange()

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
        if hit is None or self.overlays is None:
            return
        if self.overlays.measuring.active:
            self.overlays.measuring.hit(hit)
            return
        spot = next((spot for spot in self.spots.values() if hit.node and spot.anchor.node == hit.node), None)
        if spot is not None:
            self._pick(spot.id)
        elif self.walk.view == "panorama" and self.panoramas is not None:
            self.panoramas.step_near(*hit.position[:2])

    def _turn_to(self, spot_id: str) -> None:
        if spot_id not in self._places or self.overlays is None or self.walk.view not in ("inside", "panorama"):
            return
        dock = self.overlays.dock.geometry() if self.overlays.dock else None
        spot, place, widget = self.spots[spot_id], self._places[spot_id], self.stage_widget
        if self.walk.view == "panorama":
            pose: Pose | None = turned_towards(place, widget, dock)
        else:
            pose = pose_towards(spot, place, self.exhibit.scene, widget, dock)
        if pose is not None:
            widget.fly_to(pose, 2000 if self.look.large_print else 1200)

    def key(self, event: QKeyEvent) -> bool:
        """Walk by arrows and WASD, zoom by plus and minus, close by Escape."""
        measuring = self.overlays is not None and self.overlays.measuring
        if measuring and measuring.active and event.key() in _MEASURES:
            measuring.act(_MEASURES[event.key()])
            return True
        if event.key() == Qt.Key.Key_Escape and (self.walk.hotspot or self.walk.listed is not None):
            self.surroundings.holder.walk(hotspot=None, listed=None)
            return True
        return self.overlays is not None and self.stage_widget.press(event.key())

    # -- every frame -----------------------------------------------------------------------------------------
    def _frame(self) -> None:
        if self.layer is None or self.overlays is None:
            return
        self.layer.place()
        self.overlays.measuring.place()
        if self.panoramas is not None:
            self.panoramas.place(self._covered)
        dock = self.overlays.dock
        start = self.layer.point_of(self.walk.hotspot) if self.walk.hotspot and dock is not None else None
        self.overlays.leader.lead(start, dock.geometry() if dock else self.stage_widget.rect(), sheet=self.look.portrait)

    def _pose_changed(self, pose: Pose) -> None:
        if self.overlays is not None:
            self.overlays.radar.set_pose(pose)

    def _count_behind(self, count: int) -> None:
        assert self.overlays is not None
        behind = self.overlays.behind
        free = self.overlays.dock is None and not self.overlays.measuring.active
        wanted = count > 0 and self.walk.view in ("inside", "panorama") and free and self.walk.motion == "stopped"
        if wanted:
            words = self.tr("{count} behind you").format(count=count)
            if words != behind.text():
                behind.setText(words)
                behind.setAccessibleName(words)
                self._arrange()
        behind.setVisible(wanted)

    def _say(self, words: str) -> None:
        assert self.overlays is not None
        self.overlays.caption.say(words)
        self._arrange()

    def _arrange(self) -> None:
        if self.overlays is None or self.layer is None:
            if self._loading is not None:
                self._loading.setGeometry(self.stage_widget.rect())
            return
        arrange(self.overlays, self.look, self.stage_widget.rect(), self.walk)
        chosen = self.walk.hotspot
        self.overlays.radar.set_points((x, y, spot == chosen) for spot, (x, y, _) in self._places.items())
        self.overlays.radar.set_pose(self.stage_widget.pose)
        self.overlays.leader.raise_()
        self.layer.raise_discs()
        self.overlays.measuring.layer.raise_()
        for thing in self.overlays.all[1:]:
            thing.raise_()
            # the stage takes every touch that reaches it, and a touch taken makes no mouse event: buttons over it would be dead
            thing.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        covered = [t.geometry() for t in self.overlays.all if t is not self.overlays.leader and t.isVisible()]
        self.layer.keep_off(covered)
        self._covered = [QRectF(box) for box in covered]
        self._frame()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange anew when the stage changes size."""
        if watched is self.stage_widget and event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def close_page(self) -> None:
        """Take everything off the stage."""
        self.stage_widget.removeEventFilter(self)
        if self._job is not None:
            self._job.cancel()
        if self._loading is not None:
            self._loading.hide()
            self._loading.deleteLater()
        if self.overlays is None or self.layer is None or self.guide is None:
            return
        widget = self.stage_widget
        widget.frameDrawn.disconnect(self._frame)
        widget.poseChanged.disconnect(self._pose_changed)
        widget.hit.disconnect(self._hit)
        widget.viewChanged.disconnect(self._view_changed)
        self.guide.close()
        self.layer.close()
        if self.panoramas is not None:
            self.panoramas.close()
        widget.stage.highlight([])
        self.overlays.measuring.close()
        for thing in self.overlays.all:
            thing.hide()
            thing.deleteLater()
        self.overlays = self.layer = None
