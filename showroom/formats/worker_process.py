"""What does the process do that reads strangers' files? It waits for their names, and reads each in a copy of itself with limits.

Run by `python -m`, it loads the readers once. A line of JSON on standard input names a file; the answer on standard output is a
line of JSON, then the plan and, where asked for, what was not understood, both JSON too. A copy that dies takes nothing with it:
its exit status is told, and the process ends. Where processes cannot be copied (Windows) files are read in the process itself.
"""

import gc
import json
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from showroom.domain.errors import InputError

if TYPE_CHECKING:
    from showroom.formats.drawing import Stroke

NO_MEMORY = 70
_BROKEN = 71


def main() -> int:
    """Answer every line of standard input until it ends, or a copy has died."""
    from showroom.formats import dxf  # noqa: F401 - what takes longest to load, before there is a file to wait for
    from showroom.formats.vocabulary_yaml import read_vocabulary

    read_vocabulary()
    gc.enable()  # a copy of a program that did without
    gc.freeze()
    for line in iter(sys.stdin.buffer.readline, b"\n"):
        if not line:
            break
        if status := _served(json.loads(line)):
            _put({"status": status})
            return status if status > 0 else _BROKEN
    return 0


def _served(wanted: Mapping[str, Any]) -> int:
    """Answer in a copy of this process and return its exit status (minus the signal that killed it)."""
    if not hasattr(os, "fork"):
        return _answered(wanted)
    copy = os.fork()
    if copy == 0:
        status = _BROKEN
        try:
            status = _answered(wanted)
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])


def _answered(wanted: Mapping[str, Any]) -> int:
    from showroom.formats.table import read_plan_here, read_plan_with_rest_here

    rest: list[Stroke] = []
    try:
        os.chdir(wanted["folder"])
        path = Path(wanted["path"])
        _limit(wanted["processor"], wanted["memory"] + 12 * (path.stat().st_size if path.is_file() else 0))
        if wanted["what"] == "result":
            from showroom.formats.site_results import read_result_here

            _put({"status": 0}, read_result_here(path).model_dump_json().encode("utf-8", "surrogatepass"))
            return 0
        if wanted["what"] == "model":
            from showroom.formats.model_files import read_model_file_here
            from showroom.formats.model_files_told import Wishes

            told, glb = read_model_file_here(path, Wishes.model_validate(wanted["wishes"]))
            _put({"status": 0}, told.model_dump_json().encode("utf-8", "surrogatepass"), glb)
            return 0
        plan = read_plan_with_rest_here(path, rest) if wanted["what"] == "plan and rest" else read_plan_here(path)
        _put({"status": 0}, plan.model_dump_json().encode("utf-8", "surrogatepass"), _written(rest))
    except InputError as error:
        problems = [[problem.place, problem.reason, problem.remedy] for problem in error.problems]
        _put({"status": 0, "problems": problems}, _written(rest))
    except MemoryError:
        return NO_MEMORY
    except Exception as error:
        if "bad_alloc" in str(error):  # how GEOS says it
            return NO_MEMORY
        raise
    return 0


def _written(strokes: "Iterable[Stroke]") -> bytes:
    return json.dumps([[stroke.id, stroke.layer, stroke.closed, stroke.points.tolist()] for stroke in strokes]).encode()


def _put(head: Mapping[str, Any], *bodies: bytes) -> None:
    out = sys.stdout.buffer
    out.write(json.dumps({**head, "sizes": [len(body) for body in bodies]}).encode() + b"\n")
    for body in bodies:
        out.write(body)
    out.flush()


def _limit(processor: int, memory: int) -> None:
    """Take on the limits; on systems without them only the clock of the asking process holds."""
    try:
        import resource
    except ImportError:
        return
    wanted = {resource.RLIMIT_CPU: processor, resource.RLIMIT_AS: memory, resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: 0}
    for which, most in wanted.items():
        _, hard = resource.getrlimit(which)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (allowed, allowed))


if __name__ == "__main__":
    raise SystemExit(main())
