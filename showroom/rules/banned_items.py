"""Is nothing declared that may not be sold under this permit?"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from showroom.domain.application import Item
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, ask, held, listed, missed, phrase
from showroom.rules.registry import rule
from showroom.rules.room_for_items import ITEM_NAMES


@rule("banned-items")
def banned_items(case: Case, *, items: Annotated[tuple[Item, ...], Field(min_length=1)]) -> Iterator[Measurement]:
    """None of these items is declared."""
    declared = case.application.items
    if declared is None:
        yield ask("items")
        return
    banned = [ITEM_NAMES[item] for item in items if item in declared]
    if banned:
        yield missed(phrase("申报了不得经营的品种：{items}。", "Declared, but not allowed: {items}.", items=listed(banned)))
    else:
        yield held(phrase("没有申报不得经营的品种。", "Nothing that is not allowed is declared."))
