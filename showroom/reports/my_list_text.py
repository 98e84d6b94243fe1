"""What fits into a QR code? The essentials of a visitor's list as plain words any phone shows, cut into pieces a code can carry.

No address is in it and no server behind it: a phone that reads the code has the words themselves.
"""

from collections.abc import Sequence
from datetime import date

from showroom.domain.permit import Permit
from showroom.domain.review import Review
from showroom.domain.text import Text
from showroom.reports.my_list import GROUPS, Entry
from showroom.reports.text import verdict_of

MOST_BYTES = 400
"""What one code carries at most, UTF-8: 81 modules a side at level M.

Of the codes of whole registers ZXing read all at 600 bytes as at 400, OpenCV's weaker reader 32 of 36 at 600, 52 of 54 at 400.
"""
_SAID = {
    "title": Text.of("样板间清单", "My showroom list"),
    "measured": Text.of("量得{measured}，要求{required}", "measured {measured}, required {required}"),
    "foot": Text.of("按图纸预判，以窗口和现场核查为准", "Judged from the plan; the office and the inspection on site decide"),
}


def my_list_text(
    entries: Sequence[Entry], permits: Sequence[Permit], made_on: date, language: str, review: Review | None = None
) -> tuple[str, ...]:
    """Return the list line by line: each permit, each group, each thing with its figures, and last that the office decides.

    The verdict on the visitor's own plan stands below its permit; without entries and `review` there is nothing to say.
    """
    names = {permit.id: permit.title.in_(language) for permit in permits}
    checked = (review.permit.id,) if review is not None else ()
    lines, number = [], 0
    for permit_id in dict.fromkeys((*(entry.mark.permit_id for entry in entries), *checked)):
        lines.append(f"{names.get(permit_id, permit_id)} {made_on.isoformat()}")
        if review is not None and permit_id == review.permit.id:
            lines.append(verdict_of(review, language))
        for group, title in GROUPS.items():
            here = [entry for entry in entries if entry.group == group and entry.mark.permit_id == permit_id]
            if here:
                lines.append(f"[{title.in_(language)}]")
            for entry in here:
                number += 1
                lines.append(f"{number}. {_line(entry, language)}")
    return (*lines, _SAID["foot"].in_(language)) if lines else ()


def _line(entry: Entry, language: str) -> str:
    title = entry.title.in_(language)
    measured, required = entry.figures(language)
    if not measured:
        return title
    stop = "：" if language == "zh_CN" else ": "
    return title + stop + _SAID["measured"].in_(language).format(measured=measured, required=required)


def pieces_of(lines: Sequence[str], language: str, most_bytes: int = MOST_BYTES) -> tuple[str, ...]:
    """Return the lines in as few pieces as carry them, each of at most `most_bytes` with its own heading and `1/3`.

    A line that no piece could carry is cut and ends in `…`. `most_bytes` below 120 leaves no room for words: ValueError.
    """
    if most_bytes < 120:
        raise ValueError("a piece of less than 120 bytes has no room for words")
    title = _SAID["title"].in_(language)
    room = most_bytes - len(f"{title} 99/99".encode())
    pieces: list[list[str]] = []
    left = 0
    for line in (_cut(line, room - 1) for line in lines):
        needs = len(line.encode()) + 1
        if not pieces or needs > left:
            pieces.append([])
            left = room
        pieces[-1].append(line)
        left -= needs
    count = len(pieces)
    heads = [title if count == 1 else f"{title} {number}/{count}" for number in range(1, count + 1)]
    return tuple("\n".join((head, *piece)) for head, piece in zip(heads, pieces, strict=True))


def _cut(line: str, most_bytes: int) -> str:
    if len(line.encode()) <= most_bytes:
        return line
    return line.encode()[: most_bytes - 3].decode(errors="ignore") + "…"
