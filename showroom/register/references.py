"""Do the files of a register fit together: does every name lead somewhere, is nothing twice, and all in both languages?"""

from collections.abc import Callable, Iterator
from typing import Any

from showroom.domain.district import Switch
from showroom.domain.errors import InputError, Problem
from showroom.domain.permit import Measure
from showroom.domain.text import DEFAULT_LANGUAGE, LANGUAGES
from showroom.formats.districts import sound_district
from showroom.formats.field_paths import spoken
from showroom.formats.mistakes import choice
from showroom.formats.questions_yaml import sound_questions
from showroom.formats.register import no_district
from showroom.register.sheets import AnySheet, Register, Where, values
from showroom.rules import bind

_POINTERS = (
    ("conditions", "*", "requirements", "*"),
    ("documents", "*", "requirement"),
    ("procedure", "*", "requirement"),
)
_IDS = (("sections", "*", "id"), ("documents", "*", "id"), ("procedure", "*", "id"))


def _translated(register: Register) -> Iterator[Problem]:
    """Every text is there in every language the program speaks; that Chinese is there, the schema has seen to."""
    for sheet in register.sheets:
        for where, text in _texts(sheet.marked.data, ()):
            for language in LANGUAGES:
                written = text.get(language)
                if language != DEFAULT_LANGUAGE and not (isinstance(written, str) and written.strip()):
                    said = str(text.get(DEFAULT_LANGUAGE))
                    shown = said if len(said) <= 30 else f"{said[:29]}…"
                    yield sheet.problem((*where, language), f'"{shown}" has no text in {language}', f"add {language}: …")


def _texts(here: Any, where: Where) -> Iterator[tuple[Where, dict[str, Any]]]:
    if isinstance(here, dict):
        if any(language in here for language in LANGUAGES):
            yield where, here
        for key, value in here.items():
            yield from _texts(value, (*where, key))
    elif isinstance(here, list):
        for place, value in enumerate(here):
            yield from _texts(value, (*where, place))


def _written_once(register: Register) -> Iterator[Problem]:
    """No two requirements have one id; nor two sections, papers or steps of a permit."""
    for places in register.written.values():
        first, line = places[0][0], places[0][0].marked.line((*places[0][1], "id"))
        for sheet, where in places[1:]:
            above = f"{first.path.name}:{line}"
            yield sheet.problem((*where, "id"), f"the id is already given in {above}", "write each requirement once")
    for sheet in register.permits:
        for place, reason, remedy in no_district(sheet.value) if sheet.value is not None else ():
            yield sheet.problem(place, f"{spoken(place)} {reason}", remedy)
        if sheet.value is not None and sheet.value.id != sheet.path.stem:
            yield sheet.problem(("id",), f'is "{sheet.value.id}", but the file is named "{sheet.path.name}"', "make the two agree")
        for path in _IDS:
            seen: set[str] = set()
            for where, id_ in values(sheet, *path):
                if id_ in seen:
                    yield sheet.problem(where, f'{path[0]}: the id "{id_}" is already given above', "give each its own id")
                seen.add(id_)


def _includes(register: Register) -> Iterator[Problem]:
    """What a permit takes over is written elsewhere, once, and is named once."""
    taken: set[str] = set()
    for sheet in register.permits:
        own = set(_own(sheet))
        others = register.known - own
        seen: set[str] = set()
        for where, name in values(sheet, "includes", "*"):
            found = _expanded(name, register)
            taken |= found
            if name in own:
                yield sheet.problem(where, f'includes: "{name}" is also written in this file', "keep one of the two")
            elif not found - own:
                remedy = choice(name, sorted(others)) if others else ""
                yield sheet.problem(where, f'includes: no other file has the requirement "{name}"', remedy)
            elif name in seen:
                yield sheet.problem(where, f'includes: "{name}" is already named above', "name each requirement once")
            seen.add(name)
    for sheet in register.files:
        if sheet not in register.permits and register.permits and not register.unreadable:
            for where, id_ in values(sheet, "requirements", "*", "id"):
                if id_ not in taken:
                    yield sheet.problem(where, "no permit includes this requirement", "name it under includes: of a permit")


def _pointers(register: Register) -> Iterator[Problem]:
    """Conditions, papers and steps point to requirements of their permit."""
    for sheet in register.permits:
        rows = _all_rows(sheet, register)
        for path in _POINTERS:
            for where, id_ in values(sheet, *path):
                if id_ not in rows:
                    reason = f'{path[0]}: "{id_}" is no requirement of this permit'
                    yield sheet.problem(where, reason, choice(id_, sorted(rows)) if rows else "")


def _checklist_places(register: Register) -> Iterator[Problem]:
    """Each row of a permit has a section there, and a place of its own in it."""
    for sheet in register.permits:
        sections = tuple(id_ for _, id_ in values(sheet, "sections", "*", "id"))
        own, places = _own(sheet), dict[tuple[str, int], str]()
        includes = {name: where for where, written in values(sheet, "includes", "*") for name in _expanded(written, register)}
        for id_ in (*own, *(name for name in includes if name not in own)):
            found = next((one for one in register.written.get(id_, ()) if one[0] is sheet or id_ not in own), None)
            data = found[0].marked.at(found[1]) if found else None
            if found is None or not isinstance(data, dict):
                continue
            where = (*found[1], "order") if id_ in own else includes[id_]
            section, order = data.get("section"), data.get("order", 0)
            if section not in sections:
                here = (*found[1], "section") if id_ in own else includes[id_]
                reason = f'"{id_}" belongs in section "{section}", which this permit does not have'
                yield sheet.problem(here, reason, choice(section, sections))
            elif isinstance(order, int):
                if (section, order) in places:
                    reason = f'"{id_}" has place {order} of section "{section}", which "{places[section, order]}" has too'
                    yield sheet.problem(where, reason, "give each row of a section its own order")
                places.setdefault((section, order), id_)


def _districts(register: Register) -> Iterator[Problem]:
    """Districts decide about requirements there are, with figures that fit, and one of them is the default."""
    defaults = [sheet for sheet in register.districts if sheet.marked.at(("default",)) is True]
    for sheet in defaults[1:]:
        reason = f'"{defaults[0].path.stem}" is the default already'
        yield sheet.problem(("default",), reason, "keep one default: true in the register")
    if register.districts and not defaults:
        yield register.districts[0].problem(
            (), "no district is the default", "write default: true in the file of the district in use"
        )
    for sheet in register.districts:
        if sheet.value is None:
            continue
        for where, reason, remedy in sound_district(sheet.value, sheet.path, register.known):
            yield sheet.problem(where, f"{spoken(where)} {reason}", remedy)
        for number, decision in enumerate(sheet.value.decisions):
            for place, switch in enumerate(decision.rows):
                yield from _switch(register, sheet, ("decisions", number, "rows", place), switch)


def _switch(register: Register, sheet: AnySheet, where: Where, switch: Switch) -> Iterator[Problem]:
    named = f'"{switch.requirement}"'
    if not switch.decides:
        yield sheet.problem(where, f"{named}: nothing is decided", "write use:, binding:, parameters: or a text")
    row = register.row(switch.requirement)
    if row is None or (switch.parameters is None and switch.advises is None):
        return
    key = "advises" if switch.parameters is None else "parameters"
    if row.requirement.measure is None:
        yield sheet.problem(
            (*where, key), f"{named} is measured by no rule, so its figures change nothing", "leave the figures out"
        )
        return
    decided = switch.on(row.requirement).measure
    if decided is None or _refusals(row.requirement.measure, register):
        return  # the row itself is wrong, and told where it stands
    for problem in _refusals(decided, register):
        yield sheet.problem((*where, key), f"{named}: {problem.reason}", problem.remedy)


def _refusals(measure: Measure, register: Register) -> tuple[Problem, ...]:
    try:
        bind(measure, register.vocabulary, "")
    except InputError as refused:
        return refused.problems
    return ()


def _questions(register: Register) -> Iterator[Problem]:
    """The lobby's questions lead to permits there are, and every permit can be reached."""
    sheet = register.questions
    if sheet is None:
        return
    if sheet.value is not None:
        for where, reason, remedy in sound_questions(sheet.value):
            yield sheet.problem(where, f"{spoken(where)} {reason}", remedy)
    known = tuple(sheet_.path.stem for sheet_ in register.permits)
    reached: set[str] = set()
    for where, id_ in values(sheet, "questions", "*", "answers", "*", "permits", "*"):
        reached.add(id_)
        if id_ not in known and not register.unreadable:
            yield sheet.problem(where, f'there is no permit "{id_}"', choice(id_, known))
    for where, name in values(sheet, "questions", "*", "answers", "*", "brings", "*"):
        if not _expanded(name, register) and not register.unreadable:
            yield sheet.problem(where, f'there is no requirement "{name}"', choice(name, tuple(register.known)))
    for id_ in known:
        if id_ not in reached:
            yield sheet.problem(("questions",), f'no answer leads to the permit "{id_}"', "name it under permits: of an answer")


def _own(sheet: AnySheet) -> dict[str, None]:
    return dict.fromkeys(id_ for _, id_ in values(sheet, "requirements", "*", "id"))


def _expanded(name: str, register: Register) -> set[str]:
    return {id_ for id_ in register.known if id_.startswith(name[:-1])} if name.endswith("*") else {name} & register.known


def _all_rows(sheet: AnySheet, register: Register) -> set[str]:
    included = (_expanded(name, register) for _, name in values(sheet, "includes", "*"))
    return set(_own(sheet)).union(*included)


REGISTER_CHECKS: tuple[Callable[[Register], Iterator[Problem]], ...] = (
    _translated,
    _written_once,
    _includes,
    _pointers,
    _checklist_places,
    _districts,
    _questions,
)
