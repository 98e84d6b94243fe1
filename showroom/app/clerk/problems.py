"""What is still wrong or missing in the scene? Sentences a clerk can act on, made anew at every change; the worst first."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

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
    found = [*_flaws(flaws), *_scene(scene), *(one for spot in scene.hotspots for one in _spot(scene, spot, known))]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.weight)))


_ADVICE: frozenset[FlawKind] = frozenset({"spot-hidden", "caption-language", "clip-short", "clip-long", "clip-quiet", "draws"})
_MISSING: frozenset[FlawKind] = frozenset({"card-language", "stop-language", "name-language", "clip-language"})
WORDS: dict[FlawKind, str] = {
    "file-missing": QT_TRANSLATE_NOOP("Problems", "The file “{detail}” is missing ({thing}). Add it again."),
    "file-empty": QT_TRANSLATE_NOOP("Problems", "The file “{detail}” is empty ({thing}). Copy it again."),
    "view-in-wall": QT_TRANSLATE_NOOP(
        "Problems", "The viewpoint “{thing}” stands in the wall {detail}. Go into a room and save it again."
    ),
    "view-height": QT_TRANSLATE_NOOP(
        "Problems", "The viewpoint “{thing}” is {detail} m high. Go to a place inside and save it again."
    ),
    "spot-far": QT_TRANSLATE_NOOP(
        "Problems", "The key point “{thing}” lies {detail} m outside. Drag it to the thing it speaks of."
    ),
    "spot-node": QT_TRANSLATE_NOOP(
        "Problems", "The key point “{thing}” hangs on “{detail}”, which the model does not have. Drag it to a surface."
    ),
    "spot-zone": QT_TRANSLATE_NOOP("Problems", "The key point “{thing}” hangs in the zone “{detail}”, which is empty."),
    "zone-spaces": QT_TRANSLATE_NOOP("Problems", "The zone “{thing}” names the space “{detail}”, which the plan does not have."),
    "spot-hidden": QT_TRANSLATE_NOOP(
        "Problems", "The key point “{thing}” cannot be seen from its viewpoint: “{detail}” is in between. Save another view."
    ),
    "spot-inside": QT_TRANSLATE_NOOP("Problems", "The key point “{thing}” lies inside “{detail}”. Drag it to the surface."),
    "card-language": QT_TRANSLATE_NOOP("Problems", "The card of “{thing}” is not wholly written in {detail}."),
    "stop-language": QT_TRANSLATE_NOOP("Problems", "The stop {thing} has no script in {detail}. Write what is spoken there."),
    "caption-language": QT_TRANSLATE_NOOP(
        "Problems", "The stop {thing} has no captions in {detail}. Write them, or leave them out."
    ),
    "name-language": QT_TRANSLATE_NOOP("Problems", "“{thing}” has no name in {detail}. Give it one."),
    "clip-language": QT_TRANSLATE_NOOP("Problems", "The stop {thing} has no clip in {detail}, and its tour is spoken."),
    "clip-broken": QT_TRANSLATE_NOOP("Problems", "The clip “{thing}” cannot be read: {detail}. Export it again as WAV or Ogg."),
    "clip-long": QT_TRANSLATE_NOOP("Problems", "The clip “{thing}” takes {detail} s. Cut it, or make two stops of it."),
    "clip-short": QT_TRANSLATE_NOOP("Problems", "The clip “{thing}” takes {detail} s. Record it again."),
    "clip-quiet": QT_TRANSLATE_NOOP("Problems", "The clip “{thing}” is too quiet, {detail} dB under full scale."),
    "clip-loud": QT_TRANSLATE_NOOP("Problems", "The clip “{thing}” is too loud, {detail} dB."),
    "triangles": QT_TRANSLATE_NOOP("Problems", "The model has {detail} triangles, more than {thing}. Simplify it."),
    "bytes": QT_TRANSLATE_NOOP("Problems", "The model's file has {detail} MB, more than {thing}. Make its pictures smaller."),
    "draws": QT_TRANSLATE_NOOP(
        "Problems", "The model is drawn in {detail} parts, more than {thing}. Merge things of one material in a room."
    ),
    "permit-unknown": QT_TRANSLATE_NOOP("Problems", "“{thing}” names the permit “{detail}”, which the scene does not teach."),
    "requirement-unknown": QT_TRANSLATE_NOOP(
        "Problems", "“{thing}” names the requirement “{detail}”, which none of the scene's permits has."
    ),
    "mistake-plan": QT_TRANSLATE_NOOP("Problems", "The mistake “{thing}” cannot be made: {detail}."),
}
"""What is said of each kind of flaw; a test holds every kind to have its sentence."""


def _flaws(flaws: Iterable[Flaw]) -> Iterator[Complaint]:
    for flaw in flaws:
        weight: Weight = "advice" if flaw.kind in _ADVICE else "missing" if flaw.kind in _MISSING else "wrong"
        words = QCoreApplication.translate("Problems", WORDS[flaw.kind])
        yield Complaint(weight, words.format(thing=flaw.thing, detail=flaw.detail), flaw.spot)


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
