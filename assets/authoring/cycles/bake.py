"""How much light falls on given points, and what does polished steel mirror at given points? Asked of Cycles.

Usage: bake.py FOLDER. Reads `bake.npz`, writes `light.npy` (n, 3) and `steel.npy` (m, 3), linear. Every point is a speck of its
own, seen by no ray, that is baked to one texel: so thin parts get theirs, and points can be held clear of corners.
"""

import sys
import time
from pathlib import Path

import bpy
import numpy as np
from setting import CLAMP_DIRECT, coloured, fresh, light_up, material, pixels_of, triangles, unseen

SPECK = np.array([[-0.0012, -0.0007], [0.0012, -0.0007], [0.0, 0.0014]])
"""Corners of a speck on its surface, metres."""
ROUND_A_TEXEL = np.array([[-0.42, -0.42], [0.46, -0.30], [-0.30, 0.46]])
"""The same corners about the middle of a texel, texels."""
METAL, ROUGHNESS = 0.52, 0.4


def main() -> None:
    """Bake both."""
    folder = Path(sys.argv[1])
    with np.load(folder / "bake.npz") as file:
        arrays = dict(file)
    np.save(folder / "light.npy", lit(arrays, int(arrays["samples"])))
    if len(arrays["steel_points"]):
        np.save(folder / "steel.npy", mirrored(arrays, int(arrays["steel_samples"])))


def lit(arrays: dict[str, np.ndarray], samples: int) -> np.ndarray:
    """Return the light on `points` (n, 3): irradiance over π."""
    began = time.time()
    premises(samples, arrays)
    points, normals = arrays["points"], arrays["normals"]
    specks, side = speckled(points, normals, "specks")
    material(specks, "ShaderNodeBsdfDiffuse")
    found = baked(specks, side, len(points), "DIFFUSE")
    print(f"  light: {len(points)} points × {samples} in {time.time() - began:.0f} s", flush=True)
    return found


def mirrored(arrays: dict[str, np.ndarray], samples: int) -> np.ndarray:
    """Return what steel at `steel_points` shows to the eye that each is seen from (m, 3)."""
    began = time.time()
    points, normals, eye = arrays["steel_points"], arrays["steel_normals"], arrays["steel_eye"]
    out = np.zeros((len(points), 3), np.float32)
    for number in np.unique(eye):
        scene = premises(samples, arrays, clamp_direct=CLAMP_DIRECT)
        mine = eye == number
        specks, side = speckled(points[mine], normals[mine], "steel")
        _, _, shader = material(specks, "ShaderNodeBsdfPrincipled")
        shader.inputs["Base Color"].default_value = (METAL, METAL, METAL, 1.0)
        shader.inputs["Metallic"].default_value, shader.inputs["Roughness"].default_value = 1.0, ROUGHNESS
        camera = bpy.data.objects.new("eye", bpy.data.cameras.new("eye"))
        camera.location = arrays["eyes"][number].tolist()
        scene.collection.objects.link(camera)
        scene.camera = camera
        scene.render.bake.view_from = "ACTIVE_CAMERA"
        out[mine] = baked(specks, side, int(mine.sum()), "COMBINED")
    print(f"  steel: {len(points)} points × {samples} in {time.time() - began:.0f} s", flush=True)
    return out


def premises(samples: int, arrays: dict[str, np.ndarray], *, clamp_direct: float = 0.0) -> bpy.types.Scene:
    """Return a scene with everything that casts and reflects light, in plain mean colours."""
    scene = fresh(samples, clamp_direct=clamp_direct)
    light_up(scene, arrays)
    coloured(triangles(scene, "premises", arrays["corners"]), arrays["own"])
    return scene


def speckled(points: np.ndarray, normals: np.ndarray, name: str) -> tuple[bpy.types.Object, int]:
    """Return an unseen object of specks at points, facing along normals, and the side of the square picture they are baked to."""
    helper = np.where(np.abs(normals[:, 2:]) < 0.9, [[0.0, 0.0, 1.0]], [[1.0, 0.0, 0.0]])
    right = np.cross(helper, normals)
    right /= np.linalg.norm(right, axis=1, keepdims=True)
    over = np.cross(normals, right)
    corners = points[:, None] + SPECK[None, :, :1] * right[:, None] + SPECK[None, :, 1:] * over[:, None]
    side = int(np.ceil(np.sqrt(len(points))))
    row, column = np.divmod(np.arange(len(points)), side)
    middle = np.stack([column + 0.5, row + 0.5], axis=1)
    uv = (middle[:, None] + ROUND_A_TEXEL[None]) / side
    uv[..., 1] = 1.0 - uv[..., 1]
    thing = triangles(bpy.context.scene, name, corners, uv=uv)
    unseen(thing)
    return thing, side


def baked(specks: bpy.types.Object, side: int, count: int, kind: str) -> np.ndarray:
    """Return what Cycles finds at every speck (count, 3)."""
    image = bpy.data.images.new("found", side, side, float_buffer=True, alpha=True)
    image.colorspace_settings.name = "Non-Color"
    tree = specks.data.materials[0].node_tree
    node = tree.nodes.new("ShaderNodeTexImage")
    node.image = image
    tree.nodes.active = node
    specks.select_set(True)
    bpy.context.view_layer.objects.active = specks
    passes = {"DIRECT", "INDIRECT"} if kind == "DIFFUSE" else {"DIRECT", "INDIRECT", "DIFFUSE", "GLOSSY", "TRANSMISSION", "EMIT"}
    bpy.ops.object.bake(type=kind, pass_filter=passes, margin=0, use_clear=True)
    flat = pixels_of(image).reshape(-1, 4)[:count]
    missed = int((flat[:, 3] < 0.5).sum())
    if missed:
        print(f"  {missed} of {count} specks were not baked", flush=True)
    return flat[:, :3].copy()


main()
