"""How long is `showroom check` of a small plan from the shell, against importing three of its libraries?"""

import subprocess
import sys

from benchmarks.peers import ENVIRONMENT
from benchmarks.row import Row, alternate, seconds
from showroom.home import scenes

STATUSES = (0, 1, 3)


def rows() -> list[Row]:
    """Return the row, seconds of the whole process."""
    plan = scenes() / "hot-food-shop" / "premises.plan.yaml"
    check = [sys.executable, "-m", "showroom.cli", "check", str(plan), "--permit", "food-catering", "--format", "json"]
    imports = [sys.executable, "-c", "import shapely, pydantic, yaml"]

    def ours() -> float:
        return seconds(lambda: _run(check, STATUSES))

    def peer() -> float:
        return seconds(lambda: _run(imports, (0,)))

    ours(), peer()
    a, b = alternate(ours, peer, 7)
    return [
        Row("showroom check from the shell, .plan.yaml", a, b, "s", 3.0, 2.0, "peer: python -c 'import shapely, pydantic, yaml'")
    ]


def _run(command: list[str], expected: tuple[int, ...]) -> None:
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=False)
    if done.returncode not in expected:
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr.decode()[-400:]}")
