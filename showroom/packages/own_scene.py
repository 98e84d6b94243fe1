"""What scene does a plan that was checked make? Key points where something is open, and the walk of a visit by video.

The walk is that of the shot list (`reports.shots`): where to stand, what to show from there and what to do before the camera, as a
tour in which it can be rehearsed. Nothing here is written to a disk.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shapely.geometry import Polygon

from showroom.domain.finding import Finding, Outcome
from showroom.domain.plan import Plan
from showroom.domain.review import Review
from showroom.domain.scene import Anchor, Card, Hotspot, Scene, Stop, Tour, Viewpoint
from showroom.domain.text import LANGUAGES, Text
from showroom.domain.vector import Vector
from showroom.domain.vocabulary import Vocabulary
from showroom.geometry.layout import Layout
from showroom.modelling.storeys import floor_levels
from showroom.reports import shots, words

OWN = "own"
"""The id of the scene that is a visitor's own."""
MOST = 60
"""Key points a scene has at most; the worst come first."""
_SHOWN = (Outcome.NOT_MET, Outcome.TO_CONFIRM)
_EYE, _THING = 1.6, 1.2
"""Metres above the floor at which one looks, and at which a disc hangs."""
_TITLE = Text.of("我的店", "My premises")
_TOUR = Text.of("云勘验彩排", "Rehearsal of a visit by video")
_MORE = Text.of("{0}等 {1} 项", "{0} and {1} more")
_STOP = Text.of("第 {0} 站 · {1}", "Stop {0} · {1}")
_SHOW = Text.of("站在这里，从左到右拍：{0}。", "Stand here and show, from left to right: {0}.")
_DO = Text.of("{0}（{1}）", "{0} ({1})")


@dataclass(frozen=True)
class _Place:
    """Where several findings are to be seen: the thing concerned (its plan id, or none), and a point in metres."""

    thing: str | None
    at: Vector


def own_scene(review: Review, vocabulary: Vocabulary) -> Scene:
    """Return the scene of a plan and its review, without a file behind it."""
    spots, of_finding = _spots(review, Layout(review.plan, vocabulary))
    walk = shots.shots_of(review, vocabulary, LANGUAGES[0]).stops
    levels = floor_levels(review.plan)
    views = tuple(_view(stop, levels[stop.storey]) for stop in walk) or (_somewhere(review.plan),)
    stops = tuple(_stop(stop, review.plan, vocabulary, of_finding) for stop in walk)
    name = review.plan.name.strip()
    return Scene(
        id=OWN,
        title=Text.of(name, name) if name else _TITLE,
        permits=(review.permit.id,),
        model="none.glb",
        plan="none.plan.yaml",
        application="none.application.yaml",
        viewpoints=views,
        hotspots=spots,
        tours=(Tour(id="rehearsal", title=_TOUR, stops=stops),) if stops else (),
    )


def _spots(review: Review, layout: Layout) -> tuple[tuple[Hotspot, ...], dict[Finding, str]]:
    """Return a key point for every thing something is open about, the worst first, and the key point of each finding."""
    levels = floor_levels(review.plan)
    at: dict[_Place, list[Finding]] = {}
    for finding in sorted((one for one in review.findings if one.outcome in _SHOWN), key=_weight):
        place = shots.place_of(finding, layout)
        if place is not None:
            storey, (x, y) = place
            thing = finding.affected[0] if finding.affected else None
            at.setdefault(_Place(thing, (round(x, 3), round(y, 3), round(levels[storey] + _THING, 3))), []).append(finding)
    spots: list[Hotspot] = []
    of_finding: dict[Finding, str] = {}
    for number, (where, findings) in enumerate(list(at.items())[:MOST], 1):
        spots.append(_spot(f"point-{number}", where, findings, review))
        of_finding |= dict.fromkeys(findings, spots[-1].id)
    return tuple(spots), of_finding


def _weight(finding: Finding) -> int:
    return words.WORST_FIRST.index(finding.outcome)


def _spot(name: str, where: _Place, findings: Sequence[Finding], review: Review) -> Hotspot:
    rows = {finding.requirement: review.permit.requirement(finding.requirement) for finding in findings}
    titles = [row.title for row in rows.values() if row is not None]
    title = titles[0] if len(titles) == 1 else _both(_MORE, titles[0], len(titles) if titles else 0)
    card = Card(title=title, text=_lines(findings))
    return Hotspot(id=name, requirements=tuple(rows), anchor=Anchor(position=where.at, node=where.thing), card=card)


def _lines(findings: Sequence[Finding]) -> Text:
    """Return what was found, a line a finding with its verdict before it and what to do after."""
    said = {}
    for language in LANGUAGES:
        lines = []
        for finding in dict.fromkeys(findings):
            verdict = f"{words.SYMBOL[finding.outcome]} {words.OUTCOME[finding.outcome].in_(language)}"
            remedy = finding.remedy.in_(language) if finding.remedy else ""
            lines.append(" ".join(filter(None, (f"{verdict} · {words.plainly(finding.text.in_(language))}", remedy))))
        said[language] = "\n".join(dict.fromkeys(lines))
    return Text(said)


def _view(stop: shots.Stop, floor: float) -> Viewpoint:
    x, y = stop.at
    to_x, to_y = stop.look
    if abs(to_x - x) + abs(to_y - y) < 0.05:  # what is shown lies at one's feet
        to_y += 1.0
    return Viewpoint(id=_view_id(stop), eye=(x, y, floor + _EYE), look=(to_x, to_y, floor + _THING))


def _view_id(stop: shots.Stop) -> str:
    return f"stop-{stop.number}"


def _stop(stop: shots.Stop, plan: Plan, vocabulary: Vocabulary, of_finding: Mapping[Finding, str]) -> Stop:
    shown = (shot.line.finding for shot in stop.shots if shot.line.finding is not None)
    lit = dict.fromkeys(of_finding[finding] for finding in shown if finding in of_finding)
    return Stop(
        viewpoint=_view_id(stop),
        hotspots=tuple(lit),
        title=_both(_STOP, stop.number, _room(stop.space, plan, vocabulary)),
        script=_both(_SHOW, _joined(list(_told(stop)), "；", "; ")),
    )


def _told(stop: shots.Stop) -> Iterator[Text]:
    """Yield what is shown from a place, each row once, with what to do there; rows for which the same is done stand together."""
    done: dict[str, tuple[Text | None, dict[str, Text]]] = {}
    for shot in stop.shots:
        row = shot.line.item.requirement
        done.setdefault(shot.do.in_("en") if shot.do else "", (shot.do, {}))[1].setdefault(row.id, row.title)
    for do, titles in done.values():
        together = _joined(list(titles.values()), "、", ", ")
        yield _both(_DO, together, do) if do else together


def _room(space_id: str, plan: Plan, vocabulary: Vocabulary) -> Text:
    space = next((space for space in plan.spaces if space.id == space_id), None)
    if space is None:
        return Text.of(space_id, space_id)
    term = vocabulary.uses.get(space.use)
    known = term.label if term else Text.of(space.id, space.id)
    return Text.of(space.name or known.in_("zh_CN"), known.in_("en"))


def _somewhere(plan: Plan) -> Viewpoint:
    """Return a view of the largest room, where nothing is to be shown."""
    levels = floor_levels(plan)
    rooms = [(Polygon(space.outline).area, storey.id, space) for storey in plan.storeys for space in storey.spaces]
    _, storey, space = max(rooms, key=lambda room: room[0])
    middle = Polygon(space.outline).representative_point()
    x, y = float(middle.x), float(middle.y)
    return Viewpoint(id="room", eye=(x, y, levels[storey] + _EYE), look=(x, y + 1.0, levels[storey] + _THING))


def _both(sentence: Text, *filled: Text | str | int) -> Text:
    """Fill a sentence in both languages."""
    return Text(
        {
            language: sentence.in_(language).format(*(one.in_(language) if isinstance(one, Text) else one for one in filled))
            for language in LANGUAGES
        }
    )


def _joined(texts: Sequence[Text], chinese: str, english: str) -> Text:
    return Text.of(chinese.join(text.in_("zh_CN") for text in texts), english.join(text.in_("en") for text in texts))
