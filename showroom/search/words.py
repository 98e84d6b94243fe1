"""Which word was meant? The words of the register, and those within a letter or two of what was typed."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[a-z0-9]+")


def words_in(text: str) -> list[tuple[str, int, int]]:
    """Return the Latin words of a text in lower case, each with its start and end."""
    return [(found.group(), found.start(), found.end()) for found in _WORD.finditer(text.lower())]


def errors_forgiven(letters: str) -> int:
    """Return how many wrong letters are forgiven in a word this long: none below four, one below eight, else two."""
    return 0 if len(letters) < 4 else 1 if len(letters) < 8 else 2


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be changed, dropped, added or swapped with their neighbour, or `most + 1` where that is more.

    The restricted Damerau–Levenshtein distance.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        now = [at]
        for to, wanted in enumerate(other, 1):
            cost = min(row[to] + 1, now[to - 1] + 1, row[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, before[to - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, row = row, now
    return min(row[-1], most + 1)


class WordList:
    """Every word that occurs, ready to be compared."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[str, int]]] = {}
        for word in sorted(set(words)):
            if not word.isdigit():
                self._by_length.setdefault(len(word), []).append((word, letters_in(word)))

    def __contains__(self, word: str) -> bool:
        return any(word == known for known, _ in self._by_length.get(len(word), ()))

    def near(self, typed: str) -> dict[str, int]:
        """Return the words that may have been meant, each with the number of wrong letters; the word itself is not among them.

        Words whose letters differ too much are passed over unmeasured: one wrong letter changes at most two of the set.
        """
        most = errors_forgiven(typed)
        mine = letters_in(typed)
        found: dict[str, int] = {}
        for length in range(len(typed) - most, len(typed) + most + 1):
            for word, letters in self._by_length.get(length, ()):
                if (mine ^ letters).bit_count() <= 2 * most and word != typed:
                    errors = distance(typed, word, most)
                    if errors <= most:
                        found[word] = errors
        return found


def letters_in(word: str) -> int:
    """Return the set of letters as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits
