"""A small register that is sound: two permits, shared rows, a district, questions and an example; each test spoils a copy."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

COMMON = """\
format: 1
requirements:
  - id: fire.door
    kind: spatial
    title: {zh_CN: 门宽, en: Door width}
    text: {zh_CN: 门要够宽。, en: Doors are wide enough.}
    binding: mandatory
    source: {instrument: GB 1, clause: '1', reference: S1, standing: verified, grade: A}
    measure: {rule: clear-width, parameters: {doors: escape, at_least: 0.80 m}, advises: {at_least: 0.90 m}}
    examples:
      - name: {zh_CN: 门宽一米, en: A door of one metre}
        plan: examples/room.plan.yaml
        outcome: met
        margin: 0.2
    section: fire
    order: 10
  - id: fire.hall
    in_use: false
    kind: spatial
    title: {zh_CN: 大厅, en: Hall}
    text: {zh_CN: 大厅的门更宽。, en: Doors of halls are wider.}
    source: {instrument: GB 2, standing: local-practice}
    judgement: {how: {zh_CN: 量门。, en: Measure the doors.}}
    section: fire
    order: 20
"""
SHOP = """\
format: 1
id: shop
version: 2026-11-01
title: {zh_CN: 开店, en: A shop}
summary: {zh_CN: 开店要办这个证。, en: You need this for a shop.}
sections:
  - {id: site, title: {zh_CN: 选址, en: Site}}
  - {id: fire, title: {zh_CN: 消防, en: Fire}}
conditions:
  - text: {zh_CN: 离污染源远。, en: Far from pollution.}
    requirements: [shop.site]
documents:
  - {id: form, title: {zh_CN: 申请表, en: Form}, requirement: shop.paper}
procedure:
  - {id: apply, title: {zh_CN: 申请, en: Apply}, text: {zh_CN: 来申请。, en: Apply.}, requirement: shop.paper}
includes: [fire.door, fire.hall]
requirements:
  - id: shop.site
    kind: site
    title: {zh_CN: 距离, en: Distance}
    text: {zh_CN: 离污染源二十五米。, en: 25 m from pollution.}
    binding: advisory
    source: {instrument: 规范, reference: S2, standing: recalled}
    in_force_from: 2020-01-01
    in_force_until: 2030-12-31
    applies: {uses_any: [cooking]}
    measure:
      rule: site-distance
      parameters:
        kinds: [pollution-source]
        at_least: 25 m
    section: site
    order: 10
  - id: shop.paper
    kind: document
    title: {zh_CN: 材料, en: Papers}
    text: {zh_CN: 带齐材料。, en: Bring the papers.}
    source: {instrument: 规范, standing: recalled}
    judgement: {how: {zh_CN: 看材料。, en: See the papers.}}
    section: site
    order: 20
"""
STALL = """\
format: 1
id: stall
version: 2026-11-01
title: {zh_CN: 摆摊, en: A stall}
summary: {zh_CN: 摆摊登记。, en: For a stall.}
sections: [{id: fire, title: {zh_CN: 消防, en: Fire}}]
includes: [fire.*]
"""
HERE = """\
format: 1
id: here
version: 2026-11-01
title: {zh_CN: 本区, en: Here}
default: true
decisions:
  - by: {zh_CN: 大厅, en: The hall}
    decided: 2026-11-01
    why: {zh_CN: 本区口径。, en: Local practice.}
    rows:
      - {requirement: shop.site, binding: advisory, parameters: {at_least: 30 m}}
      - {requirement: fire.hall, use: false}
"""
QUESTIONS = """\
format: 1
questions:
  - id: trade
    text: {zh_CN: 做什么？, en: What?}
    answers:
      - {id: shop, text: {zh_CN: 店, en: Shop}, permits: [shop, stall]}
      - {id: stall, text: {zh_CN: 摊, en: Stall}, permits: [stall]}
  - id: items
    text: {zh_CN: 卖什么？, en: What is sold?}
    many: true
    asked_if: {trade: [shop]}
    answers:
      - {id: hot, text: {zh_CN: 热食, en: Hot food}, application: {items: [hot-food]}}
      - {id: raw, text: {zh_CN: 生食, en: Raw food}, permits: [shop], application: {items: [raw-food]}}
"""
ROOM = """\
format: 1
name: 一间
source: {kind: drawn, length_uncertainty: 0 mm}
storeys:
  - id: F1
    level: 1
    height: 3.0
    walls:
      - {id: W1, axis: [[-0.1, -0.1], [5.1, -0.1]], thickness: 0.2}
      - {id: W2, axis: [[5.1, -0.1], [5.1, 4.1]], thickness: 0.2}
      - {id: W3, axis: [[5.1, 4.1], [-0.1, 4.1]], thickness: 0.2}
      - {id: W4, axis: [[-0.1, 4.1], [-0.1, -0.1]], thickness: 0.2}
    openings:
      - {id: D1, kind: door, wall: W1, at: 2.5, width: 1.0, serves: S1, leads: outside}
    spaces:
      - {id: S1, name: 厨房, use: cooking, outline: [[0, 0], [5, 0], [5, 4], [0, 4]]}
"""
FILES = {
    "common.yaml": COMMON,
    "shop.yaml": SHOP,
    "stall.yaml": STALL,
    "districts/here.yaml": HERE,
    "questions.yaml": QUESTIONS,
    "examples/room.plan.yaml": ROOM,
}


@dataclass(frozen=True)
class SmallRegister:
    """The register's folder."""

    folder: Path

    def spoil(self, name: str, old: str, new: str) -> str:
        """Replace the first `old` of a file by `new`, and return the place (file:line) where that happened."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        before, _, after = text.partition(old)
        path.write_text(before + new + after, encoding="utf-8")
        return f"{path}:{before.count(chr(10)) + 1 + new.removesuffix(chr(10)).count(chr(10))}"


@pytest.fixture
def small(tmp_path: Path, vocabulary_beside: Callable[[Path], None]) -> SmallRegister:
    """Return a sound register in a folder of its own."""
    folder = tmp_path / "requirements"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    vocabulary_beside(folder)
    return SmallRegister(folder)


@pytest.fixture
def vocabulary_beside() -> Callable[[Path], None]:
    """Return a function that puts the program's own vocabulary into a folder."""
    from showroom.home import requirements

    own = (requirements() / "vocabulary.yaml").read_bytes()
    return lambda folder: (folder / "vocabulary.yaml").write_bytes(own) and None


@pytest.fixture
def in_use(small: SmallRegister, monkeypatch: pytest.MonkeyPatch) -> SmallRegister:
    """Return the small register, which is now the one the program uses."""
    monkeypatch.setenv("SHOWROOM_HOME", str(small.folder.parent))
    return small


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs `showroom …` and gives (exit status, standard output, standard error)."""
    from showroom import cli

    def call(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["showroom", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        captured = capsys.readouterr()
        return int(stop.value.code or 0), captured.out, captured.err

    return call
