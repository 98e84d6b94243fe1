"""When is which frame drawn, and at what scale?

While things move, frames are drawn as large as they stay fluent; at rest once in full, then a few times more shifted by parts of a
pixel and averaged. Nothing at all is drawn when nothing changed. There is no clock and no window here: the caller tells the time.
"""

import math
from collections import deque
from dataclasses import dataclass

Budgets = tuple[tuple[float, float], ...]
"""Scales of moving frames, the largest first, each with the seconds it may take; the last is drawn whatever it takes."""
IN_SOFTWARE: Budgets = ((1.0, 0.004), (0.5, 0.025), (1.0 / 3.0, math.inf))
"""The processor draws: a whole frame only where it is next to nothing, else half of it, which leaves time for all the rest."""
ON_A_CARD: Budgets = ((1.0, 0.014), (0.75, 0.014), (0.5, 0.025), (1.0 / 3.0, math.inf))
STILL = 0.080
"""Seconds without a movement after which the eye rests."""
SAMPLES = 8
SHOWN_AFTER = (1, 2, 4, 8)
"""How many averaged frames make a picture worth showing."""
_FIXED = 0.4
"""The part of a whole frame's time that is spent on corners and calls and does not shrink with the picture."""
_REMEMBERED = 3
"""Frames whose median tells what the next will take: one hiccup changes nothing, and nothing is believed for long."""


@dataclass(frozen=True)
class Frame:
    """A frame to draw now: its scale, and which sample of the resting picture it is (0 the plain frame)."""

    scale: float
    sample: int = 0

    @property
    def shown(self) -> bool:
        """Whether the picture on the screen is to be replaced after it."""
        return self.scale < 1.0 or self.sample + 1 in SHOWN_AFTER


@dataclass(frozen=True)
class Wait:
    """Nothing to draw now; ask again in so many seconds."""

    seconds: float


class Pace:
    """Decides frame by frame. `budgets` are what moving frames may take, `samples` how many frames make the resting picture."""

    def __init__(self, budgets: Budgets = IN_SOFTWARE, *, samples: int = SAMPLES) -> None:
        self._budgets, self._samples = budgets, samples
        self._moved_at: float | None = None
        self._dirty = False
        self._next_sample = samples
        self._whole: deque[float] = deque(maxlen=_REMEMBERED)

    @property
    def scale(self) -> float:
        """The scale at which the next moving frame would be drawn: the largest that is expected to fit."""
        if not self._whole:
            return self._budgets[0][0]
        whole = sorted(self._whole)[(len(self._whole) - 1) // 2]
        return next((scale for scale, fits in self._budgets if whole * _share(scale) <= fits), self._budgets[-1][0])

    def changed(self, now: float, *, moving: bool) -> None:
        """Say that what is shown is out of date; `moving` where more changes are about to follow."""
        self._dirty = True
        self._next_sample = 0
        self._moved_at = now if moving else self._moved_at

    def rest(self) -> None:
        """Say that the movement has ended: the full picture need not wait."""
        self._moved_at = None

    def due(self, now: float) -> Frame | Wait | None:
        """Return what to do at this time: draw a frame, wait, or nothing until something changes."""
        moving = self._moved_at is not None and now - self._moved_at < STILL
        if moving and self._dirty:
            return Frame(self.scale)
        if moving and self._moved_at is not None:
            return Wait(max(STILL - (now - self._moved_at), 0.001))
        self._moved_at = None
        if self._next_sample < self._samples:
            return Frame(1.0, self._next_sample)
        return None

    def drawn(self, frame: Frame, seconds: float) -> None:
        """Say that `frame` was drawn and how long it took."""
        self._dirty = False
        if frame.scale >= 1.0:
            self._next_sample = frame.sample + 1
        if frame.sample == 0:
            self._whole.append(seconds / _share(frame.scale))


def _share(scale: float) -> float:
    """The share of a whole frame's time one of this scale takes."""
    return _FIXED + (1.0 - _FIXED) * scale**2


def shifts(count: int) -> list[tuple[float, float]]:
    """Return `count` shifts within ±½ pixel, evenly spread (van der Corput in bases 2 and 3), the first of them none."""
    found = [(_corput(index, 2) - 0.5, _corput(index, 3) - 0.5) for index in range(1, count)]
    return [(0.0, 0.0), *found]


def _corput(index: int, base: int) -> float:
    value, part = 0.0, 1.0
    while index:
        part /= base
        index, digit = divmod(index, base)
        value += digit * part
    return value
