"""What can be done in the studio? One table: menus, tool bar, keys, the help sheet and the tests all read it.

An act that cannot be done now stays visible, and its tool tip says what is lacking.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True)
class Act:
    """One act: id, words (English source), keys, icon of `assets/icons`, method of the window, its menu, what it needs."""

    id: str
    text: str
    shortcut: str
    icon: str
    method: str
    menu: str
    needs: tuple[str, ...] = ()
    checkable: bool = False
    on_bar: bool = False


MENUS: dict[str, str] = {
    "file": QT_TRANSLATE_NOOP("Actions", "&Scene"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "point": QT_TRANSLATE_NOOP("Actions", "&Key point"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
    "parts": QT_TRANSLATE_NOOP("Actions", "&Parts of the desk"),
}
ACTS: tuple[Act, ...] = (
    Act("save", QT_TRANSLATE_NOOP("Actions", "Save"), "Ctrl+S", "save", "save", "file", ("changes",), on_bar=True),
    Act("restore", QT_TRANSLATE_NOOP("Actions", "Restore an earlier version"), "Ctrl+Shift+S", "restart", "restore_version", "file",
        ("writable", "versions")),
    Act("site-results", QT_TRANSLATE_NOOP("Actions", "What came back from the site…"), "Ctrl+R", "take-away", "show_site_results",
        "file"),
    Act("close", QT_TRANSLATE_NOOP("Actions", "Close"), "Ctrl+Q", "close", "close", "file"),
    Act("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z", "undo", "undo", "edit", ("undo",), on_bar=True),
    Act("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z", "redo", "redo", "edit", ("redo",), on_bar=True),
    Act("find", QT_TRANSLATE_NOOP("Actions", "Find a requirement"), "Ctrl+F", "list", "find_requirement", "edit", ("point",)),
    Act("place", QT_TRANSLATE_NOOP("Actions", "Place a key point"), "Ctrl+K", "pin", "set_placing", "point", ("writable", "inside"),
        checkable=True, on_bar=True),
    Act("place-middle", QT_TRANSLATE_NOOP("Actions", "Place in the middle of the view"), "Ctrl+Shift+K", "pin", "place_in_middle",
        "point", ("writable",)),
    Act("move-middle", QT_TRANSLATE_NOOP("Actions", "Move to the middle of the view"), "Ctrl+M", "measure", "move_to_middle",
        "point", ("writable", "point")),
    Act("delete", QT_TRANSLATE_NOOP("Actions", "Delete key point"), "Del", "delete", "delete_point", "point", ("writable", "point"),
        on_bar=True),
    Act("earlier", QT_TRANSLATE_NOOP("Actions", "Earlier in the list"), "Ctrl+Shift+Up", "arrow-up", "move_earlier", "point",
        ("writable", "point")),
    Act("later", QT_TRANSLATE_NOOP("Actions", "Later in the list"), "Ctrl+Shift+Down", "arrow-down", "move_later", "point",
        ("writable", "point")),
    Act("previous", QT_TRANSLATE_NOOP("Actions", "Previous key point"), "Ctrl+PgUp", "arrow-left", "choose_previous", "point",
        ("points",)),
    Act("next", QT_TRANSLATE_NOOP("Actions", "Next key point"), "Ctrl+PgDown", "arrow-right", "choose_next", "point",
        ("points",)),
    Act("save-view", QT_TRANSLATE_NOOP("Actions", "Save this view"), "Ctrl+B", "viewpoint", "save_view", "view",
        ("writable", "inside"), on_bar=True),
    Act("retake-view", QT_TRANSLATE_NOOP("Actions", "Take this viewpoint again from here"), "Ctrl+Shift+B", "restart",
        "retake_view", "view", ("writable", "viewpoint", "inside")),
    Act("go-view", QT_TRANSLATE_NOOP("Actions", "Go to the viewpoint"), "Ctrl+G", "walk", "go_to_view", "view", ("viewpoint",)),
    Act("delete-view", QT_TRANSLATE_NOOP("Actions", "Delete viewpoint"), "Ctrl+Del", "delete", "delete_view", "view",
        ("writable", "viewpoint", "unused-viewpoint")),
    Act("inside", QT_TRANSLATE_NOOP("Actions", "Inside"), "Ctrl+1", "inside", "view_inside", "view", on_bar=True),
    Act("dollhouse", QT_TRANSLATE_NOOP("Actions", "Dollhouse"), "Ctrl+2", "dollhouse", "view_dollhouse", "view", on_bar=True),
    Act("plan", QT_TRANSLATE_NOOP("Actions", "Plan"), "Ctrl+3", "plan", "view_plan", "view", on_bar=True),
    Act("requirements", QT_TRANSLATE_NOOP("Actions", "Requirements in hand"), "Ctrl+Shift+R", "law", "show_requirements", "view"),
    Act("counts", QT_TRANSLATE_NOOP("Actions", "Kiosk counts"), "Ctrl+4", "list", "show_counts", "view"),
    Act("dark", QT_TRANSLATE_NOOP("Actions", "Dark desk"), "Ctrl+D", "contrast", "set_dark", "view", checkable=True),
    Act("lay-out-anew", QT_TRANSLATE_NOOP("Actions", "Lay the desk out anew"), "Ctrl+Shift+D", "fit", "lay_out_anew", "view"),
    Act("language", QT_TRANSLATE_NOOP("Actions", "中文 / English"), "Ctrl+L", "language", "switch_language", "view", on_bar=True),
    Act("keys", QT_TRANSLATE_NOOP("Actions", "Keys and help"), "F1", "help", "show_help", "help", on_bar=True),
)  # fmt: skip
NEEDS: dict[str, str] = {
    "changes": QT_TRANSLATE_NOOP("Actions", "Everything is saved."),
    "writable": QT_TRANSLATE_NOOP("Actions", "Another clerk is editing the scene; it is open to look at only."),
    "versions": QT_TRANSLATE_NOOP("Actions", "There is no earlier version yet."),
    "undo": QT_TRANSLATE_NOOP("Actions", "There is nothing to undo."),
    "redo": QT_TRANSLATE_NOOP("Actions", "There is nothing to do again."),
    "point": QT_TRANSLATE_NOOP("Actions", "Choose a key point first."),
    "points": QT_TRANSLATE_NOOP("Actions", "The scene has no key point yet."),
    "viewpoint": QT_TRANSLATE_NOOP("Actions", "Choose a viewpoint in the list first."),
    "unused-viewpoint": QT_TRANSLATE_NOOP("Actions", "A tour stops at this viewpoint, or it is the only one."),
    "inside": QT_TRANSLATE_NOOP("Actions", "Go inside first."),
    "row": QT_TRANSLATE_NOOP("Actions", "Choose a requirement first."),
    "decided": QT_TRANSLATE_NOOP("Actions", "The register's own holds already."),
}
"""What an act may need, and the sentence that is shown while it is lacking."""


def said(source: str) -> str:
    """Return words of the table in the language spoken now."""
    return QCoreApplication.translate("Actions", source)


def install(window: QMainWindow, acts: Iterable[Act], icon: Callable[[str], QIcon]) -> dict[str, QAction]:
    """Make a QAction of every act and tie it to the window's method of that name; raises AttributeError where there is none."""
    made: dict[str, QAction] = {}
    for act in acts:
        action = QAction(icon(act.icon), act.text, window)
        action.setObjectName(f"act-{act.id}")
        action.setShortcut(QKeySequence(act.shortcut))
        action.setCheckable(act.checkable)
        method: Any = getattr(window, act.method)
        if act.checkable:
            action.toggled.connect(method)
        else:
            action.triggered.connect(lambda _checked=False, method=method: method())
        window.addAction(action)
        made[act.id] = action
    return made


def refresh(actions: dict[str, QAction], acts: Iterable[Act], has: Callable[[str], bool]) -> None:
    """Enable what can be done now, and let tool tips say keys or what is lacking; `has(need)` answers for the window."""
    for act in acts:
        action = actions[act.id]
        lacking = next((need for need in act.needs if not has(need)), None)
        words, keys = said(act.text), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(words)
        action.setIconText(f" {words}")
        action.setEnabled(lacking is None)
        action.setToolTip(f"{words} ({keys})" if lacking is None else f"{words} · {said(NEEDS[lacking])}")
