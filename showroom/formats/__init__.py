"""Files to values and back, one module a format, and one table that says which suffix is read or written by which function.

Every reader raises `InputError` with problems (place, reason, remedy). A name is loaded with its module when it is first asked
for, and heavy libraries by the formats that need them, when they do.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from showroom.formats.application_yaml import read_application
    from showroom.formats.questions_yaml import read_questions
    from showroom.formats.register import permit_ids, read_permit
    from showroom.formats.scene_yaml import read_scene, write_scene
    from showroom.formats.table import read_model, read_plan, read_result, write_model, write_plan
    from showroom.formats.vocabulary_yaml import read_vocabulary
    from showroom.formats.worker import expect

__all__ = [
    "expect",
    "permit_ids",
    "read_application",
    "read_model",
    "read_permit",
    "read_plan",
    "read_questions",
    "read_result",
    "read_scene",
    "read_vocabulary",
    "write_model",
    "write_plan",
    "write_scene",
]

_MODULES = {
    "expect": "worker",
    "permit_ids": "register",
    "read_application": "application_yaml",
    "read_model": "table",
    "read_permit": "register",
    "read_plan": "table",
    "read_questions": "questions_yaml",
    "read_result": "table",
    "read_scene": "scene_yaml",
    "read_vocabulary": "vocabulary_yaml",
    "write_model": "table",
    "write_plan": "table",
    "write_scene": "scene_yaml",
}


def __getattr__(name: str) -> Any:
    """Return one of the public names, loading the module it is in."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value
