"""Which colours do reports draw in? The same ones the windows and the 3D stage use for outcomes.

Outcomes never speak by colour alone: wherever these are used, an icon and a word stand beside them.
"""

from showroom.domain.finding import Outcome

OUTCOME: dict[Outcome, str] = {
    Outcome.MET: "#00784e",
    Outcome.NOT_MET: "#951a14",
    Outcome.TO_CONFIRM: "#985c00",
    Outcome.NOT_APPLICABLE: "#5b6673",
    Outcome.NOT_CHECKED: "#5b6673",
}
OUTCOME_TINT: dict[Outcome, str] = {
    Outcome.MET: "#e6f3ec",
    Outcome.NOT_MET: "#fbeae8",
    Outcome.TO_CONFIRM: "#fbf1e0",
    Outcome.NOT_APPLICABLE: "#eef0f2",
    Outcome.NOT_CHECKED: "#eef0f2",
}
ACCENT = "#1f5fbf"
INK = "#1c2430"
MUTED = "#5b6673"
HAIRLINE = "#d5dae0"
PAPER = "#ffffff"

WALL = "#39424e"
COLUMN = "#23282f"
SYMBOL = "#7d8794"
SYMBOL_FILL = "#ffffff"
GLAZING = "#5f8fb8"

ZONE_TINT: dict[str, str] = {
    "food-clean": "#dbeaf8",
    "food-semi-clean": "#e2f2ea",
    "food-general": "#fbf0dc",
    "public": "#f6f2ea",
    "staff": "#efeaf7",
    "service": "#ececee",
    "wet": "#ddf1f1",
    "circulation": "#f5f5f3",
    "training": "#fdf3da",
    "clinic": "#e5effa",
    "clinic-clean": "#d9ecf5",
    "clinic-dirty": "#fae7e4",
    "outdoor": "#edf4e3",
    "dwelling": "#f3ebe6",
}
UNKNOWN_TINT = "#f7f7f7"


def tint_of(zone: str | None) -> str:
    """Return the ground colour of a zone; a pale grey for none or an unknown one."""
    return ZONE_TINT.get(zone or "", UNKNOWN_TINT)
