"""What does a rule measure, in one sentence? The first of its page, in Chinese and English."""

from functools import cache
from pathlib import Path

from showroom.domain.text import Text

_FOLDER = Path(__file__).parent
_FIRST = "## What"


@cache
def sentence(rule: str) -> Text:
    """Return what a rule measures, as its page says under its first heading: a paragraph in Chinese, then one in English.

    Raises:
        FileNotFoundError: where there is no page for a rule of that name.
    """
    page = (_FOLDER / f"{rule.replace('-', '_')}.md").read_text(encoding="utf-8")
    chinese, english, *_ = page.split(_FIRST, 1)[1].strip().split("\n\n")
    return Text.of(chinese.replace("\n", ""), english.replace("\n", " "))
