"""What begins before the command line is understood? The process that will read the drawing named: what takes longest."""

import atexit
import gc
import os
from collections.abc import Sequence
from pathlib import Path

_OF_ONE_PLAN = ("check", "checklist")


def begin(typed: Sequence[str]) -> None:
    """Get ready for the plan that a command of one plan is called with; `typed` is what follows the program's name."""
    if len(typed) > 1 and typed[0] in _OF_ONE_PLAN and Path(typed[1]).is_file():
        make_ready(Path(typed[1]))


def make_ready(plan: Path) -> None:
    """Let this program be one that checks a plan and ends, and start the process that will read it. Harmless when done twice."""
    if gc.isenabled():
        gc.disable()  # a check is over before there is garbage worth looking for
        atexit.register(gc.freeze)  # or the interpreter looks through everything for cycles before it lets go of it all the same
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # nothing here multiplies matrices
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is used, and looking for them takes longer than a check
    from showroom import formats

    formats.expect(plan)
