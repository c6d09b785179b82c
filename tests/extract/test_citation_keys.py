"""Citation keys as pandoc writes them, against a bibliography or without one."""

import pytest

from provlint.extract.citation_keys import key_uses
from provlint.model.bibliography import NO_BIBLIOGRAPHY, Bibliography
from provlint.model.facts import Citation
from provlint.read.reader import read_text

BOOKS = Bibliography({"nets2019": 1, "boats:2020": 2, "Ítem_3": 1}, is_whole=True, is_named=True)


def uses(source: str, bibliography: Bibliography = BOOKS) -> list[Citation]:
    return key_uses(read_text(source, "markdown", "a.md"), bibliography)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("It tore [@nets2019].", ["@nets2019"]),
        ("It tore [see @nets2019, pp. 3-4; also @boats:2020].", ["@nets2019", "@boats:2020"]),
        ("It tore [-@nets2019, chap. 2].", ["-@nets2019"]),
        ("As @nets2019 says, and @nets2019's friend.", ["@nets2019", "@nets2019"]),
        ("It tore [@nets2019][@boats:2020].", ["@nets2019", "@boats:2020"]),
        ("It tore\r\n> [@{nets2019}] \U0001f600 and [*see* @Ítem_3].", ["@{nets2019}", "@Ítem_3"]),
        ("A key the books lack: [@lost1999].", ["@lost1999"]),
    ],
)
def test_keys_at_their_places(source: str, written: list[str]) -> None:
    assert [source[use.start : use.end] for use in uses(source)] == written


@pytest.mark.parametrize(
    "source",
    [
        "Thanks to @mara and @decorator, mail ann@harbour.co.uk.",
        "Install [@scope/package] or `[@nets2019]`.",
        "The user [@mara](https://harbour.co.uk/mara) and [@mara].\n\n[@mara]: https://harbour.co.uk/mara",
        "See [@fig-nets] and [@tbl:boats] and [@sec-one].",
        "(@good)  An example.\n\nAs [@good] shows.",
        "Not one [two words], [a@harbour.co.uk] or [@nets 2019; nothing].",
    ],
)
def test_what_is_no_citation(source: str) -> None:
    assert uses(source, Bibliography({"other": 1}, is_whole=True, is_named=True)) == []


def test_a_key_is_checked_only_against_what_was_read_whole() -> None:
    assert [(use.resolved, use.checked) for use in uses("[@nets2019] [@lost]")] == [(True, True), (False, True)]
    assert [use.checked for use in uses("[@nets2019] [@lost]", BOOKS._replace(is_whole=False))] == [False, False]
    assert [use.checked for use in uses("[@nets2019] [@lost]", NO_BIBLIOGRAPHY)] == [False, False]


def test_a_bibliography_that_only_stands_beside_must_answer_some_key() -> None:
    beside = BOOKS._replace(is_named=False)
    assert [use.checked for use in uses("[@nets2019] [@lost]", beside)] == [True, True]
    assert [use.checked for use in uses("[@lost]", beside)] == [False]


def test_front_matter_may_list_the_references_itself() -> None:
    source = "---\nreferences:\n- id: nets2019\n  title: Nets\n- id: 'b2'\n---\n[@nets2019; @b2; @lost]"
    assert [(use.key, use.resolved, use.checked) for use in uses(source, NO_BIBLIOGRAPHY)] == [
        ("nets2019", True, True),
        ("b2", True, True),
        ("lost", False, True),
    ]


def test_uses_are_counted_and_entries_too() -> None:
    assert [(use.occurrence, use.entry_count) for use in uses("[@boats:2020], @boats:2020")] == [(1, 2), (2, 2)]


def test_only_markdown_has_keys() -> None:
    assert key_uses(read_text("It tore [@nets2019].", "text", "a.txt"), BOOKS) == []
