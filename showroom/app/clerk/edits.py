"""How does one act change a scene? Pure functions from a scene to a new one; no window, nothing is changed in place."""

from collections.abc import Iterable
from typing import Literal

from showroom.domain.scene import Anchor, Card, Hotspot, Scene, Tour, Vector, Viewpoint
from showroom.domain.text import DEFAULT_LANGUAGE, Text
from showroom.packages.coverage import NEW_TEXT, NEW_TITLE
from showroom.view.stage import Hit, Pose

Field = Literal["title", "text", "common_mistake"]


def anchor_of(hit: Hit) -> Anchor:
    """Return the anchor of a surface that was hit, to the millimetre."""
    return Anchor(position=_rounded(hit.position), normal=_rounded(hit.normal), node=hit.node or None)


def place(scene: Scene, hit: Hit) -> tuple[Scene, str]:
    """Return the scene with a new key point on that surface, and the point's id."""
    name = _free("point", (spot.id for spot in scene.hotspots))
    spot = Hotspot(id=name, anchor=anchor_of(hit), card=Card(title=NEW_TITLE, text=NEW_TEXT))
    return scene.revise(hotspots=(*scene.hotspots, spot)), name


def move(scene: Scene, spot_id: str, hit: Hit) -> Scene:
    """Return the scene with the point on another surface."""
    return _with_spot(scene, scene.hotspot(spot_id).revise(anchor=anchor_of(hit)))


def delete(scene: Scene, spot_id: str) -> Scene:
    """Return the scene without the point; tours no longer light it, and mistakes and questions shown there go with it."""
    return scene.revise(
        hotspots=tuple(spot for spot in scene.hotspots if spot.id != spot_id),
        tours=tuple(_unlit(tour, spot_id) for tour in scene.tours),
        mistakes=tuple(mistake for mistake in scene.mistakes if mistake.hotspot != spot_id),
        quiz=tuple(question for question in scene.quiz if question.hotspot != spot_id),
    )


def shift(scene: Scene, spot_id: str, by: int) -> Scene:
    """Return the scene with the point so many places later (earlier where negative) in the list, and so with another number."""
    spots = list(scene.hotspots)
    at = next(index for index, spot in enumerate(spots) if spot.id == spot_id)
    spot = spots.pop(at)
    spots.insert(min(max(at + by, 0), len(spots)), spot)
    return scene.revise(hotspots=tuple(spots))


def bind(scene: Scene, spot_id: str, requirement_id: str, *, bound: bool) -> Scene:
    """Return the scene in which the point stands (or no longer stands) for the requirement."""
    spot = scene.hotspot(spot_id)
    others = tuple(name for name in spot.requirements if name != requirement_id)
    return _with_spot(scene, spot.revise(requirements=(*others, requirement_id) if bound else others))


def write(scene: Scene, spot_id: str, field: Field, language: str, words: str) -> Scene | None:
    """Return the scene with these words on the point's card, or `None` where the Chinese of a needed text would be lost."""
    spot = scene.hotspot(spot_id)
    old: Text | None = getattr(spot.card, field)
    text = _written(old, language, words)
    others = set(old.root) - {language} if old else set()
    if text is None and (field != "common_mistake" or words.strip() or others):
        return None
    return _with_spot(scene, spot.revise(card=spot.card.revise(**{field: text})))


def see_from(scene: Scene, spot_id: str, viewpoint_id: str | None) -> Scene:
    """Return the scene in which the point is best seen from that viewpoint, or from none."""
    return _with_spot(scene, scene.hotspot(spot_id).revise(viewpoint=viewpoint_id))


def add_view(scene: Scene, pose: Pose, spot_id: str | None) -> tuple[Scene, str]:
    """Return the scene with a new viewpoint, which the chosen point is then seen from, and the viewpoint's id."""
    name = _free("view", (view.id for view in scene.viewpoints))
    number = len(scene.viewpoints) + 1
    view = _view(name, pose, Text.of(f"视点 {number}", f"View {number}"))
    added = scene.revise(viewpoints=(*scene.viewpoints, view))
    return (see_from(added, spot_id, name) if spot_id else added), name


def retake_view(scene: Scene, viewpoint_id: str, pose: Pose) -> Scene:
    """Return the scene with the viewpoint taken from another place."""
    old = scene.viewpoint(viewpoint_id)
    return _with_view(scene, _view(old.id, pose, old.title))


def name_view(scene: Scene, viewpoint_id: str, language: str, words: str) -> Scene | None:
    """Return the scene with another name for the viewpoint, or `None` where it would have no Chinese name."""
    old = scene.viewpoint(viewpoint_id)
    title = _written(old.title, language, words)
    return _with_view(scene, old.revise(title=title)) if title else None


def is_needed(scene: Scene, viewpoint_id: str) -> bool:
    """Tell whether a viewpoint cannot be deleted: a tour stops there, or it is the only one."""
    return len(scene.viewpoints) == 1 or any(stop.viewpoint == viewpoint_id for tour in scene.tours for stop in tour.stops)


def delete_view(scene: Scene, viewpoint_id: str) -> Scene:
    """Return the scene without the viewpoint; points seen from it have none until another is chosen."""
    spots = tuple(spot.revise(viewpoint=None) if spot.viewpoint == viewpoint_id else spot for spot in scene.hotspots)
    views = tuple(view for view in scene.viewpoints if view.id != viewpoint_id)
    return scene.revise(viewpoints=views, hotspots=spots)


def _with_spot(scene: Scene, changed: Hotspot) -> Scene:
    return scene.revise(hotspots=tuple(changed if spot.id == changed.id else spot for spot in scene.hotspots))


def _with_view(scene: Scene, changed: Viewpoint) -> Scene:
    return scene.revise(viewpoints=tuple(changed if view.id == changed.id else view for view in scene.viewpoints))


def _view(name: str, pose: Pose, title: Text | None) -> Viewpoint:
    return Viewpoint(
        id=name, title=title, eye=_rounded(pose.eye), look=_rounded(pose.look), field_of_view=round(pose.field_of_view, 1)
    )


def _unlit(tour: Tour, spot_id: str) -> Tour:
    stops = tuple(stop.revise(hotspots=tuple(name for name in stop.hotspots if name != spot_id)) for stop in tour.stops)
    return tour.revise(stops=stops)


def _written(old: Text | None, language: str, words: str) -> Text | None:
    """Return the text with these words in one language (without it where they are blank), or `None` where no Chinese is left."""
    known = dict(old.root) if old else {}
    if words.strip():
        known[language] = words
    else:
        known.pop(language, None)
    if not known.get(DEFAULT_LANGUAGE, "").strip():
        return None
    ordered = {DEFAULT_LANGUAGE: known.pop(DEFAULT_LANGUAGE), **known}
    return Text(ordered)


def _rounded(vector: Vector) -> Vector:
    x, y, z = (round(float(part), 3) + 0.0 for part in vector)
    return x, y, z


def _free(stem: str, taken: Iterable[str]) -> str:
    known = set(taken)
    return next(name for name in (f"{stem}-{number}" for number in range(1, len(known) + 2)) if name not in known)
