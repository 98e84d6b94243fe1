"""A plan written in another format and read back is the same plan: spaces, uses, areas, openings, fixtures."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely

from showroom.domain.errors import InputError
from showroom.domain.plan import Plan, Storey
from showroom.formats import read_plan, write_plan
from tests.formats.drawn_plans import dialect, draw, truth_of

ROOT = Path(__file__).resolve().parents[2]
SHOP = ROOT / "scenes" / "hot-food-shop" / "premises.plan.yaml"
DRAWN = (".dxf", ".svg")
EVERY = (".geojson", *DRAWN)


def _spaces(plan: Plan) -> list[tuple[Any, ...]]:
    return sorted((space.use, space.name, len(space.holes)) for space in plan.spaces)


def _areas(plan: Plan) -> list[float]:
    return sorted(shapely.Polygon(space.outline, space.holes).area for space in plan.spaces)


def _openings(plan: Plan) -> list[tuple[Any, ...]]:
    return sorted((one.kind, round(one.width, 3), str(one.swing), str(one.hinge), str(one.leads)) for one in plan.openings)


def _middles(plan: Plan) -> list[tuple[float, float]]:
    found = []
    for storey in plan.storeys:
        for opening in storey.openings:
            axis = shapely.LineString(storey.wall_of[opening.wall].axis)
            point = axis.interpolate(opening.at)
            found.append((round(point.x, 3) + 0.0, round(point.y, 3) + 0.0))
    return sorted(found)


def _fixtures(plan: Plan) -> list[tuple[Any, ...]]:
    return sorted(
        (
            one.kind,
            round(one.at[0], 3),
            round(one.at[1], 3),
            tuple(round(value, 3) for value in one.size or ()),
            round(one.angle % 360, 2) % 360,
            one.labels,
        )
        for one in plan.fixtures
    )


@pytest.mark.parametrize("suffix", EVERY)
def test_nothing_that_matters_is_lost_on_the_way(tmp_path: Path, suffix: str) -> None:
    """The sample premises keep names, uses, areas to 0.1 %, openings to 1 mm with hinge and swing, and every fixture."""
    plan = read_plan(SHOP)
    path = tmp_path / f"shop{suffix}"
    write_plan(plan, path)
    again = read_plan(path)
    assert _spaces(again) == _spaces(plan)
    assert _areas(again) == pytest.approx(_areas(plan), rel=1e-3)
    assert _openings(again) == _openings(plan)
    assert np.abs(np.array(_middles(again)) - np.array(_middles(plan))).max() <= 1e-3
    assert _fixtures(again) == _fixtures(plan)
    assert again.source.lengths_confirmed


def _uses_and_holes(plan: Plan) -> list[tuple[Any, ...]]:
    return sorted((space.use, len(space.holes)) for space in plan.spaces)


def _hung(plan: Plan) -> list[tuple[Any, ...]]:
    """Return what every format keeps of openings: drawn, a sliding door shows no hinge, and any other must show some."""
    return sorted((one.kind, round(one.width, 3), str(one.swing)) for one in plan.openings)


def _without_corridor_mouths(storey: Storey) -> Storey:
    return storey.revise(openings=tuple(one for one in storey.openings if one.id != "P-corridor"))


SAMPLES = sorted([*(ROOT / "scenes").glob("*/premises.plan.yaml"), *(ROOT / "requirements" / "examples").glob("*.plan.yaml")])


@pytest.mark.parametrize("suffix", [".plan.yaml", *EVERY])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name + "-" + path.name.partition(".")[0])
def test_every_sample_comes_back(tmp_path: Path, sample: Path, suffix: str) -> None:
    """Scenes and examples keep uses, areas to 0.1 %, openings to 1 mm and fixtures through every format.

    But for passages as wide as their corridor: those have no jamb a drawing could show.
    """
    plan = read_plan(sample)
    if suffix in DRAWN:
        plan = plan.revise(storeys=tuple(_without_corridor_mouths(storey) for storey in plan.storeys))
    _comes_back(plan, tmp_path / f"again{suffix}")


@pytest.mark.parametrize("suffix", [".plan.yaml", *EVERY])
@pytest.mark.parametrize("seed", [seed for seed in range(20) if dialect(seed).slip == 0][:12])
def test_premises_thrown_by_dice_come_back(tmp_path: Path, seed: int, suffix: str) -> None:
    """What was read of a random drawing without slips of the pen is found again in what was written of it."""
    way = dialect(seed)
    plan = read_plan(draw(way, truth_of(way), tmp_path))
    _comes_back(plan, tmp_path / f"again{suffix}")


def _comes_back(plan: Plan, path: Path) -> None:
    write_plan(plan, path)
    again = read_plan(path)
    assert _uses_and_holes(again) == _uses_and_holes(plan)
    assert _areas(again) == pytest.approx(_areas(plan), rel=1e-3)
    assert _hung(again) == _hung(plan)
    assert np.abs(np.array(_middles(again)) - np.array(_middles(plan))).max() <= 1e-3
    assert _fixtures(again) == _fixtures(plan)


@pytest.mark.parametrize("suffix", EVERY)
def test_a_drawing_survives_the_way_through_every_format(shared_data: Path, tmp_path: Path, suffix: str) -> None:
    """What was found in somebody's drawing is found again in what was written of it."""
    for name in ("food-base.clean.dxf", "clinic-base.centre.dxf"):
        plan = read_plan(shared_data / "plans-drawn" / name)
        path = tmp_path / f"again{suffix}"
        write_plan(plan, path)
        again = read_plan(path)
        assert np.abs(np.array(_middles(again)) - np.array(_middles(plan))).max() <= 1e-3
        for what in (_spaces, _openings, _fixtures):
            assert what(again) == what(plan), what.__name__
        assert _areas(again) == pytest.approx(_areas(plan), rel=1e-3)


@pytest.mark.parametrize("suffix", [*EVERY, ".plan.yaml"])
def test_writing_is_repeatable(tmp_path: Path, suffix: str) -> None:
    """The same plan gives the same bytes where the format allows it: everywhere but in the dates and ids a DXF carries."""
    paths = [tmp_path / f"{number}{suffix}" for number in (1, 2)]
    for path in paths:
        write_plan(read_plan(SHOP), path)
    if suffix == ".dxf":
        assert read_plan(paths[0]).storeys == read_plan(paths[1]).storeys
    else:
        assert paths[0].read_bytes() == paths[1].read_bytes()


def test_geojson_keeps_every_key_of_a_plan(tmp_path: Path) -> None:
    """GeoJSON in local metres carries the whole plan: the storeys read back equal, to the last key."""
    plan = read_plan(SHOP)
    write_plan(plan, tmp_path / "shop.geojson")
    again = read_plan(tmp_path / "shop.geojson")
    assert again.storeys == plan.storeys
    assert (again.name, again.north) == (plan.name, plan.north)


@pytest.fixture
def geojson(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that writes a GeoJSON file."""

    def write(text: str) -> Path:
        path = tmp_path / "plan.geojson"
        path.write_text(text, encoding="utf-8")
        return path

    return write


LOCAL = '"showroom": {"format": 1, "unit": "m"}'
SQUARE = '{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 3], [0, 3], [0, 0]]]}'


def test_a_polygon_that_says_nothing_is_a_space(geojson: Callable[[str], Path]) -> None:
    """In a file of local metres a polygon with a name and a use is a room, without any other word."""
    feature = f'{{"type": "Feature", "properties": {{"name": "厨房", "use": "cooking"}}, "geometry": {SQUARE}}}'
    plan = read_plan(geojson(f'{{"type": "FeatureCollection", {LOCAL}, "features": [{feature}]}}'))
    assert [(space.name, space.use, shapely.Polygon(space.outline).area) for space in plan.spaces] == [("厨房", "cooking", 12.0)]
    assert plan.source.kind == "geojson"


def _local(feature: str) -> str:
    return f'{{"type": "FeatureCollection", {LOCAL}, "features": [{feature}]}}'


def _ring(points: str, properties: str = "{}") -> str:
    geometry = f'{{"type": "Polygon", "coordinates": [[{points}]]}}'
    return _local(f'{{"type": "Feature", "id": "A", "properties": {properties}, "geometry": {geometry}}}')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"type": "FeatureCollection", "features": []}', "longitude and latitude"),
        ("[1, 2]", "no GeoJSON"),
        ("{", "not JSON"),
        (_local('{"type": "Feature"}'), "feature 1"),
        (_local("7"), "feature 1"),
        (_local('{"type": "Feature", "geometry": [], "properties": 3}'), "feature 1"),
        (_local('{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": []}}'), "feature 1"),
        (
            _local('{"type": "Feature", "properties": {"storey": []}, "geometry": {"type": "Polygon", "coordinates": [1]}}'),
            "feature 1",
        ),
        (_ring("[0, NaN], [1, 0], [1, 1]"), "NaN"),
        (_ring("[0, 0], [4, 0], [4, 3], [0, 0]", '{"use": "kitchn"}'), '"A"'),
        (_ring("[0, 0], [2, 2], [2, 0], [0, 2]"), "simple outline"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_wrong_with_a_geojson_is_said_at_its_place(geojson: Callable[[str], Path], text: str, said: str) -> None:
    """Degrees, other JSON, broken features, numbers that are none and crossed outlines are each one sentence."""
    with pytest.raises(InputError) as caught:
        read_plan(geojson(text))
    assert said in str(caught.value)
    assert all(problem.remedy for problem in caught.value.problems)


def test_hostile_geojson_is_refused(shared_data: Path) -> None:
    """The shared file with NaN and crossed outlines is refused in words."""
    with pytest.raises(InputError):
        read_plan(shared_data / "hostile" / "crafted" / "geojson_nan_and_selfintersecting.geojson")
