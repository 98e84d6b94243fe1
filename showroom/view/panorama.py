"""How is a picture all round put round the eye? Read, checked, and hung on a globe the eye stands in.

The picture is equirectangular: as wide as the horizon, twice as wide as high, its middle looking along its heading.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from vtkmodules.vtkRenderingCore import vtkActor, vtkRenderer, vtkRenderWindow

from showroom.domain.errors import InputError, Problem
from showroom.view.loading import Batch, Picture
from showroom.view.stage import Vector
from showroom.view.surfaces import actor_of, texture_of

if TYPE_CHECKING:
    from PIL import Image

WIDEST = 12288
"""Pixels; a wider picture is refused unread."""
NARROWEST = 256
SOFTWARE_WIDTH = 4096
"""What a picture is scaled down to: more costs time and is not seen at the fields of view there are."""
_RADIUS = 20.0
_ROUND, _HIGH = 96, 48


@dataclass(frozen=True, eq=False)
class Surround:
    """A picture all round: pixels (height, width, 3) from the top, where its eye was, and where its middle looks (degrees)."""

    pixels: NDArray[np.uint8]
    position: Vector
    heading: float


def check_surround(path: Path) -> None:
    """Look at the picture's head only. Raises `InputError` for what is no picture all round."""
    with _opened(path):
        pass


def read_surround(path: Path, position: Vector, heading: float, *, width: int = SOFTWARE_WIDTH) -> Surround:
    """Return the picture all round at `path`, at most `width` pixels wide.

    Raises:
        InputError: no picture, cut off, too large, or not twice as wide as high.
    """
    from PIL import Image

    with _opened(path) as picture:
        try:
            picture.draft("RGB", (width, width // 2))
            pixels = picture.convert("RGB")
        except (OSError, ValueError, SyntaxError) as error:
            raise _refused(path, "breaks off before its end", "export it again") from error
    if pixels.width > width:
        pixels = pixels.resize((width, width // 2), Image.Resampling.LANCZOS)
    return Surround(np.asarray(pixels, np.uint8).copy(), position, heading)


def _opened(path: Path) -> "Image.Image":
    from PIL import Image

    try:
        picture = Image.open(path)
    except FileNotFoundError as error:
        raise _refused(path, "does not exist", "add the file or take the panorama out of the scene") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused(path, "is not a picture that can be opened", "save it as JPEG or PNG") from error
    wide, high = picture.size
    if wide != 2 * high or not NARROWEST <= wide <= WIDEST:
        picture.close()
        raise _refused(
            path,
            f"is {wide}×{high}; a panorama is twice as wide as high and {NARROWEST} to {WIDEST} pixels wide",
            "export it as equirectangular, such as 4096×2048",
        )
    return picture


def _refused(path: Path, reason: str, remedy: str) -> InputError:
    return InputError(Problem(str(path), reason, remedy))


def globe(surround: Surround) -> Batch:
    """Return the globe round the picture's eye, seen from within; its texture is number 0."""
    across, down = np.meshgrid(np.linspace(0.0, 1.0, _ROUND + 1), np.linspace(0.0, 1.0, _HIGH + 1))
    yaw = np.radians(surround.heading - (across.ravel() - 0.5) * 360.0)
    pitch = np.radians(90.0 - down.ravel() * 180.0)
    away = np.stack([np.cos(yaw) * np.cos(pitch), np.sin(yaw) * np.cos(pitch), np.sin(pitch)], axis=1)
    first = (np.arange(_HIGH)[:, None] * (_ROUND + 1) + np.arange(_ROUND)).ravel()
    below = first + _ROUND + 1
    triangles = np.concatenate([np.stack([first, first + 1, below], axis=1), np.stack([first + 1, below + 1, below], axis=1)])
    return Batch(
        space=None,
        layer="always",
        glass=False,
        double_sided=True,
        order=0,
        positions=(np.array(surround.position) + _RADIUS * away).astype(np.float32),
        triangles=triangles.astype(np.int64),
        texture=0,
        light=None,
        uv=np.stack([across.ravel(), down.ravel()], axis=1).astype(np.float32),
        light_uv=None,
        colors=None,
    )


class Globe:
    """The picture all round in a renderer: nothing until one is given."""

    def __init__(self, renderer: vtkRenderer) -> None:
        self._renderer = renderer
        self.actor: vtkActor | None = None

    def hang(self, surround: Surround | None, window: vtkRenderWindow, *, mipmaps: bool) -> None:
        """Replace the picture; `None` lets it go."""
        if self.actor is not None:
            self._renderer.RemoveActor(self.actor)
            self.actor.ReleaseGraphicsResources(window)
            self.actor = None
        if surround is not None:
            self.actor = actor_of(globe(surround), [texture_of(Picture(surround.pixels, repeat=False), mipmaps=mipmaps)])
            self.actor.UseBoundsOff()
            self.actor.SetVisibility(False)
            self._renderer.AddActor(self.actor)

    def show(self, shown: bool) -> bool:
        """Show the picture or not; return whether it is seen."""
        if self.actor is not None:
            self.actor.SetVisibility(shown)
        return shown and self.actor is not None
