"""A strict reader for each format: it takes what a report drew, refuses whatever its consumers would, and gives back
what the consumer would show of the findings."""

import base64
import gzip
import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from urllib.parse import unquote

import html5lib
import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from markdown_it.token import Token

from provlint.text.visible import visible

#: The schema comes with Microsoft's SARIF Multitool, an npm package; CONTRIBUTING says how to have it here.
_PACKAGE = "node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json"
SARIF_SCHEMA = Path(os.environ.get("PROVLINT_SARIF_SCHEMA") or Path(__file__).parents[2] / _PACKAGE)
_VALIDATORS: list[Draft202012Validator] = []


class Shown(NamedTuple):
    """A finding as a consumer shows it; "" and 0 where the format has no room for it."""

    path: str
    line: int
    severity: str
    message: str


def no_commands(text: str) -> None:
    """Nothing a build machine would obey; `_github` reads the commands that are ours."""
    for line in re.split(r"\r\n|\r|\n", text):
        assert not line.lstrip().startswith("::"), line
        assert "##[" not in line


def no_controls(text: str) -> None:
    """Nothing that moves a cursor: every line is as the terminal shows it."""
    for line in text.split("\n"):
        assert line == visible(line)


def strict_json(text: str) -> Any:
    """The value, read as RFC 8259 and RFC 7493 have it: UTF-8, no NaN, no key twice, no lone surrogate."""

    def refuse(constant: str) -> NoReturn:
        raise ValueError(constant)

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    def whole(digits: str) -> int:
        assert abs(int(digits)) < 2**53
        return int(digits)

    no_commands(text)
    value = json.loads(text.encode(), parse_constant=refuse, parse_int=whole, object_pairs_hook=once)
    assert json.dumps(value, ensure_ascii=False).encode()
    return value


def _of_object(found: dict[str, Any]) -> Shown:
    return Shown(found["path"], found["line"], found["severity"], found["message"])


def _json(text: str) -> list[Shown]:
    return [_of_object(found) for found in strict_json(text)["findings"]]


def _jsonl(text: str) -> list[Shown]:
    assert text.endswith("\n")
    lines = [strict_json(line) for line in text[:-1].split("\n")]
    assert lines[0]["type"] == "run"
    assert {line["type"] for line in lines[1:]} <= {"document", "link", "finding"}
    return [_of_object(line) for line in lines if line["type"] == "finding"]


def valid_sarif(log: Any) -> None:
    """The log against the official schema; skipped where the schema is not installed."""
    if not SARIF_SCHEMA.exists():
        pytest.skip("the SARIF schema is not installed (see CONTRIBUTING)")
    if not _VALIDATORS:
        schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8-sig"))
        _VALIDATORS.append(Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER))
    _VALIDATORS[0].validate(log)


def said(message: dict[str, str]) -> str:
    """What a SARIF message says, once its escapes are read; a link or an argument in it is refused (§3.11)."""
    words, text, at = [], message["text"], 0
    while at < len(text):
        pair = text[at : at + 2]
        if pair in ("{{", "}}") or pair[0] == "\\":
            assert len(pair) == 2
            assert pair[1] in "{}[]\\"
            words.append(pair[1])
            at += 2
        else:
            assert pair[0] not in "{}[]"
            words.append(pair[0])
            at += 1
    return "".join(words)


def _sarif(text: str) -> list[Shown]:
    log = strict_json(text)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    for notification in run["invocations"][0]["toolExecutionNotifications"]:
        said(notification["message"])
    rules = run["tool"]["driver"]["rules"]
    shown = []
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        uri = physical["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9/!$&'()*+,;=@%._~:-]*", uri)
        path = unquote(uri, errors="surrogateescape")
        line = physical["region"]["startLine"]
        shown.append(Shown(path, line, result["level"].replace("note", "info"), said(result["message"])))
    return shown


_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def _unescaped(text: str, more: str = "") -> str:
    """Workflow commands' escapes read back; a "%" that is none is refused."""
    assert not re.search(rf"%(?!25|0D|0A{more})", text)
    return unquote(text)


def _github(text: str) -> list[Shown]:
    """The annotations, read as the runner does: a command is a line that begins with "::" after blanks."""
    no_controls(text)
    assert "##[" not in text
    shown = []
    for line in text.split("\n"):
        if not line.lstrip().startswith("::"):
            continue
        command = _COMMAND.fullmatch(line)
        assert command, line
        pairs = [pair.partition("=") for pair in command[2].split(",")]
        given = {name: _unescaped(value, "|3A|2C") for name, _, value in pairs}
        assert len(given) == len(pairs)
        assert set(given) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        severity = command[1].replace("notice", "info")
        shown.append(Shown(given.get("file", "-"), int(given["line"]), severity, _unescaped(command[3])))
    return shown


def _gitlab(text: str) -> list[Shown]:
    issues = strict_json(text)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    shown = []
    for issue in issues:
        assert re.fullmatch("[0-9a-f]{32}", issue["fingerprint"])
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        where = issue["location"]
        assert where["lines"]["begin"] == where["positions"]["begin"]["line"] >= 1
        severity = {"critical": "error", "major": "warning"}.get(issue["severity"], "info")
        shown.append(Shown(where["path"], where["lines"]["begin"], severity, issue["description"]))
    return shown


def _junit(text: str) -> list[Shown]:
    """The failures; expat takes XML 1.0 only, and the counts must be those of the cases."""
    no_commands(text)
    no_controls(text)
    root = ET.fromstring(text.encode())
    assert root.tag == "testsuites"
    shown = []
    for suite in root:
        assert suite.tag == "testsuite"
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases)
        assert int(suite.attrib["failures"]) == sum(case.find("failure") is not None for case in cases)
        for case in cases:
            assert {child.tag for child in case} <= {"failure", "skipped", "system-out"}
            failure = case.find("failure")
            if failure is not None:
                line = int(case.attrib["name"].rpartition(" ")[2].partition(":")[0])
                shown.append(Shown(case.attrib["classname"], line, failure.attrib["type"], failure.attrib["message"]))
    assert int(root.attrib["tests"]) == sum(int(suite.attrib["tests"]) for suite in root)
    return shown


READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def in_comment(message: str) -> str:
    """The words of a message that is posted as Markdown; anything alive in it is refused."""
    blocks = READER.parse(f"x {message}")
    assert [block.type for block in blocks] == ["paragraph_open", "inline", "paragraph_close"]
    parts = blocks[1].children or []
    assert {part.type for part in parts} <= {"text", "code_inline"}
    for part in parts:
        if part.type == "text":
            assert not re.search(r"[@#<>\[\]&]|://|www\.", part.content)
    return "".join(part.content for part in parts).removeprefix("x").lstrip()


def _rdjson(text: str) -> list[Shown]:
    """The diagnostics, with no key that the protocol buffer does not have."""
    value = strict_json(text)
    assert set(value) == {"source", "diagnostics"}
    shown = []
    for found in value["diagnostics"]:
        assert set(found) <= {"message", "location", "severity", "code", "suggestions", "relatedLocations"}
        assert found["severity"] in ("ERROR", "WARNING", "INFO")
        where = found["location"]
        assert set(where) == {"path", "range"}
        line = where["range"]["start"]["line"]
        shown.append(Shown(where["path"], line, found["severity"].lower(), in_comment(found["message"])))
    return shown


OUR_HTML = re.compile(r"<details>\n<summary>[0-9,]+ findings?</summary>\n|</details>\n")
OUR_BLOCKS = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close",
    "list_item_open", "list_item_close", "blockquote_open", "blockquote_close", "inline", "html_block",
}  # fmt: skip
OUR_INLINES = {"text", "code_inline", "strong_open", "strong_close", "softbreak"}
#: What GitHub, GitLab or a mail program might bring to life in text that is not code.
ALIVE = re.compile(r"[@#<>\[\]*_~|\\$&^{}=+`!]|://|www\.|\bgh-\d|:\w+:|\b[0-9a-f]{7,}\b|\w\.[a-z]", re.IGNORECASE)


def inlines(text: str) -> list[Token]:
    """The inline tokens of a page that holds nothing but blocks of ours."""
    tokens = READER.parse(text)
    assert {token.type for token in tokens} <= OUR_BLOCKS
    for token in tokens:
        if token.type == "html_block":
            assert OUR_HTML.fullmatch(token.content)
    found = [child for token in tokens for child in token.children or []]
    assert {token.type for token in found} <= OUR_INLINES
    return found


def assert_dead(text: str) -> None:
    for token in inlines(text):
        if token.type == "text":
            assert not ALIVE.search(token.content.replace("Cut short:", ""))


def _markdown(text: str) -> list[Shown]:
    assert_dead(text)
    return _lines(text)


def _lines(text: str) -> list[Shown]:
    """The page or the terminal's lines: nothing in them moves the cursor or passes for a command."""
    no_commands(text)
    no_controls(text)
    text.encode()
    return []


def html_data(text: str) -> Any:
    """What the page's script works on."""
    packed = text.partition('id="data">')[2].partition("</script>")[0]
    return json.loads(gzip.decompress(base64.b64decode(packed, validate=True)).decode("utf-8"))


def _html(text: str) -> list[Shown]:
    """The page as a browser's parser reads it: its own elements and scripts, and places of its own as links."""
    no_commands(text)
    no_controls(text)
    page = html5lib.parse(text, namespaceHTMLElements=False)
    names = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not names & {"img", "iframe", "object", "embed", "form", "link", "base"}
    assert [script.get("id") for script in page.iter("script")] == ["data", None, "texts"]
    assert len([*page.iter("style")]) == 1
    assert all((link.get("href") or "").startswith("#") for link in page.iter("a"))
    assert not [name for element in page.iter() for name in element.keys() if name.startswith("on") or name == "src"]  # noqa: SIM118
    found = html_data(text)["findings"]
    return [Shown(one["path"], one["line"], one["severity"], one["message"]) for one in found]


READERS: dict[str, Callable[[str], list[Shown]]] = {
    "text": _lines,
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "junit": _junit,
    "rdjson": _rdjson,
    "html": _html,
}


def formats() -> list[str]:
    """The formats there are; one without a reader here is an error of the tests."""
    from provlint.report.formats import FORMATS

    assert set(FORMATS) == set(READERS)
    return [*FORMATS]
