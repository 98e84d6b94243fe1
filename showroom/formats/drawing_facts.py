"""What does a drawing of ours say beside its lines? Heights, fire ratings, roles, self-closing leaves, where stairs lead.

No drawing program shows such facts, so they are written beside the thing they are about: as extended data of the application
SHOWROOM in a DXF, as the attribute `data-facts` in an SVG, both one JSON object with the plan's own keys (`docs/dev/facts.md`).
What is not of the kind a plan wants is left out: it may have been written by anybody.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
from pydantic import ValidationError

from showroom.domain.document import Document
from showroom.domain.plan import Fixture, Opening, Space, Stair, Storey, Wall
from showroom.formats.drawing import Drawing, Stroke

APPLICATION = "SHOWROOM"
Facts = dict[str, Any]
KEYS: Mapping[type[Document], tuple[str, ...]] = {
    Space: ("height",),
    Opening: ("height", "sill", "self_closing", "openable", "screen", "bars", "fire_rating", "role"),
    Fixture: ("height",),
    Wall: ("height", "fire_rating_h"),
    Stair: ("width", "to"),
    Storey: ("height",),
}
LONGEST = 4000
"""Characters of the facts of one thing."""
ASIDE = 0.3
"""A wall's facts are read from an axis at most this share of its thickness beside its own."""
COVERED = 0.95
"""What is said of less than this share of a wall is not said of the wall."""

Thing = TypeVar("Thing", bound=Document)


def facts_of(thing: Document) -> Facts:
    """Return what must be said of a thing in words; nothing where its lines say all."""
    return {key: value for key in KEYS[type(thing)] if (value := getattr(thing, key)) is not None}


def written(facts: Facts) -> str:
    """Return facts as one line of ASCII."""
    return json.dumps(facts, sort_keys=True)


def read_facts(text: str) -> Facts:
    """Return the facts a text holds, none where it is not of our making."""
    if len(text) > LONGEST:
        return {}
    try:
        facts = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return facts if isinstance(facts, dict) else {}


def with_facts(storey: Storey, drawing: Drawing) -> Storey:
    """Return the storey with what `drawing` (its part of the sheet, metres) says of its things."""
    facts = drawing.facts
    if not facts:
        return storey
    own = next((facts[label.id] for label in drawing.labels if label.id in facts), {})
    told = [(stroke, facts[stroke.id]) for stroke in drawing.told_walls if stroke.id in facts]
    whole = storey.revise(
        walls=tuple(_with(wall, _of_wall(wall, told)) for wall in storey.walls),
        **{
            group: tuple(_with(thing, facts.get(thing.id, {})) for thing in getattr(storey, group))
            for group in ("spaces", "openings", "fixtures", "stairs")
        },
    )
    return _with(whole, own)


def _with(thing: Thing, facts: Facts) -> Thing:
    known = {key: facts[key] for key in KEYS[type(thing)] if key in facts}
    if not known:
        return thing
    try:
        return thing.revise(**known)
    except ValidationError:
        return thing


def _of_wall(wall: Wall, told: Sequence[tuple[Stroke, Facts]]) -> Facts:
    """Return what is said all along a wall, the least where it is said differently of its parts."""
    if not told:
        return {}
    start, end = np.array(wall.axis[0]), np.array(wall.axis[1])
    length = float(np.hypot(*(end - start)))
    along = (end - start) / length
    normal = np.array([-along[1], along[0]])
    stretches: dict[str, float] = {}
    least: Facts = {}
    for stroke, facts in told:
        if np.abs((stroke.points - start) @ normal).max() > ASIDE * wall.thickness:
            continue
        first, last = sorted(float(place) for place in (stroke.points - start) @ along)
        shared = min(length, last) - max(0.0, first)
        for key in KEYS[Wall] if shared > 0 else ():
            if isinstance(value := facts.get(key), int | float):
                stretches[key] = stretches.get(key, 0.0) + shared
                least[key] = min(least.get(key, value), value)
    slack = 2 * wall.thickness  # axes are led on to where they meet
    return {key: value for key, value in least.items() if stretches[key] >= min(COVERED * length, length - slack)}
