"""How does light become a picture: freed of noise by OpenImageDenoise, and put through Blender's film curve AgX?

Usage: film.py FOLDER denoise|develop NAME. Denoise reads NAME.npy (h, w, 3) and, where it is there, NAME-normals.npy, and writes
NAME-clean.npy; develop reads NAME.npy, linear, and writes NAME-shown.npy, display values 0 to 1.
EXPOSURE of the environment is in stops.
"""

import os
import sys
from pathlib import Path

import bpy
import numpy as np
from setting import image_of, pixels_of

VIEW, LOOK = "AgX", "AgX - Medium High Contrast"


def main() -> None:
    """Do what was asked."""
    folder, task, name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    bpy.ops.wm.read_factory_settings(use_empty=True)
    picture = np.load(folder / f"{name}.npy")
    if task == "denoise":
        normals = folder / f"{name}-normals.npy"
        clean = denoised(picture, np.load(normals) if normals.is_file() else None, folder)
        np.save(folder / f"{name}-clean.npy", clean)
    else:
        np.save(folder / f"{name}-shown.npy", developed(picture, float(os.environ.get("EXPOSURE", "0")), folder))


def denoised(picture: np.ndarray, normals: np.ndarray | None, folder: Path) -> np.ndarray:
    """Return a linear picture (h, w, 3) without noise. Cycles does not denoise what it bakes, the compositor does."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.cycles.samples = 1
    high, wide = picture.shape[:2]
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = wide, high, 100
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    scene.collection.objects.link(camera)
    scene.camera = camera
    tree = bpy.data.node_groups.new("denoise", "CompositorNodeTree")
    scene.compositing_node_group = tree
    tree.interface.new_socket("Image", in_out="OUTPUT", socket_type="NodeSocketColor")
    denoise, out = tree.nodes.new("CompositorNodeDenoise"), tree.nodes.new("NodeGroupOutput")
    for number, (given, socket) in enumerate(((picture, "Image"), (normals, "Normal"))):
        if given is not None:
            node = tree.nodes.new("CompositorNodeImage")
            node.image = image_of(given, f"given {number}")
            tree.links.new(node.outputs["Image"], denoise.inputs[socket])
    tree.links.new(denoise.outputs["Image"], out.inputs["Image"])
    scene.render.use_compositing = True
    scene.view_settings.view_transform = "Raw"
    settings = scene.render.image_settings
    settings.file_format, settings.color_depth, settings.color_mode = "OPEN_EXR", "32", "RGB"
    path = folder / "denoised.exr"
    scene.render.filepath = str(path)
    bpy.ops.render.render(write_still=True)
    image = bpy.data.images.load(str(path))
    image.colorspace_settings.name = "Non-Color"
    found = pixels_of(image)[..., :3].copy()
    path.unlink()
    return found


def developed(picture: np.ndarray, exposure: float, folder: Path) -> np.ndarray:
    """Return display values (h, w, 3) of a linear picture."""
    scene = bpy.context.scene
    scene.display_settings.display_device = "sRGB"
    scene.view_settings.view_transform, scene.view_settings.look = VIEW, LOOK
    scene.view_settings.exposure = exposure
    settings = scene.render.image_settings
    settings.file_format, settings.color_depth, settings.color_mode = "PNG", "16", "RGB"
    image = image_of(picture, "light", "Linear Rec.709")
    path = folder / "developed.png"
    image.save_render(str(path), scene=scene)
    shown = bpy.data.images.load(str(path))
    shown.colorspace_settings.name = "Non-Color"
    found = pixels_of(shown)[..., :3].copy()
    path.unlink()
    return found


main()
