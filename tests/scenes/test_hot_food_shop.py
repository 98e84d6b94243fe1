"""The hot-food shop is a compliant, complete and truthful sample."""

from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import MultiPoint, Point, Polygon, box

from showroom import home
from showroom.domain.finding import Finding
from showroom.domain.plan import Plan
from showroom.domain.scene import Hotspot, Scene, Viewpoint
from showroom.formats import read_application, read_model, read_permit, read_plan, read_scene
from showroom.modelling.model import Model
from showroom.modelling.premises import standing
from showroom.review import review_plan

FOLDER = home.scenes() / "hot-food-shop"
AS_OF = date(2026, 11, 23)
FLAT = {
    "floor-drain",
    "hood",
    "fume-purifier",
    "camera",
    "exit-sign",
    "emergency-light",
    "fly-lamp",
    "evacuation-map",
    "air-conditioner",
}
"""What lies flush in the floor or hangs above one's head."""


@cache
def scene() -> Scene:
    """The scene."""
    return read_scene(FOLDER)


@cache
def plan() -> Plan:
    """Its plan."""
    return read_plan(FOLDER / scene().plan)


@cache
def model() -> Model:
    """Its model as written in the GLB."""
    return read_model(FOLDER / scene().model)


@cache
def corners() -> np.ndarray[tuple[int, int, int], np.dtype[np.float64]]:
    """Every triangle a visitor can see or touch (t, 3, 3)."""
    return np.concatenate(
        [
            mesh.positions.astype(float)[mesh.triangles]
            for node in model().nodes
            if node.group not in ("glass", "caps", "backdrop")
            for mesh in node.meshes
            if len(mesh.triangles)
        ]
    )


def findings(plan_path: Path, application_path: Path) -> tuple[Finding, ...]:
    """What the check of the food permit says."""
    return review_plan(plan_path, read_permit("food-catering"), read_application(application_path), as_of=AS_OF).findings


def test_nothing_of_its_permit_is_missed_advice_included() -> None:
    """The sample must be exemplary: no finding of the food permit is `not_met`."""
    found = findings(FOLDER / scene().plan, FOLDER / scene().application)
    assert [finding.requirement for finding in found if finding.outcome == "not_met"] == []


def test_nothing_measured_of_it_is_left_open_by_the_drawing() -> None:
    """What stays to be confirmed waits for the inspector only: the sample's drawing and application are complete."""
    found = findings(FOLDER / scene().plan, FOLDER / scene().application)
    assert {finding.reason for finding in found if finding.outcome == "to_confirm"} <= {"inspector"}


def test_the_faulty_variant_misses_what_it_was_made_to_miss() -> None:
    """Every deliberate mistake of the faulty plan is found, among them the escape door short of two centimetres."""
    folder = FOLDER / "variants"
    missed = {
        f.requirement for f in findings(folder / "faulty.plan.yaml", folder / "faulty.application.yaml") if f.outcome == "not_met"
    }
    assert missed >= {
        "fire.door.clear-width",
        "fire.exit-door.ground-width",
        "fire.corridor.width",
        "food-catering.toilet.no-direct-door",
        "food-catering.sinks.raw",
        "food-catering.sinks.ware",
        "food-catering.handwash.near-entrance",
        "food-catering.coldroom.required-by-item",
        "food-catering.site.pollution-distance",
    }


def test_it_has_enough_to_see_and_to_hear() -> None:
    """25 to 60 key points, at least twelve viewpoints and six deliberate mistakes, a tour of ten to fifteen stops."""
    assert 25 <= len(scene().hotspots) <= 60
    assert len(scene().viewpoints) >= 12
    assert len(scene().mistakes) >= 6
    assert 10 <= len(scene().tours[0].stops) <= 15


def test_the_tour_lasts_four_to_six_minutes() -> None:
    """At four Chinese characters a second, as one speaks to the elderly."""
    spoken = sum(len(stop.script.in_("zh_CN")) for stop in scene().tours[0].stops)
    assert 4 * 60 <= spoken / 4 <= 6 * 60


def test_captions_say_what_is_spoken() -> None:
    """The captions are the script, split into lines."""
    for stop in scene().tours[0].stops:
        assert stop.caption is not None
        for language in ("zh_CN", "en"):
            assert "".join(stop.caption.in_(language).split()) == "".join(stop.script.in_(language).split())


@pytest.mark.parametrize("spot", scene().hotspots, ids=lambda spot: spot.id)
def test_a_key_point_names_requirements_of_the_register_in_both_languages(spot: Hotspot) -> None:
    """Requirement ids exist in the food permit; title, text and common mistake are there in Chinese and English."""
    known = {requirement.id for requirement in read_permit("food-catering").requirements}
    assert spot.requirements
    assert set(spot.requirements) <= known
    for text in (spot.card.title, spot.card.text, spot.card.common_mistake):
        assert text is not None
        assert {"zh_CN", "en"} <= set(text.root)


@pytest.mark.parametrize("spot", scene().hotspots, ids=lambda spot: spot.id)
def test_a_key_point_sits_on_a_surface_of_the_model(spot: Hotspot) -> None:
    """Its position is within 15 cm of a triangle, its normal looks out of the surface towards its viewpoint."""
    assert spot.anchor.position is not None
    assert spot.anchor.normal is not None
    assert spot.viewpoint is not None
    position = np.array(spot.anchor.position)
    assert _distance(position, corners()) < 0.15
    towards = np.array(scene().viewpoint(spot.viewpoint).eye) - position
    assert towards @ np.array(spot.anchor.normal) > 0


@pytest.mark.parametrize("view", scene().viewpoints, ids=lambda view: view.id)
def test_a_viewpoint_is_where_a_person_can_stand(view: Viewpoint) -> None:
    """At eye height in a space, not inside a wall and not inside a piece of furniture."""
    storey = plan().storeys[0]
    here = Point(view.eye[:2])
    assert view.eye[2] == pytest.approx(1.6, abs=0.11)
    assert any(Polygon(space.outline).buffer(-0.05).contains(here) for space in storey.spaces)
    inside = [fixture.id for fixture in storey.fixtures if fixture.kind not in FLAT and standing(fixture).contains(here)]
    assert inside == []


def test_plan_and_model_show_the_same_things() -> None:
    """Every wall, opening, space and fixture of the plan is in the model, and the model names nothing else."""
    storey = plan().storeys[0]
    drawn = {thing.id for thing in (*storey.walls, *storey.openings, *storey.spaces, *storey.fixtures)}
    assert {node.plan_id for node in model().nodes if node.plan_id} == drawn


def test_the_model_stands_where_the_plan_says() -> None:
    """Fixtures of the model lie over their place in the plan, within two centimetres."""
    for fixture in plan().fixtures:
        points = np.concatenate([mesh.positions for node in model().nodes if node.plan_id == fixture.id for mesh in node.meshes])
        x0, y0, x1, y1 = standing(fixture).bounds
        drawn = box(x0, y0, x1, y1).buffer(0.02)
        assert drawn.contains(MultiPoint(points[:, :2].astype(float))), fixture.id


def test_the_model_is_small_enough_to_carry_and_to_draw() -> None:
    """At most 8 MB, 300 000 triangles, light baked for everything but glass, wall tops and the street."""
    assert (FOLDER / scene().model).stat().st_size <= 8_000_000
    assert sum(len(mesh.triangles) for node in model().nodes for mesh in node.meshes) <= 300_000
    for node in model().nodes:
        for mesh in node.meshes:
            assert node.group in ("glass", "caps", "backdrop") or mesh.material.light is not None


def test_every_stop_has_its_clip_in_both_languages_marked_as_a_placeholder() -> None:
    """Clips exist, are Ogg files, and the credits say that the voice is synthesised."""
    for tour in scene().tours:
        for stop in tour.stops:
            assert set(stop.clip) == {"zh_CN", "en"}
            for clip in stop.clip.values():
                assert (FOLDER / clip).read_bytes()[:4] == b"OggS"
    assert any("synthesised" in credit.what for credit in scene().credits)


def test_the_spaces_of_its_zones_are_those_of_the_plan() -> None:
    """Every space belongs to exactly one zone."""
    zoned = [space for zone in scene().zones for space in zone.spaces]
    assert sorted(zoned) == sorted(space.id for space in plan().spaces)


def _distance(
    point: np.ndarray[tuple[int], np.dtype[np.float64]], triangles: np.ndarray[tuple[int, int, int], np.dtype[np.float64]]
) -> float:
    """The distance of a point from the nearest triangle (after Ericson, Real-Time Collision Detection, 5.1.5), metres."""
    from trimesh.triangles import closest_point

    near = triangles[((triangles.min(axis=1) < point + 0.5) & (triangles.max(axis=1) > point - 0.5)).all(axis=1)]
    nearest = closest_point(near, np.repeat(point[None], len(near), axis=0))
    return float(np.linalg.norm(nearest - point, axis=1).min())
