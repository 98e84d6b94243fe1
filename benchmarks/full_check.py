"""How long does a full check of a plan of a hundred spaces take, all requirements, warm?"""

import statistics
from datetime import date

from benchmarks.row import RUNS, Row, cpu_seconds
from showroom.domain.application import Application
from showroom.domain.plan import Plan
from showroom.formats import read_permit
from showroom.review import review

AS_OF = date(2026, 11, 23)
APPLICATION = Application(items=("hot-food",))
USES = (
    "dining",
    "cooking",
    "raw-prep",
    "cutting",
    "ware-wash",
    "food-storage",
    "toilet",
    "staff-changing",
    "cleaning-tools",
    "waste",
)
FIXTURES = ("hand-basin", "sink-vegetable", "sink-meat", "stove", "hood", "refrigerator", "shelf", "worktop", "waste-bin", "table")


def rows() -> list[Row]:
    """Return the row, milliseconds."""
    plan, permit = generated(100), read_permit("food-catering")
    review(plan, permit, APPLICATION, as_of=AS_OF)
    taken = []
    for _ in range(RUNS + 2):
        fresh = Plan.model_validate(plan.model_dump())  # nothing remembered from the run before
        taken.append(cpu_seconds(lambda fresh=fresh: review(fresh, permit, APPLICATION, as_of=AS_OF)))
    return [
        Row(
            "full check, 100 spaces",
            statistics.median(taken) * 1000,
            None,
            "ms",
            100.0,
            30.0,
            "CPU; generated: two rows of rooms on a corridor",
        )
    ]


def generated(count: int) -> Plan:
    """Return a plan of `count` spaces: rooms of 4 × 5 m on both sides of a corridor, each with door, window and three fixtures."""
    side = (count - 1 + 1) // 2
    length = side * 4.2
    walls = [
        {"id": f"W{row}", "axis": [[-0.1, y], [length, y]], "thickness": 0.2} for row, y in enumerate((-0.1, 5.1, 7.3, 12.5))
    ] + [
        {"id": "E0", "axis": [[-0.1, 5.1], [-0.1, 7.3]], "thickness": 0.2},
        {"id": "E1", "axis": [[length, 5.1], [length, 7.3]], "thickness": 0.2},
    ]
    spaces = [{"id": "S0", "use": "corridor", "outline": [[0, 5.2], [length - 0.1, 5.2], [length - 0.1, 7.2], [0, 7.2]]}]
    openings = [
        {"id": f"X{end}", "kind": "door", "wall": f"E{end}", "at": 1.1, "width": 1.4, "leads": "outside", "serves": "S0"}
        for end in (0, 1)
    ]
    fixtures = []
    for index in range(count - 1):
        row, x = index % 2, (index // 2) * 4.2
        low = 0.0 if row == 0 else 7.4
        name = f"R{index}"
        spaces.append(
            {"id": name, "use": USES[index % len(USES)], "outline": [[x, low], [x + 4, low], [x + 4, low + 5], [x, low + 5]]}
        )
        openings.append(
            {"id": f"D{index}", "kind": "door", "wall": f"W{1 + row}", "at": x + 2.1, "width": 0.95, "swing": "in", "serves": name}
        )
        openings.append({"id": f"G{index}", "kind": "window", "wall": f"W{3 * row}", "at": x + 2.1, "width": 1.5, "serves": name})
        fixtures += [
            {
                "id": f"F{index}-{k}",
                "kind": FIXTURES[(index + k) % len(FIXTURES)],
                "at": [x + 0.6 + 1.2 * k, low + 2.5],
                "size": [0.6, 0.6],
            }
            for k in range(3)
        ]
    storey = {"id": "F1", "level": 1, "height": 3.0, "walls": walls, "openings": openings, "spaces": spaces, "fixtures": fixtures}
    return Plan.model_validate({"storeys": [storey]})
