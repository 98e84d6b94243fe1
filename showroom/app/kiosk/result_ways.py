"""Where does something found lead? To the permit's page at that row, paper or step, or to the key point in the showroom."""

from showroom.app.kiosk.situation import guidance_now
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.kiosk.visit import Looking, PageName, Part, Walk
from showroom.domain.permit import Permit
from showroom.search import Entry, Kind

_PARTS: dict[Kind, Part] = {"requirement": "requirements", "document": "documents", "step": "procedure", "condition": "conditions"}


def permits_of(around: Surroundings, entry: Entry) -> tuple[Permit, ...]:
    """Return the permits a thing belongs to, the one the visitor most likely means first.

    That is the one they are reading about, then those their answers lead to.
    """
    likely = (around.holder.visit.permit_id, *guidance_now(around).permits)
    order = {permit_id: place for place, permit_id in reversed(list(enumerate(likely)))}
    found = [permit for permit in around.catalogue.permits if permit.id in entry.permits]
    return tuple(sorted(found, key=lambda permit: order.get(permit.id, len(likely))))


def follow_hit(around: Surroundings, entry: Entry) -> None:
    """Go where something found stands; Back leads to the results again."""
    visit, permits = around.holder.visit, permits_of(around, entry)
    if not permits:
        return
    permit = permits[0]
    page: PageName = "showroom" if entry.kind == "point" else "permit"
    looking = Looking(visit.looking.typed, visit.looking.kind, led_to=page)
    if entry.kind == "point":
        walk = Walk(hotspot=entry.id)
        around.holder.revise(page=page, permit_id=permit.id, scene_id=entry.scene, walk=walk, looking=looking)
    elif entry.kind == "permit":
        around.holder.revise(page=page, permit_id=permit.id, part="conditions", opened=None, looking=looking)
    else:
        part = _PARTS[entry.kind]
        around.holder.revise(page=page, permit_id=permit.id, part=part, opened=entry.id, looking=looking)
