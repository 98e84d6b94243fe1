"""What the theme promises."""

import pytest

from showroom.app.theme import CALM, DUSK, HIGH_CONTRAST, TEXT_PAIRS, Look, Palette, contrast
from showroom.domain.finding import Outcome
from showroom.reports import palette as report_palette


@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
@pytest.mark.parametrize("palette", [CALM, DUSK])
def test_words_stand_out_from_their_ground(words: str, ground: str, palette: Palette) -> None:
    """Every pair of words and ground has a contrast of at least 4.5 to 1, by day and in the dark."""
    assert contrast(getattr(palette, words), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_high_contrast_words_stand_out_further(words: str, ground: str) -> None:
    """In high contrast every pair has at least 7 to 1."""
    assert contrast(getattr(HIGH_CONTRAST, words), getattr(HIGH_CONTRAST, ground)) >= 7.0


@pytest.mark.parametrize("palette", [CALM, DUSK, HIGH_CONTRAST])
def test_the_focus_ring_is_seen_on_any_ground(palette: Palette) -> None:
    """The two lines of the focus ring differ by at least 3 to 1, so one of them stands out anywhere."""
    assert contrast(palette.focus, palette.focus_gap) >= 3.0


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21 to 1, and the order does not matter."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("outcome", [Outcome.MET, Outcome.NOT_MET, Outcome.TO_CONFIRM, Outcome.NOT_APPLICABLE])
def test_an_outcome_has_the_same_colour_everywhere(outcome: Outcome) -> None:
    """The list shows an outcome in the colour of the drawn plan and the checklist."""
    assert CALM.outcome(outcome) == report_palette.OUTCOME[outcome]


def test_type_has_the_sizes_of_the_design(qapp: object) -> None:
    """At 1080p body is 22 px, titles 40 and captions 18; large print is half as large again."""
    sheet, large = Look().style_sheet, Look(large_print=True).style_sheet
    assert "font-size: 22px" in sheet
    assert "font-size: 40px" in sheet
    assert "font-size: 18px" in sheet
    assert "font-size: 33px" in large
    assert "font-size: 60px" in large


def test_portrait_is_as_large_as_landscape() -> None:
    """Turning the screen changes no size."""
    assert Look(1080, 1920).px(64) == Look(1920, 1080).px(64) == 64


def test_a_small_window_keeps_targets_pressable() -> None:
    """However small the window, a target stays at least 44 px."""
    assert Look(640, 360).px(64) >= 44


def test_no_place_of_the_style_sheet_is_left_open(qapp: object) -> None:
    """Every role the template names is filled in."""
    assert "$" not in Look().style_sheet
