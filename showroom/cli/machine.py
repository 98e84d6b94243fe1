"""Which command looks at the machine itself?"""

from pathlib import Path
from typing import Annotated

import typer

from showroom.cli.options import Lang, LangOption
from showroom.cli.saying import put

commands = typer.Typer()


@commands.command()
def doctor(
    lang: LangOption = Lang.zh_CN,
    report: Annotated[Path | None, typer.Option(metavar="FILE", help="写入文件 · Write the report to a file.")] = None,
) -> None:
    """这台电脑有什么、缺什么 · What this machine has and lacks."""
    from showroom.doctor import examine

    put(examine().text(lang.value), report)
