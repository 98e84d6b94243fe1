"""How are panoramas made: the all-round pictures of a scene that look as if taken by a camera?"""

import json
from pathlib import Path

import numpy as np
from blender import run
from lighting import Engine, lamps_and_sky
from numpy.typing import NDArray
from PIL import Image
from recipe import Recipe
from toning import shown

from showroom.formats import read_scene
from showroom.modelling.atlas import Atlas, rounded
from showroom.modelling.colours import gloss, glow
from showroom.modelling.lamps import lamps
from showroom.modelling.model import Mesh, Model
from showroom.modelling.tone import to_linear

Array = NDArray[np.float64]
LARGEST = 600_000
"""Bytes of a panorama."""


def panoramas(recipe: Recipe, model: Model, atlas: Atlas, engine: Engine, out: Path, kept: Path) -> None:
    """Compute the panoramas a recipe names, at the places `scene.yaml` gives, into the scene's folder."""
    shots = [shot for shot in read_scene(recipe.folder).panoramas if shot.id in recipe.panoramas]
    if len(shots) != len(recipe.panoramas):
        raise SystemExit(f"scene.yaml of {recipe.id} lacks one of the panoramas {', '.join(recipe.panoramas)}")
    arrays, told = _exchanged(model, atlas, kept)
    lights = lamps(model, recipe.daylight, power=recipe.lamp_power)
    np.savez(kept / "panorama.npz", **arrays, **lamps_and_sky(lights, recipe.daylight))
    named = [{"name": f"shot-{shot.id}", "position": shot.position, "heading": shot.heading} for shot in shots]
    text = json.dumps({"samples": engine.panorama_samples, "finishes": told, "shots": named})
    (kept / "panorama.json").write_text(text)
    run("panorama.py", kept)
    for shot in shots:
        radiance = np.load(kept / f"shot-{shot.id}.npy")
        display = shown(radiance.reshape(-1, 3), engine, recipe.exposure, kept)
        _save(np.clip(display * 255 + 0.5, 0, 255).astype(np.uint8).reshape(radiance.shape), out / shot.image)


def _exchanged(model: Model, atlas: Atlas, kept: Path) -> tuple[dict[str, Array], list[dict[str, object]]]:
    """Return the triangles of every finish, and what each finish is; pictures are written to files."""
    parts: dict[tuple[str, str], list[tuple[Array, Array, Array]]] = {}
    meshes: dict[tuple[str, str], Mesh] = {}
    for number, (node, place) in enumerate(atlas.meshes):
        mesh, mine = atlas.model.nodes[node].meshes[place], atlas.mesh == number
        key = (mesh.material.name, "")
        meshes[key] = mesh
        parts.setdefault(key, []).append((atlas.corners[mine], atlas.round_normals[mine], atlas.base_uv[mine]))
    for unlit in (node for node in model.nodes if node.group in ("glass", "backdrop")):
        for mesh in unlit.meshes:
            corners = mesh.positions.astype(float)[mesh.triangles]
            key = (mesh.material.name, unlit.group)
            meshes[key] = mesh
            uv = np.zeros((*corners.shape[:2], 2)) if mesh.uv is None else mesh.uv.astype(float)[mesh.triangles]
            parts.setdefault(key, []).append((corners, rounded(corners, np.zeros(len(corners), np.int64)), uv))
    arrays: dict[str, Array] = {}
    told: list[dict[str, object]] = []
    for number, (key, pieces) in enumerate(parts.items()):
        arrays[f"corners{number}"], arrays[f"normals{number}"], uv = (
            np.concatenate(column) for column in zip(*pieces, strict=True)
        )
        uv[..., 1] = 1.0 - uv[..., 1]
        arrays[f"uv{number}"] = uv
        material = meshes[key].material
        picture = ""
        if material.texture is not None:
            picture = f"picture-{number}.{'png' if material.texture.data[:4] == bytes([137, 80, 78, 71]) else 'jpg'}"
            (kept / picture).write_bytes(material.texture.data)
        told.append(
            {
                "name": key[0],
                "group": key[1],
                "picture": picture,
                "repeat": bool(material.texture and material.texture.repeat),
                "colour": (1 - material.color[3] * (1 - to_linear(np.array(material.color[:3])))).tolist(),
                "glow": list(glow(material) or ()),
                "gloss": gloss(material),
            }
        )
    return arrays, told


def _save(picture: NDArray[np.uint8], path: Path) -> None:
    """Write a JPEG no larger than allowed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in (92, 88, 84, 80, 74, 66):
        Image.fromarray(picture).save(path, quality=quality, optimize=True, progressive=True)
        if path.stat().st_size <= LARGEST:
            print(f"  {path}: {path.stat().st_size / 1e6:.2f} MB")
            return
    raise SystemExit(f"{path} has more than {LARGEST} bytes at any quality worth showing")
