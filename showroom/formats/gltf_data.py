"""Which bytes does a glTF hold, and which numbers and pictures are in them?

Nothing is allocated from a number in the file before that number was held against the bytes that are really there. Files beside a
`.gltf` are read only within its own folder; addresses of a network never.
"""

import base64
import binascii
import struct
from pathlib import Path
from urllib.parse import unquote

import numpy as np
from numpy.typing import NDArray

from showroom.formats import limits
from showroom.formats.gltf_json import Item, parse, refuse

_AGAIN = "export the model again"
_COMPONENTS = {5120: np.int8, 5121: np.uint8, 5122: np.int16, 5123: np.uint16, 5125: np.uint32, 5126: np.float32}
_WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4}


class GltfData:
    """A glTF opened: its JSON (`root`) and a way to its numbers and pictures. Every method raises `InputError`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._spent = 0
        data = _file_bytes(path, path.name)
        self.files = {path.name: data}
        """Every file that was read, by its name in the model's folder."""
        self.given: dict[int, NDArray[np.generic]] = {}
        """Accessors (count, width) that were unpacked from elsewhere."""
        self._carried: memoryview | None = None
        if data[:4] == b"glTF":
            data, self._carried = _split_glb(data, path)
        elif path.suffix.lower() != ".gltf":
            refuse(
                path.name, "is not a GLB file (it does not begin with glTF)", "choose a model exported as glTF 2.0 binary (.glb)"
            )
        self.root = parse(data, path)
        self._buffers: dict[int, memoryview] = {}

    def array(self, index: int, asked_at: str) -> NDArray[np.generic]:
        """Return accessor `index` as (count, width), in its own component type but floats where it is normalised."""
        if index in self.given:
            return self.given[index]
        item = self.root.nth("accessors", index, asked_at)
        if "sparse" in item.value:
            refuse(
                item.place, "is a sparse accessor, which is not read", "export the model without sparse accessors or morph targets"
            )
        component, kind, count = item.whole("componentType"), item.text("type"), item.whole("count")
        if component not in _COMPONENTS or kind not in _WIDTHS:
            refuse(item.place, f"has componentType {component} and type {kind!r}, which no mesh uses", _AGAIN)
        view = item.whole_or_none("bufferView")
        if view is None:
            refuse(item.place, "has no data (no bufferView)", _AGAIN + " without compression")
        data, stride = self._view(view, item.place)
        dtype, width = np.dtype(_COMPONENTS[component]).newbyteorder("<"), _WIDTHS[kind]
        size, start = dtype.itemsize * width, item.whole("byteOffset", 0)
        step = stride or size
        if step < size:
            refuse(item.place, f"has elements of {size} bytes at every {step} bytes", _AGAIN)
        if count and start + (count - 1) * step + size > len(data):
            refuse(item.place, f"asks for {count} elements, more than its {len(data)} bytes hold", _AGAIN)
        raw: NDArray[np.generic] = np.ndarray((count, width), dtype, data, start, (step, dtype.itemsize))
        return _normalised(raw) if item.flag("normalized") else raw

    def view(self, index: int, asked_at: str) -> bytes:
        """Return the bytes of buffer view `index`."""
        return bytes(self._view(index, asked_at)[0])

    def picture(self, index: int, asked_at: str) -> tuple[str, bytes]:
        """Return name and encoded bytes of image `index`; its size in pixels was looked at, it was not decoded."""
        item = self.root.nth("images", index, asked_at)
        view = item.whole_or_none("bufferView")
        data = bytes(self._view(view, item.place)[0]) if view is not None else bytes(self._uri(item))
        width, height = picture_size(data) or (0, 0)
        if not width or not height:
            refuse(item.place, "is not a PNG, JPEG or WebP picture", "export the model with PNG or JPEG pictures")
        if width * height > limits.GLTF_PIXELS:
            refuse(item.place, f"has {width} × {height} pixels, more than {limits.GLTF_PIXELS:,}", "scale the picture down")
        return item.text("name") or f"image{index}", data

    def _view(self, index: int, asked_at: str) -> tuple[memoryview, int]:
        item = self.root.nth("bufferViews", index, asked_at)
        number = item.whole("buffer")
        if number not in self._buffers:
            self._buffers[number] = self._read_buffer(number, item.place)
        data = self._buffers[number]
        start, length = item.whole("byteOffset", 0), item.whole("byteLength")
        if start + length > len(data):
            refuse(item.place, f"ends at byte {start + length}, but its buffer has {len(data)}", _AGAIN)
        return data[start : start + length], item.whole("byteStride", 0)

    def _read_buffer(self, index: int, asked_at: str) -> memoryview:
        item = self.root.nth("buffers", index, asked_at)
        if "uri" in item.value:
            data = self._uri(item)
        elif index == 0 and self._carried is not None:
            data = self._carried
        else:
            refuse(item.place, "has no bytes (no uri, and the file carries none)", _AGAIN + ", with its geometry and uncompressed")
        length = item.whole("byteLength")
        if length > len(data):
            refuse(
                item.place, f"should have {length} bytes and has {len(data)}", "copy or export the model again: it is incomplete"
            )
        return data[:length]

    def _uri(self, item: Item) -> memoryview:
        uri = item.text("uri")
        if not uri:
            refuse(item.place, "has neither bytes nor a uri", _AGAIN)
        if uri.startswith("data:"):
            return _decoded(uri, item)
        folder = self.path.resolve().parent
        name = unquote(uri)
        if ":" in name or "\\" in name or "\0" in name or not (found := (folder / name).resolve()).is_relative_to(folder):
            refuse(
                item.at("uri"),
                f'"{uri[:80]}" lies outside the model\'s own folder',
                "put the file beside the model, or export a .glb",
            )
        data = _file_bytes(found, item.at("uri"))
        self._spent += len(data)
        if self._spent > limits.GLTF_BYTES:
            refuse(item.at("uri"), f"the model's files have more than {limits.GLTF_BYTES >> 20} MB in all", "simplify the model")
        self.files[found.relative_to(folder).as_posix()] = data
        return memoryview(data)


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height a PNG, JPEG or WebP says it has, without decoding it; `None` for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return _webp_size(data)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF or marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _file_bytes(path: Path, place: str) -> bytes:
    if path.is_dir():
        refuse(place, "is a folder, not a file", "choose the .glb file in it")
    try:
        if path.stat().st_size > limits.GLTF_BYTES:
            refuse(place, f"is larger than {limits.GLTF_BYTES >> 20} MB", "simplify the model")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        refuse(place, f"cannot be read: {path.name}: {reason}", "check the name and that the file may be read")
    if not data:
        refuse(place, "is empty", "copy or export the model again")
    return data


def _split_glb(data: bytes, path: Path) -> tuple[bytes, memoryview | None]:
    remedy = "copy or export the model again: it is damaged or incomplete"
    if len(data) < 20:
        refuse(path.name, f"ends after {len(data)} bytes", remedy)
    version, total = struct.unpack("<II", data[4:12])
    if version != 2:
        refuse(path.name, f"is version {version} of glTF", "export the model as glTF 2.0")
    if total != len(data):
        refuse(path.name, f"says it has {total} bytes and has {len(data)}", remedy)
    chunks: list[tuple[bytes, int, int]] = []
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "little")
        if at + 8 + length > len(data):
            refuse(path.name, f"its part at byte {at} is cut off", remedy)
        chunks.append((data[at + 4 : at + 8], at + 8, at + 8 + length))
        at += 8 + length
    if not chunks or chunks[0][0] != b"JSON":
        refuse(path.name, "does not begin with its JSON", remedy)
    carried = memoryview(data)[chunks[1][1] : chunks[1][2]] if len(chunks) > 1 and chunks[1][0] == b"BIN\0" else None
    return data[chunks[0][1] : chunks[0][2]], carried


def _decoded(uri: str, item: Item) -> memoryview:
    head, comma, body = uri.partition(",")
    if not comma or not head.endswith(";base64"):
        refuse(item.at("uri"), "is a data address without base64 text", _AGAIN)
    try:
        return memoryview(base64.b64decode(body, validate=True))
    except (binascii.Error, ValueError):
        refuse(item.at("uri"), "is not valid base64 text", _AGAIN)


def _normalised(raw: NDArray[np.generic]) -> NDArray[np.generic]:
    if raw.dtype.kind == "f":
        return raw
    largest = float(np.iinfo(raw.dtype.name).max)
    return np.asarray(np.maximum(raw.astype(np.float32) / np.float32(largest), np.float32(-1.0)))
