"""What does a permit ask for? Conditions, documents and procedure in plain words, each with its legal source, and the ways on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from showroom.app.kiosk.page import Page
from showroom.app.kiosk.sources import source_line
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit, Walk
from showroom.app.theme import HEADING, Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.segments import Segments
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import Picture, clear, column, icon_label, label, panel, row
from showroom.domain.permit import Condition, Permit, PermitDocument, Requirement, Step


class PermitPage(Page):
    """One permit."""

    def __init__(self, surroundings: Surroundings, look: Look, permit: Permit) -> None:
        super().__init__(surroundings, look)
        self.permit = permit
        left = column(self._head(), gap=self.px(20))
        self._parts = self._segments()
        left.addWidget(self._parts)
        self._scroll = ScrollColumn(look, gap=12, name="permit-part")
        left.addWidget(self._scroll, 1)
        self._fill(self.visit.part)
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
        """Turn to another part."""
        if before.revise(part=after.part) != after:
            return False
        self._parts.choose(after.part)
        self._fill(after.part)
        return True

    # -- head ------------------------------------------------------------------------------------------------
    def _head(self) -> QVBoxLayout:
        language, permit = self.language, self.permit
        head = column(
            label(permit.title.in_(language), "title"), label(permit.summary.in_(language), "body", "muted"), gap=self.px(6)
        )
        facts = [
            (icon, words.format(text=text.in_(language)))
            for icon, words, text in (
                ("office", self.tr("Office: {text}"), permit.office),
                ("fee", self.tr("Fee: {text}"), permit.fee),
                ("calendar", self.tr("Valid: {text}"), permit.validity),
            )
            if text is not None
        ]
        if facts and not self.look.large_print:
            head.addSpacing(self.px(8))
            line = row(gap=self.px(28))
            for icon, words in facts:
                picture = icon_label(self.look, icon, 26, "muted")
                fact = row(picture, label(words, "caption", "muted"), gap=self.px(10))
                fact.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
                line.addLayout(fact, min(60, len(words)) + 24)
            head.addLayout(line)
        return head

    def _segments(self) -> Segments:
        choices = [
            ("conditions", self.tr("Conditions"), "conditions"),
            ("documents", self.tr("Documents"), "document"),
            ("procedure", self.tr("Procedure"), "procedure"),
        ]
        if self.look.large_print:
            choices = [(key, words, "") for key, words, _ in choices]
        parts = Segments(self.look, choices, self.visit.part, name=self.tr("What to read"))
        parts.chosen.connect(lambda key: self.holder.revise(part=key))
        return parts

    # -- parts -----------------------------------------------------------------------------------------------
    def _fill(self, part: str) -> None:
        content = self._scroll.content
        clear(content)
        rows: list[QWidget] = {"conditions": self._conditions, "documents": self._documents, "procedure": self._procedure}[part]()
        if not rows:
            rows = [label(self.tr("Nothing is recorded here yet. Please ask at the counter."), "body", "muted")]
        for widget in rows:
            content.addWidget(widget)
        content.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _conditions(self) -> list[QWidget]:
        return [self._condition(number, condition) for number, condition in enumerate(self.permit.conditions, 1)]

    def _condition(self, number: int, condition: Condition) -> QWidget:
        rows = [found for name in condition.requirements if (found := self.permit.requirement(name)) is not None]
        body = column(label(condition.text.in_(self.language)), gap=self.px(8))
        for requirement in rows[:4]:
            body.addLayout(self._requirement_line(requirement))
        if len(rows) > 4:
            more = self.tr("and {count} more in the showroom").format(count=len(rows) - 4)
            body.addWidget(label(more, "caption", "muted"))
        return self._entry(str(number), body)

    def _requirement_line(self, requirement: Requirement) -> QLayout:
        title = label(requirement.title.in_(self.language), "caption")
        source = source_line(self.look, requirement.source.cite())
        return column(title, source, gap=self.px(2), margins=(0, 0, 0, self.px(4)))

    def _documents(self) -> list[QWidget]:
        return [self._document(number, paper) for number, paper in enumerate(self.permit.documents, 1)]

    def _document(self, number: int, paper: PermitDocument) -> QWidget:
        body = column(label(paper.title.in_(self.language), "strong"), gap=self.px(6))
        if paper.issuer is not None:
            body.addWidget(label(self.tr("From: {issuer}").format(issuer=paper.issuer.in_(self.language)), "caption", "muted"))
        if paper.sample is not None:
            body.addWidget(label(paper.sample.in_(self.language), "caption", "muted"))
        self._add_source(body, paper.requirement)
        return self._entry(str(number), body)

    def _procedure(self) -> list[QWidget]:
        return [self._step(number, step) for number, step in enumerate(self.permit.procedure, 1)]

    def _step(self, number: int, step: Step) -> QWidget:
        body = column(label(step.title.in_(self.language), "strong"), label(step.text.in_(self.language)), gap=self.px(6))
        times = [
            words.format(time=time.in_(self.language))
            for words, time in ((self.tr("By law: {time}"), step.legal_time), (self.tr("We promise: {time}"), step.promised_time))
            if time is not None
        ]
        if times:
            clock = icon_label(self.look, "clock", 24)
            body.addLayout(row(clock, label("   ".join(times), "caption", "accent"), gap=self.px(8)))
        self._add_source(body, step.requirement)
        return self._entry(str(number), body)

    def _add_source(self, body: QVBoxLayout, requirement_id: str | None) -> None:
        found = self.permit.requirement(requirement_id) if requirement_id else None
        if found is not None:
            body.addWidget(source_line(self.look, found.source.cite()))

    def _entry(self, number: str, body: QVBoxLayout) -> QWidget:
        mark = label(number, "heading", "accent", wrap=False)
        mark.setFixedWidth(self.px(40))
        line = row(mark, body, gap=self.px(12), margins=(self.px(24), self.px(18), self.px(24), self.px(18)))
        line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        return panel("raised", line)

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
