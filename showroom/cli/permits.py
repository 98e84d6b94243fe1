"""Which commands read, compare and prove the register of requirements?"""

from typing import Annotated

import typer

from showroom.cli.options import DistrictOption, FormatOption, Lang, LangOption, RegisterArgument, ReportFormat, TableFormat
from showroom.cli.saying import put

commands = typer.Typer(help="许可事项清单 · The register of requirements.", no_args_is_help=True, rich_markup_mode=None)


@commands.command("list")
def permits_list(
    lang: LangOption = Lang.zh_CN,
    format_: Annotated[
        TableFormat, typer.Option("--format", help="输出格式 · For people, programs or a README.")
    ] = TableFormat.text,
    district: DistrictOption = None,
) -> None:
    """有哪些许可 · Which permits there are.

    With the number of requirements that a rule measures, a person judges on site, or the checklist only lists.
    """
    from showroom import formats
    from showroom.reports.permits import permits_json, permits_markdown, permits_text

    permits = [formats.read_permit(permit_id, district=district) for permit_id in formats.permit_ids()]
    written = {
        TableFormat.text: lambda: permits_text(permits, lang.value),
        TableFormat.json: lambda: permits_json(permits),
        TableFormat.markdown: lambda: permits_markdown(permits),
    }
    put(written[format_](), None)


@commands.command("show")
def permits_show(
    permit: Annotated[str, typer.Argument(metavar="ID")],
    lang: LangOption = Lang.zh_CN,
    format_: FormatOption = ReportFormat.text,
    district: DistrictOption = None,
) -> None:
    """一个许可的全部要求 · One permit with all its requirements."""
    from showroom import formats
    from showroom.reports.permits import permit_json, permit_text

    read = formats.read_permit(permit, district=district)
    put(permit_json(read) if format_ is ReportFormat.json else permit_text(read, lang.value), None)


@commands.command("reasons")
def permits_reasons() -> None:
    """每条要求由谁判定、为什么 · Who decides each requirement, and why: a table in Markdown, in both languages."""
    from showroom import formats
    from showroom.reports.permit_rows import rows_markdown

    put(rows_markdown(formats.read_permit(permit_id, district="none") for permit_id in formats.permit_ids()), None)


@commands.command("validate")
def permits_validate(path: RegisterArgument = None) -> None:
    """清单有没有写错 · Whether the register is sound.

    A line for each mistake, with file and line of the file; exit status 1 where there is one.
    """
    from showroom.register import validate

    problems = validate(path)
    for problem in problems:
        put(f"{problem}\n", None)
    raise typer.Exit(1 if problems else 0)


@commands.command("new")
def permits_new(permit: Annotated[str, typer.Argument(metavar="ID", help="新许可的 id · The new permit's id: tea-house.")]) -> None:
    """从模板开始一项新的许可 · Begin a new permit from a template.

    Writes a commented file among the drafts of the register, to be filled in; moved beside the others it is a permit.
    """
    from datetime import datetime

    from showroom.register import new_permit

    path = new_permit(permit, datetime.now().astimezone().date())
    put(f"{path}\n", None)


@commands.command("test")
def permits_test(path: RegisterArgument = None, lang: LangOption = Lang.zh_CN) -> None:
    """运行清单里的例子 · Run the examples of the register.

    Examples stand beside requirements (examples:). A line for each; exit status 1 where one comes out otherwise than written.
    """
    from showroom.register import run_examples
    from showroom.reports.permit_register import examples_text

    runs = run_examples(path)
    put(examples_text(runs, lang.value), None)
    raise typer.Exit(0 if all(run.agrees for run in runs) else 1)


@commands.command("diff")
def permits_diff(
    before: Annotated[
        str, typer.Argument(metavar="A", help="许可 id、文件，可加日期 · A permit's id or file; ID@2027-01-01 for a day.")
    ],
    after: Annotated[str, typer.Argument(metavar="B", help="与它相比的另一个 · The one to compare it with.")],
    lang: LangOption = Lang.zh_CN,
    format_: FormatOption = ReportFormat.text,
) -> None:
    """两个版本有何不同 · What differs between two permits.

    Each is a permit's id or a file, as written, on a day where one is added: food-catering@2027-01-01.
    """
    from showroom.register import diff, find_permit
    from showroom.reports.permit_register import difference_json, difference_text

    difference = diff(find_permit(before), find_permit(after))
    put(difference_json(difference) if format_ is ReportFormat.json else difference_text(difference, lang.value), None)
