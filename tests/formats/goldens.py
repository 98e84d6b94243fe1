"""What was found in other people's drawings, kept as small files that somebody has looked at beside the pictures.

`python -m tests.formats.goldens` writes them anew; look at every difference (`showroom inspect -o`) before keeping it.
The drawings themselves are not copied. `docs/dev/drawings.md` says what a person sees in each.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from showroom.domain.errors import InputError
from showroom.formats import read_plan
from showroom.formats.inspection import WHAT, inspection

PLANS = Path(__file__).resolve().parents[3] / "shared" / "data" / "plans"
KEPT = Path(__file__).parent / "goldens"


def drawings() -> list[str]:
    """Return every real DXF and SVG drawing, by its path below the plans."""
    return sorted(str(path.relative_to(PLANS)) for suffix in ("dxf", "svg") for path in (PLANS / suffix).rglob(f"*.{suffix}"))


def golden_path(drawing: str) -> Path:
    """Return the file that keeps what is found in a drawing."""
    return KEPT / f"{Path(drawing).name}.json"


def facts(drawing: str) -> dict[str, Any]:
    """Return what `inspect` finds in a drawing, rounded to what matters: areas to 0.1 m², widths to 1 cm."""
    try:
        found = inspection(read_plan(PLANS / drawing))
    except InputError as error:
        return {"refused": [problem.reason for problem in error.problems]}
    plan = found["plan"]
    kinds = Counter(opening["kind"] for opening in found["openings"])
    return {
        "gate": plan["gate"],
        "to_do": [note["code"] for note in plan["to_do"]],
        "unit": plan["unit"],
        "notes": sorted({note["code"] for note in plan["notes"]}),
        "spaces": [[space["name"], space["use"], round(space["area_m2"], 1)] for space in plan["spaces"]],
        "openings": {
            kind: sorted(round(opening["width"], 2) for opening in found["openings"] if opening["kind"] == kind)
            for kind in sorted(kinds)
        },
        "exits": sum(opening["leads"] == "outside" for opening in found["openings"]),
        "fixtures": dict(sorted(Counter(fixture["kind"] for fixture in found["fixtures"]).items())),
        "not_understood": {
            code: sum(one["count"] for one in found["not_understood"] if one["what"] == code)
            for code in sorted({one["what"] for one in found["not_understood"]} & set(WHAT))
        },
        "entities_of_no_known_meaning": sum(one["count"] for one in found["not_understood"] if one["what"] not in WHAT),
    }


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    for name in drawings():
        golden_path(name).write_text(json.dumps(facts(name), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(name, file=sys.stderr)  # noqa: T201 - a tool for the terminal
