"""How are strangers' bytes read without risk to the program? In a process of their own, with limits on memory and time.

One such process (`worker_process`) is kept for the next file, so that only the first waits for its start; `warm_up` starts it
beforehand. Nothing it sends is executed or unpickled; its death is an ordinary `InputError`, and the next file gets a new one.
"""

import atexit
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from showroom.domain.errors import InputError, Problem
from showroom.formats import worker_process
from showroom.formats.copied import Copy, can_copy
from showroom.formats.limits import ANSWER_BYTES, READING_MEMORY, READING_PROCESSOR_S, READING_S

if TYPE_CHECKING:
    from showroom.domain.plan import Plan
    from showroom.domain.site_result import SiteResult
    from showroom.formats.drawing import Stroke
    from showroom.formats.model_files_told import Told, Wishes

What = Literal["plan", "plan and rest", "result", "model"]
OWN_SUFFIXES = (".yaml", ".yml", ".json")
"""Plans in our own format are read in the program itself."""
_TICK = 0.05
_SIMPLER = "keep only the plan of the premises in the file, purge the rest, and try again"
_NO_ROOM = "the drawing needs more memory than one file may take"
_TOO_MUCH = "the drawing holds more than can be handled"
_SAVE_AGAIN = "open it in a drawing program, save it again, and try once more"
_OF_MODELS = {
    _SIMPLER: "simplify the model, make its pictures smaller, and try again",
    _NO_ROOM: "the model needs more memory than one file may take",
    _TOO_MUCH: "the model holds more than can be handled",
    _SAVE_AGAIN: "open it in a 3D program, save it again, and try once more",
}

Waiting = Callable[[float], bool]
"""Called about twenty times a second with the seconds gone by; `False` stops the reading."""


class NoRoomError(InputError):
    """A drawing could be opened, but is no plan; `drawn` is what is in it (metres)."""

    def __init__(self, problems: list[Problem], drawn: "list[Stroke]") -> None:
        super().__init__(problems)
        self.drawn = drawn


@dataclass(frozen=True)
class Limits:
    """What one reading may use: seconds on the clock, seconds of processor, bytes of address space beside 12 × the file."""

    seconds: float = READING_S
    processor: int = READING_PROCESSOR_S
    memory: int = READING_MEMORY


@dataclass(frozen=True, eq=False)
class _Worker:
    """A process that reads, and the home whose vocabulary it has read."""

    process: "subprocess.Popen[bytes] | Copy"
    home: str | None


_kept: list[_Worker] = []


def warm_up() -> None:
    """Start the process that will read the next file, so that its start need not be waited for; windows call it when idle."""
    if not any(_ready(worker) for worker in _kept):
        _keep(_start())


def expect(plan_path: Path) -> None:
    """Start the process that will read this file, if one will: the sooner it is told, the sooner the plan is there.

    Where this program can be copied the process is a copy of it, so that what both need is loaded once.
    """
    if plan_path.name.lower().endswith(OWN_SUFFIXES) or any(_ready(worker) for worker in _kept):
        return
    if can_copy():
        from showroom.geometry import layout  # noqa: F401 - what both need

        _keep(_Worker(Copy(worker_process.main), os.environ.get("SHOWROOM_HOME")))
    else:
        warm_up()


def cool_down() -> None:
    """End the process that is kept for the next file."""
    while _kept:
        _end(_kept.pop())


atexit.register(cool_down)


def read_plan_apart(plan_path: Path, *, waiting: Waiting | None = None, limits: Limits | None = None) -> "Plan":
    """Return the `Plan` a file holds, read in a process of its own.

    Raises:
        InputError: what the reader found wrong; or that it took too long or too much memory, stopped, or was cancelled.
    """
    return _plan(_read(plan_path, waiting, limits or Limits(), "plan"))


def read_plan_with_rest_apart(plan_path: Path) -> "tuple[Plan, list[Stroke]]":
    """Return the `Plan` a file holds, and the lines in it that were not understood (metres).

    Raises as `read_plan_apart`; `NoRoomError` where a drawing shows things but no room.
    """
    bodies = _read(plan_path, None, Limits(), "plan and rest")
    return _plan(bodies), _strokes(bodies[1])


def read_result_apart(path: Path, *, waiting: Waiting | None = None) -> "SiteResult":
    """Return the `SiteResult` an inspector's file holds, read in a process of its own; raises as `read_plan_apart`."""
    from showroom.domain.site_result import SiteResult

    return SiteResult.model_validate_json(_read(path, waiting, Limits(), "result")[0])


def read_model_file_apart(path: Path, wishes: "Wishes", *, waiting: Waiting | None = None) -> "tuple[Told, bytes]":
    """Return what was found out about a stranger's 3D file and the GLB made of it, read in a process of its own.

    Raises as `read_plan_apart`; what is said of drawings there is said of models.
    """
    from showroom.formats.model_files_told import Told

    try:
        told, glb = _read(path, waiting, Limits(), "model", {"wishes": wishes.model_dump()})
    except InputError as error:
        raise InputError([_of_a_model(problem) for problem in error.problems]) from None
    return Told.model_validate_json(told), glb


def _of_a_model(problem: Problem) -> Problem:
    return replace(
        problem,
        reason=_OF_MODELS.get(problem.reason, problem.reason),
        remedy=_OF_MODELS.get(problem.remedy, problem.remedy),
    )


def _plan(bodies: list[bytes]) -> "Plan":
    from showroom.domain.plan import Plan

    return Plan.model_validate_json(bodies[0])


def _strokes(written: bytes) -> "list[Stroke]":
    import numpy as np

    from showroom.formats.drawing import Stroke

    return [
        Stroke(id_, layer, np.asarray(rows, dtype=float).reshape(-1, 2), closed) for id_, layer, closed, rows in json.loads(written)
    ]


def _read(path: Path, waiting: Waiting | None, limits: Limits, what: What, more: Mapping[str, object] | None = None) -> list[bytes]:
    """Return the bodies of the answer: what was asked for, as JSON, and the bytes of a model."""
    place = os.fspath(path)
    folder = os.fspath(Path.cwd())
    wanted = {"path": place, "folder": folder, "what": what, "processor": limits.processor, "memory": limits.memory, **(more or {})}
    worker = _taken(place)
    try:
        told, bodies = _asked(worker.process, json.dumps(wanted).encode() + b"\n", place, limits, waiting)
    except BaseException:
        _end(worker)
        raise
    if told.get("status") == 0:
        _keep(worker)
    else:
        status = _end(worker, patience=0.5)
        raise _refused(place, *_death(told.get("status", status)))
    if problems := told.get("problems"):
        told_of = [Problem(*map(str, problem)) for problem in problems]
        drawn = _strokes(bodies[0]) if what == "plan and rest" and bodies else []
        raise NoRoomError(told_of, drawn) if drawn else InputError(told_of)
    return bodies


def _start() -> _Worker:
    package = Path(__file__).resolve().parent.parent.parent
    paths = [str(package), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-P", "-m", "showroom.formats.worker_process"]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
    )
    return _Worker(process, os.environ.get("SHOWROOM_HOME"))


def _taken(place: str) -> _Worker:
    """Return the process that is kept, or else a new one; nobody else gets it meanwhile."""
    while _kept:
        worker = _kept.pop()
        if _ready(worker):
            return worker
        _end(worker)
    try:
        return _start()
    except OSError as error:
        raise _refused(place, f"the process that reads files could not be started ({error.strerror})", "start again") from None


def _ready(worker: _Worker) -> bool:
    return worker.process.poll() is None and worker.home == os.environ.get("SHOWROOM_HOME")


def _keep(worker: _Worker) -> None:
    if _kept:
        _end(worker)
    else:
        _kept.append(worker)


def _asked(
    process: "subprocess.Popen[bytes] | Copy", wanted: bytes, place: str, limits: Limits, waiting: Waiting | None
) -> tuple[dict[str, Any], list[bytes]]:
    """Send the request, and gather head and bodies of the answer while time, size and the caller allow."""
    assert process.stdin is not None
    assert process.stdout is not None
    began = time.monotonic()
    try:
        process.stdin.write(wanted)
        process.stdin.flush()
    except BrokenPipeError:
        return {}, []
    answer = bytearray()
    head, needed = -1, 1
    told: dict[str, Any] = {}
    while len(answer) < needed:
        chunk = _chunk(process.stdout, place, began, limits, waiting)
        if not chunk:
            return ({}, []) if told.get("status", 0) == 0 else (told, [])
        answer += chunk
        if head < 0 and (head := answer.find(b"\n") + 1 or -1) > 0:
            told = _understood(bytes(answer[:head]))
            needed = head + sum(told["sizes"])
        needed = max(needed, len(answer) + 1) if head < 0 else needed
        if max(needed, len(answer)) > ANSWER_BYTES:
            raise _refused(place, _TOO_MUCH, _SIMPLER)
    bodies, at = [], head
    for size in told["sizes"]:
        bodies.append(bytes(answer[at : at + size]))
        at += size
    return told, bodies


def _chunk(pipe: IO[bytes], place: str, began: float, limits: Limits, waiting: Waiting | None) -> bytes:
    """Return the next bytes of the answer, none at its end."""
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while not selector.select(_TICK):
            gone = time.monotonic() - began
            if waiting is not None and not waiting(gone):
                raise _refused(place, "reading was cancelled", "choose the file again to read it")
            if gone > limits.seconds:
                raise _refused(place, f"reading took more than {limits.seconds:.0f} seconds and was stopped", _SIMPLER)
    return os.read(pipe.fileno(), 1 << 20)


def _understood(line: bytes) -> dict[str, Any]:
    """Return the head of an answer; of one that is not of our making, an empty one."""
    try:
        told = json.loads(line)
    except ValueError:
        told = None
    sound = isinstance(told, dict) and isinstance(told.get("status"), int) and isinstance(told.get("sizes"), list)
    return told if sound and all(isinstance(size, int) and size >= 0 for size in told["sizes"]) else {"sizes": []}


def _death(status: int | None) -> tuple[str, str]:
    """Say why a process that gave no answer may have ended, by its exit status."""
    if status == worker_process.NO_MEMORY:
        return _NO_ROOM, _SIMPLER
    if status in (-24, -9):  # SIGXCPU, SIGKILL
        return "reading took too much of the machine and was stopped", _SIMPLER
    return "the reader stopped over this file", _SAVE_AGAIN


def _end(worker: _Worker, patience: float = 0.0) -> int | None:
    """End a process and the copy of it that reads, for certain; return the exit status it came to by itself, if any."""
    process = worker.process
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=patience)
    status = process.poll()
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None and not pipe.closed:
            with suppress(BrokenPipeError):
                pipe.close()
    process.wait()
    return status


def _refused(place: str, reason: str, remedy: str) -> InputError:
    return InputError(Problem(place, reason, remedy))
