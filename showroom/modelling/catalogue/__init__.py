"""Which model stands for which kind of fixture? A table from kind to maker; unknown kinds become an honest labelled block.

Every maker draws in the fixture's own frame: its footprint is centred at the origin, the floor is z = 0, its back is at +y and it
looks along -y. It stays within the width and depth it is given.
"""

from showroom.modelling.catalogue import climate, cold, cooking, counters, dining, pests, plain, safety, sanitary, sinks, storing
from showroom.modelling.catalogue.order import USUAL, Maker, Order, order
from showroom.modelling.solids import Body

MAKERS: dict[str, Maker] = {
    **sinks.MAKERS,
    **counters.MAKERS,
    **cooking.MAKERS,
    **cold.MAKERS,
    **storing.MAKERS,
    **dining.MAKERS,
    **sanitary.MAKERS,
    **safety.MAKERS,
    **pests.MAKERS,
    **climate.MAKERS,
}


def make(kind: str, wanted: Order) -> Body:
    """Return the model of a fixture; a labelled block where the kind has none."""
    return MAKERS.get(kind, plain.block)(wanted)


__all__ = ["MAKERS", "USUAL", "Order", "make", "order"]
