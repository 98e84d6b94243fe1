"""How is it said where a thing of a plan comes from? A line in both languages: found how, lengths from what, where, how sure."""

from showroom.domain.plan import Origin
from showroom.domain.text import LANGUAGES, Text

_FOUND = {
    "outline": Text.of("按轮廓线", "from its outline"),
    "walls": Text.of("由墙线围合得出", "enclosed by walls"),
    "faces": Text.of("按墙的两面线", "from the two faces of the wall"),
    "line": Text.of("按单线墙", "from a single line"),
    "made": Text.of("图中无墙，为门补出", "put there for a door, no wall is drawn"),
    "arc": Text.of("按门扇弧线", "from the arc of its leaf"),
    "block": Text.of("按图块", "from a block"),
    "lines": Text.of("按门窗图层上的线", "from lines on a layer of doors or windows"),
    "gap": Text.of("按墙上的缺口", "from a gap in the wall"),
    "feature": Text.of("文件未说明是什么", "from a feature that does not say what it is"),
}
_LENGTHS = {
    "drawn": Text.of("尺寸按图线", "measured from the lines"),
    "jambs": Text.of("宽度按墙线净距", "width between the jambs"),
    "symbol": Text.of("宽度按图块或弧线", "width of the symbol"),
    "attribute": Text.of("宽度按块属性", "width from the block's attribute"),
    "name": Text.of("宽度按块名", "width from the block's name"),
    "assumed": Text.of("墙厚为假定值", "thickness assumed"),
}
_LAYER, _BLOCK, _LINES = Text.of("图层 {}", "layer {}"), Text.of("块 {}", "block {}"), Text.of("图元 {}", "entities {}")
_OFF = Text.of("误差 ±{:g} mm", "±{:g} mm")


def origin_said(origin: Origin) -> Text:
    """Return where a thing comes from, as one line."""
    return Text({language: _line(origin, language) for language in LANGUAGES})


def _line(origin: Origin, language: str) -> str:
    parts = [_FOUND[origin.found].in_(language)]
    if origin.lengths is not None:
        parts.append(_LENGTHS[origin.lengths].in_(language))
    where = ((_LAYER, origin.layer), (_BLOCK, origin.name), (_LINES, " ".join(origin.entities)))
    parts += [words.in_(language).format(told) for words, told in where if told]
    if origin.length_uncertainty:
        parts.append(_OFF.in_(language).format(origin.length_uncertainty * 1000))
    return ("，" if language == "zh_CN" else ", ").join(parts)
