"""What was understood of a drawing, as data in the contract's shape and as a table in both languages."""

import json
from pathlib import Path

import pytest

from showroom.domain.plan import Plan
from showroom.formats import read_plan
from showroom.formats.inspection import WHAT, gate_of, inspection, inspection_text


@pytest.fixture
def plan(shared_data: Path) -> Plan:
    """Return the prepared drawing."""
    return read_plan(shared_data / "plans-drawn" / "food-base.clean.dxf")


def test_the_data_have_the_contracts_shape(plan: Plan) -> None:
    """Plan, openings, fixtures and what was not understood; numbers rounded; JSON without NaN."""
    found = json.loads(json.dumps(inspection(plan), allow_nan=False))
    assert list(found) == ["format", "plan", "openings", "fixtures", "walls", "not_understood"]
    assert list(found["plan"]) == [
        "path", "sha256", "kind", "unit", "length_uncertainty_m", "gate", "to_do", "storeys", "spaces", "notes",
    ]  # fmt: skip
    assert found["plan"]["spaces"][0] == {
        "id": "CF",
        "name": "用餐区",
        "use": "dining",
        "area_m2": 45.24,
        "storey": "F1",
        "proposal": False,
        "origin": {"found": "outline", "layer": "SPACE"},
    }
    door = found["openings"][0]
    assert (door["id"], door["width"], door["at"], sorted(door["joins"], key=str)) == ("E3", 1.4, [3.0, 0.0], ["CF", None])
    assert found["fixtures"][0]["kind"] == "hand-basin"


@pytest.mark.parametrize(
    ("language", "words"), [("zh_CN", ["用餐区 ↔ 室外", "出口", "洗手池"]), ("en", ["dining area", "outside", "hand basin"])]
)
def test_the_table_speaks_both_languages(plan: Plan, language: str, words: list[str]) -> None:
    """Rooms, doors with what they join, and fixtures, in the language asked for."""
    table = inspection_text(plan, language)
    assert all(word in table for word in words)


def test_gates(plan: Plan) -> None:
    """A plan with rooms is usable, with a sure scale and an exit complete."""
    assert gate_of(plan) == "complete"
    assert gate_of(plan.revise(source=plan.source.revise(lengths_confirmed=False))) == "usable"


def test_every_code_of_what_was_left_out_has_words() -> None:
    """Each code the readers count has a sentence in both languages."""
    folder = Path(__file__).resolve().parents[2] / "showroom" / "formats"
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("d*.py"))
    for code, text in WHAT.items():
        assert text.in_("en") != text.in_("zh_CN")
        kind = code.partition("-")[0]
        assert f'"{code}"' in source or f"}}{code.removeprefix(kind)}" in source, f"nothing counts {code}"
