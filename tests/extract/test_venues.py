"""Where words were said or written, and who passed them on."""

import pytest

from tests.extract.speech import quoted


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("“The wall will fall,” Ann Harbour told the Estuary Gazette.", "the Estuary Gazette"),
        ("In March, Ann Harbour told Dora Pike of Radio Coast: “The wall will fall.”", "Dora Pike of Radio Coast"),
        ('Speaking to a local channel "The Pier", Ann Harbour said that “the wall will fall”.', "The Pier"),
        ("In a letter of 3 May 2024, Ann Harbour wrote that “the wall will fall”.", "a letter of 3 May 2024"),
        ("“The wall will fall,” Ann Harbour told the council.", ""),
        ("She reads the Estuary Gazette. “The wall will fall,” Ann Harbour said.", ""),
    ],
)
def test_the_place_of_words(text: str, venue: str) -> None:
    assert quoted(text)[-1].venue == venue


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("Ann Harbour was quoted by the Estuary Gazette as saying “the wall will fall”.", "the Estuary Gazette"),
        ("The Estuary Gazette quoted Ann Harbour as saying “the wall will fall”.", "The Estuary Gazette"),
        ("Ann Harbour was quoted as saying “the wall will fall”.", "a report that is not named"),
        ("Ann Harbour said that “the wall will fall”.", ""),
    ],
)
def test_who_passed_words_on(text: str, relay: str) -> None:
    assert quoted(text)[0].relay == relay
