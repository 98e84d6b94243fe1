"""What do toilets, bins, drains and grease traps look like?"""

from shapely.affinity import scale
from shapely.geometry import Point

from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.signs import WHITE
from showroom.modelling.solids import Body


def wc(order: Order) -> Body:
    """A porcelain pan with seat, lid up, cistern and paper."""
    body = Body()
    w, d = order.width, order.depth
    back = d / 2
    body.slab("porcelain", (-w / 2 + 0.02, back - 0.19, 0.38), (w / 2 - 0.02, back, 0.82), bevel=0.02)
    body.slab("porcelain", (-w / 2 + 0.01, back - 0.2, 0.82), (w / 2 - 0.01, back, 0.85), bevel=0.008)
    body.cylinder("chrome", (0, back - 0.1, 0.85), 0.025, 0.008, sides=12)
    long = (d - 0.2) / 2
    y = back - 0.2 - long
    oval = scale(Point(0, y).buffer(1, quad_segs=6), w * 0.46, long)
    hole = scale(Point(0, y - 0.01).buffer(1, quad_segs=6), w * 0.29, long * 0.68)
    body.prism("porcelain", scale(oval, 0.66, 0.75), 0.0, 0.2, without="td")
    body.prism("porcelain", scale(oval, 0.8, 0.88), 0.2, 0.38, without="td")
    body.prism("porcelain", oval.difference(hole), 0.38, 0.405)
    body.flat("porcelain", hole, 0.3)
    body.prism("white", oval.difference(hole), 0.405, 0.425, without="d")
    body.slab("porcelain", (-w * 0.3, back - 0.3, 0.0), (w * 0.3, back, 0.38), without="td")
    lid = Body().prism("white", scale(Point(0, 0).buffer(1, quad_segs=6), w * 0.45, 0.2), 0, 0.02)
    body.add(lid.placed(tilt=82), (0, back - 0.215, 0.62))
    return body


def waste_bin(order: Order) -> Body:
    """A pedal bin with a closed lid and a label."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    finish = "bin-grey" if order.labels and "其他" in order.labels[0] else "bin-green"
    body.slab(finish, (-w * 0.44, -d * 0.42, 0.03), (w * 0.44, d * 0.44, h - 0.08), bevel=0.025)
    body.slab("dark-grey", (-w / 2, -d * 0.45, h - 0.08), (w / 2, d / 2, h - 0.045), bevel=0.008)
    body.slab(finish, (-w * 0.47, -d * 0.44, h - 0.045), (w * 0.47, d * 0.47, h), bevel=0.018)
    body.slab("black", (-w * 0.42, -d * 0.4, 0), (w * 0.42, d * 0.42, 0.03), without="td")
    body.slab("dark-grey", (-0.06, -d / 2, 0.02), (0.06, -d * 0.4, 0.04))
    text = order.labels[0] if order.labels else "厨余垃圾"
    order.label(body, (0, -d * 0.42 - 0.002, h * 0.55), 0.07, ground=WHITE, text=text)
    return body


def grease_trap(order: Order) -> Body:
    """A steel grease trap with clamps, inlet and outlet pipes."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    body.slab("steel", (-w / 2 + 0.03, -d / 2, 0.02), (w / 2 - 0.03, d / 2, h - 0.03), bevel=0.01)
    body.slab("steel", (-w / 2 + 0.015, -d / 2, h - 0.03), (w / 2 - 0.015, d / 2, h), bevel=0.008)
    for x in (-w / 4, w / 4):
        body.slab("chrome", (x - 0.02, -d / 2 - 0.0, h - 0.07), (x + 0.02, -d / 2 + 0.004, h - 0.005))
    for x0, x1 in ((-w / 2, -w / 2 + 0.04), (w / 2 - 0.04, w / 2)):
        body.tube("light-grey", [(x0, 0, h * 0.62), (x1, 0, h * 0.62)], 0.035, sides=12)
    order.label(body, (0, -d / 2 - 0.001, h * 0.45), 0.075, text="隔油池")
    return body


def floor_drain(order: Order) -> Body:
    """A flush steel grating."""
    body = Body()
    w, d = order.width, order.depth
    body.slab("steel", (-w / 2, -d / 2, 0), (w / 2, d / 2, 0.004), without="d")
    body.quad("black", (-w * 0.42, -d * 0.42, 0.0045), (w * 0.84, 0, 0), (0, d * 0.84, 0))
    for k in range(7):
        x = -w * 0.4 + w * 0.8 * (k + 0.5) / 7
        body.slab("chrome", (x - w * 0.026, -d * 0.42, 0.0045), (x + w * 0.026, d * 0.42, 0.006), without="d")
    return body


MAKERS: dict[str, Maker] = {"wc": wc, "waste-bin": waste_bin, "grease-trap": grease_trap, "floor-drain": floor_drain}
