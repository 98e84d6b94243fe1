"""The open lines as BCF 2.1: element by element like other people's files, and read back with what others said."""

import io
import os
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from showroom import home
from showroom.domain.errors import InputError
from showroom.domain.review import Review
from showroom.formats import read_permit, read_result, read_vocabulary
from showroom.formats import site_results_bcf as reader
from showroom.reports import WRITERS, Handover, bcf
from showroom.reports.lines import is_open, lines_of
from showroom.reports.returned import compare
from showroom.review import review_plan

_OTHERS = Path(__file__).parents[3] / "shared" / "data" / "bcf"
ORDER = {
    "Topic": ("ReferenceLink", "Title", "Priority", "Index", "Labels", "CreationDate", "CreationAuthor", "ModifiedDate",
              "ModifiedAuthor", "DueDate", "AssignedTo", "Stage", "Description", "BimSnippet", "DocumentReference", "RelatedTopic"),
    "Markup": ("Header", "Topic", "Comment", "Viewpoints"),
    "Comment": ("Date", "Author", "Comment", "Viewpoint", "ModifiedDate", "ModifiedAuthor"),
    "Viewpoints": ("Viewpoint", "Snapshot", "Index"),
    "VisualizationInfo": ("Components", "OrthogonalCamera", "PerspectiveCamera", "Lines", "ClippingPlanes", "Bitmap"),
    "Components": ("ViewSetupHints", "Selection", "Visibility", "Coloring"),
    "PerspectiveCamera": ("CameraViewPoint", "CameraDirection", "CameraUpVector", "FieldOfView"),
    "ProjectExtension": ("Project", "ExtensionSchema"),
}  # fmt: skip
"""The order in which BCF 2.1 has the children of each element."""


@pytest.fixture(scope="module")
def promised() -> Review:
    """Return the check of the hot-food shop without its application, which leaves many lines open."""
    from showroom.domain.application import Application

    plan = home.scenes() / "hot-food-shop" / "premises.plan.yaml"
    return review_plan(plan, read_permit("food-catering"), Application(), as_of=date(2026, 11, 24))


@pytest.fixture(scope="module")
def made(promised: Review) -> bytes:
    """Return the file in Chinese."""
    return WRITERS["checklist"][".bcfzip"](promised, Handover("zh_CN", case_number="WH-7"))


def _documents(content: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".bcf", ".bcfv", ".bcfp", ".version", ".xsd")):
                yield name, ElementTree.fromstring(archive.read(name))


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _assert_in_order(content: bytes) -> None:
    for name, root in _documents(content):
        for element in root.iter():
            order = ORDER.get(_bare(element.tag))
            if order and len(element):
                places = [order.index(_bare(child.tag)) for child in element]
                assert places == sorted(places), (name, element.tag)


def test_children_stand_in_the_order_of_the_standard(made: bytes) -> None:
    """Every element has the children of BCF 2.1 in their order, or readers that are strict refuse the file in silence."""
    _assert_in_order(made)


@pytest.mark.skipif(not _OTHERS.is_dir(), reason="the BCF files of buildingSMART are not beside the checkout")
def test_ours_is_made_like_other_peoples_files(made: bytes) -> None:
    """The table of orders holds for buildingSMART's files, and each attribute they need is there in ours too."""
    needed: dict[str, set[str]] = {}
    for path in sorted(_OTHERS.glob("v2.1__*.bcf")):
        _assert_in_order(path.read_bytes())
        for _, root in _documents(path.read_bytes()):
            for element in root.iter():
                names = {name for name in element.attrib if "}" not in name}
                kept = needed.setdefault(_bare(element.tag), names)
                kept &= names
    for name, root in _documents(made):
        for element in root.iter():
            if _bare(element.tag) in needed and _bare(element.tag) != "Component":
                assert needed[_bare(element.tag)] <= set(element.attrib), (name, element.tag)


def test_the_project_names_its_words(made: bytes) -> None:
    """The project points to an extension schema that is in the file, which lists every type, status and label used."""
    documents = dict(_documents(made))
    assert documents["project.bcfp"].find("ExtensionSchema").text == "extensions.xsd"
    listed = {element.get("value") for element in documents["extensions.xsd"].iter() if _bare(element.tag) == "enumeration"}
    for name, root in documents.items():
        if name.endswith("markup.bcf"):
            topic = root.find("Topic")
            used = {topic.get("TopicType"), topic.get("TopicStatus"), *(label.text for label in topic.findall("Labels"))}
            assert used <= listed


def test_every_open_line_is_told_once_with_its_place(promised: Review, made: bytes) -> None:
    """Each line that is not settled is one comment; one with a place on the plan has a viewpoint and a picture of its own."""
    lines = [line for line in lines_of(promised, read_vocabulary(), "zh_CN") if is_open(line)]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
    comments = [
        one.find("Comment").text
        for name, root in _documents(made)
        if name.endswith("markup.bcf")
        for one in root.findall("Comment")
    ]
    assert len(comments) == len(lines)
    for line in lines:
        assert sum(text.startswith(f"{line.number} ") for text in comments) == 1
    for name, root in _documents(made):
        for view in root.findall("Viewpoints") if name.endswith("markup.bcf") else ():
            folder = name.rpartition("/")[0]
            assert f"{folder}/{view.find('Viewpoint').text}" in names
            assert f"{folder}/{view.find('Snapshot').text}" in names


def test_affected_and_causing_things_are_kept_apart(promised: Review, made: bytes) -> None:
    """Things affected are selected in the viewpoint, things that cause it coloured, and the comment names both."""
    coloured = [root for name, root in _documents(made) if name.endswith(".bcfv") and root.find("Components/Coloring") is not None]
    caused = [line for line in lines_of(promised, read_vocabulary(), "zh_CN") if is_open(line) and line.finding.causing]
    assert bool(coloured) == any(line.finding.geometry is not None for line in caused)
    text = "".join(ElementTree.tostring(root, encoding="unicode") for _, root in _documents(made))
    assert all("起因：" in text for _ in caused)


def test_others_answers_come_back(promised: Review, made: bytes, tmp_path: Path) -> None:
    """A topic that was closed elsewhere says its lines are met; comments of others are notes; ours are not."""
    path = tmp_path / "a.bcfzip"
    closed: list[str] = []
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("markup.bcf") and not closed:
                root = ElementTree.fromstring(content)
                root.find("Topic").set("TopicStatus", "Closed")
                comment = ElementTree.SubElement(root, "Comment", Guid="6c265117-83fd-4850-b576-41502463a8f7")
                for tag, text in (("Date", "2026-11-25T00:00:00Z"), ("Author", "li@example.org"), ("Comment", "看过了")):
                    ElementTree.SubElement(comment, tag).text = text
                closed += [link.text for link in root.find("Topic").findall("ReferenceLink")]
                content = ElementTree.tostring(root)
            new.writestr(name, content)
    read = read_result(path)
    assert (read.case, read.plan_sha256) == ("WH-7", promised.plan.source.sha256)
    said = [answer for answer in read.answers if not answer.empty]
    assert len(said) == len(closed)
    assert {(answer.answer, answer.note) for answer in said} == {("met", "看过了")}
    comparison = compare(promised, [("a.bcfzip", read)], read_vocabulary(), "zh_CN")
    assert not comparison.notes
    assert comparison.count("promised") == len(comparison.lines) - len(closed)


def test_reader_and_writer_agree_on_links() -> None:
    """The reader looks for links and for the author the writer writes."""
    assert (reader.LINK, reader.OWN_AUTHOR) == (bcf.LINK, bcf.AUTHOR)


def _zip(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)


_HOSTILE: dict[str, Callable[[Path], object]] = {
    "no zip": lambda path: path.write_bytes(b"no"),
    "nothing of ours": lambda path: _zip(path, "a/markup.bcf", b"<Markup><Topic Guid='x'><Title>t</Title></Topic></Markup>"),
    "entities": lambda path: _zip(path, "a/markup.bcf", b"<!DOCTYPE x [<!ENTITY a 'b'>]><Markup>&a;</Markup>"),
    "cut off": lambda path: _zip(path, "a/markup.bcf", b"<Markup><Topic>"),
    "bomb": lambda path: _zip(path, "a/markup.bcf", b" " * (65 << 20)),
}


@pytest.mark.parametrize("kind", _HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(tmp_path: Path, kind: str) -> None:
    """What is no BCF of ours, declares entities or unpacks to too much is refused with file, reason and remedy."""
    path = tmp_path / "a.bcfzip"
    _HOSTILE[kind](path)
    with pytest.raises(InputError) as refused:
        read_result(path)
    assert "a.bcfzip" in refused.value.problems[0].place
    assert refused.value.problems[0].remedy


def test_another_program_reads_it(made: bytes, tmp_path: Path) -> None:
    """bcf-client, in an interpreter of its own (SHOWROOM_BCF_PYTHON), finds every topic with its camera and picture."""
    python = os.environ.get("SHOWROOM_BCF_PYTHON")
    if not python:
        pytest.skip("SHOWROOM_BCF_PYTHON names no interpreter with bcf-client")
    path = tmp_path / "a.bcfzip"
    path.write_bytes(made)
    asked = (
        "import sys, pathlib; from bcf import bcfxml\n"
        "read = bcfxml.load(pathlib.Path(sys.argv[1]))\n"
        "views = [view for topic in read.topics.values() for view in topic.viewpoints.values()]\n"
        "assert all(view.snapshot and view.visualization_info.perspective_camera for view in views)\n"
        "print(read.version.version_id, len(read.topics))"
    )
    said = subprocess.run([python, "-c", asked, str(path)], capture_output=True, text=True, check=False, timeout=120)
    topics = sum(name.endswith("markup.bcf") for name, _ in _documents(made))
    assert said.stdout.split() == ["2.1", str(topics)], said.stderr
