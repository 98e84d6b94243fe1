"""Any sequence of edits, undone, gives the very file there was; done again, the very file it made."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from showroom import formats
from showroom.app.clerk import edits
from showroom.app.document import SceneDocument
from showroom.domain.scene import Scene
from showroom.view.stage import Hit, Pose

NUMBERS = st.floats(-50, 50, allow_nan=False)
POINTS = st.tuples(NUMBERS, NUMBERS, NUMBERS)
HITS = st.builds(Hit, POINTS, st.just((0.0, 0.0, 1.0)), st.sampled_from(["", "W1", "table"]), st.none(), st.just(1.0))
POSES = st.builds(Pose, POINTS, st.floats(-180, 180), st.floats(-80, 80), st.floats(30, 100))
WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)
ROWS = st.sampled_from(["food-catering.hand-basin", "food-catering.fly-lamp", "fire.door.clear-width"])
DEEDS = st.one_of(
    st.tuples(st.just("place"), HITS),
    st.tuples(st.just("move"), st.integers(0, 9), HITS),
    st.tuples(st.just("delete"), st.integers(0, 9)),
    st.tuples(st.just("shift"), st.integers(0, 9), st.integers(-3, 3)),
    st.tuples(st.just("bind"), st.integers(0, 9), ROWS, st.booleans()),
    st.tuples(
        st.just("write"), st.integers(0, 9), st.sampled_from(["title", "text", "common_mistake"]),
        st.sampled_from(["zh_CN", "en"]), WORDS,
    ),
    st.tuples(st.just("see"), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.just("view"), POSES),
    st.tuples(st.just("retake"), st.integers(0, 9), POSES),
    st.tuples(st.just("name"), st.integers(0, 9), st.sampled_from(["zh_CN", "en"]), WORDS),
    st.tuples(st.just("drop"), st.integers(0, 9)),
)  # fmt: skip


def _done(scene: Scene, deed: tuple) -> Scene | None:  # type: ignore[type-arg]
    """Return the scene after one deed; things are meant by their place in the list, `None` where there is none."""
    kind, *how = deed
    spots, views = [spot.id for spot in scene.hotspots], [view.id for view in scene.viewpoints]
    if kind == "place":
        return edits.place(scene, how[0])[0]
    if kind == "view":
        return edits.add_view(scene, how[0], spots[0] if spots else None)[0]
    if kind in ("retake", "name", "drop"):
        view = views[how[0] % len(views)]
        if kind == "drop":
            return None if edits.is_needed(scene, view) else edits.delete_view(scene, view)
        return edits.retake_view(scene, view, how[1]) if kind == "retake" else edits.name_view(scene, view, how[1], how[2])
    if not spots:
        return None
    spot = spots[how[0] % len(spots)]
    if kind == "bind":
        return edits.bind(scene, spot, how[1], bound=how[2])
    if kind == "see":
        return edits.see_from(scene, spot, [*views, None][how[1] % (len(views) + 1)])
    if kind == "delete":
        return edits.delete(scene, spot)
    return {"move": edits.move, "shift": edits.shift, "write": edits.write}[kind](scene, spot, *how[1:])  # type: ignore[operator]


def _file(document: SceneDocument) -> bytes:
    with tempfile.TemporaryDirectory() as scratch:
        formats.write_scene(document.scene, Path(scratch))
        return (Path(scratch) / "scene.yaml").read_bytes()


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, max_size=12))
def test_whatever_was_done_can_be_undone_and_done_again(folder: Path, deeds: list[tuple]) -> None:  # type: ignore[type-arg]
    """After any edits every step back and every step forth writes, byte for byte, the file that stood there at that step."""
    document = SceneDocument.open(folder)
    assert _file(document) == (folder / "scene.yaml").read_bytes()
    files = [_file(document)]
    for deed in deeds:
        after = _done(document.scene, deed)
        if after is not None and document.change(str(deed[0]), after):
            files.append(_file(document))
    for expected in reversed(files[:-1]):
        document.history.undo()
        assert _file(document) == expected
    assert document.saved
    for expected in files[1:]:
        document.history.redo()
        assert _file(document) == expected
