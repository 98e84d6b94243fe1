"""What do shelves, lockers and cabinets look like? Wire racks off the floor with goods, glass-door disinfection cabinets."""

import numpy as np

from showroom.modelling.catalogue.order import Maker, Order
from showroom.modelling.catalogue.ware import carton, crate, crockery_shelf, jar
from showroom.modelling.signs import WHITE
from showroom.modelling.solids import Body


def shelf(order: Order) -> Body:
    """A rack of four boards, the lowest 20 cm above the floor and the back off the wall, with boxes and jars; lockers by label."""
    if any("更衣" in text or "locker" in text.lower() for text in order.labels):
        return lockers(order)
    body = Body()
    w, d, h = order.width, order.depth, order.height
    d_used = max(d - 0.1, d * 0.7)
    y0 = -d / 2
    y1 = y0 + d_used
    for x in (-w / 2 + 0.02, w / 2 - 0.02):
        for y in (y0 + 0.02, y1 - 0.02):
            body.box("aluminium", (x, y, 0), (0.032, 0.032, h))
    levels = [0.2, 0.2 + (h - 0.25) / 3, 0.2 + (h - 0.25) * 2 / 3, h - 0.05]
    for z in levels:
        body.slab("steel", (-w / 2 + 0.005, y0 + 0.005, z), (w / 2 - 0.005, y1 - 0.005, z + 0.028))
    cleaning = any("清洁" in text for text in order.labels)
    rng = np.random.default_rng(round(w * 1000) + round(h * 100) + sum(map(ord, "".join(order.labels))))
    for level, z in enumerate(levels[:3]):
        x = -w / 2 + 0.05
        room = levels[level + 1] - z - 0.09
        while x < w / 2 - 0.16:
            wide = float(rng.uniform(0.22, 0.36)) if level < 2 and not cleaning else float(rng.uniform(0.12, 0.16))
            wide = min(wide, w / 2 - 0.05 - x)
            high = float(rng.uniform(0.55, 0.9)) * min(room, 0.36)
            goods = _goods(rng, level, wide, d_used * 0.8, high, cleaning=cleaning)
            body.add(goods, (x + wide / 2, (y0 + y1) / 2, z + 0.028), float(rng.uniform(-2, 2)))
            x += wide + float(rng.uniform(0.02, 0.05))
    if order.labels:
        order.label(body, (0, y0 - 0.0, h - 0.036), 0.08 if w > 0.6 else 0.06, ground=(30, 92, 170), ink=WHITE)
    return body


def _goods(rng: np.random.Generator, level: int, wide: float, deep: float, high: float, *, cleaning: bool) -> Body:
    if cleaning:
        return jar(("sky-blue", "yellow", "white", "green")[int(rng.integers(4))], min(wide, deep) * 0.42, high)
    if level == 0 or wide > 0.27:
        return carton(wide, deep, high) if rng.random() < 0.65 else crate("sky-blue", wide, deep, high)
    if rng.random() < 0.5:
        return crate(("white", "sky-blue", "green")[int(rng.integers(3))], wide, deep, high * 0.8)
    return jar(("terracotta", "brass", "soup", "linen", "red")[int(rng.integers(5))], min(wide, deep) * 0.42, high * 0.8)


def lockers(order: Order) -> Body:
    """A row of staff lockers in two tiers, with vents and numbers, a bench ledge on top left free."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    body.slab("light-grey", (-w / 2, -d / 2 + 0.012, 0.08), (w / 2, d / 2, h), bevel=0.008)
    body.slab("dark-grey", (-w / 2 + 0.02, -d / 2 + 0.05, 0), (w / 2 - 0.02, d / 2, 0.08), without="td")
    columns = max(1, round(w / 0.32))
    cell = w / columns
    for k in range(columns):
        x = -w / 2 + cell * k
        for row, (z0, z1) in enumerate(((0.1, 0.08 + (h - 0.1) / 2), (0.1 + (h - 0.1) / 2, h - 0.02))):
            body.slab("steam-blue", (x + 0.006, -d / 2, z0), (x + cell - 0.006, -d / 2 + 0.016, z1), bevel=0.004)
            for j in range(3):
                z = z1 - 0.1 - j * 0.03
                body.slab("grey", (x + cell * 0.3, -d / 2 - 0.0, z), (x + cell * 0.7, -d / 2 + 0.002, z + 0.01))
            body.slab("chrome", (x + cell * 0.8, -d / 2, (z0 + z1) / 2), (x + cell * 0.88, -d / 2 + 0.002, (z0 + z1) / 2 + 0.1))
            number = order.signs.label(f"{row * columns + k + 1:02d}", height=40)
            body.picture("signs", (x + cell * 0.36, -d / 2 - 0.001, z1 - 0.22), (cell * 0.28, 0, 0), (0, 0, cell * 0.2), number)
    return body


def _cabinet(order: Order, finish: str) -> Body:
    body = Body()
    w, d, h = order.width, order.depth, order.height
    t = 0.025
    body.slab(finish, (-w / 2, -d / 2 + 0.03, 0.1), (w / 2, d / 2, 0.1 + t))
    body.slab(finish, (-w / 2, -d / 2 + 0.03, h - 0.16), (w / 2, d / 2, h), bevel=0.008)
    body.slab(finish, (-w / 2, -d / 2 + 0.03, 0.1 + t), (-w / 2 + t, d / 2, h - 0.16))
    body.slab(finish, (w / 2 - t, -d / 2 + 0.03, 0.1 + t), (w / 2, d / 2, h - 0.16))
    body.slab(finish, (-w / 2 + t, d / 2 - t, 0.1 + t), (w / 2 - t, d / 2, h - 0.16))
    body.slab("dark-grey", (-w / 2 + 0.03, -d / 2 + 0.07, 0), (w / 2 - 0.03, d / 2 - 0.03, 0.1), without="td")
    for z in (0.1 + t + (h - 0.3) * k / 4 for k in range(1, 4)):
        body.slab("chrome", (-w / 2 + t, -d / 2 + 0.06, z), (w / 2 - t, d / 2 - t, z + 0.012))
    return body


def _crockery(body: Body, order: Order, h: float) -> None:
    for level in range(4):
        body.add(crockery_shelf(order.width, level), (0, 0.02, 0.125 + (h - 0.3) * level / 4 + 0.014))


def _doors(body: Body, order: Order, h: float, rim: str) -> None:
    """Two framed doors, open in the middle of their frames so that the ware is seen."""
    w, front = order.width, -order.depth / 2
    for x0, x1, handle in ((-w / 2 + 0.004, -0.003, -0.05), (0.003, w / 2 - 0.004, 0.05)):
        z0, z1 = 0.11, h - 0.17
        b = 0.055
        for a, c, e, f in ((x0, x0 + b, z0, z1), (x1 - b, x1, z0, z1), (x0 + b, x1 - b, z0, z0 + b), (x0 + b, x1 - b, z1 - b, z1)):
            body.slab(rim, (a, front + 0.008, e), (c, front + 0.03, f))
        middle = (z0 + z1) / 2
        body.slab("chrome", (handle - 0.008, front, middle - 0.12), (handle + 0.008, front + 0.012, middle + 0.12))


def disinfection(order: Order) -> Body:
    """A disinfection cabinet: framed glass doors, crockery inside, red display and the name."""
    h = order.height
    body = _cabinet(order, "steel")
    _crockery(body, order, h)
    _doors(body, order, h, "dark-grey")
    front = -order.depth / 2
    reading = order.signs.label("125℃", ground=(16, 22, 26), ink=(240, 90, 70), height=48)
    body.picture("signs", (order.width / 2 - 0.2, front + 0.028, h - 0.12), (0.14, 0, 0), (0, 0, 0.06), reading)
    order.label(
        body,
        (-order.width * 0.12, front + 0.028, h - 0.085),
        0.09,
        ground=(30, 92, 170),
        ink=WHITE,
        text=order.labels[0] if order.labels else "消毒柜",
    )
    return body


def ware_cabinet(order: Order) -> Body:
    """A closed cabinet for clean ware, with framed doors and stacks of plates inside."""
    h = order.height
    body = _cabinet(order, "steel")
    _crockery(body, order, h)
    _doors(body, order, h, "steel")
    order.label(
        body,
        (0, -order.depth / 2 + 0.028, h - 0.085),
        0.09,
        ground=(46, 140, 70),
        ink=WHITE,
        text=order.labels[0] if order.labels else "保洁柜",
    )
    return body


MAKERS: dict[str, Maker] = {
    "shelf": shelf,
    "disinfection-cabinet": disinfection,
    "ware-cabinet": ware_cabinet,
}
