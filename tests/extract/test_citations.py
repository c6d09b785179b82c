"""Citations by number, by author and year, and by words that repeat; entries that are listed twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.model.facts import Citation
from provlint.model.words import Format
from tests.extract.documents import read

LIST = "\n\n## References\n\n1. Lindqvist, M. Nets. 2019.\n2. Oduya, J. Boats. 2020.\n3. Third work.\n"


def found(source: str, form: Format = "markdown", role: str = "use") -> list[tuple[str, bool, str]]:
    """Key, resolved and the source of each citation in that role."""
    document, facts = read(source, form)
    return [
        (citation.key, citation.resolved, document.source[citation.start : citation.end])
        for citation in facts.citations
        if citation.role == role and citation.key
    ]


def test_numbers_cite_the_entries_of_a_list() -> None:
    assert found("Nets [1] and boats[2], both [1, 3].\n\nAll of them [1-3]." + LIST) == [
        ("1", True, "[1]"),
        ("2", True, "[2]"),
        ("1", True, "1"),
        ("3", True, "3"),
        ("1", True, "1-3"),
        ("2", True, "1-3"),
        ("3", True, "1-3"),
    ]


def test_an_entry_stands_at_its_number_and_knows_whether_it_is_cited() -> None:
    document, facts = read("Nets [1] and boats [2]." + LIST)
    entries = [citation for citation in facts.citations if citation.role == "definition"]
    assert [document.source[entry.start : entry.end] for entry in entries] == ["1.", "2.", "3."]
    assert [entry.used for entry in entries] == [True, True, False]


def test_brackets_joined_by_a_dash_cite_what_lies_between() -> None:
    assert found("All of them [1]–[3]." + LIST) == [("1", True, "[1]"), ("2", True, "[1]–[3]"), ("3", True, "[3]")]


def test_an_ordered_list_of_html_ends_where_another_begins() -> None:
    source = (
        "<p>Nets [1], boats [2].</p><h2>References</h2><ol><li>Lindqvist, Nets.</li><li>Oduya, Boats.</li></ol>"
        "<section><ol><li>A note.</li></ol></section>"
    )
    assert found(source, "html", "definition") == [("1", True, "Lindqvist, Nets."), ("2", True, "Oduya, Boats.")]


def test_a_number_that_no_entry_has_counts_where_others_cite() -> None:
    assert found("Nets [1], boats [2], rafts [5]." + LIST)[-1] == ("5", False, "[5]")
    assert [key for key, _, _ in found("Nets [1], rafts [5]." + LIST)] == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        "The row `a[1]` and nets[0].",
        "An index x[1], a cell x2[1] and a_[2].",
        "A [1](https://harbour.co.uk/1) link and ![2](b.png) an image.",
        "The year [2019] and the interval [0, 1].",
        "A long row [1-400] and one that falls [3-1].",
        "```\nnets [1]\n```",
    ],
)
def test_what_only_looks_like_a_citation(text: str) -> None:
    assert found(text + LIST) == []


def test_without_a_list_there_are_no_numbers() -> None:
    assert found("Nets [1] and boats [2].") == []
    assert found("Nets [1] and boats [2].\n\n## Results\n\n1. One\n2. Two\n") == []


@pytest.mark.parametrize(
    "heading",
    [
        "References", "7. References", "**Works cited**", "Bibliography:", "Literaturverzeichnis", "Quellen",
        "Références", "Bibliografía", "NOTES",
    ],
)  # fmt: skip
def test_headings_of_lists(heading: str) -> None:
    assert found(f"Nets [1].\n\n# {heading}\n\n1. Lindqvist, Nets.\n") == [("1", True, "[1]")]


def test_entries_between_brackets_in_one_paragraph() -> None:
    source = "Nets \\[2\\].\n\n**References**\n\n[1] Lindqvist, Nets.\n[2] Oduya, Boats.\n"
    assert found(source) == [("2", True, "[2\\]")]
    assert found(source, role="definition") == [("1", True, "[1]"), ("2", True, "[2]")]


def test_items_that_all_bear_the_same_number_count_on() -> None:
    source = "Nets [2].\n\n## References\n\n1. Lindqvist, Nets.\n1. Oduya, Boats.\n"
    assert found(source) == [("2", True, "[2]")]


def test_a_list_in_plain_text() -> None:
    source = (
        "The wall\n\nThe nets were torn [1] and the boats sold [2].\n\n"
        "References\n\n[1] Lindqvist, Nets.\n[2] Oduya, Boats.\n"
    )
    assert found(source, "text") == [("1", True, "[1]"), ("2", True, "[2]")]


NAMES = (
    "\n\n## References\n\n- Lindqvist, M. (2019). Nets of the inner bay.\n- Oduya, J., Brown, A. (2020a). Boats.\n"
    "- van der Meer, P. 2021. Sails.\n- Ngo, T. 2018. Not cited.\n"
)


def test_author_and_year_cite_a_list_in_which_both_stand() -> None:
    text = "Nets tear (Lindqvist 2019; see Oduya & Brown, 2020a, p. 4), as van der Meer (2021) says."
    assert found(text + NAMES) == [
        ("Lindqvist 2019", True, "Lindqvist 2019"),
        ("Oduya 2020a", True, "Oduya & Brown, 2020a"),
        ("Meer 2021", True, "van der Meer (2021)"),
    ]
    assert [key for key, _, _ in found("It was sold (Paris 2019) and (May 2020)." + NAMES)] == []


def test_a_name_the_list_lacks_counts_where_the_text_cites_this_way() -> None:
    text = "Nets (Lindqvist 2019), boats (Oduya et al., 2020), sails (Meer 2021), masts (Ito 2015)."
    assert found(text + NAMES)[-1] == ("Ito 2015", False, "Ito 2015")
    assert "Ito 2015" not in [key for key, _, _ in found("Nets (Lindqvist 2019), masts (Ito 2015)." + NAMES)]


def test_words_that_repeat_a_citation() -> None:
    source = "Nets[^1], boats[^2].\n\n[^1]: Lindqvist, Nets, p. 3.\n\n[^2]: Ibid., p. 4. Oduya, op. cit., p. 9.\n"
    assert [(key, resolved) for key, resolved, _ in found(source) if key not in ("1", "2")] == [
        ("ibid.", True),
        ("op. cit.", True),
    ]
    assert ("ibid.", False, "Ibid.") in found("Nets[^1].\n\n[^1]: Ibid., p. 3.\n")


def again(source: str) -> list[Citation]:
    return [citation for citation in read(source)[1].citations if citation.same]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Nets. doi:10.1016/j.nets.2019", "Torn nets. https://doi.org/10.1016/J.NETS.2019", "doi"),
        ("Nets. ISBN 0-306-40615-2", "Nets, new cover. ISBN 978-0-306-40615-7", "isbn"),
        ("Nets. arXiv:2101.00001v1", "Nets. arXiv:2101.00001v3", "arxiv"),
        ("Nets. https://harbour.co.uk/nets/", "Other. https://harbour.co.uk/nets/?utm_source=x", "address"),
        ("Lindqvist, M. Nets of the bay.", "LINDQVIST, M: *Nets* of the Bay", "words"),
    ],
)
def test_a_work_listed_twice(first: str, second: str, same: str) -> None:
    source = f"## References\n\n- {first}\n- Between.\n- {second}\n"
    (entry,) = again(source)
    assert entry.same == same
    assert source[entry.start : entry.end] == second
    assert source[entry.first_start : entry.first_end] == first


@pytest.mark.parametrize(
    "entries",
    [
        "- Nets. https://harbour.co.uk/\n- Boats. https://harbour.co.uk/\n",
        "- Nets, in: Bay, pp. 3-9. ISBN 0-306-40615-2\n- Boats, in: Bay, pp. 10-19. ISBN 0-306-40615-2\n",
        "- Nets. ISSN 0378-5955\n- Boats. ISSN 0378-5955\n",
        "- Own count.\n- Own count.\n",
        "- Nets. https://harbour.co.uk/a#nets\n- Boats. https://harbour.co.uk/a#boats\n",
    ],
)
def test_different_works(entries: str) -> None:
    assert again(f"## References\n\n{entries}") == []


def test_notes_may_name_a_work_often() -> None:
    assert again("## Notes\n\n1. Nets, doi:10.1016/j.nets.2019\n2. Nets, doi:10.1016/j.nets.2019\n") == []


PIECES = st.sampled_from(
    ["[1]", "[@a; @b]", "(Lindqvist 2019)", "ibid.", "\r\n", "\n\n", "&amp;", "\\[2\\]", "\U0001f600", "[^1]", "`", "*",
     "@", " ", "\t", "\n\n## References\n\n", "\n1. ", "\n[1] ", "\n- ", "Lindqvist, M. 2019. Nets.",
     "https://harbour.co.uk/n", "[", "]", "(", ")"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_citation_lies_in_the_source_and_in_order(source: str) -> None:
    document, facts = read(source)
    places = [(citation.start, citation.end) for citation in facts.citations]
    assert places == sorted(places)
    for citation in facts.citations:
        assert 0 <= citation.start < citation.end <= len(document.source)
        written = document.source[citation.start : citation.end]
        if citation.kind == "number" and citation.role == "use":
            assert citation.key in written
        if citation.key in ("a", "b"):
            assert written == f"@{citation.key}"


def test_entries_of_nothing_but_common_words_are_no_works() -> None:
    text = "## Sources\n\n- takes a list of texts\n\nand\n\n- takes a list of texts\n"
    assert not [one for one in read(text, "markdown")[1].citations if one.same]
