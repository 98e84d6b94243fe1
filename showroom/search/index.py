"""What was meant by what was typed? The index over all entries; `find` answers one query, the best first.

Everything that is typed must fit. Where little does, letters may be wrong; where still nothing does, part of it is enough.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from showroom.domain.text import Text
from showroom.search.entries import KINDS, Entry
from showroom.search.everyday import EVERYDAY
from showroom.search.matching import Fit, Readable, Span, Term, fit_of, loose_fit_of
from showroom.search.spelling import is_chinese
from showroom.search.words import WordList

LONGEST = 60
"""Of a query longer than this the beginning is looked for."""
_ENOUGH = 4
_EXCERPT = 48
_PARTLY = 0.6
_FAINT = 0.4
"""What fits so much worse than the best is left out."""
_JOINED = 350
"""What fits a whole title but for a letter or two is worth more than what fits one word of it."""


@dataclass(frozen=True)
class Hit:
    """An entry that fits, how well, and which letters did."""

    entry: Entry
    score: float
    fits: tuple[Fit, ...]

    def title(self, language: str) -> tuple[str, tuple[Span, ...]]:
        """Return the title in `language` with the spans that fit."""
        return self._line(language, 0)

    def excerpt(self, language: str) -> tuple[str, tuple[Span, ...]]:
        """Return a line below the title, with spans: the text that fits, in the language it fits in, else how the entry begins."""
        inside = next((fit for fit in self.fits if fit.where[1] > 0), None)
        if inside is not None:
            return _cut(*self._line(*inside.where))
        elsewhere = next((fit.where[0] for fit in self.fits if fit.where[1] == 0 and fit.where[0] != language), None)
        shown = _written(self.entry.title, language)
        if elsewhere is not None and _written(self.entry.title, elsewhere) != shown:
            return self._line(elsewhere, 0)
        return (_written(self.entry.texts[0], language), ()) if self.entry.texts else ("", ())

    def _line(self, language: str, line: int) -> tuple[str, tuple[Span, ...]]:
        text = _written((self.entry.title, *self.entry.texts)[line], language)
        spoken = language if language in self.entry.title.root else "zh_CN"
        return text, _merged(span for fit in self.fits if fit.where == (spoken, line) for span in fit.spans)


Found = dict[int, Hit]
"""Hits by number of the entry."""


class Index:
    """Entries ready to be looked through. Building it takes about a second; a query a few milliseconds."""

    def __init__(self, entries: Iterable[Entry], same: Mapping[str, Sequence[str]] | None = None) -> None:
        """Take the entries, and names that say the same: `{"厕所": ("卫生间",)}`, in lower case."""
        self._things = tuple(Readable(entry) for entry in entries)
        self._words = WordList(word for thing in self._things for word in thing.words)
        self._same = {name: tuple(others) for name, others in (same or {}).items()}

    def find(self, typed: str) -> tuple[Hit, ...]:
        """Return what fits, the best first; nothing for nothing."""
        text = normal(typed)
        if not text:
            return ()
        pieces = sorted(dict.fromkeys(text.split()), key=len, reverse=True)  # the longest leaves the fewest to look at
        found = self._all_of([self._term(piece) for piece in pieces])
        if len(pieces) > 1:
            found = _better(found, self._all_of([self._term(text)]), self._all_of([self._term(text.replace(" ", ""))]))
        if len(found) < _ENOUGH:
            found = _better(found, self._loosely(text, pieces))
        least = _FAINT * max((hit.score for hit in found.values()), default=0.0)
        return tuple(sorted((hit for hit in found.values() if hit.score >= least), key=_rank))

    def _loosely(self, text: str, pieces: Sequence[str]) -> Found:
        """Return what fits with letters wrong, and what a part of the words fits."""
        if len(pieces) == 1:
            return self._some_of([self._term(text, loose=True)])
        terms = [self._term(piece, loose=True) for piece in pieces]
        some = self._some_of(terms, run=False)
        if not text.isascii() or all(term.known for term in terms):
            return some
        joined = self._some_of([self._term(text.replace(" ", ""), loose=True)])
        raised = {at: replace(hit, score=hit.score + _JOINED) for at, hit in joined.items()}
        return _better(some, raised)

    def _term(self, piece: str, *, loose: bool = False) -> Term:
        known, latin = piece in self._words, loose and piece.isascii()
        near = self._words.near(piece) if latin else {}
        turned = (f"{piece[:at]}{piece[at + 1]}{piece[at]}{piece[at + 2 :]}" for at in range(len(piece) - 1)) if latin else ()
        chinese = any(map(is_chinese, piece))
        same = (*self._same.get(piece, ()), *EVERYDAY.get(piece, ()))
        asked = tuple(other for word, others in EVERYDAY.items() if word in piece for other in others) if chinese else ()
        return Term(piece, chinese, near, same, known, tuple(turned), asked)

    def _all_of(self, terms: Sequence[Term]) -> Found:
        """Return, by number of the entry, what every term fits as it was typed."""
        found: Found = {}
        for number, thing in enumerate(self._things):
            fits: list[Fit] = []
            for term in terms:
                fit = fit_of(thing, term)
                if fit is None:
                    break
                fits.append(fit)
            else:
                found[number] = Hit(thing.entry, sum(fit.score for fit in fits) / len(terms), tuple(fits))
        return found

    def _some_of(self, terms: Sequence[Term], *, run: bool = True) -> Found:
        """Return what some terms fit, letters wrong allowed; long words weigh more, and what not all fit comes far behind."""
        found: Found = {}
        weight = sum(len(term.text) for term in terms)
        for number, thing in enumerate(self._things):
            fitted = [(term, fit_of(thing, term) or loose_fit_of(thing, term, run=run)) for term in terms]
            fits = tuple(fit for _, fit in fitted if fit is not None)
            if fits:
                score = sum(fit.score * len(term.text) for term, fit in fitted if fit is not None) / weight
                found[number] = Hit(thing.entry, score * (1.0 if len(fits) == len(terms) else _PARTLY), fits)
        return found


def _better(*founds: Found) -> Found:
    """Put several finds together; of an entry found twice the better hit stays."""
    best: Found = {}
    for found in founds:
        for number, hit in found.items():
            if number not in best or hit.score > best[number].score:
                best[number] = hit
    return best


def normal(typed: str) -> str:
    """Return what was typed in one spelling: narrow letters in lower case, single blanks, ü as v, nothing invisible."""
    text = unicodedata.normalize("NFKC", typed[: 4 * LONGEST]).lower().replace("ü", "v")
    kept = "".join(" " if unicodedata.category(char)[0] in "ZC" or char in "'’，,。、;；" else char for char in text)
    return " ".join(kept[:LONGEST].split())


def _rank(hit: Hit) -> tuple[float, int, int]:
    return -hit.score, KINDS.index(hit.entry.kind), len(hit.entry.title.root["zh_CN"])


def _written(text: Text, language: str) -> str:
    return text.in_(language)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted(spans):
        if kept and start <= kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return tuple(kept)


def _cut(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Leave out what stands long before the first span, and say so by an ellipsis."""
    if not spans or spans[0][0] <= _EXCERPT:
        return text, spans
    start = spans[0][0] - _EXCERPT // 2
    if text[start].isascii() and " " in text[start : spans[0][0]]:
        start = text.index(" ", start) + 1
    return "…" + text[start:], tuple((one - start + 1, other - start + 1) for one, other in spans)
