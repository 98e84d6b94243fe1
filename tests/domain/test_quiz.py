"""What a quiz promises."""

import pytest
from pydantic import ValidationError

from showroom.domain.quiz import Answer, Question, asked
from showroom.domain.scene import Scene
from showroom.domain.text import Text


def question(name: str, *right: bool) -> Question:
    """Return a question whose answers are right or wrong in this order."""
    answers = tuple(Answer(text=Text.of(f"答{place}", f"answer {place}"), right=one) for place, one in enumerate(right))
    return Question(
        id=name, hotspot="door", text=Text.of("多宽？", "How wide?"), answers=answers, explanation=Text.of("因为。", "So.")
    )


def test_exactly_one_answer_is_right() -> None:
    """A question without a right answer, or with two, is refused and named."""
    assert question("width", False, True, False).right == 1
    for answers in ((False, False), (True, True)):
        with pytest.raises(ValidationError, match=r'"width" has \d right answers; write right: true at exactly one'):
            question("width", *answers)


def test_there_are_two_to_four_different_answers() -> None:
    """One answer, five, or the same one twice is no question."""
    for answers in ((True,), (True, False, False, False, False)):
        with pytest.raises(ValidationError):
            question("width", *answers)
    twice = (Answer(text=Text.of("一", "one"), right=True), Answer(text=Text.of("一", "one")))
    with pytest.raises(ValidationError, match="offers the same answer twice"):
        question("width", True, False).revise(answers=twice)


@pytest.mark.parametrize(("turn", "expected"), [(0, "abc"), (1, "dea"), (2, "bcd"), (5, "abc")])
def test_three_are_asked_and_every_quiz_goes_on_where_the_last_one_ended(turn: int, expected: str) -> None:
    """The same turn asks the same; five questions come round again after five turns."""
    questions = [question(name, True, False) for name in "abcde"]
    assert "".join(one.id for one in asked(questions, turn)) == expected


def test_a_scene_with_fewer_questions_asks_what_it_has() -> None:
    """No question comes twice in one quiz; none means no quiz."""
    assert [one.id for one in asked([question("a", True, False)], 7)] == ["a"]
    assert asked([], 1) == ()


def test_a_question_is_answered_at_a_key_point_of_its_scene() -> None:
    """A key point the scene does not have is refused by name."""
    scene = {
        "id": "shop",
        "title": {"zh_CN": "店"},
        "permits": ["small-catering"],
        "model": "scene.glb",
        "plan": "premises.plan.yaml",
        "application": "premises.application.yaml",
        "viewpoints": [{"id": "in", "eye": [0, 0, 1.6], "look": [1, 0, 1.6]}],
        "quiz": [question("width", True, False).model_dump(mode="json")],
    }
    with pytest.raises(ValidationError, match='question "width" is shown at key point "door", which the scene does not have'):
        Scene.model_validate(scene)
