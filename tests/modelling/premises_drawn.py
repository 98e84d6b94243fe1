"""Plans to model: two plain rooms, the compliant plans of the permits, and two storeys with stairs."""

from pathlib import Path
from typing import Any

from showroom.domain.plan import Opening, Plan

COMPLIANT = sorted((Path(__file__).parents[1] / "permits" / "plans").glob("*.plan.yaml"))


def two_offices(*openings: Opening, use: str = "office", height: float = 3.0) -> Plan:
    """Two rooms of 4 × 3 m side by side, walls of 20 cm, the same height everywhere."""
    return Plan.model_validate(
        {
            "storeys": [
                {
                    "id": "F1",
                    "height": height,
                    "walls": [
                        {"id": "W-south", "axis": [[-0.1, -0.1], [8.3, -0.1]], "thickness": 0.2},
                        {"id": "W-east", "axis": [[8.3, -0.1], [8.3, 3.1]], "thickness": 0.2},
                        {"id": "W-north", "axis": [[8.3, 3.1], [-0.1, 3.1]], "thickness": 0.2},
                        {"id": "W-west", "axis": [[-0.1, 3.1], [-0.1, -0.1]], "thickness": 0.2},
                        {"id": "W-middle", "axis": [[4.1, -0.1], [4.1, 3.1]], "thickness": 0.2},
                    ],
                    "openings": openings,
                    "spaces": [
                        {"id": "S1", "use": use, "outline": [[0, 0], [4, 0], [4, 3], [0, 3]]},
                        {"id": "S2", "use": use, "outline": [[4.2, 0], [8.2, 0], [8.2, 3], [4.2, 3]]},
                    ],
                }
            ]
        }
    )


def two_storeys(*, turning: bool = True, drawn_above: bool = True, level: int = 1) -> Plan:
    """A stair hall of 6 × 8 m, and (where drawn) the same one storey above; each storey is 3 m high."""
    outline = [[2, 0], [4.6, 0], [4.6, 4.2], [2, 4.2]] if turning else [[2, 0], [3.2, 0], [3.2, 5], [2, 5]]

    def storey(name: str, number: int, *, stair: bool) -> dict[str, Any]:
        corners = [[-0.1, -0.1], [6.1, -0.1], [6.1, 8.1], [-0.1, 8.1]]
        return {
            "id": name,
            "level": number,
            "height": 3.0,
            "walls": [
                {"id": f"{name}-W{k}", "axis": [corners[k], corners[(k + 1) % 4]], "thickness": 0.2} for k in range(len(corners))
            ],
            "openings": [{"id": f"{name}-D", "kind": "door", "wall": f"{name}-W2", "at": 3.1, "width": 0.9, "serves": f"{name}-S"}],
            "spaces": [{"id": f"{name}-S", "use": "lobby", "outline": [[0, 0], [6, 0], [6, 8], [0, 8]]}],
            "stairs": [{"id": "ST", "outline": outline, "width": 1.2, "to": "F2"}] if stair else [],
        }

    above = [storey("F2", level + 1, stair=False)] if drawn_above else []
    return Plan.model_validate({"storeys": [storey("F1", level, stair=True), *above]})
