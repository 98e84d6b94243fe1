"""Which parts has the showroom beside its key points and its tour? One line each; the page asks them in this order."""

from collections.abc import Callable

from showroom.app.kiosk.showing import Part, Showing

PARTS: tuple[Callable[[Showing], Part], ...] = ()
