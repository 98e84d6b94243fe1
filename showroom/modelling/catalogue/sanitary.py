"""What do toilets, bins, drains and grease traps look like?"""

import math
from itertools import pairwise

from shapely.affinity import scale
from shapely.geometry import Point
from shapely.geometry.polygon import orient

from showroom.modelling.catalogue.order import Maker, Order, ratio
from showroom.modelling.signs import Rect
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
    shape = ((0.0, 0.7, 0.8), (0.06, 0.62, 0.74), (0.2, 0.68, 0.78), (0.31, 0.86, 0.92), (0.38, 1.0, 1.0))
    turns = [2 * math.pi * k / 20 for k in range(20)]
    rings = [
        [(w * 0.46 * sx * math.cos(t), y + (1 - sy) * long * 0.6 + long * sy * math.sin(t), z) for t in turns]
        for z, sx, sy in shape
    ]
    body.loft("porcelain", rings, ends=False)
    body.prism("porcelain", oval.difference(hole), 0.38, 0.405)
    body.flat("porcelain", hole, 0.3)
    rim = list(orient(hole).exterior.coords)
    body.faces(
        "porcelain", [[(bx, by, 0.3), (ax, ay, 0.3), (ax, ay, 0.38), (bx, by, 0.38)] for (ax, ay), (bx, by) in pairwise(rim)]
    )
    body.prism("white", oval.difference(hole), 0.405, 0.425, without="d")
    body.slab("porcelain", (-w * 0.3, back - 0.3, 0.0), (w * 0.3, back, 0.38), without="td")
    lid = Body().prism("white", scale(Point(0, 0).buffer(1, quad_segs=6), w * 0.45, 0.2), 0, 0.02)
    body.add(lid.placed(tilt=82), (0, back - 0.215, 0.62))
    return body


def lidded(body: Body, finish: str, rim: str, size: tuple[float, float, float]) -> None:
    """A pedal bin that widens upwards, its rim and a closed, domed lid; width, depth and height are `size`."""
    w, d, h = size
    back, front = d / 2, -d / 2 + 0.02

    def ring(share: float, z: float) -> list[tuple[float, float, float]]:
        x, cut = w / 2 * share, 0.14 * min(w, d) * share
        y0, y1 = front + (1 - share) * d / 2, back - (1 - share) * d / 2
        return [
            (-x + cut, y0, z),
            (x - cut, y0, z),
            (x, y0 + cut, z),
            (x, y1 - cut, z),
            (x - cut, y1, z),
            (-x + cut, y1, z),
            (-x, y1 - cut, z),
            (-x, y0 + cut, z),
        ]

    body.loft("black", [ring(0.76, 0.0), ring(0.76, 0.03)])
    body.loft(finish, [ring(0.8, 0.03), ring(0.93, h - 0.1)])
    body.loft(rim, [ring(0.96, h - 0.1), ring(0.96, h - 0.075)])
    body.loft(finish, [ring(1.0, h - 0.075), ring(1.0, h - 0.045), ring(0.9, h - 0.012), ring(0.6, h)])
    body.slab("dark-grey", (-0.06, -d / 2, 0.012), (0.06, front + d * 0.12, 0.034), bevel=0.006)


def on_bin(body: Body, size: tuple[float, float, float], low: float, wide: float, high: float, rect: Rect) -> None:
    """Lay a sign on the sloping front of a `lidded` bin, its lower edge at height `low`."""
    _, d, h = size
    fall = (0.93 - 0.8) * d / 2 / (h - 0.13)
    y = -d / 2 + 0.02 + 0.1 * d - fall * (low - 0.03)
    body.picture("signs", (-wide / 2, y - 0.002, low), (wide, 0, 0), (0, -fall * high, high), rect)


def waste_bin(order: Order) -> Body:
    """A pedal bin with a closed lid and a label; grey for other waste, green for kitchen waste."""
    body = Body()
    size = (order.width, order.depth, order.height)
    text = order.labels[0] if order.labels else "厨余垃圾"
    lidded(body, "bin-grey" if "其他" in text else "bin-green", "dark-grey", size)
    rect = order.signs.label(text)
    wide = min(order.width * 0.5, 0.085 * ratio(rect))
    on_bin(body, size, order.height * 0.46, wide, wide / ratio(rect), rect)
    return body


def grease_trap(order: Order) -> Body:
    """A steel grease trap with clamps, inlet and outlet pipes."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    body.slab("steel", (-w / 2 + 0.03, -d / 2, 0.0), (w / 2 - 0.03, d / 2, h - 0.03), bevel=0.01)
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
