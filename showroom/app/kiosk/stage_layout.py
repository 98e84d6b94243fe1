"""Where does everything over the stage go? One function from the stage's size to places: radar, views, pad, bar, caption and dock.

Landscape docks the card at the right, portrait as a sheet at the foot. Nothing overlaps; a test holds it for every size and print.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize

from showroom.app.kiosk.visit import Walk
from showroom.app.theme import Look

if TYPE_CHECKING:
    from showroom.app.kiosk.overlays import Overlays


def arrange(overlays: "Overlays", look: Look, whole: QRect, walk: Walk) -> None:
    """Give every overlay its place within `whole` and show those that are wanted."""
    edge = look.px(24 if not look.large_print else 16)
    free = whole.adjusted(edge, edge, -edge, -edge)
    dock = overlays.dock
    if dock is not None:
        dock.setGeometry(_dock_place(look, free))
        if look.portrait:
            free.setBottom(dock.geometry().top() - edge)
        else:
            free.setRight(dock.geometry().left() - edge)
        dock.show()
    _put_top(overlays, look, free, walk)
    _put_foot(overlays, look, free, walk)
    overlays.leader.setGeometry(whole)
    overlays.measuring.layer.setGeometry(whole)
    overlays.leader.show()


def _dock_place(look: Look, free: QRect) -> QRect:
    if look.portrait:
        tall = round(free.height() * (0.44 if not look.large_print else 0.52))
        return QRect(free.left(), free.bottom() - tall + 1, free.width(), tall)
    wide = min(look.px(540 if not look.large_print else 470), round(free.width() * 0.42))
    return QRect(free.right() - wide + 1, free.top(), wide, free.height())


def _put_top(overlays: "Overlays", look: Look, free: QRect, walk: Walk) -> None:
    views = overlays.views
    radar_room = QSize(look.px(320 if not look.large_print else 200), look.px(270 if not look.large_print else 160))
    share = overlays.radar.proportion()
    radar = QSize(
        min(radar_room.width(), round(radar_room.height() * share)), min(radar_room.height(), round(radar_room.width() / share))
    )
    room = free.width() - radar.width() - look.px(16)
    shown = walk.view in ("inside", "panorama") and not (look.large_print and overlays.dock is not None)
    overlays.radar.setGeometry(QRect(free.topLeft(), radar))
    overlays.radar.setVisible(shown)
    views.fit(room if shown else free.width())
    size = views.sizeHint()
    left = free.left() + (radar.width() + look.px(16) if shown else 0)
    wide = min(size.width(), room if shown else free.width())
    if look.portrait or look.large_print:
        place = QPoint(free.right() - wide + 1, free.top())
    else:
        place = QPoint(max(left, free.center().x() - wide // 2), free.top())
    views.setGeometry(QRect(place, QSize(wide, size.height())))
    views.show()
    _put_sign(overlays, look, free, walk, left)


def _put_sign(overlays: "Overlays", look: Look, free: QRect, walk: Walk, left: int) -> None:
    """Put the panorama's sign under the views, right of the radar."""
    sign, views = overlays.sign, overlays.views.geometry()
    size = sign.fit(free.right() - left + 1)
    x = max(left, min(views.center().x() - size.width() // 2, free.right() - size.width() + 1))
    sign.setGeometry(QRect(QPoint(x, views.bottom() + look.px(12)), size))
    sign.setVisible(walk.view == "panorama")


def _put_foot(overlays: "Overlays", look: Look, free: QRect, walk: Walk) -> None:
    gap = look.px(16)
    overlays.pad.suit(walk.view)
    overlays.pad.layout().activate()
    pad = overlays.pad.sizeHint()
    shown = overlays.foot
    beside = 0 if look.portrait and look.large_print else pad.width() + gap  # there the pad stands above the bar
    shown.fit(free.width() - beside)
    bar = shown.sizeHint()
    room = QRect(free.left() + beside, free.top(), free.width() - beside, free.height())
    bar_wide = min(bar.width(), room.width())
    middle = free.center().x() if free.width() - bar_wide > 2 * (pad.width() + gap) else room.center().x()
    left = max(room.left(), min(middle - bar_wide // 2, room.right() - bar_wide + 1))
    bar_place = QRect(left, free.bottom() - bar.height() + 1, bar_wide, bar.height())
    shown.setGeometry(bar_place)
    foot = free.bottom() if beside else bar_place.top() - gap - 1
    overlays.pad.setGeometry(QRect(QPoint(free.left(), foot - pad.height() + 1), pad))
    overlays.pad.show()
    for bar in (overlays.bar, overlays.measuring.bar, overlays.hand):
        if bar is not None:
            bar.setVisible(bar is shown)
    touring = walk.motion != "stopped" and shown is overlays.bar
    overlays.caption.setVisible(touring and walk.hotspot is None and walk.listed is None)
    above = bar_place.top()
    if overlays.caption.isVisibleTo(overlays.caption.parentWidget()):
        across = room if not look.portrait else free
        wide = min(across.width(), look.px(1040))
        tall = overlays.caption.height_for(wide)
        x = max(across.left(), min(middle - wide // 2, across.right() - wide + 1)) if not look.portrait else across.left()
        bottom = above if not look.portrait else min(above, overlays.pad.geometry().top())
        overlays.caption.setGeometry(x, bottom - gap - tall, wide, tall)
