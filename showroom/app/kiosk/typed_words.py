"""Which words may these letters mean? Candidates for typed pinyin: words of the register and the scenes, then single characters.

Nothing is learnt from what a visitor types: the order comes from the register alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from showroom.app.kiosk.catalogue import Catalogue
from showroom.search.spelling import is_chinese, readings

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_NAME = 10
_SHORTEST, _LONGEST, _SEEN_AT_LEAST = 2, 4, 4
_WEIGHT_OF_NAME = 30
_EDGES = frozenset("的了和与或及在于为是有应当不得所其各等从由被把对向按并可须需以将用至个即后前上下中内外")
"""Characters that seldom begin or end a word; runs of characters cut at them would be no words."""


@dataclass(frozen=True)
class Candidate:
    """A word these letters may mean, and how many of them it stands for."""

    word: str
    letters: int


Syllables = tuple[tuple[str, ...], ...]
"""Every reading of each character of a word."""


@dataclass(frozen=True)
class _Entry:
    word: str
    syllables: Syllables
    weight: int
    seldom: bool = False


class TypedWords:
    """The words a visitor can type. Made from texts; spelling them all waits for the first question."""

    def __init__(self, names: Iterable[str], texts: Iterable[str]) -> None:
        self._names, self._texts = tuple(names), tuple(texts)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "TypedWords":
        """Take the words of everything this kiosk has to show."""
        return cls(_names(catalogue), _texts(catalogue))

    @cached_property
    def _entries(self) -> dict[str, list[_Entry]]:
        weights = _words(self._names, self._texts)
        used = Counter(char for text in self._texts for char in text)
        known: dict[str, list[_Entry]] = {}
        for word, weight in weights.items():
            syllables = tuple(readings(char) for char in word)
            for first in {reading[0] for reading in syllables[0]}:
                known.setdefault(first, []).append(_Entry(word, syllables, weight))
        for char in dict.fromkeys((*_common_characters(), *filter(is_chinese, used))):
            for place, reading in enumerate(readings(char)):
                known.setdefault(reading[0], []).append(_Entry(char, ((reading,),), used[char], seldom=place > 0))
        return known

    def candidates(self, letters: str, most: int = 60) -> tuple[Candidate, ...]:
        """Return what `letters` may mean, the likeliest first; what uses all of the letters comes before what uses some."""
        letters = letters.lower()
        ranked: dict[str, tuple[tuple[float, ...], int]] = {}
        for entry in self._entries.get(letters[:1], ()):
            used, syllables, begun = spelt_by(letters, entry.syllables)
            if not used or (used < len(letters) and syllables < len(entry.syllables)):
                continue
            whole = syllables == len(entry.syllables)
            spelt_out = whole and not begun
            rank = (-used, entry.seldom, not spelt_out, not whole, -entry.weight)
            if entry.word not in ranked or rank < ranked[entry.word][0]:
                ranked[entry.word] = (rank, used)
        order = sorted(ranked.items(), key=lambda item: item[1][0])
        return tuple(Candidate(word, used) for word, (_, used) in order[:most])


def spelt_by(letters: str, syllables: Syllables) -> tuple[int, int, int]:
    """Return how many of `letters` spell the beginning of a word, how many syllables that takes, and how many are only begun.

    Each syllable gives at least its first letter. Of several ways the one that uses most letters counts, then the one with fewest
    syllables only begun.
    """
    best = (0, 0, 0)
    if not letters or not syllables:
        return best
    for reading in syllables[0]:
        shared = next(
            (i for i, (a, b) in enumerate(zip(letters, reading, strict=False)) if a != b), min(len(letters), len(reading))
        )
        for used in range(shared, 0, -1):
            more, deep, begun = spelt_by(letters[used:], syllables[1:])
            way = (used + more, deep + 1, begun + (used < len(reading)))
            if (way[0], -way[2], -way[1]) > (best[0], -best[2], -best[1]):
                best = way
    return best


def _names(catalogue: Catalogue) -> Iterator[str]:
    """Yield what things are called: these are words as they stand."""
    for permit in catalogue.permits:
        yield permit.title.in_("zh_CN")
        for row in permit.requirements:
            yield row.title.in_("zh_CN")
    for term in (*catalogue.vocabulary.uses.values(), *catalogue.vocabulary.fixtures.values()):
        yield from (term.label.in_("zh_CN"), *term.words)
    for exhibit in catalogue.exhibits:
        yield exhibit.scene.title.in_("zh_CN")
        yield from (spot.card.title.in_("zh_CN") for spot in exhibit.scene.hotspots)


def _texts(catalogue: Catalogue) -> Iterator[str]:
    """Yield every Chinese text: what often stands together in them is taken for a word."""
    yield from _names(catalogue)
    for permit in catalogue.permits:
        for row in permit.requirements:
            yield from (text.in_("zh_CN") for text in (row.text, row.why, row.common_mistake, row.remedy) if text is not None)
    for exhibit in catalogue.exhibits:
        yield from (spot.card.text.in_("zh_CN") for spot in exhibit.scene.hotspots)


def _words(names: Iterable[str], texts: Iterable[str]) -> dict[str, int]:
    """Return words and how often they stand in the texts; names count for more."""
    runs = [run for text in texts for run in _CHINESE.findall(text)]
    seen = Counter(
        run[at : at + size] for run in runs for size in range(_SHORTEST, _LONGEST + 1) for at in range(len(run) - size + 1)
    )
    often = {word: count for word, count in seen.items() if count >= _SEEN_AT_LEAST and not _EDGES & {word[0], word[-1]}}
    # a piece that is never seen without the longer run around it is no word of its own: 饮服 of 餐饮服务
    part_of: Counter[str] = Counter()
    for word, count in often.items():
        for piece in (word[1:], word[:-1]):
            part_of[piece] = max(part_of[piece], count)
    weights = {word: count for word, count in often.items() if part_of[word] < count}
    for name in names:
        for run in _CHINESE.findall(name):
            if _SHORTEST <= len(run) <= _LONGEST_NAME:
                weights[run] = max(weights.get(run, 0), seen[run]) + _WEIGHT_OF_NAME
    return weights


def _common_characters() -> Iterator[str]:
    """Yield the 3755 characters of the first level of GB 2312, so that names of people and streets can be typed."""
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", "ignore")
