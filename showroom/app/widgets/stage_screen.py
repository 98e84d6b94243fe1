"""How does a frame of the stage come onto the screen?

Without a graphics card the off-screen picture is painted by the widget itself (Qt composing a GL window would cost more than the
frame); with one, a GL widget lies under everything else and draws. Which of the two is asked for once, when the window is made.
"""

import time
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from showroom.view.motion import eased
from showroom.view.presenting import IN_SOFTWARE, ON_A_CARD, Budgets, Frame, shifts
from showroom.view.vtk_stage import VtkStage

Choice = Literal["auto", "image", "gl"]
FADE_SECONDS = 0.3


class Screen(Protocol):
    """What the stage's widget needs of either way: how many frames make its picture at rest, and what a moving frame may cost."""

    samples: int
    budgets: Budgets

    def draw(self, frame: Frame) -> float:
        """Draw `frame`; return the seconds it took."""

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the last picture over `area`."""

    def still(self) -> QImage:
        """Return the last picture, for fading out of it."""

    def close(self) -> None:
        """Let go of everything."""


class Fade:
    """The picture that was, growing fainter over the one that is. It begins with the first frame drawn beneath it."""

    def __init__(self, still: QImage) -> None:
        self._still = still
        self._began: float | None = None

    def goes_on(self, now: float) -> bool:
        """Take note of a frame drawn; return whether anything of the picture is still to be seen at `now` (seconds)."""
        self._began = now if self._began is None else self._began
        return now - self._began < FADE_SECONDS

    def paint(self, painter: QPainter, area: QRect, now: float) -> None:
        """Paint what is left of the picture."""
        share = 0.0 if self._began is None else (now - self._began) / FADE_SECONDS
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setOpacity(1.0 - eased(share))
        painter.drawImage(area, self._still)


class ImageScreen:
    """Off-screen frames as pictures. `stage` is a stage with `draw` and `pixels`."""

    budgets = IN_SOFTWARE

    def __init__(self, widget: QWidget, stage: Any, samples: int) -> None:
        self._widget, self._stage = widget, stage
        self.samples = samples
        self._shifts = shifts(max(samples, 1))
        self._image = QImage()
        self._sum: NDArray[np.uint16] | None = None

    def draw(self, frame: Frame) -> float:
        """Draw `frame` and keep its picture, or add it to those averaged."""
        began = time.perf_counter()
        ratio = self._widget.devicePixelRatioF() * frame.scale
        width, height = max(round(self._widget.width() * ratio), 2), max(round(self._widget.height() * ratio), 2)
        self._stage.draw(width, height, self._shifts[frame.sample], draft=frame.scale < 1.0)
        pixels = self._stage.pixels()
        seconds = time.perf_counter() - began
        if frame.sample == 0 or self._image.sizeInBytes() != pixels.nbytes:
            self._image = _image(pixels)
            self._sum = None
            return seconds
        if self._sum is None or self._sum.shape != pixels.shape:
            self._sum = np.zeros(pixels.shape, np.uint16)
            first = self._image.flipped().convertToFormat(QImage.Format.Format_RGBX8888)
            self._sum += np.frombuffer(first.constBits(), np.uint8).reshape(pixels.shape)
        self._sum += pixels
        if frame.shown:
            count = frame.sample + 1
            self._image = _image(((self._sum + np.uint16(count // 2)) // np.uint16(count)).astype(np.uint8))
        return seconds

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the last picture, smoothly where it is smaller than the area."""
        if self._image.isNull():
            painter.fillRect(area, Qt.GlobalColor.white)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._image.width() < area.width())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(area, self._image)

    def still(self) -> QImage:
        """Return the last picture."""
        return self._image

    def close(self) -> None:
        """Forget the picture."""
        self._image, self._sum = QImage(), None


class GlScreen:
    """A GL widget under all other children of `widget`; it draws when Qt paints it."""

    budgets = ON_A_CARD

    def __init__(self, widget: QWidget) -> None:
        from pyvistaqt import QtInteractor

        self.samples = 1
        self._plotter = QtInteractor(widget, auto_update=False, multi_samples=4, lighting="none")
        self._plotter.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plotter.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plotter.lower()
        window = self._plotter.render_window
        window.SetInteractor(None)
        for renderer in list(window.GetRenderers()):
            window.RemoveRenderer(renderer)
        self._widget = widget
        self.stage = VtkStage(window, software=False)

    def draw(self, frame: Frame) -> float:
        """Aim the stage and have the GL widget draw in this turn of the event loop."""
        began = time.perf_counter()
        self._fit()
        ratio = self._widget.devicePixelRatioF()
        width, height = round(self._widget.width() * ratio * frame.scale), round(self._widget.height() * ratio * frame.scale)
        self.stage.window.SetSize(max(width, 2), max(height, 2))
        self.stage.arrange(max(width, 2), max(height, 2))
        self._plotter.repaint()
        self.stage.window.WaitForCompletion()
        return time.perf_counter() - began

    def paint(self, painter: QPainter, area: QRect) -> None:  # noqa: ARG002
        """Leave the painting to the GL widget, which covers all of it."""
        self._fit()

    def still(self) -> QImage:
        """Return what the GL widget shows."""
        return self._plotter.grabFramebuffer()

    def close(self) -> None:
        """Close the GL widget; the stage first, while there is a context."""
        self.stage.close()
        self._plotter.close()

    def _fit(self) -> None:
        if self._plotter.geometry() != self._widget.rect():
            self._plotter.setGeometry(self._widget.rect())


def _image(pixels: NDArray[np.uint8]) -> QImage:
    """Return pixels (height, width, 4), rows from the bottom, as an image of its own, in the order of bytes Qt enlarges fastest."""
    height, width = pixels.shape[:2]
    data = np.ascontiguousarray(pixels)
    image = QImage(data.data, width, height, width * 4, QImage.Format.Format_RGBX8888).convertToFormat(QImage.Format.Format_RGB32)
    image.flip(Qt.Orientation.Vertical)
    return image
