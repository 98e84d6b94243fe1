"""A district's decisions: one file that switches rows, bindings and figures, and touches no other."""

from datetime import date

import pytest

from showroom.domain.errors import InputError
from showroom.domain.permit import Permit
from showroom.formats import read_permit
from showroom.home import requirements


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
