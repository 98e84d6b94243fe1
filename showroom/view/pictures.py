"""How is a model turned into a picture file without a window?"""

import os
from pathlib import Path

from PIL import Image

from showroom.domain.errors import InputError, Problem
from showroom.modelling.model import Model
from showroom.view.stage import Pose, View
from showroom.view.vtk_stage import VtkStage

LARGEST = 8192
"""Pixels along a side."""
_KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}


def render(
    model: Model, out_path: Path, *, view: View = "inside", pose: Pose | None = None, size: tuple[int, int] = (1280, 720)
) -> None:
    """Write an antialiased picture of `model`: from inside at `pose`, or as dollhouse or plan.

    Raises `InputError` for a size or suffix that cannot be, `NotAvailableError` where nothing can draw.
    """
    kind = _KINDS.get(out_path.suffix.lower())
    if kind is None:
        raise InputError(Problem(str(out_path), "is not the name of a picture", f"end it in {', '.join(_KINDS)}"))
    width, height = size
    if not (16 <= width <= LARGEST and 16 <= height <= LARGEST):
        raise InputError(Problem("size", f"is {width}×{height}", f"give 16 to {LARGEST} pixels a side, such as 1280x720"))
    stage = VtkStage()
    try:
        stage.resize(width, height)
        stage.show(model)
        stage.set_view(view)
        stage.look_from(pose or standing_in(model))
        pixels = stage.picture(width, height)
    finally:
        stage.close()
    out_path.parent.mkdir(parents=True, exist_ok=True)
    aside = out_path.with_name(f".{out_path.name}.{os.getpid()}.part")
    try:
        Image.fromarray(pixels).save(aside, kind, **({"quality": 92} if kind != "PNG" else {}))
        aside.replace(out_path)
    finally:
        aside.unlink(missing_ok=True)


def standing_in(model: Model) -> Pose:
    """Return a pose in the middle of a model nobody told where to stand, looking along its longer side."""
    lowest, highest = model.bounds
    x, y = (float(lowest[axis] + highest[axis]) / 2.0 for axis in (0, 1))
    long_x = float(highest[0] - lowest[0]) >= float(highest[1] - lowest[1])
    return Pose((x, y, float(lowest[2]) + min(1.6, float(highest[2] - lowest[2]) * 0.6)), 0.0 if long_x else 90.0)
