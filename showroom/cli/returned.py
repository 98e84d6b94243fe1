"""Which command reads what an inspector sends back?"""

from pathlib import Path
from typing import Annotated

import typer

from showroom.cli.options import ApplicationOption, DistrictOption, FormatOption, Lang, LangOption, ReportFormat
from showroom.cli.plans import reviewed
from showroom.cli.saying import put
from showroom.domain.errors import InputError, Problem

commands = typer.Typer()


@commands.command(name="inspect-results")
def inspect_results(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…", help="现场带回的文件 · .json of the phone form, filled-in .xlsx, .bcfzip, or a collector's .csv .xml."
        ),
    ],
    plan: Annotated[Path, typer.Option("--plan", metavar="PLAN", help="当时检查的平面图 · The plan that was promised.")],
    application: ApplicationOption = None,
    lang: LangOption = Lang.zh_CN,
    format_: FormatOption = ReportFormat.text,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="写入文件 · Write to a file.")] = None,
    district: DistrictOption = None,
) -> None:
    """读回现场结果，与图纸对照 · Read an inspector's results back: promised, built, differs, not seen."""
    from showroom import formats
    from showroom.reports.returned import compare
    from showroom.reports.returned_text import returned_json, returned_text

    results = [(path.name, formats.read_result(path)) for path in files]
    permits = {result.permit for _, result in results}
    if len(permits) > 1:
        raise InputError(Problem(", ".join(sorted(permits)), "the files are about several permits", "read them permit by permit"))
    promised = reviewed(plan, permits.pop(), application, results[0][1].as_of.isoformat(), district)
    comparison = compare(promised, results, formats.read_vocabulary(), lang.value)
    put(returned_json(comparison) if format_ is ReportFormat.json else returned_text(comparison, lang.value), output)
