"""How does the time of a full check grow with the number of spaces?"""

import math
import statistics
from itertools import pairwise

from benchmarks.full_check import APPLICATION, AS_OF, generated
from benchmarks.row import Row, cpu_seconds
from showroom.formats import read_permit
from showroom.review import review

COUNTS = (10, 100, 1000)
RUNS = (9, 7, 3)


def rows() -> list[Row]:
    """Return the row: the greater of the exponents from ten to a hundred and from a hundred to a thousand spaces."""
    permit = read_permit("food-catering")
    review(generated(COUNTS[0]), permit, APPLICATION, as_of=AS_OF)
    taken = []
    for count, runs in zip(COUNTS, RUNS, strict=True):
        plans = [generated(count) for _ in range(runs)]
        taken.append(
            statistics.median(cpu_seconds(lambda plan=plan: review(plan, permit, APPLICATION, as_of=AS_OF)) for plan in plans)
        )
    exponent = max(math.log10(after / before) for before, after in pairwise(taken))
    note = "CPU ms for " + ", ".join(f"{count}: {time * 1000:.0f}" for count, time in zip(COUNTS, taken, strict=True)) + " spaces"
    return [Row("growth of the full check with the plan", exponent, None, "exponent", 1.3, 1.1, note)]
