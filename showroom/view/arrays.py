"""How do our arrays become VTK's, without copying where that is possible?"""

import numpy as np
from numpy.typing import NDArray
from vtkmodules.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray
from vtkmodules.vtkCommonCore import vtkDataArray, vtkPoints
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkImageData, vtkPolyData


def poly_data(positions: NDArray[np.float32], triangles: NDArray[np.int64]) -> vtkPolyData:
    """Return triangles (m, 3) over positions (n, 3) as VTK's mesh; it shares their memory and keeps it alive."""
    points, cells, data = vtkPoints(), vtkCellArray(), vtkPolyData()
    points.SetData(numpy_to_vtk(np.ascontiguousarray(positions, np.float32)))
    cells.SetData(3, numpy_to_vtkIdTypeArray(np.ascontiguousarray(triangles, np.int64).ravel()))
    data.SetPoints(points)
    data.SetPolys(cells)
    return data


def named_array(name: str, values: NDArray[np.generic]) -> vtkDataArray:
    """Return values (n, k) as a named array of points."""
    array = numpy_to_vtk(np.ascontiguousarray(values))
    array.SetName(name)
    return array


def image_data(pixels: NDArray[np.uint8]) -> vtkImageData:
    """Return pixels (height, width, channels) as VTK's image; the first row is v = 0, as glTF's texture coordinates want it."""
    height, width, channels = pixels.shape
    image = vtkImageData()
    image.SetDimensions(width, height, 1)
    image.GetPointData().SetScalars(numpy_to_vtk(np.ascontiguousarray(pixels).reshape(-1, channels)))
    return image
