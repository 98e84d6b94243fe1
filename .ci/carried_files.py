"""Which folders does a wheel carry beside the package? A build hook; an editable install carries none, it finds the checkout's."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("scenes", "requirements", "assets")


class CarriedFiles(BuildHookInterface[Any]):
    """Lays `scenes/`, `requirements/` and `assets/` into `showroom/_home/` of a wheel; see `showroom.home`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folders to the builder, unless the build is an editable one."""
        if version == "standard":
            build_data["force_include"].update({folder: f"showroom/_home/{folder}" for folder in FOLDERS})
