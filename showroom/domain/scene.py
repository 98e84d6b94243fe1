"""A scene: sample premises in 3D with key points, viewpoints and tours, all texts by language.

Paths are relative to the scene's folder. Positions are metres in the plan's axes (z up); the model itself is y up, as glTF says.
"""

from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from showroom.domain.document import Document
from showroom.domain.mistake import Mistake
from showroom.domain.plan import Identifier
from showroom.domain.quiz import Question
from showroom.domain.relative_path import RelativePath
from showroom.domain.text import Text
from showroom.domain.vector import Vector


class Viewpoint(Document):
    """Where the visitor stands and looks: eye and a point looked at; vertical field of view in degrees."""

    id: Identifier
    title: Text | None = None
    eye: Vector
    look: Vector
    field_of_view: Annotated[float, Field(gt=5, lt=150)] = 65.0


class Anchor(Document):
    """Where a key point sits: a position with its surface's normal, a zone, or a node of the model."""

    position: Vector | None = None
    normal: Vector | None = None
    zone: Identifier | None = None
    node: str | None = None

    @model_validator(mode="after")
    def _sits_somewhere(self) -> Self:
        if self.position is None and self.zone is None and self.node is None:
            raise ValueError("an anchor needs a position, a zone or a node")
        return self


class Card(Document):
    """What the card of a key point says beyond the requirement's own texts."""

    title: Text
    text: Text
    common_mistake: Text | None = None


class Media(Document):
    """A picture or clip shown on a card."""

    path: RelativePath
    kind: Literal["picture", "audio"] = "picture"
    caption: Text | None = None


class Hotspot(Document):
    """A key point: the thing it speaks of, the requirements it stands for, the view it is best seen from."""

    id: Identifier
    requirements: tuple[str, ...] = ()
    anchor: Anchor
    viewpoint: Identifier | None = None
    card: Card
    cards: dict[str, Card] = Field(default_factory=dict)
    """What the card says instead to those who apply for that permit, by permit id."""
    media: tuple[Media, ...] = ()

    def card_for(self, permit_id: str) -> Card:
        """Return the card for a permit: its own where it has one."""
        return self.cards.get(permit_id, self.card)


class Zone(Document):
    """A named part of the premises: the plan's spaces it consists of."""

    id: Identifier
    title: Text
    spaces: tuple[Identifier, ...]


class Stop(Document):
    """One stop of a tour: where to stand, which key points are lit, what is spoken and captioned, and the clip by language."""

    viewpoint: Identifier
    hotspots: tuple[Identifier, ...] = ()
    title: Text | None = None
    script: Text
    caption: Text | None = None
    """The captions, split into lines; where absent the script is shown."""
    clip: dict[str, RelativePath] = Field(default_factory=dict)


class Tour(Document):
    """An ordered walk with narration; `permits` empty means every permit of the scene."""

    id: Identifier
    title: Text
    permits: tuple[str, ...] = ()
    stops: Annotated[tuple[Stop, ...], Field(min_length=1)]


class Panorama(Document):
    """An equirectangular picture, twice as wide as high, taken at a point of the scene: a photograph, or computed from the model.

    `heading` is where the picture's middle looks, degrees counter-clockwise from the plan's x; `credit` says who took it.
    """

    id: Identifier | None = None
    title: Text | None = None
    image: RelativePath
    position: Vector
    heading: float = 0.0
    credit: Text | str = ""

    def credit_in(self, language: str) -> str:
        """Return who took it, in a language where it is said in several."""
        return self.credit.in_(language) if isinstance(self.credit, Text) else self.credit


class Credit(Document):
    """Who made something, under which licence."""

    what: str
    who: str
    licence: str


class Scene(Document):
    """Sample premises that teach one or more permits."""

    format: Literal[1] = 1
    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: Text
    permits: Annotated[tuple[str, ...], Field(min_length=1)]
    model: RelativePath
    plan: RelativePath
    application: RelativePath
    zones: tuple[Zone, ...] = ()
    viewpoints: Annotated[tuple[Viewpoint, ...], Field(min_length=1)]
    hotspots: tuple[Hotspot, ...] = ()
    tours: tuple[Tour, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    quiz: tuple[Question, ...] = ()
    """What may be asked at the end of a tour; three of them are."""
    panoramas: tuple[Panorama, ...] = ()
    licence: str = ""
    credits: tuple[Credit, ...] = ()

    @model_validator(mode="after")
    def _names_agree(self) -> Self:
        views = _unique("viewpoint", (view.id for view in self.viewpoints))
        spots = _unique("hotspot", (spot.id for spot in self.hotspots))
        zones = _unique("zone", (zone.id for zone in self.zones))
        _unique("tour", (tour.id for tour in self.tours))
        _unique("panorama", (shot.id for shot in self.panoramas if shot.id is not None))
        for spot in self.hotspots:
            if spot.viewpoint is not None and spot.viewpoint not in views:
                raise ValueError(f'hotspot "{spot.id}" names viewpoint "{spot.viewpoint}", which the scene does not have')
            if spot.anchor.zone is not None and spot.anchor.zone not in zones:
                raise ValueError(f'hotspot "{spot.id}" names zone "{spot.anchor.zone}", which the scene does not have')
        for tour in self.tours:
            for number, stop in enumerate(tour.stops, 1):
                if stop.viewpoint not in views:
                    raise ValueError(f'tour "{tour.id}", stop {number}: there is no viewpoint "{stop.viewpoint}"')
                for spot_id in stop.hotspots:
                    if spot_id not in spots:
                        raise ValueError(f'tour "{tour.id}", stop {number}: there is no hotspot "{spot_id}"')
        return self

    @model_validator(mode="after")
    def _what_is_shown_at_key_points_agrees(self) -> Self:
        spots = {spot.id for spot in self.hotspots}
        things = [("mistake", mistake.id, mistake.hotspot) for mistake in self.mistakes]
        things += [("question", question.id, question.hotspot) for question in self.quiz]
        for noun, name, hotspot in things:
            if hotspot not in spots:
                raise ValueError(f'{noun} "{name}" is shown at key point "{hotspot}", which the scene does not have')
        _unique("mistake", (mistake.id for mistake in self.mistakes))
        _unique("question", (question.id for question in self.quiz))
        for mistake in self.mistakes:
            if mistake.permit is not None and mistake.permit not in self.permits:
                raise ValueError(f'mistake "{mistake.id}" is about permit "{mistake.permit}", which the scene does not teach')
        return self

    def viewpoint(self, viewpoint_id: str) -> Viewpoint:
        """Return the viewpoint of that id; `KeyError` where there is none."""
        return {view.id: view for view in self.viewpoints}[viewpoint_id]

    def mistakes_at(self, hotspot_id: str, permit_id: str | None = None) -> tuple[Mistake, ...]:
        """Return the mistakes shown on the card of a key point, with a permit named only those that concern it."""
        here = (mistake for mistake in self.mistakes if mistake.hotspot == hotspot_id)
        return tuple(mistake for mistake in here if permit_id is None or mistake.permit in (None, permit_id))

    def hotspot(self, hotspot_id: str) -> Hotspot:
        """Return the key point of that id; `KeyError` where there is none."""
        return {spot.id: spot for spot in self.hotspots}[hotspot_id]


def _unique(noun: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise ValueError(f'the {noun} id "{name}" is used twice')
        seen.add(name)
    return seen
