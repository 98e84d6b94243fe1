"""How does a visitor change storeys? A button for each, where there are several: by the stairs on foot, or seen from above."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.showing import Part, Showing
from showroom.app.kiosk.visit import Walk
from showroom.app.widgets.segments import Segments
from showroom.view.storeys import Storeys


class Floors(Part):
    """The storeys of one showing."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing)
        plan, model = showing.premises.plan, showing.premises.model
        self._storeys = Storeys(plan, (node.leaf for node in model.nodes if node.leaf is not None))
        self._buttons: Segments | None = None
        if len(plan.storeys) > 1:
            choices = [(storey.id, self._name(storey.level, number), "") for number, storey in enumerate(plan.storeys, 1)]
            over, current = showing.stage_widget, self._current(showing.walk)
            self._buttons = Segments(
                showing.look, choices[::-1], current, name=self.tr("Storey"), vertical=True, floating=True, parent=over
            )
            self._buttons.chosen.connect(self._choose)
            over.arrived.connect(self._arrived)

    def _name(self, level: int | None, number: int) -> str:
        number = number if level is None else level
        return (
            self.tr("Floor {number}").format(number=number) if number > 0 else self.tr("Basement {number}").format(number=-number)
        )

    @property
    def widgets(self) -> Sequence[QWidget]:
        """The buttons."""
        return () if self._buttons is None else (self._buttons,)

    def arrange(self, free: QRect, taken: Sequence[QRect]) -> None:
        """Put the buttons at the left edge in the middle, or where nothing is in the way."""
        if self._buttons is None:
            return
        size, edge = self._buttons.sizeHint(), self.showing.look.px(24)
        for left in (free.left() + edge, free.right() - edge - size.width()):
            for top in range(free.center().y() - size.height() // 2, free.bottom() - size.height(), edge):
                place = QRect(left, top, size.width(), size.height())
                if not any(place.intersects(box) for box in taken):
                    self._buttons.setGeometry(place)
                    self._buttons.show()
                    return
        self._buttons.hide()

    def follow(self, before: Walk | None, now: Walk) -> None:
        """Walk on the ground of the storey chosen."""
        if before is not None and before.storey == now.storey:
            return
        current = self._current(now)
        self.showing.stage_widget.set_walker(self._storeys.walker(current))
        if self._buttons is not None:
            self._buttons.choose(current)

    def close(self) -> None:
        """Let go of the stage."""
        if self._buttons is not None:
            self.showing.stage_widget.arrived.disconnect(self._arrived)
        super().close()

    # -- within ----------------------------------------------------------------------------------------------
    def _current(self, walk: Walk) -> str:
        return walk.storey or self._storeys.at(self.showing.stage_widget.pose.eye)

    def _choose(self, storey: str) -> None:
        widget = self.showing.stage_widget
        if widget.stage.view == "inside" and storey != self._storeys.at(widget.pose.eye):
            way = self._storeys.way(widget.pose.eye, storey)
            if way:
                widget.walk_along(way)
            else:
                widget.fly_to(self._storeys.arrival(storey), 0)
        self.showing.holder.walk(storey=storey)

    def _arrived(self) -> None:
        """Whoever was led elsewhere (a tour, a key point) is on the storey they are on."""
        widget = self.showing.stage_widget
        there = self._storeys.at(widget.pose.eye)
        if widget.stage.view == "inside" and there != self._current(self.showing.walk):
            self.showing.holder.walk(storey=there)
