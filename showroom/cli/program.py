"""Which commands are there? A module a group, one short function a command; what is heavy is imported inside it."""

import os

import typer

from showroom.cli import machine, permits, pictures, plans, returned, scenes, windows

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
