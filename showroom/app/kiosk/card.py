"""What does a key point say? Its card: requirement, why, common mistake, source and standing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.sources import source_line
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import Picture, column, icon_label, label, note, panel, row
from showroom.domain.finding import Binding
from showroom.domain.mistake import Mistake
from showroom.domain.permit import Requirement
from showroom.domain.scene import Hotspot


class Dock(QFrame):
    """A panel at the side (or foot) of the stage: a head, a scrolled body, a foot."""

    closed = Signal()

    def __init__(self, look: Look, over: QWidget, eyebrow: str, title: str) -> None:
        super().__init__(over)
        self.look = look
        self.setProperty("panel", "floating")
        close = TouchButton(look, icon="close", kind="quiet", name=self.tr("Close"))
        close.setObjectName("card-close")
        close.setFixedSize(look.px(64), look.px(64))
        close.clicked.connect(self.closed)
        words = column(gap=look.px(2))
        if eyebrow:
            words.addWidget(label(eyebrow, "eyebrow"))
        words.addWidget(label(title, "heading", name="card-title"))
        head = row(words, close, gap=look.px(8))
        head.setStretch(0, 1)
        head.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        self.body = ScrollColumn(look, gap=18, name="card-body", ground="surface_raised")
        self.foot = row(gap=look.px(12))
        pad = look.px(24)
        layout = column(head, self.body, self.foot, gap=look.px(16), margins=(pad, look.px(18), look.px(16), look.px(18)))
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def suit(self, walk: Walk) -> None:
        """Show a change of the walk that asks for no other dock."""

    def mousePressEvent(self, event: object) -> None:
        """Take presses, so that the stage beneath does not walk."""
        event.accept()  # type: ignore[attr-defined]


class KeyPointCard(Dock):
    """The card of one key point. `moved(±1)` asks for another."""

    moved = Signal(int)

    def __init__(
        self,
        look: Look,
        over: QWidget,
        language: str,
        exhibit: Exhibit,
        spot: Hotspot,
        requirements: Sequence[Requirement],
        *,
        number: int,
        count: int,
    ) -> None:
        eyebrow = self.tr("Key point {number} of {count}").format(number=number, count=count)
        super().__init__(look, over, eyebrow, spot.card.title.in_(language))
        self._language, self._add = language, self.body.content.addWidget
        for medium in spot.media:
            path = exhibit.file(medium.path) if medium.kind == "picture" else None
            if path is not None:
                name = medium.caption.in_(language) if medium.caption else spot.card.title.in_(language)
                picture = Picture(look, path, radius=12, name=name)
                picture.setFixedHeight(look.px(230))
                self._add(picture)
        self._add(label(spot.card.text.in_(language)))
        for mistake in exhibit.scene.mistakes_at(spot.id):
            self._add(self._pair(exhibit, mistake))
        for requirement in requirements:
            self._add(self._requirement(requirement))
        whys = [row.why.in_(language) for row in requirements if row.why]
        if whys:
            self._add(note(look, "why", self.tr("Why"), "\n".join(whys)))
        mistakes = (
            [spot.card.common_mistake] if spot.card.common_mistake else [r.common_mistake for r in requirements if r.common_mistake]
        )
        if mistakes:
            text = "\n".join(mistake.in_(language) for mistake in mistakes)
            self._add(note(look, "mistake", self.tr("Common mistake"), text, "warning", "to_confirm"))
        self.body.content.addStretch(1)
        previous = TouchButton(look, self.tr("Previous"), icon="back", kind="secondary")
        previous.setObjectName("card-previous")
        previous.clicked.connect(lambda: self.moved.emit(-1))
        following = TouchButton(look, self.tr("Next point"), kind="primary", trailing="next")
        following.setObjectName("card-next")
        following.clicked.connect(lambda: self.moved.emit(1))
        self.foot.addWidget(previous, 1)
        self.foot.addWidget(following, 1)

    def _pair(self, exhibit: Exhibit, mistake: Mistake) -> QWidget:
        """The premises as they should be beside the same place with the mistake, and what is wrong about it."""
        language, look = self._language, self.look
        halves = row(gap=look.px(12))
        for path, icon, role, words in (
            (mistake.right, "met", "met", self.tr("Right")),
            (mistake.wrong, "not-met", "not_met", self.tr("Wrong")),
        ):
            file = exhibit.file(path) if path else None
            if file is not None:
                picture = Picture(look, file, radius=10, name=f"{words}: {mistake.title.in_(language)}")
                picture.setFixedHeight(look.px(168))
                name = row(icon_label(look, icon, 24, role), label(words, "strong", role, wrap=False), None, gap=look.px(8))
                halves.addLayout(column(picture, name, gap=look.px(6)), 1)
        told = (label(mistake.title.in_(language), "strong", "not_met"), label(mistake.text.in_(language)))
        pad = look.px(16)
        return panel("sunken", column(halves, *told, gap=look.px(8), margins=(pad, pad, pad, pad)), "pair")

    def _requirement(self, requirement: Requirement) -> QWidget:
        language, look = self._language, self.look
        binding = self.tr("Required") if requirement.binding is Binding.MANDATORY else self.tr("Recommended")
        head = label(f"{binding}  ·  {requirement.title.in_(language)}", "strong", "accent")
        words = column(head, label(requirement.text.in_(language)), source_line(look, requirement.source.cite()), gap=look.px(6))
        pad = look.px(16)
        words.setContentsMargins(pad, look.px(14), pad, look.px(14))
        return panel("sunken", words)
