"""Each form is written by a program that wrote nothing before, as a command is: none leans on what another has loaded."""

import os
import subprocess
import sys

import pytest

from showroom import home
from showroom.reports import WRITERS

_FRESH = """
import os, sys, traceback
from datetime import date
from pathlib import Path
from showroom.domain.application import Application
from showroom.formats import read_permit
from showroom.reports import WRITERS, Handover
from showroom.review import review_plan
review = review_plan(Path(sys.argv[1]), read_permit("food-catering"), Application(), as_of=date(2026, 11, 24))
for kind, writers in WRITERS.items():
    for suffix, writer in writers.items():
        sys.stdout.flush()
        if os.fork() == 0:
            try:
                size = len(writer(review, Handover("zh_CN", case_number="WH-7")))
            except BaseException:
                size = 0
                traceback.print_exc()
            print(kind, suffix, size, flush=True)
            os._exit(0)
        os.wait()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each form is written in a copy of a program that only made the review")
def test_every_form_is_written_by_a_fresh_program() -> None:
    """All forms of the table come out, each in a program of its own, and no form's failure is told by a traceback."""
    plan = str(home.scenes() / "small-eatery" / "premises.plan.yaml")
    ran = subprocess.run([sys.executable, "-c", _FRESH, plan], capture_output=True, text=True, check=True)
    written = {(kind, suffix): int(size) for kind, suffix, size in map(str.split, ran.stdout.splitlines())}
    assert written.keys() == {(kind, suffix) for kind, writers in WRITERS.items() for suffix in writers}, ran.stderr
    assert all(size > 500 for size in written.values()), ran.stderr
