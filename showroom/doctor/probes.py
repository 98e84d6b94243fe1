"""What happens when we try? Each question is put to a process of its own, so that a crash or a hang is an answer too.

The scripts print one line of JSON last; whatever Qt, VTK or a driver prints before it does not matter.
"""
# ruff: noqa: S603 - the scripts are spelt out here

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from showroom.doctor.report import Words

_TIMEOUT_S = 30.0

_OFFSCREEN_GL = """
import json, vtkmodules.vtkRenderingOpenGL2 as gl
window = gl.vtkEGLRenderWindow() if hasattr(gl, "vtkEGLRenderWindow") else gl.vtkGenericOpenGLRenderWindow()
window.SetOffScreenRendering(True)
window.SetSize(16, 16)
window.Render()
found = dict(line.split(":", 1) for line in window.ReportCapabilities().splitlines() if ":" in line)
names = {"renderer": "OpenGL renderer string", "version": "OpenGL version string", "vendor": "OpenGL vendor string"}
print(json.dumps({key: found.get(name, "").strip() for key, name in names.items()}))
"""

_QT = """
import json, sys
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtMultimedia import QMediaDevices
from PySide6.QtTextToSpeech import QTextToSpeech
application = QGuiApplication(["doctor"])
families = [QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(path)) for path in sys.argv[1:]]
engines = [name for name in QTextToSpeech.availableEngines() if name != "mock"]
voices = {}
for name in engines:
    speech = QTextToSpeech(name)
    if speech.state() != QTextToSpeech.State.Error:
        voices[name] = sorted({voice.locale().name() for voice in speech.availableVoices()})
outputs = [device.description() for device in QMediaDevices.audioOutputs()]
print(json.dumps({"families": families, "voices": voices, "outputs": outputs}))
"""

_DISPLAY = """
import ctypes, json
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XOpenDisplay.argtypes = [ctypes.c_char_p]
display = x.XOpenDisplay(None)
if display:
    x.XDisplayWidth.argtypes = x.XDisplayHeight.argtypes = [ctypes.c_void_p, ctypes.c_int]
    print(json.dumps({"open": True, "width": x.XDisplayWidth(display, 0), "height": x.XDisplayHeight(display, 0)}))
else:
    print(json.dumps({"open": False}))
"""


@dataclass(frozen=True)
class Answer:
    """What a script found, or why it found nothing."""

    found: Mapping[str, Any] = field(default_factory=dict)
    trouble: Words | None = None


def offscreen_gl() -> Answer:
    """Draw a picture without a window; finds `renderer`, `version` and `vendor` of OpenGL."""
    return ask(_OFFSCREEN_GL)


def qt(font_paths: tuple[Path, ...]) -> Answer:
    """Start Qt without a screen; finds `families` per font file, `voices` per speech engine, audio `outputs`."""
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    return ask(_QT, *map(str, font_paths), environment=quiet)


def display() -> Answer:
    """Open the X display that `DISPLAY` names; finds `open`, and `width` and `height` in pixels."""
    return ask(_DISPLAY)


def ask(script: str, *words: str, environment: Mapping[str, str] | None = None, timeout_s: float = _TIMEOUT_S) -> Answer:
    """Run a script and return the JSON object of its last line, or a sentence about how it ended instead."""
    command = [sys.executable, "-P", "-c", script, *words]
    try:
        ended = subprocess.run(
            command,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Answer(trouble=Words(f"{timeout_s:g} 秒内没有回答", f"no answer within {timeout_s:g} s"))
    if ended.returncode < 0:
        return Answer(trouble=Words(f"崩溃（信号 {-ended.returncode}）", f"crashed (signal {-ended.returncode})"))
    try:
        found = json.loads(ended.stdout.strip().splitlines()[-1])
    except (IndexError, ValueError):
        last = ended.stderr.strip().splitlines()[-1:] or [f"status {ended.returncode}"]
        return Answer(trouble=Words.same(last[0][:200]))
    return Answer(found=found) if isinstance(found, dict) else Answer(trouble=Words.same(str(found)[:200]))
