"""Which plants stand about? Broad and slender ones in pots, a flower vase, succulents on a sill."""

import math

import numpy as np

from showroom.modelling.catalogue.dressing.piece import Piece
from showroom.modelling.catalogue.ware import plant
from showroom.modelling.solids import Body, Vector


def _pot(body: Body, finish: str, radius: float, high: float) -> None:
    body.lathe(
        finish, (0, 0, 0), [(0, 0), (radius * 0.72, 0), (radius, high), (radius * 0.92, high), (radius * 0.9, high * 0.9)], sides=18
    )
    body.lathe("soil", (0, 0, 0), [(radius * 0.9, high * 0.9), (0, high * 0.9)], sides=18)


def _blade(body: Body, finish: str, foot: Vector, around: float, lean: float, long: float, wide: float, steps: int = 3) -> None:
    """A leaf that rises from `foot`, leans outwards and narrows to its tip; both of its faces are drawn."""
    c, s = math.cos(around), math.sin(around)
    left, right = [], []
    for k in range(steps + 1):
        t = k / steps
        out, up = lean * long * t**1.6, long * (t - 0.4 * lean * t * t)
        half = wide * math.sin(math.pi * min(0.98, 0.18 + 0.8 * t)) / 2
        x, y, z = foot[0] + out * c, foot[1] + out * s, foot[2] + up
        left.append((x - half * s, y + half * c, z))
        right.append((x + half * s, y - half * c, z))
    front = [[left[k], right[k], right[k + 1], left[k + 1]] for k in range(steps)]
    body.faces(finish, front)
    body.faces(finish, [quad[::-1] for quad in front])


def snake_plant(high: float = 0.9, *, seed: int = 1) -> Body:
    """Stiff upright blades in a tall white pot."""
    rng = np.random.default_rng(seed)
    body = Body()
    _pot(body, "white", 0.15, high * 0.34)
    for k in range(13):
        around = k * 2.4 + float(rng.uniform(-0.2, 0.2))
        r = 0.02 + 0.07 * (k / 13)
        foot = (r * math.cos(around), r * math.sin(around), high * 0.3)
        _blade(
            body,
            ("leaf", "leaf-dark")[k % 2],
            foot,
            around,
            float(rng.uniform(0.05, 0.22)),
            high * float(rng.uniform(0.45, 0.69)),
            0.06,
        )
    return body


def tree(high: float = 1.8, *, seed: int = 2) -> Body:
    """A slender indoor tree: a bent trunk and crowns of round leaves in a woven basket."""
    rng = np.random.default_rng(seed)
    body = Body()
    _pot(body, "kraft", 0.2, 0.32)
    line = [(0.0, 0.0, 0.28), (0.03, 0.01, high * 0.35), (-0.02, 0.0, high * 0.62), (0.02, 0.02, high * 0.8)]
    body.tube("brown", line, 0.022, sides=7)
    for k in range(48):
        around, share = k * 2.4, (k + 0.5) / 48
        r = 0.04 + 0.2 * math.sin(math.pi * min(0.95, share + 0.05))
        z = high * (0.52 + 0.4 * share)
        foot = (r * 0.35 * math.cos(around), r * 0.35 * math.sin(around), z)
        _blade(body, ("leaf", "leaf", "leaf-dark")[k % 3], foot, around, float(rng.uniform(0.8, 1.4)), r + 0.08, 0.11, 2)
    return body


def vase(*, seed: int = 3) -> Body:
    """A small vase of flowers for a counter or table."""
    rng = np.random.default_rng(seed)
    body = Body().lathe(
        "sky-blue", (0, 0, 0), [(0, 0), (0.04, 0), (0.055, 0.07), (0.03, 0.14), (0.036, 0.16), (0.03, 0.16), (0.024, 0.1)], sides=14
    )
    for k in range(7):
        around, lean = k * 2.4, float(rng.uniform(0.15, 0.5))
        high = float(rng.uniform(0.12, 0.19))
        tip = (lean * high * math.cos(around), lean * high * math.sin(around), 0.14 + high)
        body.tube("leaf", [(0, 0, 0.1), tip], 0.003, sides=4)
        body.ball(("flower", "yellow", "white")[k % 3], tip, (0.026, 0.026, 0.02), sides=8, rows=4)
        _blade(body, "leaf", (0, 0, 0.13), around + 1.2, 0.8, 0.12, 0.03, 2)
    return body


def succulents() -> Body:
    """Three little pots in a row for a window sill."""
    body = Body()
    for k, finish in enumerate(("terracotta", "white", "sky-blue")):
        own = Body()
        _pot(own, finish, 0.045, 0.07)
        for j in range(9):
            _blade(own, ("leaf", "leaf-dark")[(j + k) % 2], (0, 0, 0.06), j * 2.4, 0.9 - 0.08 * j, 0.07, 0.026, 2)
        body.add(own, (-0.13 + 0.13 * k, 0, 0))
    return body


PIECES: dict[str, Piece] = {
    "plant": Piece("盆栽", lambda _: plant(1.15)),
    "snake_plant": Piece("虎尾兰", lambda _: snake_plant()),
    "tree": Piece("室内树", lambda _: tree()),
    "vase": Piece("花瓶", lambda _: vase()),
    "succulents": Piece("多肉", lambda _: succulents()),
}
