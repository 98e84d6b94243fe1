"""The fields of a district's decision, over every requirement of the register: typed, read, put back and undone without loss."""

import random
from datetime import date

import pytest

from showroom.app.clerk.overlay_document import OverlayDocument
from showroom.app.clerk.overlay_fields import fields_of
from showroom.domain.errors import InputError
from showroom.domain.permit import Requirement
from showroom.domain.text import Text
from showroom.formats import permit_ids
from showroom.formats.districts import district_paths, district_text
from showroom.home import requirements
from showroom.register.overlay import Wish, settled
from showroom.register.overlay_file import open_overlay
from showroom.register.turns import whole_permit

DAY = date(2026, 11, 24)


def every_row() -> list[Requirement]:
    """Return each requirement of the register once."""
    rows = (row for permit_id in permit_ids() for row in whole_permit(requirements(), permit_id).requirements)
    return list({row.id: row for row in rows}.values())


def test_what_is_shown_is_read_as_it_was() -> None:
    """What a field shows of the register's own reads as the same, and wishing it decides nothing, in every requirement."""
    for row in every_row():
        for field in fields_of(row):
            if field.kind == "choice":
                continue
            shown = field.shown(field.own)
            assert field.shown(field.read(shown)) == shown, (row.id, field.id)
            assert field.put(row, Wish(), None) is None, (row.id, field.id)


def test_every_figure_has_a_meaning() -> None:
    """No figure of any requirement is shown by its key alone."""
    assert [(row.id, one.id) for row in every_row() for one in fields_of(row) if one.kind == "figure" and one.meaning is None] == []


def test_one_language_written_keeps_the_other() -> None:
    """A district that writes the Chinese keeps the register's English; without Chinese a text is refused."""
    row = next(row for row in every_row() if row.id == "fire.door.clear-width")
    chinese, english = (next(one for one in fields_of(row) if one.id == f"title.{language}") for language in ("zh_CN", "en"))
    assert chinese.put(row, Wish(), "门宽") == Text({"zh_CN": "门宽", "en": row.title.in_("en")})
    assert english.put(row, Wish(), english.own) is None
    with pytest.raises(InputError):
        chinese.put(row, Wish(), "")


def test_a_second_limit_is_decided_as_a_whole() -> None:
    """One figure of the second limit changed keeps its others; all as the register has them, nothing is decided."""
    row = next(row for row in every_row() if row.measure is not None and row.measure.advises)
    field = next(one for one in fields_of(row) if one.name == "advises")
    assert row.measure is not None
    assert field.put(row, Wish(), "1 m") == {**(row.measure.advises or {}), field.part: "1 m"}
    assert field.put(row, Wish(), field.own) is None


@pytest.mark.parametrize("seed", range(8))
def test_any_edits_undone_give_the_same_file(qapp: object, seed: int) -> None:
    """Whatever was wished, changed and put back in whatever order: undone, the file would be byte for byte as it was."""
    folder = requirements()
    path = district_paths(folder)["weihai-hightech"]
    file = open_overlay(path)
    document, chance, rows = OverlayDocument(file, DAY), random.Random(seed), every_row()
    why = Text.of("试", "trial")

    def content() -> str:
        return district_text(settled(file.district, document.wishes, why, why, DAY), file.content.decode())

    before = content()
    for _ in range(40):
        row = chance.choice(rows)
        field = chance.choice(list(fields_of(row)))
        values = {"choice": [*field.choices, None], "figure": [1, "2 m", None], "words": ["说法", "words", None]}[field.kind]
        value = chance.choice(values)
        if field.name == "use" and value is not None:
            value = value == "true"
        try:
            held = field.put(row, document.wish(row.id), value)
        except InputError:
            continue
        document.put("edit", row.id, field.name, held, chance.choice(["", field.id]))
        if chance.random() < 0.2:
            document.history.undo()
    assert content() != before
    while document.history.canUndo():
        document.history.undo()
    assert document.saved
    assert content() == before
