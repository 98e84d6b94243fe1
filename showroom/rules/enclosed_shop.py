"""Are the premises a fixed shop: rooms indoors, with a door of their own?"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.rules.case import Case
from showroom.rules.egress import unknown_doors
from showroom.rules.measure import Measurement, absent, held, lines, phrase, to_confirm
from showroom.rules.registry import rule
from showroom.rules.undrawn import missing_room


@rule("enclosed-shop")
def enclosed_shop(case: Case) -> Iterator[Measurement]:
    """The plan has a room indoors, and a door that leads out of the premises."""
    if not any(space.use != "outdoor" for space in case.plan.spaces):
        yield missing_room(case, phrase("图上没有室内空间。", "The plan has no room indoors."))
        return
    doors = [placed for floor in case.floors for placed in (*floor.final_exits, *floor.exits) if placed.opening.kind == "door"]
    doubtful = [placed for floor in case.floors for placed in unknown_doors(floor)]
    if doors:
        yield held(
            phrase("有室内店面和自己的门。", "A shop indoors with a door of its own."),
            relies_on=[doors[0].id],
            witness=lines([placed.line for placed in dict.fromkeys(doors)]),
        )
    elif doubtful:
        text = phrase("图上看不出哪扇门通到店外，请确认。", "The plan does not show which door leads out of the shop; confirm.")
        yield to_confirm(text, Reason.DRAWING_SILENT, causing=[placed.id for placed in doubtful])
    else:
        yield absent(0, 1, phrase("图上没有通到店外的门。", "The plan shows no door out of the shop."))
