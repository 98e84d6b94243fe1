"""What is asked of a stranger's 3D file, and what is told of it once it is read? Values that travel between two processes."""

from typing import Annotated

from pydantic import Field

from showroom.domain.document import Document
from showroom.domain.plan import Note
from showroom.domain.relative_path import RelativePath
from showroom.domain.text import Text
from showroom.domain.vector import Vector
from showroom.modelling.orientation import Unit, Up


class Wishes(Document):
    """What a person knows better than the file: the axis that is up, the unit, a factor; and how large the result should be."""

    up: Up | None = None
    unit: Unit | None = None
    factor: Annotated[float, Field(gt=0, le=1e6)] = 1.0
    """By what everything is multiplied after the unit, as two points and a known length give it."""
    most_bytes: Annotated[int, Field(gt=0)] = 12_000_000
    """Pictures are made smaller until the model's file is no larger, or they cannot be made smaller."""


class Figures(Document):
    """How much a model holds; bytes are those of the files it is made of."""

    triangles: int
    nodes: int
    materials: int
    textures: int
    pixels: int
    bytes: int


class Told(Document):
    """What was found out about a file, and what was made of it.

    Positions are metres in the new model's axes (z up). `sides` are its width, depth and height, `low` its lowest corner.
    """

    up: Up
    up_reason: Text
    unit: Unit
    unit_reason: Text
    is_sure: bool
    """False where up or unit is a guess a person should look at."""
    low: Vector
    sides: Vector
    eye: Vector
    look: Vector
    is_inside: bool
    before: Figures
    after: Figures
    files: tuple[RelativePath, ...]
    """The files that were read, by their names beside the first, which is itself."""
    notes: tuple[Note, ...] = ()
