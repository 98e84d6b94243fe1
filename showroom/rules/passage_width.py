"""Is every corridor wide enough all along its way?"""

from collections.abc import Iterator

import shapely
from shapely import LineString, Polygon

from showroom.domain.finding import Reason
from showroom.domain.plan import Fixture
from showroom.domain.quantities import TOLERANCE
from showroom.geometry.floor import OPEN_SIDE_GAP, Floor
from showroom.geometry.memory import kept
from showroom.geometry.openings import faces
from showroom.geometry.outlines import largest, outline_polygon
from showroom.geometry.passage import Passage, narrowest_passage
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, line, listed, measured, phrase, to_confirm
from showroom.rules.parameters import Uses, Width
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

MOVABLE = frozenset(("chair", "table", "desk", "easel", "waste-bin", "waste-container"))
"""Fixtures that can be pushed aside and narrow nothing for good."""
OVERHEAD = frozenset(
    (
        "hood",
        "fume-purifier",
        "floor-drain",
        "fly-lamp",
        "rodent-board",
        "uv-lamp",
        "air-conditioner",
        "shadowless-lamp",
        "mirror",
        "barre",
        "camera",
        "extinguisher",
        "exit-sign",
        "emergency-light",
        "evacuation-map",
    )
)
"""Fixtures that hang above heads, lie in the floor or are flat on the wall."""

_GAP = OPEN_SIDE_GAP / 2 + 1e-3
"""Half of what lies between two pieces of a corridor at most, in metres."""
_TOUCHES = 0.05


@rule("passage-width")
def passage_width(case: Case, *, uses: Uses, at_least: Width) -> Iterator[Measurement]:
    """Every space of these uses is at least this wide at its narrowest place, between walls and fixed fixtures."""
    spaces = case.spaces_of(uses)
    for space in spaces:
        floor = case.floor_of(space.id)
        fixed = _fixed(floor, space.id)
        sizeless = [fixture for fixture in fixed if fixture.size is None]
        passage = _own_passage(floor, space.id)
        joint = _joint(floor, space.id, uses)
        if passage is not None and joint is not None and LineString(joint.line).distance(floor.free[space.id]) < _TOUCHES:
            passage = joint
        name = phrase("{space}最窄处的净宽", "Clear width of {space} at its narrowest place", space=case.space_name(space.id))
        if passage is None:
            yield to_confirm(
                phrase("{name}无法量出：轮廓没有面积。", "{name} cannot be measured: its outline has no area.", name=name),
                Reason.DRAWING_SILENT,
                affected=[space.id],
                storey=floor.id,
            )
            continue
        limit = measure.at_least(at_least)
        if sizeless and limit.holds(passage.width):
            things = listed([case.kind_name(fixture.kind) for fixture in sizeless])
            yield to_confirm(
                phrase(
                    "{name}：图上{things}没有尺寸，请现场测量。",
                    "{name}: {things} is drawn without a size; measure on site.",
                    name=name,
                    things=things,
                ),
                Reason.DRAWING_SILENT,
                affected=[space.id],
                causing=[fixture.id for fixture in sizeless],
                storey=floor.id,
                value=passage.width,
                limit=limit,
            )
            continue
        yield measured(
            passage.width,
            limit,
            name,
            affected=[space.id],
            causing=_pinching(floor, fixed, LineString(passage.line)) if not limit.holds(passage.width) else (),
            storey=floor.id,
            witness=line(passage.line),
        )
    if not spaces:
        yield no_such_space(case, phrase("图上没有走道。", "The plan has no such passage."))


def _fixed(floor: Floor, space_id: str) -> list[Fixture]:
    there = (*floor.fixtures_in(space_id), *floor.reaching_into(space_id))
    return [fixture for fixture in there if fixture.kind not in MOVABLE | OVERHEAD]


@kept
def _own_passage(floor: Floor, space_id: str) -> Passage | None:
    ends = [stretch for first, second, stretch in floor.open_sides if space_id in (first, second)]
    return narrowest_passage(floor.free[space_id], _obstacles(floor, [space_id]), ends + _door_faces(floor, space_id))


@kept
def _joint(floor: Floor, space_id: str, uses: frozenset[str]) -> Passage | None:
    """The narrowest place of a corridor drawn in several pieces, where it is narrower than any piece: at a joint of two."""
    members, stretches = _pieces(floor, space_id, uses)
    if len(members) == 1:
        return None
    gaps = [stretch.buffer(_GAP, cap_style="flat") for stretch in stretches]
    ground = largest(shapely.union_all([*(floor.free[member] for member in members), *gaps]))
    ends = [stretch for first, second, stretch in floor.open_sides if (first in members) != (second in members)]
    ends += [face for member in members for face in _door_faces(floor, member)]
    whole = narrowest_passage(ground, _obstacles(floor, members), ends)
    own = [passage.width for member in members if (passage := _own_passage(floor, member)) is not None]
    return whole if whole is not None and own and whole.width < min(own) - TOLERANCE else None


def _pieces(floor: Floor, space_id: str, uses: frozenset[str]) -> tuple[list[str], list[LineString]]:
    """The spaces of these uses open to this one and to each other, and the stretches by which they are."""
    members, stretches = [space_id], []
    for here in members:
        for first, second, stretch in floor.open_sides:
            other = second if first == here else first
            if here not in (first, second) or floor.spaces[other].use not in uses:
                continue
            stretches.append(stretch)
            if other not in members:
                members.append(other)
    return members, stretches


def _obstacles(floor: Floor, members: list[str]) -> list[Polygon]:
    fixed = [floor.footprint(fixture) for member in members for fixture in _fixed(floor, member)]
    return [*fixed, *map(outline_polygon, floor.storey.columns)]


def _door_faces(floor: Floor, space_id: str) -> list[LineString]:
    """The faces of the doors between which one walks."""
    doors = [placed for placed in floor.openings_of.get(space_id, ()) if placed.opening.kind in ("door", "passage")]
    return faces(doors, [placed.side_of(space_id) for placed in doors])


def _pinching(floor: Floor, fixed: list[Fixture], across: LineString) -> list[str]:
    return [fixture.id for fixture in fixed if floor.footprint(fixture).distance(across) < 1e-3]
