"""Where is a point in three dimensions? Metres in the plan's axes, z up."""

from typing import Annotated

from pydantic import Field

Coordinate = Annotated[float, Field(ge=-1e5, le=1e5)]
Vector = tuple[Coordinate, Coordinate, Coordinate]
