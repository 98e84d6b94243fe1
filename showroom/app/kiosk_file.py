"""Where are the hall's choices written, and what do they say? `kiosk.toml`, read with every mistake named by file, line and key.

`SHOWROOM_KIOSK` names the file, else it is `approval-showroom/kiosk.toml` in the user's or the machine's folder of settings
(`~/.config`, `/etc/xdg`). Without a file every choice is the usual one.
"""

import json
import os
import re
import tomllib
from pathlib import Path

from platformdirs import site_config_path, user_config_path
from pydantic import ValidationError

from showroom.app.kiosk_config import APP_NAME, KioskConfig
from showroom.domain.errors import InputError, Problem
from showroom.formats.limits import YAML_BYTES
from showroom.formats.mistakes import described
from showroom.formats.source_file import read_bytes
from showroom.formats.writing import write_aside

_NAME = "kiosk.toml"
_AT_LINE = re.compile(r"^(?P<reason>.*?) ?\(at line (?P<line>\d+), column \d+\)$")


def usual_file() -> Path:
    """Return where this user's file is looked for first, and written."""
    if named := os.environ.get("SHOWROOM_KIOSK"):
        return Path(named)
    return user_config_path(APP_NAME) / _NAME


def found_file() -> Path | None:
    """Return the file that holds the hall's choices, or `None` where there is none."""
    places = (usual_file(), site_config_path(APP_NAME) / _NAME)
    return next((path for path in places if path.is_file()), None)


def read_config(path: Path | None = None) -> KioskConfig:
    """Return the choices of `path`, else of the file found, else the usual ones.

    Raises:
        InputError: the file cannot be read, or says something else than choices; one problem for each mistake.
    """
    path = path or found_file()
    if path is None:
        return KioskConfig()
    text = _text(path)
    written = _parsed(path, text)
    try:
        return KioskConfig.model_validate_json(json.dumps(written, default=str), strict=True)
    except ValidationError as error:
        known = list(KioskConfig.model_fields)
        problems = []
        for one in error.errors(include_url=False):
            mistake = described(one, known)
            key = str(mistake.path[0]) if mistake.path else ""
            problems.append(Problem(f"{path}:{_line_of(text, key)}", mistake.reason, _as_toml(mistake.remedy)))
    raise InputError(problems)


def write_choice(path: Path, key: str, value: str) -> None:
    """Write `key = "value"` into the file, in place of the line that is there, and leave every other line as it stands.

    Raises:
        InputError: the file cannot be read or written.
    """
    line = f'{key} = "{value}"'
    text = _text(path) if path.is_file() else ""
    own_line = re.compile(rf"^[ \t]*{key}[ \t]*=.*$", re.MULTILINE)
    changed = own_line.sub(line, text, count=1) if own_line.search(text) else line + "\n" + text
    _parsed(path, changed)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(Problem(f"{path}", f"its folder cannot be made: {error.strerror}", "name a file with --config")) from None
    write_aside(path, changed.encode())


def _text(path: Path) -> str:
    try:
        return read_bytes(path, limit=YAML_BYTES, noun="kiosk.toml").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = "this text is not written in UTF-8"
        raise InputError(Problem(f"{path}", f"{reason} (byte {error.start})", "save it again with the encoding UTF-8")) from None


def _parsed(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = _AT_LINE.match(str(error))
        line, reason = (told["line"], told["reason"]) if told else (str(text.count("\n") + 1), str(error).partition(" (")[0])
        remedy = 'write one choice a line, key = value: texts in "quotes", true or false and numbers without'
        raise InputError(Problem(f"{path}:{line}", f"this is not TOML: {reason}", remedy)) from None


def _line_of(text: str, key: str) -> int:
    """Return the line a key is written on; the first where it is not."""
    found = re.search(rf"^[ \t]*\[*[ \t]*{re.escape(key)}\b", text, re.MULTILINE) if key else None
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _as_toml(remedy: str) -> str:
    """Say a remedy meant for YAML as one for TOML."""
    return remedy.replace('write "key: value" pairs', "write key = value").replace(", or lines that begin with a dash", "")
