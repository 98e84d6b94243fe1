"""What does a rule measure, in one sentence, and what does each parameter mean? As its page says, in Chinese and English."""

import re
from functools import cache
from pathlib import Path

from showroom.domain.text import Text

_FOLDER = Path(__file__).parent
_FIRST = "## What"
_PARAMETER = re.compile(r"^- `([a-z_]+)`: (.*(?:\n  .*)*)", re.MULTILINE)


@cache
def sentence(rule: str) -> Text:
    """Return what a rule measures, as its page says under its first heading: a paragraph in Chinese, then one in English.

    Raises:
        FileNotFoundError: where there is no page for a rule of that name.
    """
    page = (_FOLDER / f"{rule.replace('-', '_')}.md").read_text(encoding="utf-8")
    chinese, english, *_ = page.split(_FIRST, 1)[1].strip().split("\n\n")
    return Text.of(chinese.replace("\n", ""), english.replace("\n", " "))


@cache
def meanings(rule: str) -> dict[str, Text]:
    """Return what each parameter of a rule means, by its name: Chinese and English stand on its line of the page, `·` between them.

    Raises:
        FileNotFoundError: where there is no page for a rule of that name.
    """
    page = (_FOLDER / f"{rule.replace('-', '_')}.md").read_text(encoding="utf-8")
    listed = page.split("## Parameters", 1)[1].split("\n## ", 1)[0]
    said = {name: " ".join(words.replace("`", "").split()).split(" · ", 1) for name, words in _PARAMETER.findall(listed)}
    return {name: Text.of(words[0], words[-1]) for name, words in said.items()}
