"""What does a scene not say in every language? Cards, scripts, captions, names, and the clips of a spoken tour."""

from collections.abc import Iterable, Iterator

from showroom.domain.scene import Hotspot, Scene, Stop, Tour
from showroom.domain.text import LANGUAGES, Text
from showroom.packages.flaws import Flaw


def language_flaws(scene: Scene) -> Iterator[Flaw]:
    """Yield what is missing in a language."""
    for spot in scene.hotspots:
        for language in _lacking(_words_of(spot)):
            yield Flaw("card-language", spot.id, language, spot.id)
    for tour in scene.tours:
        yield from _tour(tour)
    named = [(scene.id, scene.title), *((one.id, one.title) for one in scene.zones), *((one.id, one.title) for one in scene.tours)]
    for name, title in named:
        yield from (Flaw("name-language", name, language) for language in _lacking([title]))
    for view in scene.viewpoints:
        yield from (Flaw("name-language", view.id, language, view=view.id) for language in _lacking([view.title]))
    for mistake in scene.mistakes:
        for language in _lacking([mistake.title, mistake.text]):
            yield Flaw("name-language", mistake.id, language, mistake.hotspot)
    for question in scene.quiz:
        texts = [question.text, question.explanation, *(answer.text for answer in question.answers)]
        yield from (Flaw("name-language", question.id, language, question.hotspot) for language in _lacking(texts))


def _words_of(spot: Hotspot) -> list[Text | None]:
    cards = (spot.card, *spot.cards.values())
    return [text for card in cards for text in (card.title, card.text, card.common_mistake)] + [one.caption for one in spot.media]


def _tour(tour: Tour) -> Iterator[Flaw]:
    spoken = any(stop.clip for stop in tour.stops)
    for number, stop in enumerate(tour.stops, 1):
        name, at = f"{tour.id}/{number}", _place_of(stop)
        yield from (Flaw("stop-language", name, language, *at) for language in _lacking([stop.script, stop.title]))
        yield from (Flaw("caption-language", name, language, *at) for language in _lacking([stop.caption]))
        if spoken:
            yield from (Flaw("clip-language", name, language, *at) for language in LANGUAGES if language not in stop.clip)


def _place_of(stop: Stop) -> tuple[str | None, str | None]:
    return (stop.hotspots[0], None) if stop.hotspots else (None, stop.viewpoint)


def _lacking(texts: Iterable[Text | None]) -> list[str]:
    known = [text for text in texts if text is not None]
    return [language for language in LANGUAGES if any(not text.root.get(language, "").strip() for text in known)]
