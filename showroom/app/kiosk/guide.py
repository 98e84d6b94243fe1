"""Who leads the tour? The guide: it follows the player, flies the camera to each stop, and keeps the visit's walk in step."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from showroom.app.kiosk.catalogue import Exhibit
from showroom.app.kiosk.chapters import STOP
from showroom.app.kiosk.framing import standing_at
from showroom.app.kiosk.quiz import begun
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.tour_player import SPEEDS, TourPlayer
from showroom.app.kiosk.visit import Motion
from showroom.app.theme import Look
from showroom.app.widgets.stage_widget import StageWidget
from showroom.domain.permit import Permit
from showroom.view.stage import Pose

_TICK = 120


class Guide(QObject):
    """Leads one tour, if the scene has one for the permit."""

    caption = Signal(str)
    silent = Signal(bool)
    progressed = Signal(float)

    def __init__(
        self,
        surroundings: Surroundings,
        look: Look,
        permit: Permit,
        exhibit: Exhibit,
        stage_widget: StageWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._around, self._look, self._exhibit, self._widget = surroundings, look, exhibit, stage_widget
        self._permit = permit
        self.tour = exhibit.tour(permit)
        self.player: TourPlayer | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)
        self._watch = QElapsedTimer()

    @property
    def count(self) -> int:
        """How many stops the tour has."""
        return len(self.tour.stops) if self.tour is not None else 0

    def spots_of_stop(self) -> tuple[str, ...]:
        """Return the key points of the stop the visitor is at, while a tour is on."""
        walk = self._around.holder.visit.walk
        if self.tour is None or walk.motion == "stopped":
            return ()
        return self.tour.stops[walk.stop].hotspots

    def resume(self) -> None:
        """Take up a tour that was on when the page was built anew."""
        walk = self._around.holder.visit.walk
        if self.tour is None or walk.motion == "stopped":
            return
        player = self._ready()
        if walk.motion == "playing":
            self._play(player, walk.stop)
        else:
            player.stand_at(walk.stop)

    def act(self, what: str) -> None:
        """Do what a button of the tour's bar or its list of stops asks."""
        if what.startswith(STOP):
            self._go_to(int(what.removeprefix(STOP)))
            return
        holder = self._around.holder
        acts: dict[str, Callable[[], None]] = {
            "tour": self._begin,
            "toggle": self._toggle,
            "previous": lambda: self._move(-1),
            "next": lambda: self._move(1),
            "speed": self._change_speed,
            "chapters": lambda: holder.walk(chapters=not holder.visit.walk.chapters, hotspot=None, listed=None, tools=False),
            "end": self._end,
            "list": lambda: holder.walk(listed=(), hotspot=None),
        }
        acts[what]()

    def advance(self, milliseconds: int) -> None:
        """Let the tour's time pass."""
        if self.player is not None:
            self.player.advance(milliseconds)
            self.progressed.emit(self.player.progress if self.player.playing else 0.0)

    def hold(self) -> None:
        """Pause the player."""
        self._timer.stop()
        if self.player is not None:
            self.player.hold()

    def close(self) -> None:
        """Be silent and stand still."""
        self._timer.stop()
        if self.player is not None:
            self.player.stop()

    # -- within ----------------------------------------------------------------------------------------------
    def _ready(self) -> TourPlayer:
        assert self.tour is not None
        if self.player is None:
            pace = 0.85 if self._look.large_print else 1.0
            self.player = TourPlayer(
                self.tour.stops, self._around.make_voice(), self._around.language, self._exhibit.file, pace=pace, parent=self
            )
            self.player.set_speed(self._around.holder.visit.walk.speed)
            self.player.stopped_at.connect(self._arrived_at)
            self.player.caption.connect(self.caption)
            self.player.silent.connect(self.silent)
            self.player.ended.connect(self._finish)
        return self.player

    def _play(self, player: TourPlayer, index: int | None) -> None:
        self._around.speech.stop()
        player.play(index)
        if self._around.clock_runs:
            self._watch.start()
            self._timer.start()

    def _tick(self) -> None:
        self.advance(min(500, int(self._watch.restart())))

    def _begin(self) -> None:
        self._around.holder.walk(motion="playing", stop=0, hotspot=None, listed=None, quiz=None, view="inside")
        self._widget.set_view("inside")
        self._play(self._ready(), 0)

    def _toggle(self) -> None:
        player = self._ready()
        motion: Motion = "paused" if player.playing else "playing"
        self._around.holder.walk(motion=motion, **({"hotspot": None, "listed": None} if motion == "playing" else {}))
        if motion == "playing":
            self._play(player, None)

    def _move(self, steps: int) -> None:
        self._around.holder.walk(hotspot=None, listed=None)
        self._ready().move(steps)

    def _go_to(self, index: int) -> None:
        """Tell a stop chosen from the list."""
        self._around.holder.walk(motion="playing", stop=index, hotspot=None, listed=None)
        self._play(self._ready(), index)

    def _change_speed(self) -> None:
        """Take the next speed, and the slowest after the fastest."""
        now = self._around.holder.visit.walk.speed
        speed = next((speed for speed in SPEEDS if speed > now), SPEEDS[0])
        self._ready().set_speed(speed)
        self._around.holder.walk(speed=speed)

    def _end(self) -> None:
        self._timer.stop()
        if self.player is not None:
            self.player.stop()
        self._around.holder.walk(motion="stopped", stop=0, chapters=False)

    def _finish(self) -> None:
        """Ask the quiz's questions after the last stop, where the scene has any."""
        self._end()
        walk = self._around.holder.visit.walk
        changes = begun(self._exhibit.quiz(self._permit), walk, self._around.today())
        if changes:
            self._around.holder.walk(**changes)

    def _arrived_at(self, index: int) -> None:
        assert self.tour is not None
        self._around.holder.walk(stop=index)
        view = self._exhibit.scene.viewpoint(self.tour.stops[index].viewpoint)
        premises = self._around.premises
        pose = standing_at(view, premises) if premises is not None else Pose.looking(view.eye, view.look, view.field_of_view)
        self._widget.fly_to(pose, 2200 if self._look.large_print else 1400)
