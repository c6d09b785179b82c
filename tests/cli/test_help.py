"""The help of a command with many options: each once, under the section it belongs to."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from provlint.cli.group import group
from tests.commands import provlint

CONTEXT = click.Context(group)
COMMANDS = group.list_commands(CONTEXT)


def sections(command: str) -> dict[str, list[str]]:
    """Title → the first word of each option below it."""
    text = CliRunner().invoke(group, [command, "--help"], terminal_width=200).output
    parts = re.findall(r"^(\w[^\n]*):\n((?: +[^\n]*\n?)+)", text, re.MULTILINE)
    return {title: re.findall(r"^  (?:-\w, )?(--[\w-]+)", body, re.MULTILINE) for title, body in parts}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_option_is_listed_once(command: str) -> None:
    listed = [option for options in sections(command).values() for option in options]
    found = group.get_command(CONTEXT, command)
    assert found
    known = [max(param.opts, key=len) for param in found.params if param.param_type_name == "option"]
    assert sorted(listed) == sorted([*known, "--help"])


def test_check_lists_options_by_what_they_are_about() -> None:
    found = sections("check")
    assert "--select" in found["Rules"]
    assert "--exclude" in found["Documents"]
    assert "--since" in found["Only what is new"]
    assert "--timeout" in found["The web"]
    assert [*found][-1] == "Other options"


def test_a_command_without_sections_has_options() -> None:
    assert sections("schema") == {"Options": ["--help"]}


SETTINGS = {"--config", "--isolated", "--trust-config", "--rules"}
SELECTION = {"--select", "--extend-select", "--ignore", "--per-file-ignores", "--min-confidence"}
FILES = {"--exclude", "--extend-exclude", "--force-exclude"}


@pytest.mark.parametrize(
    ("command", "heeded"),
    [
        ("config", SETTINGS | SELECTION | FILES | {"--jobs", "--fail-on"}),
        ("explain", SETTINGS | SELECTION | {"--no-ignores"}),
        ("extract", SETTINGS | FILES | {"--stdin-filename", "--fail-on"}),
        ("rule", SETTINGS),
        ("source", SETTINGS | {"--no-cache", "--cache-dir"}),
        ("verify", SETTINGS | {"--no-cache", "--cache-dir", "--stdin-filename", "--sources"}),
    ],
)
def test_a_command_lists_only_what_it_heeds(command: str, heeded: set[str]) -> None:
    found = sections(command)
    listed = {
        option for title, options in found.items() if title not in ("Other options", "The web") for option in options
    }
    others = {"--output-format", "--output-file", "--all-claims", "--all", "--fields", "--help"}
    assert listed | {option for option in found["Other options"] if option not in others} == heeded


GIVEN = {
    "--config": "fail-on='info'",
    "--exclude": "drafts",
    "--extend-exclude": "drafts",
    "--extend-select": "PL124",
    "--fail-on": "error",
    "--force-exclude": None,
    "--ignore": "PL124",
    "--isolated": None,
    "--jobs": "7",
    "--min-confidence": "high",
    "--per-file-ignores": "a.md:PL124",
    "--rules": "own",
    "--select": "PL124",
    "--trust-config": None,
}


def test_every_option_of_config_changes_what_it_says(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "provlint.toml").write_text("jobs = 3\n")
    plain = provlint("config", folder=tmp_path).stdout
    options = {option for options in sections("config").values() for option in options} - {"--help"}
    assert options == GIVEN.keys()
    for option, value in GIVEN.items():
        if option == "--trust-config":
            (tmp_path / "provlint.toml").write_text("[web]\nports = [8000]\n")
            assert provlint("config", folder=tmp_path).returncode == 2
        told = provlint("config", option, *filter(None, [value]), folder=tmp_path)
        assert told.returncode == 0, told.stderr
        assert told.stdout != plain, option
