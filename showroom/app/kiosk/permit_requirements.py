"""What does a permit require, one by one? The conditions with what stands behind each, and all requirements by section."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.reading import Reading, binding_and_source, detail, opener
from showroom.app.theme import CAPTION, GAP
from showroom.app.widgets.flow import Flow
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, label, panel, row
from showroom.domain.permit import Condition, Requirement


def conditions_of(reading: Reading) -> list[QWidget]:
    """Return the conditions that address the visitor, each with the requirements behind it."""
    found = []
    for number, condition in enumerate(reading.permit.conditions, 1):
        rows = reading.shown(condition.requirements)
        if rows or not condition.requirements:
            found.append(_condition(reading, number, condition, rows))
    return found


def _condition(reading: Reading, number: int, condition: Condition, rows: list[Requirement]) -> QWidget:
    look = reading.look
    body = column(label(reading.says(condition.text)), gap=look.gap)
    for requirement in rows:
        body.addLayout(_line(reading, requirement))
    mark = label(str(number), "heading", "accent", wrap=False)
    mark.setFixedWidth(look.px(40))
    line = row(mark, body, gap=look.px(12), margins=(look.px(24), look.px(18), look.px(20), look.px(18)))
    line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return panel("raised", line, f"condition-{number - 1}")


def _line(reading: Reading, requirement: Requirement) -> object:
    """A requirement behind a condition: pressing it opens it among all; beside it the way to its key point."""
    button = TouchButton(
        reading.look,
        reading.says(requirement.title),
        kind="row",
        size=CAPTION,
        note=binding_and_source(requirement),
        trailing="next",
        align=Qt.AlignmentFlag.AlignLeft,
    )
    button.setObjectName(f"requirement-{requirement.id}")
    button.clicked.connect(lambda: reading.holder.revise(part="requirements", opened=requirement.id))
    line = row(button, gap=reading.look.px(GAP))
    line.setStretch(0, 1)
    see = reading.way_in(requirement.id, words=False)
    if see is not None:
        see.setFixedWidth(reading.look.px(72))
        line.addWidget(see)
    return line


def requirements_of(reading: Reading) -> list[QWidget]:
    """Return the sections to choose from, and the requirements of the one that is open."""
    hidden = reading.relevance.hidden
    by_section = {
        section.id: [one for one in reading.permit.requirements if one.section == section.id and one.id not in hidden]
        for section in reading.permit.sections
    }
    chosen = section_open(reading)
    chips = Flow(gap=reading.look.px(GAP))
    for section in reading.permit.sections:
        if by_section[section.id]:
            chip = TouchButton(
                reading.look, f"{reading.says(section.title)} {len(by_section[section.id])}", kind="choice", size=CAPTION
            )
            chip.setObjectName(f"section-{section.id}")
            chip.setCheckable(True)
            chip.setChecked(section.id == chosen)
            chip.clicked.connect(lambda _=False, name=section.id: reading.open(name))
            chips.addWidget(chip)
    holder = QWidget()
    holder.setLayout(chips)
    return [holder, *(_requirement(reading, one) for one in by_section.get(chosen, ()))]


def section_open(reading: Reading) -> str:
    """Return the section whose requirements are shown: the one opened, that of the row opened, else the first with any."""
    opened = reading.opened
    if any(section.id == opened for section in reading.permit.sections):
        return str(opened)
    found = reading.permit.requirement(opened) if opened is not None else None
    if found is not None:
        return found.section
    rows = (one for one in reading.permit.requirements if one.id not in reading.relevance.hidden)
    return next((one.section for one in rows), "")


def _requirement(reading: Reading, requirement: Requirement) -> QWidget:
    button = opener(reading, requirement.id, reading.says(requirement.title), binding_and_source(requirement))
    if reading.opened != requirement.id:
        return button
    pad = reading.look.px(24)
    body = detail(reading, requirement)
    body.setContentsMargins(pad, reading.look.px(18), pad, reading.look.px(20))
    box = QWidget()
    box.setLayout(column(button, panel("raised", body, f"detail-{requirement.id}"), gap=reading.look.px(4)))
    return box


def nothing_left() -> str:
    """Return what is said where every requirement of a part is hidden."""
    return QCoreApplication.translate("Reading", "Nothing of this applies to what you told us.")
