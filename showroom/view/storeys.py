"""Which storey is the visitor on, and how does one walk to another? By the stairs of the plan, where they join the two."""

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from showroom.domain.plan import Plan
from showroom.modelling.model import Leaf
from showroom.modelling.stairs import Climb, climbs, middle_line
from showroom.modelling.storeys import floor_levels
from showroom.view.stage import EYE_HEIGHT, Pose, Vector
from showroom.view.walking import Walker

_LANDED = 0.5
"""Metres the eye may be lower than usual and still be on a storey."""


class Storeys:
    """The ground of every storey of a plan, and the stairs between them."""

    def __init__(self, plan: Plan, leaves: Iterable[Leaf] = ()) -> None:
        self._plan, self._leaves = plan, tuple(leaves)
        self._levels = floor_levels(plan)
        self._walkers: dict[str, Walker] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The storeys from below."""
        return tuple(self._levels)

    def walker(self, storey_id: str) -> Walker:
        """Return the ground of a storey."""
        if storey_id not in self._walkers:
            self._walkers[storey_id] = Walker(self._plan, storey_id, leaves=self._leaves)
        return self._walkers[storey_id]

    def at(self, eye: Vector) -> str:
        """Return the storey an eye is on: the highest whose floor lies below it."""
        below = [name for name, level in self._levels.items() if level <= eye[2] - EYE_HEIGHT + _LANDED]
        return below[-1] if below else self.ids[0]

    @cached_property
    def _climbs(self) -> tuple[Climb, ...]:
        return climbs(self._plan)

    def way(self, eye: Vector, storey_id: str) -> tuple[Vector, ...]:
        """Return the places of the eye on the way to another storey by the nearest stairs that lead there; none where none do."""
        here, lines = self.at(eye), []
        for climb in self._climbs:
            if {climb.below, climb.above} == {here, storey_id}:
                line = middle_line(climb)
                lines.append(line if climb.below == here else line[::-1])
        ways = [self._by(eye, here, storey_id, line) for line in lines]
        return min(ways, key=lambda way: sum(math.dist(a, b) for a, b in pairwise(way)), default=())

    def _by(self, eye: Vector, here: str, there: str, line: Sequence[Vector]) -> tuple[Vector, ...]:
        """To the foot of a stair, along its line, and a step off it."""
        z = self._levels[here] + EYE_HEIGHT
        ground = [(x, y, z) for x, y in self.walker(here).path(eye, line[0])]
        steps = [(x, y, high + EYE_HEIGHT) for x, y, high in line]
        x, y = self.walker(there).nearest(line[-1])
        return (*ground, *steps, (x, y, self._levels[there] + EYE_HEIGHT))

    def arrival(self, storey_id: str) -> Pose:
        """Return where somebody is set down on a storey no stairs lead to."""
        return self.walker(storey_id).spawn()
