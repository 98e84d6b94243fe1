"""What of a scene would a visitor miss or stumble over? Every kind in words; here files not there and things in odd places.

The kiosk opens such a scene all the same: it leaves out or moves what cannot be shown, and names it in the log and to the clerk.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from shapely import LineString, Point, box

from showroom.domain.errors import Problem
from showroom.domain.plan import Plan, Storey
from showroom.domain.scene import Hotspot, Scene
from showroom.domain.vector import Vector
from showroom.modelling.storeys import floor_levels, storey_height

FlawKind = Literal[
    "file-missing", "file-empty", "view-in-wall", "view-height", "spot-far", "spot-node", "spot-zone", "zone-spaces",
    "spot-hidden", "spot-inside", "card-language", "stop-language", "caption-language", "name-language", "clip-language",
    "clip-broken", "clip-long", "clip-short", "clip-quiet", "clip-loud", "triangles", "bytes", "draws",
    "permit-unknown", "requirement-unknown", "mistake-plan",
]  # fmt: skip
FAR = 3.0
"""Metres outside the premises from which a key point is out in the open."""
_LOWEST_EYE = 0.1


@dataclass(frozen=True)
class Flaw:
    """One of them: its kind, the id of the thing, or of what names it, and a detail (the file, the wall, the node).

    `spot` or `view` is the key point or viewpoint where it is mended, where there is one.
    """

    kind: FlawKind
    thing: str
    detail: str = ""
    spot: str | None = None
    view: str | None = None


_SENTENCES: dict[FlawKind, tuple[str, str]] = {
    "file-missing": ('{thing} names "{detail}", and there is no such file', "add the file or take the line out"),
    "file-empty": ('{thing} names "{detail}", and the file is empty', "copy it again from where it was made"),
    "view-in-wall": ('viewpoint "{thing}" stands in wall "{detail}"', "move its eye into a room"),
    "view-height": ('viewpoint "{thing}" is {detail} m high, under the floor or over the roof', "put its eye at about 1.6 m"),
    "spot-far": ('hotspot "{thing}" lies {detail} m outside the premises', "place it on the thing it speaks of"),
    "spot-node": ('hotspot "{thing}" hangs on "{detail}", which the model does not have', "name a node of the model"),
    "spot-zone": ('hotspot "{thing}" hangs in zone "{detail}", which has no space in the plan', "name a space of the plan"),
    "zone-spaces": ('zone "{thing}" names the space "{detail}", which the plan does not have', "name a space of the plan"),
    "spot-hidden": (
        'hotspot "{thing}" cannot be seen from its viewpoint: "{detail}" is in between',
        "save a viewpoint from which it is seen",
    ),
    "spot-inside": ('hotspot "{thing}" lies inside "{detail}"', "place it on the surface"),
    "card-language": ('the card of hotspot "{thing}" is not wholly written in {detail}', "write it on that language's page"),
    "stop-language": ("stop {thing} has no script in {detail}", "write what is spoken there"),
    "caption-language": ("stop {thing} has no captions in {detail}", "write them, or leave the captions to the script"),
    "name-language": ('"{thing}" has no name in {detail}', "give it one"),
    "clip-language": ("stop {thing} has no clip in {detail}, and its tour is spoken", "record or synthesise it"),
    "clip-broken": ('clip "{thing}" cannot be read: {detail}', "export it again as WAV or Ogg"),
    "clip-long": ('clip "{thing}" takes {detail} s', "cut it, or make two stops of it"),
    "clip-short": ('clip "{thing}" takes {detail} s', "record it again"),
    "clip-quiet": ('clip "{thing}" is too quiet, {detail} dB under full scale', "raise it to about −20 dB"),
    "clip-loud": ('clip "{thing}" is too loud, {detail} dB', "lower it to about −20 dB, its peak under −1 dB"),
    "triangles": ("the model has {detail} triangles, more than {thing}", "simplify it"),
    "bytes": ("the model's file has {detail} MB, more than {thing}", "make its textures smaller"),
    "draws": ("the model is drawn in {detail} parts, more than {thing}", "merge things of one material in a room"),
    "permit-unknown": ('"{thing}" names permit "{detail}", which the scene does not teach', "name one of the scene's permits"),
    "requirement-unknown": (
        '"{thing}" names requirement "{detail}", which none of the scene\'s permits has',
        "choose an id that `showroom permits show` lists",
    ),
    "mistake-plan": ('mistake "{thing}" cannot be made: {detail}', "name things of the plan"),
}


def as_problem(folder: Path, flaw: Flaw) -> Problem:
    """Return the flaw as a sentence with its place and remedy."""
    reason, remedy = _SENTENCES[flaw.kind]
    return Problem(str(folder / "scene.yaml"), reason.format(thing=flaw.thing, detail=flaw.detail), remedy)


def files_named(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield what names a file, and the file, of everything the scene shows or plays."""
    yield from (("model", scene.model), ("plan", scene.plan), ("application", scene.application))
    yield from (("a panorama", shot.image) for shot in scene.panoramas)
    yield from ((f'hotspot "{spot.id}"', medium.path) for spot in scene.hotspots for medium in spot.media)
    for mistake in scene.mistakes:
        yield from ((f'mistake "{mistake.id}"', path) for path in (mistake.right, mistake.wrong) if path)
    for tour in scene.tours:
        for number, stop in enumerate(tour.stops, 1):
            yield from ((f'tour "{tour.id}", stop {number}', clip) for clip in stop.clip.values())


def file_flaws(folder: Path, scene: Scene) -> Iterator[Flaw]:
    """Yield the files that are missing or empty."""
    for thing, name in files_named(scene):
        path = folder / name
        if not path.is_file():
            yield Flaw("file-missing", thing, name)
        elif not path.stat().st_size:
            yield Flaw("file-empty", thing, name)


def placing_flaws(scene: Scene, plan: Plan, nodes: Collection[str] | None = None) -> Iterator[Flaw]:
    """Yield what stands where nobody can see it; `nodes` are the names in the model, `None` where it was not read."""
    spaces = {space.id for space in plan.spaces}
    for view in scene.viewpoints:
        wall = wall_at(plan, view.eye)
        if wall is not None:
            yield Flaw("view-in-wall", view.id, wall, view=view.id)
        elif not 0.0 < view.eye[2] - _LOWEST_EYE < _top(plan):
            yield Flaw("view-height", view.id, f"{view.eye[2]:.2f}", view=view.id)
    for zone in scene.zones:
        yield from (Flaw("zone-spaces", zone.id, space) for space in zone.spaces if space not in spaces)
    for spot in scene.hotspots:
        yield from _spot_flaws(spot, scene, plan, spaces, nodes)


def _spot_flaws(spot: Hotspot, scene: Scene, plan: Plan, spaces: Collection[str], nodes: Collection[str] | None) -> Iterator[Flaw]:
    anchor = spot.anchor
    if anchor.position is not None:
        away = outside_by(plan, anchor.position)
        if away > FAR:
            yield Flaw("spot-far", spot.id, f"{away:.1f}", spot.id)
    if anchor.node is not None and nodes is not None and anchor.node not in nodes:
        yield Flaw("spot-node", spot.id, anchor.node, spot.id)
    zone = next((zone for zone in scene.zones if zone.id == anchor.zone), None)
    if zone is not None and not any(space in spaces for space in zone.spaces):
        yield Flaw("spot-zone", spot.id, zone.id, spot.id)


def wall_at(plan: Plan, eye: Vector) -> str | None:
    """Return the id of the wall a point is within, `None` where it is in none or in an opening of it."""
    storey = _storey_of(plan, eye[2])
    point = Point(eye[0], eye[1])
    for wall in storey.walls:
        axis = LineString(wall.axis)
        if axis.buffer(wall.thickness / 2, cap_style="flat").contains(point):
            along = axis.project(point)
            if not any(one.wall == wall.id and abs(along - one.at) <= one.width / 2 for one in storey.openings):
                return wall.id
    return None


def outside_by(plan: Plan, place: Vector) -> float:
    """Return how far a point is from the box round the premises, metres; 0 within it."""
    outlines = [corner for space in plan.spaces for corner in space.outline]
    ends = [end for storey in plan.storeys for wall in storey.walls for end in wall.axis]
    corners = outlines + ends
    if not corners:
        return 0.0
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    flat = box(min(xs), min(ys), max(xs), max(ys)).distance(Point(place[0], place[1]))
    over = max(place[2] - _top(plan), -place[2], 0.0)
    return float((flat**2 + over**2) ** 0.5)


def _top(plan: Plan) -> float:
    last = plan.storeys[-1]
    return floor_levels(plan)[last.id] + storey_height(last)


def _storey_of(plan: Plan, height: float) -> Storey:
    levels = floor_levels(plan)
    below = [storey for storey in plan.storeys if levels[storey.id] <= height]
    return below[-1] if below else plan.storeys[0]
