"""The words of drawings."""

from pathlib import Path

import pytest
import yaml

from showroom import home
from showroom.domain.vocabulary import Vocabulary, find_word


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary the program ships."""
    return Vocabulary.model_validate(yaml.safe_load(Path(home.requirements() / "vocabulary.yaml").read_text("utf-8")))


def test_every_id_and_label_means_itself(vocabulary: Vocabulary) -> None:
    """Exact ids and labels in any language map to their own entry."""
    wrong = []
    for terms, look_up in ((vocabulary.uses, vocabulary.use_of), (vocabulary.fixtures, vocabulary.fixture_of)):
        for key, term in terms.items():
            wrong += [(text, look_up(text)) for text in (key, *term.label.root.values()) if look_up(text) != key]
    assert not wrong


@pytest.mark.parametrize(
    ("drawn", "use"),
    [
        ("用餐区", "dining"),
        ("厨房 烹饪区", "cooking"),
        ("粗加工间", "raw-prep"),
        ("WC2", "toilet"),
        ("Kitchens", "cooking"),
        ("无障碍卫生间 1", "accessible-toilet"),
        ("2F 凉菜间", "cold-dish-room"),
        ("wcx", None),
        ("", None),
        ("随便什么", None),
    ],
)
def test_room_names_are_understood(vocabulary: Vocabulary, drawn: str, use: str | None) -> None:
    """The longest known word decides; unknown names mean nothing."""
    assert vocabulary.use_of(drawn) == use


@pytest.mark.parametrize(
    ("word", "text", "where"),
    [
        ("door", "DOOR_WIN", 0),
        ("wall", "0-WALL-新建", 2),
        ("wall", "WALLS", 0),
        ("wall", "wallpaper", -1),
        ("门", "外门", 1),
        ("door", "indoor", -1),
    ],
)
def test_latin_words_are_bounded_and_chinese_ones_are_not(word: str, text: str, where: int) -> None:
    """A Latin word ends where a Latin letter does not follow (a plural s may); a Chinese one may stand anywhere."""
    assert find_word(word, text) == where


def test_zones_may_be_named_by_their_beginning(vocabulary: Vocabulary) -> None:
    """`food-*` gathers every food-handling use, and nothing public."""
    handling = vocabulary.uses_in("food-*")
    assert {"cooking", "raw-prep", "cold-dish-room"} <= handling
    assert "dining" not in handling
