"""Is the register complete, readable in both languages, and no stricter than its sources allow?"""

import re
from pathlib import Path

import pytest

from showroom.domain.permit import Permit, Requirement
from showroom.domain.text import LANGUAGES, Text
from showroom.formats import read_vocabulary
from showroom.formats.register import permit_ids, read_permit, read_permit_file, read_requirement_file
from showroom.home import requirements
from showroom.rules.engine import bind_permit

IDS = [line for line in (Path(__file__).parent / "ids.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
"""Every requirement id, as the compilation of the law for the four permits numbers them."""
COUNTS = {"fire": 29, "acc": 9, "proc": 4, "food-catering": 40, "small-catering": 34, "vet-clinic": 40, "art-training": 40}
FILES = {
    "common": ("fire", "acc", "proc"),
    "food-catering": ("food-catering",),
    "small-catering": ("small-catering",),
    "animal-clinic": ("vet-clinic",),
    "arts-training": ("art-training",),
}
"""Which families of ids each file writes down."""

WIDTHS_AGREED = {"fire.door.clear-width", "fire.exit-door.ground-width", "fire.corridor.width", "fire.stair.width"}
"""Fire widths that are mandatory although only grade C sources were found (contracts, "Outcome and binding")."""
ONLY_ADVICE = {
    "food-catering.flow.raw-to-cooked": "the path test is ours",
    "food-catering.area.per-seat": "worded as 宜",
    "fire.exits.single.ground": "an exception permits, it does not ask",
    "fire.exits.single-stair.upper": "an exception permits, it does not ask",
    "fire.travel.adjust": "a bonus permits, it does not ask",
    "small-catering.layout.raw-cooked": "the worktop test is ours",
    "small-catering.flow.order": "the path test is ours",
    "small-catering.exit.single-ok": "an exception permits, it does not ask",
    "small-catering.site.safe-distance": "the 25 m are borrowed",
    "small-catering.site.city-appearance": "our reading",
    "vet-clinic.zones.distinct": "the test is ours",
    "art-training.fire.equipment": "only the topic was seen, not the wording",
    "art-training.travel.distance": "which line of the table holds is practice",
}
"""Rows with a sound source that advise all the same, and why."""

WRITTEN = [name for name in FILES if name == "common" or name in permit_ids()]


def rows_of(name: str) -> tuple[Requirement, ...]:
    """The requirements one file writes itself."""
    path = requirements() / f"{name}.yaml"
    return (read_requirement_file if name == "common" else read_permit_file)(path).requirements


ROWS = [row for name in WRITTEN for row in rows_of(name)]
PERMITS = [read_permit(permit_id) for permit_id in permit_ids()]
OFF = {"fire.assembly-door.width"}
"""Rows that hold only where a district says from how many persons on (contracts, "Outcome and binding")."""


def test_only_what_the_contract_says_is_off() -> None:
    """Every other row is looked at from the start."""
    assert {row.id for row in ROWS if not row.in_use} == OFF


def texts_of(thing: object, where: str) -> list[tuple[str, Text]]:
    """Every localized text inside a value, with the path to it."""
    if isinstance(thing, Text):
        return [(where, thing)]
    if isinstance(thing, tuple):
        return [found for number, part in enumerate(thing) for found in texts_of(part, f"{where}[{getattr(part, 'id', number)}]")]
    fields = getattr(type(thing), "model_fields", {})
    return [found for name in fields for found in texts_of(getattr(thing, name), f"{where}.{name}")]


def test_the_list_of_ids_is_whole() -> None:
    """196 ids in seven families, none twice."""
    assert len(IDS) == len(set(IDS)) == 196
    assert {family: sum(id_.startswith(f"{family}.") for id_ in IDS) for family in COUNTS} == COUNTS


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_holds_exactly_its_families(name: str) -> None:
    """Every id of a file's families is written in it, once, and no other."""
    expected = sorted(id_ for id_ in IDS if id_.startswith(tuple(f"{family}." for family in FILES[name])))
    assert sorted(row.id for row in rows_of(name)) == expected


def test_no_permit_is_unknown_to_this_test() -> None:
    """A new permit file brings its ids to the list above."""
    assert set(permit_ids()) <= set(FILES)
    assert "food-catering" in permit_ids()


@pytest.mark.parametrize("name", WRITTEN)
def test_every_text_is_there_in_both_languages(name: str) -> None:
    """Each sentence is written in Chinese and in English, and neither is the other."""
    path = requirements() / f"{name}.yaml"
    document = read_requirement_file(path) if name == "common" else read_permit_file(path)
    chinese = re.compile("[一-鿿]")
    texts = texts_of(document, name)
    assert len(texts) > 100
    wrong = [where for where, text in texts if set(text.root) != set(LANGUAGES) or not all(t.strip() for t in text.root.values())]
    wrong += [where for where, text in texts if not chinese.search(text.in_("zh_CN")) or chinese.search(text.in_("en"))]
    assert wrong == []


@pytest.mark.parametrize("name", WRITTEN)
def test_every_row_speaks_to_the_applicant(name: str) -> None:
    """A requirement's text is a sentence of at most 160 Chinese characters, its title at most 20."""
    wrong = [row.id for row in rows_of(name) if not row.text.in_("zh_CN").endswith("。") or len(row.text.in_("zh_CN")) > 160]
    assert wrong + [row.id for row in rows_of(name) if len(row.title.in_("zh_CN")) > 20] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_mandatory_rows_have_a_sufficient_source(name: str) -> None:
    """Mandatory is only what a grade A or B source verifies, apart from the four fire widths."""
    wrong = [
        row.id
        for row in rows_of(name)
        if row.binding == "mandatory"
        and row.id not in WIDTHS_AGREED
        and not (row.source.standing == "verified" and row.source.grade in ("A", "B"))
    ]
    assert wrong == []
    assert [row.id for row in rows_of(name) if row.id in ONLY_ADVICE and row.binding == "mandatory"] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_what_the_law_surely_asks_is_mandatory(name: str) -> None:
    """A spatial, site or equipment row that a grade A or B source verifies only advises for a reason written down."""
    soft = {
        row.id
        for row in rows_of(name)
        if row.kind in ("spatial", "site", "equipment")
        and row.binding == "advisory"
        and row.source.standing == "verified"
        and row.source.grade in ("A", "B")
    }
    assert soft <= set(ONLY_ADVICE)


def test_the_agreed_fire_widths_are_mandatory() -> None:
    """The four fire widths decide, and the escape door has its second, advisory limit."""
    rows = {row.id: row for row in rows_of("common")}
    assert {rows[id_].binding for id_ in WIDTHS_AGREED} == {"mandatory"}
    door = rows["fire.door.clear-width"].measure
    assert door is not None
    assert (door.parameters["at_least"], door.advises) == ("0.80 m", {"at_least": "0.90 m"})


@pytest.mark.parametrize("name", WRITTEN)
def test_verified_rows_say_where_the_text_was_seen(name: str) -> None:
    """What is called verified names its reference and grade; what is recalled has no grade."""
    wrong = [
        row.id for row in rows_of(name) if row.source.standing == "verified" and not (row.source.reference and row.source.grade)
    ]
    assert wrong + [row.id for row in rows_of(name) if row.source.standing == "recalled" and row.source.grade] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_every_row_is_ruled_or_judged(name: str) -> None:
    """No requirement of any kind is left with neither a rule nor a person's judgement."""
    assert [row.id for row in rows_of(name) if row.measure is None and row.judgement is None] == []


@pytest.mark.parametrize("permit", PERMITS, ids=[permit.id for permit in PERMITS])
def test_a_permit_takes_in_the_shared_rows_it_names(permit: Permit) -> None:
    """Includes name each shared row once, in full, and all of them arrive but those that are off."""
    assert len(permit.includes) == len(set(permit.includes))
    assert {row.id for row in permit.requirements} >= set(permit.includes) - OFF
    assert len({row.id for row in permit.requirements}) == len(permit.requirements)


@pytest.mark.parametrize("permit", PERMITS, ids=[permit.id for permit in PERMITS])
def test_every_measure_names_a_rule_and_fits_it(permit: Permit) -> None:
    """Each rule a permit names exists and takes the parameters written, for its own limit and for its advice."""
    bound = bind_permit(permit, read_vocabulary())
    assert set(bound) == {row.id for row in permit.requirements if row.measure is not None}
    assert len(bound) >= 10


@pytest.mark.parametrize("permit", PERMITS, ids=[permit.id for permit in PERMITS])
def test_the_checklist_has_one_place_for_each_row(permit: Permit) -> None:
    """Every section has rows, every row a section of the permit, and no two rows of a section the same order."""
    sections = [section.id for section in permit.sections]
    places = [(row.section, row.order) for row in permit.requirements]
    assert len(places) == len(set(places))
    assert {section for section, _ in places} == set(sections)
    assert places == sorted(places, key=lambda place: (sections.index(place[0]), place[1]))


@pytest.mark.parametrize("permit", PERMITS, ids=[permit.id for permit in PERMITS])
def test_conditions_papers_and_steps_point_to_rows_of_the_permit(permit: Permit) -> None:
    """Nothing on the permit page leads nowhere."""
    named = [id_ for condition in permit.conditions for id_ in condition.requirements]
    named += [thing.requirement for thing in (*permit.documents, *permit.procedure) if thing.requirement]
    assert [id_ for id_ in named if permit.requirement(id_) is None] == []


@pytest.mark.parametrize("permit", PERMITS, ids=[permit.id for permit in PERMITS])
def test_the_permit_page_is_complete(permit: Permit) -> None:
    """A permit says its office, fee and validity, its conditions, its papers with issuer and sample, and its steps."""
    assert None not in (permit.office, permit.fee, permit.validity)
    assert len(permit.conditions) >= 4
    assert len(permit.procedure) >= 4
    assert permit.documents
    assert [paper.id for paper in permit.documents if not (paper.issuer and paper.sample)] == []


def test_promised_times_are_left_to_the_hall() -> None:
    """No promised time limit was found, so none is claimed."""
    promised = {step.promised_time.in_("zh_CN") for permit in PERMITS for step in permit.procedure if step.promised_time}
    assert promised == {"以大厅公布为准"}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_person_can_edit_the_file(name: str) -> None:
    """A requirement file has no line over 132 characters, no tabs, no trailing blanks, and explains itself at its head."""
    lines = (requirements() / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert [number for number, line in enumerate(lines, 1) if len(line) > 132 or "\t" in line or line != line.rstrip()] == []


@pytest.mark.parametrize("counted", ["fire.exits.floor.min-two", "art-training.exits.two-per-floor"])
def test_the_exceptions_of_the_exit_count_are_those_of_the_rows_that_permit_them(counted: str):
    """The bounds under which one exit is enough stand twice in the register and are the same."""
    known = {row.id: row.measure for row in ROWS}
    exits, ground, upstairs = known[counted], known["fire.exits.single.ground"], known["fire.exits.single-stair.upper"]
    assert exits is not None
    assert ground is not None
    assert upstairs is not None
    assert exits.parameters["single_if"] == ground.parameters
    assert exits.parameters["upstairs_if"] == upstairs.parameters
