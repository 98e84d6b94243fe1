"""Which card, list or tray stands beside the stage? The one the visit asks for, made anew whenever it asks for another."""

from collections.abc import Callable

from showroom.app.kiosk.card import Dock, KeyPointCard
from showroom.app.kiosk.chapters import STOP, ChapterList, titles
from showroom.app.kiosk.key_point_list import KeyPointList
from showroom.app.kiosk.key_points import KeyPoints
from showroom.app.kiosk.mark_button import MarkButton
from showroom.app.kiosk.quiz import QuizDock, shows_quiz
from showroom.app.kiosk.read_aloud import SpeakButton, passages
from showroom.app.kiosk.room_list import room_list
from showroom.app.kiosk.showing import Showing
from showroom.app.kiosk.tools import ToolTray
from showroom.app.kiosk.visit import Walk
from showroom.reports.my_list import requirement_marks


def asks_for_another(before: Walk | None, now: Walk) -> bool:
    """Whether another card or list is wanted now."""
    if before is None or _asked(before) != _asked(now):
        return True
    if now.listed is not None and (before.sifted, before.facet) != (now.sifted, now.facet):
        return True
    return now.tools and before.view != now.view


def _asked(walk: Walk) -> object:
    """What stands beside the stage, as far as it must be made anew; a quiz shows its own turns."""
    if shows_quiz(walk):
        return "quiz"
    return walk.hotspot, walk.listed, walk.tools, walk.chapters, walk.rooms


def dock_for(showing: Showing, points: KeyPoints, ask: Callable[[str], None]) -> Dock | None:
    """Return the card, the list or the tray the visit asks for, `None` where it asks for none; `ask` does what the tray asks."""
    walk, spots = showing.walk, showing.spots
    dock: Dock | None = None
    if shows_quiz(walk):
        dock = QuizDock(showing)
    elif walk.hotspot in spots:
        dock = _card(showing, points, ask, walk.hotspot)
    elif walk.listed is not None:
        dock = KeyPointList(showing)
    elif walk.tools:
        dock = tray = ToolTray(showing.look, showing.stage_widget, walk)
        tray.pressed.connect(ask)
    elif walk.chapters:
        dock = _chapters(showing, ask)
    elif walk.rooms:
        dock = room_list(showing)
    if dock is not None:
        over = {"quiz": None} if shows_quiz(walk) else {}
        dock.closed.connect(
            lambda: showing.holder.walk(hotspot=None, listed=None, tools=False, chapters=False, rooms=False, **over)
        )
    return dock


def _chapters(showing: Showing, ask: Callable[[str], None]) -> Dock | None:
    tour = showing.exhibit.tour(showing.permit)
    if tour is None:
        return None
    stops = titles(tour, showing.exhibit.scene, showing.language)
    chapters = ChapterList(showing.look, showing.stage_widget, stops, showing.walk)
    chapters.picked.connect(lambda index: ask(f"{STOP}{index}"))
    return chapters


def _card(showing: Showing, points: KeyPoints, ask: Callable[[str], None], spot_id: str) -> Dock:
    spot, order = showing.spots[spot_id], list(showing.spots)
    rows, language, look = showing.rows_of(spot_id), showing.language, showing.look
    marks = requirement_marks(showing.permit.id, [row.id for row in rows])
    mark = MarkButton(look, showing.holder, marks, showing.card_of(spot_id).title.in_(language))
    speak = SpeakButton(showing.surroundings, look, lambda: passages(card, buttons=False))
    card = KeyPointCard(
        look,
        showing.stage_widget,
        language,
        showing.exhibit,
        spot,
        rows,
        number=order.index(spot_id) + 1,
        count=len(order),
        permit=showing.permit,
        acts=(mark,) if rows else (),
        speak=speak,
        figures=lambda: points.figures.of(spot, rows),
    )
    card.moved.connect(points.move)
    card.viewed.connect(ask)
    points.figures.ask()
    card.suit(showing.walk)
    return card
