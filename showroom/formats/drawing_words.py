"""What does the name of a layer or block say it is? Wall, column, door, window, space or fixture, in English or Chinese."""

import re
from functools import lru_cache
from typing import Literal

from showroom.domain.vocabulary import longest_word

Role = Literal["wall", "column", "door", "window", "opening", "space", "fixture"]
"""`opening` is a layer for doors and windows alike: what is drawn, or the block's name, tells which."""

_WORDS: dict[str, tuple[str, ...]] = {  # the reading convention's words, and those of AIA, TArch and French offices beyond it
    "wall": ("WALL", "A-WALL", "墙", "MUR", "CLOISON"),
    "column": ("COLUMN", "COLS", "柱", "POTEAU"),
    "door": ("DOOR", "A-DOOR", "门", "DORLIB", "PORTE"),
    "window": ("WINDOW", "A-GLAZ", "窗", "WINLIB", "FENETRE", "FENÊTRE"),
    "opening": ("门窗", "OPENING"),
    "space": ("SPACE", "ROOM", "UNIT", "A-AREA", "房间", "空间", "PIECE", "PIÈCE"),
    "fixture": (
        "FIXTURE",
        "EQUIPMENT",
        "A-EQPM",
        "P-SANR",
        "设备",
        "洁具",
        "家具",
        "FURNITURE",
        "LVTRY",
        "FURN",
        "PFIX",
        "卫浴",
        "厨具",
        "MOBILIER",
        "SANITAIRE",
    ),
}
_EXIT = re.compile(r"(?<![a-z])exits?(?![a-z])|出口", re.IGNORECASE)
_NOT_EXIT = re.compile(r"标志|指示|sign(?![a-z])", re.IGNORECASE)

_HATCH = re.compile(r"传递|传菜|出餐|递菜|收餐|售餐|取餐口|(?<![a-z])hatch(?![a-z])|pass[- _]?through", re.IGNORECASE)
_SLIDES = re.compile(r"推拉|移门|(?<![a-z])slid(?:e|ing)(?![a-z])", re.IGNORECASE)

_WIDTH_TAGS = ("WIDTH", "W", "宽", "宽度", "净宽", "CLEAR_WIDTH", "DOOR_WIDTH")
_CODED = re.compile(r"(?<![0-9A-Za-z])(?:[A-Z]{0,3}M|[A-Z]{0,3}C|FM[甲乙丙]?)(\d{2})(\d{2})(?!\d)", re.IGNORECASE)
_MILLIMETRES = re.compile(r"(?<!\d)(\d{3,4})(?!\d)")


@lru_cache(maxsize=4096)
def role_of(name: str) -> Role | None:
    """Return the role a layer or block name means: its exact name first, then the longest word in it, leftmost first."""
    wanted = name.strip().upper()
    for role, words in _WORDS.items():
        if wanted in words:
            return role  # type: ignore[return-value]
    return longest_word(_WORDS, name)  # type: ignore[return-value]


def names_exit(text: str) -> bool:
    """Tell whether a text marks an exit (`EXIT`, `出口`, `安全出口`), rather than the sign that hangs there."""
    return bool(_EXIT.search(text)) and not _NOT_EXIT.search(text)


def names_hatch(text: str) -> bool:
    """Tell whether a block's name means a hatch through which things are handed, and nobody walks."""
    return bool(_HATCH.search(text))


def names_sliding(text: str) -> bool:
    """Tell whether a block's name means a sliding door."""
    return bool(_SLIDES.search(text))


def width_tags() -> tuple[str, ...]:
    """Return the attribute tags that give a door's width."""
    return _WIDTH_TAGS


def width_in_text(text: str) -> float | None:
    """Return the width in metres an attribute value means: `900`, `0.9`, `900 mm`, `90cm`; `None` where it is none."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(mm|cm|m)?\s*(?:[x×*].*)?", text, re.IGNORECASE)
    if not found:
        return None
    value = float(found[1])
    scale = {"mm": 1e-3, "cm": 1e-2, "m": 1.0}.get((found[2] or "").lower())
    width = value * (scale or (1.0 if value < 10 else 1e-2 if value < 300 else 1e-3))
    return width if 0.3 <= width <= 6 else None


def width_in_name(name: str) -> float | None:
    """Return the width in metres a block name tells: `DOOR_900`, or `M0921` for 900 by 2100; `None` where it tells none."""
    if coded := _CODED.search(name):
        width = int(coded[1]) / 10
    elif written := _MILLIMETRES.search(name):
        width = int(written[1]) / 1000
    else:
        return None
    return width if 0.3 <= width <= 6 else None
