import os
import sys
from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.settings.load import load, load_with_sources
from tests.settings.folders import repository

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert load(cwd=str(tmp_path)) == Settings()


def test_the_nearest_file_governs(tmp_path: Path) -> None:
    repository(tmp_path, "jobs = 1")
    (tmp_path / "docs/deep").mkdir(parents=True)
    (tmp_path / "docs/provlint.toml").write_text("jobs = 2")
    assert load(cwd=str(tmp_path)).jobs == 1
    inner = load(["docs/deep"], cwd=str(tmp_path))
    assert (inner.jobs, inner.root, inner.origin) == (2, "docs", "docs/provlint.toml")
    below = load(cwd=str(tmp_path / "docs/deep"))
    assert (below.jobs, below.root, below.origin) == (2, "..", "../provlint.toml")


def test_what_the_paths_have_in_common_decides(tmp_path: Path) -> None:
    repository(tmp_path, "jobs = 1")
    for name, jobs in (("a", 2), ("b", 3)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "provlint.toml").write_text(f"jobs = {jobs}")
    assert load(["a/x.md", "b/y.md"], cwd=str(tmp_path)).jobs == 1
    assert load(["a/x.md", "a/missing/y.md"], cwd=str(tmp_path)).jobs == 2
    assert load(["-"], cwd=str(tmp_path)).jobs == 1


def test_its_own_file_goes_before_the_shared_one(tmp_path: Path) -> None:
    repository(tmp_path, "[tool.provlint]\njobs = 1", "pyproject.toml")
    assert load(cwd=str(tmp_path)).jobs == 1
    (tmp_path / "provlint.toml").write_text("jobs = 2")
    assert load(cwd=str(tmp_path)).jobs == 2


def test_a_shared_file_without_the_table_is_passed_over(tmp_path: Path) -> None:
    repository(tmp_path, "jobs = 1")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/pyproject.toml").write_text("# not for provlint\n[tool.x]\ny = 1")
    assert load(["docs"], cwd=str(tmp_path)).jobs == 1


def test_an_empty_file_is_a_settings_file(tmp_path: Path) -> None:
    repository(tmp_path, "jobs = 1")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/provlint.toml").touch()
    assert load(["docs"], cwd=str(tmp_path)).jobs == 0


def test_nothing_above_the_repository_counts(tmp_path: Path) -> None:
    (tmp_path / "provlint.toml").write_text("jobs = 1")
    (tmp_path / "inner/docs").mkdir(parents=True)
    assert load(["docs"], cwd=str(tmp_path / "inner")) == Settings()  # outside a repository: nothing above cwd
    (tmp_path / "inner/.git").write_text("gitdir: elsewhere")  # a worktree or submodule
    assert load(["docs"], cwd=str(tmp_path / "inner/docs")) == Settings()
    assert load(["inner/docs/x.md"], cwd=str(tmp_path)) == Settings()


def test_isolated_looks_for_no_file(tmp_path: Path) -> None:
    repository(tmp_path, "not toml")
    assert load(cwd=str(tmp_path), isolated=True) == Settings()
    assert load(cwd=str(tmp_path), isolated=True, config=["jobs = 3"]).jobs == 3
    with pytest.raises(UserError, match="cannot be given with --isolated"):
        load(cwd=str(tmp_path), isolated=True, config=["provlint.toml"])


def test_a_file_that_is_named_takes_the_place_of_the_found_one(tmp_path: Path) -> None:
    repository(tmp_path, "jobs = 1\nselect = ['PL1']")
    (tmp_path / "ci").mkdir()
    (tmp_path / "ci/strict.toml").write_text("jobs = 2")
    settings = load(cwd=str(tmp_path), config=["ci/strict.toml"])
    assert (settings.jobs, settings.select, settings.root, settings.origin) == (2, (), ".", "ci/strict.toml")


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (["missing.toml"], "missing.toml: cannot be read: no such file or directory"),
        (["."], ".: is not a regular file"),
        (["provlint.toml", "provlint.toml"], "only one settings file"),
        (["pyproject.toml"], "pyproject.toml: tool.provlint: there is no such table"),
        ([""], "--config: is empty; give a settings file or KEY=VALUE"),
        (["fail-on = eror"], 'text stands in quotes, as in fail-on = "error"'),
        (["jbs = 1"], "--config: jbs: unknown key; did you mean `jobs`?"),
        (["jobs = -1"], "--config: jobs: must be 0 or more, not -1"),
    ],
)
def test_a_config_that_cannot_stand(config: list[str], said: str, tmp_path: Path) -> None:
    repository(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool.x]")
    with pytest.raises(UserError) as refused:
        load(cwd=str(tmp_path), config=config)
    assert said in str(refused.value)


def test_what_is_said_later_wins_and_additions_add_up(tmp_path: Path) -> None:
    repository(
        tmp_path,
        "jobs = 1\nextend-select = ['a']\nignore = ['b']\nextend-exclude = ['c']\nexclude = ['d']\n"
        "[severity]\nPL1 = 'info'\nPL2 = 'info'",
    )
    told = load_with_sources(
        cwd=str(tmp_path),
        config=["jobs = 2", "severity.PL1 = 'error'", "extend-exclude = ['e']"],
        overrides={"jobs": 3, "ignore": ("f",), "exclude": ("g",), "per_file_ignores": (("h", ("i",)),)},
    )
    settings = told.settings
    assert settings.jobs == 3
    assert (settings.extend_select, settings.ignore) == (("a",), ("b", "f"))
    assert (settings.exclude, settings.extend_exclude) == (("g",), ("c", "e"))
    assert settings.severity == (("PL1", "error"), ("PL2", "info"))
    assert settings.per_file_ignores == (("h", ("i",)),)
    assert told.sources["jobs"] == "command line"
    assert told.sources["extend-select"] == "provlint.toml"
    assert told.sources["extend-exclude"] == "provlint.toml, command line"


def test_a_selection_starts_anew(tmp_path: Path) -> None:
    repository(tmp_path, "select = ['a']\nextend-select = ['b']\nignore = ['c']")
    assert load(cwd=str(tmp_path), overrides={"select": ("d",)})[2:5] == (("d",), (), ("c",))


def test_an_override_that_cannot_stand_names_its_option(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"^--jobs: must be 256 or less, not 1,?000"):
        load(cwd=str(tmp_path), overrides={"jobs": 1000})
    with pytest.raises(UserError, match=r"^settings: jbs: unknown key; did you mean `jobs`"):
        load(cwd=str(tmp_path), overrides={"jbs": 1})


def test_no_ignores_comes_from_the_command_line_only(tmp_path: Path) -> None:
    assert load(cwd=str(tmp_path), overrides={"no_ignores": True}).no_ignores


@pytest.mark.parametrize("folder", ["../own", "/etc", "a/../../own", "link"])
def test_a_rule_folder_of_the_repository_does_not_leave_it(folder: str, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "own").mkdir()
    (inner / "link").symlink_to(tmp_path / "own")
    repository(inner, f"\nrule-folders = ['fine', '{folder}']")
    with pytest.raises(UserError) as refused:
        load(cwd=str(inner))
    assert refused.value.where == "provlint.toml:2"
    assert refused.value.reason.startswith(f"{folder} leads out of the repository")


def test_whoever_runs_provlint_may_give_any_rule_folder(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    (inner / "docs").mkdir(parents=True)
    repository(inner, "rule-folders = ['rules']")
    settings = load(cwd=str(inner / "docs"), overrides={"rule_folders": ("../../own",)})
    assert settings.root == ".."
    assert settings.rule_folders == ("rules", "../own")  # from the root
    assert load(cwd=str(inner), config=["rule-folders = ['/elsewhere']"], isolated=True).rule_folders == ("/elsewhere",)


@POSIX_ONLY
def test_a_settings_file_that_leads_out_of_the_repository_is_refused(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    (inner / ".git").mkdir(parents=True)
    (tmp_path / "secret").write_text("token = 'abc'")
    (inner / "provlint.toml").symlink_to(tmp_path / "secret")
    with pytest.raises(UserError) as refused:
        load(cwd=str(inner))
    assert "leads out of the repository" in str(refused.value)
    assert "token" not in str(refused.value)


@POSIX_ONLY
def test_a_settings_file_that_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    os.mkfifo(tmp_path / "provlint.toml")
    with pytest.raises(UserError, match="is not a regular file"):
        load(cwd=str(tmp_path))


def test_a_settings_file_has_a_largest_size(tmp_path: Path) -> None:
    repository(tmp_path, b"#" * 1_048_577)
    with pytest.raises(UserError, match="is larger than 1,048,576 bytes"):
        load(cwd=str(tmp_path))


@POSIX_ONLY
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="the superuser may read everything")
def test_a_settings_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (repository(tmp_path, "jobs = 1") / "provlint.toml").chmod(0)
    with pytest.raises(UserError, match="cannot be read: permission denied"):
        load(cwd=str(tmp_path))
