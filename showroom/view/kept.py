"""Was this model made ready to be drawn before?

What `prepare` made of a file is kept in the machine's cache under the file's content, and mapped back the next time instead of
decoding and merging everything anew. Whatever is wrong with what is kept, it is made anew; nothing here can fail a scene.
"""

import hashlib
import json
import logging
import os
import zlib
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from showroom.modelling.model import Leaf, Model
from showroom.view.draft import Draft, lightened
from showroom.view.loading import Batch, Hanging, Picture, Prepared, Thing, prepare
from showroom.view.visibility import Rooms

_log = logging.getLogger(__name__)
_MAGIC = b"showroom prepared 3\n"
"""Another number wherever what `prepare` makes, or how it is written here, changes."""
_ALIGNED = 64
LARGEST = 1 << 30
"""Bytes all kept forms may have together; the longest unused goes first."""
_BATCH = [field.name for field in fields(Batch)]
_WHOLE = ("positions", "triangles", "thing_of", "single_sided", "glass", "lowest", "highest")
Array = NDArray[Any]


def kept_folder() -> Path:
    """Return where prepared forms are kept."""
    from platformdirs import user_cache_path

    return user_cache_path("approval-showroom") / "prepared"


def ready_model(model_path: Path, folder: Path | None = None, *, model: Model | None = None) -> Prepared:
    """Return a model file made ready to be drawn in software, as kept from before where it was; `model` is what was read of it.

    Raises `InputError` as its reader does.
    """
    folder = folder or kept_folder()
    try:
        content = hashlib.sha256(_MAGIC + model_path.read_bytes()).hexdigest()
    except OSError:  # the reader says it in words
        return _made(model_path, model)
    path = folder / f"{content[:32]}.prepared"
    found = _found(path)
    if found is not None:
        return found
    prepared = _made(model_path, model)
    _keep(prepared, path)
    return prepared


def _made(model_path: Path, model: Model | None) -> Prepared:
    if model is None:
        from showroom.formats.glb import read_model  # not wanted where the form is found

        model = read_model(model_path)
    return lightened(prepare(model))


def _found(path: Path) -> Prepared | None:
    try:
        data = np.memmap(path, np.uint8, "c")
    except (OSError, ValueError):  # none there, or an empty file
        return None
    try:
        prepared = _understood(data)
        os.utime(path)
    except (ValueError, KeyError, TypeError, IndexError, OSError) as error:
        _log.info("%s is made anew: %s", path.name, error)
        return None
    return prepared


def _understood(data: Array) -> Prepared:
    """Raises `ValueError`, `KeyError`, `TypeError` or `IndexError` for anything but a whole form."""
    start = len(_MAGIC)
    if data[:start].tobytes() != _MAGIC:
        raise ValueError("not a prepared form of this version")
    length, total, told = (int(number) for number in data[start : start + 24].view(np.uint64))
    if total != len(data) or zlib.crc32(data[start + 24 :]) != told:  # type: ignore[arg-type]
        raise ValueError("damaged")
    head = json.loads(data[start + 24 : start + 24 + length].tobytes())
    body = data[_aligned(start + 24 + length) :]
    arrays = [body[at : at + size].view(np.dtype(kind)).reshape(shape) for at, size, kind, shape in head["arrays"]]

    def batches(told: list[dict[str, Any]]) -> tuple[Batch, ...]:
        return tuple(Batch(**{name: _taken(value, arrays) for name, value in batch.items()}) for batch in told)

    def pictures(told: list[Any]) -> tuple[Picture, ...]:
        return tuple(Picture(_taken(pixels, arrays), repeat) for pixels, repeat in told)

    rooms, draft = head["rooms"], head["draft"]
    return Prepared(
        batches=batches(head["batches"]),
        pictures=pictures(head["pictures"]),
        rooms=rooms and Rooms({s: _taken(f, arrays) for s, f in rooms[0].items()}, {s: frozenset(n) for s, n in rooms[1].items()}),
        draft=draft and Draft(batches(draft[0]), pictures(draft[1])),
        things=tuple(Thing(*told) for told in head["things"]),
        **{name: _taken(head[name], arrays) for name in _WHOLE},
        leaves=tuple(Hanging(_leaf(told), batches(drawn)) for told, drawn in head["leaves"]),
    )


def _taken(value: Any, arrays: list[Array]) -> Any:
    """The array a header's `{"array": n}` stands for; anything else is itself."""
    return arrays[value["array"]] if isinstance(value, dict) else value


def _leaf(told: dict[str, Any]) -> Leaf:
    return Leaf(**{name: tuple(value) if isinstance(value, list) else value for name, value in told.items()})


def _keep(prepared: Prepared, path: Path) -> None:
    """Write the form aside and put it in place; a folder that cannot be written to keeps nothing."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with aside.open("wb") as file:
                for part in _written(prepared):
                    file.write(part)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
        _make_room(path)
    except OSError as error:
        _log.info("%s is not kept: %s", path.name, error)


def _written(prepared: Prepared) -> list[bytes | memoryview]:
    arrays: list[Array] = []

    def told(value: Any) -> Any:
        if not isinstance(value, np.ndarray):
            return value
        arrays.append(np.ascontiguousarray(value))
        return {"array": len(arrays) - 1}

    def batches(drawn: tuple[Batch, ...]) -> list[dict[str, Any]]:
        return [{name: told(getattr(batch, name)) for name in _BATCH} for batch in drawn]

    def pictures(seen: tuple[Picture, ...]) -> list[Any]:
        return [[told(picture.pixels), picture.repeat] for picture in seen]

    rooms, draft = prepared.rooms, prepared.draft
    head: dict[str, Any] = {
        "batches": batches(prepared.batches),
        "pictures": pictures(prepared.pictures),
        "rooms": rooms and [{s: told(f) for s, f in rooms.floors.items()}, {s: sorted(n) for s, n in rooms.seen.items()}],
        "draft": draft and [batches(draft.batches), pictures(draft.pictures)],
        "things": [[thing.name, thing.plan_id, thing.group, thing.space, thing.leaf] for thing in prepared.things],
        **{name: told(getattr(prepared, name)) for name in _WHOLE},
        "leaves": [[asdict(hanging.leaf), batches(hanging.batches)] for hanging in prepared.leaves],
    }
    places, at = [], 0
    for array in arrays:
        places.append([at, array.nbytes, array.dtype.str, array.shape])
        at = _aligned(at + array.nbytes)
    text = json.dumps({**head, "arrays": places}).encode()
    before = len(_MAGIC) + 24 + len(text)
    parts: list[bytes | memoryview] = [text, bytes(_aligned(before) - before)]
    for array in arrays:
        parts += [memoryview(array).cast("B") if array.nbytes else b"", bytes(_aligned(array.nbytes) - array.nbytes)]
    total, told_sum = len(_MAGIC) + 24, 0
    for part in parts:
        total, told_sum = total + len(part), zlib.crc32(part, told_sum)
    return [_MAGIC, np.array([len(text), total, told_sum], np.uint64).tobytes(), *parts]


def _aligned(length: int) -> int:
    return -(-length // _ALIGNED) * _ALIGNED


def _make_room(path: Path) -> None:
    """Throw away the forms unused for longest until all together are small enough; never the one just written."""
    others = sorted((each for each in path.parent.glob("*.prepared") if each != path), key=lambda each: each.stat().st_mtime)
    size = path.stat().st_size + sum(each.stat().st_size for each in others)
    for each in others:
        if size <= LARGEST:
            return
        size -= each.stat().st_size
        each.unlink(missing_ok=True)
