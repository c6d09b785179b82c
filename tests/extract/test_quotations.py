"""Who said what: kinds, groups, places, names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.documents import read
from tests.extract.speech import FINDER, prose, quoted, said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The tide is out,” Ann Pike said.", "Ann Pike"),
        ("“The tide is out,” said Ann Pike, 41, who keeps the lock.", "Ann Pike"),
        ("“The tide is out,” said the harbour master.", "the harbour master"),
        ("“The tide is out,” she told reporters on Monday.", "she"),
        ("“Is the tide out?” Ann Pike asked.", "Ann Pike"),
        ("“The tide is out,” Ann Pike, a fellow at the Tidal Institute, said.", "Ann Pike"),
        ("“The tide is out,” according to the harbour office.", "the harbour office"),
        ("Ann Pike said, “The tide is out.”", "Ann Pike"),
        ("Ann Pike, the mayor, told the council: “The tide is out.”", "Ann Pike"),
        ("In Dover on Monday, Ann Pike has repeatedly said that “the tide is out.”", "Ann Pike"),
        ("Pike called the plan “a bad joke” on the town.", "Pike"),
        ("The plan was described by Ann Pike as “a bad joke on the town.”", "Ann Pike"),
        ("Ann Pike shook her head, adding: “The tide is out.”", "Ann Pike"),
        ("Pike opposed the plan and called it “a bad joke.”", "Pike"),
        ("“The tide is out.” — Ann Pike", "Ann Pike"),
        ("ANN PIKE: “The tide is out.”", "ANN PIKE"),
        ("“Our tide is out,” Pike’s brother Tom told the Courier.", "Pike’s brother Tom"),
        ("Pike, who called the plan “a bad joke,” left early.", "who"),
        ("Nobody knew. Said Ann Pike, “The tide is out.”", "Ann Pike"),
        ("Here it is as told by the pilot Ann Pike: “The tide is out.”", "the pilot Ann Pike"),
    ],
)
def test_the_speaker_is_found_where_the_sentence_names_one(text: str, speaker: str) -> None:
    assert [name for _, name in said(text)] == [speaker]


def test_an_interrupted_utterance_is_one_group_with_one_speaker() -> None:
    first, second = quoted("“The tide,” Ann Pike said, “is out.”")
    assert first.group == second.group
    assert first.speaker == second.speaker
    assert (first.kind, second.kind) == ("direct", "direct")


def test_a_clause_that_ends_in_a_comma_hands_back_to_its_speaker() -> None:
    first, second = quoted("“The tide is out” said Ann Pike, keeper of the lock, “It will be back by noon.”")
    assert (first.group, first.speaker) == (second.group, second.speaker)


def test_running_text_between_marks_is_no_term_where_little_is_quoted() -> None:
    (one,) = quoted(
        "The lock is a “passage of stone that lets boats of any size pass by night. It closes when the tide is out.”"
    )
    assert (one.kind, one.speaker) == ("partial", None)


def test_the_next_sentence_goes_on_with_the_same_speaker() -> None:
    first, second = quoted("“The tide is out,” Ann Pike said. “It will be back.”")
    assert (first.group, first.speaker) == (second.group, second.speaker)


def test_a_quotation_reopened_in_the_next_paragraph_goes_on() -> None:
    first, second = quoted("“The tide is out,” Ann Pike said. “It will be back\n\n“by noon.”")[1:]
    assert not first.closed
    assert second.group == first.group
    assert second.speaker is not None
    assert second.speaker.text == "Ann Pike"


def test_a_paragraph_that_ends_in_a_colon_introduces_the_next() -> None:
    assert said("Ann Pike wrote to the council:\n\n“The tide is out. We cannot wait.”") == [
        ("The tide is out. We cannot wait.", "Ann Pike")
    ]


def test_two_speakers_in_a_paragraph_keep_their_words() -> None:
    text = "“It is out,” said Ann Pike. “It is not,” said Tom Lowe, while Jo Marsh called both “too sure of it.”"
    assert [name for _, name in said(text)] == ["Ann Pike", "Tom Lowe", "Jo Marsh"]


def test_the_name_in_the_line_below_signs_a_quotation() -> None:
    assert said("“The tide is out, and the boats lie dry.”\n\n— Ann Pike, pilot") == [
        ("The tide is out, and the boats lie dry.", "Ann Pike")
    ]


def test_the_turns_of_a_transcript_are_their_speakers_words() -> None:
    text = "PIKE: Is it out?\n\nLOWE: It is.\n\nPIKE: Since when?\n\nLOWE: Since noon."
    assert said(text) == [("Is it out?", "PIKE"), ("It is.", "LOWE"), ("Since when?", "PIKE"), ("Since noon.", "LOWE")]
    assert said("Note: It is out.\n\nTip: Wait.\n\nNote: Go.\n\nTip: Come.") == []


def test_nobody_is_named_for_a_passive_without_an_agent() -> None:
    assert said("The plan was called “a very bad joke indeed” last week.") in ([], [("a very bad joke indeed", "")])


@pytest.mark.parametrize(
    "text",
    [
        "She sang in the musical “Harbour Nights” for a year.",
        "The word “tide” is older than the harbour.",
        "A ship called “Morning Star” lay in the bay.",
        "They met on CBN’s “Sea Hour” in May.",
        "The lock keeper (“schleuser”) is paid by the town.",
        "It was one of those “smart” locks.",
        "You may call it “the lock of the north” if you like.",
    ],
)
def test_names_titles_and_words_as_words_are_terms(text: str) -> None:
    assert [one.kind for one in quoted(text)] == ["term"]


def test_a_term_has_neither_speaker_nor_sources() -> None:
    (term,) = quoted("The word “tide” is older than the [harbour](https://harbour.co.uk/).", "markdown")
    assert (term.kind, term.speaker, term.cue, term.sources) == ("term", None, None, ())


def test_a_phrase_in_the_writers_sentence_is_partial() -> None:
    assert [one.kind for one in quoted("Ann Pike said the lock was “older than the town.”")] == ["partial"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Pike came. “The tide is out,” Pike said.", "Ann Pike"),
        ("Mayor Ann Pike came late. “The tide is out,” she said.", "Ann Pike"),
        ("Ms. Pike and Mr. Tom Lowe came. Then Ann Pike left. “The tide is out,” he said.", "Tom Lowe"),
        ("Pike, who called the plan “a bad joke,” left. Ann Pike is the mayor.", "Ann Pike"),
    ],
)
def test_the_speaker_has_the_fullest_name_of_the_document(text: str, name: str) -> None:
    (one,) = [one for one in quoted(text) if one.kind != "term"]
    assert one.speaker is not None
    assert one.speaker.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The tide is out,” said the harbour's keeper, Ann Pike. “It will be back.”", "Ann Pike"),
        ("The Minister of Tides, Ann Pike, said: “The tide is out.”", "Ann Pike"),
        ("A harbour spokesman, Sgt. Tom Lowe, said: “The tide is out.”", "Tom Lowe"),
        ("„Das Wasser ist weg und kommt nicht wieder“, so die Sprecherin Ann Pike.", "Ann Pike"),
        ("The School of Tides. The Minister of Tides said: “The tide is out.”", "Tides"),
        ("The sheriff of Kings County, New Mexico, said: “The tide is out.”", "Kings County"),
        ("The harbour, Ann Pike said, is “older than the town.”", "Ann Pike"),
        ("Laut Hafenamt ist das Wasser „auf dem Weg nach Hause“.", "Hafenamt"),
    ],
)
def test_a_role_has_the_name_that_stands_beside_it_and_none_of_what_it_is_of(text: str, name: str) -> None:
    one = next(one for one in quoted(text) if one.kind != "term")
    assert one.speaker is not None
    assert one.speaker.name == name


def test_a_role_of_a_council_with_a_name_is_a_person() -> None:
    kinds = [
        one.speaker.kind
        for name in ("council leader Ann Pike", "the research group True North", "the harbour council")
        for one in quoted(f"“The tide is out,” {name} said.")
        if one.speaker
    ]
    assert kinds == ["named", "organisation", "organisation"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The tide is out,” said Ann Pike.", "named"),
        ("“The tide is out,” she said.", "pronoun"),
        ("“The tide is out,” said two officials.", "anonymous"),
        ("“The tide is out,” said the Harbour Ministry.", "organisation"),
        ("“The tide is out,” said the ambassador.", "common"),
    ],
)
def test_the_kind_of_speaker_is_told(text: str, kind: str) -> None:
    (one,) = quoted(text)
    assert one.speaker is not None
    assert one.speaker.kind == kind


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Das Wasser ist weg und kommt nicht wieder“, sagte der Bürgermeister.", "der Bürgermeister"),
        ("Der Bürgermeister sagte: „Das Wasser ist weg und kommt nicht wieder.“", "Der Bürgermeister"),
        ("« La mer est basse et le port est vide », a déclaré Anne Duval, la maire de la ville.", "Anne Duval"),
        ("«El mar está bajo y el puerto vacío», dijo Ana Ruiz, la alcaldesa de la ciudad.", "Ana Ruiz"),
    ],
)
def test_cues_of_other_languages_are_known(text: str, speaker: str) -> None:
    assert [name for _, name in said(text)] == [speaker]


def test_a_block_quotation_is_one_and_whoever_signs_it_speaks() -> None:
    (block,) = quoted("> The tide is out, and the boats lie dry.\n>\n> — Ann Pike\n", "markdown")
    assert block.kind == "block"
    assert block.speaker is not None
    assert (block.speaker.name, block.speaker.kind) == ("Ann Pike", "author")


def test_a_name_behind_the_closing_mark_signs_a_block_quotation() -> None:
    for line in ("“The tide waits for nobody.” Ann Pike", "“The tide waits for nobody.” ~ Ann Pike, pilot"):
        block = quoted(f"> {line}\n", "markdown")[0]
        assert block.speaker is not None
        assert (block.kind, block.speaker.name) == ("block", "Ann Pike")


@given(st.text(alphabet="Aab .,:'\"“”‘’\n", max_size=120))
def test_places_hold_what_they_say_for_any_text(text: str) -> None:
    document = prose(text)
    spoken = FINDER.speech(document)
    for one in spoken.quotations:
        assert document.source[one.start : one.end] == one.plain
        if one.speaker:
            assert document.source[one.speaker.start : one.speaker.end] == one.speaker.text
        if one.cue:
            assert document.source[one.cue.start : one.cue.end] == one.cue.text


def test_places_hold_in_markdown_with_entities_and_line_ends() -> None:
    text = "\r\n&#8220;The *tide* is out,&#8221; Ann Pike said.\r\n"
    (one,) = quoted(text, "markdown")
    assert text[one.start : one.end] == "The *tide* is out,"
    assert one.plain == "The tide is out,"
    assert one.speaker is not None
    assert text[one.speaker.start : one.speaker.end] == "Ann Pike"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In the words of Ann Pike, “the lock is a ruin of our own making.”", "Ann Pike"),
        ("The post, in the words of Norbook, is a “rich canvas for creative people and more.”", "Norbook"),
        ("The lock is, in Ann Pike’s words, “a ruin of our own making.”", "Ann Pike’s"),
        ("The lock is “a ruin of our own making,” as Ann Pike once put it.", "Ann Pike"),
        ("As she puts it, “the lock is a ruin of our own making.”", "she"),
        ("“A better way to tell a story.” This is how Jared Bell describes the lock.", "Jared Bell"),
        ("The lock is a machine of stone, said Powell. “When we open it, the sea comes in.”", "Powell"),
        ("The lock is a machine of stone, Powell said. “When we open it, the sea comes in.”", "Powell"),
    ],
)
def test_words_are_given_to_somebody_in_other_ways_too(text: str, speaker: str) -> None:
    assert [name for _, name in said(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "With that said, let us begin with the “Harbour King” of the north.",
        "They may choose from a list (e.g., “Call the lock keeper. Wait for the tide.”) on the wall.",
        "Example: “Tell me if someone opens the lock”",
        "He wrote “The Long Way Home” (2014) in Dover.",
        'The answer holds "name": "The lock was built by the town."',
    ],
)
def test_examples_titles_and_data_quote_nobody(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Locks that are “most used by the public” (section 3(b) of the Act) come first.",
        "The lock can be seen as “the slow machine of the town” (p. 21), as it lets boats in.",
        "The lock is “a long and tired piece of stone” (Pike 2012, p. 4) in the harbour.",
        "The lock is “a long and tired piece of stone” [4] in the harbour.",
    ],
)
def test_a_phrase_whose_place_is_given_is_quoted(text: str) -> None:
    (one,) = quoted(text)
    assert (one.kind, one.speaker) == ("partial", None)


def test_a_phrase_with_a_footnote_is_quoted_and_a_title_with_one_is_not() -> None:
    note = "\n\n[^1]: Pike, The Lock.\n"
    (one,) = read(f"It can be seen as “the slow machine of the town”[^1] by the sea.{note}")[1].quotations
    assert (one.kind, one.speaker, [source.kind for source in one.sources]) == ("partial", None, ["footnote"])
    (one,) = read(f"The “Great Survey of the Locks”[^1] lists it.{note}")[1].quotations
    assert one.kind == "term"


def test_a_name_ends_before_what_hangs_on_it() -> None:
    (one,) = quoted("As Ann Marie Pike from the Harbour Office said, “The tide is out.”")
    assert one.speaker is not None
    assert one.speaker.name == "Ann Marie Pike"


def test_a_form_that_is_filled_in_is_no_transcript() -> None:
    form = "**Stage:** Best for a start.\n\n**Duration:** Two to four weeks.\n\n"
    assert quoted(form * 3, "markdown") == []
    talk = "**Ann:** Did you see the tide?\n\n**Bob:** It was low.\n\n"
    assert len(quoted(talk * 3, "markdown")) == 6


def test_an_owner_is_no_part_of_a_name() -> None:
    (one,) = quoted("“The tide is out,” said the Harbour Office’s Ann Marie Pike.")
    assert one.speaker is not None
    assert one.speaker.name == "Ann Marie Pike"
