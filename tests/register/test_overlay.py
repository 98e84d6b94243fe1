"""A clerk's wishes: put into the district's decisions, tried on premises, and saved with a log, or refused and nothing written."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from showroom.domain.application import Application
from showroom.domain.district import Switch
from showroom.domain.errors import InputError
from showroom.domain.finding import Binding, Outcome
from showroom.domain.text import Text
from showroom.formats import read_permit
from showroom.formats.districts import district_text, find_district, lost_comments
from showroom.formats.plan_yaml import read_plan_yaml
from showroom.home import requirements
from showroom.register.overlay import Wish, decided, field_changes, settled
from showroom.register.overlay_file import Stamp, open_overlay, problems_of, save_overlay
from showroom.register.turns import Premises, outlook, try_examples, whole_permit

DAY = date(2026, 11, 24)
STAMP = Stamp("WL", datetime(2026, 11, 24, 9, 30, tzinfo=UTC), Text.of("大厅会议", "The hall met"))


def door(figure: str) -> Wish:
    """Wish another width of doors."""
    return Wish(Switch(requirement="fire.door", parameters={"at_least": figure}))


def test_the_program_s_own_overlay_comes_back_as_it_was() -> None:
    """Written and read again a district is the same, its head stays, and writing once more changes no byte."""
    folder = requirements()
    path = folder / "districts" / "weihai-hightech.yaml"
    text, read = path.read_text(encoding="utf-8"), find_district(folder, None)
    assert read is not None
    written = district_text(read, text)
    assert written.splitlines()[:20] == text.splitlines()[:20]
    assert lost_comments(text) == 0
    assert district_text(read, written) == written


def test_comments_that_will_be_lost_are_counted(in_use) -> None:
    """A comment below the head is not kept when the file is written, and the clerk can be told how many there are."""
    path = in_use.folder / "districts" / "here.yaml"
    text = "# head\n" + path.read_text(encoding="utf-8").replace("use: false}", "use: false}   # for now")
    assert lost_comments(text) == 1


def test_a_wish_leaves_the_other_decisions_alone(in_use) -> None:
    """A row decided anew leaves its old decision and stands in one of today's, under who decided and why."""
    district = open_overlay(in_use.folder / "districts" / "here.yaml").district
    wish = Wish(Switch(requirement="shop.site", parameters={"at_least": "40 m"}), date(2027, 1, 1))
    after = settled(district, {"shop.site": wish}, STAMP.by, STAMP.why, DAY)
    assert [row.requirement for row in after.decisions[0].rows] == ["fire.hall"]
    last = after.decisions[-1]
    assert (last.by.in_("en"), last.decided, last.in_force_from, last.why) == ("Clerk WL", DAY, date(2027, 1, 1), STAMP.why)
    assert decided(after, "shop.site", DAY) == wish


def test_put_back_is_the_register_s_own(in_use) -> None:
    """An empty wish takes the row out of the overlay; a decision without rows is gone; wishing what holds changes nothing."""
    district = open_overlay(in_use.folder / "districts" / "here.yaml").district
    after = settled(district, {"shop.site": Wish(), "fire.hall": Wish()}, STAMP.by, STAMP.why, DAY)
    assert after.decisions == ()
    same = {"shop.site": decided(district, "shop.site", DAY)}
    assert settled(district, same, STAMP.by, STAMP.why, DAY) is district
    assert field_changes(district, same, DAY) == ()


def test_a_district_says_it_in_its_own_words(in_use) -> None:
    """Texts of the overlay take the register's place where the permit is read, and nowhere else."""
    own = Text.of("本区说法。", "As we say it here.")
    file = open_overlay(in_use.folder / "districts" / "here.yaml")
    save_overlay(file, {"shop.site": Wish(Switch(requirement="shop.site", text=own))}, STAMP)
    row = read_permit("shop").requirement("shop.site")
    assert row is not None
    assert row.text == own
    assert read_permit("shop", district="none").requirement("shop.site").text != own  # type: ignore[union-attr]


def test_saving_writes_overlay_and_log_alone(in_use) -> None:
    """Of all files only the overlay changes; the log has a line a field with initials, day, from and to, and is added to."""
    path = in_use.folder / "districts" / "here.yaml"
    others = {one: one.read_bytes() for one in in_use.folder.rglob("*.yaml") if one != path}
    file = save_overlay(open_overlay(path), {"fire.door": door("0.85 m")}, STAMP)
    file = save_overlay(file, {"fire.door": Wish(), "shop.site": Wish(Switch(requirement="shop.site", use=False))}, STAMP)
    assert {one: one.read_bytes() for one in others} == others
    head, first, *rest = file.log.read_text(encoding="utf-8").splitlines()
    assert head.split("\t")[0] == "time"
    assert first.split("\t") == ["2026-11-24T09:30+00:00", "WL", "fire.door", "parameters.at_least", "", "0.85 m", "大厅会议"]
    assert [line.split("\t")[2:6] for line in rest] == [
        ["fire.door", "parameters.at_least", "0.85 m", ""],
        ["shop.site", "binding", "advisory", ""],
        ["shop.site", "parameters.at_least", "30 m", ""],
        ["shop.site", "use", "", "false"],
    ]
    assert open_overlay(path).district == file.district


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (door("wide"), "is not a length"),
        (Wish(Switch(requirement="fire.door", parameters={"at_leest": "1 m"})), "did you mean at_least"),
        (Wish(Switch(requirement="fire.door", title=Text({"zh_CN": "门"}))), "has no text in en"),
    ],
    ids=["no length", "no such parameter", "no English"],
)
def test_what_does_not_validate_is_refused(in_use, wish: Wish, words: str) -> None:
    """A wish that does not fit is refused at the line it would have, and neither overlay nor log is written."""
    file = open_overlay(in_use.folder / "districts" / "here.yaml")
    assert f"{file.path}:" in problems_of(file, {"fire.door": wish}, STAMP)[0].place
    with pytest.raises(InputError, match=words):
        save_overlay(file, {"fire.door": wish}, STAMP)
    assert file.path.read_bytes() == file.content
    assert not file.log.exists()


def test_two_clerks_do_not_overwrite_each_other(in_use) -> None:
    """A file that was written since it was opened is not written over; initials are needed."""
    file = open_overlay(in_use.folder / "districts" / "here.yaml")
    with pytest.raises(InputError, match="initials"):
        save_overlay(file, {"fire.door": door("1 m")}, Stamp(" ", STAMP.when, STAMP.why))
    save_overlay(file, {"fire.door": door("1 m")}, STAMP)
    with pytest.raises(InputError, match="somebody else"):
        save_overlay(file, {"fire.door": door("2 m")}, STAMP)


def test_a_log_that_cannot_be_completed_stays(in_use, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the overlay cannot be written, the log does not say it was."""
    from showroom.register import overlay_file

    file = save_overlay(open_overlay(in_use.folder / "districts" / "here.yaml"), {"fire.door": door("1 m")}, STAMP)
    noted, write = file.log.read_bytes(), overlay_file.write_aside

    def full(path: Path, content: bytes) -> None:
        if path == file.path:
            raise InputError([])
        write(path, content)

    monkeypatch.setattr(overlay_file, "write_aside", full)
    with pytest.raises(InputError):
        save_overlay(file, {"fire.door": door("2 m")}, STAMP)
    assert file.log.read_bytes() == noted


def test_the_verdicts_that_turn_are_listed(in_use) -> None:
    """A metre's door misses 1.20 m once it is asked: the turn tells what was measured and what is required; others stay."""
    folder = in_use.folder
    before = open_overlay(folder / "districts" / "here.yaml").district
    wishes = {"fire.door": door("1.20 m"), "shop.site": decided(before, "shop.site", DAY)}
    after = settled(before, wishes, STAMP.by, STAMP.why, DAY)
    places = [
        Premises(Text.of("一间", "A room"), ("shop",), lambda: (read_plan_yaml(folder / "examples/room.plan.yaml"), Application()))
    ]
    told: list[tuple[int, int]] = []
    found = outlook(
        [whole_permit(folder, "shop")], places, before, after, wishes, DAY, lambda done, all_: told.append((done, all_)) is None
    )
    (turn,) = found.turns
    assert (turn.requirement, turn.before.outcome, turn.after.outcome) == ("fire.door", Outcome.MET, Outcome.NOT_MET)  # type: ignore[union-attr]
    assert (turn.after.measured.value, turn.after.required.value) == (1.0, 1.2)  # type: ignore[union-attr]
    assert found.stay == 1
    assert told == [(0, 1), (1, 1)]


def test_a_row_switched_off_turns_into_nothing(in_use) -> None:
    """A row no longer looked at has no verdict afterwards; a weaker binding is a turn too."""
    folder = in_use.folder
    before = open_overlay(folder / "districts" / "here.yaml").district
    places = [
        Premises(Text.of("一间", "A room"), ("shop",), lambda: (read_plan_yaml(folder / "examples/room.plan.yaml"), Application()))
    ]
    for switch in (Switch(requirement="fire.door", use=False), Switch(requirement="fire.door", binding=Binding.ADVISORY)):
        after = settled(before, {"fire.door": Wish(switch)}, STAMP.by, STAMP.why, DAY)
        (turn,) = outlook([whole_permit(folder, "shop")], places, before, after, ["fire.door"], DAY).turns
        assert turn.before is not None
        assert (turn.after is None) is (switch.use is False)


def test_the_examples_of_a_row_are_tried_three_ways(in_use) -> None:
    """Beside what is written stand what the district finds now and what it would find."""
    folder = in_use.folder
    before = open_overlay(folder / "districts" / "here.yaml").district
    after = settled(before, {"fire.door": door("1.20 m")}, STAMP.by, STAMP.why, DAY)
    permit = whole_permit(folder, "shop")
    (tried,) = try_examples(folder, permit.requirement("fire.door"), permit, before, after)  # type: ignore[arg-type]
    assert (tried.own.outcome, tried.before.outcome, tried.after.outcome) == (Outcome.MET, Outcome.MET, Outcome.NOT_MET)
    assert tried.own.agrees
