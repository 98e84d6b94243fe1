"""Which node is nearest of those not yet settled? The queue of a search (Dijkstra 1959) in which one source reaches many nodes.

The nodes that one source reaches wait in order behind the nearest of them, and are passed over if something nearer has reached them
meanwhile; so a corridor with a thousand doors does not fill the queue a thousand times.
"""

import heapq
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_STRIDE = 256


class _Wave:
    """The nodes one source reaches, nearest first."""

    def __init__(self, rows: NDArray[np.int64], distance: NDArray[np.float64]) -> None:
        order = np.lexsort((rows, distance))
        self._rows, self._distance, self._at = rows[order], distance[order], 0

    def next(self, far: NDArray[np.float64]) -> tuple[float, int] | None:
        """Return the nearest node left that nothing nearer has reached, with its distance."""
        while self._at < len(self._rows):
            if far[self._rows[self._at]] == self._distance[self._at]:
                self._at += 1
                return float(self._distance[self._at - 1]), int(self._rows[self._at - 1])
            ahead = slice(self._at, self._at + _STRIDE)
            still = np.flatnonzero(far[self._rows[ahead]] == self._distance[ahead])
            self._at += int(still[0]) if len(still) else _STRIDE
        return None


class Waves:
    """The queue: `far` (n,) is how far each node is known to be, in metres, and is kept up by the search."""

    def __init__(self, far: NDArray[np.float64]) -> None:
        self._far = far
        self._queue: list[tuple[float, int, int, _Wave | None]] = []
        self._count = 0

    def put(self, row: int, distance: float) -> None:
        """Add one node."""
        self._push(distance, row, None)

    def spread(self, rows: NDArray[np.int64], distance: NDArray[np.float64]) -> None:
        """Add the nodes that one source reaches."""
        self._advance(_Wave(rows, distance))

    def settled(self) -> Iterator[tuple[float, int]]:
        """Yield every node once, nearest first, also those added meanwhile."""
        done: set[int] = set()
        while self._queue:
            distance, row, _, wave = heapq.heappop(self._queue)
            if wave is not None:
                self._advance(wave)
            if row not in done:
                done.add(row)
                yield distance, row

    def _advance(self, wave: _Wave) -> None:
        if (found := wave.next(self._far)) is not None:
            self._push(*found, wave)

    def _push(self, distance: float, row: int, wave: _Wave | None) -> None:
        self._count += 1
        heapq.heappush(self._queue, (distance, row, self._count, wave))
