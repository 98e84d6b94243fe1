"""What is drawn in the premises' place while the eye moves?

A draft: all solid things of a space in one piece, whatever their textures, which stand side by side in one small picture. It is
never looked at longer than a movement takes; calls and memory are what a moving frame costs most.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from showroom.view.loading import Batch, Picture, Prepared
from showroom.view.visibility import see_rooms

TILED_PIXELS, OTHER_PIXELS = 256, 1024
"""Largest side of a tiled texture, and of any other, within a draft. Light stays as large as it is, or its islands would blur."""
_SHEET = 2048
"""Width of the pictures everything is put into; as high as is needed."""
_WHITE = -1
"""The number of the white spot that stands for no texture."""
Tile = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Draft:
    """Batches and their pictures."""

    batches: tuple[Batch, ...]
    pictures: tuple[Picture, ...]


def lightened(prepared: Prepared) -> Prepared:
    """Return it with all that makes its frames cheap: which rooms see which, and its draft. Takes about 0.1 s a room."""
    return replace(prepared, rooms=prepared.rooms or see_rooms(prepared), draft=prepared.draft or draft_of(prepared))


def draft_of(prepared: Prepared) -> Draft:
    """Return the draft of all that is solid. Takes some 0.1 s; needs no screen."""
    solid = [batch for batch in prepared.batches if not batch.glass]
    base, base_tiles = _sheet([_small(picture) for picture in prepared.pictures], {batch.texture for batch in solid})
    glow, glow_tiles = _sheet(prepared.pictures, {batch.light for batch in solid})
    pictures = [picture for picture in (base, glow) if picture is not None]
    groups: dict[tuple[str | None, str], list[Batch]] = {}
    for batch in solid:
        space = None if batch.layer == "caps" else batch.space  # seen from outside alone, where every room is in sight
        groups.setdefault((space, batch.layer), []).append(batch)
    return Draft(
        tuple(
            _together(
                space,
                sorted(batches, key=lambda batch: batch.order),
                prepared.pictures,
                base_tiles if base is not None else None,
                glow_tiles if glow is not None else None,
            )
            for (space, _), batches in groups.items()
        ),
        tuple(pictures),
    )


def _together(
    space: str | None,
    batches: Sequence[Batch],
    pictures: Sequence[Picture],
    base_tiles: dict[int, Tile] | None,
    glow_tiles: dict[int, Tile] | None,
) -> Batch:
    starts = np.cumsum([0, *(len(batch.positions) for batch in batches[:-1])])
    textured = None if base_tiles is None else [_tiled(batch, pictures, base_tiles) for batch in batches]
    lit = None if glow_tiles is None else [_placed(batch.light_uv, glow_tiles[_number(batch.light)], batch) for batch in batches]
    plain = all(batch.colors is None for batch in batches)
    return Batch(
        space=space,
        layer=batches[0].layer,
        glass=False,
        double_sided=False,
        order=min(batch.order for batch in batches),
        positions=np.concatenate([batch.positions for batch in batches]),
        triangles=np.concatenate([_both_sides(batch) + start for batch, start in zip(batches, starts, strict=True)]),
        texture=None if textured is None else 0,
        light=None if lit is None else (0 if textured is None else 1),
        uv=None if textured is None else np.concatenate([uv for uv, _ in textured]),
        light_uv=None if lit is None else np.concatenate(lit),
        colors=None if plain else np.concatenate([_colors(batch) for batch in batches]),
        tile=None if textured is None else np.concatenate([tile for _, tile in textured]),
    )


def _number(picture: int | None) -> int:
    return _WHITE if picture is None else picture


def _both_sides(batch: Batch) -> NDArray[np.int64]:
    """The triangles, those that are seen from both sides once more the other way round."""
    return np.concatenate([batch.triangles, batch.triangles[:, ::-1]]) if batch.double_sided else batch.triangles


def _colors(batch: Batch) -> NDArray[np.uint8]:
    return np.full((len(batch.positions), 4), 255, np.uint8) if batch.colors is None else batch.colors


def _tiled(batch: Batch, pictures: Sequence[Picture], tiles: dict[int, Tile]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Texture coordinates and the tile they run through: its own for what is repeated, else the whole sheet."""
    number = _number(batch.texture)
    if number != _WHITE and batch.uv is not None and pictures[number].repeat:
        return batch.uv, np.tile(np.array(tiles[number], np.float32), (len(batch.positions), 1))
    whole = np.tile(np.array([0.0, 0.0, 1.0, 1.0], np.float32), (len(batch.positions), 1))
    return _placed(batch.uv, tiles[number], batch), whole


def _placed(uv: NDArray[np.float32] | None, tile: Tile, batch: Batch) -> NDArray[np.float32]:
    """Coordinates within a picture (n, 2) as coordinates within the sheet it was put into."""
    if uv is None:
        uv = np.zeros((len(batch.positions), 2), np.float32)
    corner, size = np.array(tile[:2], np.float32), np.array(tile[2:], np.float32)
    return np.asarray(corner + np.clip(uv, 0.0, 1.0) * size, np.float32)


def _sheet(pictures: Sequence[Picture], used: set[int | None]) -> tuple[Picture | None, dict[int, Tile]]:
    """Put the pictures of these numbers into one, each with a seam of what comes next to it when it is repeated."""
    numbers = sorted(number for number in used if number is not None)
    if not numbers:
        return None, {}
    cells = {number: _seamed(pictures[number]) for number in numbers}
    cells[_WHITE] = np.full((4, 4, 3), 255, np.uint8)
    places: dict[int, tuple[int, int]] = {}
    left, top, row = 0, 0, 0
    for number in sorted(cells, key=lambda number: -cells[number].shape[0]):
        high, wide = cells[number].shape[:2]
        if left + wide > _SHEET:
            left, top, row = 0, top + row, 0
        places[number] = (left, top)
        left, row = left + wide, max(row, high)
    high = top + row
    wide = max(places[number][0] + cells[number].shape[1] for number in cells)
    pixels = np.zeros((high, wide, 3), np.uint8)
    tiles: dict[int, Tile] = {}
    for number, (x, y) in places.items():
        cell = cells[number]
        pixels[y : y + cell.shape[0], x : x + cell.shape[1]] = cell
        tiles[number] = ((x + 1) / wide, (y + 1) / high, (cell.shape[1] - 2) / wide, (cell.shape[0] - 2) / high)
    return Picture(pixels, repeat=False), tiles


def _small(picture: Picture) -> Picture:
    """The picture as small as a draft wants it."""
    from PIL import Image

    largest = TILED_PIXELS if picture.repeat else OTHER_PIXELS
    high, wide = picture.pixels.shape[:2]
    if max(high, wide) <= largest:
        return picture
    scale = largest / max(high, wide)
    size = (max(1, round(wide * scale)), max(1, round(high * scale)))
    pixels = Image.fromarray(np.ascontiguousarray(picture.pixels[..., :3]))
    return Picture(np.asarray(pixels.resize(size, Image.Resampling.BOX)), picture.repeat)


def _seamed(picture: Picture) -> NDArray[np.uint8]:
    """The picture without transparency and with one pixel more on each side: what comes next to it when it is repeated."""
    return np.pad(picture.pixels[..., :3], ((1, 1), (1, 1), (0, 0)), mode="wrap" if picture.repeat else "edge")
