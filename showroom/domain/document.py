"""The base of every value: frozen, no unknown keys, changed only through `revise`."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Document(BaseModel):
    """A frozen value with named parts. Unknown keys are mistakes, not extensions."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null", allow_inf_nan=False)

    def revise(self, **changes: Any) -> Self:
        """Return a copy with `changes`, validated again (`model_copy(update=…)` would not)."""
        return type(self).model_validate({**{name: getattr(self, name) for name in type(self).model_fields}, **changes})
