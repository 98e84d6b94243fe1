"""What does a rule yield? One `Measurement` for each thing it looked at.

`measured` holds a value against a limit, `held` and `missed` decide without a number, `absent` says that something required is not
there, `to_confirm` leaves the decision to a person and says why, `not_applicable` says that nothing here is addressed. Uncertain
lengths, second limits and bindings are the engine's business.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from showroom.domain.finding import Geometry, Outcome, Reason
from showroom.domain.quantities import TOLERANCE, Limit, Quantity, Unit
from showroom.domain.text import LANGUAGES, Language, Text
from showroom.rules.questions import question

Operator = Literal[">=", "<=", "<", ">", "=="]


@dataclass(frozen=True)
class Measurement:
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

    def but(self, **changes: object) -> "Measurement":
        """Return this measurement with some parts replaced."""
        return replace(self, **changes)  # type: ignore[arg-type]


# -------------------------------------------------------------------- wording


def phrase(zh_CN: str, en: str, **words: "Text | str | int") -> Text:  # noqa: N803 - the key's own spelling
    """Fill `{names}` in both sentences; a `Text` is filled in by language."""
    if not words:
        return Text.of(zh_CN.format(), en.format())
    return Text.of(_filled(zh_CN, words, "zh_CN"), _filled(en, words, "en"))


def _filled(sentence: str, words: "Mapping[str, Text | str | int]", language: Language) -> str:
    return sentence.format_map({key: word.in_(language) if type(word) is Text else word for key, word in words.items()})


def listed(texts: Sequence[Text]) -> Text:
    """Return several texts in a row."""
    if len(texts) == 1 and len(texts[0].root) == len(LANGUAGES):
        return texts[0]
    return Text.of("、".join([text.in_("zh_CN") for text in texts]), ", ".join([text.in_("en") for text in texts]))


_OPERATORS: dict[str, dict[Language, str]] = {
    ">=": {"zh_CN": "不小于", "en": "at least"},
    "<=": {"zh_CN": "不大于", "en": "at most"},
    "<": {"zh_CN": "小于", "en": "less than"},
    ">": {"zh_CN": "大于", "en": "more than"},
    "==": {"zh_CN": "等于", "en": "exactly"},
}
_UNIT_WORDS: dict[str, dict[Language, str]] = {
    "m": {"zh_CN": "{:.3f} 米", "en": "{:.3f} m"},
    "m²": {"zh_CN": "{:.2f} 平方米", "en": "{:.2f} m²"},
    "": {"zh_CN": "{:.0f} 个", "en": "{:.0f}"},
    "persons": {"zh_CN": "{:.0f} 人", "en": "{:.0f} persons"},
    "m/100p": {"zh_CN": "{:.3f} 米/百人", "en": "{:.3f} m per 100 persons"},
    "h": {"zh_CN": "{:.2f} 小时", "en": "{:.2f} h"},
}


def amount(value: float, unit: Unit = "m") -> Text:
    """Return a quantity in words, lengths to the millimetre."""
    words = _UNIT_WORDS[unit]
    return Text.of(words["zh_CN"].format(value), words["en"].format(value))


def asked(limit: Limit) -> Text:
    """Return a limit in words: "at least 0.800 m"."""
    return Text.of(_asked(limit, "zh_CN"), _asked(limit, "en"))


def _asked(limit: Limit, language: Language) -> str:
    word = _OPERATORS[limit.op][language]
    if limit.unit in ("", "persons"):
        word = word.replace("小", "少").replace("大", "多")
    return f"{word} {_UNIT_WORDS[limit.unit][language].format(limit.value)}"


def at_least(value: float, unit: Unit = "m") -> Limit:
    """Return the limit "this much or more"."""
    return Limit(op=">=", value=value, unit=unit)


def at_most(value: float, unit: Unit = "m") -> Limit:
    """Return the limit "this much or less"."""
    return Limit(op="<=", value=value, unit=unit)


_ENDS: dict[str, dict[Language, str]] = {
    "spare": {"zh_CN": "富余 {}", "en": "{} to spare"},
    "equal": {"zh_CN": "恰好相等", "en": "exactly that"},
    "over": {"zh_CN": "超出 {}", "en": "over by {}"},
    "short": {"zh_CN": "差 {}", "en": "short by {}"},
}
_COMPARED: dict[Language, str] = {"zh_CN": "{}：{}，要求{}，{}。", "en": "{}: {}, required {}; {}."}


def compared(what: Text, value: float, limit: Limit) -> Text:
    """Return the sentence that holds a value against a limit."""
    margin = abs(limit.margin(value))
    if limit.holds(value):
        end = _ENDS["spare" if margin > TOLERANCE else "equal"]
    else:
        end = _ENDS["over" if limit.op in ("<", "<=") else "short"]
    said = {}
    for language, form in _UNIT_WORDS[limit.unit].items():
        ending = end[language].format(form.format(margin))
        said[language] = _COMPARED[language].format(what.in_(language), form.format(value), _asked(limit, language), ending)
    return Text.of(said["zh_CN"], said["en"])


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
        measured=Quantity(value=value, unit=limit.unit),
        required=limit,
        affected=tuple(affected),
        causing=tuple(causing),
        relies_on=tuple(relies_on),
        storey=storey,
        geometry=witness,
        spread=spread if spread is not None else float(limit.unit == "m"),
        advisory=advisory,
    )


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
        measured=Quantity(value=there),
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
        measured=None if value is None or limit is None else Quantity(value=round(value, 6), unit=limit.unit),
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
    return Geometry(type="LineString", coordinates=_rounded(points))


def point(at: Sequence[float]) -> Geometry:
    """A point as witness."""
    return Geometry(type="Point", coordinates=_rounded((at,))[0])


def lines(several: Sequence[Coordinates]) -> Geometry:
    """Several lines as witness."""
    return Geometry(type="MultiLineString", coordinates=tuple(_rounded(points) for points in several))


def points(several: Coordinates) -> Geometry:
    """Several points as witness."""
    return Geometry(type="MultiPoint", coordinates=_rounded(several))


def area(outline: Coordinates) -> Geometry:
    """A polygon as witness, by its closed outline."""
    return Geometry(type="Polygon", coordinates=(_rounded(outline),))


def _rounded(points: Coordinates) -> tuple[tuple[float, ...], ...]:
    return tuple([tuple([round(float(number), 4) + 0.0 for number in at]) for at in points])
