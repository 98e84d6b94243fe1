"""How well does one thing fit what was typed, and which letters of it fit? A score, the field and language, and the spans.

The ways of fitting stand in one table, the surest first; a newcomer would add bonuses, and lose the order.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from showroom.search.entries import Entry
from showroom.search.everyday import FILLERS
from showroom.search.spelling import Manner, Spelt, Unit, is_chinese, loose_letters, misspelt, spelt, units
from showroom.search.words import letters_in, words_in

Span = tuple[int, int]
Where = tuple[str, int]
"""A language and a line: 0 the title, 1 and on the texts; -1 the names, which are not shown."""

SCORES = {
    "same": 1000, "begins": 900, "in-title": 800, "syllables": 760, "same-sound": 720, "initials": 700, "mixed": 640, "named": 600,
    "in-text": 480, "misspelt-word": 420, "misspelt-sound": 400, "alike": 380, "in-order": 300, "asked": 290,
    "misspelt-in-text": 220, "alike-in-text": 160,
}  # fmt: skip
"""What each way of fitting is worth."""
_OF_MANNER: Mapping[Manner, str] = {"whole": "syllables", "initials": "initials", "mixed": "mixed", "misspelt": "misspelt-sound"}
_FEWEST_ALIKE = 0.34
"""The share of pairs of characters that must agree."""


@dataclass(frozen=True)
class Term:
    """One piece of what was typed, with the words of the register it may mean and names that say the same."""

    text: str
    chinese: bool
    near: Mapping[str, int]
    same: tuple[str, ...] = ()
    known: bool = False
    """Whether it is a Latin word of the register, so that nobody misspelt Chinese."""
    swapped: tuple[str, ...] = ()
    """What it would be with two neighbouring letters the other way round."""
    asked: tuple[str, ...] = ()
    """What everyday words within it mean."""

    @cached_property
    def letters(self) -> bool:
        """Whether it is Latin letters alone, which may spell Chinese."""
        return self.text.isascii() and self.text.isalnum()

    @cached_property
    def alphabet(self) -> int:
        """The set of its letters as bits."""
        return letters_in(self.text)


@dataclass(frozen=True)
class Fit:
    """How well a term fits: score, and where."""

    score: float
    where: Where
    spans: tuple[Span, ...] = ()


def folded(text: str) -> str:
    """Return a text in lower case with its wide letters and signs narrow, as long as it was, so that places stay places."""
    return "".join(narrow if len(narrow := unicodedata.normalize("NFKC", char).lower()) == 1 else char for char in text)


class Readable:
    """An entry made ready to be compared: lines in lower case, spellings, pairs of characters."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        lines = (entry.title, *entry.texts)
        self.lines: tuple[tuple[Where, str], ...] = tuple(
            ((language, at), folded(written)) for at, text in enumerate(lines) for language, written in text.root.items()
        )
        self.titles = tuple((where, text) for where, text in self.lines if where[1] == 0)
        self.texts = tuple((where, text) for where, text in self.lines if where[1] > 0)
        self.names = " ".join(entry.names).lower()
        self.spellings = tuple((where, units(text)) for where, text in self.titles)
        self.spelling: tuple[Unit, ...] = dict(self.spellings)["zh_CN", 0]
        self.heads = frozenset(reading[0] for unit in self.spelling for reading in unit.readings)
        self.loose = tuple((where, spelling, loose_letters(spelling)) for where, spelling in self.spellings if spelling)
        self.letters = letters_in("".join(reading for unit in self.spelling for reading in unit.readings))
        self.words = {word for _, text in self.lines for word, _, _ in words_in(text)}
        self.whole = "\n".join((*(text for _, text in self.lines), self.names))


def fit_of(thing: Readable, term: Term) -> Fit | None:
    """Return the best exact fit of a term: in the title, spelt, by name, or in a text; `None` where there is none."""
    written = term.text in thing.whole
    if written and (title := _in_title(thing, term)) is not None:
        return title
    if term.letters and len(term.text) > 1 and term.text[0] in thing.heads and not term.alphabet & ~thing.letters:
        found = spelt(thing.spelling, term.text)
        if found is not None:
            return _of_spelling(found, thing.spelling)
    meant = _meant(thing, term.same, SCORES["named"])
    if meant is not None:
        return meant
    return _in_what_is_said(thing, term) if written else None


def _meant(thing: Readable, others: tuple[str, ...], worth: float) -> Fit | None:
    """Fit the words that say the same as what was typed."""
    for other in others:
        meant = Term(other, chinese=is_chinese(other[0]), near={})
        said = (_in_title(thing, meant) or _in_what_is_said(thing, meant)) if other in thing.whole else None
        if said is not None and said.where[1] >= 0:
            return Fit(worth + (said.score - SCORES["in-title"]) / 10, said.where, said.spans)
    return None


def _asked_for(thing: Readable, term: Term) -> Fit | None:
    """Fit what an everyday word within a longer question means."""
    return _meant(thing, term.asked, SCORES["asked"])


def _in_what_is_said(thing: Readable, term: Term) -> Fit | None:
    if len(term.text) > 1 and term.text in thing.names:
        return Fit(SCORES["named"], ("zh_CN", -1))
    for where, text in thing.texts:
        at = _place(text, term)
        if at is not None:
            return Fit(SCORES["in-text"] - 10 * where[1], where, (at,))
    return None


def loose_fit_of(thing: Readable, term: Term, *, run: bool = True) -> Fit | None:
    """Return the best fit where letters are wrong: a misspelt word, other characters of the same sound, like pairs.

    With `run`, also letters that run through several syllables or words of a title.
    """
    ways = (_near_sound, _like, _in_order, _asked_for) if term.chinese else (_near_word, _near_run) if run else (_near_word,)
    fits = [fit for way in ways if (fit := way(thing, term)) is not None]
    return max(fits, key=lambda fit: fit.score, default=None)


def _in_title(thing: Readable, term: Term) -> Fit | None:
    best: Fit | None = None
    for where, text in thing.titles:
        at = _place(text, term)
        if at is None:
            continue
        way = "same" if text == term.text else "begins" if at[0] == 0 else "in-title"
        fit = Fit(SCORES[way] + 50 * len(term.text) / len(text), where, (at,))
        if best is None or fit.score > best.score:
            best = fit
    return best


def _place(text: str, term: Term) -> Span | None:
    """Return where the term stands in a text; Latin words only where a word begins."""
    at = text.find(term.text)
    while at >= 0:
        if term.chinese or at == 0 or not (text[at - 1].isascii() and text[at - 1].isalnum()):
            return at, at + len(term.text)
        at = text.find(term.text, at + 1)
    return None


def _of_spelling(found: Spelt, spelling: tuple[Unit, ...], where: Where = ("zh_CN", 0)) -> Fit:
    share = (found.last - found.first + 1) / len(spelling)
    score = SCORES[_OF_MANNER[found.manner]] + 30 * share + (10 if found.first == 0 else 0) - 60 * found.errors
    return Fit(score, where, ((spelling[found.first].start, spelling[found.last].end),))


def _near_word(thing: Readable, term: Term) -> Fit | None:
    meant = term.near.keys() & thing.words if term.near else ()
    if not meant:
        return None
    best: Fit | None = None
    for where, text in thing.lines:
        for word, start, end in words_in(text):
            if word in meant:
                base = SCORES["misspelt-word" if where[1] == 0 else "misspelt-in-text"] - 10 * where[1]
                fit = Fit(base - 60 * term.near[word], where, ((start, end),))
                if best is None or fit.score > best.score:
                    best = fit
    return best


def _near_sound(thing: Readable, term: Term) -> Fit | None:
    """Fit Chinese that sounds as the title does."""
    typed = units(term.text)
    if len(typed) < 2 or len(typed) != len(term.text):
        return None
    wanted = [frozenset(unit.readings) for unit in typed]
    said = [frozenset(unit.readings) for unit in thing.spelling]
    for first in range(len(said) - len(wanted) + 1):
        if all(one & other for one, other in zip(wanted, said[first:], strict=False)):
            found = Spelt(first, first + len(wanted) - 1, "whole")
            return Fit(SCORES["same-sound"], ("zh_CN", 0), _of_spelling(found, thing.spelling).spans)
    return None


def _near_run(thing: Readable, term: Term) -> Fit | None:
    """Fit letters that run through a title with some of them wrong, swapped, or without the blanks.

    With `most` letters wrong, one of `most + 1` pieces of what was typed is right: only such titles are measured.
    """
    letters = term.text
    if len(letters) < 5 or term.known or not term.letters:
        return None
    most = 1 if len(letters) < 9 else 2
    cut = [len(letters) * part // (most + 1) for part in range(most + 2)]
    pieces = [letters[start:end] for start, end in pairwise(cut)]
    best: Fit | None = None
    for where, spelling, loose in thing.loose:
        found = None
        if any(piece in run for run in loose for piece in pieces):
            found = misspelt(spelling, letters, most)
        elif any(turned in run for run in loose for turned in term.swapped):
            found = next(
                (replace(hit, manner="misspelt", errors=1) for hit in (spelt(spelling, t) for t in term.swapped) if hit), None
            )
        fit = _of_spelling(found, spelling, where) if found else None
        if fit is not None and (best is None or fit.score > best.score):
            best = fit
    return best


def _like(thing: Readable, term: Term) -> Fit | None:
    """Fit Chinese of which enough pairs of neighbouring characters agree."""
    if len(term.text) < 3:
        return None
    wanted = pairs(term.text)
    best: Fit | None = None
    for where, text in thing.lines:
        agreed = [pair for pair in wanted if pair in text]
        share = len(agreed) / len(wanted)
        if where[1] == 0 and agreed:
            share = max(share, 2 * len(agreed) / (len(wanted) + max(1, len(text) - 1)))
        if share >= _FEWEST_ALIKE:
            base = SCORES["alike" if where[1] == 0 else "alike-in-text"]
            fit = Fit(base + 100 * share - 100, where, _joined(text, agreed))
            if best is None or fit.score > best.score:
                best = fit
    return best


def _in_order(thing: Readable, term: Term) -> Fit | None:
    """Fit Chinese whose telling characters all stand in the title, in that order (`门多宽` in `疏散门净宽`)."""
    wanted = [char for char in term.text if char not in FILLERS]
    title, at, spans = thing.titles[0][1], -1, []
    for char in wanted:
        at = title.find(char, at + 1)
        if at < 0:
            return None
        spans.append((at, at + 1))
    if len(wanted) < 2:
        return None
    return Fit(SCORES["in-order"] + 20 * len(wanted) / len(title), ("zh_CN", 0), tuple(spans))


def pairs(text: str) -> tuple[str, ...]:
    """Return every two neighbouring characters, blanks left out."""
    return tuple(dict.fromkeys(text[at : at + 2] for at in range(len(text) - 1) if not text[at : at + 2].count(" ")))


def _joined(text: str, agreed: list[str]) -> tuple[Span, ...]:
    """Return the places of pairs, those that touch as one."""
    spans: list[Span] = []
    for start in sorted(text.find(pair) for pair in agreed):
        if spans and start <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], start + 2)
        else:
            spans.append((start, start + 2))
    return tuple(spans)
