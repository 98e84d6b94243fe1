"""What a clerk sees of the kiosk's counts."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from showroom.app.clerk.counts_page import CountsPage


@pytest.fixture
def page(studio: Any, tmp_path: Path) -> CountsPage:
    """Return the table over two days of counts."""
    folder = tmp_path / "counts"
    folder.mkdir()
    rows = "card,small-shop/basin,2\nnot_met,food-catering.hand-basin,7\nnot_met,food-catering.fly-lamp,9\nnonsense,x,1\n"
    (folder / "2026-11-24.csv").write_text(f"what,which,count\n{rows}", encoding="utf-8")
    (folder / "2026-11-01.csv").write_text("what,which,count\ncard,small-shop/basin,40\nvisit,ended,5\n", encoding="utf-8")
    return CountsPage(studio, folder, studio.register, "zh_CN", lambda: date(2026, 11, 24))


def rows(page: CountsPage) -> list[tuple[str, str, str]]:
    """Return the table's texts."""
    table = page.table
    return [tuple(table.item(row, column).text() for column in range(3)) for row in range(table.rowCount())]  # type: ignore[misc]


def test_sums_over_the_days_chosen_most_frequent_first(page: CountsPage) -> None:
    """Requirements are named by their titles; what this version does not know is left out."""
    told = rows(page)
    assert [times for *_, times in told] == ["5", "42", "9", "7"]
    assert "灭蝇灯" in told[2][1]
    assert "food-catering.fly-lamp" in told[2][1]
    page.days.setCurrentIndex(0)
    assert [times for *_, times in rows(page)] == ["2", "9", "7"]


def test_an_empty_folder_says_so(page: CountsPage, tmp_path: Path) -> None:
    """Where nothing was counted, a sentence with the folder looked at."""
    page.show_folder(tmp_path / "gone")
    assert rows(page) == []
    assert str(tmp_path / "gone") in page._where.text()
    assert page._where.text() != str(tmp_path / "gone")


def test_the_studio_opens_it_from_its_menu(studio: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """View → Kiosk counts; a mistake in the hall's file does not keep it shut."""
    broken = tmp_path / "kiosk.toml"
    broken.write_text("nonsense", encoding="utf-8")
    monkeypatch.setenv("SHOWROOM_KIOSK", str(broken))
    opened: list[CountsPage] = []

    def exec_(page: CountsPage) -> None:
        opened.append(page)

    monkeypatch.setattr(CountsPage, "exec", exec_)
    studio.acts["counts"].trigger()
    assert len(opened) == 1
