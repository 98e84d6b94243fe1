"""One review: gates, notes, the office's list, and the exit status, on real input and by hand."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from showroom.domain.application import Application
from showroom.domain.errors import InputError
from showroom.domain.finding import Binding, Finding, Outcome, Reason
from showroom.formats import read_application, read_permit, read_plan
from showroom.review import review, review_plan

AS_OF = date(2026, 11, 23)


@pytest.fixture
def shop(shared_data) -> Path:
    """A drawn restaurant of seven rooms by other people's convention."""
    return shared_data / "plans-drawn" / "food-base.clean.dxf"


@pytest.fixture
def application(shop) -> Application:
    """What its drawing does not say."""
    return read_application(shop.with_name("food-base.clean.application.yaml"))


def _narrowed(plan, metres):
    """The plan with the door between dining and kitchen made this wide."""
    storey = plan.storeys[0]
    openings = tuple(o.revise(width=metres) if abs(o.width - 1.0) < 1e-6 else o for o in storey.openings)
    assert openings != storey.openings
    return plan.revise(storeys=(storey.revise(openings=openings),))


def test_a_compliant_drawing_misses_nothing_mandatory(shop, application):
    """The drawn restaurant passes every gate, and no mandatory row is missed."""
    result = review_plan(shop, read_permit("food-catering"), application, as_of=AS_OF)
    assert result.gate == "rules"
    assert result.exit_status in (0, 3)
    assert not [f for f in result.findings if f.outcome is Outcome.NOT_CHECKED]
    assert not [f for f in result.findings if f.outcome is Outcome.NOT_MET and f.binding is Binding.MANDATORY]


@pytest.mark.parametrize(
    ("metres", "binding", "statuses"), [(0.79, Binding.MANDATORY, (1,)), (0.89, Binding.ADVISORY, (0, 3)), (0.9, None, (0, 3))]
)
def test_a_narrowed_door_of_the_way_out_is_found(shop, application, metres, binding, statuses):
    """0.79 m misses the mandatory limit by 10 mm, 0.89 m the advised one, 0.90 m neither."""
    result = review(_narrowed(read_plan(shop), metres), read_permit("food-catering"), application, as_of=AS_OF)
    missed = [f for f in result.findings if f.outcome is Outcome.NOT_MET]
    assert [(f.requirement, f.binding, f.margin) for f in missed] == (
        [("fire.door.clear-width", binding, -0.01)] if binding else []
    )
    assert result.exit_status in statuses


def test_every_room_measured_says_where(shop, application):
    """Findings about one thing carry a witness on its storey, and every sentence is there in both languages."""
    result = review_plan(shop, read_permit("food-catering"), application, as_of=AS_OF)
    for finding in result.findings:
        assert set(finding.text.root) == {"zh_CN", "en"}
        if finding.requirement in ("fire.door.clear-width", "fire.travel.in-room", "fire.travel.to-exit"):
            assert finding.geometry is not None
            assert finding.geometry.type == "LineString"
            assert finding.storey is not None


def test_the_list_keeps_the_office_order(shop, application):
    """Every row in force stands once in its section, numbered section.line, with its findings."""
    permit = read_permit("food-catering")
    result = review_plan(shop, permit, application, as_of=AS_OF)
    items = [(section.section.id, item) for section in result.checklist.sections for item in section.items]
    assert sorted(item.requirement.id for _, item in items) == sorted(row.id for row in permit.requirements)
    order = [section.id for section in permit.sections]
    assert [order.index(section) for section, _ in items] == sorted(order.index(section) for section, _ in items)
    for number, section in enumerate(result.checklist.sections, 1):
        assert [item.number for item in section.items] == [f"{number}.{line}" for line in range(1, len(section.items) + 1)]
    assert sum(len(item.findings) for _, item in items) == len(result.findings)


def _room(tmp_path, width, use="cooking", name="厨房"):
    """A single room 5 m deep with one door, as a plan file."""
    path = tmp_path / "room.plan.yaml"
    path.write_text(
        f"""format: 1
storeys:
  - id: F1
    level: 1
    walls:
      - {{id: W1, axis: [[0, 0], [{width + 0.2}, 0]], thickness: 0.2}}
      - {{id: W2, axis: [[0, 5.2], [{width + 0.2}, 5.2]], thickness: 0.2}}
    openings:
      - {{id: D1, kind: door, wall: W1, at: 2, width: 1.2}}
    spaces:
      - {{id: S1, name: {name}, use: {use}, outline: [[0.1, 0.1], [{width + 0.1}, 0.1], [{width + 0.1}, 5.1], [0.1, 5.1]]}}
""",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize(
    ("permit", "width", "noted"), [("food-catering", 8, True), ("food-catering", 12, False), ("small-catering", 8, False)]
)
def test_a_small_shop_is_told_that_registration_is_possible(tmp_path, permit, width, noted):
    """Under the full licence a note, no finding, says that a shop under 50 m² may register instead."""
    result = review_plan(_room(tmp_path, width), read_permit(permit), Application(), as_of=AS_OF)
    assert any(note.code == "small-catering-possible" for note in result.notes) is noted
    assert ("small-catering.scope.area" in {f.requirement for f in result.findings}) is (permit == "small-catering")


def test_a_space_without_a_use_holds_the_plan_at_the_second_gate(tmp_path):
    """Rules run all the same, but the review says that the plan is not complete and which space is meant."""
    result = review_plan(_room(tmp_path, 8, use="other", name="多功能间"), read_permit("food-catering"), Application(), as_of=AS_OF)
    assert result.gate == "usable"
    assert [(note.code, note.where) for note in result.notes if note.code == "use-unknown"] == [("use-unknown", "S1")]
    assert result.findings


def test_a_plan_without_spaces_passes_no_gate(tmp_path):
    """Nothing to measure: the gate says so, and nothing is called met but what the application alone decides."""
    path = tmp_path / "empty.plan.yaml"
    path.write_text("format: 1\nstoreys: [{id: F1}]\n", encoding="utf-8")
    result = review_plan(path, read_permit("food-catering"), Application(), as_of=AS_OF)
    assert result.gate == "none"
    assert not [f for f in result.findings if f.outcome is Outcome.MET]


def test_a_missing_file_is_refused(tmp_path):
    """A path that leads nowhere is an input error."""
    with pytest.raises(InputError):
        review_plan(tmp_path / "none.plan.yaml", read_permit("food-catering"), Application(), as_of=AS_OF)


def _finding(outcome, binding=Binding.MANDATORY, reason=None):
    permit = read_permit("food-catering")
    row = permit.requirements[0]
    return Finding(
        requirement=row.id, rule=None, outcome=outcome, binding=binding, reason=reason, text=row.title, source=row.source.cite()
    )


@pytest.mark.parametrize(
    ("findings", "status"),
    [
        ([], 0),
        ([(Outcome.MET,), (Outcome.NOT_APPLICABLE,)], 0),
        ([(Outcome.NOT_MET, Binding.ADVISORY)], 0),
        ([(Outcome.TO_CONFIRM, Binding.MANDATORY, Reason.INSPECTOR)], 0),
        ([(Outcome.TO_CONFIRM, Binding.MANDATORY, Reason.FACT_MISSING)], 3),
        ([(Outcome.TO_CONFIRM, Binding.MANDATORY, Reason.WITHIN_UNCERTAINTY)], 3),
        ([(Outcome.TO_CONFIRM, Binding.ADVISORY, Reason.FACT_MISSING)], 0),
        ([(Outcome.NOT_CHECKED,)], 3),
        ([(Outcome.NOT_CHECKED,), (Outcome.NOT_MET,)], 1),
    ],
)
def test_the_exit_status_weighs_mandatory_rows_alone(tmp_path, findings, status):
    """0 all met or waiting for the inspector, 1 one missed, 3 one undecided; advice changes nothing."""
    result = review_plan(_room(tmp_path, 8), read_permit("food-catering"), Application(), as_of=AS_OF)
    assert result.revise(findings=tuple(_finding(*parts) for parts in findings)).exit_status == status


def test_reviewing_loads_neither_qt_nor_vtk():
    """The use case stays importable without a display, and quick to start."""
    script = "import sys, showroom.review; print([m for m in ('PySide6', 'vtk', 'vtkmodules', 'pyvista') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
