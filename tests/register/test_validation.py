"""`permits validate`: every kind of mistake in a register is found, all at once, each with file and line."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from showroom.domain.errors import InputError
from showroom.home import requirements
from showroom.register import validate

Run = Callable[..., tuple[int, str, str]]


def test_the_small_register_is_sound(small) -> None:
    """A register without mistakes has no problems."""
    assert validate(small.folder) == ()


def test_the_bundled_register_is_sound() -> None:
    """`showroom permits validate` is clean on what we ship."""
    assert [str(problem) for problem in validate()] == []


MISTAKES = [
    # schema
    ("common.yaml", "kind: spatial", "kind: spacial", "spacial"),
    ("common.yaml", "    order: 10", "    order: ten", "a whole number"),
    ("shop.yaml", "version: 2026-11-01", "version: soon", "version"),
    ("districts/here.yaml", "default: true", "default: maybe", "default"),
    ("questions.yaml", "many: true", "manny: true", "manny"),
    ("shop.yaml", "summary: {zh_CN: 开店要办这个证。, en: You need this for a shop.}", "summery: {zh_CN: 开, en: You}", "summery"),
    ("shop.yaml", "id: shop\n", "id: shed\n", "the file is named"),
    # rules and parameters
    ("common.yaml", "rule: clear-width", "rule: clear-widht", "clear-width"),
    ("common.yaml", "doors: escape, at_least: 0.80 m", "doors: escape, at_lest: 0.80 m", "at_lest"),
    ("shop.yaml", "        at_least: 25 m", "        at_least: far", "at_least"),
    ("shop.yaml", "        kinds: [pollution-source]", "        kinds: [polution-source]", "pollution-source"),
    ("common.yaml", "advises: {at_least: 0.90 m}", "advises: {at_most: 0.90 m}", "at_most"),
    ("common.yaml", "doors: escape", "doors: {of: [kitchn]}", "kitchn"),
    ("shop.yaml", "uses_any: [cooking]", "uses_any: [cookking]", "cooking"),
    # texts
    ("common.yaml", "title: {zh_CN: 门宽, en: Door width}", "title: {zh_CN: 门宽}", "no text in en"),
    ("shop.yaml", "text: {zh_CN: 离污染源远。, en: Far from pollution.}", "text: {zh_CN: 离污染源远。, en: ' '}", "no text in en"),
    ("districts/here.yaml", "{zh_CN: 大厅, en: The hall}", "{zh_CN: 大厅}", "no text in en"),
    ("questions.yaml", "{zh_CN: 热食, en: Hot food}", "{zh_CN: 热食}", "no text in en"),
    ("vocabulary.yaml", "{zh_CN: 洗手池, en: hand basin,", "{zh_CN: 洗手池,", "no text in en"),
    ("common.yaml", "title: {zh_CN: 门宽, en: Door width}", "title: {en: Door width}", "zh_CN is missing"),
    # ids
    ("shop.yaml", "- id: shop.paper", "- id: shop.site", "already given"),
    ("shop.yaml", "- id: shop.site", "- id: fire.door", "already given in common.yaml:3"),
    ("shop.yaml", "- {id: fire,", "- {id: site,", 'sections: the id "site"'),
    ("questions.yaml", "- id: items", "- id: trade", "already given"),
    ("questions.yaml", "{id: raw,", "{id: hot,", "already given"),
    # names that lead nowhere
    ("shop.yaml", "includes: [fire.door, fire.hall]", "includes: [fire.door, fire.hall, fire.dor]", "fire.door"),
    ("shop.yaml", "includes: [fire.door,", "includes: [fire.door, fire.door,", "already named"),
    ("shop.yaml", "includes: [fire.door,", "includes: [shop.site, fire.door,", "also written in this file"),
    ("shop.yaml", "requirements: [shop.site]", "requirements: [shop.sight]", "shop.site"),
    ("shop.yaml", "en: Form}, requirement: shop.paper", "en: Form}, requirement: shop.papers", "shop.paper"),
    ("shop.yaml", "en: Apply.}, requirement: shop.paper", "en: Apply.}, requirement: shop.pay", "shop.pay"),
    ("shop.yaml", "    section: site\n    order: 20", "    section: sight\n    order: 20", "sight"),
    ("stall.yaml", "sections: [{id: fire,", "sections: [{id: fires,", "fires"),
    ("shop.yaml", "    order: 20", "    order: 10", "place 10"),
    ("common.yaml", "plan: examples/room.plan.yaml", "plan: examples/rom.plan.yaml", "examples/room.plan.yaml"),
    ("questions.yaml", "permits: [shop, stall]", "permits: [shop, stal]", "stall"),
    ("questions.yaml", "asked_if: {trade: [shop]}", "asked_if: {trad: [shop]}", "trade"),
    ("questions.yaml", "asked_if: {trade: [shop]}", "asked_if: {trade: [shopp]}", "shop"),
    ("districts/here.yaml", "requirement: shop.site", "requirement: shop.sit", "shop.site"),
    # what a requirement must have
    ("shop.yaml", "    judgement: {how: {zh_CN: 看材料。, en: See the papers.}}\n", "", "neither a rule nor a person"),
    ("common.yaml", "standing: verified, grade: A", "standing: verified, grade: C", "grade C"),
    ("shop.yaml", "    binding: advisory", "    binding: mandatory", "recalled with no grade"),
    ("shop.yaml", "in_force_until: 2030-12-31", "in_force_until: 2019-12-31", "no time at all"),
    # districts
    ("districts/here.yaml", "{at_least: 30 m}", "{at_lest: 30 m}", "at_lest"),
    ("districts/here.yaml", "fire.hall, use: false", "fire.hall, parameters: {at_least: 2 m}", "measured by no rule"),
    ("districts/here.yaml", "fire.hall, use: false", "fire.hall", "nothing is decided"),
    ("districts/here.yaml", "fire.hall, use: false", "shop.site, use: false", "decided above"),
    ("districts/here.yaml", "id: here", "id: there", "the file is named"),
    ("stall.yaml", "version: 2026-11-01", "version: 2026-11-01\ndistrict: here", "leave it out"),
]


@pytest.mark.parametrize(("name", "old", "new", "words"), MISTAKES, ids=[words for *_, words in MISTAKES])
def test_a_mistake_is_found_at_its_line(small, name: str, old: str, new: str, words: str) -> None:
    """A mistake of any kind is told with the file, the line it stands on, and words that help to mend it."""
    place = small.spoil(name, old, new)
    problems = validate(small.folder)
    assert [str(problem) for problem in problems if words in str(problem)] != []
    path, _, line = place.rpartition(":")
    lines = [int(problem.place.rpartition(":")[2]) for problem in problems if problem.place.startswith(f"{path}:")]
    near = 1 if new else 14
    assert any(abs(found - int(line)) <= near for found in lines), (place, [str(problem) for problem in problems])


def test_a_dated_change_must_fit_too(small) -> None:
    """Figures that hold from a day on are checked like the first ones, come in order, and within the row's own time."""
    small.spoil(
        "shop.yaml",
        "        at_least: 25 m\n",
        "        at_least: 25 m\n      changes:\n"
        "        - {since: 2029-01-01, parameters: {at_lest: 30 m}}\n"
        "        - {since: 2028-01-01, parameters: {at_least: 35 m}}\n"
        "        - {since: 2031-01-01, parameters: {at_least: 40 m}}\n",
    )
    said = [re.sub(r".*/", "", str(problem)) for problem in validate(small.folder)]
    assert [one.partition(": ")[0] for one in said] == ["shop.yaml:33", "shop.yaml:34", "shop.yaml:35"]
    assert "at_lest" in said[0]
    assert "earliest first" in said[1]
    assert "outside the time" in said[2]


def test_two_defaults_are_one_too_many(small) -> None:
    """Only one district is the register's own, and one has to be."""
    there = small.folder / "districts" / "there.yaml"
    there.write_text(
        (small.folder / "districts" / "here.yaml").read_text(encoding="utf-8").replace("id: here", "id: there"), "utf-8"
    )
    (problem,) = validate(small.folder)
    assert (problem.place, problem.reason) == (f"{there}:5", '"here" is the default already')
    there.unlink()
    place = small.spoil("districts/here.yaml", "default: true", "default: false")
    assert [problem.place for problem in validate(small.folder)] == [place.rpartition(":")[0] + ":1"]


def test_a_shared_row_that_nobody_takes_is_told(small) -> None:
    """A row of common.yaml that no permit includes would never be looked at."""
    small.spoil("shop.yaml", "includes: [fire.door, fire.hall]", "includes: [fire.door]")
    small.spoil("stall.yaml", "includes: [fire.*]", "includes: [fire.door]")
    (problem,) = validate(small.folder)
    assert problem.place.endswith("common.yaml:17")
    assert "no permit includes" in problem.reason


def test_all_mistakes_are_told_at_once(small) -> None:
    """A wrong type, an unknown rule, a missing text and a dangling name in several files are one list, by file and line."""
    places = [
        small.spoil("common.yaml", "kind: spatial", "kind: spacial"),
        small.spoil("questions.yaml", "permits: [shop, stall]", "permits: [shop, stal]"),
        small.spoil("shop.yaml", "title: {zh_CN: 开店, en: A shop}", "title: {zh_CN: 开店}"),
        small.spoil("shop.yaml", "requirements: [shop.site]", "requirements: [shop.sight]"),
        small.spoil("shop.yaml", "rule: site-distance", "rule: sight-distance"),
        small.spoil("shop.yaml", "    order: 20", "    order: last"),
    ]
    assert [problem.place for problem in validate(small.folder)] == places


def test_a_file_that_is_no_yaml_hides_none_of_the_others(small) -> None:
    """The broken file is told once, rows it writes are not called missing, and other files' mistakes are told too."""
    broken = small.spoil("common.yaml", "format: 1", "format: [1")
    other = small.spoil("shop.yaml", "requirements: [shop.site]", "requirements: [shop.sight]")
    problems = validate(small.folder)
    assert [problem.place.rpartition(":")[0] for problem in problems] == [broken.rpartition(":")[0], other.rpartition(":")[0]]


def test_one_file_may_be_asked_about(small) -> None:
    """Given one of its files, only that file's mistakes are told, with the whole register at hand."""
    small.spoil("questions.yaml", "permits: [shop, stall]", "permits: [shop, stal]")
    place = small.spoil("shop.yaml", "requirements: [shop.site]", "requirements: [shop.sight]")
    assert [problem.place for problem in validate(small.folder / "shop.yaml")] == [place]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_a_register_is_refused(tmp_path: Path, name: str) -> None:
    """There is nothing to validate where no register is."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=name):
        validate(tmp_path / name)


class TestTheCommand:
    """`showroom permits validate [PATH]`."""

    def test_it_exits_1_with_a_line_for_each(self, small, run: Run) -> None:
        """Mistakes go to standard output, one line each."""
        small.spoil("shop.yaml", "    order: 20", "    order: 10")
        status, out, err = run("permits", "validate", small.folder)
        assert (status, out.count("\n"), err) == (1, 1, "")
        assert re.match(r".*shop\.yaml:\d+: .*place 10", out)

    def test_it_exits_0_in_silence(self, run: Run) -> None:
        """A sound register says nothing."""
        assert run("permits", "validate", requirements()) == (0, "", "")

    def test_it_exits_2_where_there_is_none(self, tmp_path: Path, run: Run) -> None:
        """A folder without a register cannot be validated."""
        status, out, err = run("permits", "validate", tmp_path)
        assert (status, out) == (2, "")
        assert str(tmp_path) in err


def test_a_check_never_validates_the_register() -> None:
    """Reading a permit and checking a plan loads none of this, so it slows no check down."""
    code = "import sys, showroom.cli, showroom.review; sys.exit('showroom.register' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_check_refuses_a_wrong_row_at_its_line(in_use, run: Run) -> None:
    """A row that does not fit its rule stops the check before the plan, with file and line, exit 2 and no traceback."""
    in_use.spoil("districts/here.yaml", ", parameters: {at_least: 30 m}", "")
    place = in_use.spoil("shop.yaml", "        at_least: 25 m", "        at_lest: 25 m")
    status, out, err = run("check", in_use.folder / "examples" / "room.plan.yaml", "--permit", "shop")
    assert (status, out) == (2, "")
    assert place in err
    assert "at_lest" in err
    assert "Traceback" not in err


def test_a_check_refuses_a_districts_wrong_figure_at_its_line(in_use, run: Run) -> None:
    """Where the district's figure is what does not fit, its file is named and not the requirement's, in Chinese and in English."""
    place = in_use.spoil("districts/here.yaml", "{at_least: 30 m}", "{at_lest: 30 m}")
    status, _, err = run("check", in_use.folder / "examples" / "room.plan.yaml", "--permit", "shop")
    assert status == 2
    chinese, english = err.splitlines()
    assert chinese.startswith(f"{place}：")
    assert english.startswith(f"{place}: ")
    assert "shop.yaml" not in err
