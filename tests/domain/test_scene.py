"""Scenes whose parts do not agree are refused."""

import pytest
from pydantic import ValidationError

from showroom.domain.scene import Scene

GOOD = {
    "id": "shop",
    "title": {"zh_CN": "样板店"},
    "permits": ["food-catering"],
    "model": "scene.glb",
    "plan": "premises.plan.yaml",
    "application": "premises.application.yaml",
    "viewpoints": [{"id": "door", "eye": [0, 0, 1.6], "look": [1, 0, 1.6]}],
    "hotspots": [
        {
            "id": "basin",
            "anchor": {"position": [1, 1, 1]},
            "viewpoint": "door",
            "card": {"title": {"zh_CN": "洗手池"}, "text": {"zh_CN": "洗手"}},
        }
    ],
    "tours": [
        {
            "id": "t",
            "title": {"zh_CN": "导览"},
            "stops": [{"viewpoint": "door", "hotspots": ["basin"], "script": {"zh_CN": "您好"}}],
        }
    ],
}


def test_a_scene_whose_names_agree_is_accepted() -> None:
    """Key points, viewpoints and stops that name each other rightly make a scene."""
    scene = Scene.model_validate(GOOD)
    assert scene.hotspot("basin").card.title.in_("en") == "洗手池"


@pytest.mark.parametrize(
    ("part", "value", "complaint"),
    [
        ("viewpoints", [{"id": "window", "eye": [0, 0, 1.6], "look": [1, 0, 1.6]}], "viewpoint"),
        ("hotspots", [], "there is no hotspot"),
        ("model", "../../etc/passwd", "within"),
        ("model", "/etc/passwd", "within"),
        ("title", {"en": "Shop"}, "zh_CN is missing"),
        ("colour", "red", "Extra inputs"),
    ],
)
def test_what_does_not_agree_is_refused(part: str, value: object, complaint: str) -> None:
    """Dangling names, paths out of the folder, missing Chinese and unknown keys are mistakes."""
    with pytest.raises(ValidationError, match=complaint):
        Scene.model_validate({**GOOD, part: value})
