"""Which render window can be had on this machine, and does a graphics card stand behind it?"""

import logging
import sys
from typing import Literal

from vtkmodules.vtkCommonCore import vtkObject
from vtkmodules.vtkRenderingCore import vtkCamera, vtkRenderer, vtkRenderWindow

from showroom.domain.errors import NotAvailableError, Problem

log = logging.getLogger(__name__)
Presenter = Literal["image", "gl"]
_BLEND = 0x0BE2  # GL_BLEND
_SOFTWARE = ("llvmpipe", "softpipe", "swiftshader", "software rasterizer", "basic render", "gdi generic")


def off_screen_window() -> vtkRenderWindow:
    """Return a render window that is never shown: EGL on Linux, which needs no display; else VTK's own.

    Raises `NotAvailableError` where the machine has no OpenGL at all.
    """
    from vtkmodules import vtkRenderingOpenGL2

    kinds = [vtkRenderingOpenGL2.vtkOpenGLRenderWindow]
    if sys.platform.startswith("linux") and hasattr(vtkRenderingOpenGL2, "vtkEGLRenderWindow"):
        kinds.insert(0, vtkRenderingOpenGL2.vtkEGLRenderWindow)
    warned = vtkObject.GetGlobalWarningDisplay()
    vtkObject.SetGlobalWarningDisplay(0)
    try:
        for kind in kinds:
            window = kind() if kind is not vtkRenderingOpenGL2.vtkOpenGLRenderWindow else vtkRenderWindow()
            window.SetOffScreenRendering(1)
            window.SetShowWindow(False)
            window.SetMultiSamples(0)
            window.SetSize(16, 16)
            if window.SupportsOpenGL():
                return window
            log.info("%s cannot draw here", window.GetClassName())
    finally:
        vtkObject.SetGlobalWarningDisplay(warned)
    raise NotAvailableError(
        Problem("3D", "this machine has no OpenGL, not even in software", "install libegl1 and libgl1-mesa-dri")
    )


def graphics(window: vtkRenderWindow) -> str:
    """Return the name of what draws, such as `llvmpipe (LLVM 15.0.6, 256 bits)`; empty where it is not known.

    The window must have drawn once: before that an EGL window has no context to ask.
    """
    for line in window.ReportCapabilities().splitlines():
        if "renderer string" in line.lower():
            return line.split(":", 1)[1].strip()
    return ""


def presenter_for(renderer: str) -> Presenter:
    """Return `image` where `renderer` names a program rather than a card, otherwise `gl`."""
    return "image" if not renderer or any(name in renderer.lower() for name in _SOFTWARE) else "gl"


def new_layer(window: vtkRenderWindow, camera: vtkCamera, number: int) -> vtkRenderer:
    """Return one of the window's three layers: solid things (0, without blending), glass (1) and marks (2) over them."""
    renderer = vtkRenderer()
    renderer.SetActiveCamera(camera)
    renderer.SetAutomaticLightCreation(False)
    renderer.SetUseOIT(False)
    renderer.GetCullers().RemoveAllItems()
    renderer.SetLayer(number)
    renderer.SetInteractive(number == 0)
    state = window.GetState
    if number == 0:
        renderer.AddObserver("StartEvent", lambda *_: state().vtkglDisable(_BLEND))
    else:
        renderer.PreserveDepthBufferOn()
        renderer.PreserveColorBufferOn()
        renderer.AddObserver("StartEvent", lambda *_: state().vtkglEnable(_BLEND))
    window.SetNumberOfLayers(3)
    window.AddRenderer(renderer)
    return renderer
