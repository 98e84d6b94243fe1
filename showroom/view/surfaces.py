"""How is a prepared model put before VTK so that a frame costs as little as it can?

VTK's own shaders are replaced by a few lines that multiply colour, texture and baked light; nothing is lit at run time. That loses
VTK's clipping planes, its picking passes and its lights, none of which the stage uses.
"""

from collections.abc import Iterable

from vtkmodules.vtkCommonDataModel import vtkDataObject, vtkPolyData
from vtkmodules.vtkRenderingCore import vtkActor, vtkTexture
from vtkmodules.vtkRenderingOpenGL2 import vtkOpenGLPolyDataMapper, vtkOpenGLTexture

from showroom.view.arrays import image_data, named_array, poly_data
from showroom.view.loading import Batch, Picture

_POINTS = vtkDataObject.FIELD_ASSOCIATION_POINTS


def shader_code(*, textured: bool, lit: bool, colored: bool, glass: bool, tiled: bool = False) -> tuple[str, str]:
    """Return vertex and fragment code for surfaces that have these of texture, light atlas, own colours, transparency.

    `tiled` textures are parts of one picture, each repeated within its own bounds.
    """
    inputs, outputs, passing, uniforms, factors = ["in vec4 vertexMC;"], [], [], [], []
    for used, name, sampler in ((textured, "base", "base"), (lit, "glow", "glow")):
        if used:
            inputs.append(f"in vec2 {name}_coord;")
            outputs.append(f"vec2 {name}At;")
            passing.append(f"{name}At = {name}_coord;")
            uniforms.append(f"uniform sampler2D {sampler};")
            place = "tileAt.xy + fract(baseAt) * tileAt.zw" if tiled and name == "base" else f"{name}At"
            factors.append(f"texture({sampler}, {place})" if name == "base" else f"vec4(texture({sampler}, {place}).rgb, 1.0)")
    if tiled:
        inputs.append("in vec4 tile;")
        outputs.append("vec4 tileAt;")
        passing.append("tileAt = tile;")
    if colored:
        inputs.append("in vec4 scalarColor;")
        outputs.append("vec4 tint;")
        passing.append("tint = scalarColor;")
        factors.append("tint")
    value = " * ".join(factors) or "vec4(1.0)"
    result = value if glass else f"vec4(({value}).rgb, 1.0)"
    passed = "\n".join(passing)
    declared = "\n".join([*inputs, "uniform mat4 MCDCMatrix;", *(f"out {line}" for line in outputs)])
    vertex = f"//VTK::System::Dec\n{declared}\nvoid main() {{\ngl_Position = MCDCMatrix * vertexMC;\n{passed}\n}}"
    declared = "\n".join([*uniforms, *(f"in {line}" for line in outputs)])
    fragment = f"//VTK::System::Dec\n//VTK::Output::Dec\n{declared}\nvoid main() {{ gl_FragData[0] = {result}; }}"
    return vertex, fragment


def textures_of(pictures: Iterable[Picture], *, mipmaps: bool) -> list[vtkTexture]:
    """Return VTK's textures. Mipmaps only with a graphics card: in software they cost seven times a frame."""
    return [texture_of(picture, mipmaps=mipmaps) for picture in pictures]


def texture_of(picture: Picture, *, mipmaps: bool) -> vtkTexture:
    """Return one picture as VTK's texture."""
    texture = vtkOpenGLTexture()
    texture.SetInputData(image_data(picture.pixels))
    texture.SetColorModeToDirectScalars()
    texture.InterpolateOn()
    texture.SetMipmap(mipmaps)
    if mipmaps:
        texture.SetMaximumAnisotropicFiltering(8)
    texture.SetRepeat(picture.repeat)
    texture.SetEdgeClamp(not picture.repeat)
    return texture


def actor_of(batch: Batch, textures: list[vtkTexture]) -> vtkActor:
    """Return the actor that draws one batch."""
    data = poly_data(batch.positions, batch.triangles)
    mapper = new_mapper(data)
    actor = vtkActor()
    actor.SetMapper(mapper)
    look = actor.GetProperty()
    look.LightingOff()
    look.SetBackfaceCulling(not batch.double_sided and not batch.glass)
    for name, values, number in (("base", batch.uv, batch.texture), ("glow", batch.light_uv, batch.light)):
        if number is not None and values is not None:
            data.GetPointData().AddArray(named_array(f"{name}_uv", values))
            mapper.MapDataArrayToMultiTextureAttribute(name, f"{name}_uv", _POINTS)
            look.SetTexture(name, textures[number])
    if batch.tile is not None:
        data.GetPointData().AddArray(named_array("tile", batch.tile))
        mapper.MapDataArrayToVertexAttribute("tile", "tile", _POINTS, -1)
    if batch.colors is not None:
        data.GetPointData().SetScalars(named_array("tint", batch.colors))
        mapper.SetScalarVisibility(True)
    cut_at(actor, batch, None)
    if batch.glass:
        actor.ForceTranslucentOn()
    else:
        actor.ForceOpaqueOn()
    return actor


def cut_at(actor: vtkActor, batch: Batch, height: float | None) -> None:
    """Have the actor of a batch draw nothing above this height (metres of its own), or all of it.

    VTK's clipping planes need VTK's own shaders. Throwing away single pixels costs half a frame more: only done while asked.
    """
    vertex, fragment = shader_code(
        textured=batch.texture is not None,
        lit=batch.light is not None,
        colored=batch.colors is not None,
        glass=batch.glass,
        tiled=batch.tile is not None,
    )
    if height is not None:
        vertex = vertex.replace("void main() {", "out float rise;\nvoid main() {\nrise = vertexMC.z;")
        fragment = fragment.replace("void main() {", "in float rise; uniform float cut;\nvoid main() { if (rise > cut) discard;")
        actor.GetShaderProperty().GetFragmentCustomUniforms().SetUniformf("cut", height)
    set_code(actor, vertex, fragment)


def new_mapper(data: vtkPolyData) -> vtkOpenGLPolyDataMapper:
    """Return a mapper that draws data that will not change."""
    mapper = vtkOpenGLPolyDataMapper()
    mapper.SetInputData(data)
    mapper.SetStatic(True)
    mapper.SetVBOShiftScaleMethod(0)  # else VTK moves flat things to their own middle, and a height in the shader means nothing
    mapper.SetScalarVisibility(False)
    mapper.SetColorModeToDirectScalars()
    return mapper


def set_code(actor: vtkActor, vertex: str, fragment: str) -> None:
    """Give `actor` our own shader."""
    shaders = actor.GetShaderProperty()
    shaders.SetVertexShaderCode(vertex)
    shaders.SetFragmentShaderCode(fragment)
