"""What does a drag, a pinch or a tap do to the stage in each of its views?"""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from showroom.app.widgets.stage_travel import Travel, zoomed
from showroom.view.stage import FROM_OUTSIDE, Hit, Vector
from showroom.view.walking import Walker

if TYPE_CHECKING:
    from showroom.app.widgets.stage_widget import StageWidget

Mode = Literal["walk", "author"]
_STRIDE = 2.5
"""Metres one goes when two fingers move by the height of the picture, or part to nearly three times their distance."""


class StageHands:
    """The hands of one stage's widget (`stage_gestures.Hands`). `came_to_rest` is called when they are gone."""

    def __init__(self, widget: "StageWidget", travel: Travel, came_to_rest: Callable[[], None]) -> None:
        self._widget, self._stage, self._travel, self._came_to_rest = widget, widget.stage, travel, came_to_rest

    def dragged(self, dx: float, dy: float, *, both: bool) -> None:
        """Turn the eye so that the room follows the finger, with two step so that the floor does; from outside, swing or shift."""
        view, high = self._stage.view, max(self._widget.height(), 1)
        if view in FROM_OUTSIDE:
            stage = self._stage
            if view == "plan" or both:
                stage.look_over(stage.overlook.moved(dx, dy, high))
            else:
                stage.look_over(stage.overlook.turned(-dx * 0.3, -dy * 0.3))
        elif both and view == "inside":
            self._travel.glide(dy * _STRIDE / high, -dx * _STRIDE / high)
        else:
            degrees = self._stage.pose.field_of_view / high
            self._widget.look_from(self._stage.pose.turned(dx * degrees, dy * degrees))

    def pinched(self, factor: float, x: float, y: float) -> None:
        """Zoom from outside about a place, and in a panorama; inside, go forward or back."""
        if self._stage.view == "inside":
            self._travel.glide(math.log(factor) * _STRIDE, 0.0)
        else:
            self._zoom(factor, x, y)

    def nudged(self, factor: float, x: float, y: float) -> None:
        """As `pinched`, but a step where one walks: nobody's fingers are there to lead the eye."""
        if self._stage.view == "inside":
            self._widget.step("forward" if factor > 1.0 else "back", min(abs(factor - 1.0) * 3.0, 0.8))
        else:
            self._zoom(factor, x, y)

    def _zoom(self, factor: float, x: float, y: float) -> None:
        if self._stage.view == "panorama":
            self._widget.look_from(zoomed(self._stage.pose, factor))
            return
        stage = self._stage
        before = stage.overlook
        after = before.zoomed(factor)
        gain = 1.0 - after.span / before.span
        stage.look_over(
            after.moved(
                (self._widget.width() / 2.0 - x) * gain,
                (self._widget.height() / 2.0 - y) * gain,
                self._widget.height() * after.span / before.span,
            )
        )

    def tapped(self, x: float, y: float) -> None:
        """Tell what was hit; walk there if it is floor, or drop inside there from outside. In a panorama only tell."""
        found = self._stage.pick(x, y)
        if found is None:
            return
        view = self._stage.view
        if self._widget.mode == "walk" and view != "panorama" and _is_floor(found, self._travel.walker):
            if view == "inside":
                self._widget.walk_to(found.position)
            else:
                self._drop(found.position)
        self._widget.hit.emit(found)

    def let_go(self) -> None:
        """Let the picture come to rest."""
        self._came_to_rest()

    def _drop(self, point: Vector) -> None:
        self._widget.fly_to(
            self._travel.stand(point, self._stage.overlook.yaw if self._stage.view == "dollhouse" else self._stage.pose.yaw)
        )


def _is_floor(found: Hit, walker: Walker | None) -> bool:
    """Whether one can stand on what was hit: level, and at the height of the floor."""
    low = walker.floor if walker else 0.0
    return found.normal[2] > 0.8 and abs(found.position[2] - low) < 0.25
