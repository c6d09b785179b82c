"""Text → a short sample by which two texts are found alike: the smallest hashes of all their runs of three words.

A bottom-k sketch (Broder, "On the resemblance and containment of documents", 1997; Cohen and Kaplan, "Summarizing data
using bottom-k sketches", 2007): how many of the smallest hashes of both stand in both estimates how alike they are.
"""

from heapq import nsmallest
from itertools import islice
from zlib import crc32

_SIZE = 32
_SHINGLE = 3
_MOST_WORDS = 2_000


def sample(text: str) -> tuple[int, ...]:
    """The sample of `text`: at most 32 numbers of 32 bits, in order; numbers inside the text count for one another.

    Only its first 2,000 words are read. A clock or a counter on a page would make it another page each time, so digits
    are left out.
    """
    words = [word.encode("utf-8", "replace") for word in islice(_words(text), _MOST_WORDS)]
    runs = {crc32(b" ".join(words[at : at + _SHINGLE])) for at in range(max(1, len(words) - _SHINGLE + 1))}
    return tuple(nsmallest(_SIZE, runs)) if words else ()


def likeness(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """How alike two texts are by their samples, 0 to 1; 0 where one has no words."""
    if not first or not second:
        return 0.0
    smallest = sorted({*first, *second})[:_SIZE]
    both = set(first) & set(second)
    return sum(number in both for number in smallest) / len(smallest)


def _words(text: str) -> list[str]:
    return [word for word in text[: _MOST_WORDS * 16].lower().split() if not any(map(str.isdigit, word))]
