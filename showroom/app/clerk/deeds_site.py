"""What is done with what inspectors bring back? It is chosen, held against its plan, and shown; nothing of the scene changes."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMainWindow

from showroom.app.clerk.site_page import SitePage
from showroom.app.clerk.site_visit import gather
from showroom.app.document import SceneDocument
from showroom.app.i18n import Languages
from showroom.app.theme import Look
from showroom.formats.site_results import READERS


class SiteDeeds(QMainWindow):
    """A window from which results of a site visit are opened."""

    document: SceneDocument
    languages: Languages
    look: Look

    def show_site_results(self) -> None:
        """Let the clerk choose what came back and the plan it was promised with, and show both side by side."""
        kinds = " ".join(f"*{suffix}" for suffix in READERS)
        files, _ = QFileDialog.getOpenFileNames(
            self, self.tr("What came back from the site"), "", self.tr("Results ({kinds})").format(kinds=kinds)
        )
        if not files:
            return
        usual = self.document.folder / self.document.scene.plan
        plan, _ = QFileDialog.getOpenFileName(self, self.tr("The plan it was promised with"), str(usual))
        if plan:
            self.site_page([Path(file) for file in files], Path(plan)).exec()

    def site_page(self, files: list[Path], plan: Path) -> SitePage:
        """Return the page on these files."""
        language = self.languages.current
        return SitePage(self, self.look, language, partial(gather, files, plan, language))
