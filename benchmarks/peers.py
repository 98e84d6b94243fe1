"""How are programs measured in a process of their own, and talked to line by line?"""

import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
_INHERITED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRONMENT = {**_INHERITED, "LIBGL_ALWAYS_SOFTWARE": "1", "PYTHONPATH": str(HERE.parent)}
"""What every measured process gets: software GL on both sides, and compiled modules kept as on any installed machine."""


def python_with(module: str) -> str:
    """Return an interpreter that has `module`: this one, or `SHOWROOM_BENCH_PYTHON`."""
    if importlib.util.find_spec(module):
        return sys.executable
    other = os.environ.get("SHOWROOM_BENCH_PYTHON")
    if other:
        return other
    raise RuntimeError(f"{module} is not installed; run `make bench`, or name an interpreter that has it in SHOWROOM_BENCH_PYTHON")


class Worker:
    """A process that answers each line with one line: the seconds the work took."""

    def __init__(self, python: str, script: str, *arguments: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [python, str(HERE / script), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**ENVIRONMENT, **environment},
        )
        self.first = self.answer()

    def ask(self, line: str = "go") -> float:
        """Send `line` and return the seconds told."""
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return float(self.answer().split()[-1])

    def answer(self) -> str:
        """Return the next line that is an answer (others are a library's chatter)."""
        assert self.process.stdout
        for line in self.process.stdout:
            if line.startswith("#"):
                return line[1:].strip()
        raise RuntimeError(f"{self.process.args} ended with {self.process.wait()}")

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


@contextmanager
def workers(*made: Any) -> Iterator[tuple[Worker, ...]]:
    """Make workers from (python, script, arguments…) and end them."""
    found: list[Worker] = []
    try:
        for parts in made:
            found.append(Worker(*parts))  # noqa: PERF401 - those that started are ended when a later one does not
        yield tuple(found)
    finally:
        for worker in found:
            worker.close()


def until_ready(command: list[str]) -> float:
    """Return the seconds from starting `command` to its line `#ready`; it is then left to end by itself."""
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT) as process:
        assert process.stdout
        for line in process.stdout:
            if line.startswith("#ready"):
                taken = time.perf_counter() - began
                process.communicate()
                return taken
    raise RuntimeError(f"{command} was never ready")


@contextmanager
def x_server() -> Iterator[str]:
    """Give a display: that of the environment, or a virtual one for the time being."""
    if os.environ.get("DISPLAY"):
        yield os.environ["DISPLAY"]
        return
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
