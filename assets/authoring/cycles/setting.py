"""How is what the pipeline hands over set up in Blender: renderer, sky, sun, lamps, meshes?

Runs inside Blender's own Python. Arrays come in metres, z up, light in linear radiance.
"""

import math

import bpy
import numpy as np
from mathutils import Matrix, Vector

BOUNCES, CLAMP_DIRECT, CLAMP_INDIRECT = 4, 6.0, 3.0


def fresh(samples: int, *, clamp_direct: float = 0.0) -> bpy.types.Scene:
    """Return an empty scene ready for Cycles: fixed seed, fixed samples, no caustics."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.samples, cycles.seed = samples, 1
    cycles.use_adaptive_sampling = cycles.use_denoising = False
    cycles.max_bounces = cycles.diffuse_bounces = cycles.glossy_bounces = BOUNCES
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_direct, cycles.sample_clamp_indirect = clamp_direct, CLAMP_INDIRECT
    cycles.use_light_tree = True
    return scene


def light_up(scene: bpy.types.Scene, arrays: dict[str, np.ndarray]) -> None:
    """Add sky, sun, lamps and a portal in every window."""
    world = bpy.data.worlds.new("sky")
    scene.world = world
    world.use_nodes = True
    ground = world.node_tree.nodes["Background"]
    ground.inputs["Color"].default_value = (*arrays["sky"].tolist(), 1.0)
    sun = bpy.data.lights.new("sun", "SUN")
    strength = float(arrays["sun"].max())
    sun.color, sun.energy = (arrays["sun"] / strength).tolist(), strength
    sun.angle = 2 * math.atan(float(arrays["sun_softness"]))
    _placed(scene, sun, Vector((0, 0, 0)), Vector(arrays["sun_towards"].tolist()))
    lamps = zip(*(arrays[f"lamp_{name}"] for name in ("corner", "right", "up", "facing", "radiance", "window")), strict=True)
    for corner, right, up, facing, radiance, window in lamps:
        lamp = bpy.data.lights.new("lamp", "AREA")
        wide, high = float(np.linalg.norm(right)), float(np.linalg.norm(up))
        lamp.shape, lamp.size, lamp.size_y = "RECTANGLE", wide, high
        if window:
            lamp.cycles.is_portal = True
        else:
            level = float(radiance.max())
            lamp.color, lamp.energy = (radiance / level).tolist(), level * math.pi * wide * high
        middle = Vector((corner + right / 2 + up / 2).tolist())
        _placed(scene, lamp, middle, Vector((-facing).tolist()), Vector(right.tolist()))


def _placed(scene: bpy.types.Scene, light: bpy.types.Light, at: Vector, away: Vector, right: Vector | None = None) -> None:
    """Put a light at a place, shining against `away`, its width along `right`."""
    thing = bpy.data.objects.new(light.name, light)
    scene.collection.objects.link(thing)
    z = away.normalized()
    x = (right or z.orthogonal()).normalized()
    turned = Matrix((x, z.cross(x), z)).transposed()
    thing.matrix_world = Matrix.Translation(at) @ turned.to_4x4()


def triangles(
    scene: bpy.types.Scene, name: str, corners: np.ndarray, *, uv: np.ndarray | None = None, normals: np.ndarray | None = None
) -> bpy.types.Object:
    """Return an object of loose triangles (t, 3, 3) with UVs (t, 3, 2) and normals at the corners (t, 3, 3)."""
    count = len(corners)
    mesh = bpy.data.meshes.new(name)
    mesh.vertices.add(3 * count)
    mesh.vertices.foreach_set("co", np.ascontiguousarray(corners, np.float32).ravel())
    mesh.loops.add(3 * count)
    mesh.loops.foreach_set("vertex_index", np.arange(3 * count, dtype=np.int32))
    mesh.polygons.add(count)
    mesh.polygons.foreach_set("loop_start", np.arange(0, 3 * count, 3, dtype=np.int32))
    if uv is not None:
        layer = mesh.uv_layers.new(name="uv")
        layer.uv.foreach_set("vector", np.ascontiguousarray(uv, np.float32).ravel())
    mesh.update()
    if normals is not None:
        mesh.normals_split_custom_set_from_vertices(np.ascontiguousarray(normals, np.float32).reshape(-1, 3))
    thing = bpy.data.objects.new(name, mesh)
    scene.collection.objects.link(thing)
    return thing


def coloured(thing: bpy.types.Object, colours: np.ndarray) -> None:
    """Give every triangle of an object its own diffuse colour (t, 3), linear."""
    rgba = np.ones((len(colours), 3, 4), np.float32)
    rgba[..., :3] = colours[:, None]
    thing.data.attributes.new("own", "FLOAT_COLOR", "CORNER").data.foreach_set("color", rgba.ravel())
    nodes, link, shader = material(thing, "ShaderNodeBsdfDiffuse")
    own = nodes.new("ShaderNodeVertexColor")
    own.layer_name = "own"
    link(own.outputs["Color"], shader.inputs["Color"])


def material(thing: bpy.types.Object, shader_kind: str):
    """Give an object a material of one shader; returns its nodes, the function that links two sockets, and the shader."""
    made = bpy.data.materials.new(thing.name)
    made.use_nodes = True
    tree = made.node_tree
    tree.nodes.clear()
    shader, out = tree.nodes.new(shader_kind), tree.nodes.new("ShaderNodeOutputMaterial")
    tree.links.new(shader.outputs[0], out.inputs["Surface"])
    thing.data.materials.append(made)
    return tree.nodes, tree.links.new, shader


def unseen(thing: bpy.types.Object) -> None:
    """Let no ray meet an object. One kind of ray that does not occur is left, or Cycles leaves the object out altogether."""
    thing.visible_camera = thing.visible_diffuse = thing.visible_glossy = thing.visible_transmission = thing.visible_shadow = False
    thing.visible_volume_scatter = True


def pixels_of(image: bpy.types.Image) -> np.ndarray:
    """Return a picture (height, width, 4), first row on top."""
    wide, high = image.size
    flat = np.empty(wide * high * 4, np.float32)
    image.pixels.foreach_get(flat)
    return flat.reshape(high, wide, 4)[::-1]


def image_of(pixels: np.ndarray, name: str, space: str = "Non-Color") -> bpy.types.Image:
    """Return a float picture of pixels (height, width, 3), first row on top, in a colour space: told before the pixels."""
    high, wide = pixels.shape[:2]
    image = bpy.data.images.new(name, wide, high, float_buffer=True, alpha=False)
    image.colorspace_settings.name = space
    rgba = np.ones((high, wide, 4), np.float32)
    rgba[..., :3] = pixels[::-1]
    image.pixels.foreach_set(rgba.ravel())
    image.update()
    return image
