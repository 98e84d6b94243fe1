"""At which gate does a plan stand, and what exactly is to be done to pass the next?

A plan is usable with a room; complete when its scale is sure, every room has a use and every storey a known exit. Whether it also
passed the rules is for the review to say.
"""

from collections.abc import Sequence

from showroom.domain.plan import Gate, Note, Plan, Space
from showroom.domain.text import Text
from showroom.domain.vocabulary import Vocabulary
from showroom.geometry.layout import Layout

UNRECOGNISED = "other"
NAMED = 3
"""Up to so many rooms of unknown use are told one by one, with the words that were not understood."""
LISTED = 12


def standing(plan: Plan, layout: Layout, vocabulary: Vocabulary) -> tuple[Gate, tuple[Note, ...]]:
    """Return the last gate the plan passed before any rule, and what is to be done to pass the next."""
    if not any(layout.polygon(space.id).area > 0 for space in plan.spaces):
        text = Text.of(
            "图上没有可用的房间。请在名为 SPACE 或“房间”的图层上，用一条闭合的线画出每个房间，并在里面写上名称。",
            "The plan has no usable space. Draw each room as one closed line on a layer named SPACE or 房间, with its name inside.",
        )
        return "none", (Note(code="no-spaces", text=text),)
    missing = [*_scale(plan), *_uses(unrecognised(plan, vocabulary)), *_exits(layout)]
    return ("usable" if missing else "complete"), tuple(missing)


def unrecognised(plan: Plan, vocabulary: Vocabulary) -> list[Space]:
    """Return the rooms whose use is not known (not those that were named "other" on purpose)."""
    meant = {text.lower() for text in vocabulary.uses[UNRECOGNISED].label.root.values()}
    return [
        space
        for space in plan.spaces
        if space.use not in vocabulary.uses or (space.use == UNRECOGNISED and space.name.strip().lower() not in meant)
    ]


def _scale(plan: Plan) -> list[Note]:
    if plan.source.lengths_confirmed:
        return []
    text = Text.of(
        f"图纸的单位不能确定（暂按 {plan.source.unit} 读取）。请在绘图软件里把图形单位设为实际所用的单位（如毫米）后重新保存；"
        "或者量一扇门的净宽，带来核对。",
        f"The unit of the drawing is not certain (read as {plan.source.unit} for now). Set the drawing's unit to the one it is "
        "drawn in (such as millimetres) and save it again, or measure the clear width of one door and bring it.",
    )
    return [Note(code="scale-unconfirmed", text=text)]


def _uses(spaces: Sequence[Space]) -> list[Note]:
    if len(spaces) <= NAMED:
        return [_use(space) for space in spaces]
    shown = [space.name or space.id for space in spaces[:LISTED]]
    more_zh, more_en = ("……等", " and others") if len(spaces) > LISTED else ("", "")
    text = Text.of(
        f"{len(spaces)} 个房间不知道做什么用：{'、'.join(shown)}{more_zh}。请在每个房间里写上名称，如“厨房”“用餐区”“卫生间”；"
        "都不是的，写“其他”。",
        f"What {len(spaces)} rooms are for is not known: {', '.join(shown)}{more_en}. Write a name into each, such as kitchen, "
        "dining area or toilet; where none fits, write other.",
    )
    return [Note(code="use-unknown", text=text, where=", ".join(space.id for space in spaces))]


def _use(space: Space) -> Note:
    if space.name:
        text = Text.of(
            f"房间“{space.name}”：从名称看不出用途。请改写或加上常用名称，如“厨房”“用餐区”；都不是的，写“其他”。",
            f"Space “{space.name}”: the name does not tell what it is for. Add a usual one, such as kitchen or dining area; where "
            "none fits, write other.",
        )
    else:
        text = Text.of(
            f"房间 {space.id} 里没有写名称，不知道做什么用。请写上，如“厨房”“用餐区”；都不是的，写“其他”。",
            f"Space {space.id} has no name in it, so what it is for is not known. Write one, such as kitchen or dining "
            "area; where none fits, write other.",
        )
    return Note(code="use-unknown", text=text, where=space.id)


def _exits(layout: Layout) -> list[Note]:
    return [
        Note(
            code="no-exit",
            text=Text.of(
                f"楼层 {floor.id} 上找不到出口。请画出通向室外或楼梯间的门，并在门旁写“安全出口”。",
                f"No exit was found on storey {floor.id}. Draw the door to the outside or to the stair, and write EXIT beside it.",
            ),
            where=floor.id,
        )
        for floor in layout.floors.values()
        if floor.spaces and not floor.exits
    ]
