"""How is a thing put on the visitor's list? One button that follows the list by itself, wherever it stands.

A page need not be built anew when the list changes: every button of this kind hears of it.
"""

from collections.abc import Sequence
from typing import Any

from showroom.app.kiosk.visit import Visit, VisitHolder
from showroom.app.theme import CAPTION, Look
from showroom.app.widgets.touch_button import TouchButton
from showroom.reports.my_list import Mark


class MarkButton(TouchButton):
    """Puts `marks` on the list and takes them off again.

    `about` names the thing for whoever does not see it; `several` says "all".
    """

    def __init__(
        self,
        look: Look,
        holder: VisitHolder,
        marks: Sequence[Mark],
        about: str,
        *,
        words: bool = True,
        several: bool = False,
        **more: Any,
    ) -> None:
        self._marks, self._about, self._wordy, self._several, self._holder = tuple(marks), about, words, several, holder
        super().__init__(look, icon="my-list-add", kind="choice", size=CAPTION, **more)
        self.setCheckable(True)
        self.setObjectName(f"mark-{self._marks[0].id}" if self._marks else "mark")
        self.clicked.connect(self._toggle)
        holder.changed.connect(self._follow)
        self._show()

    def _toggle(self) -> None:
        self._holder.toggle_marked(*self._marks)
        self._show()

    def _follow(self, before: Visit, after: Visit) -> None:
        if before.marked != after.marked:
            self._show()

    def _show(self) -> None:
        marked = bool(self._marks) and set(self._marks) <= set(self._holder.visit.marked)
        if self._several:
            words = self.tr("All on my list") if marked else self.tr("Add all to my list")
        else:
            words = self.tr("On my list") if marked else self.tr("Add to my list")
        self.setChecked(marked)
        self.set_icon("my-list-on" if marked else "my-list-add")
        self.setText(words if self._wordy else "")
        self.setAccessibleName(f"{words}: {self._about}")
        self.updateGeometry()
