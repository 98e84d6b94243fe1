"""The part of the plan about a finding: on paper to its edges, with its own witness, and painted once where two look alike."""

import io
from datetime import date

import numpy as np
import pytest
from PIL import Image

from showroom.domain.application import Application
from showroom.domain.finding import Finding
from showroom.domain.review import Review
from showroom.formats import read_permit, read_vocabulary
from showroom.home import scenes
from showroom.reports import palette, spots
from showroom.reports.spots import Spots, has_spot, window_on
from showroom.review import review_plan


@pytest.fixture(scope="module")
def review() -> Review:
    """Return the review of a bundled plan."""
    plan = scenes() / "small-eatery" / "premises.plan.yaml"
    return review_plan(plan, read_permit("small-catering"), Application(), as_of=date(2026, 11, 24))


@pytest.fixture
def drawn(review: Review) -> Spots:
    """Return its spots."""
    return Spots(review.plan, read_vocabulary(), "zh_CN")


def _shown(review: Review) -> list[Finding]:
    return [finding for finding in review.findings if has_spot(finding)]


def test_beyond_the_drawing_there_is_paper(review: Review, drawn: Spots) -> None:
    """A spot that reaches over the edge of the drawing is white there, not black, and as large as asked."""
    sheet = next(iter(drawn.storeys.values())).sheet
    over = [finding for finding in _shown(review) if window_on(sheet, finding, 1.5)[0] < -20]
    assert over
    for finding in over:
        picture = Image.open(io.BytesIO(drawn.png(finding, 1.5, 240)))
        assert picture.size == (240, 160)
        assert "#{:02x}{:02x}{:02x}".format(*picture.convert("RGB").getpixel((1, 80))) == palette.PAPER.lower()
        assert picture.convert("RGBA").getextrema()[3] == (255, 255)


def test_a_spot_shows_its_own_witness(review: Review, drawn: Spots) -> None:
    """The colour of the outcome is in the picture, in the middle of which the witness lies."""
    for finding in _shown(review)[:10]:
        pixels = np.asarray(Image.open(io.BytesIO(drawn.png(finding, 1.5, 240))).convert("RGB")).astype(int)
        colour = palette.OUTCOME[finding.outcome]
        wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        rows, columns = np.nonzero(np.abs(pixels - wanted).sum(axis=2) < 30)
        assert len(rows)
        assert abs((columns.min() + columns.max()) / 2 - 120) < 12
        assert abs((rows.min() + rows.max()) / 2 - 80) < 12


def test_spots_that_look_alike_are_painted_once(review: Review, drawn: Spots, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often a finding's spot is asked for, it is painted once; another size is another picture."""
    painted: list[str] = []
    monkeypatch.setattr(spots, "png_of", lambda svg, width: painted.append(svg) or f"{len(painted)} {width}".encode())
    first = _shown(review)[0]
    assert drawn.png(first, 1.5, 240) == drawn.png(first, 1.5, 240) == b"1 240"
    assert drawn.png(first, 1.5, 120) == b"2 120"
