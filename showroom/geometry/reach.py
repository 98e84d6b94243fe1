"""From which neighbour of a space can an exit be reached without coming back through that space?

Found for all spaces at once from the blocks of the graph of spaces (Hopcroft and Tarjan 1973), seen from the outside.
"""

from collections import defaultdict
from collections.abc import Iterable

OUTSIDE = "\0outside"
"""The node that stands for everything beyond the exits; no thing of a plan can bear this id."""


class Reach:
    """The graph of spaces joined by doors, passages and open sides, and the ways out of it."""

    def __init__(self, edges: Iterable[tuple[str, str]]) -> None:
        self._neighbours: dict[str, list[str]] = defaultdict(list)
        for first, second in edges:
            self._neighbours[first].append(second)
            self._neighbours[second].append(first)
        self._order: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._parent: dict[str, str] = {}
        self._last: dict[str, int] = {}
        if OUTSIDE in self._neighbours:
            self._walk_from_outside()

    @property
    def has_exit(self) -> bool:
        """Whether any exit is known."""
        return OUTSIDE in self._order

    def neighbours(self, space_id: str) -> list[str]:
        """Return the spaces next to this one, `OUTSIDE` among them, one entry a way."""
        return self._neighbours.get(space_id, [])

    def leads_out(self, space_id: str, neighbour: str) -> bool:
        """Tell whether stepping from `space_id` into `neighbour` leads to an exit without coming back."""
        if neighbour == OUTSIDE:
            return True
        if neighbour not in self._order or space_id not in self._order:
            return neighbour in self._order
        below = self._order[space_id] < self._order[neighbour] <= self._last[space_id]
        if not below:
            return True
        child = neighbour
        while self._parent[child] != space_id:
            child = self._parent[child]
        return self._low[child] < self._order[space_id]

    def _walk_from_outside(self) -> None:
        """Number the spaces depth first from the outside; `low` is the earliest space a branch reaches beside its own stem."""
        stack = [(OUTSIDE, iter(self._neighbours[OUTSIDE]))]
        self._order[OUTSIDE] = self._low[OUTSIDE] = 0
        while stack:
            here, ways = stack[-1]
            for there in ways:
                if there not in self._order:
                    self._parent[there] = here
                    self._order[there] = self._low[there] = len(self._order)
                    stack.append((there, iter(self._neighbours[there])))
                    break
                if there != self._parent.get(here):
                    self._low[here] = min(self._low[here], self._order[there])
            else:
                stack.pop()
                self._last[here] = len(self._order) - 1
                if stack:
                    above = stack[-1][0]
                    self._low[above] = min(self._low[above], self._low[here])
