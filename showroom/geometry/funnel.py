"""What is the shortest line from a start to a goal that passes a row of gates in order?

The gates must follow one another through convex ground, as the faces of doors do through plain rooms; a gate may be a single point.
Lee and Preparata 1984, "Euclidean shortest paths in the presence of rectilinear barriers".
"""

from collections.abc import Sequence

Vector = tuple[float, float]
_ROUNDING = 1e-12


def _turn(apex: Vector, a: Vector, b: Vector) -> float:
    return (a[0] - apex[0]) * (b[1] - apex[1]) - (a[1] - apex[1]) * (b[0] - apex[0])


def taut(start: Vector, gates: Sequence[tuple[Vector, Vector]], goal: Vector) -> tuple[Vector, ...]:
    """Return the bends of the shortest line, start and goal included; a gate is (left, right) as seen by who walks through."""
    doors = [*gates, (goal, goal)]
    way = [start]
    apex = left = right = start
    left_at = right_at = -1
    index = 0
    while index < len(doors):
        new_left, new_right = doors[index]
        if _turn(apex, right, new_right) >= -_ROUNDING:
            if apex in (right, left) or _turn(apex, left, new_right) < -_ROUNDING:
                right, right_at = new_right, index
            else:
                way.append(left)
                apex = right = left
                right_at = left_at
                index = left_at + 1
                continue
        if _turn(apex, left, new_left) <= _ROUNDING:
            if apex in (left, right) or _turn(apex, right, new_left) > _ROUNDING:
                left, left_at = new_left, index
            else:
                way.append(right)
                apex = left = right
                left_at = right_at
                index = right_at + 1
                continue
        index += 1
    way.append(goal)
    return tuple(way)
