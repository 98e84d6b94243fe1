"""Can the pictures of a stranger's model be opened, and how are they made smaller? Decoded apart from the program."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PIL import Image

from showroom.formats import limits
from showroom.formats.gltf_json import refuse
from showroom.modelling.model import Material, Model, Texture

if TYPE_CHECKING:
    from collections.abc import Callable

EDGES = (4096, 2048, 1024, 512)
"""Pixels: the longer edge of a picture, tried one after the other."""
_KINDS = ("PNG", "JPEG", "WEBP")
_QUALITY = 85


def check_picture(data: bytes, place: str) -> None:
    """Raise `InputError` where bytes are no picture, one that is too large, or one that holds less than it says."""
    opened(data, place).close()


def opened(data: bytes, place: str) -> Image.Image:
    """Return a picture, decoded whole; raises as `check_picture`."""
    try:
        picture = Image.open(io.BytesIO(data))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        refuse(place, "is not a picture that can be opened", "save it as PNG or JPEG")
    wide, high = picture.size
    if wide * high > limits.GLTF_PIXELS:
        refuse(place, f"has {wide} × {high} pixels, more than {limits.GLTF_PIXELS:,}", "scale the picture down")
    try:
        picture.load()
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        refuse(
            place, f"says it has {wide} × {high} pixels, and does not hold them", "save the picture again, or copy it completely"
        )
    return picture


def as_texture(name: str, data: bytes, place: str) -> Texture:
    """Return a picture as a texture: the very bytes where a GLB may hold them, else as PNG. Raises as `check_picture`."""
    picture = opened(data, place)
    if picture.format in _KINDS:
        return Texture(name, data)
    out = io.BytesIO()
    picture.convert("RGBA" if _see_through(picture) else "RGB").save(out, "PNG")
    return Texture(name, out.getvalue())


def textures_of(model: Model) -> Iterator[Texture]:
    """Yield every texture of a model, each picture once."""
    seen: set[bytes] = set()
    for material in materials_of(model):
        for texture in (material.texture, material.light):
            if texture is not None and texture.data not in seen:
                seen.add(texture.data)
                yield texture


def materials_of(model: Model) -> list[Material]:
    """Return every material of a model once."""
    return list({id(mesh.material): mesh.material for node in model.nodes for mesh in node.meshes}.values())


def smaller(model: Model, edge: int) -> Model:
    """Return a model none of whose pictures is longer than `edge` pixels; smaller ones keep their bytes."""
    made: dict[bytes, bytes] = {}

    def fitted(texture: Texture | None) -> Texture | None:
        if texture is None:
            return None
        if texture.data not in made:
            made[texture.data] = _fitted(texture, edge)
        return texture if made[texture.data] is texture.data else replace(texture, data=made[texture.data])

    return _with_textures(model, fitted)


def _fitted(texture: Texture, edge: int) -> bytes:
    picture = opened(texture.data, texture.name)
    if max(picture.size) <= edge:
        return texture.data
    clear = _see_through(picture)
    picture = picture.convert("RGBA" if clear else "RGB")
    picture.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True) if clear else picture.save(out, "JPEG", quality=_QUALITY)
    return min(out.getvalue(), texture.data, key=len)


def _with_textures(model: Model, change: "Callable[[Texture | None], Texture | None]") -> Model:
    changed = {
        id(material): replace(material, texture=change(material.texture), light=change(material.light))
        for material in materials_of(model)
    }
    nodes = tuple(
        replace(node, meshes=tuple(replace(mesh, material=changed[id(mesh.material)]) for mesh in node.meshes))
        for node in model.nodes
    )
    return replace(model, nodes=nodes)


def _see_through(picture: Image.Image) -> bool:
    if "transparency" in picture.info:
        return True
    return "A" in picture.getbands() and picture.getchannel("A").getextrema()[0] != 255
