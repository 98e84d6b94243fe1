"""Where is it, in words? The things a finding concerns, by the names people know them by."""

from collections.abc import Iterable

from showroom.domain.finding import Finding
from showroom.domain.plan import Opening, Plan, Space
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.reports.labels import name_of

_OPENINGS = {
    "door": Text.of("门", "door"),
    "window": Text.of("窗", "window"),
    "hatch": Text.of("窗口", "hatch"),
    "passage": Text.of("通道口", "passage"),
}
_WHOLE = Text.of("整个场所", "the whole premises")
_MANY = 4


class Places:
    """The names of everything in one plan, in one language."""

    def __init__(self, plan: Plan, vocabulary: Vocabulary, language: str) -> None:
        self._language = language
        self._several_storeys = len(plan.storeys) > 1
        spaces = {space.id: space for space in plan.spaces}
        self._names = {space.id: self._of_space(space, vocabulary) for space in plan.spaces}
        self._names |= {opening.id: self._of_opening(opening, spaces, vocabulary) for opening in plan.openings}
        for fixture in plan.fixtures:
            term = vocabulary.fixtures.get(fixture.kind)
            self._names[fixture.id] = f"{term.label.in_(language) if term else fixture.kind} {fixture.id}"

    def of(self, finding: Finding) -> str:
        """Return where a finding lies: the things affected (the first few), and the storey where the plan has several."""
        named = self.names(finding.affected) if finding.affected else _WHOLE.in_(self._language)
        return f"{finding.storey} · {named}" if self._several_storeys and finding.storey else named

    def names(self, ids: Iterable[str]) -> str:
        """Return the names of things, an id where there is no name; after the first few only how many more."""
        known = [self._names.get(thing, thing) for thing in ids]
        listed = ("、" if self._language == "zh_CN" else ", ").join(known[:_MANY])
        more = len(known) - _MANY
        if more <= 0:
            return listed
        return f"{listed} 等 {len(known)} 处" if self._language == "zh_CN" else f"{listed} and {more} more"

    def _of_space(self, space: Space, vocabulary: Vocabulary) -> str:
        return name_of(space, vocabulary, self._language)

    def _of_opening(self, opening: Opening, spaces: dict[str, Space], vocabulary: Vocabulary) -> str:
        kind = _OPENINGS[opening.kind].in_(self._language)
        served = spaces.get(opening.serves or "")
        if served is None:
            return f"{kind} {opening.id}"
        room = self._of_space(served, vocabulary)
        return f"{room}的{kind} {opening.id}" if self._language == "zh_CN" else f"{kind} {opening.id} of {room.lower()}"
