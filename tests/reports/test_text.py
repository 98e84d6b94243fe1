"""The report for the terminal, in both languages."""

import pytest

from showroom.domain.finding import Outcome
from showroom.domain.quantities import Limit, Quantity
from showroom.domain.review import Review
from showroom.reports import words
from showroom.reports.text import WIDTH, text_report


def test_the_worst_comes_first(review: Review) -> None:
    """Groups stand in the order not met, not checked, to confirm, met, not applicable."""
    text = text_report(review, "zh_CN").split("小结")[1]
    places = [text.index(f"\n{words.SYMBOL[outcome]} {words.OUTCOME[outcome].in_('zh_CN')} (") for outcome in words.WORST_FIRST]
    assert places == sorted(places)


def test_a_miss_says_how_much_where_and_by_which_clause(review: Review) -> None:
    """A missed requirement shows measured, required, margin, place, remedy, clause and standing."""
    text = text_report(review, "zh_CN")
    for part in (
        "0.78 m",
        "≥ 0.80 m",
        "−0.02 m",
        "大堂的门 D2",
        "把门洞再放宽 2 cm",
        "GB 55037-2022 7.1.4",
        "条文已核对",
        "条文待窗口核对",
    ):
        assert part in text


def test_english_is_complete(review: Review) -> None:
    """The English report leaves no Chinese but names and instruments of law."""
    text = text_report(review, "en")
    assert "Not met (2)" in text
    assert "The door from dining room to kitchen is 0.78 m wide" in text
    for chinese in ("不符合", "实测", "位置", "建议", "依据"):
        assert chinese not in text


def test_no_line_is_wider_than_the_terminal(review: Review) -> None:
    """No line takes more than a hundred columns, Chinese characters counted double."""
    for language in ("zh_CN", "en"):
        assert max(words.columns_of(line) for line in text_report(review, language).splitlines()) <= WIDTH


def test_columns_stand_under_their_heading(review: Review) -> None:
    """Measured values stand under their heading whatever letters precede them."""
    lines = text_report(review, "zh_CN").splitlines()
    heading = next(line for line in lines if line.startswith("×") and "实测" in line)
    row = next(line for line in lines if line.startswith("[强制] 疏散门净宽"))
    assert words.columns_of(heading.split("实测")[0]) == words.columns_of(row.split("0.78")[0])


def test_notes_and_what_was_not_understood_are_listed(review: Review) -> None:
    """Notes of reader and check, and what could not be read, are all told."""
    text = text_report(review, "zh_CN")
    assert "图纸未写单位" in text
    assert "小餐饮登记" in text
    assert "HATCH × 3" in text


def test_nothing_missing_is_written_as_none(review: Review) -> None:
    """A value that is not there leaves no trace of the program's own words."""
    for language in ("zh_CN", "en"):
        text = text_report(review, language)
        assert "None" not in text
        assert "null" not in text


def test_a_miss_never_reads_like_the_limit(review: Review) -> None:
    """A door 0.6 mm short is not shown as if it had the width that is asked."""
    limit = Limit(op=">=", value=0.8, unit="m")
    missed = next(found for found in review.findings if found.outcome is Outcome.NOT_MET)
    close = missed.revise(measured=Quantity(value=0.7994, unit="m"), required=limit, margin=limit.margin(0.7994))
    assert words.measured(close, "en") == "0.7994 m"
    assert words.margin(close, "en") == "−0.0006 m"


def test_chinese_lines_do_not_begin_with_closing_marks() -> None:
    """A wrapped line never begins with a comma or full stop nor ends with an opening bracket."""
    text = "厨房的门（通往走道）净宽不足，请放宽。" * 6
    for columns in range(8, 40):
        for line in words.wrap(text, columns):
            assert line[0] not in "，。）"
            assert line[-1] != "（"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("需先回答：经营哪些食品项目？（items）", "需先回答：经营哪些食品项目？"),
        ("First answer: Which class? (premises.fire_class)", "First answer: Which class?"),
        ("申报与图不符，请核对：几个座位？（people.seats）", "申报与图不符，请核对：几个座位？"),
        ("Equipment (rodent board, fly lamp): 2", "Equipment (rodent board, fly lamp): 2"),
        ("门 E3（外门）", "门 E3（外门）"),
    ],
)
def test_an_applicant_is_not_told_the_names_of_fields(said: str, plain: str) -> None:
    """The name a fact has in the application's file is left out where people read; other brackets stay."""
    assert words.plainly(said) == plain
