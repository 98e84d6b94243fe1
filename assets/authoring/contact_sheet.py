"""What does everything in the catalogue look like? Contact sheets of all fixture kinds and all dressing, one page a theme.

Run by `make catalogue`; needs no display: each piece is drawn by rays, with soft sky, sun and contact shadows, faces seen from
behind left out as on the screen. `--only KIND` draws one piece large, to look at it closely.
"""

import argparse
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from showroom.domain.plan import Fixture
from showroom.formats import read_vocabulary
from showroom.modelling import catalogue, premises
from showroom.modelling.atlas import rounded
from showroom.modelling.catalogue import dressing
from showroom.modelling.finishes import FINISHES
from showroom.modelling.model import Material
from showroom.modelling.rays import Tracer, cosine, spread
from showroom.modelling.signs import SignSheet, font
from showroom.modelling.solids import Body
from showroom.modelling.tone import to_display, to_linear

Array = NDArray[np.float64]

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "catalogue"
CEILING = 2.8
GROUND = (0.93, 0.925, 0.91)
SUN = np.array([-0.5, -0.62, 1.0]) / np.linalg.norm([-0.5, -0.62, 1.0])
CELL, CAPTION, COLUMNS = (300, 280), 46, 5

ALSO: dict[str, list[tuple[str, tuple[float, float], tuple[str, ...], float | None]]] = {
    "sink-ware": [("三联", (1.8, 0.7), (), None)],
    "stove": [("矮汤炉", (0.65, 0.9), ("矮汤炉",), 0.5)],
    "refrigerator": [("四门", (1.2, 0.75), (), None)],
    "shelf": [("更衣柜", (0.95, 0.45), ("更衣柜",), None), ("清洁用品", (0.9, 0.4), ("清洁用品",), None)],
    "table": [("二人", (0.65, 0.65), (), None), ("圆桌", (1.3, 1.3), ("圆桌",), None)],
    "chair": [("卡座", (2.0, 0.56), (), None), ("等候椅", (0.5, 0.5), ("等候椅",), None)],
    "desk": [("办公桌", (1.4, 0.7), ("办公桌",), None)],
    "waste-bin": [("其他垃圾", (0.36, 0.36), ("其他垃圾",), None)],
    "exit-sign": [("向左", (0.36, 0.05), ("←",), None), ("向右", (0.36, 0.05), ("→",), None)],
    "piano": [("三角", (1.5, 1.7), (), None)],
    "cage": [("单层", (0.9, 0.7), (), 0.95)],
    "waste-container": [("利器盒", (0.2, 0.2), (), 0.25)],
    "microscope": [("单座", (0.45, 0.45), (), None)],
    "medicine-cabinet": [("窄", (0.6, 0.4), ("疫苗柜",), None)],
}
"""Other sizes and labels a kind is drawn with that give it another shape: name, size, labels, height."""

PAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "kitchen": ("厨房   Kitchen", ("sinks", "counters", "cooking", "cold")),
    "rooms": ("餐厅 储存 卫生   Dining, storing, sanitary", ("dining", "storing", "sanitary", "climate")),
    "safety": ("消防与防虫   Safety and pests", ("safety", "pests")),
    "clinic": ("动物诊疗   Animal clinic", ("clinic", "imaging", "instruments")),
    "arts": ("艺术培训   Arts training", ("arts",)),
}
"""Which modules' kinds share a page, and its title."""
DRESSING = {
    "greenery": "绿植",
    "animals": "动物",
    "veterinary": "诊疗",
    "music": "音乐",
    "studio": "画室与舞蹈",
    "walls": "墙面",
    "waiting": "等候与办公",
    "catering": "餐饮",
}


@dataclass(frozen=True)
class Exhibit:
    """A piece of the sheet: its id, Chinese name, how it is made."""

    kind: str
    name: str
    make: Callable[[SignSheet], Body]
    hangs: bool = False


def pages() -> dict[str, tuple[str, list[Exhibit]]]:
    """Return every page's title and pieces: vocabulary kinds in themes, then dressing by theme."""
    found: dict[str, tuple[str, list[Exhibit]]] = {}
    for page, (title, themes) in PAGES.items():
        kinds = [kind for theme in themes for kind in catalogue.THEMES[theme]]
        found[page] = (title, [exhibit for kind in kinds for exhibit in _kind(kind)])
    for theme, shown in dressing.THEMES.items():
        pieces = [Exhibit(name, piece.name, piece.make, piece.hangs) for name, piece in shown.items()]
        found[f"dressing-{theme}"] = (f"陈设 · {DRESSING[theme]}   Dressing: {theme}", pieces)
    return found


def _kind(kind: str) -> Iterator[Exhibit]:
    """Yield a kind at its usual size, then in its other shapes."""
    name = read_vocabulary().fixtures[kind].label.in_("zh_CN")
    yield Exhibit(kind, name, _ordered(kind))
    for also, size, labels, height in ALSO.get(kind, ()):
        yield Exhibit(kind, f"{name} · {also}", _ordered(kind, size, labels, height))


def _ordered(
    kind: str, size: tuple[float, float] | None = None, labels: tuple[str, ...] = (), height: float | None = None
) -> Callable[[SignSheet], Body]:
    def make(sheet: SignSheet) -> Body:
        name = read_vocabulary().fixtures[kind].label.in_("zh_CN")
        fixture = Fixture(id="X", kind=kind, at=(0, 0), size=size, labels=labels, height=height)
        return catalogue.make(kind, catalogue.order(fixture, name, CEILING, sheet))

    return make


@cache
def _picture(data: bytes) -> Array:
    return np.asarray(Image.open(BytesIO(data)).convert("RGB"), float) / 255


@dataclass(frozen=True, eq=False)
class Studio:
    """A piece set up to be drawn: triangles (t, 3, 3), their smooth normals, uv, material, and which stand for floor and wall."""

    corners: Array
    normals: Array
    uv: Array
    owner: NDArray[np.int64]
    materials: tuple[Material, ...]
    tracer: Tracer

    @property
    def flat(self) -> Array:
        """Return the unit normals of the triangles (t, 3)."""
        raw = np.cross(self.corners[:, 1] - self.corners[:, 0], self.corners[:, 2] - self.corners[:, 0])
        return np.asarray(raw / np.maximum(np.linalg.norm(raw, axis=1, keepdims=True), 1e-12))


def studio(body: Body, sheet: SignSheet, *, hangs: bool) -> Studio:
    """Return a piece on a floor, or before a wall where it hangs on one."""
    low, high = body.bounds
    corners, uvs, owners, materials = [], [], [], []
    for mesh in premises.meshes(body.parts, sheet.material()):
        corners.append(mesh.positions.astype(float)[mesh.triangles])
        assert mesh.uv is not None
        uvs.append(mesh.uv.astype(float)[mesh.triangles])
        owners.append(np.full(len(mesh.triangles), len(materials)))
        materials.append(mesh.material)
    shape = np.concatenate(corners)
    round_normals = rounded(shape, np.concatenate(owners))
    stage = _stage(low, high, floor=not hangs and low[2] < 0.3, wall=hangs or _on_a_wall(body))
    flat_up = np.cross(stage[:, 1] - stage[:, 0], stage[:, 2] - stage[:, 0])
    flat_up /= np.linalg.norm(flat_up, axis=1, keepdims=True)
    materials.append(Material("ground", (*GROUND, 1.0)))
    everything = np.concatenate([shape, stage])
    return Studio(
        everything,
        np.concatenate([round_normals, np.repeat(flat_up[:, None], 3, axis=1)]),
        np.concatenate([*uvs, np.zeros((len(stage), 3, 2))]),
        np.concatenate([*owners, np.full(len(stage), len(materials) - 1)]),
        tuple(materials),
        Tracer(everything),
    )


def _stage(low: Array, high: Array, *, floor: bool, wall: bool) -> Array:
    """The floor below a standing piece, the wall behind one that hangs, as triangles (t, 3, 3)."""
    far = 40.0
    quads = []
    if floor:
        z = min(0.0, float(low[2])) - 0.001
        quads.append([[-far, -far, z], [far, -far, z], [far, far, z], [-far, far, z]])
    if wall:
        y = float(high[1]) + 0.001
        quads.append([[-far, y, -far], [far, y, -far], [far, y, far], [-far, y, far]])
    return np.concatenate([np.array(quad)[[[0, 1, 2], [0, 2, 3]]] for quad in quads])


def _on_a_wall(body: Body) -> bool:
    """Tell whether a piece hangs, or has a sign beside it on the wall."""
    low, high = body.bounds
    signs = [part.positions for part in body.parts if part.finish == "signs"]
    return bool(low[2] >= 0.3 or any(high[1] - points[:, 1].min() < 0.03 and points[:, 2].min() > 0.8 for points in signs))


def draw(
    body: Body, sheet: SignSheet, size: tuple[int, int], *, hangs: bool = False, rays: int = 10, turn: float = 28.0
) -> Image.Image:
    """Return a picture of a piece from its front, a little from the left and above (from below where it hangs)."""
    scene = studio(body, sheet, hangs=hangs)
    low, high = body.bounds
    wide, tall = size[0] * 2, size[1] * 2
    rise = math.radians(-14.0 if low[2] > 1.7 else 4.0 if hangs or low[2] > 0.3 else 24.0 if high[2] < 0.5 else 17.0)
    side = math.radians(turn)
    back = np.array([-math.sin(side) * math.cos(rise), -math.cos(side) * math.cos(rise), math.sin(rise)])
    right = np.cross((0, 0, 1), back)
    right /= np.linalg.norm(right)
    up = np.cross(back, right)
    box = np.array([[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])])
    middle = (low + high) / 2
    offset = box - middle
    lens = math.tan(math.radians(11))
    away = max(
        float(np.max(np.abs(offset @ right) / (lens * 0.92 * min(1.0, size[0] / size[1])) + offset @ back)),
        float(np.max(np.abs(offset @ up) / (lens * 0.92 * min(1.0, size[1] / size[0])) + offset @ back)),
    )
    scale = lens / min(wide, tall) * 2
    x, y = np.meshgrid((np.arange(wide) + 0.5 - wide / 2) * scale, (tall / 2 - np.arange(tall) - 0.5) * scale)
    directions = x[..., None] * right + y[..., None] * up - back
    directions = (directions / np.linalg.norm(directions, axis=-1, keepdims=True)).reshape(-1, 3)
    origins = np.broadcast_to(middle + away * back, directions.shape)
    light = _seen(scene, origins, directions, rays)
    pixels = (to_display(light).reshape(tall, wide, 3) * 255 + 0.5).astype(np.uint8)
    return Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS)


def _seen(scene: Studio, origins: Array, directions: Array, rays: int) -> Array:
    """The linear light that comes back along rays (n, 3), through glass and through faces seen from behind."""
    colour = np.tile(to_linear(np.array(GROUND)), (len(origins), 1))
    weight = np.ones((len(origins), 1))
    live = np.arange(len(origins))
    start = origins.copy()
    colour_sum = np.zeros_like(colour)
    flat = scene.flat
    for _ in range(8):
        met = scene.tracer.meet(start[live], directions[live])
        hit = met.triangle >= 0
        colour_sum[live[~hit]] += weight[live[~hit]] * colour[live[~hit]]
        live, triangle = live[hit], met.triangle[hit]
        if not len(live):
            break
        bary = np.stack([1 - met.u[hit] - met.v[hit], met.u[hit], met.v[hit]], axis=1)
        points = np.einsum("nk,nkd->nd", bary, scene.corners[triangle])
        owner = scene.owner[triangle]
        alpha = np.array([m.color[3] for m in scene.materials])[owner]
        double = np.array([m.double_sided for m in scene.materials])[owner]
        behind = (np.einsum("nd,nd->n", flat[triangle], directions[live]) > 0) & ~double
        alpha = np.where(behind, 0.0, alpha)
        solid = alpha > 0
        index = live[solid]
        shown = _shaded(scene, triangle[solid], bary[solid], points[solid], directions[index], rays, index)
        colour_sum[index] += weight[index] * alpha[solid][:, None] * shown
        weight[live] *= (1 - alpha)[:, None]
        start[live] = points + directions[live] * 1e-4
        live = live[alpha < 1]
        if not len(live):
            break
    return colour_sum


def _shaded(
    scene: Studio, triangle: NDArray[np.int64], bary: Array, points: Array, looks: Array, rays: int, numbers: NDArray[np.int64]
) -> Array:
    """The linear light that leaves surface points towards the eye (n, 3)."""
    if not len(triangle):
        return np.zeros((0, 3))
    albedo, gloss = _albedo(scene, triangle, bary)
    normals = np.einsum("nk,nkd->nd", bary, scene.normals[triangle])
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    flat = scene.flat[triangle]
    normals = np.where(np.einsum("nd,nd->n", normals, looks)[:, None] > 0, -normals, normals)
    flat = np.where(np.einsum("nd,nd->n", flat, looks)[:, None] > 0, -flat, flat)
    origins = points + flat * 8e-4
    towards = cosine(normals, spread(rays, numbers)).reshape(-1, 3)
    blocked = scene.tracer.blocked(np.repeat(origins, rays, axis=0), towards, np.full(len(towards), 1.6)).reshape(-1, rays)
    sky = (~blocked * (0.72 + 0.42 * towards[:, 2].reshape(-1, rays).clip(-0.4, 1))).mean(axis=1)
    disc = spread(1, numbers * 3 + 1)[:, 0] - 0.5
    sun = SUN + 0.22 * np.column_stack([disc, np.zeros(len(disc))])
    sun /= np.linalg.norm(sun, axis=1, keepdims=True)
    facing = np.einsum("nd,nd->n", normals, sun).clip(0)
    shade = scene.tracer.blocked(origins, sun, np.full(len(sun), 30.0))
    light = 0.68 * sky + 0.06 + np.where(shade, 0.0, 0.62 * facing)
    mirrored = looks - 2 * np.einsum("nd,nd->n", looks, normals)[:, None] * normals
    bright = np.interp(mirrored[:, 2], [-1, -0.4, -0.05, 0.1, 0.35, 0.7, 1], [0.35, 0.5, 0.7, 1.5, 1.05, 0.75, 1.1])
    bright = bright * (1 + 0.3 * np.cos(3 * np.arctan2(mirrored[:, 1], mirrored[:, 0]) + 0.7)) * (0.35 + 0.65 * sky / 0.95)
    return np.asarray(albedo * ((1 - gloss) * light + gloss * 1.12 * bright)[:, None])


def _albedo(scene: Studio, triangle: NDArray[np.int64], bary: Array) -> tuple[Array, Array]:
    """The linear colour (n, 3) and the gloss (n,) of surface points."""
    uv = np.einsum("nk,nkd->nd", bary, scene.uv[triangle])
    owner = scene.owner[triangle]
    albedo = np.zeros((len(triangle), 3))
    gloss = np.zeros(len(triangle))
    for number, material in enumerate(scene.materials):
        mine = owner == number
        finish = FINISHES.get(material.name)
        gloss[mine] = finish.gloss if finish else 0.0
        colour = np.tile(np.asarray(material.color[:3]), (int(mine.sum()), 1))
        if material.texture is not None:
            pixels = _picture(material.texture.data)
            high, wide = pixels.shape[:2]
            place = uv[mine] % 1.0 if material.texture.repeat else uv[mine].clip(0, 0.99999)
            colour = colour * pixels[(place[:, 1] * high).astype(int) % high, (place[:, 0] * wide).astype(int) % wide]
        albedo[mine] = to_linear(colour) * (1.6 if finish and finish.glow else 1.0)
    return albedo, gloss


def sheet(exhibits: list[Exhibit], title: str, cell: tuple[int, int] = CELL) -> Image.Image:
    """Return a page: a picture of every piece, its Chinese name, its id and its size below."""
    columns = min(COLUMNS, len(exhibits))
    rows = -(-len(exhibits) // columns)
    ground = tuple(round(c * 255) for c in GROUND)
    page = Image.new("RGB", (columns * cell[0], 44 + rows * (cell[1] + CAPTION)), (250, 250, 248))
    pen = ImageDraw.Draw(page)
    pen.text((14, 22), title, fill=(38, 40, 44), font=font(22), anchor="lm")
    for number, exhibit in enumerate(exhibits):
        x, y = number % columns * cell[0], 44 + number // columns * (cell[1] + CAPTION)
        lettered = SignSheet(1024)
        body = exhibit.make(lettered)
        page.paste(draw(body, lettered, (cell[0] - 8, cell[1] - 4), hangs=exhibit.hangs), (x + 4, y))
        low, high = body.bounds
        wide, deep, tall = high - low
        triangles = sum(len(part.triangles) for part in body.parts)
        pen.rectangle((x + 4, y, x + cell[0] - 5, y + cell[1] - 5), outline=ground)
        pen.text((x + 12, y + cell[1] + 8), exhibit.name, fill=(38, 40, 44), font=font(17), anchor="lm")
        small = f"{exhibit.kind}   {wide:.2f}×{deep:.2f}×{tall:.2f} m   {triangles} △"
        pen.text((x + 12, y + cell[1] + 28), small, fill=(120, 122, 126), font=font(11, bold=False), anchor="lm")
    return page


def main() -> None:
    """Draw every page (or the themes named, or one piece large) into the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("themes", nargs="*", metavar="PAGE", help="pages to draw; all where none is named")
    parser.add_argument("--only", nargs="+", metavar="KIND", help="draw these pieces large")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER)
    chosen = parser.parse_args()
    chosen.output.mkdir(parents=True, exist_ok=True)
    for theme, (title, shown) in pages().items():
        exhibits = [exhibit for exhibit in shown if not chosen.only or exhibit.kind in chosen.only]
        if not exhibits or (chosen.themes and theme not in chosen.themes):
            continue
        out = chosen.output / f"{theme}.jpg"
        page = sheet(exhibits, title, (560, 540) if chosen.only else CELL)
        page.save(out, quality=86, optimize=True)
        print(f"{out}: {len(exhibits)} pieces, {out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
