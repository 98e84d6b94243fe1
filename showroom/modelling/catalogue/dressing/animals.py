"""Who waits for the vet? Simple, friendly dogs and cats, sitting, standing or lying, with collars."""

from showroom.modelling.catalogue.dressing.piece import Piece
from showroom.modelling.solids import Body, Vector


def _egg(finish: str, radii: Vector, *, tilt: float = 0.0, sides: int = 12, rows: int = 8) -> Body:
    return Body().ball(finish, (0, 0, 0), radii, sides=sides, rows=rows).placed(tilt=tilt)


def _face(body: Body, at: Vector, *, eye: float, gap: float, nose: Vector, size: float) -> None:
    """Two eyes with a glint and a nose, looking to -y."""
    x, y, z = at
    for side in (-1, 1):
        body.ball("black", (x + side * gap, y, z), (eye, eye * 0.6, eye * 1.15), sides=8, rows=6)
        body.ball("white", (x + side * gap + eye * 0.3, y - eye * 0.5, z + eye * 0.4), (eye * 0.3,) * 3, sides=5, rows=4)
    body.ball("black", nose, (size, size * 0.7, size * 0.75), sides=8, rows=6)


def _dog_head(coat: str, muzzle: str) -> Body:
    """A dog's head about its middle: round skull, muzzle, hanging ears, tongue."""
    head = Body().ball(coat, (0, 0, 0), (0.088, 0.092, 0.085), sides=14, rows=9)
    head.ball(muzzle, (0, -0.095, -0.028), (0.046, 0.062, 0.038), sides=12, rows=8)
    for side in (-1, 1):
        ear = _egg("brown", (0.022, 0.042, 0.075), tilt=-12, sides=10, rows=6)
        head.add(ear, (side * 0.092, 0.012, -0.012), 0)
    _face(head, (0, -0.078, 0.02), eye=0.0135, gap=0.038, nose=(0, -0.155, -0.012), size=0.02)
    head.ball("flower", (0, -0.135, -0.062), (0.015, 0.022, 0.007), sides=8, rows=4)
    return head


def dog_sitting(*, coat: str = "kraft", chest: str = "cream") -> Body:
    """A dog of middling size that sits and looks ahead, 60 cm tall."""
    body = Body().add(_egg(coat, (0.115, 0.13, 0.2), tilt=-28, sides=14, rows=9), (0, 0.055, 0.23))
    body.add(_egg(chest, (0.085, 0.07, 0.13), tilt=-8), (0, -0.05, 0.29))
    body.add(_egg(coat, (0.07, 0.075, 0.12), tilt=-10), (0, -0.035, 0.4))
    body.add(_dog_head(coat, chest), (0, -0.075, 0.51))
    for side in (-1, 1):
        body.tube(coat, [(side * 0.055, -0.07, 0.3), (side * 0.058, -0.1, 0.03)], 0.033, sides=10)
        body.ball(chest, (side * 0.058, -0.125, 0.025), (0.036, 0.052, 0.025), sides=10, rows=6)
        body.ball(coat, (side * 0.105, 0.08, 0.11), (0.058, 0.11, 0.105), sides=12, rows=8)
        body.ball(chest, (side * 0.12, -0.035, 0.025), (0.036, 0.06, 0.025), sides=10, rows=6)
    body.tube(coat, [(0, 0.17, 0.05), (0.04, 0.24, 0.05), (0.12, 0.26, 0.06), (0.17, 0.24, 0.1)], 0.022, sides=8)
    body.lathe("red", (0, -0.045, 0.425), [(0.073, 0), (0.08, 0.008), (0.073, 0.024)], sides=16)
    return body.ball("brass", (0, -0.125, 0.415), (0.013, 0.006, 0.013), sides=8, rows=4)


def dog_standing(*, coat: str = "white", patch: str = "brown") -> Body:
    """A small dog that stands and looks ahead, 45 cm tall."""
    body = Body().add(_egg(coat, (0.095, 0.21, 0.1), sides=16, rows=10), (0, 0.04, 0.27))
    body.add(_egg(patch, (0.085, 0.1, 0.06)), (0, 0.09, 0.325))
    body.add(_egg(coat, (0.062, 0.08, 0.1), tilt=35), (0, -0.14, 0.35))
    body.add(_dog_head(coat, coat), (0, -0.2, 0.43))
    for side in (-1, 1):
        for y in (-0.1, 0.18):
            body.tube(coat, [(side * 0.055, y, 0.25), (side * 0.058, y, 0.03)], 0.028, sides=9)
            body.ball(coat, (side * 0.058, y - 0.018, 0.022), (0.032, 0.045, 0.022), sides=9, rows=6)
    body.tube(coat, [(0, 0.23, 0.3), (0, 0.3, 0.37), (0, 0.32, 0.45)], 0.018, sides=8)
    collar = Body().lathe("blue", (0, 0, 0), [(0.066, 0), (0.072, 0.008), (0.066, 0.024)], sides=16)
    return body.add(collar.placed(tilt=30), (0, -0.155, 0.36))


def _cat_head(coat: str, muzzle: str) -> Body:
    """A cat's head about its middle: pricked ears, green eyes, whiskers."""
    head = Body().ball(coat, (0, 0, 0), (0.068, 0.06, 0.06), sides=14, rows=8)
    for side in (-1, 1):
        head.lathe(coat, (side * 0.04, 0.005, 0.038), [(0.028, 0), (0, 0.06)], sides=8)
        head.lathe("flower", (side * 0.04, -0.007, 0.042), [(0.017, 0), (0, 0.042)], sides=6)
        head.ball(muzzle, (side * 0.016, -0.056, -0.02), (0.02, 0.016, 0.015), sides=9, rows=6)
        head.ball("green", (side * 0.027, -0.052, 0.008), (0.013, 0.008, 0.014), sides=9, rows=6)
        head.ball("black", (side * 0.027, -0.0585, 0.008), (0.004, 0.004, 0.011), sides=6, rows=4)
        for dz in (0.004, -0.006):
            head.tube("white", [(side * 0.026, -0.066, -0.02), (side * 0.088, -0.06, -0.02 + dz * 3)], 0.001, sides=3)
    return head.ball("flower", (0, -0.069, -0.008), (0.008, 0.005, 0.006), sides=7, rows=4)


def cat_sitting(*, coat: str = "orange", chest: str = "white") -> Body:
    """A cat that sits upright with its tail about its feet, 40 cm tall."""
    body = Body().add(_egg(coat, (0.085, 0.095, 0.13), tilt=-14, sides=16, rows=10), (0, 0.035, 0.13))
    body.add(_egg(coat, (0.058, 0.058, 0.1), tilt=-6), (0, -0.005, 0.23))
    body.add(_egg(chest, (0.042, 0.04, 0.075), tilt=-4), (0, -0.032, 0.21))
    body.add(_cat_head(coat, chest), (0, -0.025, 0.33))
    for side in (-1, 1):
        body.tube(coat, [(side * 0.032, -0.035, 0.19), (side * 0.032, -0.062, 0.02)], 0.02, sides=8)
        body.ball(chest, (side * 0.032, -0.075, 0.016), (0.022, 0.03, 0.016), sides=9, rows=6)
        body.ball(coat, (side * 0.07, 0.05, 0.07), (0.042, 0.075, 0.068), sides=12, rows=7)
    body.tube(
        coat,
        [(0.05, 0.12, 0.03), (0.11, 0.1, 0.025), (0.125, 0.02, 0.022), (0.1, -0.06, 0.022), (0.05, -0.105, 0.022)],
        0.018,
        sides=8,
    )
    body.ball(coat, (0.05, -0.105, 0.022), (0.018, 0.018, 0.018), sides=8, rows=6)
    return body.lathe("teal", (0, -0.012, 0.268), [(0.05, 0), (0.055, 0.006), (0.05, 0.016)], sides=14)


def cat_lying(*, coat: str = "grey", chest: str = "white") -> Body:
    """A cat curled up with its head on its paws, for a cage, a bed or a sill."""
    body = Body().add(_egg(coat, (0.17, 0.1, 0.08), sides=18, rows=8), (0.02, 0.02, 0.081))
    body.ball(coat, (0.11, 0.03, 0.07), (0.075, 0.085, 0.07), sides=12, rows=7)
    body.add(_cat_head(coat, chest), (-0.13, -0.075, 0.085))
    for x in (-0.15, -0.1):
        body.ball(chest, (x, -0.12, 0.018), (0.022, 0.035, 0.018), sides=9, rows=6)
    body.tube(
        coat,
        [
            (0.14, 0.05, 0.05),
            (0.185, 0.01, 0.034),
            (0.19, -0.05, 0.022),
            (0.15, -0.095, 0.022),
            (0.09, -0.115, 0.022),
            (0.01, -0.12, 0.022),
        ],
        0.019,
        sides=8,
    )
    body.ball(coat, (0.01, -0.12, 0.022), (0.019, 0.019, 0.019), sides=8, rows=6)
    return body


PIECES: dict[str, Piece] = {
    "dog_sitting": Piece("坐着的狗", lambda _: dog_sitting()),
    "dog_standing": Piece("站着的狗", lambda _: dog_standing()),
    "cat_sitting": Piece("坐着的猫", lambda _: cat_sitting()),
    "cat_lying": Piece("趴着的猫", lambda _: cat_lying()),
}
