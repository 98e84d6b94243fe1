"""What does the clerk wish of the district's file, and how is each wish undone? Wishes over the file as it was opened."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from showroom.domain.district import Switch
from showroom.register.overlay import Wish, decided
from showroom.register.overlay_file import OverlayFile

Wishes = Mapping[str, Wish]


class _Step(QUndoCommand):
    def __init__(self, document: "OverlayDocument", text: str, before: Wishes, after: Wishes, merge: str) -> None:
        super().__init__(text)
        self._document, self._before, self._after, self._merge = document, before, after, merge

    def id(self) -> int:
        """Return 1: steps may merge."""
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later step of the same field in, and vanish where the two together change nothing."""
        if not isinstance(other, _Step) or other._merge != self._merge:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        """Wish it."""
        self._document._hold(self._after)

    def undo(self) -> None:
        """Wish what was wished before."""
        self._document._hold(self._before)


class OverlayDocument(QObject):
    """A district's file, the wishes not yet saved, and their history."""

    changed = Signal()

    def __init__(self, file: OverlayFile, day: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file, self.day = file, day
        self.wishes: Wishes = {}
        self.history = QUndoStack(self)

    @property
    def saved(self) -> bool:
        """Whether nothing is wished that the file does not hold."""
        return not self.wishes

    def wish(self, requirement_id: str) -> Wish:
        """Return what is wished of a requirement, else what the file has decided."""
        return self.wishes.get(requirement_id) or decided(self.file.district, requirement_id, self.day)

    def change(self, text: str, requirement_id: str, wish: Wish, merge: str = "") -> None:
        """Wish it as one step called `text`; steps of the same `merge` that follow each other become one."""
        if wish.switch is None or not wish.switch.decides:
            wish = Wish()
        if wish == self.wish(requirement_id):
            return
        after = {**self.wishes, requirement_id: wish}
        if wish == decided(self.file.district, requirement_id, self.day):
            del after[requirement_id]
        self.history.push(_Step(self, text, self.wishes, after, merge))

    def put(self, text: str, requirement_id: str, field: str, value: object, merge: str = "") -> None:
        """Wish a field of the switch; `None` puts it back to the register's own."""
        wish = self.wish(requirement_id)
        switch = (wish.switch or Switch(requirement=requirement_id)).revise(**{field: value})
        self.change(text, requirement_id, Wish(switch, wish.first, wish.last), merge)

    def reopen(self, file: OverlayFile) -> None:
        """Hold the file as it was written, with nothing more to undo."""
        self.file, self.wishes = file, {}
        self.history.clear()
        self.changed.emit()

    def _hold(self, wishes: Wishes) -> None:
        self.wishes = wishes
        self.changed.emit()
