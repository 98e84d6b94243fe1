"""What is the clerk's window? The stage in the middle, the scene's parts round it, and what hands on them mean.

The window holds what is chosen; the document holds the scene. Everything shown is made from those two by `_show`, never patched.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QUndoView

from showroom.app.actions import ACTS, MENUS, install, refresh, said
from showroom.app.clerk import desk, edits
from showroom.app.clerk.autosave import Autosave
from showroom.app.clerk.card_form import CardForm
from showroom.app.clerk.coverage_dock import CoverageDock, Wanted
from showroom.app.clerk.deeds import Deeds
from showroom.app.clerk.deeds_coverage import CoverageDeeds
from showroom.app.clerk.deeds_desk import DeskDeeds
from showroom.app.clerk.deeds_requirements import RequirementDeeds
from showroom.app.clerk.deeds_site import SiteDeeds
from showroom.app.clerk.panels import CardPreview, NamedList, ProblemList
from showroom.app.clerk.pins import PinLayer
from showroom.app.clerk.problems import complaints
from showroom.app.clerk.requirement_list import RequirementList
from showroom.app.clerk.scene_tree import SceneTree
from showroom.app.clerk.slow_flaws import SlowFlaws
from showroom.app.clerk.things import Room
from showroom.app.clerk.unsaved import Answer, ask_unsaved
from showroom.app.clerk.view_choice import ViewChoice
from showroom.app.document import SceneDocument
from showroom.app.i18n import Languages
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.permit import Requirement
from showroom.domain.scene import Hotspot, Scene, Viewpoint
from showroom.formats.scene_versions import versions
from showroom.packages.flaws import Flaw
from showroom.view.stage import Hit


class Studio(Deeds, CoverageDeeds, DeskDeeds, SiteDeeds, RequirementDeeds):
    """The studio of one scene. `ask` answers what to do with unsaved changes; tests put their own there.

    `flaws` tells what of a scene's files and places a visitor would miss; `rooms` are the premises with their things;
    `slow_flaws` tells the rest, in a thread; `wanted` reads, in a thread too, what its permits want taught.
    """

    leaving = Signal()
    """The window is about to close, everything still in its place."""

    def __init__(
        self,
        document: SceneDocument,
        register: Iterable[Requirement],
        stage: StageWidget,
        languages: Languages,
        look: Look,
        flaws: Callable[[Scene], Iterable[Flaw]] = lambda _scene: (),
        rooms: Sequence[Room] = (),
        slow_flaws: Callable[[Scene], Iterable[Flaw]] = lambda _scene: (),
        wanted: Callable[[], Sequence[Wanted]] = lambda: (),
    ) -> None:
        super().__init__()
        self.document, self.stage, self.languages, self.look = document, stage, languages, look
        self.autosave = Autosave(document)
        self.register: Mapping[str, Requirement] = {row.id: row for row in register}
        self.ask: Callable[[], Answer] = lambda: ask_unsaved(self)
        self.flaws = flaws
        self.slow = SlowFlaws(slow_flaws, self)
        self.chosen = self.chosen_view = None
        self._drag = 0
        self.setObjectName("studio")
        self.setStyleSheet(desk.style_sheet(look))
        self.setCentralWidget(stage)
        stage.setObjectName("stage")
        stage.set_mode("author")
        self.points = NamedList(look, "points")
        self.tree = SceneTree(look, rooms)
        self.views = NamedList(look, "views", editable=True)
        self.view_choice = ViewChoice()
        self.form = CardForm(look, self.view_choice)
        self.requirements = RequirementList(look, tuple(self.register.values()))
        self.preview = CardPreview(look, document.folder, self.register)
        self.problems = ProblemList(look, "problems")
        self.coverage = CoverageDock(look, document.folder, wanted)
        self.history_view = QUndoView(document.history, objectName="history")
        self.docks = desk.arrange(self)
        self.pins = PinLayer(look, stage, stage.stage)
        self.hint = QLabel(stage, objectName="hint", wordWrap=False)
        self.hint.hide()
        self.acts = install(self, ACTS, lambda name: desk.icon(look, name))
        self._menus = desk.put_acts(self)
        self.saved_label = QLabel(objectName="saved")
        self.statusBar().addPermanentWidget(self.saved_label)
        self.statusBar().setSizeGripEnabled(False)
        self._connect()
        self.form.open_page(languages.current)
        self._retranslate()

    # -- making ----------------------------------------------------------------------------------------------
    def _connect(self) -> None:
        self.document.sceneChanged.connect(self._changed)
        self.document.history.indexChanged.connect(self._refresh_acts)
        self.document.savedChanged.connect(self._refresh_acts)
        self.document.changeRefused.connect(self.tell_look_only)
        self.autosave.failed.connect(self.tell_not_kept)
        self.slow.found.connect(self._show_problems)
        self.coverage.gap.connect(self.mend)
        for name in ("card", "requirements"):
            self.docks[name].widget().setEnabled(self.document.writable)
        self.stage.hit.connect(self._hit)
        self.stage.frameDrawn.connect(self.pins.place)
        self.stage.viewChanged.connect(self._view_changed)
        self.pins.chosen.connect(self.choose)
        self.pins.moved.connect(self._drag_to)
        self.pins.dropped.connect(self._drop)
        self.tree.picked.connect(lambda name: self.choose(name, look=True))
        self.tree.seen.connect(self.look_at_thing)
        self.points.picked.connect(lambda name: self.choose(name, look=True))
        self.views.picked.connect(self.choose_view)
        self.views.opened.connect(lambda _name: self.go_to_view())
        self.views.renamed.connect(self._rename_view)
        self.form.written.connect(self._write)
        self.form.languageChosen.connect(lambda _language: self._show())
        self.view_choice.chosen.connect(self._see_from)
        self.requirements.ticked.connect(self._bind)
        self.preview.moved.connect(self.choose_beside)
        self.problems.picked.connect(lambda name: self.choose(name or None, look=bool(name)))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(lambda: self.set_placing(False))

    # -- showing ---------------------------------------------------------------------------------------------
    @property
    def spot(self) -> Hotspot | None:
        """The chosen key point."""
        return self.scene.hotspot(self.chosen) if self.chosen else None

    @property
    def content_language(self) -> str:
        """The language in which the scene's own words are listed: the open page of the card."""
        return self.form.language

    def choose(self, spot_id: str | None, *, look: bool = False) -> None:
        """Choose a key point (or none); with `look`, bring the eye to where it is seen."""
        self.chosen = spot_id
        self.stage.stage.highlight(())
        self._show()
        if look and self.spot is not None:
            self.look_at(self.spot)

    def choose_view(self, viewpoint_id: str | None) -> None:
        """Choose a viewpoint in the list."""
        self.chosen_view = viewpoint_id
        self._show()

    def _changed(self, before: Scene, after: Scene) -> None:
        known = {spot.id for spot in after.hotspots}
        back = known - {spot.id for spot in before.hotspots}
        if len(back) == 1:
            self.chosen = back.pop()
        if self.chosen not in known:
            self.chosen = None
        if self.chosen_view not in {view.id for view in after.viewpoints}:
            self.chosen_view = None
        self._show()

    def _show(self) -> None:
        scene, language = self.scene, self.content_language
        rows = [
            (spot.id, f"{number}   {spot.card.title.in_(language)}", f"{spot.id} · {', '.join(spot.requirements)}")
            for number, spot in enumerate(scene.hotspots, 1)
        ]
        self.points.show_rows(rows, self.chosen)
        self.tree.show_spots(scene.hotspots, language)
        self.views.show_rows([(view.id, _named(view, language), view.id) for view in scene.viewpoints], self.chosen_view)
        self.form.show_spot(self.spot)
        named = [(view.id, _named(view, language)) for view in scene.viewpoints]
        self.view_choice.show_views(named, self.spot.viewpoint if self.spot else None, enabled=self.spot is not None)
        self.requirements.show_bound(self.spot.requirements if self.spot else None, language)
        self.preview.show_spot(scene, self.chosen, language)
        self.coverage.show_scene(scene, language)
        self.slow.ask(scene)
        self._show_problems()
        self.pins.show_scene(scene, self.form.language, self.chosen)
        self._refresh_acts()

    def _show_problems(self) -> None:
        self.problems.show_complaints(complaints(self.scene, self.register, (*self.flaws(self.scene), *self.slow.flaws)))

    def _refresh_acts(self, *_: object) -> None:
        refresh(self.acts, ACTS, self.has)
        self.setWindowTitle(self.tr("{scene}[*] – Clerk's studio").format(scene=self.scene.title.in_(self.languages.current)))
        self.setWindowModified(not self.document.saved)
        state = self.tr("Everything saved") if self.document.saved else self.tr("Not saved yet")
        self.saved_label.setText(state if self.document.writable else self.tr("To look at only"))
        self.saved_label.setStyleSheet(f"color: {self.look.color('met' if self.document.saved else 'to_confirm').name()};")

    def has(self, need: str) -> bool:
        """Tell whether what an act needs is there (see `actions.NEEDS`)."""
        history = self.document.history
        facts: dict[str, Callable[[], bool]] = {
            "changes": lambda: not self.document.saved,
            "writable": lambda: self.document.writable,
            "versions": lambda: bool(versions(self.document.folder)),
            "undo": history.canUndo,
            "redo": history.canRedo,
            "point": lambda: self.chosen is not None,
            "points": lambda: bool(self.scene.hotspots),
            "viewpoint": lambda: self.chosen_view is not None,
            "unused-viewpoint": lambda: self.chosen_view is not None and not edits.is_needed(self.scene, self.chosen_view),
            "inside": lambda: self.stage.stage.view == "inside",
        }
        return facts[need]()

    # -- what hands do ---------------------------------------------------------------------------------------
    def _hit(self, hit: Hit) -> None:
        if self.acts["place"].isChecked():
            self.place_on(hit)

    def _drag_to(self, spot_id: str, at: QPointF) -> None:
        if hit := self.stage.stage.pick(at.x(), at.y()):
            self.document.change(self.tr("Move key point"), edits.move(self.scene, spot_id, hit), f"drag-{self._drag}")

    def _drop(self, _spot_id: str) -> None:
        self._drag += 1

    def _write(self, field: edits.Field, language: str, words: str, stay: int) -> None:
        if not self.chosen:
            return
        scene = edits.write(self.scene, self.chosen, field, language, words)
        if scene is None:
            self.form.refuse()
        else:
            self.document.change(self.tr("Write card"), scene, f"write-{self.chosen}-{field}-{language}-{stay}")

    def _bind(self, requirement_id: str, on: bool) -> None:
        if self.chosen:
            words = self.tr("Choose requirement") if on else self.tr("Drop requirement")
            self.document.change(words, edits.bind(self.scene, self.chosen, requirement_id, bound=on))

    def _see_from(self, viewpoint_id: str) -> None:
        if self.chosen:
            self.document.change(self.tr("Choose viewpoint"), edits.see_from(self.scene, self.chosen, viewpoint_id or None))

    def _rename_view(self, viewpoint_id: str, words: str) -> None:
        scene = edits.name_view(self.scene, viewpoint_id, self.content_language, words)
        if scene is None or not self.document.change(self.tr("Name viewpoint"), scene):
            self._show()

    def _view_changed(self, _view: str) -> None:
        self.pins.place()
        self._refresh_acts()

    # -- the window ------------------------------------------------------------------------------------------
    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "saved_label"):
            self._retranslate()
            self.form.open_page(self.languages.current)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep tool bar and hint fitting."""
        super().resizeEvent(event)
        desk.fit_bar(self)
        self.lay_hint()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, then let go of the stage."""
        answer = "discard" if self.document.saved else self.ask()
        if answer == "cancel" or (answer == "save" and not self.save()):
            event.ignore()
            return
        self.autosave.end()
        self.leaving.emit()
        self.slow.end()
        self.coverage.end()
        self.document.history.blockSignals(True)  # it clears itself when it goes, and nobody is left to be told
        self.stage.shut()
        event.accept()

    def _retranslate(self) -> None:
        for name, menu in self._menus.items():
            menu.setTitle(said(MENUS[name]))
        for name, words in desk.titles().items():
            self.docks[name].setWindowTitle(words)
        self.points.setAccessibleName(self.docks["points"].windowTitle())
        self.views.setAccessibleName(self.docks["views"].windowTitle())
        self.problems.setAccessibleName(self.docks["problems"].windowTitle())
        self.stage.setAccessibleName(QCoreApplication.translate("Desk", "The premises"))
        self.history_view.setEmptyLabel(self.tr("As opened"))
        for part in (self.form, self.requirements, self.view_choice, self.preview, self.tree, self.coverage):
            part.retranslate()
        self._show()
        desk.fit_bar(self)


def _named(view: Viewpoint, language: str) -> str:
    return view.title.in_(language) if view.title else view.id
