"""What does the district decide about the chosen requirement? A form made from the schema, beside what the register itself has.

Every input says what is wished; what the overlay changes has a mark and a button that puts it back.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from showroom.app.clerk.overlay_document import OverlayDocument
from showroom.app.clerk.overlay_fields import Field, fields_of, read_day
from showroom.app.i18n import NAMES
from showroom.app.theme import Look
from showroom.app.widgets.words import column, label, row
from showroom.domain.errors import InputError
from showroom.domain.finding import Binding
from showroom.domain.permit import Requirement
from showroom.formats.refusals import problem_said
from showroom.register.overlay import Wish, decision_of
from showroom.reports.words import BINDING, STANDING
from showroom.rules.pages import sentence

NAMES_OF: dict[str, str] = {
    "use": QT_TRANSLATE_NOOP("OverlayForm", "Looked at in this district"),
    "binding": QT_TRANSLATE_NOOP("OverlayForm", "Weight"),
    "parameters": QT_TRANSLATE_NOOP("OverlayForm", "Figures"),
    "advises": QT_TRANSLATE_NOOP("OverlayForm", "Second limit, as advice"),
    "title": QT_TRANSLATE_NOOP("OverlayForm", "Title"),
    "text": QT_TRANSLATE_NOOP("OverlayForm", "Requirement in plain words"),
    "why": QT_TRANSLATE_NOOP("OverlayForm", "Why"),
    "common_mistake": QT_TRANSLATE_NOOP("OverlayForm", "Common mistake"),
    "remedy": QT_TRANSLATE_NOOP("OverlayForm", "What to do"),
    "in_force_from": QT_TRANSLATE_NOOP("OverlayForm", "In force from"),
    "in_force_until": QT_TRANSLATE_NOOP("OverlayForm", "In force until"),
}
CHOICES: dict[str, str] = {"true": QT_TRANSLATE_NOOP("OverlayForm", "Yes"), "false": QT_TRANSLATE_NOOP("OverlayForm", "No")}
_DAYS = ("first", "last")
Input = QLineEdit | QPlainTextEdit | QComboBox


class OverlayForm(QScrollArea):
    """The form of one requirement; `refused(words)` says why something typed was not taken, and "" once it was."""

    refused = Signal(str)

    def __init__(self, look: Look, document: OverlayDocument) -> None:
        super().__init__(objectName="overlay-form")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look, self._document, self._language, self._filling = look, document, "zh_CN", False
        self.row: Requirement | None = None
        self.fields: dict[str, Field] = {}
        self.inputs: dict[str, Input] = {}
        self.back: dict[str, QPushButton] = {}

    def show_row(self, chosen: Requirement | None, language: str) -> None:
        """Show the form of a requirement as the register writes it, with what is wished of it."""
        if chosen is self.row and language == self._language and self.widget() is not None:
            self.fill()
            return
        self.row, self._language = chosen, language
        self.inputs, self.back = {}, {}
        self.fields = {field.id: field for field in fields_of(chosen)} if chosen is not None else {}
        body = QWidget(objectName="scrolled")
        pad = self._look.px(16)
        layout = column(gap=self._look.px(8), margins=(pad, pad, pad, pad))
        body.setLayout(layout)
        if chosen is None:
            layout.addWidget(label(self.tr("Choose a requirement on the left."), "body", "muted"))
        else:
            self._lay(layout, chosen)
        layout.addStretch(1)
        self.setWidget(body)
        self.fill()

    def fill(self) -> None:
        """Show what is wished; an input that says it already, in other characters, is left as it was typed."""
        self.refused.emit("")
        if self.row is None:
            return
        wish = self._document.wish(self.row.id)
        self._filling = True
        for name, field in self.fields.items():
            _show(self.inputs[name], field, field.value(wish))
            self._mark(name, field.differs(wish))
        for name in _DAYS:
            day = getattr(wish, name)
            box = self.inputs[name]
            assert isinstance(box, QLineEdit)
            if box.text().strip() != (day.isoformat() if day else ""):
                box.setText(day.isoformat() if day else "")
            self._mark(name, day is not None)
            box.setEnabled(wish.switch is not None)
        self._filling = False

    # -- laying ----------------------------------------------------------------------------------------------
    def _lay(self, layout: QVBoxLayout, chosen: Requirement) -> None:
        layout.addWidget(label(chosen.title.in_(self._language), "heading"))
        layout.addWidget(label(chosen.id, "caption", "muted"))
        layout.addWidget(label(self._source(chosen), "caption", name="overlay-source"))
        if decided := self._decided(chosen):
            layout.addWidget(label(decided, "caption", "accent", name="overlay-decided"))
        told = ""
        for name, field in self.fields.items():
            if field.name != told and field.kind != "choice":
                layout.addSpacing(self._look.px(14))
                layout.addWidget(label(_said(NAMES_OF[field.name]), "strong"))
                if field.name == "parameters" and chosen.measure is not None:
                    layout.addWidget(label(sentence(chosen.measure.rule).in_(self._language), "caption", "muted"))
            told = field.name
            layout.addLayout(self._lay_field(name, field))
        layout.addSpacing(self._look.px(14))
        layout.addWidget(label(self.tr("In force"), "strong"))
        names = (self.tr("From the day (empty: at once)"), self.tr("Until the day, included (empty: on and on)"))
        for name, words in zip(_DAYS, names, strict=True):
            box = QLineEdit(placeholderText="2027-01-01")
            box.textEdited.connect(partial(self._typed_day, name))
            layout.addLayout(self._with_name(name, words, box, ""))

    def _lay_field(self, name: str, field: Field) -> QVBoxLayout:
        words = _said(NAMES_OF[field.name]) if not field.part else NAMES.get(field.part, field.part)
        if field.kind == "figure":
            meaning = field.meaning.in_(self._language) if field.meaning else field.part
            words = f"{meaning} ({field.unit})" if field.unit else meaning
        return self._with_name(name, words, self._input(name, field), self._own(field))

    def _with_name(self, name: str, words: str, box: Input, own: str) -> QVBoxLayout:
        title = label(words, "caption", name=f"name-{name}")
        title.setBuddy(box)
        box.setObjectName(f"overlay-{name}")
        box.setAccessibleName(words)
        self.inputs[name] = box
        back = QPushButton(self.tr("Put back"), objectName=f"back-{name}")
        back.setToolTip(self.tr("As the register has it: {own}").format(own=own) if own else self.tr("As the register has it"))
        back.setAccessibleName(f"{self.tr('Put back')}: {words}")
        back.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        back.clicked.connect(partial(self.put_back, name))
        self.back[name] = back
        below = label(self.tr("Register: {own}").format(own=own), "caption", "muted") if own else None
        return column(title, row(box, back, gap=self._look.px(8)), *([below] if below else []), gap=self._look.px(2))

    def _own(self, field: Field) -> str:
        if field.kind == "words":
            return ""
        return self._choice(field.shown(field.own)) if field.kind == "choice" else field.shown(field.own)

    def _choice(self, value: str) -> str:
        return BINDING[Binding(value)].in_(self._language) if value in [*Binding] else _said(CHOICES[value])

    def _input(self, name: str, field: Field) -> Input:
        if field.kind == "choice":
            choice = QComboBox()
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            for value in field.choices:
                choice.addItem(self._choice(value), value)
            choice.activated.connect(
                lambda at: self._put(name, {"true": True, "false": False}.get(field.choices[at], field.choices[at]))
            )
            return choice
        if field.kind == "words" and field.name != "title":
            lines = QPlainTextEdit(tabChangesFocus=True)
            lines.setFixedHeight(self._look.px(110))
            lines.textChanged.connect(lambda: self._typed(name, lines.toPlainText()))
            return lines
        line = QLineEdit()
        line.textEdited.connect(partial(self._typed, name))
        return line

    def _source(self, chosen: Requirement) -> str:
        source = chosen.source
        grade = self.tr("source of grade {grade}").format(grade=source.grade) if source.grade else ""
        named = " ".join(part for part in (source.instrument, source.clause) if part)
        days = [f"{day:%Y-%m-%d}" if day else "…" for day in (chosen.in_force_from, chosen.in_force_until)]
        sentences = [
            self.tr("Source: {named}").format(named=named),
            self.tr("Research note: {reference}").format(reference=source.reference) if source.reference else "",
            " · ".join(part for part in (STANDING[source.standing].in_(self._language), grade) if part),
            source.note if self._language == "zh_CN" else "",
            self.tr("The requirement is in force {first} – {last}").format(first=days[0], last=days[1])
            if any(d != "…" for d in days)
            else "",
            self._later(chosen),
        ]
        return "\n".join(words for words in sentences if words)

    def _decided(self, chosen: Requirement) -> str:
        one = decision_of(self._document.file.district, chosen.id, self._document.day)
        if one is None:
            return ""
        words = self.tr("The district decided on {day}: {who}. {why}")
        return words.format(day=one.decided, who=one.by.in_(self._language), why=one.why.in_(self._language))

    def _later(self, chosen: Requirement) -> str:
        changes = chosen.measure.changes if chosen.measure is not None else ()
        if not changes:
            return ""
        days = ", ".join(change.since.isoformat() for change in changes)
        return self.tr("The register has other figures from {days}; a figure of the district holds on every day.").format(days=days)

    # -- what hands do ---------------------------------------------------------------------------------------
    def put_back(self, name: str) -> None:
        """Let the register's own hold again for one field."""
        if name in _DAYS:
            self._typed_day(name, "")
        else:
            self._put(name, None)

    def _typed(self, name: str, typed: str) -> None:
        if not self._filling:
            self._take(lambda: self._put(name, self.fields[name].read(typed), name))

    def _put(self, name: str, value: object, merge: str = "") -> None:
        assert self.row is not None
        field = self.fields[name]
        if value is not None and field.kind != "choice" and value == field.own:
            value = None
        held = field.put(self.row, self._document.wish(self.row.id), value)
        key = f"{self.row.id}-{merge}" if merge else ""
        self._document.put(self.tr("Decide"), self.row.id, field.name, held, key)

    def _typed_day(self, name: str, typed: str) -> None:
        if not self._filling:
            self._take(lambda: self._put_day(name, typed))

    def _put_day(self, name: str, typed: str) -> None:
        assert self.row is not None
        wish, day = self._document.wish(self.row.id), read_day(typed)
        first, last = (day, wish.last) if name == "first" else (wish.first, day)
        self._document.change(self.tr("Decide when"), self.row.id, Wish(wish.switch, first, last), f"{self.row.id}-{name}")

    def _take(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except InputError as error:
            self.refused.emit("\n".join(problem_said(problem, self._language)[0] for problem in error.problems))
        else:
            self.refused.emit("")

    def _mark(self, name: str, on: bool) -> None:
        self.back[name].setVisible(on)
        title = self.findChild(QLabel, f"name-{name}")
        if title is not None and title.property("tone") != ("accent" if on else ""):
            title.setProperty("tone", "accent" if on else "")
            title.setText(title.text().removeprefix("● "))
            title.setText(f"● {title.text()}" if on else title.text())
            title.style().polish(title)


def _show(box: Input, field: Field, value: object) -> None:
    if isinstance(box, QComboBox):
        box.setCurrentIndex(field.choices.index(field.shown(value)))
        return
    typed = box.text() if isinstance(box, QLineEdit) else box.toPlainText()
    try:
        same = field.read(typed) == (value if value is not None else field.read(""))
    except InputError:
        same = False
    if not same:
        box.setText(field.shown(value)) if isinstance(box, QLineEdit) else box.setPlainText(field.shown(value))


def _said(source: str) -> str:
    return QCoreApplication.translate("OverlayForm", source)
