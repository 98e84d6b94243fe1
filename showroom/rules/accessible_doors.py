"""Are the doors of the accessible way wide enough?

GB 50763-2012, 3.5.3.
"""

from collections.abc import Iterator

from showroom.domain.finding import Reason
from showroom.rules import measure
from showroom.rules.access import accessible_ways
from showroom.rules.case import Case
from showroom.rules.measure import Measurement, line, listed, measured, not_applicable, phrase, to_confirm
from showroom.rules.parameters import Width
from showroom.rules.registry import rule


@rule("accessible-doors")
def accessible_doors(case: Case, *, at_least: Width) -> Iterator[Measurement]:
    """The entrance and every door on the way to guests' spaces and to an accessible toilet leave this clear width."""
    looked_at = 0
    for way in accessible_ways(case):
        looked_at += 1
        for placed in way.doors:
            if placed.opening.kind == "door":
                yield measured(
                    placed.opening.width,
                    measure.at_least(at_least),
                    phrase(
                        "无障碍通路上{door}的净宽", "Clear width of {door} on the accessible way", door=case.opening_name(placed)
                    ),
                    affected=[placed.id],
                    storey=way.storey,
                    witness=line(placed.line),
                )
        if way.unreached:
            yield to_confirm(
                phrase(
                    "图上看不出客人从哪里进入{spaces}。",
                    "The plan does not show how guests get into {spaces}.",
                    spaces=listed([case.space_name(space_id) for space_id in way.unreached]),
                ),
                Reason.DRAWING_SILENT,
                affected=way.unreached,
                storey=way.storey,
            )
    if not looked_at:
        yield not_applicable(phrase("图上没有供客人使用的空间。", "The plan has no space for guests."))
