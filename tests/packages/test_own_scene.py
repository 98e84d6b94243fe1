"""A plan that was checked becomes premises: key points where something is open, and the video visit's walk to rehearse."""

from datetime import date

import pytest
from shapely import Point, Polygon

from showroom import home
from showroom.domain.application import Application
from showroom.domain.finding import Outcome
from showroom.domain.review import Review
from showroom.domain.text import LANGUAGES
from showroom.formats import read_permit, read_plan, read_vocabulary
from showroom.packages.own_scene import MOST, own_scene
from showroom.reports import words
from showroom.reports.shots import shots_of
from showroom.review import review

VOCABULARY = read_vocabulary()
SHOPS = {
    "hot-food-shop": "food-catering",
    "small-eatery": "small-catering",
    "animal-clinic": "animal-clinic",
    "arts-school": "arts-training",
}


def _review(shop: str, application: Application = Application(), permit: str | None = None) -> Review:  # noqa: B008 - frozen
    plan = read_plan(home.scenes() / shop / "premises.plan.yaml")
    return review(plan, read_permit(permit or SHOPS[shop]), application, as_of=date(2026, 11, 24))


@pytest.fixture(scope="module", params=SHOPS)
def checked(request: pytest.FixtureRequest) -> Review:
    """Return the review of each bundled plan, nothing declared."""
    return _review(request.param)


def test_only_what_is_open_has_a_key_point(checked: Review) -> None:
    """Every key point stands for rows that are not met or to be confirmed, at the thing concerned; the worst come first."""
    scene = own_scene(checked, VOCABULARY)
    open_rows = {one.requirement for one in checked.findings if one.outcome in (Outcome.NOT_MET, Outcome.TO_CONFIRM)}
    known = {thing for one in checked.findings for thing in one.affected}
    assert scene.hotspots
    assert len(scene.hotspots) <= MOST
    for spot in scene.hotspots:
        assert spot.requirements
        assert set(spot.requirements) <= open_rows
        assert spot.anchor.node is None or spot.anchor.node in known
        assert all(spot.card.title.root[language] and spot.card.text.root[language] for language in LANGUAGES)


def test_what_is_missed_comes_first() -> None:
    """Held against another permit, much is missed: the first key points say so, the last ones only ask."""
    scene = own_scene(_review("small-eatery", permit="food-catering"), VOCABULARY)
    missed = [words.OUTCOME[Outcome.NOT_MET].in_("zh_CN") in spot.card.text.in_("zh_CN") for spot in scene.hotspots]
    assert any(missed)
    assert missed == sorted(missed, reverse=True)


def test_no_card_names_a_field_of_a_file(checked: Review) -> None:
    """An applicant reads sentences, not the names facts have in the application's file."""
    for spot in own_scene(checked, VOCABULARY).hotspots:
        assert "premises." not in str(spot.card)
        assert "people." not in str(spot.card)


def test_the_tour_is_the_walk_of_the_shot_list(checked: Review) -> None:
    """Each stop is where the shot list stands, looks where it looks, and tells every row that is shown from there."""
    scene = own_scene(checked, VOCABULARY)
    walk = shots_of(checked, VOCABULARY, "zh_CN").stops
    [tour] = scene.tours
    assert len(tour.stops) == len(walk)
    for stop, stand in zip(tour.stops, walk, strict=True):
        view = scene.viewpoint(stop.viewpoint)
        assert (view.eye[0], view.eye[1]) == stand.at
        for shot in stand.shots:
            for language in LANGUAGES:
                assert shot.line.item.requirement.title.in_(language) in stop.script.in_(language)
                assert shot.do is None or shot.do.in_(language) in stop.script.in_(language)


def test_one_stands_inside(checked: Review) -> None:
    """Every viewpoint stands in a room, and looks somewhere else than at itself."""
    rooms = [Polygon(space.outline) for space in checked.plan.spaces]
    for view in own_scene(checked, VOCABULARY).viewpoints:
        assert any(room.covers(Point(view.eye[:2])) for room in rooms)
        assert view.eye[:2] != view.look[:2]


def test_where_nothing_is_to_be_shown_one_stands_in_the_largest_room() -> None:
    """A plan about which nothing was found still can be walked through."""
    bare = _review("small-eatery").revise(findings=(), checklist=_review("small-eatery").checklist.revise(sections=()))
    scene = own_scene(bare, VOCABULARY)
    assert not scene.tours
    assert not scene.hotspots
    largest = max((Polygon(space.outline) for space in bare.plan.spaces), key=lambda room: room.area)
    assert largest.covers(Point(scene.viewpoints[0].eye[:2]))


def test_a_nameless_plan_has_a_title() -> None:
    """Premises nobody named are the visitor's own, in both languages."""
    checked = _review("small-eatery")
    scene = own_scene(checked.revise(plan=checked.plan.revise(name=" ")), VOCABULARY)
    assert scene.title.root == {"zh_CN": "我的店", "en": "My premises"}
