"""Which results of a search do not apply to what the visitor told, and how is that said?

A result is beside the point only where it is for every permit it belongs to, by the same rule as on the permits' own pages.
"""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.situation import Relevance, relevance
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.theme import CAPTION, Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, panel, row
from showroom.domain.permit import Permit
from showroom.search import Entry, Hit


class BesideTheAnswers:
    """What the answers of the visitor leave out, asked result by result; made anew when the answers change."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.show_all = around.holder.visit.situation.show_all

    @cached_property
    def _found(self) -> dict[str, tuple[Permit, Relevance]]:
        """By id each permit with what of it does not address the visitor; empty where nothing was told."""
        if not self._around.holder.visit.situation.given:
            return {}
        return {permit.id: (permit, relevance(self._around, permit)) for permit in self._around.catalogue.permits}

    def because(self, entry: Entry) -> tuple[str, ...]:
        """Return the answers that leave a result out; `()` where it applies."""
        said: dict[str, None] = {}
        for permit_id in entry.permits if self._found else ():
            permit, found = self._found[permit_id]
            rows = self._rows(entry, permit)
            if not rows or not found.reasons.keys() >= rows:
                return ()
            said |= dict.fromkeys(found.because(rows))
        return tuple(said)

    def _rows(self, entry: Entry, permit: Permit) -> frozenset[str]:
        """Return the requirements of `permit` that a result stands for; papers, steps and permits stand for themselves."""
        if entry.kind == "requirement":
            return frozenset([entry.id])
        if entry.kind == "condition":
            return frozenset(permit.conditions[int(entry.id)].requirements)
        exhibit = self._around.catalogue.exhibit(entry.scene) if entry.kind == "point" else None
        if exhibit is None:
            return frozenset()
        return frozenset(one.id for one in self._around.catalogue.requirements_of(exhibit.scene.hotspot(entry.id), permit))


def beside_bar(around: Surroundings, look: Look, left_out: Sequence[Hit], beside: BesideTheAnswers) -> QWidget:
    """Return the line that says how many results do not apply and why, with the way to see them all the same or not."""
    translate = QCoreApplication.translate
    words = (
        translate("Situation", "{count} results do not apply to what you told us: {answers}")
        if beside.show_all
        else translate("Situation", "{count} results are hidden because you told us: {answers}")
    )
    answers = dict.fromkeys(answer for hit in left_out for answer in beside.because(hit.entry))
    said = words.format(count=len(left_out), answers=translate("Situation", "; ").join(answers))
    toggle = TouchButton(
        look,
        translate("Situation", "Hide these") if beside.show_all else translate("Situation", "Show all"),
        kind="secondary",
        size=CAPTION,
    )
    toggle.setObjectName("situation-all")
    toggle.clicked.connect(lambda: around.holder.tell(show_all=not beside.show_all))
    head = row(icon_label(look, "situation", 28), label(said, "caption", name="situation-words"), gap=look.px(14))
    head.setStretch(1, 1)
    wide = not (look.large_print or look.portrait or look.narrow)
    lines = row(head, toggle, gap=look.px(16)) if wide else column(head, row(None, toggle), gap=look.px(10))
    if wide:
        lines.setStretch(0, 1)
    lines.setContentsMargins(look.px(18), look.px(8), look.px(10), look.px(8))
    return panel("soft", lines, "situation")
