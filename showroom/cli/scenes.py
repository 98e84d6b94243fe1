"""Which commands are about the sample premises?"""

from pathlib import Path
from typing import Annotated

import typer

from showroom.cli.options import AsOfOption, Lang, LangOption, MatrixFormat, ModelUnit, UpAxis, day_typed, factor_typed
from showroom.cli.saying import put, say

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


SceneArgument = Annotated[str, typer.Argument(metavar="SCENE", help="样板间 id 或文件夹 · A scene's id or folder.")]
PackageArgument = Annotated[Path, typer.Argument(metavar="PACKAGE", help=".showroom 文件 · A scene package.")]
KeysOption = Annotated[Path | None, typer.Option("--keys", metavar="FOLDER", help="信任的公钥 · Public keys trusted here (.pub).")]
IntoOption = Annotated[Path | None, typer.Option("--into", metavar="FOLDER", help="装到哪里 · Where scenes are installed.")]


@commands.command("coverage")
def scene_coverage(
    scene: SceneArgument,
    permit: Annotated[
        str | None, typer.Option("--permit", help="哪个许可；不写为全部 · Which permit; all of the scene's where none is named.")
    ] = None,
    written: Annotated[MatrixFormat, typer.Option("--format", help="输出格式 · How it is written.")] = MatrixFormat.text,
    gaps: Annotated[bool, typer.Option("--gaps", help="只看有缺口的要求 · Only requirements with gaps.")] = False,
    lang: LangOption = Lang.zh_CN,
    as_of: AsOfOption = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="写入 · Write it there.")] = None,
) -> None:
    """每项要求讲到哪一步 · What of each requirement a scene teaches, what is missing, and where."""
    from showroom import formats
    from showroom.domain.errors import InputError, Problem
    from showroom.packages.coverage import coverage
    from showroom.packages.coverage_table import coverage_csv, coverage_json, coverage_text
    from showroom.packages.scenes import find_scene
    from showroom.packages.upkeep import beside_the_point, own_outcomes

    folder, day = find_scene(scene), day_typed(as_of)
    read = formats.read_scene(folder)
    if permit is not None and permit not in read.permits:
        raise InputError(
            Problem("--permit", f'the scene "{read.id}" does not teach "{permit}"', f"choose {', '.join(read.permits)}")
        )
    outcomes = own_outcomes(folder, read, day)
    found = [
        coverage(read, formats.read_permit(name).on(day), folder, beside_the_point(name, outcomes))
        for name in ([permit] if permit else read.permits)
    ]
    if written is MatrixFormat.text:
        put(coverage_text(found, lang.value, gaps_only=gaps), output)
    else:
        put(coverage_json(found) if written is MatrixFormat.json else coverage_csv(found, lang.value), output)


@commands.command("import")
def scene_import(
    model: Annotated[
        Path, typer.Argument(metavar="MODEL", help="三维模型或平面图 · The model (.glb .gltf .obj .ply .stl) or a plan to build.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="新样板间的文件夹 · The new scene's folder.")],
    scene_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="样板间 id · The scene's id; else the folder's name.")
    ] = None,
    permit: Annotated[
        list[str] | None, typer.Option("--permit", metavar="ID", help="教哪个许可，可多次 · A permit it teaches; may be repeated.")
    ] = None,
    up: Annotated[
        UpAxis | None, typer.Option("--up", help="文件中向上的轴 · The axis that is up in the file; else guessed.")
    ] = None,
    unit: Annotated[ModelUnit | None, typer.Option("--unit", help="文件的单位 · The file's unit; else guessed.")] = None,
    known: Annotated[
        str | None,
        typer.Option(
            "--known",
            metavar='"X,Y,Z X,Y,Z LENGTH"',
            help="已知长度：两点（上次导入后的米）和实际米数 · Two points of an earlier import and how many metres they are apart.",
        ),
    ] = None,
    lang: LangOption = Lang.zh_CN,
) -> None:
    """导入模型 · A new scene from a bare 3D model or a plan: upright, in metres, with a first view; the original stays as it is.

    例 · Example: showroom scene import shop.glb -o my-shop --permit small-catering
    """
    from showroom.formats.model_files_told import Wishes
    from showroom.formats.reading_told import told_while
    from showroom.packages.bringing import bring_in
    from showroom.packages.bringing_told import brought_text

    wishes = Wishes(up=up.value if up else None, unit=unit.value if unit else None, factor=factor_typed(known))
    with told_while(model) as waiting:
        brought = bring_in(model, output, permits=tuple(permit or ()), scene_id=scene_id, wishes=wishes, waiting=waiting)
    put(brought_text(brought, lang.value), None)


@commands.command("keygen")
def scene_keygen(key: Annotated[Path, typer.Argument(metavar="KEY.pem", help="新私钥文件 · The new private key.")]) -> None:
    """生成签名钥匙 · Make a key to sign packages with; the .pub beside it goes to the kiosks."""
    from showroom.packages.signing import keys_folder, make_key

    put(f"{make_key(key)}\n", None)
    say(f"{key}.pub → {keys_folder()}")


@commands.command("pack")
def scene_pack(
    scene: SceneArgument,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="PACKAGE.showroom", help="写入 · The package.")],
    key: Annotated[Path | None, typer.Option("--key", metavar="KEY.pem", help="签名私钥 · The key to sign with.")] = None,
    reviewed_by: Annotated[str, typer.Option("--reviewed-by", metavar="NAME", help="谁审核的 · Who looked it over.")] = "",
    as_of: AsOfOption = None,
) -> None:
    """打包 · Pack a scene: a draft, or published where it was reviewed, is signed, and nothing is wrong with it."""
    from showroom.packages.packing import pack
    from showroom.packages.scenes import find_scene
    from showroom.packages.signing import private_key

    signing = private_key(key) if key is not None else None
    manifest = pack(find_scene(scene), output, made=day_typed(as_of), key=signing, reviewed_by=reviewed_by)
    say(f"{output} · {manifest.scene}@{manifest.digest[:16]} · {'草稿 draft' if manifest.is_draft else '已发布 published'}")


@commands.command("verify")
def scene_verify(package: PackageArgument, keys: KeysOption = None) -> None:
    """核对包 · Whether a package is what it claims; exit 1 where it is not signed, or is a draft."""
    from showroom.packages.packing import verify
    from showroom.packages.signing import keys_folder, known_keys

    found = verify(package, known_keys(keys or keys_folder()))
    manifest = found.manifest
    put(f"{manifest.scene}@{manifest.digest[:16]}\n{len(manifest.files)} 个文件 files\n", None)
    put(f"审核 reviewed by: {manifest.reviewed_by or '—（草稿 draft）'}\n", None)
    put(f"签名 signed by: {found.signed_by or '—（未签名 unsigned）'}\n", None)
    raise typer.Exit(1 if manifest.is_draft or found.signed_by is None else 0)


@commands.command("install")
def scene_install(package: PackageArgument, keys: KeysOption = None, into: IntoOption = None) -> None:
    """安装 · Install a published package signed by a known key; the version before is kept."""
    from showroom.packages.installed import install
    from showroom.packages.scenes import installed_folder
    from showroom.packages.signing import keys_folder, known_keys

    root = into or installed_folder()
    found = install(package, known_keys(keys or keys_folder()), root)
    say(f"{found.manifest.scene}@{found.manifest.digest[:16]} → {root}")


@commands.command("rollback")
def scene_rollback(scene: Annotated[str, typer.Argument(metavar="SCENE")], into: IntoOption = None) -> None:
    """退回上一版 · Show the version of a scene that was shown before."""
    from showroom.packages.installed import rollback
    from showroom.packages.scenes import installed_folder

    say(rollback(scene, into or installed_folder()))
