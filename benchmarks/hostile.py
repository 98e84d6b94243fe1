"""What do drawings made to do harm cost, and what is said of them? `python -m benchmarks.hostile [FOLDER…]` prints the table.

Each file is given to `showroom inspect` in a process of its own: seconds on the clock, the most memory one of its processes held,
and the answer. Folders named on the command line add their own DXF, SVG and GeoJSON files.
"""

import itertools
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers import ENVIRONMENT

_WATCH = """import ctypes, os, resource, subprocess, sys
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
status = subprocess.run(sys.argv[1:]).returncode
try:
    while True:
        os.wait()
except ChildProcessError:
    print()
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, end="")
sys.exit(status)"""
"""Becomes the parent of processes whose own has ended (PR_SET_CHILD_SUBREAPER), so that the memory of none goes uncounted."""
Made = Iterator[tuple[str, str]]
_END = "0\nENDSEC\n0\nEOF\n"


def main(folders: list[str]) -> int:
    """Make the files, measure all, print the table; 1 where one is neither read nor refused in words."""
    bad = 0
    print("| file | MB | seconds | peak MB | answer |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for path in itertools.chain(_made(Path(folder)), _found(folders)):
            size = path.stat().st_size / 1e6
            status, seconds, peak, said = measured(path)
            bad += status not in (0, 2)
            print(f"| {path.name} | {size:.1f} | {seconds:.1f} | {peak:.0f} | {said[:160]} |", flush=True)
    return 1 if bad else 0


def measured(path: Path) -> tuple[int, float, float, str]:
    """Return exit status, seconds, the largest process (MB) and the first words of `showroom inspect` about a file."""
    command = [sys.executable, "-c", _WATCH, sys.executable, "-m", "showroom.cli", "inspect", str(path), "--lang", "en"]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=False)
    seconds = time.perf_counter() - began
    out, _, peak = done.stdout.decode().rpartition("\n")
    said = (done.stderr.decode() if done.returncode else "read: " + out).replace(f"{path}: ", "").replace("|", "¦")
    return done.returncode, seconds, int(peak) / 1024, " ".join(said.split())


def _found(folders: list[str]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in Path(folder).rglob("*") if path.suffix.lower() in (".dxf", ".svg", ".geojson"))


def _made(folder: Path) -> Iterator[Path]:
    for name, content in itertools.chain(_dxf(), _svg(), _geojson()):
        path = folder / name
        path.write_text(content, encoding="utf-8", errors="surrogateescape")
        yield path
        path.unlink()


def _dxf() -> Made:
    """Yield drawings in the oldest form of DXF, which needs no more than its entities."""
    yield "no-drawing.dxf", "\x89PNG\r\n" + "\0" * 1000
    yield "dwg-in-disguise.dxf", "AC1032" + "\0" * 1000
    yield "svg-in-disguise.dxf", "<svg xmlns='http://www.w3.org/2000/svg'/>"
    yield (
        "blocks-in-a-ring.dxf",
        document("".join(insert("A0")), *(block(f"A{n}", insert(f"A{(n + 1) % 3}")) for n in range(3))),
    )
    deep = [block(f"A{n}", insert(f"A{n + 1}")) for n in range(50)]
    yield "blocks-50-deep.dxf", document(insert("A0"), *deep, block("A50", line()))
    ten = [block(f"A{n}", insert(f"A{n + 1}") * 10) for n in range(10)]
    yield "ten-times-ten-blocks.dxf", document(insert("A0"), *ten, block("A10", line()))
    yield "a-grid-of-a-thousand-million.dxf", document(insert("A", "70\n32000\n71\n32000\n44\n1\n45\n1\n"), block("A", line()))
    yield "a-million-inserts.dxf", document(insert("A") * 1_000_000, block("A", line()))
    yield "half-a-million-lines.dxf", document(line() * 500_000)
    yield "no-numbers.dxf", document(line("nan") + line("inf") + line("1e400") + line("1e30") * 20)
    yield "200-MB-of-text.dxf", document(text("x" * 1000) * 190_000)
    yield "50-MB-of-text.dxf", document(text("一层平面图 厨房" * 60) * 40_000)
    yield "one-text-of-30-MB.dxf", document(text("1F" * 15_000_000))
    yield "one-formatted-text-of-9-MB.dxf", document("0\nMTEXT\n8\nTEXT\n10\n0\n20\n0\n40\n1\n1\n" + "{\\fA;" * 1_800_000 + "\n")
    corners = "".join(f"0\nVERTEX\n8\nSPACE\n10\n{n % 997}\n20\n{n % 991}\n" for n in range(500_000))
    yield "a-room-of-half-a-million-corners.dxf", document("0\nPOLYLINE\n8\nSPACE\n66\n1\n70\n1\n" + corners + "0\nSEQEND\n")
    fan = "".join(f"0\nLINE\n8\nWALL\n10\n0\n20\n{n}\n11\n10000\n21\n{(n * 7919) % 20_000}\n" for n in range(20_000))
    yield "20000-walls-that-all-cross.dxf", document(fan)
    stack = "".join(f"0\nLINE\n8\nWALL\n10\n0\n20\n{n / 10}\n11\n10000\n21\n{n / 10}\n" for n in range(30_000))
    yield "30000-walls-a-tenth-apart.dxf", document(stack)
    doors = "".join(f"0\nARC\n8\nDOOR\n10\n{n}\n20\n0\n40\n900\n50\n0\n51\n90\n" for n in range(20_000))
    yield "20000-doors.dxf", document(doors + stack[:200_000].rsplit("0\nLINE", 1)[0])


def _svg() -> Made:
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    yield "entity-bomb.svg", f"<!DOCTYPE svg [{bomb}]>{head}<text>&e11;</text></svg>"
    yield "file-from-outside.svg", f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>{head}<text>&x;</text></svg>'
    yield "picture-from-outside.svg", f'{head}<image xlink:href="http://127.0.0.1:9/a.png" width="9" height="9"/></svg>'
    inner = ['<path d="M0 0H9"/>', *(f'<use xlink:href="#u{n}"/>' * 10 for n in range(8))]
    uses = "".join(f'<g id="u{n}">{content}</g>' for n, content in enumerate(inner))
    yield "doubling-by-use.svg", f"{head}{uses}</svg>"
    yield "groups-in-groups.svg", head + "<g>" * 100_000 + "</g>" * 100_000 + "</svg>"
    yield "a-path-of-20-MB.svg", f'{head}<g id="SPACE"><path d="M0 0{"L1 1 2 3" * 2_500_000}Z"/></g></svg>'
    yield "dxf-in-disguise.svg", document(line())


def _geojson() -> Made:
    yield "lists-in-lists.geojson", "[" * 5_000_000
    yield "no-json.geojson", "\x89PNG"
    yield "a-number-of-a-million-digits.geojson", '{"type": "FeatureCollection", "features": [' + "9" * 1_000_000 + "]}"


def document(entities: str, *blocks: str) -> str:
    """Return a drawing in the oldest form of DXF."""
    return f"0\nSECTION\n2\nBLOCKS\n{''.join(blocks)}0\nENDSEC\n0\nSECTION\n2\nENTITIES\n{entities}{_END}"


def block(name: str, entities: str) -> str:
    """Return a block of these entities."""
    return f"0\nBLOCK\n8\n0\n2\n{name}\n70\n0\n10\n0\n20\n0\n{entities}0\nENDBLK\n8\n0\n"


def insert(name: str, more: str = "") -> str:
    """Return a reference to a block at the origin."""
    return f"0\nINSERT\n8\n0\n2\n{name}\n10\n0\n20\n0\n{more}"


def line(number: str = "1000") -> str:
    """Return a wall line from the origin."""
    return f"0\nLINE\n8\nWALL\n10\n0\n20\n0\n11\n{number}\n21\n0\n"


def text(words: str) -> str:
    """Return a text at the origin."""
    return f"0\nTEXT\n8\nTEXT\n10\n0\n20\n0\n40\n100\n1\n{words}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
