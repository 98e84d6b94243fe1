"""What is drawn, and from where? The bundled scene and a visit of sixty steps through it."""

import json
import math
import tempfile
from pathlib import Path

import numpy as np

from showroom.formats import read_plan
from showroom.home import scenes
from showroom.view.motion import Line
from showroom.view.stage import EYE_HEIGHT
from showroom.view.walking import Walker

STEPS = 60
SCENE = "hot-food-shop"
SCENES = (SCENE, "small-eatery", "animal-clinic", "arts-school")
Camera = tuple[tuple[float, float, float], tuple[float, float, float]]
"""Eye and the point looked at, in the plan's axes."""


def bundled(scene: str = SCENE) -> tuple[Path, list[Camera]]:
    """Return a bundled scene's model and a walk through all of its rooms: sixty places, the eye turning as it goes."""
    folder = scenes() / scene
    walker = Walker(read_plan(folder / "premises.plan.yaml"))
    ground = max(walker.ground.geoms, key=lambda piece: piece.area)
    left, low, right, high = ground.bounds
    corners = [(left, low), (right, low), (right, high), (left, high)]
    way = [walker.spawn().eye[:2]]
    for goal in corners:
        way += walker.path(way[-1], goal)[1:]
    line = Line([(x, y, EYE_HEIGHT) for x, y in way])
    return folder / "scene.glb", [_looking(line.at(line.length * i / STEPS), 720.0 * i / STEPS) for i in range(STEPS)]


def round_about(low: np.ndarray, high: np.ndarray) -> list[Camera]:
    """Return sixty places on an ellipse within a box, the eye turning twice."""
    middle, size = (low + high) / 2.0, (high - low) / 4.0
    turns = [2.0 * math.pi * i / STEPS for i in range(STEPS)]
    height = float(low[2]) + min(EYE_HEIGHT, 0.55 * float(high[2] - low[2]))
    return [
        _looking((float(middle[0] + size[0] * math.cos(a)), float(middle[1] + size[1] * math.sin(a)), height), math.degrees(2 * a))
        for a in turns
    ]


def kept(cameras: list[Camera]) -> str:
    """Return the path of a file that holds the cameras, for another process."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(cameras, file)
    return file.name


def _looking(eye: tuple[float, float, float], yaw: float) -> Camera:
    angle = math.radians(yaw)
    return eye, (eye[0] + math.cos(angle), eye[1] + math.sin(angle), eye[2] - 0.08)
