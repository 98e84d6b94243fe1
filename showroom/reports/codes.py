"""Which square codes stand on our papers and screens? Plain text that any phone reads, without a server behind it.

That of a line of the checklist carries its key, the plan's hash and the case, so that a photo of the paper says what it is of.
"""

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from showroom.domain.review import Review

if TYPE_CHECKING:
    import segno

_SCALE, _BORDER = 3, 4
"""Pixels a module of a code's picture, and modules of its quiet zone."""


def code_text(key: str, review: Review, case_number: str) -> str:
    """Return what the code of a line says: key, first 16 digits of the plan's SHA-256, case number."""
    return "\n".join((key, review.plan.source.sha256[:16], case_number)).rstrip("\n")


def code_rows(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a code row by row, dark is true, without its quiet zone of four."""
    return tuple(tuple(bool(module) for module in row) for row in _code(text).matrix)


def code_png(key: str, review: Review, case_number: str) -> bytes:
    """Return the code of a line as PNG bytes with its quiet zone."""
    rows = np.pad(np.array(code_rows(code_text(key, review, case_number))), _BORDER)
    out = io.BytesIO()
    Image.fromarray(~rows.repeat(_SCALE, axis=0).repeat(_SCALE, axis=1)).save(out, "PNG")
    return out.getvalue()


def _code(text: str) -> "segno.QRCode":
    """Return the code of a text, level M. The mask is given: weak readers like it, and trying all takes ten times as long."""
    import segno

    return segno.make_qr(text, error="m", mode="byte", encoding="utf-8", mask=0)
