import re

import pytest
from hypothesis import given

from provlint.model.findings import Edit, Fix, LinkAnswer, Related, Report, SkippedRule
from provlint.report.text import render
from provlint.text.visible import visible
from tests.report.samples import HOSTILE, finding, hostile_report, report

OUR_ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;(?:file:///[!-~]*)?\x1b\\")


def plain(
    report: Report, *, width: int = 80, statistics: bool = False, quiet: bool = False, verbose: bool = False
) -> str:
    return render(
        report, color=False, hyperlinks=False, width=width, statistics=statistics, quiet=quiet, verbose=verbose
    )  # fmt: skip


def test_a_finding_is_a_place_a_rule_a_sentence_and_a_marked_line() -> None:
    assert plain(report(finding())) == (
        "a.md:3:5: PL120 malformed-url [error] the address can never work\n"
        "     3 | See http:///x for more.\n"
        "       |     ^^^^^^^^^\n"
        "\n"
        "Found 1 error in 2 documents.\n"
    )


def test_wide_letters_and_tabs_keep_the_marker_in_its_place() -> None:
    found = finding("日本", before="\tx日 ", after="語")
    assert plain(report(found), quiet=True).splitlines()[1:] == [
        "     3 |     x日 日本語",
        "       |         ^^^^",
    ]


def test_a_long_line_number_keeps_the_marker_in_its_place() -> None:
    assert plain(report(finding(line=12_345_678)), quiet=True).splitlines()[1:] == [
        "12345678 | See http:///x for more.",
        "         |     ^^^^^^^^^",
    ]


def test_other_places_are_told() -> None:
    related = (Related("b.md", 7, 9, 2, 4, "the same words stand here"),)
    found = [finding(line=line, path=path) for path, line in (("a.md", 9), ("a.md", 12), ("b.md", 1), ("b.md", 3))]
    assert plain(report(finding(related=related), *found), quiet=True).splitlines()[3:] == [
        "       = see b.md:2:4: the same words stand here",
        "       = also at 9:5, 12:5, b.md:1:5, 3:5",
    ]


def test_words_over_several_lines_say_where_they_end() -> None:
    found = finding("first", after="")._replace(end_line=5, snippet="first\nlast")
    assert plain(report(found), quiet=True).splitlines()[2] == "       |     ^^^^^ … to line 5"


def test_a_rule_that_goes_on_says_how_often_and_where() -> None:
    many = [finding(f"http:///{line}", line, severity="warning") for line in range(1, 38)]
    assert plain(report(*many), quiet=True).splitlines()[15:] == [
        "a.md: … and 32 more PL120 malformed-url in this file (lines 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, …)"
    ]
    assert plain(report(*many), quiet=True, verbose=True).count("[warning, high confidence]") == 37


def test_documents_stand_apart() -> None:
    text = plain(report(finding(), finding("x", path="b.md")), quiet=True)
    assert [line[:5] for line in text.splitlines()] == ["a.md:", "     ", "     ", "", "b.md:", "     ", "     "]


def test_the_summary_says_what_was_not_looked_at() -> None:
    links = (
        LinkAnswer("http://a.example/", ()),
        LinkAnswer("http://b.example/", (), "blocked", "status 403", 403),
        LinkAnswer("http://c.example/", (), "skipped", "excluded"),
        LinkAnswer("http://d.example/", (), "ok", "status 200", 200),
        LinkAnswer("http://e.example/", ()),
    )
    fixes = (Fix(True, (Edit(1, 2, "x"),)), Fix(False, (Edit(3, 4, "y"),)))
    found = report(*[finding(fix=fix, severity="info") for fix in fixes], links=links)._replace(
        suppressed=1,
        baselined=2_000,
        skipped_rules=(SkippedRule("PL101", "offline", "dead-link"), SkippedRule("PL103", "offline", "soft-404")),
        notes=("provlint.toml switches off 2 rules",),
    )
    assert plain(found).partition("\n\n")[2] == (
        "Found 2 infos in 2 documents.\n"
        "Suppressed: 1 finding.\n"
        "In the baseline: 2,000 findings.\n"
        "Can be mended: 1 with --fix and 1 more with --unsafe-fixes.\n"
        "Note: provlint.toml switches off 2 rules.\n"
        "Not checked: 3 of 5 addresses (2 offline, 1 excluded).\n"
        "Could not be verified: 1 address (blocked).\n"
        "Not run: 2 rules (offline): PL101 dead-link, PL103 soft-404.\n"
    )


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        ((), "No documents found.\n"),
        (("a.md",), "No findings in 1 document.\n"),
        (("a.md", "b.md"), "No findings in 2 documents.\n"),
    ],
)
def test_a_clean_run_says_so(paths: tuple[str, ...], words: str) -> None:
    assert plain(report(paths=paths)) == words
    assert plain(report(paths=paths), quiet=True) == ""


def test_statistics_count_by_rule() -> None:
    found = [
        finding(),
        *[finding(line=line, id="PL126", rule="insecure-link", severity="warning") for line in range(1, 13)],
    ]
    assert plain(report(*found), statistics=True) == (
        "12  PL126  insecure-link  [warning]\n"
        " 1  PL120  malformed-url  [error]\n"
        "\n"
        "Found 1 error and 12 warnings in 2 documents.\n"
    )


def test_colour_and_hyperlinks_are_added_and_nothing_else() -> None:
    found = report(finding(), finding("x", path="b.md"))
    drawn = render(
        found, color=True, hyperlinks=True, width=80, statistics=False, quiet=False, verbose=False,
        locate=lambda path: f"file:///home/{path}",
    )  # fmt: skip
    assert "\x1b]8;;file:///home/a.md\x1b\\a.md:3:5:\x1b]8;;\x1b\\" in drawn
    assert OUR_ESCAPES.sub("", drawn) == plain(found)


@pytest.mark.parametrize(
    "uri", ["", "http://evil.example/", "file:///a\x1b\\b", "file:///a b", "file:///ü", "file:///##[x]"]
)
def test_an_odd_uri_is_no_hyperlink(uri: str) -> None:
    drawn = render(
        report(finding()), color=False, hyperlinks=True, width=80, statistics=False, quiet=False, verbose=False,
        locate=lambda _: uri,
    )  # fmt: skip
    assert drawn == plain(report(finding()))


@pytest.mark.parametrize("path", ["::error::x", "  ::error::x", "\u3000::set-env name=x::y"])
def test_a_path_gives_no_command(path: str) -> None:
    many = [finding(f"http:///{line}", line, path=path) for line in range(1, 9)]
    for line in plain(report(*many)).splitlines():
        assert not line.lstrip().startswith("::")
    assert f"./{path}:1:5:" in plain(report(*many))


def test_the_old_form_of_commands_is_broken_where_its_parts_meet() -> None:
    found = finding("[error]x", before="a ##")
    assert plain(report(found), quiet=True).splitlines()[1:] == [
        "     3 | a ##⁅error]x for more.",
        "       |     ^^^^^^^^",
    ]


@given(HOSTILE)
def test_nothing_a_document_contains_moves_the_cursor_or_forges_a_line(text: str) -> None:
    drawn = render(
        hostile_report(text), color=True, hyperlinks=True, width=60, statistics=False, quiet=False, verbose=False,
        locate=lambda path: f"file:///{path}",
    )  # fmt: skip
    lines = OUR_ESCAPES.sub("", drawn).split("\n")
    assert lines == [visible(line) for line in lines]
    assert len(lines) == len(plain(hostile_report("words")).split("\n"))
    assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    assert drawn.encode().decode() == drawn


@given(HOSTILE)
def test_statistics_are_as_safe(text: str) -> None:
    lines = plain(hostile_report(text), statistics=True).split("\n")
    assert lines == [visible(line) for line in lines]
    assert len(lines) == len(plain(hostile_report("words"), statistics=True).split("\n"))
