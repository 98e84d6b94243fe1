"""What does a permit say about a plan? Every requirement in force is applied, measured, weighed and made into findings.

Whom a row addresses comes first, then its rule, then doubt (uncertain lengths, unaccepted proposals), then weight: the row's
binding, or advice between two limits. A rule that fails gives `not_checked`, never a pass.
"""

import logging
from collections import deque
from collections.abc import Iterator
from datetime import date

from showroom.domain.application import Application
from showroom.domain.errors import InputError, Problem
from showroom.domain.finding import Binding, Fact, Finding, Outcome, Reason
from showroom.domain.permit import Applicability, Permit, Requirement
from showroom.domain.plan import Plan
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.geometry.memory import kept, kept_apart
from showroom.rules import catalogue  # noqa: F401 - importing it registers every rule
from showroom.rules.case import Case, Unknown
from showroom.rules.measure import Measurement, amount, ask, not_applicable, phrase, to_confirm
from showroom.rules.registry import BoundRule, bind

log = logging.getLogger(__name__)

JUDGED_KINDS = ("spatial", "site", "equipment")
"""Kinds of requirement that give a finding even where only a person can decide."""
Rows = dict[str, tuple[Requirement, BoundRule | None]]
_CERTAIN = 1e-3
"""Length uncertainty up to this, in metres, decides nothing."""


def bind_permit(permit: Permit, vocabulary: Vocabulary) -> dict[str, BoundRule]:
    """Return the bound rule of every requirement that names one, by requirement id.

    Raises:
        InputError: with every unknown rule, unknown parameter and value that does not fit, before any plan is looked at.
    """
    bound: dict[str, BoundRule] = {}
    problems: list[Problem] = []
    for row in permit.requirements:
        if row.measure is not None:
            try:
                bound[row.id] = bind(row.measure, vocabulary, f"{permit.id}: {row.id}")
            except InputError as refused:
                problems.extend(refused.problems)
    if problems:
        raise InputError(problems)
    return bound


def check(plan: Plan, application: Application, permit: Permit, *, vocabulary: Vocabulary, as_of: date) -> tuple[Finding, ...]:
    """Return the findings of a plan and an application held against a permit on a date, in the permit's order.

    Raises:
        InputError: where a requirement names an unknown rule or gives it parameters that do not fit.
    """
    rows = _in_force(permit, vocabulary, as_of)
    case = Case(plan, application, vocabulary)
    try:
        return _held(case, rows)
    finally:
        case.memory.close()


def check_case(case: Case, permit: Permit, as_of: date) -> tuple[Finding, ...]:
    """Return the findings of a case held against a permit on a date, as `check` does."""
    return _held(case, _in_force(permit, case.vocabulary, as_of))


_bound_lately: deque[tuple[Permit, Vocabulary, date, Rows]] = deque(maxlen=8)
"""Permits held against plans lately, with their rows in force and the rules of these: the very same ones for the same permit."""


def _in_force(permit: Permit, vocabulary: Vocabulary, as_of: date) -> Rows:
    """The rows in force on a day, with their rules."""
    for lately in tuple(_bound_lately):
        asked, words, day, known = lately
        if asked is permit and words is vocabulary and day == as_of:
            _bound_lately.append(lately)  # what is asked for again is not the first to be forgotten
            return known
    there = permit.on(as_of)
    bound = bind_permit(there, vocabulary)
    rows = {row.id: (row, bound.get(row.id)) for row in there.requirements}
    _bound_lately.append((permit, vocabulary, as_of, rows))
    return rows


def _held(case: Case, rows: Rows) -> tuple[Finding, ...]:
    name = case.memory.also_given(rows.__getitem__)
    return tuple(finding for row_id in rows for finding in _row(case, name, row_id))


@kept
def _row(case: Case, check: int, row_id: str) -> tuple[Finding, ...]:
    """The findings of one row of the permit that is held against the case, by the number of the check."""
    return tuple(_findings(case, check, row_id))


def _findings(case: Case, check: int, row_id: str) -> Iterator[Finding]:
    row, rule = case.memory.given(check, row_id)
    if rule is None and (row.judgement is None or row.kind not in JUDGED_KINDS):
        return
    addressed = _addressed(case, row.applies)
    if addressed is not None:
        yield _finding(row, rule, addressed, case.facts.declared())
    elif rule is None:
        assert row.judgement is not None
        yield _finding(row, None, to_confirm(row.judgement.how, Reason.INSPECTOR), case.facts.declared())
    else:
        yield from _measured(case, check, row, rule)


def _measured(case: Case, check: int, row: Requirement, rule: BoundRule) -> Iterator[Finding]:
    try:
        own, advised, _ = _run(case, check, row.id)
        own = own or (not_applicable(phrase("图上没有这一要求所针对的对象。", "The plan has nothing this is about.")),)
        advice = {_thing(measurement): measurement for measurement in advised}
        declared = case.facts.declared()
        found = [_opened(case, check, row.id, one, advice.get(_thing(one)) if advice else None, declared) for one in own]
    except Exception as failure:  # whatever a rule trips over: the other rows must still be checked, and it is no pass
        log.error("rule %s failed on %s: %s", rule.rule.name, row.id, failure, exc_info=failure)
        yield _not_checked(row, rule, failure)
        return
    yield from found


@kept_apart
def _run(case: Case, check: int, row_id: str) -> tuple[tuple[Measurement, ...], tuple[Measurement, ...], tuple[Fact, ...]]:
    """What the rule of a row measures, against its own limit and the advisory one, and what it read of the application for that.

    Where all of it comes out as it was, the row's findings are as they were.
    """
    _, rule = case.memory.given(check, row_id)
    return tuple(rule.measure(case)), tuple(rule.measure_advice(case)), case.facts.declared()


@kept_apart
def _opened(
    case: Case, check: int, row_id: str, own: Measurement, advice: Measurement | None, declared: tuple[Fact, ...]
) -> Finding:
    """The finding of a measurement and of that against the advisory limit, with the facts it rests on."""
    row, rule = case.memory.given(check, row_id)
    found = _weighed(case, own, advice)
    return _finding(row, rule, found, (*rule.figures, *declared, *case.facts.drawn(_named(found))))


def _named(measurement: Measurement) -> Iterator[str]:
    """The things of the plan a measurement names, its storey first."""
    if measurement.storey is not None:
        yield measurement.storey
    yield from (*measurement.affected, *measurement.causing, *measurement.relies_on)


def _thing(measurement: Measurement) -> tuple[object, ...]:
    return measurement.storey, measurement.affected


def _weighed(case: Case, own: Measurement, advice: Measurement | None) -> Measurement:
    """Put the row's own limit and the advisory one together: below the first it counts in full, between the two it is advice."""
    own = _doubted(case, own)
    if own.outcome is not Outcome.MET or advice is None:
        return own
    advice = _doubted(case, advice)
    return own if advice.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE) else advice.but(advisory=True)


def _doubted(case: Case, measurement: Measurement) -> Measurement:
    """Turn a verdict that the drawing cannot carry into `to_confirm`, naming the one measurement that would settle it."""
    if measurement.outcome not in (Outcome.MET, Outcome.NOT_MET):
        return measurement
    guessed = [thing for thing in (*measurement.affected, *measurement.causing, *measurement.relies_on) if case.is_guessed(thing)]
    if guessed:
        return _unsure(
            measurement,
            phrase(
                "其中 {things} 是按图推测的，请先确认。",
                "{things} was guessed from the drawing; confirm it first.",
                things="、".join(dict.fromkeys(guessed)),
            ),
        )
    if not measurement.spread or measurement.what is None or measurement.measured is None or measurement.required is None:
        return measurement
    if not case.plan.source.lengths_confirmed:
        return _unsure(
            measurement,
            phrase(
                "图纸单位存疑，请现场测量：{what}。",
                "The drawing's unit is doubtful; measure on site: {what}.",
                what=measurement.what,
            ),
        )
    things = (*measurement.affected, *measurement.causing, *measurement.relies_on)
    off = max([case.plan.source.length_uncertainty, *map(case.own_uncertainty, things)])
    if off > _CERTAIN and measurement.required.doubtful(measurement.measured.value, off * measurement.spread):
        return _unsure(
            measurement,
            phrase(
                "图纸长度误差 ±{off}，请现场测量：{what}。",
                "The drawing's lengths are ±{off}; measure on site: {what}.",
                off=amount(off),
                what=measurement.what,
            ),
        )
    return measurement


def _unsure(measurement: Measurement, why: Text) -> Measurement:
    text = phrase("{text}{why}", "{text} {why}", text=measurement.text, why=why)
    return measurement.but(outcome=Outcome.TO_CONFIRM, reason=Reason.WITHIN_UNCERTAINTY, text=text)


# -------------------------------------------------------------------- whom a row addresses


def _addressed(case: Case, applies: Applicability | None) -> Measurement | None:
    """Return `None` where the row addresses these premises, else why it does not, or the question that would tell."""
    if applies is None:
        return None
    answers = list(_conditions(case, applies))
    if any(answer is False for answer, _ in answers):
        return not_applicable(next(text for answer, text in answers if answer is False))
    return next((ask(answer.question) for answer, _ in answers if isinstance(answer, Unknown)), None)


def _conditions(case: Case, applies: Applicability) -> Iterator[tuple[bool | Unknown, Text]]:
    if applies.items_any is not None:
        items = case.application.items
        fits: bool | Unknown = Unknown("items") if items is None else any(item in items for item in applies.items_any)
        yield fits, phrase("未申报这一要求所针对的项目。", "None of the items this is about is declared.")
    if applies.fume_producing is not None:
        fume = case.fume_producing
        yield (
            fume if isinstance(fume, Unknown) else fume == applies.fume_producing,
            phrase("不产生油烟。", "No cooking fumes arise."),
        )
    if applies.uses_any is not None:
        yield bool(case.spaces_of(frozenset(applies.uses_any))), phrase("图上没有这类空间。", "The plan has no such space.")
    if applies.building_use_any is not None:
        use = case.application.premises.building_use
        text = phrase("所在建筑不属于这类用途。", "The building is not of such a use.")
        yield Unknown("premises.building_use") if use is None else use in applies.building_use_any, text


# -------------------------------------------------------------------- findings


def _finding(row: Requirement, rule: BoundRule | None, measurement: Measurement, facts: tuple[Fact, ...]) -> Finding:
    return Finding.trusted(
        requirement=row.id,
        rule=rule.rule.name if rule else None,
        outcome=measurement.outcome,
        binding=Binding.ADVISORY if measurement.advisory else row.binding,
        reason=measurement.reason,
        measured=measurement.measured,
        required=measurement.required,
        margin=measurement.margin,
        affected=measurement.affected,
        causing=measurement.causing,
        storey=measurement.storey,
        geometry=measurement.geometry,
        text=measurement.text,
        source=row.source.cite(),
        remedy=_remedy(row, measurement),
        facts=facts,
    )


def _remedy(row: Requirement, measurement: Measurement) -> Text | None:
    """What to do about a miss: the requirement's own words, and for widths the number that is missing."""
    if measurement.outcome is not Outcome.NOT_MET:
        return None
    limit, margin = measurement.required, measurement.margin
    if limit is None or margin is None or limit.unit != "m" or limit.op not in (">=", ">") or not measurement.spread:
        return row.remedy
    missing = phrase("至少还需加宽 {mm} 毫米。", "Widen by at least {mm} mm.", mm=f"{-margin * 1000:.0f}")
    return phrase("{own}{missing}", "{own} {missing}", own=row.remedy, missing=missing) if row.remedy else missing


def _not_checked(row: Requirement, rule: BoundRule, failure: Exception) -> Finding:
    return Finding(
        requirement=row.id,
        rule=rule.rule.name,
        outcome=Outcome.NOT_CHECKED,
        binding=row.binding,
        text=phrase(
            "这一项未能自动检查（{kind}），请人工核对。",
            "This could not be checked ({kind}); a person must.",
            kind=type(failure).__name__,
        ),
        source=row.source.cite(),
    )
