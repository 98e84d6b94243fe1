"""What is done with the requirements themselves? They are read beside the studio, and taken in hand in a window of their own."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QMessageBox

from showroom.app.clerk.register_opening import take_in_hand
from showroom.app.clerk.register_trial import InHand
from showroom.app.clerk.register_window import RegisterWindow
from showroom.app.document import SceneDocument
from showroom.app.i18n import Languages
from showroom.app.kiosk.jobs import Jobs
from showroom.app.theme import Look
from showroom.domain.errors import Problem
from showroom.domain.scene import Hotspot
from showroom.formats.refusals import problem_said


class RequirementDeeds(QMainWindow):
    """A window from which the requirements are taken in hand."""

    document: SceneDocument
    languages: Languages
    look: Look
    register_jobs: Jobs | None = None
    register_window: RegisterWindow | None = None

    @property
    def spot(self) -> Hotspot | None:
        """The chosen key point."""
        raise NotImplementedError

    def show_requirements(self) -> None:
        """Read the register in a thread and open the window on the scene's first permit; the window that is open comes forward."""
        if self.register_window is not None and self.register_window.isVisible():
            self.register_window.raise_()
            self.register_window.activateWindow()
            return
        if self.register_jobs is None:
            self.register_jobs = Jobs(self)
        job = self.register_jobs.start(lambda _job: take_in_hand())
        job.done.connect(self._show_register)
        job.failed.connect(self._tell_register)

    def _show_register(self, held: object) -> None:
        assert isinstance(held, InHand)
        permits = self.document.scene.permits
        window = RegisterWindow(held, self.languages, self.look, permits[0] if permits else "")
        self.register_window = window
        window.resize(self.size())
        window.show()
        spot = self.spot
        wanted = next((name for name in spot.requirements if window.permit.requirement(name)), None) if spot is not None else None
        if wanted is not None:
            QTimer.singleShot(0, window, lambda: window.choose(wanted))  # the window is there first

    def _tell_register(self, problems: Sequence[Problem]) -> None:
        said = [problem_said(problem, self.languages.current)[0] for problem in problems]
        QMessageBox.warning(self, self.tr("Requirements in hand"), "\n".join(said))
