"""What is said when a visitor walks into another part of the premises? The tour's own words for it, once a visit.

It never speaks into something: not while a card, list or tray is open, a tour is on, a tool is in the hand, or a text is read
aloud. Being carried by a flight is not entering, nor is the place where one was set down.
"""

import math
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget
from shapely.geometry import Point, Polygon

from showroom.app.kiosk.showing import Part, Showing
from showroom.app.kiosk.tour_player import TourPlayer
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, row
from showroom.domain.plan import Plan
from showroom.domain.scene import Scene, Stop, Tour, Zone
from showroom.modelling.storeys import floor_levels
from showroom.view.stage import Vector

SWITCH = "narration"
"""The tool that switches it on and off."""
_TICK = 120
_SETTLED = 900
"""Milliseconds one stays in a zone before it speaks: crossing a corner is not entering."""
_A_STEP = 0.05
"""Metres below which the eye has not moved: turning round is not walking."""


class ZoneMap:
    """Which zone is somewhere? Zones by the spaces they consist of."""

    def __init__(self, scene: Scene, plan: Plan) -> None:
        levels = floor_levels(plan)
        zone_of = {space: zone for zone in scene.zones for space in zone.spaces}
        self._areas = [
            (levels[storey.id], Polygon(space.outline, space.holes), zone_of[space.id])
            for storey in plan.storeys
            for space in storey.spaces
            if space.id in zone_of
        ]

    def at(self, place: Vector) -> Zone | None:
        """Return the zone at a place (metres, plan's axes; the height of an eye or a thing); `None` between zones."""
        x, y, z = place
        here = [(level, zone) for level, area, zone in self._areas if level <= z + 0.1 and area.contains(Point(x, y))]
        return max(here, key=lambda found: found[0])[1] if here else None


def words_of_zones(tour: Tour | None, scene: Scene, zones: ZoneMap) -> dict[str, Stop]:
    """Return what each zone says: the first stop of the tour told within it. Greeting and farewell are the tour's alone."""
    found: dict[str, Stop] = {}
    for stop in tour.stops[1:-1] if tour is not None else ():
        zone = zones.at(scene.viewpoint(stop.viewpoint).eye)
        if zone is not None:
            found.setdefault(zone.id, stop)
    return found


class RoomVoice(Part):
    """Lets the zones of the premises introduce themselves."""

    def __init__(self, showing: Showing) -> None:
        super().__init__(showing)
        scene = showing.exhibit.scene
        self.zones = ZoneMap(scene, showing.premises.plan)
        self.words = words_of_zones(showing.exhibit.tour(showing.permit), scene, self.zones)
        self.player: TourPlayer | None = None
        self._zone = self._zone_now()
        self._eye = showing.stage_widget.pose.eye
        self._stayed = 0
        self._carried = True
        self._panel = _RoomPanel(showing.look, showing.stage_widget)
        self._panel.silence.clicked.connect(self._switch_off)
        self._watch = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(lambda: self.advance(min(500, int(self._watch.restart()))))
        showing.surroundings.speech.changed.connect(self._hush_if_read)

    @property
    def widgets(self) -> Sequence[QWidget]:
        """The panel with the words."""
        return (self._panel,)

    @property
    def speaking(self) -> bool:
        """Whether a zone is being introduced."""
        return self.player is not None and self.player.playing

    # -- where the visitor is ----------------------------------------------------------------------------------
    def frame(self) -> None:
        """Notice that the visitor came into another zone."""
        eye = self.showing.stage_widget.pose.eye
        if math.dist(eye, self._eye) < _A_STEP:
            return
        self._eye = eye
        zone = self._zone_now()
        if zone is None or zone == self._zone:
            return
        self._zone, self._stayed = zone, 0
        self._carried = not self._free()
        if self.speaking:
            self.hush()
        if not self._carried and self._wants(zone):
            self._run()

    def follow(self, before: Walk | None, now: Walk) -> None:  # noqa: ARG002 - the visit is asked
        """Be silent as soon as the visitor turns to something else, and where they are set down."""
        if before is None:
            self._zone = self._zone_now()
        if before is None or not self._free():
            self._carried = True
            self.hush()

    def advance(self, milliseconds: int) -> None:
        """Let time pass: a zone speaks after the visitor has stayed a moment."""
        if self.speaking:
            assert self.player is not None
            self.player.advance(milliseconds)
            return
        self._stayed += milliseconds
        if self._carried or not self._free() or self._zone is None or not self._wants(self._zone):
            self._timer.stop()
        elif self._stayed >= _SETTLED:
            self._begin(self._zone)

    def _zone_now(self) -> Zone | None:
        if self.showing.walk.view != "inside":
            return None
        return self.zones.at(self.showing.stage_widget.pose.eye)

    def _free(self) -> bool:
        """Whether the visitor walks freely and nothing else is shown or said."""
        walk = self.showing.walk
        held = (walk.hotspot, walk.listed, walk.quiz, walk.tool, walk.measurement) != (None,) * 5
        busy = held or walk.tools or walk.rooms
        still = walk.motion == "stopped" and walk.view == "inside" and SWITCH in walk.switched
        return still and not busy and not self.showing.surroundings.speech.reading

    def _wants(self, zone: Zone) -> bool:
        return zone.id in self.words and zone.id not in self.showing.walk.heard

    # -- speaking ----------------------------------------------------------------------------------------------
    def _begin(self, zone: Zone) -> None:
        showing = self.showing
        self._carried = True  # said once: staying on says nothing more
        self._panel.show_zone(zone.title.in_(showing.language))
        player = TourPlayer(
            (self.words[zone.id],), showing.surroundings.make_voice(), showing.language, showing.exhibit.file, parent=self
        )
        player.caption.connect(self._say)
        player.silent.connect(self._panel.silent)
        player.ended.connect(self.hush)
        self.player = player
        player.set_speed(showing.walk.speed)
        player.play(0)
        showing.holder.walk(heard=showing.walk.heard | {zone.id})
        self._run()

    def hush(self) -> None:
        """Be silent and take the words away."""
        self._timer.stop()
        if self.player is not None:
            self.player.stop()
            self.player.deleteLater()
            self.player = None
        if not self._panel.isHidden():
            self._panel.hide()
            self.rearranged.emit()

    def _say(self, words: str) -> None:
        self._panel.say(words)
        self.rearranged.emit()

    def _hush_if_read(self) -> None:
        if self.showing.surroundings.speech.reading:
            self.hush()

    def _switch_off(self) -> None:
        self.showing.holder.walk(switched=self.showing.walk.switched - {SWITCH})

    def _run(self) -> None:
        if self.showing.surroundings.clock_runs and not self._timer.isActive():
            self._watch.start()
            self._timer.start()

    # -- the panel ---------------------------------------------------------------------------------------------
    def arrange(self, free: QRect, taken: Sequence[QRect]) -> None:
        """Put the words as low as they fit, off everything else; where there is no room for them they are only spoken."""
        wanted, look = self.speaking, self.showing.look
        edge, gap = look.px(24), look.px(16)
        wide = min(free.width() - 2 * edge, look.px(900))
        tall = self._panel.height_for(wide)
        box = QRect(free.center().x() - wide // 2, free.bottom() - edge - tall, wide, tall)
        while wanted and (over := [other.top() for other in taken if other.intersects(box)]):
            box.moveBottom(min(over) - gap)
            wanted = box.top() > free.top()
        self._panel.setGeometry(box)
        self._panel.setVisible(wanted)

    def close(self) -> None:
        """Be silent and go."""
        self.showing.surroundings.speech.changed.disconnect(self._hush_if_read)
        self._timer.stop()
        if self.player is not None:
            self.player.stop()
            self.player = None
        super().close()


class _RoomPanel(QFrame):
    """Where one is, what is said of it, and the button that makes all zones silent."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        self.setObjectName("room-words")
        self.setProperty("panel", "night")
        self._zone = label("", "eyebrow", name="room-zone")
        self.words = label("", "strong", name="room-caption")
        self.words.setStyleSheet("font-weight: 400;")
        self._note = QWidget()
        hint = label(self.tr("No sound here: please read along"), "caption", wrap=False)
        self._note.setLayout(row(icon_label(look, "sound-off", 22, "on_night"), hint, None, gap=look.px(8)))
        self.silence = TouchButton(look, icon="sound-off", kind="overlay", name=self.tr("Say nothing when I enter a room"))
        self.silence.setObjectName("room-silence")
        self.silence.setToolTip(self.silence.accessibleName())
        self._texts = column(self._zone, self.words, self._note, gap=look.px(4))
        line = row(self._texts, self.silence, gap=look.px(16), margins=self._margins())
        line.setStretch(0, 1)
        line.setAlignment(self.silence, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.hide()

    def _margins(self) -> tuple[int, int, int, int]:
        side, end = self.look.px(24), self.look.px(12)
        return side, end, end, end

    def show_zone(self, title: str) -> None:
        """Name the place."""
        self._zone.setText(title)

    def say(self, words: str) -> None:
        """Show a line."""
        self.words.setText(words)

    def silent(self, silent: bool) -> None:
        """Show or hide the note that nobody speaks."""
        self._note.setVisible(silent)

    def height_for(self, width: int) -> int:
        """Return the height needed at that width."""
        left, top, right, bottom = self._margins()
        inner = width - left - right - self.silence.sizeHint().width() - self.look.px(16)
        heights = [self._zone.heightForWidth(inner), self.words.heightForWidth(inner)]
        if not self._note.isHidden():
            heights.append(self._note.sizeHint().height())
        return max(sum(heights) + self.look.px(4) * (len(heights) - 1), self.silence.sizeHint().height()) + top + bottom

    def mousePressEvent(self, event: object) -> None:
        """Take presses beside the button."""
        event.accept()  # type: ignore[attr-defined]
