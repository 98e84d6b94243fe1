"""What the search promises over the bundled register and scenes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from showroom import formats
from showroom.domain.permit import Permit
from showroom.packages.scenes import scene_folders
from showroom.search import Entry, Hit, Index, entries_of
from showroom.search.everyday import EVERYDAY
from showroom.search.index import normal
from showroom.search.spelling import units

PERMITS: tuple[Permit, ...] = tuple(formats.read_permit(name) for name in formats.permit_ids())
ENTRIES = entries_of(PERMITS, [formats.read_scene(folder) for folder in scene_folders()])
ROWS = [entry for entry in ENTRIES if entry.kind == "requirement"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def index() -> Index:
    """Return the index over everything bundled."""
    return Index(ENTRIES, {"厕所": ("卫生间",)})


def rank(hits: tuple[Hit, ...], wanted: Entry) -> int:
    """Return at which place among its own kind an entry is found, from 0; 999 where it is not."""
    same = [hit.entry for hit in hits if hit.entry.kind == wanted.kind]
    return same.index(wanted) if wanted in same else 999


def letters_of(entry: Entry) -> str:
    """Return the pinyin of a title, without blanks."""
    return "".join(unit.readings[0] for unit in units(entry.title.in_("zh_CN").lower()))


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_requirement_is_found_by_its_own_title(index: Index, language: str) -> None:
    """Every requirement is among the first three requirements found by its title, in both languages."""
    late = {row.id: rank(index.find(row.title.in_(language)), row) for row in ROWS}
    assert {name: place for name, place in late.items() if place > 2} == {}


def test_a_requirement_is_found_by_its_pinyin_and_by_its_initials(index: Index) -> None:
    """Whole syllables, and initials alone, find every requirement among the first three."""
    late = {}
    for row in ROWS:
        initials = "".join(unit.readings[0][0] for unit in units(row.title.in_("zh_CN").lower()))
        late |= {typed: place for typed in (letters_of(row), initials) if (place := rank(index.find(typed), row)) > 2}
    assert late == {}


@given(row=st.sampled_from(ROWS), data=st.data())
@settings(max_examples=40, deadline=None)
def test_one_wrong_letter_is_forgiven(index: Index, row: Entry, data: st.DataObject) -> None:
    """One letter changed, dropped, added or swapped with its neighbour: pinyin of five letters and English still find it."""
    typed = data.draw(st.sampled_from([letters_of(row), row.title.in_("en").lower()]))
    at = data.draw(st.integers(0, len(typed) - 2))
    letter = data.draw(st.sampled_from(LETTERS))
    way = data.draw(st.sampled_from(["changed", "dropped", "added", "swapped"]))
    wrong = {
        "changed": typed[:at] + letter + typed[at + 1 :],
        "dropped": typed[:at] + typed[at + 1 :],
        "added": typed[:at] + letter + typed[at:],
        "swapped": typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :],
    }[way]
    if len(typed.replace(" ", "")) >= 5:
        assert rank(index.find(wrong), row) <= 4, wrong


@given(row=st.sampled_from([row for row in ROWS if len(row.title.in_("zh_CN")) >= 5]), data=st.data())
@settings(max_examples=25, deadline=None)
def test_one_wrong_character_is_forgiven(index: Index, row: Entry, data: st.DataObject) -> None:
    """A Chinese title of five characters and more is found with one of them wrong."""
    title = row.title.in_("zh_CN")
    at = data.draw(st.integers(0, len(title) - 1))
    assert rank(index.find(title[:at] + "麓" + title[at + 1 :]), row) <= 4


@given(st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_whatever_is_typed_is_answered(index: Index, typed: str) -> None:
    """No text breaks the search, the best comes first, and every span lies within the line it is shown in."""
    hits = index.find(typed)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits[:20]:
        for language in ("zh_CN", "en", "xx"):
            for line, spans in (hit.title(language), hit.excerpt(language)):
                assert all(0 <= start < end <= len(line) for start, end in spans)


@pytest.mark.parametrize(
    ("typed", "kind", "title", "part"),
    [
        ("疏散门", "requirement", "疏散门净宽", "疏散门"),
        ("ssmjk", "requirement", "疏散门净宽", "疏散门净宽"),
        ("ＳＳＭ", "requirement", "疏散门净宽", "疏散门"),
        ("shus men", "requirement", "疏散门净宽", "疏散门"),
        ("输散门", "requirement", "疏散门净宽", "疏散门"),
        ("yyzz", "document", "营业执照复印件", "营业执照"),
        ("厕所", "requirement", "卫生间门不直通厨房", "卫生间"),
        ("dongwu zhenliao", "permit", "动物诊疗机构设立", "动物诊疗"),
        ("55037", "requirement", None, None),
    ],
)
def test_what_people_type(index: Index, typed: str, kind: str, title: str | None, part: str | None) -> None:
    """Characters, pinyin, initials, wide letters, characters of the same sound, everyday names and clauses find what is meant."""
    hits = [hit for hit in index.find(typed) if hit.entry.kind == kind]
    if title is None:
        assert all(typed in " ".join(hit.entry.names) for hit in hits[:3])
        return
    line, spans = hits[0].title("zh_CN")
    assert line == title
    assert "".join(line[start:end] for start, end in spans) == part


@pytest.mark.parametrize("word", EVERYDAY)
def test_everyday_words_find_what_the_register_calls_otherwise(index: Index, word: str) -> None:
    """Whoever asks as people speak is led to what the register means by it, also within a longer question in Chinese."""
    meant = EVERYDAY[word]
    asked = (word, f"请问{word}呢") if not word.isascii() else (word,)
    for typed in asked:
        found = index.find(typed)[0].entry
        best = " ".join(text for line in (found.title, *found.texts) for text in line.root.values())
        assert any(one in best.lower() for one in (*meant, word)), typed


def test_a_question_finds_what_its_telling_characters_name(index: Index) -> None:
    """`门多宽` finds the widths of doors: fillers count for nothing, and the rest may stand apart."""
    titles = [hit.title("zh_CN") for hit in index.find("门多宽")]
    assert titles[0][0] == "疏散门净宽"
    assert [titles[0][0][start:end] for start, end in titles[0][1]] == ["门", "宽"]


def test_english_words_are_emphasised_where_they_stand(index: Index) -> None:
    """A word of a title is marked in it; one that only stands in the text is shown in a piece of that text."""
    line, spans = index.find("door width")[0].title("en")
    assert "door" in {line[start:end].lower() for start, end in spans}
    inside = next(hit for hit in index.find("extinguisher") if hit.fits[0].where[1] > 0)
    line, spans = inside.excerpt("en")
    assert line[spans[0][0] : spans[0][1]].lower() == "extinguisher"


def test_everything_that_is_typed_must_fit(index: Index) -> None:
    """Two words leave only what has both; nothing is found for nothing, or for what stands nowhere."""
    both = index.find("卫生间 厨房")
    assert both
    assert all("卫生间" in str(hit.entry) and "厨房" in str(hit.entry) for hit in both)
    assert index.find("  ") == ()
    assert index.find("qzxqzxqzxq") == ()


def test_a_shared_requirement_stands_once_with_all_its_permits() -> None:
    """A row of `common.yaml` is one entry that names every permit it belongs to."""
    (row,) = (entry for entry in ENTRIES if entry.kind == "requirement" and entry.id == "fire.door.clear-width")
    assert set(row.permits) == {permit.id for permit in PERMITS}
    assert len({(entry.kind, entry.id, entry.permits, entry.scene) for entry in ENTRIES}) == len(ENTRIES)


def test_what_is_typed_is_brought_to_one_spelling() -> None:
    """Wide letters, capitals, punctuation, control and direction characters make no difference."""
    assert normal("  Clear\u202e，WIDTH\u0007\u3000ｎü ") == "clear width nv"
    assert len(normal("x" * 10_000)) <= 60
