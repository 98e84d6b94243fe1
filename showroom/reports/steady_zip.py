"""How does an office file become the same bytes every time? Its zip is packed anew: dates fixed, members in their own order.

Word and Excel files carry the time of packing in every member; the date that counts stands in the document.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date

_DAY = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/core.xml"
_WHEN = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_READABLE = 0o644 << 16


def packed(members: Mapping[str, bytes]) -> bytes:
    """Return a zip of `members` (name with forward slashes → bytes), in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            archive.writestr(entry, content)
    return out.getvalue()


def packed_anew(archive: bytes, day: date) -> bytes:
    """Return the same zip without the time it was made at; `archive` is an office file of ours, `day` the day it says."""
    with zipfile.ZipFile(io.BytesIO(archive)) as read:
        members = {name: read.read(name) for name in read.namelist()}
    said = rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode()
    members[_PROPERTIES] = _WHEN.sub(said, members[_PROPERTIES])
    return packed(members)
