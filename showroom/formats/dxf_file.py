"""Can this file be opened as a DXF drawing, whole, damaged or not at all?

A drawing that breaks off is refused rather than read in part: a missing door would be worse than no answer. Other damage is
repaired by ezdxf's recovery, and a note says so.
"""

import io
import logging
import os
import re
import struct
from pathlib import Path
from typing import Any

import ezdxf
import ezdxf.recover

from showroom.domain.errors import InputError, Problem
from showroom.formats import limits

_BINARY = b"AutoCAD Binary DXF"
_END = re.compile(rb"(?:^|\n)[ \t]*0[ \t]*\r?\n[ \t]*EOF")
_STARTS = re.compile(rb"\n[ \t]*0[ \t]*\r?\n")
_DWG = re.compile(rb"AC10\d\d")
PARSER_ERRORS = (
    ezdxf.DXFError, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, TypeError,
    ValueError, struct.error,
)  # fmt: skip
"""What ezdxf raises over strangers' bytes; RuntimeError covers endless recursion."""

logging.getLogger("ezdxf").setLevel(logging.CRITICAL)  # what it finds odd is told by our own notes


def open_dxf(path: Path, content: bytes) -> tuple[Any, int]:
    """Return ezdxf's document and the number of repairs (0 for a sound file).

    Raises:
        InputError: it is no DXF, breaks off, is damaged beyond repair, or holds too much.
    """
    _check_kind(path, content)
    try:
        document, repairs = ezdxf.readfile(path), 0
    except PARSER_ERRORS:
        try:
            document, auditor = ezdxf.recover.read(io.BytesIO(content))
        except PARSER_ERRORS as error:
            raise _refused(path, f"the drawing is damaged and could not be repaired ({_short(error)})") from None
        repairs = max(1, len(auditor.fixes) + len(auditor.errors))
    if len(document.entitydb) > limits.DXF_ENTITIES:
        raise _too_many(path)
    return document, repairs


def _check_kind(path: Path, content: bytes) -> None:
    if _DWG.match(content):
        raise _refused(path, "this is a DWG drawing with the suffix of a DXF", "save it as DXF in the drawing program")
    if content.startswith(_BINARY):
        if b"EOF\0" not in content[-64:]:
            raise _cut_off(path)
        return
    if b"SECTION" not in content[:65536]:
        raise _refused(path, "this is not a DXF drawing", "export the plan as DXF and check that this is the file")
    if not _END.search(content[-65536:]):
        raise _cut_off(path)
    if len(content) > 4 * limits.DXF_ENTITIES and sum(1 for _ in _STARTS.finditer(content)) > limits.DXF_ENTITIES:
        raise _too_many(path)


def _too_many(path: Path) -> InputError:
    reason = f"the drawing holds more than {limits.DXF_ENTITIES:,} things"
    return _refused(path, reason, "keep only the plan of the premises and purge the rest")


def _cut_off(path: Path) -> InputError:
    return _refused(path, "the drawing breaks off: its end mark (EOF) is missing", "copy or export it again, completely")


def _refused(path: Path, reason: str, remedy: str = "open it in a drawing program and save it as DXF again") -> InputError:
    return InputError(Problem(os.fspath(path), reason, remedy))


def _short(error: BaseException) -> str:
    words = " ".join(str(error).split())
    return words[:120] or type(error).__name__
