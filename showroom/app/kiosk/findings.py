"""In which order and words are findings shown? What is not met first, in groups, each with icon, word and colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from showroom.app.icons import OF_OUTCOME, paint_icon
from showroom.app.theme import CAPTION, OUTCOME_ROLE, Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.domain.finding import Binding, Finding, Outcome, Reason
from showroom.domain.permit import Permit
from showroom.domain.review import Review
from showroom.domain.vocabulary import Vocabulary
from showroom.reports import words
from showroom.reports.places import Places

GROUPS: tuple[Outcome, ...] = (Outcome.NOT_MET, Outcome.NOT_CHECKED, Outcome.TO_CONFIRM, Outcome.MET, Outcome.NOT_APPLICABLE)
GROUP_WORDS: dict[str, str] = {
    "change": QT_TRANSLATE_NOOP("Findings", "Must be changed"),
    "advice": QT_TRANSLATE_NOOP("Findings", "Could be better (advice)"),
    "unchecked": QT_TRANSLATE_NOOP("Findings", "Could not be checked"),
    "tell": QT_TRANSLATE_NOOP("Findings", "Please tell or draw us"),
    "inspector": QT_TRANSLATE_NOOP("Findings", "The inspector looks at it on site"),
    "met": QT_TRANSLATE_NOOP("Findings", "Met"),
    "apart": QT_TRANSLATE_NOOP("Findings", "Does not concern you"),
}
"""The groups of the list in the order shown."""
_KEYS = tuple(GROUP_WORDS)


def group_of(finding: Finding) -> str:
    """Return the group a finding is listed in."""
    if finding.outcome is Outcome.NOT_MET:
        return "change" if finding.binding is Binding.MANDATORY else "advice"
    if finding.outcome is Outcome.TO_CONFIRM:
        return "inspector" if finding.reason is Reason.INSPECTOR else "tell"
    return {Outcome.NOT_CHECKED: "unchecked", Outcome.MET: "met"}.get(finding.outcome, "apart")


@dataclass(frozen=True)
class Line:
    """A finding in the list: its place in the review, its number on the plan, its title, and where it is; empty for all of it."""

    index: int
    number: str
    finding: Finding
    title: str
    where: str = ""


def lines_of(review: Review, permit: Permit, language: str, vocabulary: Vocabulary) -> tuple[Line, ...]:
    """Return the findings as listed, numbered in that order: mandatory before advice within each group."""
    ranked = sorted(
        enumerate(review.findings),
        key=lambda pair: (_KEYS.index(group_of(pair[1])), pair[1].binding is not Binding.MANDATORY, pair[0]),
    )
    places = Places(review.plan, vocabulary, language)
    return tuple(
        Line(
            index,
            str(number),
            finding,
            _title(finding, permit, language),
            places.of(finding) if finding.affected else "",
        )
        for number, (index, finding) in enumerate(ranked, 1)
    )


def _title(finding: Finding, permit: Permit, language: str) -> str:
    requirement = permit.requirement(finding.requirement)
    return requirement.title.in_(language) if requirement else finding.text.in_(language)


def grouped(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """Return the groups that have lines, in the order shown."""
    groups = [(key, [line for line in lines if group_of(line.finding) == key]) for key in _KEYS]
    return [(key, found) for key, found in groups if found]


def opened_at_first(lines: Sequence[Line]) -> frozenset[str]:
    """Return the groups that stand open at first: what must be changed, or else the first there is."""
    keys = [key for key, _ in grouped(lines)]
    return frozenset(key for key in keys if key == "change") or frozenset(keys[:1])


class FindingButton(TouchButton):
    """One finding in the list: its number in the outcome's colour, its title, and the figures."""

    def __init__(self, look: Look, line: Line, language: str) -> None:
        finding = line.finding
        note = "  ·  ".join(filter(None, (words.BINDING[finding.binding].in_(language), line.where)))
        if finding.measured is not None and finding.required is not None:
            figures = QCoreApplication.translate("Findings", "measured {measured}, required {required}")
            note += "  ·  " + figures.format(
                measured=words.quantity(finding.measured, language), required=words.limit(finding.required, language)
            )
        elif finding.reason is not None:
            note += f"  ·  {words.REASON[finding.reason].in_(language)}"
        outcome = words.OUTCOME[finding.outcome].in_(language)
        super().__init__(
            look,
            f"{line.number}   {line.title}",
            icon=OF_OUTCOME[finding.outcome],
            kind="row",
            note=note,
            bold=False,
            trailing="next",
            name=f"{line.number}. {outcome}: {line.title}. {note}",
            icon_role=OUTCOME_ROLE[finding.outcome],
            align=Qt.AlignmentFlag.AlignLeft,
        )
        self.setCheckable(True)
        self.setObjectName(f"finding-{line.index}")


class SummaryBar(QWidget):
    """How many findings of each outcome, as counted chips: icon, number, word."""

    def __init__(self, look: Look, review: Review, language: str) -> None:
        super().__init__()
        self.look = look
        self._parts = [
            (outcome, review.count(outcome), words.OUTCOME[outcome].in_(language)) for outcome in GROUPS if review.count(outcome)
        ]
        self.setFixedHeight(look.px(88))
        self.setAccessibleName(", ".join(f"{word}: {count}" for _, count, word in self._parts))

    def _needs(self) -> list[float]:
        """Return the width each chip needs: icon and number above, the word below."""
        figures, captions = QFontMetrics(self.look.font(26, bold=True)), QFontMetrics(self.look.font(CAPTION))
        pad = self.look.px(24)
        return [
            pad + max(self.look.px(38) + figures.horizontalAdvance(str(count)), captions.horizontalAdvance(word))
            for _, count, word in self._parts
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chips over the whole width, each as wide as its words ask."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, needs = self.look.px(8), self._needs()
        spare = (self.width() - gap * (len(needs) - 1) - sum(needs)) / max(1, len(needs))
        x = 0.0
        for part, need in zip(self._parts, needs, strict=True):
            self._paint_chip(painter, QRectF(x + 0.5, 1, need + spare - 1, self.height() - 2), *part)
            x += need + spare + gap
        painter.end()

    def _paint_chip(self, painter: QPainter, box: QRectF, outcome: Outcome, count: int, word: str) -> None:
        look = self.look
        color = QColor(look.palette.outcome(outcome))
        painter.setBrush(QColor(look.palette.outcome_soft(outcome)))
        painter.setPen(QPen(color, look.px(1)))
        painter.drawRoundedRect(box, look.px(12), look.px(12))
        side, inset = look.px(28), look.px(12)
        left, top = box.left() + inset, box.top() + look.px(12)
        paint_icon(painter, OF_OUTCOME[outcome], QRectF(left, top, side, side), color)
        painter.setPen(color)
        painter.setFont(look.font(26, bold=True))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left + side + look.px(10), top, box.width(), side), middle, str(count))
        painter.setFont(look.font(CAPTION))
        painter.drawText(QRectF(left, top + side, box.width() - inset, box.bottom() - top - side - look.px(4)), middle, word)
