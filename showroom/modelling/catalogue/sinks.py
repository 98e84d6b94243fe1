"""What do sinks and basins look like? Steel sinks by kind with coloured labels, white hand basins with soap and steps."""

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from showroom.modelling.catalogue.order import Maker, Order, ratio
from showroom.modelling.signs import WHITE, Colour
from showroom.modelling.solids import Body

_CODES: dict[str, tuple[Colour, str]] = {
    "sink-vegetable": ((46, 140, 70), "洗菜池"),
    "sink-meat": ((198, 44, 38), "洗肉池"),
    "sink-aquatic": ((38, 104, 178), "水产池"),
    "sink-ware": ((98, 74, 150), "餐具清洗池"),
    "sink-mop": ((96, 100, 106), "拖把池"),
    "sink": ((96, 100, 106), "水池"),
}


def bowl(body: Body, finish: str, x: float, y: float, wide: float, deep: float, top: float, depth: float) -> None:
    """Sink a rectangular bowl (inner faces only) into a top at height `top`, with its drain."""
    x0, x1, y0, y1, z = x - wide / 2, x + wide / 2, y - deep / 2, y + deep / 2, top - depth
    body.quad(finish, (x0, y0, z), (wide, 0, 0), (0, deep, 0))
    body.quad(finish, (x0, y0, z), (0, deep, 0), (0, 0, depth))
    body.quad(finish, (x1, y1, z), (0, -deep, 0), (0, 0, depth))
    body.quad(finish, (x1, y0, z), (-wide, 0, 0), (0, 0, depth))
    body.quad(finish, (x0, y1, z), (wide, 0, 0), (0, 0, depth))
    body.lathe("dark-grey", (x, y, z + 0.002), [(0.035, 0.002), (0, 0.003)], sides=12)


def pierced(
    body: Body, finish: str, wide: float, deep: float, low: float, top: float, holes: list[tuple[float, float, float, float]]
) -> None:
    """Add a slab about the origin with rectangular holes (x, y, wide, deep) in its top and no bottom."""
    area = box(-wide / 2, -deep / 2, wide / 2, deep / 2)
    rim: BaseGeometry = area
    for x, y, w, d in holes:
        rim = rim.difference(box(x - w / 2, y - d / 2, x + w / 2, y + d / 2))
    body.flat(finish, rim, top)
    body.prism(finish, area, low, top, without="td")


def tap(body: Body, x: float, y: float, z: float, *, reach: float = 0.2, high: float = 0.28) -> None:
    """A swan-neck tap that rises at (x, y, z) and bends to the front."""
    body.cylinder("chrome", (x, y, z), 0.022, 0.03, sides=12)
    bend = [
        (x, y, z + 0.02),
        (x, y, z + high - 0.05),
        (x, y - 0.03, z + high),
        (x, y - reach + 0.03, z + high),
        (x, y - reach, z + high - 0.06),
    ]
    body.tube("chrome", bend, 0.012, sides=8)
    body.slab("chrome", (x + 0.02, y - 0.012, z + 0.05), (x + 0.085, y + 0.012, z + 0.068))


def steel_sink(order: Order) -> Body:
    """A steel sink on legs, a bowl for every 60–80 cm, splash-back, tap, shelf bars and a coloured label."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    count = max(1, round(w / 0.7)) if order.kind == "sink-ware" or w > 1.2 else 1
    cell = w / count
    hole_w, hole_d, shift = min(cell - 0.1, 0.62), min(d - 0.2, 0.5), -0.02
    holes = [(-w / 2 + cell * (k + 0.5), shift, hole_w, hole_d) for k in range(count)]
    pierced(body, "steel", w, d, top - 0.06, top, holes)
    for x, y, ww, dd in holes:
        bowl(body, "steel", x, y, ww, dd, top, 0.26)
        body.slab(
            "steel",
            (x - ww / 2 - 0.01, y - dd / 2 - 0.01, top - 0.27),
            (x + ww / 2 + 0.01, y + dd / 2 + 0.01, top - 0.06),
            without="t",
        )
        tap(body, x, order.back - 0.055, top, reach=min(0.24, d * 0.36))
    body.slab("steel", (-w / 2, order.back - 0.025, top), (w / 2, order.back, top + 0.12), bevel=0.006)
    for x in (-w / 2 + 0.035, w / 2 - 0.035):
        for y in (-d / 2 + 0.04, d / 2 - 0.05):
            body.cylinder("aluminium", (x, y, 0), 0.02, top - 0.06, sides=8)
        body.slab("aluminium", (x - 0.012, -d / 2 + 0.05, 0.16), (x + 0.012, d / 2 - 0.06, 0.185))
    for y in (-d / 2 + 0.04, d / 2 - 0.05):
        body.slab("aluminium", (-w / 2 + 0.04, y - 0.012, 0.16), (w / 2 - 0.04, y + 0.012, 0.185))
    body.tube("light-grey", [(0, 0.05, top - 0.27), (0, 0.05, 0.3), (0, order.back - 0.03, 0.26)], 0.025)
    ground, text = _CODES.get(order.kind, _CODES["sink"])
    shown = order.labels[0] if order.labels else text
    order.label(body, (0, -d / 2 - 0.0025, top - 0.03), 0.05, ground=ground, ink=WHITE, text=shown)
    _plate(body, order, shown, ground, top)
    return body


def _plate(body: Body, order: Order, text: str, ground: Colour, top: float) -> None:
    """The large label on the wall above the sink."""
    rect_high = min(0.16, order.width * 0.26)
    y = order.back
    half = min(order.width * 0.46, rect_high * 0.5 * ratio(order.signs.label(text, ground=ground, ink=WHITE)) + 0.02)
    body.slab("white", (-half, y - 0.012, top + 0.47), (half, y, top + 0.51 + rect_high), without="b")
    order.label(body, (0, y - 0.014, top + 0.49 + rect_high / 2), rect_high, ground=ground, ink=WHITE, text=text)


def hand_basin(order: Order) -> Body:
    """A white basin on a half pedestal, a lever tap, soap, paper towels and the 洗手处 sign above."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    inner_w, inner_d = w - 0.09, d - 0.17
    pierced(body, "porcelain", w, d, top - 0.14, top, [(0, -0.035, inner_w, inner_d)])
    bowl(body, "porcelain", 0, -0.035, inner_w, inner_d, top, 0.12)
    body.slab("porcelain", (-w / 2 + 0.03, -d / 2 + 0.04, top - 0.2), (w / 2 - 0.03, d / 2, top - 0.14), without="t")
    body.lathe("porcelain", (0, d / 2 - 0.13, 0), [(0.10, 0), (0.085, 0.3), (0.10, top - 0.2)], sides=16)
    tap(body, 0, order.back - 0.05, top, reach=0.15, high=0.19)
    y = order.back
    body.box("white", (-w * 0.36, y - 0.05, top + 0.24), (0.1, 0.09, 0.2), bevel=0.012)
    body.quad("teal", (-w * 0.36 - 0.03, y - 0.0965, top + 0.27), (0.06, 0, 0), (0, 0, 0.06))
    body.box("white", (w * 0.3, y - 0.055, top + 0.22), (min(0.2, w * 0.38), 0.1, 0.24), bevel=0.012)
    body.quad("paper", (w * 0.3 - 0.05, y - 0.08, top + 0.17), (0.1, 0, 0), (0, 0, 0.06))
    order.label(
        body, (0, y - 0.004, top + 0.62), 0.13, ground=(30, 92, 170), ink=WHITE, text=order.labels[0] if order.labels else "洗手处"
    )
    steps = order.signs.label("湿 · 搓 · 冲 · 捧 · 擦", height=40)
    body.picture(
        "signs",
        (-w * 0.42, y - 0.004, top + 0.485),
        (w * 0.84, 0, 0),
        (0, 0, w * 0.84 * (steps[3] - steps[1]) / (steps[2] - steps[0])),
        steps,
    )
    return body


def mop_sink(order: Order) -> Body:
    """A low deep basin with a rolled rim, a wall tap, and a string mop that hangs beside it."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    hole_w, hole_d = w - 0.09, d - 0.11
    rim = box(-w / 2, -d / 2, w / 2, d / 2).difference(box(-hole_w / 2, -0.01 - hole_d / 2, hole_w / 2, -0.01 + hole_d / 2))
    body.flat("porcelain", rim, top)
    shape = ((0.0, 0.8), (0.05, 0.82), (top - 0.1, 0.88), (top - 0.075, 1.0), (top, 1.0))
    rings = [[(x * w / 2 * s, y * d / 2 * s, z) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))] for z, s in shape]
    body.loft("porcelain", rings, ends=False)
    bowl(body, "porcelain", 0, -0.01, hole_w, hole_d, top, top * 0.7)
    y = order.back
    body.tube("chrome", [(0, y, top + 0.3), (0, y - 0.12, top + 0.3), (0, y - 0.15, top + 0.25)], 0.014)
    body.slab("chrome", (-0.04, y - 0.07, top + 0.31), (0.04, y - 0.045, top + 0.325))
    x = w / 2 - 0.12
    body.slab("aluminium", (x - 0.05, y - 0.05, 1.42), (x + 0.05, y, 1.45), bevel=0.004)
    body.tube("oak", [(x, y - 0.07, top + 0.34), (x, y - 0.07, 1.58)], 0.013)
    body.slab("blue", (x - 0.06, y - 0.095, top + 0.3), (x + 0.06, y - 0.045, top + 0.35), bevel=0.01)
    for k in range(9):
        dx = -0.055 + 0.01375 * k
        body.tube(
            "linen",
            [(x + dx, y - 0.07, top + 0.31), (x + dx * 1.5, y - 0.08, top + 0.16), (x + dx * 1.1, y - 0.075, top + 0.03)],
            0.011,
            sides=5,
        )
    order.label(body, (-0.06, y - 0.004, 1.25), 0.11, ground=_CODES["sink-mop"][0], ink=WHITE, text="拖把池")
    return body


MAKERS: dict[str, Maker] = {
    "hand-basin": hand_basin,
    "sink-vegetable": steel_sink,
    "sink-meat": steel_sink,
    "sink-aquatic": steel_sink,
    "sink-ware": steel_sink,
    "sink": steel_sink,
    "sink-mop": mop_sink,
}
