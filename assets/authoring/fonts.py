"""Which letters do we carry? Makes `assets/fonts/*.ttf` from the static Noto Sans SC fonts, cut down to what our readers write.

The outlines must be TrueType, not CFF: reportlab embeds no other kind. Run `python assets/authoring/fonts.py`; it fetches two
packages with the ordinary npm and pip clients into a scratch folder (`--scratch` keeps it) and needs fonttools (extra `dev`).
"""

import argparse
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONT_PACKAGE = "@expo-google-fonts/noto-sans-sc@0.4.3"
TABLE_PACKAGE = "pypinyin-dict==0.9.0"  # carries the 8105 characters of 通用规范汉字表 as the keys of a dictionary
TABLE_MODULE = "pypinyin_dict/pinyin_data/kmandarin_8105.py"

FACES = {
    "NotoSansSC-Regular.ttf": "package/400Regular/NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold.ttf": "package/700Bold/NotoSansSC_700Bold.ttf",
}
LICENCE = "package/LICENSE_FONT"
FOLDER = Path(__file__).resolve().parents[1] / "fonts"

BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x2000, 0x209F),  # general punctuation, super- and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x23FF),  # letter-like, number forms, arrows, mathematics, technical
    (0x2460, 0x27BF),  # circled numbers, boxes, geometric shapes, signs, dingbats
    (0x3000, 0x33FF),  # CJK punctuation, kana, circled ideographs, ㎡ and other units
    (0xFE30, 0xFE4F),  # vertical forms
    (0xFF00, 0xFFEF),  # full-width forms
)
ALIASES = {"☐": "□", "✗": "×", "✘": "×", "✕": "×", "✔": "✓"}  # signs the family lacks and the sign that stands in
BOXED = {"☑": ("✓", 0.8, 220, 90), "☒": ("×", 0.9, 50, 42)}  # what is set into a box, how much smaller, where
DESIRED = "☐☑☒✓✗≥≤×÷±°²³·—…“”《》「」【】①②③㎡←↑→↓■□▲△●○◆◇★☆"


def gb2312() -> Iterator[int]:
    """Yield every code point of GB2312, symbols as well as characters."""
    for row in range(0xA1, 0xF8):
        for column in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, column)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def standard_characters(wheel_path: Path) -> set[int]:
    """Return the code points of the table of general standard Chinese characters (State Council, 2013)."""
    with zipfile.ZipFile(wheel_path) as wheel:
        text = wheel.read(TABLE_MODULE).decode()
    found = {int(number, 16) for number in re.findall(r"^\s*0x([0-9A-F]+):", text, re.MULTILINE)}
    if len(found) != 8105:
        sys.exit(f"{wheel_path.name}: {len(found)} characters, 8105 were expected")
    return found


def fetch(scratch: Path) -> tuple[Path, Path]:
    """Fetch the font package and the character table; return their paths."""
    if not list(scratch.glob("expo-google-fonts-noto-sans-sc-*.tgz")):
        subprocess.run(["npm", "pack", "--silent", FONT_PACKAGE], cwd=scratch, check=True)
    if not list(scratch.glob("pypinyin_dict-*.whl")):
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(scratch), TABLE_PACKAGE], check=True
        )
    return next(scratch.glob("expo-google-fonts-noto-sans-sc-*.tgz")), next(scratch.glob("pypinyin_dict-*.whl"))


def cut(source: Path, target: Path, wanted: set[int]) -> None:
    """Write `source` with only the wanted code points, without hinting, with kerning."""
    font = TTFont(source)
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "ccmp", "mark", "mkmk"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["BASE", "STAT", "VORG", "vhea", "vmtx"]
    font.recalcTimestamp = False  # same input, same bytes
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    add_signs(font)
    font.save(target)
    held = set(font.getBestCmap())
    missing = "".join(letter for letter in DESIRED if ord(letter) not in held)
    print(f"{target.name}: {len(held)} characters, {target.stat().st_size / 1e6:.2f} MB; not in the font: {missing or 'nothing'}")


def add_signs(font: TTFont) -> None:
    """Give the font the tick boxes and crosses of a checklist, composed of signs it has."""
    names = font.getBestCmap()
    added = {ord(sign): names[ord(stand_in)] for sign, stand_in in ALIASES.items()}
    order = list(font.getGlyphOrder())
    for sign, (inner, scale, right, up) in BOXED.items():
        pen = TTGlyphPen(font.getGlyphSet())
        pen.addComponent(names[ord("□")], (1, 0, 0, 1, 0, 0))
        pen.addComponent(names[ord(inner)], (scale, 0, 0, scale, right, up))
        name = f"uni{ord(sign):04X}"
        order.append(name)
        font["glyf"].glyphs[name] = pen.glyph()
        font["hmtx"][name] = font["hmtx"][names[ord("□")]]
        added[ord(sign)] = name
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(added)


def make(scratch: Path) -> None:
    """Make both faces and put the licence beside them."""
    package_path, table_path = fetch(scratch)
    characters = standard_characters(table_path)
    wanted = {code for first, last in BLOCKS for code in range(first, last + 1)} | set(gb2312()) | characters
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tarfile.open(package_path) as package:
        for name, member in FACES.items():
            package.extract(member, scratch, filter="data")
            cut(scratch / member, FOLDER / name, wanted)
        package.extract(LICENCE, scratch, filter="data")
    (FOLDER / "OFL.txt").write_bytes((scratch / LICENCE).read_bytes())


def main() -> None:
    """Read the arguments and make the fonts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scratch", type=Path, help="keep what was fetched here")
    chosen = parser.parse_args().scratch
    if chosen:
        chosen.mkdir(parents=True, exist_ok=True)
        make(chosen)
        return
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder))


if __name__ == "__main__":
    main()
