"""Which libraries of the operating system do we need, and which of them are missing here?

Python's standard library alone is used: `make install` asks this module before anything is installed. A shared object counts as
present when it loads in a process of its own, not when some package list names it.
"""
# ruff: noqa: S603, S607 - every command is spelt out here

import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Purpose = Literal["window", "drawing", "tests", "speech"]
ESSENTIAL: tuple[Purpose, ...] = ("window", "drawing", "tests")


@dataclass(frozen=True)
class SystemLibrary:
    """One thing the operating system must bring: what to look for, and the Debian packages that may bring it, newest name first."""

    name: str  # a soname, a program, or a file pattern below the library folders
    packages: tuple[str, ...]
    purpose: Purpose
    kind: Literal["library", "program", "driver"] = "library"


def _xcb(soname: str, package: str) -> SystemLibrary:
    return SystemLibrary(soname, (package,), "window")


NEEDED: tuple[SystemLibrary, ...] = (
    SystemLibrary("libGL.so.1", ("libgl1",), "drawing"),
    SystemLibrary("libGLX_mesa.so.0", ("libglx-mesa0",), "drawing"),
    SystemLibrary("libEGL.so.1", ("libegl1",), "drawing"),
    SystemLibrary("libEGL_mesa.so.0", ("libegl-mesa0",), "drawing"),
    SystemLibrary("dri/*_dri.so", ("libgl1-mesa-dri",), "drawing", "driver"),
    SystemLibrary("libX11.so.6", ("libx11-6",), "drawing"),
    SystemLibrary("libXrender.so.1", ("libxrender1",), "drawing"),
    SystemLibrary("libXext.so.6", ("libxext6",), "window"),
    SystemLibrary("libXrandr.so.2", ("libxrandr2",), "window"),
    SystemLibrary("libX11-xcb.so.1", ("libx11-xcb1",), "window"),
    _xcb("libxcb.so.1", "libxcb1"),
    _xcb("libxcb-cursor.so.0", "libxcb-cursor0"),
    _xcb("libxcb-glx.so.0", "libxcb-glx0"),
    _xcb("libxcb-icccm.so.4", "libxcb-icccm4"),
    _xcb("libxcb-image.so.0", "libxcb-image0"),
    _xcb("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    _xcb("libxcb-randr.so.0", "libxcb-randr0"),
    _xcb("libxcb-render.so.0", "libxcb-render0"),
    _xcb("libxcb-render-util.so.0", "libxcb-render-util0"),
    _xcb("libxcb-shape.so.0", "libxcb-shape0"),
    _xcb("libxcb-shm.so.0", "libxcb-shm0"),
    _xcb("libxcb-sync.so.1", "libxcb-sync1"),
    _xcb("libxcb-util.so.1", "libxcb-util1"),
    _xcb("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    _xcb("libxcb-xkb.so.1", "libxcb-xkb1"),
    SystemLibrary("libxkbcommon.so.0", ("libxkbcommon0",), "window"),
    SystemLibrary("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",), "window"),
    SystemLibrary("libfontconfig.so.1", ("libfontconfig1",), "window"),
    SystemLibrary("libfreetype.so.6", ("libfreetype6",), "window"),
    SystemLibrary("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0"), "window"),
    SystemLibrary("libgthread-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0"), "window"),
    SystemLibrary("libdbus-1.so.3", ("libdbus-1-3",), "window"),
    SystemLibrary("libbrotlidec.so.1", ("libbrotli1",), "window"),
    SystemLibrary("libgssapi_krb5.so.2", ("libgssapi-krb5-2",), "window"),
    SystemLibrary("libzstd.so.1", ("libzstd1",), "window"),
    SystemLibrary("libstdc++.so.6", ("libstdc++6",), "window"),
    SystemLibrary("libpulse.so.0", ("libpulse0",), "window"),
    SystemLibrary("Xvfb", ("xvfb",), "tests", "program"),
    SystemLibrary("espeak-ng", ("espeak-ng",), "speech", "program"),
)

_LIBRARY_FOLDERS = ("/usr/lib", "/usr/lib64", "/usr/local/lib")
_LOAD_ALL = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def missing(needed: Iterable[SystemLibrary] = NEEDED) -> tuple[SystemLibrary, ...]:
    """Return those of `needed` that this machine lacks, in the same order; empty where the system is not Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    wanted = tuple(needed)
    unloadable = _unloadable([library.name for library in wanted if library.kind == "library"])
    return tuple(library for library in wanted if _absent(library, unloadable))


def packages(libraries: Iterable[SystemLibrary]) -> tuple[str, ...]:
    """Return the Debian packages that bring these libraries, each once, by the name this system knows."""
    return tuple(dict.fromkeys(_chosen(library.packages) for library in libraries))


def install_line(libraries: Iterable[SystemLibrary]) -> str:
    """Return the command that installs these libraries on Debian or Ubuntu, for a person to paste."""
    names = " ".join(packages(libraries))
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def _unloadable(sonames: list[str]) -> set[str]:
    """Return which of these shared objects do not load, tried in a process of its own, since loading runs their code."""
    try:
        tried = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _LOAD_ALL, *sonames], capture_output=True, text=True, timeout=30, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return {name for name in sonames if not _is_on_disk(name)}
    return set(tried.stdout.split())


def _absent(library: SystemLibrary, unloadable: set[str]) -> bool:
    if library.kind == "library":
        return library.name in unloadable
    if library.kind == "program":
        return shutil.which(library.name) is None
    return not _is_on_disk(library.name)


def _is_on_disk(pattern: str) -> bool:
    return any(
        next(found, None) is not None
        for folder in _LIBRARY_FOLDERS
        for found in (Path(folder).glob(pattern), Path(folder).glob(f"*/{pattern}"))
    )


def _chosen(names: tuple[str, ...]) -> str:
    return next((name for name in names[:-1] if _is_known(name)), names[-1])


def _is_known(package: str) -> bool:
    """Say whether apt could install this package; no where there is no apt to ask."""
    if shutil.which("apt-cache") is None:
        return False
    answer = subprocess.run(["apt-cache", "policy", package], capture_output=True, text=True, check=False)
    return "Candidate:" in answer.stdout and "Candidate: (none)" not in answer.stdout
