"""The command line from outside: arguments in, words and exit codes out."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

BAD = "See [the wall]().\n"
GOOD = "See [the wall](https://www.gov.uk/wall).\n"


def provlint(
    *arguments: str, folder: Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "provlint", *arguments],
        cwd=folder, input=stdin, capture_output=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip


def test_findings_clean_and_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "good.md").write_text(GOOD)
    (tmp_path / "empty").mkdir()
    bad = provlint("check", "bad.md", folder=tmp_path)
    assert (bad.returncode, bad.stderr) == (1, b"")
    assert b"bad.md:1:16: PL125 empty-link" in bad.stdout
    good = provlint("check", "good.md", folder=tmp_path)
    assert (good.returncode, good.stderr) == (0, b"")
    assert b"No findings in 1 document" in good.stdout
    nothing = provlint("check", "empty", folder=tmp_path)
    assert (nothing.returncode, nothing.stderr) == (0, b"")
    assert b"No documents found" in nothing.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "missing.md"),
        ("check", "--select", "PL999", "bad.md"),
        ("check", "--nonsense"),
        ("check", "--fail-on", "sometimes", "bad.md"),
        ("check", "--config", "selekt = ['PL1']", "bad.md"),
        ("check", "--config", "missing.toml", "bad.md"),
        ("check", "--rules", "missing", "bad.md"),
        ("check", "-o", "missing/report.json", "bad.md"),
        ("explain", "bad.md"),
        ("explain", "bad.md:99"),
        ("rule", "no-such-rule"),
        ("rule",),
        ("extract", "missing.md"),
        ("frobnicate",),
    ],
)
def test_a_wrong_argument_is_one_sentence_and_exit_code_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    done = provlint(*arguments, folder=tmp_path)
    assert done.returncode == 2, done.stderr
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert done.stderr.strip()


def test_an_unknown_setting_names_file_line_and_the_nearest_key(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "provlint.toml").write_text("\nextend-selct = ['PL1']\n")
    done = provlint("check", "bad.md", folder=tmp_path)
    assert done.returncode == 2
    assert b"provlint.toml" in done.stderr
    assert b"extend-select" in done.stderr


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--exit-zero",), 0),
        (("--fail-on", "error"), 0),
        (("--fail-on", "never"), 0),
        (("--fail-on", "info"), 1),
        (("--ignore", "PL125"), 0),
        (("--select", "malformed-url"), 0),
        (("--per-file-ignores", "*.md:PL1"), 0),
        (("--config", 'ignore = ["empty-link"]'), 0),
    ],
)
def test_exit_codes_follow_the_options(options: tuple[str, ...], code: int, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    assert provlint("check", *options, "bad.md", folder=tmp_path).returncode == code


def test_options_come_from_the_environment_too(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    assert provlint("check", "bad.md", folder=tmp_path, PROVLINT_FAIL_ON="error").returncode == 0
    report = provlint("check", "bad.md", folder=tmp_path, PROVLINT_OUTPUT_FORMAT="json").stdout
    assert json.loads(report)["summary"]["warnings"] == 1


def test_standard_input_goes_by_the_name_it_is_given(tmp_path: Path) -> None:
    done = provlint("check", "-", "--stdin-filename", "notes/a.md", folder=tmp_path, stdin=BAD.encode())
    assert done.returncode == 1
    assert done.stdout.startswith(b"notes/a.md:1:16:")
    text = provlint("check", "-", "--stdin-filename", "a.txt", folder=tmp_path, stdin=b"See [the wall]().\n")
    assert text.returncode == 0


def test_json_holds_to_the_published_schema(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD + "\nhttps://user:tide99@www.gov.uk/x\n")
    schema = json.loads(provlint("schema", "report", folder=tmp_path).stdout)
    report = json.loads(provlint("check", "--output-format", "json", "bad.md", folder=tmp_path).stdout)
    jsonschema.validate(report, schema)
    assert "tide99" not in json.dumps(report)
    facts = json.loads(provlint("extract", "bad.md", folder=tmp_path).stdout)
    jsonschema.validate(facts, json.loads(provlint("schema", "extract", folder=tmp_path).stdout))
    assert [link["url"] for link in facts["links"]] == ["", "https://user:tide99@www.gov.uk/x"]


def test_the_report_can_be_written_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    done = provlint("check", "--output-format", "markdown", "-o", "report.md", "bad.md", folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert "empty-link" in (tmp_path / "report.md").read_text()
    assert {path.name for path in tmp_path.iterdir()} == {"bad.md", "report.md"}


def test_explain_says_which_part_of_a_condition_did_not_hold(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD)
    done = provlint("explain", "a.md:1", folder=tmp_path)
    assert done.returncode == 0
    assert "empty-link" in done.stdout.decode()
    assert "did not fire" in done.stdout.decode()


def test_rules_fields_and_a_start_of_settings(tmp_path: Path) -> None:
    assert b"Why" in provlint("rule", "PL125", folder=tmp_path).stdout.title()
    assert b"PL001" in provlint("rule", "--all", folder=tmp_path).stdout
    assert {
        rule["id"] for rule in json.loads(provlint("rule", "--all", "--output-format", "json", folder=tmp_path).stdout)
    } >= {"PL001", "PL125"}
    assert b"tracking_count" in provlint("rule", "--fields", folder=tmp_path).stdout
    assert provlint("init", folder=tmp_path).returncode == 0
    assert provlint("init", folder=tmp_path).returncode == 2
    assert provlint("check", ".", folder=tmp_path).returncode == 0


def test_show_files_and_show_settings(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text(BAD)
    (tmp_path / "a.txt").write_text(BAD)
    assert provlint("check", "--show-files", ".", folder=tmp_path).stdout == b"a.txt\nb.md\n"
    shown = provlint("check", "--show-settings", "--fail-on", "error", folder=tmp_path)
    assert b'fail-on = "error"' in shown.stdout


def test_a_rule_of_ones_own(tmp_path: Path) -> None:
    rules = tmp_path / "house"
    rules.mkdir()
    (rules / "no-blogs.toml").write_text(
        'id = "HOUSE01"\nname = "no-blogs"\non = "link"\nneeds = "text"\nseverity = "error"\nconfidence = "high"\n'
        'default = true\nsince = "1.0"\nmessage = "{url} is a blog"\nwhen = \'ends_with(host, "blogspot.com")\'\n'
        'why = "House rule."\nremedy = "Cite something else."\n'
    )
    (tmp_path / "a.md").write_text("See [this](https://tides.blogspot.com/a).\n")
    done = provlint("check", "--rules", "house", "a.md", folder=tmp_path)
    assert done.returncode == 1
    assert b"HOUSE01 no-blogs" in done.stdout


def test_a_reader_who_leaves_is_no_error(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.md").write_text(BAD * 20)
    command = f"{sys.executable} -m provlint check -v . | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode in (1, 141)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_says_so_and_exits_130(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "never")
    process = subprocess.Popen(
        [sys.executable, "-m", "provlint", "check", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    time.sleep(
        3
    )  # until it waits for its input; on a slow machine it may still be starting, and the outcome is the same
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert process.returncode in (130, -signal.SIGINT)
    assert b"Traceback" not in errors or process.returncode == -signal.SIGINT


def test_bad_documents_are_findings_and_the_others_are_still_judged(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (tmp_path / "b.md").write_bytes("Der Deich fällt. [Karte]()".encode("utf-16"))
    (tmp_path / "c.md").write_bytes("Le café fermé à l'été, déjà. [carte]()".encode("latin-1"))
    (tmp_path / "d.md").write_bytes(b"a\0b")
    (tmp_path / "e.md").write_text(BAD)
    (tmp_path / "f.md").symlink_to("/etc/hostname")
    (tmp_path / "g.md").write_text("x" * 5_000)
    done = provlint("check", "--output-format", "json", "--config", "max-file-size = 4000", ".", folder=tmp_path)
    found = [(finding["path"], finding["rule"]) for finding in json.loads(done.stdout)["findings"]]
    assert found == [
        ("a.md", "unreadable-document"),
        ("b.md", "empty-link"),
        ("c.md", "empty-link"),
        ("d.md", "unreadable-document"),
        ("e.md", "empty-link"),
        ("g.md", "unreadable-document"),
    ]


def test_the_environment_gives_settings_one_a_line(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "my settings.toml").write_text('ignore = ["empty-link"]\n')
    named = provlint("check", "bad.md", folder=tmp_path, PROVLINT_CONFIG="my settings.toml")
    assert (named.returncode, named.stderr) == (0, b"")
    pieces = provlint("check", "bad.md", folder=tmp_path, PROVLINT_CONFIG='jobs = 1\nfail-on = "error"\n')
    assert (pieces.returncode, pieces.stderr) == (0, b"")


def test_shown_settings_say_who_said_them(tmp_path: Path) -> None:
    (tmp_path / "provlint.toml").write_text("jobs = 1\n")
    shown = provlint("check", "--show-settings", "--fail-on", "error", folder=tmp_path).stdout.decode()
    assert "jobs = 1  # provlint.toml\n" in shown
    assert 'fail-on = "error"  # command line\n' in shown


def test_settings_of_a_folder_above_hold_from_below(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "notes/own").mkdir(parents=True)
    (tmp_path / "notes/own/bad.md").write_text(BAD)
    (tmp_path / "rules/tables").mkdir(parents=True)
    (tmp_path / "rules/tables/social-networks.tsv").write_text("domain\tname\nagora.example\tAgora\n")
    settings = tmp_path / "provlint.toml"
    for toml in (
        'per-file-ignores = { "notes/own/*.md" = ["PL1"] }',
        '[[ignore]]\npaths = ["/notes"]\nrules = ["PL125"]\nreason = "kept as found"',
        '[[ignore]]\npaths = ["*.md"]\nreason = "kept as found"',
    ):
        settings.write_text('rule-folders = ["rules"]\n' + toml)
        done = provlint("check", ".", folder=tmp_path / "notes/own")
        assert (done.returncode, done.stderr) == (0, b""), done.stdout
    settings.write_text('rule-folders = ["rules"]\n[[ignore]]\npaths = ["/own"]\nreason = "another folder"')
    assert provlint("check", ".", folder=tmp_path / "notes/own").returncode == 1


@pytest.mark.parametrize(
    "toml",
    ["rule-folders = ['../rules']", "= 3", "select = 'PL1'", "selekt = []", "jobs = -1", "proxy = 'http://a.example'"],
)
def test_a_setting_that_cannot_stand_is_one_line_and_exit_code_2(toml: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "provlint.toml").write_text(toml)
    done = provlint("check", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"provlint: provlint.toml:1: ")
    assert done.stderr.count(b"\n") == 1


def test_a_refused_rule_is_told_with_who_named_it(tmp_path: Path) -> None:
    (tmp_path / "provlint.toml").write_text('ignore = ["PL126"]')
    refused = provlint("check", "--select", "empty-lnk", ".", folder=tmp_path)
    assert refused.returncode == 2
    assert (
        refused.stderr == b'provlint: command line: select: no rule is called "empty-lnk"; did you mean empty-link?\n'
    )


def test_a_rule_that_is_misspelt_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    refused = provlint("rule", "empty-lnk", folder=tmp_path)
    assert refused.stderr.endswith(b"no rule has this id or name; did you mean empty-link?\n")
    refused = provlint("rule", "PL999", folder=tmp_path)
    assert refused.stderr.endswith(b"no rule has this id or name; `provlint rule --all` lists them\n")


def test_extract_lists_claims_and_with_all_claims_every_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Is it safe? The Norland council paid $14 million for the wall in 2019.\n")
    some = json.loads(provlint("extract", "a.md", folder=tmp_path).stdout)["claims"]
    assert [(claim["column"], claim["reasons"], claim["sources"]) for claim in some] == [
        (13, ["dated-event", "money"], [])
    ]
    every = json.loads(provlint("extract", "--all-claims", "a.md", folder=tmp_path).stdout)["claims"]
    assert every[0]["text"] == "Is it safe?"
    assert every[0]["score"] < every[1]["score"] == some[0]["score"]


def test_clean_removes_what_a_run_kept(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("See https://www.gov.uk/wall.\n")
    provlint("check", "a.md", "--cache-dir", "kept", folder=tmp_path)
    assert [*(tmp_path / "kept").iterdir()]
    done = provlint("clean", "--cache-dir", "kept", folder=tmp_path)
    assert done.returncode == 0
    assert not (tmp_path / "kept").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", [("check", "bad.md"), ("rule", "PL101"), ("check", "-q", "good.md"), ("--help",)])
def test_a_full_disk_behind_standard_output_is_one_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    (tmp_path / "good.md").write_text(GOOD)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "provlint", *arguments],
            cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    silent = arguments[-1] == "good.md"
    words = b"" if silent else b"provlint: standard output: no space left on device\n"
    assert (done.returncode, done.stderr) == (0 if silent else 2, words)


@pytest.mark.skipif(os.name == "nt", reason="a shell closes the streams")
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_process_without_streams_does_its_work(tmp_path: Path, closed: str) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    command = f'"$0" -m provlint check --output-format json -o report.json bad.md {closed}'
    done = subprocess.run(["/bin/sh", "-c", command, sys.executable], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    assert json.loads((tmp_path / "report.json").read_bytes())["summary"]["warnings"] == 1
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m provlint check bad.md {closed}', sys.executable],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="a shell opens the file")
def test_a_report_is_no_document_of_the_folder_it_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(BAD)
    for arguments in ("check . > report.txt", "check . 2> report.txt", "check --output-format markdown -o report.md ."):
        for _ in range(2):
            done = subprocess.run(
                ["/bin/sh", "-c", f'"$0" -m provlint {arguments}', sys.executable],
                cwd=tmp_path, capture_output=True, check=False,
            )  # fmt: skip
            assert done.returncode == 1
        told = b"".join(path.read_bytes() for path in tmp_path.glob("report.*")) + done.stdout
        assert b"1 document" in told
        assert b"The report itself is not one of the documents." in told
        for path in tmp_path.glob("report.*"):
            path.unlink()
