"""What do refrigerators and freezers look like? Upright steel cabinets with a display of the temperature, white chests."""

from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.signs import WHITE
from showroom.modelling.solids import Body


def upright(order: Order) -> Body:
    """An upright steel cabinet: two doors above one another (four where it is wide), handles, gasket lines, temperature display."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    front = -d / 2
    body.slab("steel", (-w / 2, front + 0.05, 0.12), (w / 2, d / 2, h), bevel=0.012)
    body.slab("dark-grey", (-w / 2 + 0.02, front + 0.08, 0.02), (w / 2 - 0.02, d / 2 - 0.02, 0.12), without="td")
    for x in (-w / 2 + 0.06, w / 2 - 0.06):
        for y in (front + 0.1, d / 2 - 0.06):
            body.cylinder("black", (x, y, 0), 0.025, 0.05, sides=8)
    columns = 2 if w > 0.95 else 1
    cell = w / columns
    split, top = 0.12 + (h - 0.32) * 0.48, h - 0.2
    for k in range(columns):
        x = -w / 2 + cell * (k + 0.5)
        for z0, z1 in ((0.13, split), (split + 0.012, top)):
            body.slab("steel", (x - cell / 2 + 0.006, front + 0.012, z0), (x + cell / 2 - 0.006, front + 0.055, z1), bevel=0.012)
            handle = x + cell / 2 - 0.06 if k == 0 else x - cell / 2 + 0.06
            middle = (z0 + z1) / 2 + (0.12 if z0 < 0.5 else -0.12)
            body.slab(
                "dark-grey", (handle - 0.018, front, middle - 0.14), (handle + 0.018, front + 0.02, middle + 0.14), bevel=0.006
            )
    body.slab("steel", (-w / 2 + 0.004, front + 0.02, top + 0.012), (w / 2 - 0.004, front + 0.055, h - 0.006), bevel=0.008)
    reading = order.signs.label("4℃", ground=(16, 22, 26), ink=(90, 220, 160), height=48)
    body.slab("black", (-0.09, front + 0.008, h - 0.155), (0.09, front + 0.02, h - 0.065))
    body.picture("signs", (-0.06, front + 0.007, h - 0.145), (0.12, 0, 0), (0, 0, 0.07), reading)
    order.label(
        body,
        (-w / 4 if columns == 2 else 0.0, front + 0.0105, top - 0.2),
        0.085,
        ground=(30, 92, 170),
        ink=WHITE,
        text=order.labels[0] if order.labels else "冷藏",
    )
    return body


def chest(order: Order) -> Body:
    """A white chest freezer with a rounded lid, a handle and its display."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    body.slab("white", (-w / 2, -d / 2 + 0.01, 0.06), (w / 2, d / 2, h - 0.09), bevel=0.02)
    body.slab("dark-grey", (-w / 2 + 0.04, -d / 2 + 0.05, 0), (w / 2 - 0.04, d / 2 - 0.04, 0.06), without="td")
    body.slab("light-grey", (-w / 2 + 0.01, -d / 2 + 0.02, h - 0.09), (w / 2 - 0.01, d / 2 - 0.01, h - 0.075), without="td")
    body.slab("white", (-w / 2, -d / 2, h - 0.075), (w / 2, d / 2, h), bevel=0.025)
    body.slab("grey", (-0.12, -d / 2 + 0.0, h - 0.12), (0.12, -d / 2 + 0.03, h - 0.09), bevel=0.006)
    reading = order.signs.label("-18℃", ground=(16, 22, 26), ink=(120, 200, 240), height=48)
    body.picture("signs", (w / 2 - 0.2, -d / 2 + 0.008, 0.14), (0.13, 0, 0), (0, 0, 0.055), reading)
    order.label(
        body, (0, -d / 2 + 0.008, h * 0.52), 0.09, ground=(30, 92, 170), ink=WHITE, text=order.labels[0] if order.labels else "冷冻"
    )
    return body


MAKERS: dict[str, Maker] = {"refrigerator": upright, "freezer": chest}
