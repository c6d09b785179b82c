"""Both wordings of a quotation: what differs is marked on either side, and nothing else is claimed of the source."""

import pytest

import provlint.text.differing as differing
from provlint.model.matches import Match
from provlint.page.article import read_page
from provlint.verify.source import SourceIndex
from provlint.verify.verify import Source


def match(quotation: str, page: str) -> Match:
    return Source(SourceIndex(read_page(page))).verify(quotation)


@pytest.mark.parametrize(
    ("quotation", "page", "quoted", "source"),
    [
        (
            "The lock will never be closed before the second of May, they say",
            "The lock will not be closed before the third of May, they say",
            "The lock will ⟨never⟩ be closed before the ⟨second⟩ of May, they say",
            "The lock will ⟨not⟩ be closed before the ⟨third⟩ of May, they say",
        ),
        ("The lock will be closed at noon", "The lock will not be closed at noon", "The lock will ⟨⟩ be closed at noon",
         "The lock will ⟨not⟩ be closed at noon"),
        ("The lock will be closed for good at noon", "The lock will be closed at noon",
         "The lock will be closed ⟨for good⟩ at noon", "The lock will be closed ⟨⟩ at noon"),
        ("[The keeper] will close the lock at noon", "He will close the lock at noon",
         "⟨[The keeper]⟩ will close the lock at noon", "⟨He⟩ will close the lock at noon"),
        ("The old lock will be closed at noon", "The old lock will be closed at noon, unless it rains.",
         "The old lock will be closed at noon ⟨⟩", "The old lock will be closed at noon ⟨unless it rains⟩"),
    ],
)  # fmt: skip
def test_every_difference_is_marked_on_both_sides(quotation: str, page: str, quoted: str, source: str) -> None:
    assert differing.both_wordings(quotation, match(quotation, f"<p>{page}</p>")) == (quoted, source)


def test_parts_in_another_order_are_shown_as_they_stand() -> None:
    page = "<p>We will pay for the lock, he said. Nobody asked. The lock is old and leaks at every gate.</p>"
    said = "The lock is old and leaks at every gate … We will pay for the lock"
    quoted, source = differing.both_wordings(said, match(said, page))
    assert quoted == "The lock is old and leaks at every gate ⟨…⟩ We will pay for the lock"
    assert source.index("pay for the lock") < source.index("leaks at every gate")


def test_two_differences_far_apart_leave_out_what_lies_between() -> None:
    middle = "and the water stood at the third step of the stair for nine days and nine nights, people said, and more"
    said, page = (f"The lock {word} {middle} {word} again" for word in ("fell", "broke"))
    quoted, source = differing.both_wordings(said, match(said, f"<p>{page}</p>"))
    assert quoted.count("⟨fell⟩") == source.count("⟨broke⟩") == 2
    assert "…" in quoted
    assert len(quoted) < len(said)
