"""What is written on the chosen key point's card? One page a language, each field kept as it is typed, a stay in a field one step.

Chinese is required: a field emptied of it keeps its last words and says so.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from showroom.app.clerk.edits import Field
from showroom.app.clerk.view_choice import ViewChoice
from showroom.app.i18n import NAMES
from showroom.app.theme import Look
from showroom.app.widgets.words import label
from showroom.domain.scene import Hotspot
from showroom.domain.text import LANGUAGES, Language

FIELDS: tuple[Field, ...] = ("title", "text", "common_mistake")


class CardForm(QWidget):
    """The words of one card. `written(field, language, words, stay)` tells of every keystroke; `stay` counts the stays."""

    written = Signal(str, str, str, int)
    languageChosen = Signal(str)

    def __init__(self, look: Look, view_choice: ViewChoice) -> None:
        super().__init__()
        self._look = look
        self._stay = 0
        self._filling = False
        self.tabs = QTabWidget()
        self.tabs.setObjectName("card-languages")
        self.inputs: dict[tuple[Field, Language], QLineEdit | QPlainTextEdit] = {}
        self._names: list[tuple[QLabel, Field]] = []
        for language in LANGUAGES:
            self.tabs.addTab(self._page(language), NAMES[language])
        self.tabs.currentChanged.connect(lambda at: self.languageChosen.emit(LANGUAGES[at]))
        self.refusal = label("", "caption", "not_met", name="card-refusal")
        self.refusal.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        layout.addWidget(self.tabs)
        layout.addWidget(self.refusal)
        self._view_name = label("", "caption", "muted", wrap=False)
        self._view_name.setBuddy(view_choice)
        layout.addWidget(self._view_name)
        layout.addWidget(view_choice)
        layout.addStretch(1)
        self.retranslate()

    @property
    def language(self) -> Language:
        """The language whose page is open."""
        return LANGUAGES[self.tabs.currentIndex()]

    def open_page(self, language: str) -> None:
        """Open the page of a language."""
        self.tabs.setCurrentIndex([*LANGUAGES].index(language) if language in LANGUAGES else 0)

    def show_spot(self, spot: Hotspot | None) -> None:
        """Show a key point's words; a field that already says them keeps its cursor."""
        self._filling = True
        self.refusal.hide()
        for (field, language), box in self.inputs.items():
            text = getattr(spot.card, field) if spot else None
            words = text.root.get(language, "") if text else ""
            if _words_of(box) != words:
                box.setText(words) if isinstance(box, QLineEdit) else box.setPlainText(words)
        self.setEnabled(spot is not None)
        self._filling = False

    def refuse(self) -> None:
        """Say that the Chinese words are needed."""
        self.refusal.setText(self.tr("The Chinese words are required; until you write some the last ones stay."))
        self.refusal.show()

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        names = {"title": self.tr("Title"), "text": self.tr("What to look at"), "common_mistake": self.tr("Common mistake")}
        for words, field in self._names:
            words.setText(names[field])
        for (field, language), box in self.inputs.items():
            box.setAccessibleName(f"{names[field]} ({NAMES[language]})")
        self.tabs.setAccessibleName(self.tr("Language of the card"))
        self._view_name.setText(self.tr("Seen best from"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count a new stay whenever a field gets the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            self._stay += 1
        return super().eventFilter(watched, event)

    def _page(self, language: Language) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(self._look.px(6))
        form.setContentsMargins(0, self._look.px(8), 0, 0)
        for field in FIELDS:
            box = self._line() if field == "title" else self._lines(tall=field == "text")
            box.setObjectName(f"card-{field}-{language}")
            box.installEventFilter(self)
            box.textChanged.connect(lambda *_, field=field, language=language: self._typed(field, language))
            name = label("", "caption", "muted", wrap=False)
            name.setBuddy(box)
            self._names.append((name, field))
            self.inputs[field, language] = box
            form.addRow(name, box)
        return page

    def _line(self) -> QLineEdit:
        box = QLineEdit()
        box.setMaxLength(200)
        return box

    def _lines(self, *, tall: bool) -> QPlainTextEdit:
        box = QPlainTextEdit()
        box.setTabChangesFocus(True)
        box.setFixedHeight(self._look.px(132 if tall else 84))
        box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return box

    def _typed(self, field: Field, language: Language) -> None:
        if not self._filling:
            self.refusal.hide()
            self.written.emit(field, language, _words_of(self.inputs[field, language]), self._stay)


def _words_of(box: QLineEdit | QPlainTextEdit) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()
