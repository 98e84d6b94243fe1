"""Where does a key point sit, and how must the visitor stand to see it beside its card?"""

import math
from dataclasses import replace

from PySide6.QtCore import QRect
from shapely.geometry import Point, Polygon

from showroom.app.kiosk.catalogue import Premises
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.scene import Hotspot, Scene, Viewpoint
from showroom.modelling.storeys import floor_levels
from showroom.packages.flaws import FAR, outside_by, wall_at
from showroom.view.measures import storey_at
from showroom.view.stage import Pose, Vector
from showroom.view.walking import Walker

_NEAR, _FAR = 1.3, 6.5
_ZONE_HEIGHT = 1.3
_OFF_THE_WALL, _BESIDE_A_SPACE = 0.2, 0.6
"""Metres into the room from the surface a key point hangs at; how far from a space it may still be one of that space."""
_LOWEST, _HIGHEST = -40.0, 14.0
"""How far the eye is lowered or raised, degrees: upright lines stay calm, and what is high still is in view."""


def place_of(spot: Hotspot, scene: Scene, premises: Premises) -> Vector | None:
    """Return the point in the plan's axes a key point's disc hangs at; `None` where its zone or node is missing, or far outside."""
    anchor = spot.anchor
    if anchor.position is not None:
        if outside_by(premises.plan, anchor.position) > FAR:
            return None
        nx, ny, nz = anchor.normal or (0.0, 0.0, 0.0)
        x, y, z = anchor.position
        return x + 0.04 * nx, y + 0.04 * ny, z + 0.04 * nz
    if anchor.node is not None:
        node = next((node for node in premises.model.nodes if node.name == anchor.node), None)
        if node is not None and node.meshes:
            points = node.meshes[0].positions
            middle = (points.min(axis=0) + points.max(axis=0)) / 2
            return float(middle[0]), float(middle[1]), float(middle[2])
    zone = next((zone for zone in scene.zones if zone.id == anchor.zone), None)
    outlines = [space.outline for space in premises.plan.spaces if zone is not None and space.id in zone.spaces]
    if not outlines:
        return None
    inner = Polygon(outlines[0]).representative_point()
    return inner.x, inner.y, _ZONE_HEIGHT


def zone_at(spot: Hotspot, place: Vector | None, scene: Scene, premises: Premises) -> str | None:
    """Return the zone a key point belongs to: the one it names, else that of the space it hangs in; `None` in none."""
    if spot.anchor.zone is not None:
        return spot.anchor.zone
    if place is None:
        return None
    nx, ny, _ = spot.anchor.normal or (0.0, 0.0, 0.0)
    point, levels = Point(place[0] + _OFF_THE_WALL * nx, place[1] + _OFF_THE_WALL * ny), floor_levels(premises.plan)
    storeys = [storey for storey in premises.plan.storeys if levels[storey.id] - 0.1 <= place[2]] or premises.plan.storeys[:1]
    far = [(Polygon(space.outline).distance(point), space.id) for space in storeys[-1].spaces]
    nearest = min(far, default=(math.inf, ""))
    if nearest[0] > _BESIDE_A_SPACE:
        return None
    return next((zone.id for zone in scene.zones if nearest[1] in zone.spaces), None)


def standing_at(view: Viewpoint, premises: Premises) -> Pose:
    """Return the pose of a viewpoint; one that stands in a wall is brought to the nearest place where a visitor can stand."""
    eye = view.eye
    if wall_at(premises.plan, eye) is not None:
        x, y = Walker(premises.plan, storey_at(premises.plan, eye[2])).nearest(eye)
        eye = (x, y, eye[2])
    return Pose.looking(eye, view.look, view.field_of_view)


def pose_towards(
    spot: Hotspot, place: Vector, scene: Scene, premises: Premises, widget: StageWidget, dock: QRect | None
) -> Pose | None:
    """Return the pose with `place` in the middle of what the dock leaves free; `None` where it is well in view already."""
    seen = widget.stage.project(place)
    free = free_part(widget.rect(), dock)
    calm = free.adjusted(free.width() // 8, free.height() // 8, -free.width() // 8, -free.height() // 8)
    in_view = seen.in_front and not seen.hidden and calm.contains(round(seen.x), round(seen.y))
    if in_view and _NEAR < seen.distance < _FAR:
        return None
    view = scene.viewpoint(spot.viewpoint) if spot.viewpoint is not None else None
    if view is not None:
        pose = Pose.looking(standing_at(view, premises).eye, place, view.field_of_view)
    else:
        pose = replace(Pose.looking(widget.pose.eye, place), field_of_view=widget.pose.field_of_view)
    aside = beside(pose, widget.rect(), free)
    return replace(aside, pitch=max(_LOWEST, min(_HIGHEST, aside.pitch)))


def turned_towards(place: Vector, widget: StageWidget, dock: QRect | None) -> Pose:
    """Return the present pose turned so that `place` is in the middle of what the dock leaves free."""
    here = widget.pose
    return beside(Pose.looking(here.eye, place, here.field_of_view), widget.rect(), free_part(widget.rect(), dock))


def bring_into_sight(place: Vector, widget: StageWidget, dock: QRect | None, *, fresh: bool) -> None:
    """From outside: where one has just gone there, or `place` is not in sight, show the whole in what the dock leaves free."""
    stage, whole = widget.stage, widget.rect()
    free = free_part(whole, dock)
    seen = stage.project(place)
    inset = min(free.width(), free.height()) // 12
    if not fresh and free.adjusted(inset, inset, -inset, -inset).contains(round(seen.x), round(seen.y)):
        return
    stage.look_over(None)
    framed, middle = stage.overlook, free.center()
    share = min(free.width() / max(1, whole.width()), free.height() / max(1, whole.height()))
    smaller = replace(framed, span=framed.span / max(share, 0.2))
    stage.look_over(smaller.moved(middle.x() - whole.center().x(), middle.y() - whole.center().y(), whole.height()))


def free_part(whole: QRect, dock: QRect | None) -> QRect:
    """Return what a dock at the right, or a sheet at the foot, leaves of the stage."""
    if dock is None:
        return whole
    if dock.width() > whole.width() * 0.7:
        return QRect(0, 0, whole.width(), max(1, dock.top()))
    return QRect(0, 0, max(1, dock.left()), whole.height())


def beside(pose: Pose, whole: QRect, free: QRect) -> Pose:
    """Return `pose` turned so that what it looks at comes to the middle of `free` instead of the middle of the whole."""
    tangent = math.tan(math.radians(pose.field_of_view) / 2)
    across = (whole.center().x() - free.center().x()) / max(1, whole.height() / 2) * tangent
    down = (whole.center().y() - free.center().y()) / max(1, whole.height() / 2) * tangent
    return pose.turned(-math.degrees(math.atan(across)), -math.degrees(math.atan(down)))
