"""What keeps pests out: fly lamps, rodent boards, UV lamps?"""

from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.signs import WHITE
from showroom.modelling.solids import Body


def fly_lamp(order: Order) -> Body:
    """A sticky-board fly lamp about 2 m up: white frame, violet tubes behind bars."""
    body = Body()
    w, d, z = order.width, order.depth, min(1.85, order.ceiling - 0.4)
    high = 0.3
    body.slab("white", (-w / 2, 0, z), (w / 2, d / 2, z + high), bevel=0.006)
    for z0 in (z, z + high - 0.035):
        body.slab("white", (-w / 2, -d / 2, z0), (w / 2, 0.0, z0 + 0.035))
    for x0 in (-w / 2, w / 2 - 0.035):
        body.slab("white", (x0, -d / 2, z + 0.035), (x0 + 0.035, 0.0, z + high - 0.035))
    body.quad("yellow", (-w / 2 + 0.035, -0.002, z + 0.035), (w - 0.07, 0, 0), (0, 0, high - 0.07))
    for dz in (0.1, 0.2):
        body.tube("sky-blue", [(-w / 2 + 0.03, -d * 0.22, z + dz), (w / 2 - 0.03, -d * 0.22, z + dz)], 0.013)
    for k in range(1, 8):
        x = -w / 2 + w * k / 8
        body.slab("chrome", (x - 0.003, -d / 2 + 0.004, z + 0.035), (x + 0.003, -d / 2 + 0.01, z + high - 0.035))
    return body


def rodent_board(order: Order) -> Body:
    """A steel board 60 cm high across the doorway, with its name."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    body.slab("steel", (-w / 2, -d / 2, 0.005), (w / 2, d / 2, h), bevel=0.006)
    for x in (-w * 0.3, w * 0.3):
        body.slab("black", (x - 0.06, -d / 2 - 0.005, h - 0.12), (x + 0.06, -d / 2, h - 0.09), without="b")
    order.label(body, (0, -d / 2 - 0.002, h * 0.5), 0.14, ground=(204, 32, 28), ink=WHITE, text="挡鼠板")
    return body


def uv_lamp(order: Order) -> Body:
    """A UV tube under a white reflector, hung 60 cm below the ceiling."""
    body = Body()
    w, z = order.width, order.ceiling - 0.6
    body.slab("white", (-w / 2, -order.depth / 2, z), (w / 2, order.depth / 2, z + 0.05), bevel=0.01)
    body.tube("sky-blue", [(-w / 2 + 0.05, 0, z - 0.03), (w / 2 - 0.05, 0, z - 0.03)], 0.014)
    for x in (-w / 2 + 0.04, w / 2 - 0.04):
        body.slab("aluminium", (x - 0.02, -0.018, z - 0.048), (x + 0.02, 0.018, z), bevel=0.004)
    order.label(body, (0, -order.depth / 2 - 0.002, z + 0.025), 0.036, text="紫外线消毒灯")
    for x in (-w * 0.35, w * 0.35):
        body.tube("light-grey", [(x, 0, z + 0.05), (x, 0, order.ceiling)], 0.004, sides=5)
    return body


MAKERS: dict[str, Maker] = {"fly-lamp": fly_lamp, "rodent-board": rodent_board, "uv-lamp": uv_lamp}
