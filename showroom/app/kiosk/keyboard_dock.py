"""When is the keyboard on the screen? It comes when a text field gets the focus; its own button, Escape and a new page end it.

It stands below the page, which becomes shorter, so that it never covers what is typed. A field may be any line or text edit: what
is typed reaches it as from an input method.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from showroom.app.kiosk.catalogue import Catalogue
from showroom.app.theme import Look
from showroom.app.widgets.keyboard import Dictionary, Keyboard

_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class KeyboardDock(QObject):
    """Puts the keyboard at the end of `column` and takes it away; the catalogue's words are gathered when somebody first types."""

    moved = Signal(bool)
    """`True` when the keyboard came, `False` when it went."""

    def __init__(
        self, window: QWidget, column: QVBoxLayout, catalogue: Catalogue, make_look: Callable[[], Look], language: Callable[[], str]
    ) -> None:
        super().__init__(window)
        self._window, self._column, self._catalogue, self._make_look = window, column, catalogue, make_look
        self._language = language
        self._dictionary: Dictionary | None = None
        self._field: QWidget | None = None
        self._script: str | None = None
        self.keyboard: Keyboard | None = None
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]

    def close(self) -> None:
        """Take the keyboard away and drop what was being spelt; a tap on the field brings it back."""
        if self.keyboard is None:
            return
        keyboard, self.keyboard = self.keyboard, None
        keyboard.forget()
        self._column.removeWidget(keyboard)
        keyboard.hide()
        keyboard.deleteLater()
        self.moved.emit(False)

    def _leave(self) -> None:
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field.destroyed.disconnect(self._gone)
            self._field = None
        self.close()

    def reset(self) -> None:
        """Forget how the last visitor typed."""
        self._leave()
        self._script = None

    def shut(self) -> None:
        """Listen no more."""
        self._leave()
        QApplication.instance().focusChanged.disconnect(self._focus_changed)  # type: ignore[union-attr]

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, _FIELDS) and not now.isReadOnly() and now.window() is self._window:
            self.open_for(now)

    def open_for(self, field: QWidget) -> None:
        """Type into `field` from now on."""
        if field is not self._field:
            self._leave()
            self._field = field
            field.installEventFilter(self)
            field.destroyed.connect(self._gone)
        if self.keyboard is None:
            if self._dictionary is None:
                from showroom.app.kiosk.typed_words import TypedWords

                self._dictionary = TypedWords.of(self._catalogue)
            usual = "pinyin" if self._language() == "zh_CN" else "latin"
            self.keyboard = Keyboard(self._make_look(), self._dictionary, self._script or usual)
            self.keyboard.typed.connect(self._type)
            self.keyboard.erased.connect(lambda: self._press(Qt.Key.Key_Backspace))
            self.keyboard.cleared.connect(self._clear)
            self.keyboard.done.connect(self._done)
            self.keyboard.scriptChosen.connect(self._remember)
            self._column.addWidget(self.keyboard)
            self.moved.emit(True)

    def _remember(self, script: str) -> None:
        self._script = script

    def _gone(self) -> None:
        self._field = None
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the field is hidden, close by Escape, come back when the field is tapped again."""
        if watched is not self._field:
            return False
        if event.type() == QEvent.Type.Hide:
            self._leave()
        elif event.type() == QEvent.Type.MouseButtonRelease and self.keyboard is None:
            self.open_for(self._field)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            open_now = self.keyboard is not None
            self.close()
            return open_now
        return False

    def _type(self, text: str) -> None:
        if self._field is not None:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self._field, event)

    def _press(self, key: Qt.Key) -> None:
        if self._field is not None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    def _clear(self) -> None:
        if isinstance(self._field, _FIELDS):
            self._field.clear()

    def _done(self) -> None:
        self._press(Qt.Key.Key_Return)
        self.close()
