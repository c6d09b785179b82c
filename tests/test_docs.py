"""The documentation says what is so: generated pages, recipes, tables; and the site builds without a warning."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.docs_pages import pages
from provlint.report.formats import FORMATS
from provlint.settings.keys import INNER_KEYS, KEYS
from tests.commands import BAD, environment
from tests.read.repositories import git

CHECKOUT = Path(__file__).parents[1]
DOCS = CHECKOUT / "docs"
ACTION: dict[str, Any] = yaml.safe_load((CHECKOUT / "action.yml").read_text(encoding="utf-8"))
HOOKS = {hook["id"] for hook in yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows(text: str, first: str) -> dict[str, list[str]]:
    """The rows of the table whose head begins with `first`, by their first cell without backticks."""
    table = text[text.index(f"| {first} |") :].split("\n\n")[0].splitlines()[2:]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    return {row[0].strip("`"): row[1:] for row in cells}


def recipes() -> list[Any]:
    return [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", read("ci.md"), re.DOTALL)]


@pytest.mark.parametrize("name", pages())
def test_generated_files_are_as_their_models_have_them(name: str) -> None:
    assert read(name) == pages()[name], "run python -m benchmarks.docs_pages"


def test_every_setting_has_its_place_on_the_page() -> None:
    headings = set(re.findall(r"^#{2,3} (.+)$", read("settings.md"), re.MULTILINE))
    inner = {f"{table}.{key.name}" for table, keys in INNER_KEYS.items() for key in keys}
    assert headings == {key.name for key in KEYS} | inner


def test_every_format_is_described() -> None:
    assert set(rows(read("formats.md"), "format")) == set(FORMATS)


def test_the_inputs_of_the_action_are_described() -> None:
    told = rows(read("ci.md"), "input")
    assert list(told) == list(ACTION["inputs"])
    for name, (_, default) in told.items():
        expected = ACTION["inputs"][name]["default"]
        assert default.strip("`") == expected or (not expected and "`" not in default)


def test_recipes_give_only_what_there_is() -> None:
    workflow, _, _, gitlab, hooks, ci = recipes()
    (step,) = (step for step in workflow["jobs"]["provlint"]["steps"] if "provlint@" in step["uses"])
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow[True] == "pull_request"  # YAML 1.1 reads `on` so
    assert {hook["id"] for repo in hooks["repos"] for hook in repo["hooks"]} == HOOKS
    assert set(ci["ci"]["skip"]) <= HOOKS
    command = gitlab["provlint"]["script"][-1]
    assert set(re.findall(r"--output-format (\S+)", command)) <= set(FORMATS)
    for path in gitlab["provlint"]["artifacts"]["reports"].values():
        assert f"-o {path}" in command


@pytest.mark.skipif(sys.platform == "win32", reason="GitLab's scripts are run by a POSIX shell")
def test_the_recipe_of_gitlab_does_as_it_says(tmp_path: Path) -> None:
    (job,) = (recipe["provlint"] for recipe in recipes() if "provlint" in recipe)
    (tmp_path / "provlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m provlint "$@"\n')
    (tmp_path / "provlint").chmod(0o755)
    work = tmp_path / "work"
    (work / "docs").mkdir(parents=True)
    git(work, "init", "-q")
    git(work, "commit", "-q", "--allow-empty", "-m", "old")
    base = git(work, "rev-parse", "HEAD").strip()
    (work / "docs" / "a.md").write_text(BAD)
    variables = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(CHECKOUT)}
    for revision, code in ((base, 1), ("", 2)):
        done = subprocess.run(
            ["sh", "-ec", job["script"][-1]], cwd=work, capture_output=True, text=True, check=False,
            env=environment(**variables, CI_MERGE_REQUEST_DIFF_BASE_SHA=revision),
        )  # fmt: skip
        assert done.returncode == code, done.stderr
    assert {path.name for path in work.iterdir()} >= set(job["artifacts"]["reports"].values())


def test_every_page_is_in_the_navigation() -> None:
    site = tomllib.loads((CHECKOUT / "zensical.toml").read_text(encoding="utf-8"))["project"]

    def named(entries: list[dict[str, Any]]) -> set[str]:
        values = [value for entry in entries for value in entry.values()]
        return {value for value in values if isinstance(value, str)} | {
            name for value in values if isinstance(value, list) for name in named(value)
        }

    assert named(site["nav"]) == {path.name for path in DOCS.glob("*.md")} | {"rules/index.md"}


@pytest.mark.skipif(
    find_spec("zensical") is None, reason="the site's generator is not installed: pip install '.[docs]'"
)
def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copy(CHECKOUT / "zensical.toml", tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "build" / "site"
    assert (site / "schemas" / "settings.json").exists()
    assert (site / "rules" / "redirector-link" / "index.html").exists()
    page = (site / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//', page)
    assert not re.findall(r'<link[^>]+rel="stylesheet"[^>]+href="(?:https?:)?//', page)
