"""Which commands open a window? The applicant's kiosk and the clerk's studio; Qt is loaded inside them alone."""

from typing import Annotated

import typer

from showroom.cli.options import Lang, LangOption, size_typed
from showroom.domain.errors import InputError, Problem

commands = typer.Typer()


@commands.command()
def kiosk(
    scene: Annotated[str | None, typer.Option(help="样板间 id · Start in this scene.")] = None,
    permit: Annotated[str | None, typer.Option(help="许可 id · Start at this permit.")] = None,
    lang: LangOption = Lang.zh_CN,
    windowed: Annotated[bool, typer.Option("--windowed", help="窗口而非全屏 · In a window, not full screen.")] = False,
    size: Annotated[str | None, typer.Option(metavar="WxH", help="窗口大小 · Window size, e.g. 1080x1920.")] = None,
) -> None:
    """申请人触摸屏 · The applicant's kiosk."""
    raise typer.Exit(open_kiosk(scene, permit, lang.value, windowed, size_typed(size) if size else None))


@commands.command()
def clerk(
    scene: Annotated[str | None, typer.Argument(help="样板间 id 或文件夹 · A scene's id or folder.")] = None,
    lang: LangOption = Lang.zh_CN,
) -> None:
    """审批人员工作室 · The clerk's studio."""
    _need_display()
    from showroom.app import clerk as studio

    raise typer.Exit(studio.run(scene, lang.value))


def open_kiosk(
    scene: str | None = None,
    permit: str | None = None,
    language: str = "zh_CN",
    windowed: bool = False,
    size: tuple[int, int] | None = None,
) -> int:
    """Show the kiosk until it is closed, and return its exit status.

    Raises:
        InputError: there is no screen to show it on.
    """
    _need_display()
    from showroom.app import kiosk as window

    return window.run(scene_id=scene, permit_id=permit, language=language, windowed=windowed, size=size)


def _need_display() -> None:
    from showroom.doctor import window_trouble

    if trouble := window_trouble():
        reason, remedy = (f"{words.zh_CN} · {words.en}" if words.zh_CN != words.en else words.en for words in trouble)
        raise InputError(Problem("", reason, remedy))
