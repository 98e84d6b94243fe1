"""How long is `showroom check` of a small plan from the shell, against importing three of its libraries?"""

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.peers import ENVIRONMENT
from benchmarks.row import Row, alternate, seconds
from showroom.formats import read_plan, write_plan
from showroom.home import scenes

STATUSES = (0, 1, 3)


def rows() -> list[Row]:
    """Return the rows, seconds of the whole process: a plan in our own format, and the same as a DXF."""
    plan = scenes() / "hot-food-shop" / "premises.plan.yaml"
    with tempfile.TemporaryDirectory() as folder:
        drawing = Path(folder) / "shop.dxf"
        write_plan(read_plan(plan), drawing)
        return [_row(plan, ".plan.yaml", 3.0, 2.0), _row(drawing, "DXF", 4.0, 3.0)]


def _row(plan: Path, kind: str, must: float, aim: float) -> Row:
    check = [sys.executable, "-m", "showroom.cli", "check", str(plan), "--permit", "food-catering", "--format", "json"]
    imports = [sys.executable, "-c", "import shapely, pydantic, yaml"]

    def ours() -> float:
        return seconds(lambda: _run(check, STATUSES))

    def peer() -> float:
        return seconds(lambda: _run(imports, (0,)))

    ours(), peer()
    a, b = alternate(ours, peer, 7)
    note = "peer: python -c 'import shapely, pydantic, yaml'"
    return Row(f"showroom check from the shell, {kind}", a, b, "s", must, aim, note)


def _run(command: list[str], expected: tuple[int, ...]) -> None:
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=False)
    if done.returncode not in expected:
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr.decode()[-400:]}")
