"""Why a requirement came out as it did: a tree from the clause to the outcome."""

from datetime import date
from pathlib import Path

import pytest

from showroom.domain.application import Application
from showroom.domain.errors import InputError
from showroom.domain.finding import Fact, Reason
from showroom.formats import read_permit, read_plan, read_vocabulary
from showroom.reports.why import asked_for, plain_facts, tree_lines, why, why_text
from showroom.review import review

SHOP = Path(__file__).resolve().parents[2] / "scenes" / "hot-food-shop" / "premises.plan.yaml"


@pytest.fixture(scope="module")
def undeclared():
    """The bundled shop with nothing declared."""
    return review(read_plan(SHOP), read_permit("food-catering"), Application(), as_of=date(2026, 11, 23))


def test_the_tree_goes_from_clause_to_outcome(undeclared):
    """A measured verdict has its seven branches in order."""
    row = asked_for(undeclared, "fire.door.clear-width")
    finding = next(found for found in undeclared.findings if found.requirement == row.id)
    tree = why(finding, row, read_vocabulary())
    assert [branch.label.in_("en") for branch in tree.branches] == [
        "Clause", "Our reading", "Facts", "Measured", "Limit", "Margin", "Outcome",
    ]  # fmt: skip


def test_figures_facts_and_geometry_say_where_they_come_from(undeclared):
    """The rule's figure names the register, the door's width the plan, and the measurement its line on the storey."""
    text = why_text(undeclared, asked_for(undeclared, "fire.door.clear-width"), "en")
    assert "at_least: 0.80 m (register)" in text
    assert "D-entrance.width: 1.5 m (plan)" in text
    assert "Where: F1 line (6.850, -0.120) → (8.350, -0.120)" in text


def test_a_missing_fact_shows_its_question(undeclared):
    """What nobody said is shown as not said, with the question to answer."""
    lines = why_text(undeclared, asked_for(undeclared, "food-catering.site.residential-fume"), "en").splitlines()
    at = next(number for number, line in enumerate(lines) if "premises.building_use: not said (application)" in line)
    assert lines[at + 1].endswith("Question: What is the building used for?")


def test_every_requirement_has_its_tree_in_both_languages(undeclared):
    """Each row of the permit can be asked why; no line is empty and no label of the tree is left in the other language."""
    for row in undeclared.permit.on(undeclared.as_of).requirements:
        for language, word in (("zh_CN", "结论"), ("en", "Outcome")):
            text = why_text(undeclared, row, language)
            assert all(line.strip(" │├└") for line in text.splitlines() if line)
            if any(found.requirement == row.id for found in undeclared.findings):
                assert word in text


def test_an_unknown_requirement_is_named_with_the_nearest(undeclared):
    """A slip of the pen is answered with the id that may be meant."""
    with pytest.raises(InputError, match=r"fire\.travel\.to-exit"):
        asked_for(undeclared, "fire.travel.to-exits")


def test_branches_are_drawn_under_what_they_belong_to(undeclared):
    """The last branch of a level ends its line, the others let it pass."""
    row = asked_for(undeclared, "fire.door.clear-width")
    finding = next(found for found in undeclared.findings if found.requirement == row.id)
    lines = list(tree_lines(why(finding, row, read_vocabulary()), "zh_CN"))
    assert lines[0] == "疏散门净宽：fire.door.clear-width"
    assert lines[-2].startswith("└ 结论：")
    assert lines[-1].startswith("  └ 说明：")


def test_a_visitor_reads_facts_as_questions_and_answers(undeclared):
    """Answers stand behind their question, equipment by its name; what nobody said only where the verdict waits for it."""
    facts = (
        Fact(key="people.seats", value=30, origin="application"),
        Fact(key="declared.equipment.freezer", value=2, origin="application"),
        Fact(key="clinic.kind", value=None, origin="application"),
        Fact(key="D3.width", value=0.79, origin="plan"),
        Fact(key="at_least", value=0.8, origin="register"),
    )
    vocabulary = read_vocabulary()

    def told(reason):
        finding = undeclared.findings[0].revise(facts=facts, reason=reason)
        return [(name.in_("en"), said.in_("en")) for name, said in plain_facts(finding, vocabulary)]

    said = [("How many seats are there?", "30"), ("freezer (declared)", "2")]
    drawn = [("D3 clear width, as drawn", "0.79 m")]
    assert told(Reason.DRAWING_SILENT) == said + drawn
    assert told(Reason.FACT_MISSING) == [*said, ("Is it to be a clinic or a hospital?", "not said"), *drawn]
