"""What do the floor, walls and ceiling of a room look like? By its use and the zone the use belongs to.

Tiles and anti-slip floors where food is handled, epoxy where blood is hosed away, sprung boards where people dance. Ceilings and
floors end at the wall faces.
"""

from dataclasses import dataclass, replace

from shapely import STRtree
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points, unary_union

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


_TILED = 1.8
"""Walls of wet rooms outside the kitchen are tiled to this height, metres."""
_FOOD = Decor("anti-slip", "wall-tile", "ceiling-panel", skirting=None)
_FOOD_STORE = Decor("floor-tile", "plaster-white", "plaster-white", ("wall-tile", 1.5), None)
_WET = Decor("floor-tile-grey", "wall-tile-sage", "plaster-white", skirting=None)
_CLINIC = Decor("vinyl", "plaster-white", "ceiling-panel", skirting="steam-blue")
_STERILE = Decor("epoxy", "hygienic-panel", "hygienic-panel", skirting=None)
_SLUICED = Decor("epoxy", "plaster-white", "ceiling-panel", ("wall-tile", _TILED), None)
_STAFF = Decor("floor-tile-grey", "plaster", "plaster-white", skirting="grey")
_SERVICE = Decor("floor-tile-grey", "wall-tile", "plaster-white", skirting=None)
_GUESTS = Decor("planks", "plaster", "plaster", ("wainscot", 0.96), "skirting", "glow-panel")
_LESSONS = Decor("planks", "plaster", "plaster-white", None, "skirting", "glow-cool")
_HALL = Decor("stone", "plaster", "plaster-white", None, "grey", "glow-cool")

_BY_ZONE: dict[str, Decor] = {
    "food-general": _FOOD,
    "food-semi-clean": _FOOD,
    "food-clean": _FOOD,
    "wet": _WET,
    "public": _GUESTS,
    "training": _LESSONS,
    "clinic": _CLINIC,
    "clinic-clean": _STERILE,
    "clinic-dirty": _SLUICED,
    "staff": _STAFF,
    "circulation": _STAFF,
    "service": _SERVICE,
    "dwelling": Decor("planks", "plaster", "plaster", None, "skirting", "glow-panel"),
    "outdoor": Decor("paving", "plaster", "plaster", None, None, None),
}
_BY_USE: dict[str, Decor] = {
    "food-storage": _FOOD_STORE,
    "drinks-prep": Decor("floor-tile", "wall-tile", "plaster-white", skirting=None),
    "sales": replace(_HALL, skirting="skirting", lamp="glow-panel"),
    "retail": replace(_HALL, wall="plaster-white"),
    "waiting": _HALL,
    "lobby": _HALL,
    "grooming": _SLUICED,
    "treatment": _SLUICED,
    "disinfection": _SLUICED,
    "inpatient": _SLUICED,
    "laboratory": replace(_CLINIC, floor="epoxy"),
    "pharmacy": _CLINIC,
    "dance-studio": replace(_LESSONS, floor="sprung-boards", wall="plaster-white"),
    "rehearsal": replace(_LESSONS, floor="sprung-boards", wall="plaster"),
    "music-room": Decor("carpet", "plaster", "ceiling-panel", ("acoustic", 2.1), "skirting", "glow-panel"),
    "art-studio": replace(_LESSONS, floor="vinyl", wall="plaster-white", skirting="grey"),
    "classroom": replace(_LESSONS, floor="vinyl", skirting="grey"),
    "office": Decor("carpet", "plaster-white", "ceiling-panel", None, "grey", "glow-cool"),
    "monitoring": Decor("vinyl", "plaster-white", "ceiling-panel", None, "grey", "glow-cool"),
    "storage": Decor("floor-tile-grey", "plaster-white", "plaster-white", None, "grey"),
    "plant": Decor("concrete", "plaster-white", "plaster-white", None, None),
    "stair": Decor("stone", "plaster-white", "plaster-white", None, "grey", "glow-cool"),
    "lift": Decor("stone", "steel", "plaster-white", None, None),
}


def decor(space: Space | None, vocabulary: Vocabulary) -> Decor:
    """Return the finishes of a space: by its use, else by the zone of its use, else plain ones."""
    if space is None:
        return Decor()
    return _BY_USE.get(space.use) or _BY_ZONE.get(vocabulary.zone_of(space.use) or "", Decor())


def grounds(spaces: tuple[Space, ...], walls: BaseGeometry) -> dict[str, BaseGeometry]:
    """Return the floor of every space by its id: its outline up to the wall faces, less the smaller spaces drawn within it."""
    areas = [outline(space) for space in spaces]
    tree = STRtree(areas)
    found: dict[str, BaseGeometry] = {}
    for number, (space, area) in enumerate(zip(spaces, areas, strict=True)):
        rank = (area.area, number)
        within = [areas[k] for k in sorted(tree.query(area, "intersects").tolist()) if (areas[k].area, k) < rank]
        found[space.id] = area.difference(unary_union([walls, *within])).buffer(0)
    return found


def lamps(space: Space, look: Decor, ceiling: BaseGeometry, z: float) -> Body:
    """Return panels of 60 × 60 cm (30 × 60 in narrow rooms), about one to 5 m², hung from the ceiling."""
    body = Body()
    area = outline(space)
    if look.lamp is None or ceiling.is_empty:
        return body
    x0, y0, x1, y1 = area.bounds
    columns, rows = max(1, round((x1 - x0) / 2.3)), max(1, round((y1 - y0) / 2.3))
    small = min((x1 - x0) / columns, (y1 - y0) / rows) < 1.6
    half_x, half_y = (0.3, 0.15) if small and x1 - x0 > y1 - y0 else (0.15, 0.3) if small else (0.3, 0.3)
    for column in range(columns):
        for row in range(rows):
            x, y = x0 + (x1 - x0) * (column + 0.5) / columns, y0 + (y1 - y0) * (row + 0.5) / rows
            if ceiling.contains(box(x - half_x, y - half_y, x + half_x, y + half_y)):
                body.add(panel(look.lamp, 2 * half_x, 2 * half_y), (x, y, z))
    spot = None if body.parts else _somewhere(ceiling)
    return body if spot is None else body.add(panel(look.lamp, 0.3, 0.3), (*spot, z))


def _somewhere(ceiling: BaseGeometry) -> tuple[float, float] | None:
    """The place for a small lamp nearest to the middle of a ceiling that is mostly open to a stair."""
    middle, room = ceiling.centroid, ceiling.buffer(-0.22)
    if room.is_empty:
        return None
    _, nearest = nearest_points(middle, room)
    return float(nearest.x), float(nearest.y)


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
