"""What timed captions beside a clip promise."""

from pathlib import Path

import pytest

from showroom.domain.errors import InputError
from showroom.formats.webvtt import Cue, read_cues

GOOD = """WEBVTT 讲解

NOTE made by hand

1
00:00.000 --> 00:01.500 align:start
欢迎<b>来到</b>样板间。

01:00:02.250 --> 01:00:04.000
先看大门，
再看窗。
"""


def written(folder: Path, text: str) -> Path:
    """Write captions and return their path."""
    path = folder / "stop.zh_CN.vtt"
    path.write_text(text, encoding="utf-8")
    return path


def test_cues_carry_their_times_and_words(tmp_path: Path) -> None:
    """Settings, notes, numbers and tags are passed over; lines of one cue are one text."""
    assert read_cues(written(tmp_path, GOOD)) == (
        Cue(0, 1500, "欢迎来到样板间。"),
        Cue(3602250, 3604000, "先看大门， 再看窗。"),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "begin with the line WEBVTT"),
        ("1\n00:00.000 --> 00:01.000\nx\n", "begin with the line WEBVTT"),
        ("WEBVTT\n\nnothing timed\n", "no cue"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nx\n", "ends before it begins"),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_place_and_a_remedy(tmp_path: Path, text: str, told: str) -> None:
    """The message names the file, what is wrong and what to write."""
    with pytest.raises(InputError, match=told) as caught:
        read_cues(written(tmp_path, text))
    assert "stop.zh_CN.vtt" in str(caught.value)
    assert caught.value.problems[0].remedy


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    """A sound file renamed is told as unreadable, not shown as signs."""
    path = tmp_path / "stop.vtt"
    path.write_bytes(b"OggS\xff\xfe\x00\x80")
    with pytest.raises(InputError, match="cannot be read"):
        read_cues(path)
