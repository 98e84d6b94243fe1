"""Every refusal of a drawing is worded in Chinese as well as in English."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from showroom.domain.errors import InputError, Problem
from showroom.formats import read_plan
from showroom.formats.refusals import SENTENCES, in_chinese, problem_said

FORMATS = Path(__file__).resolve().parents[2] / "showroom" / "formats"
READERS = (
    "source_file", "worker", "dxf_file", "dxf_walk", "xml_file", "svg", "geojson", "table", "glb", "gltf_data", "gltf_draco",
    "gltf_json", "glb_writer", "model_files", "model_files_beside", "model_files_checked", "model_files_meshes",
    "model_files_pictures", "site_results", "site_results_bcf", "site_results_field", "site_results_xlsx",
)  # fmt: skip
"""The modules whose every refusal is in the table."""


def _said(node: ast.expr) -> str | None:
    """Return a sentence as written, `X` where something is filled in; `None` where it is not written out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "X" for part in node.values)
    return None


def _refusals(module: str) -> Iterator[str]:
    """Yield every sentence in a call that makes a problem, and every `reason` and `remedy` written before one."""
    for node in ast.walk(ast.parse((FORMATS / f"{module}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Problem", "_refused", "_Refusal", "refuse"):
            yield from filter(None, map(_said, node.args[-2:]))
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("reason", "remedy"):
            yield from filter(None, [_said(node.value)])


@pytest.mark.parametrize("module", READERS)
def test_every_refusal_a_reader_writes_has_its_chinese(module: str) -> None:
    """No sentence is added to a reader without one in the table."""
    unknown = [sentence for sentence in _refusals(module) if " " in sentence and in_chinese(sentence) is None]
    assert unknown == []


def test_no_sentence_is_said_twice_or_left_english() -> None:
    """Every Chinese sentence has Chinese in it, and as many holes as it fills."""
    for english, chinese in SENTENCES.items():
        filled = in_chinese(english.replace("{}", "7"))
        assert filled is not None
        assert any("\u4e00" <= character <= "\u9fff" for character in filled)
        assert "{}" not in filled, chinese


@pytest.mark.parametrize(
    ("name", "content", "chinese"),
    [
        ("shop.dxf", "hello", "这不是 DXF 图纸"),
        ("shop.dxf", "AC1032 and so on", "这是 DWG 图纸"),
        ("shop.dxf", "  0\nSECTION\n", "图纸文件不完整"),
        ("shop.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "图中没有找到房间"),
        ("shop.svg", "<html/>", "这不是 SVG 图纸"),
        ("shop.geojson", "{}", "这不是 GeoJSON"),
        ("shop.pdf", "%PDF", "后缀为“.pdf”的文件"),
        ("shop.dxf", " ", "文件是空的"),
    ],
)
def test_what_is_refused_is_said_in_chinese_then_in_english(tmp_path: Path, name: str, content: str, chinese: str) -> None:
    """The Chinese line names the file, what is wrong and what to do; the English one follows; English alone where that is asked."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_plan(path)
    first, second = problem_said(refused.value.problems[0], "zh_CN")
    assert first.startswith(f"{path}：{chinese}")
    assert "；" in first
    assert problem_said(refused.value.problems[0], "en") == (second,)


def test_an_unknown_sentence_stays_english() -> None:
    """What the table does not know is said as it was written, once."""
    assert problem_said(Problem("a.dxf", "something else", "do it"), "zh_CN") == ("a.dxf: something else; do it",)
