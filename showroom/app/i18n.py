"""Which language do the windows speak, and how is it changed while they are open?

Source strings are English, literal inside `tr` or `QCoreApplication.translate`; `translations/showroom_zh_CN.ts` holds the Chinese. Content (requirements,
scenes, findings) is not here: it carries its own languages and is read with `Text.in_`. Adding a language is one `.ts` file and one line below.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal

TRANSLATIONS = Path(__file__).with_name("translations")
NAMES = {"zh_CN": "中文", "en": "English"}
"""Every language of the windows by its own name, in the order of the switch."""
SOURCE_LANGUAGE = "en"


class Languages(QObject):
    """The language spoken now. Choosing another installs its translator; Qt then sends LanguageChange to every window."""

    changed = Signal(str)

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None
        self.current = ""
        self.choose(language)

    def choose(self, language: str) -> None:
        """Speak `language` from now on; an unknown one is refused with ValueError."""
        if language not in NAMES:
            raise ValueError(f'the windows do not speak "{language}"; they speak {", ".join(NAMES)}')
        if language == self.current:
            return
        before, self.current = self._translator, language
        self._translator = self._load(language)
        if self._translator is not None:
            QCoreApplication.installTranslator(self._translator)
        if before is not None:
            QCoreApplication.removeTranslator(before)
        self.changed.emit(language)

    def close(self) -> None:
        """Take the translator out again."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        self.current = ""

    def _load(self, language: str) -> QTranslator | None:
        if language == SOURCE_LANGUAGE:
            return None
        translator = QTranslator(self)
        if not translator.load(str(TRANSLATIONS / f"showroom_{language}.qm")):
            raise FileNotFoundError(f"showroom_{language}.qm is missing; run make translations")
        return translator
