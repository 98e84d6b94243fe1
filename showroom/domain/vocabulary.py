"""The words a drawing uses and the one id each means.

Matching: exact id, then exact label in any language, then the longest word; a tie goes to the leftmost. Latin words are bounded
by anything that is not a Latin letter, and may carry a plural s (`WC2`, `WALLS`); Chinese words match anywhere.
"""

import re
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import model_validator

from showroom.domain.document import Document
from showroom.domain.text import Text


class Term(Document):
    """One use or fixture kind: its label by language, the words that mean it, and its zone where it is a use."""

    label: Text
    zone: str | None = None
    words: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _labels_lie_flat(cls, written: object) -> object:
        """Files write `{zh_CN: 厨房, en: kitchen, zone: …, words: […]}`."""
        if isinstance(written, dict) and "label" not in written:
            own = {key: written[key] for key in ("zone", "words") if key in written}
            if isinstance(own.get("words"), list):
                own["words"] = tuple(own["words"])
            return {"label": {key: value for key, value in written.items() if key not in own}, **own}
        return written


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    escaped = re.escape(word.lower())
    latin_start = word[:1].isascii() and word[:1].isalpha()
    latin_end = word[-1:].isascii() and word[-1:].isalpha()
    return re.compile(("(?<![a-z])" if latin_start else "") + escaped + ("s?(?![a-z])" if latin_end else ""))


def find_word(word: str, text: str) -> int:
    """Return where `word` stands in `text` (regardless of case, Latin words bounded), or -1."""
    lowered = text.lower()
    if word.lower() not in lowered:  # most are not, and a pattern takes long to make
        return -1
    match = _pattern(word).search(lowered)
    return match.start() if match else -1


def longest_word(words: dict[str, tuple[str, ...]], text: str) -> str | None:
    """Return the key whose longest word stands in `text`; a tie goes to the leftmost."""
    best: tuple[int, int, str] | None = None
    for key, candidates in words.items():
        for word in candidates:
            where = find_word(word, text)
            if where >= 0 and (best is None or (-len(word), where) < best[:2]):
                best = (-len(word), where, key)
    return best[2] if best else None


class Vocabulary(Document):
    """Every use of a space and every kind of fixture the program knows."""

    format: Literal[1] = 1
    uses: dict[str, Term]
    fixtures: dict[str, Term]

    def use_of(self, text: str) -> str | None:
        """Return the use a room name means, or `None`."""
        return _look_up(self.uses, self._use_words, text)

    def fixture_of(self, text: str) -> str | None:
        """Return the kind of fixture a block name or attribute means, or `None`."""
        return _look_up(self.fixtures, self._fixture_words, text)

    def zone_of(self, use: str) -> str | None:
        """Return the zone of a use (`food-general`, `public`, …), or `None` for an unknown one."""
        term = self.uses.get(use)
        return term.zone if term else None

    def uses_in(self, *zones: str) -> frozenset[str]:
        """Return the uses of these zones; a zone ending in `*` stands for every zone that begins so (`food-*`)."""
        return frozenset(
            use
            for use, term in self.uses.items()
            if any(term.zone == zone or (zone.endswith("*") and (term.zone or "").startswith(zone[:-1])) for zone in zones)
        )

    @cached_property
    def _use_words(self) -> dict[str, tuple[str, ...]]:
        return {use: term.words for use, term in self.uses.items()}

    @cached_property
    def _fixture_words(self) -> dict[str, tuple[str, ...]]:
        return {kind: term.words for kind, term in self.fixtures.items()}


def _look_up(terms: dict[str, Term], words: dict[str, tuple[str, ...]], text: str) -> str | None:
    wanted = text.strip().lower()
    if not wanted:
        return None
    if wanted in terms:
        return wanted
    for key, term in terms.items():
        if wanted in (label.lower() for label in term.label.root.values()):
            return key
    return longest_word(words, wanted)
