"""The help of a command with many options: each once, under the section it belongs to."""

import re

import click
import pytest
from click.testing import CliRunner

from provlint.cli.group import group

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
