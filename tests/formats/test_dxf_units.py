"""The unit of a drawing is believed only where it makes the doors as wide as doors are."""

from pathlib import Path
from typing import Any

import pytest

from showroom.domain.plan import Plan
from showroom.formats import read_plan


def _codes(plan: Plan) -> list[str]:
    return [note.code for note in plan.source.notes]


@pytest.mark.parametrize(
    ("unit", "code", "per_metre"), [("mm", 4, 1e3), ("cm", 5, 1e2), ("m", 6, 1.0), ("in", 1, 1 / 0.0254), ("ft", 2, 1 / 0.3048)]
)
def test_a_declared_unit_that_fits_is_a_confirmed_scale(shop: Any, tmp_path: Path, unit: str, code: int, per_metre: float) -> None:
    """A declared and plausible unit needs no note."""
    shop.insunits, shop.per_metre = code, per_metre
    source = read_plan(shop.draw(tmp_path / "shop.dxf")).source
    assert (source.unit, source.lengths_confirmed) == (unit, True)
    assert not {"unit-guessed", "unit-doubtful"} & {note.code for note in source.notes}


@pytest.mark.parametrize(("unit", "per_metre"), [("mm", 1e3), ("cm", 1e2), ("m", 1.0)])
@pytest.mark.parametrize("version", ["R12", "R2010"])
def test_an_undeclared_unit_is_guessed_from_the_doors(shop: Any, tmp_path: Path, unit: str, per_metre: float, version: str) -> None:
    """Without a declared unit the fitting one is taken, and a note says so."""
    shop.insunits, shop.per_metre, shop.version = (None if version == "R12" else 0), per_metre, version
    shop.measurement = None if version == "R12" else 1
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert (plan.source.unit, plan.source.lengths_confirmed) == (unit, True)
    assert "unit-guessed" in _codes(plan)
    assert next(plan.openings).width == pytest.approx(1.4)


@pytest.mark.parametrize(
    ("declared", "per_metre", "unit"), [(6, 1e3, "mm"), (1, 1e3, "mm"), (4, 1.0, "m"), (7, 1e2, "cm"), (4, 1 / 0.0254, "in")]
)
def test_an_absurd_unit_is_doubted(shop: Any, tmp_path: Path, declared: int, per_metre: float, unit: str) -> None:
    """Where the declared unit would make doors absurd, the fitting one is proposed and lengths count as unconfirmed."""
    shop.insunits, shop.per_metre = declared, per_metre
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert (plan.source.unit, plan.source.lengths_confirmed) == (unit, False)
    assert "unit-doubtful" in _codes(plan)


def test_rooms_without_doors_do_not_confirm_an_undeclared_unit(shop: Any, tmp_path: Path) -> None:
    """The size of rooms alone proposes a unit but does not settle it."""
    shop.insunits, shop.doors = 0, []
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert (plan.source.unit, plan.source.lengths_confirmed) == ("mm", False)


def test_a_far_drawing_is_moved_near_its_origin(shop: Any, tmp_path: Path) -> None:
    """City coordinates are taken off by whole metres, and a note says how many."""
    shop.at = (523_000.0, 3_456_000.0)
    plan = read_plan(shop.draw(tmp_path / "shop.dxf"))
    assert "origin-moved" in _codes(plan)
    assert max(abs(value) for space in plan.spaces for point in space.outline for value in point) < 50
