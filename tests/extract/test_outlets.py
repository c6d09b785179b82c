from hypothesis import given
from hypothesis import strategies as st

from provlint.extract.document import Extractor
from provlint.model.facts import Mention
from provlint.read.reader import read_text
from provlint.tables.tables import open_tables

EXTRACTOR = Extractor(open_tables(()))


def mentions(text: str, format: str = "markdown") -> list[Mention]:
    return list(EXTRACTOR.facts(read_text(text, format, "a")).outlets)  # type: ignore[arg-type]


def named(text: str, format: str = "markdown") -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.name) for one in mentions(text, format)]


def test_a_full_name_needs_no_sign() -> None:
    assert named("The pier closed, as the Miami Herald had it.") == [("Miami Herald", "Miami Herald")]


def test_the_longest_name_wins() -> None:
    assert [name for _, name in named("The Wall Street Journal and The Washington Post differ.")] == [
        "The Wall Street Journal",
        "The Washington Post",
    ]


def test_a_short_name_stands_for_the_full_one_before_it() -> None:
    text = "The Washington Post saw the minutes. Two clerks spoke to the Post on Friday."
    assert named(text) == [("The Washington Post", "The Washington Post"), ("Post", "The Washington Post")]


def test_a_short_name_with_nothing_before_it_is_a_word() -> None:
    assert named("The old pier has a wooden Post on Friday.") == []


def test_a_name_in_a_longer_name_is_another_name() -> None:
    assert named("She told the Post Office Workers that the pier was shut.") == []


def test_a_word_needs_a_sign() -> None:
    assert named("The mayor told Dawn that the wall would hold.") == [("Dawn", "Dawn")]
    assert named("The wall fell before Dawn had come.") == []
    assert named("Time heals no walls.") == []
    assert named("Last week Time magazine put the wall on its cover.") == [("Time magazine", "Time")]


def test_a_person_is_no_outlet() -> None:
    assert named("Mara Forbes reported the theft of her bicycle.") == []


def test_a_possessive_belongs_to_the_sentence() -> None:
    assert named("Reuters' and CNN's crews waited.") == [("Reuters", "Reuters"), ("CNN", "CNN")]
    assert named("CNN\u2019s crew waited.") == [("CNN", "CNN")]


def test_domains_and_handles_are_names() -> None:
    assert named("The claim stood on Dawn.com for an hour.") == [("Dawn.com", "Dawn")]
    assert named("Follow @BBCWorld for more.", "text") == [("@BBCWorld", "BBC News")]


def test_an_address_is_no_prose() -> None:
    assert named("See https://www.nytimes.com/Reuters/CNN for the file.") == []


def test_datelines_and_credits() -> None:
    assert named("KARACHI (Reuters) - The wall fell.") == [("Reuters", "Reuters")]
    assert named("Hundreds fled the flood – Bloomberg") == [("Bloomberg", "Bloomberg News")]


def test_letters_that_spell_other_words_are_not_the_outlet() -> None:
    assert named("Read the request for information (RFI) before you answer the RFI.") == []
    assert named("The APP crashed.") == []


def test_a_link_settles_which_of_several_outlets_is_meant() -> None:
    found = mentions("As The Nation reported, [the wall fell](https://nation.com.pk/wall).")
    assert [(one.domains, one.candidates, one.relation) for one in found] == [(("nation.com.pk",), 1, "own")]


def test_what_nothing_settles_is_left_open() -> None:
    (one,) = mentions("As The Nation reported, the wall fell.")
    assert one.candidates > 1
    assert {"nation.com.pk", "thenation.com"} <= set(one.domains)


def test_an_outlet_beside_a_link_to_another() -> None:
    (one,) = mentions("According to the Miami Herald, [the wall fell](https://www.theguardian.com/wall).")
    assert (one.relation, one.linked_outlet, one.linked_domain) == ("other-outlet", "The Guardian", "theguardian.com")


def test_an_agency_on_the_page_of_another_outlet_is_syndication() -> None:
    (one,) = mentions("According to Reuters, [the wall fell](https://www.theguardian.com/wall).")
    assert one.relation == "syndicated"


def test_a_page_about_the_outlet_is_told_apart() -> None:
    (one,) = mentions("The [Miami Herald](https://en.wikipedia.org/wiki/Miami_Herald) is a newspaper.")
    assert one.relation == "about"


@given(st.lists(st.sampled_from(
    ["CNN", "the Miami Herald", "The Washington Post", "Post", "told Dawn", "\r\n", "&amp;", "\u2019s", "*", "é",
     "\U0001f600", "(Reuters)", "@BBCWorld", "Dawn.com", "[x](https://cnn.com)", ",", "\t", "- ", "> ", "\n\n", "The", "of"]
), max_size=30))  # fmt: skip
def test_places_cover_what_they_name(parts: list[str]) -> None:
    text = " ".join(parts)
    document = read_text(text, "markdown", "a")
    last = -1
    for one in EXTRACTOR.facts(document).outlets:
        assert 0 <= one.start < one.end <= len(document.source)
        assert one.start >= last
        last = one.start
        words = document.source[one.start : one.end]
        assert words == words.strip()
        assert any(word in words for word in ("CNN", "Herald", "Post", "Dawn", "Reuters", "@BBCWorld"))


@given(st.text(alphabet="AaTtbeoslPNwy .@'\u2019-()\n&;[]*", max_size=300))
def test_any_text_is_read(text: str) -> None:
    for one in mentions(text):
        assert text[one.start : one.end].strip()
