"""Lengths, angles and limits, and the one place where a measurement is compared with a limit.

Inside the program lengths are metres, areas square metres and angles degrees counter-clockwise. The tolerance is
0.1 mm: a value at the limit is within it, a millimetre short is not (contracts, "Measures").
"""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from showroom.domain.document import Document

TOLERANCE = 1e-4
"""How far apart two lengths in metres (areas in square metres) may be and still count as equal."""

_UNITS = {"mm": 1e-3, "cm": 1e-2, "dm": 1e-1, "m": 1.0, "毫米": 1e-3, "厘米": 1e-2, "米": 1.0}
_WITH_UNIT = re.compile(r"^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(mm|cm|dm|m|毫米|厘米|米)\s*$")


def metres(written: object) -> object:
    """Return `900 mm`, `0.9 m` or a plain number of metres as metres; anything else unchanged for pydantic to refuse."""
    if isinstance(written, str):
        match = _WITH_UNIT.match(written)
        if not match:
            raise ValueError(f'"{written}" is not a length; write metres such as 0.9, or "900 mm"')
        return float(match[1]) * _UNITS[match[2]]
    if isinstance(written, bool):
        raise ValueError("a length in metres was expected; write a number such as 0.9")  # noqa: TRY004 - pydantic gathers ValueErrors
    return written


_LENGTH_SCHEMA = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": _WITH_UNIT.pattern}]}
Length = Annotated[float, BeforeValidator(metres), WithJsonSchema(_LENGTH_SCHEMA)]
"""Metres; files may write `900 mm`."""
PositiveLength = Annotated[float, BeforeValidator(metres), Field(gt=0), WithJsonSchema(_LENGTH_SCHEMA)]

Unit = Literal["m", "m²", "", "persons", "m/100p", "h"]


class Quantity(Document):
    """A measured value and its unit (`m`, `m²`, or `""` for a count)."""

    value: float
    unit: Unit = ""


class Limit(Document):
    """What a value is held against: `{op: ">=", value: 0.8, unit: m}`."""

    op: Literal[">=", "<=", "<", ">", "=="]
    value: float
    unit: Unit = ""

    def margin(self, value: float) -> float:
        """Return how much `value` is on the right side (positive) or short of it (negative), in the limit's unit."""
        if self.op in (">=", ">"):
            return value - self.value
        if self.op in ("<=", "<"):
            return self.value - value
        return -abs(value - self.value)

    def holds(self, value: float) -> bool:
        """Tell whether `value` is within the limit, at 0.1 mm (or 1 cm²) tolerance; at a strict limit it is not."""
        margin = self.margin(value)
        return margin > TOLERANCE if self.op in ("<", ">") else margin >= -TOLERANCE

    def doubtful(self, value: float, uncertainty: float) -> bool:
        """Tell whether a `value` known to ± `uncertainty` could fall on either side."""
        return self.holds(value - uncertainty) != self.holds(value + uncertainty)
