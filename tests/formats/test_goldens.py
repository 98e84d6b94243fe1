"""What is found in other people's drawings stays what somebody has looked at."""

import json

import pytest

from tests.formats.goldens import KEPT, PLANS, drawings, facts, golden_path


@pytest.mark.parametrize("drawing", drawings() or ["the shared real data are not beside this checkout"])
def test_a_real_drawing_is_read_as_somebody_has_seen_it(drawing: str) -> None:
    """Rooms, openings, fixtures, unit, gate and everything not understood, per drawing; or the reason it is refused."""
    if not PLANS.is_dir():
        pytest.skip("the shared real data are not beside this checkout")
    kept = json.loads(golden_path(drawing).read_text(encoding="utf-8"))
    assert json.loads(json.dumps(facts(drawing))) == kept


def test_nothing_is_kept_that_no_drawing_gives() -> None:
    """Every kept file belongs to a drawing."""
    if not PLANS.is_dir():
        pytest.skip("the shared real data are not beside this checkout")
    assert {path.name for path in KEPT.glob("*.json")} == {golden_path(drawing).name for drawing in drawings()}
