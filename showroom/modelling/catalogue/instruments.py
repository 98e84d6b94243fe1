"""What do autoclaves, microscopes and medicine cabinets look like?"""

import numpy as np

from showroom.modelling.catalogue import prints
from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.catalogue.ware import jar
from showroom.modelling.signs import WHITE
from showroom.modelling.solids import Body


def autoclave(order: Order) -> Body:
    """A steam steriliser with a round pressure door, a hand wheel, gauge and display, on a cupboard where it is tall."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    stand = max(0.0, h - 0.48)
    front = -d / 2
    if stand > 0.2:
        body.slab("steel", (-w / 2 + 0.01, front + 0.03, 0.06), (w / 2 - 0.01, d / 2, stand), bevel=0.008)
        body.slab("dark-grey", (-w / 2 + 0.04, front + 0.07, 0), (w / 2 - 0.04, d / 2 - 0.03, 0.06), without="td")
        for x0, x1 in ((-w / 2 + 0.016, -0.003), (0.003, w / 2 - 0.016)):
            body.slab("steel", (x0, front + 0.016, 0.075), (x1, front + 0.032, stand - 0.03), bevel=0.006)
        for x in (-0.035, 0.035):
            body.slab("chrome", (x - 0.007, front + 0.002, stand * 0.55), (x + 0.007, front + 0.016, stand * 0.8))
    else:
        stand = 0.0
    z = stand
    for x in (-w * 0.4, w * 0.4):
        for y in (front + 0.12, d / 2 - 0.08):
            body.cylinder("black", (x, y, z), 0.022, 0.02, sides=8)
    body.slab("white", (-w / 2, front + 0.075, z + 0.02), (w / 2, d / 2, h), bevel=0.02)
    middle, radius = z + 0.2, min(0.16, w * 0.31)
    x = -w * 0.13
    door = Body().lathe("light-grey", (0, 0, 0), [(radius * 1.12, 0), (radius * 1.12, 0.012), (radius, 0.02)], sides=28)
    door.lathe(
        "steel", (0, 0, 0), [(radius, 0.02), (radius, 0.04), (radius * 0.86, 0.052), (radius * 0.3, 0.06), (0, 0.06)], sides=28
    )
    door.lathe("black", (0, 0, 0.06), [(0.03, 0), (0.03, 0.012), (0, 0.012)], sides=12)
    body.add(door.placed(tilt=90), (x, front + 0.076, middle))
    for k in range(3):
        a = np.radians(90 + 120 * k)
        tip = (x + 0.085 * float(np.cos(a)), front + 0.008, middle + 0.085 * float(np.sin(a)))
        body.tube("black", [(x, front + 0.01, middle), tip], 0.008, sides=6)
        body.ball("black", tip, (0.016, 0.008, 0.016), sides=8, rows=4)
    for dz in (-0.07, 0.07):
        body.slab(
            "steel",
            (x + radius * 0.95, front + 0.04, middle + dz - 0.02),
            (x + radius * 1.3, front + 0.076, middle + dz + 0.02),
            bevel=0.006,
        )
    right = w / 2 - w * 0.115
    body.slab("dark-grey", (right - w * 0.085, front + 0.066, z + 0.06), (right + w * 0.085, front + 0.078, h - 0.05), bevel=0.005)
    gauge = Body().cylinder("chrome", (0, 0, 0), w * 0.07, 0.014, sides=18)
    gauge.lathe("white", (0, 0, 0.0145), [(w * 0.06, 0), (0, 0)], sides=18)
    gauge.slab("red", (-0.003, -0.002, 0.0148), (0.003, w * 0.05, 0.016))
    body.add(gauge.placed(tilt=90), (right, front + 0.067, h - 0.1))
    reading = order.signs.label("121℃", ground=(16, 22, 26), ink=(240, 90, 70), height=44)
    body.picture("signs", (right - w * 0.07, front + 0.065, h - 0.22), (w * 0.14, 0, 0), (0, 0, w * 0.08), reading)
    for k, finish in enumerate(("green", "yellow", "red")):
        knob = Body().cylinder(finish, (0, 0, 0), 0.012, 0.01, sides=10).placed(tilt=90)
        body.add(knob, (right, front + 0.067, z + 0.17 - k * 0.045))
    order.label(body, (x, front + 0.073, h - 0.045), 0.045, ground=(30, 92, 170), ink=WHITE, text="高压灭菌器")
    body.cylinder("dark-grey", (w * 0.28, d * 0.2, h), 0.035, 0.02, sides=12)
    return body


def microscope_alone() -> Body:
    """A compound microscope 38 cm tall, its eyepieces to the front, its middle at the origin."""
    body = Body().slab("white", (-0.085, -0.1, 0), (0.085, 0.13, 0.035), bevel=0.014)
    body.slab("white", (-0.035, 0.07, 0.035), (0.035, 0.125, 0.27), bevel=0.014)
    body.slab("white", (-0.035, -0.03, 0.23), (0.035, 0.125, 0.285), bevel=0.014)
    body.slab("dark-grey", (-0.075, -0.075, 0.13), (0.075, 0.07, 0.145), bevel=0.004)
    body.slab("chrome", (-0.03, -0.02, 0.145), (0.03, 0.0, 0.148))
    body.cylinder("dark-grey", (0, -0.005, 0.085), 0.024, 0.045, sides=12)
    body.cylinder("light-grey", (0, -0.005, 0.035), 0.03, 0.02, sides=14)
    body.lathe("dark-grey", (0, -0.005, 0.2), [(0, 0), (0.034, 0.005), (0.034, 0.03)], sides=14)
    for angle, long in ((-0.35, 0.04), (0.0, 0.05), (0.35, 0.035)):
        x = float(np.sin(angle)) * 0.03
        body.cylinder("chrome", (x, -0.012, 0.2 - long), 0.008, long, sides=10, top=0.011)
    tubes = Body()
    for x in (-0.026, 0.026):
        tubes.cylinder("white", (x, 0, 0), 0.02, 0.07, sides=12)
        tubes.cylinder("black", (x, 0, 0.07), 0.016, 0.045, sides=12)
    tubes.slab("white", (-0.05, -0.03, -0.05), (0.05, 0.035, 0.01), bevel=0.012)
    body.add(tubes.placed(tilt=48), (0, -0.02, 0.305))
    for side in (-1, 1):
        knob = Body().cylinder("black", (0, 0, 0), 0.03, 0.02, sides=14).placed(tilt=90).placed(turn=side * 90)
        body.add(knob, (side * 0.035, 0.095, 0.085))
    return body


def microscope(order: Order) -> Body:
    """A microscope on a laboratory bench with slides and a rack of tubes; on a small stand where it is drawn small."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    body.slab("stone", (-w / 2, -d / 2, top - 0.03), (w / 2, d / 2, top), bevel=0.008)
    wide = w > 0.6
    for x in (-w / 2 + 0.03, w / 2 - 0.03):
        for y in (-d / 2 + 0.03, d / 2 - 0.03):
            body.box("white", (x, y, 0), (0.035, 0.035, top - 0.03), without="td")
    if wide:
        x0 = w / 2 - 0.38
        body.slab("white", (x0, -d / 2 + 0.04, 0.12), (w / 2 - 0.05, d / 2 - 0.04, top - 0.03), without="t")
        for k in range(3):
            z = 0.135 + k * (top - 0.17) / 3
            body.slab(
                "steam-blue",
                (x0 + 0.008, -d / 2 + 0.026, z),
                (w / 2 - 0.058, -d / 2 + 0.042, z + (top - 0.17) / 3 - 0.012),
                bevel=0.004,
            )
            body.slab("chrome", (x0 + 0.1, -d / 2 + 0.012, z + 0.1), (w / 2 - 0.15, -d / 2 + 0.026, z + 0.115))
        body.slab("white", (-w / 2 + 0.03, d / 2 - 0.045, 0.2), (x0, d / 2 - 0.03, 0.28))
        for k in range(5):
            x = w * 0.3 + k * 0.028
            body.cylinder("glass-dark" if k % 2 else "red", (x, 0.05, top + 0.015), 0.009, 0.1, sides=8)
        body.slab("oak", (w * 0.3 - 0.025, 0.03, top), (w * 0.3 + 0.14, 0.07, top + 0.016))
        body.slab("oak", (w * 0.3 - 0.025, 0.03, top + 0.05), (w * 0.3 + 0.14, 0.07, top + 0.06))
        body.slab("sky-blue", (w * 0.24, -0.16, top), (w * 0.24 + 0.13, -0.07, top + 0.03), bevel=0.006)
        body.slab("paper", (w * 0.38, -0.2, top), (w * 0.38 + 0.08, -0.05, top + 0.004))
    scope = microscope_alone()
    body.add(scope, (-w * 0.14 if wide else 0, 0.0, top))
    return body


def medicine_cabinet(order: Order) -> Body:
    """A white cabinet: medicines in rows behind framed glass above, two closed doors below, the pharmacy's cross on top."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    front, wall, low = -d / 2, 0.022, min(0.78, h * 0.43)
    body.slab("white", (-w / 2, front + 0.02, 0.07), (w / 2, d / 2, low), bevel=0.006)
    body.slab("grey", (-w / 2 + 0.02, front + 0.05, 0), (w / 2 - 0.02, d / 2 - 0.02, 0.07), without="td")
    body.slab("white", (-w / 2, d / 2 - wall, low), (w / 2, d / 2, h - 0.14))
    for x in (-w / 2, w / 2 - wall):
        body.slab("white", (x, front + 0.02, low), (x + wall, d / 2 - wall, h - 0.14))
    body.slab("white", (-w / 2, front + 0.012, h - 0.14), (w / 2, d / 2, h), bevel=0.008)
    for x0, x1, handle in ((-w / 2 + 0.006, -0.003, -0.045), (0.003, w / 2 - 0.006, 0.045)):
        body.slab("white", (x0, front + 0.006, 0.08), (x1, front + 0.022, low - 0.008), bevel=0.005)
        body.slab("chrome", (handle - 0.007, front - 0.002, low - 0.22), (handle + 0.007, front + 0.006, low - 0.08))
        b = 0.038
        for a, c, e, f in (
            (x0, x0 + b, low + 0.006, h - 0.146),
            (x1 - b, x1, low + 0.006, h - 0.146),
            (x0 + b, x1 - b, low + 0.006, low + 0.006 + b),
            (x0 + b, x1 - b, h - 0.146 - b, h - 0.146),
        ):
            body.slab("aluminium", (a, front + 0.006, e), (c, front + 0.022, f))
        body.slab("chrome", (handle - 0.007, front - 0.002, low + 0.18), (handle + 0.007, front + 0.006, low + 0.34))
    _medicines(body, order, low, h - 0.14)
    rect = prints.cross(order.signs)
    body.picture("signs", (-w * 0.42, front + 0.0095, h - 0.12), (0.1, 0, 0), (0, 0, 0.1), rect)
    shown = order.labels[0] if order.labels else "药品柜"
    order.label(body, (0.04, front + 0.0095, h - 0.07), 0.085, ground=(30, 140, 84), ink=WHITE, text=shown)
    return body


def _medicines(body: Body, order: Order, low: float, high: float) -> None:
    w, d = order.width, order.depth
    rng = np.random.default_rng(17)
    levels = max(1, round((high - low) / 0.3))
    step = (high - low) / levels
    for level in range(levels):
        z = low + step * level
        if level:
            body.slab("light-grey", (-w / 2 + 0.022, -d / 2 + 0.05, z), (w / 2 - 0.022, d / 2 - 0.022, z + 0.012))
            z += 0.012
        x = -w / 2 + 0.05
        while x < w / 2 - 0.09:
            wide = float(rng.uniform(0.05, 0.11))
            tall = min(float(rng.uniform(0.08, 0.17)), step - 0.05)
            finish = ("white", "sky-blue", "green", "orange", "flower", "yellow", "steam-blue")[int(rng.integers(7))]
            y = -d * 0.12
            if wide < 0.066:
                body.add(jar("brown" if tall > 0.12 else "white", wide / 2, tall), (x + wide / 2, y, z))
            else:
                body.slab(finish, (x, y - 0.04, z), (x + wide, y + 0.06, z + tall), without="db")
                body.quad("white", (x + 0.008, y - 0.041, z + tall * 0.3), (wide - 0.016, 0, 0), (0, 0, tall * 0.35))
            x += wide + float(rng.uniform(0.006, 0.03))


MAKERS: dict[str, Maker] = {"autoclave": autoclave, "microscope": microscope, "medicine-cabinet": medicine_cabinet}
