"""Which commands are about one plan? Check it, write the inspector's list, convert it, say what was understood of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from showroom.cli.ahead import make_ready
from showroom.cli.options import (
    ApplicationOption,
    AsOfOption,
    DistrictOption,
    FormatOption,
    Lang,
    LangOption,
    PermitOption,
    PlanArgument,
    ReportFormat,
    ReportFormatOption,
    day_typed,
)
from showroom.cli.saying import put, say, say_notes
from showroom.domain.errors import InputError, Problem

if TYPE_CHECKING:
    from showroom.domain.review import Review

commands = typer.Typer()


@commands.command()
def check(
    plan: PlanArgument,
    permit: PermitOption,
    application: ApplicationOption = None,
    lang: LangOption = Lang.zh_CN,
    format_: ReportFormatOption = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="写入文件 · Write to a file; .json is JSON.")
    ] = None,
    as_of: AsOfOption = None,
    district: DistrictOption = None,
    why: Annotated[
        str | None,
        typer.Option(metavar="REQUIREMENT", help="为什么这样判定 · How one requirement came out as it did, step by step."),
    ] = None,
) -> None:
    """检查一张平面图 · Check one plan against a permit.

    Exit status: 0 all mandatory requirements met (or waiting only for the inspector); 1 one is not met;
    3 one is undecided; 2 the input could not be used.
    """
    form = _report_format(format_, output)
    review = reviewed(plan, permit, application, as_of, district)
    if why is not None:
        from showroom.reports.why import asked_for, why_text

        put(why_text(review, asked_for(review, why), lang.value), output)
    elif form is ReportFormat.json:
        from showroom.reports.json import json_report

        put(json_report(review), output)
    else:
        from showroom.reports.text import text_report

        put(text_report(review, lang.value), output)
    raise typer.Exit(review.exit_status)


def _report_format(asked: ReportFormat | None, output: Path | None) -> ReportFormat:
    """Text or JSON, as asked, else by the suffix of the file; a picture or PDF is not silently written as text."""
    suffix = output.suffix.lower() if output else ""
    if asked is None and suffix in (".pdf", ".svg", ".png", ".docx", ".xlsx", ".html"):
        remedy = "name a .txt or .json file, or use `showroom checklist` for the inspector's list"
        raise InputError(Problem(f"{output}", f'check writes text or JSON, not "{suffix}"', remedy))
    return asked or (ReportFormat.json if suffix == ".json" else ReportFormat.text)


@commands.command()
def checklist(
    plan: PlanArgument,
    permit: PermitOption,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE", help="按后缀 · By suffix: .pdf .docx .xlsx .html .bcfzip .json .svg .txt"),
    ],
    application: ApplicationOption = None,
    kind: Annotated[
        str,
        typer.Option(
            metavar="checklist|notice|shots|form",
            help="核查表；一次性告知书 .docx .pdf；云勘验清单 .pdf；现场表单 .xlsx · List, notice, shot list, XLSForm.",
        ),
    ] = "checklist",
    lang: LangOption = Lang.zh_CN,
    as_of: AsOfOption = None,
    district: DistrictOption = None,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="附最严重几处的三维图 · With 3D pictures of the worst misses.")
    ] = False,
    case: Annotated[str, typer.Option(metavar="NUMBER", help="受理编号，印在每一页 · Case number, on every page.")] = "",
) -> None:
    """勘验核查表、一次性告知书 · The inspector's checklist, pre-answered from the plan, and the correction notice."""
    from showroom import reports

    review = reviewed(plan, permit, application, as_of, district)
    shown = _pictures(review) if pictures else {}
    reports.write(review, output, reports.Handover(lang.value, case_number=case, pictures=shown), kind)
    say(f"{output}")


def _pictures(review: "Review") -> dict[str, bytes]:
    from showroom.formats import read_vocabulary
    from showroom.view.misses import pictures_of_misses

    return pictures_of_misses(review, read_vocabulary())


@commands.command()
def convert(
    plan: PlanArgument,
    output: Annotated[Path, typer.Argument(metavar="OUT", help=".plan.yaml .dxf .svg .geojson .glb，按后缀 · By suffix.")],
) -> None:
    """转换平面图 · Turn a readable plan into another format."""
    from showroom import formats
    from showroom.formats.reading_told import read_plan_told

    as_model = output.suffix.lower() == ".glb"
    read = read_plan_told(plan, checked=not as_model)
    if as_model:
        from showroom.modelling.premises import build

        model = build(read, formats.read_vocabulary())
        formats.write_model(model, output)
        say_notes(model.notes)
    else:
        formats.write_plan(read, output)
    say(f"{output}")


@commands.command()
def inspect(
    plan: PlanArgument,
    lang: LangOption = Lang.zh_CN,
    format_: FormatOption = ReportFormat.text,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="PICTURE.{png,svg}",
            help="画出已理解和未能理解的 · Draw what was understood, and what was not.",
        ),
    ] = None,
) -> None:
    """读懂了什么 · What was understood of a drawing, and what was not."""
    import json

    from showroom.formats.inspection import inspection, inspection_text
    from showroom.formats.reading_told import read_plan_told

    if output is None:
        read = read_plan_told(plan)
    else:
        from showroom.reports.understood import draw_understood

        read = draw_understood(plan, output, lang.value)
    if format_ is ReportFormat.json:
        put(json.dumps(inspection(read), ensure_ascii=False, indent=2) + "\n", None)
    else:
        put(inspection_text(read, lang.value), None)


def reviewed(plan: Path, permit_id: str, application: Path | None, as_of: str | None, district: str | None) -> "Review":
    """Return the review of a plan as the options of a command ask for it; raises `InputError` where it cannot be made."""
    make_ready(plan)
    from showroom import formats
    from showroom.domain.application import Application
    from showroom.formats.reading_told import read_plan_told
    from showroom.review import read_ahead, review

    permit = formats.read_permit(permit_id, district=district)
    read_ahead(permit)
    declared = formats.read_application(application) if application else Application()
    try:
        day = day_typed(as_of)
        return review(read_plan_told(plan), permit, declared, as_of=day)
    except InputError as refused:
        if not any(problem.place.startswith(f"{permit_id}: ") for problem in refused.problems):
            raise
        from showroom.register import located

        raise InputError(located(refused.problems, permit_id)) from None
