"""How does a visitor come from a thing to its key point and back? Discs tapped, things lit, the eye turned, the leader led.

Which key point is open stands in the visit's walk; this follows it and writes there.
"""

import math
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRect

from showroom.app.kiosk.framing import bring_into_sight, free_part, pose_towards, turned_towards
from showroom.app.kiosk.hotspots import HotspotLayer, LeaderLine
from showroom.app.kiosk.sample_figures import SampleFigures
from showroom.app.kiosk.showing import Showing
from showroom.view.stage import Hit, Pose

_FLIGHT, _SLOW_FLIGHT = 1200, 2000
_EDGE = 60
"""Design pixels an arrow to something out of the picture keeps from the edge."""


class KeyPoints(QObject):
    """The key points of a showing."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing.stage_widget)
        self.showing, self.figures = showing, SampleFigures(showing)
        titles = {spot: showing.card_of(spot).title.in_(showing.language) for spot in showing.spots}
        nodes = {name: spot.anchor.node for name, spot in showing.spots.items() if spot.anchor.node is not None}
        self.layer = HotspotLayer(showing.look, showing.stage_widget, showing.stage_widget.stage, showing.places, titles, nodes)
        self.layer.chosen.connect(self._tapped)

    # -- acts ------------------------------------------------------------------------------------------------
    def pick(self, spot: str) -> None:
        """Open a key point's card; a tour waits meanwhile."""
        self.showing.hold_tour(hotspot=spot, listed=None)

    def move(self, steps: int) -> None:
        """Open the next key point, or the one before."""
        order, chosen = list(self.showing.spots), self.showing.walk.hotspot
        here = order.index(chosen) if chosen in order else 0
        self.showing.holder.walk(hotspot=order[(here + steps) % len(order)])

    def hit(self, hit: Hit) -> bool:
        """Open the key point of the thing that was tapped; `False` where it has none."""
        names = {name for name in (hit.node, hit.plan_id) if name}
        spot = next((spot for spot in self.showing.spots.values() if spot.anchor.node in names), None)
        if spot is not None:
            self.pick(spot.id)
        return spot is not None

    def _tapped(self, members: tuple[str, ...]) -> None:
        if len(members) == 1:
            self.pick(members[0])
        else:
            self.showing.hold_tour(hotspot=None, listed=members)

    # -- following -------------------------------------------------------------------------------------------
    def light(self, spots: Sequence[str]) -> None:
        """Bring out these key points and outline their things."""
        known = [self.showing.spots[spot] for spot in spots if spot in self.showing.spots]
        self.layer.light([spot.id for spot in known])
        nodes = [spot.anchor.node for spot in known if spot.anchor.node]
        self.showing.stage_widget.stage.highlight(nodes, dimmed=self.showing.walk.hotspot is not None)

    def turn_to(self, spot_id: str, dock: QRect | None, *, fresh: bool) -> None:
        """Turn the eye, or bring it, to a key point, beside the dock; from outside (`fresh`: just now) the whole is shown there."""
        showing, widget = self.showing, self.showing.stage_widget
        if spot_id not in showing.places:
            return
        place, view = showing.places[spot_id], showing.walk.view
        pose: Pose | None = None
        if view == "panorama":
            pose = turned_towards(place, widget, dock)
        elif view == "inside":
            pose = pose_towards(showing.spots[spot_id], place, showing.exhibit.scene, showing.premises, widget, dock)
        else:
            bring_into_sight(place, widget, dock, fresh=fresh)
        if pose is not None:
            widget.fly_to(pose, _SLOW_FLIGHT if showing.look.large_print else _FLIGHT)

    def frame(self, leader: LeaderLine, dock: QRect | None) -> None:
        """Put the discs where their things appear now, and lead from the open one to its card."""
        self.layer.place()
        chosen, widget, sheet = self.showing.walk.hotspot, self.showing.stage_widget, self.showing.look.portrait
        if dock is None or chosen not in self.showing.places:
            leader.lead(None, widget.rect(), sheet=sheet)
            return
        start = self.layer.point_of(chosen)
        start, away = (start, None) if start is not None else self._towards(chosen, free_part(widget.rect(), dock))
        leader.lead(start, dock, sheet=sheet, away=away)

    def _towards(self, spot: str, free: QRect) -> tuple[QPointF, QPointF | None]:
        """Where the line to a key point without a disc begins in what is free, and, out of the picture, the way to it."""
        place, widget = self.showing.places[spot], self.showing.stage_widget
        seen = widget.stage.project(place)
        if seen.in_front and free.contains(round(seen.x), round(seen.y)):
            return QPointF(seen.x, seen.y), None
        middle = QPointF(free.center())
        if seen.in_front:
            way = QPointF(seen.x, seen.y) - middle
        else:
            eye, look = widget.pose.eye, widget.pose.direction
            across = look[0] * (place[1] - eye[1]) - look[1] * (place[0] - eye[0])
            way = QPointF(-1.0 if across > 0 else 1.0, 0.0)
        length = max(1e-6, math.hypot(way.x(), way.y()))
        way = way / length
        inset = self.showing.look.px(_EDGE)
        reach = min((free.width() / 2 - inset) / max(abs(way.x()), 1e-6), (free.height() / 2 - inset) / max(abs(way.y()), 1e-6))
        return middle + way * reach, way

    def close(self) -> None:
        """Take discs and outlines off the stage."""
        self.figures.close()
        self.layer.close()
        self.showing.stage_widget.stage.highlight([])
