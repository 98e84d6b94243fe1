"""What is hidden here, and why? One line on pages that leave things out, with the ways to see it all and to change answers."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.reading import Reading
from showroom.app.kiosk.situation import Relevance, trade_of
from showroom.app.theme import CAPTION
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, panel, row


def hidden_words(found: Relevance, *, points: Collection[Collection[str]] | None = None) -> str:
    """Return how much is hidden, or would be, and because of which answers.

    With `points`, the requirements of each key point left out, it speaks of key points instead of requirements.
    """
    translate = QCoreApplication.translate
    if points is not None:
        count, rows = len(points), {name for point in points for name in point}
        words = (
            translate("Situation", "{count} key points do not apply to what you told us: {answers}")
            if found.show_all
            else translate("Situation", "{count} key points are hidden because you told us: {answers}")
        )
    else:
        count, rows = len(found.reasons), set(found.reasons)
        words = (
            translate("Situation", "{count} requirements do not apply to what you told us: {answers}")
            if found.show_all
            else translate("Situation", "{count} requirements are hidden because you told us: {answers}")
        )
    return words.format(count=count, answers=translate("Situation", "; ").join(found.because(rows)))


def situation_bar(reading: Reading) -> QWidget | None:
    """Return the line of a permit's page; `None` where the register has no questions about it."""
    around, look, found = reading.surroundings, reading.look, reading.relevance
    if not around.catalogue.questions.questions:
        return None
    told = around.holder.visit.situation
    if found.reasons:
        words = hidden_words(found)
    elif told.given:
        words = QCoreApplication.translate("Situation", "Everything here applies to what you told us.")
    else:
        words = QCoreApplication.translate("Situation", "See only what applies to you: answer a few questions.")
    buttons = [
        _button(reading, QCoreApplication.translate("Situation", "Change answers"), "situation-answers")
        if told.given
        else _button(reading, QCoreApplication.translate("Situation", "Answer"), "situation-answers")
    ]
    buttons[0].clicked.connect(lambda: around.holder.revise(page="guidance", situation=trade_of(around, reading.permit)))
    if found.reasons:
        all_ = QCoreApplication.translate("Situation", "Show all")
        fewer = QCoreApplication.translate("Situation", "Hide these")
        toggle = _button(reading, all_ if found.hidden else fewer, "situation-all")
        toggle.clicked.connect(lambda: around.holder.tell(show_all=bool(found.hidden)))
        buttons.insert(0, toggle)
    sentence = label(words, "caption", name="situation-words")
    side = row(None, *buttons, gap=look.px(16))
    head = row(icon_label(look, "situation", 28), sentence, gap=look.px(14))
    head.setStretch(1, 1)
    wide = not (look.large_print or look.portrait or look.narrow) or not found.reasons
    lines = row(head, side, gap=look.px(16)) if wide else column(head, side, gap=look.px(10))
    if wide:
        lines.setStretch(0, 1)
    lines.setContentsMargins(look.px(18), look.px(8), look.px(10), look.px(8))
    return panel("soft", lines, "situation")


def _button(reading: Reading, words: str, name: str) -> TouchButton:
    button = TouchButton(reading.look, words, kind="secondary", size=CAPTION)
    button.setObjectName(name)
    return button
