"""Which rows are measured, and how are they shown and kept?"""

import importlib
import json
import platform
import sys
import traceback
from pathlib import Path

from benchmarks.row import Row

MODULES = (
    "check_from_shell",
    "full_check",
    "growth",
    "recheck",
    "read_dxf",
    "pick",
    "cold_open",
    "walk",
    "moving",
    "foreign_walk",
    "stalls",
    "memory",
    "drawn_plans",
    "model_plan",
    "search",
    "handover",
)
RESULTS = Path(__file__).parent / "results.json"


def main(words: list[str]) -> int:
    """Measure, print the table, write `results.json`; 0 where every row measured meets its must, 1 otherwise."""
    rows: list[Row] = []
    failed: list[str] = []
    for name in MODULES:
        if words and not any(word in name for word in words):
            continue
        print(f"… {name}", file=sys.stderr, flush=True)
        try:
            rows += importlib.import_module(f"benchmarks.{name}").rows()
        except Exception:  # noqa: BLE001 - one row that cannot be measured must not lose the others
            traceback.print_exc()
            failed.append(name)
    print(table(rows))
    for name in failed:
        print(f"not measured: {name}")
    RESULTS.write_text(json.dumps([row.as_json() for row in rows], indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if rows and not failed and all(row.met for row in rows) else 1


def table(rows: list[Row]) -> str:
    """Return the rows as one table of text."""
    head = ("what", "ours", "peer", "unit", "ratio", "must", "aim", "")
    lines = [head]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.4g}×"
        peer = "—" if row.peer is None else f"{row.peer:.4g}"
        reached = "aim" if (row.ours if row.ratio is None else row.ratio) <= row.aim else "must" if row.met else "MISSED"
        lines.append((row.name, f"{row.ours:.4g}", peer, row.unit, ratio, f"{row.must:g}", f"{row.aim:g}", reached))
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    made = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    notes = [f"  {row.name}: {row.note}" for row in rows if row.note]
    return "\n".join([f"{platform.python_version()} on {platform.machine()}", *made, *notes])
