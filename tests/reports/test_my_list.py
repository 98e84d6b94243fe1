"""What a visitor's list promises on paper and in a code: every mark once, in its group, with figures, and nothing but words."""

from datetime import date
from io import BytesIO

import numpy as np
import pytest
import zxingcpp
from pypdf import PdfReader

from showroom import home
from showroom.domain.application import Application
from showroom.domain.finding import Outcome
from showroom.domain.permit import Permit
from showroom.domain.plan import Plan
from showroom.domain.review import Review
from showroom.formats import read_permit, read_plan
from showroom.reports.codes import code_rows
from showroom.reports.my_list import Entry, Mark, document_mark, entries_of, requirement_marks, toggled, with_missed
from showroom.reports.my_list_pdf import my_list_pdf
from showroom.reports.my_list_text import MOST_BYTES, my_list_text, pieces_of
from showroom.reports.text import verdict_of
from showroom.review import review as review_of

DAY = date(2026, 11, 23)
DOOR = "fire.door.clear-width"


@pytest.fixture(scope="module")
def permit() -> Permit:
    """Return the largest of the bundled permits."""
    return read_permit("food-catering")


@pytest.fixture(scope="module")
def review(permit: Permit) -> Review:
    """Return the review of the sample shop with every door 0.6 m wide."""
    plan = read_plan(home.scenes() / "hot-food-shop" / "premises.plan.yaml")
    return review_of(_narrow(plan), permit, Application(), as_of=DAY)


def _narrow(plan: Plan) -> Plan:
    storeys = tuple(
        storey.revise(openings=tuple(o.revise(width=0.6) if o.kind == "door" else o for o in storey.openings))
        for storey in plan.storeys
    )
    return plan.revise(storeys=storeys)


@pytest.fixture(scope="module")
def entries(permit: Permit, review: Review) -> tuple[Entry, ...]:
    """Return a list of rows, papers, and all that the plan misses."""
    rows = requirement_marks(permit.id, [row.id for row in permit.requirements][::6])
    papers = tuple(document_mark(permit.id, paper.id) for paper in permit.documents)
    return entries_of(with_missed((*rows, *papers), review), [permit], review)


def test_marking_twice_unmarks() -> None:
    """Marks come in the order marked; a press on several adds what is lacking, and takes all off when none is."""
    one, two = requirement_marks("p", ["a.b", "c.d"])
    assert toggled((), [one]) == (one,)
    assert toggled((one,), [one, two]) == (one, two)
    assert toggled((one, two), [two]) == (one,)
    assert toggled((one, two), [one, two]) == ()


def test_what_the_plan_misses_is_to_change_and_has_figures(entries: tuple[Entry, ...]) -> None:
    """A missed door stands under 'to change' with what was measured and what is required."""
    door = next(entry for entry in entries if entry.mark.id == DOOR)
    assert (door.group, door.outcome) == ("change", Outcome.NOT_MET)
    assert door.figures("zh_CN") == ("0.60 m", "≥ 0.80 m")


def test_papers_are_to_prepare_and_open_points_to_ask_about(entries: tuple[Entry, ...]) -> None:
    """Every paper is to prepare; every point the plan leaves open is to ask about, and says why it is open."""
    assert all(entry.group == "prepare" for entry in entries if entry.mark.kind == "document")
    open_ones = [entry for entry in entries if entry.outcome in (Outcome.TO_CONFIRM, Outcome.NOT_CHECKED)]
    assert open_ones
    assert {entry.group for entry in open_ones} == {"ask"}
    assert all(entry.open_because("en") for entry in open_ones)


def test_without_a_plan_an_unconfirmed_text_is_to_ask_about(permit: Permit) -> None:
    """A requirement whose legal text is not confirmed is something to ask the office, a confirmed one something to prepare."""
    marks = requirement_marks(permit.id, [row.id for row in permit.requirements])
    groups = {entry.mark.id: entry.group for entry in entries_of(marks, [permit], None)}
    sure = {row.id: row.source.cite().standing == "verified" for row in permit.requirements}
    assert groups == {id_: "prepare" if sure[id_] else "ask" for id_ in groups}
    assert len(set(groups.values())) == 2


def test_a_review_says_nothing_about_another_permit(review: Review) -> None:
    """The same door marked under another permit has no figures of this plan."""
    other = read_permit("animal-clinic")
    (entry,) = entries_of(requirement_marks(other.id, [DOOR]), [other], review)
    assert entry.findings == ()


def test_a_mark_the_register_no_longer_knows_is_left_out(permit: Permit) -> None:
    """Nothing is said of a thing that is not there."""
    assert entries_of([Mark(permit.id, "requirement", "no.such"), Mark("no-permit", "document", "x")], [permit], None) == ()


def test_every_mandatory_miss_goes_home(permit: Permit, review: Review) -> None:
    """A visitor who marked nothing still takes home what must be changed; marked ones are not there twice."""
    missed = {f.requirement for f in review.findings if f.outcome is Outcome.NOT_MET and f.binding == "mandatory"}
    assert DOOR in missed
    assert {mark.id for mark in with_missed((), review)} == missed
    marked = requirement_marks(permit.id, [DOOR])
    assert len(with_missed(marked, review)) == len(missed)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_phone_reads_the_list_itself_from_the_codes(permit: Permit, entries: tuple[Entry, ...], language: str) -> None:
    """Read by a decoder, the codes give back every line in words: permit, day, titles, and figures of what is missed."""
    lines = my_list_text(entries, [permit], DAY, language)
    pieces = pieces_of(lines, language)
    assert len(pieces) > 1
    read = [_decoded(piece) for piece in pieces]
    assert [line for text in read for line in text.split("\n")[1:]] == list(lines)
    assert [text.split("\n")[0][-3:] for text in read] == [f"{n}/{len(read)}" for n in range(1, len(read) + 1)]
    whole = "\n".join(read)
    assert f"{permit.title.in_(language)} {DAY}" in whole
    assert "0.60 m" in whole
    assert "≥ 0.80 m" in whole
    assert all(entry.title.in_(language) in whole for entry in entries)


def test_the_verdict_on_the_plan_goes_along_even_with_an_empty_list(permit: Permit, review: Review) -> None:
    """A visitor whose plan was checked takes its verdict home, whatever was marked."""
    permit_line, verdict, foot = my_list_text((), [permit], DAY, "en", review)
    assert permit_line == f"{permit.title.in_('en')} {DAY}"
    assert verdict == verdict_of(review, "en")
    assert "decide" in foot


def _decoded(piece: str) -> str:
    """Return what a decoder reads of the code as a screen shows it, four pixels a module, and check its level."""
    dark = np.pad(np.array(code_rows(piece)), 4)
    picture = np.kron(~dark, np.ones((4, 4))).astype(np.uint8) * 255
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.ec_level in ("M", "Q", "H")
    return found.text


def test_no_code_carries_more_than_an_old_phone_reads(permit: Permit) -> None:
    """However long the list, each piece stays within the limit and needs at most 81 modules a side."""
    marks = requirement_marks(permit.id, [row.id for row in permit.requirements])
    pieces = pieces_of(my_list_text(entries_of(marks, [permit], None), [permit], DAY, "zh_CN"), "zh_CN")
    assert max(len(piece.encode()) for piece in pieces) <= MOST_BYTES
    assert max(len(code_rows(piece)) for piece in pieces) <= 81


def test_a_line_longer_than_a_code_is_cut_at_a_character() -> None:
    """A monstrous line ends in an ellipsis, never in half a character; a code too small for words is refused."""
    (piece,) = pieces_of(["很" * 500], "zh_CN")
    assert piece.endswith("很…")
    assert len(piece.encode()) <= MOST_BYTES
    with pytest.raises(ValueError, match="120"):
        pieces_of(["x"], "en", most_bytes=20)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_paper_says_everything_on_the_list(permit: Permit, entries: tuple[Entry, ...], language: str, *, large: bool) -> None:
    """Each title stands on the paper, with the office, the day and the figures; large print takes more pages, not fewer words."""
    pages = PdfReader(BytesIO(my_list_pdf(entries, [permit], DAY, language, plan="shop.dxf", large=large))).pages
    text = "".join("".join(page.extract_text().split()) for page in pages)
    wanted = [*(entry.title.in_(language) for entry in entries), permit.office.in_(language), "shop.dxf", "2026-11-23", "0.60m"]
    door = next(entry for entry in entries if entry.mark.id == DOOR)
    wanted += [found.text.in_(language) for found in door.findings[:3]]
    assert not [words for words in wanted if "".join(words.split()) not in text]


def test_large_print_is_half_as_large_again_and_bytes_repeat(permit: Permit, entries: tuple[Entry, ...]) -> None:
    """The same list gives the same bytes, and large print needs more pages."""
    plain = my_list_pdf(entries, [permit], DAY, "zh_CN")
    large = my_list_pdf(entries, [permit], DAY, "zh_CN", large=True)
    assert plain == my_list_pdf(entries, [permit], DAY, "zh_CN")
    assert len(PdfReader(BytesIO(large)).pages) > len(PdfReader(BytesIO(plain)).pages)


def test_an_empty_list_is_still_a_page(permit: Permit) -> None:
    """Nobody prints an empty list on purpose; whoever does gets a page and no error."""
    assert my_list_text((), [permit], DAY, "en") == ()
    assert len(PdfReader(BytesIO(my_list_pdf((), [permit], DAY, "en"))).pages) == 1
