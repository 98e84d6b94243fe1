"""What is on every screen, always in the same corners? Home at the left; language, large print, contrast and help at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from showroom.app.i18n import NAMES
from showroom.app.kiosk.surroundings import Surroundings
from showroom.app.theme import CAPTION, MARGIN, Look
from showroom.app.widgets.segments import Segments
from showroom.app.widgets.touch_button import TouchButton
from showroom.app.widgets.words import icon_label, label, row


class TopBar(QWidget):
    """The bar above every page."""

    def __init__(self, surroundings: Surroundings, look: Look, title: str, *, at_home: bool, back: tuple[str, str] | None) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.look, self._holder = look, surroundings.holder
        comfort = surroundings.holder.visit.comfort
        tight = look.width / look.scale < 1000
        layout = row(gap=look.px(8 if tight else 16))
        side = look.px(MARGIN if not tight else 16)
        layout.setContentsMargins(side, look.px(12), side, look.px(12))
        if at_home:
            mark = icon_label(look, "office", 40)
            name = label(self.tr("Approval showroom"), "heading", wrap=False)
            layout.addWidget(mark)
            layout.addWidget(name)
        else:
            home = TouchButton(look, self.tr("Home"), icon="home", kind="secondary")
            home.setObjectName("home")
            home.clicked.connect(self._holder.home)
            layout.addWidget(home)
            if back is not None and not (tight and look.large_print):
                button = TouchButton(look, "" if tight else self.tr("Back"), icon="back", kind="quiet", name=self.tr("Back"))
                button.setObjectName("back")
                button.clicked.connect(lambda: self._holder.revise(page=back[0]))
                layout.addWidget(button)
        self._title = QLabel()
        if title and not tight:
            self._title = label(title, "heading", wrap=False, name="bar-title")
            layout.addSpacing(look.px(8))
            layout.addWidget(self._title)
        layout.addStretch(1)
        for widget in self._comforts(surroundings, comfort.language, tight=tight):
            layout.addWidget(widget)
        self.setLayout(layout)

    def _comforts(self, surroundings: Surroundings, language: str, *, tight: bool) -> list[QWidget]:
        look, holder = self.look, self._holder
        comfort = holder.visit.comfort
        languages = Segments(look, [(key, name, "") for key, name in NAMES.items()], language, name=self.tr("Language"), size=CAPTION)
        languages.chosen.connect(surroundings.languages.choose)
        large = self._toggle(self.tr("Large print"), "large-print", comfort.large_print, words=not tight or not look.large_print)
        large.setObjectName("large-print")
        large.clicked.connect(lambda: holder.comfort(large_print=not holder.visit.comfort.large_print))
        contrast = self._toggle(self.tr("High contrast"), "contrast", comfort.high_contrast, words=False)
        contrast.setObjectName("high-contrast")
        contrast.clicked.connect(lambda: holder.comfort(high_contrast=not holder.visit.comfort.high_contrast))
        help_ = self._toggle(self.tr("Help"), "help", holder.visit.help_open, words=True)
        help_.setObjectName("help")
        help_.clicked.connect(lambda: holder.revise(help_open=not holder.visit.help_open))
        return [languages, large, contrast, help_]

    def _toggle(self, name: str, icon: str, on: bool, *, words: bool) -> TouchButton:
        button = TouchButton(self.look, name if words else "", icon=icon, kind="choice", size=CAPTION, name=name)
        button.setCheckable(True)
        button.setChecked(on)
        button.setToolTip(name)
        return button
