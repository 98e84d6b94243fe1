"""How does a fresh checkout become a working `.venv/`? Run by `make install` (and so by every target) with nothing but Python.

Steps: missing system libraries, virtual environment, locked packages, the program itself. Each leaves a stamp with the hash of all
it depended on, so that a second run reads four small files and installs nothing. Arguments: more lock files to install, by path.
"""
# ruff: noqa: S603, S607, T201 - every command is spelt out here, and this program speaks by printing

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.dont_write_bytecode = True

from showroom.doctor import libraries  # noqa: E402 - needs the path above, and nothing that is not in the standard library

FOLDER = ROOT / ".venv"
PYTHON = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST, NEWEST = (3, 11), (3, 13)


def say(text: str) -> None:
    """Tell the person what happens, at once and on standard error."""
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> None:
    """End with a message and status 2."""
    say(text)
    raise SystemExit(2)


def need_python() -> None:
    """Stop where this Python is not one the program runs on."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:2]))
        stop(
            f"需要 Python 3.11–3.13，现在是 {found}；请用 `make install PYTHON=python3.11`。\n"
            f"Python 3.11 to 3.13 is needed, this is {found}; say `make install PYTHON=python3.11`."
        )


def bring_system_libraries() -> None:
    """Install what the system lacks where that is possible, else print the exact line."""
    lacking = [library for library in libraries.missing() if library.purpose in libraries.ESSENTIAL]
    if not lacking:
        return
    say("系统缺少 · The system lacks: " + ", ".join(library.name for library in lacking))
    if os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        install_with_apt(lacking)
        lacking = list(libraries.missing(lacking))
    if lacking:
        say("请管理员运行 · Have an administrator run:\n  " + libraries.install_line(lacking))
        if not shutil.which("apt-get"):
            say("（以上为 Debian/Ubuntu 的包名 · these are the names on Debian and Ubuntu; other systems name them alike）")


def install_with_apt(lacking: Iterable[libraries.SystemLibrary]) -> None:
    """Install the packages of these libraries; a failure is told, and the line to run is printed by the caller."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *libraries.packages(lacking)]):
        say("  apt-get " + " ".join(step))
        done = subprocess.run(["apt-get", *step], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            say(f"  apt-get {step[0]} 未成功 · did not succeed (status {done.returncode})")


def digest(*parts: Path | str) -> str:
    """Return one hash of files and words."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part.read_bytes() if isinstance(part, Path) else part.encode())
        total.update(b"\0")
    return total.hexdigest()


def once(name: str, state: str, commands: Iterable[list[str]], announcement: str) -> None:
    """Run the commands unless the stamp `name` already says `state`."""
    stamp = FOLDER / f"stamp-{name}"
    if stamp.is_file() and stamp.read_text() == state:
        return
    say(announcement)
    for command in commands:
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False)
        if done.returncode:
            stop(f"未成功 · This did not succeed (status {done.returncode}): {' '.join(command)}")
    stamp.write_text(state)


def make_environment() -> None:
    """Make `.venv/` where there is none, or where it was made by another Python or has been moved."""
    state = digest(sys.version, str(ROOT))
    stamp = FOLDER / "stamp-python"
    if PYTHON.exists() and (not stamp.is_file() or stamp.read_text() == state):
        return
    say("建立虚拟环境 · Making the virtual environment .venv")
    try:
        venv.create(FOLDER, with_pip=True, clear=True)
    except (OSError, subprocess.CalledProcessError) as error:
        stop(
            f"虚拟环境建立失败（{error}）；Debian 上请安装 python3-venv。\n"
            "The virtual environment could not be made; on Debian and Ubuntu install python3-venv."
        )
    stamp.write_text(state)


def pip(*words: str) -> list[str]:
    """Return a pip command that asks nothing and says little."""
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet", *words]


def install(locks: list[Path]) -> None:
    """Install the locked packages, then the program itself so that edits show at once."""
    for lock in locks:
        name = lock.relative_to(ROOT).parent.name or "packages"
        built = [] if name != "packages" else ["--only-binary", ":all:"]  # what everybody needs is never compiled here
        command = pip("--require-hashes", "--no-deps", *built, "-r", str(lock))
        announcement = f"安装 {lock.relative_to(ROOT)} · Installing, this takes some minutes the first time"
        once(name, digest(lock, sys.version), [command], announcement)
    state = digest(ROOT / "pyproject.toml", str(ROOT))
    once(
        "program", state, [pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))], "安装本程序 · Installing the program"
    )


def main() -> None:
    """Read the arguments and prepare everything."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("locks", nargs="*", type=Path, help="more lock files to install")
    chosen = parser.parse_args().locks
    need_python()
    bring_system_libraries()
    make_environment()
    install([ROOT / "requirements.lock", *(path.resolve() for path in chosen)])


if __name__ == "__main__":
    main()
