"""Does every such space (a toilet) lie outside the spaces it must not be in (where food is handled)?"""

from collections.abc import Iterator

import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from showroom.domain.finding import Reason
from showroom.domain.plan import Space
from showroom.geometry.floor import Floor
from showroom.geometry.outlines import largest
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, amount, area, held, listed, missed, phrase, point, to_confirm
from showroom.rules.parameters import Kinds, Uses
from showroom.rules.registry import rule
from showroom.rules.undrawn import no_such_space

_SLACK = 0.01
"""Outlines that overlap by less than this, in metres, only touch."""
_TRACE = 1e-3


@rule("space-outside")
def space_outside(case: Case, *, uses: Uses, outside: Uses, fixtures: Kinds = ()) -> Iterator[Measurement]:
    """No space of these uses overlaps or is enclosed by a space it must lie outside of, and no such fixture stands in one."""
    inside = case.spaces_of(uses)
    for space in inside:
        yield _overlap(case, space, outside)
    astray = case.fixtures_of(frozenset(fixtures), outside)
    for fixture in astray:
        host = case.layout.space_of(fixture.id)
        assert host is not None
        yield missed(
            phrase(
                "{thing}（{id}）设在{host}内。",
                "{thing} ({id}) stands in {host}.",
                thing=case.kind_name(fixture.kind),
                id=fixture.id,
                host=case.space_name(host),
            ),
            affected=[host],
            causing=[fixture.id],
            storey=case.floor_of(fixture.id).id,
            witness=point(fixture.at),
        )
    if not inside and not astray:
        yield no_such_space(
            case, phrase("图上没有{uses}。", "The plan has no {uses}.", uses=listed([case.use_name(use) for use in sorted(uses)]))
        )


def _overlap(case: Case, space: Space, outside: Uses) -> Measurement:
    floor = case.floor_of(space.id)
    core = floor.polygons[space.id].buffer(-_SLACK, join_style="mitre")
    shared = {
        host_id: largest(shapely.intersection(core, Polygon(floor.polygons[host_id].exterior)))
        for host_id in floor.near(space.id)
        if floor.spaces[host_id].use in outside
    }
    entered = {host_id: shape for host_id, shape in shared.items() if shape.area > _TRACE}
    name = case.space_name(space.id)
    if not entered and (doubtful := _doubtful_hosts(case, floor, space, core)):
        return to_confirm(
            phrase(
                "{space}位于{hosts}内，请确认其用途。",
                "{space} lies inside {hosts}; please confirm what that is used for.",
                space=name,
                hosts=listed([case.space_name(host_id) for host_id in doubtful]),
            ),
            Reason.FACT_MISSING,
            affected=[space.id],
            causing=doubtful,
            storey=floor.id,
        )
    if not entered:
        return held(phrase("{space}在规定范围之外。", "{space} lies outside.", space=name), affected=[space.id], storey=floor.id)
    worst = max(entered.values(), key=lambda shape: shape.area)
    return missed(
        phrase(
            "{space}有 {area} 位于{hosts}内。",
            "{area} of {space} lie inside {hosts}.",
            space=name,
            area=amount(worst.area, "m²"),
            hosts=listed([case.space_name(host_id) for host_id in entered]),
        ),
        affected=list(entered),
        causing=[space.id],
        storey=floor.id,
        witness=area(list(worst.exterior.coords)),
    )


def _doubtful_hosts(case: Case, floor: Floor, space: Space, core: BaseGeometry) -> list[str]:
    """The spaces nobody recognised in which this one lies: each may be one it must lie outside of."""
    return [
        host_id
        for host_id in floor.near(space.id)
        if case.is_unrecognised(host_id) and shapely.intersection(core, Polygon(floor.polygons[host_id].exterior)).area > _TRACE
    ]
