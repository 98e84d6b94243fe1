"""The JSON Schemas in docs/schemas say what the models say."""

from pathlib import Path

import pytest

from showroom.formats.schemas import SCHEMAS, schema_text, write_schemas

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schemas_are_current(name: str) -> None:
    """Run `python -m showroom.formats.schemas docs/schemas` after changing a model."""
    assert (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8") == schema_text(name)


def test_schemas_are_written_to_a_folder(tmp_path: Path) -> None:
    """One file a model; writing twice changes nothing."""
    paths = write_schemas(tmp_path / "new")
    first = [path.read_bytes() for path in paths]
    assert [path.name for path in paths] == [f"{name}.schema.json" for name in SCHEMAS]
    assert [path.read_bytes() for path in write_schemas(tmp_path / "new")] == first


def test_a_length_may_be_written_with_its_unit() -> None:
    """The schema lets an editor accept `900 mm` where a length stands."""
    assert '"type": "string"' in schema_text("plan")
    assert "mm" in schema_text("plan")
