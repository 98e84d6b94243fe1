"""Which things dress a scene beyond its plan: lamps over tables, framed pictures, notices, shelves, curtains, pavement?

A recipe is handed one `Dressing` and adds to it. Bodies here are built at the origin like those of the catalogue: what hangs on a
wall has its back at y = 0 and looks to -y; `add` puts it in its place, turned counter-clockwise.
"""

from collections.abc import Sequence

import drawn_pictures as drawn

from showroom.domain.plan import Plan
from showroom.modelling.catalogue import ware
from showroom.modelling.model import Group
from showroom.modelling.premises import Piece
from showroom.modelling.signs import Rect, SignSheet
from showroom.modelling.solids import Body

Point = tuple[float, float, float]
Colour = tuple[int, int, int]


class Dressing:
    """Gathers what a recipe adds: `pieces`, on the sheet of signs of the whole model."""

    def __init__(self, plan: Plan, sheet: SignSheet) -> None:
        self.plan, self.sheet = plan, sheet
        self._bodies: dict[tuple[str, Group, str | None], Body] = {}

    def add(self, name: str, body: Body, at: Point = (0, 0, 0), turn: float = 0.0, *, group: Group, space: str | None) -> None:
        """Add a body to the thing of that name, group and space (the plan's id, `None` for outdoors)."""
        self._bodies.setdefault((name, group, space), Body()).add(body, at, turn)

    def notice(
        self, space: str, title: str, lines: Sequence[str], colour: Colour, at: Point, turn: float, *, wide: float = 0.36
    ) -> None:
        """Hang a notice; `at` is its lower middle on the wall's face. Turn 0 looks to -y, 90 to +x, 180 to +y, -90 to -x."""
        rect = drawn.poster(self.sheet, title, list(lines), colour)
        self.add("notices", framed(rect, wide, wide * 4 / 3, frame="aluminium", rim=0.012), at, turn, group="signs", space=space)

    @property
    def pieces(self) -> list[Piece]:
        """Return all that was added."""
        return [Piece(name, body, group, space) for (name, group, space), body in self._bodies.items()]


def framed(rect: Rect, wide: float, high: float, *, frame: str = "walnut", rim: float = 0.035) -> Body:
    """A picture in a frame on a wall, its lower middle at the origin."""
    body, half = Body(), wide / 2
    for a, b, c, d in (
        (-half - rim, half + rim, high, high + rim),
        (-half - rim, half + rim, -rim, 0.0),
        (-half - rim, -half, 0.0, high),
        (half, half + rim, 0.0, high),
    ):
        body.slab(frame, (a, -0.03, c), (b, 0, d), without="b")
    body.picture("signs", (-half, -0.014, 0), (wide, 0, 0), (0, 0, high), rect)
    return body


def mirror(wide: float, high: float) -> Body:
    """A mirror on a wall, its lower middle at the origin."""
    body = Body().slab("chrome", (-wide / 2, -0.02, 0), (wide / 2, 0, high))
    return body.quad("steam-blue", (-wide / 2 + 0.015, -0.021, 0.015), (wide - 0.03, 0, 0), (0, 0, high - 0.03))


def pendant(cord: float, *, shade: str = "black") -> Body:
    """A cone on a cord of that length, its mouth at z = 0, glowing warmly inside."""
    body = Body().lathe(shade, (0, 0, 0), [(0.21, 0), (0.205, 0.012), (0.06, 0.2), (0.045, 0.26), (0, 0.265)], sides=20)
    body.lathe("cream", (0, 0, 0), [(0.2, 0.002), (0.21, 0.0)], sides=20)
    body.lathe("cream", (0, 0, 0), [(0.055, 0.17), (0.2, 0.002)], sides=20)
    body.lathe("glow-warm", (0, 0, 0.04), [(0, 0.0), (0.075, 0.0)], sides=14)
    body.lathe("cream", (0, 0, 0.04), [(0.075, 0.0), (0.06, 0.09)], sides=14)
    body.tube("black", [(0, 0, 0.26), (0, 0, 0.24 + cord)], 0.006, sides=6)
    return body.cylinder("black", (0, 0, 0.235 + cord), 0.05, 0.025, sides=12)


def downlight() -> Body:
    """A small round lamp, flush in a ceiling at z = 0."""
    body = Body().lathe("white", (0, 0, -0.012), [(0.055, 0.0), (0.075, 0.0), (0.075, 0.012)], sides=16)
    return body.lathe("glow-warm", (0, 0, -0.008), [(0, 0), (0.055, 0)], sides=14)


def wall_shelf(length: float) -> Body:
    """A steel wall shelf along x from the origin, its back at y = 0."""
    body = Body().slab("steel", (0, -0.26, 0), (length, 0, 0.025))
    for x in (0.12, length - 0.12):
        body.slab("steel", (x - 0.012, -0.22, -0.14), (x + 0.012, 0, 0))
    return body


def jars(finishes: str) -> Body:
    """A row of seasoning jars along x, one of each finish."""
    body = Body()
    for k, finish in enumerate(finishes.split()):
        body.add(ware.jar(finish, 0.055, 0.17 + 0.03 * (k % 3 == 0)), (0.15 * k, 0, 0))
    return body


def door_curtain(sheet: SignSheet, letters: str, *, panel: float = 0.3) -> Body:
    """Cloth panels with a letter each on a rod along x, seen from both sides; the rod begins at the origin."""
    body = Body().tube("walnut", [(-0.005, 0, 0), (panel * len(letters) - 0.005, 0, 0)], 0.014)
    for k, letter in enumerate(letters):
        rect = drawn.curtain(sheet, letter)
        body.picture("signs", (k * panel + 0.006, -0.008, -0.425), (panel - 0.012, 0, 0), (0, 0, 0.42), rect)
        body.picture("signs", ((k + 1) * panel - 0.006, 0.007, -0.425), (0.012 - panel, 0, 0), (0, 0, 0.42), rect)
    return body


def pavement(plan: Plan, *, front: float = 3.4, sides: float = 0.9) -> Body:
    """The pavement round the premises' outline, just below the floor."""
    x0, y0, x1, y1 = outline(plan)
    body = Body()
    body.quad("paving", (x0 - sides, y0 - front, -0.02), (x1 - x0 + 2 * sides, 0, 0), (0, front, 0))
    return body.quad("paving", (x0 - sides, y1, -0.02), (x1 - x0 + 2 * sides, 0, 0), (0, 1.8, 0))


def standing_round(plan: Plan, *, away: float, bottom: float, tall: float) -> Body:
    """Four standing pictures round the premises, each showing the whole of the picture `street`."""
    x0, y0, x1, y1 = outline(plan)
    x0, y0, x1, y1 = x0 - away, y0 - away, x1 + away, y1 + away
    rect, up, body = (0.0, 0.0, 1.0, 1.0), (0.0, 0.0, tall), Body()
    body.picture("street", (x1, y0, bottom), (x0 - x1, 0, 0), up, rect)
    body.picture("street", (x0, y1, bottom), (x1 - x0, 0, 0), up, rect)
    body.picture("street", (x0, y0, bottom), (0, y1 - y0, 0), up, rect)
    return body.picture("street", (x1, y1, bottom), (0, y0 - y1, 0), up, rect)


def outline(plan: Plan) -> tuple[float, float, float, float]:
    """Return the outer box of a plan's walls: left, lower, right, upper, metres."""
    ends = [(x, y, wall.thickness / 2) for storey in plan.storeys for wall in storey.walls for x, y in wall.axis]
    return (
        min(x - half for x, _, half in ends),
        min(y - half for _, y, half in ends),
        max(x + half for x, _, half in ends),
        max(y + half for _, y, half in ends),
    )
