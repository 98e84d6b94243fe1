"""Which key points are meant by a visitor who sifts them? By zone, by kind of requirement, by how binding it is.

Of one facet one value is chosen, or none; values of several facets must all hold.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from showroom.domain.permit import Requirement

Facet = Literal["zone", "kind", "binding"]
FACETS: tuple[Facet, ...] = ("zone", "kind", "binding")


@dataclass(frozen=True)
class Sieve:
    """What is chosen of each facet; `None` is all of it."""

    zone: str | None = None
    kind: str | None = None
    binding: str | None = None

    def toggled(self, facet: Facet, value: str) -> "Sieve":
        """Return the sieve with that value chosen, or with none of the facet where it was chosen before."""
        return replace(self, **{facet: None if getattr(self, facet) == value else value})

    @property
    def idle(self) -> bool:
        """Whether everything passes."""
        return self == Sieve()


@dataclass(frozen=True)
class Traits:
    """What a key point is sifted by: its zone, and the kinds and bindings of the requirements it stands for."""

    zone: frozenset[str]
    kind: frozenset[str]
    binding: frozenset[str]

    @classmethod
    def of(cls, rows: Iterable[Requirement], zone: str | None) -> "Traits":
        """Return the traits of a key point that stands for these requirements in that zone."""
        known = tuple(rows)
        return cls(
            frozenset([zone] if zone else []),
            frozenset(str(row.kind) for row in known),
            frozenset(row.binding.value for row in known),
        )

    def passes(self, sieve: Sieve) -> bool:
        """Tell whether a key point of these traits is meant."""
        return all(getattr(sieve, facet) is None or getattr(sieve, facet) in getattr(self, facet) for facet in FACETS)


def values_of(traits: Mapping[str, Traits], sieve: Sieve, facet: Facet) -> dict[str, int]:
    """Return for each value of a facet how many key points it leaves with the other facets as they are; 0 counts too."""
    free = replace(sieve, **{facet: None})
    counts: dict[str, int] = {value: 0 for one in traits.values() for value in sorted(getattr(one, facet))}
    for one in traits.values():
        if one.passes(free):
            for value in getattr(one, facet):
                counts[value] += 1
    return counts
