"""Which options do several commands share, and how is what is typed into them understood?"""

import math
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from showroom.domain.errors import InputError, Problem


class Lang(StrEnum):
    """The languages the program speaks."""

    zh_CN = "zh_CN"  # noqa: N815 - the key's own spelling
    en = "en"


class ReportFormat(StrEnum):
    """How a report is written to the terminal."""

    text = "text"
    json = "json"


class TableFormat(StrEnum):
    """How a table is written."""

    text = "text"
    json = "json"
    markdown = "markdown"


class MatrixFormat(StrEnum):
    """How a matrix is written."""

    text = "text"
    json = "json"
    csv = "csv"


class UpAxis(StrEnum):
    """Which axis of a model's file points up."""

    y = "y"
    z = "z"


class ModelUnit(StrEnum):
    """What a model's file may be measured in."""

    m = "m"
    cm = "cm"
    mm = "mm"
    inch = "in"
    ft = "ft"


class ViewName(StrEnum):
    """From where a picture is taken."""

    inside = "inside"
    dollhouse = "dollhouse"
    plan = "plan"


LangOption = Annotated[Lang, typer.Option("--lang", help="语言 · Language of texts.")]
PermitOption = Annotated[str, typer.Option("--permit", help="许可 id，如 food-catering · Permit id, see `showroom permits list`.")]
ApplicationOption = Annotated[
    Path | None, typer.Option("--application", help="图纸之外的情况 · What the drawing does not say (YAML).")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="按该日有效的要求 · Requirements in force that day.")
]
DistrictOption = Annotated[
    str | None,
    typer.Option(
        "--district", metavar="ID", help="按哪个地区的口径，none 为都不用 · Whose local decisions hold; none for nobody's."
    ),
]
RegisterArgument = Annotated[
    Path | None, typer.Argument(metavar="[PATH]", help="清单文件夹或其中一个文件 · A register's folder or one of its files.")
]
FormatOption = Annotated[ReportFormat, typer.Option("--format", help="输出格式 · Text for people, JSON for programs.")]
ReportFormatOption = Annotated[
    ReportFormat | None, typer.Option("--format", help="输出格式 · text for people, json for programs; else by the suffix of -o.")
]
PlanArgument = Annotated[Path, typer.Argument(metavar="PLAN", help="平面图 · The plan: .dxf .svg .geojson .plan.yaml .json")]


def day_typed(written: str | None) -> date:
    """Return the day typed, today where none is.

    Raises:
        InputError: it is not a date.
    """
    if written is None:
        return date.today()  # noqa: DTZ011 - the day on the hall's own calendar
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise InputError(Problem("--as-of", f'"{written}" is not a date', "write it as 2026-11-23")) from None


def size_typed(written: str) -> tuple[int, int]:
    """Return width and height in pixels, typed as WxH.

    Raises:
        InputError: it is not a size, or none a picture can have.
    """
    width, times, height = written.lower().partition("x")
    if not (times and width.isdecimal() and height.isdecimal() and 16 <= int(width) <= 8192 and 16 <= int(height) <= 8192):
        raise InputError(
            Problem("--size", f'"{written}" is not a size', "write width and height between 16 and 8192, e.g. 1280x720")
        )
    return int(width), int(height)


def point_typed(option: str, written: str) -> tuple[float, float, float]:
    """Return the point in metres typed as X,Y,Z after `option`.

    Raises:
        InputError: it is not three numbers, or nowhere near.
    """
    try:
        x, y, z = (float(part) for part in written.split(","))
    except ValueError:
        raise InputError(Problem(option, f'"{written}" is not a point', "write three numbers in metres, e.g. 2.5,1,1.6")) from None
    if not all(math.isfinite(value) and abs(value) < 1e5 for value in (x, y, z)):
        raise InputError(Problem(option, f'"{written}" is too far away', "write metres within the premises"))
    return x, y, z


def factor_typed(known: str | None) -> float:
    """Return by what a model is multiplied so that two points typed as "X,Y,Z X,Y,Z LENGTH" are so many metres apart; 1 without.

    Raises:
        InputError: it is not two points and a length.
    """
    if known is None:
        return 1.0
    from showroom.modelling.orientation import factor_of

    parts = known.split()
    try:
        first, second, length = parts[0], parts[1], float(parts[2])
    except (IndexError, ValueError):
        raise InputError(
            Problem("--known", f'"{known}" is not two points and a length', 'write "0,0,1 0.9,0,1 0.9": two points and metres')
        ) from None
    return factor_of(point_typed("--known", first), point_typed("--known", second), length)
