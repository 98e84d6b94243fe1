"""The command line `showroom`: one short function a command; everything heavy is imported inside the command that needs it.

Reports go to standard output alone, messages to standard error. Exit status: 0 done, 1 something is not met or wrong,
2 the input could not be used, 3 undecided. No command ever shows a traceback for what a person brought in.
"""

import atexit
import gc
import itertools
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from showroom.domain.errors import InputError, Problem, ShowroomError

if TYPE_CHECKING:
    from showroom.domain.plan import Note

app = typer.Typer(
    name="showroom",
    help="行政审批样板间 · The approval showroom: walk through exemplary premises, check your own plan, take home a checklist.",
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
permits_app = typer.Typer(help="许可事项清单 · The register of requirements.", no_args_is_help=True, rich_markup_mode=None)
scene_app = typer.Typer(help="样板间 · The sample premises.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(permits_app, name="permits")
app.add_typer(scene_app, name="scene")


class Lang(StrEnum):
    """The languages the program speaks."""

    zh_CN = "zh_CN"  # noqa: N815 - the key's own spelling
    en = "en"


class ReportFormat(StrEnum):
    """How a report is written to the terminal."""

    text = "text"
    json = "json"


class TableFormat(StrEnum):
    """How a table is written."""

    text = "text"
    json = "json"
    markdown = "markdown"


class ViewName(StrEnum):
    """From where a picture is taken."""

    inside = "inside"
    dollhouse = "dollhouse"
    plan = "plan"


LangOption = Annotated[Lang, typer.Option("--lang", help="语言 · Language of texts.")]
PermitOption = Annotated[str, typer.Option("--permit", help="许可 id，如 food-catering · Permit id, see `showroom permits list`.")]
ApplicationOption = Annotated[
    Path | None, typer.Option("--application", help="图纸之外的情况 · What the drawing does not say (YAML).")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="按该日有效的要求 · Requirements in force that day.")
]
DistrictOption = Annotated[
    str | None,
    typer.Option(
        "--district", metavar="ID", help="按哪个地区的口径，none 为都不用 · Whose local decisions hold; none for nobody's."
    ),
]
RegisterArgument = Annotated[
    Path | None, typer.Argument(metavar="[PATH]", help="清单文件夹或其中一个文件 · A register's folder or one of its files.")
]
FormatOption = Annotated[ReportFormat, typer.Option("--format", help="输出格式 · Text for people, JSON for programs.")]
ReportFormatOption = Annotated[
    ReportFormat | None, typer.Option("--format", help="输出格式 · text for people, json for programs; else by the suffix of -o.")
]
PlanArgument = Annotated[Path, typer.Argument(metavar="PLAN", help="平面图 · The plan: .dxf .svg .geojson .plan.yaml .json")]


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Open the kiosk where no command is given."""
    if context.invoked_subcommand is None:
        raise typer.Exit(_open_kiosk())


@app.command()
def kiosk(
    scene: Annotated[str | None, typer.Option(help="样板间 id · Start in this scene.")] = None,
    permit: Annotated[str | None, typer.Option(help="许可 id · Start at this permit.")] = None,
    lang: LangOption = Lang.zh_CN,
    windowed: Annotated[bool, typer.Option("--windowed", help="窗口而非全屏 · In a window, not full screen.")] = False,
    size: Annotated[str | None, typer.Option(metavar="WxH", help="窗口大小 · Window size, e.g. 1080x1920.")] = None,
) -> None:
    """申请人触摸屏 · The applicant's kiosk."""
    raise typer.Exit(_open_kiosk(scene, permit, lang.value, windowed, _size(size) if size else None))


@app.command()
def clerk(
    scene: Annotated[str | None, typer.Argument(help="样板间 id 或文件夹 · A scene's id or folder.")] = None,
    lang: LangOption = Lang.zh_CN,
) -> None:
    """审批人员工作室 · The clerk's studio."""
    _need_display()
    from showroom.app import clerk as studio

    raise typer.Exit(studio.run(scene, lang.value))


@app.command()
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
    review = _review(plan, permit, application, as_of, district)
    if why is not None:
        from showroom.reports.why import asked_for, why_text

        _put(why_text(review, asked_for(review, why), lang.value), output)
    elif form is ReportFormat.json:
        from showroom.reports.json import json_report

        _put(json_report(review), output)
    else:
        from showroom.reports.text import text_report

        _put(text_report(review, lang.value), output)
    raise typer.Exit(review.exit_status)


def _report_format(asked: ReportFormat | None, output: Path | None) -> ReportFormat:
    """Text or JSON, as asked, else by the suffix of the file; a picture or PDF is not silently written as text."""
    suffix = output.suffix.lower() if output else ""
    if asked is None and suffix in (".pdf", ".svg", ".png", ".docx", ".xlsx", ".html"):
        remedy = "name a .txt or .json file, or use `showroom checklist` for the inspector's list"
        raise InputError(Problem(f"{output}", f'check writes text or JSON, not "{suffix}"', remedy))
    return asked or (ReportFormat.json if suffix == ".json" else ReportFormat.text)


@app.command()
def checklist(
    plan: PlanArgument,
    permit: PermitOption,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="PDF、JSON、SVG 或 TXT · By suffix.")],
    application: ApplicationOption = None,
    kind: Annotated[str, typer.Option(help="checklist · The inspector's list (notice, shots and form are to come).")] = "checklist",
    lang: LangOption = Lang.zh_CN,
    as_of: AsOfOption = None,
    district: DistrictOption = None,
) -> None:
    """勘验核对表 · The inspector's checklist, pre-answered from the plan."""
    if kind != "checklist":
        raise InputError(Problem("--kind", f'"{kind}" cannot be made yet', "only --kind checklist is there in this version"))
    from showroom import reports

    review = _review(plan, permit, application, as_of, district)
    reports.write(review, output, lang.value)
    _say(f"{output}")


@app.command()
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
        _say_notes(model.notes)
    else:
        formats.write_plan(read, output)
    _say(f"{output}")


@app.command()
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
        _put(json.dumps(inspection(read), ensure_ascii=False, indent=2) + "\n", None)
    else:
        _put(inspection_text(read, lang.value), None)


@app.command()
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

    points = [None if written is None else _triple(name, written) for name, written in (("--eye", eye), ("--look", look))]
    notes = picture_of(subject, output, viewpoint_id=viewpoint, eye=points[0], look=points[1], view=view.value, size=_size(size))
    _say_notes(notes)
    _say(f"{output}")


@permits_app.command("list")
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
    _put(written[format_](), None)


@permits_app.command("show")
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
    _put(permit_json(read) if format_ is ReportFormat.json else permit_text(read, lang.value), None)


@permits_app.command("reasons")
def permits_reasons() -> None:
    """每条要求由谁判定、为什么 · Who decides each requirement, and why: a table in Markdown, in both languages."""
    from showroom import formats
    from showroom.reports.permit_rows import rows_markdown

    _put(rows_markdown(formats.read_permit(permit_id, district="none") for permit_id in formats.permit_ids()), None)


@permits_app.command("validate")
def permits_validate(path: RegisterArgument = None) -> None:
    """清单有没有写错 · Whether the register is sound.

    A line for each mistake, with file and line of the file; exit status 1 where there is one.
    """
    from showroom.register import validate

    problems = validate(path)
    for problem in problems:
        _put(f"{problem}\n", None)
    raise typer.Exit(1 if problems else 0)


@permits_app.command("test")
def permits_test(path: RegisterArgument = None, lang: LangOption = Lang.zh_CN) -> None:
    """运行清单里的例子 · Run the examples of the register.

    Examples stand beside requirements (examples:). A line for each; exit status 1 where one comes out otherwise than written.
    """
    from showroom.register import run_examples
    from showroom.reports.permit_register import examples_text

    runs = run_examples(path)
    _put(examples_text(runs, lang.value), None)
    raise typer.Exit(0 if all(run.agrees for run in runs) else 1)


@permits_app.command("diff")
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
    _put(difference_json(difference) if format_ is ReportFormat.json else difference_text(difference, lang.value), None)


@scene_app.command("list")
def scene_list(lang: LangOption = Lang.zh_CN) -> None:
    """有哪些样板间 · Which scenes there are."""
    from showroom import formats
    from showroom.packages.scenes import scene_folders

    for folder in scene_folders():
        scene = formats.read_scene(folder)
        _put(f"{scene.id:<20} {', '.join(scene.permits):<32} {scene.title.in_(lang.value)}\n", None)


@scene_app.command("validate")
def scene_validate(
    scene: Annotated[str, typer.Argument(help="样板间 id 或文件夹 · A scene's id or folder.")], as_of: AsOfOption = None
) -> None:
    """样板间有无问题 · Whether a scene can be shown as it is; exit 1 and a line for each problem otherwise."""
    from showroom.packages.problems import scene_problems
    from showroom.packages.scenes import find_scene

    problems = scene_problems(find_scene(scene), as_of=_day(as_of))
    for problem in problems:
        _put(f"{problem}\n", None)
    raise typer.Exit(1 if problems else 0)


@app.command()
def doctor(
    lang: LangOption = Lang.zh_CN,
    report: Annotated[Path | None, typer.Option(metavar="FILE", help="写入文件 · Write the report to a file.")] = None,
) -> None:
    """这台电脑有什么、缺什么 · What this machine has and lacks."""
    from showroom.doctor import examine

    _put(examine().text(lang.value), report)


def main() -> None:
    """Run the command line; what a person can mend is said in one line each, on standard error, and exits 2."""
    try:
        app()
    except ShowroomError as error:
        for problem in error.problems:
            _refuse(problem)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _review(plan: Path, permit_id: str, application: Path | None, as_of: str | None, district: str | None):
    atexit.register(gc.freeze)  # or the interpreter looks through everything for cycles before it lets go of it all the same
    from showroom import formats

    formats.expect(plan)
    from showroom.domain.application import Application
    from showroom.formats.reading_told import read_plan_told
    from showroom.review import review

    permit = formats.read_permit(permit_id, district=district)
    declared = formats.read_application(application) if application else Application()
    try:
        day = _day(as_of)
        return review(read_plan_told(plan), permit, declared, as_of=day)
    except InputError as refused:
        if not any(problem.place.startswith(f"{permit_id}: ") for problem in refused.problems):
            raise
        from showroom.register import located

        raise InputError(located(refused.problems, permit_id)) from None


def _open_kiosk(
    scene: str | None = None,
    permit: str | None = None,
    language: str = "zh_CN",
    windowed: bool = False,
    size: tuple[int, int] | None = None,
) -> int:
    _need_display()
    from showroom.app import kiosk as window

    return window.run(scene_id=scene, permit_id=permit, language=language, windowed=windowed, size=size)


def _need_display() -> None:
    from showroom.doctor import window_trouble

    if trouble := window_trouble():
        reason, remedy = (f"{words.zh_CN} · {words.en}" if words.zh_CN != words.en else words.en for words in trouble)
        raise InputError(Problem("", reason, remedy))


def _refuse(problem: Problem) -> None:
    """Say a problem in the language asked for. The command is over by then, so what was typed is looked at."""
    from showroom.formats.refusals import problem_said

    english = "--lang=en" in sys.argv or ("--lang", "en") in itertools.pairwise(sys.argv)
    for line in problem_said(problem, "en" if english else "zh_CN"):
        _say(line)


def _day(written: str | None) -> date:
    if written is None:
        return date.today()  # noqa: DTZ011 - the day on the hall's own calendar
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise InputError(Problem("--as-of", f'"{written}" is not a date', "write it as 2026-11-23")) from None


def _size(written: str) -> tuple[int, int]:
    width, times, height = written.lower().partition("x")
    if not (times and width.isdecimal() and height.isdecimal() and 16 <= int(width) <= 8192 and 16 <= int(height) <= 8192):
        raise InputError(
            Problem("--size", f'"{written}" is not a size', "write width and height between 16 and 8192, e.g. 1280x720")
        )
    return int(width), int(height)


def _triple(name: str, written: str) -> tuple[float, float, float]:
    import math

    try:
        x, y, z = (float(part) for part in written.split(","))
    except ValueError:
        raise InputError(Problem(name, f'"{written}" is not a point', "write three numbers in metres, e.g. 2.5,1,1.6")) from None
    if not all(math.isfinite(value) and abs(value) < 1e5 for value in (x, y, z)):
        raise InputError(Problem(name, f'"{written}" is too far away', "write metres within the premises"))
    return x, y, z


def _put(text: str, path: Path | None) -> None:
    if path is None:
        sys.stdout.write(text)
        return
    from showroom.formats.writing import write_aside

    write_aside(path, text.encode())
    _say(f"{path}")


def _say_notes(notes: "tuple[Note, ...]") -> None:
    """Say in both languages what of a plan was not built as drawn."""
    for note in notes:
        _say(f"{note.text.in_('zh_CN')} · {note.text.in_('en')}")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
