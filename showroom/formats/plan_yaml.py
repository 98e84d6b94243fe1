"""Which plan does a `.plan.yaml` (or JSON) file hold, and how is a plan written as one?

Reading checks what the types cannot: known uses and kinds, openings that lie on their wall, outlines that are simple.
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import shapely

from showroom.domain.plan import Opening, Plan, Point, Space, Storey
from showroom.domain.vocabulary import Vocabulary
from showroom.formats import limits
from showroom.formats.mistakes import choice
from showroom.formats.source_file import read_bytes
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.formats.writing import write_aside
from showroom.formats.yaml_file import read_value
from showroom.formats.yaml_text import Layout, to_yaml

REACH = 0.01
"""How far (metres) an opening may stand out beyond the end of its wall's axis before it is a mistake."""

Found = Iterator[tuple[Sequence[str | int], str, str]]

_LAYOUT = Layout(
    flow=("walls[]", "openings[]", "spaces[]", "fixtures[]", "columns[]", "stairs[]", "source.notes[]", "source.not_understood[]"),
)


def read_plan_yaml(plan_path: Path, *, checked: bool = True) -> Plan:
    """Return the plan a YAML or JSON file holds, its source completed with path and checksum.

    Not `checked`, a plan is taken whose openings do not lie on their walls or whose outlines cross: modelling mends and notes it.

    Raises:
        InputError: with every mistake at its line.
    """
    content = read_bytes(plan_path, limit=limits.YAML_BYTES, noun="plan")
    plan = read_value(plan_path, Plan, noun="plan", checks=(PlanChecks(read_vocabulary()),) if checked else (), content=content)
    checksum = hashlib.sha256(content).hexdigest()
    return plan.revise(source=plan.source.revise(path=str(plan_path), sha256=checksum))


def write_plan_yaml(plan: Plan, path: Path) -> None:
    """Write `plan` canonically: contract order, defaults left out, one thing a line. Path and checksum are not written."""
    source = plan.source.revise(path="", sha256="")
    write_aside(path, to_yaml(plan.revise(source=source), _LAYOUT).encode())


class PlanChecks:
    """Everything about a plan that its types cannot say."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._uses, self._kinds = tuple(vocabulary.uses), tuple(vocabulary.fixtures)

    def __call__(self, plan: Plan) -> Found:
        """Yield each mistake: its path in the plan, what is wrong, what to write."""
        for index, storey in enumerate(plan.storeys):
            for path, reason, remedy in self._storey(storey):
                yield ("storeys", index, *path), reason, remedy

    def _storey(self, storey: Storey) -> Found:
        space_ids = tuple(space.id for space in storey.spaces)
        for number, space in enumerate(storey.spaces):
            if space.use not in self._uses:
                yield ("spaces", number, "use"), f'is "{space.use}", which is not a known use', choice(space.use, self._uses)
            yield from _outlines(space, number)
        for number, fixture in enumerate(storey.fixtures):
            if fixture.kind not in self._kinds:
                yield (
                    ("fixtures", number, "kind"),
                    f'is "{fixture.kind}", which is not a known kind',
                    choice(fixture.kind, self._kinds),
                )
        for number, opening in enumerate(storey.openings):
            yield from _opening(storey, opening, number)
            if opening.serves is not None and opening.serves not in space_ids:
                reason = f'is "{opening.serves}", which is no space of this storey'
                yield ("openings", number, "serves"), reason, choice(opening.serves, space_ids)
        for number, column in enumerate(storey.columns):
            yield from _outline(column.outline, (), ("columns", number, "outline"))
        for number, stair in enumerate(storey.stairs):
            yield from _outline(stair.outline, (), ("stairs", number, "outline"))


def _opening(storey: Storey, opening: Opening, number: int) -> Found:
    (ax, ay), (bx, by) = storey.wall_of[opening.wall].axis
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    start, end = opening.at - opening.width / 2, opening.at + opening.width / 2
    if start < -REACH or end > length + REACH:
        reason = f'puts the opening from {start:.3f} to {end:.3f} m along wall "{opening.wall}", which is {length:.3f} m long'
        yield (
            ("openings", number, "at"),
            reason,
            "at is the distance from the start of the wall's axis to the middle of the opening",
        )


def _outlines(space: Space, number: int) -> Found:
    yield from _outline(space.outline, space.holes, ("spaces", number, "outline"))


def _outline(outline: Sequence[Point], holes: Sequence[Sequence[Point]], path: Sequence[str | int]) -> Found:
    polygon = shapely.Polygon(outline, holes)
    if not polygon.is_valid:
        reason = f"is not a simple outline ({shapely.is_valid_reason(polygon)})"
        yield path, reason, "give the corners in order, one way round, without crossing or touching"
    elif polygon.area < 1e-4:
        yield path, "encloses no area", "give the corners in order, one way round, in metres"
