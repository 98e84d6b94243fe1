"""Why did a requirement come out as it did? A small tree: clause, our reading, facts, what was measured, limit, margin, outcome."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from showroom.domain.errors import InputError, Problem
from showroom.domain.finding import Fact, Finding, Outcome, Reason
from showroom.domain.permit import Requirement
from showroom.domain.plan import Origin, Plan
from showroom.domain.review import Review
from showroom.domain.text import LANGUAGES, Text
from showroom.domain.vocabulary import Term, Vocabulary
from showroom.formats import read_vocabulary
from showroom.formats.provenance import origin_said
from showroom.reports import words
from showroom.rules.pages import sentence
from showroom.rules.questions import question

_ORIGIN = {
    "application": Text.of("申报", "application"),
    "plan": Text.of("图纸", "plan"),
    "register": Text.of("要求清单", "register"),
    "district": Text.of("本地区决定", "the district's decision"),
    "default": Text.of("规则默认", "the rule's default"),
}
_SHAPE = {
    "Point": Text.of("点", "point"),
    "MultiPoint": Text.of("多个点", "points"),
    "LineString": Text.of("线", "line"),
    "MultiLineString": Text.of("多条线", "lines"),
    "Polygon": Text.of("范围", "area"),
    "MultiPolygon": Text.of("多个范围", "areas"),
}
_EQUIPMENT, _DECLARED = "declared.equipment.", Text.of("{name}（申报）", "{name} (declared)")
_YES, _NO, _UNSAID = Text.of("是", "yes"), Text.of("否", "no"), Text.of("未说明", "not said")
_DRAWN = {
    "width": Text.of("净宽（图纸）", "clear width, as drawn"),
    "height": Text.of("净高（图纸）", "clear height, as drawn"),
    "use": Text.of("用途（图纸）", "use, as drawn"),
    "level": Text.of("楼层（图纸）", "storey, as drawn"),
}
_FIGURES = ("register", "district", "default")
_LENGTHS = (".width", ".height")
_SHOWN = 8
"""Corners of a geometry that are written out."""


@dataclass(frozen=True)
class Branch:
    """A node of the tree: what it is, what is said there, and what that rests on."""

    label: Text
    said: Text | None = None
    branches: tuple["Branch", ...] = ()


def why(finding: Finding, requirement: Requirement, vocabulary: Vocabulary, origins: Mapping[str, Origin] | None = None) -> Branch:
    """Return how a verdict came about, from the clause to the outcome; what there is nothing of is left out.

    `origins` say by id where a thing was found in a drawing (`origins_of`).
    """
    measured = _measured(finding)
    branches = (
        Branch(Text.of("条文", "Clause"), _both(lambda language: _clause(finding, language))),
        Branch(Text.of("我们的理解", "Our reading"), requirement.text, tuple(_rule(finding))),
        Branch(Text.of("所用事实", "Facts"), branches=tuple(_facts(finding, vocabulary, origins or {}))),
        Branch(Text.of("实测", "Measured"), _figure(finding, words.measured), measured),
        Branch(Text.of("限值", "Limit"), _figure(finding, _limit)),
        Branch(Text.of("余量", "Margin"), _figure(finding, words.margin)),
        Branch(Text.of("结论", "Outcome"), _both(lambda language: _outcome(finding, language)), tuple(_told(finding))),
    )
    there = tuple(branch for branch in branches if branch.said or branch.branches)
    return Branch(requirement.title, Text.of(requirement.id, requirement.id), there)


def plain_facts(finding: Finding, vocabulary: Vocabulary) -> tuple[tuple[Text, Text], ...]:
    """Return what a verdict rests on as a visitor reads it: question and answer, or a drawn thing and what was drawn of it.

    What nobody said is listed only where the verdict waits for it.
    """
    told = []
    for fact in finding.facts:
        thing, _, attribute = fact.key.rpartition(".")
        if fact.value is None and finding.reason is not Reason.FACT_MISSING:
            continue
        if fact.origin == "application":
            told.append((_asked(fact.key, vocabulary), _value(fact)))
        elif fact.origin == "plan" and attribute in _DRAWN:
            told.append((_prefixed(thing, _DRAWN[attribute]), _label(fact, vocabulary)))
    return tuple(told)


def asked_for(review: Review, requirement_id: str) -> Requirement:
    """Return the requirement of that id that was looked at on the day of the review.

    Raises:
        InputError: where the permit has none of that id, naming the nearest.
    """
    rows = {row.id: row for row in review.permit.on(review.as_of).requirements}
    if requirement_id not in rows:
        near = get_close_matches(requirement_id, rows, n=3, cutoff=0.5)
        remedy = f"did you mean {' or '.join(near)}?" if near else f"see `showroom permits show {review.permit.id}`"
        raise InputError(Problem("--why", f'"{requirement_id}" is no requirement of {review.permit.id}', remedy))
    return rows[requirement_id]


def why_text(review: Review, requirement: Requirement, language: str) -> str:
    """Return the trees of all findings of a requirement, the worst first, as text with a newline at its end."""
    found = [finding for finding in review.findings if finding.requirement == requirement.id]
    if not found:
        told = Text.of("核对表上的一行，不由图纸判定。", "A line of the checklist; no plan decides it.")
        return "\n".join(tree_lines(Branch(requirement.title, told), language)) + "\n"
    vocabulary = read_vocabulary()
    ordered = sorted(found, key=lambda finding: words.WORST_FIRST.index(finding.outcome))
    origins = origins_of(review.plan)
    trees = (why(finding, requirement, vocabulary, origins) for finding in ordered)
    return "\n".join("\n".join(tree_lines(tree, language)) + "\n" for tree in trees)


def origins_of(plan: Plan) -> dict[str, Origin]:
    """Return, by id, where spaces, openings and fixtures were found in the drawing, as far as its reader told."""
    return {thing.id: thing.origin for things in (plan.spaces, plan.openings, plan.fixtures) for thing in things if thing.origin}


def tree_lines(tree: Branch, language: str, indent: str = "") -> Iterator[str]:
    """Yield a tree line by line, each branch under what it belongs to."""
    said = tree.said.in_(language) if tree.said else ""
    colon = "：" if language == "zh_CN" else ": "
    yield tree.label.in_(language) + (colon + said if said else "")
    for branch in tree.branches:
        last = branch is tree.branches[-1]
        first, *more = tree_lines(branch, language)
        yield indent + ("└ " if last else "├ ") + first
        yield from (indent + ("  " if last else "│ ") + line for line in more)


# -------------------------------------------------------------------- branches


def _both(said: Callable[[str], str]) -> Text:
    return Text({language: said(language) for language in LANGUAGES})


def _figure(finding: Finding, said: Callable[[Finding, str], str]) -> Text | None:
    return _both(lambda language: said(finding, language)) if said(finding, LANGUAGES[0]) else None


def _limit(finding: Finding, language: str) -> str:
    return words.limit(finding.required, language) if finding.required else ""


def _clause(finding: Finding, language: str) -> str:
    standing = words.STANDING[finding.source.standing].in_(language)
    return f"{words.citation(finding)}（{standing}）" if language == "zh_CN" else f"{words.citation(finding)} ({standing})"


def _rule(finding: Finding) -> Iterator[Branch]:
    if finding.rule is None:
        return
    figures = tuple(_as_written(fact) for fact in finding.facts if fact.origin in _FIGURES)
    rule = finding.rule
    yield Branch(Text.of(f"规则 {rule}", f"Rule {rule}"), sentence(rule), figures)


def _as_written(fact: Fact) -> Branch:
    """A figure as a requirement writes it; a table of figures line by line."""
    if isinstance(fact.value, tuple) and any("{" in part for part in fact.value):
        lines = tuple(Branch(_same(part.replace('"', ""))) for part in fact.value)
        return Branch(_same(fact.key), _ORIGIN[fact.origin], lines)
    return Branch(_same(fact.key), _sourced(_value(fact), fact))


def _facts(finding: Finding, vocabulary: Vocabulary, origins: Mapping[str, Origin]) -> Iterator[Branch]:
    told_of: set[str] = set()
    for fact in finding.facts:
        if fact.origin == "application":
            asked = question(fact.key)
            told = (Branch(Text.of("问", "Question"), asked),) if fact.value is None and asked.in_("en") != fact.key else ()
            yield Branch(_same(fact.key), _sourced(_value(fact), fact), told)
        elif fact.origin == "plan":
            thing = fact.key.rpartition(".")[0]
            origin = origins.get(thing) if thing not in told_of else None
            told_of.add(thing)
            found = (Branch(Text.of("怎样得出", "Found"), origin_said(origin)),) if origin else ()
            yield Branch(_same(fact.key), _sourced(_named(fact, vocabulary), fact), found)


def _measured(finding: Finding) -> tuple[Branch, ...]:
    branches = []
    for label, things in ((Text.of("所涉", "Concerns"), finding.affected), (Text.of("起因", "Caused by"), finding.causing)):
        if things:
            branches.append(Branch(label, _same(", ".join(things))))
    if finding.geometry is not None:
        shape, storey = _SHAPE[finding.geometry.type], finding.storey or ""
        corners = list(_corners(finding.geometry.coordinates))
        written = " → ".join(f"({x:.3f}, {y:.3f})" for x, y in corners[:_SHOWN]) + (" …" if len(corners) > _SHOWN else "")
        branches.append(
            Branch(Text.of("位置", "Where"), _both(lambda language: f"{storey} {shape.in_(language)} {written}".strip()))
        )
    return tuple(branches)


def _corners(coordinates: tuple[object, ...]) -> Iterator[tuple[float, float]]:
    if len(coordinates) > 1 and all(isinstance(part, int | float) for part in coordinates):
        yield float(coordinates[0]), float(coordinates[1])  # type: ignore[arg-type]
        return
    for part in coordinates:
        if isinstance(part, list | tuple):
            yield from _corners(tuple(part))


def _outcome(finding: Finding, language: str) -> str:
    reason = words.REASON[finding.reason] if finding.reason else None
    parts = [words.OUTCOME[finding.outcome], words.BINDING[finding.binding], *([reason] if reason else [])]
    return " · ".join(part.in_(language) for part in parts)


def _told(finding: Finding) -> Iterator[Branch]:
    yield Branch(Text.of("说明", "In words"), finding.text)
    if finding.remedy is not None and finding.outcome is not Outcome.MET:
        yield Branch(Text.of("怎么改", "To mend it"), finding.remedy)


# -------------------------------------------------------------------- words


def _same(word: str) -> Text:
    return Text.of(word, word)


def _asked(key: str, vocabulary: Vocabulary) -> Text:
    """The question behind a key; for counted equipment its name."""
    counted = vocabulary.fixtures.get(key.removeprefix(_EQUIPMENT)) if key.startswith(_EQUIPMENT) else None
    if counted is None:
        return question(key)
    return _both(lambda language: _DECLARED.in_(language).format(name=counted.label.in_(language)))


def _prefixed(thing: str, said: Text) -> Text:
    return _both(lambda language: f"{thing} {said.in_(language)}")


def _value(fact: Fact) -> Text:
    if fact.value is None:
        return _UNSAID
    if isinstance(fact.value, bool):
        return _YES if fact.value else _NO
    if isinstance(fact.value, tuple):
        return _both(lambda language: ("、" if language == "zh_CN" else ", ").join(fact.value or ("–",)))  # type: ignore[arg-type]
    written = f"{fact.value:g}" if isinstance(fact.value, float) else str(fact.value).replace('"', "")
    return _same(f"{written} m" if fact.origin == "plan" and fact.key.endswith(_LENGTHS) else written)


def _named(fact: Fact, vocabulary: Vocabulary) -> Text:
    term = _term(fact, vocabulary)
    return _value(fact) if term is None else _both(lambda language: f"{fact.value} “{term.label.in_(language)}”")


def _label(fact: Fact, vocabulary: Vocabulary) -> Text:
    term = _term(fact, vocabulary)
    return _value(fact) if term is None else term.label


def _term(fact: Fact, vocabulary: Vocabulary) -> Term | None:
    if fact.key.endswith(".use"):
        return vocabulary.uses.get(str(fact.value))
    return vocabulary.fixtures.get(str(fact.value)) if fact.key.endswith(".kind") else None


def _sourced(value: Text, fact: Fact) -> Text:
    origin = _ORIGIN[fact.origin]
    return _both(
        lambda language: (
            f"{value.in_(language)}（{origin.in_(language)}）"
            if language == "zh_CN"
            else f"{value.in_(language)} ({origin.in_(language)})"
        )
    )
