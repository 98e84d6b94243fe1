"""What does a visitor take away from the walk? Three questions beside the stage, each answered where one can see it.

An answer brings the eye to its key point, whether it was right or not: nothing is counted, nobody fails. The quiz under way
stands in the visit's walk; the dock shows it and writes there.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from showroom.app.kiosk.card import Dock
from showroom.app.kiosk.read_aloud import SpeakButton, passages
from showroom.app.kiosk.showing import Part, Showing
from showroom.app.kiosk.visit import QuizTurn, Walk
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import clear, column, icon_label, label, note, panel, row
from showroom.domain.quiz import Question, asked

_LETTERS = "ABCD"


def begun(questions: Sequence[Question], walk: Walk, today: date) -> dict[str, object]:
    """Return what of the walk changes when a quiz begins; nothing where there are no questions.

    Which three are asked hangs on the day and on how many quizzes this visitor had: the same visit is asked the same.
    """
    turn = asked(questions, today.toordinal() + walk.quizzes)
    if not turn:
        return {}
    shown = {"hotspot": None, "listed": None, "tools": False, "chapters": False, "tool": None}
    return {**shown, "quiz": QuizTurn(turn), "quizzes": walk.quizzes + 1}


def shows_quiz(walk: Walk) -> bool:
    """Whether the quiz stands beside the stage: not while the visitor looks at another key point's card."""
    return walk.quiz is not None and walk.hotspot in (None, walk.quiz.spot)


class QuizDock(Dock):
    """The question, its answers, and after one was chosen where and why it is so."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing.look, showing.stage_widget, self.tr("Nothing is counted"), self.tr("Three questions"))
        self.showing = showing
        self._shown: QuizTurn | None = None
        self.suit(showing.walk)

    def suit(self, walk: Walk) -> None:
        """Show where the quiz stands."""
        if walk.quiz is None or walk.quiz == self._shown:
            return
        self._shown = walk.quiz
        focused = next((button for button in self.findChildren(TouchButton) if button.hasFocus()), None)
        ringed = focused is not None and focused.ringed
        clear(self.body.content)
        clear(self.foot)
        self._name(walk.quiz)
        first = self._end(walk.quiz) if walk.quiz.question is None else self._turn(walk.quiz, walk.quiz.question)
        self.body.content.addStretch(1)
        self.body.verticalScrollBar().setValue(0)
        first.show()  # what the layout would do later, and only what is shown takes the focus
        first.setFocus(Qt.FocusReason.OtherFocusReason if ringed else Qt.FocusReason.MouseFocusReason)

    def _name(self, quiz: QuizTurn) -> None:
        """Say at the head which question it is."""
        count = len(quiz.questions)
        told = self.tr("Question {number} of {count}").format(number=quiz.at + 1, count=count)
        head = self.findChild(QLabel, "card-title")
        if isinstance(head, QLabel):
            head.setText(told if quiz.question is not None else self.tr("Thank you for walking with us"))

    # -- a question ------------------------------------------------------------------------------------------
    def _turn(self, quiz: QuizTurn, question: Question) -> TouchButton:
        """Show a question, before or after it was answered; return the button to press next."""
        look, language = self.look, self.showing.language
        speak = SpeakButton(self.showing.surroundings, look, lambda: passages(self.body))
        words = label(question.text.in_(language), "heading", name="quiz-question")
        line = row(words, speak, gap=look.px(12))
        line.setStretch(0, 1)
        line.setAlignment(speak, Qt.AlignmentFlag.AlignTop)
        self.body.content.addLayout(line)
        if quiz.answer is None:
            return self._choices(question)
        return self._explained(quiz, question, quiz.answer)

    def _choices(self, question: Question) -> TouchButton:
        buttons = []
        for place, answer in enumerate(question.answers):
            words = f"{_LETTERS[place]}   {answer.text.in_(self.showing.language)}"
            button = TouchButton(self.look, words, kind="choice", align=Qt.AlignmentFlag.AlignLeft)
            button.setObjectName(f"answer-{place}")
            button.setMinimumHeight(self.look.px(80))
            button.clicked.connect(lambda _=False, place=place: self.choose(place))
            self.body.content.addWidget(button)
            buttons.append(button)
        return buttons[0]

    def choose(self, place: int) -> None:
        """Take an answer: the eye is brought to where it is explained."""
        quiz = self.showing.walk.quiz
        if quiz is None or quiz.question is None or quiz.answer is not None or place >= len(quiz.question.answers):
            return
        told = replace(quiz, chosen=(*quiz.chosen, place))
        spot = quiz.question.hotspot
        self.showing.holder.walk(quiz=told, hotspot=spot if spot in self.showing.spots else None)

    def _explained(self, quiz: QuizTurn, question: Question, chosen: int) -> TouchButton:
        look, language = self.look, self.showing.language
        right = question.answers[question.right].text.in_(language)
        title = self.tr("Yes, that is it") if chosen == question.right else self.tr("Many think so. Look here")
        self.body.content.addWidget(self._right(title, right, agreed=chosen == question.right))
        self.body.content.addWidget(note(look, "why", self.tr("Why"), question.explanation.in_(language)))
        spot = self.showing.spots.get(question.hotspot)
        if spot is not None:
            pad = look.px(16)
            head = label(spot.card.title.in_(language), "strong", "accent", name="quiz-card")
            words = column(head, label(spot.card.text.in_(language)), gap=look.px(6), margins=(pad, look.px(14), pad, look.px(14)))
            self.body.content.addWidget(panel("sunken", words))
        last = quiz.at + 1 == len(quiz.questions)
        return self._foot_button("quiz-next", self.tr("Finish") if last else self.tr("Next question"), self.go_on)

    def go_on(self) -> None:
        """Show the next question, or the end."""
        quiz = self.showing.walk.quiz
        if quiz is not None and quiz.answer is not None:
            self.showing.holder.walk(quiz=replace(quiz, at=quiz.at + 1), hotspot=None)

    # -- the end ---------------------------------------------------------------------------------------------
    def _end(self, quiz: QuizTurn) -> TouchButton:
        language, add = self.showing.language, self.body.content.addWidget
        add(label(self.tr("This is worth remembering when you fit out your own premises:"), name="quiz-end"))
        for question in quiz.questions:
            add(self._right(question.text.in_(language), question.answers[question.right].text.in_(language), agreed=True))
        if len(self.showing.exhibit.quiz(self.showing.permit)) > len(quiz.questions):
            more = TouchButton(self.look, self.tr("Three more"), icon="restart", kind="secondary")
            more.setObjectName("quiz-more")
            more.clicked.connect(lambda: begin(self.showing))
            self.foot.addWidget(more, 1)
        return self._foot_button("quiz-done", self.tr("Walk on"), self.closed.emit)

    def _right(self, title: str, answer: str, *, agreed: bool) -> QWidget:
        """Return a panel that says what is right, under a friendly title."""
        look, pad = self.look, self.look.px(16)
        icon = icon_label(look, "met" if agreed else "info", 28, "met" if agreed else "accent")
        head = row(icon, label(title, "strong"), gap=look.px(10))
        head.setStretch(1, 1)
        words = label(self.tr("The answer: {answer}").format(answer=answer), "strong", "met", name="quiz-answer")
        return panel("soft", column(head, words, gap=look.px(6), margins=(pad, look.px(14), pad, look.px(14))))

    def _foot_button(self, name: str, words: str, act: Callable[[], object]) -> TouchButton:
        button = TouchButton(self.look, words, kind="primary", trailing="next")
        button.setObjectName(name)
        button.clicked.connect(lambda _=False: act())
        self.foot.addWidget(button, 1)
        return button


def begin(showing: Showing) -> None:
    """Begin a quiz in the showroom: the tour ends, the eye is inside."""
    around = showing.surroundings
    changes = begun(showing.exhibit.quiz(showing.permit), showing.walk, around.today())
    if changes:
        showing.stage_widget.set_view("inside")
        showing.holder.walk(motion="stopped", stop=0, view="inside", **changes)


class Quiz(Part):
    """The quiz's act in the tray, and its keys: A to D or 1 to 4 answer."""

    def act(self, what: str) -> bool:
        """Begin a quiz when the tray asks for one."""
        if what == "quiz":
            begin(self.showing)
        return what == "quiz"

    def key(self, event: QKeyEvent) -> bool:
        """Answer by digit."""
        place = event.key() - Qt.Key.Key_1
        dock = self.showing.stage_widget.findChild(QuizDock)
        if not shows_quiz(self.showing.walk) or not 0 <= place < len(_LETTERS) or dock is None:
            return False
        dock.choose(place)
        return True
