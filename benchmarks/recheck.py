"""How long is a check after one edit, against the full check before it?"""

import statistics
from collections.abc import Callable
from functools import partial

from benchmarks.full_check import APPLICATION, AS_OF, generated
from benchmarks.row import Row, cpu_seconds
from showroom.domain.plan import Plan
from showroom.formats import read_permit
from showroom.review import Reviewer

RUNS = 5


def rows() -> list[Row]:
    """Return a row for each sort of edit, milliseconds of CPU."""
    permit = read_permit("food-catering")
    found = []
    for name, edit in EDITS.items():
        full, again = [], []
        for _ in range(RUNS):
            plan, reviewer = generated(100), Reviewer()
            for one, taken in ((plan, full), (edit(plan), again)):
                taken.append(cpu_seconds(partial(reviewer.review, one, permit, APPLICATION, as_of=AS_OF)))
        ours, peer = (statistics.median(taken) * 1000 for taken in (again, full))
        found.append(Row(f"check again after one edit: {name}", ours, peer, "ms", 0.25, 0.1, "peer: the full check before it"))
    return found


def _door_widened(plan: Plan) -> Plan:
    storey = plan.storeys[0]
    openings = tuple(opening.revise(width=1.2) if opening.id == "D4" else opening for opening in storey.openings)
    return plan.revise(storeys=(storey.revise(openings=openings),))


def _fixture_moved(plan: Plan) -> Plan:
    storey = plan.storeys[0]
    first, *others = storey.fixtures
    return plan.revise(storeys=(storey.revise(fixtures=(first.revise(at=(first.at[0], first.at[1] + 0.5)), *others)),))


EDITS: dict[str, Callable[[Plan], Plan]] = {"a door widened": _door_widened, "a fixture moved": _fixture_moved}
