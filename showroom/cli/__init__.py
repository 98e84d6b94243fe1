"""The command line `showroom`: see `program` for its commands.

Reports go to standard output alone, messages to standard error. Exit status: 0 done, 1 something is not met or wrong,
2 the input could not be used, 3 undecided. No command ever shows a traceback for what a person brought in.
"""

import sys

from showroom.cli import ahead
from showroom.domain.errors import ShowroomError


def main() -> None:
    """Run the command line; what a person can mend is said in one line each, on standard error, and exits 2."""
    ahead.begin(sys.argv[1:])
    from showroom.cli.program import app

    try:
        app()
    except ShowroomError as error:
        from showroom.cli.saying import refuse

        for problem in error.problems:
            refuse(problem)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
