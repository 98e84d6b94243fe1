"""How high is every storey, and where does its floor lie?

A storey's height is that of its walls, from its floor to the underside of the slab above; slabs between storeys are 30 cm thick.
"""

from showroom.domain.plan import Plan, Space, Storey

DEFAULT_HEIGHT = 2.8
SLAB = 0.3


def storey_height(storey: Storey) -> float:
    """Return the height of a storey's walls, metres."""
    drawn = [space.height for space in storey.spaces if space.height]
    return max([storey.height or 0.0, *drawn], default=0.0) or DEFAULT_HEIGHT


def floor_levels(plan: Plan) -> dict[str, float]:
    """Return the height of every storey's floor above the lowest one's, metres, by id; a plan lists its storeys from below."""
    levels: dict[str, float] = {}
    level = 0.0
    for storey in plan.storeys:
        levels[storey.id] = level
        level += storey_height(storey) + SLAB
    return levels


def clear_height(space: Space | None, height: float) -> float:
    """Return the height of a room's ceiling above its floor, metres; `height` is that of its storey."""
    return min(space.height, height) if space is not None and space.height else height
