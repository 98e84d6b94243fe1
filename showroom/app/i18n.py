"""Which language do the windows speak, and how is it changed while they are open?

Source strings are English, literal inside `tr` or `QCoreApplication.translate`; `translations/showroom_zh_CN.ts` holds the
Chinese. Content (requirements, scenes, findings) is not here: it carries its own languages and is read with `Text.in_`. Adding a
language is one `.ts` file and one line of `spoken.py`; `make translations` brings every `.ts` file up to date.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal

from showroom.app.spoken import NAMES, known

TRANSLATIONS = Path(__file__).with_name("translations")
SOURCE_LANGUAGE = "en"
__all__ = ["NAMES", "SOURCE_LANGUAGE", "TRANSLATIONS", "Languages"]


class Languages(QObject):
    """The language spoken now. Choosing another installs its translator; Qt then sends LanguageChange to every window."""

    changed = Signal(str)

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []
        self._words: dict[Path, bytes] = {}
        self.current = ""
        self.choose(language)

    def choose(self, language: str) -> None:
        """Speak `language` from now on; an unknown one is refused with ValueError."""
        if known(language) == self.current:
            return
        before, self.current = self._translators, language
        self._translators = self._load(language)
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        for translator in before:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self.changed.emit(language)

    def close(self) -> None:
        """Take the translators out again."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []
        self.current = ""

    def _load(self, language: str) -> list[QTranslator]:
        """Return the translators of every catalogue of `language` (`showroom_zh_CN.qm`, …)."""
        if language == SOURCE_LANGUAGE:
            return []
        found = []
        for path in sorted(TRANSLATIONS.glob(f"*_{language}.qm")):
            translator = QTranslator(self)
            # by its bytes: Qt maps a file it is named, and a kiosk whose files are renewed while it runs would crash
            data = self._words.setdefault(path, path.read_bytes())
            if translator.load(data):
                found.append(translator)
        if not found:
            raise FileNotFoundError(f"showroom_{language}.qm is missing; run make translations")
        return found
