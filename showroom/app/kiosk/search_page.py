"""What does a visitor look for, and where is it? A large field, and what was found as tiles, by kind, that lead to the very place.

What was typed stands in the visit; while it changes the field stays and only the results are made anew. What does not apply to what
the visitor told is left out and said so, or shown and marked.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from showroom.app.icons import permit_icon
from showroom.app.kiosk.beside_the_answers import BesideTheAnswers, beside_bar
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.result_ways import follow_hit, permits_of
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit
from showroom.app.theme import CAPTION, GAP, HEADING, Look
from showroom.app.widgets.flow import Flow
from showroom.app.widgets.result_tile import ResultTile
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import clear, column, icon_label, label, row
from showroom.search import Hit, Kind

_GROUPS: tuple[tuple[Kind, ...], ...] = (("permit",), ("requirement",), ("document",), ("point",), ("step", "condition"))
_ICONS: dict[Kind, str] = {
    "permit": "permit",
    "requirement": "conditions",
    "document": "document",
    "point": "pin",
    "step": "procedure",
    "condition": "list",
}
_FEW, _MANY = 4, 30
_ROOMY = 400
"""Design pixels of height below which only the field and the results are shown."""


def group_words(kind: str) -> str:
    """Return what the things of a group are called."""
    return {
        "permit": QCoreApplication.translate("Search", "Permits"),
        "requirement": QCoreApplication.translate("Search", "Requirements"),
        "document": QCoreApplication.translate("Search", "Documents"),
        "point": QCoreApplication.translate("Search", "In the showroom"),
        "step": QCoreApplication.translate("Search", "Conditions and procedure"),
    }[kind]


class SearchPage(Page):
    """The field and what was found."""

    def __init__(self, surroundings: Surroundings, look: Look) -> None:
        super().__init__(surroundings, look)
        self._roomy = True
        self._beside = BesideTheAnswers(surroundings)
        self.field = self._field()
        self._kinds = QWidget()
        self._kinds.setLayout(Flow(gap=self.px(GAP)))
        self._results = ScrollColumn(look, gap=12, name="results")
        erase = TouchButton(look, icon="close", kind="quiet", name=self.tr("Delete what is typed"))
        erase.setObjectName("search-clear")
        erase.clicked.connect(self._erase)
        line = row(icon_label(look, "search", 40), self.field, erase, gap=self.px(GAP))
        line.setStretch(1, 1)
        layout = column(line, self._kinds, self._results, gap=self.px(GAP), margins=self.margins())
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._show()
        self.setFocusProxy(self.field)

    def showEvent(self, event: object) -> None:
        """Let the visitor type at once."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self) -> QLineEdit:
        field = QLineEdit(self.visit.looking.typed)
        field.setObjectName("search-field")
        field.setMaxLength(60)
        field.setMinimumHeight(self.px(80))
        field.setFont(self.look.font(HEADING))
        words = self.tr("What are you looking for? Characters, pinyin or English")
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.textChanged.connect(lambda typed: self.holder.look_for(typed=typed, kind=None))
        return field

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out kinds and headings where the keyboard of the screen leaves little room: what was found comes first."""
        super().resizeEvent(event)
        roomy = self.height() > self.px(_ROOMY)
        if roomy != self._roomy:
            self._roomy = roomy
            left, top, right, bottom = self.margins()
            self.layout().setContentsMargins(left, top if roomy else self.px(4), right, bottom if roomy else 0)
            self._show()

    def _erase(self) -> None:
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, before: Visit, after: Visit) -> bool:
        """Show what is found for other letters, or of another kind."""
        if before.revise(looking=after.looking) != after:
            return False
        if self.field.text() != after.looking.typed:
            self.field.setText(after.looking.typed)
        self._show()
        return True

    # -- results ---------------------------------------------------------------------------------------------
    def _show(self) -> None:
        looking = self.visit.looking
        found = self.surroundings.catalogue.index.find(looking.typed)
        left_out = [hit for hit in found if self._beside.because(hit.entry)]
        hits = found if self._beside.show_all else tuple(hit for hit in found if not self._beside.because(hit.entry))
        groups = {group[0]: [hit for hit in hits if hit.entry.kind in group] for group in _GROUPS}
        groups = {kind: some for kind, some in groups.items() if some}
        order = sorted(groups, key=lambda kind: -groups[kind][0].score)
        self._show_kinds(groups, order)
        content = self._results.content
        clear(content)
        if not looking.typed.strip():
            content.addWidget(self._suggestions())
        elif not found:
            content.addWidget(self._nothing())
        bar = beside_bar(self.surroundings, self.look, left_out, self._beside) if left_out else None
        if bar is not None and (self._roomy or not hits):
            content.addWidget(bar)
        for kind in order:
            if looking.kind in (None, kind):
                self._add_group(kind, groups[kind], whole=looking.kind == kind or len(order) == 1)
        if bar is not None and hits and not self._roomy:
            content.addWidget(bar)
        content.addStretch(1)
        self._results.verticalScrollBar().setValue(0)

    def _show_kinds(self, groups: dict[Kind, list[Hit]], order: list[Kind]) -> None:
        layout = self._kinds.layout()
        clear(layout)
        self._kinds.setVisible(len(order) > 1 and self._roomy)
        if len(order) < 2:
            return
        chosen = self.visit.looking.kind
        every = sum(map(len, groups.values()))
        words = [(None, self.tr("All {count}").format(count=every)), *((k, f"{group_words(k)} {len(groups[k])}") for k in order)]
        for kind, said in words:
            chip = TouchButton(self.look, said, kind="choice", size=CAPTION)
            chip.setObjectName(f"kind-{kind or 'all'}")
            chip.setCheckable(True)
            chip.setChecked(kind == chosen)
            chip.clicked.connect(lambda _=False, kind=kind: self.holder.look_for(kind=kind))
            layout.addWidget(chip)

    def _add_group(self, kind: Kind, hits: list[Hit], *, whole: bool) -> None:
        content, shown = self._results.content, hits[: _MANY if whole else _FEW]
        if self._roomy:
            content.addWidget(label(group_words(kind), "eyebrow", "muted"))
        for number, hit in enumerate(shown):
            content.addWidget(self._tile(hit, number))
        if len(hits) > len(shown) and not whole:
            words = self.tr("Show all {count}").format(count=len(hits))
            more = TouchButton(self.look, words, icon="down", kind="quiet", size=CAPTION)
            more.setObjectName(f"more-{kind}")
            more.clicked.connect(lambda: self.holder.look_for(kind=kind))
            content.addWidget(more)
        elif len(hits) > len(shown):
            content.addWidget(label(self.tr("There is more: type another word to narrow it down."), "caption", "muted"))

    def _tile(self, hit: Hit, number: int) -> ResultTile:
        entry = hit.entry
        icon = permit_icon(entry.id) if entry.kind == "permit" else _ICONS[entry.kind]
        below = hit.excerpt(self.language)
        tile = ResultTile(self.look, icon, hit.title(self.language), below, self._belongs(hit))
        tile.setObjectName(f"hit-{entry.kind}-{number}")
        tile.clicked.connect(lambda: follow_hit(self.surroundings, entry))
        return tile

    def _belongs(self, hit: Hit) -> str:
        """Return where it belongs: the permits, and the sample premises of a key point; first, where so, that it does not apply."""
        if hit.entry.kind == "permit":
            return ""
        beside = [self.tr("Does not apply to what you told us")] if self._beside.because(hit.entry) else []
        titles = [permit.title.in_(self.language) for permit in permits_of(self.surroundings, hit.entry)]
        exhibit = self.surroundings.catalogue.exhibit(hit.entry.scene)
        place = [exhibit.scene.title.in_(self.language)] if exhibit is not None else []
        return " · ".join([*beside, *place, *titles])

    def _suggestions(self) -> QWidget:
        box, chips = QWidget(), Flow(gap=self.px(GAP))
        for at, words in enumerate(self._examples()):
            chip = TouchButton(self.look, words, icon="search", kind="secondary", size=CAPTION)
            chip.setObjectName(f"example-{at}")
            chip.clicked.connect(lambda _=False, words=words: self.field.setText(words))
            chips.addWidget(chip)
        lines = (
            label(self.tr("For example"), "strong"),
            chips,
            label(self.tr("The initials of the pinyin are enough, and a wrong letter does no harm."), "caption", "muted"),
        )
        box.setLayout(column(*lines, gap=self.px(GAP), margins=(0, self.px(8), 0, 0)))
        return box

    def _examples(self) -> Iterable[str]:
        """Return titles of the register to begin with: of each permit a paper and what its first conditions ask."""
        found: dict[str, None] = {}
        for permit in self.surroundings.catalogue.permits:
            papers = [paper.title for paper in permit.documents[1:2]]
            rows = [permit.requirement(name) for condition in permit.conditions for name in condition.requirements[:1]]
            for title in (*papers, *(one.title for one in rows[:2] if one is not None)):
                found.setdefault(title.in_(self.language))
        return found

    def _nothing(self) -> QWidget:
        box = QWidget()
        words = label(self.tr("Nothing was found. Try a shorter word, or ask at the counter."), "body", "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture = row(None, icon_label(self.look, "search", 64, "muted"), None)
        box.setLayout(column(picture, words, gap=self.px(GAP), margins=(0, self.px(40), 0, self.px(24))))
        return box
