"""What is a fixture's model made to: width, depth, height, labels, and the room it hangs in?"""

from collections.abc import Callable
from dataclasses import dataclass

from showroom.domain.plan import Fixture
from showroom.modelling.signs import INK, WHITE, Colour, Rect, SignSheet
from showroom.modelling.solids import Body

USUAL: dict[str, tuple[float, float]] = {
    "hand-basin": (0.5, 0.45),
    "sink-vegetable": (0.75, 0.65),
    "sink-meat": (0.75, 0.65),
    "sink-aquatic": (0.75, 0.65),
    "sink-ware": (0.6, 0.65),
    "sink-mop": (0.55, 0.55),
    "sink": (0.7, 0.6),
    "worktop": (1.5, 0.7),
    "worktop-raw": (1.5, 0.7),
    "worktop-cooked": (1.5, 0.7),
    "stove": (1.8, 0.9),
    "hood": (2.0, 1.0),
    "fume-purifier": (0.9, 0.6),
    "refrigerator": (0.75, 0.8),
    "freezer": (1.0, 0.7),
    "disinfection-cabinet": (0.8, 0.5),
    "ware-cabinet": (1.1, 0.5),
    "shelf": (1.2, 0.45),
    "waste-bin": (0.42, 0.42),
    "grease-trap": (0.6, 0.4),
    "floor-drain": (0.2, 0.2),
    "fly-lamp": (0.6, 0.1),
    "rodent-board": (0.9, 0.04),
    "uv-lamp": (0.9, 0.1),
    "extinguisher": (0.4, 0.2),
    "exit-sign": (0.36, 0.05),
    "emergency-light": (0.28, 0.08),
    "evacuation-map": (0.6, 0.03),
    "reception-desk": (1.8, 0.65),
    "desk": (1.2, 0.6),
    "table": (1.2, 0.75),
    "chair": (0.42, 0.44),
    "wc": (0.4, 0.7),
    "camera": (0.12, 0.12),
    "air-conditioner": (0.95, 0.22),
    "medicine-cabinet": (0.9, 0.4),
    "exam-table": (1.2, 0.6),
    "operating-table": (1.4, 0.6),
    "shadowless-lamp": (0.75, 0.75),
    "xray": (1.6, 0.9),
    "ultrasound": (0.5, 0.7),
    "autoclave": (0.55, 0.6),
    "microscope": (0.9, 0.55),
    "cage": (1.2, 0.7),
    "waste-container": (0.4, 0.4),
    "piano": (1.5, 0.6),
    "easel": (0.65, 0.7),
    "mirror": (3.0, 0.04),
    "barre": (2.4, 0.28),
}
"""Width and depth in metres where a drawing gives none."""

HEIGHT: dict[str, float] = {
    "hand-basin": 0.82,
    "sink-vegetable": 0.82,
    "sink-meat": 0.82,
    "sink-aquatic": 0.82,
    "sink-ware": 0.82,
    "sink-mop": 0.46,
    "sink": 0.82,
    "worktop": 0.82,
    "worktop-raw": 0.82,
    "worktop-cooked": 0.82,
    "stove": 0.8,
    "hood": 0.8,
    "fume-purifier": 0.65,
    "refrigerator": 1.95,
    "freezer": 0.86,
    "disinfection-cabinet": 1.75,
    "ware-cabinet": 1.75,
    "shelf": 1.8,
    "waste-bin": 0.66,
    "grease-trap": 0.36,
    "floor-drain": 0.006,
    "fly-lamp": 0.3,
    "rodent-board": 0.6,
    "uv-lamp": 0.05,
    "extinguisher": 0.62,
    "exit-sign": 0.14,
    "emergency-light": 0.21,
    "evacuation-map": 0.45,
    "reception-desk": 1.05,
    "desk": 0.75,
    "table": 0.75,
    "chair": 0.86,
    "wc": 0.8,
    "camera": 0.08,
    "air-conditioner": 0.32,
    "medicine-cabinet": 1.8,
    "exam-table": 0.88,
    "operating-table": 0.9,
    "shadowless-lamp": 0.9,
    "xray": 2.1,
    "ultrasound": 1.35,
    "autoclave": 1.2,
    "microscope": 0.78,
    "cage": 1.72,
    "waste-container": 0.6,
    "piano": 1.2,
    "easel": 1.75,
    "mirror": 2.0,
    "barre": 1.05,
}
"""Height in metres where a drawing gives none: of the top one works on, or of the whole where there is none."""


@dataclass(frozen=True, eq=False)
class Order:
    """A fixture to be made: metres, `name` in Chinese, `labels` as drawn, `ceiling` height above the floor."""

    kind: str
    width: float
    depth: float
    height: float
    labels: tuple[str, ...]
    name: str
    ceiling: float
    signs: SignSheet

    @property
    def back(self) -> float:
        """Return y of the back."""
        return self.depth / 2

    def label(
        self, body: Body, at: tuple[float, float, float], high: float, *, ground: Colour = WHITE, ink: Colour = INK, text: str = ""
    ) -> None:
        """Put a small sign that looks to the front, its middle at `at`, no wider than the fixture."""
        shown = text or (self.labels[0] if self.labels else self.name)
        rect = self.signs.label(shown, ground=ground, ink=ink)
        wide = high * ratio(rect)
        if wide > self.width * 0.92:
            wide, high = self.width * 0.92, self.width * 0.92 / ratio(rect)
        x, y, z = at
        body.picture("signs", (x - wide / 2, y, z - high / 2), (wide, 0, 0), (0, 0, high), rect)


Maker = Callable[[Order], Body]


def ratio(rect: Rect) -> float:
    """Return width by height of a place on the sign sheet."""
    return (rect[2] - rect[0]) / max(rect[3] - rect[1], 1e-6)


def order(fixture: Fixture, name: str, ceiling: float, signs: SignSheet) -> Order:
    """Return the order for a fixture of a plan; sizes that are not drawn are the usual ones."""
    width, depth = fixture.size or USUAL.get(fixture.kind, (0.6, 0.6))
    height = fixture.height or HEIGHT.get(fixture.kind, 0.9)
    return Order(fixture.kind, width, depth, height, fixture.labels, name, ceiling, signs)
