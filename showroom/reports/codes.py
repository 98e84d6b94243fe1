"""Which square code stands beside a line? It carries the line's key, the plan's hash and the case, and needs no server.

What a scanner reads is plain text of three lines, so that a photo of the paper says which line of which plan it belongs to.
"""

import io

import segno

from showroom.domain.review import Review


def code_text(key: str, review: Review, case_number: str) -> str:
    """Return what the code of a line says: key, first 16 digits of the plan's SHA-256, case number."""
    return "\n".join((key, review.plan.source.sha256[:16], case_number)).rstrip("\n")


def code_rows(text: str) -> list[list[bool]]:
    """Return the dark modules of a code row by row, without its quiet zone."""
    return [[bool(module) for module in row] for row in _code(text).matrix]


def code_png(key: str, review: Review, case_number: str) -> bytes:
    """Return the code of a line as PNG bytes with its quiet zone."""
    out = io.BytesIO()
    _code(code_text(key, review, case_number)).save(out, kind="png", scale=3, border=4)
    return out.getvalue()


def _code(text: str) -> segno.QRCode:
    """Return the code of a text. The mask is given (OpenCV read 60 of 60 keys with it): trying all takes ten times as long."""
    return segno.make_qr(text, error="m", mask=0)
