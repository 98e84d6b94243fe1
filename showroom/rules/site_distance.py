"""Are the premises far enough from places of these kinds?"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.application import NearbyKind
from showroom.domain.text import Text
from showroom.rules import measure
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, ask, held, listed, measured, phrase
from showroom.rules.parameters import Width
from showroom.rules.registry import rule
from showroom.rules.undrawn import left_open

PLACE_NAMES: dict[str, Text] = {
    "pollution-source": Text.of("污染源", "pollution source"),
    "livestock-farm": Text.of("动物饲养场", "livestock farm"),
    "slaughterhouse": Text.of("屠宰加工场所", "slaughterhouse"),
    "livestock-market": Text.of("动物集贸市场", "live-animal market"),
    "dwelling": Text.of("住宅", "dwelling"),
    "school": Text.of("学校", "school"),
}


@rule("site-distance")
def site_distance(
    case: Case, *, kinds: Annotated[tuple[NearbyKind, ...], Field(min_length=1)], at_least: Width, more: bool = False
) -> Iterator[Measurement]:
    """Every place of these kinds is at least this far away; `more`: what is not missed is left to the inspector."""
    nearby = case.application.site.nearby
    if nearby is None:
        yield ask("site.nearby")
        return
    places = [place for place in nearby if place.kind in kinds]
    if not places:
        names = listed([PLACE_NAMES[kind] for kind in kinds])
        yield left_open(held(phrase("五百米内没有{names}。", "No {names} within 500 m.", names=names)), more)
        return
    nearest = min(places, key=lambda place: place.distance)
    what = phrase("到最近的{place}的距离", "Distance to the nearest {place}", place=PLACE_NAMES[nearest.kind])
    yield left_open(measured(nearest.distance, measure.at_least(at_least), what, spread=0.0), more)
