"""Is every corridor wide enough all along its way?"""

from collections.abc import Iterator

from shapely import LineString, Polygon

from showroom.domain.finding import Reason
from showroom.domain.plan import Fixture, Space
from showroom.geometry.floor import Floor
from showroom.geometry.outlines import outline_polygon
from showroom.geometry.passage import narrowest_passage
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, line, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Uses, Width
from showroom.rules.registry import rule

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


@rule("passage-width")
def passage_width(case: Case, *, uses: Uses, at_least: Width) -> Iterator[Measurement]:
    """Every space of these uses is at least this wide at its narrowest place, between walls and fixed fixtures."""
    spaces = case.spaces_of(uses)
    for space in spaces:
        floor = case.floor_of(space.id)
        fixed = [fixture for fixture in floor.fixtures_in(space.id) if fixture.kind not in MOVABLE | OVERHEAD]
        sizeless = [fixture for fixture in fixed if fixture.size is None]
        passage = narrowest_passage(floor.free[space.id], _obstacles(floor, fixed), _ends(floor, space))
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
        yield not_applicable(phrase("图上没有走道。", "The plan has no such passage."))


def _obstacles(floor: Floor, fixed: list[Fixture]) -> list[Polygon]:
    return [*(floor.footprint(fixture) for fixture in fixed), *map(outline_polygon, floor.storey.columns)]


def _ends(floor: Floor, space: Space) -> list[LineString]:
    """The faces of the doors and the open sides between which one walks."""
    ends = [line for first, second, line in floor.open_sides if space.id in (first, second)]
    for placed in floor.openings_of.get(space.id, ()):
        if placed.opening.kind in ("door", "passage"):
            side, half = placed.side_of(space.id), placed.opening.width / 2
            ends.append(LineString([placed.face(side, -half), placed.face(side, half)]))
    return ends


def _pinching(floor: Floor, fixed: list[Fixture], across: LineString) -> list[str]:
    return [fixture.id for fixture in fixed if floor.footprint(fixture).distance(across) < 1e-3]
