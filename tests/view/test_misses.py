"""Pictures of the worst misses in the applicant's own shop."""

import io
from datetime import date

import pytest
from PIL import Image

from showroom import home
from showroom.domain.finding import Binding
from showroom.domain.review import Review
from showroom.formats import read_application, read_permit, read_vocabulary
from showroom.reports import WRITERS, Handover
from showroom.review import review_plan
from showroom.view import misses


@pytest.fixture(scope="module")
def faulty() -> Review:
    """Return the check of the plan with deliberate faults."""
    folder = home.scenes() / "hot-food-shop" / "variants"
    declared = read_application(folder / "faulty.application.yaml")
    return review_plan(folder / "faulty.plan.yaml", read_permit("food-catering"), declared, as_of=date(2026, 11, 24))


def test_the_worst_come_first(faulty: Review) -> None:
    """Mandatory misses come before advice, and among them the one that lacks the larger share of its limit."""
    ordered = misses.worst_first(faulty)
    assert ordered
    bindings = [finding.binding is Binding.MANDATORY for finding in ordered]
    assert bindings == sorted(bindings, reverse=True)


def test_each_picture_shows_something(faulty: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture is of the size asked for, is no flat ground, and goes into the PDF and the Word file."""
    monkeypatch.setattr(misses, "SIZE", (320, 192))
    made = misses.pictures_of_misses(faulty, read_vocabulary(), 2)
    assert len(made) == 2
    for content in made.values():
        picture = Image.open(io.BytesIO(content))
        assert picture.size == (320, 192)
        assert len(picture.resize((32, 20)).getcolors(640)) > 50
    for suffix in (".pdf", ".docx"):
        plain = WRITERS["checklist"][suffix](faulty, Handover("en"))
        assert len(WRITERS["checklist"][suffix](faulty, Handover("en", pictures=made))) > len(plain) + 5000


def test_a_shop_without_misses_needs_no_picture(faulty: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is missed nothing is built or drawn."""
    monkeypatch.setattr(misses, "build", lambda *_: pytest.fail("the shop was built"))
    assert misses.pictures_of_misses(faulty.revise(findings=()), read_vocabulary()) == {}
