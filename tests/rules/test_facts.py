"""What a finding rests on: every fact a rule read, with where it came from."""

import pytest

from showroom.domain.application import Application
from showroom.domain.finding import Fact
from showroom.domain.permit import Measure
from showroom.formats import read_permit, read_plan, read_vocabulary
from showroom.rules import RULES, check
from showroom.rules.case import Case
from showroom.rules.facts import figures
from showroom.rules.pages import sentence
from tests.rules.conftest import AS_OF, CASE_FILES, KNOWN_FACTS, findings

PLAN = next(path for path in CASE_FILES if path.parent.name == "clear-width" and path.name.startswith("pass"))


def test_what_was_read_of_the_application_is_a_fact_of_the_finding():
    """A rule that looks at items and the building's use names both, as declared."""
    [finding] = findings(read_plan(PLAN), KNOWN_FACTS, ["food-catering.site.residential-fume"])
    assert [(fact.key, fact.value) for fact in finding.facts if fact.origin == "application"] == [
        ("items", ("hot-food",)),
        ("premises.adjoins_dwelling", None),
        ("premises.building_use", "commercial"),
    ]


def test_what_the_application_leaves_out_is_a_fact_without_a_value():
    """A question that was not answered stands among the facts with nothing in it."""
    [finding] = findings(read_plan(PLAN), Application(items=("hot-food",)), ["food-catering.site.residential-fume"])
    assert Fact(key="premises.building_use", value=None, origin="application") in finding.facts


def test_what_the_plan_says_of_the_things_named_is_a_fact():
    """A finding about a door holds the door's kind and width as drawn."""
    plan = read_plan(PLAN)
    finding = next(f for f in findings(plan, KNOWN_FACTS, ["fire.door.clear-width"]) if f.affected)
    door = next(opening for opening in plan.openings if opening.id == finding.affected[0])
    assert Fact(key=f"{door.id}.kind", value=door.kind, origin="plan") in finding.facts
    assert Fact(key=f"{door.id}.width", value=door.width, origin="plan") in finding.facts


def test_no_fact_of_one_requirement_is_left_in_another():
    """A requirement that looks at nothing declared holds no declared fact, whatever was read before it."""
    both = findings(read_plan(PLAN), KNOWN_FACTS, ["food-catering.site.residential-fume", "fire.door.clear-width"])
    assert not [
        fact
        for finding in both
        if finding.requirement == "fire.door.clear-width"
        for fact in finding.facts
        if fact.origin == "application"
    ]


def test_a_figure_says_whether_a_district_decided_it():
    """Figures come from the register, from a district, or from the rule where nobody wrote one."""
    measure = Measure(rule="r", parameters={"at_least": "0.8 m", "uses": ["corridor"]}, advises={"at_least": "0.9 m"})
    local = measure.with_figures({"at_least": "0.85 m"}, None)
    origins = {
        fact.key: (fact.value, fact.origin) for fact in figures(local, {"uses": None, "at_least": None, "number": 1, "more": ()})
    }
    assert origins == {
        "uses": (("corridor",), "register"),
        "at_least": ("0.85 m", "district"),
        "number": (1, "default"),
        "advises.at_least": ("0.9 m", "register"),
    }


def test_reading_through_the_case_gives_what_was_declared():
    """The application a rule reads has the values of the one handed in, counts by kind included."""
    declared = KNOWN_FACTS.revise(declared={"equipment": {"extinguisher": 2}})
    case = Case(read_plan(PLAN), declared, vocabulary=read_vocabulary())
    equipment = case.application.declared.equipment
    assert (equipment["extinguisher"], equipment.get("lamp"), "lamp" in equipment) == (2, None, False)
    assert case.application.people.seats == declared.people.seats
    assert [(fact.key, fact.value) for fact in case.facts.declared()] == [
        ("declared.equipment.extinguisher", 2),
        ("declared.equipment.lamp", None),
        ("people.seats", 20),
    ]


def test_facts_are_the_same_every_time():
    """The same plan and application give the same facts in the same order."""
    permit, plan = read_permit("food-catering"), read_plan(PLAN)
    first, second = (check(plan, KNOWN_FACTS, permit, vocabulary=read_vocabulary(), as_of=AS_OF) for _ in range(2))
    assert [finding.facts for finding in first] == [finding.facts for finding in second]


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_rule_says_in_both_languages_what_it_measures(name):
    """The first paragraph of a rule's page is Chinese, the second English, each one sentence or two."""
    said = sentence(name)
    assert said.in_("zh_CN").endswith("。")
    assert "\u4e00" <= said.in_("zh_CN")[0] <= "\u9fff"
    assert said.in_("en").endswith(".")
    assert said.in_("en").isascii()
