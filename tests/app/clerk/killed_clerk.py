"""A clerk's program without a window, to be ended with kill −9: it edits and saves a scene as the studio does, and notes down.

It is started once and forks a process for each life, so that only the first has to load the libraries. A line `FOLDER NOTES SEED`
on the standard input begins a life; the answer is its process id, and `dead` once it is gone. A life notes how many edits it made
(`edit N`) and which are on the disk (`kept N`); the number is the one in the card's title.
"""

import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from showroom import formats
from showroom.app.clerk import Opened
from showroom.app.clerk.autosave import Autosave
from showroom.app.clerk.entering import Questions, enter
from showroom.app.document import SceneDocument
from showroom.domain.scene import Scene
from showroom.domain.text import Text
from showroom.modelling.model import Model

EVERY = 40
"""Milliseconds between an edit and its being kept; the studio has 25 seconds."""


def count(scene: Scene) -> int:
    """Return how many edits a scene went through."""
    return int(scene.hotspots[0].card.title.in_("en"))


def edited(scene: Scene, number: int) -> Scene:
    """Return the scene after one more edit."""
    first = scene.hotspots[0]
    title = Text.of(f"第{number}次", str(number))
    return scene.revise(hotspots=(first.revise(card=first.card.revise(title=title)), *scene.hotspots[1:]))


def live(folder: Path, notes: Path, seed: int) -> None:
    """Enter the scene, bring unsaved work back, then edit for ever and save now and then."""
    chance = random.Random(seed)
    application = QCoreApplication([])
    with notes.open("a", buffering=1, encoding="utf-8") as book:
        questions = Questions(
            lambda _holder, _path: False, lambda _left: "recover", lambda path, _reason: book.write(f"broken {path}\n")
        )
        entry = enter(Opened(folder, formats.read_scene(folder), Model(()), ()), questions)
        if entry is None:
            book.write("held\n")
            return
        document = SceneDocument(entry.opened.scene, folder)
        autosave = Autosave(document, EVERY)
        autosave.kept.connect(lambda scene: book.write(f"kept {count(scene)}\n"))
        if entry.recovered is not None:
            document.change("recover", entry.recovered)
        book.write(f"opened {count(document.scene)}\n")

        def work() -> None:
            number = count(document.scene) + 1
            document.change("edit", edited(document.scene, number))
            book.write(f"edit {number}\n")
            if chance.random() < 0.1:
                document.save()
                book.write(f"kept {number}\n")

        timer = QTimer(interval=3)
        timer.timeout.connect(work)
        timer.start()
        application.exec()


def _answer(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Begin lives as they are asked for."""
    for line in sys.stdin:
        folder, notes, seed = line.rstrip("\n").split("\t")
        process = os.fork()
        if process == 0:
            live(Path(folder), Path(notes), int(seed))
            os._exit(0)
        _answer(str(process))
        os.waitpid(process, 0)
        _answer("dead")


if __name__ == "__main__":
    main()
