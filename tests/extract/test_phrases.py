"""Words that hide who, when or where, and words that only look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.extract.document import extract
from provlint.model.words import PhraseKind
from provlint.read.reader import read_text
from tests.extract.documents import TABLES, read


def found(source: str, kind: PhraseKind, path: str = "a.md") -> list[str]:
    document = read_text(source, "markdown", path)
    return [
        document.source[phrase.start : phrase.end]
        for phrase in extract(document, TABLES).phrases
        if phrase.kind == kind
    ]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The wall is not safe, officials said on Tuesday.", "officials"),
        ("Harbour officials say the wall is safe.", "Harbour officials"),
        ("A senior official at the ministry of works in Norland said the plan was dropped.", "A senior official"),
        ("The plan was dropped, according to two diplomats.", "two diplomats"),
        ("“It is over,” said a former aide.", "a former aide"),
        ("Sources have confirmed the sale.", "Sources"),
        ("An expert told the council that it would fall.", "An expert"),
        ("People familiar with the talks said it was over.", "People familiar with"),
    ],
)
def test_a_person_without_a_name_who_speaks_is_found(sentence: str, subject: str) -> None:
    assert found(sentence, "anonymous-source") == [subject]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Pike, an official at the ministry, said the plan was dropped.",
        "The official Ann Pike said the plan was dropped.",
        "Ann Pike told officials that the plan was dropped.",
        "The officials were told about the plan.",
        "Officials opened the gate.",
        "The ministry said the plan was dropped.",
        "“Officials said so,” Ann Pike wrote.",
        "Sources of water are rare, and the council said so.",
        "Executive agencies said nothing.",
        "Having a senior official say so is a beginning.",
        "The mayor let an expert explain the tides.",
    ],
)
def test_names_institutions_and_listeners_are_no_unnamed_sources(sentence: str) -> None:
    assert found(sentence, "anonymous-source") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("One can argue that it was never needed.", "One can argue"),
        ("Many believe it was built on sand.", "Many believe"),
        ("It is said that it was built on sand.", "It is said that"),
        ("The gate is widely regarded as the finest.", "is widely regarded as"),
        ("Critics say it was built on sand.", "Critics say"),
        ("There are those who say it is haunted.", "There are those who say"),
        ("Studies show that it is sinking.", "Studies show"),
    ],
)
def test_a_view_without_a_holder_is_found(sentence: str, words: str) -> None:
    assert found(sentence, "weasel") == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Pike believes it was built on sand.",
        "Many of the boats say their names in gold.",
        "Two of our studies show that it is sinking.",
        "“Many believe it,” Ann Pike said.",
        "When most people think of the harbour, they think of fish.",
        "By now we could probably most agree that it is old.",
    ],
)
def test_a_view_with_a_holder_is_not(sentence: str) -> None:
    assert found(sentence, "weasel") == []


@pytest.mark.parametrize(
    "mark", ["[citation needed]", "[who?]", "[source?]", "(citation needed)", "[by whom?]", "TODO: add source", "[cn]"]
)
def test_a_mark_that_asks_for_a_source_is_found(mark: str) -> None:
    assert found(f"The wall is old {mark} and tall.", "citation-needed") == [mark]


@pytest.mark.parametrize("source", ["`[citation needed]`", "A source is needed.", "[who](https://who.int) is it?"])
def test_words_about_sources_are_no_marks(source: str) -> None:
    assert found(source, "citation-needed") == []


@pytest.mark.parametrize("time", ["last year", "on Friday", "yesterday", "three weeks ago", "earlier this month"])
def test_a_time_without_a_date_is_found(time: str) -> None:
    assert found(f"The wall fell {time} in the rain.", "undated-time") == [time]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("---\ndate: 2026-03-02\n---\n\nIt fell last year.", "a.md"),
        ("It fell last year.", "2026-03-02-wall.md"),
        ("By Ann Pike, 3 March 2026\n\nIt fell last year.", "a.md"),
        ("In 1953 the wall fell, as it had last year.", "a.md"),
        ("It was the last year of the war.", "a.md"),
        ("The market opens on Fridays.", "a.md"),
        ("“It fell last year,” Ann Pike said.", "a.md"),
    ],
)
def test_a_time_that_can_be_told_is_not(source: str, path: str) -> None:
    assert found(source, "undated-time", path) == []


def test_a_phrase_knows_of_a_link_in_its_sentence() -> None:
    _, facts = read("Many believe [it](https://council.gov.uk). Some say it is old.")
    assert [phrase.sourced for phrase in facts.phrases] == [True, False]


def test_other_languages_are_left_alone() -> None:
    assert found("---\nlang: fr\n---\n\nMany believe it, officials said last year.", "weasel") == []


@given(
    st.lists(
        st.sampled_from(
            ["Many believe it. ", "officials said ", "\r\n", "𝒜 ", "“", "last year ", "&lt;", "[cn]", "\n\n", "- "]
        )
    )
)
def test_places_hold_the_words(parts: list[str]) -> None:
    document, facts = read("".join(parts))
    for phrase in facts.phrases:
        words = document.source[phrase.start : phrase.end]
        assert words.strip() == words != ""
