"""Which Python is this, and which packages does it have of those the program needs or can use?

Names come from the program's own metadata, so nothing here has to be kept in step with `pyproject.toml`.
"""

import platform
import re
import sys
from importlib import metadata

from showroom.doctor.report import Entry, State, Words

_DISTRIBUTION = "approval-showroom"
_PROGRAM = Words("程序", "Program")
_SHOWN_PACKAGES = ("pyside6", "vtk", "shapely", "ezdxf")
_EXTRAS = {  # what it is, what it is for, how to get it (else by pip)
    "ifc": (Words("IFC 建筑模型（可选）", "IFC models (optional)"), Words("读写 IFC", "reading and writing IFC"), None),
    "scan": (Words("照片描图（可选）", "Tracing photos (optional)"), Words("读照片和扫描图", "reading photos and scans"), None),
    "bench": (Words("测速（可选）", "Benchmarks (optional)"), Words("测速", "measuring"), "make bench"),
    "dev": (Words("开发工具（可选）", "Developers' tools (optional)"), Words("运行测试", "running the tests"), "make install"),
}


def entries() -> tuple[Entry, ...]:
    """Return an entry for Python, one for the packages the program always needs, and one for each extra."""
    return (_python(), *_packages())


def _python() -> Entry:
    fits = (3, 11) <= sys.version_info[:2] <= (3, 13)
    return Entry(
        "python",
        _PROGRAM,
        Words.same("Python"),
        State.good if fits else State.missing,
        Words.same(platform.python_version()),
        Words("请用 Python 3.11 至 3.13", "use Python 3.11 to 3.13"),
        essential=True,
    )


def _packages() -> tuple[Entry, ...]:
    try:
        wanted = metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        wanted = []
    if not wanted:
        nothing = Words("没有安装信息", "this program is not installed")
        return (_core(State.missing, nothing, Words("请运行 `make install`", "run `make install`")),)
    by_extra: dict[str, list[str]] = {}
    for line in wanted:
        name = re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0]
        extra = re.search(r"""extra == ['"](\w+)['"]""", line)
        by_extra.setdefault(extra[1] if extra else "", []).append(name)
    core = _core_packages(by_extra.pop("", []))
    return (core, *(_extra(name, packages) for name, packages in by_extra.items() if name in _EXTRAS))


def _core(state: State, value: Words, remedy: Words) -> Entry:
    return Entry("packages", _PROGRAM, Words("必需的软件包", "Packages it needs"), state, value, remedy, essential=True)


def _core_packages(names: list[str]) -> Entry:
    found = {name: _version(name) for name in names}
    absent = [name for name, version in found.items() if version is None]
    remedy = Words("请运行 `make install`", "run `make install`")
    if absent:
        return _core(State.missing, Words("缺 " + "、".join(absent), "missing: " + ", ".join(absent)), remedy)
    versions = {name.lower(): version for name, version in found.items()}
    pyside = versions.get("pyside6") or ""
    if pyside.startswith("6.12"):
        value = Words(f"PySide6 {pyside} 会在使用中退出", f"PySide6 {pyside} aborts after some thousand calls")
        return _core(State.missing, value, Words("请装 PySide6 6.11", "install PySide6 6.11"))
    named = ", ".join(f"{name} {versions[name]}" for name in _SHOWN_PACKAGES if name in versions)
    return _core(State.good, Words(f"{len(names)} 个齐全（{named} 等）", f"all {len(names)} ({named}, …)"), remedy)


def _extra(name: str, packages: list[str]) -> Entry:
    title, use, target = _EXTRAS[name]
    absent = [package for package in packages if _version(package) is None]
    if not absent:
        value = Words.same(", ".join(f"{package} {_version(package)}" for package in packages[:3]) + (" …" if packages[3:] else ""))
        return Entry(f"extra-{name}", _PROGRAM, title, State.good, value)
    command = target or "pip install " + " ".join(absent)
    return Entry(
        f"extra-{name}",
        _PROGRAM,
        title,
        State.limited,
        Words("没有 " + "、".join(absent), "without " + ", ".join(absent)),
        Words(f"需要{use.zh_CN}时：{command}", f"for {use.en}: {command}"),
    )


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
