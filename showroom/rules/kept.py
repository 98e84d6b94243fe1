"""What was worked out about this floor already? Several rules ask the same, and a rule asks twice where it has two limits."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from showroom.geometry.floor import Floor

Asked = ParamSpec("Asked")
Found = TypeVar("Found")


def kept(function: Callable[Concatenate[Floor, Asked], Found]) -> Callable[Concatenate[Floor, Asked], Found]:
    """Keep what `function` finds for a floor and hashable arguments as long as the floor is there; nobody may change it."""
    known: WeakKeyDictionary[Floor, dict[Hashable, Found]] = WeakKeyDictionary()

    @wraps(function)
    def remembered(floor: Floor, /, *args: Asked.args, **named: Asked.kwargs) -> Found:
        of_floor = known.setdefault(floor, {})
        key = (args, tuple(named.items()))
        if key not in of_floor:
            of_floor[key] = function(floor, *args, **named)
        return of_floor[key]

    return remembered
