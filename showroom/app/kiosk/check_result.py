"""What came of the check? Summary, findings in groups, the drawn plan with what was measured, and the way home with it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from showroom.app.kiosk.catalogue import own_exhibit
from showroom.app.kiosk.finding_detail import FindingDetail
from showroom.app.kiosk.findings import GROUP_WORDS, FindingButton, Line, SummaryBar, group_of, grouped, lines_of, opened_at_first
from showroom.app.kiosk.mark_button import MarkButton
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.read_aloud import SpeakButton, passages
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit, Walk
from showroom.app.theme import Look
from showroom.app.widgets.plan_view import PlanView
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, panel, row
from showroom.domain.finding import Outcome
from showroom.domain.permit import Permit
from showroom.domain.review import Review
from showroom.reports.my_list import requirement_marks

_MARKED = (Outcome.NOT_MET, Outcome.TO_CONFIRM, Outcome.NOT_CHECKED)


class ResultPage(Page):
    """The review of the visitor's plan."""

    def __init__(self, surroundings: Surroundings, look: Look, permit: Permit) -> None:
        super().__init__(surroundings, look)
        review = self.visit.own.review
        assert review is not None, "the result page is only shown for a review"
        self.review: Review = review
        self.permit = permit
        self.lines = lines_of(review, permit, self.language, surroundings.catalogue.vocabulary)
        self._marked: list[Line] = []
        self._buttons: dict[int, FindingButton] = {}
        self._heads: dict[str, TouchButton] = {}
        self._detail: FindingDetail | None = None
        self.plan_view = PlanView(look, self.language)
        self.plan_view.setObjectName("plan-view")
        self.plan_view.tapped.connect(lambda place: self.holder.own(finding=self._marked[place].index))
        frame = panel("raised", column(self.plan_view, margins=(3, 3, 3, 3)))
        self._scroll = ScrollColumn(look, gap=16, name="findings")
        self._fill()
        self._slot = column(gap=0)
        if look.portrait or look.narrow:
            upper = column(self._head(), frame, gap=self.px(16))
            upper.setStretch(1, 1)
            lower = column(self._scroll, self._slot, gap=0)
            lower.setStretch(0, 1)
            body: QLayout = column(upper, lower, self._foot(), gap=self.px(16), margins=self.margins())
            body.setStretch(0, 48)  # type: ignore[attr-defined]
            body.setStretch(1, 52)  # type: ignore[attr-defined]
        else:
            left = column(self._head(), self._scroll, self._foot(), gap=self.px(16))
            left.setStretch(1, 1)
            self._left = QWidget()
            self._left.setLayout(left)
            self._right = column(frame, self._slot, gap=self.px(16))
            self._right.setStretch(0, 1)
            self._right.setStretch(1, 1 if look.large_print else 0)
            body = row(self._left, self._right, gap=self.px(32), margins=self.margins())
            body.setStretch(0, 44)  # type: ignore[attr-defined]
            body.setStretch(1, 56)  # type: ignore[attr-defined]
        self.setLayout(body)
        self._show_finding(self.visit.own.finding)

    # -- head, list, foot ------------------------------------------------------------------------------------
    def _head(self) -> QWidget:
        status = self.review.exit_status
        icon, tone, words = {
            1: ("not-met", "not_met", self.tr("Some required points are not met yet")),
            3: ("to-confirm", "to_confirm", self.tr("Nothing required is missed; some points are still open")),
            0: ("met", "met", self.tr("Everything required that a drawing can show is met")),
        }[status]
        picture = icon_label(self.look, icon, 44, tone)
        line = row(picture, label(words, "heading"), gap=self.px(16))
        line.setStretch(1, 1)
        holder = QWidget()
        layout = column(line, gap=self.px(12))
        name = self.review.plan.name or Path(self.review.plan.source.path).name
        if not self.look.large_print:
            shown = self.tr("Plan: {name}").format(name=name)
            layout.addWidget(label(f"{shown}  ·  {self.permit.title.in_(self.language)}", "caption", "muted"))
        layout.addWidget(SummaryBar(self.look, self.review, self.language))
        holder.setLayout(layout)
        return holder

    def _fill(self) -> None:
        content = self._scroll.content
        for key, lines in grouped(self.lines):
            words = QCoreApplication.translate("Findings", GROUP_WORDS[key])
            head = TouchButton(
                self.look,
                f"{words}  ({len(lines)})",
                icon="down",
                kind="quiet",
                align=Qt.AlignmentFlag.AlignLeft,
                name=f"{words}: {len(lines)}",
            )
            head.setObjectName(f"group-{key}")
            head.clicked.connect(lambda _=False, key=key: self._fold(key))
            content.addWidget(head)
            self._heads[key] = head
            if key == "change":
                marks = requirement_marks(self.permit.id, dict.fromkeys(line.finding.requirement for line in lines))
                self._mark_all = MarkButton(self.look, self.holder, marks, words, several=True)
                content.addWidget(self._mark_all)
            for line in lines:
                button = FindingButton(self.look, line, self.language)
                button.clicked.connect(lambda _=False, index=line.index: self._toggle(index))
                self._buttons[line.index] = button
                content.addWidget(button)
        content.addStretch(1)
        self._marked = [line for line in self.lines if line.finding.outcome in _MARKED and line.finding.geometry is not None]
        self._show_groups()

    @property
    def _opened(self) -> frozenset[str]:
        opened = self.visit.own.opened
        return opened_at_first(self.lines) if opened is None else opened

    def _fold(self, key: str) -> None:
        self.holder.own(opened=self._opened ^ {key})

    def _show_groups(self) -> None:
        opened = self._opened
        for key, lines in grouped(self.lines):
            self._heads[key].set_icon("down" if key in opened else "next")
            if key == "change":
                self._mark_all.setVisible(key in opened and not self.look.large_print)
            for line in lines:
                self._buttons[line.index].setVisible(key in opened)

    def _toggle(self, index: int) -> None:
        self.holder.own(finding=None if self.visit.own.finding == index else index)

    def _foot(self) -> QWidget:
        take = TouchButton(self.look, self.tr("Take it home"), icon="take-away", kind="primary")
        take.setObjectName("take-home")
        take.clicked.connect(lambda: self.holder.revise(page="takeaway", list_from="result"))
        answers = TouchButton(self.look, self.tr("Change answers"), icon="list", kind="secondary")
        answers.setObjectName("change-answers")
        answers.clicked.connect(lambda: self.holder.revise(page="questions"))
        walk = TouchButton(self.look, self.tr("Walk through it"), icon="walk", kind="secondary")
        walk.setObjectName("walk-own")
        walk.clicked.connect(self._walk)
        for button in (answers, walk, take):
            button.setMinimumHeight(self.px(80))
        if self.look.large_print:  # fewer choices: they wait at the end of the list
            for button in (walk, answers):
                self._scroll.content.insertWidget(self._scroll.content.count() - 1, button)
            buttons = row(take)
        else:
            buttons = row(answers, walk, take, gap=self.px(16))
            for at in range(3):
                buttons.setStretch(at, 1)
        holder = QWidget()
        holder.setLayout(buttons)
        return holder

    def _walk(self) -> None:
        """Lead the visitor into the premises their plan makes."""
        exhibit = self.visit.own.exhibit
        if exhibit is None or exhibit.own is not self.review:
            exhibit = own_exhibit(self.review, self.surroundings.catalogue.vocabulary)
        own = replace(self.visit.own, exhibit=exhibit)
        self.holder.revise(page="showroom", scene_id=exhibit.scene.id, walk=Walk(), own=own)

    # -- following -------------------------------------------------------------------------------------------
    def follow(self, before: Visit, after: Visit) -> bool:
        """Show another finding, or other groups."""
        if before.revise(own=after.own) != after or before.own.review is not after.own.review:
            return False
        if before.own.opened != after.own.opened:
            self._show_groups()
        if before.own.finding != after.own.finding:
            self._show_finding(after.own.finding)
        return True

    def _show_finding(self, index: int | None) -> None:
        for place, button in self._buttons.items():
            button.setChecked(place == index)
        if self._detail is not None:
            self._slot.removeWidget(self._detail)
            self._detail.hide()
            self._detail.deleteLater()
            self._detail = None
        shown = list(self._marked)
        line = next((line for line in self.lines if line.index == index), None)
        if line is not None and line.finding.geometry is not None and line not in shown:
            shown.append(line)
        self.plan_view.set_review(self.review.plan, [one.finding for one in shown], [one.number for one in shown])
        self.plan_view.select(shown.index(line) if line in shown else None)
        stacked = self.look.portrait or self.look.narrow
        self._scroll.setVisible(line is None or not stacked)
        if self.look.large_print and not stacked:  # one thing at a time: the plan beside the finding, without the list
            self._left.setVisible(line is None)
            self._right.setDirection(QBoxLayout.Direction.TopToBottom if line is None else QBoxLayout.Direction.LeftToRight)
        if line is not None:
            if group_of(line.finding) not in self._opened:
                self._fold(group_of(line.finding))
            requirement = self.permit.requirement(line.finding.requirement)
            vocabulary = self.surroundings.catalogue.vocabulary
            mark = MarkButton(
                self.look, self.holder, requirement_marks(self.permit.id, [line.finding.requirement]), line.title,
                words=not self.look.large_print,
            )  # fmt: skip
            speak = SpeakButton(self.surroundings, self.look, lambda: passages(self._slot, buttons=False))
            self._detail = FindingDetail(self.look, self.language, line, requirement, vocabulary, mark, speak)
            self._detail.closed.connect(lambda: self.holder.own(finding=None))
            self._detail.moved.connect(self._next)
            self._slot.addWidget(self._detail, 1)
            if not stacked and not self.look.large_print:
                self._detail.setFixedHeight(self.px(456))
                self._scroll.ensureWidgetVisible(self._buttons[line.index])

    def _next(self, steps: int) -> None:
        order = [line.index for line in self.lines]
        here = order.index(self.visit.own.finding) if self.visit.own.finding in order else 0
        self.holder.own(finding=order[(here + steps) % len(order)])

    def key(self, event: QKeyEvent) -> bool:
        """Close the detail by Escape."""
        if event.key() == Qt.Key.Key_Escape and self.visit.own.finding is not None:
            self.holder.own(finding=None)
            return True
        return False
