"""Sentences that state something a reader could check: which are found, why, and what stands behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provlint.extract.document import extract
from provlint.model.facts import Claim
from provlint.model.words import ClaimReason, Format
from provlint.read.reader import read_text
from tests.extract.documents import TABLES, read

FIGURE = "The harbour authority employed 12,400 people in 2019, and 38 percent of them were older than 50."


def claims(source: str, form: Format = "markdown", path: str = "") -> list[Claim]:
    return list(extract(read_text(source, form, path or f"a.{form}"), TABLES).claims)


def scored(source: str) -> float:
    return max(claim.score for claim in extract(read_text(source, "text", "a.txt"), TABLES, all_claims=True).claims)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (FIGURE, "statistic"),
        ("The Norland council spent $14 million on the wall in 2017.", "money"),
        ("In 1953 the flood killed 307 people along the east coast of Norland.", "casualty"),
        ("The bridge was opened in June 1931 and was closed by the Norland navy in 1944.", "dated-event"),
        ("Cod landings in Norland fell from 900 tonnes in 1990 to 40 tonnes in 2010.", "change"),
        ("Norland Yard launched more vessels in 2021 and was the largest in the world.", "ranking"),
        ("In 2022 the Tidal Works produced a record high of 900 megawatts in Norland.", "record"),
        ("The flood of 1953 was caused by a breach in the Norland dyke.", "cause"),
        ("In 2016 the Norland parliament passed a law that banned trawling.", "law"),
    ],
)
def test_a_statement_is_a_claim_for_a_named_reason(sentence: str, reason: ClaimReason) -> None:
    (claim,) = claims(sentence)
    assert reason in claim.reasons
    assert claim.sources == ()
    assert 0.6 <= claim.score <= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Did the harbour authority employ 12,400 people in 2019?",
        "Add 12,400 people to the list, and check 38 percent of them in 2019.",
        "I think 38 percent of the people in Norland were employed in 2019.",
        "We employed 12,400 people in 2019, and 38 percent of our staff were older than 50.",
        "A quorum is defined as 38 percent of the 12,400 members that were registered in 2019.",
        "If 12,400 people were employed in 2019, then 38 percent of them were older than 50.",
        "The authority will employ 12,400 people in 2029, and 38 percent of them would be women.",
        "Thank you for the 12,400 letters that were sent in 2019.",
        "Figure 3 shows that 38 percent of the 12,400 people were older than 50 in 2019.",
        "For example, 12,400 people were employed in 2019, and 38 percent of them were women.",
        "Version 2.4.1 was released in 2019 and was 38 percent faster in Norland.",
        "“The authority employed 12,400 people in 2019, and 38 percent of them were women,” Pike was told.",
        "The following 12,400 people were employed in Norland in 2019:",
        "# The harbour authority employed 12,400 people in 2019",
        "> The harbour authority employed 12,400 people in 2019.",
        "    The harbour authority employed 12,400 people in 2019.",
    ],
)
def test_what_states_nothing_of_the_world_is_no_claim(sentence: str) -> None:
    assert claims(sentence) == []


@pytest.mark.parametrize(
    ("source", "kind", "scope"),
    [
        ("The authority employed [12,400 people](https://council.gov.uk) in 2019.", "link", "sentence"),
        (FIGURE + "[^1]\n\n[^1]: Annual report, page 4.", "footnote", "sentence"),
        (FIGURE + " The gate was old ([minutes](https://council.gov.uk/4)).", "link", "paragraph"),
        (FIGURE[:-1] + " (doi:10.1000/182).", "identifier", "sentence"),
        (FIGURE[:-1] + " [12].", "citation", "sentence"),
        ("According to the Harbour Union, 12,400 people were employed in 2019.", "document", "attribution"),
        ("Ann Pike said 12,400 people were employed in Norland in 2019.", "document", "attribution"),
        ("Their research found 12,400 people employed in Norland in 2019.", "document", "attribution"),
        ("A [report](https://council.gov.uk/r) lists them:\n\n- " + FIGURE, "link", "introduction"),
    ],
)
def test_a_source_in_reach_is_named(source: str, kind: str, scope: str) -> None:
    (claim,) = claims(source)
    assert [(found.kind, found.scope) for found in claim.sources[:1]] == [(kind, scope)]


POLL = (
    "A Norland Institute poll of 1,204 adults finds the mayor behind his rival.\n\n"
    "Some 54 percent of women said in March that they were against the mayor.\n\n"
    "In the islands 61 percent wanted a new ferry and 22 percent were against it.\n\n"
)


def test_a_poll_that_is_still_told_of_is_the_source_of_its_figures() -> None:
    unsourced = [claim for claim in claims(POLL + "The survey was held by telephone.") if not claim.sources]
    assert unsourced == []
    elsewhere = POLL + "The weather was fine.\n\n## The harbour\n\n" + FIGURE
    assert [claim.sources for claim in claims(elsewhere)][-1] == ()


def test_typed_marks_make_a_list_too() -> None:
    text = "According to the [report](https://council.gov.uk/r), the key figures:\n\n• Boats.\n\n• Fish.\n\n• " + FIGURE
    (claim,) = claims(text)
    assert [found.scope for found in claim.sources] == ["introduction"]


def test_a_vague_crowd_is_no_source() -> None:
    (claim,) = claims("Many said that 12,400 people were employed in Norland in 2019.")
    assert claim.sources == ()


def test_a_claim_whose_only_source_is_a_post_names_the_network() -> None:
    (claim,) = claims("The storm killed [47 people](https://x.com/dorapike/status/1234567890) in March 2024.")
    assert claim.social == "X"
    (claim,) = claims(
        "The storm killed [47](https://x.com/dorapike/status/1234567890) people,"
        " [as counted](https://coroner.gov.uk) in March 2024."
    )
    assert claim.social == ""


@pytest.mark.parametrize(
    "text",
    [
        "The [harbour's page](https://x.com/normouth) had more than 47,000 followers in March 2024.",
        "A [clip of the lock](https://www.youtube.com/watch?v=abc) shows it. The works cost 47 million dollars in 2024.",
        "The [office](https://newsroom.fb.com/news/2024/03/x) of the firm employed 47,000 people in March 2024.",
    ],
)
def test_no_post_is_blamed_for_what_it_does_not_carry(text: str) -> None:
    assert [claim.social for claim in claims(text)] == [""]


@pytest.mark.parametrize("path", ["README.md", "CHANGELOG.md", "docs/install.md", "reference.md"])
def test_other_kinds_of_pages_need_a_far_higher_score(path: str) -> None:
    plain = "The wall was 38 percent longer in 2019."
    assert claims(plain)
    assert claims(plain, path=path) == []


def test_a_document_in_another_language_has_no_claims() -> None:
    german = "---\nlang: de\n---\n\nDie Behörde hatte 2019 in Norland 12.400 Leute, davon waren 38 percent Frauen."
    assert claims(german) == []


def test_statements_of_fact_score_above_wishes_and_questions() -> None:
    fact = scored(FIGURE)
    assert fact > scored("I believe that we should all love this beautiful harbour.")
    assert fact > scored("Why would anybody want to leave?")
    assert fact > scored("The harbour is quiet.")


def test_every_sentence_is_listed_on_request() -> None:
    document = read_text("# Wall\n\nIs it safe? It is. " + FIGURE + "\n\n> Go away.\n", "markdown", "a.md")
    listed = extract(document, TABLES, all_claims=True).claims
    assert [document.source[claim.start : claim.end] for claim in listed] == [
        "Wall", "Is it safe?", "It is.", FIGURE, "Go away.",
    ]  # fmt: skip


@given(
    st.lists(st.sampled_from(["\r\n", "\ufeff", "\t", "𝒜", "&amp;", "**", " ", ".", "“", "\n\n", FIGURE, "- ", "> "]))
)
def test_places_are_what_they_claim_to_be(parts: list[str]) -> None:
    document, facts = read("".join(parts))
    for claim in facts.claims:
        assert 0 <= claim.start < claim.end <= len(document.source)
        assert "harbour" in document.source[claim.start : claim.end]
        for source in claim.sources:
            assert 0 <= source.start <= source.end <= len(document.source)


def test_the_place_of_a_claim_is_its_sentence() -> None:
    document, facts = read(f"\ufeffIt&nbsp;rained.\r\n\r\n- A 𝒜 wall fell. {FIGURE} It rained.\r\n")
    (claim,) = facts.claims
    assert document.source[claim.start : claim.end] == FIGURE


@pytest.mark.parametrize(
    "introduction",
    [
        "The [yearly count](https://harbour.co.uk/count) is out.\n\nThe main figures:",
        "Here is what the port authority found:",
        "The report of the port authority came out in May.\n\n## The main figures",
    ],
)
def test_the_items_of_a_list_rest_on_what_introduces_it(introduction: str) -> None:
    items = "".join(
        f"* The wall of {town} held back 12,400 tonnes of water in 2019.\n" for town in ("Pike", "Tern", "Eel")
    )
    assert all(claim.sources for claim in claims(f"{introduction}\n\n{items}"))


def test_a_list_that_nothing_introduces_has_no_source() -> None:
    found = claims("The wall is old.\n\n* The wall of Pike held back 12,400 tonnes of water in 2019.\n")
    assert [claim.sources for claim in found] == [()]


def test_what_stands_in_code_states_nothing() -> None:
    _, facts = read("Type `in 2019 the wall cost 40 million pounds, more than any other` to see it.\n")
    assert facts.claims == ()


def test_a_phrase_in_code_hides_nobody() -> None:
    _, facts = read("It prints `many people say that it fell last year` at the end.\n")
    assert facts.phrases == ()
