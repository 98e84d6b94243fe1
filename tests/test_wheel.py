"""What is handed out: the wheel carries its own scenes, requirements and assets and finds them; the locks name no index."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "benchmarks/requirements.lock")
TEXTS = (".py", ".yaml", ".json", ".toml", ".txt", ".md", ".qss")
BINARIES_LIMIT_B = 60_000_000


@pytest.fixture(scope="module")
def wheel_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and return its path."""
    pytest.importorskip("hatchling", reason="the wheel is built with hatchling (extra dev)")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel's content, as an installer lays it down."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel_path) as wheel:
        wheel.extractall(folder)
    return folder


def run(site: Path, *words: str) -> str:
    """Run Python far from the checkout with the wheel's content found first; return what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "SHOWROOM_HOME"} | {"PYTHONPATH": str(site)}
    ended = subprocess.run([sys.executable, *words], cwd=site, env=environment, capture_output=True, text=True, check=True)
    return ended.stdout


def test_the_wheel_finds_its_own_files(unpacked: Path) -> None:
    """An installed wheel looks for scenes, requirements and assets inside itself."""
    told = run(unpacked, "-c", "from showroom.home import home; print(home())")
    assert Path(told.strip()) == unpacked / "showroom" / "_home"


@pytest.mark.parametrize(
    "carried",
    [
        "scenes/hot-food-shop/scene.yaml",
        "scenes/hot-food-shop/premises.plan.yaml",
        "scenes/hot-food-shop/scene.glb",
        "requirements/vocabulary.yaml",
        "requirements/food-catering.yaml",
        "assets/fonts/NotoSansSC-Regular.ttf",
        "assets/fonts/OFL.txt",
    ],
)
def test_the_wheel_carries_what_the_program_reads(unpacked: Path, carried: str) -> None:
    """Scenes, requirements, fonts and the fonts' licence are inside, byte for byte those of the checkout."""
    assert (unpacked / "showroom" / "_home" / carried).read_bytes() == (ROOT / carried).read_bytes()


def test_the_command_line_works_from_the_wheel(unpacked: Path) -> None:
    """`showroom permits list` reads the register that the wheel carries."""
    assert "food-catering" in run(unpacked, "-m", "showroom.cli", "permits", "list")


def test_the_wheel_says_its_licence_and_its_command(wheel_path: Path) -> None:
    """The metadata carry the MIT licence and the console script."""
    with zipfile.ZipFile(wheel_path) as wheel:
        named = {Path(name).name: name for name in wheel.namelist() if ".dist-info/" in name}
        assert "License-Expression: MIT" in wheel.read(named["METADATA"]).decode()
        assert "showroom = showroom.cli:main" in wheel.read(named["entry_points.txt"]).decode()
        assert "LICENSE" in named


def test_no_file_of_the_wheel_knows_where_it_was_built(unpacked: Path) -> None:
    """No text in the wheel holds the path of the checkout."""
    texts = [path for path in unpacked.rglob("*") if path.suffix in TEXTS]
    assert texts
    assert [path for path in texts if str(ROOT).encode() in path.read_bytes()] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: str) -> None:
    """A lock pins names, versions and hashes; where they come from is the machine's own business."""
    text = (ROOT / lock).read_text()
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    """Every pinned package is followed by at least one SHA-256."""
    entries = re.split(r"^(?=[A-Za-z0-9])", (ROOT / lock).read_text(), flags=re.MULTILINE)
    pinned = [entry for entry in entries if re.match(r"[A-Za-z0-9._-]+==", entry)]
    assert len(pinned) > 20
    assert [entry.partition(" ")[0] for entry in pinned if "--hash=sha256:" not in entry] == []


def test_the_two_locks_agree() -> None:
    """A package in both locks has one version, so that `make bench` changes nothing that `make install` laid down."""
    first, second = (
        dict(re.findall(r"^([A-Za-z0-9._-]+)==([^ \\\n]+)", (ROOT / lock).read_text(), re.MULTILINE)) for lock in LOCKS
    )
    assert {name: (first[name], second[name]) for name in first.keys() & second.keys() if first[name] != second[name]} == {}


def test_the_binaries_stay_small() -> None:
    """Scenes and assets together stay below 60 MB, so that a clone stays quick."""
    sizes = [path.stat().st_size for folder in ("scenes", "assets") for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert 0 < sum(sizes) < BINARIES_LIMIT_B
