"""Which plan does a GeoJSON file in local metres hold, and how is a plan written as one?

One feature a thing; `thing` says what it is, the other properties are the plan's own keys. A member `showroom` with `unit: m` says
that coordinates are metres, x right and y up; without it GeoJSON means longitude and latitude, and is refused.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Opening, Plan, Source, Storey
from showroom.formats import limits
from showroom.formats.mistakes import described, echo
from showroom.formats.plan_yaml import PlanChecks
from showroom.formats.source_file import read_bytes
from showroom.formats.vocabulary_yaml import read_vocabulary
from showroom.formats.writing import write_aside

MOST_PROBLEMS = 20

_GROUPS = {
    "space": "spaces", "wall": "walls", "opening": "openings", "fixture": "fixtures", "column": "columns", "stair": "stairs",
}  # fmt: skip
_OWN = ("storey", "thing")


def read_geojson(plan_path: Path) -> Plan:
    """Return the plan a GeoJSON file in local metres holds.

    Raises:
        InputError: with every mistake at its feature.
    """
    content = read_bytes(plan_path, limit=limits.GEOJSON_BYTES, noun="plan")
    place = os.fspath(plan_path)
    collection = _parsed(place, content)
    head = collection.get("showroom")
    features = collection.get("features")
    if collection.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise _refused(place, "this is no GeoJSON feature collection", 'write {"type": "FeatureCollection", "features": […]}')
    if not isinstance(head, dict) or head.get("unit") != "m":
        reason = "this GeoJSON does not say that it is in local metres, so it means longitude and latitude"
        raise _refused(place, reason, 'add "showroom": {"format": 1, "unit": "m"} where the coordinates are metres')
    if len(features) > limits.GEOJSON_FEATURES:
        raise _refused(
            place, f"the file holds more than {limits.GEOJSON_FEATURES:,} features", "keep only the plan of the premises"
        )
    data = _plan_data(place, head, features)
    plan = _validated(place, data)
    wrong = list(PlanChecks(read_vocabulary())(plan))
    if wrong:
        raise InputError([Problem(_place(place, data, path), reason, remedy) for path, reason, remedy in wrong[:MOST_PROBLEMS]])
    source = plan.source if isinstance(head.get("source"), dict) else Source(kind="geojson")
    return plan.revise(source=source.revise(path=place, sha256=hashlib.sha256(content).hexdigest()))


def write_geojson(plan: Plan, path: Path) -> None:
    """Write `plan` with everything it holds, one feature a line; path and checksum of its source are not written."""
    kept = plan.revise(source=plan.source.revise(path="", sha256=""))
    head = {
        "format": 1,
        "unit": "m",
        **_dumped(kept, without=("format", "storeys")),
        "storeys": [_dumped(storey, without=tuple(_GROUPS.values())) for storey in plan.storeys],
    }
    lines = [json.dumps(feature, ensure_ascii=False) for storey in plan.storeys for feature in _features(storey)]
    own, rows = json.dumps(head, ensure_ascii=False), ",\n".join(lines)
    text = f'{{"type": "FeatureCollection",\n "showroom": {own},\n "features": [\n{rows}\n]}}\n'
    write_aside(path, text.encode())


def _features(storey: Storey) -> Iterator[dict[str, Any]]:
    for thing, group in _GROUPS.items():
        for one in getattr(storey, group):
            geometry, taken = _WRITTEN[thing](storey, one)
            properties = {"thing": thing, "storey": storey.id, **_dumped(one, without=("id", *taken))}
            yield {"type": "Feature", "id": one.id, "geometry": geometry, "properties": properties}


Drawn = tuple[dict[str, Any], tuple[str, ...]]
"""A geometry, and which keys of the thing it says."""


def _polygon(_storey: Storey, one: Any) -> Drawn:
    rings = [[*ring, ring[0]] for ring in (one.outline, *getattr(one, "holes", ()))]
    return {"type": "Polygon", "coordinates": rings}, ("outline", "holes")


def _axis(_storey: Storey, one: Any) -> Drawn:
    return {"type": "LineString", "coordinates": one.axis}, ("axis",)


def _jambs(storey: Storey, one: Opening) -> Drawn:
    """The two jambs are for the eye; `wall`, `at` and `width` are what is read back."""
    (ax, ay), (bx, by) = storey.wall_of[one.wall].axis
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    at = ((one.at - one.width / 2) / length, (one.at + one.width / 2) / length)
    ends = [[round(ax + (bx - ax) * share, 6), round(ay + (by - ay) * share, 6)] for share in at]
    return {"type": "LineString", "coordinates": ends}, ()


def _point(_storey: Storey, one: Any) -> Drawn:
    return {"type": "Point", "coordinates": one.at}, ("at",)


_WRITTEN: dict[str, Callable[[Storey, Any], Drawn]] = {
    "space": _polygon, "wall": _axis, "opening": _jambs, "fixture": _point, "column": _polygon, "stair": _polygon,
}  # fmt: skip


def _dumped(value: Any, without: Sequence[str]) -> dict[str, Any]:
    dumped: dict[str, Any] = value.model_dump(mode="json", exclude=set(without), exclude_defaults=True)
    return dumped


def _parsed(place: str, content: bytes) -> dict[str, Any]:
    try:
        value = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise _refused(place, "this text is not written in UTF-8", "save it again with the encoding UTF-8") from None
    except json.JSONDecodeError as error:
        raise _refused(f"{place}:{error.lineno}", f"this is not JSON ({error.msg})", "export the file again") from None
    except ValueError as error:
        raise _refused(place, str(error), "every coordinate is an ordinary number of metres") from None
    except RecursionError:
        raise _refused(place, "the file is nested too deeply", "export the plan again") from None
    if not isinstance(value, dict):
        raise _refused(place, "this is no GeoJSON feature collection", 'write {"type": "FeatureCollection", "features": […]}')
    return value


def _no_number(written: str) -> None:
    raise ValueError(f"the file contains {written}, which is no number")


def _plan_data(place: str, head: Mapping[str, Any], features: Sequence[Any]) -> dict[str, Any]:
    """Sort the features into storeys; a polygon that does not say what it is is a space."""
    storeys: dict[str, dict[str, Any]] = {}
    told = head.get("storeys")
    for storey in told if isinstance(told, list) else []:
        if isinstance(storey, dict) and isinstance(storey.get("id"), str):
            storeys[storey["id"]] = dict(storey)
    problems: list[Problem] = []
    for number, feature in enumerate(features, 1):
        where = f"{place}: feature {number}"
        try:
            thing, storey_id, value = _thing(feature, number)
        except (TypeError, ValueError, LookupError) as error:
            remedy = 'write {"type": "Feature", "id": …, "properties": {…}, "geometry": {"type": …, "coordinates": […]}}'
            problems.append(Problem(where, f"this feature cannot be used ({error})", remedy))
            continue
        storey = storeys.setdefault(storey_id or next(iter(storeys), "F1"), {"id": storey_id or "F1"})
        storey.setdefault(_GROUPS[thing], []).append(value)
    if problems:
        raise InputError(problems[:MOST_PROBLEMS])
    own = {key: value for key, value in head.items() if key not in ("format", "unit", "storeys")}
    return {**own, "storeys": list(storeys.values()) or [{"id": "F1"}]}


def _thing(feature: Any, number: int) -> tuple[str, str | None, dict[str, Any]]:
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        raise TypeError("it has no geometry")
    properties = dict(feature.get("properties") or {})
    kind, coordinates = feature["geometry"].get("type"), feature["geometry"].get("coordinates")
    if not isinstance(coordinates, list) or not isinstance(properties.get("storey", ""), str):
        raise TypeError("it has no coordinates, or its storey is no text")
    thing = properties.get("thing", "space" if kind == "Polygon" else None)
    if thing not in _GROUPS:
        raise ValueError(f'"thing" is {thing!r}; one of {", ".join(_GROUPS)} was expected')
    value = {key: given for key, given in properties.items() if key not in _OWN}
    named = feature.get("id") or properties.get("id")
    value["id"] = str(named or f"{thing}-{number}")
    if thing != "stair" and ("thing" not in properties or not named):  # something was filled in: say where it comes from
        value.setdefault("origin", {"found": "feature", "entities": [f"feature {number}"]})
    if thing in ("space", "column", "stair"):
        if kind != "Polygon":
            raise ValueError(f"a {thing} is a Polygon, not a {kind}")
        rings = [_open_ring(ring) for ring in coordinates]
        value["outline"] = rings[0]
        if thing == "space" and len(rings) > 1:
            value["holes"] = rings[1:]
    elif thing == "wall":
        value["axis"] = coordinates
    elif thing == "fixture":
        value["at"] = coordinates
    return thing, properties.get("storey"), value


def _open_ring(ring: Any) -> list[Any]:
    return list(ring[:-1]) if len(ring) > 1 and ring[0] == ring[-1] else list(ring)


def _validated(place: str, data: dict[str, Any]) -> Plan:
    try:
        return Plan.model_validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        mistakes = [described(one, ()) for one in error.errors(include_url=False) if not echo(one)]
    found = [Problem(_place(place, data, mistake.path), mistake.reason, mistake.remedy) for mistake in mistakes[:MOST_PROBLEMS]]
    raise InputError(found)


def _place(place: str, data: Any, path: Sequence[str | int]) -> str:
    """Name the file, the id of the thing, and its key."""
    names, value = [], data
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            names.append(f'"{value["id"]}"')
    key = [str(step) for step in path if isinstance(step, str) and step not in (*_GROUPS.values(), "storeys")]
    return ": ".join([place, *names[-1:], *key[-1:]])


def _refused(place: str, reason: str, remedy: str) -> InputError:
    return InputError(Problem(place, reason, remedy))
