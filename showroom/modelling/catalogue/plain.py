"""What stands for a thing we have no model of? A plain bevelled block that says its name."""

from showroom.modelling.catalogue.order import Order
from showroom.modelling.solids import Body


def block(order: Order) -> Body:
    """A block of the drawn size with the thing's name on its front and top."""
    body = Body()
    w, d, h = order.width, order.depth, order.height
    body.slab("plain", (-w / 2, -d / 2, 0), (w / 2, d / 2, h), bevel=min(0.02, w / 8, d / 8))
    order.label(body, (0, -d / 2 - 0.002, h * 0.7), min(0.12, h * 0.3))
    rect = order.signs.label(order.labels[0] if order.labels else order.name)
    ratio = (rect[2] - rect[0]) / max(rect[3] - rect[1], 1e-6)
    wide = min(w * 0.9, d * 0.9 * ratio)
    body.picture("signs", (-wide / 2, -wide / ratio / 2, h + 0.002), (wide, 0, 0), (0, wide / ratio, 0), rect)
    return body
