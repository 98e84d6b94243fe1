"""What Khronos' own validator says of our files: nothing wrong, and nothing doubtful."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from showroom import home
from showroom.domain.plan import Plan, Storey
from showroom.formats import read_plan, read_vocabulary, write_model
from showroom.modelling import own_light, premises
from showroom.modelling.model import Model

PLANS = sorted((Path(__file__).parents[1] / "permits" / "plans").glob("*.plan.yaml"))
_SCRIPT = """
const validator = require('gltf-validator'), fs = require('fs');
validator.validateBytes(new Uint8Array(fs.readFileSync(process.argv[1])), {maxIssues: 50})
  .then(report => console.log(JSON.stringify(report.issues)));
"""


@pytest.fixture(scope="module")
def validate() -> Any:
    """A function that returns what the validator says of a file; skips where Node or the validator is not there."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        pytest.skip("Node is not there, and Khronos' validator runs on it")
    folders = [os.environ.get("NODE_PATH", "")]
    if npm is not None:
        folders.append(subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=False).stdout.strip())
    environment = {**os.environ, "NODE_PATH": os.pathsep.join(filter(None, folders))}
    found = subprocess.run([node, "-e", "require('gltf-validator')"], env=environment, capture_output=True, check=False)
    if found.returncode:
        pytest.skip("gltf-validator is not installed for Node: npm install -g gltf-validator")

    def issues(path: Path) -> dict[str, Any]:
        said = subprocess.run([node, "-e", _SCRIPT, str(path)], env=environment, capture_output=True, text=True, check=True)
        report: dict[str, Any] = json.loads(said.stdout)
        return report

    return issues


def assert_clean(report: dict[str, Any], *allowed: str) -> None:
    """No errors, no warnings, and of the remarks only the allowed ones."""
    said = [(message["code"], message["message"], message.get("pointer")) for message in report["messages"]]
    assert (report["numErrors"], report["numWarnings"]) == (0, 0), said
    assert [remark for remark in said if remark[0] not in allowed] == []


@pytest.mark.parametrize("plan_path", PLANS, ids=lambda path: path.name.split(".")[0])
def test_a_converted_plan_is_valid(validate: Any, plan_path: Path, tmp_path: Path) -> None:
    """The GLB of a compliant plan of each permit passes without a remark."""
    write_model(premises.build(read_plan(plan_path), read_vocabulary()), tmp_path / "shop.glb")
    assert_clean(validate(tmp_path / "shop.glb"))


def test_a_lit_plan_is_valid(validate: Any, tmp_path: Path) -> None:
    """With light in its second set of places too; untextured lamps carry a first set only because the second needs one."""
    plan = read_plan(next(path for path in PLANS if path.name.startswith("small")))
    write_model(own_light.lit(premises.build(plan, read_vocabulary())), tmp_path / "shop.glb")
    assert_clean(validate(tmp_path / "shop.glb"), "UNUSED_OBJECT", "IMAGE_NPOT_DIMENSIONS")


@pytest.mark.parametrize("plan", [None, Plan(storeys=(Storey(id="F"),))], ids=["no model", "no walls"])
def test_a_plan_with_nothing_in_it_is_a_valid_file(validate: Any, plan: Plan | None, tmp_path: Path) -> None:
    """An empty model and an empty storey are written as valid files."""
    model = Model(()) if plan is None else premises.build(plan, read_vocabulary())
    assert all(np.isfinite(mesh.positions).all() for node in model.nodes for mesh in node.meshes)
    write_model(model, tmp_path / "empty.glb")
    assert_clean(validate(tmp_path / "empty.glb"))


@pytest.mark.parametrize("scene_path", sorted(home.scenes().glob("*/scene.glb")), ids=lambda path: path.parent.name)
def test_a_bundled_scene_is_valid(validate: Any, scene_path: Path) -> None:
    """The scenes that come with the program have no errors and no warnings."""
    report = validate(scene_path)
    assert (report["numErrors"], report["numWarnings"]) == (0, 0), report["messages"]
