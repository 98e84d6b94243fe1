"""What people write in YAML is read exactly, and every mistake is told at once, with its line and what to write instead."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from showroom.domain.application import Application
from showroom.domain.errors import InputError
from showroom.formats import limits, read_application, read_plan, read_scene
from showroom.formats.yaml_nodes import YamlMistake, parse

Write = Callable[[str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes an application file and returns its path."""

    def write_it(content: str | bytes) -> Path:
        path = tmp_path / "a.application.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write_it


def _problems(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_application(path)
    return [str(problem).removeprefix(f"{path.parent}/") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True), ("False", False), ("on", "on"), ("no", "no"), ("Yes", "Yes"), ("~", None), ("", None), ("3:30", "3:30"),
        ("2026-11-01", "2026-11-01"), ("0o17", 15), ("0x1F", 31), ("017", 17), ("1_000", "1_000"), ("1e3", 1000.0), (".5", 0.5),
        ("-.inf", float("-inf")), ("8F", "8F"), ("+4", 4), ("1.2.3", "1.2.3"), ("'true'", "true"), ('"3"', "3"), ("!!str 3", "3"),
        ("- ", [None]), ("{a: 1, 2: b}", {"a": 1, "2": "b"}), ("[&x 1, *x]", [1, 1]),
    ],
)  # fmt: skip
def test_scalars_mean_what_yaml_1_2_says(text: str, value: object) -> None:
    """Only true and false are booleans; times and dates stay text; keys are always text."""
    found = parse(text).data
    assert found == value
    assert type(found) is type(value)


def test_an_application_is_read(shared_data: Path) -> None:
    """A file as an applicant writes it gives the values it says."""
    application = read_application(shared_data / "plans-drawn" / "food-base.clean.application.yaml")
    assert application.items == ("hot-food",)
    assert (application.people.seats, application.people.staff, application.people.vets) == (30, 5, None)
    assert application.site.nearby == ()
    assert application.declared.ware_cleaning == "chemical"


def test_an_empty_group_of_answers_is_an_application(write: Write) -> None:
    """Every key is optional: a file with its format alone answers nothing."""
    assert read_application(write("format: 1\n")) == Application()


def test_all_mistakes_are_told_at_once_with_their_lines(write: Write) -> None:
    """Unknown words, unknown keys, wrong types and impossible numbers come together, each at its own line."""
    path = write(
        "format: 1\n"
        "items: [pizza, hot-foot]\n"
        "people:\n"
        "  seats: -3\n"
        "  staf: 4\n"
        "  students: true\n"
        "  vets: '4'\n"
        "  children: yes\n"
        "site:\n"
        "  nearby:\n"
        "    - {kind: school, distance: .nan}\n"
        "    - {kind: shool, distance: 30 km}\n"
        "premises: {storey_level: 1e9, building_use: comercial}\n"
    )
    problems = _problems(path)
    assert [int(problem.split(":")[1]) for problem in problems] == [2, 2, 4, 5, 6, 7, 8, 11, 12, 12, 13, 13]
    text = "\n".join(problems)
    assert 'items[0] is "pizza", which is not one of its values; known here: hot-food, cold-dishes' in text
    assert 'items[1] is "hot-foot", which is not one of its values; did you mean "hot-food"?' in text
    assert "people.seats is -3, at least 0 was expected" in text
    assert 'people.staf is not a key known here; did you mean "staff"?' in text
    assert "people.students is true, a whole number was expected" in text
    assert 'people.vets is "4", a whole number was expected' in text
    assert 'people.children is "yes", true or false was expected; write true or false, without quotes' in text
    assert "site.nearby[0].distance is nan, an ordinary number was expected" in text
    assert 'site.nearby[1].kind is "shool", which is not one of its values; did you mean "school"?' in text
    assert 'site.nearby[1].distance: "30 km" is not a length; write metres such as 0.9, or "900 mm"' in text
    assert "premises.storey_level is 1000000000.0, a whole number was expected" in text
    assert 'building_use is "comercial", which is not one of its values; did you mean "commercial"?' in text


def test_at_most_fifty_mistakes_are_listed(write: Write) -> None:
    """A file that is wrong throughout gives fifty problems and the number of the rest."""
    problems = _problems(write("items: [" + ", ".join(["pizza"] * 80) + "]\n"))
    assert len(problems) == 51
    assert "30 more mistakes" in problems[-1]


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("people: {seats: 40, seats: 20}\n", 1, 'the key "seats" is already given on line 1'),
        ("people:\n  seats: 40\nitems: [hot-food\nsite: {}\n", 4, "cannot be read as YAML"),
        ("a: &a [*a]\n", 1, "contains itself"),
        ("a: *b\n", 1, "no anchor"),
        ("people: !!python/object:os.system x\n", 1, "is not allowed"),
        ("format: 1\n---\nformat: 1\n", 2, "a second document"),
        ("? [a]\n: b\n", 1, "where a key was expected"),
        ("a: " + "[" * 100 + "]" * 100, 1, f"more than {limits.YAML_DEPTH} deep"),
        ("format: 1\nitems: \x07\n", 2, "a character is not allowed"),
        ("- hot-food\n", 1, "this file holds a list"),
        ("hot-food\n", 1, "this file holds a single text"),
        ("# nothing yet\n", 1, "nothing but comments"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_at_its_line(write: Write, content: str, line: int, words: str) -> None:
    """Repeated keys, loops, tags, several documents and broken syntax are one problem each."""
    (problem,) = _problems(write(content))
    assert problem.startswith(f"a.application.yaml:{line}:")
    assert words in problem


@pytest.mark.parametrize("content", [b"", b"  \n\n"])
def test_an_empty_file_is_said_to_be_empty(write: Write, content: bytes) -> None:
    """An empty file is one problem with a remedy."""
    (problem,) = _problems(write(content))
    assert "the application is empty; check that it was saved or copied completely" in problem


def test_binary_rubbish_and_foreign_encodings_are_told_apart(write: Write) -> None:
    """A picture is no text; Chinese in GBK is text to be saved again as UTF-8."""
    assert "not a text file" in _problems(write(b"\x89PNG\r\n\0\0\0\rIHDR\xff\xfe"))[0]
    assert "save it again with the encoding UTF-8" in _problems(write("format: 1\nitems: [热食]\n".encode("gbk")))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_byte_order_marks_are_understood(write: Write, encoding: str) -> None:
    """UTF-8 with or without a mark, and UTF-16 as some editors save it, read alike."""
    assert read_application(write("format: 1\r\npeople: {seats: 4}\r\n".encode(encoding))).people.seats == 4


def test_a_missing_file_names_its_nearest_neighbour(write: Write) -> None:
    """A mistyped name is met with the file that is there."""
    path = write("format: 1\n")
    (problem,) = _problems(path.with_name("a.aplication.yaml"))
    assert "there is no such file" in problem
    assert str(path) in problem


def test_a_folder_and_a_device_are_not_read(tmp_path: Path) -> None:
    """A folder, and a file that would never end, are refused."""
    assert "this is a folder" in _problems(tmp_path)[0]
    assert "not an ordinary file" in _problems(Path("/dev/zero"))[0]


def test_a_huge_file_is_refused_unread(write: Write) -> None:
    """Seventeen megabytes of answers are not an application."""
    assert "too large" in _problems(write(b"# " + b"x" * (17 * 1024 * 1024)))[0]


def test_json_is_read_with_its_line_numbers(tmp_path: Path) -> None:
    """JSON is accepted wherever YAML is, tabs and escaped characters beyond the basic plane included."""
    path = tmp_path / "a.json"
    path.write_text('{\n\t"format": 1,\n\t"people": {"seats": 4.5},\n\t"declared": {"equipment": {"\\ud842\\udfb7": 1}}\n}')
    problems = _problems(path)
    assert "a.json:3: people.seats is 4.5, a whole number was expected" in problems[0]


def test_an_alias_bomb_is_refused_quickly(shared_data: Path) -> None:
    """Nine levels of nine aliases are counted, not written out."""
    start = time.process_time()
    (problem,) = _problems(shared_data / "hostile" / "crafted" / "yaml_billion_laughs.yaml")
    assert "once its aliases are written out" in problem
    assert time.process_time() - start < 30, "the bomb went off"


def test_deep_nesting_neither_recurses_nor_hangs() -> None:
    """A hundred thousand brackets are refused at the sixty-first."""
    with pytest.raises(YamlMistake, match="deep"):
        parse("[" * 100_000)


def test_equipment_must_be_known(write: Write) -> None:
    """A thing declared by an unknown name is met with the nearest known one."""
    (problem,) = _problems(write("declared: {equipment: {extinguishers: 2}}\n"))
    assert 'did you mean "extinguisher"?' in problem


@pytest.mark.parametrize("read", [read_plan, read_scene, read_application])
def test_every_reader_says_file_reason_and_remedy(read: Callable[[Path], object], tmp_path: Path) -> None:
    """No reader ends in anything but an `InputError` whose problems are complete."""
    path = tmp_path / "x.yaml"
    path.write_text("format: 1\nnonsense: {a: [1, {b: 2}]}\n")
    with pytest.raises(InputError) as caught:
        read(path)
    for problem in caught.value.problems:
        assert problem.place.startswith(f"{path}:")
        assert problem.reason
        assert problem.remedy
