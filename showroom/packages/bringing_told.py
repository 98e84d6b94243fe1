"""How is a person told what became of a model that was brought in? What was guessed, before and after, and what is too much."""

from collections.abc import Iterator

from showroom.domain.text import Text
from showroom.formats.model_files_told import Figures, Told
from showroom.packages.bringing import ORIGINAL, Brought
from showroom.packages.upkeep import MEGABYTES, TRIANGLES
from showroom.reports.words import columns_of, pad

_W = {
    "up": Text.of("向上", "Up"),
    "unit": Text.of("单位", "Unit"),
    "size": Text.of("尺寸", "Size"),
    "eye": Text.of("视点", "View"),
    "inside": Text.of("室内", "inside"),
    "outside": Text.of("从外面看", "from outside"),
    "look": Text.of(
        "请核对方向与尺寸；不对就用 --up、--unit 或 --known 重新导入",
        "look at up and size; where they are wrong, import again with --up, --unit or --known",
    ),
    "before": Text.of("原模型", "before"),
    "after": Text.of("样板间", "after"),
    "budget": Text.of("预算", "budget"),
    "triangles": Text.of("三角形", "triangles"),
    "nodes": Text.of("部件", "nodes"),
    "materials": Text.of("材质", "materials"),
    "textures": Text.of("贴图", "textures"),
    "pixels": Text.of("贴图像素（百万）", "pixels (million)"),
    "megabytes": Text.of("文件（MB）", "files (MB)"),
    "too-many": Text.of(
        "三角形超出预算；这里没有可用的简化程序库，请在三维软件中减面后再导入",
        "more triangles than the budget; no library to simplify is at hand here, so do it in a 3D program and import again",
    ),
    "too-large": Text.of(
        "文件仍超出预算；请减少贴图或部件后再导入", "the file is still over the budget; take out pictures or parts and import again"
    ),
    "original": Text.of("原文件未改动，副本在", "the original is untouched; a copy is in"),
    "next": Text.of("接着", "Next"),
}  # fmt: skip


def brought_text(brought: Brought, language: str) -> str:
    """Return lines for a terminal: the guesses with their reasons, the figures against the budget, notes, and what to do next."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(brought, language))


def _lines(brought: Brought, language: str) -> Iterator[str]:
    told, folder = brought.told, brought.folder
    if told is not None:
        yield from _found(told, language)
        yield ""
        yield from _table(told, language)
        yield from over_budget(told.after, language)
        if not told.is_sure:
            yield f"! {_W['look'].in_(language)}"
    yield from (f"! {note.text.in_(language)}" for note in brought.notes)
    yield f"{_W['original'].in_(language)} {folder / ORIGINAL}"
    yield f"{_W['next'].in_(language)}: showroom clerk {folder}"


def _found(told: Told, language: str) -> Iterator[str]:
    wide, deep, high = told.sides
    x, y, z = told.eye
    where = _W["inside" if told.is_inside else "outside"].in_(language)
    yield f"{_W['up'].in_(language)}: {told.up} — {told.up_reason.in_(language)}"
    yield f"{_W['unit'].in_(language)}: {told.unit} — {told.unit_reason.in_(language)}"
    yield f"{_W['size'].in_(language)}: {wide:.2f} × {deep:.2f} × {high:.2f} m"
    yield f"{_W['eye'].in_(language)}: {x:.2f}, {y:.2f}, {z:.2f} m ({where})"


def _table(told: Told, language: str) -> Iterator[str]:
    heads = [_W[name].in_(language) for name in ("before", "after", "budget")]
    rows = [
        ("triangles", f"{told.before.triangles:,}", f"{told.after.triangles:,}", f"{TRIANGLES:,}"),
        ("nodes", f"{told.before.nodes:,}", f"{told.after.nodes:,}", ""),
        ("materials", f"{told.before.materials:,}", f"{told.after.materials:,}", ""),
        ("textures", f"{told.before.textures:,}", f"{told.after.textures:,}", ""),
        ("pixels", f"{told.before.pixels / 1e6:.1f}", f"{told.after.pixels / 1e6:.1f}", ""),
        ("megabytes", f"{told.before.bytes / 1e6:.2f}", f"{told.after.bytes / 1e6:.2f}", f"{MEGABYTES}"),
    ]
    names = [_W[name].in_(language) for name, *_ in rows]
    first = max(map(columns_of, names)) + 2
    yield pad("", first) + "".join(_right(head) for head in heads)
    yield from (pad(name, first) + "".join(map(_right, cells)) for name, (_, *cells) in zip(names, rows, strict=True))


def over_budget(after: Figures, language: str) -> Iterator[str]:
    """Yield what of a model is more than a kiosk can carry, with what to do."""
    if after.triangles > TRIANGLES:
        yield f"! {_W['too-many'].in_(language)}"
    if after.bytes > MEGABYTES * 1e6:
        yield f"! {_W['too-large'].in_(language)}"


def _right(text: str) -> str:
    return " " * max(12 - columns_of(text), 1) + text
