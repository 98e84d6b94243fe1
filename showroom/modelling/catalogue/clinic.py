"""What stands in consulting rooms, theatres and wards: examination and operating tables, surgical lamps, cages, waste bins?"""

import math

from shapely.geometry import box

from showroom.modelling.catalogue import prints
from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.catalogue.sanitary import lidded, on_bin
from showroom.modelling.catalogue.sinks import pierced
from showroom.modelling.solids import Body


def column(body: Body, w: float, d: float, top: float, *, pedal: bool = True) -> None:
    """The lifting column of a table: a splayed foot, two sleeves one in the other, a pedal at the front."""
    body.slab("steel", (-w * 0.3, -d * 0.36, 0.02), (w * 0.3, d * 0.36, 0.07), bevel=0.016)
    for x in (-w * 0.27, w * 0.27):
        for y in (-d * 0.31, d * 0.31):
            body.cylinder("black", (x, y, 0), 0.025, 0.025, sides=10)
    body.slab("white", (-0.13, -0.1, 0.07), (0.13, 0.1, top * 0.55), bevel=0.02)
    body.slab("steel", (-0.095, -0.07, top * 0.55), (0.095, 0.07, top), bevel=0.008)
    if pedal:
        body.slab("dark-grey", (-0.09, -d * 0.36 - 0.05, 0.03), (0.09, -d * 0.36, 0.05), bevel=0.006)


def exam_table(order: Order) -> Body:
    """A steel table with a raised rim, a rubber mat and a paw on its column, for animals to stand on."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    rim = 0.035
    pierced(body, "steel", w, d, top - 0.05, top, [(0, 0, w - 2 * rim, d - 2 * rim)])
    body.quad("steel", (-w / 2 + rim, -d / 2 + rim, top - 0.018), (w - 2 * rim, 0, 0), (0, d - 2 * rim, 0))
    body.flat("steel", box(-w / 2, -d / 2, w / 2, d / 2), top - 0.05, up=False)
    for x0, y0, right in (
        (-w / 2 + rim, -d / 2 + rim, (0, d - 2 * rim, 0)),
        (w / 2 - rim, d / 2 - rim, (0, -(d - 2 * rim), 0)),
        (w / 2 - rim, -d / 2 + rim, (-(w - 2 * rim), 0, 0)),
        (-w / 2 + rim, d / 2 - rim, (w - 2 * rim, 0, 0)),
    ):
        body.quad("steel", (x0, y0, top - 0.018), right, (0, 0, 0.018))
    body.slab("teal", (-w * 0.4, -d * 0.34, top - 0.018), (w * 0.4, d * 0.34, top - 0.006), bevel=0.005, without="d")
    column(body, w, d, top - 0.05)
    body.slab("steel", (-w * 0.36, -d * 0.3, top - 0.1), (w * 0.36, d * 0.3, top - 0.05), without="t")
    rect = prints.paw(order.signs)
    body.picture("signs", (-0.09, -0.1025, top * 0.28), (0.18, 0, 0), (0, 0, 0.18), rect)
    return body


def operating_table(order: Order) -> Body:
    """A table whose two halves make a shallow V, on a column, with a drape, cleats for ties and a drain bucket."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    slope = 9.0
    half = d / 2 - 0.02
    c, s = math.cos(math.radians(slope)), math.sin(math.radians(slope))
    leaf_wide = (half - 0.012) / c
    for sign in (-1, 1):
        leaf = Body().slab("steel", (-w / 2, -leaf_wide / 2, -0.02), (w / 2, leaf_wide / 2, 0.02), bevel=0.01)
        leaf.slab("teal", (-w / 2 + 0.06, -leaf_wide / 2 + 0.02, 0.02), (w / 2 - 0.3, leaf_wide / 2 - 0.02, 0.05), bevel=0.014)
        for x in (-w / 2 + 0.12, w / 2 - 0.12):
            leaf.slab("chrome", (x - 0.03, sign * leaf_wide / 2 - 0.012, 0.02), (x + 0.03, sign * leaf_wide / 2 + 0.004, 0.035))
        middle = 0.012 + leaf_wide / 2 * c
        body.add(leaf.placed(tilt=sign * slope), (0, sign * middle, top - 0.06 - leaf_wide / 2 * s + 0.045))
    body.slab("steel", (-w * 0.34, -0.11, top - 0.2), (w * 0.34, 0.11, top - 0.135), bevel=0.012)
    column(body, w, d, top - 0.2)
    body.lathe("steel", (w / 2 - 0.14, 0, top - 0.42), [(0, 0), (0.07, 0), (0.1, 0.2), (0.095, 0.2), (0.066, 0.02)], sides=16)
    body.tube("chrome", [(w / 2 - 0.24, 0, top - 0.2), (w / 2 - 0.24, 0, top - 0.16), (w / 2 - 0.1, 0, top - 0.16)], 0.01)
    body.tube("chrome", [(w / 2 - 0.14, 0.097, top - 0.225), (w / 2 - 0.14, 0.06, top - 0.15)], 0.005, sides=6)
    return body


def shadowless_lamp(order: Order) -> Body:
    """A surgical lamp: a ceiling flange, a jointed arm and a round head with a rosette of lights and a sterile handle."""
    body = Body()
    radius = min(order.width, order.depth) / 2
    low = max(1.75, order.ceiling - order.height)
    z = low + 0.12
    body.lathe("white", (0, 0, order.ceiling), [(0.03, -0.16), (0.07, -0.06), (0.11, 0)], sides=18)
    body.lathe(
        "white",
        (0, 0, z),
        [(radius * 0.97, -0.045), (radius, -0.02), (radius * 0.97, 0.02), (radius * 0.6, 0.07), (radius * 0.16, 0.1), (0, 0.1)],
        sides=28,
    )
    body.lathe("light-grey", (0, 0, z), [(radius * 0.3, -0.045), (radius * 0.97, -0.045)], sides=28)
    body.lathe("light-grey", (0, 0, z), [(0, -0.05), (radius * 0.3, -0.05), (radius * 0.3, -0.045)], sides=20)
    spots = [(0.64, k * 45.0) for k in range(8)]
    for share, turn in spots:
        a = math.radians(turn)
        x, y, r = radius * share * math.cos(a), radius * share * math.sin(a), radius * 0.19
        body.lathe("chrome", (x, y, z - 0.049), [(r * 0.86, 0), (r, 0), (r, 0.006)], sides=14)
        body.lathe("glow-cool", (x, y, z - 0.0495), [(0, 0), (r * 0.86, 0)], sides=14)
    body.lathe("steel", (0, 0, z), [(0, -0.17), (0.018, -0.17), (0.022, -0.06), (0.04, -0.05)], sides=12)
    swing = radius * 0.5
    top = order.ceiling - 0.15
    body.tube("white", [(0, 0, top + 0.02), (0, 0, top - 0.06), (swing, 0, top - 0.1)], 0.026, sides=10)
    body.tube("white", [(swing, 0, top - 0.05), (swing, 0, top - 0.16), (0.05, 0, z + 0.16), (0, 0, z + 0.09)], 0.024, sides=10)
    return body


def cage(order: Order) -> Body:
    """A bank of steel cages, two tiers where it is tall: barred doors with latches, numbers, blankets and bowls, on castors."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    tiers = 2 if h > 1.2 else 1
    columns = max(1, round(w / 0.62))
    front, base, wall = -d / 2, 0.12, 0.02
    cell_w, cell_h = (w - wall) / columns, (h - base - wall) / tiers
    for x in (-w / 2 + 0.07, w / 2 - 0.07):
        for y in (front + 0.08, d / 2 - 0.08):
            body.cylinder("dark-grey", (x, y, 0), 0.04, 0.09, sides=12)
            body.cylinder("chrome", (x, y, 0.085), 0.02, base - 0.085, sides=8)
    body.slab("steel", (-w / 2, d / 2 - wall, base), (w / 2, d / 2, h))
    for k in range(columns + 1):
        x = -w / 2 + cell_w * k
        body.slab("steel", (x, front + 0.02, base), (x + wall, d / 2 - wall, h))
    for t in range(tiers + 1):
        z = base + cell_h * t
        body.slab("steel", (-w / 2, front + 0.016, z), (w / 2, d / 2 - wall, z + wall), bevel=0.004)
    for t in range(tiers):
        for k in range(columns):
            x0, z0 = -w / 2 + cell_w * k + wall, base + cell_h * t + wall
            _cell(body, order, (x0, z0), (cell_w - wall, cell_h - wall), t * columns + k + 1)
    return body


def _cell(body: Body, order: Order, low: tuple[float, float], size: tuple[float, float], number: int) -> None:
    (x0, z0), (wide, high), front = low, size, -order.depth / 2
    x1, z1 = x0 + wide, z0 + high
    blanket = ("sky-blue", "flower", "yellow", "green")[number % 4]
    body.slab(blanket, (x0 + 0.05, front + 0.16, z0), (x1 - 0.05, order.depth / 2 - 0.06, z0 + 0.045), bevel=0.018, without="d")
    body.lathe(
        "steel", (x1 - 0.13, front + 0.11, z0), [(0.06, 0), (0.075, 0.03), (0.07, 0.03), (0.055, 0.008), (0, 0.008)], sides=12
    )
    y = front + 0.008
    x0, x1, z0, z1 = x0 + 0.008, x1 - 0.008, z0 + 0.008, z1 - 0.008
    for a, b, c, e in ((x0, z0, x1, z0 + 0.018), (x0, z1 - 0.018, x1, z1), (x0, z0, x0 + 0.018, z1), (x1 - 0.018, z0, x1, z1)):
        body.slab("chrome", (a, front, b), (c, front + 0.016, e))
    bars = max(4, round(wide / 0.062))
    for k in range(1, bars):
        x = x0 + (x1 - x0) * k / bars
        body.box("chrome", (x, y, z0 + 0.018), (0.007, 0.007, z1 - z0 - 0.036), without="td")
    for share in (0.34, 0.67):
        z = z0 + (z1 - z0) * share
        body.slab("chrome", (x0, y - 0.006, z - 0.005), (x1, y + 0.006, z + 0.005))
    z = (z0 + z1) / 2
    body.slab("dark-grey", (x1 - 0.06, front - 0.004, z - 0.03), (x1 - 0.004, front + 0.004, z + 0.03), bevel=0.004)
    rect = order.signs.label(f"{number:02d}", ground=(250, 250, 248), height=40, aspect=1.6)
    body.slab("white", (x0 + 0.05, front - 0.002, z1 - 0.1), (x0 + 0.17, front + 0.003, z1 - 0.025))
    body.picture("signs", (x0 + 0.05, front - 0.0035, z1 - 0.1), (0.12, 0, 0), (0, 0, 0.075), rect)


def waste_container(order: Order) -> Body:
    """The yellow bin for clinical waste with its sign; a drum with a red lid where it is small, for sharps."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    if max(w, d) < 0.27:
        return sharps(order)
    lidded(body, "yellow", "orange", (w, d, h))
    rect = prints.warning(order.signs, "biohazard", "诊疗废物")
    wide = min(0.26, h * 0.4, w * 0.5)
    on_bin(body, (w, d, h), h * 0.3, wide, wide * 150 / 140, rect)
    return body


def sharps(order: Order) -> Body:
    """A yellow sharps drum with a red lid."""
    r, h = min(order.width, order.depth) / 2, min(order.height, 0.3)
    body = Body().lathe("yellow", (0, 0, 0), [(0, 0), (r * 0.86, 0), (r * 0.95, h * 0.8)], sides=20)
    body.lathe("red", (0, 0, 0), [(r, h * 0.8), (r, h * 0.86), (r * 0.6, h * 0.95), (r * 0.6, h), (0, h)], sides=20)
    body.lathe("yellow", (0, 0, 0), [(r * 0.95, h * 0.8), (r, h * 0.8)], sides=20)
    rect = order.signs.label("利器盒", ground=(248, 206, 48), height=48)
    for k in range(4):  # the label goes round the drum in four flat pieces
        a, b = (math.radians(-90 + 20 * (k - 2 + step)) for step in (0, 1))
        left, top, right, bottom = rect
        piece = (left + (right - left) * k / 4, top, left + (right - left) * (k + 1) / 4, bottom)
        x0, y0, x1, y1 = (r * 0.97 * f(t) for t in (a, b) for f in (math.cos, math.sin))
        body.picture("signs", (x0, y0, h * 0.28), (x1 - x0, y1 - y0, 0), (0, 0, h * 0.26), piece)
    return body


MAKERS: dict[str, Maker] = {
    "exam-table": exam_table,
    "operating-table": operating_table,
    "shadowless-lamp": shadowless_lamp,
    "cage": cage,
    "waste-container": waste_container,
}
