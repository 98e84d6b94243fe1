"""What is shown, to whom, on which stage; and what is a part of the showroom?

A `Showing` is made when premises open and never changes; everything that lies over the stage is built from it. A `Part` is one
thing of the showroom with its own widgets (doors, a quiz, ghosts): the page asks each in turn and knows none of them by name.
The parts there are stand in `showroom_parts`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.catalogue import Exhibit, Premises
from showroom.app.kiosk.framing import place_of, zone_at
from showroom.app.kiosk.hand_bar import HandBar
from showroom.app.kiosk.sifting import Traits
from showroom.app.kiosk.situation import Relevance, relevance
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import VisitHolder, Walk
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.permit import Permit, Requirement
from showroom.domain.scene import Card, Hotspot
from showroom.view.stage import Hit, Vector


@dataclass(frozen=True)
class Showing:
    """The premises of one scene shown for one permit on the window's stage."""

    surroundings: Surroundings
    look: Look
    permit: Permit
    exhibit: Exhibit
    premises: Premises
    stage_widget: StageWidget

    @property
    def holder(self) -> VisitHolder:
        """Where the visit lives; what a visitor chooses is written there and comes back by `Part.follow`."""
        return self.surroundings.holder

    @property
    def walk(self) -> Walk:
        """Where the visitor is."""
        return self.surroundings.holder.visit.walk

    @property
    def language(self) -> str:
        """The language content is read in."""
        return self.surroundings.language

    @cached_property
    def relevance(self) -> Relevance:
        """What of the permit the visitor need not look at, by what they told."""
        return relevance(self.surroundings, self.permit)

    @cached_property
    def beside_the_point(self) -> dict[str, frozenset[str]]:
        """The key points that speak only of what does not address the visitor, each with its requirements."""
        found = {}
        for spot in self.exhibit.hotspots(self.permit):
            rows = frozenset(row.id for row in self.surroundings.catalogue.requirements_of(spot, self.permit))
            if rows and rows <= self.relevance.reasons.keys():
                found[spot.id] = rows
        return found

    @cached_property
    def spots(self) -> dict[str, Hotspot]:
        """The permit's key points by id, in the scene's order, without those that are beside the point.

        One the visitor was led to is there in any case.
        """
        gone = () if self.relevance.show_all else self.beside_the_point
        spots = self.exhibit.hotspots(self.permit)
        return {spot.id: spot for spot in spots if spot.id not in gone or spot.id == self.walk.hotspot}

    @cached_property
    def places(self) -> dict[str, Vector]:
        """Where the key points hang that hang anywhere, metres in the plan's axes."""
        found = {spot.id: place_of(spot, self.exhibit.scene, self.premises) for spot in self.spots.values()}
        return {spot: place for spot, place in found.items() if place is not None}

    @cached_property
    def zone_of(self) -> dict[str, str]:
        """The zone of every key point that lies in one."""
        zones = (
            (spot.id, zone_at(spot, self.places.get(spot.id), self.exhibit.scene, self.premises)) for spot in self.spots.values()
        )
        return {spot: zone for spot, zone in zones if zone is not None}

    @cached_property
    def traits(self) -> dict[str, Traits]:
        """What each key point is sifted by."""
        return {spot: Traits.of(self.rows_of(spot), self.zone_of.get(spot)) for spot in self.spots}

    def rows_of(self, spot_id: str) -> tuple[Requirement, ...]:
        """Return the permit's requirements a key point stands for."""
        return self.surroundings.catalogue.requirements_of(self.spots[spot_id], self.permit)

    def card_of(self, spot_id: str) -> Card:
        """Return what a key point's card says to those who apply for this permit."""
        return self.spots[spot_id].card_for(self.permit.id)

    def hold_tour(self, **changes: object) -> None:
        """Change the walk, pausing a tour that plays: nobody is led away while reading."""
        motion = "paused" if self.walk.motion == "playing" else self.walk.motion
        self.holder.walk(motion=motion, **changes)


class Part(QObject):
    """One thing of the showroom. Subclasses make their widgets as children of the stage and override what they need."""

    rearranged = Signal()
    """Asks the page to put everything in its place again, after a widget came, went or grew."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing.stage_widget)
        self.showing = showing

    @property
    def bar(self) -> HandBar | None:
        """The bar that stands at the foot while a tool of this part is in the visitor's hand."""
        return None

    @property
    def widgets(self) -> Sequence[QWidget]:
        """What of it lies over the stage, lowest first: raised above the discs, which keep off what is visible of them."""
        return ()

    def arrange(self, free: QRect, taken: Sequence[QRect]) -> None:
        """Put the widgets within `free`, off what the overlays and the parts before have `taken` (widget pixels)."""

    def follow(self, before: Walk | None, now: Walk) -> None:
        """Show a change of the walk; `before` is `None` when the page has just been built."""

    def frame(self) -> None:
        """Follow the eye: called at every frame drawn."""

    def hit(self, hit: Hit) -> bool:  # noqa: ARG002 - the general part wants no taps
        """Take a tap on the model; `False` leaves it to the next."""
        return False

    def key(self, event: QKeyEvent) -> bool:  # noqa: ARG002 - the general part has no keys
        """Act on a key; `False` leaves it to the next."""
        return False

    def act(self, what: str) -> bool:  # noqa: ARG002 - the general part has no acts
        """Do what a button of the bar asks; `False` leaves it to the next."""
        return False

    def close(self) -> None:
        """Take everything off the stage."""
        for widget in [*self.widgets, *([self.bar] if self.bar else [])]:
            widget.hide()
            widget.deleteLater()
