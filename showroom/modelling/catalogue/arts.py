"""What stands in music, painting and dance rooms: pianos, easels, mirrors, barres?"""

from itertools import pairwise

from shapely.geometry import Polygon

from showroom.modelling.catalogue import prints
from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.solids import Body


def keyboard(body: Body, wide: float, y: float, deep: float, z: float) -> None:
    """White keys as one sheet with dark joints, black keys in twos and threes; the player's edge at `y`."""
    count = max(7, round(wide / 0.0235))
    key = wide / count
    body.slab("porcelain", (-wide / 2, y, z - 0.02), (wide / 2, y + deep, z), without="db")
    for k in range(1, count):
        x = -wide / 2 + key * k
        body.quad("grey", (x - 0.0012, y + 0.002, z + 0.0008), (0.0024, 0, 0), (0, deep - 0.002, 0))
        if k % 7 not in (0, 3):
            body.box("black", (x, y + deep * 0.68, z), (key * 0.58, deep * 0.62, 0.011), without="db")


def piano(order: Order) -> Body:
    """An upright piano with open lid and music; a grand where the drawing is deeper than 1.2 m."""
    if order.depth > 1.2:
        return grand(order)
    body = Body()
    w, d, h = order.width, order.depth, order.height
    back, front = d / 2, -d / 2
    case = back - min(0.36, d * 0.58)
    desk = 0.62
    body.slab("black", (-w / 2, case, 0.03), (w / 2, back, h - 0.03), bevel=0.012)
    body.slab("black", (-w / 2, case - 0.02, h - 0.03), (w / 2, back, h), bevel=0.01)
    for x in (-w / 2, w / 2 - 0.05):
        body.slab("black", (x, front + 0.005, desk), (x + 0.05, case, 0.76), bevel=0.014)
        body.slab("black", (x, front + 0.03, 0.05), (x + 0.05, front + 0.085, desk), bevel=0.01)
        body.slab("black", (x, front + 0.01, 0), (x + 0.05, case, 0.05), bevel=0.01)
    body.slab("black", (-w / 2 + 0.05, front + 0.012, desk), (w / 2 - 0.05, case, 0.675), bevel=0.008)
    keyboard(body, w - 0.14, front + 0.035, 0.15, 0.71)
    for x in (-w / 2 + 0.05, w / 2 - 0.07):
        body.slab("black", (x, front + 0.03, 0.675), (x + 0.02, case, 0.72))
    body.slab("red", (-w / 2 + 0.07, front + 0.186, 0.7), (w / 2 - 0.07, front + 0.192, 0.716))
    lid = Body().slab("black", (-w / 2 + 0.055, -0.008, 0), (w / 2 - 0.055, 0.008, 0.17), bevel=0.004)
    body.add(lid.placed(tilt=-12), (0, case - 0.012, 0.72))
    rest = Body().slab("black", (-0.34, -0.008, 0), (0.34, 0.008, 0.2), bevel=0.004)
    body.slab("black", (-0.36, case - 0.05, 0.9), (0.36, case, 0.915), bevel=0.004)
    body.add(rest.placed(tilt=-10), (0, case - 0.038, 0.915))
    music = prints.score(order.signs)
    page = Body()
    for x in (-0.205, 0.005):
        page.picture("signs", (x, -0.01, 0.002), (0.2, 0, 0), (0, 0, 0.27), music)
        page.quad("paper", (x + 0.2, -0.0095, 0.002), (-0.2, 0, 0), (0, 0, 0.27))
    body.add(page.placed(tilt=-10), (0, case - 0.04, 0.915))
    for k in range(3):
        body.slab("brass", (-0.1 + k * 0.08, case - 0.07, 0.05), (-0.06 + k * 0.08, case, 0.06))
    body.slab("brass", (-0.12, case - 0.003, 0.8), (0.12, case - 0.001, 0.825))
    return body


def grand(order: Order) -> Body:
    """A grand piano: the curved rim on three legs, the lid propped open, the golden plate seen inside."""
    body = Body()
    w, d = order.width, order.depth
    front, back = -d / 2, d / 2
    low, high = 0.66, 0.95
    rim = _wing(w, front + 0.26, back, 0.0)
    body.prism("black", rim, low, high, without="t")
    body.flat("black", rim.difference(_wing(w, front + 0.26, back, 0.05)), high)
    body.flat("brass", _wing(w, front + 0.26, back, 0.05), high - 0.06)
    inner = _wing(w, front + 0.26, back, 0.05)
    ring = list(inner.exterior.coords)
    for (ax, ay), (bx, by) in pairwise(ring):
        body.faces("walnut", [[(bx, by, high - 0.06), (ax, ay, high - 0.06), (ax, ay, high), (bx, by, high)]])
    body.slab("black", (-w / 2, front + 0.01, low), (w / 2, front + 0.26, 0.7), bevel=0.012)
    for x in (-w / 2, w / 2 - 0.06):
        body.slab("black", (x, front + 0.02, 0.7), (x + 0.06, front + 0.26, 0.84), bevel=0.014)
    keyboard(body, w - 0.18, front + 0.05, 0.15, 0.735)
    body.slab("black", (-w / 2 + 0.06, front + 0.2, 0.7), (w / 2 - 0.06, front + 0.26, 0.92))
    for x, y in ((-w / 2 + 0.12, front + 0.32), (w / 2 - 0.12, front + 0.32), (-w * 0.14, back - 0.22)):
        body.lathe("black", (x, y, 0.06), [(0.03, 0), (0.05, 0.3), (0.07, low - 0.06)], sides=12)
        body.cylinder("brass", (x, y, 0), 0.028, 0.06, sides=10)
    for x in (-0.05, 0.05):
        body.tube("black", [(x, front + 0.3, low), (x, front + 0.3, 0.12)], 0.014)
    for k in range(3):
        body.slab("brass", (-0.09 + k * 0.07, front + 0.2, 0.05), (-0.05 + k * 0.07, front + 0.36, 0.065))
    body.slab("black", (-0.13, front + 0.28, 0.05), (0.13, front + 0.34, 0.14), bevel=0.01)
    rest = Body().slab("black", (-0.34, -0.008, 0), (0.34, 0.008, 0.19), bevel=0.004)
    for x in (-0.205, 0.005):
        rest.picture("signs", (x, -0.0105, 0.01), (0.2, 0, 0), (0, 0, 0.27), prints.score(order.signs))
        rest.quad("paper", (x + 0.2, -0.0095, 0.01), (-0.2, 0, 0), (0, 0, 0.27))
    body.add(rest.placed(tilt=-18), (0, front + 0.34, high))
    lid = Body().prism("black", _wing(w, front + 0.5, back, 0.0), 0, 0.018)
    raised = lid.placed((w / 2, 0, 0)).placed(turn=90).placed(tilt=36).placed(turn=-90)
    body.add(raised, (-w / 2, 0, high + 0.002))
    body.tube("black", [(w / 2 - 0.1, front + 0.75, high), (w / 2 - 0.33, front + 0.75, high + 0.66)], 0.009, sides=6)
    return body


def _wing(w: float, front: float, back: float, inset: float) -> Polygon:
    """The outline of a grand's body: straight left side, curved right."""
    long = back - front
    right = [
        (0.5, 0.0),
        (0.5, 0.34),
        (0.46, 0.46),
        (0.36, 0.58),
        (0.24, 0.68),
        (0.14, 0.78),
        (0.06, 0.9),
        (-0.06, 0.98),
        (-0.24, 1.0),
        (-0.4, 0.96),
        (-0.5, 0.86),
    ]
    points = [(-w / 2, front), *((w * x, front + long * y) for x, y in right)]
    shape = Polygon(points)
    return shape.buffer(-inset) if inset else shape


def easel(order: Order) -> Body:
    """A wooden easel on three legs with a canvas on its ledge."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    foot, lean = -d / 2 + 0.03, min(0.3, d * 0.4)
    top = (foot + lean, h)
    for side in (-1, 1):
        body.tube("oak", [(side * (w / 2 - 0.03), foot, 0.012), (side * 0.07, top[0], top[1])], 0.02, sides=4)
    body.tube("oak", [(0, top[0], h * 0.93), (0, d / 2 - 0.03, 0.012)], 0.018, sides=4)
    body.slab("oak", (-0.1, top[0] - 0.02, h - 0.06), (0.1, top[0] + 0.02, h - 0.02), bevel=0.008)
    for z in (0.42, 0.74):
        y = foot + lean * z / h
        half = (w / 2 - 0.03) + (0.07 - (w / 2 - 0.03)) * z / h
        body.slab("oak", (-half, y - 0.014, z - 0.02), (half, y + 0.014, z + 0.02), bevel=0.006)
    z = 0.78
    y = foot + lean * z / h
    body.slab("oak", (-w * 0.42, y - 0.085, z - 0.02), (w * 0.42, y + 0.01, z + 0.012), bevel=0.008)
    high = min(0.78, h - z - 0.12)
    wide = min(high * 140 / 180, w - 0.06)
    tilt = -round(57.2958 * lean / h, 3)
    canvas = Body().slab("linen", (-wide / 2, -0.012, 0), (wide / 2, 0.012, high), bevel=0.004)
    number = sum(map(ord, order.labels[0])) if order.labels else 0
    canvas.picture(
        "signs",
        (-wide / 2 + 0.003, -0.0135, 0.003),
        (wide - 0.006, 0, 0),
        (0, 0, high - 0.006),
        prints.painting(order.signs, number),
    )
    body.add(canvas.placed(tilt=tilt), (0, y - 0.038, z + 0.012))
    for k, finish in enumerate(("red", "yellow", "blue")):
        body.cylinder(finish, (-w * 0.3 + k * 0.055, y - 0.06, z + 0.012), 0.018, 0.05, sides=10)
    return body


def mirror(order: Order) -> Body:
    """A mirror wall in panels of about a metre, from 10 cm above the floor, that shows a bright room."""
    body = Body()
    w, d, high = order.width, order.depth, min(order.height, order.ceiling - 0.15)
    low, back, front = 0.1, d / 2, -d / 2
    body.slab("light-grey", (-w / 2, back - 0.012, low - 0.03), (w / 2, back, low + high), without="b")
    body.slab("aluminium", (-w / 2, front + 0.004, low - 0.03), (w / 2, back - 0.012, low))
    panels = max(1, round(w / 1.05))
    cell = w / panels
    left, top, right, bottom = prints.reflection(order.signs)
    for k in range(panels):
        x0 = -w / 2 + cell * k + 0.003
        a, b = left + (right - left) * k / panels, left + (right - left) * (k + 1) / panels
        body.slab("steam-blue", (x0, back - 0.02, low), (x0 + cell - 0.006, back - 0.012, low + high), without="bf")
        body.picture("signs", (x0, back - 0.02, low), (cell - 0.006, 0, 0), (0, 0, high), (a, top, b, bottom))
    return body


def barre(order: Order) -> Body:
    """Two wooden bars on wall brackets, the upper at the drawn height, the lower 25 cm below."""
    body = Body()
    w, d, high = order.width, order.depth, order.height
    y, back = -d / 2 + 0.025, d / 2
    for z in (high - 0.022, high - 0.272):
        body.tube("oak", [(-w / 2, y, z), (w / 2, y, z)], 0.022, sides=12)
    count = max(2, round(w / 1.2) + 1)
    for k in range(count):
        x = -w / 2 + 0.15 + (w - 0.3) * k / (count - 1)
        body.slab("aluminium", (x - 0.03, back - 0.012, high - 0.36), (x + 0.03, back, high + 0.04), bevel=0.004)
        for z in (high - 0.022, high - 0.272):
            body.tube("aluminium", [(x, back - 0.012, z - 0.05), (x, y + 0.03, z - 0.05), (x, y, z - 0.022)], 0.013)
    return body


MAKERS: dict[str, Maker] = {"piano": piano, "easel": easel, "mirror": mirror, "barre": barre}
