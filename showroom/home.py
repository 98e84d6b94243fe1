"""Where the program's own files lie: `scenes/`, `requirements/` and `assets/`.

A checkout has them beside the package, a wheel carries them inside it, and `SHOWROOM_HOME` points elsewhere.
"""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def home() -> Path:
    """Return the folder that holds `scenes/`, `requirements/` and `assets/`."""
    if chosen := os.environ.get("SHOWROOM_HOME"):
        return Path(chosen)
    carried = _PACKAGE / "_home"
    return carried if carried.is_dir() else _PACKAGE.parent


def scenes() -> Path:
    """Return the folder with one folder per sample premises."""
    return home() / "scenes"


def requirements() -> Path:
    """Return the folder with the register: permits, common requirements, vocabulary, districts."""
    return home() / "requirements"


def assets() -> Path:
    """Return the folder with fonts, icons and sounds."""
    return home() / "assets"
