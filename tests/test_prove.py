"""`make prove` tries harder: property tests get many times the examples they name."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COUNTING = """\
from hypothesis import given, settings, strategies as st
named, unnamed = [], []
@settings(max_examples=7)
@given(st.floats())
def test_a_number_is_named(x): named.append(x)
@given(st.floats())
def test_no_number_is_named(x): unnamed.append(x)
def test_the_counts():
    assert len(named) >= 21 and len(unnamed) >= 300
"""


def test_every_property_gets_more_examples(tmp_path: Path) -> None:
    """Tests with a number of examples of their own, and tests without, run three times as many where three times are asked."""
    (tmp_path / "test_counting.py").write_text(COUNTING, encoding="utf-8")
    words = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "prove",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        "test_counting.py",
    ]
    environment = {**os.environ, "TIMES": "3", "PYTHONPATH": str(ROOT / ".ci")}
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
