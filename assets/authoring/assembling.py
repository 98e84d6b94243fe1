"""Which model does a recipe make? The plan as it would be drawn for anybody, dressed, with the street round it, not yet lit."""

import hashlib

import numpy as np
from dressing import Dressing, standing_round
from recipe import Outside, Recipe

from showroom.domain.plan import Plan
from showroom.formats import read_plan, read_scene, read_vocabulary
from showroom.modelling import premises, textures
from showroom.modelling.model import Material, Mesh, Model, Node, Texture
from showroom.modelling.signs import SignSheet


def assembled(recipe: Recipe, plan: Plan | None = None) -> Model:
    """Return the model of a recipe without light; of another plan of the same place where one is handed in."""
    plan = plan or read_plan(recipe.folder / read_scene(recipe.folder).plan)
    sheet = SignSheet(recipe.sheet)
    plain = [piece for piece in premises.pieces(plan, read_vocabulary(), sheet) if piece.name not in recipe.without]
    dressing = Dressing(plan, sheet)
    recipe.dress(dressing)
    made = premises.model([*plain, *dressing.pieces], sheet)
    return made if recipe.outside is None else Model((*made.nodes, street(plan, recipe.outside)))


def street(plan: Plan, outside: Outside) -> Node:
    """Return what is seen through the windows."""
    encoded = textures.encoded(np.asarray(outside.picture()), quality=84)
    material = Material("street", texture=Texture("street", encoded, repeat=False))
    body = standing_round(plan, away=outside.away, bottom=outside.bottom, tall=outside.tall)
    parts = [
        Mesh(material, part.positions.astype(np.float32), part.triangles.astype(np.uint32), uv=part.uv.astype(np.float32))
        for part in body.parts
    ]
    return Node("street", tuple(parts), "backdrop")


def fingerprint(model: Model, *, lettered: bool = True) -> str:
    """Return a hash of all that is drawn: models that look alike have the same; not `lettered`, whatever their signs say."""
    total = hashlib.sha256()
    for node in model.nodes:
        total.update(f"{node.name}|{node.group}|{node.space}|{node.plan_id}".encode())
        for mesh in node.meshes:
            total.update(f"{mesh.material.name}|{mesh.material.color}".encode())
            shown = lettered or mesh.material.name != "signs"
            total.update(mesh.material.texture.data if mesh.material.texture and shown else b"")
            for part in (mesh.positions, mesh.triangles, mesh.uv if shown else None):
                total.update(b"" if part is None else np.ascontiguousarray(part).tobytes())
    return total.hexdigest()
