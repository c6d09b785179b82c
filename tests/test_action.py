"""action.yml: its steps run as the runner runs them, with the runner's variables set and files for what it collects."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.commands import BAD, environment
from tests.report.strict_readers import READERS, assert_dead

CHECKOUT = Path(__file__).parents[1]
ACTION: dict[str, Any] = yaml.safe_load((CHECKOUT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["id"]: step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{ (?:inputs\.([\w-]+)|steps\.(\w+)\.outputs\.(\w+)|github\.(action_path)) \}\}")

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="steps are bash scripts")


class Done(NamedTuple):
    """A finished step: its exit code, its log, and what it wrote for the runner."""

    code: int
    log: str
    errors: str
    outputs: dict[str, str]
    summary: str


def outputs_of(text: str) -> dict[str, str]:
    """GITHUB_OUTPUT as the runner reads it: NAME=VALUE, or NAME<<WORD, lines, WORD."""
    found: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        name, here, word = line.partition("<<")
        if here and "=" not in name:
            held: list[str] = []
            for following in lines:
                if following == word:
                    break
                held.append(following)
            else:
                raise AssertionError(f"nothing ends {name}")
            found[name] = "\n".join(held)
        else:
            name, equals, value = line.partition("=")
            assert equals, line
            found[name] = value
    return found


def run_step(id: str, work: Path, known: dict[str, str], **inputs: str) -> Done:
    """Run a step in the folder `work`; `known` are outputs of steps before it."""
    step = STEPS[id]
    given = {name: spec.get("default", "") for name, spec in ACTION["inputs"].items()} | inputs
    temp = work.parent / "temp"
    temp.mkdir(exist_ok=True)
    (temp / "output").write_text("")
    (temp / "summary").write_text("")
    (temp / "script.sh").write_text(step["run"])

    def value(found: re.Match[str]) -> str:
        name, step_id, output, _ = found.groups()
        return given[name] if name else known[output] if step_id else str(CHECKOUT)

    variables = {name: EXPRESSION.sub(value, written) for name, written in step["env"].items()}
    runner = {"RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(temp / "output")}
    runner["GITHUB_STEP_SUMMARY"] = str(temp / "summary")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(temp / "script.sh")],
        cwd=work,
        env=environment(**runner, **variables),
        capture_output=True,
        check=False,
    )
    outputs = outputs_of((temp / "output").read_text())
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode(), outputs, (temp / "summary").read_text())


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "a.md").write_text(BAD)
    return folder


@pytest.fixture
def command(tmp_path: Path) -> dict[str, str]:
    """This checkout's provlint as the step before would have installed it."""
    script = tmp_path / "provlint"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{CHECKOUT}" exec "{sys.executable}" -P -m provlint "$@"\n')
    script.chmod(0o755)
    return {"command": str(script)}


def test_no_input_is_part_of_a_script_and_no_foreign_action_is_used() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "uses" not in step
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
        for written in step["env"].values():
            assert EXPRESSION.fullmatch(written), written
    assert not {"github.token", "secrets."} & set(re.findall(r"github\.token|secrets\.", str(ACTION)))


def test_findings_are_annotated_summed_up_and_written_as_sarif(work: Path, command: dict[str, str]) -> None:
    done = run_step("check", work, command)
    assert done.code == 1, done.errors
    (shown,) = READERS["github"](done.log)
    assert (shown.path, shown.line) == ("a.md", 1)
    assert_dead(done.summary)
    assert "PL125 empty-link" in done.summary
    log = json.loads(Path(done.outputs["sarif"]).read_text())
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["PL125"]


def test_inputs_reach_the_command(work: Path, command: dict[str, str]) -> None:
    (work / "sub dir").mkdir()
    (work / "sub dir" / "b.md").write_text(BAD)
    done = run_step("check", work, command, **{"paths": "sub dir\r\n\n", "fail-on": "never", "output": "out dir.sarif"})
    assert done.code == 0, done.errors
    assert [found.path for found in READERS["github"](done.log)] == ["sub dir/b.md"]
    assert done.outputs == {"sarif": "out dir.sarif"}
    assert (work / "out dir.sarif").exists()


def test_a_clean_run_passes(work: Path, command: dict[str, str]) -> None:
    (work / "a.md").write_text("The [plan](https://harbour.co.uk/plan) is out.\n")
    done = run_step("check", work, command)
    assert done.code == 0, done.errors
    assert "No findings in 1 document" in done.summary


@pytest.mark.parametrize(
    "hostile",
    ["$(touch owned)", "`touch owned`", "; touch owned", "a'\"; touch owned #", "--config=x", "-o/tmp/x", "\nEOF\nx=1"],
)
@pytest.mark.parametrize("name", [*ACTION["inputs"]])
def test_an_input_never_runs(work: Path, command: dict[str, str], name: str, hostile: str) -> None:
    done = run_step("check", work, command, **{name: hostile})
    assert not (work / "owned").exists()
    assert done.code in (0, 1, 2), done.errors
    assert set(done.outputs) <= {"sarif"}
    READERS["github"](done.log)


def test_a_wrong_input_fails_the_step_and_leaves_no_report(work: Path, command: dict[str, str]) -> None:
    done = run_step("check", work, command, **{"fail-on": "sometimes"})
    assert (done.code, done.outputs, done.summary) == (2, {}, "")
    assert "--fail-on" in done.errors


def test_a_revision_and_a_baseline_are_passed_on(work: Path, tmp_path: Path) -> None:
    script = tmp_path / "told"
    script.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    script.chmod(0o755)
    done = run_step("check", work, {"command": str(script)}, since="origin/main", baseline="old.json", online="true")
    told = done.log.splitlines()
    assert told[2:6] == ["--fail-on=warning", "--since=origin/main", "--baseline=old.json", "--online"]
    assert told[-2:] == ["--", "."]


@pytest.mark.skipif(not (CHECKOUT / ".git").exists(), reason="installs from a checkout")
def test_the_first_step_installs_what_the_second_one_runs(work: Path) -> None:
    # Modules of the repository under check: none of them may be imported by what installs or runs provlint.
    for name in ("venv", "pip", "click", "json", "sitecustomize"):
        (work / f"{name}.py").write_text("open('owned', 'w')\n")
    installed = run_step("install", work, {})
    assert installed.code == 0, installed.errors
    done = run_step("check", work, installed.outputs)
    assert done.code == 1, done.errors
    assert not list(work.rglob("owned"))


def test_an_old_python_is_told_in_one_sentence(work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "bin"
    old.mkdir()
    (old / "python3").write_text("#!/bin/sh\nexit 1\n")
    (old / "python3").chmod(0o755)
    monkeypatch.setenv("PATH", f"{old}{os.pathsep}{os.environ['PATH']}")
    done = run_step("install", work, {})
    assert done.code == 2
    assert "Python 3.11 or newer is needed" in done.log
