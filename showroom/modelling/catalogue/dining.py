"""What do tables and chairs look like? Oak tables laid for their guests, walnut chairs, leather benches along a wall."""

import math

from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.catalogue.ware import bowl, chopsticks, cup, plate, teapot
from showroom.modelling.solids import Body


def table(order: Order) -> Body:
    """A laid table; small ones stand on one iron foot, larger ones on four legs. Guests sit along the longer sides."""
    if any("圆" in text or "round" in text.lower() for text in order.labels):
        return round_table(order)
    body = Body()
    w, d, top = order.width, order.depth, order.height
    body.slab("oak", (-w / 2, -d / 2, top - 0.035), (w / 2, d / 2, top), bevel=0.01)
    if max(w, d) <= 0.8:
        body.lathe(
            "iron", (0, 0, 0), [(0.24, 0), (0.235, 0.018), (0.04, 0.035), (0.035, top - 0.06), (0.16, top - 0.036)], sides=16
        )
    else:
        for x in (-w / 2 + 0.07, w / 2 - 0.07):
            for y in (-d / 2 + 0.07, d / 2 - 0.07):
                body.box("walnut", (x, y, 0), (0.06, 0.06, top - 0.035), without="td")
        for y in (-d / 2 + 0.07, d / 2 - 0.07):
            body.slab("walnut", (-w / 2 + 0.1, y - 0.012, top - 0.1), (w / 2 - 0.1, y + 0.012, top - 0.035), without="t")
        for x in (-w / 2 + 0.07, w / 2 - 0.07):
            body.slab("walnut", (x - 0.012, -d / 2 + 0.1, top - 0.1), (x + 0.012, d / 2 - 0.1, top - 0.035), without="t")
    lengthways = d > w * 1.1
    long, short = (d, w) if lengthways else (w, d)
    seats = max(1, int(long / 0.58))
    setting = _place_setting()
    for k in range(seats):
        along = -long / 2 + long * (k + 0.5) / seats
        for side in (-1, 1):
            across = side * (short / 2 - 0.15)
            if lengthways or seats == 1:
                body.add(setting, (across, along, top), 90 if side > 0 else -90)
            else:
                body.add(setting, (along, across, top), 0 if side < 0 else 180)
    if long > 0.8:
        body.add(teapot(), (0.02, -0.05, top), 40)
        body.lathe("walnut", (-0.03, 0.1, top), [(0, 0), (0.028, 0), (0.03, 0.09), (0, 0.09)], sides=10)
        body.lathe("red", (0.05, 0.13, top), [(0, 0), (0.02, 0), (0.02, 0.07), (0.012, 0.09), (0, 0.09)], sides=10)
    else:
        body.lathe("red", (0.0, 0.06, top), [(0, 0), (0.02, 0), (0.02, 0.07), (0.012, 0.09), (0, 0.09)], sides=10)
        body.lathe("walnut", (0.0, -0.04, top), [(0, 0), (0.025, 0), (0.027, 0.08), (0, 0.08)], sides=10)
    return body


def _place_setting() -> Body:
    """Plate, bowl, cup and chopsticks for a guest who looks along +y, the plate's middle at the origin."""
    body = Body().add(plate(0.088), (0, 0, 0.001))
    body.add(bowl(0.052), (0, 0, 0.009))
    body.add(cup(), (0.12, 0.05, 0))
    return body.add(chopsticks(), (0.115, -0.03, 0))


def chair(order: Order) -> Body:
    """A walnut chair with a leather seat and a slatted back; wide ones are a bench along a wall."""
    if order.width > 0.95:
        return bench(order)
    if any("凳" in text or "stool" in text.lower() for text in order.labels):
        return stool(order)
    if any("等候" in text or "办公" in text or "课" in text for text in order.labels):
        return shell_chair(order)
    body = Body()
    w, d = order.width, order.depth
    seat, high = 0.44, order.height
    leg = 0.036
    for x in (-w / 2 + leg / 2, w / 2 - leg / 2):
        body.box("walnut", (x, -d / 2 + leg / 2, 0), (leg, leg, seat), without="td")
        body.box("walnut", (x, d / 2 - leg / 2, 0), (leg, leg, high), without="d")
        body.slab("walnut", (x - 0.01, -d / 2 + leg, 0.16), (x + 0.01, d / 2 - leg, 0.185))
    body.slab("walnut", (-w / 2 + 0.004, -d / 2 + 0.004, seat - 0.05), (w / 2 - 0.004, d / 2 - 0.004, seat + 0.004))
    body.slab("leather", (-w / 2 - 0.0, -d / 2 - 0.0, seat), (w / 2, d / 2 - leg, seat + 0.035), bevel=0.014)
    for z, tall in ((high - 0.1, 0.09), (high - 0.24, 0.06), (high - 0.35, 0.045)):
        body.slab("walnut", (-w / 2 + leg, d / 2 - leg * 0.8, z), (w / 2 - leg, d / 2 - leg * 0.25, z + tall))
    body.slab("walnut", (-w / 2 + leg, -0.01, 0.16), (w / 2 - leg, 0.01, 0.185))
    return body


def shell_chair(order: Order) -> Body:
    """A moulded seat and back on four steel legs, for pupils and people who wait."""
    body = Body()
    w, d, high = order.width, order.depth, order.height
    seat = 0.43
    finish = "sky-blue"
    for x in (-1, 1):
        body.tube("aluminium", [(x * (w / 2 - 0.05), -d / 2 + 0.06, seat), (x * (w / 2 - 0.02), -d / 2 + 0.025, 0.008)], 0.012)
        body.tube(
            "aluminium",
            [
                (x * (w / 2 - 0.05), d / 2 - 0.1, seat + 0.2),
                (x * (w / 2 - 0.05), d / 2 - 0.1, seat),
                (x * (w / 2 - 0.02), d / 2 - 0.025, 0.008),
            ],
            0.012,
        )
    body.slab(finish, (-w / 2 + 0.02, -d / 2 + 0.015, seat), (w / 2 - 0.02, d / 2 - 0.1, seat + 0.035), bevel=0.016)
    back = Body().slab(finish, (-w / 2 + 0.02, -0.015, 0), (w / 2 - 0.02, 0.018, high - seat - 0.1), bevel=0.015)
    tilt = min(10.0, 57.3 * 0.06 / max(0.1, high - seat))
    body.add(back.placed(tilt=-tilt), (0, d / 2 - 0.1, seat + 0.1))
    return body


def stool(order: Order) -> Body:
    """A round stool with three legs."""
    body = Body()
    r = min(order.width, order.depth) / 2
    high = min(order.height, 0.5)
    body.lathe(
        "leather", (0, 0, high - 0.06), [(0, 0), (r * 0.96, 0), (r, 0.015), (r, 0.045), (r * 0.9, 0.06), (0, 0.06)], sides=20
    )
    for k in range(4):
        a = math.radians(45 + 90 * k)
        body.tube(
            "walnut",
            [(r * 0.6 * math.cos(a), r * 0.6 * math.sin(a), high - 0.06), (r * 0.88 * math.cos(a), r * 0.88 * math.sin(a), 0.008)],
            0.017,
        )
    return body


def round_table(order: Order) -> Body:
    """A round table for six or eight with a turning glass plate, a teapot and places laid about it."""
    body = Body()
    r, top = min(order.width, order.depth) / 2, order.height
    body.lathe("walnut", (0, 0, top - 0.04), [(0, 0), (r * 0.97, 0), (r, 0.012), (r, 0.032), (r * 0.99, 0.04), (0, 0.04)], sides=32)
    body.lathe(
        "walnut", (0, 0, 0), [(r * 0.5, 0), (r * 0.48, 0.03), (0.09, 0.08), (0.07, top - 0.2), (r * 0.4, top - 0.04)], sides=18
    )
    body.lathe("steam-blue", (0, 0, top), [(r * 0.48, 0.012), (r * 0.5, 0.016), (r * 0.5, 0.024), (0, 0.024)], sides=28)
    body.lathe("chrome", (0, 0, top), [(0.1, 0), (0.1, 0.012)], sides=16)
    body.add(teapot(), (0.0, 0.0, top + 0.024), 30)
    seats = max(4, min(6, round(2 * math.pi * r / 0.62)))
    setting = Body().add(plate(0.085), (0, 0, 0.001)).add(cup(), (0.11, 0.05, 0)).add(chopsticks(), (0.11, -0.03, 0))
    for k in range(seats):
        turn = 360 * k / seats
        a = math.radians(turn - 90)
        body.add(setting, ((r - 0.16) * math.cos(a), (r - 0.16) * math.sin(a), top), turn)
    return body


def bench(order: Order) -> Body:
    """A banquette: a walnut base, a deep leather seat in cushions and a panelled leather back."""
    body = Body()
    w, d = order.width, order.depth
    seat, high = 0.45, order.height + 0.12
    body.slab("walnut", (-w / 2, -d / 2 + 0.04, 0), (w / 2, d / 2, seat - 0.12), without="d")
    body.slab("walnut", (-w / 2, d / 2 - 0.03, seat - 0.12), (w / 2, d / 2, high - 0.01), without="td")
    cushions = max(1, round(w / 0.98))
    cell = w / cushions
    for k in range(cushions):
        x0, x1 = -w / 2 + cell * k + 0.004, -w / 2 + cell * (k + 1) - 0.004
        body.slab("leather", (x0, -d / 2, seat - 0.12), (x1, d / 2 - 0.12, seat), bevel=0.026)
        body.slab("leather", (x0, d / 2 - 0.14, seat - 0.02), (x1, d / 2 - 0.02, high), bevel=0.026)
    body.slab("walnut", (-w / 2, d / 2 - 0.05, high - 0.01), (w / 2, d / 2, high + 0.025))
    return body


MAKERS: dict[str, Maker] = {"table": table, "chair": chair}
