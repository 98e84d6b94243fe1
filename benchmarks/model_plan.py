"""How long does a plan of fifteen spaces take to become meshes, and how long with soft light?"""

import statistics

from benchmarks.full_check import generated
from benchmarks.row import RUNS, Row, cpu_seconds
from showroom.formats import read_vocabulary
from showroom.modelling import own_light, premises
from showroom.modelling.model import Model

SPACES = 15


def rows() -> list[Row]:
    """Return both rows, seconds of processor time; pictures of tiles and planks are made once and not counted."""
    plan, vocabulary = generated(SPACES), read_vocabulary()
    made = own_light.lit(premises.build(plan, vocabulary))
    bare = [cpu_seconds(lambda: premises.build(plan, vocabulary)) for _ in range(RUNS)]
    lit = [cpu_seconds(lambda: own_light.lit(premises.build(plan, vocabulary))) for _ in range(RUNS)]
    note = f"CPU; {SPACES} rooms, {sum(1 for _ in plan.fixtures)} fixtures, {_triangles(made)} triangles"
    return [
        Row("plan to meshes, 15 spaces", statistics.median(bare), None, "s", 0.5, 0.25, note),
        Row("plan to meshes with soft light, 15 spaces", statistics.median(lit), None, "s", 3.0, 1.5, note),
    ]


def _triangles(model: Model) -> int:
    return sum(len(mesh.triangles) for node in model.nodes for mesh in node.meshes)
