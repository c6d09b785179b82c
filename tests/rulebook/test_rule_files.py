"""Rule files and folders: what is read, and each way to be refused with file and key."""

import os
from pathlib import Path

import pytest

from provlint.errors import UserError
from provlint.model.rules import Example, Rule, RuleFix
from provlint.rulebook.rule_folder import MOST_BYTES, MOST_FILES, read_folder
from tests.rulebook.rule_texts import SHIPPED, SHORT_NOTE, WIKI_LINK, with_line, write_rules


def read_one(folder: Path, text: str, name: str = "wiki-link") -> Rule:
    (rule,) = read_folder(str(write_rules(folder, **{name: text})), "desk")
    return rule


def test_a_rule_of_the_user_is_read_whole(tmp_path: Path) -> None:
    assert read_one(tmp_path, WIKI_LINK) == Rule(
        id="DESK101",
        name="wiki-link",
        on="link",
        needs="text",
        severity="error",
        confidence="medium",
        default=True,
        since="",
        message="{url} is a page of {host}, which readers cannot open",
        when="host in ('wiki.desk.test', 'pad.desk.test') or ends_with(host, '.desk.test')",
        why="Readers outside the office cannot check it.",
        remedy="Cite what the wiki page itself rests on.",
        options=(("hosts", ("wiki.desk.test", "pad.desk.test")),),
        examples=(
            Example(
                bad=True,
                text="See [the notes](https://wiki.desk.test/notes).",
                at="https://wiki.desk.test/notes",
            ),
            Example(bad=False, text="See [the paper](https://journal.test/paper)."),
        ),
        origin="wiki-link.toml",
        condition='host in hosts or ends_with(host, ".desk.test")',
    )


def test_a_shipped_rule_may_carry_a_fix_and_an_example_in_bytes(tmp_path: Path) -> None:
    write_rules(tmp_path / "links", wiki_link=SHIPPED)
    (rule,) = read_folder(str(tmp_path), "rules", shipped=True)
    assert rule.fix == RuleFix("url", "canonical", safe=True)
    assert rule.origin == "links/wiki-link.toml"
    assert rule.examples[0].hex == "ff"


_IGNORE = """
id = "DESK300"
name = "bare-ignore"
on = "suppression"
message = "an ignore without a reason"
when = 'reason == ""'

[fix]
field = "comment"
safe = true
"""


def test_the_fix_of_an_ignore_takes_it_out(tmp_path: Path) -> None:
    assert read_one(tmp_path, _IGNORE, "bare_ignore").fix == RuleFix("comment", "", safe=True)
    with pytest.raises(UserError, match=r"fix\.by: a suppression can only be taken out"):
        read_one(tmp_path, _IGNORE + 'by = "rules"\n', "bare_ignore")


def test_an_example_may_give_its_surroundings(tmp_path: Path) -> None:
    example = """[[bad]]
text = "one [a](x.md) two [a](x.md)"
at = "x.md"
nth = 2
format = "html"
path = "notes/a.html"
files = { "x.md" = "# X" }
settings = { "max-file-size" = 3, ignore = [{ until = 2031-05-01 }] }
web = { "https://a.test" = 404, "https://b.test" = { status = 200, body = "" } }
"""
    (found,) = read_one(tmp_path, WIKI_LINK.partition("[[bad]]")[0] + example).examples
    assert found == Example(
        bad=True,
        text="one [a](x.md) two [a](x.md)",
        at="x.md",
        nth=2,
        format="html",
        path="notes/a.html",
        files=(("x.md", "# X"),),
        settings=(("max-file-size", 3), ("ignore", [{"until": "2031-05-01"}])),
        web=(("https://a.test", 404), ("https://b.test", {"status": 200, "body": ""})),
    )


SPOILT = [
    # (key, its line, key in the refusal, part of the reason)
    ("when", "when = 'hostt in hosts'", "when", "did you mean host"),
    ("when", "when = 'host in hosts and open(\"x\")'", "when", "unknown function"),
    ("when", "when = 3", "when", "must be text"),
    ("when", "when = 'alone'", "options.hosts", "does not use"),
    ("when", "", "when", "missing"),
    ("message", "message = '{host:>9999999999}'", "message", "a format spec"),
    ("message", "message = '{host!r}'", "message", "a conversion"),
    ("message", "message = '{host[0]}'", "message", "an index"),
    ("message", "message = '{host.__class__}'", "message", "an attribute"),
    ("message", "message = '{}'", "message", "unknown field"),
    ("message", "message = '{0}'", "message", "unknown field"),
    ("message", "message = '{hots}'", "message", "did you mean host?"),
    ("message", "message = '{hosts}'", "message", "unknown field"),
    ("message", "message = '{host'", "message", "single brace"),
    ("message", "message = 'host}'", "message", "single brace"),
    ("message", "message = '{{host}'", "message", "single brace"),
    ("message", "message = '{ho{st}}'", "message", "single brace"),
    ("message", "message = '{label} is bad'", "message", "label may be empty"),
    ("message", "message = '{alone} is bad'", "message", "true or false"),
    ("message", "message = ''", "message", "one line"),
    ("message", 'message = "a\\nb"', "message", "one line"),
    ("message", 'message = "\\u001b[2J"', "message", "control character"),
    ("why", 'why = "\\u009b2J"', "why", "control character"),
    ("id", "id = 'PL101'", "id", "but not PL"),
    ("id", "id = 'desk1'", "id", "capital letters"),
    ("id", "id = 'DESK1'", "id", "digits"),
    ("id", 'id = "DESK101\\n"', "id", "capital letters"),
    ("id", "id = '../x'", "id", "capital letters"),
    ("id", "id = ['DESK101']", "id", "must be text"),
    ("name", "name = 'other-name'", "name", "file's name"),
    ("name", "name = 'Wiki Link'", "name", "lower-case"),
    ("on", "on = 'links'", "on", "did you mean link?"),
    ("on", "on = 'zzz'", "on", "known: document, block, link"),
    ("severity", "severity = 'fatal'", "severity", "known: error, warning, info"),
    ("severity", "severity = 'eror'", "severity", "did you mean error?"),
    ("severity", "serverity = 'error'", "serverity", "did you mean severity?"),
    ("severity", "exec = 'import os'", "exec", "unknown key"),
    ("severity", "default = 'yes'", "default", "true or false"),
    ("severity", "since = 'soon'", "since", "version"),
    ("severity", "was = 'old'", "was", "list of text"),
    ("severity", "was = ['Old Name']", "was", "hyphens"),
    ("severity", "yields-to = ['PL101']", "yields-to", "hyphens"),
    ("severity", "needs = 'shell'", "needs", "known: text"),
    ("hosts", "host = 'x'", "options.host", "taken"),
    ("hosts", "length = 'x'", "options.length", "taken"),
    ("hosts", "true = 'x'", "options.true", "taken"),
    ("hosts", "lambda = 'x'", "options.lambda", "a-z"),
    ("hosts", "Hosts = 'x'", "options.Hosts", "a-z"),
    ("hosts", "__hosts__ = 'x'", "options.__hosts__", "a-z"),
    ("hosts", "'a b' = 'x'", "options.a b", "a-z"),
    ("hosts", "hosts = [1]", "options.hosts", "list of text"),
    ("hosts", "hosts = { a = 1 }", "options.hosts", "list of text"),
    ("hosts", "hosts = 2001-01-01", "options.hosts", "list of text"),
    ("hosts", "hosts = nan", "options.hosts", "a number"),
    ("hosts", "hosts = -inf", "options.hosts", "a number"),
    ("hosts", f"hosts = 0x{'f' * 5000}", "options.hosts", "a number"),
    ("hosts", "hosts = 'wiki'", "when", "`in` looks into a tuple"),
    ("at", "at = 'nowhere'", "[[bad]] 1, at", "does not stand in the text"),
    ("at", "nth = 2", "[[bad]] 1, nth", "counts occurrences"),
    ("at", "at = 'notes'\nnth = 3", "[[bad]] 1, at", "that often"),
    ("at", "nth = 0", "[[bad]] 1, nth", "whole number"),
    ("at", "nth = true", "[[bad]] 1, nth", "whole number"),
    ("at", "hex = '00'", "[[bad]] 1, text", "either text or hex"),
    ("at", "where = 'x'", "[[bad]] 1, where", "unknown key"),
    ("at", "format = 'docx'", "[[bad]] 1, format", "known: markdown"),
    ("at", "path = '../../etc/passwd'", "[[bad]] 1, path", "relative path"),
    ("at", "path = '/etc/passwd'", "[[bad]] 1, path", "relative path"),
    ("at", "path = 'C:\\x'", "[[bad]] 1, path", "relative path"),
    ("at", "files = { '../x' = '' }", "[[bad]] 1, files", "relative path"),
    ("at", "files = { x = 1 }", "[[bad]] 1, files", "text for each path"),
    ("at", "files = 'x'", "[[bad]] 1, files", "must be a table"),
    ("at", f"settings.{'a.' * 30}a = 1", "[[bad]] 1, settings", "nested more than"),
    ("at", f"settings.{'a.' * 30_000}a = 1", "", "more than 40 parts"),
    ("at", "settings." + '"a" . ' * 9_000 + "a = 1", "", "more than 40 parts"),
    ("at", f"settings = {{ {'a.' * 30_000}a = 1 }}", "", "more than 40 parts"),
    ("at", f"[{'a.' * 30_000}a]", "", "more than 40 parts"),
]


@pytest.mark.parametrize(("key", "line", "refused_key", "reason"), SPOILT)
def test_a_spoilt_key_is_refused_by_file_and_key(
    tmp_path: Path, key: str, line: str, refused_key: str, reason: str
) -> None:
    with pytest.raises(UserError) as refused:
        read_one(tmp_path, with_line(WIKI_LINK, key, line))
    assert refused.value.where == "desk/wiki-link.toml"
    assert refused.value.key == refused_key
    assert reason in refused.value.reason


@pytest.mark.parametrize(
    ("key", "line", "refused_key", "reason"),
    [
        ("id", "id = 'DESK101'", "id", "PL and three digits"),
        ("id", "id = 'PL390'", "id", "does not belong into the folder"),
        ("id", "id = 'PL990'", "id", "does not belong into the folder"),
        ("why", "", "why", "missing"),
        ("since", "", "since", "missing"),
        ("field", "field = 'label'", "fix.field", "no text of the source"),
        ("field", "", "fix.field", "missing"),
        ("by", "by = 'cannonical'", "fix.by", "did you mean canonical?"),
        ("by", "by = 'port'", "fix.by", "another field that holds text"),
        ("by", "by = 'kind'", "fix.by", "another field that holds text"),
        ("by", "by = 'url'", "fix.by", "another field that holds text"),
        ("by", "by = 'target'", "fix.by", "target may be empty"),
        ("safe", "safe = 'yes'", "fix.safe", "true or false"),
        ("safe", "safe = true\nrun = 'x'", "fix.run", "unknown key"),
        ("hex", "hex = 'f'", "[[bad]] 1, hex", "hexadecimal"),
        ("text", "", "[[good]] 1, text", "either text or hex"),
        ("text", "text = 'x'\nat = 'x'", "[[good]] 1, at", "only a bad example"),
    ],
)
def test_a_shipped_rule_must_say_more(tmp_path: Path, key: str, line: str, refused_key: str, reason: str) -> None:
    write_rules(tmp_path / "links", wiki_link=with_line(SHIPPED, key, line))
    with pytest.raises(UserError) as refused:
        read_folder(str(tmp_path), "rules", shipped=True)
    assert (refused.value.where, refused.value.key) == ("rules/links/wiki-link.toml", refused_key)
    assert reason in refused.value.reason


def test_a_shipped_rule_needs_both_kinds_of_examples(tmp_path: Path) -> None:
    without_good = SHIPPED.partition("[[good]]")[0]
    write_rules(tmp_path / "links", wiki_link=without_good)
    with pytest.raises(UserError, match="good: a required key is missing"):
        read_folder(str(tmp_path), "rules", shipped=True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"id = ", "is not valid TOML"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"x = " + b"[" * 60_000, "nested too deeply"),
        (b"x = " + b"9" * 60_000, "is not valid TOML"),
        (b"id = 'a'\nid = 'b'", "is not valid TOML"),
        (b"#" * (MOST_BYTES + 1), "larger than 64 KiB"),
    ],
)
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "broken.toml").write_bytes(data)
    with pytest.raises(UserError) as refused:
        read_folder(str(tmp_path), "desk")
    assert (refused.value.where, refused.value.key) == ("desk/broken.toml", "")
    assert reason in refused.value.reason


def test_a_table_where_text_is_expected_and_the_other_way_round(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"link\.toml: options: must be a table"):
        read_one(tmp_path, WIKI_LINK.replace("[options]", "[[options]]"))
    with pytest.raises(UserError, match=r"note\.toml: fix: must be a table"):
        read_one(tmp_path, with_line(SHORT_NOTE, "was", "fix = 3"), "short-note")
    with pytest.raises(UserError, match=r"note\.toml: bad: must be an array of tables"):
        read_one(tmp_path, with_line(SHORT_NOTE, "was", "bad = 3"), "short-note")
    with pytest.raises(UserError, match=r"\[\[bad\]\] 1: must be a table"):
        read_one(tmp_path, with_line(SHORT_NOTE, "was", "bad = ['x']"), "short-note")


def test_folders_are_read_in_order_without_tables_and_hidden_files(tmp_path: Path) -> None:
    write_rules(tmp_path / "web", wiki_link=WIKI_LINK)
    write_rules(tmp_path, short_note=SHORT_NOTE)
    write_rules(tmp_path / "tables", broken="no rule")
    write_rules(tmp_path / ".git", broken="no rule")
    (tmp_path / "README.md").write_text("about these rules")
    (tmp_path / ".short-note.toml.swp").write_text("half a rule")
    assert [rule.origin for rule in read_folder(str(tmp_path), "desk")] == ["short-note.toml", "web/wiki-link.toml"]


def test_a_folder_with_nothing_for_us_is_refused_but_not_one_with_tables(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="desk: holds no rule file and no tables"):
        read_folder(str(tmp_path), "desk")
    (tmp_path / "tables").mkdir()
    assert read_folder(str(tmp_path), "desk") == ()


def test_links_are_not_followed_out_of_the_folder(tmp_path: Path) -> None:
    outside = write_rules(tmp_path / "outside", wiki_link=WIKI_LINK)
    inside = write_rules(tmp_path / "inside", short_note=SHORT_NOTE)
    (inside / "wiki-link.toml").symlink_to(outside / "wiki-link.toml")
    with pytest.raises(UserError, match=r"desk/wiki-link\.toml: is a link that leads out"):
        read_folder(str(inside), "desk")
    (inside / "wiki-link.toml").unlink()
    (inside / "all").symlink_to(outside, target_is_directory=True)
    with pytest.raises(UserError, match="desk/all: is a link to a folder"):
        read_folder(str(inside), "desk")
    (inside / "all").unlink()
    (inside / "again").symlink_to(inside, target_is_directory=True)
    with pytest.raises(UserError, match="desk/again: is a link to a folder"):
        read_folder(str(inside), "desk")


def test_a_link_inside_the_folder_is_a_file_like_others(tmp_path: Path) -> None:
    write_rules(tmp_path / ".shared", wiki_link=WIKI_LINK)
    (tmp_path / "wiki-link.toml").symlink_to(tmp_path / ".shared" / "wiki-link.toml")
    assert [rule.name for rule in read_folder(str(tmp_path), "desk")] == ["wiki-link"]


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere.toml")
    with pytest.raises(UserError, match="not a regular file"):
        read_folder(str(tmp_path), "desk")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(UserError, match="not a regular file"):
        read_folder(str(tmp_path), "desk")


def test_a_folder_may_hold_so_many_files(tmp_path: Path) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"r{number}.toml").touch()
    with pytest.raises(UserError, match="more than 2,000 rule files"):
        read_folder(str(tmp_path), "desk")
