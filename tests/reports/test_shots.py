"""The shot list for a visit by video: everything once, in one walk, with what to do before the camera."""

import io
from datetime import date
from itertools import pairwise

import pytest
from pypdf import PdfReader

from showroom import home
from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.formats import read_application, read_permit, read_vocabulary
from showroom.reports import WRITERS, Handover
from showroom.reports.lines import lines_of
from showroom.reports.shots import DO, ShotList, shots_of
from showroom.review import review_plan


@pytest.fixture(scope="module")
def promised() -> Review:
    """Return the check of the hot-food shop that the showroom shows."""
    scene = home.scenes() / "hot-food-shop"
    declared = read_application(scene / "premises.application.yaml")
    return review_plan(scene / "premises.plan.yaml", read_permit("food-catering"), declared, as_of=date(2026, 11, 24))


@pytest.fixture(scope="module")
def shots(promised: Review) -> ShotList:
    """Return its shot list."""
    return shots_of(promised, read_vocabulary(), "zh_CN")


def test_everything_that_can_be_shown_is_shown_once(promised: Review, shots: ShotList) -> None:
    """Each line about the premises that applies is one shot, at a stop or at the door; papers and steps are none."""
    wanted = [
        line.key
        for line in lines_of(promised, read_vocabulary(), "zh_CN")
        if line.asks in ("measure", "judge") and line.outcome is not Outcome.NOT_APPLICABLE
    ]
    shown = [line.key for line in shots.at_the_door] + [shot.line.key for stop in shots.stops for shot in stop.shots]
    assert sorted(shown) == sorted(wanted)


def test_few_stops_see_it_all(promised: Review, shots: ShotList) -> None:
    """There are no more stops than rooms, and nothing of the exemplary shop is hidden from them."""
    assert 1 < len(shots.stops) <= len(tuple(promised.plan.spaces))
    assert not any(shot.hidden for stop in shots.stops for shot in stop.shots)


def test_the_walk_is_continuous(shots: ShotList) -> None:
    """Each way begins where the one before ended, and ends at its stop."""
    for before, after in pairwise(shots.stops):
        assert after.way[0] == pytest.approx(before.at)
    for stop in shots.stops:
        assert stop.way[-1] == pytest.approx(stop.at)


def test_what_a_picture_cannot_show_is_done(shots: ShotList) -> None:
    """A basin's tap is to be opened, a door let go; kinds that are told what to do are kinds of the vocabulary."""
    doing = {shot.do for stop in shots.stops for shot in stop.shots}
    assert {DO["opening"], DO["hand-basin"]} & doing
    assert set(DO) - {"opening"} <= set(read_vocabulary().fixtures)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_paper_names_every_stop_and_shot(promised: Review, shots: ShotList, language: str) -> None:
    """The PDF has the walk drawn, every stop and every line's number in both languages."""
    made = WRITERS["shots"][".pdf"](promised, Handover(language))
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    for stop in shots.stops:
        assert (f"第 {stop.number} 站" if language == "zh_CN" else f"Stop {stop.number}") in text
        assert all(shot.line.number in text for shot in stop.shots)


def test_a_plan_without_an_exit_still_has_a_list(review: Review) -> None:
    """Where no door leads out the walk begins at its first stop."""
    storeys = tuple(
        storey.revise(openings=tuple(one.revise(leads=None) for one in storey.openings)) for storey in review.plan.storeys
    )
    listed = shots_of(review.revise(plan=review.plan.revise(storeys=storeys)), read_vocabulary(), "en")
    assert listed.stops or listed.at_the_door
