"""Rules as people read them: the terminal's sheet, the Markdown pages, JSON and the list of fields."""

import json

from provlint.model.records import RECORDS
from provlint.model.rules import Example, Rule, RuleFix
from provlint.report.rule_page import fields_text, index_markdown, rule_json, rule_markdown, rule_text

RULE = Rule(
    id="DESK101",
    name="wiki-link",
    on="link",
    needs="text",
    severity="error",
    confidence="medium",
    default=False,
    since="0.1",
    message="{url} is a page of the wiki",
    when="host in ('wiki.desk.test', 'a|b')",
    why="Readers outside the office cannot check it.",
    remedy="Cite what the wiki page itself rests on.",
    was=("wiki",),
    options=(("hosts", ("wiki.desk.test", "a|b")), ("strict", True), ("least", 3)),
    fix=RuleFix("url", "canonical", safe=False),
    examples=(
        Example(
            bad=True,
            text="One\n\n```\ntwo\n```\nhttps://wiki.desk.test/x and https://wiki.desk.test/x",
            at="https://wiki.desk.test/x",
            nth=2,
            path="a/b.md",
            files=(("c.md", "# C"),),
            settings=(("options", {"wiki-link": {"strict": False}}),),
            web=(("https://wiki.desk.test/x", 404),),
        ),
        Example(bad=False, text="Nothing here.", format="text"),
        Example(bad=False, text="", hex="fffe4100"),
    ),
    condition="host in hosts",
)

SHEET = """\
DESK101 wiki-link

  {url} is a page of the wiki

  judges      link: One link or address, of whatever kind
  severity    error
  confidence  medium
  needs       the text alone
  on          only where the settings select it
  since       0.1
  formerly    wiki
  fix         puts canonical in the place of url (unsafe)

Why
  Readers outside the office cannot check it.

Remedy
  Cite what the wiki page itself rests on.

Condition
  host in hosts

Options
  hosts = ["wiki.desk.test", "a|b"]
  strict = true
  least = 3

Bad
  path: a/b.md
  finding: https://wiki.desk.test/x (occurrence 2)
  file: c.md = "# C"
  setting: options = { wiki-link = { strict = false } }
  answer: https://wiki.desk.test/x = 404
  | One
  |
  | ```
  | two
  | ```
  | https://wiki.desk.test/x and https://wiki.desk.test/x

Good
  format: text
  | Nothing here.

Good
  document: given as bytes
  | fffe4100
"""

PAGE = """\
# wiki-link (DESK101)

> `{url} is a page of the wiki`

| | |
| --- | --- |
| judges | link: One link or address, of whatever kind |
| severity | error |
| confidence | medium |
| needs | the text alone |
| on | only where the settings select it |
| since | 0.1 |
| formerly | wiki |
| fix | puts canonical in the place of url (unsafe) |

## Why

Readers outside the office cannot check it.

## Remedy

Cite what the wiki page itself rests on.

## Condition

```python
host in hosts
```

## Options

| option | by default |
| --- | --- |
| `hosts` | `["wiki.desk.test", "a\\|b"]` |
| `strict` | `true` |
| `least` | `3` |

## Bad

- path: `a/b.md`
- finding: `https://wiki.desk.test/x (occurrence 2)`
- file: `c.md = "# C"`
- setting: `options = { wiki-link = { strict = false } }`
- answer: `https://wiki.desk.test/x = 404`

````markdown
One

```
two
```
https://wiki.desk.test/x and https://wiki.desk.test/x
````

## Good

- format: `text`

```text
Nothing here.
```

- document: `given as bytes`

```text
fffe4100
```
"""


def test_the_sheet_for_the_terminal() -> None:
    assert rule_text(RULE) == SHEET


def test_the_page() -> None:
    assert rule_markdown(RULE) == PAGE


def test_a_rule_that_says_little_has_a_short_page() -> None:
    short = Rule(
        "DESK2", "odd", "block", "text", "info", "low", True, "", "odd", "level > 1", "", "", condition="level"
    )
    for text in (rule_text(short), rule_markdown(short)):
        assert not any(
            title in text for title in ("Why", "Remedy", "Options", "Bad", "Good", "since", "formerly", "fix")
        )
        assert "by default" in text


def test_the_index_links_to_every_page() -> None:
    index = index_markdown([RULE, RULE._replace(id="DESK102", name="pad|link", default=True, message="a | b")])
    assert (
        "| DESK101 | [wiki-link](wiki-link.md) | `{url} is a page of the wiki` | link | error | medium | no |" in index
    )
    assert "`a \\| b`" in index
    assert index.count("\n") == 6


def test_nothing_in_a_rule_moves_the_cursor_or_commands_a_build() -> None:
    example = Example(bad=True, text="::error::x\n##[error]y\x1b[2J\r\x9b1m\u202e", settings=(("a", "\x1b]0;x\x07"),))
    hostile = RULE._replace(why="a\x1b[2J", condition="x\x07", examples=(example,), options=(("o", "\x1b"),))
    for text in (rule_text(hostile), rule_markdown(hostile)):
        assert not any(ord(character) < 32 and character != "\n" for character in text)
        assert "\x9b" not in text
        assert "\u202e" not in text
        assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in rule_text(hostile).splitlines())


def test_a_fence_cannot_be_closed_from_inside() -> None:
    inside = Example(bad=False, text="a\n  ``````\n<img src=x>\n")
    page = rule_markdown(RULE._replace(examples=(inside,)))
    assert page.endswith("```````markdown\na\n  ``````\n<img src=x>\n```````\n")


def test_json_holds_every_key_as_plain_data() -> None:
    (data,) = rule_json([RULE])
    assert json.loads(json.dumps(data)) == data
    assert data.keys() == set(Rule._fields) - {"condition", "origin"}
    assert data["when"] == "host in hosts"
    assert data["options"] == {"hosts": ["wiki.desk.test", "a|b"], "strict": True, "least": 3}
    assert data["fix"] == {"field": "url", "by": "canonical", "safe": False, "optional": False}
    assert isinstance(data["examples"], list)
    assert data["examples"][0]["files"] == {"c.md": "# C"}
    assert rule_json([RULE._replace(fix=None)])[0]["fix"] is None


def test_the_list_of_fields_names_each_with_type_and_meaning() -> None:
    text = fields_text()
    for kind, record in RECORDS.items():
        assert f"{kind}: " in text
        for name in record._fields:
            assert f"\n  {name} " in text
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "alone true or false it stands alone on its line, as a source of its own" in lines
    assert "port number port if one is written, else 0" in lines
    assert "markdown, html, rst, text" in lines
    assert any(line.startswith('"", missing, too-large') for line in lines)
    assert not any(line.endswith("-") for line in lines)
