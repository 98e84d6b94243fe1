"""Where does Back lead? One table from page to page, and the few pages that are reached from several."""

from showroom.app.kiosk.visit import PageName, Visit

_BACK: dict[PageName, PageName] = {
    "search": "lobby",
    "permit": "lobby",
    "showroom": "permit",
    "plans": "permit",
    "questions": "plans",
    "result": "plans",
    "takeaway": "list",
    "rating": "takeaway",
}


def back_of(visit: Visit) -> PageName | None:
    """Return the page Back leads to; `None` in the lobby."""
    if visit.page == "list":
        return visit.list_from
    if visit.page == "guidance":
        return "lobby" if visit.permit_id is None else "permit"
    if visit.page == "showroom" and visit.own.exhibit is not None and visit.scene_id == visit.own.exhibit.scene.id:
        return "result"
    if visit.page == visit.looking.led_to:
        return "search"
    return _BACK.get(visit.page)
