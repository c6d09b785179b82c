from pathlib import Path

import pytest

from provlint.model.settings import Ignore
from tests.settings.folders import loaded, refusal


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("selekt = ['PL1']", "provlint.toml:1: selekt: unknown key; did you mean `select`?"),
        ("fail_on = 'error'", "provlint.toml:1: fail_on: unknown key; did you mean `fail-on`?"),
        ("zzz = 1", "provlint.toml:1: zzz: unknown key"),
        ("[tool.provlint]\njobs = 1", "provlint.toml:1: tool: unknown key; `[tool.provlint]` stands in pyproject.toml"),
        ("\nselect = 'PL1'", 'provlint.toml:2: select: must be a list, such as ["…"], not "PL1"'),
        ("select = ['PL1', 2]", "provlint.toml:1: select[1]: must be text in quotes, not 2"),
        ("select = ['']", "select[0]: must be text without control characters, and not empty"),
        ("jobs = -1", "provlint.toml:1: jobs: must be 0 or more, not -1"),
        ("jobs = true", "provlint.toml:1: jobs: must be a whole number, not true"),
        ("jobs = 1.0", "jobs: must be a whole number, not 1.0"),
        ("max-file-size = 0", "max-file-size: must be 1 or more, not 0"),
        ("max-file-size = 0xffff_ffff_ffff_ffff", "max-file-size: must be 200,000,000 or less, not so large a number"),
        ("force-exclude = 'yes'", 'force-exclude: must be true or false, not "yes"'),
        ("fail-on = 'eror'", 'must be one of error, warning, info or never, not "eror"; did you mean `error`?'),
        ("[severity]\nPL1 = 'fatal'", "provlint.toml:2: severity.PL1: must be one of error, warning or info"),
        ("[formats]\n'*.x' = 'md'", "provlint.toml:2: formats.*.x: must be one of markdown, html, rst or text"),
        ("per-file-ignores = { 'a' = 1 }", "per-file-ignores.a: must be a list"),
        ("[per-file-ignores]\n'!a' = []", "must be a glob without control characters that does not begin with `!`"),
        ("[rules.x]\ny = 1979-05-27", "provlint.toml:2: rules.x.y: must be text, a number, true or false, or a list"),
        ("[rules.x]\ny = [1]", "rules.x.y[0]: must be text in quotes, not 1"),
        ("[rules.x]\ny = inf", "rules.x.y: must be a finite number, not inf"),
        ("[rules]\nx = 3", "rules.x: must be a table, not 3"),
        ("[site]\nrot = 'a'", "provlint.toml:2: site.rot: unknown key; did you mean `root`?"),
        ("[site]\nroot = 3", "provlint.toml:2: site.root: must be text in quotes, not 3"),
        ("site = 3", "site: must be a table, not 3"),
        ("[site]\nbase-url = 'harbour.co.uk'", "site.base-url: must be an address that begins with http:// or"),
        ("[site.routes]\n'news/' = 'a'", "must be the beginning of a path, such as /news/"),
        ("[site]\nroot = '../other'", "provlint.toml:2: site.root: ../other leads out of the repository"),
        ("[site.routes]\n'/news/' = '/etc'", "provlint.toml:2: site.routes./news/: /etc leads out of the repository"),
        ("ignore = 3", "ignore: must be a list of rules, or [[ignore]] tables, not 3"),
        ("ignore = ['a', {}]", "provlint.toml:1: ignore[0]: holds both rules and tables; put the rules into `extend-i"),
        ("ignore = ['a']\n[[ignore]]", "provlint.toml:2: ignore: holds both rules and tables"),
        ("[[ignore]]\n\n[[ignore]]\nrule = []", "provlint.toml:4: ignore[1].rule: unknown key; did you mean `rules`?"),
        ("[[ignore]]\nuntil = 3", "ignore[0].until: must be a date, such as 2027-03-31, not 3"),
        ("[[ignore]]\nuntil = '2027-02-30'", "provlint.toml:2: ignore[0].until: there is no day 2027-02-30"),
        ("[[ignore]]\nuntil = 2027-03-31T10:00:00", "ignore[0].until: must be a date"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_file_line_key_and_reason(toml: str, said: str, tmp_path: Path) -> None:
    assert said in refusal(tmp_path, toml)


@pytest.mark.parametrize(
    "key",
    ["proxy", "verify", "allow-private", "allow_private", "ports", "ca-file", "cache-dir", "credentials", "no-ignores"],
)
def test_what_only_the_command_line_may_say_is_refused(key: str, tmp_path: Path) -> None:
    assert f"{key}: can only be given on the command line" in refusal(tmp_path, f"{key} = 'x'")


@pytest.mark.parametrize(
    "toml",
    ["plugins = ['os']", "entry_points = 'a:b'", "[tool]\nrun = '${{ a.b }}'", "select = ['!!python/object']\nx = 1"],
)
def test_no_setting_names_code(toml: str, tmp_path: Path) -> None:
    assert "unknown key" in refusal(tmp_path, toml)


def test_the_first_mistake_in_the_file_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path, "jobs = -1\nselekt = []\n").startswith("provlint.toml:1:")
    assert refusal(tmp_path, "selekt = []\njobs = -1\n").startswith("provlint.toml:1:")


def test_a_hostile_key_is_shown_cut_and_without_control_characters(tmp_path: Path) -> None:
    said = refusal(tmp_path, '"\\u001b]0;x\\u0007' + "a" * 5_000 + '" = 1')
    assert "\x1b" not in said
    assert len(said) < 200


def test_lists_and_texts_have_a_largest_size(tmp_path: Path) -> None:
    assert "select: has more than 1,000 entries" in refusal(tmp_path, f"select = {['PL1'] * 1_001}")
    assert "select[0]: has more than 500 characters" in refusal(tmp_path, f"select = ['{'a' * 501}']")


@pytest.mark.parametrize("key", ["include", "exclude", "extend-exclude"])
def test_globs_have_a_common_cap(key: str, tmp_path: Path) -> None:
    globs = [f"{'a*' * 200}{number}" for number in range(90)]
    assert f"provlint.toml:2: {key}: makes more than 30,000" in refusal(tmp_path, f"\n{key} = {globs}")


def test_globs_of_many_ignores_count_together(tmp_path: Path) -> None:
    toml = "".join(f"[[ignore]]\npaths = ['{'a*' * 200}{number}']\nreason = 'r'\n" for number in range(90))
    assert "ignore[74].paths: makes more than 30,000 characters" in refusal(tmp_path, toml)


def test_every_key_reaches_the_settings(tmp_path: Path) -> None:
    settings = loaded(
        tmp_path,
        """
        select = ["PL1"]
        extend-select = ["empty-link"]
        include = ["*.md"]
        exclude = ["old/"]
        extend-exclude = ["x"]
        force-exclude = true
        respect-gitignore = false
        rule-folders = ["own"]
        fail-on = "never"
        min-confidence = "high"
        max-file-size = 5
        jobs = 2
        [per-file-ignores]
        "a.md" = ["PL1", "PL2"]
        [severity]
        PL1 = "info"
        [formats]
        "*.page" = "rst"
        [rules.empty-link]
        words = 3
        names = ["a", "b"]
        [[ignore]]
        rules = ["PL1"]
        paths = ["b.md"]
        urls = ["https://a.example/*"]
        reason = "why"
        until = 2027-03-31
        """,
    )
    assert settings.select == ("PL1",)
    assert settings.extend_select == ("empty-link",)
    assert (settings.include, settings.exclude, settings.extend_exclude) == (("*.md",), ("old/",), ("x",))
    assert (settings.force_exclude, settings.respect_gitignore) == (True, False)
    assert settings.rule_folders == ("own",)
    assert (settings.fail_on, settings.min_confidence, settings.max_file_size, settings.jobs) == ("never", "high", 5, 2)
    assert settings.per_file_ignores == (("a.md", ("PL1", "PL2")),)
    assert settings.severity == (("PL1", "info"),)
    assert settings.formats == (("*.page", "rst"),)
    assert settings.options == (("empty-link", (("words", 3), ("names", ("a", "b")))),)
    ignore = Ignore(("PL1",), ("b.md",), ("https://a.example/*",), "why", "2027-03-31", 23)
    assert settings.ignores == (ignore,)


def test_a_day_may_be_text(tmp_path: Path) -> None:
    assert loaded(tmp_path, "[[ignore]]\nuntil = '2027-03-31'").ignores[0].until == "2027-03-31"


def test_rules_to_ignore_stand_beside_findings_to_ignore(tmp_path: Path) -> None:
    settings = loaded(tmp_path, "extend-ignore = ['PL1']\n[[ignore]]\nrules = ['PL2']")
    assert settings.ignore == ("PL1",)
    assert settings.ignores[0].rules == ("PL2",)


def test_a_format_for_an_ending_asks_for_such_documents(tmp_path: Path) -> None:
    assert "*.page" in loaded(tmp_path, "[formats]\n'*.page' = 'text'").include
    assert loaded(tmp_path, "include = ['*.md']\n[formats]\n'*.page' = 'text'").include == ("*.md",)
