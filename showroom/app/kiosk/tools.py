"""Which tools can a visitor take up in the showroom? One table, and the tray that shows it: icon and words, by what they serve.

What is taken up or switched on stands in the visit's walk, where every part of the showroom sees it; no button calls a part.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from showroom.app.kiosk.card import Dock
from showroom.app.kiosk.visit import Walk
from showroom.app.theme import CAPTION, Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import label
from showroom.view.stage import View

ToolKind = Literal["hand", "switch", "act"]
"""`hand` is held until another is taken (`walk.tool`), `switch` is on or off (`walk.switched`), `act` is done once (`Part.act`)."""
_EVERYWHERE: frozenset[View] = frozenset({"inside", "panorama", "dollhouse", "plan"})
_WALKED: frozenset[View] = frozenset({"inside"})
_MODEL: frozenset[View] = frozenset({"inside", "dollhouse", "plan"})


@dataclass(frozen=True)
class Tool:
    """One tool: id, words (English source), icon of `assets/icons`, the group it stands in, its kind, and the views it serves."""

    id: str
    text: str
    icon: str
    group: str
    kind: ToolKind
    views: frozenset[View] = _MODEL
    taps: bool = False
    """Whether taps on the model belong to it while it is in the hand; nobody walks meanwhile."""


GROUPS: dict[str, str] = {
    "size": QT_TRANSLATE_NOOP("Tools", "Is there room?"),
    "look": QT_TRANSLATE_NOOP("Tools", "Look into it"),
    "points": QT_TRANSLATE_NOOP("Tools", "Key points"),
    "go": QT_TRANSLATE_NOOP("Tools", "Find your way"),
}
TOOLS: tuple[Tool, ...] = (
    Tool("measure", QT_TRANSLATE_NOOP("Tools", "Measure"), "measure", "size", "act", _EVERYWHERE),
    Tool("person", QT_TRANSLATE_NOOP("Tools", "A person, 1.70 m"), "person", "size", "hand", taps=True),
    Tool("wheelchair", QT_TRANSLATE_NOOP("Tools", "A wheelchair"), "wheelchair", "size", "hand", taps=True),
    Tool("section", QT_TRANSLATE_NOOP("Tools", "Cut it open"), "section", "look", "hand"),
    Tool("ceiling", QT_TRANSLATE_NOOP("Tools", "Ceiling off"), "ceiling-off", "look", "switch", _WALKED),
    Tool("zones", QT_TRANSLATE_NOOP("Tools", "Zones on the floor"), "zones", "points", "switch"),
    Tool("quiz", QT_TRANSLATE_NOOP("Tools", "Three questions"), "quiz", "points", "act"),
    Tool("rooms", QT_TRANSLATE_NOOP("Tools", "Rooms"), "rooms", "go", "act"),
    Tool("narration", QT_TRANSLATE_NOOP("Tools", "Rooms speak"), "sound", "go", "switch", _WALKED),
)

TOOL_OF: dict[str, Tool] = {tool.id: tool for tool in TOOLS}


def offered(table: tuple[Tool, ...], view: View) -> dict[str, list[Tool]]:
    """Return the tools of a view, by group in the order of `GROUPS`; groups without any are left out."""
    found = {group: [tool for tool in table if tool.group == group and view in tool.views] for group in GROUPS}
    return {group: tools for group, tools in found.items() if tools}


def taken_up(walk: Walk, tool: Tool) -> dict[str, object]:
    """Return what of the walk changes when `tool` is pressed: taken up or laid down, switched on or off; an act closes the tray."""
    if tool.kind == "hand":
        return {
            "tool": None if walk.tool == tool.id else tool.id,
            "tools": False,
            "hotspot": None,
            "listed": None,
            "rooms": False,
            "measurement": None,
        }
    if tool.kind == "switch":
        return {"switched": walk.switched ^ {tool.id}}
    return {"tools": False}


class ToolTray(Dock):
    """The tools of a view. `pressed(id)` asks for one."""

    pressed = Signal(str)

    def __init__(self, look: Look, over: QWidget, walk: Walk, table: tuple[Tool, ...] = TOOLS) -> None:
        super().__init__(look, over, "", self.tr("Tools"))
        self.buttons: dict[str, TouchButton] = {}
        columns = 3 if look.portrait and not look.large_print else 2
        for group, tools in offered(table, walk.view).items():
            self.body.content.addWidget(label(QCoreApplication.translate("Tools", GROUPS[group]), "strong", "muted"))
            grid = QGridLayout()
            grid.setSpacing(look.px(16))
            for place, tool in enumerate(tools):
                grid.addWidget(self._button(tool, walk), place // columns, place % columns)
            for column in range(columns):
                grid.setColumnStretch(column, 1)
            self.body.content.addLayout(grid)
        self.body.content.addStretch(1)

    def _button(self, tool: Tool, walk: Walk) -> TouchButton:
        words = QCoreApplication.translate("Tools", tool.text)
        button = TouchButton(self.look, words, icon=tool.icon, kind="choice", stacked=True, size=CAPTION)
        button.setObjectName(f"tool-{tool.id}")
        button.setCheckable(tool.kind != "act")
        button.clicked.connect(lambda: self.pressed.emit(tool.id))
        self.buttons[tool.id] = button
        self._show(button, tool, walk)
        return button

    def suit(self, walk: Walk, table: tuple[Tool, ...] = TOOLS) -> None:
        """Show what is in the hand and what is on."""
        for tool in table:
            if tool.id in self.buttons:
                self._show(self.buttons[tool.id], tool, walk)

    def _show(self, button: TouchButton, tool: Tool, walk: Walk) -> None:
        button.setChecked(tool.id in walk.switched or tool.id == walk.tool)
