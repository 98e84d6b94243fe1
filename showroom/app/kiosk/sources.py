"""Where does a requirement stand in law, and how sure are we? One line: instrument and clause, and the standing in plain words."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from showroom.app.theme import Look
from showroom.app.widgets.words import icon_label, label, row
from showroom.domain.finding import Citation, Standing


def standing_words(standing: Standing) -> str:
    """Return the standing as a visitor understands it."""
    words = {
        Standing.VERIFIED: QCoreApplication.translate("Sources", "confirmed text"),
        Standing.RECALLED: QCoreApplication.translate("Sources", "text not yet confirmed, ask the hall"),
        Standing.LOCAL_PRACTICE: QCoreApplication.translate("Sources", "practice, ask the hall"),
    }
    return words[standing]


def source_line(look: Look, citation: Citation) -> QWidget:
    """Return instrument, clause and standing on one line, with an icon."""
    sure = citation.standing is Standing.VERIFIED
    cited = f"{citation.instrument} {citation.clause}".strip()
    words = label(f"{cited}  ·  {standing_words(citation.standing)}", "caption", "muted" if sure else "to_confirm")
    picture = icon_label(look, "law" if sure else "info", 22, "muted" if sure else "to_confirm")
    line = row(picture, words, gap=look.px(8))
    line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    box = QWidget()
    box.setLayout(line)
    return box
