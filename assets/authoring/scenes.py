"""How do the bundled scenes come from their recipes? Step by step; a step whose inputs have not changed is not done again.

Run by `make scenes`. Light and panoramas of the better qualities are computed by Blender's Cycles, a program of its own in an
environment of its own (see cycles/); `preview` needs nothing but the showroom. What was computed is kept in `.scenes/`.
"""

import argparse
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import lighting
import narration
import pairs
import photographing
import toning
from assembling import assembled, fingerprint
from hanging import with_leaves
from lighting import QUALITIES, Engine
from panoramas import panoramas
from recipe import Recipe, recipe_ids, recipe_of

from showroom.formats import read_model, read_scene, write_model
from showroom.modelling import light as rays
from showroom.modelling.atlas import Atlas, texels, unwrap
from showroom.modelling.model import Model
from showroom.modelling.ratio import lit

KEPT = Path(__file__).resolve().parents[2] / ".scenes"
LARGEST_GLB, MOST_TRIANGLES = 12_000_000, 300_000


@dataclass(frozen=True, eq=False)
class Work:
    """A scene on its way: recipe, quality, the folder it goes to, the folder where steps keep what they computed."""

    recipe: Recipe
    quality: str
    out: Path
    kept: Path
    model: Model
    print: str
    """The fingerprint of the model: what is drawn, apart from light."""
    force: bool

    @property
    def engine(self) -> Engine:
        """Return what computes the light, and how finely."""
        return QUALITIES[self.quality]

    def atlas(self) -> Atlas:
        """Return the model unwrapped for its light."""
        return unwrap(self.model, self.engine.size, density=rays.DENSITY, skip=rays.UNLIT)

    def once(self, step: str, act: Callable[[], object], *inputs: object) -> None:
        """Do an act unless it was done before with the same inputs."""
        state = hashlib.sha256(repr(inputs).encode()).hexdigest()
        stamp = self.kept / f"{step}.stamp"
        if not self.force and stamp.is_file() and stamp.read_text() == state:
            return
        stamp.unlink(missing_ok=True)
        act()
        stamp.write_text(state)


def light(work: Work) -> None:
    """Compute the light, linear, as it comes."""
    recipe, engine = work.recipe, work.engine
    read = (fingerprint(work.model, lettered=False), engine.size, engine.samples, engine.steel_size, engine.steel_samples)
    lit_by = (recipe.daylight, recipe.lamp_power, recipe.ground, lighting.eyes(recipe))
    work.once("light", lambda: lighting.computed(work.atlas(), work.model, engine, recipe, work.kept), *read, *lit_by)


def glb(work: Work) -> None:
    """Turn the light into the atlas and write `scene.glb`."""
    atlas = work.atlas()
    spots = texels(atlas)
    seen = lighting.radiance_of(atlas, spots, work.model, work.engine, work.recipe, work.kept)
    made = lit(atlas, spots, toning.shown(seen, work.engine, work.recipe.exposure, work.kept))
    path = work.out / read_scene(work.recipe.folder).model
    write_model(made, path)
    triangles, size = sum(len(mesh.triangles) for node in made.nodes for mesh in node.meshes), path.stat().st_size
    print(f"  {path}: {size / 1e6:.2f} MB, {triangles} triangles")
    if size > LARGEST_GLB or triangles > MOST_TRIANGLES:
        raise SystemExit(f"{path} has more than {LARGEST_GLB / 1e6:.0f} MB or {MOST_TRIANGLES} triangles; make the recipe lighter")


def leaves(work: Work) -> None:
    """Give a `scene.glb` from before leaves were things of their own its leaves; one that has them stays as it is."""
    path = work.out / read_scene(work.recipe.folder).model
    baked = read_model(path)
    split = with_leaves(baked, work.model)
    if split is not baked:
        write_model(split, path)
        print(f"  {path}: {sum(node.leaf is not None for node in split.nodes)} leaves and panes are things of their own now")


def pictures(work: Work) -> None:
    """Photograph the written model from every viewpoint for looking at, and from a few for the scene's folder."""
    photographing.pictures(work.recipe, work.out, work.kept / "pictures")


def mistakes(work: Work) -> None:
    """Take the pairs of pictures, right and wrong."""
    scene = read_scene(work.recipe.folder)
    work.once("mistakes", lambda: pairs.pairs(work.recipe, work.out), work.out, work.print, scene.mistakes, scene.viewpoints)


def all_round(work: Work) -> None:
    """Compute the panoramas the recipe names."""
    recipe, engine = work.recipe, work.engine
    if not engine.samples:
        print("  panoramas need Cycles: QUALITY=draft or release")
        return
    shots = [shot for shot in read_scene(recipe.folder).panoramas if shot.id in recipe.panoramas]
    read = (work.out, work.print, engine.panorama_samples, recipe.daylight, recipe.lamp_power, recipe.exposure, shots)
    work.once("panoramas", lambda: panoramas(recipe, work.model, work.atlas(), engine, work.out, work.kept), *read)


def voices(work: Work) -> None:
    """Speak the scripts, as placeholders until a person does."""
    scripts = [(stop.script.root, stop.clip) for tour in read_scene(work.recipe.folder).tours for stop in tour.stops]
    work.once("voices", lambda: narration.narrate(work.recipe.folder), scripts)


STEPS: dict[str, Callable[[Work], None]] = {
    "light": light,
    "glb": glb,
    "leaves": leaves,
    "pictures": pictures,
    "mistakes": mistakes,
    "panoramas": all_round,
    "voices": voices,
}


def main() -> None:
    """Do the steps asked for, scene by scene."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scene", nargs="*", default=[], help="scene ids; all where none is named")
    parser.add_argument("--step", nargs="*", default=[], choices=list(STEPS), help="steps; all where none is named")
    parser.add_argument("--quality", default="preview", choices=list(QUALITIES), help="how finely light is computed")
    parser.add_argument("--out", type=Path, help="folder for what is made; the scene's own where none is named")
    parser.add_argument("--again", action="store_true", help="do the steps even where nothing has changed")
    chosen = parser.parse_args()
    for scene_id in chosen.scene or recipe_ids():
        recipe = recipe_of(scene_id)
        out, kept = chosen.out or recipe.folder, KEPT / scene_id / chosen.quality
        kept.mkdir(parents=True, exist_ok=True)
        out.mkdir(parents=True, exist_ok=True)
        print(f"{scene_id}: {chosen.quality}", flush=True)
        model = assembled(recipe)
        work = Work(recipe, chosen.quality, out, kept, model, fingerprint(model), chosen.again)
        for name in chosen.step or STEPS:
            STEPS[name](work)


if __name__ == "__main__":
    main()
