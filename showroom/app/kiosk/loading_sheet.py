"""What does a visitor see while the premises open? Their picture, that it is going on, and a way out."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from showroom.app.theme import Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import Picture, column, label, panel, row


class LoadingSheet(QWidget):
    """Covers the stage until it is ready; progress is shown when it takes longer than 300 ms."""

    cancelled = Signal()

    def __init__(self, look: Look, over: QWidget, poster: Path | None, *, own: bool = False) -> None:
        super().__init__(over)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._words = label(self.tr("Building your premises…") if own else self.tr("Opening the sample premises…"), "heading")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Opening"))
        cancel = TouchButton(look, self.tr("Back"), icon="back", kind="secondary")
        cancel.setObjectName("loading-cancel")
        cancel.clicked.connect(self.cancelled)
        pad = look.px(32)
        inner = column(self._words, self._busy, row(None, cancel, None), gap=look.px(20), margins=(pad, pad, pad, pad))
        self._panel = panel("floating", inner)
        self._panel.setFixedWidth(look.px(560))
        self._panel.hide()
        picture = Picture(look, poster, radius=0, name=self.tr("Your premises") if own else self.tr("The sample premises"))
        picture.setLayout(column(None, row(None, self._panel, None), None))
        self.setLayout(column(picture))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._panel.show)
        self._patience.start(300)

    def show_progress(self, share: float) -> None:
        """Show how much is done, 0 to 1; until this is told it is only seen that something goes on."""
        self._busy.setRange(0, 100)
        self._busy.setValue(round(share * 100.0))

    def show_trouble(self) -> None:
        """Say that the premises cannot be shown."""
        self._words.setText(
            self.tr("This scene cannot be shown right now. Our staff will look after it; the requirements can still be read.")
        )
        self._busy.hide()
        self._panel.show()
