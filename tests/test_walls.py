"""Imports run one way: cli → run → stages → tables and text → model → errors; never sideways, never up."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "provlint"
STAGES = {
    "settings",
    "rulebook",
    "read",
    "extract",
    "relate",
    "site",
    "web",
    "page",
    "verify",
    "judge",
    "report",
    "fix",
    "history",
    "store",
}
BELOW_STAGES = {"tables", "text", "model", "errors"}
EDGE = {"cli", "run", "api", "published"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "model": {"errors"},
    "text": {"model", "errors"},
    "tables": {"text", "model", "errors"},
    **dict.fromkeys(STAGES, BELOW_STAGES),
    "published": {"text", "model", "errors"},
    "run": STAGES | BELOW_STAGES | {"published"},
    "api": STAGES | BELOW_STAGES | {"run", "published"},
    "cli": STAGES | BELOW_STAGES | {"run"},
    "__init__": {"api", "published", "model", "errors"},
    "__main__": {"cli"},
}
#: Packages that only some rooms may import.
ONLY_IN = {
    "requests": {"web"},
    "urllib3": {"web"},
    "socket": {"web"},
    "ssl": {"web"},
    "bs4": {"page"},
    "tldextract": {"web"},
    "sqlite3": {"store"},
    "platformdirs": {"store"},
    "tomllib": {"settings", "rulebook"},
    "pyromark": {"read"},
    "click": {"cli"},
    "pydantic": {"settings", "published"},
    "subprocess": {"history"},
}
FILES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> set[str]:
    modules: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            modules.update(f"{node.module}.{alias.name}" for alias in node.names)
    return modules


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_keep_to_the_walls(path: Path) -> None:
    own = room(path)
    for module in imported(path):
        parts = module.split(".")
        if parts[0] == "provlint" and len(parts) > 1:
            assert parts[1] == own or parts[1] in MAY_IMPORT[own], f"{own} must not import {module}"
        else:
            assert own in ONLY_IN.get(parts[0], {own}), f"{own} must not import {parts[0]}"


def test_every_room_is_known() -> None:
    assert {room(path) for path in FILES} <= set(MAY_IMPORT)


def test_no_module_takes_the_place_of_the_shipped_rules() -> None:
    assert not (PACKAGE / "rules.py").exists()
    assert not (PACKAGE / "rules" / "__init__.py").exists()
