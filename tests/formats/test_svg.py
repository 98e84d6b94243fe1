"""An SVG drawing becomes a plan: layers by label or id, transforms, ids kept; nothing in it reaches outside or blows up."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shapely
from svglib.svglib import svg2rlg

from showroom.domain.errors import InputError
from showroom.domain.plan import Plan
from showroom.formats import read_plan, write_plan

SHOP = Path(__file__).resolve().parents[2] / "scenes" / "hot-food-shop" / "premises.plan.yaml"
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" data-unit="cm">'
)
Write = Callable[[str], Path]


@pytest.fixture
def svg(tmp_path: Path) -> Write:
    """Return a function that writes what it is given as the inside of an SVG."""

    def write(inside: str) -> Path:
        path = tmp_path / "plan.svg"
        path.write_text(inside if inside.startswith("<?") else f"{HEAD}{inside}</svg>", encoding="utf-8")
        return path

    return write


def _areas(plan: Plan) -> dict[str, float]:
    return {space.id: round(shapely.Polygon(space.outline, space.holes).area, 6) for space in plan.spaces}


ROOM = '<rect id="R1" x="0" y="0" width="400" height="300"/>'


@pytest.mark.parametrize(
    "inside",
    [
        f'<g inkscape:groupmode="layer" inkscape:label="SPACE">{ROOM}</g>',
        f'<g id="房间">{ROOM}</g>',
        f'<g id="space"><g id="east wing">{ROOM}</g></g>',
        f'<g id="rooms" transform="translate(50 20) rotate(30) scale(2)"><g transform="scale(.5)">{ROOM}</g></g>',
        '<g id="space"><path id="R1" d="M0 0h400v300H0z"/></g>',
        '<g id="space"><path id="R1" d="m 0,0 400,0 0,300 -400,0 z"/></g>',
        '<g id="space"><polygon id="R1" points="0,0 400,0 400,300 0,300"/></g>',
        f'<defs>{ROOM}</defs><g id="space"><use id="R1b" xlink:href="#R1"/></g>',
    ],
    ids=["label", "id", "nested", "transforms", "path", "relative path", "polygon", "use"],
)
def test_a_room_is_found_however_it_is_drawn(svg: Write, inside: str) -> None:
    """Layer by label or id, any transform, any shape: 4 × 3 m are 12 m²."""
    assert list(_areas(read_plan(svg(inside))).values()) == [pytest.approx(12.0)]


def test_ids_are_kept(svg: Write) -> None:
    """A room keeps the id of its shape, and y runs up in the plan."""
    plan = read_plan(svg(f'<g id="space">{ROOM}</g>'))
    (space,) = plan.spaces
    assert space.id == "R1"
    assert shapely.Polygon(space.outline).bounds == (0.0, -3.0, 4.0, 0.0)


@pytest.mark.parametrize(
    "named",
    [
        '<text x="200" y="150">厨房</text>',
        '<text x="200" y="150"><tspan x="200" y="150">厨</tspan><tspan>房</tspan></text>',
        '<text transform="translate(200 150)">厨房</text>',
    ],
)
def test_a_text_in_a_room_names_it(svg: Write, named: str) -> None:
    """A text whose point lies in the room is its name, spans and transforms followed."""
    (space,) = read_plan(svg(f'<g id="space">{ROOM}</g>{named}')).spaces
    assert (space.name.replace(" ", ""), space.use) == ("厨房", "cooking")


def test_a_title_or_label_names_a_room_without_text(svg: Write) -> None:
    """A shape's own title is its name where no text stands in it."""
    (space,) = read_plan(svg('<g id="space"><path id="R1" d="M0 0h400v300H0z"><title>卫生间</title></path></g>')).spaces
    assert (space.name, space.use) == ("卫生间", "toilet")


def test_hidden_and_foreign_things_are_counted(svg: Write) -> None:
    """What is not shown, lies on no known layer or outside the file is listed with its number."""
    inside = (
        f'<g id="space">{ROOM}<rect style="display: none" width="9" height="9"/></g><g id="deco"><rect width="5" height="5"/></g>'
        '<use xlink:href="other.svg#x"/><image xlink:href="http://example.org/a.png"/>'
    )
    counted = {(one.what, one.where): one.count for one in read_plan(svg(inside)).source.not_understood}
    assert counted["invisible", "space"] == 1
    assert counted["rect", "deco"] == 1
    assert counted["xref", "other.svg#x"] == 1
    assert counted["image", ""] == 1


def test_what_we_write_keeps_every_id(tmp_path: Path) -> None:
    """Rooms, doors and fixtures of a written plan have their ids in the SVG, as a field form's image map needs them."""
    plan = read_plan(SHOP)
    write_plan(plan, tmp_path / "shop.svg")
    again = read_plan(tmp_path / "shop.svg")
    assert {space.id for space in again.spaces} == {space.id for space in plan.spaces}
    assert {fixture.id for fixture in again.fixtures} == {fixture.id for fixture in plan.fixtures}
    assert {one.id for one in again.openings if one.kind != "passage"} == {one.id for one in plan.openings if one.kind != "passage"}


BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "x">{BOMB}]>{HEAD}<text>&a11;</text></svg>', "entities"),
        (f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{HEAD}<text>&x;</text></svg>', "entities"),
        ("<g>" * 5000, "nested more than"),
        ("<g>", "well-formed"),
        ('<?xml version="1.0"?><html/>', "not an SVG"),
        ('<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#a"/></g>', "no room"),
        ('<g id="space"><path d="M0 0L1e300 1e300L1e300 0z"/></g>', "no room"),
        ('<g id="space"><path d="M0 0A0 0 0 1 1"/><polygon points="1 2 3"/><rect width="-4" height="x"/></g>', "no room"),
    ],
    ids=["entity bomb", "external entity", "too deep", "cut off", "no svg", "cycle", "giant", "broken shapes"],
)
def test_hostile_drawings_are_refused_in_words(svg: Write, inside: str, said: str) -> None:
    """Entities, external files, endless nesting and absurd numbers end in one sentence with a remedy."""
    with pytest.raises(InputError) as caught:
        read_plan(svg(inside))
    assert said in str(caught.value)
    assert all(problem.remedy for problem in caught.value.problems)


def test_doubling_by_use_is_stopped(svg: Write) -> None:
    """Thirty levels of two uses each would be a thousand million rooms; reading ends early and says so."""
    levels = "".join(f'<g id="u{n}"><use href="#u{n - 1}"/><use href="#u{n - 1}"/></g>' for n in range(1, 31))
    with pytest.raises(InputError, match="repeated parts"):
        read_plan(svg(f'<defs><g id="u0">{ROOM}</g>{levels}</defs><g id="space"><use href="#u30"/></g>'))


def test_the_real_drawings_are_answered(shared_data: Path) -> None:
    """House pictures of other people, whose layers say nothing about rooms, get the sentence that says which layer to use."""
    for path in sorted((shared_data / "plans" / "svg").glob("*.svg")):
        with pytest.raises(InputError, match="SPACE"):
            read_plan(path)


def test_a_written_drawing_is_read_by_others(tmp_path: Path) -> None:
    """svglib, which shares no code with us, finds a drawing of the right proportions with all its shapes."""
    write_plan(read_plan(SHOP), tmp_path / "shop.svg")
    drawing = svg2rlg(tmp_path / "shop.svg")
    assert drawing.width / drawing.height == pytest.approx(1404 / 1554)
    assert sum(1 for _ in _parts(drawing)) > 100


def _parts(group: Any) -> Iterator[Any]:
    for one in getattr(group, "contents", ()):
        yield one
        yield from _parts(one)
