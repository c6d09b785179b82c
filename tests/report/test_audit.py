"""The page of an audit: what it tells, in what order, and that nothing in it comes alive."""

import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from provlint.model.findings import DocumentCount, LinkAnswer, LinkPlace, Report, SkippedRule
from provlint.model.rules import Rule
from provlint.report.audit import MARK, render
from tests.report.samples import ATTACKS, HOSTILE, finding, hostile_report, report
from tests.report.strict_readers import ALIVE

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OUR_HTML = re.compile(
    rf"{re.escape(MARK)}\n|<details>\n<summary>[0-9,]+ (?:findings?|documents?)</summary>\n|</details>\n"
)
#: A mark that ends a word is no reference to a merge request.
EXCLAIMED = re.compile(r"(?<=\w)!+(?=[\s).,;:…”’]|$)")
RULE = Rule(
    "PL120", "malformed-url", "link", "text", "error", "high", True, "0.1", "{url} is broken", "True",
    why="Nobody can open it.", remedy="Copy it again.",
)  # fmt: skip
OTHER = RULE._replace(id="PL124", name="insecure-link", default=False)


def domain_of(url: str) -> str:
    return url.partition("://")[2].partition("/")[0]


def page(found: Report, rules: tuple[Rule, ...] = (RULE,), judged: frozenset[str] = frozenset({"PL120"})) -> str:
    return render(found, rules, judged, ["notes"], domain_of)


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next of its level."""
    level = heading.partition(" ")[0]
    body = text.partition(f"\n{heading}\n")[2]
    return re.split(rf"^{level} ", body, maxsplit=1, flags=re.MULTILINE)[0]


def link(url: str, times: int = 1, **more: str) -> LinkAnswer:
    return LinkAnswer(url, tuple(LinkPlace("a.md", line, 1) for line in range(1, times + 1)), **more)  # type: ignore[arg-type]


def assert_dead(text: str) -> None:
    for token in READER.parse(text):
        assert token.type not in ("code_block", "table_open", "ordered_list_open", "hr")
        if token.type == "html_block":
            assert OUR_HTML.fullmatch(token.content), token.content
        for child in token.children or []:
            assert child.type in {"text", "code_inline", "strong_open", "strong_close", "softbreak"}
            if child.type == "text":
                assert not ALIVE.search(EXCLAIMED.sub("", child.content)), child.content


def test_the_overview_counts_documents_findings_and_links() -> None:
    text = section(page(report(finding(), links=(link("http://a.example/x", 6),))), "## In short")
    assert "**2 documents** were read (Markdown)." in text
    assert "**1 finding**: 1 error, in 1 document; in the other 1 nothing was found." in text
    assert "**6 links**, to 1 address of the web: **none of them was asked**." in text


def test_a_page_without_findings_says_so_and_has_no_empty_sections() -> None:
    text = page(report())
    assert "Nothing was found in them." in text
    headings = re.findall(r"^## .*", text, re.MULTILINE)
    assert headings[:2] == ["## In short", "## What was checked, and what was not"]
    assert headings[-1] == "## Documents without findings"
    assert "## Findings by rule" not in headings


def test_what_was_not_checked_is_said_with_its_reason() -> None:
    found = report(links=(link("http://a.example/"), link("/news/", reason="no site root is set")))._replace(
        skipped_rules=(SkippedRule("PL101", "offline", "dead-link"),), suppressed=2, notes=("One path is excluded.",)
    )
    text = section(page(found, (RULE, OTHER)), "## What was checked, and what was not")
    assert "- links: malformed-url\n" in text
    assert "**1 of 2 addresses** not asked: the audit was made without a connection" in text
    assert "**1 of 2 addresses** not asked: they begin with a slash" in text
    assert "1 rule could not run (offline): dead-link." in text
    assert "1 rule not asked for: insecure-link." in text
    assert "2 findings left out" in text
    assert "One path is excluded." in text


def test_an_unreadable_document_is_named_and_never_counted_as_clean() -> None:
    documents = (DocumentCount("a.md", "markdown", 0), DocumentCount("b.md", "markdown", 0, unread="it is no text"))
    text = page(Report(documents, (), ()))
    assert "**1 document** was read" in text
    assert "**1 document** could not be read" in text
    assert "Could not be read:\n\n- `b.md`: it is no text\n" in text
    assert "b.md" not in section(text, "## Documents without findings")


def test_bars_are_linear_and_aligned_and_the_rest_is_counted() -> None:
    links = [link("http://ab.example/", 80), link("http://日本.example/", 20), link("http://c.example/", 1)]
    links += [link(f"http://{number:02}.example/", 1) for number in range(40)]
    found = Report((DocumentCount("a.md", "markdown", 150),), tuple(links), ())
    text = section(page(found), "## Where the links lead")
    assert "141 links to 43 domains. The scale is linear: one full block stands for 2 links." in text
    assert f"\nab.example    80  {'█' * 40}\n日本.example  20  {'█' * 10}\n00.example     1  ▌\n" in text
    assert "\nand 13 domains more with 13 links together\n```" in text
    assert "The other 9 links stay inside the documents" in text


def test_rules_come_with_their_reason_and_examples_from_several_documents() -> None:
    found = [finding("one", 3), finding("one", 4), finding("two", 5), finding("two", 9, path="b.md")]
    text = section(page(report(*found)), "## Findings by rule")
    assert "**4 errors** in 2 documents; this rule is seldom wrong." in text
    assert "Why it matters: Nobody can open it.\n\nWhat to do: Copy it again." in text
    shown = re.findall(r"^- `(.*?)`, line (\d+)", text, re.MULTILINE)
    assert shown == [("a.md", "3"), ("b.md", "9"), ("a.md", "4")]
    assert "- and 1 more\n" in text


def test_words_that_the_sentence_has_said_are_not_repeated() -> None:
    text = page(report(finding("http:///x", message="http:///x can never work")))
    assert text.count("  > ") == 0
    assert page(report(finding("http:///x", message="this can never work"))).count("  > `http:///x`") == 2


def test_documents_stand_in_order_of_weight_each_with_all_its_findings() -> None:
    same = "http:///x"
    found = [finding(same, 3), finding(same, 3, path="b.md"), finding("y", 5, path="b.md")]
    text = page(report(*found, paths=("a.md", "b.md", "c.md")))
    assert "- `b.md`: 2 errors\n- `a.md`: 1 error\n" in section(text, "## Documents by weight of findings")
    each = section(text, "## Each document")
    assert re.findall(r"^### `(.*)`$", each, re.MULTILINE) == ["b.md", "a.md"]
    assert each.count("line 3, column 5") == 2
    assert "- `c.md`: 3 links" in section(text, "## Documents without findings")


def test_two_thousand_documents_keep_to_a_size_that_can_be_read() -> None:
    found = [
        finding(f"http:///{line}" + "x" * 150, line, path=f"{number}.md") for number in range(2000) for line in range(9)
    ]
    found.sort(key=lambda one: (one.path, one.start))
    text = page(report(*found, paths=tuple(f"{number}.md" for number in range(2000))))
    assert len(text) < 400_000
    left = re.search(r"^### ([0-9,]+) documents more$", text, re.MULTILINE)
    assert left
    told = len(re.findall(r"^### `", text, re.MULTILINE))
    assert told + int(left[1].replace(",", "")) == 2000
    assert "Their findings are in `report.json`." in text


def test_the_same_report_gives_the_same_bytes() -> None:
    found = report(finding(), links=(link("http://a.example/"), link("http://b.example/")))
    assert page(found) == page(found)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_comes_alive(attack: str) -> None:
    assert_dead(page(hostile_report(attack)))


@settings(deadline=None)
@given(HOSTILE)
def test_nothing_a_document_or_a_rule_contains_comes_alive(text: str) -> None:
    rule = RULE._replace(id="PL999", name=text, why=text, remedy=text)
    drawn = render(hostile_report(text), (rule,), frozenset({"PL999"}), [text, "a"], lambda url: url)
    assert_dead(drawn)
    assert not [line for line in drawn.split("\n") if line.lstrip().startswith("::") or "##[" in line]
    assert drawn.encode().decode() == drawn
    assert drawn.startswith(MARK + "\n")
