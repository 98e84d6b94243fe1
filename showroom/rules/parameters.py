"""Which kinds of parameters do rules take, and how are they written in a requirement?

Names of uses and fixtures are checked against the vocabulary while they are bound, and zones (`zone:food-*`) are turned into the
uses they hold.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from showroom.domain.quantities import PositiveLength
from showroom.domain.vocabulary import Vocabulary

_ZONE = "zone:"


def _vocabulary(info: ValidationInfo) -> Vocabulary:
    context = info.context or {}
    vocabulary = context.get("vocabulary")
    if not isinstance(vocabulary, Vocabulary):
        raise TypeError("uses and fixtures are bound with the vocabulary as context")
    return vocabulary


def _known(name: str, names: Mapping[str, object], noun: str) -> str:
    if name not in names:
        near = get_close_matches(name, names, n=2, cutoff=0.5)
        raise ValueError(f'"{name}" is not a {noun} of the vocabulary' + (f"; did you mean {' or '.join(near)}?" if near else ""))
    return name


def _uses(written: frozenset[str], info: ValidationInfo) -> frozenset[str]:
    vocabulary = _vocabulary(info)
    found: set[str] = set()
    for name in sorted(written):
        if name.startswith(_ZONE):
            members = vocabulary.uses_in(name.removeprefix(_ZONE))
            if not members:
                raise ValueError(f'"{name}": no use of the vocabulary is in that zone')
            found |= members
        else:
            found.add(_known(name, vocabulary.uses, "use"))
    return frozenset(found)


def _use(name: str, info: ValidationInfo) -> str:
    return _known(name, _vocabulary(info).uses, "use")


def _kind(name: str, info: ValidationInfo) -> str:
    return _known(name, _vocabulary(info).fixtures, "fixture kind")


Uses = Annotated[frozenset[str], Field(min_length=1), AfterValidator(_uses)]
"""Uses of spaces: ids, or zones as `zone:food-*`; here already the ids."""
Use = Annotated[str, AfterValidator(_use)]
"""One use of a space."""
Kind = Annotated[str, AfterValidator(_kind)]
"""One kind of fixture."""
Kinds = tuple[Kind, ...]
"""Kinds of fixtures."""
Number = Annotated[int, Field(ge=0)]
"""How many."""
AtLeastOne = Annotated[int, Field(ge=1)]
"""How many, one or more."""
Area = Annotated[float, Field(gt=0)]
"""Square metres."""
Width = PositiveLength
"""Metres; files may write `900 mm`."""
