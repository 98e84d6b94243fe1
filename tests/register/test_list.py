"""`permits list`: who decides each requirement, in a terminal, as JSON, and as the README's table."""

import json
import re
from pathlib import Path
from unicodedata import east_asian_width

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_every_row_is_ruled_judged_or_listed(run) -> None:
    """A rule measures it, a person judges it on site, or it is a line of the checklist; the three add up."""
    listed = json.loads(run("permits", "list", "--format", "json")[1])
    assert [row["id"] for row in listed] == ["animal-clinic", "arts-training", "food-catering", "small-catering"]
    for row in listed:
        assert set(row["decided_by"]) == {"rule", "person", "paper"}
        assert sum(row["decided_by"].values()) == row["requirements"]
        assert row["district"] == "weihai-hightech"


def test_the_small_register_is_counted(in_use, run) -> None:
    """Of the shop's three rows a rule measures two and one is a paper."""
    listed = {row["id"]: row["decided_by"] for row in json.loads(run("permits", "list", "--format", "json")[1])}
    assert listed["shop"] == {"rule": 2, "person": 0, "paper": 1}
    in_use.spoil("districts/here.yaml", "fire.hall, use: false", "fire.hall, use: true")
    listed = {row["id"]: row["decided_by"] for row in json.loads(run("permits", "list", "--format", "json")[1])}
    assert listed["shop"] == {"rule": 2, "person": 1, "paper": 1}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_table_is_aligned(run, language: str) -> None:
    """Numbers stand under their heads, in Chinese too, where a character takes two columns."""
    head, *lines = run("permits", "list", "--lang", language)[1].splitlines()

    def width(text: str) -> int:
        return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)

    assert len(lines) == 4
    for line in lines:
        numbers = re.match(r"\S+ +\S+(?: +\d+){4}(?= )", line)
        assert numbers is not None
        assert width(numbers[0]) == width(head)


def test_the_readme_shows_the_table_of_today(run) -> None:
    """After changing requirements, put `showroom permits list --format markdown` between the two marks of README.md."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("<!-- permits -->\n")[2].partition("<!-- /permits -->")[0]
    assert shown.strip() == run("permits", "list", "--format", "markdown")[1].strip()
