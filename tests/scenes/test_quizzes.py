"""The quiz of every bundled scene teaches what the scene shows."""

from functools import cache
from pathlib import Path

import pytest

from showroom import home
from showroom.domain.quiz import Question
from showroom.domain.scene import Scene
from showroom.formats import read_permit, read_scene
from showroom.packages.problems import caption_problems, quiz_problems

SCENES = sorted(folder.name for folder in home.scenes().iterdir() if (folder / "scene.yaml").is_file())


@cache
def scene(name: str) -> Scene:
    """A scene."""
    return read_scene(home.scenes() / name)


QUESTIONS = [pytest.param(name, one, id=f"{name}-{one.id}") for name in SCENES for one in scene(name).quiz]


@pytest.mark.parametrize("name", SCENES)
def test_there_are_at_least_five_questions_for_each_of_its_permits(name: str) -> None:
    """Three are asked; the next visitor, and the same one another time, hears others."""
    for permit_id in scene(name).permits:
        known = {row.id for row in read_permit(permit_id).requirements}
        assert len([one for one in scene(name).quiz if known.intersection(scene(name).hotspot(one.hotspot).requirements)]) >= 5


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_a_question_is_whole_in_both_languages(name: str, question: Question) -> None:
    """Question, answers and explanation are there in Chinese and English, and a question asks."""
    answers = [answer.text for answer in question.answers]
    for text in (question.text, question.explanation, *answers):
        assert {"zh_CN", "en"} <= set(text.root)
    assert question.text.in_("zh_CN").endswith("？")
    assert question.text.in_("en").endswith("?")


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_a_question_is_answered_where_one_can_look(name: str, question: Question) -> None:
    """Its key point stands for a requirement and has a viewpoint the eye is brought to."""
    spot = scene(name).hotspot(question.hotspot)
    assert spot.requirements
    assert spot.viewpoint is not None
    assert scene(name).viewpoint(spot.viewpoint)


@pytest.mark.parametrize("name", SCENES)
def test_the_right_answer_is_not_always_in_the_same_place(name: str) -> None:
    """Nobody gets through by always choosing the last."""
    assert len({question.right for question in scene(name).quiz}) >= 2


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_a_limit_in_the_right_answer_is_the_requirements_own(name: str, question: Question) -> None:
    """A figure in the right answer stands in a requirement's or the card's text of its key point."""
    spot = scene(name).hotspot(question.hotspot)
    texts = [spot.card.text.in_("zh_CN")]
    for permit_id in scene(name).permits:
        rows = (read_permit(permit_id).requirement(row) for row in spot.requirements)
        texts += [row.text.in_("zh_CN") for row in rows if row is not None]
    told = "".join(texts)
    answer = question.answers[question.right].text.in_("zh_CN")
    for figure in _figures(answer):
        assert figure in _figures(told)


def test_what_a_visitor_could_not_be_shown_is_told_to_the_clerk(tmp_path: Path) -> None:
    """A question at a key point without a viewpoint, and timed captions that cannot be read, are named with a remedy."""
    small = scene("small-eatery")
    spot = small.hotspot(small.quiz[0].hotspot)
    blind = small.revise(hotspots=tuple(one.revise(viewpoint=None) if one == spot else one for one in small.hotspots))
    (told,) = quiz_problems(tmp_path, blind)
    assert small.quiz[0].id in str(told)
    assert told.remedy
    assert list(quiz_problems(tmp_path, small)) == []
    clip = tmp_path / small.tours[0].stops[0].clip["zh_CN"]
    clip.parent.mkdir(parents=True)
    assert list(caption_problems(tmp_path, small)) == []
    clip.with_suffix(".vtt").write_text("nothing", encoding="utf-8")
    (told,) = caption_problems(tmp_path, small)
    assert clip.with_suffix(".vtt").name in str(told)


_HAN = {"一": 1, "两": 2, "三": 3}


def _figures(text: str) -> set[float]:
    """Return the numbers of a text, written in digits or as 一, 两, 三 before a counted thing."""
    import re

    found = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)}
    return found | {float(_HAN[sign]) for sign in re.findall(r"([一两三])(?=[个名楼至层])", text)}
