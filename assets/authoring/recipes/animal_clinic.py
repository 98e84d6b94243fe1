"""What dresses the animal hospital: dogs and cats who wait or stay, carriers, treats, machines of the theatre, notices?"""

from dataclasses import dataclass

import drawn_pictures as drawn
from dressing import Dressing, framed, pavement
from recipe import Outside, Recipe

from recipes._animal_clinic_boards import NOTICES, name_board, vets_board
from showroom.domain.plan import Fixture
from showroom.modelling.catalogue import clinic, prints, ware
from showroom.modelling.catalogue.dressing import animals, greenery, veterinary, waiting, walls
from showroom.modelling.catalogue.order import Order
from showroom.modelling.model import Group
from showroom.modelling.signs import Rect
from showroom.modelling.solids import Body

WAITING, SURGERY = "S-waiting", "S-surgery"


@dataclass(frozen=True)
class On:
    """Puts things where a fixture of the plan stands; a fixture that a deliberate mistake took away takes them along."""

    shop: Dressing
    space: str
    group: Group = "furniture"

    def add(self, name: str, body: Body, fixture: str, along: float, back: float, up: float, turn: float = 0.0) -> None:
        """Put a body on a fixture: metres to the right, to the back and up from its foot's middle, turned with it and by `turn`."""
        found: list[Fixture] = [each for storey in self.shop.plan.storeys for each in storey.fixtures if each.id == fixture]
        for each in found:
            moved = Body().add(body, (along, back, up), turn)
            self.shop.add(name, moved, (*each.at, 0.0), each.angle, group=self.group, space=self.space)


def dress(shop: Dressing) -> None:
    """Add everything beyond the plan."""
    for space, title, lines, colour, at, turn, wide in NOTICES:  # first: sheets of one height lie well in rows of their own
        shop.notice(space, title, lines, colour, at, turn, wide=wide)
    reception(shop)
    those_who_wait(shop)
    pharmacy(shop)
    consulting(shop)
    tests(shop)
    surgery(shop)
    animals_in_cages(shop)
    back_rooms(shop)
    warnings(shop)
    shop.add("pavement", pavement(shop.plan), group="other", space=None)


def reception(shop: Dressing) -> None:
    """The hospital's name, its licence and its vets on the wall behind the desk; a computer and flowers on it."""
    name = Body().picture("signs", (-0.9, -0.004, 0), (1.8, 0, 0), (0, 0, 0.36), name_board(shop.sheet))
    shop.add("hospital name", name, (2.4, 4.2, 2.32), group="signs", space=WAITING)
    shop.add(
        "vets",
        framed(vets_board(shop.sheet), 1.12, 0.56, frame="aluminium", rim=0.015),
        (2.12, 4.2, 1.5),
        group="signs",
        space=WAITING,
    )
    paper = drawn.licence(shop.sheet, "动物诊疗许可证", ["名称：海风动物医院", "范围：诊疗、颅胸腹腔手术", "公示于候诊区"])
    shop.add("licence", framed(paper, 0.42, 0.31, frame="brass", rim=0.02), (3.02, 4.2, 1.62), group="signs", space=WAITING)
    desk = On(shop, WAITING)
    desk.add("reception goods", greenery.vase(), "X-reception", 0.72, -0.1, 1.05)
    desk.add("reception goods", _stool("teal"), "X-reception", -0.1, 0.72, 0)
    shop.add("clock", walls.clock(), (1.2, 4.2, 2.0), group="furniture", space=WAITING)


def those_who_wait(shop: Dressing) -> None:
    """Dogs with the scale on the west side, cats with their carriers on a stand on the east side, treats, water, plants."""
    for body, at, turn in (
        (animals.dog_sitting(), (0.82, 1.8, 0), 70),
        (animals.dog_standing(), (1.3, 0.4, 0.08), 90),
        (animals.cat_sitting(), (4.74, 0.3, 0.56), 150),
    ):
        shop.add("animals", body, at, turn, group="furniture", space=WAITING)
    shop.add("scale", veterinary.scale(shop.sheet), (1.25, 0.4, 0), 180, group="furniture", space=WAITING)
    stand = (
        Body().slab("oak", (-0.6, -0.2, 0.52), (0.6, 0.2, 0.56), bevel=0.008).slab("oak", (-0.56, -0.18, 0.1), (0.56, 0.18, 0.13))
    )
    for x in (-0.58, 0.55):
        stand.slab("oak", (x, -0.19, 0), (x + 0.03, 0.19, 0.52))
    stand.add(veterinary.carrier(), (0.34, -0.035, 0.56), 4).add(veterinary.carrier(), (-0.3, -0.03, 0.13), -3)
    shop.add("cat stand", stand, (4.4, 0.26, 0), 180, group="furniture", space=WAITING)
    On(shop, WAITING).add("cat stand", veterinary.carrier(), "X-chair-cat-2", 0.0, -0.02, 0.477)
    shop.add("treats", veterinary.treat_shelf(shop.sheet), (5.39, 3.48, 0), -90, group="furniture", space=WAITING)
    shop.add("water", waiting.water_dispenser(), (0.17, 2.98, 0), 90, group="furniture", space=WAITING)
    shop.add("plants", greenery.snake_plant(0.8), (0.3, 4.0, 0), group="furniture", space=WAITING)
    bed = Body().add(veterinary.pet_bed(), (0, 0, 0)).add(animals.cat_lying(coat="white", chest="cream"), (0.03, 0.02, 0.08), 20)
    shop.add("reception goods", bed, (0.4, 3.5, 0), 60, group="furniture", space=WAITING)


def pharmacy(shop: Dressing) -> None:
    """The green cross over the hatch; boxes, bottles and a computer on the bench."""
    cross = Body().slab("white", (-0.16, -0.05, 0), (0.16, 0, 0.32), bevel=0.01)
    cross.picture("signs", (-0.14, -0.0515, 0.02), (0.28, 0, 0), (0, 0, 0.28), prints.cross(shop.sheet))
    shop.add("hatch sign", cross, (5.6, 1.76, 2.2), -90, group="signs", space=WAITING)
    label = shop.sheet.label("药房 · 取药", ground=(46, 132, 84), ink=(250, 250, 248), height=96, aspect=3.4)
    shop.add("hatch sign", _plate(label, 0.86, 0.25), (5.6, 2.42, 2.24), -90, group="signs", space=WAITING)
    bench = On(shop, "S-pharmacy")
    bench.add("bench", _bench(1.3, 0.55), "X-worktop-pharmacy", 0, 0, 0)
    bench.add("pharmacy goods", ware.computer(), "X-worktop-pharmacy", 0.32, 0.0, 0.9)
    boxes = Body()
    for k, finish in enumerate(("white", "sky-blue", "white", "green", "orange")):
        boxes.slab(finish, (0.09 * k, -0.03, 0), (0.09 * k + 0.075, 0.03, 0.1 + 0.03 * (k % 2)), bevel=0.003)
    for k, finish in enumerate(("brown", "brown", "white")):
        boxes.add(ware.jar(finish, 0.034, 0.12), (0.05 + 0.1 * k, -0.14, 0))
    bench.add("pharmacy goods", boxes, "X-worktop-pharmacy", -0.56, 0.1, 0.9)
    shop.add("pharmacy goods", _stool("teal"), (6.72, 1.98, 0), group="furniture", space="S-pharmacy")


def consulting(shop: Dressing) -> None:
    """A dog and a cat on the tables, computers, an instrument cupboard, the light box, bottles."""
    shop.add("film viewer", veterinary.film_viewer(shop.sheet), (10.4, 2.2, 1.35), -90, group="furniture", space="S-consulting-1")
    for number, (patient, coat) in enumerate(
        ((animals.dog_sitting(coat="orange", chest="white"), "blue"), (animals.cat_sitting(coat="grey"), "teal")), 1
    ):
        space, west = f"S-consulting-{number}", 7.8 + 2.8 * (number - 1)
        room = On(shop, space)
        room.add("patient", patient, f"X-exam-{number}", 0.1, 0.0, 0.874, 150)
        room.add("desk goods", ware.computer(), f"X-desk-{number}", 0.1, 0.04, 0.76)
        room.add("sharps box", _sharps(shop), f"X-desk-{number}", 0.47, 0.12, 0.76)
        papers = Body().slab("paper", (-0.1, -0.14, 0), (0.1, 0.14, 0.012)).add(ware.cup(), (0.02, 0.22, 0))
        room.add("desk goods", papers, f"X-desk-{number}", -0.42, -0.04, 0.76, 8)
        shop.add("cupboard", veterinary.instrument_cupboard(), (west + 0.21, 0.78, 0), 90, group="furniture", space=space)
        coats = (
            Body().slab("oak", (-0.28, -0.022, 0.94), (0.28, 0, 1.06), bevel=0.006).add(walls.coat("white"), (-0.12, -0.02, 0.04))
        )
        shop.add(
            "coat", coats.add(walls.coat(coat), (0.16, -0.025, 0.04)), (west + 2.6, 3.86, 0.75), -90, group="furniture", space=space
        )


def _sharps(shop: Dressing) -> Body:
    """A small sharps drum that stands on a desk."""
    return clinic.sharps(Order("waste-container", 0.17, 0.17, 0.24, (), "利器盒", 2.8, shop.sheet))


def tests(shop: Dressing) -> None:
    """Tubes, an analyser and bottles on the laboratory's bench; films, aprons and a screen of lead in imaging."""
    bench = On(shop, "S-laboratory")
    bench.add("bench", _bench(1.9, 0.6), "X-bench-lab", 0, 0, 0)
    analyser = Body().slab("white", (-0.2, -0.2, 0), (0.2, 0.2, 0.34), bevel=0.03)
    analyser.slab("screen", (-0.12, -0.2045, 0.17), (0.12, -0.199, 0.3)).slab(
        "sky-blue", (-0.1, -0.2055, 0.25), (0.04, -0.2045, 0.265)
    )
    analyser.slab("dark-grey", (-0.14, -0.204, 0.05), (0.14, -0.199, 0.1), bevel=0.002)
    bench.add("laboratory goods", analyser, "X-bench-lab", -0.62, 0.06, 0.9)
    bench.add("laboratory goods", _tubes(), "X-bench-lab", -0.2, -0.08, 0.9)
    for k, finish in enumerate(("brown", "sky-blue", "white")):
        bench.add("laboratory goods", ware.jar(finish, 0.04, 0.15), "X-bench-lab", -0.3 + 0.11 * k, 0.18, 0.9)
    bench.add("laboratory goods", ware.tray(0.3, 0.2, 0.03), "X-bench-lab", 0.72, -0.06, 0.9)
    shop.add("laboratory goods", _stool("blue"), (3.0, 9.2, 0), group="furniture", space="S-laboratory")
    imaging = "S-imaging"
    shop.add("film viewer", veterinary.film_viewer(shop.sheet), (4.2, 7.82, 1.3), 90, group="furniture", space=imaging)
    shop.add("lead aprons", veterinary.lead_apron(), (6.5, 8.28, 0.55), -90, group="furniture", space=imaging)


def surgery(shop: Dressing) -> None:
    """Anaesthesia, oxygen, drip, trolley, stools and a clock; gowns in the preparation room."""
    for body, at, turn in (
        (veterinary.anaesthesia(shop.sheet), (9.02, 8.98, 0), 42),
        (veterinary.cylinder(), (9.25, 10.05, 0), 0),
        (veterinary.drip_stand(), (10.52, 8.76, 0), 0),
        (veterinary.trolley(), (10.0, 9.12, 0), 0),
        (_stool("teal"), (9.95, 7.45, 0), 0),
    ):
        shop.add("theatre", body, at, turn, group="furniture", space=SURGERY)
    bracket = Body().slab("aluminium", (-0.14, -0.03, 0.8), (0.14, 0, 0.84), bevel=0.004)
    shop.add("theatre", bracket, (9.25, 10.2, 0), group="furniture", space=SURGERY)
    shop.add("theatre", walls.clock(), (8.85, 10.2, 2.0), group="furniture", space=SURGERY)
    shop.add("gowns", _gowns(), (8.3, 9.1, 0.75), -90, group="furniture", space="S-prep")


def animals_in_cages(shop: Dressing) -> None:
    """Dogs on the west side of the ward, cats on the east side; one cat in isolation."""
    lower, upper = 0.186, 0.976
    ward, isolation = On(shop, "S-ward"), On(shop, "S-isolation")
    for keeper, fixture, body, along, up, turn in (
        (ward, "X-cage-ward-1", animals.dog_sitting(coat="brown", chest="linen"), -0.295, upper, 14),
        (ward, "X-cage-ward-1", animals.dog_sitting(), 0.295, lower, -10),
        (ward, "X-cage-ward-2", animals.dog_sitting(coat="white", chest="cream"), -0.295, upper, 24),
        (ward, "X-cage-ward-2", animals.dog_sitting(coat="orange", chest="white"), 0.295, lower, 20),
        (ward, "X-cage-ward-3", animals.cat_sitting(), -0.295, upper, 20),
        (ward, "X-cage-ward-3", animals.cat_lying(), 0.295, upper, 10),
        (ward, "X-cage-ward-3", animals.cat_lying(coat="orange"), -0.295, lower, -12),
        (isolation, "X-cage-isolation-2", animals.cat_lying(coat="orange"), -0.27, upper, 30),
    ):
        keeper.add("animals", body, fixture, along, 0.04, up, turn)
    shop.add("drip", veterinary.drip_stand(), (12.5, 9.82, 0), group="furniture", space="S-ward")


def back_rooms(shop: Dressing) -> None:
    """Gowns before isolation's wall, mirror and paper in the toilet."""
    shop.add("gowns", _gowns(), (15.6, 3.5, 0.75), -90, group="furniture", space="S-isolation")
    toilet = Body().add(Body().cylinder("paper", (0, 0, -0.05), 0.055, 0.1, sides=14).placed(tilt=90), (0.07, 9.65, 0.75), 90)
    shop.add("toilet goods", toilet, group="furniture", space="S-toilet")


def warnings(shop: Dressing) -> None:
    """Ionising radiation and the lamp over the imaging room's door, biohazard by isolation and waste, the way in the corridor."""
    corridor = "S-corridor"
    for sign, text, at, turn in (
        ("radiation", "当心电离辐射", (5.72, 6.0, 1.36), 0),
        ("biohazard", "隔离区", (14.98, 4.4, 1.36), 180),
        ("biohazard", "诊疗废物", (13.95, 6.0, 1.36), 0),
    ):
        shop.add(
            "warnings",
            _plate(prints.warning(shop.sheet, sign, text), 0.36, 0.36 * 150 / 140),
            at,
            turn,
            group="signs",
            space=corridor,
        )
    lamp = shop.sheet.label("射线有害 灯亮勿入", ground=(196, 32, 28), ink=(255, 250, 240), height=72, aspect=4.2)
    shop.add("warnings", _plate(lamp, 0.56, 0.133, deep=0.06), (4.9, 6.0, 2.36), group="signs", space=corridor)
    ways = shop.sheet.label(
        "← 化验 卫生间      影像 手术 住院 →", ground=(46, 120, 112), ink=(250, 250, 248), height=84, aspect=7.6
    )
    shop.add("warnings", _plate(ways, 1.14, 0.15), (3.72, 6.0, 1.78), group="signs", space=corridor)


def _plate(rect: Rect, wide: float, high: float, *, deep: float = 0.012) -> Body:
    """A sign on a flat board on a wall, its lower middle at the origin."""
    body = Body().slab("white", (-wide / 2, -deep, 0), (wide / 2, 0, high), without="b")
    return body.picture("signs", (-wide / 2, -deep - 0.002, 0), (wide, 0, 0), (0, 0, high), rect)


def _bench(wide: float, deep: float) -> Body:
    """A white bench with cupboards under a grey top at 0.9 m."""
    body = Body().slab("dark-grey", (-wide / 2 + 0.02, -deep / 2 + 0.06, 0), (wide / 2 - 0.02, deep / 2, 0.1), without="td")
    body.slab("white", (-wide / 2 + 0.01, -deep / 2 + 0.03, 0.1), (wide / 2 - 0.01, deep / 2, 0.86), without="t")
    body.slab("light-grey", (-wide / 2, -deep / 2, 0.86), (wide / 2, deep / 2, 0.9), bevel=0.008)
    count = round(wide / 0.48)
    cell = (wide - 0.02) / count
    for k in range(count):
        x = -wide / 2 + 0.01 + cell * k
        body.slab("steam-blue", (x + 0.004, -deep / 2 + 0.012, 0.11), (x + cell - 0.004, -deep / 2 + 0.03, 0.85), bevel=0.004)
        body.slab("chrome", (x + cell - 0.05, -deep / 2, 0.56), (x + cell - 0.035, -deep / 2 + 0.012, 0.72))
    return body


def _stool(seat: str) -> Body:
    """A round stool on five castors."""
    body = Body().lathe(seat, (0, 0, 0.5), [(0, 0), (0.16, 0), (0.175, 0.02), (0.17, 0.055), (0.14, 0.07), (0, 0.07)], sides=20)
    body.cylinder("chrome", (0, 0, 0.1), 0.022, 0.4, sides=10)
    for x, y in ((0.22, 0.0), (0.068, 0.209), (-0.178, 0.129), (-0.178, -0.129), (0.068, -0.209)):
        body.tube("chrome", [(0, 0, 0.11), (x, y, 0.07)], 0.014, sides=6).ball(
            "black", (x, y, 0.03), (0.022, 0.022, 0.03), sides=8, rows=6
        )
    return body


def _gowns() -> Body:
    """Two gowns on a short rail."""
    body = Body().slab("aluminium", (-0.3, -0.022, 0.94), (0.3, 0, 1.0), bevel=0.006)
    return body.add(walls.coat("sky-blue"), (-0.15, -0.02, 0.02)).add(walls.coat("teal"), (0.16, -0.025, 0.02))


def _tubes() -> Body:
    """A rack of test tubes with coloured caps."""
    body = Body().slab("white", (-0.13, -0.04, 0), (0.13, 0.04, 0.06), bevel=0.006)
    for k in range(6):
        for y, cap in ((-0.018, "red"), (0.018, "purple")):
            body.cylinder("steam-blue", (-0.1 + 0.04 * k, y, 0.05), 0.008, 0.05, sides=8).cylinder(
                cap, (-0.1 + 0.04 * k, y, 0.1), 0.01, 0.018, sides=8
            )
    return body


RECIPE = Recipe(
    id="animal-clinic",
    dress=dress,
    without=frozenset({"X-worktop-pharmacy", "X-bench-lab"}),
    outside=Outside(lambda: drawn.street(11)),
    pictures=("entrance", "consulting", "surgery"),
    panoramas=("waiting",),
)
