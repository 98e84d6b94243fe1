"""How do people say the place of a value (`storeys[0].openings[2].width`), and which keys are known there?"""

import types
from collections.abc import Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel


def spoken(path: Sequence[str | int]) -> str:
    """Return `storeys[0].openings[2].width` for `("storeys", 0, "openings", 2, "width")`."""
    said = ""
    for step in path:
        if isinstance(step, int):
            said += f"[{step}]"
        else:
            said += f".{step}" if said else step
    return said


def keys_at(model: type[BaseModel], path: Sequence[str | int]) -> tuple[str, ...]:
    """Return the keys the value at `path` inside `model` may have; none where it is not a group of named values."""
    here: Any = model
    for step in path:
        here = _step(here, step)
        if here is None:
            return ()
    here = _unwrapped(here)
    if isinstance(here, type) and issubclass(here, BaseModel) and not issubclass(here, RootModel):
        return tuple(here.model_fields)
    return ()


def _step(annotation: Any, step: str | int) -> Any:
    annotation = _unwrapped(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        field = annotation.model_fields.get(str(step))
        return field.annotation if field else None
    inner = get_args(annotation)
    if get_origin(annotation) is dict:
        return inner[1]
    if get_origin(annotation) is tuple and inner:
        index = step if isinstance(step, int) and len(inner) > step and inner[-1] is not Ellipsis else 0
        return inner[index]
    return None


def _unwrapped(annotation: Any) -> Any:
    """Take off `Annotated[…]` and `… | None`."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            parts = [part for part in get_args(annotation) if part is not type(None)]
            annotation = parts[0] if len(parts) == 1 else None
        else:
            return annotation
