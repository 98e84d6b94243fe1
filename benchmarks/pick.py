"""How long does it take to know what is under a finger, a million triangles, against `vtkCellPicker`?"""

import statistics

import numpy as np
from vtkmodules.vtkRenderingCore import vtkActor, vtkCellPicker, vtkRenderer

from benchmarks.row import Row, seconds
from showroom.modelling.model import Material, Mesh, Model, Node
from showroom.view.arrays import poly_data
from showroom.view.stage import Pose
from showroom.view.surfaces import new_mapper
from showroom.view.vtk_stage import VtkStage
from showroom.view.windows import off_screen_window

SIDE = 708
SIZE = (1280, 720)
POSE = Pose.looking((10.0, -4.0, 6.0), (10.0, 10.0, 0.0))


def rows() -> list[Row]:
    """Return the rows: the median pick and the 95th of a hundred."""
    mesh = _hills()
    random = np.random.default_rng(1)
    spots = random.random((200, 2)) * (1000, 300) + (140, 300)
    stage = VtkStage()
    stage.resize(*SIZE)
    stage.show(Model((Node("hills", (mesh,)),)))
    stage.look_from(POSE)
    stage.pick(640, 400)
    ours = [seconds(lambda x=x, y=y: stage.pick(x, y)) for x, y in spots]
    peer = _vtk_picks(mesh, spots[:10])
    stage.close()
    middle, late = statistics.median(ours), sorted(ours)[int(len(ours) * 0.95)]
    return [
        Row("pick, 1 M triangles", middle * 1000, statistics.median(peer) * 1000, "ms", 0.01, 0.001, "locator built before"),
        Row("pick, 1 M triangles, 95th of a hundred", late * 1000, None, "ms", 1.0, 0.5),
    ]


def _hills() -> Mesh:
    y, x = np.mgrid[0:SIDE, 0:SIDE] * (20.0 / SIDE)
    points = np.stack([x, y, 0.3 * np.sin(x * 3) * np.cos(y * 2)], axis=-1).reshape(-1, 3).astype(np.float32)
    a = (np.arange(SIDE - 1)[:, None] * SIDE + np.arange(SIDE - 1)).ravel()
    faces = np.concatenate([np.stack([a, a + 1, a + SIDE], 1), np.stack([a + 1, a + SIDE + 1, a + SIDE], 1)])
    return Mesh(Material("grass", (0.5, 0.6, 0.4, 1.0)), points, faces.astype(np.uint32))


def _vtk_picks(mesh: Mesh, spots: np.ndarray) -> list[float]:
    window, renderer, actor, picker = off_screen_window(), vtkRenderer(), vtkActor(), vtkCellPicker()
    window.SetSize(*SIZE)
    window.AddRenderer(renderer)
    actor.SetMapper(new_mapper(poly_data(mesh.positions, mesh.triangles.astype(np.int64))))
    renderer.AddActor(actor)
    camera = renderer.GetActiveCamera()
    camera.SetPosition(*POSE.eye)
    camera.SetFocalPoint(*POSE.look)
    camera.SetViewUp(0.0, 0.0, 1.0)
    camera.SetViewAngle(POSE.field_of_view)
    renderer.ResetCameraClippingRange()
    window.Render()
    picker.SetTolerance(0.0)
    picker.Pick(640.0, 320.0, 0.0, renderer)
    return [seconds(lambda x=x, y=y: picker.Pick(float(x), float(SIZE[1] - y), 0.0, renderer)) for x, y in spots]
