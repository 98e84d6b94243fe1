"""What does this machine have and lack? Looks at one thing after another and returns the report.

Nothing of Qt or VTK is imported here; see `probes`.
"""

import locale
import os
import platform
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import gettempdir

import showroom
from showroom import home
from showroom.doctor import libraries, probes, software
from showroom.doctor.report import Entry, Report, State, Words

_FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
_SOFTWARE_RENDERERS = ("llvmpipe", "softpipe", "swiftshader", "swrast", "basic render")
_ROOM_NEEDED_B = 500_000_000

_DRAWING = Words("绘图与窗口", "Drawing and windows")
_TALKING = Words("文字与声音", "Letters and sound")
_MACHINE = Words("本机", "Machine")


def examine() -> Report:
    """Look at everything and return what was found; takes a few seconds and changes nothing."""
    fonts = tuple(home.assets() / "fonts" / name for name in _FONTS)
    with ThreadPoolExecutor(max_workers=3) as pool:
        gl = pool.submit(probes.offscreen_gl)
        qt = pool.submit(probes.qt, tuple(path for path in fonts if path.is_file()))
        display = pool.submit(probes.display)
        entries = (
            *software.entries(),
            _system_libraries(),
            _gl(gl.result()),
            _display(display.result()),
            _xvfb(),
            _bundled_fonts(fonts, qt.result()),
            _speech(qt.result()),
            _audio(qt.result()),
            _processor(),
            _disk(),
            _temporary(),
            _language(),
        )
    return Report(showroom.__version__, entries)


def has_display() -> bool:
    """Say whether a window could be opened: a Wayland socket that exists, or an X display that answers."""
    if not sys.platform.startswith("linux"):
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / wayland).exists():
        return True
    return bool(os.environ.get("DISPLAY")) and bool(probes.display().found.get("open"))


def window_trouble() -> tuple[Words, Words] | None:
    """Return why no window can be opened here and what to do about it, or None; far quicker than `examine`.

    Qt ends the process where a library or the display is missing, so this is asked before Qt is imported.
    """
    if not has_display():
        return (
            Words("没有显示器，打不开窗口", "there is no display to open a window on"),
            Words("不开窗口可用 `make demo` 出图", "`make demo` draws pictures without one"),
        )
    lacking = libraries.missing(library for library in libraries.NEEDED if library.purpose in ("window", "drawing"))
    if lacking:
        names = ", ".join(library.name for library in lacking)
        return Words(f"系统缺少 {names}", f"the system lacks {names}"), Words.same(libraries.install_line(lacking))
    return None


def _system_libraries() -> Entry:
    needed = [library for library in libraries.NEEDED if library.purpose in ("window", "drawing")]
    lacking = libraries.missing(needed)
    return Entry(
        "libraries",
        _DRAWING,
        Words("系统库", "System libraries"),
        State.missing if lacking else State.good,
        Words.same(", ".join(library.name for library in lacking))
        if lacking
        else Words(f"{len(needed)} 个齐全", f"all {len(needed)} load"),
        Words.same(libraries.install_line(lacking)) if lacking else None,
        essential=True,
    )


def _gl(answer: probes.Answer) -> Entry:
    title = Words("三维绘图", "3D drawing")
    renderer = str(answer.found.get("renderer", ""))
    if not renderer:
        value = answer.trouble or Words("OpenGL 没有回答", "OpenGL gave no answer")
        remedy = Words(
            "请装 libgl1、libegl1、libgl1-mesa-dri，或显卡驱动", "install libgl1, libegl1 and libgl1-mesa-dri, or the GPU's driver"
        )
        return Entry("gl", _DRAWING, title, State.missing, value, remedy, essential=True)
    named = f"{renderer}, OpenGL {answer.found.get('version', '')}"
    if any(word in renderer.lower() for word in _SOFTWARE_RENDERERS):
        value = Words(f"由处理器绘制：{named}", f"by the processor: {named}")
        remedy = Words("可以使用；有显卡会更清晰流畅", "works; a graphics card makes it smoother and sharper")
        return Entry("gl", _DRAWING, title, State.limited, value, remedy, essential=True)
    return Entry("gl", _DRAWING, title, State.good, Words(f"由显卡绘制：{named}", f"by the graphics card: {named}"), essential=True)


def _display(answer: probes.Answer) -> Entry:
    title = Words("显示器", "Display")
    if answer.found.get("open"):
        size = f"{answer.found['width']}×{answer.found['height']}"
        return Entry("display", _DRAWING, title, State.good, Words.same(f"{os.environ.get('DISPLAY', '')} {size}"), essential=True)
    if has_display():
        return Entry(
            "display", _DRAWING, title, State.good, Words.same("Wayland" if os.name == "posix" else "Windows"), essential=True
        )
    named = os.environ.get("DISPLAY")
    value = Words(f"{named} 打不开", f"{named} cannot be opened") if named else Words("没有", "none")
    remedy = Words("开不了窗口；可用 `make demo` 出图", "no window can be opened; `make demo` draws pictures without one")
    return Entry("display", _DRAWING, title, State.missing, value, remedy, essential=True)


def _xvfb() -> Entry:
    title = Words("虚拟显示器（测试用）", "Virtual display (for tests)")
    if shutil.which("Xvfb"):
        return Entry("xvfb", _DRAWING, title, State.good, Words.same("Xvfb"))
    remedy = Words("运行测试时需要：sudo apt-get install xvfb", "needed for the tests: sudo apt-get install xvfb")
    return Entry("xvfb", _DRAWING, title, State.limited, Words("没有 Xvfb", "no Xvfb"), remedy)


def _bundled_fonts(paths: tuple[Path, ...], answer: probes.Answer) -> Entry:
    title = Words("中文字体", "Chinese fonts")
    absent = [path.name for path in paths if not path.is_file()]
    if absent:
        value = Words("缺 " + "、".join(absent), "missing: " + ", ".join(absent))
        remedy = Words("请重新安装本程序，或检查 SHOWROOM_HOME", "install the program anew, or look at SHOWROOM_HOME")
        return Entry("fonts", _TALKING, title, State.missing, value, remedy, essential=True)
    families = sorted({family for found in answer.found.get("families", []) for family in found})
    if families:
        return Entry("fonts", _TALKING, title, State.good, Words.same(", ".join(families)), essential=True)
    value = answer.trouble or Words("字体文件读不出", "the font files cannot be read")
    return Entry(
        "fonts", _TALKING, title, State.missing, value, Words("请重新安装本程序", "install the program anew"), essential=True
    )


def _speech(answer: probes.Answer) -> Entry:
    title = Words("语音合成（可选）", "Synthesised speech (optional)")
    ways = ["espeak-ng"] if shutil.which("espeak-ng") else []
    voices: dict[str, list[str]] = answer.found.get("voices", {})
    ways += [f"Qt {engine}" + (f" ({', '.join(spoken[:4])})" if spoken else "") for engine, spoken in voices.items()]
    if ways:
        return Entry("speech", _TALKING, title, State.good, Words.same(", ".join(ways)))
    remedy = Words(
        "录好的讲解照常播放；需要合成时：sudo apt-get install espeak-ng",
        "recorded narration plays all the same; for synthesis: sudo apt-get install espeak-ng",
    )
    return Entry("speech", _TALKING, title, State.limited, Words("没有", "none"), remedy)


def _audio(answer: probes.Answer) -> Entry:
    title = Words("声音输出", "Sound output")
    outputs: list[str] = answer.found.get("outputs", [])
    if outputs:
        return Entry("audio", _TALKING, title, State.good, Words.same(", ".join(outputs)))
    remedy = Words("讲解只显示字幕；请接音箱并启动 PulseAudio", "tours show captions only; connect a speaker and start PulseAudio")
    return Entry("audio", _TALKING, title, State.limited, Words("没有", "none"), remedy)


def _processor() -> Entry:
    cores = os.cpu_count() or 1
    state = State.good if cores >= 2 else State.limited
    value = Words(
        f"{cores} 核，{platform.machine()}，{platform.system()}", f"{cores} cores, {platform.machine()}, {platform.system()}"
    )
    remedy = Words("建议至少两核", "two cores or more are advised")
    return Entry("processor", _MACHINE, Words("处理器", "Processor"), state, value, remedy)


def _disk() -> Entry:
    free = shutil.disk_usage(home.home()).free
    state = State.good if free >= _ROOM_NEEDED_B else State.limited
    value = Words(f"空闲 {free / 1e9:.1f} GB", f"{free / 1e9:.1f} GB free")
    remedy = Words("请腾出至少 0.5 GB", "make room for at least 0.5 GB")
    return Entry("disk", _MACHINE, Words("磁盘", "Disk"), state, value, remedy)


def _temporary() -> Entry:
    folder = Path(gettempdir()).resolve()
    kind = _file_system(folder)
    in_memory = kind in ("tmpfs", "ramfs")
    return Entry(
        "temporary",
        _MACHINE,
        Words("临时文件", "Temporary files"),
        State.good if in_memory else State.limited,
        Words(f"{folder}（{kind}）", f"{folder} ({kind})"),
        Words(
            "放在内存里（tmpfs）更好：断电后访客的文件不留痕迹",
            "better kept in memory (tmpfs): nothing of a visitor's files is left after a power cut",
        ),
    )


def _file_system(folder: Path) -> str:
    """Return the kind of file system `folder` lies on, or `?` where the system does not say."""
    mounts = Path("/proc/mounts")
    if not mounts.is_file():
        return "?"
    best = (0, "?")
    for line in mounts.read_text(errors="replace").splitlines():
        point, kind = line.split(" ")[1:3]
        if folder.is_relative_to(point) and len(point) >= best[0]:
            best = (len(point), kind)
    return best[1]


def _language() -> Entry:
    chosen = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or "C"
    encoding = locale.getencoding()
    state = State.good if encoding.lower().replace("-", "") == "utf8" else State.limited
    remedy = Words("终端可能显示乱码：export LANG=C.UTF-8", "Chinese may show wrongly in the terminal: export LANG=C.UTF-8")
    return Entry("language", _MACHINE, Words("语言环境", "Locale"), state, Words.same(f"{chosen}, {encoding}"), remedy)
