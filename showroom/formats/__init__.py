"""Files to values and back, one module a format, and one table that says which suffix is read or written by which function.

Every reader raises `InputError` with problems (place, reason, remedy). Heavy libraries are loaded by the
formats that need them, when they do.
"""

from showroom.formats.application_yaml import read_application
from showroom.formats.questions_yaml import read_questions
from showroom.formats.register import permit_ids, read_permit
from showroom.formats.scene_yaml import read_scene, write_scene
from showroom.formats.table import read_model, read_plan, write_model, write_plan
from showroom.formats.vocabulary_yaml import read_vocabulary

__all__ = [
    "permit_ids",
    "read_application",
    "read_model",
    "read_permit",
    "read_plan",
    "read_questions",
    "read_scene",
    "read_vocabulary",
    "write_model",
    "write_plan",
    "write_scene",
]
