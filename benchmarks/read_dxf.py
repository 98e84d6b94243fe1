"""What does reading a 5 MB DXF cost, against opening it alone: time, memory, growth, and a reader kept warm?"""

import math
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import ezdxf

from benchmarks.drawn import drawing
from benchmarks.peers import ENVIRONMENT
from benchmarks.row import Row, alternate, cpu_seconds, seconds
from showroom.formats.dxf import read_dxf
from showroom.formats.table import read_plan
from showroom.formats.worker import cool_down, warm_up

ROOMS = 960
MEGABYTE = 1024 * 1024
_PEAK = """import re, sys
from pathlib import Path
from showroom.formats.dxf import read_dxf
read_dxf(Path(sys.argv[1]))
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)"""
"""The peak since this program began: what `getrusage` tells counts the process that started it as well."""


def rows() -> list[Row]:
    """Return the rows: both ways of drawing rooms, the memory of the harder one, growth, and a warm start."""
    with tempfile.TemporaryDirectory() as folder:
        outlined = drawing(Path(folder) / "outlined.dxf", ROOMS)
        walled = drawing(Path(folder) / "walled.dxf", ROOMS, outlines=False)
        return [
            _time("read a 5 MB DXF to a Plan, rooms drawn", outlined),
            _time("read a 5 MB DXF to a Plan, rooms from walls", walled),
            _memory(walled),
            _growth(Path(folder)),
            _warm(drawing(Path(folder) / "one.dxf", 2)),
        ]


def _time(name: str, path: Path) -> Row:
    ours, peer = alternate(lambda: cpu_seconds(lambda: read_dxf(path)), lambda: cpu_seconds(lambda: ezdxf.readfile(path)))
    return Row(name, ours, peer, "s", 2.0, 1.3, f"CPU; {path.stat().st_size / 1e6:.1f} MB, {ROOMS} rooms; peer: ezdxf.readfile")


def _memory(path: Path) -> Row:
    peak = float(subprocess.run([sys.executable, "-c", _PEAK, path], capture_output=True, env=ENVIRONMENT, check=True).stdout)
    allowed = 10 * path.stat().st_size / MEGABYTE + 150
    return Row("memory of reading a 5 MB DXF", peak, allowed, "MB", 1.0, 0.8, "whole process; peer: 10 × the file + 150 MB")


def _growth(folder: Path) -> Row:
    counts = (60, 240, 960)
    runs = (5, 3, 1)
    paths = [drawing(folder / f"{count}.dxf", count, outlines=False) for count in counts]
    taken = [
        statistics.median(cpu_seconds(lambda path=path: read_dxf(path)) for _ in range(number))
        for path, number in zip(paths, runs, strict=True)
    ]
    exponent = math.log(taken[-1] / taken[0]) / math.log(counts[-1] / counts[0])
    note = "rooms from walls; CPU s for " + ", ".join(f"{count}: {time:.2f}" for count, time in zip(counts, taken, strict=True))
    return Row("growth of reading a DXF with its rooms", exponent, None, "exponent", 1.3, 1.1, note)


def _warm(path: Path) -> Row:
    """What the process apart adds to reading a small file, once it is warm."""
    cool_down()
    warm_up()
    read_plan(path)
    apart, here = alternate(lambda: seconds(lambda: read_plan(path)), lambda: seconds(lambda: read_dxf(path)), 9)
    cool_down()
    note = f"read apart {apart * 1000:.0f} ms, in the program itself {here * 1000:.0f} ms"
    return Row("reading in a process apart, kept warm: added", max(0.0, (apart - here) * 1000), None, "ms", 150.0, 50.0, note)
