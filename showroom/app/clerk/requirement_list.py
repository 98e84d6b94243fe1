"""Which requirements does the key point stand for? The register, searched by id, words and pinyin, with a tick a row."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from showroom.app.theme import Look
from showroom.app.widgets.words import label
from showroom.domain.permit import Requirement

if TYPE_CHECKING:
    from showroom.search import Index

_ID = Qt.ItemDataRole.UserRole


def matches(row: Requirement, wanted: str) -> bool:
    """Tell whether every word of `wanted` stands in the id, the title or the text of a requirement, in any language."""
    said = " ".join((row.id, *row.title.root.values(), *row.text.root.values(), row.source.instrument, row.source.clause)).lower()
    return all(word in said for word in wanted.lower().split())


class RequirementList(QWidget):
    """A search field over a list with ticks. `ticked(id, on)` tells what was bound or unbound."""

    ticked = Signal(str, bool)

    def __init__(self, look: Look, register: Sequence[Requirement]) -> None:
        super().__init__()
        self._register, self._bound, self._language = tuple(register), (), "zh_CN"  # type: tuple[Requirement, ...], tuple[str, ...], str
        self._filling = False
        self.search = QLineEdit()
        self.search.setObjectName("requirement-search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setObjectName("requirement-list")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(False)
        self.list.itemChanged.connect(self._changed)
        self.count: QLabel = label("", "caption", "muted", name="requirement-count")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.count)
        self.retranslate()

    def show_bound(self, bound: Sequence[str] | None, language: str) -> None:
        """Tick these requirements, ids the register does not know included; `None` where no key point is chosen."""
        self.setEnabled(bound is not None)
        if (tuple(bound or ()), language) != (self._bound, self._language) or not self.list.count():
            self._bound, self._language = tuple(bound or ()), language
            self._fill()

    @cached_property
    def _titles(self) -> "Index":
        """What finds a title by its pinyin, its initials, or with a letter wrong; made when first needed."""
        from showroom.search import Entry, Index

        return Index(Entry("requirement", row.id, row.title) for row in self._register)

    def _found(self, wanted: str) -> list[Requirement]:
        """Return the requirements that say what is wanted, or else those whose titles sound or are spelt nearly so."""
        if said := [row for row in self._register if matches(row, wanted)]:
            return said
        known = {row.id: row for row in self._register}
        return [known[hit.entry.id] for hit in self._titles.find(wanted)]

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        self.search.setPlaceholderText(self.tr("Search: words, pinyin or id"))
        self.search.setAccessibleName(self.tr("Search the requirements"))
        self.list.setAccessibleName(self.tr("Requirements of the scene's permits"))
        self._fill()

    def _fill(self) -> None:
        wanted = self.search.text().strip()
        known = {row.id for row in self._register}
        rows = sorted(self._found(wanted), key=lambda row: row.id not in self._bound)
        chosen = self.list.currentItem().data(_ID) if self.list.currentItem() else None
        self._filling = True
        self.list.clear()
        for name in self._bound:
            if name not in known:
                self._add(name, self.tr("not in the register"), ticked=True)
        for row in rows:
            self._add(row.id, row.title.in_(self._language), ticked=row.id in self._bound, tip=row.text.in_(self._language))
        for at in range(self.list.count()):
            if self.list.item(at).data(_ID) == chosen:
                self.list.setCurrentRow(at)
        self._filling = False
        words = self.tr("{bound} chosen · {shown} of {all} shown")
        self.count.setText(words.format(bound=len(self._bound), shown=len(rows), all=len(self._register)))

    def _add(self, name: str, title: str, *, ticked: bool, tip: str = "") -> None:
        item = QListWidgetItem(f"{title}\n{name}")
        item.setData(_ID, name)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setToolTip(tip)
        self.list.addItem(item)

    def _changed(self, item: QListWidgetItem) -> None:
        if not self._filling:
            self.ticked.emit(item.data(_ID), item.checkState() == Qt.CheckState.Checked)
