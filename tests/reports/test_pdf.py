"""The inspector's checklist as a PDF, opened again by another program."""

import io

import pytest
from pypdf import PdfReader

from showroom.domain.review import Review
from showroom.reports import words
from showroom.reports.pdf import checklist_pdf


@pytest.fixture(scope="module")
def chinese(review: Review) -> PdfReader:
    """Return the Chinese checklist."""
    return PdfReader(io.BytesIO(checklist_pdf(review, "zh_CN")))


@pytest.fixture(scope="module")
def english(review: Review) -> PdfReader:
    """Return the English checklist."""
    return PdfReader(io.BytesIO(checklist_pdf(review, "en")))


def _text(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def test_every_requirement_is_on_the_list(review: Review, chinese: PdfReader) -> None:
    """Every line of the office's list is there, in the office's order, with its number."""
    text = _text(chinese)
    last = 0
    for section in review.checklist.sections:
        for item in section.items:
            at = text.find(f"{item.number}\n{item.requirement.title.in_('zh_CN')}", last)
            assert at > last, item.requirement.id
            last = at


def test_every_outcome_is_shown_in_words(chinese: PdfReader, english: PdfReader) -> None:
    """Each of the five outcomes stands there as a word, not as a colour alone."""
    for outcome in words.WORST_FIRST:
        assert words.OUTCOME[outcome].in_("zh_CN") in _text(chinese)
        assert words.OUTCOME[outcome].in_("en") in _text(english)


def test_a_miss_shows_its_figures_and_clause(chinese: PdfReader) -> None:
    """A missed line shows measured, required, margin, remedy, clause and standing."""
    text = _text(chinese)
    for part in ("0.78 m", "≥ 0.80 m", "−0.02 m", "把门洞再放宽 2 cm", "GB 55037-2022 7.1.4", "条文已核对", "条文待窗口核对"):
        assert part in text


def test_english_has_no_chinese_words_of_the_form(english: PdfReader) -> None:
    """In English only names and instruments of law remain Chinese."""
    text = _text(english)
    assert "Site inspection checklist" in text
    for word in ("核查", "实测", "备注", "照片", "位置", "符合"):
        assert word not in text


def test_every_page_says_which_it_is(review: Review, english: PdfReader) -> None:
    """Each page carries permit, premises, date, the plan's fingerprint and its number of so many."""
    total = len(english.pages)
    for number, page in enumerate(english.pages, 1):
        text = page.extract_text()
        assert f"Page {number}" in text
        assert f"of {total}" in text
        assert review.plan.source.sha256[:12] in text
        assert "2026-11-23" in text
        assert review.plan.name in text


def test_all_fonts_are_embedded(chinese: PdfReader) -> None:
    """No font is left to the reader's machine."""
    for page in chinese.pages:
        fonts = page["/Resources"]["/Font"]
        for font in fonts.values():
            described = font.get_object()
            assert "NotoSansSC" in described["/BaseFont"]
            assert "/FontFile2" in described["/FontDescriptor"].get_object()


def test_the_inspector_has_boxes_and_lines(chinese: PdfReader) -> None:
    """There is room for what is found, for photos, remarks and signatures."""
    text = _text(chinese)
    for word in ("照片编号", "备注", "现场实测", "已提交", "核查人员（两人）", "申请人", "整改意见", "受理编号"):
        assert word in text


def test_sections_and_lines_are_bookmarked(review: Review, chinese: PdfReader) -> None:
    """The outline leads to the plan, every section and every line."""
    titles: list[str] = []

    def walk(nodes: list[object]) -> None:
        for node in nodes:
            if isinstance(node, list):
                walk(node)
            else:
                titles.append(str(node["/Title"]))  # type: ignore[index]

    walk(chinese.outline)
    assert "平面图与问题位置" in titles
    for section in review.checklist.sections:
        assert section.section.title.in_("zh_CN") in titles
        for item in section.items:
            if item.findings:
                assert f"{item.number} {item.requirement.title.in_('zh_CN')}" in titles


def test_the_same_review_gives_the_same_bytes(review: Review) -> None:
    """Setting a copy of the review gives the same bytes."""
    assert checklist_pdf(Review.model_validate(review.model_dump()), "en") == checklist_pdf(review, "en")


def test_a_review_without_names_or_findings_is_set_too(review: Review) -> None:
    """Premises without a name and lines without findings leave no gap that reads None."""
    sections = tuple(
        part.revise(items=tuple(item.revise(findings=()) for item in part.items)) for part in review.checklist.sections
    )
    bare = review.revise(
        plan=review.plan.revise(name=""), findings=(), notes=(), checklist=review.checklist.revise(sections=sections)
    )
    text = _text(PdfReader(io.BytesIO(checklist_pdf(bare, "zh_CN"))))
    assert "（未命名）" in text
    assert "None" not in text


def test_many_findings_of_one_line_run_over_pages(review: Review) -> None:
    """A line with forty misses goes on over several pages and drops none."""
    miss = review.findings[2]
    many = tuple(miss.revise(affected=("D2",), measured=miss.measured, causing=(f"X{index}",)) for index in range(40))
    fire = review.checklist.sections[1]
    sections = (
        review.checklist.sections[0],
        fire.revise(items=(fire.items[0].revise(findings=many), *fire.items[1:])),
        *review.checklist.sections[2:],
    )
    full = review.revise(findings=many, checklist=review.checklist.revise(sections=sections))
    text = _text(PdfReader(io.BytesIO(checklist_pdf(full, "zh_CN"))))
    for number in ("2.1a", "2.1z", "2.1aa", "2.1an"):
        assert f"{number}\n" in text
