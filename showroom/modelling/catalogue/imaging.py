"""What do X-ray and ultrasound units look like? A table under a tube on its column; a cart with a screen and probes."""

from showroom.modelling.catalogue import prints
from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.solids import Body


def xray(order: Order) -> Body:
    """A table with a floating top and the detector below, a column behind it, the tube with its lamp and cross-hairs above."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    top, back, front = 0.78, d / 2, -d / 2
    deep = d - 0.24
    y0 = front
    body.slab("white", (-w * 0.3, y0 + 0.1, 0.0), (w * 0.3, y0 + deep - 0.08, top - 0.14), bevel=0.03)
    body.slab("dark-grey", (-w * 0.32, y0 + 0.08, 0.0), (w * 0.32, y0 + deep - 0.06, 0.06), bevel=0.012)
    body.slab("light-grey", (-w * 0.36, y0 + 0.03, top - 0.14), (w * 0.36, y0 + deep - 0.03, top - 0.05), bevel=0.012)
    body.slab("dark-grey", (-0.19, y0 + 0.015, top - 0.125), (0.19, y0 + 0.032, top - 0.07), bevel=0.006)
    body.slab("white", (-w / 2, y0, top - 0.05), (w / 2, y0 + deep, top - 0.01), bevel=0.012)
    body.slab("black", (-w / 2 + 0.05, y0 + 0.05, top - 0.01), (w / 2 - 0.05, y0 + deep - 0.05, top), bevel=0.004, without="d")
    middle = y0 + deep / 2
    body.quad("white", (-w * 0.36, middle - 0.002, top + 0.0015), (w * 0.72, 0, 0), (0, 0.004, 0))
    body.quad("white", (-0.002, y0 + 0.1, top + 0.0015), (0.004, 0, 0), (0, deep - 0.2, 0))
    body.slab("dark-grey", (-w * 0.4, back - 0.19, 0.0), (w * 0.4, back - 0.02, 0.035), bevel=0.008)
    body.slab("white", (-0.1, back - 0.2, 0.035), (0.1, back - 0.02, h), bevel=0.02)
    body.slab("grey", (-0.035, back - 0.206, 0.3), (0.035, back - 0.199, h - 0.06))
    z = h - 0.34
    body.slab("light-grey", (-0.13, back - 0.235, z - 0.12), (0.13, back - 0.2, z + 0.12), bevel=0.01)
    body.slab("white", (-0.06, middle, z - 0.05), (0.06, back - 0.23, z + 0.05), bevel=0.014)
    tube = Body().cylinder("white", (0, 0, -0.27), 0.115, 0.54, sides=20)
    for end in (-0.285, 0.255):
        tube.cylinder("grey", (0, 0, end), 0.085, 0.03, sides=20)
    body.add(_lying(tube), (0, middle, z))
    body.slab("dark-grey", (-0.13, middle - 0.13, z - 0.27), (0.13, middle + 0.13, z - 0.1), bevel=0.014)
    body.slab("black", (-0.08, middle - 0.08, z - 0.285), (0.08, middle + 0.08, z - 0.27), without="t")
    body.slab("white", (-0.15, middle - 0.155, z - 0.08), (0.15, middle - 0.115, z + 0.1), bevel=0.012)
    body.picture("signs", (-0.07, middle - 0.157, z - 0.065), (0.14, 0, 0), (0, 0, 0.15), _radiation(order))
    body.tube(
        "dark-grey", [(-0.19, middle - 0.15, z - 0.02), (-0.19, middle - 0.21, z - 0.02), (0.19, middle - 0.21, z - 0.02)], 0.011
    )
    body.tube("dark-grey", [(0.19, middle - 0.21, z - 0.02), (0.19, middle - 0.15, z - 0.02)], 0.011)
    body.tube(
        "dark-grey",
        [(0.24, middle, z + 0.05), (0.3, middle + 0.1, z + 0.2), (0.16, back - 0.14, h - 0.08), (0.09, back - 0.1, h - 0.3)],
        0.02,
    )
    return body


def _radiation(order: Order) -> tuple[float, float, float, float]:
    return prints.warning(order.signs, "radiation", "当心电离辐射")


def _lying(upright: Body) -> Body:
    """Lay an upright body along x."""
    return Body().add(upright.placed(tilt=90), turn=90)


def ultrasound(order: Order) -> Body:
    """A cart on castors: a tilted console with keys and a ball, a screen on an arm, probes in their holders, a printer below."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    for x in (-w * 0.38, w * 0.38):
        for y in (-d * 0.36, d * 0.36):
            body.add(
                Body().cylinder("black", (0, 0, -0.014), 0.045, 0.028, sides=14).placed(tilt=90).placed(turn=90), (x, y, 0.045)
            )
    body.slab("light-grey", (-w * 0.44, -d * 0.44, 0.08), (w * 0.44, d * 0.44, 0.15), bevel=0.025)
    body.slab("white", (-w * 0.34, -d * 0.12, 0.15), (w * 0.34, d * 0.4, 0.74), bevel=0.04)
    body.slab("dark-grey", (-w * 0.26, -d * 0.125, 0.46), (w * 0.26, -d * 0.11, 0.64), bevel=0.006)
    body.slab("white", (-w * 0.2, -d * 0.135, 0.5), (w * 0.2, -d * 0.12, 0.56), bevel=0.006)
    for k in range(4):
        body.slab("grey", (-w * 0.22, -d * 0.124, 0.24 + k * 0.04), (w * 0.22, -d * 0.118, 0.255 + k * 0.04))
    panel = Body().slab("white", (-w * 0.46, -0.19, -0.03), (w * 0.46, 0.19, 0.03), bevel=0.022)
    panel.slab("dark-grey", (-w * 0.4, -0.15, 0.03), (w * 0.4, 0.14, 0.036), bevel=0.003, without="d")
    for row in range(3):
        for k in range(9):
            panel.box("light-grey", (-w * 0.33 + w * 0.66 * k / 8, 0.1 - row * 0.045, 0.036), (w * 0.052, 0.03, 0.008), without="d")
    panel.ball("white", (0, -0.08, 0.036), (0.028, 0.028, 0.018), sides=14, rows=6)
    for k, x in enumerate((-0.32, -0.2, 0.2, 0.32)):
        panel.cylinder(("sky-blue", "green", "grey", "orange")[k], (w * x, -0.085, 0.036), 0.018, 0.016, sides=12)
    body.add(panel.placed(tilt=8), (0, -d * 0.5 + 0.215, 0.8))
    body.slab("white", (-0.06, d * 0.12, 0.74), (0.06, d * 0.26, 0.9), bevel=0.02)
    body.tube("light-grey", [(0, d * 0.18, 0.88), (0, d * 0.18, h - 0.3), (0, d * 0.1, h - 0.22)], 0.026, sides=10)
    high = min(0.36, h - 0.98)
    screen = Body().slab("dark-grey", (-w * 0.46, -0.018, 0), (w * 0.46, 0.02, high), bevel=0.012)
    screen.picture("signs", (-w * 0.42, -0.0195, 0.025), (w * 0.84, 0, 0), (0, 0, high - 0.05), prints.echo(order.signs))
    body.add(screen.placed(tilt=-6), (0, d * 0.06, h - high))
    for k, y in enumerate((-0.12, -0.04, 0.04)):
        x = w * 0.46
        body.lathe("light-grey", (x - 0.01, y - d * 0.16, 0.74), [(0.02, 0), (0.03, 0.05), (0.024, 0.05)], sides=10)
        body.lathe("white", (x - 0.01, y - d * 0.16, 0.74), [(0.012, 0.02), (0.016, 0.12), (0.024, 0.15), (0, 0.165)], sides=10)
        body.tube(
            "dark-grey",
            [(x - 0.01, y - d * 0.16, 0.74), (x - 0.012, y - d * 0.1, 0.5 - k * 0.04), (x - 0.06, d * 0.1, 0.3)],
            0.006,
            sides=5,
        )
    return body


MAKERS: dict[str, Maker] = {"xray": xray, "ultrasound": ultrasound}
