"""What stands in the rooms? Blocks named by the vocabulary's words become fixtures; the others are counted by name."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache, partial

from showroom.domain.plan import Fixture, Origin
from showroom.domain.vocabulary import Vocabulary
from showroom.formats.drawing import Symbol

KIND_TAGS = ("KIND", "类型", "种类")


def fixture_kind(name: str, attributes: Sequence[tuple[str, str]], vocabulary: Vocabulary) -> str | None:
    """Return the kind an attribute `KIND`, or else the block's name, means; `None` where neither is known."""
    for tag, text in attributes:
        if tag.upper() in KIND_TAGS and (kind := vocabulary.fixture_of(text)):
            return kind
    return vocabulary.fixture_of(name)


def find_fixtures(symbols: Sequence[Symbol], vocabulary: Vocabulary, left_over: Counter[tuple[str, str]]) -> tuple[Fixture, ...]:
    """Return the fixtures that symbols (metres) stand for; blocks of unknown name are counted in `left_over`."""
    fixtures = []
    kind_of = lru_cache(maxsize=None)(partial(fixture_kind, vocabulary=vocabulary))
    for symbol in symbols:
        kind = kind_of(symbol.name, symbol.attributes)
        if kind is None:
            left_over["fixture-unknown", symbol.name] += 1
            continue
        size = symbol.size
        width, depth = (round(size[0], 6), round(size[1], 6)) if size else (0.0, 0.0)
        x, y = symbol.middle
        fixtures.append(
            Fixture(
                id=symbol.id,
                kind=kind,
                at=(round(float(x), 6), round(float(y), 6)),
                size=(width, depth) if width > 0 and depth > 0 else None,
                angle=round(symbol.angle, 6) + 0.0,
                labels=tuple(text for tag, text in symbol.attributes if text.strip() and tag.upper() not in KIND_TAGS),
                origin=Origin(found="block", layer=symbol.layer, name=symbol.name),
            )
        )
    return tuple(fixtures)
