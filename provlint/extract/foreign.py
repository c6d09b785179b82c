"""Document → foreign passages: a promotion of something else that stands in the middle of an article.

Two things must come together: words that sell or send away ("… Read More" with no link left), and a break in the
vocabulary, told as in TextTiling (Hearst 1997) by the words a paragraph shares with the text around it.
"""

import re
from collections import Counter

from provlint.extract.wording import Wording
from provlint.model.document import Block, Document
from provlint.model.facts import Excerpt, Passage
from provlint.text.patterns import lazy

_SELLS = lazy(
    r"\b(?:sign up (?:now|today|for (?:our|free))|subscribe (?:now|today|to our)|order (?:now|yours|today)"
    r"|buy (?:now|yours)|free trial|promo(?:tional)? code|coupon|limited[- ]time|money[- ]back|% off|special offer"
    r"|download (?:our|the|your) free|get (?:our|your|the) (?:free|entire|full)|click here to|act now|shop now"
    r"|don[’']t miss (?:out|our))\b",
    re.IGNORECASE,
)
# One of which each of those forms holds, in lower case.
_HINTS = (
    "sign up", "subscribe", "order now", "order yours", "order today", "buy now", "buy yours", "free trial", "our free",
    "the free", "promo", "coupon", "limited time", "limited-time", "money back", "money-back", "% off",
    "special offer", "get our ", "get your ", "get the ", "click here to", "act now", "shop now", "miss out",
    "miss our",
)  # fmt: skip
_TAIL = 200
_WORD = lazy(r"[A-Za-z]{4,}")
_STEM = 6  # letters that stand for a word with its endings
_SHARED = 0.3  # of a foreign paragraph's words at most stand in the text around
_OWN = 0.45  # of a paragraph's own, on average, at least
_FEWEST_WORDS = 12  # different words of content; fewer are no vocabulary
_FEWEST_OTHERS = 8  # of a paragraph it is compared with
_FEWEST_AROUND = 2  # paragraphs of the article before and after
_AROUND = 30  # paragraphs looked at on either side
# Words that every text has.
_COMMON = frozenset((
    "about", "after", "also", "because", "been", "before", "being", "between", "both", "could", "during", "each",
    "even", "first", "from", "have", "into", "just", "last", "like", "made", "make", "many", "more", "most", "much",
    "only", "other", "over", "said", "says", "should", "some", "such", "than", "that", "their", "them", "then",
    "there", "these", "they", "this", "those", "through", "very", "well", "were", "what", "when", "where", "which",
    "while", "will", "with", "would", "year", "years", "your",
))  # fmt: skip


def foreign(document: Document, excerpts: tuple[Excerpt, ...], wording: Wording) -> list[Passage]:
    """The foreign passages, each with the heading that opens it; none where the document is not English.

    `excerpts` tell which paragraphs end in "Read more".
    """
    paragraphs = [index for index, block in enumerate(document.blocks) if block.kind == "paragraph" and block.plain]
    cues = {excerpt.seen_end: excerpt.evidence for excerpt in excerpts if excerpt.cut == "read-more"}
    tails = "\n".join([document.blocks[index].plain[-_TAIL:] for index in paragraphs]).lower()
    hints = [hint for hint in _HINTS if hint in tails]  # of all of them, for few paragraphs hold any
    if not hints and not cues:
        return []
    told = {at: cue for at, index in enumerate(paragraphs) if (cue := _cue(document.blocks[index], cues, hints))}
    suspects = list(told)
    if not suspects or not wording.is_english:
        return []
    vocabularies = [_vocabulary(document.blocks[index].plain) for index in paragraphs]
    found = []
    for at in suspects:
        around = _around(document, paragraphs, at)
        if around is None or not _breaks(vocabularies, around, at):
            continue
        block = document.blocks[paragraphs[at]]
        found.append(Passage("foreign", _opening(document, paragraphs[at], vocabularies, around), block.end, told[at]))
    return found


def _cue(block: Block, read_more: dict[int, str], hints: list[str]) -> str:
    """The last words of a paragraph that sell or send away, with no link left to follow; "" for others."""
    if read_more and (cue := read_more.get(block.end)):
        return cue
    tail = block.plain[-_TAIL:]
    low = tail.lower()
    if not any(map(low.__contains__, hints)) or any(mark.kind == "link" for mark in block.marks):
        return ""
    sells = _SELLS.search(tail)
    return sells[0] if sells else ""


def _around(document: Document, paragraphs: list[int], at: int) -> list[int] | None:
    """The places in `paragraphs` of the article around one, itself left out; None near its ends."""
    blocks = document.blocks
    own = blocks[paragraphs[at]]

    def belongs(place: int) -> bool:
        block = blocks[paragraphs[place]]
        return block.parent == own.parent and block.author == own.author

    before = [place for place in range(max(0, at - _AROUND), at) if belongs(place)]
    after = [place for place in range(at + 1, min(len(paragraphs), at + 1 + _AROUND)) if belongs(place)]
    return before + after if min(len(before), len(after)) >= _FEWEST_AROUND else None


def _breaks(vocabularies: list[frozenset[str]], around: list[int], at: int) -> bool:
    """Whether a paragraph shares few words with the article around it, whose paragraphs share many with each other."""
    counts = Counter(word for place in around for word in vocabularies[place])
    if len(vocabularies[at]) < _FEWEST_WORDS:
        return False
    shared = sum(word in counts for word in vocabularies[at]) / len(vocabularies[at])
    others = [vocabularies[place] for place in around if len(vocabularies[place]) >= _FEWEST_OTHERS]
    if shared > _SHARED or not others:
        return False
    own = sum(sum(counts[word] > 1 for word in words) / len(words) for words in others) / len(others)
    return own >= _OWN and shared <= own / 2


def _opening(document: Document, index: int, vocabularies: list[frozenset[str]], around: list[int]) -> int:
    """Where the passage begins: at a heading above that shares no more with the article."""
    above = document.blocks[index - 1]
    words = _vocabulary(above.plain)
    if above.kind != "heading" or not words:
        return document.blocks[index].start
    known = frozenset[str]().union(*(vocabularies[place] for place in around))
    return above.start if len(words & known) <= len(words) / 2 else document.blocks[index].start


def _vocabulary(plain: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(plain))
    return frozenset(word[:_STEM] for word in words if word not in _COMMON)
