"""What does every screen look like now? Pictures of all of them, from one running window a look: `make screens` → `out/screens/`.

One line of `SCREENS` a screen: its name, how the kiosk gets there, and the looks it is taken in beyond the first. Names after
`--only` take some; what cannot be reached is named at the end and the script fails, so that a screen that went away is noticed.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from showroom import home
from showroom.app.i18n import Languages
from showroom.app.kiosk.catalogue import Catalogue
from showroom.app.kiosk.quiz import begin
from showroom.app.kiosk.room_voice import RoomVoice
from showroom.app.kiosk.sifting import Sieve
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Comfort, Looking, Stood, Visit, VisitHolder
from showroom.app.kiosk.voice import SilentVoice
from showroom.app.kiosk.window import KioskWindow
from showroom.app.kiosk_config import KioskConfig
from showroom.app.theme import font_family
from showroom.app.widgets.stage_widget import StageWidget
from showroom.reports.my_list import requirement_marks

SCENE, PERMIT = "hot-food-shop", "food-catering"
FAULTY = home.scenes() / SCENE / "variants" / "faulty.plan.yaml"
CARD = "kitchen-basin"


@dataclass(frozen=True)
class LookAt:
    """A screen's size, language and comfort."""

    size: tuple[int, int] = (1920, 1080)
    language: str = "zh_CN"
    large_print: bool = False
    high_contrast: bool = False


LOOKS: dict[str, LookAt] = {
    "zh": LookAt(),
    "en": LookAt(language="en"),
    "portrait": LookAt(size=(1080, 1920)),
    "large": LookAt(size=(1080, 1920), large_print=True),
    "wide-large": LookAt(language="en", large_print=True),
    "contrast": LookAt(high_contrast=True),
}
"""Every screen is taken in the first; a selection in the others."""


class Kiosk:
    """A kiosk that is led through its screens."""

    def __init__(self, window: KioskWindow) -> None:
        self.window = window
        self.holder = window.surroundings.holder

    def go(self, **changes: Any) -> None:
        """Change the visit and let the window follow."""
        self.holder.revise(**changes)
        settle(0.5)

    def show(self, permit: str = PERMIT, scene: str = SCENE) -> None:
        """Open the sample premises."""
        self.go(page="showroom", permit_id=permit, scene_id=scene)
        settle(90, lambda: getattr(self.window.page, "overlays", None) is not None)
        settle(1.5)

    def act(self, *acts: str) -> None:
        """Press buttons of the showroom's bar or tray."""
        for act in acts:
            self.window.page._ask(act)
            settle(0.6)

    def walk(self, **changes: Any) -> None:
        """Change where the visitor is in the showroom."""
        self.holder.walk(**changes)
        settle(2.5)

    def see(self, viewpoint: str) -> None:
        """Bring the eye to a viewpoint of the scene."""
        from showroom.view.stage import Pose

        view = self.window.page.exhibit.scene.viewpoint(viewpoint)
        self.window.stage_widget.fly_to(Pose.looking(view.eye, view.look, view.field_of_view), 0)
        settle(1)

    def enter(self) -> None:
        """Walk into another part of the premises and let it introduce itself."""
        self.show()
        part = next(part for part in self.window.page.parts if isinstance(part, RoomVoice))
        here = part.zones.at(self.window.stage_widget.pose.eye)
        self.see(next(stop.viewpoint for zone, stop in part.words.items() if here is None or zone != here.id))
        settle(2)

    def check(self) -> None:
        """Take the faulty plan through the check."""
        self.go(page="plans", permit_id=PERMIT)
        self.window.page.take(FAULTY)
        settle(0.5)
        self.window.page.start()
        settle(90, lambda: self.holder.visit.page == "result")
        settle(0.8)

    def finding(self) -> None:
        """Open the first finding that has a place on the plan."""
        self.check()
        line = next(line for line in self.window.page.lines if line.finding.geometry is not None)
        self.holder.own(finding=line.index)
        settle(0.8)

    def quiz(self, answers: int) -> None:
        """Begin the quiz and answer so many questions; the last answer stays explained."""
        self.show()
        begin(self.window.page.showing)
        settle(0.6)
        for number in range(answers):
            dock = self.window.page.overlays.dock
            if number:
                dock.go_on()
                settle(0.4)
            dock.choose(0)
            settle(2.5)

    def mark(self) -> None:
        """Put a few requirements on the list."""
        rows = self.window.surroundings.catalogue.permit(PERMIT).requirements[:6]
        self.holder.revise(permit_id=PERMIT, marked=requirement_marks(PERMIT, [row.id for row in rows]))

    def measure(self) -> None:
        """Measure along the counter seen from the entrance."""
        self.show()
        self.act("measure")
        middle, widget = self.window.stage_widget.rect().center(), self.window.stage_widget
        for dx, dy in ((-200, 120), (220, 150)):
            hit = widget.stage.pick(middle.x() + dx, middle.y() + dy)
            if hit is not None:
                self.window.page._hit(hit)
            settle(0.5)
        settle(1)

    def stand(self, kind: str) -> None:
        """Set a figure down in the dining room."""
        self.show()
        plan = self.window.page.showing.premises.plan
        eye = self.window.page.exhibit.scene.viewpoints[0]
        x, y = ((2 * e + 3 * a) / 5 for e, a in zip(eye.eye[:2], eye.look[:2], strict=True))
        self.walk(stood=(Stood(kind, x, y, 120.0, plan.storeys[0].id),), tool=kind)


@dataclass(frozen=True)
class Screen:
    """A screen: what it is called, how the kiosk gets there, and the looks it is taken in beyond the first."""

    name: str
    reach: Callable[[Kiosk], object]
    looks: tuple[str, ...] = field(default=())


ALL = tuple(LOOKS)[1:]
SOME = ("en", "large")
SCREENS: tuple[Screen, ...] = (
    Screen("attract", lambda k: k.go(page="attract"), ("portrait",)),
    Screen("lobby", lambda k: k.go(page="lobby"), ALL),
    Screen("help", lambda k: k.go(help_open=True), SOME),
    Screen("call-staff", lambda k: k.go(clerk="wave")),
    Screen("idle-warning", lambda k: k.window.attendance._ask(), ("large",)),
    Screen("search", lambda k: k.go(page="search", looking=Looking(typed="洗手")), SOME),
    Screen("not-sure-which", lambda k: k.go(page="guidance"), SOME),
    Screen("permit", lambda k: k.go(page="permit", permit_id=PERMIT), ALL),
    Screen("permit-documents", lambda k: k.go(page="permit", permit_id=PERMIT, part="documents")),
    Screen("permit-procedure", lambda k: k.go(page="permit", permit_id=PERMIT, part="procedure")),
    Screen("permit-requirements", lambda k: k.go(page="permit", permit_id=PERMIT, part="requirements"), ("large",)),
    Screen("read-aloud", lambda k: (k.go(page="permit", permit_id=PERMIT), k.window.read_aloud.toggle()), SOME),
    Screen("plans", lambda k: k.go(page="plans", permit_id=PERMIT), SOME),
    Screen("questions", lambda k: (k.go(page="plans", permit_id=PERMIT), k.window.page.take(FAULTY)), ("large",)),
    Screen("result", lambda k: k.check(), ALL),
    Screen("finding", lambda k: k.finding(), SOME),
    Screen("showroom", lambda k: k.show(), ALL),
    Screen("showroom-eatery", lambda k: k.show("small-catering", "small-eatery")),
    Screen("showroom-clinic", lambda k: k.show("animal-clinic", "animal-clinic")),
    Screen("showroom-school", lambda k: k.show("arts-training", "arts-school")),
    Screen("dollhouse", lambda k: (k.show(), k.window.page._choose_view("dollhouse")), ("portrait",)),
    Screen("plan", lambda k: (k.show(), k.window.page._choose_view("plan")), ("portrait",)),
    Screen("panorama", lambda k: (k.show(), k.window.page._choose_view("panorama"))),
    Screen("card", lambda k: (k.show(), k.walk(hotspot=CARD)), ALL),
    Screen("list", lambda k: (k.show(), k.walk(listed=())), SOME),
    Screen("list-sifting", lambda k: (k.show(), k.walk(listed=(), facet="zone")), SOME),
    Screen("list-empty", lambda k: (k.show(), k.walk(listed=(), sifted=Sieve(zone="service", kind="procedure")))),
    Screen("card-in-plan", lambda k: (k.show(), k.walk(hotspot=CARD), k.window.page._choose_view("plan")), ("portrait",)),
    Screen("zones", lambda k: (k.show(), k.walk(switched=k.holder.visit.walk.switched | {"zones"})), ALL),
    Screen("tools", lambda k: (k.show(), k.act("tools")), SOME),
    Screen("section", lambda k: (k.show(), k.act("section"))),
    Screen("ceiling-off", lambda k: (k.show(), k.walk(switched=k.holder.visit.walk.switched | {"ceiling"}))),
    Screen("rooms", lambda k: (k.show(), k.walk(rooms=True)), ("large",)),
    Screen("room-speaks", lambda k: k.enter(), ("large",)),
    Screen("measuring", lambda k: k.measure(), ("portrait",)),
    Screen("person", lambda k: k.stand("person")),
    Screen("wheelchair", lambda k: k.stand("wheelchair"), ("large",)),
    Screen("tour", lambda k: (k.show(), k.act("tour"), settle(2)), ALL),
    Screen("tour-stops", lambda k: (k.show(), k.act("tour", "chapters", "speed")), SOME),
    Screen("quiz", lambda k: k.quiz(0), SOME),
    Screen("quiz-answer", lambda k: k.quiz(1), SOME),
    Screen("quiz-end", lambda k: (k.quiz(3), k.window.page.overlays.dock.go_on())),
    Screen("my-list", lambda k: (k.mark(), k.go(page="list")), SOME),
    Screen("take-away", lambda k: (k.mark(), k.go(page="takeaway")), SOME),
    Screen("rating", lambda k: k.go(page="rating"), ("large",)),
)


def settle(seconds: float, until: Callable[[], bool] = lambda: False) -> None:
    """Let the window live for so long, or until what is waited for has come."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.01)


def keep(widget: QWidget, path: Path, width: int) -> None:
    """Save what the widget shows as a JPEG of this width."""
    save(widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888), path, width)


def save(picture: QImage, path: Path, width: int) -> None:
    """Save a picture as a JPEG of this width, finely scaled."""
    rows = picture.bytesPerLine()
    shown = Image.frombuffer("RGB", (picture.width(), picture.height()), bytes(picture.constBits()), "raw", "RGB", rows, 1)
    shown.resize((width, round(width * shown.height / shown.width)), Image.Resampling.LANCZOS).save(path, quality=86)
    sys.stderr.write(f"{path}\n")


@contextmanager
def kiosk(look: LookAt) -> Iterator[Kiosk]:
    """Open a kiosk in this look, silent, for as long as it is wanted."""
    with tempfile.TemporaryDirectory() as saved:
        config = KioskConfig(language=look.language, windowed=True, keyboard=True, save_folder=Path(saved), drive_folders=())
        holder = VisitHolder(Visit(comfort=Comfort(look.language, look.large_print, look.high_contrast)))
        languages = Languages(look.language)
        window = KioskWindow(Surroundings(config, Catalogue.read(), holder, languages, make_voice=SilentVoice), StageWidget())
        window.resize(*look.size)
        window.show()
        settle(0.5)
        yield Kiosk(window)
        window.close()
        languages.close()
        window.deleteLater()
        settle(0.5)


def take(folder: Path, name: str, look: LookAt, screens: tuple[Screen, ...], *, width: int | None = None) -> list[str]:
    """Take these screens in one look into `folder`; return what could not be reached, in words."""
    lost = []
    with kiosk(look) as led:
        for screen in screens:
            led.holder.reset()
            led.window.attendance.presence.stay()
            settle(0.3)
            try:
                screen.reach(led)
            except (AttributeError, KeyError, LookupError, StopIteration, TypeError, ValueError) as error:
                lost.append(f"{screen.name} ({name}): {type(error).__name__}: {error}")
                continue
            settle(1)
            keep(led.window, folder / f"{screen.name}-{name}.jpg", width or look.size[0])
    return lost


def main() -> int:
    """Take every screen in every look asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path, nargs="?", default=Path("out/screens"))
    asked.add_argument("--only", nargs="*", default=(), help="names of screens")
    asked.add_argument("--look", nargs="*", default=(), choices=LOOKS, help="names of looks")
    wanted = asked.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    font_family()
    lost: list[str] = []
    for name, look in LOOKS.items():
        chosen = (one for one in SCREENS if name == "zh" or name in one.looks)
        screens = tuple(one for one in chosen if not wanted.only or one.name in wanted.only)
        if screens and (not wanted.look or name in wanted.look):
            lost += take(wanted.folder, name, look, screens)
    application.quit()
    return told(lost)


def told(lost: list[str]) -> int:
    """Say what could not be reached; return the exit status."""
    for line in lost:
        sys.stderr.write(f"not reached: {line}\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
