"""How do the open lines go into other people's model checkers? As BCF 2.1: one topic a requirement and cause, a comment a finding.

Every topic names what is affected and what causes it, apart; every comment has its own viewpoint and picture. Tools elsewhere
refuse a file whose project names no extension schema, so there is one, with just the words used here. Guids follow from the plan's
hash: same review, same bytes.
"""

import uuid
from collections.abc import Iterator, Sequence
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

from showroom.domain.finding import Outcome
from showroom.domain.plan import Plan
from showroom.domain.review import Review
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.modelling.storeys import floor_levels
from showroom.reports import words
from showroom.reports.about import name_of_premises
from showroom.reports.lines import Line, is_open, lines_of
from showroom.reports.places import Places
from showroom.reports.spots import Spots, has_spot
from showroom.reports.steady_zip import packed
from showroom.reports.witnesses import parts_of, points_of

AUTHOR = "showroom"
LINK = "showroom:line/"
"""How a topic's reference links begin; what follows names a line of the list, its plan, permit, day and case."""
_TYPES = {Outcome.NOT_MET: "Error", Outcome.TO_CONFIRM: "Request", Outcome.NOT_CHECKED: "Warning"}
_STATUSES = ("Open", "Closed")
_SPACE = uuid.UUID("6c2f5d52-8c0f-5b0e-9d1c-0f1b4f3a9a10")
"""Our own name space for guids."""
_EYE = (0.0, -3.5, 5.5)
"""Where the camera stands beside a witness: south of it and above, metres."""
_SAID = {
    "affected": Text.of("涉及：{0}", "Affected: {0}"),
    "causing": Text.of("起因：{0}", "Caused by: {0}"),
    "measured": Text.of("图上 {0}，要求 {1}", "On the plan {0}, required {1}"),
    "source": Text.of("依据：{0}（{1}）", "Source: {0} ({1})"),
    "remedy": Text.of("怎么改：{0}", "To mend it: {0}"),
}


def checklist_bcf(review: Review, vocabulary: Vocabulary, language: str, case_number: str = "") -> bytes:
    """Return the lines that are not settled as the bytes of a `.bcfzip`."""
    lines = [line for line in lines_of(review, vocabulary, language) if is_open(line)]
    places, spots = Places(review.plan, vocabulary, language), Spots(review.plan, vocabulary, language)
    project = str(uuid.uuid5(_SPACE, f"{review.plan.source.sha256}/{review.permit.id}"))
    members = {
        "bcf.version": _xml(_version()),
        "project.bcfp": _xml(_project(project, name_of_premises(review, language))),
        "extensions.xsd": _xml(_extensions(lines)),
    }
    for group in _grouped(lines):
        guid = str(uuid.uuid5(_SPACE, f"{project}/{group[0].key}"))
        members[f"{guid}/markup.bcf"] = _xml(_markup(guid, group, review, places, language, case_number))
        for index, line in enumerate(group):
            if line.finding is not None and has_spot(line.finding):
                members[f"{guid}/{_view_name(index)}.bcfv"] = _xml(_viewpoint(_guid(guid, f"view/{index}"), line, review.plan))
                members[f"{guid}/{_picture_name(index)}"] = spots.png(line.finding, 1.5, 480)
    return packed(members)


def _grouped(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines by requirement and by what causes them, in the office's order."""
    groups: dict[tuple[str, tuple[str, ...]], list[Line]] = {}
    for line in lines:
        causing = line.finding.causing if line.finding is not None else ()
        groups.setdefault((line.item.requirement.id, tuple(causing)), []).append(line)
    return list(groups.values())


def _guid(topic: str, name: str) -> str:
    return str(uuid.uuid5(uuid.UUID(topic), name))


def _view_name(index: int) -> str:
    return "viewpoint" if index == 0 else f"viewpoint_{index}"


def _picture_name(index: int) -> str:
    return "snapshot.png" if index == 0 else f"snapshot_{index}.png"


def link_of(line: Line, review: Review, case_number: str) -> str:
    """Return the reference link that names a line, so that an answer finds its way back."""
    about = {
        "permit": review.permit.id, "permit_version": review.permit.version.isoformat(), "plan_sha256": review.plan.source.sha256,
        "as_of": review.as_of.isoformat(), "case": case_number,
    }  # fmt: skip
    return f"{LINK}{quote(line.key, safe='')}?{urlencode(about)}"


def _markup(
    guid: str, group: Sequence[Line], review: Review, places: Places, language: str, case_number: str
) -> ElementTree.Element:
    first = group[0]
    worst = min((line.outcome for line in group if line.outcome is not None), key=words.WORST_FIRST.index)
    markup = ElementTree.Element("Markup")
    topic = _child(markup, "Topic", Guid=guid, TopicType=_TYPES[worst], TopicStatus="Open")
    for line in group:
        _child(topic, "ReferenceLink", link_of(line, review, case_number))
    count = f" ×{len(group)}" if len(group) > 1 else ""
    _child(topic, "Title", f"{first.number.rstrip('abcdefghijklmnopqrstuvwxyz')} {first.title}{count}")
    _child(topic, "Priority", first.weight)
    for label in dict.fromkeys(_labels(group)):
        _child(topic, "Labels", label)
    day = f"{review.as_of.isoformat()}T00:00:00Z"
    _child(topic, "CreationDate", day)
    _child(topic, "CreationAuthor", AUTHOR)
    _child(topic, "Description", f"{first.text}\n{_said('source', language, first.source, first.standing)}")
    for index, line in enumerate(group):
        comment = _child(markup, "Comment", Guid=_guid(guid, f"comment/{line.key}"))
        _child(comment, "Date", day)
        _child(comment, "Author", AUTHOR)
        _child(comment, "Comment", "\n".join(_told(line, places, language)))
        if has_spot(line.finding):
            _child(comment, "Viewpoint", Guid=_guid(guid, f"view/{index}"))
    for index, line in enumerate(group):
        if has_spot(line.finding):
            view = _child(markup, "Viewpoints", Guid=_guid(guid, f"view/{index}"))
            _child(view, "Viewpoint", f"{_view_name(index)}.bcfv")
            _child(view, "Snapshot", _picture_name(index))
            _child(view, "Index", str(index))
    return markup


def _labels(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        yield line.item.requirement.id
        yield line.verdict


def _said(key: str, language: str, *values: str) -> str:
    return _SAID[key].in_(language).format(*values)


def _told(line: Line, places: Places, language: str) -> Iterator[str]:
    yield f"{line.number} {line.verdict}: {line.found}"
    finding = line.finding
    if finding is not None and finding.affected:
        yield _said("affected", language, places.names(finding.affected))
    if finding is not None and finding.causing:
        yield _said("causing", language, places.names(finding.causing))
    if line.measured and line.required:
        yield _said("measured", language, line.measured, line.required)
    if line.remedy:
        yield _said("remedy", language, line.remedy)


def _viewpoint(guid: str, line: Line, plan: Plan) -> ElementTree.Element:
    """Return camera, lines of the witness and the things concerned: affected ones selected, causing ones coloured."""
    finding = line.finding
    assert finding is not None
    assert finding.geometry is not None
    levels = floor_levels(plan)
    floor = levels.get(finding.storey or "", next(iter(levels.values()), 0.0))
    points = points_of(finding)
    x, y = sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
    view = ElementTree.Element("VisualizationInfo", Guid=guid)
    parts = _child(view, "Components")
    if finding.affected:
        selection = _child(parts, "Selection")
        for thing in finding.affected:
            _component(selection, thing)
    _child(parts, "Visibility", DefaultVisibility="true")
    if finding.causing:
        colour = _child(_child(parts, "Coloring"), "Color", Color="FFC0362C")
        for thing in finding.causing:
            _component(colour, thing)
    camera = _child(view, "PerspectiveCamera")
    length = sum(part * part for part in _EYE) ** 0.5
    ahead = tuple(0.0 - part / length for part in _EYE)
    up = (0.0, ahead[2] * -1.0, ahead[1])
    _place(camera, "CameraViewPoint", (x + _EYE[0], y + _EYE[1], floor + 1.0 + _EYE[2]))
    _place(camera, "CameraDirection", ahead)
    _place(camera, "CameraUpVector", up)
    _child(camera, "FieldOfView", "60")
    legs = [
        (start, end)
        for kind, part in parts_of(finding.geometry)
        if kind != "point"
        for start, end in zip(part, [*part[1:], part[0]] if kind == "area" else part[1:], strict=False)
    ]
    if legs:
        drawn = _child(view, "Lines")
        for start, end in legs:
            leg = _child(drawn, "Line")
            _place(leg, "StartPoint", (*start, floor + 1.0))
            _place(leg, "EndPoint", (*end, floor + 1.0))
    return view


def _component(parent: ElementTree.Element, thing: str) -> None:
    """Name a thing by its id in the drawing; an IFC file's own id is told as such."""
    is_ifc = len(thing) == 22 and all(char.isalnum() or char in "_$" for char in thing)
    part = _child(parent, "Component", **({"IfcGuid": thing} if is_ifc else {}))
    _child(part, "OriginatingSystem", AUTHOR)
    _child(part, "AuthoringToolId", thing)


def _place(parent: ElementTree.Element, name: str, point: Sequence[float]) -> None:
    place = _child(parent, name)
    for axis, value in zip("XYZ", point, strict=True):
        _child(place, axis, f"{value + 0.0:.6f}")


def _version() -> ElementTree.Element:
    version = ElementTree.Element("Version", VersionId="2.1")
    _child(version, "DetailedVersion", "2.1")
    return version


def _project(guid: str, name: str) -> ElementTree.Element:
    extension = ElementTree.Element("ProjectExtension")
    _child(_child(extension, "Project", ProjectId=guid), "Name", name)
    _child(extension, "ExtensionSchema", "extensions.xsd")
    return extension


def _extensions(lines: Sequence[Line]) -> ElementTree.Element:
    """Return the schema that lists the words used for types, statuses, priorities and labels."""
    schema = ElementTree.Element("schema", xmlns="http://www.w3.org/2001/XMLSchema")
    redefined = _child(schema, "redefine", schemaLocation="markup.xsd")
    listed = {
        "TopicType": _TYPES.values(), "TopicStatus": _STATUSES, "TopicLabel": sorted(set(_labels(lines))),
        "Priority": sorted({line.weight for line in lines}), "UserIdType": (AUTHOR,),
    }  # fmt: skip
    for name, values in listed.items():
        choice = _child(_child(redefined, "simpleType", name=name), "restriction", base=name)
        for value in values:
            _child(choice, "enumeration", value=value)
    return schema


def _child(parent: ElementTree.Element, tag: str, text: str | None = None, /, **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, tag, {key: words.clean(value) for key, value in attributes.items()})
    child.text = words.clean(text) if text is not None else None
    return child


def _xml(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"
