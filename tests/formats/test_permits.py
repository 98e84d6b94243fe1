"""The register: permits by id, shared rows put in where they are included, in the office's order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from showroom.domain.errors import InputError
from showroom.formats import permit_ids, read_permit, read_vocabulary

ROW = """\
  - id: {id}
    kind: document
    title: {{zh_CN: 题}}
    text: {{zh_CN: 文}}
    source: {{instrument: X, standing: verified}}
    section: {section}
    order: {order}
"""
HEAD = """\
format: 1
id: {id}
version: 2026-11-01
title: {{zh_CN: 证}}
summary: {{zh_CN: 概要}}
sections: [{{id: first, title: {{zh_CN: 一}}}}, {{id: second, title: {{zh_CN: 二}}}}]
includes: [{includes}]
requirements:
"""


def _row(id_: str, section: str, order: int = 0) -> str:
    return ROW.format(id=id_, section=section, order=order)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that writes register files; the program then reads that register."""
    folder = tmp_path / "requirements"
    folder.mkdir()
    monkeypatch.setenv("SHOWROOM_HOME", str(tmp_path))

    def write(name: str, text: str) -> None:
        (folder / name).write_text(text, encoding="utf-8")

    write("common.yaml", "format: 1\nrequirements:\n" + _row("fire.a", "second", 2) + _row("fire.b", "first", 9))
    write("small.yaml", HEAD.format(id="small", includes="") + _row("small.area", "first"))
    return write


def test_included_rows_stand_in_the_offices_order(register: Callable[..., None]) -> None:
    """Own rows, rows of common.yaml and rows of another permit are one list, by section and order."""
    register(
        "big.yaml", HEAD.format(id="big", includes="fire.*, small.area") + _row("big.z", "second", 1) + _row("big.y", "first", 3)
    )
    assert [row.id for row in read_permit("big").requirements] == ["small.area", "big.y", "fire.b", "big.z", "fire.a"]


@pytest.mark.parametrize(
    ("includes", "rows", "words"),
    [
        ("fire.c", _row("big.z", "first"), 'no other file has the requirement "fire.c"'),
        ("fire.a", _row("fire.a", "first"), '"fire.a" is also written in this file'),
        ("", _row("big.z", "third"), 'requirements[0].section is "third", which is no section here; known here: first, second'),
        ("", _row("big.z", "first") * 2, 'requirements[1].id is "big.z", which is already given above'),
    ],
)
def test_mistakes_of_the_register_are_told(register: Callable[..., None], includes: str, rows: str, words: str) -> None:
    """What does not fit together is named, with the file."""
    register("big.yaml", HEAD.format(id="big", includes=includes) + rows)
    with pytest.raises(InputError) as caught:
        read_permit("big")
    assert words in str(caught.value)
    assert "big.yaml" in str(caught.value)


def test_a_changed_file_is_read_again(register: Callable[..., None]) -> None:
    """The register may be edited while the program runs."""
    register("big.yaml", HEAD.format(id="big", includes="") + _row("big.z", "first"))
    assert [row.id for row in read_permit("big").requirements] == ["big.z"]
    register("big.yaml", HEAD.format(id="big", includes="") + _row("big.other", "first"))
    assert [row.id for row in read_permit("big").requirements] == ["big.other"]


def test_an_unknown_permit_names_the_nearest() -> None:
    """A mistyped permit id is met with the one that is there."""
    with pytest.raises(InputError, match='there is no permit "food-catring"; did you mean "food-catering"'):
        read_permit("food-catring")


def test_every_permit_of_the_checkout_is_read() -> None:
    """The bundled register has no mistake."""
    assert "food-catering" in permit_ids()
    for permit_id in permit_ids():
        assert read_permit(permit_id).requirements


def test_every_id_and_label_of_the_vocabulary_means_itself() -> None:
    """Exact ids and labels go before words found in them."""
    vocabulary = read_vocabulary()
    for terms, look_up in ((vocabulary.uses, vocabulary.use_of), (vocabulary.fixtures, vocabulary.fixture_of)):
        for id_, term in terms.items():
            assert {look_up(text) for text in (id_, *term.label.root.values())} == {id_}
