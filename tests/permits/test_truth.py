"""No verdict is better than what was measured: drawings that try to get one, and what they get."""

import pytest

from tests.permits.drawn import box, door, fixture, outcomes, space, storey, verdicts, wall, walls_round

EXITS = "fire.exits.floor.min-two"
HALL = [space("A", "dining", box(0, 0, 25, 10))]
TWO_HALLS = [space("A", "dining", box(0, 0, 12.4, 10)), space("B", "dining", box(12.6, 0, 25, 10))]
DIVIDED = [*walls_round(0, 0, 25, 10), wall("M", [12.5, -0.1], [12.5, 10.1])]
SHOP = walls_round(0, 0, 10, 5)


class TestExits:
    """A hall of 250 m² needs two exits; one and something that looks like a second are not two."""

    def test_two_exits_are_two(self):
        """Two doors well apart are two exits."""
        assert outcomes(EXITS, storey(walls_round(0, 0, 25, 10), [door("D1", "S", 5), door("D2", "N", 5)], HALL)) == {"met"}

    @pytest.mark.parametrize("at", [5.0, 5.3])
    def test_a_door_drawn_twice_is_one_exit(self, at: float):
        """Two doors that take up the same piece of wall are one door drawn twice."""
        assert "met" not in outcomes(EXITS, storey(walls_round(0, 0, 25, 10), [door("D1", "S", 5), door("D2", "S", at)], HALL))

    def test_a_door_drawn_twice_counts_its_width_once(self):
        """The width per hundred persons is that of the doors there are."""
        plan = storey(walls_round(0, 0, 25, 10), [door("D1", "S", 5), door("D2", "S", 5)], HALL)
        (finding,) = verdicts("fire.width.per-100", plan)
        assert finding.measured is not None
        assert finding.measured.value == pytest.approx(1.2 / 44 * 100)

    def test_a_door_between_two_rooms_does_not_lead_outside(self):
        """`leads: outside` on a door with a room on either side contradicts the drawing, and a person must look."""
        plan = storey(DIVIDED, [door("D1", "S", 5), door("D2", "M", 5, leads="outside")], TWO_HALLS)
        assert "met" not in outcomes(EXITS, plan)

    @pytest.mark.parametrize("label", ["非安全出口", "NO EXIT", "不是出口", "禁止作出口"])
    def test_a_label_that_denies_is_no_exit(self, label: str):
        """A door that says it is no exit is none."""
        plan = storey(DIVIDED, [door("D1", "S", 5), door("D2", "M", 5, labels=[label])], TWO_HALLS)
        assert "met" not in outcomes(EXITS, plan)

    @pytest.mark.parametrize("level", [3, None])
    def test_a_balcony_of_an_unknown_storey_is_no_exit(self, level: int | None):
        """Where the drawing does not say which storey it is, nobody takes it to be the ground floor."""
        spaces = [*HALL, space("Y", "outdoor", box(0, 10.2, 25, 12), name="阳台")]
        plan = storey(walls_round(0, 0, 25, 10), [door("D1", "N", 5), door("D2", "N", 15)], spaces, level=None)
        assert "met" not in outcomes(EXITS, plan, premises={"storey_level": level})

    def test_a_terrace_is_an_exit_on_the_ground_floor_of_the_application(self):
        """The application's storey serves a drawing without one."""
        spaces = [*HALL, space("Y", "outdoor", box(0, 10.2, 25, 12), name="露台")]
        plan = storey(walls_round(0, 0, 25, 10), [door("D1", "N", 5), door("D2", "N", 15)], spaces, level=None)
        assert outcomes(EXITS, plan, premises={"storey_level": 1}) == {"met"}

    def test_a_yard_closed_in_all_round_is_no_exit(self):
        """Doors to a light well with no way on lead nowhere."""
        hall = space("A", "dining", box(0, 0, 25, 10), holes=[box(10, 4, 14, 7)])
        yard = space("Y", "outdoor", box(10.2, 4.2, 13.8, 6.8), name="天井")
        walls = [*walls_round(0, 0, 25, 10), *walls_round(10.2, 4.2, 13.8, 6.8, "y")]
        plan = storey(walls, [door("D1", "S", 5), door("D2", "yS", 1.5), door("D3", "yN", 1.5)], [hall, yard])
        assert "met" not in outcomes(EXITS, plan)

    def test_a_door_far_from_every_room_is_no_exit(self):
        """A door in a wall of the legend leads nobody out."""
        walls = [*walls_round(0, 0, 25, 10), wall("X", [100, 100], [110, 100])]
        plan = storey(walls, [door("D1", "S", 5), door("D2", "X", 5, leads="outside")], HALL)
        assert "met" not in outcomes(EXITS, plan)


class TestDoors:
    """A door is as wide as it can be, and cannot be hidden."""

    def test_a_door_is_no_wider_than_its_wall(self):
        """A door of two metres in half a metre of wall is measured by a person."""
        walls = [wall("S", [0, -0.1], [0.5, -0.1]), wall("T", [1, -0.1], [10, -0.1])]
        plan = storey(walls, [door("D1", "S", 0.25, 2.0, leads="outside")], [space("A", "dining", box(0, 0, 10, 8))])
        assert outcomes("fire.exit-door.ground-width", plan) == {"to_confirm"}

    def test_a_door_beyond_the_end_of_its_wall_is_not_measured(self):
        """A door forty metres along a wall of ten is not where it says it is."""
        plan = storey(
            walls_round(0, 0, 10, 8), [door("D1", "S", 40, 2.0, leads="outside")], [space("A", "dining", box(0, 0, 10, 8))]
        )
        assert "met" not in outcomes("fire.exit-door.ground-width", plan)

    def test_a_zone_drawn_across_a_door_does_not_hide_it(self):
        """A narrow door between two rooms stays one where a small zone lies over both its sides."""
        spaces = [space("A", "dining", box(0, 0, 5, 5)), space("B", "office", box(5.2, 0, 10, 5))]
        zone = space("Z", "other", box(4.5, 2, 5.7, 3), name="其他")
        walls = [*SHOP, wall("M", [5.1, 0], [5.1, 5])]
        openings = [door("D1", "S", 2), door("D2", "M", 2.5, 0.6)]
        assert "not_met" in outcomes("fire.door.clear-width", storey(walls, openings, [*spaces, zone]))


class TestCorridors:
    """A corridor is as wide as its narrowest place."""

    def test_a_corridor_drawn_in_two_pieces_is_measured_across_their_joint(self):
        """Two pieces of 1.20 m that meet along 0.55 m leave 0.55 m."""
        spaces = [
            space("C1", "corridor", box(0, 0, 5, 1.2)), space("C2", "corridor", box(5, 0.65, 10, 1.85)),
            space("A", "dining", box(-4, 0, -0.2, 1.2)), space("B", "dining", box(10.2, 0.65, 14, 1.85)),
        ]  # fmt: skip
        walls = [wall("a", [-0.1, -1], [-0.1, 3]), wall("b", [10.1, -1], [10.1, 3])]
        plan = storey(walls, [door("D1", "a", 1.6, 1.0), door("D2", "b", 2.2, 1.0)], spaces)
        assert "not_met" in outcomes("fire.corridor.width", plan)

    def test_a_corridor_drawn_in_two_straight_pieces_is_as_wide_as_one(self):
        """Cutting a corridor in two changes nothing."""
        spaces = [
            space("C1", "corridor", box(0, 0, 5, 1.2)), space("C2", "corridor", box(5.01, 0, 10, 1.2)),
            space("A", "dining", box(-4, 0, -0.2, 1.2)), space("B", "dining", box(10.2, 0, 14, 1.2)),
        ]  # fmt: skip
        walls = [wall("a", [-0.1, -1], [-0.1, 3]), wall("b", [10.1, -1], [10.1, 3])]
        plan = storey(walls, [door("D1", "a", 1.6, 1.0), door("D2", "b", 1.6, 1.0)], spaces)
        found = verdicts("fire.corridor.width", plan)
        assert [finding.measured and round(finding.measured.value, 4) for finding in found] == [1.2, 1.2]

    def test_a_cabinet_that_stands_in_the_wall_narrows_the_corridor(self):
        """What juts out of a wall counts, wherever its middle lies."""
        spaces = [space("C", "corridor", box(0, 0, 10, 1.3)), space("A", "dining", box(0, 1.5, 10, 6))]
        walls = [wall("m", [0, 1.4], [10, 1.4]), wall("w", [-0.1, 0], [-0.1, 6]), wall("e", [10.1, 0], [10.1, 6])]
        openings = [door("D0", "m", 2, 1.0), door("D1", "w", 0.65), door("D2", "e", 0.65)]
        plan = storey(walls, openings, spaces, [fixture("X", "shelf", 5, 1.46, (1, 1.2))])
        assert outcomes("fire.corridor.width", plan) == {"not_met"}


class TestAreas:
    """What is drawn twice counts once, and what was guessed is confirmed first."""

    @pytest.mark.parametrize(
        "row", ["art-training.area.per-student", "art-training.area.per-student-by-type", "art-training.area.teaching-share"]
    )
    def test_a_room_drawn_twice_is_one_room(self, row: str):
        """Forty square metres of classroom drawn twice hold the students of forty square metres."""
        rooms = [space("A", "classroom", box(0, 0, 8, 5)), space("A2", "classroom", box(0, 0, 8, 5))]
        hall = space("L", "lobby", box(8, 0, 16, 5))
        plan = storey(walls_round(0, 0, 16, 5), [door("D1", "S", 12)], [*rooms, hall])
        assert outcomes(row, plan, people={"students": 20}) == {"not_met"}

    @pytest.mark.parametrize(
        "row",
        [
            "small-catering.scope.area", "food-catering.area.per-seat", "small-catering.area.handling-min",
            "food-catering.area.handling-ratio", EXITS,
        ],
    )  # fmt: skip
    def test_the_area_of_guessed_rooms_decides_nothing(self, row: str):
        """A room that was guessed from a picture is confirmed before its area counts."""
        rooms = [space("A", "dining", box(0, 0, 4, 4), proposal=True), space("K", "cooking", box(4, 0, 8, 4), proposal=True)]
        plan = storey(walls_round(0, 0, 8, 4), [door("D1", "S", 2)], rooms)
        assert outcomes(row, plan, people={"seats": 4}) == {"to_confirm"}

    def test_an_area_near_its_limit_is_measured_again(self):
        """A room of 49.9 m² in a drawing that is off by 10 mm may be one of 50 m²."""
        spaces = [
            space("C", "corridor", box(0, 0, 10, 1.5)), space("R", "office", box(10.2, -2.7, 17.2, 4.43)),
            space("Q", "dining", box(-5, 0, -0.2, 1.5)),
        ]  # fmt: skip
        walls = [wall("e", [10.1, -3], [10.1, 5]), wall("w", [-0.1, -1], [-0.1, 3]), wall("o", [-5.1, -1], [-5.1, 3])]
        openings = [door("D1", "e", 3.75, 1.0), door("D2", "w", 1.75), door("D3", "o", 1.75, leads="outside")]
        row, plan = "fire.room.one-door.end", storey(walls, openings, spaces)
        assert outcomes(row, plan) == {"met"}
        assert outcomes(row, plan, source={"length_uncertainty": 0.01}) == {"to_confirm"}


class TestRooms:
    """A room is a room only if one could stand in it, and a room nobody recognised may be any."""

    @pytest.mark.parametrize(
        ("row", "use"),
        [
            ("vet-clinic.room.isolation", "isolation"),
            ("vet-clinic.waste.room", "clinical-waste"),
            ("food-catering.coldroom.required-by-item", "cold-dish-room"),
            ("food-catering.changing.at-entrance", "staff-changing"),
        ],
    )
    @pytest.mark.parametrize("outline", [[[1, 1], [2, 2], [3, 3]], [[1, 1], [1, 1], [1, 1]]], ids=["line", "point"])
    def test_a_room_without_area_is_not_there(self, row: str, use: str, outline: list[list[float]]):
        """A name written on a line is no room."""
        plan = storey(SHOP, [door("D1", "S", 2)], [space("A", "cooking", box(0, 0, 10, 5)), space("R", use, outline)])
        assert "met" not in outcomes(row, plan, items=["cold-dishes"])

    def test_a_toilet_within_a_room_nobody_recognised_may_lie_in_the_kitchen(self):
        """Whoever draws a kitchen without saying so does not get the toilet in it passed."""
        walls = [*SHOP, *walls_round(2.2, 2.2, 3.8, 3.8, "t")]
        spaces = [space("A", "other", box(0, 0, 10, 5), name="XY"), space("T", "toilet", box(2.2, 2.2, 3.8, 3.8))]
        plan = storey(walls, [door("D1", "S", 2), door("D2", "tS", 0.9, 0.9)], spaces)
        assert outcomes("food-catering.toilet.outside-handling", plan) == {"to_confirm"}

    def test_a_toilet_open_to_a_room_nobody_recognised_may_be_open_to_the_kitchen(self):
        """An open side counts like a door."""
        spaces = [space("A", "other", box(0, 0, 5, 5), name="XY"), space("T", "toilet", box(5, 0, 10, 5))]
        plan = storey([*SHOP, wall("M", [5, 0], [5, 2.5])], [door("D1", "S", 2), door("D2", "E", 2.6, 0.9)], spaces)
        assert outcomes("food-catering.toilet.no-direct-door", plan) == {"to_confirm"}

    def test_a_room_with_only_a_window_has_no_way_out(self):
        """A window is no door: travel and doors of such a room are for a person."""
        walls = [*SHOP, wall("M", [5.1, 0], [5.1, 5])]
        spaces = [space("A", "dining", box(0, 0, 5, 5)), space("B", "office", box(5.2, 0, 10, 5))]
        openings = [door("D1", "S", 2), door("G", "E", 2, 1.0, kind="window")]
        for row in ("fire.travel.in-room", "fire.room.one-door.mid"):
            (found,) = [finding for finding in verdicts(row, storey(walls, openings, spaces)) if "B" in finding.affected]
            assert found.outcome.value == "to_confirm"

    @pytest.mark.parametrize("row", ["fire.travel.in-room", "fire.extinguisher.reach"])
    def test_a_part_of_a_room_cut_off_by_a_wall_is_not_forgotten(self, row: str):
        """Where a wall divides a drawn room and no door joins the parts, the far part is not passed with the near one."""
        walls = [*walls_round(0, 0, 40, 5), wall("M", [22, -0.1], [22, 5.1])]
        plan = storey(walls, [door("D1", "S", 10)], [space("A", "dining", box(0, 0, 40, 5))], [fixture("X", "extinguisher", 10, 1)])
        assert "met" not in outcomes(row, plan)


class TestFixtures:
    """A fixture serves where it stands, and once."""

    KINDS = (
        "sink-vegetable",
        "sink-meat",
        "sink-aquatic",
        "sink-mop",
        "evacuation-map",
        "worktop-raw",
        "worktop-cooked",
        "fume-purifier",
    )

    @pytest.mark.parametrize(
        "row",
        [
            "food-catering.sinks.raw", "food-catering.sinks.ware", "small-catering.sinks.min", "fire.route-map.posted",
            "food-catering.cleaning-tools.separate", "food-catering.refrigeration", "small-catering.layout.raw-cooked",
            "food-catering.hood.extract",
        ],
    )  # fmt: skip
    def test_the_legend_of_a_drawing_equips_nobody(self, row: str):
        """Symbols beside the plan stand in no room and count for nothing."""
        kinds = [*self.KINDS, *["sink-ware"] * 3, "ware-cabinet", *["refrigerator"] * 3]
        legend = [fixture(f"X{number}", kind, 50 + number, 50) for number, kind in enumerate(kinds)]
        plan = storey(SHOP, [door("D1", "S", 2)], [space("A", "cooking", box(0, 0, 10, 5))], legend)
        assert "met" not in outcomes(row, plan)

    def test_a_sink_drawn_three_times_is_one_sink(self):
        """Three symbols on one spot are one sink."""
        sinks = [fixture(f"X{number}", "sink-ware", 1, 1) for number in range(3)]
        plan = storey(
            SHOP, [door("D1", "S", 2)], [space("A", "cooking", box(0, 0, 10, 5))], [*sinks, fixture("C", "ware-cabinet", 3, 1)]
        )
        assert "met" not in outcomes("food-catering.sinks.ware", plan)

    def test_a_basin_beyond_the_wall_is_not_in_the_kitchen(self):
        """A basin on the far side of a wall is not to be had in the room."""
        plan = storey(SHOP, [door("D1", "S", 2)], [space("A", "cooking", box(0, 0, 10, 5))], [fixture("X", "hand-basin", -0.28, 2)])
        assert "met" not in outcomes("small-catering.handwash.basin", plan)

    def test_a_basin_drawn_into_its_wall_is_in_the_kitchen(self):
        """A basin whose middle was drawn into the wall belongs to the room in front."""
        plan = storey(SHOP, [door("D1", "S", 2)], [space("A", "cooking", box(0, 0, 10, 5))], [fixture("X", "hand-basin", -0.05, 2)])
        assert outcomes("small-catering.handwash.basin", plan) == {"met"}


class TestWays:
    """A way leads where one can walk, and is as high as its lowest door."""

    def test_food_that_leaves_through_a_second_preparation_room_comes_back(self):
        """Two rooms for raw preparation are raw preparation both."""
        spaces = [
            space("R", "raw-prep", box(0, 5.2, 3, 8)), space("U", "cutting", box(3.2, 5.2, 6, 8)),
            space("K", "cooking", box(0, 2.2, 6, 5)), space("R2", "raw-prep", box(0, 1, 6, 2)),
            space("D", "dining", box(0, -4, 6, 0.8)),
        ]  # fmt: skip
        walls = [
            *walls_round(0, -4, 6, 8), wall("m", [-0.1, 5.1], [6.1, 5.1]), wall("c", [3.1, 5.1], [3.1, 8.1]),
            wall("r", [-0.1, 2.1], [6.1, 2.1]), wall("d", [-0.1, 0.9], [6.1, 0.9]),
        ]  # fmt: skip
        openings = [
            door("D1", "N", 4.6, role="delivery"), door("D2", "c", 1.5, 0.9), door("D3", "m", 5, 0.9), door("D4", "r", 5, 0.9),
            door("D5", "d", 5, 0.9, role="serving"), door("D6", "S", 3),
        ]  # fmt: skip
        assert outcomes("food-catering.flow.raw-to-cooked", storey(walls, openings, spaces)) == {"not_met"}

    @pytest.mark.parametrize("kind", ["door", "passage"])
    def test_a_low_opening_on_the_way_is_found(self, kind: str):
        """One bumps one's head at an inner door as well as at the exit."""
        spaces = [space("A", "corridor", box(0, 0, 5, 5), height=3.0), space("B", "corridor", box(5.2, 0, 10, 5), height=3.0)]
        openings = [door("D1", "S", 2), {**door("P", "M", 2.5, kind=kind), "height": 1.6}]
        plan = storey([*SHOP, wall("M", [5.1, 0], [5.1, 5])], openings, spaces)
        assert "not_met" in outcomes("fire.headroom.egress", plan)

    def test_a_room_door_drawn_twice_is_one_door(self):
        """A large classroom with one door, drawn twice, has one door."""
        spaces = [space("C", "corridor", box(0, 0, 10, 1.9)), space("A", "classroom", box(0, 2.1, 10, 14))]
        walls = [*walls_round(0, 0, 10, 14), wall("m", [0, 2], [10, 2])]
        plan = storey(walls, [door("D0", "S", 2), door("D1", "m", 5), door("D2", "m", 5.2)], spaces)
        assert outcomes("art-training.room.two-doors", plan) == {"not_met"}

    def test_nobody_escapes_through_a_lift(self):
        """A room behind a lift has no way to an exit."""
        spaces = [
            space("A", "corridor", box(0, 0, 5, 5)), space("L", "lift", box(5.2, 0, 6.8, 5)),
            space("B", "office", box(7, 0, 10, 5)),
        ]  # fmt: skip
        walls = [*SHOP, wall("m", [5.1, 0], [5.1, 5]), wall("k", [6.9, 0], [6.9, 5])]
        plan = storey(walls, [door("D1", "W", 2), door("D2", "m", 2.5), door("D3", "k", 2.5)], spaces)
        assert "met" not in outcomes("fire.travel.to-exit", plan)

    def test_a_window_is_no_exit_whatever_it_says(self):
        """A window labelled as an exit is a window."""
        openings = [door("D1", "S", 5), door("G", "N", 5, kind="window", leads="outside", labels=["安全出口"])]
        assert outcomes(EXITS, storey(walls_round(0, 0, 25, 10), openings, HALL)) == {"not_met"}

    @pytest.mark.parametrize("turned", [False, True])
    @pytest.mark.parametrize("far", [0.0, 9e5])
    def test_a_corridor_a_millimetre_narrow_is_narrow_wherever_it_lies(self, far: float, turned: bool):
        """Huge coordinates and outlines drawn clockwise give nothing away."""
        outline = [[far + x, far + y] for x, y in ([0, 0], [10, 0], [10, 10], [8.901, 10], [8.901, 1.099], [0, 1.099])]
        walls = [wall("a", [far - 0.1, far], [far - 0.1, far + 2]), wall("b", [far + 8, far + 10.1], [far + 12, far + 10.1])]
        plan = storey(
            walls,
            [door("D1", "a", 0.5, 1), door("D2", "b", 1.45, 1)],
            [space("C", "corridor", outline[::-1] if turned else outline)],
        )
        assert outcomes("fire.corridor.width", plan) == {"not_met"}

    def test_a_width_within_the_uncertainty_is_measured_again(self):
        """A corridor 3 mm wider than it must be, in a drawing that is off by 5 mm, is for a person."""
        walls = [wall("a", [-0.1, 0], [-0.1, 2]), wall("b", [10.1, 0], [10.1, 2])]
        plan = storey(
            walls, [door("D1", "a", 0.5, 0.803), door("D2", "b", 0.5, 0.803)], [space("C", "corridor", box(0, 0, 10, 1.103))]
        )
        for row in ("fire.corridor.width", "fire.door.clear-width"):
            assert outcomes(row, plan, source={"length_uncertainty": 0.005}) == {"to_confirm"}


class TestUnnamedRooms:
    """Whoever names no room of a plan does not get by as if there were none of the kind."""

    ROOM = (space("A", "other", box(0, 0, 10, 5), name="A1"),)

    @pytest.mark.parametrize(
        "row",
        [
            "art-training.floor.children-max", "art-training.floor.no-basement", "art-training.same-premises",
            "art-training.room.two-doors", "art-training.area.per-student-by-type", "food-catering.flow.three-openings",
            "food-catering.handwash.near-entrance", "food-catering.area.handling-ratio", "food-catering.toilet.no-direct-door",
            "food-catering.toilet.outside-handling", "small-catering.area.handling-min", "small-catering.zone.kitchen-separated",
            "small-catering.handwash.basin", "small-catering.layout.raw-cooked", "vet-clinic.zones.distinct",
            "vet-clinic.surgery.area", "vet-clinic.waste.location", "fire.corridor.width",
        ],
    )  # fmt: skip
    def test_a_room_nobody_recognised_may_be_what_a_row_is_about(self, row: str):
        """The row is to be confirmed, naming the room."""
        plan = storey(SHOP, [door("D1", "S", 2)], [*self.ROOM])
        found = verdicts(row, plan, people={"children": True})
        assert {finding.outcome.value for finding in found} == {"to_confirm"}
        assert all("A" in finding.causing for finding in found)

    @pytest.mark.parametrize("row", ["art-training.floor.children-max", "art-training.floor.no-basement"])
    def test_a_school_without_a_training_room_says_which_room_it_is(self, row: str):
        """Children are taught somewhere: a plan whose rooms are all something else leaves the question open."""
        plan = storey(SHOP, [door("D1", "S", 2)], [space("A", "office", box(0, 0, 10, 5))], level=4)
        assert outcomes(row, plan, people={"children": True}) == {"to_confirm"}
        assert outcomes(row, plan, people={"children": False}) == {"not_applicable"}


class TestWhatIsLeftOut:
    """What a drawing or an application leaves out, or says twice, makes no verdict better."""

    KITCHEN = (space("K", "cooking", box(0, 0, 4.9, 5)), space("T", "toilet", box(5.1, 0, 10, 5)))
    DIVIDED = (*SHOP, wall("M", [5, -0.1], [5, 5.1]))
    CHAIRS = tuple(fixture(f"c{x}-{y}", "chair", 1 + x, 1 + y) for x in range(7) for y in range(3))

    @pytest.mark.parametrize(
        ("row", "kinds"),
        [
            ("food-catering.sinks.ware", ["sink-ware"] * 3 + ["ware-cabinet"]),
            ("food-catering.sinks.raw", ["sink-vegetable", "sink-meat", "sink-aquatic"]),
            ("small-catering.sinks.min", ["sink-ware"] * 3),
        ],
    )
    @pytest.mark.parametrize(("left", "found"), [(0.6, "met"), (6.0, "not_met")], ids=["kitchen", "toilet"])
    def test_sinks_in_a_toilet_are_no_kitchen_sinks(self, row: str, kinds: list[str], left: float, found: str):
        """Sinks count in the kitchen, and not beside the lavatory."""
        sinks = [fixture(f"X{number}", kind, left + number, 1) for number, kind in enumerate(kinds)]
        plan = storey([*self.DIVIDED], [door("D1", "S", 2), door("D2", "E", 2)], [*self.KITCHEN], sinks)
        assert outcomes(row, plan) == {found}

    @pytest.mark.parametrize(("gap", "found"), [(0.1, "met"), (0.3, "to_confirm"), (0.45, "to_confirm"), (0.7, "not_met")])
    def test_a_gap_too_narrow_to_walk_through_is_an_opening(self, gap: float, found: str):
        """A toilet and a kitchen that touch where the wall between them stops short are not apart."""
        spaces = [space("K", "cooking", box(0, 0, 5, 5)), space("T", "toilet", box(5, 0, 10, 5))]
        walls = [*SHOP, wall("M", [5, -0.1], [5, 5 - gap])]
        plan = storey(walls, [door("D1", "S", 2), door("D2", "E", 2)], spaces)
        assert outcomes("food-catering.toilet.no-direct-door", plan) == {found}

    @pytest.mark.parametrize(("kind", "found"), [("window", "met"), ("hatch", "to_confirm")])
    def test_a_hatch_between_toilet_and_kitchen_is_looked_at(self, kind: str, found: str):
        """A hatch is no door and still joins the two; a window does not."""
        openings = [door("D1", "S", 2), door("D2", "E", 2), door("H", "M", 3, 0.6, kind=kind)]
        plan = storey([*self.DIVIDED], openings, [*self.KITCHEN])
        assert outcomes("food-catering.toilet.no-direct-door", plan) == {found}

    @pytest.mark.parametrize(("length", "found"), [(8.2, "met"), (20, "to_confirm")])
    def test_a_back_room_left_off_the_drawing_keeps_the_area_open(self, length: float, found: str):
        """Walls that enclose more than the spaces drawn: nobody knows what lies there."""
        walls = [*walls_round(0, 0, length, 5), wall("M", [8, -0.1], [8, 5.1])]
        plan = storey(walls, [door("D1", "S", 2)], [space("A", "cooking", box(0, 0, 7.9, 5))])
        assert outcomes("small-catering.scope.area", plan) == {found if length > 9 else "met"}

    def test_a_large_hall_behind_the_drawn_shop_is_no_small_ground_floor(self):
        """The exception for one exit waits for the area of the papers."""
        walls = [*walls_round(0, 0, 50, 10), wall("M", [8, -0.1], [8, 10.1])]
        plan = storey(walls, [door("D1", "S", 2)], [space("A", "dining", box(0, 0, 7.9, 10))])
        assert outcomes(EXITS, plan) == {"to_confirm"}

    @pytest.mark.parametrize("row", [EXITS, "food-catering.area.per-seat", "fire.width.per-100"])
    @pytest.mark.parametrize(("seats", "open_question"), [(20, True), (21, False)])
    def test_more_chairs_than_seats_ask_for_the_seats_again(self, row: str, seats: int, open_question: bool):
        """Twenty-one chairs round the tables are not twenty seats."""
        plan = storey(walls_round(0, 0, 15, 10), [door("D1", "S", 2)], [space("A", "dining", box(0, 0, 15, 10))], [*self.CHAIRS])
        assert outcomes(row, plan, people={"seats": seats}) == {"to_confirm" if open_question else "met"}

    def test_a_door_labelled_as_an_exit_into_a_closet_is_none(self):
        """A label does not lead out of a room without another door."""
        walls = [*walls_round(0, 0, 30, 10), wall("M", [25, -0.1], [25, 10.1])]
        spaces = [space("A", "dining", box(0, 0, 24.9, 10)), space("B", "storage", box(25.1, 0, 30, 10))]
        openings = [door("D1", "S", 2), door("D2", "M", 5, labels=["安全出口"])]
        assert outcomes(EXITS, storey(walls, openings, spaces)) == {"to_confirm"}
        assert outcomes(EXITS, storey(walls, [*openings, door("D3", "E", 5)], spaces)) == {"met"}


class TestContradictions:
    """Where application and plan contradict each other, the question is asked again."""

    @pytest.mark.parametrize(("own", "found"), [(False, "to_confirm"), (True, "met"), (None, "met")])
    def test_no_exit_of_their_own_and_a_street_door(self, own: bool | None, found: str):
        """`own_exit: false` does not agree with a door to the street on the plan."""
        plan = storey(SHOP, [door("D1", "S", 2)], [space("A", "waiting", box(0, 0, 10, 5))])
        (finding,) = verdicts("vet-clinic.entrance.independent", plan, premises={"own_exit": own})
        assert finding.outcome.value == found
        assert (finding.text.in_("en").count("premises.own_exit") == 1) is (found == "to_confirm")

    @pytest.mark.parametrize("row", ["food-catering.site.residential-fume", "small-catering.living.separation"])
    def test_a_commercial_building_with_dwellings_next_door(self, row: str):
        """`building_use: commercial` means that there are no dwellings."""
        plan = storey(SHOP, [door("D1", "S", 2)], [space("A", "cooking", box(0, 0, 10, 5))])
        assert outcomes(row, plan, premises={"adjoins_dwelling": False}) == {"met"}
        assert outcomes(row, plan, premises={"adjoins_dwelling": True}) == {"to_confirm"}

    @pytest.mark.parametrize(("storeys", "found"), [(12, "met"), (13, "to_confirm")])
    def test_a_tower_that_is_no_high_rise(self, storeys: int, found: str):
        """Thirteen storeys are higher than any low building; bottled gas waits for the answer."""
        plan = storey(SHOP, [door("D1", "S", 2)], [space("A", "cooking", box(0, 0, 10, 5))])
        assert outcomes("fire.lpg.location", plan, premises={"lpg": True, "building_storeys": storeys}) == {found}
