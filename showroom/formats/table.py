"""Which function reads or writes a file of this suffix? One line a format; its module is loaded when it is first wanted."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Plan
from showroom.formats.worker import Waiting, read_plan_apart, read_plan_with_rest_apart, read_result_apart

if TYPE_CHECKING:
    from showroom.domain.site_result import SiteResult
    from showroom.formats.drawing import Stroke
    from showroom.modelling.model import Model

Function = TypeVar("Function")


def read_plan(plan_path: Path, *, waiting: Waiting | None = None, checked: bool = True) -> Plan:
    """Return the plan a file holds, by its suffix (regardless of case).

    Our own YAML is looked through for openings beside their walls and the like, unless not `checked`; drawings may have all that.

    Every format but our own YAML is read in a process of its own; `waiting` is told how long that takes, and may stop it.

    Raises:
        InputError: the suffix is not known, or the file cannot be used.
    """
    reader = _chosen(_PLAN_READERS, plan_path, "read as a plan")
    return _read_yaml(plan_path, checked=checked) if reader is _read_yaml else read_plan_apart(plan_path, waiting=waiting)


def read_plan_with_rest(plan_path: Path) -> "tuple[Plan, list[Stroke]]":
    """Return the plan a file holds, and the lines in it that were not understood (metres); raises as `read_plan` does.

    Of a drawing without a room it raises `NoRoomError`, which holds what is drawn.
    """
    reader = _chosen(_PLAN_READERS, plan_path, "read as a plan")
    return (reader(plan_path), []) if reader is _read_yaml else read_plan_with_rest_apart(plan_path)


def read_plan_with_rest_here(plan_path: Path, unread: "list[Stroke]") -> Plan:
    """Return the plan and add to `unread` what was not understood, in this very process; all there is, where it is refused."""
    reader = _chosen(_PLAN_READERS, plan_path, "read as a plan")
    if reader is _read_dxf:
        from showroom.formats.dxf import read_dxf

        return read_dxf(plan_path, unread=unread)
    if reader is _read_svg:
        from showroom.formats.svg import read_svg

        return read_svg(plan_path, unread=unread)
    return reader(plan_path)


def read_plan_here(plan_path: Path) -> Plan:
    """Return the plan a file holds, read in this very process; raises as `read_plan` does."""
    return _chosen(_PLAN_READERS, plan_path, "read as a plan")(plan_path)


def write_plan(plan: Plan, path: Path) -> None:
    """Write `plan` in the format of the suffix, aside and then in place; `InputError` where that is not possible."""
    _chosen(_PLAN_WRITERS, path, "written as a plan")(plan, path)


def read_result(path: Path, *, waiting: Waiting | None = None) -> "SiteResult":
    """Return what an inspector sends back, read in a process of its own; `InputError` where it is no result."""
    return read_result_apart(path, waiting=waiting)


def read_model(glb_path: Path) -> "Model":
    """Return the 3D model of a glTF file; `InputError` where it cannot be used."""
    from showroom.formats import glb

    return glb.read_model(glb_path)


def write_model(model: "Model", path: Path) -> None:
    """Write a 3D model as one binary glTF file."""
    from showroom.formats import glb

    glb.write_model(model, path)


def plan_suffixes() -> tuple[str, ...]:
    """Return the suffixes `read_plan` understands."""
    return tuple(_PLAN_READERS)


def _read_yaml(plan_path: Path, *, checked: bool = True) -> Plan:
    from showroom.formats.plan_yaml import read_plan_yaml

    return read_plan_yaml(plan_path, checked=checked)


def _read_dxf(plan_path: Path) -> Plan:
    from showroom.formats.dxf import read_dxf

    return read_dxf(plan_path)


def _read_geojson(plan_path: Path) -> Plan:
    from showroom.formats.geojson import read_geojson

    return read_geojson(plan_path)


def _read_svg(plan_path: Path) -> Plan:
    from showroom.formats.svg import read_svg

    return read_svg(plan_path)


def _write_svg(plan: Plan, path: Path) -> None:
    from showroom.formats.svg_writer import write_svg

    write_svg(plan, path)


def _write_geojson(plan: Plan, path: Path) -> None:
    from showroom.formats.geojson import write_geojson

    write_geojson(plan, path)


def _write_dxf(plan: Plan, path: Path) -> None:
    from showroom.formats.dxf_writer import write_dxf

    write_dxf(plan, path)


def _write_yaml(plan: Plan, path: Path) -> None:
    from showroom.formats.plan_yaml import write_plan_yaml

    write_plan_yaml(plan, path)


_PLAN_READERS: Mapping[str, Callable[[Path], Plan]] = {
    ".plan.yaml": _read_yaml,
    ".yaml": _read_yaml,
    ".yml": _read_yaml,
    ".json": _read_yaml,
    ".geojson": _read_geojson,
    ".dxf": _read_dxf,
    ".svg": _read_svg,
}
_PLAN_WRITERS: Mapping[str, Callable[[Plan, Path], None]] = {
    ".plan.yaml": _write_yaml,
    ".yaml": _write_yaml,
    ".geojson": _write_geojson,
    ".dxf": _write_dxf,
    ".svg": _write_svg,
}


def _chosen(table: Mapping[str, Function], path: Path, done: str) -> Function:
    name = path.name.lower()
    for suffix, function in table.items():
        if name.endswith(suffix):
            return function
    if path.is_dir():
        raise InputError(Problem(os.fspath(path), "this is a folder; one plan file was expected", "name a file inside it"))
    reason = f'a file ending in "{path.suffix}" cannot be {done}' if path.suffix else f"a file without a suffix cannot be {done}"
    raise InputError(Problem(os.fspath(path), reason, f"known suffixes: {', '.join(table)}"))
