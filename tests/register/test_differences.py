"""`permits diff A B`: rows in one alone, and rows that say something else."""

import json

import pytest

from showroom.domain.errors import InputError
from showroom.register import diff, find_permit


@pytest.fixture
def two(in_use, tmp_path):
    """Return the permit's id and an older copy of its file, elsewhere, in which four rows differ."""
    text = (in_use.folder / "shop.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("at_least: 25 m", "at_least: 20 m"),
        ("离污染源二十五米。, en: 25 m from pollution.", "离污染源二十米。, en: 20 m from pollution."),
        ("id: shop.paper", "id: shop.form"),
        ("requirement: shop.paper", "requirement: shop.form"),
    ):
        assert old in text
        text = text.replace(old, new)
    older = tmp_path / "last-year.yaml"
    older.write_text(text, encoding="utf-8")
    return str(older), "shop"


def test_rows_and_fields_that_differ_are_named(two) -> None:
    """What is in one alone, and each changed field with what it said and says."""
    found = diff(*map(find_permit, two))
    assert [row.id for row in found.only_before] == ["shop.form"]
    assert [row.id for row in found.only_after] == ["shop.paper"]
    assert [(change.requirement, change.field) for change in found.changed] == [
        ("shop.site", "text"),
        ("shop.site", "measure.parameters.at_least"),
    ]
    assert (found.changed[1].before, found.changed[1].after) == ("20 m", "25 m")


def test_a_permit_differs_not_from_itself(in_use) -> None:
    """By id or by file, as written: the same is the same."""
    found = diff(find_permit("shop"), find_permit(str(in_use.folder / "shop.yaml")))
    assert (found.only_before, found.only_after, found.changed) == ((), (), ())


def test_the_command_speaks_both_languages_and_json(two, run) -> None:
    """Text for people in either language, JSON for programs; exit 0 whatever differs."""
    status, out, err = run("permits", "diff", *two)
    assert (status, err) == (0, "")
    assert "离污染源二十米。 → 离污染源二十五米。" in out
    assert "- shop.form" in out
    assert "20 m from pollution. → 25 m from pollution." in run("permits", "diff", *two, "--lang", "en")[1]
    report = json.loads(run("permits", "diff", *two, "--format", "json")[1])
    assert report["changed"][1] == {
        "requirement": "shop.site",
        "field": "measure.parameters.at_least",
        "before": "20 m",
        "after": "25 m",
    }
    assert [row["requirement"] for row in report["only_after"]] == ["shop.paper"]
    assert "Nothing differs." in run("permits", "diff", "shop", "shop", "--lang", "en")[1]


def test_conditions_papers_and_steps_are_compared(in_use, tmp_path, run) -> None:
    """A changed condition, a paper in one state alone, a step with another time, and the fee: each is named with what it said."""
    text = (in_use.folder / "shop.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("离污染源远。, en: Far from pollution.", "远离污染源。, en: Away from pollution."),
        ("{id: form, title: {zh_CN: 申请表, en: Form}", "{id: lease, title: {zh_CN: 租约, en: Lease}"),
        (
            "text: {zh_CN: 来申请。, en: Apply.}, req",
            "text: {zh_CN: 来申请。, en: Apply.}, legal_time: {zh_CN: 五日, en: Five days}, req",
        ),
        ("summary:", "fee: {zh_CN: 不收费, en: Free}\nsummary:"),
    ):
        assert old in text
        text = text.replace(old, new)
    later = tmp_path / "next-year.yaml"
    later.write_text(text, encoding="utf-8")
    found = diff(find_permit("shop"), find_permit(str(later)))
    assert (found.only_before, found.only_after, found.changed) == ((), (), ())
    assert [(part.part, part.which, part.field) for part in found.parts] == [
        ("permit", "", "fee"), ("conditions", "shop.site", "text"), ("documents", "form", ""), ("documents", "lease", ""),
        ("procedure", "apply", "legal_time"),
    ]  # fmt: skip
    out = run("permits", "diff", "shop", str(later), "--lang", "en")[1].splitlines()
    assert out == [
        "# The permit itself",
        "    fee: (none) → Free",
        "# Conditions",
        "~ shop.site",
        "    text: Far from pollution. → Away from pollution.",
        "# Papers",
        "- form  Form",
        "+ lease  Lease",
        "# Steps",
        "~ apply",
        "    legal_time: (none) → Five days",
    ]
    report = json.loads(run("permits", "diff", "shop", str(later), "--format", "json")[1])
    assert report["parts"][0] == {
        "part": "permit",
        "which": "",
        "field": "fee",
        "before": None,
        "after": {"zh_CN": "不收费", "en": "Free"},
    }
    assert report["parts"][2]["field"] is None


@pytest.mark.parametrize(
    ("named", "words"), [("shp", "shop"), ("nowhere/shop.yaml", "no such file"), ("shop@soon", "is not a date"), ("shop@", "date")]
)
def test_what_is_not_there_is_refused(in_use, run, named: str, words: str) -> None:
    """An unknown id, file or day is answered with what to write, and exit 2."""
    with pytest.raises(InputError, match=words):
        find_permit(named)
    assert run("permits", "diff", named, "shop")[0] == 2
