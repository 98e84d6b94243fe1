"""What may stand in the files people write, and in those handed to other programs? JSON Schemas, made from the models themselves.

`python -m showroom.formats.schemas docs/schemas` writes them; a test holds the committed ones current.
"""

import json
import sys
from pathlib import Path

from pydantic import BaseModel

from showroom.domain.application import Application
from showroom.domain.district import District
from showroom.domain.errors import ShowroomError
from showroom.domain.finding import Finding
from showroom.domain.guidance import Questionnaire
from showroom.domain.permit import Permit, RequirementFile
from showroom.domain.plan import Plan
from showroom.domain.report import Report
from showroom.domain.scene import Scene
from showroom.domain.site_result import SiteResult
from showroom.domain.vocabulary import Vocabulary
from showroom.formats.writing import write_aside

SCHEMAS: dict[str, type[BaseModel]] = {
    "plan": Plan,
    "application": Application,
    "permit": Permit,
    "requirements": RequirementFile,
    "district": District,
    "questions": Questionnaire,
    "scene": Scene,
    "vocabulary": Vocabulary,
    "finding": Finding,
    "report": Report,
    "site-result": SiteResult,
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(name: str) -> str:
    """Return the schema of that name as JSON text; `KeyError` where there is none."""
    schema = SCHEMAS[name].model_json_schema(mode="validation")
    if name == "vocabulary":
        schema["$defs"]["Term"] = _TERM
    return json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema to `folder` as `<name>.schema.json` and return the files.

    Raises:
        InputError: the folder may not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in SCHEMAS:
        path = folder / f"{name}.schema.json"
        write_aside(path, schema_text(name).encode())
        paths.append(path)
    return tuple(paths)


_TERM = {
    "title": "Term",
    "description": "Labels by language beside the words that mean the same; `zone` groups uses.",
    "type": "object",
    "properties": {
        "zh_CN": {"type": "string"},
        "zone": {"type": "string"},
        "words": {"type": "array", "items": {"type": "string"}},
    },
    "additionalProperties": {"type": "string"},
    "required": ["zh_CN"],
}
"""Files write the labels flat, which the model folds together; its own schema would say otherwise."""


def main() -> int:
    """Write the schemas to the folder named on the command line."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/schemas")
    try:
        write_schemas(folder)
    except ShowroomError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
