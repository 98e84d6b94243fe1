"""How does a visitor come from a thing to its key point and back? Discs tapped, things lit, the eye turned, the leader led.

Which key point is open stands in the visit's walk; this follows it and writes there.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Signal

from showroom.app.kiosk.framing import pose_towards, turned_towards
from showroom.app.kiosk.hotspots import HotspotLayer, LeaderLine
from showroom.app.kiosk.showing import Showing
from showroom.view.stage import Hit, Pose

_FLIGHT, _SLOW_FLIGHT = 1200, 2000


class KeyPoints(QObject):
    """The key points of a showing. `behind(count)` follows when another number of them lies behind the visitor."""

    behind = Signal(int)

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing.stage_widget)
        self.showing = showing
        titles = {spot.id: spot.card.title.in_(showing.language) for spot in showing.spots.values()}
        self.layer = HotspotLayer(showing.look, showing.stage_widget, showing.stage_widget.stage, showing.places, titles)
        self.layer.chosen.connect(self._tapped)
        self.layer.behind.connect(self.behind)

    def list_title(self) -> str:
        """Return what stands over the list of key points."""
        return self.tr("Key points")

    # -- acts ------------------------------------------------------------------------------------------------
    def pick(self, spot: str) -> None:
        """Open a key point's card; a tour waits meanwhile."""
        self.hold_tour(hotspot=spot, listed=None)

    def hold_tour(self, **changes: object) -> None:
        """Change the walk, pausing a tour that plays: nobody is led away while reading."""
        motion = "paused" if self.showing.walk.motion == "playing" else self.showing.walk.motion
        self.showing.holder.walk(motion=motion, **changes)

    def move(self, steps: int) -> None:
        """Open the next key point, or the one before."""
        order, chosen = list(self.showing.spots), self.showing.walk.hotspot
        here = order.index(chosen) if chosen in order else 0
        self.showing.holder.walk(hotspot=order[(here + steps) % len(order)])

    def hit(self, hit: Hit) -> bool:
        """Open the key point of the thing that was tapped; `False` where it has none."""
        spot = next((spot for spot in self.showing.spots.values() if hit.node and spot.anchor.node == hit.node), None)
        if spot is not None:
            self.pick(spot.id)
        return spot is not None

    def _tapped(self, members: tuple[str, ...]) -> None:
        if len(members) == 1:
            self.pick(members[0])
        else:
            self.hold_tour(hotspot=None, listed=members)

    # -- following -------------------------------------------------------------------------------------------
    def light(self, spots: Sequence[str]) -> None:
        """Bring out these key points and outline their things."""
        known = [self.showing.spots[spot] for spot in spots if spot in self.showing.spots]
        self.layer.light([spot.id for spot in known])
        nodes = [spot.anchor.node for spot in known if spot.anchor.node]
        self.showing.stage_widget.stage.highlight(nodes, dimmed=self.showing.walk.hotspot is not None)

    def turn_to(self, spot_id: str, dock: QRect | None) -> None:
        """Turn the eye, or bring it, to a key point, beside the dock."""
        showing, widget = self.showing, self.showing.stage_widget
        if spot_id not in showing.places or showing.walk.view not in ("inside", "panorama"):
            return
        place = showing.places[spot_id]
        if showing.walk.view == "panorama":
            pose: Pose | None = turned_towards(place, widget, dock)
        else:
            pose = pose_towards(showing.spots[spot_id], place, showing.exhibit.scene, widget, dock)
        if pose is not None:
            widget.fly_to(pose, _SLOW_FLIGHT if showing.look.large_print else _FLIGHT)

    def frame(self, leader: LeaderLine, dock: QRect | None) -> None:
        """Put the discs where their things appear now, and lead from the open one to its card."""
        self.layer.place()
        chosen = self.showing.walk.hotspot
        start = self.layer.point_of(chosen) if chosen and dock is not None else None
        leader.lead(start, dock or self.showing.stage_widget.rect(), sheet=self.showing.look.portrait)

    def close(self) -> None:
        """Take discs and outlines off the stage."""
        self.layer.close()
        self.showing.stage_widget.stage.highlight([])
