"""Which requirement of the permit is looked at? Every row of it, searched by words, pinyin and id, the district's marked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from showroom.app.clerk.requirement_list import matches
from showroom.app.theme import Look
from showroom.app.widgets.words import label
from showroom.domain.permit import Requirement
from showroom.search import Entry, Index

_ID = Qt.ItemDataRole.UserRole


class RowList(QWidget):
    """A search field over a list. `picked(id)` tells which row is looked at."""

    picked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows: tuple[Requirement, ...] = ()
        self._index: Index | None = None
        self._language = "zh_CN"
        self._marked: Callable[[str], str] = lambda _id: ""
        self.search = QLineEdit(objectName="row-search", clearButtonEnabled=True)
        self.search.textChanged.connect(self._fill)
        self.list = QListWidget(objectName="requirement-list")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(lambda item, _old: self.picked.emit(item.data(_ID)) if item is not None else None)
        self.count: QLabel = label("", "caption", "muted", name="row-count")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        for part in (self.search, self.list, self.count):
            layout.addWidget(part)

    def show_rows(self, rows: Sequence[Requirement], language: str, marked: Callable[[str], str]) -> None:
        """Show these rows; `marked(id)` gives the sign in front of a row: empty where the register alone holds."""
        if tuple(rows) != self._rows:
            self._rows, self._index = tuple(rows), None
        self._language, self._marked = language, marked
        self.search.setPlaceholderText(self.tr("Search: words, pinyin or id"))
        self.search.setAccessibleName(self.tr("Search the requirements"))
        self.list.setAccessibleName(self.tr("Requirements of the permit"))
        self._fill()

    def choose(self, requirement_id: str) -> None:
        """Make a row the chosen one, where it is listed."""
        for at in range(self.list.count()):
            if self.list.item(at).data(_ID) == requirement_id and self.list.currentRow() != at:
                self.list.setCurrentRow(at)

    def mark(self, requirement_id: str) -> None:
        """Show anew whether the district decided about one row."""
        for at in range(self.list.count()):
            item = self.list.item(at)
            if item.data(_ID) == requirement_id:
                row = next(one for one in self._rows if one.id == requirement_id)
                item.setText(self._words(row))

    def _found(self, wanted: str) -> list[Requirement]:
        if said := [row for row in self._rows if matches(row, wanted)]:
            return said
        if self._index is None:
            self._index = Index(Entry("requirement", row.id, row.title) for row in self._rows)
        known = {row.id: row for row in self._rows}
        return [known[hit.entry.id] for hit in self._index.find(wanted)]

    def _fill(self) -> None:
        rows = self._found(self.search.text().strip())
        current = self.list.currentItem()
        chosen = current.data(_ID) if current is not None else None
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(self._words(row))
            item.setData(_ID, row.id)
            item.setToolTip(row.text.in_(self._language))
            self.list.addItem(item)
            if row.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.count.setText(
            self.tr("{shown} of {all} shown · ● the district decided · ✎ not saved").format(shown=len(rows), all=len(self._rows))
        )

    def _words(self, row: Requirement) -> str:
        sign = self._marked(row.id)
        return f"{sign} {row.title.in_(self._language)}\n{row.id}".strip()
