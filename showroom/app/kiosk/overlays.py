"""What lies over the stage, and who hears its buttons? Radar, pad, views, tour bar, captions and signs of one showroom."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.card import Dock
from showroom.app.kiosk.guide import Guide
from showroom.app.kiosk.hotspots import LeaderLine
from showroom.app.kiosk.measuring import Measuring
from showroom.app.kiosk.panoramas import Panoramas, PanoramaSign
from showroom.app.kiosk.stage_controls import Caption, MovePad, TourBar
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import Look
from showroom.app.widgets.plan_radar import PlanRadar
from showroom.app.widgets.segments import Segments
from showroom.app.widgets.stage_widget import StageWidget
from showroom.app.widgets.touch_button import TouchButton
from showroom.domain.plan import Plan


@dataclass
class Overlays:
    """What lies over the stage once the premises are open."""

    radar: PlanRadar
    pad: MovePad
    views: Segments
    bar: TourBar
    caption: Caption
    leader: LeaderLine
    behind: TouchButton
    sign: PanoramaSign
    measuring: Measuring
    dock: Dock | None = None

    @property
    def all(self) -> list[QWidget]:
        """Every one of them, lowest first."""
        things = [
            self.leader,
            self.radar,
            self.pad,
            self.views,
            self.sign,
            self.behind,
            self.bar,
            self.measuring.bar,
            self.caption,
            self.dock,
        ]
        return [thing for thing in things if thing is not None]


def lay_over(look: Look, over: StageWidget, plan: Plan, guide: Guide, panoramas: Panoramas, walk: Walk, *, points: int) -> Overlays:
    """Make everything that lies over the stage of a scene with so many key points."""
    radar = PlanRadar(look, plan, parent=over)
    pad = MovePad(look, over)
    pad.moved.connect(over.step)
    caption = Caption(look, over)
    guide.silent.connect(caption.silent)
    measuring = Measuring(look, over, plan)
    bar = tour_bar(look, over, guide, walk, points, measuring)
    views = _views(look, over, walk, round_pictures=bool(panoramas.shots))
    return Overlays(radar, pad, views, bar, caption, LeaderLine(look, over), _behind(look, over), panoramas.sign, measuring)


def tour_bar(look: Look, over: StageWidget, guide: Guide, walk: Walk, points: int, measuring: Measuring) -> TourBar:
    """Return the bar for where the tour stands now."""
    bar = TourBar(look, over, walk.motion, walk.stop, guide.count, points)
    bar.asked.connect(lambda act: measuring.act(act) if act == "measure" else guide.act(act))
    guide.progressed.connect(bar.show_progress)
    return bar


def _views(look: Look, over: StageWidget, walk: Walk, *, round_pictures: bool) -> Segments:
    choices = [
        ("inside", QCoreApplication.translate("ShowroomPage", "Inside"), "inside"),
        ("dollhouse", QCoreApplication.translate("ShowroomPage", "Model"), "dollhouse"),
        ("plan", QCoreApplication.translate("ShowroomPage", "Plan"), "plan"),
    ]
    if round_pictures:
        choices.insert(1, ("panorama", QCoreApplication.translate("ShowroomPage", "Panorama"), "panorama"))
    return Segments(look, choices, walk.view, name=QCoreApplication.translate("ShowroomPage", "View"), floating=True, parent=over)


def _behind(look: Look, over: StageWidget) -> TouchButton:
    behind = TouchButton(look, "0", icon="behind", kind="overlay", parent=over)
    behind.setObjectName("behind")
    behind.clicked.connect(lambda: over.fly_to(over.pose.turned(180, 0), 700))
    return behind
