"""What does the drawing not say? A few plain questions with big answers; each may be left open when the check starts."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QProgressBar, QWidget

from showroom.app.kiosk.jobs import Job
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.plan_facts import Question, answer_of, answered, is_chosen, questions_of
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.trouble import words_for
from showroom.app.kiosk.visit import Visit
from showroom.app.theme import HEADING, Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, note, panel, row
from showroom.domain.application import Application
from showroom.domain.permit import Permit
from showroom.domain.review import Review


class QuestionsPage(Page):
    """The questions and the start of the check."""

    def __init__(self, surroundings: Surroundings, look: Look, permit: Permit) -> None:
        super().__init__(surroundings, look)
        self.permit = permit
        self.job: Job | None = None
        self._choices: dict[tuple[str, str], TouchButton] = {}
        self._counts: dict[str, QWidget] = {}
        scroll = ScrollColumn(look, gap=16, name="questions")
        own = self.visit.own
        if own.trouble:
            scroll.content.addWidget(self._trouble(own.trouble))
        self._questions = questions_of(permit)
        for question in self._questions:
            scroll.content.addWidget(self._question(question))
        scroll.content.addStretch(1)
        self._busy = self._busy_panel()
        self._busy.hide()
        self._start = TouchButton(look, self.tr("Check now"), icon="check-plan", kind="primary", size=HEADING)
        self._start.setObjectName("check-now")
        self._start.setMinimumHeight(self.px(80))
        self._start.clicked.connect(self.start)
        another = TouchButton(look, self.tr("Another plan"), icon="folder", kind="secondary")
        another.setObjectName("another-plan")
        another.setMinimumHeight(self.px(80))
        another.clicked.connect(lambda: self.holder.revise(page="plans"))
        foot = row(another, None, self._start, gap=self.px(16))
        head = column(label(self.tr("A few questions"), "title"), self._file_line(own.plan_path), gap=self.px(6))
        layout = column(head, scroll, self._busy, foot, gap=self.px(16), margins=self.margins())
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._busy.show)

    def _file_line(self, plan_path: Path | None) -> QWidget:
        name = plan_path.name if plan_path else ""
        words = self.tr("Plan: {name}. What you leave open is marked 'to confirm'.").format(name=name)
        return label(words, "body", "muted")

    def _trouble(self, lines: tuple[str, ...]) -> QWidget:
        return note(self.look, "mistake", self.tr("We could not use this file"), "\n".join(lines), "not_met", "not_met")

    # -- questions -------------------------------------------------------------------------------------------
    def _question(self, question: Question) -> QFrame:
        words = label(QCoreApplication.translate("PlanFacts", question.words), "strong")
        words.setObjectName(f"question-{question.key}")
        answers = self._counter(question) if question.kind == "count" else self._answers(question)
        pad = self.px(24)
        if question.kind == "count":
            line = row(words, answers, gap=self.px(16), margins=(pad, self.px(16), pad, self.px(16)))
            line.setStretch(0, 1)
            return panel("raised", line)
        return panel("raised", column(words, answers, gap=self.px(12), margins=(pad, self.px(16), pad, self.px(20))))

    def _answers(self, question: Question) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.look.gap)
        wide = self.look.width / self.look.scale
        columns = 5 if wide > 1500 and len(question.answers) != 8 else 4 if wide > 1000 else 3 if wide > 800 else 2
        for place, (key, words) in enumerate(question.answers.items()):
            button = TouchButton(self.look, QCoreApplication.translate("PlanFacts", words), kind="choice", bold=False)
            button.setObjectName(f"answer-{question.key}-{key}")
            button.setCheckable(True)
            button.setChecked(is_chosen(self.visit.own.application, question, key))
            button.clicked.connect(lambda _=False, key=key: self._answer(question, key))
            grid.addWidget(button, place // columns, place % columns)
            self._choices[question.key, key] = button
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        return holder

    def _answer(self, question: Question, key: str) -> None:
        application = self.visit.own.application
        if question.kind == "many":
            given = list(answer_of(application, question) or ())
            given = [one for one in given if one != key] if key in given else [*given, key]
            self._put(answered(application, question, tuple(given)))
        else:
            chosen = is_chosen(application, question, key)
            self._put(answered(application, question, None if chosen else question.read(key)))

    def _counter(self, question: Question) -> QWidget:
        value = answer_of(self.visit.own.application, question)
        number = label("–" if value is None else str(value), "heading", wrap=False, name=f"count-{question.key}")
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        number.setFixedWidth(self.px(96))
        buttons = []
        for icon, name, step in (("minus", self.tr("Fewer"), -question.step), ("plus", self.tr("More"), question.step)):
            button = TouchButton(self.look, icon=icon, kind="secondary", name=name)
            button.setObjectName(f"count-{question.key}-{icon}")
            button.setFixedSize(self.px(72), self.px(64))
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _=False, step=step: self._count(question, step))
            buttons.append(button)
        self._counts[question.key] = number
        holder = QWidget()
        holder.setLayout(row(buttons[0], number, buttons[1], gap=self.px(8)))
        return holder

    def _count(self, question: Question, step: int) -> None:
        application = self.visit.own.application
        value = answer_of(application, question)
        self._put(answered(application, question, max(0, min(5000, (value or 0) + step))))

    def _put(self, application: Application) -> None:
        self.holder.own(application=application, review=None, trouble=())

    # -- following -------------------------------------------------------------------------------------------
    def follow(self, before: Visit, after: Visit) -> bool:
        """Show the answers given; a trouble told needs the page anew."""
        if before.revise(own=after.own) != after or before.own.trouble != after.own.trouble:
            return False
        for question in self._questions:
            for key in question.answers:
                self._choices[question.key, key].setChecked(is_chosen(after.own.application, question, key))
            if question.key in self._counts:
                value = answer_of(after.own.application, question)
                self._counts[question.key].setText("–" if value is None else str(value))  # type: ignore[attr-defined]
        return True

    # -- the check -------------------------------------------------------------------------------------------
    def _busy_panel(self) -> QFrame:
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Checking"))
        cancel = TouchButton(self.look, self.tr("Cancel"), icon="close", kind="secondary")
        cancel.setObjectName("cancel-check")
        cancel.clicked.connect(self.cancel)
        picture = icon_label(self.look, "measure", 36)
        words = label(self.tr("Reading and measuring your plan…"), "strong")
        inner = row(picture, column(words, bar, gap=self.px(8)), cancel, gap=self.px(20))
        inner.setStretch(1, 1)
        pad = self.px(20)
        inner.setContentsMargins(pad, pad, pad, pad)
        return panel("raised", inner, "busy")

    def start(self) -> None:
        """Run the check in a worker; the answer comes back as one signal."""
        own, around, permit = self.visit.own, self.surroundings, self.permit
        plan_path, application = own.plan_path, own.application
        if plan_path is None or self.job is not None:
            return
        check = own.check or around.make_check(plan_path)
        self.holder.own(check=check)
        as_of = around.today()
        self._start.setEnabled(False)
        self._patience.start(300)
        self.job = around.jobs.start(lambda job: check(permit, application, as_of, lambda _seconds: job.wanted))
        self.job.done.connect(self._done)
        self.job.failed.connect(self._failed)

    def cancel(self) -> None:
        """Give the check up."""
        if self.job is not None:
            self.job.cancel()
        self._rest()

    def _rest(self) -> None:
        self.job = None
        self._patience.stop()
        self._busy.hide()
        self._start.setEnabled(True)

    def _done(self, review: Review) -> None:
        self._rest()
        self.holder.revise(page="result", own=replace(self.visit.own, review=review, finding=None, trouble=()))

    def _failed(self, problems: tuple[object, ...]) -> None:
        self._rest()
        self.holder.own(trouble=words_for(problems, self.language))

    def close_page(self) -> None:
        """Give up a check that still runs."""
        if self.job is not None:
            self.job.cancel()
