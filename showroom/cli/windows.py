"""Which commands open a window? The applicant's kiosk and the clerk's studio; Qt is loaded inside them alone."""

from pathlib import Path
from typing import Annotated

import typer

from showroom.cli.options import Lang, LangOption, size_typed
from showroom.domain.errors import InputError, Problem

commands = typer.Typer()


def _spoken(language: str | None) -> str | None:
    """Refuse a language the windows do not speak."""
    from showroom.app.spoken import NAMES

    if language is not None and language not in NAMES:
        raise typer.BadParameter(f"{language}: {', '.join(NAMES)}")
    return language


@commands.command()
def kiosk(
    scene: Annotated[str | None, typer.Option(help="样板间 id · Start in this scene.")] = None,
    permit: Annotated[str | None, typer.Option(help="许可 id · Start at this permit.")] = None,
    lang: Annotated[str | None, typer.Option(callback=_spoken, help="语言 · Language: zh_CN, en, …")] = None,
    windowed: Annotated[bool, typer.Option("--windowed", help="窗口而非全屏 · In a window, not full screen.")] = False,
    size: Annotated[str | None, typer.Option(metavar="WxH", help="窗口大小 · Window size, e.g. 1080x1920.")] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="大厅的设置 kiosk.toml · The hall's choices, see docs/kiosk/.")
    ] = None,
    set_pin: Annotated[bool, typer.Option("--set-pin", help="设置工作人员退出口令 · Set the PIN of the staff exit.")] = False,
    watched: Annotated[
        bool, typer.Option("--watched/--unwatched", help="死机后自动重开 · Start again after a crash (full screen).")
    ] = True,
) -> None:
    """申请人触摸屏 · The applicant's kiosk."""
    if set_pin:
        _set_pin(config)
        return
    size_given = size_typed(size) if size else None
    raise typer.Exit(open_kiosk(scene, permit, lang, windowed, size_given, config, watched=watched))


@commands.command()
def clerk(
    scene: Annotated[str | None, typer.Argument(help="样板间 id 或文件夹 · A scene's id or folder.")] = None,
    lang: LangOption = Lang.zh_CN,
    requirements: Annotated[
        bool, typer.Option("--requirements", help="只改本区的要求 · The requirements in hand, without a scene.")
    ] = False,
    permit: Annotated[str | None, typer.Option(help="许可 id，配合 --requirements · Begin at this permit's requirements.")] = None,
) -> None:
    """审批人员工作室 · The clerk's studio."""
    _need_display()
    if requirements:
        from showroom.app.clerk.register_opening import run_requirements

        raise typer.Exit(run_requirements(permit, lang.value))
    from showroom.app import clerk as studio

    raise typer.Exit(studio.run(scene, lang.value))


def open_kiosk(
    scene: str | None = None,
    permit: str | None = None,
    language: str | None = None,
    windowed: bool = False,
    size: tuple[int, int] | None = None,
    config_path: Path | None = None,
    *,
    watched: bool = True,
) -> int:
    """Show the kiosk until it is closed, and return its exit status.

    Raises:
        InputError: there is no screen to show it on, or the hall's file has mistakes.
    """
    _need_display()
    from showroom.app import kiosk as window

    return window.run(
        scene_id=scene, permit_id=permit, language=language, windowed=windowed, size=size, config_path=config_path, watched=watched
    )


def _set_pin(config_path: Path | None) -> None:
    """Ask for a PIN twice and write it, scrambled, into the hall's file."""
    from showroom.app.kiosk.pin import scrambled
    from showroom.app.kiosk_file import found_file, read_config, usual_file, write_choice
    from showroom.cli.saying import say

    path = config_path or found_file() or usual_file()
    if path.is_file():
        read_config(path)
    pin = typer.prompt("工作人员退出口令（4 到 12 位数字）· PIN of the staff exit (4 to 12 digits)", hide_input=True, err=True)
    again = typer.prompt("再输一次 · Once more", hide_input=True, err=True)
    if pin != again:
        raise InputError(Problem("PIN", "两次输入不一样 · the two are not the same", "重新运行 · run the command again"))
    write_choice(path, "staff_pin", scrambled(pin))
    say(f"{path}")


def _need_display() -> None:
    from showroom.doctor import window_trouble

    if trouble := window_trouble():
        reason, remedy = (f"{words.zh_CN} · {words.en}" if words.zh_CN != words.en else words.en for words in trouble)
        raise InputError(Problem("", reason, remedy))
