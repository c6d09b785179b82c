"""Text → a short sample by which two texts are found alike: the smallest hashes of all their runs of three words.

A bottom-k sketch (Broder, "On the resemblance and containment of documents", 1997; Cohen and Kaplan, "Summarizing data
using bottom-k sketches", 2007): how many of the smallest hashes of both stand in both estimates how alike they are.
"""

import re
from heapq import nsmallest
from zlib import crc32

_SIZE = 32
_SHINGLE = 3
_MOST_WORDS = 1_000
_LONG_WORD = 16  # letters, with what stands between it and the next
_WORD = re.compile(r"[^\W\d_]++")
_EVERY = 3  # one word in so many begins a run that counts, wherever it stands


def sample(text: str) -> tuple[int, ...]:
    """The sample of `text`: at most 32 numbers of 32 bits, in order; numbers inside the text count for one another.

    Only its first 1,000 words are read. A clock or a counter on a page would make it another page each time, so digits
    are left out.
    """
    words = _WORD.findall(text[: _MOST_WORDS * _LONG_WORD].lower())[:_MOST_WORDS]
    if not words:
        return ()
    chosen = {word for word in set(words) if not crc32(word.encode("utf-8", "replace")) % _EVERY}
    runs = {
        crc32(" ".join(words[at : at + _SHINGLE]).encode("utf-8", "replace"))
        for at, word in enumerate(words)
        if word in chosen
    }
    return tuple(nsmallest(_SIZE, runs))


def likeness(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    """How alike two texts are by their samples, 0 to 1; 0 where one has no words."""
    if not first or not second:
        return 0.0
    smallest = sorted({*first, *second})[:_SIZE]
    both = set(first) & set(second)
    return sum(number in both for number in smallest) / len(smallest)
