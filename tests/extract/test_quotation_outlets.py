"""To which outlet words were said, and who passed them on."""

import pytest

from tests.extract.documents import read


def said(text: str) -> list[tuple[str, str]]:
    _, facts = read(text + "\n")
    return [(quotation.outlet, quotation.relay) for quotation in facts.quotations if quotation.kind != "term"]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("“The wall will fall within days,” Ann Harbour told Reuters on Monday.", "Reuters"),
        ("“The wall will fall within days,” Ann Harbour told Dora Pike of the Miami Herald.", "Miami Herald"),
        ("“The wall will fall within days,” Ann Harbour said in a Fox News interview.", "Fox News"),
        ("In an interview on Monday with CNN, Ann Harbour said: “The wall will fall within days.”", "CNN"),
        ("“The wall will fall within days,” Ann Harbour wrote in The Guardian.", "The Guardian"),
        ("In an essay in Time magazine, she wrote: “The wall will fall within days.”", "Time"),
        ("“The wall will fall within days,” Ann Harbour said Sunday on CNN.", "CNN"),
        ("Speaking to Al Jazeera, Ann Harbour said “the wall will fall within days”.", "Al Jazeera"),
        ("“The wall will fall within days,” Ann Harbour said. She reads The Guardian.", ""),
        ("“The wall will fall within days,” said Ann Harbour, who told CNN last year that she was ill.", ""),
        ("“The wall will fall within days,” Ann Harbour said after the Reuters article was printed.", ""),
        ("“I told CNN that the wall will fall,” Ann Harbour said.", ""),
    ],
)
def test_the_outlet_words_were_said_to(text: str, outlet: str) -> None:
    assert said(text)[0][0] == outlet


def test_both_parts_of_one_utterance_have_its_outlet() -> None:
    text = "“The wall,” Ann Harbour told Reuters, “will fall within days.”"
    assert [outlet for outlet, _ in said(text)] == ["Reuters", "Reuters"]
