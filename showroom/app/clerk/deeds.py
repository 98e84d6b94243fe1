"""What does each act of the table do? One method for every act, on a window that knows what is chosen.

A deed asks `edits` for a new scene and hands it to the document; showing the result is the window's business.
"""

import math
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QMessageBox

from showroom.app.clerk import edits
from showroom.app.clerk.autosave import Autosave
from showroom.app.clerk.card_form import CardForm
from showroom.app.clerk.counts_page import CountsPage
from showroom.app.clerk.key_sheet import KeySheet
from showroom.app.clerk.poses import pose_before, pose_of
from showroom.app.clerk.requirement_list import RequirementList
from showroom.app.clerk.things import Thing
from showroom.app.clerk.version_choice import VersionChoice
from showroom.app.document import SceneDocument
from showroom.app.i18n import NAMES, Languages
from showroom.app.kiosk.counts import FOLDER
from showroom.app.kiosk_config import KioskConfig
from showroom.app.kiosk_file import read_config
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.errors import InputError
from showroom.domain.permit import Requirement
from showroom.domain.scene import Hotspot, Scene
from showroom.view.stage import Hit, Pose, View

SEEING_DISTANCE = 2.0
"""Metres from which a thing is seen best: whole, and large."""
FLIGHT = 700
"""Milliseconds of a flight to a key point or viewpoint."""


class Deeds(QMainWindow):
    """A window with the studio's parts, and the acts done on them."""

    document: SceneDocument
    autosave: Autosave
    stage: StageWidget
    languages: Languages
    look: Look
    register: Mapping[str, Requirement]
    form: CardForm
    requirements: RequirementList
    docks: dict[str, QDockWidget]
    acts: dict[str, QAction]
    hint: QLabel
    awaited: str | None
    """The requirement the next key point placed is to stand for."""
    chosen: str | None
    """The chosen key point's id."""
    chosen_view: str | None
    """The chosen viewpoint's id."""

    @property
    def scene(self) -> Scene:
        """The scene as it is now."""
        return self.document.scene

    def choose(self, spot_id: str | None, *, look: bool = False) -> None:
        """Choose a key point (or none); with `look`, bring the eye to where it is seen."""
        raise NotImplementedError

    def save(self) -> bool:
        """Write the scene; tell why where it cannot be written."""
        try:
            self.document.save()
        except InputError as error:
            QMessageBox.warning(self, self.tr("Not saved"), "\n".join(map(str, error.problems)))
            return False
        self.statusBar().showMessage(self.tr("Saved to {path}").format(path=self.document.folder / "scene.yaml"), 6000)
        return True

    def restore_version(self) -> None:
        """Let the clerk choose an earlier version of the scene, and show it."""
        self.autosave.before_risk()
        choice = self.version_choice()
        if choice.exec() and choice.scene is not None:
            self.document.change(self.tr("Restore an earlier version"), choice.scene)

    def version_choice(self) -> VersionChoice:
        """Return the list of the earlier versions."""
        return VersionChoice(self, self.document.folder, self.look)

    def bring_back(self, scene: Scene) -> None:
        """Show work that was never saved, as one step."""
        self.document.change(self.tr("Bring unsaved work back"), scene)

    def tell_look_only(self) -> None:
        """Say why nothing was changed, and show the scene as it is."""
        self.statusBar().showMessage(self.tr("The scene is open to look at only: another clerk is editing it."), 6000)
        self.choose(self.chosen)

    def tell_not_kept(self, reason: str) -> None:
        """Say that unsaved work could not be kept aside."""
        self.statusBar().showMessage(self.tr("Unsaved work could not be kept: {reason}").format(reason=reason), 20_000)

    def undo(self) -> None:
        """Take the last step back."""
        self.document.history.undo()

    def redo(self) -> None:
        """Do the step taken back once more."""
        self.document.history.redo()

    def find_requirement(self) -> None:
        """Go to the search field of the register."""
        self.docks["requirements"].raise_()
        self.requirements.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.requirements.search.selectAll()

    def set_placing(self, on: bool) -> None:
        """Begin or end placing: while it is on, the next click on a surface sets a key point there."""
        self.acts["place"].setChecked(on)
        self.awaited = None
        self.stage.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)
        self.hint.setText(self.tr("Click the thing the key point speaks of · Esc ends"))
        self.hint.setVisible(on)
        self.lay_hint()
        self.hint.raise_()

    def place_in_middle(self) -> None:
        """Place a key point on what is in the middle of the view."""
        if hit := self.hit_in_middle():
            self.place_on(hit)

    def move_to_middle(self) -> None:
        """Move the chosen key point to what is in the middle of the view."""
        if self.chosen and (hit := self.hit_in_middle()):
            self.document.change(self.tr("Move key point"), edits.move(self.scene, self.chosen, hit))

    def delete_point(self) -> None:
        """Delete the chosen key point, in the tours too."""
        if self.chosen:
            self.autosave.write()
            self.document.change(self.tr("Delete key point"), edits.delete(self.scene, self.chosen))

    def move_earlier(self) -> None:
        """Give the chosen key point the number before its own."""
        self.shift_point(-1)

    def move_later(self) -> None:
        """Give the chosen key point the number after its own."""
        self.shift_point(1)

    def choose_previous(self) -> None:
        """Choose the key point before."""
        self.choose_beside(-1)

    def choose_next(self) -> None:
        """Choose the key point after."""
        self.choose_beside(1)

    def save_view(self) -> None:
        """Keep the present view as a viewpoint, and as the one the chosen key point is seen from."""
        scene, self.chosen_view = edits.add_view(self.scene, self.stage.pose, self.chosen)
        self.document.change(self.tr("Save view"), scene)

    def retake_view(self) -> None:
        """Let the chosen viewpoint be the present view."""
        if self.chosen_view:
            self.document.change(self.tr("Take viewpoint again"), edits.retake_view(self.scene, self.chosen_view, self.stage.pose))

    def go_to_view(self) -> None:
        """Fly to the chosen viewpoint."""
        if self.chosen_view:
            self.stage.fly_to(pose_of(self.scene.viewpoint(self.chosen_view)), FLIGHT)

    def delete_view(self) -> None:
        """Delete the chosen viewpoint."""
        if self.chosen_view and not edits.is_needed(self.scene, self.chosen_view):
            self.document.change(self.tr("Delete viewpoint"), edits.delete_view(self.scene, self.chosen_view))

    def view_inside(self) -> None:
        """See the premises from inside."""
        self.show_view("inside")

    def view_dollhouse(self) -> None:
        """See the premises from above, ceilings lifted off."""
        self.show_view("dollhouse")

    def view_plan(self) -> None:
        """See the premises straight from above."""
        self.show_view("plan")

    def switch_language(self) -> None:
        """Speak the next language."""
        names = list(NAMES)
        self.languages.choose(names[(names.index(self.languages.current) + 1) % len(names)])

    def show_counts(self) -> None:
        """Show what visitors of the kiosk looked at, and what was most often missing."""
        self.counts_page().exec()

    def counts_page(self) -> CountsPage:
        """Return the table of the kiosk's counts; where the hall's file has mistakes, of the usual folder."""
        try:
            config = read_config()
        except InputError:
            config = KioskConfig()
        today = datetime.now().astimezone().date
        return CountsPage(self, config.state / FOLDER, self.register, self.languages.current, today)

    def show_help(self) -> None:
        """Show every act with its keys."""
        KeySheet(self).exec()

    def place_on(self, hit: Hit) -> None:
        """Place a key point on what was hit, choose it and ask for its title."""
        scene, name = edits.place(self.scene, hit)
        if self.awaited is not None:
            scene = edits.bind(scene, name, self.awaited, bound=True)
        self.document.change(self.tr("Place key point"), scene)
        self.set_placing(False)
        self.choose(name)
        title = self.form.inputs["title", self.form.language]
        title.setFocus(Qt.FocusReason.OtherFocusReason)
        title.selectAll()

    def hit_in_middle(self) -> Hit | None:
        """Return what is in the middle of the view, or `None`."""
        return self.stage.stage.pick(self.stage.width() / 2, self.stage.height() / 2)

    def shift_point(self, by: int) -> None:
        """Move the chosen key point so many places later in the list."""
        if self.chosen:
            self.document.change(self.tr("Change order"), edits.shift(self.scene, self.chosen, by))

    def choose_beside(self, by: int) -> None:
        """Choose the key point so many places after the chosen one, round the end."""
        names = [spot.id for spot in self.scene.hotspots]
        if names:
            at = names.index(self.chosen) + by if self.chosen in names else (0 if by > 0 else -1)
            self.choose(names[at % len(names)], look=True)

    def look_at(self, spot: Hotspot) -> None:
        """Fly to where a key point is seen best."""
        if spot.viewpoint:
            self.stage.fly_to(pose_of(self.scene.viewpoint(spot.viewpoint)), FLIGHT)
        elif spot.anchor.position:
            self.stage.fly_to(pose_before(spot.anchor.position, spot.anchor), FLIGHT)

    def look_at_thing(self, thing: Thing) -> None:
        """Outline a thing and look at it from the viewpoint that is neither too near nor too far."""
        self.stage.stage.highlight(thing.nodes)
        near = min(self.scene.viewpoints, key=lambda view: abs(math.dist(view.eye, thing.middle) - SEEING_DISTANCE))
        self.stage.fly_to(Pose.looking(near.eye, thing.middle), FLIGHT)

    def show_view(self, view: View) -> None:
        """Change the view; placing ends."""
        self.set_placing(False)
        self.stage.set_view(view)

    def lay_hint(self) -> None:
        """Put the hint in the middle of the stage's upper edge."""
        self.hint.adjustSize()
        self.hint.move((self.stage.width() - self.hint.width()) // 2, self.look.px(20))
