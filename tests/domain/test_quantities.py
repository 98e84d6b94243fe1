"""Lengths, limits and the one tolerance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from showroom.domain.quantities import Length, Limit

length = TypeAdapter(Length)


@pytest.mark.parametrize(
    ("written", "metres"), [(0.9, 0.9), ("900 mm", 0.9), ("90cm", 0.9), (" 0.9 m ", 0.9), ("900 毫米", 0.9), (-1, -1)]
)
def test_lengths_may_carry_a_unit(written: object, metres: float) -> None:
    """A length is metres, or a number with mm, cm or m behind it."""
    assert length.validate_python(written) == pytest.approx(metres, abs=1e-12)


@pytest.mark.parametrize("written", ["900", "wide", True, "9 ft", None, [1]])
def test_what_is_no_length_is_refused(written: object) -> None:
    """Anything that is neither a number nor a number with a unit we know is refused."""
    with pytest.raises(ValidationError):
        length.validate_python(written)


def test_at_the_limit_is_met_and_a_millimetre_short_is_not() -> None:
    """At 0.80 m a door is wide enough; at 0.799 m it is not, by 1 mm."""
    limit = Limit(op=">=", value=0.8, unit="m")
    assert limit.holds(0.8)
    assert limit.holds(0.79995)
    assert not limit.holds(0.799)
    assert limit.margin(0.79) == pytest.approx(-0.01)


def test_a_strict_limit_is_not_met_at_the_limit() -> None:
    """Premises of exactly 50 m² are not under 50 m²."""
    limit = Limit(op="<", value=50, unit="m²")
    assert limit.holds(49.99)
    assert not limit.holds(50.0)


@given(st.floats(-100, 100), st.floats(-100, 100), st.sampled_from([">=", "<=", "<", ">", "=="]))
def test_a_positive_margin_beyond_tolerance_always_holds(value: float, limit_value: float, op: str) -> None:
    """Whatever the comparison, the sign of the margin agrees with the verdict outside the tolerance."""
    limit = Limit(op=op, value=limit_value)
    margin = limit.margin(value)
    if margin > 1e-3:
        assert limit.holds(value)
    if margin < -1e-3:
        assert not limit.holds(value)


def test_a_limit_inside_the_uncertainty_is_doubtful() -> None:
    """0.85 m known to 0.1 m cannot be told from a limit of 0.80 m; known to 1 cm it can."""
    limit = Limit(op=">=", value=0.8, unit="m")
    assert limit.doubtful(0.85, 0.1)
    assert not limit.doubtful(0.85, 0.01)
