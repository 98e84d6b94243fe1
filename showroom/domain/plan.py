"""A plan: storeys with walls, openings, spaces and fixtures, and where it came from.

Lengths are metres, x right and y up, angles degrees counter-clockwise. An opening lies in a wall: `at` is the distance
from the start of the wall's axis to the middle of the opening, `width` its clear width. Which two spaces an opening joins is
not stored but found from geometry (`showroom.geometry.layout`).
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from showroom.domain.document import Document
from showroom.domain.quantities import Length, PositiveLength
from showroom.domain.text import Text

Identifier = Annotated[str, Field(min_length=1, max_length=200)]
Coordinate = Annotated[Length, Field(ge=-1e6, le=1e6)]
Point = tuple[Coordinate, Coordinate]
Outline = Annotated[tuple[Point, ...], Field(min_length=3, max_length=10_000)]

OpeningKind = Literal["door", "window", "hatch", "passage"]
Swing = Literal["in", "out", "both", "slide", "none"]
Role = Literal["customers", "delivery", "serving", "dirty-ware", "staff"]
Gate = Literal["none", "usable", "complete", "rules"]


class Origin(Document):
    """How a reader found one thing in a drawing: by what, what its lengths rest on, where in the file, and its own uncertainty."""

    found: Literal["outline", "walls", "faces", "line", "made", "arc", "block", "lines", "gap", "feature"]
    """A drawn outline; what walls enclose; two faces of a wall; a single line; put there for a door; the arc of a leaf; a block or
    group; loose lines; a gap in a wall where nothing is drawn; a feature that does not say what it is."""
    lengths: Literal["drawn", "jambs", "symbol", "attribute", "name", "assumed"] | None = None
    """What its lengths are taken from; `None` where that goes without saying."""
    layer: str = ""
    name: str = ""
    """The name of the block or group."""
    entities: Annotated[tuple[str, ...], Field(max_length=100)] = ()
    """The lines in the file it was made of (DXF handles, SVG ids), where its own id does not name it already."""
    length_uncertainty: Annotated[Length, Field(ge=0)] | None = None
    """By how much its own lengths may be off, metres, where that is more than the plan's."""


class Wall(Document):
    """A straight wall: the two ends of its axis, and its thickness."""

    id: Identifier
    axis: tuple[Point, Point]
    thickness: PositiveLength
    height: PositiveLength | None = None
    fire_rating_h: Annotated[float, Field(ge=0)] | None = None
    origin: Origin | None = None

    @model_validator(mode="after")
    def _has_length(self) -> Self:
        (ax, ay), (bx, by) = self.axis
        if (bx - ax) ** 2 + (by - ay) ** 2 < 1e-6:
            raise ValueError("the axis has no length; give two different end points")
        return self


class Opening(Document):
    """A door, window, hatch or passage in a wall. What the drawing does not say is `None`, never a guess."""

    id: Identifier
    kind: OpeningKind
    wall: Identifier
    at: Length
    width: PositiveLength
    height: PositiveLength | None = None
    sill: Length | None = None
    hinge: Literal["left", "right", "both"] | None = None
    swing: Swing | None = None
    serves: Identifier | None = None
    leads: Literal["outside"] | None = None
    self_closing: bool | None = None
    openable: bool | None = None
    screen: bool | None = None
    bars: bool | None = None
    fire_rating: str | None = None
    role: Role | None = None
    labels: tuple[str, ...] = ()
    proposal: bool = False
    """True only for what needed a guess, such as a bridged drafting gap; verdicts on it are `to_confirm`."""
    origin: Origin | None = None


class Space(Document):
    """A room or zone: its inner outline, the text drawn in it, and its use (an id of the vocabulary)."""

    id: Identifier
    name: str = ""
    use: Identifier = "other"
    outline: Outline
    holes: tuple[Outline, ...] = ()
    height: PositiveLength | None = None
    proposal: bool = False
    origin: Origin | None = None


class Fixture(Document):
    """A thing that stands in a space: kind (an id of the vocabulary), middle, size (width, depth) before turning, angle."""

    id: Identifier
    kind: Identifier
    at: Point
    size: tuple[PositiveLength, PositiveLength] | None = None
    height: PositiveLength | None = None
    angle: float = 0.0
    labels: tuple[str, ...] = ()
    origin: Origin | None = None


class Column(Document):
    """A column, by its outline."""

    id: Identifier
    outline: Outline
    origin: Origin | None = None


class Stair(Document):
    """A stair flight: outline, clear width, and the storey it leads to."""

    id: Identifier
    outline: Outline
    width: PositiveLength
    to: Identifier | None = None


class Storey(Document):
    """One floor. `level` is 1 on the ground, 2 above it, -1 below; `None` where the drawing does not say."""

    id: Identifier
    level: int | None = None
    height: PositiveLength | None = None
    walls: tuple[Wall, ...] = ()
    openings: tuple[Opening, ...] = ()
    spaces: tuple[Space, ...] = ()
    fixtures: tuple[Fixture, ...] = ()
    columns: tuple[Column, ...] = ()
    stairs: tuple[Stair, ...] = ()

    @cached_property
    def wall_of(self) -> dict[str, Wall]:
        """The walls by id."""
        return {wall.id: wall for wall in self.walls}

    @model_validator(mode="after")
    def _openings_have_walls(self) -> Self:
        walls = {wall.id for wall in self.walls}
        for opening in self.openings:
            if opening.wall not in walls:
                raise ValueError(f'opening "{opening.id}" is in wall "{opening.wall}", which this storey does not have')
        return self


class Note(Document):
    """Something the reader wants people to know: a stable code, the sentence, and where."""

    code: Identifier
    text: Text
    where: str = ""


class NotUnderstood(Document):
    """Things of one sort in a drawing that the reader could not use, counted."""

    what: str
    where: str = ""
    count: Annotated[int, Field(ge=1)] = 1


class Source(Document):
    """Where a plan came from and how far its lengths can be trusted."""

    kind: str = "drawn"
    length_uncertainty: Annotated[Length, Field(ge=0)] = 0.0
    unit: str = "m"
    lengths_confirmed: bool = True
    """False where the unit is doubtful: verdicts that hang on lengths are then `to_confirm`."""
    path: str = ""
    sha256: str = ""
    notes: tuple[Note, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()


class Plan(Document):
    """The premises as drawn: one or more storeys."""

    format: Literal[1] = 1
    name: str = ""
    north: float | None = None
    source: Source = Source()
    storeys: Annotated[tuple[Storey, ...], Field(min_length=1, max_length=100)]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        seen: set[str] = set()
        for storey in self.storeys:
            kinds = (storey.walls, storey.openings, storey.spaces, storey.fixtures, storey.columns, storey.stairs)
            for name in (thing.id for things in kinds for thing in things):
                if name in seen:
                    raise ValueError(f'the id "{name}" is used twice; give each thing an id of its own')
                seen.add(name)
        return self

    @property
    def spaces(self) -> Iterator[Space]:
        """Every space of every storey, in reading order."""
        return (space for storey in self.storeys for space in storey.spaces)

    @property
    def openings(self) -> Iterator[Opening]:
        """Every opening of every storey, in reading order."""
        return (opening for storey in self.storeys for opening in storey.openings)

    @property
    def fixtures(self) -> Iterator[Fixture]:
        """Every fixture of every storey, in reading order."""
        return (fixture for storey in self.storeys for fixture in storey.fixtures)
