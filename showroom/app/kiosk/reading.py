"""What are the parts of a permit's page built from? The permit, its sample premises, and what the visitor need not read of it.

Also what every part says alike: a requirement's standing in a few words, and the way to its key point.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.mark_button import MarkButton
from showroom.app.kiosk.situation import Relevance, relevance
from showroom.app.kiosk.sources import source_line, standing_words
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import VisitHolder, Walk
from showroom.app.theme import CAPTION, GAP, Look
from showroom.app.widgets.flow import Flow
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, label, note
from showroom.domain.finding import Binding
from showroom.domain.permit import Permit, Requirement
from showroom.domain.scene import Hotspot
from showroom.domain.text import Text
from showroom.reports.my_list import Mark, requirement_marks


@dataclass(frozen=True)
class Reading:
    """One permit, read by this visitor."""

    surroundings: Surroundings
    look: Look
    permit: Permit

    @property
    def holder(self) -> VisitHolder:
        """Where the visit lives."""
        return self.surroundings.holder

    @property
    def opened(self) -> str | None:
        """The requirement, section or paper that stands open."""
        return self.surroundings.holder.visit.opened

    @cached_property
    def exhibit(self) -> Exhibit | None:
        """The sample premises of the permit."""
        return self.surroundings.catalogue.exhibit_for(self.permit.id)

    @cached_property
    def relevance(self) -> Relevance:
        """What the visitor need not read."""
        return relevance(self.surroundings, self.permit)

    def says(self, text: Text) -> str:
        """Return content in the visitor's language."""
        return text.in_(self.surroundings.language)

    def shown(self, requirement_ids: Sequence[str]) -> list[Requirement]:
        """Return the requirements of these ids that address the visitor."""
        found = (self.permit.requirement(name) for name in requirement_ids if name not in self.relevance.hidden)
        return [row for row in found if row is not None]

    def spot_of(self, requirement_id: str) -> Hotspot | None:
        """Return the key point that shows a requirement, or `None`."""
        spots = self.exhibit.hotspots(self.permit) if self.exhibit is not None else ()
        return next((spot for spot in spots if requirement_id in spot.requirements), None)

    def open(self, what: str | None) -> None:
        """Open something of the page, and close what stood open."""
        self.holder.revise(opened=what)

    def way_in(self, requirement_id: str, *, words: bool = True) -> TouchButton | None:
        """Return the button that leads to a requirement's key point; `None` where the premises show none."""
        spot = self.spot_of(requirement_id)
        if spot is None or self.exhibit is None:
            return None
        name, scene_id = QCoreApplication.translate("Reading", "See it in the showroom"), self.exhibit.scene.id
        button = TouchButton(self.look, name if words else "", icon="walk", kind="secondary", size=CAPTION, name=name)
        button.setObjectName(f"see-{requirement_id}")
        button.clicked.connect(lambda: self.holder.revise(page="showroom", scene_id=scene_id, walk=Walk(hotspot=spot.id)))
        return button


def binding_and_source(row: Requirement) -> str:
    """Return in one line how binding a requirement is, where it is written, and how sure that is."""
    binding = (
        QCoreApplication.translate("Reading", "Required")
        if row.binding is Binding.MANDATORY
        else QCoreApplication.translate("Reading", "Recommended")
    )
    cited = f"{row.source.instrument} {row.source.clause}".strip()
    return "  ·  ".join((binding, cited, standing_words(row.source.standing)))


def detail(reading: Reading, row: Requirement) -> QVBoxLayout:
    """Return all that is said of a requirement: what, why, the common mistake, the source, and the ways on."""
    look = reading.look
    lines = column(label(reading.says(row.text)), gap=look.px(14))
    if row.why is not None:
        lines.addWidget(note(look, "why", QCoreApplication.translate("Reading", "Why"), reading.says(row.why)))
    if row.common_mistake is not None:
        words = QCoreApplication.translate("Reading", "Common mistake")
        lines.addWidget(note(look, "mistake", words, reading.says(row.common_mistake), "warning", "to_confirm"))
    lines.addWidget(source_line(look, row.source.cite()))
    also = others(reading, row)
    if also:
        words = QCoreApplication.translate("Reading", "Also asked for: {permits}").format(permits=" · ".join(also))
        lines.addWidget(label(words, "caption", "muted"))
    lines.addWidget(ways_on(reading, row.id, requirement_marks(reading.permit.id, [row.id]), reading.says(row.title)))
    return lines


def others(reading: Reading, row: Requirement) -> list[str]:
    """Return the titles of the other permits that ask the same."""
    permits = reading.surroundings.catalogue.permits
    return [reading.says(one.title) for one in permits if one.id != reading.permit.id and one.requirement(row.id) is not None]


def ways_on(reading: Reading, requirement_id: str | None, marks: Sequence[Mark], about: str) -> QWidget:
    """Return the buttons below something read: to its key point where there is one, and onto the visitor's list."""
    flow = Flow(gap=reading.look.px(GAP))
    see = reading.way_in(requirement_id) if requirement_id is not None else None
    if see is not None:
        flow.addWidget(see)
    flow.addWidget(MarkButton(reading.look, reading.holder, marks, about))
    holder = QWidget()
    holder.setLayout(flow)
    return holder


def opener(reading: Reading, what: str, title: str, below: str, *, icon: str = "", number: str = "") -> TouchButton:
    """Return the row that opens something and closes it again."""
    here = reading.opened == what
    button = TouchButton(
        reading.look,
        f"{number}   {title}" if number else title,
        icon=icon,
        kind="row",
        note=below,
        trailing="up" if here else "down",
        align=Qt.AlignmentFlag.AlignLeft,
    )
    button.setObjectName(f"open-{what}")
    button.setCheckable(True)
    button.setChecked(here)
    button.clicked.connect(lambda: reading.open(None if reading.opened == what else what))
    return button
