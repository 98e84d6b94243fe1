"""Outcomes for eyes that see fewer colours: simulated, the four colours stay apart; and each has its own icon and word."""

from itertools import combinations

import numpy as np
import pytest

from showroom.app.icons import OF_OUTCOME
from showroom.app.theme import CALM, HIGH_CONTRAST, OUTCOME_ROLE, Palette
from showroom.domain.finding import Outcome
from showroom.reports import words

SEEN = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
}
"""Linear RGB as seen without the one or the other cone (Machado, Oliveira and Fernandes 2009, severity 1.0)."""
TO_XYZ = [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
D65 = [0.95047, 1.0, 1.08883]
CLEARLY = 15.0
"""A difference in CIELAB that is seen at a glance; 2 is just noticed side by side."""


def linear(color: str) -> np.ndarray:
    """Return `#rrggbb` as linear RGB."""
    parts = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """Return linear RGB as CIELAB."""
    share = np.array(TO_XYZ) @ rgb / np.array(D65)
    root = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def difference(one: str, other: str, seen: list[list[float]]) -> float:
    """Return how far two colours are apart for such eyes."""
    first, second = (lab(np.clip(np.array(seen) @ linear(color), 0, 1)) for color in (one, other))
    return float(np.linalg.norm(first - second))


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("palette", [CALM, HIGH_CONTRAST], ids=["calm", "high-contrast"])
def test_outcomes_stay_apart_for_eyes_without_red_or_green(palette: Palette, eyes: str) -> None:
    """Met, not met, to confirm and not applicable differ clearly by lightness and hue, not by red against green."""
    colours = {role: getattr(palette, role) for role in ("met", "not_met", "to_confirm", "not_applicable")}
    near = {
        (one, other): round(difference(colours[one], colours[other], SEEN[eyes]), 1)
        for one, other in combinations(colours, 2)
        if difference(colours[one], colours[other], SEEN[eyes]) < CLEARLY
    }
    assert not near


def test_the_simulation_knows_that_red_and_green_fall_together() -> None:
    """A red and a green of one lightness, far apart for most eyes, are near each other without the green cone."""
    assert difference("#b85450", "#7d7a2e", SEEN["deuteranopia"]) < difference("#b85450", "#7d7a2e", np.eye(3).tolist()) / 2


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_outcome_has_an_icon_and_a_word_of_its_own(language: str) -> None:
    """Nothing is said by colour alone: five outcomes, five icons, five words."""
    assert len({OF_OUTCOME[outcome] for outcome in Outcome}) == len(Outcome)
    assert len({words.OUTCOME[outcome].in_(language) for outcome in Outcome}) == len(Outcome)
    assert set(OUTCOME_ROLE) == set(Outcome)
