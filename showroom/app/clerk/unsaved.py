"""What is to become of changes that are not saved? One question with three answers, asked before the window goes."""

from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

Answer = Literal["save", "discard", "cancel"]


def ask_unsaved(parent: QWidget) -> Answer:
    """Ask, and return the answer; Esc goes on editing."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(QCoreApplication.translate("Studio", "The scene has changes that are not saved."))
    box.setInformativeText(QCoreApplication.translate("Studio", "Save them before closing?"))
    save = box.addButton(QCoreApplication.translate("Studio", "Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(QCoreApplication.translate("Studio", "Discard the changes"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(QCoreApplication.translate("Studio", "Go on editing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    return "save" if clicked is save else "discard" if clicked is discard else "cancel"
