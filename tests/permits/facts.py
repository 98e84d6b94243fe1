"""Which facts of a layout get an application sent back? The fifteen reject reasons of the research file, fact by fact.

A fact changes a compliant plan in one respect. It concerns some requirements, which must be missed; `twins` are requirements of
other instruments that ask for the same thing and are missed with them. Nothing else may be missed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.permits.premises import SHOP, Draft, compliant_plan

FOOD, SMALL, CLINIC, ARTS = map(compliant_plan, ("food-catering", "small-catering", "animal-clinic", "arts-training"))
_PERMIT = {FOOD: "food-catering", SMALL: "small-catering", CLINIC: "animal-clinic", ARTS: "arts-training", SHOP: "food-catering"}


@dataclass(frozen=True)
class Fact:
    """A change of a compliant plan, the requirements it concerns, and their twins."""

    reason: str
    name: str
    base: Path
    change: Callable[[Draft], object]
    misses: frozenset[str]
    twins: frozenset[str] = frozenset()

    @property
    def permit(self) -> str:
        """The permit applied for."""
        return _PERMIT[self.base]

    @property
    def id(self) -> str:
        """The name of the test."""
        return f"{self.reason}-{self.permit}-{self.name}".replace(" ", "_")


FACTS: list[Fact] = []


def fact(reason: str, base: Path, misses: str, name: str, twins: str = "") -> Callable[[Callable[[Draft], object]], None]:
    """Note down a fact; `misses` and `twins` are requirement ids, blank between."""

    def note(change: Callable[[Draft], object]) -> None:
        FACTS.append(Fact(reason, name, base, change, frozenset(misses.split()), frozenset(twins.split())))

    return note


def _box(x0: float, y0: float, x1: float, y1: float) -> list[list[float]]:
    return [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]


# -------------------------------------------------------------------- R01 raw and cooked cross


@fact("R01", FOOD, "food-catering.flow.raw-to-cooked", "goods come in behind the raw preparation and go back to it")
def _(d: Draft):
    d.change("D-delivery", at=9.5, serves="S-cutting")


@fact("R01", FOOD, "food-catering.flow.raw-to-cooked", "finished food goes out through the raw preparation")
def _(d: Draft):
    d.remove("H-serving").change("D-delivery", role="serving")
    d.add("openings", id="H-goods", kind="hatch", wall="W-north", at=14.9, width=0.8, height=1.2, sill=0.6, serves="S-raw",
          leads="outside", self_closing=True, screen=True, role="delivery")  # fmt: skip


@fact("R01", FOOD, "food-catering.flow.three-openings", "dirty ware has no opening of its own")
def _(d: Draft):
    d.remove("H-dirty").change("H-cold", role="serving").change("D-kitchen", "D-lobby", role="staff")


@fact("R01", SMALL, "small-catering.flow.order", "finished food crosses the way of the raw")
def _(d: Draft):
    d.change("X-stove", at=[1.9, 6.5]).change("X-worktop-raw", at=[3.3, 4.6]).change("X-sink-vegetable", at=[0.3, 6.1])
    d.change("H-serving", at=0.4 + 1.9, width=0.9).change("X-hood", at=[1.9, 6.5])


# -------------------------------------------------------------------- R02 the toilet and the kitchen


@fact("R02", FOOD, "food-catering.toilet.no-direct-door", "a staff toilet opens into the kitchen")
def _(d: Draft):
    d.change("S-cooking", outline=_box(2.6, 5.6, 8.0, 8.8)).change("D-cooking", at=7.0)
    d.add("spaces", id="S-toilet-2", name="员工卫生间", use="toilet", outline=_box(8.2, 5.6, 9.6, 8.8), height=2.6)
    d.add("walls", id="W-toilet-2", axis=[[8.1, 5.5], [8.1, 8.9]], thickness=0.2, fire_rating_h=2.0)
    d.add("openings", id="D-toilet-2", kind="door", wall="W-toilet-2", at=1.7, width=0.9, height=2.1, swing="in",
          serves="S-toilet-2", hinge="left", self_closing=True, fire_rating="乙级")  # fmt: skip


@fact("R02", SMALL, "small-catering.toilet.no-direct-door", "the toilet opens into the kitchen")
def _(d: Draft):
    d.change("D-toilet", wall="W-side", at=0.8, fire_rating="乙级")
    d.change("X-sink-ware-1", at=[0.3, 5.0 - 1.1]).change("X-sink-ware-2", at=[0.3, 4.4])
    d.remove("X-fridge").add("fixtures", id="X-fridge-2", kind="refrigerator", at=[4.1, 6.2], size=[0.5, 0.6], labels=["冷藏"])


@fact("R02", FOOD, "food-catering.toilet.outside-handling", "a toilet is walled off inside the kitchen's outline")
def _(d: Draft):
    d.add("spaces", id="S-toilet-2", name="客用卫生间", use="toilet", outline=_box(7.9, 5.6, 9.6, 7.2), height=2.6)
    d.add("walls", id="W-toilet-w", axis=[[7.8, 5.5], [7.8, 7.3]], thickness=0.2, fire_rating_h=2.0)
    d.add("walls", id="W-toilet-n", axis=[[7.8, 7.3], [9.7, 7.3]], thickness=0.2, fire_rating_h=2.0)
    d.add("openings", id="D-toilet-2", kind="door", wall="W-dining", at=8.8, width=0.9, height=2.1, hinge="left", swing="out",
          serves="S-toilet-2", self_closing=True)  # fmt: skip
    d.add("fixtures", id="X-basin-2", kind="hand-basin", at=[9.3, 5.9], size=[0.45, 0.4])
    d.change("X-extinguisher-cooking", at=[9.5, 7.9])


@fact("R02", FOOD, "food-catering.toilet.outside-handling", "a closet stands in the raw preparation")
def _(d: Draft):
    d.change("X-wc", at=[4.9, 10.9])


# -------------------------------------------------------------------- R03 no special room


@fact("R03", FOOD, "food-catering.coldroom.required-by-item", "cold dishes without a special room")
def _(d: Draft):
    d.change("S-cold", use="plating", name="备餐间")


@fact("R03", FOOD, "food-catering.coldroom.required-by-item", "raw food without a special room")
def _(d: Draft):
    d.declare("items", ["hot-food", "cold-dishes", "raw-food"])


@fact("R03", FOOD, "food-catering.coldroom.required-by-item", "cold pastry without a special room")
def _(d: Draft):
    d.declare("items", ["hot-food", "cold-dishes", "cold-pastry"])


@fact("R03", FOOD, "food-catering.coldroom.required-by-item", "decorated cakes without a special room")
def _(d: Draft):
    d.declare("items", ["hot-food", "cold-dishes", "decorated-cakes"])


# -------------------------------------------------------------------- R04 the special room falls short


@fact("R04", FOOD, "food-catering.coldroom.prechamber", "entered straight from the kitchen")
def _(d: Draft):
    d.change("D-cold", wall="W-cold", fire_rating="乙级")


@fact("R04", FOOD, "food-catering.coldroom.prechamber", "no hand basin in the changing lobby")
def _(d: Draft):
    d.remove("X-basin-lobby")


@fact("R04", FOOD, "food-catering.coldroom.openings", "two doors")
def _(d: Draft):
    d.add("openings", id="D-cold-2", kind="door", wall="W-lobby", at=2.85, width=0.9, height=2.1, hinge="left", swing="out",
          serves="S-cold", self_closing=True)  # fmt: skip


@fact("R04", FOOD, "food-catering.coldroom.openings", "a window that opens")
def _(d: Draft):
    d.add("openings", id="G-cold", kind="window", wall="W-dining", at=11.7, width=0.5, height=0.8, sill=1.1, openable=True,
          bars=False, serves="S-cold")  # fmt: skip


@fact("R04", FOOD, "food-catering.coldroom.openings", "a door that does not close by itself")
def _(d: Draft):
    d.change("D-cold", self_closing=False)


def _shorter_cold_room(d: Draft, south: float) -> None:
    d.change("S-cold", outline=_box(9.8, south, 12.0, 8.8)).remove("H-cold", "X-worktop-cold")
    d.add("walls", id="W-cold-south", axis=[[9.7, south - 0.1], [12.1, south - 0.1]], thickness=0.2, fire_rating_h=2.0)


@fact("R04", FOOD, "food-catering.coldroom.area", "less than five square metres")
def _(d: Draft):
    _shorter_cold_room(d, 6.6)


@fact("R04", FOOD, "food-catering.coldroom.area", "less than a tenth of the handling area")
def _(d: Draft):
    _shorter_cold_room(d, 6.1)


# -------------------------------------------------------------------- R05 too few sinks, or mixed


@fact("R05", SHOP, "food-catering.sinks.ware", "two ware sinks for chemical disinfection")
def _(d: Draft):
    d.remove("X-sink-ware-3")


@fact("R05", SHOP, "food-catering.sinks.ware", "one ware sink for disinfection by heat")
def _(d: Draft):
    d.remove("X-sink-ware-2", "X-sink-ware-3").declare("declared.ware_cleaning", "heat")


@fact("R05", SHOP, "food-catering.sinks.raw", "no sink for aquatic food")
def _(d: Draft):
    d.remove("X-sink-aquatic")


@fact("R05", SHOP, "food-catering.cleaning-tools.separate", "the mop sink stands in the cooking area")
def _(d: Draft):
    d.change("X-sink-mop", at=[6.4, 7.3])


@fact("R05", SHOP, "food-catering.cleaning-tools.separate", "no mop sink")
def _(d: Draft):
    d.remove("X-sink-mop")


@fact("R05", SMALL, "small-catering.sinks.min", "two sinks for everything")
def _(d: Draft):
    d.remove("X-sink-ware-1", "X-sink-ware-2", "X-sink-ware-3", "X-sink-mop")


# -------------------------------------------------------------------- R06 nowhere to wash hands


@fact("R06", SHOP, "food-catering.handwash.near-entrance", "no hand basin in the handling area")
def _(d: Draft):
    d.remove("X-basin-raw", "X-basin-kitchen")


@fact("R06", SHOP, "food-catering.handwash.near-entrance", "the basin is far from the staff entrance")
def _(d: Draft):
    d.change("X-basin-kitchen", at=[2.6, 6.6], angle=90)


@fact("R06", SMALL, "small-catering.handwash.basin", "no hand basin in the kitchen")
def _(d: Draft):
    d.remove("X-basin")


# -------------------------------------------------------------------- R07 under dwellings

_FUME = {FOOD: "food-catering.site.residential-fume", SMALL: "small-catering.site.residential-fume"}
for _base, _row in _FUME.items():

    @fact("R07", _base, _row, "in a residential building")
    def _(d: Draft):
        d.declare("premises.building_use", "residential")

    @fact("R07", _base, _row, "in a mixed block without a flue of its own")
    def _(d: Draft):
        d.declare("premises.building_use", "mixed").declare("premises.dedicated_flue", False)

    @fact("R07", _base, _row, "dwellings on the next storey")
    def _(d: Draft):
        d.declare("premises.building_use", "mixed").declare("premises.adjoins_dwelling", True)


# -------------------------------------------------------------------- R08 the wrong permit, a banned menu


@fact("R08", SMALL, "small-catering.scope.area", "fifty square metres")
def _(d: Draft):
    d.change("W-north", axis=[[6.1, 9.1], [-0.1, 9.1]]).change("W-west", axis=[[-0.1, 9.1], [-0.1, -0.1]])
    d.change("W-east", axis=[[6.1, -0.1], [6.1, 9.1]]).change("W-side", axis=[[4.5, 3.7], [4.5, 9.1]])
    d.change("S-kitchen", outline=_box(0, 3.8, 4.4, 9)).change("S-store", outline=_box(4.6, 5.4, 6, 9))


@fact("R08", SMALL, "small-catering.menu.no-decorated-cake-raw", "decorated cakes on the menu")
def _(d: Draft):
    d.declare("items", ["hot-food", "decorated-cakes"])


@fact("R08", SMALL, "small-catering.menu.no-decorated-cake-raw", "raw aquatic food on the menu")
def _(d: Draft):
    d.declare("items", ["hot-food", "raw-food"])


# -------------------------------------------------------------------- R09 pests get in


@fact("R09", FOOD, "food-catering.openings.pest-proof", "the delivery door does not close by itself")
def _(d: Draft):
    d.change("D-delivery", self_closing=False)


@fact("R09", FOOD, "food-catering.openings.pest-proof", "a kitchen window without a screen")
def _(d: Draft):
    d.change("G-cutting", screen=False)


@fact("R09", FOOD, "food-catering.pest.devices", "neither rodent board nor fly lamp")
def _(d: Draft):
    d.remove("X-rodent", "X-fly-raw", "X-fly-cooking").declare("declared.equipment.rodent-board", 0)
    d.declare("declared.equipment.fly-lamp", 0)


# -------------------------------------------------------------------- R10 the clinic's entrance


_ENTRANCE = "vet-clinic.entrance.not-residential vet-clinic.entrance.independent"


@fact("R10", CLINIC, _ENTRANCE, "the entrance opens to the yard of an estate")
def _(d: Draft):
    d.declare("premises.entrance_to", "yard").declare("premises.building_use", "mixed")


@fact("R10", CLINIC, _ENTRANCE, "the entrance opens to the lobby of a block")
def _(d: Draft):
    d.declare("premises.entrance_to", "lobby").declare("premises.building_use", "mixed")


@fact("R10", CLINIC, "vet-clinic.entrance.no-shared-passage", "the way in is shared with neighbours")
def _(d: Draft):
    d.declare("premises.shared_passage", True)


# -------------------------------------------------------------------- R11 too near

for _kind, _distance in (("livestock-market", 150), ("livestock-farm", 199), ("slaughterhouse", 30)):

    @fact("R11", CLINIC, "vet-clinic.site.distance-200", f"a {_kind} {_distance} m away")
    def _(d: Draft, kind: str = _kind, distance: int = _distance):
        d.declare("site.nearby", [{"kind": kind, "distance": distance}])


# -------------------------------------------------------------------- R12 isolation, waste, other business


@fact("R12", CLINIC, "vet-clinic.room.isolation", "no isolation room")
def _(d: Draft):
    d.change("S-isolation", use="storage", name="储藏室")


@fact("R12", CLINIC, "vet-clinic.waste.room", "nowhere for clinical waste")
def _(d: Draft):
    d.change("S-waste", use="storage", name="储藏室").remove("X-waste-1", "X-waste-2", "X-waste-isolation")
    d.declare("declared.equipment.waste-container", 0)


@fact("R12", CLINIC, "vet-clinic.zone.other-business-separate", "grooming shares a room with treatment")
def _(d: Draft):
    d.remove("W-disinfection", "X-autoclave").change("S-treatment", outline=_box(8, 0, 10.1, 4.2))
    d.change("S-disinfection", use="grooming", name="美容区", outline=_box(10.1, 0, 11.6, 4.2)).change("D-disinfection", width=1.0)


# -------------------------------------------------------------------- R13 children too high or too low

for _level, _class, _name in (
    (4, 2, "on the fourth floor"),
    (3, 3, "on the third floor of class III"),
    (2, 4, "on the second of class IV"),
):

    @fact("R13", ARTS, "art-training.floor.children-max", f"children {_name}")
    def _(d: Draft, level: int = _level, fire_class: int = _class):
        d.storey["level"] = level
        d.declare("premises.storey_level", level).declare("premises.fire_class", fire_class)


@fact("R13", ARTS, "art-training.floor.no-basement", "children in the basement", twins="art-training.site.building-type")
def _(d: Draft):
    d.storey["level"] = -1
    d.declare("premises.storey_level", -1)


# -------------------------------------------------------------------- R14 exits and doors


@fact("R14", ARTS, "art-training.exits.two-per-floor", "a single exit", twins="fire.exits.floor.min-two")
def _(d: Draft):
    d.remove("D-street").declare("premises.sprinklered", True)


@fact("R14", ARTS, "art-training.room.two-doors", "74 m² for children with one door", twins="fire.room.one-door.mid")
def _(d: Draft):
    d.remove("D-dance-2")


@fact("R14", ARTS, "art-training.room.two-doors", "75.6 m² for adults with one door", twins="fire.room.one-door.mid")
def _(d: Draft):
    d.remove("D-dance-2").declare("people.children", False).change("S-dance", outline=_box(0, 9.2, 10.8, 16.2))
    d.change("W-music", axis=[[10.9, 9.1], [10.9, 16.3]]).change("S-music", outline=_box(11, 9.2, 15.2, 16.2))


@fact("R14", ARTS, "art-training.room.two-doors", "a room at the end of the corridor with one door", twins="fire.room.one-door.end")
def _(d: Draft):
    d.add("spaces", id="S-end", name="小教室", use="classroom", outline=_box(-4.2, 7.2, -0.2, 11.0), height=3.4)
    for name, axis in {
        "W-end-s": [[-4.3, 7.1], [-0.1, 7.1]], "W-end-n": [[-4.3, 11.1], [-0.1, 11.1]], "W-end-w": [[-4.3, 7.1], [-4.3, 11.1]]
    }.items():  # fmt: skip
        d.add("walls", id=name, axis=axis, thickness=0.2)
    d.add(
        "openings", id="D-end", kind="door", wall="W-west", at=8.2, width=1.0, height=2.1, hinge="left", swing="out", serves="S-end"
    )


@fact("R14", ARTS, "art-training.door.width", "a room door of 0.85 m", twins="fire.door.clear-width")
def _(d: Draft):
    d.change("D-music", width=0.85)


@fact("R14", ARTS, "art-training.door.width", "a room door of 0.79 m", twins="fire.door.clear-width")
def _(d: Draft):
    d.change("D-music", width=0.79)


# -------------------------------------------------------------------- R15 too many students


@fact("R15", ARTS, "art-training.area.per-student", "71 students in 212.8 m²", twins="art-training.area.per-student-by-type")
def _(d: Draft):
    d.declare("people.students", 71)


@fact("R15", ARTS, "art-training.area.per-student-by-type", "dancers counted with six square metres each")
def _(d: Draft):
    d.declare("people.students", 60)


HUMAN: dict[str, str] = {
    "small-catering.pest.facilities": "R09: dust, fly, rodent and insect proofing of a small shop is looked at on site",
    "art-training.floor.age-boundary": "R13: which age counts as a child is for the hall to say; the application says `children`",
}
"""Rows of the fifteen reasons that a person judges, and why."""
