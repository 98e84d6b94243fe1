"""The command line `showroom`: a module a group of commands, one short function a command; what is heavy is imported inside it.

Reports go to standard output alone, messages to standard error. Exit status: 0 done, 1 something is not met or wrong,
2 the input could not be used, 3 undecided. No command ever shows a traceback for what a person brought in.
"""

import os
import sys

import typer

from showroom.cli import machine, permits, pictures, plans, returned, scenes, windows
from showroom.cli.saying import refuse
from showroom.domain.errors import ShowroomError

app = typer.Typer(
    name="showroom",
    help="行政审批样板间 · The approval showroom: walk through exemplary premises, check your own plan, take home a checklist.",
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is used, and looking for them takes longer than a check
for group in (windows, plans, returned, pictures, machine):
    app.add_typer(group.commands)
app.add_typer(permits.commands, name="permits")
app.add_typer(scenes.commands, name="scene")


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Open the kiosk where no command is given."""
    if context.invoked_subcommand is None:
        raise typer.Exit(windows.open_kiosk())


def main() -> None:
    """Run the command line; what a person can mend is said in one line each, on standard error, and exits 2."""
    try:
        app()
    except ShowroomError as error:
        for problem in error.problems:
            refuse(problem)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
