"""Is there a special room for each item that needs one?"""

from collections.abc import Iterator

from showroom.domain.application import Item
from showroom.domain.finding import Reason
from showroom.domain.text import Text
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, absent, ask, at_least, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Use
from showroom.rules.registry import rule

ITEM_NAMES: dict[str, Text] = {
    "hot-food": Text.of("热食", "hot food"),
    "cold-dishes": Text.of("冷食（凉菜）", "cold dishes"),
    "raw-food": Text.of("生食", "raw food"),
    "decorated-cakes": Text.of("裱花蛋糕", "decorated cakes"),
    "cold-pastry": Text.of("冷加工糕点", "cold pastry"),
    "drinks": Text.of("自制饮品", "drinks"),
    "prepackaged": Text.of("预包装食品", "prepackaged food"),
    "fruit-platter": Text.of("果蔬拼盘", "fruit platters"),
}


@rule("room-for-items")
def room_for_items(case: Case, *, rooms: dict[Item, tuple[Use, ...]]) -> Iterator[Measurement]:
    """For each declared item of the list there is a room of one of its uses."""
    items = case.application.items
    if items is None:
        yield ask("items")
        return
    asked = [item for item in rooms if item in items]
    if not asked:
        yield not_applicable(phrase("申报的项目不要求专间。", "The declared items need no special room."))
        return
    found = {item: case.rooms_of(frozenset(rooms[item])) for item in asked}
    missing = [item for item in asked if not found[item]]
    there = len(asked) - len(missing)
    if not missing:
        relies_on = [space.id for spaces in found.values() for space in spaces[:1]]
        yield measured(
            there, at_least(len(asked), ""), phrase("申报项目所需专间", "Special rooms for the declared items"), relies_on=relies_on
        )
        return
    needs = listed(
        [
            phrase("{item}需{room}", "{item} needs a {room}", item=ITEM_NAMES[item], room=case.use_name(rooms[item][0]))
            for item in missing
        ]
    )
    if case.unrecognised:
        doubtful = listed([case.space_name(space.id) for space in case.unrecognised])
        yield to_confirm(
            phrase(
                "{needs}，图上未标明。请确认{doubtful}的用途。",
                "{needs}, not named on the plan. Please confirm what {doubtful} is used for.",
                needs=needs,
                doubtful=doubtful,
            ),
            Reason.FACT_MISSING,
            causing=[space.id for space in case.unrecognised],
            value=there,
            limit=at_least(len(asked), ""),
        )
    else:
        yield absent(there, len(asked), phrase("{needs}，图上没有。", "{needs}; the plan has none.", needs=needs))
