"""The register of rules: unique names, a page and cases for each, and parameters refused before any plan is looked at."""

import re
from datetime import date
from pathlib import Path

import pytest

from showroom.domain.application import Application
from showroom.domain.errors import InputError
from showroom.domain.permit import Measure
from showroom.formats import permit_ids, read_permit
from showroom.rules import RULES, bind, bind_permit, catalogue, check
from showroom.rules.pages import meanings
from showroom.rules.registry import rule
from tests.rules.conftest import CASE_FILES, rows_of

HEADINGS = ["What", "How measured", "Parameters", "Passes", "Fails", "Limits of the method"]
PAGES = Path(catalogue.__file__).parent


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_has_a_page(name):
    """A rule's page lies beside its module, bears its name and has the six headings in order."""
    page = PAGES / f"{name.replace('-', '_')}.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"# {name}"
    assert [line.removeprefix("## ") for line in lines if line.startswith("## ")] == HEADINGS


@pytest.mark.parametrize("name", sorted(RULES))
def test_a_page_explains_every_parameter(name):
    """Each parameter of a rule is told on its page, in Chinese and English, and in the folder's overview, and no others are."""
    page = (PAGES / f"{name.replace('-', '_')}.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^- `([a-z_]+)`", page.split("## Parameters")[1].split("## Passes")[0], re.MULTILINE))
    assert listed == set(RULES[name].parameters)
    assert all(words.in_("zh_CN") != words.in_("en") for words in meanings(name).values()), "Chinese · English on every line"
    row = next(line for line in (PAGES / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{name}`"))
    assert all(parameter in row for parameter in RULES[name].parameters)


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_rule_has_passing_and_failing_cases(name):
    """A rule has a case that passes and one that fails; what never fails has one to confirm instead."""
    kinds = {path.name.split("-")[0] for path in CASE_FILES if path.parent.name == name}
    never_missed = name in ("single-exit-exception", "single-stair-exception", "travel-bonus", "device-papers", "unwanted-spaces")
    assert {"pass", "confirm" if never_missed else "fail"} <= kinds


def test_every_case_folder_belongs_to_a_rule():
    """No cases are left behind by a rule that was renamed."""
    assert {path.parent.name for path in CASE_FILES} <= set(RULES)


def test_a_rule_name_is_used_once():
    """Registering a second rule under a name is refused."""
    with pytest.raises(ValueError, match="clear-width"):
        rule("clear-width")(lambda _: iter(()))


def test_an_unknown_rule_is_refused_with_the_nearest(vocabulary):
    """A row that names no rule is refused and told which one may be meant."""
    with pytest.raises(InputError) as refused:
        bind(Measure(rule="clear-widht"), vocabulary, "food.yaml:3")
    assert str(refused.value).startswith('food.yaml:3: there is no rule "clear-widht"; did you mean clear-width')


@pytest.mark.parametrize(
    ("rule_name", "parameters", "complaint"),
    [
        ("clear-width", {"doors": "escape", "at_lest": 0.8}, 'no parameter "at_lest"; did you mean at_least?'),
        ("clear-width", {"doors": "escape"}, 'needs the parameter "at_least"'),
        ("clear-width", {"doors": "escape", "at_least": -1}, "greater than 0"),
        ("clear-width", {"doors": "escape", "at_least": "wide"}, "is not a length"),
        ("clear-width", {"doors": "all", "at_least": 0.8}, "doors"),
        ("passage-width", {"uses": ["coridor"], "at_least": 1.1}, "did you mean corridor"),
        ("passage-width", {"uses": ["zone:fod"], "at_least": 1.1}, "no use of the vocabulary is in that zone"),
        ("required-fixtures", {"fixtures": ["hand-bason"]}, "did you mean hand-basin"),
        ("premises-area", {}, "exactly one of less_than, at_least"),
        ("premises-area", {"less_than": 50, "at_least": 20}, "exactly one of less_than, at_least"),
        ("site-distance", {"kinds": ["volcano"], "at_least": 25}, "kinds.0"),
        ("travel-in-room", {"limits": [{"between": 40}]}, "limits.0.dead_end"),
        ("residential-fume", {"strict": True}, 'no parameter "strict"'),
    ],
)
def test_parameters_that_do_not_fit_are_refused(vocabulary, rule_name, parameters, complaint):
    """An unknown, missing or impossible parameter is refused by name, before any plan is looked at."""
    with pytest.raises(InputError) as refused:
        bind(Measure(rule=rule_name, parameters=parameters), vocabulary, "row")
    assert complaint in str(refused.value)


def test_every_mistake_of_a_permit_is_told_at_once(vocabulary):
    """Binding a permit collects the mistakes of all rows."""
    permit = rows_of(("fire.door.clear-width", "fire.corridor.width"))
    broken = permit.revise(requirements=tuple(row.revise(measure=Measure(rule="nonsense")) for row in permit.requirements))
    with pytest.raises(InputError) as refused:
        check(None, Application(), broken, vocabulary=vocabulary, as_of=date(2026, 1, 1))
    assert len(refused.value.problems) == 2


@pytest.mark.parametrize("permit_id", permit_ids())
def test_the_register_binds(vocabulary, permit_id):
    """Every measured row of every permit names a rule there is, with parameters that fit."""
    assert bind_permit(read_permit(permit_id), vocabulary)
