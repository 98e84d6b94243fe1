"""What lies over the stage, and who hears its buttons? Radar, pad, views, tour bar, captions and signs of one showroom."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.card import Dock
from showroom.app.kiosk.guide import Guide
from showroom.app.kiosk.hand_bar import HandBar
from showroom.app.kiosk.hotspots import LeaderLine
from showroom.app.kiosk.measuring import MeasureBar, Measuring
from showroom.app.kiosk.panoramas import Panoramas, PanoramaSign
from showroom.app.kiosk.showing import Showing
from showroom.app.kiosk.stage_controls import Caption, MovePad, TourBar
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import Look
from showroom.app.widgets.plan_radar import PlanRadar
from showroom.app.widgets.segments import Segments
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.touch_button import TouchButton


@dataclass
class Overlays:
    """What lies over the stage once the premises are open."""

    radar: PlanRadar
    pad: MovePad
    views: Segments
    bar: TourBar
    caption: Caption
    leader: LeaderLine
    sign: PanoramaSign
    measuring: Measuring
    dock: Dock | None = None
    hand: HandBar | None = None
    """The bar of the tool in the visitor's hand."""

    @property
    def foot(self) -> TourBar | MeasureBar | HandBar:
        """What stands at the foot of the stage: the bar of what the visitor has in hand, else the tour's."""
        if self.measuring.active:
            return self.measuring.bar
        return self.hand or self.bar

    @property
    def all(self) -> list[QWidget]:
        """Every one of them, lowest first."""
        things = [
            self.leader,
            self.radar,
            self.pad,
            self.views,
            self.sign,
            self.bar,
            self.measuring.bar,
            self.hand,
            self.caption,
            self.dock,
        ]
        return [thing for thing in things if thing is not None]


def lay_over(showing: Showing, guide: Guide, panoramas: Panoramas) -> Overlays:
    """Make everything that lies over the stage."""
    look, over, plan = showing.look, showing.stage_widget, showing.premises.plan
    radar = PlanRadar(look, plan, parent=over)
    pad = MovePad(look, over)
    pad.moved.connect(over.step)
    pad.zoomed.connect(over.zoom)
    caption = Caption(look, over)
    guide.silent.connect(caption.silent)
    measuring = Measuring(look, over, plan, showing.holder)
    bar = tour_bar(showing, guide)
    views = _views(look, over, showing.walk, round_pictures=bool(panoramas.shots))
    return Overlays(radar, pad, views, bar, caption, LeaderLine(look, over), panoramas.sign, measuring)


def tour_bar(showing: Showing, guide: Guide) -> TourBar:
    """Return the bar for where the tour stands now."""
    walk = showing.walk
    points = len(showing.places)
    own = showing.exhibit.own is not None
    bar = TourBar(showing.look, showing.stage_widget, walk.motion, walk.stop, guide.count, points, speed=walk.speed, own=own)
    guide.progressed.connect(bar.show_progress)
    return bar


def take_focus_from(old: QWidget, new: QWidget) -> None:
    """Give the focus a button of `old` has to the button of that name in `new`, else to its first one."""
    focused = next((button for button in old.findChildren(TouchButton) if button.hasFocus()), None)
    if focused is None:
        return
    same = new.findChild(TouchButton, focused.objectName()) or new.findChild(TouchButton)
    if same is not None:
        same.setFocus(Qt.FocusReason.OtherFocusReason if focused.ringed else Qt.FocusReason.MouseFocusReason)


def _views(look: Look, over: StageWidget, walk: Walk, *, round_pictures: bool) -> Segments:
    choices = [
        ("inside", QCoreApplication.translate("ShowroomPage", "Inside"), "inside"),
        ("dollhouse", QCoreApplication.translate("ShowroomPage", "Model"), "dollhouse"),
        ("plan", QCoreApplication.translate("ShowroomPage", "Plan"), "plan"),
    ]
    if round_pictures:
        choices.insert(1, ("panorama", QCoreApplication.translate("ShowroomPage", "Panorama"), "panorama"))
    return Segments(look, choices, walk.view, name=QCoreApplication.translate("ShowroomPage", "View"), floating=True, parent=over)
