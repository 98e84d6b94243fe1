"""How is the hot-food shop made? Reads its plan, dresses it, bakes its light and writes `scenes/hot-food-shop/scene.glb`.

Run by `make scenes`; `--preview` bakes in half a minute what the finished light takes minutes for. Same sources, same bytes.
"""

import argparse
from dataclasses import replace
from pathlib import Path

import hot_food_decor
import numpy as np

from showroom import home
from showroom.formats import read_plan, read_scene, read_vocabulary, write_model
from showroom.modelling import light, premises, textures
from showroom.modelling.model import Material, Mesh, Model, Node, Texture
from showroom.modelling.signs import SignSheet

FOLDER = home.scenes() / "hot-food-shop"
WITHOUT = ("S-dining lamps",)
"""Pieces of the plain model that this scene replaces by its own."""


def model() -> Model:
    """Return the shop without light."""
    sheet = SignSheet(2048)
    plan = read_plan(FOLDER / "premises.plan.yaml")
    things = [piece for piece in premises.pieces(plan, read_vocabulary(), sheet) if piece.name not in WITHOUT]
    made = premises.model([*things, *hot_food_decor.pieces(sheet)], sheet)
    return Model((*made.nodes, _backdrop()))


def baked(quality: light.Quality) -> Model:
    """Return the shop with its light, steel seen from the viewpoints."""
    eyes = tuple(view.eye for view in read_scene(FOLDER).viewpoints)
    return light.bake(model(), quality, eyes=eyes)


def _backdrop() -> Node:
    body, picture = hot_food_decor.backdrop()
    encoded = textures.encoded(np.asarray(picture), quality=84)
    material = Material("street", texture=Texture("street", encoded, repeat=False))
    meshes: list[Mesh] = []
    for part in body.parts:
        positions, triangles = part.positions.astype(np.float32), part.triangles.astype(np.uint32)
        meshes.append(Mesh(material, positions, triangles, uv=part.uv.astype(np.float32)))
    return Node("street", tuple(meshes), "backdrop")


def main() -> None:
    """Bake and write the scene."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--preview", action="store_true", help="coarse light, half a minute")
    parser.add_argument("-o", "--output", type=Path, default=FOLDER / "scene.glb")
    chosen = parser.parse_args()
    made = baked(light.PREVIEW if chosen.preview else light.FINAL)
    write_model(without_normals(made), chosen.output)
    print(f"{chosen.output}: {chosen.output.stat().st_size / 1e6:.1f} MB, {len(made.nodes)} nodes")


def without_normals(made: Model) -> Model:
    """Return the model without normals: light is baked, nobody asks for them."""
    return Model(tuple(replace(node, meshes=tuple(replace(mesh, normals=None) for mesh in node.meshes)) for node in made.nodes))


if __name__ == "__main__":
    main()
