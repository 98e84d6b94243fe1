"""How the hall's choices are read from kiosk.toml, and how mistakes in it are told."""

import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from showroom.app.kiosk.pin import fits
from showroom.app.kiosk_config import KioskConfig
from showroom.app.kiosk_file import found_file, read_config, write_choice
from showroom.cli.program import app
from showroom.domain.errors import InputError


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for the file in this test's folder alone."""
    monkeypatch.delenv("SHOWROOM_KIOSK", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "machine"))


def written(tmp_path: Path, text: str) -> Path:
    """Write a kiosk.toml."""
    path = tmp_path / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[str]:
    """Return what is wrong with a file."""
    with pytest.raises(InputError) as told:
        read_config(path)
    return [str(problem) for problem in told.value.problems]


def test_without_a_file_every_choice_is_the_usual_one() -> None:
    """A kiosk starts on a fresh machine."""
    assert found_file() is None
    assert read_config() == KioskConfig()


def test_the_user_s_file_goes_before_the_machine_s(tmp_path: Path) -> None:
    """Found in the user's folder of settings, else in the machine's."""
    for place, seconds in (("machine", 60), ("user", 45)):
        folder = tmp_path / place / "approval-showroom"
        folder.mkdir(parents=True)
        (folder / "kiosk.toml").write_text(f"idle_seconds = {seconds}\n", encoding="utf-8")
        assert read_config().idle_seconds == seconds


def test_every_choice_can_be_written(tmp_path: Path) -> None:
    """The example of the documents is a file that is taken, and names every key there is."""
    page = Path(__file__).resolve().parents[3] / "docs" / "kiosk" / "index.md"
    example = page.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    assert read_config(written(tmp_path, example))
    assert read_config(written(tmp_path, re.sub(r"^# (?=\w+ = )", "", example, flags=re.MULTILINE)))
    named = {line.lstrip("# ").split(" =")[0] for line in example.splitlines() if " = " in line}
    assert named == set(KioskConfig.model_fields)


def test_all_mistakes_are_told_at_once_with_line_and_remedy(tmp_path: Path) -> None:
    """A misspelt key, a time too short, a language not spoken: each with file, line, and what to write."""
    path = written(tmp_path, '# the hall\nlanguage = "fr"\nidle_second = 60\nstay_seconds = 5\nwindowed = "yes"\n')
    told = problems(path)
    assert len(told) == 4
    for line, words in ((2, "zh_CN"), (3, "idle_seconds"), (4, "at least 20"), (5, "true or false")):
        assert any(f"kiosk.toml:{line}: " in one and words in one for one in told), (line, told)


@pytest.mark.parametrize("text", ["language = zh_CN\n", "language\n", "[[\n", 'a = "\n'])
def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    """A text without quotes, half a line, an open bracket."""
    (told,) = problems(written(tmp_path, "idle_seconds = 60\n" + text))
    assert "kiosk.toml:2: this is not TOML" in told


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are not UTF-8, or no file at all."""
    path = tmp_path / "kiosk.toml"
    path.write_bytes(b"\xff\xfe\x00language")
    assert "UTF-8" in problems(path)[0]
    assert problems(tmp_path / "gone.toml")


def test_less_than_twenty_seconds_to_answer_cannot_be_chosen(tmp_path: Path) -> None:
    """Slow readers are given their time whatever the hall writes."""
    assert problems(written(tmp_path, "stay_seconds = 19\n"))
    assert read_config(written(tmp_path, "stay_seconds = 20\n")).stay_seconds == 20


def test_setting_a_choice_leaves_every_other_line(tmp_path: Path) -> None:
    """Comments and order stay; a key that is there is replaced, one that is not comes first."""
    path = written(tmp_path, "# our hall\nidle_seconds = 60  # a minute\n\n[later]\nx = 1\n")
    write_choice(path, "staff_pin", "scrypt$one")
    write_choice(path, "staff_pin", "scrypt$two")
    text = path.read_text(encoding="utf-8")
    assert text.splitlines()[1:] == ["# our hall", "idle_seconds = 60  # a minute", "", "[later]", "x = 1"]
    assert tomllib.loads(text)["staff_pin"] == "scrypt$two"


def test_the_pin_is_set_from_the_command_line(tmp_path: Path) -> None:
    """`showroom kiosk --set-pin` asks twice and writes the scrambled PIN, which the kiosk then takes."""
    path = tmp_path / "kiosk.toml"
    done = CliRunner().invoke(app, ["kiosk", "--set-pin", "--config", str(path)], input="24680\n24680\n")
    assert done.exit_code == 0, done.output
    assert "24680" not in path.read_text(encoding="utf-8")
    assert fits("24680", read_config(path).staff_pin)


def test_two_different_pins_set_nothing(tmp_path: Path) -> None:
    """A slip of the finger does not lock the staff in."""
    path = tmp_path / "kiosk.toml"
    done = CliRunner().invoke(app, ["kiosk", "--set-pin", "--config", str(path)], input="24680\n24681\n")
    assert isinstance(done.exception, InputError)
    assert not path.exists()
