"""Which colours, sizes and type do the windows speak? Roles, not literals.

Everything is said in design pixels of a 1080 px short side on an 8 px grid; `Look.px` turns them into widget pixels for the
window at hand, ×1.5 in large print. A newcomer would write a colour into a widget: take a role instead, for high contrast changes
them all.
"""

from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase

from showroom import home
from showroom.domain.finding import Outcome

LARGE_PRINT = 1.5
DESIGN_SHORT_SIDE = 1080
SMALLEST_SCALE = 0.7
"""Below this, targets would fall under 44 px."""

BODY, TITLE, CAPTION, HEADING, DISPLAY, EYEBROW = 22, 40, 18, 28, 56, 18
TARGET, GAP, MARGIN = 64, 16, 40


@dataclass(frozen=True)
class Palette:
    """One colour for each role, `#rrggbb`."""

    surface: str = "#f3f6fa"
    surface_raised: str = "#ffffff"
    surface_sunken: str = "#e7edf4"
    text: str = "#15202f"
    muted: str = "#4c5b6c"
    line: str = "#cbd5e1"
    accent: str = "#1f5fbf"
    accent_pressed: str = "#174a97"
    accent_soft: str = "#e8f0fc"
    on_accent: str = "#ffffff"
    night: str = "#101a29"
    on_night: str = "#ffffff"
    met: str = "#00784e"
    met_soft: str = "#eaf7f0"
    not_met: str = "#951a14"
    not_met_soft: str = "#fdf0ee"
    to_confirm: str = "#985c00"
    to_confirm_soft: str = "#fdf5e6"
    not_applicable: str = "#5b6673"
    not_applicable_soft: str = "#eff2f6"
    focus: str = "#0b2a5b"
    focus_gap: str = "#ffffff"

    def outcome(self, outcome: Outcome) -> str:
        """Return the colour of an outcome."""
        return str(getattr(self, OUTCOME_ROLE[outcome]))

    def outcome_soft(self, outcome: Outcome) -> str:
        """Return the ground an outcome's words lie on."""
        return str(getattr(self, f"{OUTCOME_ROLE[outcome]}_soft"))


OUTCOME_ROLE = {
    Outcome.MET: "met",
    Outcome.NOT_MET: "not_met",
    Outcome.TO_CONFIRM: "to_confirm",
    Outcome.NOT_APPLICABLE: "not_applicable",
    Outcome.NOT_CHECKED: "to_confirm",
}
"""The role an outcome is coloured by; an icon and a word always stand beside it."""

CALM = Palette()
HIGH_CONTRAST = Palette(
    surface="#ffffff",
    surface_sunken="#eef1f5",
    text="#000000",
    muted="#25303d",
    line="#3b4653",
    accent="#003a8c",
    accent_pressed="#00235a",
    accent_soft="#eaf1fd",
    night="#000000",
    met="#005c3c",
    met_soft="#f2fbf6",
    not_met="#5e0a06",
    not_met_soft="#fff5f4",
    to_confirm="#6b4500",
    to_confirm_soft="#fffaf0",
    not_applicable="#39434f",
    not_applicable_soft="#f5f7f9",
    focus="#000000",
    focus_gap="#ffd400",
)

DUSK = Palette(
    surface="#141b26",
    surface_raised="#1c2533",
    surface_sunken="#0f151e",
    text="#e8eef6",
    muted="#a9b6c6",
    line="#3a4759",
    accent="#8ab8ff",
    accent_pressed="#b4d1ff",
    accent_soft="#223757",
    on_accent="#0b1626",
    night="#05080d",
    met="#5fd3a0",
    met_soft="#16352a",
    not_met="#ff9d94",
    not_met_soft="#3d1f1d",
    to_confirm="#ffc46b",
    to_confirm_soft="#3a2d14",
    not_applicable="#a3b0bf",
    not_applicable_soft="#253040",
    focus="#d6e6ff",
    focus_gap="#05080d",
)
"""For the studio in a dim office; the kiosk stands in a lit hall and has none."""

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    ("text", "surface"), ("text", "surface_raised"), ("text", "surface_sunken"), ("text", "accent_soft"), ("muted", "surface"),
    ("muted", "surface_raised"), ("muted", "surface_sunken"), ("accent", "surface"), ("accent", "surface_raised"), ("accent",
    "accent_soft"), ("on_accent", "accent"), ("on_accent", "accent_pressed"), ("on_night", "night"), ("met", "surface_raised"),
    ("met", "met_soft"), ("not_met", "surface_raised"), ("not_met", "not_met_soft"), ("to_confirm", "surface_raised"),
    ("to_confirm", "to_confirm_soft"), ("not_applicable", "surface_raised"), ("not_applicable", "not_applicable_soft"),
    ("on_accent", "met"), ("on_accent", "not_met"), ("on_accent", "to_confirm"), ("on_accent", "not_applicable"),
    ("met", "surface_sunken"), ("not_met", "surface_sunken"), ("to_confirm", "surface_sunken"),
    ("not_applicable", "surface_sunken"), ("accent", "surface_sunken"),
    ("met", "surface"), ("not_met", "surface"), ("to_confirm", "surface"),
    ("not_applicable", "surface"), )  # fmt: skip
"""Every pair of (words, ground) the windows use; a test computes their contrast."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(color[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True)
class Look:
    """How the window looks now: its size in pixels, large print or not, high contrast or not, dark or not."""

    width: int = 1920
    height: int = 1080
    large_print: bool = False
    high_contrast: bool = False
    dark: bool = False

    @property
    def portrait(self) -> bool:
        """Whether the window is taller than wide."""
        return self.height > self.width

    @property
    def narrow(self) -> bool:
        """Whether two columns no longer fit side by side."""
        return self.width / self.scale < 1180

    @property
    def scale(self) -> float:
        """Widget pixels to a design pixel."""
        size = max(SMALLEST_SCALE, min(self.width, self.height) / DESIGN_SHORT_SIDE)
        return min(size, 2.0) * (LARGE_PRINT if self.large_print else 1.0)

    @property
    def palette(self) -> Palette:
        """The colours of the roles."""
        return HIGH_CONTRAST if self.high_contrast else DUSK if self.dark else CALM

    @property
    def gap(self) -> int:
        """The least distance between two targets, widget pixels; large print does not widen it."""
        return round(GAP * self.scale / (LARGE_PRINT if self.large_print else 1.0))

    def px(self, design_pixels: float) -> int:
        """Return widget pixels for so many design pixels."""
        return round(design_pixels * self.scale)

    def color(self, role: str, alpha: int = 255) -> QColor:
        """Return the colour of a role."""
        color = QColor(getattr(self.palette, role))
        color.setAlpha(alpha)
        return color

    def font(self, size: int = BODY, *, bold: bool = False) -> QFont:
        """Return the window's font at a size in design pixels."""
        font = QFont(font_family())
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def sized(self, width: int, height: int) -> "Look":
        """Return this look for a window of another size."""
        return replace(self, width=width, height=height)

    @cached_property
    def style_sheet(self) -> str:
        """The Qt style sheet made from `theme.qss`."""
        return Template(_template()).substitute(self._words())

    def _words(self) -> dict[str, str]:
        words = {field.name: getattr(self.palette, field.name) for field in fields(Palette)}
        sizes = {"body": BODY, "title": TITLE, "caption": CAPTION, "heading": HEADING, "display": DISPLAY}
        words |= {f"{name}_size": f"{self.px(size)}px" for name, size in sizes.items()}
        words |= {f"px{n}": f"{self.px(n)}px" for n in (2, 4, 6, 8, 12, 16, 20, 24, 32, 40, 64)}
        return words | {"family": font_family()}


@cache
def _template() -> str:
    return Path(__file__).with_name("theme.qss").read_text(encoding="utf-8")


@cache
def font_family() -> str:
    """Load the bundled fonts once and return their family, else a system family that has Chinese.

    Needs a QGuiApplication. The cache is Qt's own: application fonts live as long as the process.
    """
    families: list[str] = []
    for path in sorted((home.assets() / "fonts").glob("*.[ot]tf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    chinese = [name for name in families if "SC" in name or "CN" in name]
    if chinese:
        return min(chinese, key=len)
    known = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    wanted = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei")
    return next((name for name in wanted if name in known), known[0] if known else QFont().family())
