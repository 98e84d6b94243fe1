"""Which scene does a folder hold, and how is it written back?

`scene.yaml` is always written whole and in the same manner, so that a small change of the scene is a small difference of the file.
"""

from pathlib import Path

from showroom.domain.scene import Scene
from showroom.formats.writing import write_aside
from showroom.formats.yaml_file import read_value
from showroom.formats.yaml_text import Layout, to_yaml

FILE_NAME = "scene.yaml"

_LAYOUT = Layout(
    flow=("viewpoints[]", "hotspots[].anchor", "panoramas[]", "credits[]", "hotspots[].media[]", "zones[]"),
)


def read_scene(folder: Path) -> Scene:
    """Return the scene of a folder (its `scene.yaml`, or that file itself).

    Raises:
        InputError: with every mistake at its line.
    """
    return read_value(_file(folder), Scene, noun="scene")


def write_scene(scene: Scene, path: Path) -> None:
    """Write `scene.yaml` canonically; `path` is the file, or the folder it belongs in."""
    write_aside(_file(path), scene_text(scene).encode())


def scene_text(scene: Scene) -> str:
    """Return what `scene.yaml` says of a scene: the same scene always gives the same text."""
    return to_yaml(scene, _LAYOUT)


def _file(path: Path) -> Path:
    return path if path.suffix.lower() in (".yaml", ".yml", ".json") else path / FILE_NAME
