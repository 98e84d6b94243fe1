"""What would a decision turn? The verdicts of the example premises that become others, the examples of the row, and the log."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidget, QProgressBar, QPushButton, QTabWidget, QVBoxLayout, QWidget

from showroom.app.clerk.overlay_form import NAMES_OF
from showroom.app.clerk.register_trial import Trial
from showroom.app.theme import Look
from showroom.app.widgets.words import label, row
from showroom.domain.finding import Finding, Outcome
from showroom.formats.refusals import problem_said
from showroom.register.turns import TriedExample, Turn
from showroom.reports.words import BINDING, OUTCOME, limit, number, quantity

_KEPT_LINES = 500


class OutlookPanel(QWidget):
    """Three lists under a button that tries the decision."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.tabs = QTabWidget(objectName="outlook")
        self.turns = QListWidget(objectName="turns", wordWrap=True)
        self.examples = QListWidget(objectName="examples", wordWrap=True)
        self.log = QListWidget(objectName="log", wordWrap=True)
        for part in (self.turns, self.examples, self.log):
            part.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.tabs.addTab(part, "")
        self.run = QPushButton(objectName="try")
        self.progress = QProgressBar(objectName="try-progress", textVisible=False)
        self.progress.hide()
        self.said = label("", "caption", "muted", name="outlook-said")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addLayout(row(self.run, self.progress, gap=look.px(8)))
        layout.addWidget(self.said)
        layout.addWidget(self.tabs, 1)

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.run.setText(self.tr("See what turns (F5)"))
        self.progress.setAccessibleName(self.tr("How far the trial is"))
        names = (self.tr("What turns"), self.tr("Examples"), self.tr("Log"))
        for at, (part, words) in enumerate(zip((self.turns, self.examples, self.log), names, strict=True)):
            self.tabs.setTabText(at, words)
            part.setAccessibleName(words)

    def tell_progress(self, done: int, all_: int) -> None:
        """Show how far a trial is."""
        self.progress.setVisible(done < all_ or all_ == 0)
        self.progress.setRange(0, all_)
        self.progress.setValue(done)

    def forget(self) -> None:
        """Show nothing: what was tried is not what is wished any more."""
        self.turns.clear()
        self.examples.clear()
        self.said.setText(self.tr("Not tried yet."))

    def show_trial(self, trial: Trial, names: Mapping[str, str], language: str) -> None:
        """Show what a trial found; `names` are the titles of permits and requirements by id."""
        self.progress.hide()
        self.turns.clear()
        self.examples.clear()
        if trial.problems or trial.outlook is None:
            self.said.setText(self.tr("The decision cannot be saved like this:"))
            self.turns.addItems(["\n".join(problem_said(problem, language)) for problem in trial.problems])
            self.tabs.setCurrentWidget(self.turns)
            return
        words = self.tr("{turns} verdicts turn, {stay} stay, on the premises that come with the program.")
        self.said.setText(words.format(turns=len(trial.outlook.turns), stay=trial.outlook.stay))
        self.turns.addItems([turn_words(turn, names, language) for turn in trial.outlook.turns])
        self.examples.addItems([_example_words(tried, language) for tried in trial.examples])
        if not trial.examples:
            self.examples.addItem(self.tr("No example is written beside this requirement."))

    def show_log(self, path: Path) -> None:
        """Show the newest lines of a log, the newest first."""
        self.log.clear()
        lines = path.read_text(encoding="utf-8").splitlines()[1:] if path.is_file() else []
        for cells in csv.reader(reversed(lines[-_KEPT_LINES:]), delimiter="\t", quoting=csv.QUOTE_NONE):
            self.log.addItem(_log_words(cells))
        if not lines:
            self.log.addItem(self.tr("Nothing was changed in this window yet."))


def turn_words(turn: Turn, names: Mapping[str, str], language: str) -> str:
    """Return where a verdict turns, from what to what, and what was measured against what."""
    asked = turn.after or turn.before
    assert asked is not None
    where = f"{turn.premises.in_(language)}{'  ' + ', '.join(asked.affected) if asked.affected else ''}"
    lines = [
        where,
        f"{names.get(turn.requirement, turn.requirement)} · {names.get(turn.permit, turn.permit)}",
        f"{_verdict(turn.before, language)} → {_verdict(turn.after, language)}",
    ]
    if asked.measured is not None:
        measured, required = quantity(asked.measured, language), _required(turn, language)
        words = QCoreApplication.translate("OutlookPanel", "measured {measured}, required {required}")
        lines.append(words.format(measured=measured, required=required))
    else:
        lines.append(asked.text.in_(language))
    return "\n".join(lines)


def _required(turn: Turn, language: str) -> str:
    said = [limit(one.required, language) for one in (turn.before, turn.after) if one is not None and one.required is not None]
    return " → ".join(dict.fromkeys(said)) or "–"


def _verdict(finding: Finding | None, language: str) -> str:
    if finding is None:
        return QCoreApplication.translate("OutlookPanel", "not looked at")
    return f"{OUTCOME[finding.outcome].in_(language)} ({BINDING[finding.binding].in_(language)})"


def _example_words(tried: TriedExample, language: str) -> str:
    def said(outcome: Outcome | None, margin: float | None) -> str:
        words = OUTCOME[outcome].in_(language) if outcome else QCoreApplication.translate("OutlookPanel", "not looked at")
        return words if margin is None else f"{words} ({number(margin)})"

    words = QCoreApplication.translate(
        "OutlookPanel", "written: {written} · register: {own}\ndistrict now: {before} → as wished: {after}"
    )
    mark = "✓" if tried.own.agrees else "✗"
    return f"{mark} {tried.own.example.name.in_(language)}\n" + words.format(
        written=said(tried.own.example.outcome, tried.own.example.margin),
        own=said(tried.own.outcome, tried.own.margin),
        before=said(tried.before.outcome, tried.before.margin),
        after=said(tried.after.outcome, tried.after.margin),
    )


def _log_words(cells: Sequence[str]) -> str:
    when, who, requirement, field, before, after, why = (*cells, *[""] * 7)[:7]
    register = QCoreApplication.translate("OutlookPanel", "as the register")
    head = f"{when[:16].replace('T', ' ')}  {who}\n{requirement}\n{_field_words(field)}"
    return f"{head}: {before or register} → {after or register}\n{why}".strip()


def _field_words(field: str) -> str:
    """A field of the log in plain words: `Figures at_least`."""
    name, _, part = field.partition(".")
    words = QCoreApplication.translate("OverlayForm", NAMES_OF[name]) if name in NAMES_OF else name
    return f"{words} {part}".strip()
