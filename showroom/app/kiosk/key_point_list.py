"""Which key points are there? All of the permit as ordinary buttons, sifted by zone, kind, binding and permit.

What is sifted by stands in the visit's walk; the list is made anew when it changes.
"""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.card import Dock
from showroom.app.kiosk.showing import Showing
from showroom.app.kiosk.sifting import FACETS, Facet, Sieve, values_of
from showroom.app.kiosk.situation_bar import hidden_words
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import CAPTION, GAP
from showroom.app.widgets.flow import Flow
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, panel, row
from showroom.domain.finding import Binding


def kind_words(kind: str) -> str:
    """Return a kind of requirement in plain words."""
    return {
        "spatial": QCoreApplication.translate("Kinds", "Rooms and sizes"),
        "site": QCoreApplication.translate("Kinds", "Site"),
        "equipment": QCoreApplication.translate("Kinds", "Equipment"),
        "document": QCoreApplication.translate("Kinds", "Papers"),
        "procedure": QCoreApplication.translate("Kinds", "Procedure"),
    }.get(kind, kind)


def binding_words(binding: str) -> str:
    """Return how binding a requirement is, in plain words."""
    if binding == Binding.MANDATORY.value:
        return QCoreApplication.translate("Kinds", "Required")
    return QCoreApplication.translate("Kinds", "Recommended")


class KeyPointList(Dock):
    """The key points the walk asks for. What is pressed changes the visit."""

    def __init__(self, showing: Showing) -> None:
        self._showing, self._sieve = showing, showing.walk.sifted
        walk, look = showing.walk, showing.look
        among = [spot for spot in showing.spots if not walk.listed or spot in walk.listed]
        found = [spot for spot in among if showing.traits[spot].passes(self._sieve)]
        count = self.tr("{count} of {all}").format(count=len(found), all=len(showing.spots))
        super().__init__(look, showing.stage_widget, count, self.tr("Key points"))
        self.foot.setSpacing(0)
        add = self.body.content.addWidget
        add(self._facets(walk))
        if showing.beside_the_point:
            add(self._situation())
        order = list(showing.spots)
        for spot in found:
            add(self._line(spot, order.index(spot) + 1))
        if not found:
            add(self._nothing())
        if walk.listed:
            everything = TouchButton(look, self.tr("Show all key points"), icon="list", kind="secondary")
            everything.setObjectName("list-all")
            everything.clicked.connect(lambda: showing.holder.walk(listed=(), sifted=Sieve()))
            add(everything)
        self.body.content.addStretch(1)

    # -- sieve -----------------------------------------------------------------------------------------------
    def _facets(self, walk: Walk) -> QWidget:
        box, look = QWidget(), self.look
        lines = column(gap=look.gap)
        facets = Flow(gap=look.gap)
        for facet in (*(facet for facet in FACETS if len(self._values(facet)) > 1), *(("permit",) if self._permits() else ())):
            facets.addWidget(self._facet(facet, walk))
        lines.addLayout(facets)
        if walk.facet is not None:
            values = Flow(gap=look.gap)
            for chip in self._chips(walk.facet):
                values.addWidget(chip)
            lines.addLayout(values)
        box.setLayout(lines)
        return box

    def _facet(self, facet: str, walk: Walk) -> TouchButton:
        """The button that opens the values of a facet; it names the one that is chosen."""
        name = {
            "zone": self.tr("Zone"),
            "kind": self.tr("Kind"),
            "binding": self.tr("Binding"),
            "permit": self.tr("Permit"),
        }[facet]
        chosen = self._showing.permit.id if facet == "permit" else getattr(self._sieve, facet)
        words = f"{name}: {self._words(facet, chosen)}" if chosen else name
        arrow = "" if self.look.large_print else "up" if walk.facet == facet else "down"
        button = TouchButton(self.look, words, kind="row", size=CAPTION, trailing=arrow)
        button.setObjectName(f"facet-{facet}")
        button.setCheckable(True)
        button.setChecked(bool(chosen) and facet != "permit")
        button.clicked.connect(lambda: self._showing.holder.walk(facet=None if walk.facet == facet else facet))
        return button

    def _values(self, facet: Facet) -> dict[str, int]:
        return values_of(self._showing.traits, self._sieve, facet)

    def _permits(self) -> list[str]:
        """The other permits these premises teach, besides the present one; none where it is the only one."""
        known = {permit.id for permit in self._showing.surroundings.catalogue.permits}
        taught = [permit for permit in self._showing.exhibit.scene.permits if permit in known]
        return taught if len(taught) > 1 else []

    def _words(self, facet: str, value: str) -> str:
        showing = self._showing
        if facet == "zone":
            return next((zone.title.in_(showing.language) for zone in showing.exhibit.scene.zones if zone.id == value), value)
        if facet == "permit":
            permit = showing.surroundings.catalogue.permit(value)
            return permit.title.in_(showing.language) if permit is not None else value
        return kind_words(value) if facet == "kind" else binding_words(value)

    def _chips(self, facet: str) -> list[TouchButton]:
        if facet == "permit":
            chosen = self._showing.permit.id
            return [self._chip(facet, permit, self._words(facet, permit), chosen=permit == chosen) for permit in self._permits()]
        chosen = getattr(self._sieve, facet)
        values = self._values(facet)  # type: ignore[arg-type]
        if facet == "zone":
            order = [zone.id for zone in self._showing.exhibit.scene.zones]
            values = dict(sorted(values.items(), key=lambda pair: order.index(pair[0])))
        return [
            self._chip(facet, value, f"{self._words(facet, value)} {count}", chosen=value == chosen, enabled=count > 0)
            for value, count in values.items()
        ]

    def _chip(self, facet: str, value: str, words: str, *, chosen: bool, enabled: bool = True) -> TouchButton:
        chip = TouchButton(self.look, words, kind="choice", size=CAPTION)
        chip.setObjectName(f"chip-{facet}-{value}")
        chip.setCheckable(True)
        chip.setChecked(chosen)
        chip.setEnabled(enabled or chosen)
        chip.clicked.connect(lambda: self._press(facet, value))
        return chip

    def _press(self, facet: str, value: str) -> None:
        holder = self._showing.holder
        if facet != "permit":
            holder.walk(sifted=self._sieve.toggled(facet, value), facet=None)  # type: ignore[arg-type]
        elif value != self._showing.permit.id:
            walk = replace(holder.visit.walk, hotspot=None, listed=(), sifted=Sieve(), facet=None, stop=0, motion="stopped")
            holder.revise(permit_id=value, walk=walk)

    def _situation(self) -> QWidget:
        """What the visitor told hides some key points: say so, and offer all of them."""
        look, found, holder = self.look, self._showing.relevance, self._showing.holder
        toggle = TouchButton(look, self.tr("Show all") if found.hidden else self.tr("Hide these"), kind="secondary", size=CAPTION)
        toggle.setObjectName("situation-all")
        toggle.clicked.connect(lambda: holder.tell(show_all=bool(found.hidden)))
        pad = look.px(16)
        words = label(hidden_words(found, points=self._showing.beside_the_point.values()), "caption", name="situation-words")
        return panel("soft", column(words, row(toggle, None), gap=look.px(10), margins=(pad, pad, pad, pad)), "situation")

    # -- lines -----------------------------------------------------------------------------------------------
    def _line(self, spot_id: str, number: int) -> TouchButton:
        showing = self._showing
        spot, traits = showing.spots[spot_id], showing.traits[spot_id]
        zone = [self._words("zone", zone) for zone in traits.zone]
        binding = binding_words(Binding.MANDATORY.value if Binding.MANDATORY.value in traits.binding else "advisory")
        button = TouchButton(
            self.look,
            f"{number}   {showing.card_of(spot_id).title.in_(showing.language)}",
            kind="row",
            bold=False,
            note=" · ".join([*zone, binding] if spot.requirements else zone),
            trailing="next",
            align=Qt.AlignmentFlag.AlignLeft,
        )
        button.setObjectName(f"list-{spot_id}")
        button.clicked.connect(lambda: showing.hold_tour(hotspot=spot_id, listed=None))
        return button

    def _nothing(self) -> QWidget:
        """What stands there when nothing is left: why, and the way back."""
        look, box = self.look, QWidget()
        words = label(self.tr("No key point is left by this choice."), "body", "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        again = TouchButton(look, self.tr("Show all key points"), icon="list", kind="secondary")
        again.setObjectName("list-all")
        again.clicked.connect(lambda: self._showing.holder.walk(listed=(), sifted=Sieve(), facet=None))
        picture = row(None, icon_label(look, "list", 56, "muted"), None)
        box.setLayout(column(picture, words, again, gap=look.px(GAP), margins=(0, look.px(24), 0, look.px(24))))
        return box
