"""The build's own step: rules/ goes into the wheel, and the shipped rules are compiled into one file."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RuleCompiler(BuildHookInterface[Any]):
    """Compiles the rules beside the code for an editable install, into a wheel without touching the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add rules/ and their compiled file to what is built; a rule that cannot stand fails the build."""
        sys.path.insert(0, self.root)
        from provlint.rulebook import compiled, shipped

        if version == "editable":
            shipped.compile_rules()
            return
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name, "shipped.marshal")
        shipped.compile_rules(str(file), release=True)
        inside = Path(compiled.FILE).relative_to(self.root).as_posix()
        build_data["force_include"] |= {str(file): inside, "rules": "provlint/rules"}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Leave nothing behind."""
        if version != "editable":
            self.folder.cleanup()
