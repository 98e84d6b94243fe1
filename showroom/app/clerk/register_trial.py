"""What is a decision tried on, and what comes of it? Validation, the premises that come with the program, and the row's examples.

All of it runs in a thread and touches no widget.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from showroom.domain.errors import Problem
from showroom.domain.permit import Permit, Requirement
from showroom.domain.text import Text
from showroom.register.overlay import Wishes, settled
from showroom.register.overlay_file import OverlayFile, Stamp, problems_of
from showroom.register.turns import Outlook, Premises, TriedExample, outlook, try_examples


@dataclass(frozen=True)
class InHand:
    """What the window is opened on: the register's folder, its permits with all their rows, a district, and premises to try on."""

    folder: Path
    permits: tuple[Permit, ...]
    file: OverlayFile
    premises: tuple[Premises, ...]


@dataclass(frozen=True)
class Trial:
    """What a trial found: the mistakes the file would have, else what turns and how the examples of the row come out."""

    problems: tuple[Problem, ...]
    outlook: Outlook | None = None
    examples: tuple[TriedExample, ...] = ()


def tried(
    held: InHand,
    file: OverlayFile,
    wishes: Wishes,
    row: Requirement,
    permit: Permit,
    day: date,
    tell: Callable[[int, int], bool],
) -> Trial:
    """Return what a trial of the wishes finds, with the examples of `row`; `tell(done, all)` hears of progress.

    Raises:
        InputError: premises cannot be read.
    """
    stamp = Stamp("WL", datetime.now().astimezone(), Text.of("试", "trial"))
    if wishes and (problems := problems_of(file, wishes, stamp)):
        return Trial(problems)
    after = settled(file.district, wishes, stamp.by, stamp.why, day)
    found = outlook(held.permits, held.premises, file.district, after, wishes, day, tell)
    return Trial((), found, try_examples(held.folder, row, permit, file.district, after))
