"""How does a new permit begin? With a commented file to fill in, kept among the drafts until it is whole.

A draft lies in `drafts/` of the register, where no window and no check sees it; what is still empty in it is named by validation,
line by line. Moved beside the other permits it is one of them.
"""

import re
from datetime import date
from pathlib import Path
from string import Template

from showroom.domain.errors import InputError, Problem
from showroom.formats.register import permit_ids
from showroom.formats.writing import write_aside
from showroom.home import requirements

FOLDER = "drafts"
_ID = re.compile(r"[a-z][a-z0-9-]*")
_TAKEN = frozenset({"common", "vocabulary", "questions"})
_TEMPLATE = Path(__file__).with_name("permit.template.yaml")


def new_permit(permit_id: str, day: date, folder: Path | None = None) -> Path:
    """Write the file of a new permit among the drafts of the register in `folder` (of the one in use) and return its path.

    Raises:
        InputError: the id is none, is taken by a permit or a draft, or the file cannot be written.
    """
    folder = folder or requirements()
    if not _ID.fullmatch(permit_id) or permit_id in _TAKEN:
        reason = f'"{permit_id}" cannot be the id of a permit'
        raise InputError(Problem("", reason, "write small letters, digits and hyphens, a letter first: tea-house"))
    path = folder / FOLDER / f"{permit_id}.yaml"
    if permit_id in permit_ids(folder):
        raise InputError(Problem(f"{folder / permit_id}.yaml", "there is a permit of this id", "choose another id"))
    if path.exists():
        raise InputError(Problem(f"{path}", "there is a draft of this id", "go on with it, or choose another id"))
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        reason = f"the folder could not be made: {error.strerror or error}"
        raise InputError(Problem(f"{path.parent}", reason, "point SHOWROOM_HOME to a register you may write")) from None
    text = Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(id=permit_id, day=day.isoformat())
    write_aside(path, text.encode())
    return path
