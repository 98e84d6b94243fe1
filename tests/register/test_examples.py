"""`permits test`: the examples written beside requirements come out as they say, or the difference is told."""

import pytest

from showroom.domain.finding import Outcome
from showroom.register import run_examples


def test_the_bundled_examples_hold() -> None:
    """Every example we ship comes out as written; ten requirements and more show a case that is met and one that is not."""
    runs = run_examples()
    assert [(run.requirement.id, run.example.name.in_("en"), run.outcome, run.margin) for run in runs if not run.agrees] == []
    shown: dict[str, set[Outcome]] = {}
    for run in runs:
        shown.setdefault(run.requirement.id, set()).add(run.example.outcome)
    both = [id_ for id_, outcomes in shown.items() if {Outcome.MET, Outcome.NOT_MET} <= outcomes]
    assert len(both) >= 10
    assert {id_.partition(".")[0] for id_ in both} == {"fire", "food-catering", "small-catering", "vet-clinic", "art-training"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("        margin: 0.2\n", "        margin: 0.3\n", "expected Met (+0.300)"),
        ("        outcome: met\n        margin: 0.2\n", "        outcome: not_met\n", "expected Not met"),
        ("        outcome: met\n        margin: 0.2\n", "        outcome: not_applicable\n", "expected Not applicable"),
    ],
)
def test_an_example_that_comes_out_otherwise_is_told(in_use, run, old: str, new: str, words: str) -> None:
    """The line says what it should be and what it is, and the command exits 1."""
    status, out, _ = run("permits", "test", in_use.folder, "--lang", "en")
    assert (status, out.count("\n")) == (0, 2)
    assert "A door of one metre: Met" in out
    in_use.spoil("common.yaml", old, new)
    status, out, err = run("permits", "test", in_use.folder, "--lang", "en")
    assert (status, err) == (1, "")
    assert out.startswith("✗ fire.door")
    assert f"{words}, found Met (+0.200)" in out


def test_one_file_runs_its_own_examples(in_use, run) -> None:
    """Given one of the register's files, only the examples written there are run."""
    assert run("permits", "test", in_use.folder / "common.yaml", "--lang", "en")[1].count("✓") == 1
    assert run("permits", "test", in_use.folder / "shop.yaml", "--lang", "en")[:2] == (0, "There are no examples.\n")


def test_an_example_has_its_own_application_and_day(in_use) -> None:
    """What an example declares and the day it names are those of its check."""
    in_use.spoil(
        "shop.yaml",
        "    section: site\n    order: 10\n",
        "    examples:\n"
        "      - name: {zh_CN: 近, en: Near}\n"
        "        plan: examples/room.plan.yaml\n"
        "        application: {site: {nearby: [{kind: pollution-source, distance: 20}]}}\n"
        "        outcome: not_met\n"
        "        margin: -5\n"
        "      - name: {zh_CN: 没说, en: Not said}\n"
        "        plan: examples/room.plan.yaml\n"
        "        outcome: to_confirm\n"
        "      - name: {zh_CN: 以前, en: Before}\n"
        "        plan: examples/room.plan.yaml\n"
        "        outcome: met\n"
        "        as_of: 2019-01-01\n"
        "    section: site\n    order: 10\n",
    )
    runs = run_examples(in_use.folder / "shop.yaml")
    assert [(run.example.name.in_("en"), run.outcome, run.agrees) for run in runs] == [
        ("Near", Outcome.NOT_MET, True),
        ("Not said", Outcome.TO_CONFIRM, True),
        ("Before", None, False),
    ]


def test_a_plan_that_is_not_there_is_refused(in_use, run) -> None:
    """An example whose plan cannot be read stops the command with exit 2 and the file's name."""
    in_use.spoil("common.yaml", "examples/room.plan.yaml", "examples/rom.plan.yaml")
    status, out, err = run("permits", "test", in_use.folder)
    assert (status, out) == (2, "")
    assert "rom.plan.yaml" in err
