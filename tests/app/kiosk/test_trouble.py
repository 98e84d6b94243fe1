"""What a visitor reads when a file cannot be used."""

from showroom.app.kiosk.trouble import words_for
from showroom.domain.errors import Problem

DWG = Problem("/media/stick/shop.dxf", "this is a DWG drawing with the suffix of a DXF", "save it as DXF in the drawing program")


def test_the_exact_trouble_is_told_in_chinese_then_in_english() -> None:
    """Without folders, and with what to do."""
    _, chinese, english = words_for([DWG], "zh_CN")
    assert chinese == "shop.dxf：这是 DWG 图纸，只是后缀改成了 DXF；请在绘图软件中另存为 DXF"
    assert english == "shop.dxf: this is a DWG drawing with the suffix of a DXF; save it as DXF in the drawing program"


def test_a_visitor_who_reads_english_gets_english_alone() -> None:
    """One line for each trouble."""
    assert words_for([DWG], "en")[1:] == (
        "shop.dxf: this is a DWG drawing with the suffix of a DXF; save it as DXF in the drawing program",
    )
