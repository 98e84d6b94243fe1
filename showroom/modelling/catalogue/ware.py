"""What stands on tables, benches and shelves: pots, pans, plates, bowls, boards, boxes, computers, plants?"""

import math

import numpy as np

from showroom.modelling.solids import Body


def pot(radius: float, high: float, *, lid: bool = True) -> Body:
    """A steel stock pot with two handles."""
    body = Body().lathe("steel", (0, 0, 0), [(0, 0), (radius * 0.97, 0), (radius, high)], sides=18)
    if lid:
        body.lathe(
            "steel",
            (0, 0, 0),
            [(radius * 1.02, high), (radius * 1.02, high + 0.012), (radius * 0.3, high + 0.035), (0, high + 0.04)],
            sides=18,
        )
        body.cylinder("black", (0, 0, high + 0.035), 0.02, 0.03, sides=8)
    else:
        body.lathe(
            "steel", (0, 0, 0), [(radius, high), (radius * 0.95, high), (radius * 0.93, high * 0.7), (0, high * 0.7)], sides=18
        )
    for sign in (-1, 1):
        x = sign * radius
        line = [
            (x, -0.04, high * 0.78),
            (x + sign * 0.035, -0.03, high * 0.8),
            (x + sign * 0.035, 0.03, high * 0.8),
            (x, 0.04, high * 0.78),
        ]
        body.tube("chrome", line, 0.007, sides=6)
    return body


def wok(radius: float) -> Body:
    """A round iron wok with a long handle to the front."""
    outer = [(radius * s, 0.11 * (1 - math.sqrt(max(0.0, 1 - (s * 0.98) ** 2)))) for s in np.linspace(0.0, 1.0, 6)]
    body = Body().lathe("cast-iron", (0, 0, 0), outer, sides=20)
    inner = [(r * 0.96, z + 0.006) for r, z in outer][::-1]
    body.lathe("grey", (0, 0, 0), [outer[-1], *inner], sides=20)
    body.tube("walnut", [(0, -radius * 0.95, 0.085), (0, -radius - 0.1, 0.125)], 0.014)
    return body


def pan(radius: float) -> Body:
    """A wide steel mixing bowl."""
    body = Body().lathe("steel", (0, 0, 0), [(0, 0), (radius * 0.55, 0), (radius, 0.09)], sides=18)
    return body.lathe("steel", (0, 0, 0), [(radius, 0.09), (radius * 0.97, 0.088), (radius * 0.52, 0.008), (0, 0.008)], sides=18)


def plate(radius: float) -> Body:
    """A porcelain plate."""
    profile = [(0, 0.0), (radius * 0.6, 0.0), (radius, 0.018), (radius * 0.97, 0.022), (radius * 0.62, 0.008), (0, 0.008)]
    return Body().lathe("porcelain", (0, 0, 0), profile[1:], sides=18)


def plates(radius: float, count: int) -> Body:
    """A stack of plates."""
    body = Body()
    for k in range(count):
        body.lathe(
            "porcelain",
            (0, 0, k * 0.014),
            [(radius * 0.6, 0), (radius, 0.016), (radius * 0.96, 0.02), (radius * 0.6, 0.014)],
            sides=16,
        )
    return body.lathe(
        "porcelain", (0, 0, (count - 1) * 0.014), [(radius * 0.96, 0.02), (radius * 0.6, 0.009), (0, 0.009)], sides=18
    )


def bowl(radius: float, *, filling: str | None = None) -> Body:
    """A small rice or soup bowl."""
    high = radius * 0.85
    body = Body().lathe(
        "porcelain", (0, 0, 0), [(radius * 0.45, 0), (radius * 0.5, 0.01), (radius * 0.9, high * 0.6), (radius, high)], sides=16
    )
    inside = "porcelain" if filling is None else filling
    body.lathe("porcelain", (0, 0, 0), [(radius, high), (radius * 0.94, high), (radius * 0.85, high * 0.7)], sides=16)
    return body.lathe(inside, (0, 0, 0), [(radius * 0.85, high * 0.7), (0, high * (0.25 if filling is None else 0.72))], sides=16)


def cup() -> Body:
    """A tea cup."""
    body = Body().lathe("porcelain", (0, 0, 0), [(0.022, 0), (0.034, 0.06), (0.031, 0.06), (0.024, 0.012), (0, 0.012)], sides=14)
    return body.lathe("brass", (0, 0, 0), [(0.0295, 0.048), (0, 0.048)], sides=14)


def teapot() -> Body:
    """A round teapot with spout and handle."""
    body = Body().lathe(
        "porcelain", (0, 0, 0), [(0, 0), (0.05, 0), (0.075, 0.05), (0.06, 0.1), (0.02, 0.115), (0, 0.115)], sides=16
    )
    body.cylinder("porcelain", (0, 0, 0.112), 0.012, 0.02, sides=8)
    body.tube("porcelain", [(0.06, 0, 0.04), (0.1, 0, 0.07), (0.115, 0, 0.105)], 0.012, sides=8)
    return body.tube("porcelain", [(-0.06, 0, 0.09), (-0.11, 0, 0.085), (-0.11, 0, 0.04), (-0.06, 0, 0.03)], 0.008, sides=6)


def chopsticks() -> Body:
    """A pair of chopsticks on a rest, lying along y."""
    body = Body().box("porcelain", (0, 0.07, 0), (0.035, 0.012, 0.01))
    for x in (-0.006, 0.006):
        body.slab("walnut", (x - 0.0035, -0.11, 0.008), (x + 0.0035, 0.12, 0.015))
    return body


def board(finish: str, wide: float, deep: float) -> Body:
    """A coloured cutting board with a knife on it."""
    body = Body().box(finish, (0, 0, 0), (wide, deep, 0.025), bevel=0.006)
    body.slab("chrome", (-wide * 0.3, -deep * 0.1, 0.025), (wide * 0.02, deep * 0.12, 0.029))
    return body.slab("black", (wide * 0.02, -deep * 0.02, 0.025), (wide * 0.3, deep * 0.06, 0.043))


def tray(wide: float, deep: float, high: float) -> Body:
    """An open steel tray."""
    body = Body().slab("steel", (-wide / 2, -deep / 2, 0), (wide / 2, deep / 2, high), without="td")
    t = 0.008
    for corner, right in (
        ((-wide / 2 + t, -deep / 2 + t, 0.01), (0, deep - 2 * t, 0)),
        ((wide / 2 - t, deep / 2 - t, 0.01), (0, -(deep - 2 * t), 0)),
        ((wide / 2 - t, -deep / 2 + t, 0.01), (-(wide - 2 * t), 0, 0)),
        ((-wide / 2 + t, deep / 2 - t, 0.01), (wide - 2 * t, 0, 0)),
    ):
        body.quad("steel", corner, right, (0, 0, high - 0.01))
    for x, y, long, across in ((-wide / 2, -deep / 2, wide, t), (-wide / 2, deep / 2 - t, wide, t)):
        body.quad("steel", (x, y, high), (long, 0, 0), (0, across, 0))
    for x in (-wide / 2, wide / 2 - t):
        body.quad("steel", (x, -deep / 2 + t, high), (t, 0, 0), (0, deep - 2 * t, 0))
    body.quad("steel", (-wide / 2, -deep / 2, 0.01), (wide, 0, 0), (0, deep, 0))
    return body


def carton(wide: float, deep: float, high: float) -> Body:
    """A cardboard box with its tape."""
    body = Body().box("kraft", (0, 0, 0), (wide, deep, high), bevel=0.006)
    body.quad("linen", (-wide / 2 + 0.01, -0.025, high + 0.001), (wide - 0.02, 0, 0), (0, 0.05, 0))
    return body.quad("paper", (-wide * 0.2, -deep / 2 - 0.001, high * 0.35), (wide * 0.4, 0, 0), (0, 0, high * 0.3))


def crate(finish: str, wide: float, deep: float, high: float) -> Body:
    """A plastic box with a lid."""
    body = Body().slab(finish, (-wide / 2 + 0.01, -deep / 2 + 0.01, 0), (wide / 2 - 0.01, deep / 2 - 0.01, high - 0.03), bevel=0.01)
    return body.slab("white", (-wide / 2, -deep / 2, high - 0.03), (wide / 2, deep / 2, high), bevel=0.008)


def jar(finish: str, radius: float, high: float) -> Body:
    """A seasoning jar with a lid."""
    body = Body().cylinder(finish, (0, 0, 0), radius, high * 0.85, sides=14)
    return body.cylinder("white", (0, 0, high * 0.85), radius * 1.03, high * 0.15, sides=14)


def plant(high: float, *, seed: int = 1) -> Body:
    """A pot plant: a stone-coloured tub and arching leaves."""
    rng = np.random.default_rng(seed)
    body = Body().lathe(
        "linen", (0, 0, 0), [(0, 0), (0.13, 0), (0.18, high * 0.3), (0.165, high * 0.3), (0.16, high * 0.26)], sides=18
    )
    body.lathe("soil", (0, 0, 0), [(0.162, high * 0.27), (0, high * 0.27)], sides=18)
    for k in range(22):
        around = k * 2.399963 + rng.uniform(-0.3, 0.3)
        lean, long = rng.uniform(0.25, 1.0), high * rng.uniform(0.5, 0.78)
        points = [np.array([0.0, 0.0, high * 0.27])]
        for step in range(1, 5):
            t = step / 4
            out = lean * long * 0.62 * t**1.5
            points.append(np.array([out, 0.0, high * 0.27 + long * (t - 0.35 * lean * t * t)]))
        wide = [0.012, 0.036, 0.046, 0.032, 0.002]
        c, s = math.cos(around), math.sin(around)
        left, right = [], []
        for point, half in zip(points, wide, strict=True):
            x, z = float(point[0]), float(point[2])
            left.append((x * c - half * s, x * s + half * c, z))
            right.append((x * c + half * s, x * s - half * c, z))
        shade = "leaf" if k % 3 else "leaf-dark"
        front = [[left[i], right[i], right[i + 1], left[i + 1]] for i in range(4)]
        body.faces(shade, front)
        body.faces(shade, [quad[::-1] for quad in front])
    return body


def computer() -> Body:
    """A screen, keyboard and mouse for a desk; the person sits at -y and the screen looks there."""
    body = Body().slab("dark-grey", (-0.11, 0.04, 0), (0.11, 0.2, 0.012), bevel=0.004)
    body.slab("dark-grey", (-0.025, 0.12, 0.012), (0.025, 0.14, 0.2))
    screen = Body().slab("black", (-0.27, -0.012, 0), (0.27, 0.016, 0.32), bevel=0.006)
    screen.quad("screen", (-0.26, -0.0125, 0.012), (0.52, 0, 0), (0, 0, 0.296))
    for k in range(5):
        screen.quad("sky-blue" if k else "white", (-0.23, -0.0135, 0.25 - 0.045 * k), (0.3 - 0.05 * (k % 3), 0, 0), (0, 0, 0.014))
    body.add(screen.placed(tilt=-6), (0, 0.11, 0.12))
    body.slab("light-grey", (-0.21, -0.2, 0), (0.21, -0.06, 0.016), bevel=0.005)
    for row in range(4):
        body.slab("white", (-0.2, -0.192 + 0.032 * row, 0.016), (0.2, -0.168 + 0.032 * row, 0.021), without="d")
    return body.slab("light-grey", (0.26, -0.18, 0), (0.32, -0.08, 0.026), bevel=0.012)


def crockery_shelf(wide: float, level: int) -> Body:
    """A row of stacked plates and bowls about the origin, plain enough to be seen through a cabinet's door."""
    body = Body()
    count = max(2, int((wide - 0.12) / 0.22))
    for k in range(count):
        x = -wide / 2 + 0.14 + (wide - 0.28) * k / max(1, count - 1)
        if (k + level) % 2:
            high = 0.014 * (6 + (k + level) % 4)
            steps = [(0.055, 0.0), (0.095, 0.02), (0.088, high / 3), (0.095, high / 2), (0.088, high * 0.7), (0.095, high)]
            body.lathe("porcelain", (x, 0, 0), [*steps, (0.055, high - 0.012), (0, high - 0.012)], sides=12)
        else:
            body.lathe(
                "porcelain",
                (x, 0, 0),
                [(0.038, 0), (0.07, 0.045), (0.085, 0.075), (0.078, 0.075), (0.03, 0.02), (0, 0.02)],
                sides=12,
            )
    return body
