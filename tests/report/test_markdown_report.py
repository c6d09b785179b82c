import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.model.findings import Related, Report, SkippedRule
from provlint.report.commands import inert
from provlint.report.markdown import COMMENT_LIMIT, render
from provlint.report.markdown_escape import code, prose
from provlint.text.visible import visible
from tests.report.samples import ATTACKS, HOSTILE, finding, hostile_report, report
from tests.report.strict_readers import assert_dead, inlines


def test_a_report_reads_as_a_page() -> None:
    related = (Related("b.md", 7, 9, 2, 4, "the same words stand here"),)
    found = report(
        finding("say `x`", severity="warning", message="the passage {url} is a leftover", related=related),
        finding(message="http:///x can never work: it has no host", path="b.md"),
        finding(message="http:///x can never work: it has no host", path="b.md", line=9),
    )._replace(skipped_rules=(SkippedRule("PL101", "offline", "dead-link"),))
    assert render(found) == (
        "# provlint\n"
        "\n"
        "**Found 2 errors and 1 warning in 2 documents.**\n"
        "\n"
        "- Not run: 1 rule (offline): PL101 dead-link.\n"
        "\n"
        "## Documents\n"
        "\n"
        "- `b.md`: 2 errors\n"
        "- `a.md`: 1 warning\n"
        "\n"
        "## Findings\n"
        "\n"
        "### `b.md`\n"
        "\n"
        "- **error** PL120 malformed-url, line 3, column 5: `http:///x` can never work: it has no host\n"
        "  > `http:///x`\n"
        "  - also at line 9\n"
        "\n"
        "### `a.md`\n"
        "\n"
        "- **warning** PL120 malformed-url, line 3, column 5: the passage `{url}` is a leftover\n"
        "  > `` say `x` ``\n"
        "  - see `b.md`, line 2, column 4: the same words stand here\n"
    )


def test_a_clean_report_is_one_sentence() -> None:
    assert render(report()) == "# provlint\n\n**No findings in 2 documents.**\n"


def test_a_long_list_is_folded() -> None:
    found = [finding("x", line, id=f"PL1{line}") for line in range(10, 31)]
    text = render(report(*found))
    assert "### `a.md`\n\n<details>\n<summary>21 findings</summary>\n\n- **error** PL110" in text
    assert text.endswith("\n\n</details>\n")


def test_other_documents_are_counted() -> None:
    found = [finding("x", path=f"{number:02}.md") for number in range(22)]
    text = render(report(*found))
    assert "- `19.md`: 1 error\n- and 2 documents more\n" in text
    assert "### `21.md`" in text


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "He said “no”, then (perhaps) 3.5% more: it’s well-known…",
            "He said “no”, then (perhaps) 3.5% more: it’s well-known…",
        ),
        ("ask @team or see #1.", "ask `@team` or see `#1`."),
        ("http://a.example/?b&c answered 404", "`http://a.example/?b&c` answered 404"),
        ("a www.evil.example b", "a `www.evil.example` b"),
        ("Fixes  #1\n- x", "Fixes `#1 -` x"),
        ("commit deadbeef and GH-12", "commit `deadbeef` and `GH-12`"),
        ("![a](b) `` <b>", "```![a](b) `` <b>```"),
        ("one:two :smile: …", "`one:two :smile`: …"),
        ("\x1b[2J\u202e", r"`\x1b[2J<U+202E>`"),
        ("", ""),
    ],
)
def test_what_is_no_plain_word_is_code(sentence: str, shown: str) -> None:
    assert prose(sentence) == shown


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_comes_alive_in_a_sentence(attack: str) -> None:
    for sentence in (attack, f"words{attack}", f"{attack}words", f"({attack}),", f"a {attack} b", attack * 3):
        assert_dead(f"- Note: {prose(sentence)}\n")


@given(HOSTILE)
def test_code_holds_the_words_as_they_are(text: str) -> None:
    found = inlines(f"- {code(text)}.\n")
    words = inert(visible(" ".join(text.split())))
    assert [token.content for token in found] == ([words, "."] if words else ["."])


@given(HOSTILE)
def test_nothing_a_document_contains_comes_alive(text: str) -> None:
    drawn = render(hostile_report(text))
    assert_dead(drawn)
    assert len(drawn.split("\n")) == len(render(hostile_report("words")).split("\n"))
    assert not [line for line in drawn.split("\n") if line.lstrip().startswith("::") or "##[" in line]
    assert drawn.encode().decode() == drawn


def big_report() -> Report:
    lines = range(100, 800)
    light = [finding(f"light {line}", line, path="a.md", id=f"PL{line}", severity="info") for line in lines]
    heavy = [finding(f"heavy {line}", line, path="b.md", id=f"PL{line}") for line in lines]
    return report(*light, *heavy)


def test_a_comment_is_cut_at_its_end_and_says_so() -> None:
    text = render(big_report())
    assert COMMENT_LIMIT - 400 < len(text) <= COMMENT_LIMIT
    shown = text.count("  > `")
    assert text.endswith(f"**Cut short:** {shown} of 1,400 findings are told here, to keep within 65,536 characters.\n")
    assert text.count("<details>") == text.count("</details>") == 1
    assert "heavy 100`" in text
    assert "light" not in text


def test_a_file_need_not_be_cut() -> None:
    text = render(big_report(), limit=10_000_000)
    assert text.count("  > `") == 1_400
    assert "Cut short" not in text


@given(HOSTILE, st.integers(250, 6_000))
def test_a_cut_report_is_as_safe(text: str, limit: int) -> None:
    drawn = render(hostile_report(text), limit=limit)
    assert len(drawn) <= limit
    assert drawn.count("<details>\n") == drawn.count("\n</details>\n")
    assert_dead(drawn)
