"""Which command draws a picture without a window?"""

from pathlib import Path
from typing import Annotated

import typer

from showroom.cli.options import ViewName, point_typed, size_typed
from showroom.cli.saying import say, say_notes

commands = typer.Typer()


@commands.command()
def render(
    subject: Annotated[str, typer.Argument(metavar="SCENE_OR_PLAN", help="样板间 id、文件夹、平面图或 GLB · What to draw.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="PNG", help="图片 · The picture.")],
    viewpoint: Annotated[str | None, typer.Option(help="视点 id · A viewpoint of the scene.")] = None,
    eye: Annotated[str | None, typer.Option(metavar="X,Y,Z", help="眼睛位置（米）· The eye, metres.")] = None,
    look: Annotated[str | None, typer.Option(metavar="X,Y,Z", help="注视点（米）· The point looked at, metres.")] = None,
    view: Annotated[ViewName, typer.Option(help="视角 · Inside, dollhouse or plan.")] = ViewName.inside,
    size: Annotated[str, typer.Option(metavar="WxH", help="大小 · Size in pixels.")] = "1280x720",
) -> None:
    """不开窗口出图 · A picture without a window."""
    from showroom.view.subjects import picture_of

    points = [None if written is None else point_typed(name, written) for name, written in (("--eye", eye), ("--look", look))]
    notes = picture_of(
        subject, output, viewpoint_id=viewpoint, eye=points[0], look=points[1], view=view.value, size=size_typed(size)
    )
    say_notes(notes)
    say(f"{output}")
