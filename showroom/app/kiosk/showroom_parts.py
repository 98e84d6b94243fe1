"""Which parts has the showroom beside its key points and its tour? One line each; the page asks them in this order."""

from collections.abc import Callable

from showroom.app.kiosk.cutting import Cutting
from showroom.app.kiosk.floors import Floors
from showroom.app.kiosk.ghosts import Ghosts
from showroom.app.kiosk.pointers import Pointers
from showroom.app.kiosk.quiz import Quiz
from showroom.app.kiosk.room_list import Rooms
from showroom.app.kiosk.room_voice import RoomVoice
from showroom.app.kiosk.showing import Part, Showing
from showroom.app.kiosk.zones import Zones

PARTS: tuple[Callable[[Showing], Part], ...] = (Zones, Pointers, Floors, Ghosts, Cutting, Rooms, Quiz, RoomVoice)
