"""How is a verdict said in words? Outcomes, reasons, gates, numbers and limits in Chinese and English."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath

from showroom.domain.finding import Binding, Finding, Outcome, Reason, Standing
from showroom.domain.plan import Gate
from showroom.domain.quantities import TOLERANCE, Limit, Quantity
from showroom.domain.text import Text

OUTCOME: dict[Outcome, Text] = {
    Outcome.MET: Text.of("符合", "Met"),
    Outcome.NOT_MET: Text.of("不符合", "Not met"),
    Outcome.TO_CONFIRM: Text.of("待核实", "To confirm"),
    Outcome.NOT_APPLICABLE: Text.of("不适用", "Not applicable"),
    Outcome.NOT_CHECKED: Text.of("未能检查", "Not checked"),
}
SYMBOL: dict[Outcome, str] = {
    Outcome.MET: "√",
    Outcome.NOT_MET: "×",
    Outcome.TO_CONFIRM: "?",
    Outcome.NOT_APPLICABLE: "–",
    Outcome.NOT_CHECKED: "!",
}
_FACT_NAME = re.compile(r"(?: ?[(（][a-z_]+(?:\.[a-z0-9_-]+)+|(?<=[?？]) ?[(（][a-z_]+)[)）]")
WORST_FIRST = (Outcome.NOT_MET, Outcome.NOT_CHECKED, Outcome.TO_CONFIRM, Outcome.MET, Outcome.NOT_APPLICABLE)

BINDING: dict[Binding, Text] = {
    Binding.MANDATORY: Text.of("强制", "Mandatory"),
    Binding.ADVISORY: Text.of("建议", "Advice"),
}
REASON: dict[Reason, Text] = {
    Reason.FACT_MISSING: Text.of("需要您补充一项情况", "A fact is needed from you"),
    Reason.DRAWING_SILENT: Text.of("图上没有画出", "The drawing does not show it"),
    Reason.WITHIN_UNCERTAINTY: Text.of("量测误差范围内，需现场复量", "Within the measuring uncertainty; measure on site"),
    Reason.INSPECTOR: Text.of("由现场核查人员判断", "For the inspector to judge on site"),
}
STANDING: dict[Standing, Text] = {
    Standing.VERIFIED: Text.of("条文已核对", "Text of the clause verified"),
    Standing.RECALLED: Text.of("条文待窗口核对，仅供参考", "Text still to be confirmed by the office; advice only"),
    Standing.LOCAL_PRACTICE: Text.of("本地窗口惯例", "Practice of the local office"),
}
GATE: dict[Gate, Text] = {
    "none": Text.of("文件尚不能使用", "The file cannot be used yet"),
    "usable": Text.of("文件可用，图纸尚不完整", "The file can be used; the drawing is not complete"),
    "complete": Text.of("图纸完整，尚未检查", "The drawing is complete; not checked yet"),
    "rules": Text.of("图纸完整，已逐条检查", "The drawing is complete and was checked"),
}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
OPERATOR = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "==": "="}
UNIT: dict[str, Text] = {
    "persons": Text.of("人", "persons"),
    "m/100p": Text.of("m/百人", "m per 100 persons"),
    "h": Text.of("h", "h"),
}


def number(value: float, unit: str = "m", places: int | None = None) -> str:
    """Return `value` as people read it: lengths to the centimetre unless the millimetre matters, areas to 0.01 m²."""
    if places is not None:
        return f"{value:.{places}f}"
    if unit == "m":
        return f"{value:.3f}".removesuffix("0")
    if unit == "m²":
        return f"{value:.2f}"
    return f"{value:.3f}".rstrip("0").rstrip(".")


def quantity(measured: Quantity | Limit, language: str, places: int | None = None) -> str:
    """Return `0.78 m`, `6.2 m²`, `2` or `40 人`."""
    unit = UNIT[measured.unit].in_(language) if measured.unit in UNIT else measured.unit
    return f"{number(measured.value, measured.unit, places)} {unit}".strip()


def limit(required: Limit, language: str) -> str:
    """Return `≥ 0.80 m`."""
    return f"{OPERATOR[required.op]} {quantity(required, language)}"


def measured(finding: Finding, language: str) -> str:
    """Return what was measured, with so many decimals that a miss never reads like the limit; empty where nothing was."""
    return quantity(finding.measured, language, _places(finding)) if finding.measured else ""


def margin(finding: Finding, language: str) -> str:
    """Return the signed margin with its unit (`+0.10 m`, `−0.02 m`), or an empty string where there is none."""
    if finding.margin is None:
        return ""
    unit = finding.required.unit if finding.required else finding.measured.unit if finding.measured else ""
    shown = quantity(Quantity(value=abs(finding.margin), unit=unit), language, _places(finding))
    sign = "−" if finding.margin < 0 else "+" if finding.margin > 0 else "±"
    return sign + shown


def _places(finding: Finding) -> int | None:
    """Return four decimals where fewer would hide which side of the limit a value lies on."""
    finest = {"m": 0.001, "m²": 0.01}.get(finding.measured.unit if finding.measured else "", 0.0)
    return 4 if finding.margin is not None and TOLERANCE < abs(finding.margin) < finest else None


def citation(finding: Finding) -> str:
    """Return instrument and clause of a finding's source."""
    return f"{finding.source.instrument} {finding.source.clause}".strip()


def plan_file(path: str) -> str:
    """Return the name of the plan's file without its folders."""
    return PurePath(path).name


def clean(text: str) -> str:
    """Return `text` without the control characters that no XML may hold."""
    return _CONTROLS.sub("", text)


def columns_of(text: str) -> int:
    """Return how many terminal columns `text` takes: two for a wide or full-width character, none for a combining one."""
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def pad(text: str, columns: int) -> str:
    """Return `text` followed by blanks up to this many terminal columns."""
    return text + " " * max(0, columns - columns_of(text))


def wrap(text: str, columns: int) -> list[str]:
    """Return `text` in lines of at most this many columns.

    Lines break at blanks and between Chinese characters, never before closing marks nor after opening ones.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in pieces(paragraph):
            if line and columns_of(line + piece.rstrip()) > columns:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        lines.append(line.rstrip())
    return lines


_NEVER_LAST = "（《「『【〈([{“‘"
_NEVER_FIRST = "，。、；：？！）》」』】〉％…—,.;:?!)]}%"


def pieces(text: str) -> Iterable[str]:
    """Yield what must not be torn apart: a Latin word with its blanks, or a wide character with the marks that cling to it."""
    word = ""
    for char in text:
        wide = unicodedata.east_asian_width(char) in "WF"
        if char in _NEVER_FIRST or (word and word[-1] in _NEVER_LAST):
            word += char
        elif wide:
            if word:
                yield word
            word = char
        else:
            if word and ((word[-1] == " " and char != " ") or unicodedata.east_asian_width(word[-1]) in "WF"):
                yield word
                word = ""
            word += char
    if word:
        yield word


def plainly(sentence: str) -> str:
    """Return a sentence without the name a fact has in the application's file, which says nothing to an applicant."""
    return _FACT_NAME.sub("", sentence)
