"""How do the sample premises get onto the stage? They are read in the background under a sheet, which can be cancelled."""

from PySide6.QtCore import QObject, Signal

from showroom.app.kiosk.catalogue import Exhibit, Premises
from showroom.app.kiosk.jobs import Job
from showroom.app.kiosk.loading_sheet import LoadingSheet
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.ways_back import back_of
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.view.walking import Walker


class PremisesOpening(QObject):
    """Opens one scene. `opened(premises)` follows when the stage holds it."""

    opened = Signal(object)

    def __init__(self, surroundings: Surroundings, look: Look, exhibit: Exhibit, stage_widget: StageWidget) -> None:
        super().__init__(stage_widget)
        self._around, self._look, self._exhibit, self._widget = surroundings, look, exhibit, stage_widget
        self._sheet: LoadingSheet | None = None
        self._job: Job | None = None

    def begin(self) -> None:
        """Open the premises; at once where the stage holds them already."""
        premises = self._around.premises
        if premises is not None and premises.exhibit.folder == self._exhibit.folder:
            self.opened.emit(premises)
            return
        exhibit, catalogue = self._exhibit, self._around.catalogue
        pictures = self._around.pictures(exhibit)
        self._sheet = LoadingSheet(self._look, self._widget, pictures[0] if pictures else None, own=exhibit.own is not None)
        self._sheet.cancelled.connect(lambda: self._around.holder.revise(page=back_of(self._around.holder.visit)))
        self.fit()
        self._sheet.show()
        self._job = self._around.jobs.start(lambda _job: catalogue.load_premises(exhibit))
        self._job.done.connect(self._loaded)
        self._job.failed.connect(self._failed)

    def fit(self) -> None:
        """Cover the stage, whatever its size."""
        if self._sheet is not None:
            self._sheet.setGeometry(self._widget.rect())

    def close(self) -> None:
        """Give up what is still read, and take the sheet away."""
        if self._job is not None:
            self._job.cancel()
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None

    def _loaded(self, premises: Premises) -> None:
        self._widget.set_view("inside", 0)
        self._widget.stage.surround(None)
        self._around.premises = None  # what the stage held is gone, and may be left before this is there
        self._widget.show_model(premises.ready)
        self._widget.warm_up(lambda: self._warmed(premises), self._warming)

    def _warming(self, share: float) -> None:
        if self._sheet is not None:
            self._sheet.show_progress(share)

    def _warmed(self, premises: Premises) -> None:
        if self._sheet is None:  # left in the meantime
            return
        self._widget.set_walker(Walker(premises.plan, premises.plan.storeys[0].id))
        self._around.premises = premises
        self.close()
        self.opened.emit(premises)

    def _failed(self, _problems: object) -> None:
        if self._sheet is not None:
            self._sheet.show_trouble()
