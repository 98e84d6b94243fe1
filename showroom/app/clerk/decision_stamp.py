"""Who decides, and why? Asked once for each saving, and written into the district's file and its log."""

from datetime import datetime

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from showroom.app.theme import Look
from showroom.app.widgets.words import label
from showroom.domain.text import Text
from showroom.register.overlay_file import Stamp


class DecisionStamp(QDialog):
    """Initials and the reason in both languages; `stamp` is what was written. Empty fields cannot be accepted."""

    def __init__(self, parent: QWidget, look: Look, lost: int, initials: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("decision-stamp")
        self.setWindowTitle(self.tr("Save the district's decisions"))
        self.resize(look.px(760), look.px(420))
        layout = QVBoxLayout(self)
        self.initials = QLineEdit(initials, objectName="initials", maxLength=16)
        self.why_zh = QLineEdit(objectName="why-zh")
        self.why_en = QLineEdit(objectName="why-en")
        named = (
            (self.initials, self.tr("Your initials, or your name")),
            (self.why_zh, self.tr("Why, in Chinese: who decided it, where it can be read")),
            (self.why_en, self.tr("Why, in English")),
        )
        for box, words in named:
            title = label(words, "caption")
            title.setBuddy(box)
            box.setAccessibleName(words)
            box.textChanged.connect(self._look)
            layout.addWidget(title)
            layout.addWidget(box)
        if lost:
            words = self.tr("The file has {count} lines with comments below its head; writing it anew does not keep them.")
            layout.addWidget(label(words.format(count=lost), "caption", "to_confirm", name="comments-lost"))
        layout.addStretch(1)
        buttons = QDialogButtonBox()
        self.save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._look()

    @property
    def stamp(self) -> Stamp:
        """Who decides, when, and why."""
        why = Text.of(self.why_zh.text().strip(), self.why_en.text().strip())
        return Stamp(self.initials.text().strip(), datetime.now().astimezone(), why)

    def _look(self) -> None:
        self.save.setEnabled(all(box.text().strip() for box in (self.initials, self.why_zh, self.why_en)))
