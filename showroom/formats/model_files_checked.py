"""Is what an OBJ, PLY or STL says of itself possible at all? Looked at before the library that reads it is given the bytes.

A header may claim more points than the file has bytes, and an OBJ may name points that are not there or are no numbers.
"""

import re
import struct

from showroom.formats import limits
from showroom.formats.gltf_json import refuse

_AGAIN = "export the model again"
_MEND = "remove broken points and faces, and export the model again"
_PLY_HEAD = 65_536
_PLY_BYTES = {
    **dict.fromkeys(("char", "uchar", "int8", "uint8"), 1),
    **dict.fromkeys(("short", "ushort", "int16", "uint16"), 2),
    **dict.fromkeys(("int", "uint", "int32", "uint32", "float", "float32"), 4),
    **dict.fromkeys(("double", "float64"), 8),
}
_STL_HEAD, _STL_TRIANGLE = 84, 50
_NO_NUMBER = re.compile(rb"^v[ \t][^\n]*?\b(nan|[+-]?inf(?:inity)?)\b", re.MULTILINE | re.IGNORECASE)
_NEW_POINT = re.compile(rb"^v[ \t]", re.MULTILINE)
_SAID_UNIT = re.compile(rb"units?\s*[=:]\s*([a-z]{1,12})", re.IGNORECASE)
_HEAD = 4096


def check_ply(data: bytes, name: str) -> None:
    """Raise `InputError` where a PLY has no header, claims more than it holds, or shows no surface."""
    end = data.find(b"end_header", 0, _PLY_HEAD)
    if not data.startswith(b"ply") or end < 0:
        refuse(name, "is not a PLY file (its header has no end)", _AGAIN)
    lines = [line.split() for line in data[:end].decode("ascii", "replace").splitlines()]
    is_text = any(line[:2] == ["format", "ascii"] for line in lines)
    counts: dict[str, int] = {}
    least, element, size = 0, "", 0
    for line in [*lines, ["element", "", "0"]]:
        if line[:1] == ["element"]:
            least += counts.get(element, 0) * size
            if len(line) != 3 or not line[2].isdecimal():
                refuse(name, f"its header cannot be understood ({' '.join(line)[:60]})", _AGAIN)
            element, size = line[1], 0
            counts[element] = int(line[2])
        elif line[:1] == ["property"] and len(line) > 2:
            size += 2 if is_text else _PLY_BYTES.get(line[2 if line[1] == "list" else 1], 1)
    if max(counts.values()) > limits.GLTF_VERTICES:
        refuse(
            name, f"its header claims {max(counts.values()):,} elements, more than {limits.GLTF_VERTICES:,}", "simplify the model"
        )
    if least > len(data) - end:
        refuse(name, f"its header claims at least {least:,} bytes, and it has {len(data) - end:,}", _AGAIN)
    if not counts.get("face") and not counts.get("tristrips"):
        points = counts.get("vertex", 0)
        refuse(
            name,
            f"holds {points:,} points and no surface (a scan or splats)",
            "make a mesh of it in the program it comes from, and export that",
        )


def check_stl(data: bytes, name: str) -> None:
    """Raise `InputError` where a binary STL claims another size than it has, or has no triangles."""
    if data[:5].lower() == b"solid" and b"facet" in data[:_HEAD]:
        if data.count(b"vertex") > limits.GLTF_VERTICES:
            refuse(name, f"the model has more than {limits.GLTF_VERTICES:,} vertices", "simplify the model")
        return
    if len(data) < _STL_HEAD:
        refuse(name, f"ends after {len(data)} bytes", _AGAIN)
    (count,) = struct.unpack("<I", data[80:84])
    if count * 3 > limits.GLTF_VERTICES:
        refuse(name, f"its header claims {count:,} triangles, more than {limits.GLTF_VERTICES // 3:,}", "simplify the model")
    if _STL_HEAD + count * _STL_TRIANGLE > len(data):
        refuse(name, f"its header claims {count:,} triangles, and the file ends after {len(data):,} bytes", _AGAIN)


def checked_obj(data: bytes, name: str) -> bytes:
    """Return an OBJ as UTF-8 with every point of a face counted from the first one.

    Raises:
        InputError: at the line that has a point that is no number, or a face with a point that is not there.
    """
    if b"\0" in data[:_HEAD]:
        refuse(name, "is not an OBJ file (it is no text)", _AGAIN)
    data = as_utf8(data).replace(b"\r\n", b"\n").replace(b"\\\n", b" ")
    points = _NEW_POINT.findall(data)
    if len(points) > limits.GLTF_VERTICES:
        refuse(name, f"the model has more than {limits.GLTF_VERTICES:,} vertices", "simplify the model")
    if found := _NO_NUMBER.search(data):
        line = data.count(b"\n", 0, found.start()) + 1
        refuse(f"{name}: line {line}", "holds numbers that are not finite", _MEND)
    return _counted(data, name, len(points))


def as_utf8(text: bytes) -> bytes:
    """Return text as UTF-8; what is none is taken for GB 18030, as Chinese programs write names."""
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("gb18030", "replace").encode()
    return text


def _counted(data: bytes, name: str, points: int) -> bytes:
    """Look at every corner of every face, and write those that count backwards as they count forwards."""
    lines = data.split(b"\n")
    so_far = {b"v": 0, b"vt": 0, b"vn": 0}
    for number, line in enumerate(lines):
        parts = line.split()
        if not parts:
            continue
        if parts[0] in so_far:
            so_far[parts[0]] += 1
        elif parts[0] == b"f":
            place = f"{name}: line {number + 1}"
            if b"-" in line:
                parts[1:] = [_forwards(corner, tuple(so_far.values()), place) for corner in parts[1:]]
                lines[number] = b" ".join(parts)
            for corner in parts[1:]:
                index = _whole(corner.split(b"/", 1)[0], corner, place)
                if not 1 <= index <= points:
                    refuse(place, f"its faces point at vertex {index}, but there are {points}", _MEND)
    return b"\n".join(lines)


def _forwards(corner: bytes, so_far: tuple[int, ...], place: str) -> bytes:
    written = []
    for part, count in zip(corner.split(b"/"), so_far, strict=False):
        index = _whole(part, corner, place) if part else 0
        written.append(b"%d" % (count + 1 + index) if index < 0 else part)
    return b"/".join(written)


def _whole(part: bytes, corner: bytes, place: str) -> int:
    try:
        return int(part)
    except ValueError:
        refuse(place, f'"{corner.decode("utf-8", "replace")[:20]}" is no corner of a face', _AGAIN)


def said_unit(data: bytes) -> str:
    """Return the unit the first lines of a file speak of, `""` where they speak of none."""
    found = _SAID_UNIT.search(data[:_HEAD])
    return found.group(1).decode().lower() if found else ""
