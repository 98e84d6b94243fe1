"""What can be looked for? Permits, requirements, papers, steps and conditions of the register, and the key points of the scenes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from showroom.domain.permit import Permit, Requirement
from showroom.domain.scene import Scene
from showroom.domain.text import Text

Kind = Literal["permit", "requirement", "document", "step", "condition", "point"]
KINDS: tuple[Kind, ...] = ("permit", "requirement", "document", "point", "step", "condition")
"""The kinds in the order in which results are told where nothing else decides."""


@dataclass(frozen=True)
class Entry:
    """One thing that can be found: its title, what it says, and where it stands."""

    kind: Kind
    id: str
    """Of the permit, requirement, paper, step or key point; of a condition its number, from 0."""
    title: Text
    texts: tuple[Text, ...] = ()
    """What it says below its title, the most telling first."""
    names: tuple[str, ...] = ()
    """Names it may be called by that are not shown: its id, instrument and clause."""
    permits: tuple[str, ...] = ()
    """The permits it belongs to; of papers, steps and conditions exactly one."""
    scene: str | None = None


def entries_of(permits: Iterable[Permit], scenes: Iterable[Scene] = ()) -> tuple[Entry, ...]:
    """Return everything that can be found in these permits and scenes; a requirement shared by several permits stands once."""
    permits = tuple(permits)
    return (*(_of_permits(permits)), *(entry for scene in scenes for entry in _points(scene, permits)))


def _of_permits(permits: tuple[Permit, ...]) -> Iterator[Entry]:
    for permit in permits:
        told = tuple(text for text in (permit.summary, permit.office, permit.fee, permit.validity) if text is not None)
        yield Entry("permit", permit.id, permit.title, told, (permit.id,), (permit.id,))
    rows: dict[str, tuple[Requirement, list[str]]] = {}
    for permit in permits:
        for row in permit.requirements:
            rows.setdefault(row.id, (row, []))[1].append(permit.id)
    for row, named in rows.values():
        yield _requirement(row, tuple(named))
    for permit in permits:
        yield from _papers(permit)


def _requirement(row: Requirement, permits: tuple[str, ...]) -> Entry:
    told = tuple(text for text in (row.text, row.why, row.common_mistake, row.remedy) if text is not None)
    names = (row.id, row.source.instrument, row.source.clause)
    return Entry("requirement", row.id, row.title, told, names, permits)


def _papers(permit: Permit) -> Iterator[Entry]:
    here = (permit.id,)
    for paper in permit.documents:
        told = tuple(text for text in (paper.sample, paper.issuer) if text is not None)
        yield Entry("document", paper.id, paper.title, told, (), here)
    for step in permit.procedure:
        told = tuple(text for text in (step.text, step.legal_time, step.promised_time) if text is not None)
        yield Entry("step", step.id, step.title, told, (), here)
    for number, condition in enumerate(permit.conditions):
        yield Entry("condition", str(number), condition.text, (), (), here)


def _points(scene: Scene, permits: tuple[Permit, ...]) -> Iterator[Entry]:
    """Yield the key points of a scene, each with the permits whose requirements it stands for."""
    taught = [permit for permit in permits if permit.id in scene.permits]
    for spot in scene.hotspots:
        fitting = (permit.id for permit in taught if not spot.requirements or any(map(permit.requirement, spot.requirements)))
        others = (text for card in spot.cards.values() for text in (card.title, card.text))
        told = tuple(text for text in (spot.card.text, spot.card.common_mistake, *others) if text is not None)
        if named := tuple(fitting):
            yield Entry("point", spot.id, spot.card.title, told, spot.requirements, named, scene.id)
