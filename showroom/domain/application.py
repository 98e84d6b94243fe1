"""An application: what the applicant declares and no drawing shows. Every key is optional; `None` means not said."""

from typing import Annotated, Literal

from pydantic import Field

from showroom.domain.document import Document
from showroom.domain.quantities import Length

Item = Literal["hot-food", "cold-dishes", "raw-food", "decorated-cakes", "cold-pastry", "drinks", "prepackaged", "fruit-platter"]
BuildingUse = Literal["commercial", "residential", "mixed", "public", "industrial"]
NearbyKind = Literal["pollution-source", "livestock-farm", "slaughterhouse", "livestock-market", "dwelling", "school"]
Count = Annotated[int, Field(ge=0, le=100_000)]


class Premises(Document):
    """The building the premises are in."""

    storey_level: Annotated[int, Field(ge=-10, le=200)] | None = None
    building_storeys: Annotated[int, Field(ge=1, le=200)] | None = None
    building_use: BuildingUse | None = None
    high_rise: bool | None = None
    fire_class: Annotated[int, Field(ge=1, le=4)] | None = None
    sprinklered: bool | None = None
    dedicated_flue: bool | None = None
    adjoins_dwelling: bool | None = None
    shared_passage: bool | None = None
    entrance_to: Literal["street", "yard", "lobby"] | None = None
    own_exit: bool | None = None
    lpg: bool | None = None


class People(Document):
    """How many people, and whether children are among them. `students` is the most at one time."""

    seats: Count | None = None
    staff: Count | None = None
    students: Count | None = None
    vets: Count | None = None
    children: bool | None = None


class Clinic(Document):
    """What an animal clinic offers."""

    kind: Literal["clinic", "hospital"] | None = None
    surgery: bool | None = None
    imaging: bool | None = None
    inpatient: bool | None = None


class Nearby(Document):
    """A place near the premises and its distance in metres."""

    kind: NearbyKind
    distance: Annotated[Length, Field(ge=0, le=100_000)]


class Site(Document):
    """The surroundings. `nearby` given means complete within 500 m; absent means unknown."""

    nearby: tuple[Nearby, ...] | None = None


class Declared(Document):
    """Ways of working and things a drawing rarely shows, with their number (0 is declared absent)."""

    ware_cleaning: Literal["chemical", "heat"] | None = None
    equipment: dict[str, Count] = Field(default_factory=dict)


class Application(Document):
    """What the drawing does not say."""

    format: Literal[1] = 1
    items: tuple[Item, ...] | None = None
    premises: Premises = Premises()
    people: People = People()
    clinic: Clinic = Clinic()
    site: Site = Site()
    declared: Declared = Declared()
