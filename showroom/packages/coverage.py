"""How far is a permit taught by a scene? For every requirement what there is of it, what is missing, and where each is mended.

Nothing is read but the scene, the permit and whether a clip's file is there. What the scene's own check finds beside the point
(`not_applicable` for these premises) is wanted nowhere but on the checklist.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from showroom.domain.permit import Permit, Requirement
from showroom.domain.scene import Hotspot, Scene, Stop, Tour
from showroom.domain.text import LANGUAGES, Language, Text

Part = Literal["point", "script", "clip", "caption", "card-zh_CN", "card-en", "pair", "sample", "decided", "line"]
PARTS: tuple[Part, ...] = ("point", "script", "clip", "caption", "card-zh_CN", "card-en", "pair", "sample", "decided", "line")
State = Literal["present", "missing", "unwanted"]

PART_NAMES: dict[Part, Text] = {
    "point": Text.of("要点", "Point"),
    "script": Text.of("讲解", "Script"),
    "clip": Text.of("录音", "Clip"),
    "caption": Text.of("字幕", "Captions"),
    "card-zh_CN": Text.of("中文", "zh"),
    "card-en": Text.of("英文", "en"),
    "pair": Text.of("对错", "Pair"),
    "sample": Text.of("样本", "Sample"),
    "decided": Text.of("判定", "Decided"),
    "line": Text.of("清单", "Line"),
}
"""Heads of columns; short, for there are ten."""
NEW_TITLE = Text.of("新的要点", "New key point")
NEW_TEXT = Text.of("请写明这里要看什么。", "Say what to look at here.")
"""What a key point's card says before a clerk has written anything: that is no card yet."""


@dataclass(frozen=True)
class Cell:
    """What there is of one part: ids of the things that are it, and of those where it is lacking and can be put.

    Ids are of key points, mistakes and papers; a stop is `tour/3`, and one that lacks a language `tour/3 en`.
    """

    part: Part
    state: State
    where: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One requirement, the key points bound to it, and its cells in the order of `PARTS`."""

    requirement: Requirement
    spots: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, part: Part) -> Cell:
        """Return the cell of that part."""
        return self.cells[PARTS.index(part)]

    @property
    def gaps(self) -> int:
        """How many parts are missing."""
        return sum(cell.state == "missing" for cell in self.cells)


@dataclass(frozen=True)
class Coverage:
    """The matrix of one scene and one permit."""

    scene: str
    permit: str
    rows: tuple[Row, ...]

    def counts(self, part: Part) -> tuple[int, int]:
        """Return how many requirements have the part, and how many want it or have it."""
        states = [row.cell(part).state for row in self.rows]
        return states.count("present"), len(states) - states.count("unwanted")


def coverage(scene: Scene, permit: Permit, folder: Path, beside: Collection[str] = ()) -> Coverage:
    """Return the matrix; `beside` are the requirements the check of the scene's own plan finds not applicable."""
    bound: dict[str, list[Hotspot]] = {}
    for spot in scene.hotspots:
        for name in spot.requirements:
            bound.setdefault(name, []).append(spot)
    lit: dict[str, list[tuple[str, Stop]]] = {}
    for tour in _tours_of(scene, permit):
        for number, stop in enumerate(tour.stops, 1):
            for spot_id in stop.hotspots:
                lit.setdefault(spot_id, []).append((f"{tour.id}/{number}", stop))
    clips = {clip for tour in scene.tours for stop in tour.stops for clip in stop.clip.values()}
    heard = {clip for clip in clips if _is_something(folder / clip)}
    sections = {section.id for section in permit.sections}
    rows = []
    for requirement in permit.requirements:
        spots = bound.get(requirement.id, [])
        stops = list({name: (name, stop) for spot in spots for name, stop in lit.get(spot.id, ())}.values())
        shown = requirement.decided_by != "paper" and requirement.id not in beside
        cells = (
            _cell("point", [spot.id for spot in spots], wanted=shown),
            *_narrated(stops, heard, wanted=shown),
            *(_card(spots, permit.id, language, wanted=shown) for language in LANGUAGES),
            _pair(scene, permit, requirement, wanted=shown and requirement.measure is not None),
            _sample(permit, requirement),
            _decided(requirement),
            _cell("line", [requirement.section] if requirement.section in sections else [], wanted=True),
        )
        rows.append(Row(requirement, tuple(spot.id for spot in spots), cells))
    return Coverage(scene.id, permit.id, tuple(rows))


def _tours_of(scene: Scene, permit: Permit) -> Iterator[Tour]:
    yield from (tour for tour in scene.tours if not tour.permits or permit.id in tour.permits)


def _is_something(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _cell(part: Part, where: Collection[str], *, wanted: bool, lacking: Collection[str] = ()) -> Cell:
    state: State = "present" if where else "missing" if wanted else "unwanted"
    return Cell(part, state, tuple(where), tuple(lacking) if state != "unwanted" else ())


def _narrated(stops: list[tuple[str, Stop]], heard: Collection[str], *, wanted: bool) -> Iterator[Cell]:
    """Yield script, clip and caption: each is there where one stop that shows the requirement has it in every language."""
    there: dict[Part, dict[str, set[str]]] = {
        "script": {name: _said(stop.script) for name, stop in stops},
        "clip": {name: {language for language, clip in stop.clip.items() if clip in heard} for name, stop in stops},
        "caption": {name: _said(stop.caption or stop.script) for name, stop in stops},
    }
    for part, by_stop in there.items():
        lacking = [f"{name} {language}" for name, said in by_stop.items() for language in LANGUAGES if language not in said]
        whole = [name for name, said in by_stop.items() if said.issuperset(LANGUAGES)]
        yield _cell(part, whole, wanted=wanted, lacking=lacking)


def _said(text: Text) -> set[str]:
    return {language for language in LANGUAGES if text.root.get(language, "").strip()}


def _card(spots: list[Hotspot], permit_id: str, language: Language, *, wanted: bool) -> Cell:
    part: Part = "card-zh_CN" if language == "zh_CN" else "card-en"
    written = [spot.id for spot in spots if is_written(spot, permit_id, language)]
    return _cell(part, written, wanted=wanted, lacking=[spot.id for spot in spots if spot.id not in written])


def is_written(spot: Hotspot, permit_id: str, language: str) -> bool:
    """Tell whether a key point's card has title and text of its author in a language."""
    card = spot.card_for(permit_id)
    pairs = ((card.title, NEW_TITLE), (card.text, NEW_TEXT))
    return all(text.root.get(language, "").strip() not in ("", new.root[language]) for text, new in pairs)


def _pair(scene: Scene, permit: Permit, requirement: Requirement, *, wanted: bool) -> Cell:
    here = [
        mistake
        for mistake in scene.mistakes
        if requirement.id in (mistake.breaks, *mistake.twins) and (mistake.permit or scene.permits[0]) == permit.id
    ]
    paired = [mistake.id for mistake in here if mistake.right and mistake.wrong]
    return _cell("pair", paired, wanted=wanted, lacking=[mistake.id for mistake in here if mistake.id not in paired])


def _sample(permit: Permit, requirement: Requirement) -> Cell:
    papers = [one for one in permit.documents if one.requirement == requirement.id or requirement.kind in one.concerns]
    drawn = [paper.id for paper in papers if paper.sample is not None]
    lacking = [paper.id for paper in papers if paper.sample is None]
    return _cell("sample", drawn, wanted=requirement.kind == "document" or bool(lacking), lacking=lacking)


def _decided(requirement: Requirement) -> Cell:
    if requirement.measure is not None:
        return Cell("decided", "present", (requirement.measure.rule,))
    how = ["judgement"] if requirement.judgement is not None else []
    return _cell("decided", how, wanted=requirement.decided_by != "paper")
