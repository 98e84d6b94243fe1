"""What does an air conditioner look like? A white unit high on the wall."""

from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.solids import Body


def air_conditioner(order: Order) -> Body:
    """A wall unit with a curved front, an open louvre and its lamp, 2.2 m up."""
    body = Body()
    w, d = order.width, order.depth
    z = min(2.25, order.ceiling - 0.45)
    body.slab("white", (-w / 2, -d / 2 + 0.02, z + 0.05), (w / 2, d / 2, z + 0.32), bevel=0.03)
    body.slab("white", (-w / 2 + 0.02, -d / 2 + 0.06, z), (w / 2 - 0.02, d / 2, z + 0.06), without="t")
    body.slab("dark-grey", (-w / 2 + 0.06, -d / 2 + 0.04, z + 0.03), (w / 2 - 0.06, -d / 2 + 0.08, z + 0.06))
    louvre = Body().slab("white", (-w / 2 + 0.05, -0.035, 0), (w / 2 - 0.05, 0.035, 0.008))
    body.add(louvre.placed(tilt=-35), (0, -d / 2 + 0.035, z + 0.035))
    body.quad("green", (w / 2 - 0.12, -d / 2 + 0.0185, z + 0.12), (0.02, 0, 0), (0, 0, 0.006))
    return body


MAKERS: dict[str, Maker] = {"air-conditioner": air_conditioner}
