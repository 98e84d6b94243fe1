"""How is Blender asked? As a program of its own, in its own environment, with plain files in and out.

The environment is made from `cycles/requirements.lock` the first time; Blender is GPL, and nothing of ours imports it.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
ROOT = Path(__file__).resolve().parents[2]
SCRIPTS, ENVIRONMENT = Path(__file__).parent / "cycles", ROOT / ".venv" / "cycles"
LOCK = SCRIPTS / "requirements.lock"
VERSION = (3, 11)
"""The Python that the locked Blender was made for."""


def python() -> Path:
    """Return Blender's Python, installed as locked."""
    program, stamp = ENVIRONMENT / "bin" / "python", ENVIRONMENT / "stamp"
    state = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == state:
        return program
    if sys.version_info[:2] != VERSION:
        raise SystemExit(f"Blender's module needs Python {'.'.join(map(str, VERSION))}; use it, or QUALITY=preview")
    print("Installing Blender's Cycles into .venv/cycles (about 400 MB to fetch)", flush=True)
    venv.create(ENVIRONMENT, with_pip=True)
    words = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes", "-r", str(LOCK)]
    subprocess.run([program, *words], check=True)
    stamp.write_text(state)
    return program


def run(script: str, folder: Path, *words: str, **settings: str) -> None:
    """Run one of the scripts of `cycles/` on a folder of files; ends the program where it fails."""
    command = [python(), str(SCRIPTS / script), str(folder), *words]
    done = subprocess.run(
        command, env={**os.environ, **settings}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    told = [line for line in done.stdout.splitlines() if line.startswith("  ")]
    if done.returncode:
        raise SystemExit(f"{script} did not succeed (status {done.returncode}):\n{done.stdout[-3000:]}")
    print("\n".join(told), flush=True, end="\n" if told else "")


def denoised(folder: Path, name: str, picture: Array, normals: Array) -> Array:
    """Return a linear picture (h, w, 3) without noise; `normals` (h, w, 3) tell where surfaces bend."""
    np.save(folder / f"{name}-raw.npy", picture.astype(np.float32))
    np.save(folder / f"{name}-raw-normals.npy", normals.astype(np.float32))
    run("film.py", folder, "denoise", f"{name}-raw")
    return np.load(folder / f"{name}-raw-clean.npy").astype(float)


def developed(folder: Path, radiance: Array, *, stops: float) -> Array:
    """Return the display values 0 to 1 of radiances (n, 3), as Blender's film AgX shows them."""
    side = int(np.ceil(np.sqrt(len(radiance))))
    picture = np.zeros((side * side, 3), np.float32)
    picture[: len(radiance)] = radiance
    np.save(folder / "film.npy", picture.reshape(side, side, 3))
    run("film.py", folder, "develop", "film", EXPOSURE=str(stops))
    return np.load(folder / "film-shown.npy").reshape(-1, 3)[: len(radiance)].astype(float)
