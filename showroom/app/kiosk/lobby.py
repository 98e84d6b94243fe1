"""Where does a visit begin? The lobby (微大厅): a large picture, the permits as tiles, and the three steps in a line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from showroom.app.icons import permit_icon
from showroom.app.kiosk.catalogue import hero_rank
from showroom.app.kiosk.page import Page
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Looking
from showroom.app.theme import HEADING, Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import Picture, column, icon_label, label, panel, row


class Lobby(Page):
    """The first screen."""

    def __init__(self, surroundings: Surroundings, look: Look) -> None:
        super().__init__(surroundings, look)
        hero, choices = self._hero(), self._choices()
        layout: QLayout
        if look.portrait:
            layout = column(hero, choices, gap=self.px(28), margins=self.margins())
            layout.setStretch(0, 42)  # type: ignore[attr-defined]
            layout.setStretch(1, 58)  # type: ignore[attr-defined]
        else:
            left = column(hero, gap=self.px(24))
            left.setStretch(0, 1)
            if not look.large_print:
                left.addWidget(self._steps())
            layout = row(left, choices, gap=self.px(48 if not look.large_print else 24), margins=self.margins())
            layout.setStretch(0, 58 if not look.large_print else 46)  # type: ignore[attr-defined]
            layout.setStretch(1, 42 if not look.large_print else 54)  # type: ignore[attr-defined]
        self.setLayout(layout)

    def _hero(self) -> QWidget:
        exhibits = self.surroundings.catalogue.exhibits
        pictures = sorted((path for exhibit in exhibits for path in self.surroundings.pictures(exhibit)), key=hero_rank)
        picture = Picture(self.look, pictures[0] if pictures else None, radius=24, shade=True, name=self.tr("The sample premises"))
        picture.setObjectName("hero")
        headline = label(self.tr("See it, build it once, be approved in one visit"), "display", "on-accent")
        if self.look.portrait:
            headline.setStyleSheet(f"font-size: {self.px(48 if not self.look.large_print else 36)}px;")
        under = label(self.tr("Walk through exemplary premises and check your own plan before you build."), "heading", "on-accent")
        under.setStyleSheet("font-weight: 400;")
        pad = self.px(40 if not self.look.large_print else 24)
        picture.setLayout(column(None, headline, under, gap=self.px(12), margins=(pad, pad, pad, pad)))
        return picture

    def _choices(self) -> QWidget:
        scroll = ScrollColumn(self.look, gap=16, name="lobby-choices")
        scroll.content.addWidget(self._search())
        scroll.content.addWidget(label(self.tr("What would you like to open?"), "title"))
        catalogue = self.surroundings.catalogue
        order = {name: place for place, name in enumerate(catalogue.questions.guide({}).permits)}
        for permit in sorted(
            catalogue.permits, key=lambda one: (catalogue.exhibit_for(one.id) is None, order.get(one.id, len(order)))
        ):
            tile = TouchButton(
                self.look,
                permit.title.in_(self.language),
                icon=permit_icon(permit.id),
                kind="row",
                note=permit.summary.in_(self.language) if not self.look.large_print else "",
                size=HEADING,
                trailing="next",
                badge=True,
                align=Qt.AlignmentFlag.AlignLeft,
            )
            tile.setObjectName(f"permit-{permit.id}")
            tile.setMinimumHeight(self.px(124 if not self.look.large_print else 80))
            tile.setMaximumHeight(max(self.px(180), tile.sizeHint().height()))
            tile.clicked.connect(lambda _=False, permit_id=permit.id: self._open(permit_id))
            scroll.content.addWidget(tile, 10)
        if catalogue.questions.questions and len(catalogue.permits) > 1:
            scroll.content.addWidget(self._unsure())
        if not self.surroundings.catalogue.permits:
            scroll.content.addWidget(
                label(self.tr("No permit is set up on this kiosk yet. Please ask at the counter."), "body", "muted")
            )
        if self.look.portrait:
            scroll.content.addSpacing(self.px(8))
            scroll.content.addWidget(self._steps())
        scroll.content.addStretch(1)
        return scroll

    def _open(self, permit_id: str) -> None:
        self.holder.revise(page="permit", permit_id=permit_id, part="conditions", opened=None, looking=Looking())

    def _search(self) -> TouchButton:
        """What looks like a field and opens the page where one types."""
        words = self.tr("Search requirements, documents and the showroom")
        field = TouchButton(self.look, words, icon="search", kind="row", bold=False, align=Qt.AlignmentFlag.AlignLeft)
        field.setObjectName("search")
        field.setMinimumHeight(self.px(76))
        field.clicked.connect(lambda: self.holder.revise(page="search", permit_id=None, looking=Looking()))
        return field

    def _unsure(self) -> TouchButton:
        known = bool(self.visit.situation.given)
        note = self.tr("A few plain questions lead you to it.") if not known else self.tr("Your answers are kept until you leave.")
        button = TouchButton(
            self.look,
            self.tr("Not sure which one?"),
            icon="guidance",
            kind="secondary",
            note=note,
            trailing="next",
            align=Qt.AlignmentFlag.AlignLeft,
        )
        button.setObjectName("guidance")
        button.setMinimumHeight(self.px(88))
        button.clicked.connect(lambda: self.holder.revise(page="guidance", permit_id=None))
        return button

    def _steps(self) -> QWidget:
        steps = (
            ("walk", self.tr("Walk"), self.tr("See what a compliant shop looks like, and why.")),
            ("check-plan", self.tr("Check"), self.tr("Bring your floor plan; every requirement is measured.")),
            ("save", self.tr("Take home"), self.tr("The inspector's own checklist, already filled in.")),
        )
        across = not self.look.large_print
        layout = row(gap=self.px(16)) if across else column(gap=self.px(20))
        for number, (icon, title, text) in enumerate(steps, 1):
            words: QVBoxLayout = column(
                label(f"{number}  {title}", "strong"), label(text, "caption", "muted"), None, gap=self.px(2)
            )
            picture = icon_label(self.look, icon, 36)
            line = row(picture, words, gap=self.px(16))
            line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
            layout.addLayout(line, 1)
        pad = self.px(24)
        layout.setContentsMargins(pad, self.px(20), pad, self.px(20))
        frame = panel("sunken", layout)
        frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return frame
