"""Which rooms are there, and how does a visitor get into one without finding the way? A list of them; a press leads there."""

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shapely import Point, Polygon

from showroom.app.kiosk.card import Dock
from showroom.app.kiosk.showing import Part, Showing
from showroom.app.theme import Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.domain.plan import Space
from showroom.modelling.model import Leaf
from showroom.view.stage import EYE_HEIGHT, Pose
from showroom.view.walking import Walker

_FLIGHT, _SLOW_FLIGHT = 1200, 2000


class RoomList(Dock):
    """The rooms with their areas; `picked(id)` asks for one. The one the visitor is in is marked."""

    picked = Signal(str)

    def __init__(self, look: Look, over: QWidget, rooms: Sequence[tuple[str, str, float]], here: str | None) -> None:
        super().__init__(look, over, "", self.tr("Rooms"))
        self.buttons: dict[str, TouchButton] = {}
        for room, words, area in rooms:
            note = self.tr("{area} m²").format(area=f"{area:.1f}")
            button = TouchButton(look, words, note=note, kind="row", trailing="next", align=Qt.AlignmentFlag.AlignLeft)
            button.setObjectName(f"room-{room}")
            button.setCheckable(True)
            button.setChecked(room == here)
            button.clicked.connect(lambda _=False, room=room: self.picked.emit(room))
            self.body.content.addWidget(button)
            self.buttons[room] = button
        self.body.content.addStretch(1)

    def mark(self, here: str | None) -> None:
        """Mark the room the visitor is in."""
        for room, button in self.buttons.items():
            if button.isChecked() != (room == here):
                button.setChecked(room == here)
                button.update()


class Rooms(Part):
    """Leads into the rooms of one showing."""

    def act(self, what: str) -> bool:
        """Open the list."""
        if what == "rooms":
            self.showing.holder.walk(rooms=True, hotspot=None, listed=None, tools=False)
        return what == "rooms"

    def key(self, event: QKeyEvent) -> bool:
        """Close the list by Escape."""
        closes = event.key() == Qt.Key.Key_Escape and self.showing.walk.rooms
        if closes:
            self.showing.holder.walk(rooms=False)
        return closes


def room_list(showing: Showing) -> RoomList:
    """Return the list of a showing's rooms, storey by storey, the largest first."""
    uses, language = showing.surroundings.catalogue.vocabulary.uses, showing.language
    rooms = []
    for storey in showing.premises.plan.storeys:
        for space in sorted(storey.spaces, key=lambda space: -Polygon(space.outline).area):
            name = space.name if language == "zh_CN" and space.name else ""
            name = name or (uses[space.use].label.in_(language) if space.use in uses else space.name or space.id)
            rooms.append((space.id, name[:1].upper() + name[1:], Polygon(space.outline, space.holes).area))
    dock = RoomList(showing.look, showing.stage_widget, rooms, room_at(showing, showing.stage_widget.pose))
    dock.picked.connect(lambda room: lead_into(showing, room))
    dock.picked.connect(dock.mark)
    return dock


def room_at(showing: Showing, pose: Pose) -> str | None:
    """Return the room an eye is in, `None` outside of all."""
    point = Point(pose.eye[0], pose.eye[1])
    return next((space.id for space in showing.premises.plan.spaces if Polygon(space.outline).covers(point)), None)


def lead_into(showing: Showing, room: str) -> None:
    """Bring the visitor into a room, through the doors where they stand inside, looking along it."""
    plan, widget = showing.premises.plan, showing.stage_widget
    for storey in plan.storeys:
        space = next((space for space in storey.spaces if space.id == room), None)
        if space is not None:
            leaves: list[Leaf] = [node.leaf for node in showing.premises.model.nodes if node.leaf is not None]
            pose = standing_in(space, Walker(plan, storey.id, leaves=leaves))
            flight = _SLOW_FLIGHT if showing.look.large_print else _FLIGHT
            widget.fly_to(pose, flight if abs(pose.eye[2] - widget.pose.eye[2]) < EYE_HEIGHT else 0)  # never through a floor


def standing_in(space: Space, walker: Walker) -> Pose:
    """Return a pose in a room: on its ground, as far from its far end as one can stand, looking there."""
    outline = Polygon(space.outline, space.holes)
    ground = walker.ground.intersection(outline)
    if ground.is_empty:
        x, y = walker.nearest(outline.representative_point().coords[0])
        return Pose((x, y, walker.floor + EYE_HEIGHT))
    parts = [part for part in getattr(ground, "geoms", [ground]) if isinstance(part, Polygon)]
    spots = [spot for part in parts for spot in part.exterior.coords] or [outline.representative_point().coords[0]]
    middle = outline.centroid
    x, y = max(spots, key=lambda spot: math.dist(spot, (middle.x, middle.y)))
    return Pose((x, y, walker.floor + EYE_HEIGHT), math.degrees(math.atan2(middle.y - y, middle.x - x)), -8.0)
