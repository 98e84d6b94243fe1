"""How does an application go, how long may it take, what does it cost, and where? The facts, and the procedure as a timeline."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.reading import Reading
from showroom.app.kiosk.sources import source_line
from showroom.app.widgets.timeline import Timeline
from showroom.app.widgets.words import column, icon_label, label, panel, row
from showroom.domain.permit import Step


def procedure_of(reading: Reading) -> list[QWidget]:
    """Return the facts of the office, then the steps along their rail."""
    steps = [_step(reading, step) for step in reading.permit.procedure]
    facts = _facts(reading)
    return [*([facts] if facts is not None else []), *([Timeline(reading.look, steps)] if steps else [])]


def _facts(reading: Reading) -> QWidget | None:
    """Office, fee and validity, each as a card."""
    permit, look = reading.permit, reading.look
    told = [
        (icon, words, text)
        for icon, words, text in (
            ("office", QCoreApplication.translate("Steps", "Office"), permit.office),
            ("fee", QCoreApplication.translate("Steps", "Fee"), permit.fee),
            ("calendar", QCoreApplication.translate("Steps", "Valid for"), permit.validity),
        )
        if text is not None
    ]
    if not told:
        return None
    beside = not (look.portrait or look.narrow or look.large_print)
    cards = row(gap=look.px(16)) if beside else column(gap=look.px(12))
    for at, (icon, words, text) in enumerate(told):
        picture = icon_label(look, icon, 32)
        lines = column(
            label(words, "caption", "muted"), label(reading.says(text), "strong" if at else "body"), None, gap=look.px(4)
        )
        line = row(picture, lines, gap=look.px(16), margins=(look.px(20), look.px(16), look.px(20), look.px(16)))
        line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        cards.addWidget(panel("soft", line, f"fact-{icon}"), 40 if beside and at == 0 else 30)
    holder = QWidget()
    holder.setLayout(cards)
    return holder


def _step(reading: Reading, step: Step) -> QWidget:
    look = reading.look
    body = column(label(reading.says(step.title), "strong"), label(reading.says(step.text)), gap=look.px(8))
    times = [
        (icon, role, words, text)
        for icon, role, words, text in (
            ("law", "muted", QCoreApplication.translate("Steps", "By law"), step.legal_time),
            ("clock", "accent", QCoreApplication.translate("Steps", "We promise"), step.promised_time),
        )
        if text is not None
    ]
    beside = len(times) > 1 and not (look.large_print or look.narrow)
    boxes = row(gap=look.px(12)) if beside else column(gap=look.px(8))
    for icon, role, words, text in times:
        picture = icon_label(look, icon, 26, role)
        told = column(label(words, "caption", "muted"), label(reading.says(text), "strong", "accent" if role == "accent" else ""))
        line = row(picture, told, gap=look.px(12), margins=(look.px(16), look.px(10), look.px(16), look.px(10)))
        line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        boxes.addWidget(panel("soft" if role == "accent" else "sunken", line), 1)
    if times:
        body.addLayout(boxes)
    found = reading.permit.requirement(step.requirement) if step.requirement else None
    if found is not None:
        body.addWidget(source_line(look, found.source.cite()))
        see = reading.way_in(found.id)
        if see is not None:
            body.addLayout(row(see, None))
    pad = look.px(24)
    body.setContentsMargins(pad, look.px(18), pad, look.px(18))
    return panel("raised", body, f"step-{step.id}")
