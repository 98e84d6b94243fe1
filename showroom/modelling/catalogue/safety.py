"""What do extinguishers, exit signs, emergency lights, evacuation maps and cameras look like, and how high do they hang?"""

from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.signs import WHITE
from showroom.modelling.solids import Body


def extinguisher(order: Order) -> Body:
    """Two red bottles in an open white box on the floor, with the sign above."""
    body = Body()
    w, d = order.width, order.depth
    h = 0.62
    body.slab("safety-red", (-w / 2, d / 2 - 0.012, 0.0), (w / 2, d / 2, h))
    body.slab("safety-red", (-w / 2, -d / 2, 0.0), (w / 2, d / 2, 0.03))
    for x in (-w / 2, w / 2 - 0.012):
        body.slab("safety-red", (x, -d / 2, 0.03), (x + 0.012, d / 2 - 0.012, 0.3))
    body.slab("safety-red", (-w / 2, -d / 2, 0.03), (w / 2, -d / 2 + 0.012, 0.16))
    radius = min(0.068, d * 0.4, w * 0.2)
    for x in (-w / 4, w / 4):
        body.lathe("red", (x, 0, 0.03), [(0, 0), (radius, 0), (radius, 0.37), (radius * 0.45, 0.44), (0, 0.44)], sides=16)
        body.cylinder("black", (x, 0, 0.46), 0.02, 0.04, sides=8)
        body.slab("black", (x - 0.012, -0.07, 0.5), (x + 0.012, 0.03, 0.515))
        body.slab("brass", (x - 0.01, -0.05, 0.47), (x + 0.01, -0.02, 0.49))
        body.tube("black", [(x + 0.02, 0, 0.47), (x + radius * 0.9, -0.03, 0.42), (x + radius * 0.95, -0.03, 0.22)], 0.009, sides=6)
        body.picture(
            "signs",
            (x - radius * 0.55, -radius - 0.001, 0.17),
            (radius * 1.1, 0, 0),
            (0, 0, radius * 1.1 * 0.62),
            order.signs.label("干粉", height=40, aspect=1.6),
        )
    order.label(body, (0, d / 2 - 0.014, 1.0), 0.13, ground=(204, 32, 28), ink=WHITE, text="灭火器")
    return body


def exit_sign(order: Order) -> Body:
    """The green running man, its middle 2.35 m up (lower under low ceilings), lit from within."""
    body = Body()
    w, d = order.width, order.depth
    high = w * 0.39
    z = min(2.52, order.ceiling - 0.12) - high / 2
    body.slab("white", (-w / 2 - 0.0, -d / 2 + 0.004, z - high / 2), (w / 2, d / 2, z + high / 2), bevel=0.004)
    body.picture(
        "signs",
        (-w / 2 + 0.006, -d / 2 + 0.002, z - high / 2 + 0.006),
        (w - 0.012, 0, 0),
        (0, 0, high - 0.012),
        order.signs.exit_sign(_towards(order.labels)),
    )
    return body


def _towards(labels: tuple[str, ...]) -> str:
    """Which way an arrow points, by the label as drawn."""
    text = "".join(labels)
    return "left" if "←" in text or "左" in text else "right" if "→" in text or "右" in text else ""


def emergency_light(order: Order) -> Body:
    """A white case with two round spot lamps, 2.3 m up."""
    body = Body()
    w, d = order.width, order.depth
    z = min(2.3, order.ceiling - 0.2)
    body.slab("white", (-w / 2, -d / 2 + 0.02, z - 0.13), (w / 2, d / 2, z), bevel=0.01)
    for x in (-w * 0.28, w * 0.28):
        body.tube("white", [(x, d / 2 - 0.022, z - 0.004), (x, d / 2 - 0.022, z + 0.03)], 0.012)
        lamp = Body().lathe("white", (0, 0, 0), [(0.024, 0), (0.036, 0.026), (0.032, 0.03)], sides=14)
        lamp.lathe("light-grey", (0, 0, 0), [(0.032, 0.03), (0, 0.025)], sides=14)
        body.add(lamp.placed(tilt=72), (x, d / 2 - 0.022, z + 0.04))
    body.quad("green", (-0.012, -d / 2 + 0.0195, z - 0.1), (0.024, 0, 0), (0, 0, 0.01))
    return body


def evacuation_map(order: Order) -> Body:
    """A framed evacuation map, its middle at eye height."""
    body = Body()
    w, d = order.width, order.depth
    high = w * 0.75
    z = 1.5
    body.slab("frame", (-w / 2, -d / 2 + 0.004, z - high / 2), (w / 2, d / 2, z + high / 2), bevel=0.004)
    body.picture(
        "signs",
        (-w / 2 + 0.02, -d / 2 + 0.002, z - high / 2 + 0.02),
        (w - 0.04, 0, 0),
        (0, 0, high - 0.04),
        order.signs.evacuation_map(),
    )
    return body


def camera(order: Order) -> Body:
    """A white dome camera under the ceiling."""
    body = Body()
    r = min(order.width, order.depth) / 2
    top = order.ceiling
    body.lathe("white", (0, 0, top), [(r * 0.8, -r * 0.5), (r * 0.95, -r * 0.5), (r, -0.002)], sides=16)
    return body.lathe(
        "glass-dark",
        (0, 0, top),
        [(0, -r * 1.25), (r * 0.34, -r * 1.18), (r * 0.62, -r * 0.98), (r * 0.8, -r * 0.72), (r * 0.85, -r * 0.5)],
        sides=20,
    )


MAKERS: dict[str, Maker] = {
    "extinguisher": extinguisher,
    "exit-sign": exit_sign,
    "emergency-light": emergency_light,
    "evacuation-map": evacuation_map,
    "camera": camera,
}
