"""`provlint config`, `provlint completions` and the list of commands."""

import shutil
import subprocess
from pathlib import Path

import pytest

from provlint.settings.keys import INNER_KEYS, KEYS
from tests.commands import COMMAND, environment, one_sentence, provlint


def test_every_setting_is_explained(tmp_path: Path) -> None:
    text = provlint("config", folder=tmp_path).stdout
    names = {line for line in text.splitlines() if line and not line.startswith(" ")}
    inner = {f"{table}.{key.name}" for table, keys in INNER_KEYS.items() for key in keys}
    assert names == {key.name for key in KEYS} | inner


def test_what_is_in_force_is_told_with_who_said_it(tmp_path: Path) -> None:
    (tmp_path / "provlint.toml").write_text('fail-on = "error"\n')
    assert provlint("config", "fail-on", "jobs", "--jobs", "2", folder=tmp_path).stdout == (
        "fail-on\n"
        "  The least severity that gives exit code 1: error, warning, info or never.\n"
        "  takes     one of error, warning, info, never\n"
        '  default   "warning"\n'
        '  in force  "error"  (provlint.toml)\n'
        "\n"
        "jobs\n"
        "  Processes to use; 0 means one a processor.\n"
        "  takes     a whole number from 0 to 256\n"
        "  default   0\n"
        "  in force  2  (command line)\n"
    )


def test_an_unknown_setting_is_refused_with_the_nearest(tmp_path: Path) -> None:
    assert "did you mean `fail-on`?" in one_sentence(provlint("config", "fail_onn", folder=tmp_path))


def test_the_list_of_commands_cuts_no_sentence(tmp_path: Path) -> None:
    text = provlint("--help", folder=tmp_path).stdout
    assert "..." not in text.partition("Commands:")[2]
    assert "one for machines." in " ".join(text.split())


@pytest.mark.parametrize("shell", ["bash", "fish", "zsh"])
def test_each_shell_gets_a_script_it_can_read(shell: str, tmp_path: Path) -> None:
    done = provlint("completions", shell, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "_PROVLINT_COMPLETE" in done.stdout
    if shutil.which(shell):
        read = subprocess.run([shell, "-n"], input=done.stdout, text=True, capture_output=True, check=False)
        assert (read.returncode, read.stderr) == (0, "")


def test_the_script_gets_words_to_complete(tmp_path: Path) -> None:
    asked = environment(_PROVLINT_COMPLETE="bash_complete", COMP_WORDS="provlint check --output-f", COMP_CWORD="2")
    done = subprocess.run(COMMAND, cwd=tmp_path, env=asked, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["plain,--output-format", "plain,--output-file"]
    asked["COMP_WORDS"], asked["COMP_CWORD"] = "provlint check --output-format sa", "3"
    done = subprocess.run(COMMAND, cwd=tmp_path, env=asked, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["plain,sarif"]
    assert not list(tmp_path.iterdir())
