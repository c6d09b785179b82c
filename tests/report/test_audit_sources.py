"""The audit's tables of sources: by kind, then what each list says, with its day."""

from markdown_it import MarkdownIt

from provlint.model.sources import UNKNOWN, Source, Standing
from provlint.report.audit_sources import CitedSource, sources_part

READER = MarkdownIt("commonmark").enable(["table"])
STATE = Source(
    standing=(
        Standing("kind", "broadcaster", "One list", "2026-01"),
        Standing("control", "state-controlled", "Matrix", "2024-02"),
    )
)
OWN = Source(standing=(Standing("assessment", "tabloid", "provlint.toml", "", own=True),))


def page(*cited: CitedSource) -> str:
    return "\n".join(sources_part(cited))


def test_each_kind_is_counted_and_unknown_comes_last() -> None:
    text = page(CitedSource("pier.co.uk", 9, 4, UNKNOWN), CitedSource("coast.tv", 3, 2, STATE))
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert rows[2] == "| broadcaster | 3 | 1 | `coast.tv` 3 |"
    assert rows[3] == "| unknown | 9 | 1 | `pier.co.uk` 9 |"


def test_each_axis_names_list_and_day_and_how_often_it_is_cited() -> None:
    text = page(CitedSource("coast.tv", 3, 2, STATE))
    assert "| state-controlled | `coast.tv` | `Matrix` 2024-02 | 3 | 2 |" in text
    assert "How lists assess them" not in text


def test_the_houses_own_list_is_named_as_that() -> None:
    assert "`house policy in provlint.toml`" in page(CitedSource("pier.co.uk", 1, 1, OWN))


def test_a_bar_in_a_name_opens_no_cell() -> None:
    odd = Source(standing=(Standing("control", "state-funded", "a|b", "2024"),))
    (table,) = [token for token in READER.parse(page(CitedSource("x.co", 1, 1, odd))) if token.content == "`a¦b` 2024"]
    assert table.type == "inline"


def test_without_links_there_is_no_section() -> None:
    assert page() == ""
