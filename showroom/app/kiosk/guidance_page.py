"""Which permit does the visitor need? One question a screen, what remains possible beside it, and at the end the permit and why.

The questions and what follows from the answers stand in the register; this only asks them. Every answer can be changed.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from showroom.app.icons import permit_icon
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.situation import Situation, guidance_now
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit
from showroom.app.theme import BODY, CAPTION, GAP, HEADING, Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import Picture, column, icon_label, label, panel, row
from showroom.domain.guidance import Question
from showroom.domain.permit import Permit

_END = ""
"""What `Situation.asking` says when the visitor wants the result though questions are open."""


class GuidancePage(Page):
    """The question that is asked now, or the result."""

    def __init__(self, surroundings: Surroundings, look: Look) -> None:
        super().__init__(surroundings, look)
        self.guidance = guidance_now(surroundings)
        self.question = self._asked()
        self._said: dict[str, TouchButton] = {}
        middle = self._result() if self.question is None else self._ask(self.question)
        aside = self._told() if self.question is None else self._possible()
        foot = self._foot()
        if look.portrait or look.narrow:
            layout: QLayout = column(middle, aside, foot, gap=self.px(20), margins=self.margins())
            layout.setStretch(0, 1)  # type: ignore[attr-defined]
        else:
            body = row(middle, aside, gap=self.px(48))
            body.setStretch(0, 64)
            body.setStretch(1, 36)
            layout = column(body, foot, gap=self.px(20), margins=self.margins())
            layout.setStretch(0, 1)  # type: ignore[attr-defined]
        self.setLayout(layout)

    @property
    def situation(self) -> Situation:
        """What the visitor told."""
        return self.visit.situation

    def _asked(self) -> Question | None:
        """Return the question to ask: the one asked again, else the first open one."""
        asking = self.situation.asking
        if asking == _END:
            return None
        return next((question for question in self.guidance.asked if question.id == asking), self.guidance.next)

    def follow(self, before: Visit, after: Visit) -> bool:
        """Show answers among several without building anew; every other change builds the page."""
        question = self.question
        if question is None or not question.many or before.situation == after.situation:
            return False
        if before.revise(situation=after.situation) != after or after.situation.asking != question.id:
            return False
        chosen = after.situation.answers.get(question.id, ())
        for answer, tile in self._said.items():
            _tick(tile, on=answer in chosen)
        return True

    # -- a question ------------------------------------------------------------------------------------------
    def _ask(self, question: Question) -> QWidget:
        scroll = ScrollColumn(self.look, gap=16, name="guidance")
        number = next(at for at, one in enumerate(self.guidance.asked, 1) if one.id == question.id)
        words = self.tr("Question {number} of {count}") if number > 1 else self.tr("Question {number}")
        scroll.content.addWidget(label(words.format(number=number, count=len(self.guidance.asked)), "eyebrow", "muted"))
        title = label(question.text.in_(self.language), "title", name="guidance-question")
        scroll.content.addWidget(title)
        if question.help is not None:
            scroll.content.addWidget(label(question.help.in_(self.language), "body", "muted"))
        if question.many:
            scroll.content.addWidget(label(self.tr("Press all that fit, then Continue."), "body", "accent"))
        scroll.content.addSpacing(self.px(8))
        scroll.content.addWidget(self._answers(question))
        scroll.content.addStretch(1)
        return scroll

    def _answers(self, question: Question) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self.px(GAP))
        few = len(question.answers) <= 3
        across = 1 if few or self.look.large_print or self.look.width / self.look.scale < 900 else 2
        chosen = self.situation.answers.get(question.id, ())
        for at, answer in enumerate(question.answers):
            tile = TouchButton(
                self.look,
                answer.text.in_(self.language),
                kind="choice" if question.many else "row",
                size=BODY if question.many else HEADING,
                trailing="" if question.many else "next",
                align=Qt.AlignmentFlag.AlignLeft,
            )
            tile.setObjectName(f"said-{question.id}-{answer.id}")
            tile.setMinimumHeight(self.px(72 if len(question.answers) > 6 else 120 if few and not self.look.large_print else 96))
            tile.setCheckable(True)
            _tick(tile, on=answer.id in chosen)
            tile.clicked.connect(lambda _=False, answer_id=answer.id: self._say(question, answer_id))
            grid.addWidget(tile, at // across, at % across)
            self._said[answer.id] = tile
        for place in range(across):
            grid.setColumnStretch(place, 1)
        return holder

    def _say(self, question: Question, answer_id: str) -> None:
        if not question.many:
            self._put(self.situation.answered(question.id, (answer_id,)))
            return
        chosen = self.situation.answers.get(question.id, ())
        kept = tuple(one for one in chosen if one != answer_id) if answer_id in chosen else (*chosen, answer_id)
        self._put(self.situation.answered(question.id, kept).again(question.id))

    def _put(self, situation: Situation) -> None:
        self.holder.revise(situation=situation)

    def _possible(self) -> QWidget:
        """The permits, those that are ruled out pale: the visitor sees how each answer narrows them down."""
        fitting = self.guidance.permits
        permits = self.surroundings.catalogue.permits
        lines = column(label(self.tr("Still possible"), "strong"), gap=self.px(12))
        if self.look.portrait or self.look.narrow:
            titles = [permit.title.in_(self.language) for permit in permits if permit.id in fitting]
            lines.addWidget(label(" · ".join(titles), "body", "accent", name="possible"))
        else:
            for permit in permits:
                lines.addWidget(self._possibility(permit, fits=permit.id in fitting))
            lines.addStretch(1)
        pad = self.px(24)
        lines.setContentsMargins(pad, pad, pad, pad)
        return panel("sunken", lines)

    def _possibility(self, permit: Permit, *, fits: bool) -> QWidget:
        role = "accent" if fits else "muted"
        words = label(permit.title.in_(self.language), "strong" if fits else "body", "" if fits else "muted")
        words.setObjectName(f"possible-{permit.id}" if fits else f"ruled-out-{permit.id}")
        if not fits:
            words.setAccessibleName(self.tr("No longer possible: {permit}").format(permit=words.text()))
            words.setStyleSheet("text-decoration: line-through;")
        icon = icon_label(self.look, permit_icon(permit.id) if fits else "close", 40, role)
        line = row(icon, words, gap=self.px(16))
        line.setStretch(1, 1)
        box = QWidget()
        box.setLayout(line)
        return box

    # -- the result ------------------------------------------------------------------------------------------
    def _result(self) -> QWidget:
        scroll = ScrollColumn(self.look, gap=16, name="guidance")
        permits = [found for name in self.guidance.permits if (found := self.surroundings.catalogue.permit(name)) is not None]
        head = {
            0: self.tr("No permit here fits all of this"),
            1: self.tr("This is the permit you need"),
            len(self.surroundings.catalogue.permits): self.tr("All of these are still possible"),
        }.get(len(permits), self.tr("This permit fits best"))
        scroll.content.addWidget(label(head, "title", name="guidance-result"))
        if not permits:
            words = self.tr("Please change an answer, or ask at the counter: our staff are glad to help you.")
            scroll.content.addWidget(label(words, "body", "muted"))
        if permits:
            scroll.content.addWidget(self._best(permits[0]), 1)
        if len(permits) > 1:
            scroll.content.addWidget(label(self.tr("You may also choose"), "strong"))
        for permit in permits[1:]:
            scroll.content.addWidget(self._other(permit))
        if not permits:
            scroll.content.addStretch(1)
        return scroll

    def _best(self, permit: Permit) -> QWidget:
        """The permit to choose, over a picture of its sample premises."""
        pictures = self.surroundings.pictures(self.surroundings.catalogue.exhibit_for(permit.id))
        picture = Picture(self.look, pictures[0] if pictures else None, radius=20, shade=True, name=permit.title.in_(self.language))
        words = column(
            label(permit.title.in_(self.language), "title", "on-accent"),
            label(permit.summary.in_(self.language), "body", "on-accent"),
            gap=self.px(8),
        )
        open_ = TouchButton(self.look, self.tr("Open"), kind="primary", size=HEADING, trailing="next")
        open_.setObjectName(f"permit-{permit.id}")
        open_.setAccessibleName(f"{self.tr('Open')}: {permit.title.in_(self.language)}")
        open_.setMinimumHeight(self.px(80))
        open_.clicked.connect(lambda: self._open(permit))
        pad = self.px(32 if not self.look.large_print else 20)
        beside = not self.look.large_print
        foot = row(words, open_, gap=self.px(24)) if beside else column(words, open_, gap=self.px(16))
        if beside:
            foot.setStretch(0, 1)
            foot.setAlignment(open_, Qt.AlignmentFlag.AlignBottom)
        picture.setLayout(column(None, foot, margins=(pad, self.px(120), pad, pad)))
        picture.setMinimumHeight(self.px(320))
        return picture

    def _other(self, permit: Permit) -> TouchButton:
        tile = TouchButton(
            self.look,
            permit.title.in_(self.language),
            icon=permit_icon(permit.id),
            kind="row",
            note=permit.summary.in_(self.language),
            size=HEADING,
            trailing="next",
            badge=True,
            align=Qt.AlignmentFlag.AlignLeft,
        )
        tile.setObjectName(f"permit-{permit.id}")
        tile.clicked.connect(lambda: self._open(permit))
        return tile

    def _open(self, permit: Permit) -> None:
        self.holder.revise(page="permit", permit_id=permit.id, part="conditions", opened=None)

    def _told(self) -> QWidget:
        """What the visitor said, line by line; pressing one asks it again."""
        scroll = ScrollColumn(self.look, gap=12, name="told", ground="surface_sunken")
        add = scroll.content.addWidget
        add(label(self.tr("Because you told us"), "strong"))
        for question in self.guidance.asked:
            said = self.guidance.said.get(question.id)
            nothing = self.tr("None of these") if question.many and said is not None else self.tr("Not answered")
            words = "、".join(answer.text.in_(self.language) for answer in said or ()) or nothing
            line = TouchButton(
                self.look,
                words,
                kind="row",
                note=question.text.in_(self.language),
                trailing="next",
                align=Qt.AlignmentFlag.AlignLeft,
            )
            line.setObjectName(f"again-{question.id}")
            line.clicked.connect(lambda _=False, name=question.id: self._put(self.situation.again(name)))
            add(line)
        add(
            label(
                self.tr("Press a line to change it. What does not apply to you is hidden on the following pages."),
                "caption",
                "muted",
            )
        )
        scroll.content.addStretch(1)
        pad = self.px(20)
        frame = panel("sunken", column(scroll, margins=(pad, pad, pad, pad)))
        if self.look.portrait or self.look.narrow:
            frame.setFixedHeight(round(self.look.height * 0.34))
        return frame

    # -- foot ------------------------------------------------------------------------------------------------
    def _foot(self) -> QWidget:
        line = row(gap=self.px(GAP))
        buttons = self._foot_of_result() if self.question is None else self._foot_of(self.question)
        for button in buttons:
            if button is None:
                line.addStretch(1)
            else:
                button.setMinimumHeight(self.px(72))
                line.addWidget(button)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _foot_of(self, question: Question) -> list[TouchButton | None]:
        asked = [one.id for one in self.guidance.asked]
        at = asked.index(question.id)
        buttons: list[TouchButton | None] = []
        if at > 0:
            buttons.append(self._button(self.tr("Question before"), "back", "guidance-before", self.situation.again(asked[at - 1])))
        buttons.append(None)
        if self.guidance.said:
            buttons.append(self._button(self.tr("To the result"), "", "guidance-result-now", self.situation.again(_END)))
        if question.many:
            given = self.situation.answers.get(question.id, ())
            onward = self._button(self.tr("Continue"), "", "guidance-continue", self.situation.answered(question.id, given))
            onward.clicked.disconnect()
            onward.clicked.connect(self._continue)
            onward.kind = "primary"
            buttons.append(onward)
        else:
            buttons.append(
                self._button(self.tr("I do not know yet"), "", "guidance-skip", self.situation.answered(question.id, ()))
            )
        return buttons

    def _continue(self) -> None:
        assert self.question is not None
        self._put(self.situation.answered(self.question.id, self.situation.answers.get(self.question.id, ())))

    def _foot_of_result(self) -> list[TouchButton | None]:
        anew = self._button(self.tr("Ask me again"), "restart", "guidance-anew", Situation())
        return [anew, None]

    def _button(self, words: str, icon: str, name: str, then: Situation) -> TouchButton:
        button = TouchButton(self.look, words, icon=icon, kind="secondary", size=BODY if not self.look.large_print else CAPTION)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._put(then))
        return button


def _tick(tile: TouchButton, *, on: bool) -> None:
    """Show whether one of several answers is chosen: by colour, and by a tick."""
    tile.setChecked(on)
    if not tile.trailing or tile.trailing == "tick":
        tile.trailing = "tick" if on else ""
        tile.update()
