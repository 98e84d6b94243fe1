"""What does a key point say? Its card: requirement with figures and source, right and wrong, why, papers and procedure."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.sources import source_line
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import CAPTION, Look
from showroom.app.widgets.flow import Flow
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import Picture, column, icon_label, label, note, panel, row
from showroom.domain.finding import Binding, Finding
from showroom.domain.mistake import Mistake
from showroom.domain.permit import Permit, PermitDocument, Requirement, Step
from showroom.domain.scene import Card, Hotspot
from showroom.reports import words


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
        head = self.head = row(words, close, gap=look.gap)
        head.setStretch(0, 1)
        head.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        self.body = ScrollColumn(look, gap=18, name="card-body", ground="surface_raised")
        self.foot = row(gap=look.gap)
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
    """The card of one key point, as it is read by those who apply for `permit` (`None`: by nobody in particular).

    `moved(±1)` asks for another, `viewed("plan" or "inside")` for the thing there; `acts` are further buttons above its words,
    `speak` the one beside its title, and `figures()` tells what was measured, by requirement id, as far as it is known.
    """

    moved = Signal(int)
    viewed = Signal(str)

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
        permit: Permit | None = None,
        acts: Sequence[QWidget] = (),
        speak: QWidget | None = None,
        figures: Callable[[], Mapping[str, Finding]] = dict,
    ) -> None:
        card = spot.card_for(permit.id) if permit is not None else spot.card
        eyebrow = self.tr("Key point {number} of {count}").format(number=number, count=count)
        super().__init__(look, over, eyebrow, card.title.in_(language))
        self._language, self._add = language, self.body.content.addWidget
        if speak is not None:
            self.head.insertWidget(1, speak, 0, Qt.AlignmentFlag.AlignTop)
        self._figures: dict[str, QLabel] = {}
        self._figures_now = figures
        self._view = TouchButton(look, kind="choice", size=CAPTION)
        self._view.setObjectName("card-view")
        self._view.clicked.connect(lambda: self.viewed.emit(self._there))
        self._there = "plan"
        if permit is not None:
            self._add(_side_by_side(look, (self._view, *acts)))
        self._add(label(card.text.in_(language)))
        for medium in spot.media:
            path = _picture(exhibit, medium.path) if medium.kind == "picture" else None
            if path is not None:
                name = medium.caption.in_(language) if medium.caption else card.title.in_(language)
                picture = Picture(look, path, radius=12, name=name)
                picture.setFixedHeight(look.px(230))
                self._add(picture)
        for mistake in exhibit.scene.mistakes_at(spot.id, permit.id if permit is not None else None):
            self._add(self._pair(exhibit, mistake))
        for requirement in requirements:
            self._add(self._requirement(requirement))
        self._why(card, requirements)
        if permit is not None:
            self._office(permit, requirements)
        self.body.content.addStretch(1)
        previous = TouchButton(look, self.tr("Previous"), icon="back", kind="secondary")
        previous.setObjectName("card-previous")
        previous.clicked.connect(lambda: self.moved.emit(-1))
        following = TouchButton(look, self.tr("Next point"), kind="primary", trailing="next")
        following.setObjectName("card-next")
        following.clicked.connect(lambda: self.moved.emit(1))
        self.foot.addWidget(previous, 1)
        self.foot.addWidget(following, 1)

    def suit(self, walk: Walk) -> None:
        """Say what was measured, as soon as it is known, and where else the thing can be seen."""
        self._show_figures()
        there = "inside" if walk.view == "plan" else "plan"
        self._view.setText(self.tr("Show in the room") if there == "inside" else self.tr("Show in plan"))
        self._view.setAccessibleName(self._view.text())
        self._view.set_icon(there)
        self._there = there
        self._view.updateGeometry()

    def _show_figures(self) -> None:
        for requirement, finding in self._figures_now().items():
            if requirement in self._figures and finding.measured is not None:
                here = self.tr("Here {measured}").format(measured=words.measured(finding, self._language))
                limit = (
                    self.tr("required {limit}").format(limit=words.limit(finding.required, self._language))
                    if finding.required is not None
                    else ""
                )
                self._figures[requirement].setText("  ·  ".join(part for part in (here, limit) if part))
                self._figures[requirement].show()

    def _pair(self, exhibit: Exhibit, mistake: Mistake) -> QWidget:
        """The premises as they should be beside the same place with the mistake, and what is wrong about it."""
        language, look = self._language, self.look
        halves = row(gap=look.px(12))
        for path, icon, role, name in (
            (mistake.right, "met", "met", self.tr("Right")),
            (mistake.wrong, "not-met", "not_met", self.tr("Wrong")),
        ):
            file = _picture(exhibit, path) if path else None
            if file is not None:
                picture = Picture(look, file, radius=10, name=f"{name}: {mistake.title.in_(language)}")
                picture.setFixedHeight(look.px(168))
                named = row(icon_label(look, icon, 24, role), label(name, "strong", role, wrap=False), None, gap=look.px(8))
                halves.addLayout(column(picture, named, gap=look.px(6)), 1)
        told = (label(mistake.title.in_(language), "strong", "not_met"), label(mistake.text.in_(language)))
        pad = look.px(16)
        return panel("sunken", column(halves, *told, gap=look.px(8), margins=(pad, pad, pad, pad)), "pair")

    def _requirement(self, requirement: Requirement) -> QWidget:
        language, look = self._language, self.look
        binding = self.tr("Required") if requirement.binding is Binding.MANDATORY else self.tr("Recommended")
        head = label(f"{binding}  ·  {requirement.title.in_(language)}", "strong", "accent")
        figure = self._figures[requirement.id] = label("", "strong", "met", name=f"figure-{requirement.id}")
        figure.hide()
        told = column(
            head, label(requirement.text.in_(language)), figure, source_line(look, requirement.source.cite()), gap=look.px(6)
        )
        pad = look.px(16)
        told.setContentsMargins(pad, look.px(14), pad, look.px(14))
        return panel("sunken", told)

    def _why(self, card: Card, requirements: Sequence[Requirement]) -> None:
        """Say why it is asked, and what is commonly done wrong."""
        language, look = self._language, self.look
        whys = [row.why.in_(language) for row in requirements if row.why]
        if whys:
            self._add(note(look, "why", self.tr("Why"), "\n".join(dict.fromkeys(whys))))
        mistakes = [card.common_mistake] if card.common_mistake else [r.common_mistake for r in requirements if r.common_mistake]
        if mistakes:
            text = "\n".join(mistake.in_(language) for mistake in mistakes)
            self._add(note(look, "mistake", self.tr("Common mistake"), text, "warning", "to_confirm"))

    def _office(self, permit: Permit, requirements: Sequence[Requirement]) -> None:
        """Say which papers speak of it, and in which step of the procedure the office looks at it."""
        language, look = self._language, self.look
        ids, kinds = {row.id for row in requirements}, {row.kind for row in requirements}

        def about(thing: PermitDocument | Step) -> bool:
            return thing.requirement in ids or bool(kinds.intersection(thing.concerns))

        papers = [
            paper.title.in_(language) + (f"\n{paper.issuer.in_(language)}" if paper.issuer else "")
            for paper in permit.documents
            if about(paper)
        ]
        if papers:
            self._add(note(look, "document", self.tr("In your papers"), "\n".join(papers)))
        steps = [(number, step) for number, step in enumerate(permit.procedure, 1) if about(step)]
        if steps:
            counted = self.tr("Step {number} of {count}: {title}")
            lines = [counted.format(number=n, count=len(permit.procedure), title=step.title.in_(language)) for n, step in steps]
            times = [step.legal_time.in_(language) for _, step in steps if step.legal_time is not None]
            self._add(note(look, "procedure", self.tr("When the office looks at it"), "\n".join([*lines, *times])))


def _picture(exhibit: Exhibit, path: str) -> Path | None:
    """A picture's file, where there is one that can be opened."""
    file = exhibit.file(path)
    return file if file is not None and QImageReader(str(file)).canRead() else None


def _side_by_side(look: Look, things: Sequence[QWidget]) -> QWidget:
    """A box with these on as many lines as they need."""
    box, flow = QWidget(), Flow(gap=look.gap)
    box.setProperty("unspoken", True)
    for thing in things:
        flow.addWidget(thing)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    box.setSizePolicy(policy)
    box.setLayout(flow)
    return box
