"""Which commands are about the sample premises?"""

from typing import Annotated

import typer

from showroom.cli.options import AsOfOption, Lang, LangOption, day_typed
from showroom.cli.saying import put

commands = typer.Typer(help="样板间 · The sample premises.", no_args_is_help=True, rich_markup_mode=None)


@commands.command("list")
def scene_list(lang: LangOption = Lang.zh_CN) -> None:
    """有哪些样板间 · Which scenes there are."""
    from showroom import formats
    from showroom.packages.scenes import scene_folders

    for folder in scene_folders():
        scene = formats.read_scene(folder)
        put(f"{scene.id:<20} {', '.join(scene.permits):<32} {scene.title.in_(lang.value)}\n", None)


@commands.command("validate")
def scene_validate(
    scene: Annotated[str, typer.Argument(help="样板间 id 或文件夹 · A scene's id or folder.")], as_of: AsOfOption = None
) -> None:
    """样板间有无问题 · Whether a scene can be shown as it is; exit 1 and a line for each problem otherwise."""
    from showroom.packages.problems import scene_problems
    from showroom.packages.scenes import find_scene

    problems = scene_problems(find_scene(scene), as_of=day_typed(as_of))
    for problem in problems:
        put(f"{problem}\n", None)
    raise typer.Exit(1 if problems else 0)
