"""The base of every value: frozen, no unknown keys, changed only through `revise`."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict

_put = object.__setattr__


class Document(BaseModel):
    """A frozen value with named parts. Unknown keys are mistakes, not extensions."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null", allow_inf_nan=False)

    @classmethod
    def trusted(cls, **parts: Any) -> Self:
        """Make one of parts known to be right, all of them and in their order: a check makes thousands, none is validated."""
        made = cls.__new__(cls)
        _put(made, "__dict__", parts)
        _put(made, "__pydantic_fields_set__", set(parts))
        _put(made, "__pydantic_extra__", None)
        _put(made, "__pydantic_private__", None)
        return made

    def revise(self, **changes: Any) -> Self:
        """Return a copy with `changes`, validated again (`model_copy(update=…)` would not)."""
        return type(self).model_validate({**{name: getattr(self, name) for name in type(self).model_fields}, **changes})
