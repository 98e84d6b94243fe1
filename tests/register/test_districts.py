"""A district's decisions: one file that switches rows, bindings and figures, and touches no other."""

from datetime import date

import pytest

from showroom.domain.application import Application
from showroom.domain.district import District
from showroom.domain.errors import InputError
from showroom.domain.permit import Permit
from showroom.domain.plan import Plan
from showroom.formats import read_permit, read_vocabulary
from showroom.home import requirements
from showroom.rules import check


def figure(permit: Permit, id_: str, name: str) -> object:
    """Return a parameter of a row's measure."""
    row = permit.requirement(id_)
    assert row is not None
    assert row.measure is not None
    return row.measure.parameters[name]


def test_the_default_district_is_put_in(in_use) -> None:
    """Where nobody names a district, the one that says `default: true` holds; its figures replace the register's."""
    permit = read_permit("shop")
    assert permit.district == "here"
    assert figure(permit, "shop.site", "at_least") == "30 m"
    assert figure(permit, "shop.site", "kinds") == ["pollution-source"]


def test_none_is_the_register_as_written(in_use) -> None:
    """`none` puts in no decisions."""
    permit = read_permit("shop", district="none")
    assert permit.district is None
    assert figure(permit, "shop.site", "at_least") == "25 m"


def test_a_row_that_is_off_is_gone(in_use) -> None:
    """A row the register has off is looked at only where a district says so."""
    assert read_permit("shop", district="none").requirement("fire.hall") is None
    assert read_permit("shop").requirement("fire.hall") is None
    in_use.spoil("districts/here.yaml", "fire.hall, use: false", "fire.hall, use: true, binding: mandatory")
    row = read_permit("shop").requirement("fire.hall")
    assert row is not None
    assert row.binding == "mandatory"


def test_nothing_points_to_a_row_switched_off(in_use) -> None:
    """Conditions, papers and steps lose what they said about it, and stay."""
    in_use.spoil("districts/here.yaml", "shop.site, binding: advisory, parameters: {at_least: 30 m}", "shop.site, use: false")
    in_use.spoil("districts/here.yaml", "fire.hall, use: false", "shop.paper, use: false")
    permit = read_permit("shop")
    assert [row.id for row in permit.requirements] == ["fire.door"]
    assert [condition.requirements for condition in permit.conditions] == [()]
    assert [paper.requirement for paper in (*permit.documents, *permit.procedure)] == [None, None]


def test_another_district_is_another_file(in_use) -> None:
    """A second district stands beside the first, and holds when it is named."""
    text = (in_use.folder / "districts" / "here.yaml").read_text(encoding="utf-8")
    other = text.replace("id: here", "id: harbour").replace("default: true", "default: false").replace("30 m", "50 m")
    (in_use.folder / "districts" / "harbour.yaml").write_text(other, encoding="utf-8")
    assert figure(read_permit("shop"), "shop.site", "at_least") == "30 m"
    assert figure(read_permit("shop", district="harbour"), "shop.site", "at_least") == "50 m"


@pytest.mark.parametrize(("district", "words"), [("her", 'did you mean "here"'), ("elsewhere-far-off", "none")])
def test_an_unknown_district_names_the_nearest(in_use, district: str, words: str) -> None:
    """A mistyped district is met with those there are."""
    with pytest.raises(InputError, match=words):
        read_permit("shop", district=district)


def test_an_unknown_row_is_refused_when_the_permit_is_read(in_use) -> None:
    """A decision about a row that no file writes stops the check with file, line and the nearest id."""
    place = in_use.spoil("districts/here.yaml", "requirement: shop.site", "requirement: shop.sight")
    with pytest.raises(InputError) as refused:
        read_permit("stall")
    (problem,) = refused.value.problems
    assert problem.place == place
    assert "shop.site" in problem.remedy


def test_a_district_follows_a_changed_figure(in_use) -> None:
    """A figure the district gives holds on every day, whatever the register changes later."""
    in_use.spoil(
        "shop.yaml",
        "        at_least: 25 m\n",
        "        at_least: 25 m\n      changes: [{since: 2027-01-01, parameters: {at_least: 99 m}}]\n",
    )
    assert figure(read_permit("shop", district="none").on(date(2027, 1, 1)), "shop.site", "at_least") == "99 m"
    assert figure(read_permit("shop").on(date(2027, 1, 1)), "shop.site", "at_least") == "30 m"


def test_a_register_without_districts_is_as_written(in_use) -> None:
    """Districts are optional."""
    (in_use.folder / "districts" / "here.yaml").unlink()
    assert figure(read_permit("shop"), "shop.site", "at_least") == "25 m"


def test_a_changed_district_is_read_again(in_use) -> None:
    """Decisions may be edited while the program runs."""
    assert figure(read_permit("shop"), "shop.site", "at_least") == "30 m"
    in_use.spoil("districts/here.yaml", "{at_least: 30 m}", "{at_least: 310 m}")
    assert figure(read_permit("shop"), "shop.site", "at_least") == "310 m"


def test_the_check_follows_the_district(in_use, run) -> None:
    """`--district` decides which figure a plan is held against."""
    application = in_use.folder.parent / "a.application.yaml"
    application.write_text("format: 1\nsite: {nearby: [{kind: pollution-source, distance: 27}]}\n", encoding="utf-8")
    words = ("check", in_use.folder / "examples" / "room.plan.yaml", "--permit", "shop", "--application", application, "--as-of")
    ours = run(*words, "2026-11-23", "--format", "json")[1]
    theirs = run(*words, "2026-11-23", "--district", "none", "--format", "json")[1]
    assert '"margin": -3' in ours
    assert '"margin": 2' in theirs


DATED = """\
  - by: {zh_CN: 大厅, en: The hall}
    decided: 2026-11-01
    in_force_from: 2027-01-01
    in_force_until: 2027-06-30
    why: {zh_CN: 试行半年。, en: On trial.}
    rows:
      - {requirement: fire.hall, use: true, binding: mandatory}
      - {requirement: shop.paper, use: false}
"""


@pytest.mark.parametrize(
    ("day", "holds"), [("2026-12-31", False), ("2027-01-01", True), ("2027-06-30", True), ("2027-07-01", False)]
)
def test_a_decision_for_some_time_holds_from_its_first_to_its_last_day(in_use, day: str, holds: bool) -> None:
    """Rows are switched on and off on the day of the check, and what points to them follows."""
    path = in_use.folder / "districts" / "here.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("      - {requirement: fire.hall, use: false}\n", "") + DATED, encoding="utf-8"
    )
    permit = read_permit("shop").on(date.fromisoformat(day))
    assert (permit.requirement("fire.hall") is not None) is holds
    assert (permit.requirement("shop.paper") is None) is holds
    assert [paper.requirement for paper in permit.documents] == [None if holds else "shop.paper"]


def test_figures_decided_for_some_time_hold_then(in_use, run) -> None:
    """`--as-of` decides which of two figures of the district a plan is held against; before both, the register's."""
    text = (in_use.folder / "districts" / "here.yaml").read_text(encoding="utf-8")
    first = text.replace("    why:", "    in_force_from: 2026-11-01\n    in_force_until: 2026-12-31\n    why:")
    later = DATED.replace("2027-06-30", "2099-12-31").partition("    rows:\n")[0] + "    rows:\n"
    later += "      - {requirement: shop.site, parameters: {at_least: 50 m}}\n"
    (in_use.folder / "districts" / "here.yaml").write_text(first + later, encoding="utf-8")
    assert run("permits", "validate")[0] == 0
    figures = [figure(read_permit("shop").on(date.fromisoformat(day)), "shop.site", "at_least") for day in DAYS]
    assert figures == ["25 m", "30 m", "30 m", "50 m"]
    application = in_use.folder.parent / "a.application.yaml"
    application.write_text("format: 1\nsite: {nearby: [{kind: pollution-source, distance: 40}]}\n", encoding="utf-8")
    words = (
        "check",
        in_use.folder / "examples" / "room.plan.yaml",
        "--permit",
        "shop",
        "--application",
        application,
        "--format",
        "json",
    )
    assert '"margin": 10' in run(*words, "--as-of", "2026-12-31")[1]
    assert '"margin": -10' in run(*words, "--as-of", "2027-01-01")[1]


DAYS = ("2026-10-31", "2026-11-01", "2026-12-31", "2027-01-01")


def test_two_decisions_for_the_same_days_are_refused(in_use, run) -> None:
    """Periods that overlap leave open which holds; the second is refused with file and line."""
    path = in_use.folder / "districts" / "here.yaml"
    path.write_text(path.read_text(encoding="utf-8") + DATED, encoding="utf-8")
    status, out, err = run("permits", "validate", in_use.folder)
    assert status == 1
    assert "decided above already" in out + err


@pytest.mark.parametrize(
    ("permit", "row", "figures", "outcomes"),
    [
        ("animal-clinic", "vet-clinic.area.min", {"at_least": {"clinic": 10, "hospital": 20}}, ("not_met", "met")),
        ("animal-clinic", "vet-clinic.area.min", {"at_least": {"clinic": 41, "hospital": 50}}, ("not_met", "not_met")),
        ("small-catering", "small-catering.area.handling-min", {"at_least": 41, "together": True}, ("met", "not_met")),
        ("arts-training", "art-training.area.total", {"at_least": 40}, ("not_met", "met")),
        ("arts-training", "art-training.area.per-student", {"at_least": 5}, ("met", "not_met")),
        ("arts-training", "art-training.room.piano", {"areas": {1: 41}}, ("met", "not_met")),
        ("food-catering", "food-catering.coldroom.area", {"at_least": 41, "share_alone_up_to": 1}, ("met", "not_met")),
        ("food-catering", "food-catering.area.handling-ratio", {"bands": [{"up_to": 9999, "at_least": 9}]}, ("met", "not_met")),
    ],
)
def test_local_figures_change_the_verdict(permit: str, row: str, figures: dict[str, object], outcomes: tuple[str, str]) -> None:
    """A figure put in by a district is the one a room of 40 m² is held against."""
    written = read_permit(permit, district="none")
    decision = {
        "by": {"zh_CN": "大厅"}, "decided": "2026-11-01", "why": {"zh_CN": "本地"}, "in_force_from": "2027-01-01",
        "rows": [{"requirement": row, "parameters": figures}],
    }  # fmt: skip
    district = District.model_validate({"id": "here", "version": "2026-11-01", "title": {"zh_CN": "本区"}, "decisions": [decision]})
    use = {"animal-clinic": "waiting", "arts-training": "music-room"}.get(permit, "cooking")
    use = "cold-dish-room" if row == "food-catering.coldroom.area" else use
    spaces = [{"id": "A", "name": "A", "use": use, "outline": [[0, 0], [8, 0], [8, 5], [0, 5]]}]
    if row == "food-catering.area.handling-ratio":
        spaces.append({"id": "B", "name": "B", "use": "dining", "outline": [[9, 0], [17, 0], [17, 5], [9, 5]]})
    fixtures = [{"id": "X", "kind": "piano", "at": [1, 1], "size": [1, 1]}]
    plan = Plan.model_validate({"storeys": [{"id": "F1", "level": 1, "spaces": spaces, "fixtures": fixtures}]})
    told = Application.model_validate(
        {"clinic": {"kind": "clinic"}, "people": {"students": 10, "staff": 1}, "items": ["cold-dishes"]}
    )
    found = []
    for day in (date(2026, 12, 31), date(2027, 1, 1)):
        findings = check(plan, told, district.put_into(written), vocabulary=read_vocabulary(), as_of=day)
        found.append({finding.outcome.value for finding in findings if finding.requirement == row})
    assert found == [{outcome} for outcome in outcomes]


def test_every_local_figure_stands_in_our_districts_file() -> None:
    """What the register calls local practice can be switched in one file, where the default district lists it."""
    from showroom.formats.districts import find_district
    from showroom.formats.register import permit_ids, read_permit_file, shared_requirements

    folder = requirements()
    district = find_district(folder, None)
    assert district is not None
    assert district.id == "weihai-hightech"
    decided = {switch.requirement for switch in district.switches()}
    rows = [*shared_requirements(folder)]
    for id_ in permit_ids():
        rows += read_permit_file(folder / f"{id_}.yaml").requirements
    assert {row.id for row in rows if row.source.standing == "local-practice" or not row.in_use} - decided == set()
