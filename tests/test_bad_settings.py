"""Settings, rules and arguments that cannot stand: refused with file, key and reason, before any document is read."""

from pathlib import Path

import pytest

from tests.commands import BAD, one_sentence, provlint


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not toml [[[", ("provlint.toml:1", "not valid TOML")),
        (b"\xff\xfes", ("provlint.toml:1", "not UTF-8")),
        (b"selekt = ['PL1']", ("provlint.toml:1", "selekt", "unknown key")),
        (b"\n\nselect = 'PL1'", ("provlint.toml:3", "select", "must be a list")),
        (b"jobs = " + b"[" * 40_000, ("provlint.toml:1", "nested")),
        (b"#" * 2_000_000, ("provlint.toml", "larger than")),
        (b"rule-folders = ['../house']", ("provlint.toml:1", "rule-folders", "../house", "out of the repository")),
        (b"rule-folders = ['none']", ("provlint.toml", "rule-folders", "no folder none")),
        (b"[[ignore]]\nrules = [3]", ("provlint.toml:2", "rules", "3")),
    ],
)
def test_a_settings_file_that_cannot_stand(data: bytes, words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    project = tmp_path / "project"
    project.mkdir()
    (project / ".git").mkdir()
    (project / "provlint.toml").write_bytes(data)
    (project / "a.md").write_text(BAD)
    sentence = one_sentence(provlint("check", ".", folder=project))
    assert [word for word in words if word not in sentence] == []


def test_a_settings_file_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "provlint.toml").mkdir()
    assert "not a regular file" in one_sentence(provlint("check", ".", folder=tmp_path))


RULE = """\
id = "HOUSE01"
name = "no-blogs"
on = "link"
needs = "text"
severity = "error"
confidence = "high"
default = true
message = "{url} is a blog"
when = 'ends_with(host, "blogspot.com")'
why = "House rule."
remedy = "Cite something else."
"""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('why = "House', 'wyh = "House', ("wyh",)),
        ("ends_with(host,", "ends_with(hots,", ("when", "hots")),
        ("ends_with(host,", "__import__(host).system(", ("when",)),
        ('blogspot.com")', 'blogspot.com") and [x for x in (1,)]', ("when",)),
        ("{url}", "{url.__class__}", ("message",)),
        ('"link"', '"lnik"', ("on", "lnik")),
        ('id = "HOUSE01"', "id = [[[[", ("TOML",)),
    ],
)
def test_a_rule_that_cannot_stand_is_refused_by_file_and_key(
    old: str, new: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "house").mkdir()
    assert old in RULE
    (tmp_path / "house" / "no-blogs.toml").write_text(RULE.replace(old, new, 1))
    (tmp_path / "a.md").write_text(BAD)
    sentence = one_sentence(provlint("check", "--rules", "house", "a.md", folder=tmp_path))
    assert [word for word in ("no-blogs.toml", *words) if word not in sentence] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "--config", "none.toml", "."), "none.toml: cannot be read"),
        (("check", "--config", "select = [", "."), "TOML"),
        (("check", "--config", "selekt = []", "."), "selekt"),
        (("check", "--rules", "none", "."), "none"),
        (("check", "--select", "nonsense", "."), "nonsense"),
        (("check", "-o", "none/report.md", "."), "none/report.md"),
        (("explain", "a.md"), "a file and a line"),
        (("explain", "none.md:1"), "none.md"),
        (("explain", "a.md:99"), "it has only"),
        (("rule", "PL999"), "PL999"),
        (("rule",), "--all"),
    ],
)
def test_arguments_that_cannot_stand(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    assert words in one_sentence(provlint(*arguments, folder=tmp_path))


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("check", "--nonsense"), ("check", "--jobs", "x", "."), ("schema", "nonsense")]
)
def test_what_the_command_line_does_not_know_is_exit_code_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = provlint(*arguments, folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["PROVLINT_JOBS", "PROVLINT_OUTPUT_FORMAT", "PROVLINT_FAIL_ON", "PROVLINT_CONFIG"])
def test_the_environment_is_checked_as_options_are(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    done = provlint("check", ".", folder=tmp_path, stdin=b"", limits=None, **{name: "none.toml"})
    assert (done.returncode, done.stdout) == (2, "")
    assert "none.toml" in done.stderr
