"""What does a rule yield? One `Measurement` for each thing it looked at.

`measured` holds a value against a limit, `held` and `missed` decide without a number, `absent` says that something required is not
there, `to_confirm` leaves the decision to a person and says why, `not_applicable` says that nothing here is addressed. Uncertain
lengths, second limits and bindings are the engine's business.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import isfinite
from typing import Any, Literal, NamedTuple

from showroom.domain.finding import Geometry, Outcome, Reason
from showroom.domain.quantities import TOLERANCE, Limit, Quantity, Unit
from showroom.domain.text import LANGUAGES, Text
from showroom.rules.questions import question

Operator = Literal[">=", "<=", "<", ">", "=="]


class Measurement(NamedTuple):
    """What a rule found out about one thing.

    `what` names the quantity, for the sentence and for the one measurement that would settle a doubt. `spread` says by how many
    metres (or square metres) the value may be off for each metre of length uncertainty; 0 where it hangs on no length.
    """

    outcome: Outcome
    text: Text
    what: Text | None = None
    measured: Quantity | None = None
    required: Limit | None = None
    reason: Reason | None = None
    affected: tuple[str, ...] = ()
    causing: tuple[str, ...] = ()
    relies_on: tuple[str, ...] = ()
    storey: str | None = None
    geometry: Geometry | None = None
    spread: float = 0.0
    advisory: bool = False
    mend: Text | None = None

    @property
    def margin(self) -> float | None:
        """How much the value is on the right side (positive) or short (negative), to the micrometre."""
        if self.measured is None or self.required is None:
            return None
        return round(self.required.margin(self.measured.value), 6) + 0.0

    def but(self, **changes: Any) -> "Measurement":
        """Return this measurement with some parts replaced."""
        return self._replace(**changes)


# -------------------------------------------------------------------- wording


def phrase(zh_CN: str, en: str, **words: "Text | str | int") -> Text:  # noqa: N803 - the key's own spelling
    """Fill `{names}` in both sentences; a `Text` is filled in by language."""
    said = {key: word.in_("en") if type(word) is Text else word for key, word in words.items()}
    english = en.format_map(said)
    for key, word in words.items():
        if type(word) is Text:
            said[key] = word.root["zh_CN"]
    return Text.of(zh_CN.format_map(said), english)


def listed(texts: Sequence[Text]) -> Text:
    """Return several texts in a row."""
    if len(texts) == 1 and len(texts[0].root) == len(LANGUAGES):
        return texts[0]
    return Text.of("、".join([text.in_("zh_CN") for text in texts]), ", ".join([text.in_("en") for text in texts]))


_OPERATORS = {
    ">=": ("不小于", "at least"),
    "<=": ("不大于", "at most"),
    "<": ("小于", "less than"),
    ">": ("大于", "more than"),
    "==": ("等于", "exactly"),
}
_UNIT_WORDS: dict[str, tuple[str, str, str]] = {
    "m": (".3f", " 米", " m"),
    "m²": (".2f", " 平方米", " m²"),
    "": (".0f", " 个", ""),
    "persons": (".0f", " 人", " persons"),
    "m/100p": (".3f", " 米/百人", " m per 100 persons"),
    "h": (".2f", " 小时", " h"),
}
"""How a number is written, and its unit in Chinese and in English."""


def amount(value: float, unit: Unit = "m") -> Text:
    """Return a quantity in words, lengths to the millimetre."""
    form, chinese, english = _UNIT_WORDS[unit]
    number = format(value, form)
    return Text.of(number + chinese, number + english)


def asked(limit: Limit) -> Text:
    """Return a limit in words: "at least 0.800 m"."""
    return _asked(limit.op, limit.value, limit.unit)


@lru_cache(maxsize=1024)
def _asked(op: str, value: float, unit: Unit) -> Text:
    chinese, english = _OPERATORS[op]
    if unit in ("", "persons"):
        chinese = chinese.replace("小", "少").replace("大", "多")
    return phrase(f"{chinese} {{value}}", f"{english} {{value}}", value=amount(value, unit))


@lru_cache(maxsize=1024)
def at_least(value: float, unit: Unit = "m") -> Limit:
    """Return the limit "this much or more"."""
    return Limit(op=">=", value=value, unit=unit)


@lru_cache(maxsize=1024)
def at_most(value: float, unit: Unit = "m") -> Limit:
    """Return the limit "this much or less"."""
    return Limit(op="<=", value=value, unit=unit)


_ENDS = {
    "spare": ("{}：{}，要求{}，富余 {}。", "{}: {}, required {}; {} to spare."),
    "equal": ("{}：{}，要求{}，恰好相等。", "{}: {}, required {}; exactly that."),
    "over": ("{}：{}，要求{}，超出 {}。", "{}: {}, required {}; over by {}."),
    "short": ("{}：{}，要求{}，差 {}。", "{}: {}, required {}; short by {}."),
}
"""The sentence by how value and limit lie to each other: of what is measured, value, limit, and how far they are apart."""


def compared(what: Text, value: float, limit: Limit) -> Text:
    """Return the sentence that holds a value against a limit."""
    margin = abs(limit.margin(value))
    if limit.holds(value):
        chinese, english = _ENDS["spare" if margin > TOLERANCE else "equal"]
    else:
        chinese, english = _ENDS["over" if limit.op in ("<", "<=") else "short"]
    form, unit, unit_en = _UNIT_WORDS[limit.unit]
    number, apart, bound = format(value, form), format(margin, form), asked(limit).root
    return Text.of(
        chinese.format(what.root["zh_CN"], number + unit, bound["zh_CN"], apart + unit),
        english.format(what.in_("en"), number + unit_en, bound["en"], apart + unit_en),
    )


# -------------------------------------------------------------------- verdicts


def measured(
    value: float,
    limit: Limit,
    what: Text,
    *,
    affected: Sequence[str] = (),
    causing: Sequence[str] = (),
    relies_on: Sequence[str] = (),
    storey: str | None = None,
    witness: Geometry | None = None,
    spread: float | None = None,
    text: Text | None = None,
    advisory: bool = False,
) -> Measurement:
    """Hold a value against a limit. A length is taken to be off by the plan's uncertainty, an area must say its `spread`.

    A miss is advice where it is `advisory`.
    """
    value = round(value, 6)
    return Measurement(
        Outcome.MET if limit.holds(value) else Outcome.NOT_MET,
        text or compared(what, value, limit),
        what=what,
        measured=_quantity(value, limit.unit),
        required=limit,
        affected=tuple(affected),
        causing=tuple(causing),
        relies_on=tuple(relies_on),
        storey=storey,
        geometry=witness,
        spread=spread if spread is not None else float(limit.unit == "m"),
        advisory=advisory,
    )


def _quantity(value: float, unit: Unit) -> Quantity:
    if not isfinite(value):
        raise ValueError(f"{value} was measured, which is no number")
    return Quantity.trusted(value=float(value), unit=unit)


def held(
    text: Text,
    *,
    affected: Sequence[str] = (),
    relies_on: Sequence[str] = (),
    storey: str | None = None,
    witness: Geometry | None = None,
) -> Measurement:
    """A ban that is respected, or a fact that is as asked."""
    return Measurement(Outcome.MET, text, affected=tuple(affected), relies_on=tuple(relies_on), storey=storey, geometry=witness)


def missed(
    text: Text,
    *,
    affected: Sequence[str] = (),
    causing: Sequence[str] = (),
    storey: str | None = None,
    witness: Geometry | None = None,
) -> Measurement:
    """A ban that is broken, or a fact that is not as asked."""
    return Measurement(Outcome.NOT_MET, text, affected=tuple(affected), causing=tuple(causing), storey=storey, geometry=witness)


def absent(there: int, wanted: int, text: Text, *, causing: Sequence[str] = (), storey: str | None = None) -> Measurement:
    """Rooms, sinks, basins, doors or exits that are required and not there: `there` of `wanted`."""
    return Measurement(
        Outcome.NOT_MET,
        text,
        measured=_quantity(there, ""),
        required=at_least(wanted, ""),
        causing=tuple(causing),
        storey=storey,
    )


def to_confirm(
    text: Text,
    reason: Reason,
    *,
    affected: Sequence[str] = (),
    causing: Sequence[str] = (),
    storey: str | None = None,
    witness: Geometry | None = None,
    value: float | None = None,
    limit: Limit | None = None,
) -> Measurement:
    """A person must look: `reason` says why, the text what to look at."""
    return Measurement(
        Outcome.TO_CONFIRM,
        text,
        reason=reason,
        affected=tuple(affected),
        causing=tuple(causing),
        storey=storey,
        geometry=witness,
        measured=None if value is None or limit is None else _quantity(round(value, 6), limit.unit),
        required=limit,
    )


def ask(
    key: str,
    *,
    affected: Sequence[str] = (),
    causing: Sequence[str] = (),
    storey: str | None = None,
    witness: Geometry | None = None,
    value: float | None = None,
    limit: Limit | None = None,
) -> Measurement:
    """The application leaves out a fact that would decide: name the question (`premises.storey_level`)."""
    text = phrase("需先回答：{question}（{key}）", "First answer: {question} ({key})", question=question(key), key=key)
    return to_confirm(
        text, Reason.FACT_MISSING, affected=affected, causing=causing, storey=storey, witness=witness, value=value, limit=limit
    )


def not_applicable(text: Text, *, storey: str | None = None, affected: Sequence[str] = ()) -> Measurement:
    """Nothing here is addressed by the requirement."""
    return Measurement(Outcome.NOT_APPLICABLE, text, storey=storey, affected=tuple(affected))


# -------------------------------------------------------------------- witnesses

Coordinates = Sequence[Sequence[float]]


def line(points: Coordinates) -> Geometry:
    """A line as witness, to the tenth of a millimetre."""
    return Geometry.trusted(type="LineString", coordinates=_rounded(points))


def point(at: Sequence[float]) -> Geometry:
    """A point as witness."""
    return Geometry.trusted(type="Point", coordinates=_rounded((at,))[0])


def lines(several: Sequence[Coordinates]) -> Geometry:
    """Several lines as witness."""
    return Geometry.trusted(type="MultiLineString", coordinates=_some(tuple([_rounded(points) for points in several])))


def points(several: Coordinates) -> Geometry:
    """Several points as witness."""
    return Geometry.trusted(type="MultiPoint", coordinates=_rounded(several))


def area(outline: Coordinates) -> Geometry:
    """A polygon as witness, by its closed outline."""
    return Geometry.trusted(type="Polygon", coordinates=(_rounded(outline),))


def _rounded(points: Coordinates) -> tuple[tuple[float, ...], ...]:
    return _some(tuple([tuple([round(float(number), 4) + 0.0 for number in at]) for at in points]))


def _some(coordinates: tuple[Any, ...]) -> tuple[Any, ...]:
    if not coordinates:
        raise ValueError("a witness of no points")
    return coordinates
