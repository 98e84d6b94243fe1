"""What does the doctor say? Entries with a state, a value and a remedy, as text in the two languages.

Python's standard library alone is used in this package: it must answer on a machine where nothing else works.
"""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Words(NamedTuple):
    """A sentence in the two languages the program speaks."""

    zh_CN: str  # noqa: N815 - the key's own spelling
    en: str

    def in_(self, language: str) -> str:
        """Return the sentence in `language`; Chinese for a language we do not speak."""
        return self.en if language == "en" else self.zh_CN

    @classmethod
    def same(cls, text: str) -> "Words":
        """Return a value that is written alike in every language: a number, a name, a version."""
        return cls(text, text)


class State(StrEnum):
    """How well a thing serves us."""

    good = "good"
    limited = "limited"  # there, or done without; the remedy makes it better
    missing = "missing"


_MARKS = {State.good: "✓", State.limited: "!", State.missing: "✗"}


@dataclass(frozen=True)
class Entry:
    """One thing that was looked at. `essential` says that the kiosk does not open without it."""

    id: str
    group: Words
    title: Words
    state: State
    value: Words
    remedy: Words | None = None
    essential: bool = False


@dataclass(frozen=True)
class Report:
    """All that was looked at, in the order it is told."""

    version: str
    entries: tuple[Entry, ...]

    @property
    def hindrances(self) -> tuple[Entry, ...]:
        """Return the essential things that are missing."""
        return tuple(entry for entry in self.entries if entry.essential and entry.state is State.missing)

    def entry(self, entry_id: str) -> Entry:
        """Return the entry of this id; raises KeyError where there is none."""
        for entry in self.entries:
            if entry.id == entry_id:
                return entry
        raise KeyError(entry_id)

    def text(self, language: str) -> str:
        """Return the report as lines for a person, in `zh_CN` or `en`."""
        title = Words(f"行政审批样板间 {self.version} · 本机检查", f"Approval showroom {self.version} · what this machine has")
        lines = [title.in_(language)]
        width = max(_columns(entry.title.in_(language)) for entry in self.entries)
        group: Words | None = None
        for entry in self.entries:
            if entry.group != group:
                group = entry.group
                lines += ["", group.in_(language)]
            name = entry.title.in_(language)
            padding = " " * (width - _columns(name))
            lines.append(f"  {_MARKS[entry.state]} {name}{padding}  {entry.value.in_(language)}")
            if entry.remedy and entry.state is not State.good:
                lines.append(f"      → {entry.remedy.in_(language)}")
        return "\n".join([*lines, "", self._verdict().in_(language), ""])

    def _verdict(self) -> Words:
        if not self.hindrances:
            return Words("样板间可以在本机运行。", "The showroom can run on this machine.")
        return Words(
            "样板间还不能在本机开窗口，先解决：" + "、".join(entry.title.zh_CN for entry in self.hindrances) + "。",
            "The showroom cannot open a window here yet; mend first: "
            + ", ".join(entry.title.en for entry in self.hindrances)
            + ".",
        )


def _columns(text: str) -> int:
    """Return how many columns of a terminal the text takes; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
