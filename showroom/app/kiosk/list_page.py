"""What did the visitor put aside? The list, grouped by what to change, to prepare and to ask, each thing with its standing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from showroom.app.icons import OF_OUTCOME
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.sources import source_line
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Visit
from showroom.app.theme import HEADING, OUTCOME_ROLE, Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import clear, column, icon_label, label, panel, row
from showroom.reports import words as said
from showroom.reports.my_list import GROUPS, Entry, Group, entries_of, with_missed

_FACES: dict[Group, tuple[str, str]] = {
    "change": ("not-met", "not_met"),
    "prepare": ("tick", "accent"),
    "ask": ("to-confirm", "to_confirm"),
}
"""Icon and role of each group."""


class ListPage(Page):
    """The visitor's list."""

    def __init__(self, surroundings: Surroundings, look: Look) -> None:
        super().__init__(surroundings, look)
        stacked = look.portrait or look.narrow
        self._scroll = ScrollColumn(look, gap=12, name="my-list-lines")
        self._aside = column(gap=self.px(16))
        title = label(self.tr("My list"), "title", name="list-title")
        left = column(title, self._scroll, gap=self.px(16))
        left.setStretch(1, 1)
        layout: QLayout
        if stacked:
            layout = column(left, self._aside, gap=self.px(16), margins=self.margins())
            layout.setStretch(0, 1)  # type: ignore[attr-defined]
        else:
            layout = row(left, self._aside, gap=self.px(40), margins=self.margins())
            layout.setStretch(0, 66)  # type: ignore[attr-defined]
            layout.setStretch(1, 34)  # type: ignore[attr-defined]
        self.setLayout(layout)
        self._fill()

    def follow(self, before: Visit, after: Visit) -> bool:
        """Show the list as it is now, staying where the visitor had scrolled to."""
        if before.revise(marked=after.marked) != after:
            return False
        at = self._scroll.verticalScrollBar().value()
        self._fill()
        self._scroll.verticalScrollBar().setValue(at)
        return True

    # -- the lines -------------------------------------------------------------------------------------------
    def _fill(self) -> None:
        entries = entries_of(self.visit.marked, self.surroundings.catalogue.permits, self.visit.own.review)
        content = self._scroll.content
        clear(content)
        if not entries:
            content.addWidget(self._empty(), 1)
        number = 0
        for group in GROUPS:
            here = [entry for entry in entries if entry.group == group]
            if here:
                content.addWidget(self._head(group, len(here)))
            for entry in here:
                number += 1
                content.addWidget(self._line(entry, number))
        content.addStretch(1 if entries else 0)
        self._fill_aside(entries)

    def _head(self, group: Group, count: int) -> QWidget:
        icon, role = _FACES[group]
        words = label(f"{GROUPS[group].in_(self.language)}  ({count})", "heading")
        line = row(icon_label(self.look, icon, 32, role), words, gap=self.px(12), margins=(0, self.px(12), 0, 0))
        line.setStretch(1, 1)
        box = QWidget()
        box.setObjectName(f"list-{group}")
        box.setLayout(line)
        return box

    def _line(self, entry: Entry, number: int) -> QWidget:
        title = entry.title.in_(self.language)
        body = column(label(f"{number}. {title}", "strong"), gap=self.px(6))
        permits = {mark.permit_id for mark in self.visit.marked}
        permit = self.surroundings.catalogue.permit(entry.mark.permit_id)
        if len(permits) > 1 and permit is not None:
            body.addWidget(label(permit.title.in_(self.language), "caption", "accent"))
        if entry.outcome is not None:
            body.addWidget(self._found(entry))
        if entry.said != entry.title and not self.look.large_print:
            body.addWidget(label(entry.said.in_(self.language), "caption"))
        if entry.issuer is not None:
            words = self.tr("From: {issuer}").format(issuer=entry.issuer.in_(self.language))
            body.addWidget(label(words, "caption", "muted"))
        if entry.source is not None:
            body.addWidget(source_line(self.look, entry.source))
        remove = TouchButton(self.look, icon="delete", kind="quiet", name=self.tr("Take off the list: {title}").format(title=title))
        remove.setObjectName(f"remove-{entry.mark.id}")
        remove.clicked.connect(lambda: self.holder.toggle_marked(entry.mark))
        pad = self.px(20)
        line = row(body, remove, gap=self.px(16), margins=(pad, self.px(14), self.px(12), self.px(14)))
        line.setStretch(0, 1)
        line.setAlignment(remove, Qt.AlignmentFlag.AlignTop)
        return panel("raised", line, f"line-{entry.mark.id}")

    def _found(self, entry: Entry) -> QWidget:
        """Return what the visitor's own plan showed: outcome by icon, word and colour, and figures or why it is open."""
        outcome = entry.findings[0].outcome
        role = OUTCOME_ROLE[outcome]
        measured, required = entry.figures(self.language)
        told = said.OUTCOME[outcome].in_(self.language)
        if measured:
            figures = self.tr("measured {measured}, required {required}").format(measured=measured, required=required)
            told += f"  ·  {figures}"
        elif because := entry.open_because(self.language):
            told += f"  ·  {because}"
        line = row(icon_label(self.look, OF_OUTCOME[outcome], 26, role), label(told, "body", role), gap=self.px(10))
        line.setStretch(1, 1)
        box = QWidget()
        box.setLayout(line)
        return box

    def _empty(self) -> QWidget:
        pad = self.px(40)
        words = label(self.tr("Nothing is on your list yet."), "heading")
        how = self.tr("Press 'Add to my list' wherever you see it: at a requirement, a paper, or a point of your plan.")
        told = label(how, "body", "muted")
        for line in (words, told):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture = icon_label(self.look, "my-list-add", 72, "muted")
        inner = column(None, row(None, picture, None), words, told, None, gap=self.px(16), margins=(pad, pad, pad, pad))
        frame = panel("sunken", inner, "list-empty")
        frame.setMinimumHeight(self.px(300))
        return frame

    # -- what to do with it ----------------------------------------------------------------------------------
    def _fill_aside(self, entries: tuple[Entry, ...]) -> None:
        clear(self._aside)
        stacked = self.look.portrait or self.look.narrow
        if not stacked:
            if entries:
                self._aside.addWidget(summary(self.look, self.language, entries))
            self._aside.addStretch(1)
        lacking = len(with_missed(self.visit.marked, self.visit.own.review)) - len(self.visit.marked)
        if lacking:
            words = self.tr("Add what my plan misses ({count})").format(count=lacking)
            add = self._button(words, "my-list-add", "add-missed", "secondary")
            add.clicked.connect(lambda: self.holder.revise(marked=with_missed(self.visit.marked, self.visit.own.review)))
            self._aside.addWidget(add)
        take = self._button(self.tr("Take it with me"), "take-away", "take-away", "primary")
        take.clicked.connect(lambda: self.holder.revise(page="takeaway"))
        take.setEnabled(bool(entries) or self.visit.own.review is not None)
        self._aside.addWidget(take)

    def _button(self, words: str, icon: str, name: str, kind: str) -> TouchButton:
        button = TouchButton(self.look, words, icon=icon, kind=kind, size=HEADING)  # type: ignore[arg-type]
        button.setObjectName(name)
        button.setMinimumHeight(self.px(80))
        return button


def summary(look: Look, language: str, entries: tuple[Entry, ...]) -> QWidget:
    """Return how many things there are of each group."""
    lines = column(gap=look.px(14))
    for group, title in GROUPS.items():
        icon, role = _FACES[group]
        count = sum(entry.group == group for entry in entries)
        figure = label(str(count), "title", role, wrap=False)
        figure.setMinimumWidth(look.px(56))
        line = row(icon_label(look, icon, 32, role), figure, label(title.in_(language)), gap=look.px(14))
        line.setStretch(2, 1)
        lines.addLayout(line)
    pad = look.px(24)
    lines.setContentsMargins(pad, pad, pad, pad)
    return panel("sunken", lines)
