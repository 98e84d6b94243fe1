"""Which plain questions does the kiosk ask? A table: the question, its answers, and where an answer goes in the application."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from PySide6.QtCore import QT_TRANSLATE_NOOP

from showroom.domain.application import Application, BuildingUse, Item
from showroom.domain.permit import Permit

ITEM_WORDS: dict[str, str] = {
    "hot-food": QT_TRANSLATE_NOOP("PlanFacts", "Hot food"),
    "cold-dishes": QT_TRANSLATE_NOOP("PlanFacts", "Cold dishes"),
    "raw-food": QT_TRANSLATE_NOOP("PlanFacts", "Raw food"),
    "decorated-cakes": QT_TRANSLATE_NOOP("PlanFacts", "Decorated cakes"),
    "cold-pastry": QT_TRANSLATE_NOOP("PlanFacts", "Cold pastry"),
    "drinks": QT_TRANSLATE_NOOP("PlanFacts", "Drinks made here"),
    "prepackaged": QT_TRANSLATE_NOOP("PlanFacts", "Prepackaged food"),
    "fruit-platter": QT_TRANSLATE_NOOP("PlanFacts", "Fruit platters"),
}
USE_WORDS: dict[str, str] = {
    "commercial": QT_TRANSLATE_NOOP("PlanFacts", "Commercial building"),
    "mixed": QT_TRANSLATE_NOOP("PlanFacts", "Shops below, homes above"),
    "residential": QT_TRANSLATE_NOOP("PlanFacts", "Residential building"),
    "public": QT_TRANSLATE_NOOP("PlanFacts", "Public building"),
    "industrial": QT_TRANSLATE_NOOP("PlanFacts", "Industrial building"),
}
STOREY_WORDS: dict[str, str] = {
    "-1": QT_TRANSLATE_NOOP("PlanFacts", "Basement"),
    "1": QT_TRANSLATE_NOOP("PlanFacts", "Ground floor"),
    "2": QT_TRANSLATE_NOOP("PlanFacts", "2nd floor"),
    "3": QT_TRANSLATE_NOOP("PlanFacts", "3rd floor"),
    "4": QT_TRANSLATE_NOOP("PlanFacts", "4th floor or higher"),
}
ENTRANCE_WORDS: dict[str, str] = {
    "street": QT_TRANSLATE_NOOP("PlanFacts", "The street"),
    "yard": QT_TRANSLATE_NOOP("PlanFacts", "A residential yard"),
    "lobby": QT_TRANSLATE_NOOP("PlanFacts", "A lobby of the building"),
}
CLINIC_WORDS: dict[str, str] = {
    "clinic": QT_TRANSLATE_NOOP("PlanFacts", "Clinic"),
    "hospital": QT_TRANSLATE_NOOP("PlanFacts", "Hospital"),
}
YES_NO: dict[str, str] = {"yes": QT_TRANSLATE_NOOP("PlanFacts", "Yes"), "no": QT_TRANSLATE_NOOP("PlanFacts", "No")}
WASH_WORDS: dict[str, str] = {
    "heat": QT_TRANSLATE_NOOP("PlanFacts", "By heat (steam, cabinet)"),
    "chemical": QT_TRANSLATE_NOOP("PlanFacts", "With disinfectant"),
}

assert set(ITEM_WORDS) == set(get_args(Item)), "every item needs its words"
assert set(USE_WORDS) == set(get_args(BuildingUse)), "every building use needs its words"


@dataclass(frozen=True)
class Question:
    """One question. `many` allows several answers, `count` asks for a number by plus and minus."""

    key: str
    words: str
    kind: Literal["one", "many", "count"]
    part: str
    """Where the answer lies: `items`, or `premises.storey_level`."""
    answers: dict[str, str]
    read: Callable[[str], Any] = str
    step: int = 1


def _whole(written: str) -> int:
    return int(written)


def _yes(written: str) -> bool:
    return written == "yes"


def _yes_no(key: str, words: str, part: str) -> "Question":
    return Question(key, words, "one", part, YES_NO, _yes)


QUESTIONS: tuple[Question, ...] = (
    Question("items", QT_TRANSLATE_NOOP("PlanFacts", "What will you make or sell?"), "many", "items", ITEM_WORDS),
    Question("use", QT_TRANSLATE_NOOP("PlanFacts", "What kind of building is it?"), "one", "premises.building_use", USE_WORDS),
    Question("clinic", QT_TRANSLATE_NOOP("PlanFacts", "Will it be a clinic or a hospital?"), "one", "clinic.kind", CLINIC_WORDS),
    _yes_no("surgery", QT_TRANSLATE_NOOP("PlanFacts", "Will you operate on animals?"), "clinic.surgery"),
    _yes_no("imaging", QT_TRANSLATE_NOOP("PlanFacts", "Will you take X-ray pictures?"), "clinic.imaging"),
    _yes_no("children", QT_TRANSLATE_NOOP("PlanFacts", "Are there children among the students?"), "people.children"),
    _yes_no("flue", QT_TRANSLATE_NOOP("PlanFacts", "Is there a flue of its own for cooking fumes?"), "premises.dedicated_flue"),
    Question(
        "entrance",
        QT_TRANSLATE_NOOP("PlanFacts", "Where does your entrance open to?"),
        "one",
        "premises.entrance_to",
        ENTRANCE_WORDS,
    ),
    _yes_no(
        "passage",
        QT_TRANSLATE_NOOP("PlanFacts", "Do you share a passage with other users of the building?"),
        "premises.shared_passage",
    ),
    _yes_no("high-rise", QT_TRANSLATE_NOOP("PlanFacts", "Is it a high-rise building?"), "premises.high_rise"),
    _yes_no("own-exit", QT_TRANSLATE_NOOP("PlanFacts", "Do you have exits and stairs of your own?"), "premises.own_exit"),
    Question("storey", QT_TRANSLATE_NOOP("PlanFacts", "On which floor?"), "one", "premises.storey_level", STOREY_WORDS, _whole),
    Question(
        "students",
        QT_TRANSLATE_NOOP("PlanFacts", "How many students at most at one time?"),
        "count",
        "people.students",
        {},
        _whole,
        5,
    ),
    Question("vets", QT_TRANSLATE_NOOP("PlanFacts", "How many licensed vets?"), "count", "people.vets", {}, _whole, 1),
    Question("seats", QT_TRANSLATE_NOOP("PlanFacts", "How many seats for guests?"), "count", "people.seats", {}, _whole, 5),
    Question(
        "staff", QT_TRANSLATE_NOOP("PlanFacts", "How many people work there at one time?"), "count", "people.staff", {}, _whole, 1
    ),
    Question("wash", QT_TRANSLATE_NOOP("PlanFacts", "How is tableware disinfected?"), "one", "declared.ware_cleaning", WASH_WORDS),
)


def questions_of(permit: Permit) -> tuple[Question, ...]:
    """Return the questions a permit asks; all of them where it does not say."""
    return tuple(question for question in QUESTIONS if not permit.asks or question.part in permit.asks)


def answer_of(application: Application, question: Question) -> Any:
    """Return what the application says to a question, or `None`."""
    value: Any = application
    for name in question.part.split("."):
        value = getattr(value, name)
    return value


def answered(application: Application, question: Question, value: Any) -> Application:
    """Return the application with another answer (`None` takes it back)."""
    head, _, tail = question.part.partition(".")
    if not tail:
        return application.revise(**{head: value})
    return application.revise(**{head: getattr(application, head).revise(**{tail: value})})


def is_chosen(application: Application, question: Question, key: str) -> bool:
    """Tell whether the answer `key` is given; a floor above the fourth counts as the fourth or higher."""
    value = answer_of(application, question)
    if value is None:
        return False
    if question.kind == "many":
        return key in value
    if question.key == "storey" and key == "4":
        return bool(value >= 4)
    if question.key == "storey" and key == "-1":
        return bool(value < 1)
    return bool(question.read(key) == value)
