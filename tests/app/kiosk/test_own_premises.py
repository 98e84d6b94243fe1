"""A visitor walks through the premises their own plan makes, rehearses the visit by video, and nothing of it outlives the visit."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from showroom import formats, home
from showroom.app.kiosk.catalogue import Catalogue, Exhibit, Premises, own_exhibit
from showroom.domain.application import Application
from showroom.domain.review import Review
from showroom.review import review
from tests.app.kiosk.conftest import PERMIT, SCENE, BriefCatalogue


@pytest.fixture
def checked(kiosk: Any) -> Review:
    """Return the review of a plan, which the kiosk shows."""
    plan = formats.read_plan(home.scenes() / "small-eatery" / "premises.plan.yaml")
    found = review(plan, formats.read_permit(PERMIT), Application(), as_of=kiosk.around.today())
    kiosk.around.holder.own(review=found)
    kiosk.go(page="result", permit_id=PERMIT)
    return found


def _walk(kiosk: Any) -> None:
    kiosk.window.findChild(QWidget, "walk-own").click()
    kiosk.qtbot.waitUntil(lambda: getattr(kiosk.window.page, "overlays", None) is not None, timeout=20_000)
    kiosk.settle()


def test_the_result_leads_into_the_premises_and_back(kiosk: Any, checked: Review) -> None:
    """From the findings into the premises, where each open thing has its disc; Back leads to the findings again."""
    _walk(kiosk)
    assert kiosk.around.premises.plan is checked.plan
    spots = kiosk.window.page.showing.spots
    assert spots
    assert {row for spot in spots.values() for row in spot.requirements} <= {one.requirement for one in checked.findings}
    kiosk.window.findChild(QWidget, "back").click()
    kiosk.settle()
    assert kiosk.visit.page == "result"


def test_a_thing_lights_up_with_its_card(kiosk: Any, checked: Review) -> None:
    """Opening a key point outlines the thing of the plan, and the card says what was found."""
    _walk(kiosk)
    spot = next(spot for spot in kiosk.window.page.showing.spots.values() if spot.anchor.node)
    kiosk.around.holder.walk(hotspot=spot.id)
    kiosk.settle()
    assert spot.anchor.node in kiosk.stage.highlighted
    shown = [one.property("text") for one in kiosk.window.page.overlays.dock.findChildren(QWidget) if one.property("text")]
    assert spot.card.text.in_("zh_CN") in shown


def test_the_visit_by_video_is_rehearsed(kiosk: Any, checked: Review) -> None:
    """The tour is the shot list's walk: it says what to show and what to do, stop by stop, and ends without a quiz."""
    _walk(kiosk)
    guide = kiosk.window.page.guide
    guide.act("tour")
    kiosk.settle()
    assert kiosk.visit.walk.motion == "playing"
    for number in range(guide.count):
        assert kiosk.visit.walk.stop == number
        guide.act("next")
        kiosk.settle()
    assert kiosk.visit.walk.quiz is None


def test_cancelling_leads_back_to_the_findings(make_kiosk: Callable[..., Any]) -> None:
    """While the premises are built there is a way back, to where the visitor came from."""
    gate = threading.Event()

    class Slow(BriefCatalogue):
        def load_premises(self, exhibit: Exhibit) -> Premises:
            gate.wait(30)
            return super().load_premises(exhibit)

    whole = Catalogue.read()
    kiosk = make_kiosk(catalogue=Slow(whole.permits, whole.exhibits, whole.vocabulary))
    try:
        plan = formats.read_plan(home.scenes() / "small-eatery" / "premises.plan.yaml")
        kiosk.around.holder.own(review=review(plan, formats.read_permit(PERMIT), Application(), as_of=kiosk.around.today()))
        kiosk.go(page="result", permit_id=PERMIT)
        kiosk.window.findChild(QWidget, "walk-own").click()
        kiosk.settle()
        kiosk.window.findChild(QWidget, "loading-cancel").click()
        kiosk.settle()
        assert kiosk.visit.page == "result"
    finally:
        gate.set()
    kiosk.around.jobs.wait()
    kiosk.settle()
    assert kiosk.around.premises is None


def test_other_answers_make_other_key_points(kiosk: Any, checked: Review) -> None:
    """After another check the premises are made of what was found then."""
    _walk(kiosk)
    first = kiosk.visit.own.exhibit
    kiosk.go(page="result")
    kiosk.around.holder.own(review=checked.revise(findings=checked.findings[:40]))
    kiosk.settle()
    _walk(kiosk)
    assert kiosk.visit.own.exhibit is not first
    assert kiosk.visit.own.exhibit.own is kiosk.visit.own.review


def test_the_stage_forgets_them_with_the_visitor(kiosk: Any, checked: Review) -> None:
    """When the visit ends the stage is empty and nobody knows the premises; the hall's own would have stayed."""
    _walk(kiosk)
    kiosk.around.holder.reset()
    kiosk.settle()
    kiosk.window.attendance._ended()
    assert kiosk.around.premises is None
    assert not kiosk.stage._model.nodes
    kiosk.open_showroom()
    kiosk.window.attendance._ended()
    assert kiosk.around.premises.exhibit.scene.id == SCENE


def test_a_plan_is_built_without_leaving_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real thing: walls, floors and light of the plan, ready to be drawn, and nothing in cache or temporary folders."""
    for name in ("XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    catalogue = Catalogue((), (), formats.read_vocabulary())
    plan = formats.read_plan(home.scenes() / "small-eatery" / "premises.plan.yaml")
    found = review(plan, formats.read_permit("small-catering"), Application(), as_of=formats.read_permit("small-catering").version)
    premises = catalogue.load_premises(own_exhibit(found, catalogue.vocabulary))
    assert {space.id for space in plan.spaces} <= {node.space for node in premises.model.nodes}
    assert premises.ready.draft is not None
    assert any(mesh.material.light for node in premises.model.nodes for mesh in node.meshes)
    assert list(tmp_path.iterdir()) == []
