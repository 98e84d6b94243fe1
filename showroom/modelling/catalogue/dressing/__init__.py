"""What makes premises look lived in? Plants, bags, instruments, toys: things no rule asks for, by theme.

Unlike fixtures they are plain functions, which scene recipes call and place. What stands has its middle at the origin on z = 0 and
looks along -y; what hangs on a wall has the wall at y = 0 and its lower edge at z = 0.
"""

from showroom.modelling.catalogue.dressing import animals, catering, greenery, music, studio, veterinary, waiting, walls
from showroom.modelling.catalogue.dressing.piece import Piece

THEMES: dict[str, dict[str, Piece]] = {
    "greenery": greenery.PIECES,
    "animals": animals.PIECES,
    "veterinary": veterinary.PIECES,
    "music": music.PIECES,
    "studio": studio.PIECES,
    "walls": walls.PIECES,
    "waiting": waiting.PIECES,
    "catering": catering.PIECES,
}
"""What there is, by theme; the names are those of the functions that make them."""

__all__ = ["THEMES", "Piece"]
