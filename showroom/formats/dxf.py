"""Which plan does a DXF drawing show?

The file is opened (`dxf_file`), everything in it sorted by layer and block words (`dxf_walk`), and the neutral drawing read as a
plan (`drawing_plan`). Only this format loads ezdxf.
"""

import gc
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from showroom.domain.errors import InputError, Problem
from showroom.domain.plan import Note, Plan, Source
from showroom.domain.text import Text
from showroom.formats import limits
from showroom.formats.drawing import Drawing, Stroke
from showroom.formats.drawing_plan import plan_of
from showroom.formats.dxf_file import open_dxf
from showroom.formats.dxf_walk import walk
from showroom.formats.mistakes import described
from showroom.formats.source_file import read_bytes
from showroom.formats.vocabulary_yaml import read_vocabulary

_INSUNITS = {1: "in", 2: "ft", 3: "mi", 4: "mm", 5: "cm", 6: "m", 7: "km", 10: "yd", 14: "dm"}


def read_dxf(plan_path: Path, *, unread: list[Stroke] | None = None) -> Plan:
    """Return the plan a DXF drawing shows; its source says what was assumed and what was not understood.

    Where a list `unread` is given, lines of no known meaning are added to it, in metres.

    Raises:
        InputError: the file is no usable DXF, or shows no room.
    """
    with _undisturbed():
        drawing, source = _drawn(plan_path, keep_unread=unread is not None)
        gc.collect(0)  # the document refers to itself everywhere, and would stay beside what is made of it
        return _plan(plan_path, drawing, source, unread)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back Python's collector, which looks again and again at everything a drawing is made of and finds nothing to free."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _drawn(plan_path: Path, *, keep_unread: bool) -> tuple[Drawing, Source]:
    """Return everything the file draws, and what is known of the file by then."""
    content = read_bytes(plan_path, limit=limits.DXF_BYTES, noun="drawing")
    document, repairs = open_dxf(plan_path, content)
    drawing = walk(document, read_vocabulary(), os.fspath(plan_path), keep_unread=keep_unread)
    drawing.declared_unit, drawing.metric = _declared(document.header)
    notes = (*_repair_notes(repairs), *_proxy_notes(drawing))
    return drawing, Source(kind="dxf", path=os.fspath(plan_path), sha256=hashlib.sha256(content).hexdigest(), notes=notes)


def _plan(plan_path: Path, drawing: Drawing, source: Source, unread: list[Stroke] | None) -> Plan:
    try:
        return plan_of(drawing, read_vocabulary(), source, name=plan_path.stem, place_name=os.fspath(plan_path), unread=unread)
    except ValidationError as error:
        wrong = [described(one, ()) for one in error.errors(include_url=False)]
        remedy = "look at this part of the drawing"
        raise InputError(
            [Problem(os.fspath(plan_path), mistake.reason, mistake.remedy or remedy) for mistake in wrong[:20]]
        ) from None


def _declared(header: Any) -> tuple[str | None, bool | None]:
    """Return the unit `$INSUNITS` declares, and whether `$MEASUREMENT` says metric; `None` for what is not said."""
    measurement = header.get("$MEASUREMENT") if "$MEASUREMENT" in header else None
    unit = _INSUNITS.get(int(header["$INSUNITS"])) if "$INSUNITS" in header else None
    return unit, None if measurement is None else measurement == 1


def _repair_notes(repairs: int) -> tuple[Note, ...]:
    if not repairs:
        return ()
    text = Text.of(
        zh_CN=f"图纸文件有损坏，读取时修复了 {repairs} 处；请核对图中内容是否齐全。",
        en=f"The drawing file is damaged; {repairs} places were repaired in reading it. Check that nothing is missing.",
    )
    return (Note(code="file-repaired", text=text),)


def _proxy_notes(drawing: Drawing) -> tuple[Note, ...]:
    """Tell what to do about objects only the program that made them can draw: TArch (天正) keeps walls and doors as such."""
    gone = {layer: count for (what, layer), count in sorted(drawing.left_over.items()) if what == "proxy"}
    if not gone:
        return ()
    text = Text.of(
        zh_CN=f"图中有 {sum(gone.values())} 个天正等软件的专用对象，这里无法读取。请在天正中用“图形导出”存为天正 3（T3）格式，"
        "再另存为 DXF 送来；否则其中的墙、门窗、房间不会被检查。",
        en=f"{sum(gone.values())} objects can only be drawn by the program that made them (such as TArch) and were not read. "
        "Export the drawing there as T3 (plain lines and blocks), save it as DXF and bring that; walls, doors and rooms among them "
        "go unchecked.",
    )
    return (Note(code="proxy-objects", text=text, where=", ".join(gone)),)
