"""What does a person see all round from a point of the premises? Asked of Cycles, with the real finishes.

Usage: panorama.py FOLDER. Reads `panorama.npz` and the pictures it names, writes NAME.npy (1024, 2048, 3), linear, for every shot.
"""

import json
import math
import sys
import time
from pathlib import Path

import bpy
import numpy as np
from setting import CLAMP_DIRECT, fresh, light_up, material, pixels_of, triangles

WIDE, HIGH = 2048, 1024
ROUGHNESS = {
    "planks": 0.34,
    "floor-tile": 0.28,
    "floor-tile-grey": 0.28,
    "wall-tile": 0.16,
    "wall-tile-sage": 0.16,
    "stone": 0.2,
    "steel": 0.34,
    "oak": 0.4,
    "walnut": 0.4,
    "leather": 0.42,
    "signs": 0.35,
    "palette": 0.45,
}
MATT = 0.9


def main() -> None:
    """Take every shot."""
    folder = Path(sys.argv[1])
    with np.load(folder / "panorama.npz") as file:
        arrays = dict(file)
    told = json.loads((folder / "panorama.json").read_text())
    scene = fresh(int(told["samples"]), clamp_direct=CLAMP_DIRECT)
    scene.cycles.use_adaptive_sampling, scene.cycles.adaptive_threshold = True, 0.08
    scene.cycles.use_denoising, scene.cycles.denoiser = True, "OPENIMAGEDENOISE"
    light_up(scene, arrays)
    for number, finish in enumerate(told["finishes"]):
        part = [arrays[f"{name}{number}"] for name in ("corners", "normals", "uv")]
        finished(triangles(scene, finish["name"], part[0], normals=part[1], uv=part[2]), finish, folder)
    for shot in told["shots"]:
        taken(scene, shot, folder)


def finished(thing: bpy.types.Object, finish: dict, folder: Path) -> None:
    """Give an object the finish it has in the showroom, with the gloss it has in life."""
    glow, name = finish["glow"], finish["name"]
    if glow or finish["group"] == "backdrop":
        nodes, link, shader = material(thing, "ShaderNodeEmission")
        colour, shader.inputs["Strength"].default_value = shader.inputs["Color"], 1.0
        thing.visible_diffuse = thing.visible_shadow = False
    elif finish["group"] == "glass":
        nodes, link, shader = material(thing, "ShaderNodeBsdfTransparent")
        colour = shader.inputs["Color"]
        thing.visible_shadow = thing.visible_diffuse = False
    else:
        nodes, link, shader = material(thing, "ShaderNodeBsdfPrincipled")
        colour = shader.inputs["Base Color"]
        shader.inputs["Roughness"].default_value = ROUGHNESS.get(name, MATT)
        shader.inputs["Metallic"].default_value = float(finish["gloss"] > 0)
    colour.default_value = (*(glow or finish["colour"]), 1.0)
    if finish["picture"]:
        image = nodes.new("ShaderNodeTexImage")
        image.image = bpy.data.images.load(str(folder / finish["picture"]))
        image.extension = "REPEAT" if finish["repeat"] else "EXTEND"
        link(image.outputs["Color"], colour)


def taken(scene: bpy.types.Scene, shot: dict, folder: Path) -> None:
    """Render one panorama; its middle looks along the heading."""
    began = time.time()
    camera = bpy.data.objects.new(shot["name"], bpy.data.cameras.new(shot["name"]))
    camera.data.type, camera.data.panorama_type = "PANO", "EQUIRECTANGULAR"
    camera.data.clip_start = 0.02
    camera.location = shot["position"]
    camera.rotation_euler = (math.pi / 2, 0.0, math.radians(shot["heading"] - 90))
    scene.collection.objects.link(camera)
    scene.camera = camera
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = WIDE, HIGH, 100
    scene.view_settings.view_transform = "Raw"
    settings = scene.render.image_settings
    settings.file_format, settings.color_depth, settings.color_mode = "OPEN_EXR", "32", "RGB"
    path = folder / f"{shot['name']}.exr"
    scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)
    image = bpy.data.images.load(str(path))
    image.colorspace_settings.name = "Non-Color"
    np.save(folder / f"{shot['name']}.npy", pixels_of(image)[..., :3])
    path.unlink()
    print(f"  panorama {shot['name']}: {time.time() - began:.0f} s", flush=True)


main()
