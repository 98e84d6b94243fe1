"""How was one verdict reached? From clause to our reading, what was measured and where, to the margin and what would mend it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from showroom.app.icons import OF_OUTCOME
from showroom.app.kiosk.findings import Line
from showroom.app.kiosk.sources import source_line
from showroom.app.theme import OUTCOME_ROLE, Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, note, panel, row
from showroom.domain.finding import Outcome
from showroom.domain.permit import Requirement
from showroom.domain.vocabulary import Vocabulary
from showroom.reports import words
from showroom.reports.why import plain_facts

_MOST_FACTS = 8
"""Facts listed of one verdict; a rule that looks at every room rests on many."""


class FindingDetail(QFrame):
    """One finding, opened; `acts` are the buttons that put it on the list and read it aloud."""

    closed = Signal()
    moved = Signal(int)

    def __init__(
        self, look: Look, language: str, line: Line, requirement: Requirement | None, vocabulary: Vocabulary, *acts: QWidget
    ) -> None:
        super().__init__()
        self.look, self._language, self._vocabulary = look, language, vocabulary
        self.setProperty("panel", "raised")
        self.setObjectName("finding-detail")
        finding = line.finding
        role = OUTCOME_ROLE[finding.outcome]
        head = row(icon_label(look, OF_OUTCOME[finding.outcome], 40, role), gap=look.gap)
        verdict = f"{words.OUTCOME[finding.outcome].in_(language)}  ·  {words.BINDING[finding.binding].in_(language)}"
        titles = column(label(verdict, "caption", role), label(line.title, "heading"), gap=0)
        head.addLayout(titles, 1)
        for icon, name, act in (
            ("back", self.tr("Previous finding"), lambda: self.moved.emit(-1)),
            ("next", self.tr("Next finding"), lambda: self.moved.emit(1)),
            ("close", self.tr("Close"), self.closed.emit),
        ):
            button = TouchButton(look, icon=icon, kind="quiet", name=name)
            button.setObjectName(f"detail-{icon}")
            button.setFixedSize(look.px(64), look.px(64))
            button.clicked.connect(act)
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        body = ScrollColumn(look, gap=14, name="detail-body", ground="surface_raised")
        body.content.addWidget(label(words.plainly(finding.text.in_(language))))
        if finding.remedy is not None or (
            requirement is not None and requirement.remedy is not None and finding.outcome is not Outcome.MET
        ):
            remedy = finding.remedy or (requirement.remedy if requirement else None)
            if remedy is not None:
                body.content.addWidget(note(look, "why", self.tr("What to do"), remedy.in_(language)))
        body.content.addWidget(self._facts(line, requirement))
        body.content.addStretch(1)
        pad = look.px(24)
        layout = column(head, gap=look.px(12), margins=(pad, look.px(16), look.px(12), look.px(16)))
        strip = row(*self._figures(line), None, *acts, gap=look.gap)
        for one in acts:
            strip.setAlignment(one, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(strip)
        layout.addWidget(body, 1)
        self.setLayout(layout)

    def _figures(self, line: Line) -> list[QFrame]:
        """Return required, measured and margin as three small boxes, those that there are."""
        finding, language, look = line.finding, self._language, self.look
        figures = []
        if finding.required is not None:
            figures.append((self.tr("Required"), words.limit(finding.required, language), ""))
        if finding.measured is not None:
            figures.append((self.tr("Measured"), words.quantity(finding.measured, language), OUTCOME_ROLE[finding.outcome]))
        if finding.margin is not None:
            figures.append((self.tr("Margin"), words.margin(finding, language), OUTCOME_ROLE[finding.outcome]))
        pad = look.px(16)
        return [
            panel(
                "sunken",
                column(
                    label(name, "caption", "muted", wrap=False),
                    label(figure, "heading", tone, wrap=False),
                    margins=(pad, look.px(6), pad, look.px(8)),
                ),
            )
            for name, figure, tone in figures
        ]

    def _facts(self, line: Line, requirement: Requirement | None) -> QFrame:
        finding, language, look = line.finding, self._language, self.look
        frame = QFrame()
        frame.setProperty("panel", "sunken")
        grid = QGridLayout(frame)
        pad = look.px(16)
        grid.setContentsMargins(pad, pad, pad, pad)
        grid.setHorizontalSpacing(look.px(20))
        grid.setVerticalSpacing(look.px(8))
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, str]] = []
        if requirement is not None:
            rows.append((self.tr("We read it as"), requirement.text.in_(language)))
        if finding.reason is not None:
            rows.append((self.tr("Why open"), words.REASON[finding.reason].in_(language)))
        grid.addWidget(label(self.tr("Clause"), "caption", "muted", wrap=False), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(source_line(look, finding.source), 0, 1)
        for at, (name, text) in enumerate(rows, 1):
            grid.addWidget(label(name, "caption", "muted", wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(text), at, 1)
        facts = plain_facts(finding, self._vocabulary)
        for at, (fact, said) in enumerate(facts[:_MOST_FACTS], len(rows) + 1):
            name_of_it = label(fact.in_(language), "caption", "muted")
            grid.addLayout(column(name_of_it, label(said.in_(language)), gap=0), at, 0, 1, 2)
        if len(facts) > _MOST_FACTS:
            more = self.tr("and {count} more").format(count=len(facts) - _MOST_FACTS)
            grid.addWidget(label(more, "caption", "muted"), grid.rowCount(), 0, 1, 2)
        return frame
