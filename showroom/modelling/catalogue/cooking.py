"""What do ranges, hoods and purifiers look like? A Chinese wok range with swan taps, a steel canopy with grease filters."""

from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.catalogue.ware import pot, wok
from showroom.modelling.solids import Body


def stove(order: Order) -> Body:
    """A range: raised back, burners with woks (or one low stock-pot burner where it is narrow), knobs, doors, swing tap."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    body.slab("steel", (-w / 2, -d / 2 + 0.02, 0.1), (w / 2, d / 2, top - 0.03))
    body.slab("dark-grey", (-w / 2 + 0.03, -d / 2 + 0.07, 0), (w / 2 - 0.03, d / 2 - 0.03, 0.1), without="td")
    body.slab("steel", (-w / 2, -d / 2, top - 0.05), (w / 2, d / 2, top), bevel=0.01)
    body.slab("steel", (-w / 2, d / 2 - 0.14, top), (w / 2, d / 2, top + 0.3), bevel=0.01)
    low = order.labels and "矮" in order.labels[0]
    count = max(1, round(w / 0.85))
    cell = w / count
    for k in range(count):
        x = -w / 2 + cell * (k + 0.5)
        y = -0.09
        radius = min(0.21, cell * 0.38, d * 0.3)
        body.lathe(
            "cast-iron",
            (x, y, top),
            [(radius * 1.12, 0), (radius * 1.05, 0.05), (radius * 0.82, 0.05), (radius * 0.75, 0.0)],
            sides=20,
        )
        body.lathe("black", (x, y, top + 0.002), [(radius * 0.78, 0.0), (0, 0.0)], sides=20)
        if low:
            body.add(pot(min(0.19, radius), 0.3), (x, y, top + 0.05))
        else:
            body.add(wok(radius * 1.2), (x, y, top + 0.045), -14 + 26 * k)
            ladle = [(x + radius * 0.4, y, top + 0.07), (x + radius * 1.05, y + 0.1, top + 0.24)]
            body.tube("chrome", ladle, 0.007, sides=6).ball("chrome", ladle[0], (0.045, 0.045, 0.02), sides=10, rows=4)
        body.tube(
            "chrome",
            [(x, d / 2 - 0.1, top + 0.3), (x, d / 2 - 0.1, top + 0.42), (x, d / 2 - 0.16, top + 0.45), (x, y + 0.16, top + 0.43)],
            0.011,
        )
        body.slab("aluminium", (x - cell * 0.42, -d / 2 + 0.012, 0.16), (x + cell * 0.42, -d / 2 + 0.02, top - 0.22), without="b")
        body.slab("chrome", (x - cell * 0.25, -d / 2 + 0.0, top - 0.27), (x + cell * 0.25, -d / 2 + 0.012, top - 0.25))
        body.slab(
            "dark-grey", (x - cell * 0.46, -d / 2 + 0.014, top - 0.19), (x + cell * 0.46, -d / 2 + 0.02, top - 0.06), without="b"
        )
        for j, finish in enumerate(("red", "black", "black")):
            knob = Body().cylinder(finish, (0, 0, 0), 0.024, 0.014, sides=12).placed(tilt=90)
            body.add(knob, (x + (j - 1) * 0.1, -d / 2 + 0.014, top - 0.125))
    return body


def hood(order: Order) -> Body:
    """A canopy of steel from 1.95 m to the ceiling, slanting in, with filters and lights below."""
    body = Body()
    w, d, low = order.width, order.depth, 1.95
    lip, high = low + 0.16, max(order.ceiling - 0.02, low + 0.4)
    x, f, b = w / 2, -d / 2, d / 2
    body.slab("steel", (-x, f, low), (x, b, lip), without="td")
    shift = min(0.42, d * 0.45)
    side = min(0.12, w * 0.06)
    rim = [(-x, f, lip), (x, f, lip), (x, b, lip), (-x, b, lip)]
    crown = [(-x + side, f + shift, high), (x - side, f + shift, high), (x - side, b, high), (-x + side, b, high)]
    body.faces("steel", [[rim[k], rim[(k + 1) % 4], crown[(k + 1) % 4], crown[k]] for k in range(4)], grain=0)
    body.faces("steel", [crown], grain=0)
    inner = low + 0.03
    for a, c, p, q in (
        (-x, x, f, f + 0.05),
        (-x, x, b - 0.05, b),
        (-x, -x + 0.05, f + 0.05, b - 0.05),
        (x - 0.05, x, f + 0.05, b - 0.05),
    ):
        body.quad("steel", (a, q, low), (c - a, 0, 0), (0, p - q, 0))
    for start, run in (
        ((-x + 0.05, f + 0.05), (w - 0.1, 0)),
        ((x - 0.05, b - 0.05), (-(w - 0.1), 0)),
        ((-x + 0.05, b - 0.05), (0, -(d - 0.1))),
        ((x - 0.05, f + 0.05), (0, d - 0.1)),
    ):
        body.quad("steel", (start[0], start[1], low), (0, 0, 0.1), (run[0], run[1], 0))
    count = max(2, round(w / 0.5))
    cell = (w - 0.12) / count
    for k in range(count):
        x0 = -x + 0.06 + cell * k
        body.quad("aluminium", (x0 + 0.01, b - 0.06, inner + 0.02), (cell - 0.02, 0, 0), (0, -(d * 0.55), 0.1))
        for j in range(7):
            t = (j + 0.5) / 7
            y, z = b - 0.06 - d * 0.55 * t, inner + 0.017 + 0.1 * t
            body.quad("dark-grey", (x0 + 0.03, y + 0.012, z - 0.003), (cell - 0.06, 0, 0), (0, -0.024, 0.0044))
    body.quad("dark-grey", (-x + 0.05, b - 0.05, low + 0.1), (w - 0.1, 0, 0), (0, -(d - 0.1), 0.03))
    for k in range(max(1, round(w / 1.2))):
        cx = -x + w * (k + 0.5) / max(1, round(w / 1.2))
        body.quad("glow-cool", (cx - 0.2, f + 0.24, low + 0.06), (0.4, 0, 0), (0, -0.1, 0))
    body.slab("dark-grey", (-0.3, f - 0.004, low + 0.05), (0.3, f, low + 0.11), without="b")
    return body


def purifier(order: Order) -> Body:
    """A fume purifier: a steel case hung below the ceiling with a duct, fins, a door and its control lamp."""
    body = Body()
    w, d = order.width, order.depth
    low = min(2.02, order.ceiling - 0.55)
    high = order.ceiling - 0.1
    body.slab("light-grey", (-w / 2, -d / 2, low), (w / 2, d / 2, high), bevel=0.012)
    body.slab("steel", (-w / 2 + 0.04, -d / 2 - 0.002, low + 0.06), (w / 2 - 0.04, -d / 2 + 0.004, high - 0.22))
    for k in range(6):
        z = low + 0.1 + (high - low - 0.36) * k / 6
        body.slab("dark-grey", (-w / 2 + 0.07, -d / 2 - 0.004, z), (w / 2 - 0.07, -d / 2, z + 0.015))
    body.quad("green", (w * 0.3 - 0.012, -d / 2 - 0.003, high - 0.1), (0.024, 0, 0), (0, 0, 0.024))
    body.cylinder("aluminium", (0, 0, high), min(w, d) * 0.3, order.ceiling - high, sides=18)
    order.label(body, (-w * 0.05, -d / 2 - 0.003, high - 0.13), 0.07, text="油烟净化器")
    return body


MAKERS: dict[str, Maker] = {"stove": stove, "hood": hood, "fume-purifier": purifier}
