"""Marks that chat tools leave, and text that only looks like them."""

import pytest

from provlint.model.words import Format
from tests.extract.documents import read


def leftovers(source: str, form: Format = "markdown") -> list[str]:
    document, facts = read(source, form)
    return [document.source[passage.start : passage.end] for passage in facts.passages]


@pytest.mark.parametrize(
    "mark",
    [
        ":contentReference[oaicite:12]{index=12}",
        "[oai_citation:3‡harbour.co.uk](https://harbour.co.uk)",
        "turn0search4turn2news11",
        "citeturn1view0",
        "\ue200cite\ue202turn0search1\ue202turn0search3\ue201",
        "【7†source】",
        "【12:4†minutes.pdf】",
        "[3†L12-L15]",
        "[cite_start]",
        "[cite: 2, 14]",
        "[span_3](start_span)",
        "sandbox:/mnt/data/figures.csv",
        "file-service://file-Ab12Cd",
        '({"attribution":{"attributableIndex":"93-2"}})',
        "grok_card:2",
    ],
)
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_a_mark_of_a_chat_tool_is_found_whole(mark: str, form: Format) -> None:
    found = leftovers(f"The wall fell {mark} in May.", form)
    assert len(found) == 1
    assert found[0].startswith(mark[: len(found[0])])
    assert len(found[0]) >= min(len(mark), len("[oai_citation:3‡harbour.co.uk]"))


def test_a_mark_inside_a_link_is_found() -> None:
    assert leftovers("The [figures](sandbox:/mnt/data/a.csv) are final.") == ["sandbox:/mnt/data/a.csv"]


@pytest.mark.parametrize(
    "source",
    [
        "In turn 0 searches were made; return1 and turn3 are names.",
        "Write `[cite_start]` to begin.",
        "```\nturn0search1\n```",
        "[cite: the minutes] and [1] and [2†]",
        "The dagger † marks the dead.",
        "<!-- turn0search1 -->",
    ],
)
def test_what_only_looks_like_one_is_left_alone(source: str) -> None:
    assert leftovers(source) == []


def test_marks_side_by_side_are_told_apart_and_none_twice() -> None:
    assert leftovers("a【1†source】【2†source】 b :contentReference[oaicite:1]{index=1}", "text") == [
        "【1†source】",
        "【2†source】",
        ":contentReference[oaicite:1]{index=1}",
    ]


def kinds(source: str, form: Format = "markdown") -> list[tuple[str, str, str]]:
    document, facts = read(source, form)
    return [
        (passage.kind, document.source[passage.start : passage.end], passage.evidence) for passage in facts.passages
    ]


@pytest.mark.parametrize(
    ("word", "pair"),
    [
        ("dealwithout", "deal without"),
        ("engineersof", "engineers of"),
        ("performanceand", "performance and"),
        ("thatmany", "that many"),
        ("thatit", "that it"),
        ("ofthe", "of the"),
        ("becausethey", "because they"),
        ("thecouncil", "the council"),
    ],
)
def test_fused_words_are_told_from_their_parts(word: str, pair: str) -> None:
    source = f"The council of the harbour knew that the {word} was to be kept from the boats."
    assert kinds(source) == [("fused-words", word, pair)]


@pytest.mark.parametrize(
    "source",
    [
        "The livestream of the paywall was notwithstanding the smartphone and the wetland of the farmhouse.",
        "The `dealwithout` of the council and the https://harbour.co.uk/dealwithout of the boats.",
        "The dealwithout and the dealwithout and the dealwithout of the council are a kind of deal.",
        "Der Hafen wurde von der dealwithout im Winter gebaut.",
        "The Dealwithout family and the @dealwithout of the council are names of the boats.",
    ],
)
def test_compounds_names_terms_and_code_are_no_fused_words(source: str) -> None:
    assert kinds(source) == []


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("wasn\u00e2\u20ac\u2122t", "’"),
        ("caf\u00c3\u00a9", "é"),
        ("\u00c2\u00a35", "£"),
        ("\u00d0\u0178\u00d1\u20ac\u00d0\u00b8", "При"),
    ],
)
def test_mojibake_says_what_it_stands_for(garbled: str, meant: str) -> None:
    ((kind, _, evidence),) = kinds(f"The harbour {garbled} is closed.")
    assert kind == "mojibake"
    assert f"stands for “{meant}”" in evidence


@pytest.mark.parametrize(
    "words", ["AMANHÃ”", "CAFÉ”", "voilà\u00a0«", "São João", "Ångström", "`caf\u00c3\u00a9`", "Ð is a letter"]
)
def test_letters_with_accents_are_no_mojibake(words: str) -> None:
    assert kinds(f"The harbour “{words} is closed.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Facebook Twitter LinkedIn Email",
        "Comments are closed.",
        "We use cookies on this website; by continuing you accept our settings.",
        "If you have not yet, sign up here.",
    ],
)
def test_furniture_of_a_page(line: str) -> None:
    ((kind, text, _),) = kinds(f"The ferry stops in May, says the council.\n\n{line}\n\nNobody knows why.\n")
    assert (kind, text) == ("furniture", line)


@pytest.mark.parametrize(
    "line",
    [
        "If you have not yet, [sign up here](https://harbour.co.uk/letter).",
        "The council is on Facebook, Twitter and LinkedIn.",
        "The site uses cookies of the kind that bakers sell.",
        "The ferry stops here",
    ],
)
def test_prose_about_pages_is_no_furniture(line: str) -> None:
    assert kinds(f"The ferry stops in May, says the council.\n\n{line}\n\nNobody knows why.\n") == []


LONG = "The council closed the north pier in March after engineers found that the storm had moved the harbour wall by a foot or two."


def test_a_paragraph_that_stands_twice() -> None:
    assert kinds(f"{LONG}\n\nThe ferry stops.\n\n{LONG}\n") == [("doubled", LONG, "the paragraph on line 1")]


@pytest.mark.parametrize(
    "source", [f"{LONG}\n\n> {LONG}\n", "The ferry stops.\n\nThe ferry stops.\n", f"{LONG}\n\n- {LONG}\n"]
)
def test_a_quotation_of_a_paragraph_is_no_double(source: str) -> None:
    assert kinds(source) == []


ARTICLE = (
    "The ferry to the outer islands will stop in May, the harbour council said, for the north pier of the harbour is not safe.",
    "The council closed the north pier in March after engineers found that the storm had moved the harbour wall.",
    "Engineers told the council that the harbour wall can be mended before winter, but the ferry needs a new pier.",
    "The islands have asked the council for a smaller ferry, which could use the pier of the harbour while engineers work.",
)
PROMOTION = (
    "Investors who bought small energy funds last spring doubled their money within weeks. Our analyst reveals seven "
    "stocks with dividends above nine percent that brokers never mention Read More"
)


def test_a_promotion_in_the_middle_of_an_article_is_foreign() -> None:
    source = "\n\n".join((*ARTICLE[:2], PROMOTION, *ARTICLE[2:]))
    assert kinds(source, "text") == [("foreign", PROMOTION, "Read More")]


def test_the_article_s_own_words_and_its_ends_are_not_foreign() -> None:
    own = "The harbour council and engineers say that the ferry and the pier are in the report of the islands Read More"
    assert kinds("\n\n".join((*ARTICLE[:2], own, *ARTICLE[2:])), "text") == []
    assert kinds("\n\n".join((*ARTICLE, PROMOTION)), "text") == []
