"""What a visitor told leaves out of a permit, and what it never does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showroom.domain.situation import left_out
from showroom.formats import permit_ids, read_permit, read_questions
from showroom.register import validate

QUESTIONS = read_questions()
PERMITS = {name: read_permit(name) for name in permit_ids()}


@pytest.mark.parametrize("permit_id", sorted(PERMITS))
def test_nothing_told_leaves_nothing_out(permit_id: str) -> None:
    """Before any answer every requirement is shown."""
    assert left_out(PERMITS[permit_id], QUESTIONS.guide({})) == {}


@pytest.mark.parametrize(
    ("permit_id", "said", "out", "stays"),
    [
        ("food-catering", {"items": ("hot-food",)}, "food-catering.coldroom.area", "food-catering.hood.extract"),
        ("food-catering", {"items": ("cold-dishes",)}, "food-catering.hood.extract", "food-catering.coldroom.area"),
        ("food-catering", {"items": ("hot-food",)}, "food-catering.prep-zone.special", "food-catering.sinks.raw"),
        ("food-catering", {"building": ("commercial",)}, "fire.shop-unit.service-outlet", "fire.door.clear-width"),
        ("food-catering", {"storey": ("ground",)}, "fire.stair.width", "fire.exits.single.ground"),
        ("food-catering", {"storey": ("second",)}, "fire.exits.single.ground", "fire.stair.width"),
        ("animal-clinic", {"clinic": ("clinic",)}, "vet-clinic.people.hospital", "vet-clinic.people.clinic"),
        ("animal-clinic", {"services": ()}, "vet-clinic.room.xray", "vet-clinic.room.surgery"),
        ("arts-training", {"children": ("adults",)}, "art-training.floor.no-basement", "art-training.capacity.room"),
    ],
)
def test_what_was_told_leaves_out_what_it_rules_out(permit_id: str, said: dict[str, tuple[str, ...]], out: str, stays: str) -> None:
    """A requirement about what the visitor does not do is left out, and the question that says so is named."""
    trade = {"animal-clinic": "animals", "arts-training": "training"}.get(permit_id, "food")
    found = left_out(PERMITS[permit_id], QUESTIONS.guide({"trade": (trade,), **said}))
    assert found[out] == next(iter(said))
    assert stays not in found


ITEMS = st.sampled_from([answer.id for question in QUESTIONS.questions if question.id == "items" for answer in question.answers])


@given(chosen=st.lists(ITEMS, min_size=1, unique=True), more=ITEMS)
@settings(max_examples=60, deadline=None)
def test_one_more_answer_among_several_only_brings_back(chosen: list[str], more: str) -> None:
    """Selling one thing more never hides a requirement that was shown."""

    def hidden(sold: list[str]) -> set[str]:
        given_ = {"trade": ("food",), "items": tuple(dict.fromkeys(sold))}
        return set(left_out(PERMITS["food-catering"], QUESTIONS.guide(given_)))

    assert hidden([*chosen, more]) <= hidden(chosen)


def test_a_requirement_brought_that_is_not_there_is_told(small) -> None:
    """A misspelt id under `brings` is a problem at its line."""
    place = small.spoil("questions.yaml", "permits: [stall]}", "permits: [stall], brings: [fire.dor]}")
    problems = {problem.place: problem for problem in validate(small.folder)}
    assert 'there is no requirement "fire.dor"' in problems[place].reason


def test_questions_that_are_not_asked_leave_nothing_out() -> None:
    """An answer of another trade counts for nothing."""
    guidance = QUESTIONS.guide({"trade": ("animals",), "items": ("hot-food",)})
    assert left_out(PERMITS["food-catering"], guidance) == {}
