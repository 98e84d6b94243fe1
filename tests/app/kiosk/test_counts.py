"""What the kiosk counts, and what it never knows."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from showroom.app.kiosk.counts import Counts, Deed, deeds, read_day, read_days
from showroom.app.kiosk.visit import OwnPlan, Rating, Visit, Walk

DAY = date(2026, 11, 24)
SHOWN = Visit(page="showroom", permit_id="food-catering", scene_id="hot-food-shop")


def counted(before: Visit, after: Visit, last: int = 13) -> list[tuple[str, str]]:
    """Return what a change counts for."""
    return [(deed.what, deed.which) for deed in deeds(before, after, lambda _: last)]


def test_permits_scenes_and_cards_are_counted_when_opened() -> None:
    """Opening counts once; coming back from a card counts nothing, another card counts."""
    assert counted(Visit(), Visit(page="permit", permit_id="food-catering")) == [("permit", "food-catering")]
    assert counted(Visit(page="permit", permit_id="food-catering"), SHOWN) == [("scene", "hot-food-shop")]
    card = SHOWN.revise(walk=Walk(hotspot="sink"))
    assert counted(SHOWN, card) == [("card", "hot-food-shop/sink")]
    assert counted(card, SHOWN) == []
    assert counted(card, SHOWN.revise(walk=Walk(hotspot="door"))) == [("card", "hot-food-shop/door")]


def test_a_tour_counts_as_finished_at_its_last_stop_only() -> None:
    """Begun is begun; ended early is not finished."""
    playing = SHOWN.revise(walk=Walk(motion="playing", stop=0))
    late = SHOWN.revise(walk=Walk(motion="playing", stop=13))
    assert counted(SHOWN, playing) == [("tour-begun", "hot-food-shop")]
    assert counted(playing, SHOWN) == []
    assert counted(late, SHOWN) == [("tour-finished", "hot-food-shop")]


def test_findings_are_counted_by_requirement_once_a_check(catalogue: Any) -> None:
    """However many doors are too narrow, the requirement counts once; what is met counts not at all."""
    from showroom.review import review_plan

    exhibit = catalogue.exhibit("hot-food-shop")
    review = review_plan(exhibit.plan_path, catalogue.permit("food-catering"), OwnPlan().application, as_of=DAY)
    before = Visit(page="questions", permit_id="food-catering")
    found = counted(before, before.revise(page="result", own=OwnPlan(review=review)))
    assert found[0] == ("plan-checked", "food-catering")
    assert len(found) == len(set(found))
    wanted = {f.requirement for f in review.findings if f.outcome.value in ("not_met", "to_confirm")}
    assert {which for what, which in found[1:]} == wanted
    assert counted(before.revise(own=OwnPlan(review=review)), before.revise(page="lobby", own=OwnPlan(review=review))) == []


def test_a_rating_is_counted_with_its_reasons_when_given() -> None:
    """Choosing a grade is not giving it."""
    chosen = Visit(rating=Rating(grade=2, reasons=frozenset({"slow", "hard"})))
    assert counted(Visit(), chosen) == []
    given = chosen.revise(rating=Rating(grade=2, reasons=frozenset({"slow", "hard"}), given=True))
    assert counted(chosen, given) == [("rating", "2"), ("rating-reason", "hard"), ("rating-reason", "slow")]


def test_the_file_of_a_day_is_sorted_sums(tmp_path: Path) -> None:
    """Numbers of several visits, and of a kiosk started anew, add up; the order of lines tells nothing of when."""
    for names in (("b", "a"), ("a",)):
        counts = Counts(tmp_path, lambda: DAY)
        for name in names:
            counts.add(Deed("card", name))
        counts.write()
    assert (tmp_path / "2026-11-24.csv").read_text() == "what,which,count\ncard,a,2\ncard,b,1\n"


def test_days_are_added_up_and_spoilt_lines_left_out(tmp_path: Path) -> None:
    """A clerk sees sums over days; a line somebody edited by hand is passed over, and so is another file."""
    (tmp_path / "2026-11-23.csv").write_text("what,which,count\ncard,a,2\ncard,b,many\n\x00\n", encoding="utf-8")
    (tmp_path / "2026-11-24.csv").write_text("what,which,count\ncard,a,3\n", encoding="utf-8")
    (tmp_path / "2026-11-25.csv").write_text("what,which,count\ncard,a,9\n", encoding="utf-8")
    (tmp_path / "notes.csv").write_text("x", encoding="utf-8")
    assert read_days(tmp_path, date(2026, 11, 23), DAY) == {Deed("card", "a"): 5}
    assert read_days(tmp_path / "gone", DAY, DAY) == {}


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """The numbers wait for the next time."""
    place = tmp_path / "counts"
    place.write_text("a file where the folder should be", encoding="utf-8")
    counts = Counts(place, lambda: DAY)
    counts.add(Deed("card", "a"))
    counts.write()
    place.unlink()
    counts.write()
    assert read_day(place / "2026-11-24.csv") == {Deed("card", "a"): 1}


def test_the_kiosk_counts_when_a_visit_ends(make_kiosk: Callable[..., Any], tmp_path: Path) -> None:
    """In a hall, what was opened is in the day's file after the visit; in a window nothing is written."""
    kiosk = make_kiosk(choices={"attract": True, "state_folder": tmp_path})
    kiosk.go(page="permit", permit_id="food-catering")
    kiosk.around.holder.reset()
    assert read_day(tmp_path / "counts" / "2026-11-23.csv") == {Deed("permit", "food-catering"): 1, Deed("visit", "ended"): 1}
    assert make_kiosk().window.attendance.counts is None
