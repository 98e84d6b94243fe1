"""How was each thing found, where in the file, and how far are its own lengths off? The origin told beside every wall and opening.

A thing's own uncertainty is given only where it is more than the drawing's: where a thickness is assumed, where a width is known
by a name alone. Lengths are metres.
"""

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
import shapely

from showroom.domain.plan import Origin, Wall
from showroom.formats.drawing import Stroke, owned_segments
from showroom.formats.drawing_doors import told_widths
from showroom.formats.drawing_openings import Placed
from showroom.formats.drawing_walls import PARALLEL, Run

NOMINAL = 0.05
"""A width known only from a block's name is that of the hole in the wall; frame and leaf take up to this (metres) of it."""
NAMED = 8
BESIDE = 0.005


def enclosed_by(thickness: float) -> Origin:
    """Return the origin of a room that walls enclose; `thickness` is above 0 where that of centre lines is assumed."""
    if thickness <= 0:
        return Origin(found="walls", lengths="drawn")
    return Origin(found="walls", lengths="assumed", length_uncertainty=round(thickness / 2, 6))


def opening_origin(one: Placed) -> Origin:
    """Return how an opening was found, and what its width rests on."""
    symbol = one.symbol
    if one.kind == "passage":
        return Origin(found="gap", lengths="jambs")
    found: Literal["arc", "block", "lines"] = "arc" if symbol.sweeps else "block" if symbol.name else "lines"
    told = told_widths(symbol)
    widths: tuple[tuple[Literal["jambs", "symbol", "attribute"], object], ...] = (
        ("jambs", one.measured), ("symbol", told.drawn), ("attribute", told.attribute),
    )  # fmt: skip
    lengths = next((what for what, there in widths if there), None)
    if lengths is None:
        return Origin(found=found, lengths="name", layer=symbol.layer, name=symbol.name, length_uncertainty=NOMINAL)
    return Origin(found=found, lengths=lengths, layer=symbol.layer, name=symbol.name)


def traced(walls: Sequence[Wall], runs: Sequence[Run], strokes: Sequence[Stroke]) -> tuple[Wall, ...]:
    """Return the walls, each with the layers and lines it was found from; `runs` says for each wall how it was found."""
    lines, owners = owned_segments(strokes)
    made_of: dict[int, dict[str, None]] = {}
    layers: dict[int, set[str]] = {}
    aside: set[int] = set()
    if len(lines) and walls:
        alongs, offsets = np.array([run.along for run in runs]), np.array([run.offset for run in runs])
        halves = np.array([wall.thickness / 2 for wall in walls])
        grounds = [
            shapely.LineString(wall.axis).buffer(half + BESIDE, cap_style="flat") for wall, half in zip(walls, halves, strict=True)
        ]
        which, line = shapely.STRtree(np.asarray(shapely.linestrings(lines)).tolist()).query(grounds, predicate="intersects")
        vectors, along = lines[:, 1] - lines[:, 0], alongs[which]
        units, middles = vectors / np.hypot(*vectors.T)[:, None], lines.mean(axis=1)
        parallel = np.abs(units[line, 0] * along[:, 1] - units[line, 1] * along[:, 0]) < 2 * PARALLEL
        across = np.abs(along[:, 0] * middles[line, 1] - along[:, 1] * middles[line, 0] - offsets[which])
        aside = set(which[parallel & (across > halves[which] / 2)].tolist())
        for wall, hit in zip(which[parallel].tolist(), line[parallel].tolist(), strict=True):
            owner = strokes[owners[hit]]
            made_of.setdefault(wall, {})[owner.id] = None
            layers.setdefault(wall, set()).add(owner.layer)
    return tuple(
        wall.revise(
            origin=Origin(
                **_found(run, wall.thickness, by_faces=number in aside),
                layer=", ".join(sorted(layers.get(number, set()) - {""})),
                entities=tuple(id_ for id_ in made_of.get(number, ()) if id_)[:NAMED],
            )
        )
        for number, (wall, run) in enumerate(zip(walls, runs, strict=True))
    )


def _found(run: Run, thickness: float, *, by_faces: bool) -> dict[str, Any]:
    """Return how a wall was found; one drawn as a single line may be of any thickness, up to twice what is assumed."""
    if not run.pieces:
        return {"found": "made"}
    if run.assumed:
        return {"found": "line", "lengths": "assumed", "length_uncertainty": round(thickness / 2, 6)}
    return {"found": "faces" if by_faces else "line", "lengths": "drawn"}
