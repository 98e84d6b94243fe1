"""Which model stands for which kind of fixture? A table from kind to maker; unknown kinds become an honest labelled block.

Every maker draws in the fixture's own frame: its footprint is centred at the origin, the floor is z = 0, its back is at +y and it
looks along -y. It stays within the width and depth it is given.
"""

from showroom.modelling.catalogue import (
    arts,
    climate,
    clinic,
    cold,
    cooking,
    counters,
    dining,
    imaging,
    instruments,
    pests,
    plain,
    safety,
    sanitary,
    sinks,
    storing,
)
from showroom.modelling.catalogue.order import HEIGHT, USUAL, Maker, Order, order
from showroom.modelling.solids import Body

THEMES: dict[str, dict[str, Maker]] = {
    "sinks": sinks.MAKERS,
    "counters": counters.MAKERS,
    "cooking": cooking.MAKERS,
    "cold": cold.MAKERS,
    "storing": storing.MAKERS,
    "dining": dining.MAKERS,
    "sanitary": sanitary.MAKERS,
    "safety": safety.MAKERS,
    "pests": pests.MAKERS,
    "climate": climate.MAKERS,
    "clinic": clinic.MAKERS,
    "imaging": imaging.MAKERS,
    "instruments": instruments.MAKERS,
    "arts": arts.MAKERS,
}
MAKERS: dict[str, Maker] = {kind: maker for makers in THEMES.values() for kind, maker in makers.items()}


def make(kind: str, wanted: Order) -> Body:
    """Return the model of a fixture; a labelled block where the kind has none."""
    return MAKERS.get(kind, plain.block)(wanted)


__all__ = ["HEIGHT", "MAKERS", "THEMES", "USUAL", "Order", "make", "order"]
