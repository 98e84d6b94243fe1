"""What does a permit ask for? Conditions, documents, procedure and all requirements in plain words, and the ways on.

What each part shows is in its own module; what stands open, and what is hidden, is in the visit.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLayout, QWidget

from showroom.app.kiosk.page import Page
from showroom.app.kiosk.permit_papers import papers_of
from showroom.app.kiosk.permit_requirements import conditions_of, nothing_left, requirements_of
from showroom.app.kiosk.permit_steps import procedure_of
from showroom.app.kiosk.reading import Reading
from showroom.app.kiosk.situation_bar import situation_bar
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Part, Visit, Walk
from showroom.app.theme import BODY, CAPTION, HEADING, Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.segments import Segments
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import Picture, clear, column, icon_label, label, panel, row
from showroom.domain.permit import Permit

_PARTS: dict[Part, Callable[[Reading], list[QWidget]]] = {
    "conditions": conditions_of,
    "documents": papers_of,
    "procedure": procedure_of,
    "requirements": requirements_of,
}


class PermitPage(Page):
    """One permit."""

    def __init__(self, surroundings: Surroundings, look: Look, permit: Permit) -> None:
        super().__init__(surroundings, look)
        self.permit = permit
        head = column(label(permit.title.in_(self.language), "title"), gap=self.px(6))
        if not look.large_print:
            head.addWidget(label(permit.summary.in_(self.language), "body", "muted"))
        left = column(head, gap=self.px(16))
        self._parts = self._segments()
        left.addWidget(self._parts)
        self._scroll = ScrollColumn(look, gap=16, name="permit-part")
        left.addWidget(self._scroll, 1)
        self._fill(self.visit)
        ways = self._ways()
        if look.portrait or look.narrow:
            layout: QLayout = column(left, ways, gap=self.px(20), margins=self.margins())
            layout.setStretch(0, 1)  # type: ignore[attr-defined]
        else:
            layout = row(left, ways, gap=self.px(40), margins=self.margins())
            layout.setStretch(0, 62)  # type: ignore[attr-defined]
            layout.setStretch(1, 38)  # type: ignore[attr-defined]
        self.setLayout(layout)

    def follow(self, before: Visit, after: Visit) -> bool:
        """Turn to another part, open something in it, or show what was hidden."""
        if before.revise(part=after.part, opened=after.opened, situation=after.situation, marked=after.marked) != after:
            return False
        if before.revise(marked=after.marked) != after:
            self._parts.choose(after.part)
            focused = self.focusWidget()
            name = focused.objectName() if focused is not None and self._scroll.isAncestorOf(focused) else ""
            self._fill(after)
            again = self._scroll.findChild(QWidget, name) if name else None
            if again is not None:
                again.setFocus(
                    Qt.FocusReason.OtherFocusReason if getattr(focused, "ringed", False) else Qt.FocusReason.MouseFocusReason
                )
        return True

    # -- parts -----------------------------------------------------------------------------------------------
    def _segments(self) -> Segments:
        choices = [
            ("conditions", self.tr("Conditions"), "conditions"),
            ("documents", self.tr("Documents"), "document"),
            ("procedure", self.tr("Procedure"), "procedure"),
            ("requirements", self.tr("Requirements"), "list"),
        ]
        if self.look.large_print or self.look.portrait or self.look.narrow:
            choices = [(key, words, "") for key, words, _ in choices]
        size = CAPTION if self.look.large_print else BODY
        parts = Segments(self.look, choices, self.visit.part, name=self.tr("What to read"), size=size)
        parts.chosen.connect(lambda key: self.holder.revise(part=key, opened=None))
        return parts

    def _fill(self, visit: Visit) -> None:
        content = self._scroll.content
        clear(content)
        reading = self._reading = Reading(self.surroundings, self.look, self.permit)
        bar = situation_bar(reading) if visit.part in ("conditions", "requirements") else None
        rows = _PARTS[visit.part](reading)
        if not rows:
            words = (
                nothing_left() if reading.relevance.hidden else self.tr("Nothing is recorded here yet. Please ask at the counter.")
            )
            rows = [label(words, "body", "muted")]
        for widget in [*([bar] if bar is not None else []), *rows]:
            content.addWidget(widget)
        content.addStretch(1)
        QTimer.singleShot(0, self, self._show_opened)

    def _show_opened(self) -> None:
        """Bring what stands open into view, else the top."""
        opened, body = self.visit.opened, self._scroll.widget()
        names = (f"paper-{opened}", f"open-{opened}", f"step-{opened}", f"condition-{opened}")
        found = next((widget for name in names if (widget := self._scroll.findChild(QWidget, name)) is not None), None)
        body.layout().activate()
        body.resize(self._scroll.viewport().width(), max(body.sizeHint().height(), body.heightForWidth(body.width())))
        top = 0 if found is None else found.mapTo(body, QPoint(0, 0)).y() - self.px(16)
        self._scroll.verticalScrollBar().setValue(max(0, top))

    # -- ways on ---------------------------------------------------------------------------------------------
    def _ways(self) -> QWidget:
        exhibit = self.surroundings.catalogue.exhibit_for(self.permit.id)
        stacked = self.look.portrait or self.look.narrow
        holder = QWidget()
        walk = TouchButton(self.look, self.tr("Walk the showroom"), icon="walk", kind="primary", size=HEADING, note="")
        walk.setObjectName("walk")
        walk.setMinimumHeight(self.px(88))
        walk.setVisible(exhibit is not None)
        check = TouchButton(self.look, self.tr("Check my plan"), icon="check-plan", kind="secondary", size=HEADING)
        check.setObjectName("check")
        check.setMinimumHeight(self.px(88))
        if exhibit is not None:
            walk.clicked.connect(lambda: self.holder.revise(page="showroom", scene_id=exhibit.scene.id, walk=Walk()))
        check.clicked.connect(lambda: self.holder.revise(page="plans"))
        if stacked:
            holder.setLayout(row(check, walk, gap=self.px(16)))
            return holder
        if exhibit is None:
            words = label(
                self.tr("There are no sample premises for this permit yet. You can check your own plan."), "body", "muted"
            )
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            pad = self.px(48)
            empty = column(
                None, icon_label(self.look, "walk", 72, "muted"), words, None, gap=self.px(24), margins=(pad, pad, pad, pad)
            )
            empty.setAlignment(empty.itemAt(1).widget(), Qt.AlignmentFlag.AlignHCenter)
            layout = column(panel("sunken", empty), check, gap=self.px(24))
            layout.setStretch(0, 1)
            holder.setLayout(layout)
            return holder
        pictures = self.surroundings.pictures(exhibit)
        picture = Picture(
            self.look, pictures[1 % len(pictures)] if pictures else None, radius=20, name=self.tr("The sample premises")
        )
        layout = column(picture, gap=self.px(16))
        points = self.tr("Key points in the sample premises: {count}").format(count=len(exhibit.hotspots(self.permit)))
        layout.addWidget(label(f"{exhibit.scene.title.in_(self.language)}  ·  {points}", "caption", "muted"))
        layout.addSpacing(self.px(8))
        layout.addWidget(check)
        layout.addWidget(walk)
        layout.setStretch(0, 1)
        holder.setLayout(layout)
        return holder
