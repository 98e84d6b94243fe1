"""How does one of our SVG pictures become a PNG? By resvg, with the program's own fonts, so that every machine draws the same."""

import resvg_py

from showroom import home
from showroom.reports.palette import PAPER

FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


def png_of(svg: str, width_px: int) -> bytes:
    """Return the picture `svg` draws, `width_px` pixels wide, on paper, as the bytes of a PNG file."""
    fonts = [str(home.assets() / "fonts" / name) for name in FONTS] if "<text" in svg else []  # loading them takes 20 ms
    made = resvg_py.svg_to_bytes(
        svg_string=svg, width=width_px, background=PAPER, skip_system_fonts=True, font_files=fonts, font_family="Noto Sans SC"
    )
    return bytes(made)
