"""How is the studio's desk laid out? Docks round the stage, icons and the style sheet, in the theme's roles at desktop density."""

from dataclasses import asdict
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDockWidget, QMenu, QToolBar, QVBoxLayout, QWidget

from showroom import home
from showroom.app.actions import ACTS, MENUS
from showroom.app.icons import icon_pixmap
from showroom.app.theme import SMALLEST_SCALE, Look

if TYPE_CHECKING:
    from showroom.app.clerk.studio import Studio

DENSITY = SMALLEST_SCALE
"""The studio is read from half a metre: the smallest type and targets the theme allows (about 15 px and 45 px)."""
_LEFT, _FORM, _PREVIEW, _FOOT = 270, 370, 350, 150
_WIDE_DESK = 1600
LAYOUT = 1
"""The layout's number, raised where docks are so different that an earlier place of theirs means nothing."""
_AREAS = Qt.DockWidgetArea


def is_wide(studio: "Studio") -> bool:
    """Tell whether the preview has a place of its own beside the card."""
    return studio.width() >= _WIDE_DESK


def desk_look() -> Look:
    """Return the look of the studio."""
    return Look(width=round(1920 * DENSITY), height=round(1080 * DENSITY))


def style_sheet(look: Look) -> str:
    """Return the theme's style sheet with the studio's own after it."""
    icons = home.assets() / "icons"
    by_day = {"tick": "tick-white", "down": "down", "shut": "close"}
    names = {"tick": "tick", "down": "down-white", "shut": "close-white"} if look.dark else by_day
    drawings = {key: (icons / f"{name}.svg").as_posix() for key, name in names.items()}
    own = Template(Path(__file__).with_name("studio.qss").read_text(encoding="utf-8"))
    return look.style_sheet + own.substitute(asdict(look.palette), **drawings)


def icon(look: Look, name: str) -> QIcon:
    """Return an icon in the colours of a button: at rest, disabled and switched on."""
    size = look.px(30)
    made = QIcon(icon_pixmap(name, size, look.color("text"), 2.0))
    made.addPixmap(icon_pixmap(name, size, look.color("line"), 2.0), QIcon.Mode.Disabled)
    made.addPixmap(icon_pixmap(name, size, look.color("on_accent"), 2.0), QIcon.Mode.Normal, QIcon.State.On)
    return made


def titles() -> dict[str, str]:
    """Return the docks' titles in the language spoken now."""
    return {
        "points": QCoreApplication.translate("Desk", "Key points"),
        "tree": QCoreApplication.translate("Desk", "Premises"),
        "views": QCoreApplication.translate("Desk", "Viewpoints"),
        "history": QCoreApplication.translate("Desk", "History"),
        "card": QCoreApplication.translate("Desk", "Card"),
        "requirements": QCoreApplication.translate("Desk", "Requirements"),
        "preview": QCoreApplication.translate("Desk", "As the kiosk shows it"),
        "problems": QCoreApplication.translate("Desk", "Still to mend"),
        "coverage": QCoreApplication.translate("Desk", "Coverage"),
    }


def put_acts(studio: "Studio") -> dict[str, QMenu]:
    """Put the acts on a tool bar and into menus; return the menus by name."""
    size = studio.look.px(30)
    bar = QToolBar(studio, objectName="acts", movable=False, iconSize=QSize(size, size))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    menus = {name: studio.menuBar().addMenu("") for name in MENUS if name != "parts"}
    before = ""
    for act in ACTS:
        menus[act.menu].addAction(studio.acts[act.id])
        if not act.on_bar:
            continue
        if before not in ("", act.menu):
            bar.addSeparator()
        before = act.menu
        bar.addAction(studio.acts[act.id])
    menus["parts"] = menus["view"].addMenu("")
    for dock in studio.docks.values():
        menus["parts"].addAction(dock.toggleViewAction())
    for menu in menus.values():
        menu.setToolTipsVisible(True)
    studio.addToolBar(bar)
    return menus


def fit_bar(studio: "Studio") -> None:
    """Leave the words beside the icons out where the tool bar would be cut off; the tool tips still say them."""
    bar = studio.findChild(QToolBar, "acts")
    if bar is None:
        return
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if bar.sizeHint().width() > studio.width():
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)


def arrange(studio: "Studio") -> dict[str, QDockWidget]:
    """Put the studio's parts into docks round the stage and return the docks by name."""
    look = studio.look
    studio.history_view.setCleanIcon(icon(look, "save"))
    parts = {
        "points": (studio.points, _AREAS.LeftDockWidgetArea),
        "tree": (studio.tree, _AREAS.LeftDockWidgetArea),
        "views": (studio.views, _AREAS.LeftDockWidgetArea),
        "history": (studio.history_view, _AREAS.LeftDockWidgetArea),
        "card": (studio.form, _AREAS.RightDockWidgetArea),
        "requirements": (studio.requirements, _AREAS.RightDockWidgetArea),
        "preview": (studio.preview, _AREAS.RightDockWidgetArea),
        "problems": (studio.problems, _AREAS.BottomDockWidgetArea),
        "coverage": (studio.coverage, _AREAS.BottomDockWidgetArea),
    }
    for corner, area in (
        (Qt.Corner.BottomLeftCorner, _AREAS.LeftDockWidgetArea),
        (Qt.Corner.BottomRightCorner, _AREAS.RightDockWidgetArea),
    ):
        studio.setCorner(corner, area)
    docks = {name: _dock(studio, name, part) for name, (part, _) in parts.items()}
    for name, (_, area) in parts.items():
        studio.addDockWidget(area, docks[name])
    studio.tabifyDockWidget(docks["points"], docks["tree"])
    docks["points"].raise_()
    studio.tabifyDockWidget(docks["problems"], docks["coverage"])
    docks["problems"].raise_()
    studio.splitDockWidget(docks["card"], docks["preview"], Qt.Orientation.Horizontal)
    studio.splitDockWidget(docks["card"], docks["requirements"], Qt.Orientation.Vertical)
    return docks


def size_docks(studio: "Studio") -> None:
    """Give the docks their first sizes; on a narrow screen the preview lies behind the card."""
    docks = studio.docks
    if not is_wide(studio):
        studio.tabifyDockWidget(docks["card"], docks["preview"])
        docks["card"].raise_()
        studio.resizeDocks([docks["points"], docks["card"]], [_LEFT, _FORM], Qt.Orientation.Horizontal)
    else:
        wide = [docks["points"], docks["card"], docks["preview"]]
        studio.resizeDocks(wide, [_LEFT, _FORM, _PREVIEW], Qt.Orientation.Horizontal)
    tall = studio.height()
    studio.resizeDocks(
        [docks["points"], docks["views"], docks["history"]], [tall // 2, tall // 4, tall // 5], Qt.Orientation.Vertical
    )
    studio.resizeDocks([docks["card"], docks["requirements"]], [studio.form.sizeHint().height(), tall], Qt.Orientation.Vertical)
    studio.resizeDocks([docks["problems"]], [_FOOT], Qt.Orientation.Vertical)


def _dock(studio: "Studio", name: str, part: QWidget) -> QDockWidget:
    dock = QDockWidget(studio, objectName=f"dock-{name}")
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetClosable)
    box = QWidget(objectName="dock")
    layout = QVBoxLayout(box)
    pad = studio.look.px(12)
    layout.setContentsMargins(pad, 0, pad, pad)
    layout.addWidget(part)
    dock.setWidget(box)
    return dock
