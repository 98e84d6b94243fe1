"""What is one row of the table, and when is it met?"""

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

RUNS = 5


@dataclass(frozen=True)
class Row:
    """One measurement. `must` and `aim` bound the ratio to the peer, or `ours` itself where there is no peer."""

    name: str
    ours: float
    peer: float | None
    unit: str
    must: float
    aim: float
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the peer's figure ours is."""
        return None if self.peer is None else self.ours / self.peer

    @property
    def met(self) -> bool:
        """Whether the must is reached."""
        return (self.ours if self.ratio is None else self.ratio) <= self.must

    def as_json(self) -> dict[str, Any]:
        """Return the row as `results.json` holds it."""
        own = asdict(self)
        return {
            **{key: own[key] for key in ("name", "ours", "peer", "unit")},
            "ratio": self.ratio,
            "must": self.must,
            "aim": self.aim,
            "met": self.met,
            "note": self.note,
        }


def alternate(ours: Callable[[], float], peer: Callable[[], float], runs: int = RUNS) -> tuple[float, float]:
    """Return the medians of `runs` of each, taken in turns so that a busy machine weighs on both."""
    pairs = [(ours(), peer()) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return how much of the processor `work` takes, whatever else the machine does."""
    began = time.process_time()
    work()
    return time.process_time() - began


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
