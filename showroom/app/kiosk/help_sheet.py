"""What if a visitor is stuck? One sheet over the page: how things work here, whom to ask, and how to start over."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from showroom.app.kiosk.cover import Cover
from showroom.app.kiosk.read_aloud import SpeakButton, passages
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.theme import Look
from showroom.app.widgets.scroll_column import ScrollColumn
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import column, icon_label, label, panel, row


class HelpSheet(Cover):
    """The help, dimming what it covers. Tapping beside it closes it."""

    def __init__(self, surroundings: Surroundings, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        holder = surroundings.holder
        lines = (
            ("walk", self.tr("In the showroom: tap the floor to walk there, drag to look around, or use the arrow buttons.")),
            ("info", self.tr("Tap a numbered disc to read what is required at that spot, and why.")),
            ("tour", self.tr("The guided tour leads you through everything; you can pause it at any time.")),
            ("check-plan", self.tr("Check my plan: bring a drawing on a USB stick. Nothing of it is kept here.")),
            ("my-list", self.tr("Add to my list whatever you want to remember; print it, save it or scan it at the end.")),
            ("large-print", self.tr("Easy mode: large print, fewer choices, and every page is read aloud.")),
            ("clerk", self.tr("Would you rather ask a person? Press 'Call a clerk' at the top; our staff are glad to help you.")),
        )
        body = ScrollColumn(look, gap=20, name="help-lines", ground="surface_raised")
        for icon, words in lines:
            picture = icon_label(look, icon, 36)
            line = row(picture, label(words), gap=look.px(20))
            line.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            body.content.addLayout(line)
        body.content.addStretch(1)
        self.first = TouchButton(look, self.tr("Close"), icon="tick", kind="primary")
        self.first.setObjectName("help-close")
        self.first.clicked.connect(self.closed)
        self.closed.connect(lambda: holder.revise(help_open=False))
        over = TouchButton(look, self.tr("Start over"), icon="restart", kind="secondary", note="")
        over.setObjectName("start-over")
        over.clicked.connect(holder.reset)
        buttons = row(over, None, self.first, gap=look.px(16))
        pad = look.px(40)
        speak = SpeakButton(surroundings, look, lambda: passages(body.content))
        title = row(label(self.tr("How can we help?"), "title"), speak, gap=look.px(16))
        title.setStretch(0, 1)
        inner = column(title, body, buttons, gap=look.px(24), margins=(pad, pad, pad, pad))
        inner.setStretch(1, 1)
        sheet = panel("floating", inner, "help-sheet")
        sheet.setMaximumSize(look.px(860), look.px(720))
        edge = look.px(24)
        self.setLayout(row(sheet, margins=(edge, edge, edge, edge)))
