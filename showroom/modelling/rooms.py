"""What do the floor, walls and ceiling of a room look like? By its use and the zone the use belongs to.

Tiles where food is handled and where it is wet, boards and plaster where guests sit. Ceilings and floors end at the wall faces.
"""

from dataclasses import dataclass

from shapely.geometry import MultiPolygon, box

from showroom.domain.plan import Space
from showroom.domain.vocabulary import Vocabulary
from showroom.modelling.footprint import outline
from showroom.modelling.solids import Body


@dataclass(frozen=True)
class Decor:
    """The finishes of a room; `wainscot` is a finish and its height; `lamp` is the glow of its ceiling lamps."""

    floor: str = "concrete"
    wall: str = "plaster-white"
    ceiling: str = "plaster-white"
    wainscot: tuple[str, float] | None = None
    skirting: str | None = "light-grey"
    lamp: str | None = "glow-cool"


_FOOD = Decor("floor-tile", "wall-tile", "ceiling-panel", skirting=None)
_WET = Decor("floor-tile-grey", "wall-tile-sage", "plaster-white", skirting=None)
_CLINIC = Decor("floor-tile-grey", "plaster-white", "ceiling-panel", skirting="steam-blue")
_STAFF = Decor("floor-tile-grey", "plaster", "plaster-white", skirting="grey")

_BY_ZONE: dict[str, Decor] = {
    "food-general": _FOOD,
    "food-semi-clean": _FOOD,
    "food-clean": _FOOD,
    "wet": _WET,
    "public": Decor("planks", "plaster", "plaster", ("wainscot", 0.96), "skirting", "glow-panel"),
    "training": Decor("planks", "plaster", "plaster-white", None, "skirting", "glow-cool"),
    "clinic": _CLINIC,
    "clinic-clean": _CLINIC,
    "clinic-dirty": _CLINIC,
    "staff": _STAFF,
    "circulation": _STAFF,
    "service": Decor("floor-tile-grey", "wall-tile", "plaster-white", skirting=None),
    "dwelling": Decor("planks", "plaster", "plaster", None, "skirting", "glow-panel"),
    "outdoor": Decor("paving", "plaster", "plaster", None, None, None),
}
_BY_USE: dict[str, Decor] = {
    "cleaning-tools": Decor("floor-tile-grey", "wall-tile", "plaster-white", skirting=None),
    "retail": Decor("stone", "plaster-white", "plaster-white", None, "grey", "glow-cool"),
    "waiting": Decor("stone", "plaster", "plaster-white", None, "grey", "glow-cool"),
    "stair": Decor("concrete", "plaster-white", "plaster-white", None, "grey", "glow-cool"),
}


def decor(space: Space | None, vocabulary: Vocabulary) -> Decor:
    """Return the finishes of a space; plain ones where its use is unknown."""
    if space is None:
        return Decor()
    return _BY_USE.get(space.use) or _BY_ZONE.get(vocabulary.zone_of(space.use) or "", Decor())


def clear_height(space: Space | None, storey_height: float) -> float:
    """Return the height of a room's ceiling above its floor, metres."""
    return min(space.height, storey_height) if space is not None and space.height else storey_height


def floor(space: Space, walls: MultiPolygon, look: Decor, z: float) -> Body:
    """Return the floor of a space up to the wall faces."""
    return Body().flat(look.floor, outline(space).difference(walls), z)


def ceiling(space: Space, walls: MultiPolygon, look: Decor, z: float) -> Body:
    """Return the ceiling of a space, seen from below."""
    return Body().flat(look.ceiling, outline(space).difference(walls), z, up=False)


def lamps(space: Space, look: Decor, z: float) -> Body:
    """Return panels of 60 × 60 cm (30 × 60 in narrow rooms), about one to 5 m², hung from the ceiling."""
    body = Body()
    area = outline(space)
    if look.lamp is None or area.is_empty:
        return body
    x0, y0, x1, y1 = area.bounds
    columns, rows = max(1, round((x1 - x0) / 2.3)), max(1, round((y1 - y0) / 2.3))
    small = min((x1 - x0) / columns, (y1 - y0) / rows) < 1.6
    half_x, half_y = (0.3, 0.15) if small and x1 - x0 > y1 - y0 else (0.15, 0.3) if small else (0.3, 0.3)
    for column in range(columns):
        for row in range(rows):
            x, y = x0 + (x1 - x0) * (column + 0.5) / columns, y0 + (y1 - y0) * (row + 0.5) / rows
            if area.contains(box(x - half_x, y - half_y, x + half_x, y + half_y)):
                body.add(panel(look.lamp, 2 * half_x, 2 * half_y), (x, y, z))
    return body


def panel(glow: str, width: float, depth: float) -> Body:
    """Return a ceiling panel lamp hanging from z = 0 downwards: a white rim and the glowing sheet."""
    body = Body()
    rim, drop = 0.02, 0.025
    for x, y, w, d in (
        (0, -depth / 2, width, rim),
        (0, depth / 2, width, rim),
        (-width / 2, 0, rim, depth),
        (width / 2, 0, rim, depth),
    ):
        body.box("white", (x, y, -drop), (w + rim * (w > rim), d + rim * (d > rim), drop), without="t")
    return body.quad(glow, (-width / 2, depth / 2, -drop + 0.006), (width, 0, 0), (0, -depth, 0))
