"""How do the tours get a voice before a person records one? Speaks every script with espeak-ng and packs it as Ogg Vorbis.

These clips are placeholders and are credited as such in each scene. Needs the programs `espeak-ng` and `oggenc` (Debian: espeak-ng,
vorbis-tools). Run by hand: `python assets/authoring/narration.py [SCENE …]`.
"""

import argparse
import shutil
import subprocess
import tempfile
from pathlib import Path

from showroom import home
from showroom.formats import read_scene

VOICES = {"zh_CN": ("cmn", 150), "en": ("en-gb", 155)}
"""espeak-ng voice and words a minute, by language."""


def speak(text: str, language: str, clip: Path) -> None:
    """Write `text` as speech to `clip` (Ogg Vorbis, mono)."""
    voice, pace = VOICES[language]
    with tempfile.TemporaryDirectory() as folder:
        wave = Path(folder) / "speech.wav"
        subprocess.run(["espeak-ng", "-v", voice, "-s", str(pace), "-g", "4", "-w", str(wave), text], check=True)
        subprocess.run(["oggenc", "--quiet", "--serial", "1", "-q", "2", "-o", str(clip), str(wave)], check=True)


def narrate(folder: Path) -> list[Path]:
    """Speak every stop of every tour of a scene; returns the clips written."""
    written = []
    for tour in read_scene(folder).tours:
        for stop in tour.stops:
            for language, name in stop.clip.items():
                clip = folder / name
                clip.parent.mkdir(exist_ok=True)
                speak(stop.script.in_(language), language, clip)
                written.append(clip)
    return written


def main() -> None:
    """Speak the scenes named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene", nargs="*", help="scene ids; all where none is named")
    chosen = parser.parse_args().scene or sorted(path.parent.name for path in home.scenes().glob("*/scene.yaml"))
    for program in ("espeak-ng", "oggenc"):
        if shutil.which(program) is None:
            raise SystemExit(f"{program} is missing; install espeak-ng and vorbis-tools")
    for scene in chosen:
        clips = narrate(home.scenes() / scene)
        print(f"{scene}: {len(clips)} clips, {sum(clip.stat().st_size for clip in clips) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
