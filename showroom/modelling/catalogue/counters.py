"""What do worktops, desks and counters look like? Steel benches with colour-coded boards, a panelled reception."""

from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.catalogue.ware import board, computer, pan, pot, tray
from showroom.modelling.signs import WHITE, Colour
from showroom.modelling.solids import Body

_CODES: dict[str, tuple[str, Colour, str]] = {
    "worktop-raw": ("red", (198, 44, 38), "生食操作台"),
    "worktop-cooked": ("blue", (38, 104, 178), "熟食操作台"),
    "worktop": ("green", (46, 140, 70), "操作台"),
}


def worktop(order: Order) -> Body:
    """A steel bench: folded top, splash-back, four legs, a shelf below with pots, boards and trays in the colour of its use."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    body.slab("steel", (-w / 2, -d / 2, top - 0.045), (w / 2, d / 2, top), bevel=0.008)
    body.slab("steel", (-w / 2, d / 2 - 0.02, top), (w / 2, d / 2, top + 0.08), without="d")
    body.slab("steel", (-w / 2 + 0.03, -d / 2 + 0.03, 0.17), (w / 2 - 0.03, d / 2 - 0.03, 0.195))
    for x in (-w / 2 + 0.05, w / 2 - 0.05):
        for y in (-d / 2 + 0.05, d / 2 - 0.05):
            body.cylinder("aluminium", (x, y, 0), 0.021, top - 0.045, sides=8)
    code, ground, text = _CODES.get(order.kind, _CODES["worktop"])
    shown = order.labels[0] if order.labels else text
    order.label(body, (-w / 2 + min(0.3, w / 2), -d / 2 - 0.0025, top - 0.0225), 0.042, ground=ground, ink=WHITE, text=shown)
    if w > 0.7:
        body.add(board(code, 0.42, 0.3), (-w / 2 + 0.34, -0.03, top), 4)
    if w > 1.1:
        body.add(tray(0.34, 0.26, 0.06), (w / 2 - 0.27, 0.02, top))
        body.add(tray(0.34, 0.26, 0.06), (w / 2 - 0.27, 0.02, 0.195))
        body.add(pot(0.15, 0.24), (-w / 2 + 0.28, 0, 0.195))
        body.add(pot(0.12, 0.17), (-w / 2 + 0.62, 0.04, 0.195))
    if order.kind == "worktop-cooked" and w > 1.5:
        body.add(pan(0.13), (w * 0.02, 0.02, top), 30)
    return body


def reception(order: Order) -> Body:
    """A counter with green boards below a stone top, a till, a plant-free ledge and the brass foot line."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    body.slab("wainscot", (-w / 2 + 0.03, -d / 2 + 0.05, 0.08), (w / 2 - 0.03, d / 2 - 0.03, top - 0.04), without="td")
    body.slab("brass", (-w / 2 + 0.05, -d / 2 + 0.07, 0), (w / 2 - 0.05, d / 2 - 0.05, 0.08), without="td")
    body.slab("walnut", (-w / 2 + 0.015, -d / 2 + 0.035, top - 0.09), (w / 2 - 0.015, d / 2 - 0.015, top - 0.04))
    body.slab("stone", (-w / 2, -d / 2, top - 0.04), (w / 2, d / 2, top), bevel=0.01)
    body.box("black", (w * 0.2, 0.06, top), (0.2, 0.16, 0.018))
    body.box("black", (w * 0.2, 0.09, top + 0.018), (0.04, 0.03, 0.1))
    screen = Body().box("black", (0, 0, 0), (0.36, 0.025, 0.24), bevel=0.006)
    screen.quad("screen", (0.165, 0.0135, 0.015), (-0.33, 0, 0), (0, 0, 0.21))
    body.add(screen.placed(tilt=-8), (w * 0.2, 0.05, top + 0.09))
    body.box("white", (-w * 0.12, 0.05, top), (0.13, 0.18, 0.07), bevel=0.012)
    return body


def desk(order: Order) -> Body:
    """A pupil's desk on a steel frame with a book tray and an open book; an office desk with drawers and a computer by label."""
    if any("办公" in text or "office" in text.lower() for text in order.labels):
        return office_desk(order)
    body = Body()
    w, d, top = order.width, order.depth, order.height
    body.slab("oak", (-w / 2, -d / 2, top - 0.028), (w / 2, d / 2, top), bevel=0.01)
    for x in (-w / 2 + 0.06, w / 2 - 0.06):
        body.tube("grey", [(x, -d / 2 + 0.05, 0.03), (x, d / 2 - 0.05, 0.03)], 0.018)
        body.tube("grey", [(x, 0.02, 0.03), (x, 0.02, top - 0.14)], 0.02)
        body.slab("dark-grey", (x - 0.02, -d / 2 + 0.03, 0), (x + 0.02, -d / 2 + 0.07, 0.03), bevel=0.005)
        body.slab("dark-grey", (x - 0.02, d / 2 - 0.07, 0), (x + 0.02, d / 2 - 0.03, 0.03), bevel=0.005)
    body.slab("light-grey", (-w / 2 + 0.04, -d / 2 + 0.06, top - 0.15), (w / 2 - 0.04, d / 2 - 0.06, top - 0.135))
    for x in (-w / 2 + 0.04, w / 2 - 0.055):
        body.slab("light-grey", (x, -d / 2 + 0.06, top - 0.135), (x + 0.015, d / 2 - 0.06, top - 0.028))
    body.slab("light-grey", (-w / 2 + 0.055, d / 2 - 0.075, top - 0.135), (w / 2 - 0.055, d / 2 - 0.06, top - 0.028))
    for x, finish in ((-0.12, "paper"), (0.01, "paper")):
        body.slab(finish, (x, -0.12, top), (x + 0.128, 0.06, top + 0.012), bevel=0.004, without="d")
    for k in range(5):
        for x in (-0.1, 0.03):
            body.quad("grey", (x, 0.03 - 0.032 * k, top + 0.0128), (0.09, 0, 0), (0, 0.006, 0))
    body.tube("blue", [(0.2, -0.1, top + 0.006), (0.25, 0.04, top + 0.006)], 0.005, sides=6)
    return body


def office_desk(order: Order) -> Body:
    """A desk with a drawer unit, a screen, papers; the person sits at the front and looks to the back."""
    body = Body()
    w, d, top = order.width, order.depth, order.height
    body.slab("oak", (-w / 2, -d / 2, top - 0.03), (w / 2, d / 2, top), bevel=0.01)
    body.slab("white", (-w / 2 + 0.03, -d / 2 + 0.05, 0), (-w / 2 + 0.06, d / 2 - 0.05, top - 0.03), without="td")
    x0, x1 = w / 2 - 0.45, w / 2 - 0.03
    body.slab("white", (x0, -d / 2 + 0.07, 0.03), (x1, d / 2 - 0.05, top - 0.03), without="t")
    for k in range(3):
        z = 0.05 + (top - 0.1) * k / 3
        body.slab(
            "light-grey", (x0 + 0.008, -d / 2 + 0.052, z), (x1 - 0.008, -d / 2 + 0.07, z + (top - 0.1) / 3 - 0.012), bevel=0.005
        )
        body.slab("chrome", ((x0 + x1) / 2 - 0.06, -d / 2 + 0.038, z + 0.13), ((x0 + x1) / 2 + 0.06, -d / 2 + 0.052, z + 0.145))
    body.slab("white", (-w / 2 + 0.06, d / 2 - 0.08, 0.3), (x0, d / 2 - 0.065, top - 0.03))
    body.add(computer(), (-w * 0.1, 0.02, top))
    body.slab("paper", (w * 0.2, -0.16, top), (w * 0.2 + 0.21, 0.13, top + 0.02), bevel=0.003)
    body.lathe("white", (w * 0.42, -0.1, top), [(0, 0), (0.032, 0), (0.04, 0.09), (0.036, 0.09), (0.03, 0.02), (0, 0.02)], sides=14)
    return body


MAKERS: dict[str, Maker] = {
    "worktop": worktop,
    "worktop-raw": worktop,
    "worktop-cooked": worktop,
    "reception-desk": reception,
    "desk": desk,
}
