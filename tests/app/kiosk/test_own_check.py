"""A visitor's plan is read once; other answers are held against what is known already."""

from datetime import date
from pathlib import Path

import pytest

from showroom import home
from showroom.app.kiosk import own_check
from showroom.app.kiosk.own_check import OwnCheck
from showroom.domain.application import Application, People
from showroom.domain.errors import InputError
from showroom.domain.plan import Plan
from showroom.formats import read_permit, read_plan
from showroom.review import review

DAY = date(2026, 11, 23)
PERMIT = read_permit("food-catering")
FEW, MANY = Application(people=People(seats=10)), Application(people=People(seats=400))


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A copy of the bundled shop's plan."""
    path = tmp_path / "shop.plan.yaml"
    path.write_bytes((home.scenes() / "hot-food-shop" / "premises.plan.yaml").read_bytes())
    return path


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Count the readings, which are done in this process."""
    read: list[Path] = []

    def reading(path: Path, *, waiting: object) -> Plan:
        assert callable(waiting)
        read.append(path)
        return read_plan(path)

    monkeypatch.setattr(own_check, "read_plan_apart", reading)
    return read


def test_other_answers_are_not_a_reason_to_read_again(shop: Path, readings: list[Path]) -> None:
    """Two checks, one reading, and each says what a fresh check would."""
    check = OwnCheck(shop)
    for application in (FEW, MANY, FEW):
        found = check(PERMIT, application, DAY, lambda _seconds: True)
        assert found.findings == review(read_plan(shop), PERMIT, application, as_of=DAY).findings
    assert readings == [shop]


def test_a_file_saved_anew_is_read_anew(shop: Path, readings: list[Path]) -> None:
    """The plan on the stick may be mended meanwhile: what is checked is what lies there now."""
    check = OwnCheck(shop)
    check(PERMIT, FEW, DAY, lambda _seconds: True)
    shop.write_text(shop.read_text(encoding="utf-8").replace("渔港小厨", "新渔港小厨"), encoding="utf-8")
    assert check(PERMIT, FEW, DAY, lambda _seconds: True).plan.name.startswith("新")
    assert len(readings) == 2


def test_a_stick_pulled_out_is_an_ordinary_trouble(shop: Path, readings: list[Path]) -> None:
    """Where the file is gone the next check says so instead of using what it remembers."""
    check = OwnCheck(shop)
    check(PERMIT, FEW, DAY, lambda _seconds: True)
    shop.unlink()
    with pytest.raises(InputError):
        check(PERMIT, MANY, DAY, lambda _seconds: True)
