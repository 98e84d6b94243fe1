"""How are strangers' bytes read without risk to the program? In a process of their own, with limits on memory and time.

The process (this module, run by `python -m`) reads one file, answers with the plan as JSON or with the problems found, and ends.
Nothing it sends is executed or unpickled; its death is an ordinary `InputError`. `warm_up` starts the next process beforehand.
"""

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Plan
from showroom.formats.source_file import MEGABYTE

LARGE = 2 * MEGABYTE
"""From this size on `read_plan` reads drawings in a process of their own; below it starting one costs more than reading."""
MAX_ANSWER = 512 * MEGABYTE
_TICK = 0.05
_SIMPLER = "keep only the plan of the premises in the file, purge the rest, and try again"

Waiting = Callable[[float], bool]
"""Called about twenty times a second with the seconds gone by; `False` stops the reading."""


@dataclass(frozen=True)
class Limits:
    """What one reading may use: seconds on the clock, seconds of processor, bytes of address space beside 12 × the file."""

    seconds: float = 120.0
    processor: int = 90
    memory: int = 1200 * MEGABYTE


_prepared: list["subprocess.Popen[bytes]"] = []


def warm_up() -> None:
    """Start the process that will read the next file, so that its start need not be waited for; windows call it when idle."""
    if not _prepared or _prepared[0].poll() is not None:
        _prepared[:] = [_start()]


def cool_down() -> None:
    """End the process `warm_up` started, if it was not used."""
    while _prepared:
        _end(_prepared.pop())


def read_plan_apart(plan_path: Path, *, waiting: Waiting | None = None, limits: Limits | None = None) -> Plan:
    """Return the `Plan` a file holds, read in a process of its own.

    Raises:
        InputError: what the reader found wrong; or that it took too long or too much memory, stopped, or was cancelled.
    """
    limits = limits or Limits()
    place = os.fspath(plan_path)
    process = _prepared.pop() if _prepared and _prepared[0].poll() is None else _start()
    try:
        answer = _asked(process, place, limits, waiting)
    except BaseException:
        process.kill()
        raise
    finally:
        status = _end(process)
    told = _understood(answer)
    if isinstance(told.get("plan"), dict):
        return Plan.model_validate_json(json.dumps(told["plan"]))
    if problems := told.get("problems"):
        raise InputError([Problem(*map(str, problem)) for problem in problems])
    raise _refused(place, *_death(status))


def _start() -> "subprocess.Popen[bytes]":
    package = Path(__file__).resolve().parent.parent.parent
    paths = [str(package), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-P", "-m", "showroom.formats.worker"]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )


def _asked(process: "subprocess.Popen[bytes]", place: str, limits: Limits, waiting: Waiting | None) -> bytes:
    """Send the file's name, and gather the answer while time, size and the caller allow."""
    assert process.stdin is not None
    assert process.stdout is not None
    wanted = {"path": place, "processor": limits.processor, "memory": limits.memory}
    began = time.monotonic()
    try:
        process.stdin.write(json.dumps(wanted).encode() + b"\n")
        process.stdin.close()
    except BrokenPipeError:
        return b""
    answer = bytearray()
    while chunk := _chunk(process.stdout, place, began, limits, waiting):
        answer += chunk
        if len(answer) > MAX_ANSWER:
            raise _refused(place, "the drawing holds more than can be handled", _SIMPLER)
    return bytes(answer)


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


def _understood(answer: bytes) -> dict[str, Any]:
    try:
        told = json.loads(answer)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _death(status: int | None) -> tuple[str, str]:
    """Say why a process that gave no answer may have ended, by its exit status."""
    if status == _NO_MEMORY:
        return "the drawing needs more memory than one file may take", _SIMPLER
    if status in (-24, -9):  # SIGXCPU, SIGKILL
        return "reading took too much of the machine and was stopped", _SIMPLER
    return "the reader stopped over this file", "open it in a drawing program, save it again, and try once more"


def _end(process: "subprocess.Popen[bytes]") -> int | None:
    """End a process for certain and return its exit status."""
    for pipe in (process.stdin, process.stdout):
        if pipe is not None and not pipe.closed:
            pipe.close()
    try:
        return process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _refused(place: str, reason: str, remedy: str) -> InputError:
    return InputError(Problem(place, reason, remedy))


# ---------------------------------------------------------------- in the process itself

_NO_MEMORY = 70


def main() -> int:
    """Read the file named on standard input and write the answer to standard output."""
    from showroom.formats import dxf  # noqa: F401 - what takes longest to load, before there is a file to wait for
    from showroom.formats.table import read_plan_here
    from showroom.formats.vocabulary_yaml import read_vocabulary

    read_vocabulary()
    line = sys.stdin.buffer.readline()
    if not line.strip():
        return 0
    wanted = json.loads(line)
    path = Path(wanted["path"])
    try:
        _limit(wanted["processor"], wanted["memory"] + 12 * (path.stat().st_size if path.is_file() else 0))
        answer = '{"plan": ' + read_plan_here(path).model_dump_json() + "}"
    except InputError as error:
        answer = json.dumps({"problems": [[problem.place, problem.reason, problem.remedy] for problem in error.problems]})
    except MemoryError:
        return _NO_MEMORY
    sys.stdout.buffer.write(answer.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()
    return 0


def _limit(processor: int, memory: int) -> None:
    """Take on the limits; on systems without them only the clock of the asking process holds."""
    try:
        import resource
    except ImportError:
        return
    wanted = {resource.RLIMIT_CPU: processor, resource.RLIMIT_AS: memory, resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: 0}
    for which, most in wanted.items():
        _, hard = resource.getrlimit(which)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (allowed, allowed))


if __name__ == "__main__":
    raise SystemExit(main())
