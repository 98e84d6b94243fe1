"""How long do all forms of a checklist of about a hundred lines take, and how large are the PDF and the page for the phone?"""

from datetime import date

from benchmarks.row import Row, cpu_seconds
from showroom.domain.application import Application
from showroom.formats import read_permit, read_vocabulary
from showroom.home import scenes
from showroom.reports import WRITERS, Handover
from showroom.reports.lines import lines_of
from showroom.review import review_plan

DAY = date(2026, 11, 24)


def rows() -> list[Row]:
    """Return the rows: seconds of processor for every form once, the first loading of their libraries included, and megabytes."""
    plan = scenes() / "arts-school" / "premises.plan.yaml"
    review = review_plan(plan, read_permit("arts-training"), Application(), as_of=DAY)
    lines = len(lines_of(review, read_vocabulary(), "zh_CN"))
    to = Handover("zh_CN", case_number="2026-1124")
    took: dict[str, float] = {}
    size: dict[str, int] = {}
    for kind, writers in WRITERS.items():
        for suffix, writer in writers.items():

            def write(name: str = f"{kind}{suffix}") -> None:
                size[name] = len(writer(review, to))  # noqa: B023 - called at once

            took[f"{kind}{suffix}"] = cpu_seconds(write)
    note = f"CPU; {lines} lines; " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in took.items())
    return [
        Row(f"all {len(took)} forms of a checklist", sum(took.values()), None, "s", 5.0, 2.5, note),
        Row("the PDF of it", size["checklist.pdf"] / 1e6, None, "MB", 3.0, 1.0, "without pictures in 3D"),
        Row("the page for the phone", size["checklist.html"] / 1e6, None, "MB", 4.0, 1.0, "without pictures in 3D"),
    ]
