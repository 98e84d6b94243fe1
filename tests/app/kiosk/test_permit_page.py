"""What a permit's page promises: everything the register says, in plain words, with its source and the way to see it."""

from typing import Any, get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from showroom.app.kiosk.sources import standing_words
from showroom.app.kiosk.visit import Comfort
from showroom.app.theme import Look
from showroom.app.widgets.sample_sheet import SampleSheet
from showroom.app.widgets.timeline import Station
from showroom.domain.permit import PaperForm
from showroom.formats import permit_ids

PERMIT = "food-catering"


def named(kiosk: Any, name: str) -> list[QWidget]:
    """Return what is visible of that name."""
    return [w for w in kiosk.window.findChildren(QWidget, name) if w.isVisibleTo(kiosk.window)]


def press(kiosk: Any, name: str) -> None:
    """Press the visible button of that name."""
    assert named(kiosk, name), f"no visible {name}"
    named(kiosk, name)[0].click()
    kiosk.settle()


def said(widget: QWidget) -> str:
    """Return everything a part of a page says."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


@pytest.mark.parametrize("permit_id", permit_ids())
def test_every_part_says_what_the_register_says(kiosk: Any, permit_id: str) -> None:
    """Conditions, papers with issuer and sample, steps with both times, fee, office and validity: all of every permit."""
    permit = kiosk.around.catalogue.permit(permit_id)
    wanted = {
        "conditions": [condition.text for condition in permit.conditions],
        "documents": [text for paper in permit.documents for text in (paper.issuer, paper.sample)],
        "procedure": [text for step in permit.procedure for text in (step.title, step.text, step.legal_time, step.promised_time)],
    }
    wanted["procedure"] += [permit.office, permit.fee, permit.validity]
    for part, texts in wanted.items():
        kiosk.go(page="permit", permit_id=permit_id, part=part, opened=None)
        shown = said(kiosk.window.page)
        assert [text.in_("zh_CN") for text in texts if text is not None and text.in_("zh_CN") not in shown] == []
    kiosk.go(part="procedure")
    assert [w.number for w in kiosk.window.findChildren(Station)] == list(range(1, len(permit.procedure) + 1))


def test_an_opened_requirement_says_everything_and_leads_to_its_key_point(kiosk: Any) -> None:
    """What, why, the common mistake, source and standing; the button leads to the key point, and one more puts it on the list."""
    permit = kiosk.around.catalogue.permit(PERMIT)
    row = permit.requirement("fire.door.clear-width")
    kiosk.go(page="permit", permit_id=PERMIT, part="requirements", opened=row.section)
    press(kiosk, f"open-{row.id}")
    shown = said(named(kiosk, f"detail-{row.id}")[0])
    for text in (row.text, row.why, row.common_mistake):
        assert text.in_("zh_CN") in shown
    assert row.source.instrument in shown
    assert standing_words(row.source.standing) in shown
    press(kiosk, f"mark-{row.id}")
    assert [mark.id for mark in kiosk.visit.marked] == [row.id]
    assert named(kiosk, f"detail-{row.id}"), "what was read stays open"
    press(kiosk, f"see-{row.id}")
    assert kiosk.visit.page == "showroom"
    spot = kiosk.window.page.exhibit.scene.hotspot(kiosk.visit.walk.hotspot)
    assert row.id in spot.requirements


def test_a_condition_leads_to_its_requirements(kiosk: Any) -> None:
    """Pressing what stands behind a condition opens it among all requirements, and brings it into view."""
    kiosk.go(page="permit", permit_id=PERMIT)
    permit = kiosk.around.catalogue.permit(PERMIT)
    name = [name for condition in permit.conditions for name in condition.requirements][-1]
    press(kiosk, f"requirement-{name}")
    assert (kiosk.visit.part, kiosk.visit.opened) == ("requirements", name)
    kiosk.qtbot.wait(20)
    opened = named(kiosk, f"open-{name}")[0]
    assert not opened.visibleRegion().isEmpty()


def test_every_requirement_can_be_reached_by_its_section(kiosk: Any) -> None:
    """The sections together show every requirement of the permit once."""
    kiosk.go(page="permit", permit_id=PERMIT, part="requirements")
    permit = kiosk.around.catalogue.permit(PERMIT)
    seen = []
    for section in permit.sections:
        press(kiosk, f"section-{section.id}")
        rows = (row for row in permit.requirements if named(kiosk, f"open-{row.id}"))
        seen += [row.id for row in rows]
    assert sorted(seen) == sorted(row.id for row in permit.requirements)


def test_a_sample_can_be_enlarged_and_shrunk(kiosk: Any) -> None:
    """A tap on the drawing, or its button, makes it large; the next makes it small again."""
    kiosk.go(page="permit", permit_id=PERMIT, part="documents")
    small = named(kiosk, "paper-layout-and-flow")[0].findChild(SampleSheet).width()
    press(kiosk, "open-layout-and-flow")
    sheet = named(kiosk, "paper-layout-and-flow")[0].findChild(SampleSheet)
    assert sheet.width() > 2 * small
    kiosk.qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton)
    kiosk.settle()
    assert kiosk.visit.opened is None


@pytest.mark.parametrize("form", get_args(PaperForm))
def test_every_form_of_paper_has_a_drawing_of_its_own(qtbot: QtBot, form: PaperForm) -> None:
    """Each form is drawn, in high contrast too, and looks like no other."""
    pictures = []
    for other in dict.fromkeys((form, *get_args(PaperForm))):
        sheet = SampleSheet(Look(640, 360, high_contrast=True), other, "", wide=120, name="x")
        qtbot.addWidget(sheet)
        pictures.append(sheet.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    assert len({picture.pixelColor(x, y).name() for picture in pictures[:1] for x in range(0, 80, 4) for y in range(10, 50, 2)}) > 2
    assert all(picture != pictures[0] for picture in pictures[1:])


def test_fee_and_office_are_told_in_large_print_too(make_kiosk: Any) -> None:
    """Nothing of the facts is left out for those who read large print."""
    kiosk = make_kiosk(size=(1080, 1920), comfort=Comfort(large_print=True))
    kiosk.go(page="permit", permit_id=PERMIT, part="procedure")
    assert all(named(kiosk, f"fact-{name}") for name in ("office", "fee", "calendar"))
