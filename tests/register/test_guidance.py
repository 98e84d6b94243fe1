"""The lobby's questions: which permit does a visitor need, and what is known for the application afterwards?"""

import pytest

from showroom.domain.errors import InputError
from showroom.domain.guidance import Questionnaire
from showroom.formats import permit_ids, read_questions


@pytest.fixture
def questions() -> Questionnaire:
    """Return the questions we ship."""
    return read_questions()


def test_before_any_answer_every_permit_is_possible(questions: Questionnaire) -> None:
    """The first question is asked, and nothing is ruled out or known."""
    guidance = questions.guide({})
    assert set(guidance.permits) == set(permit_ids())
    assert guidance.next is not None
    assert guidance.next.id == "trade"
    assert [question.id for question in guidance.asked] == ["trade"]
    assert guidance.application.model_dump(exclude_defaults=True) == {}


@pytest.mark.parametrize(
    ("given", "permits"),
    [
        ({"trade": ("animals",)}, ("animal-clinic",)),
        ({"trade": ("training",)}, ("arts-training",)),
        ({"trade": ("food",)}, ("food-catering", "small-catering")),
        ({"trade": ("food",), "area": ("over",)}, ("food-catering",)),
        ({"trade": ("food",), "area": ("under",)}, ("small-catering", "food-catering")),
        ({"trade": ("food",), "area": ("under",), "items": ("hot-food", "cold-dishes")}, ("small-catering", "food-catering")),
        ({"trade": ("food",), "area": ("under",), "items": ("hot-food", "decorated-cakes")}, ("food-catering",)),
        ({"trade": ("food",), "area": ("under",), "items": ("raw-food",)}, ("food-catering",)),
    ],
)
def test_answers_narrow_the_permits(questions: Questionnaire, given: dict[str, tuple[str, ...]], permits: tuple[str, ...]) -> None:
    """Trade, area and what is sold choose the permit, the best first; cakes and raw food need the full licence."""
    assert questions.guide(given).permits == permits


def test_the_order_of_answers_does_not_matter(questions: Questionnaire) -> None:
    """Answers given in any order lead to the same place."""
    given = {"trade": ("food",), "items": ("drinks", "hot-food"), "area": ("under",)}
    turned = dict(reversed(given.items()))
    assert questions.guide(given) == questions.guide(turned)


def test_answers_are_put_into_the_application(questions: Questionnaire) -> None:
    """What was answered need not be asked again before the check."""
    given = {"trade": ("food",), "items": ("hot-food", "drinks"), "building": ("commercial",)}
    application = questions.guide(given).application
    assert application.items == ("hot-food", "drinks")
    assert application.premises.building_use == "commercial"
    clinic = questions.guide(
        {"trade": ("animals",), "clinic": ("hospital",), "services": ("imaging", "inpatient")}
    ).application.clinic
    assert (clinic.kind, clinic.surgery, clinic.imaging, clinic.inpatient) == ("hospital", True, True, True)


def test_another_trade_forgets_the_answers_of_the_first(questions: Questionnaire) -> None:
    """Answers to questions that are no longer asked count for nothing."""
    guidance = questions.guide({"trade": ("animals",), "area": ("over",), "items": ("raw-food",)})
    assert guidance.permits == ("animal-clinic",)
    assert guidance.application.items is None
    assert guidance.next is not None
    assert guidance.next.id == "clinic"


def test_a_question_may_be_left_without_any_answer(questions: Questionnaire) -> None:
    """Choosing nothing among several is an answer too; then the next question is open."""
    asked = questions.guide({"trade": ("animals",), "clinic": ("clinic",), "services": ()})
    assert asked.next is not None
    assert asked.next.id == "building"
    given = {"trade": ("animals",), "clinic": ("clinic",), "services": (), "building": ("mixed",), "storey": ("ground",)}
    assert questions.guide(given).next is None
    assert questions.guide(given).said["services"] == ()


def test_a_wrong_question_is_refused_at_its_line(small) -> None:
    """A question that hangs on none before it is told with file and line when the questions are read."""
    place = small.spoil("questions.yaml", "asked_if: {trade: [shop]}", "asked_if: {trad: [shop]}")
    with pytest.raises(InputError) as refused:
        read_questions(small.folder)
    assert [problem.place for problem in refused.value.problems] == [place]


def test_a_register_may_have_no_questions(small) -> None:
    """Without the file nothing is asked."""
    (small.folder / "questions.yaml").unlink()
    assert read_questions(small.folder).questions == ()
