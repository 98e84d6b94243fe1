"""Which words mean which use or fixture? Reads `requirements/vocabulary.yaml`, once."""

from functools import lru_cache
from pathlib import Path

from showroom.domain.vocabulary import Vocabulary
from showroom.formats.yaml_file import read_value
from showroom.home import requirements


def read_vocabulary() -> Vocabulary:
    """Return the vocabulary of the register in use; the same value every time."""
    return _read(requirements() / "vocabulary.yaml")


@lru_cache(maxsize=4)
def _read(path: Path) -> Vocabulary:
    return read_value(path, Vocabulary, noun="vocabulary")
