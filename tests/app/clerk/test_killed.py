"""A clerk's program is ended with kill −9 at random moments: the scene always opens again, with everything that was kept."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from showroom import formats
from showroom.app.clerk.recovery import BROKEN, look_for_recovery

PROGRAM = Path(__file__).with_name("killed_clerk.py")
LIVES = 5
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")


class Clerks:
    """The program that begins lives."""

    def __init__(self) -> None:
        words = [sys.executable, str(PROGRAM)]
        self._program = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def kill_one(self, folder: Path, notes: Path, seed: int, after: float) -> None:
        """Begin a life, and end it with kill −9 so many seconds after it opened the scene."""
        assert self._program.stdin
        assert self._program.stdout
        known = notes.read_text(encoding="utf-8").count("opened") if notes.exists() else 0
        self._program.stdin.write(f"{folder}\t{notes}\t{seed}\n")
        self._program.stdin.flush()
        process = int(self._program.stdout.readline())
        patience = time.monotonic() + 60
        while not notes.exists() or notes.read_text(encoding="utf-8").count("opened") == known:
            assert time.monotonic() < patience, "the scene was not opened"
            time.sleep(0.005)
        time.sleep(after)
        os.kill(process, signal.SIGKILL)
        assert self._program.stdout.readline() == "dead\n"

    def end(self) -> None:
        """End the program, which ends by itself when nobody can ask any more."""
        self._program.communicate()


@pytest.fixture(scope="module")
def clerks() -> Iterator[Clerks]:
    """Return the program that begins lives."""
    begun = Clerks()
    yield begun
    begun.end()


@settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_killed_program_loses_nothing_that_was_kept(clerks: Clerks, folder: Path, seed: int) -> None:
    """Five lives end by kill −9: each next one takes the lock over, opens the scene and goes on from no earlier than was kept.

    Four rows of five in `make test`; `make prove` has fifty times as many.
    """
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        place, notes = Path(scratch) / "shop", Path(scratch) / "notes"
        place.mkdir()
        scene = formats.read_scene(folder)
        first = scene.hotspots[0]
        title = first.card.title.model_validate({"zh_CN": "第0次", "en": "0"})
        formats.write_scene(scene.revise(hotspots=(first.revise(card=first.card.revise(title=title)), *scene.hotspots[1:])), place)
        for _ in range(LIVES):
            clerks.kill_one(place, notes, chance.randrange(2**32), chance.random() * 0.25)
        lines = [line.split() for line in notes.read_text(encoding="utf-8").splitlines()]
        saved = formats.read_scene(place)
        left = look_for_recovery(place, saved)
        after = int((left.scene or saved).hotspots[0].card.title.in_("en"))
    lines.append(["opened", str(after)])
    assert not (place / BROKEN).exists()
    assert {words[0] for words in lines} <= {"opened", "edit", "kept"}
    kept = made = 0
    for word, number in lines:
        if word == "opened":
            assert kept <= int(number) <= made
            kept = made = int(number)
        elif word == "kept":
            kept = max(kept, int(number))
        else:
            made = int(number)
