"""What happens when a gap is pressed? The key point, the page of its card, or the placing of one, where the gap is mended."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from showroom.app.clerk.card_form import CardForm
from showroom.domain.scene import Scene
from showroom.packages.coverage import Cell, Row


class CoverageDeeds(QMainWindow):
    """A window that leads from a gap to where it is mended."""

    form: CardForm
    awaited: str | None = None
    """The requirement the next key point placed is to stand for."""

    @property
    def scene(self) -> Scene:
        """The scene as it is now."""
        raise NotImplementedError

    def choose(self, spot_id: str | None, *, look: bool = False) -> None:
        """Choose a key point."""
        raise NotImplementedError

    def set_placing(self, on: bool) -> None:
        """Begin or end placing."""
        raise NotImplementedError

    def mend(self, row: Row, cell: Cell) -> None:
        """Lead to where a part of a requirement is, or can be put."""
        known = {spot.id for spot in self.scene.hotspots}
        if cell.part == "point" and not row.spots:
            self.set_placing(True)
            self.awaited = row.requirement.id
            self.statusBar().showMessage(
                self.tr("Click the thing that shows: {title}").format(title=row.requirement.title.in_(self.form.language)), 20_000
            )
            return
        spot = next((name for name in (*cell.lacking, *cell.where, *row.spots) if name in known), None)
        if spot is None:
            return
        self.choose(spot, look=True)
        if cell.part in ("card-zh_CN", "card-en"):
            self.form.open_page(cell.part.removeprefix("card-"))
            self.form.inputs["title", self.form.language].setFocus(Qt.FocusReason.OtherFocusReason)
