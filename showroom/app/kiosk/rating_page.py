"""Was the visitor well served (好差评)? Five grades, reasons for the low ones, a word of thanks; it may always be skipped.

The grade is counted without anything of the visit beside it, and the visit is forgotten when the page is left.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout

from showroom.app.kiosk.page import Page
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Rating, Visit
from showroom.app.theme import HEADING, Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import clear, column, icon_label, label, row

GRADES: dict[int, str] = {
    5: QT_TRANSLATE_NOOP("Rating", "Very satisfied"),
    4: QT_TRANSLATE_NOOP("Rating", "Satisfied"),
    3: QT_TRANSLATE_NOOP("Rating", "Fairly satisfied"),
    2: QT_TRANSLATE_NOOP("Rating", "Dissatisfied"),
    1: QT_TRANSLATE_NOOP("Rating", "Very dissatisfied"),
}
"""The five grades of the public service rating, best first."""
LOW = 2
"""Up to this grade the visitor is asked why."""
REASONS: dict[str, str] = {
    "not-found": QT_TRANSLATE_NOOP("Rating", "I did not find what I came for"),
    "unclear": QT_TRANSLATE_NOOP("Rating", "It was hard to understand"),
    "hard": QT_TRANSLATE_NOOP("Rating", "It was hard to operate"),
    "small": QT_TRANSLATE_NOOP("Rating", "The words were too small"),
    "slow": QT_TRANSLATE_NOOP("Rating", "It was too slow"),
    "broken": QT_TRANSLATE_NOOP("Rating", "Something did not work"),
    "nobody": QT_TRANSLATE_NOOP("Rating", "Nobody could help me"),
}


def said(source: str) -> str:
    """Return words of the tables in the language spoken now."""
    return QCoreApplication.translate("Rating", source)


class RatingPage(Page):
    """The last page of a visit."""

    def __init__(self, surroundings: Surroundings, look: Look) -> None:
        super().__init__(surroundings, look)
        self._body = ScrollColumn(look, gap=20, name="rating")
        self._foot = row(gap=self.px(16))
        layout = column(self._body, self._foot, gap=self.px(16), margins=self.margins())
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._show()

    def follow(self, before: Visit, after: Visit) -> bool:
        """Show the next step, or another reason chosen."""
        if before.revise(rating=after.rating) != after:
            return False
        if before.rating == Rating(after.rating.grade, before.rating.reasons, after.rating.given):
            for key, chip in self._chips.items():
                chip.setChecked(key in after.rating.reasons)
        else:
            self._show()
        return True

    def _show(self) -> None:
        rating = self.visit.rating
        clear(self._body.content)
        clear(self._foot)
        self._chips: dict[str, TouchButton] = {}
        if rating.given:
            self._show_thanks()
        elif rating.grade is None:
            self._show_grades()
        else:
            self._show_reasons()
        self._body.content.addStretch(1)

    def _show_grades(self) -> None:
        content = self._body.content
        content.addStretch(1)
        content.addWidget(label(self.tr("How was our service today?"), "title"))
        content.addWidget(label(self.tr("Counted without your name and without anything you did here."), "body", "muted"))
        across = not (self.look.portrait or self.look.narrow)
        buttons = row(gap=self.px(16)) if across else column(gap=self.px(16))
        for grade, words in GRADES.items():
            button = TouchButton(
                self.look, said(words), icon=f"rating-{grade}", kind="row", size=HEADING, stacked=across, badge=across,
                align=Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft,
            )  # fmt: skip
            button.setObjectName(f"grade-{grade}")
            button.setMinimumHeight(self.px(260 if across else 96))
            button.clicked.connect(lambda _=False, grade=grade: self.rate(grade))
            buttons.addWidget(button, 1)
        content.addSpacing(self.px(16))
        content.addLayout(buttons)
        skip = self._button(self.tr("Skip and finish"), "skip-rating", "secondary")
        skip.clicked.connect(self.holder.reset)
        self._foot.addStretch(1)
        self._foot.addWidget(skip)

    def rate(self, grade: int) -> None:
        """Take the grade; a low one is asked about first."""
        self.holder.rate(grade=grade, given=grade > LOW)

    def _show_reasons(self) -> None:
        content = self._body.content
        content.addStretch(1)
        content.addWidget(label(self.tr("We are sorry. What should we do better?"), "title"))
        content.addWidget(label(self.tr("Choose as many as you like, or none."), "body", "muted"))
        grid = QGridLayout()
        grid.setSpacing(self.px(16))
        across = 1 if self.look.portrait and self.look.large_print else 2
        for at, (key, words) in enumerate(REASONS.items()):
            chip = TouchButton(self.look, said(words), kind="choice")
            chip.setObjectName(f"reason-{key}")
            chip.setCheckable(True)
            chip.setChecked(key in self.visit.rating.reasons)
            chip.clicked.connect(lambda _=False, key=key: self.holder.rate(reasons=self.visit.rating.reasons ^ {key}))
            grid.addWidget(chip, at // across, at % across)
            self._chips[key] = chip
        content.addLayout(grid)
        other = self._button(self.tr("Another grade"), "other-grade", "secondary")
        other.clicked.connect(lambda: self.holder.rate(grade=None, reasons=frozenset()))
        send = self._button(self.tr("Send"), "send-rating", "primary")
        send.clicked.connect(lambda: self.holder.rate(given=True))
        self._foot.addWidget(other)
        self._foot.addStretch(1)
        self._foot.addWidget(send)

    def _show_thanks(self) -> None:
        content = self._body.content
        content.addStretch(1)
        content.addLayout(row(None, icon_label(self.look, "met", 96, "met"), None))
        for words, level, tone in (
            (self.tr("Thank you. Have a good day!"), "title", ""),
            (self.tr("When you finish, everything you did here is forgotten."), "body", "muted"),
        ):
            line = label(words, level, tone)  # type: ignore[arg-type]
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            content.addWidget(line)
        finish = self._button(self.tr("Finish"), "rating-finish", "primary")
        finish.clicked.connect(self.holder.reset)
        self._foot.addStretch(1)
        self._foot.addWidget(finish)
        if self.look.portrait:
            self._foot.addStretch(1)

    def _button(self, words: str, name: str, kind: str) -> TouchButton:
        button = TouchButton(self.look, words, kind=kind, size=HEADING)  # type: ignore[arg-type]
        button.setObjectName(name)
        button.setMinimumSize(self.px(240), self.px(80))
        return button
