"""What is still wrong or missing in the scene? Sentences a clerk can act on, made anew at every change; the worst first."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from showroom.domain.scene import Hotspot, Scene
from showroom.domain.text import LANGUAGES
from showroom.packages.coverage import NEW_TEXT, NEW_TITLE
from showroom.packages.flaws import Flaw, FlawKind

Weight = Literal["wrong", "missing", "advice"]
_ORDER: tuple[Weight, ...] = ("wrong", "missing", "advice")


@dataclass(frozen=True)
class Complaint:
    """One thing to mend: how much it weighs, the sentence, and the key point it is about."""

    weight: Weight
    sentence: str
    spot: str | None = None


def complaints(scene: Scene, known: Collection[str], flaws: Iterable[Flaw] = ()) -> tuple[Complaint, ...]:
    """Return everything to mend; `known` are the ids of the register's requirements for the scene's permits.

    `flaws` are what of its files and places a visitor would miss.
    """
    found = [*_flaws(scene, flaws), *_scene(scene), *(one for spot in scene.hotspots for one in _spot(scene, spot, known))]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.weight)))


def _flaws(scene: Scene, flaws: Iterable[Flaw]) -> Iterator[Complaint]:
    words: dict[FlawKind, str] = {
        "file-missing": QCoreApplication.translate("Problems", "The file “{detail}” is missing ({thing}). Add it again."),
        "file-empty": QCoreApplication.translate("Problems", "The file “{detail}” is empty ({thing}). Copy it again."),
        "view-in-wall": QCoreApplication.translate(
            "Problems", "The viewpoint “{thing}” stands in the wall {detail}. Go into a room and save it again."
        ),
        "view-height": QCoreApplication.translate(
            "Problems", "The viewpoint “{thing}” is {detail} m high. Go to a place inside and save it again."
        ),
        "spot-far": QCoreApplication.translate(
            "Problems", "The key point “{thing}” lies {detail} m outside. Drag it to the thing it speaks of."
        ),
        "spot-node": QCoreApplication.translate(
            "Problems", "The key point “{thing}” hangs on “{detail}”, which the model does not have. Drag it to a surface."
        ),
        "spot-zone": QCoreApplication.translate(
            "Problems", "The key point “{thing}” hangs in the zone “{detail}”, which is empty."
        ),
        "zone-spaces": QCoreApplication.translate(
            "Problems", "The zone “{thing}” names the space “{detail}”, which the plan does not have."
        ),
    }
    spots = {spot.id for spot in scene.hotspots}
    for flaw in flaws:
        about = flaw.thing if flaw.thing in spots and flaw.kind.startswith("spot") else None
        yield Complaint("wrong", words[flaw.kind].format(thing=flaw.thing, detail=flaw.detail), about)


def _scene(scene: Scene) -> Iterator[Complaint]:
    if not scene.hotspots:
        words = QCoreApplication.translate(
            "Problems", "The scene has no key point. Choose “Place a key point” and click a surface."
        )
        yield Complaint("missing", words)
    if not scene.tours:
        yield Complaint("advice", QCoreApplication.translate("Problems", "The scene has no tour."))


def _spot(scene: Scene, spot: Hotspot, known: Collection[str]) -> Iterator[Complaint]:
    number = next(index for index, other in enumerate(scene.hotspots, 1) if other.id == spot.id)

    def said(weight: Weight, words: str, **more: str) -> Complaint:
        return Complaint(weight, words.format(number=number, **more), spot.id)

    for requirement in spot.requirements:
        if requirement not in known:
            words = QCoreApplication.translate("Problems", "{number}: the register has no requirement “{id}”. Choose another.")
            yield said("wrong", words, id=requirement)
    if not spot.requirements:
        yield said("missing", QCoreApplication.translate("Problems", "{number}: stands for no requirement. Choose at least one."))
    if spot.card.title.root.get("zh_CN") == NEW_TITLE.root["zh_CN"] or spot.card.text.root.get("zh_CN") == NEW_TEXT.root["zh_CN"]:
        yield said(
            "missing", QCoreApplication.translate("Problems", "{number}: the card still has its first words. Write your own.")
        )
    if any(language not in text.root for text in (spot.card.title, spot.card.text) for language in LANGUAGES):
        yield said("missing", QCoreApplication.translate("Problems", "{number}: the card is not written in every language."))
    if spot.viewpoint is None:
        words = QCoreApplication.translate(
            "Problems", "{number}: no viewpoint is chosen. Go where it is seen best and save this view."
        )
        yield said("missing", words)
    if scene.tours and not any(spot.id in stop.hotspots for tour in scene.tours for stop in tour.stops):
        yield said("advice", QCoreApplication.translate("Problems", "{number}: no tour shows it."))
