"""Block quotations, pasted posts and articles → quotations as a whole: the words of whoever wrote them."""

from collections.abc import Sequence
from typing import NamedTuple

from provlint.extract.quotations.alterations import NOTHING, alterations
from provlint.extract.quotations.scopes import Scopes
from provlint.model.document import Block, Document
from provlint.model.facts import Quotation, Speaker
from provlint.model.words import QuotationKind, SpeakerClue
from provlint.text.patterns import lazy

_KINDS: dict[str, QuotationKind] = {"quote": "block", "post": "excerpt", "excerpt": "excerpt"}
_LONGEST_SIGNATURE = 120  # characters
_SIGNED = lazy(r"\s*(?:--?|[–—―~])\s*(?P<name>[^\W\d_a-z][^\n“”\"—―:;,(]{1,60}?)\s*(?:[,(][^\n]{0,80})?\.?\s*\Z")
#: The name behind the closing mark, with or without a dash: a quotation at the head of a text is often signed so.
_SIGNED_BEHIND = lazy(
    r"[”\"»’]\s*(?:--?|[–—―~])?\s*(?P<name>[^\W\d_a-z][\w.’'-]*+(?: [^\W\d_a-z][\w.’'-]*+){1,4})"
    r"\s*(?:,[^\n]{0,80})?\.?\s*\Z"
)
_SIGNED_WITHIN = 200  # characters at the end of a block that are looked through for it


class Container(NamedTuple):
    """A block that holds words of somebody else: its index, and those of the blocks of prose inside."""

    number: int  # of the block in `Document.blocks`
    inside: tuple[int, ...]


def containers(document: Document) -> list[Container]:
    """The outermost block quotations, posts and pasted articles of a document, in order."""
    blocks = document.blocks
    holder = [-1] * len(blocks)
    inside: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        outer = holder[block.parent] if block.parent >= 0 else -1
        if outer < 0 and block.kind in _KINDS:
            outer = index
            inside[index] = []
        holder[index] = outer
        if outer >= 0 and block.plain:
            inside[outer].append(index)
    return [Container(index, tuple(held)) for index, held in inside.items() if held and not _is_signature(blocks, held)]


def _is_signature(blocks: Sequence[Block], held: Sequence[int]) -> bool:
    """Whether a quoted block holds nothing but the name under another."""
    return len(held) == 1 and signed_by(blocks[held[0]]) is not None


def held(document: Document, container: Container, scopes: Scopes) -> Quotation:
    """The container as one quotation; its writer is its speaker, of a block quotation whoever signs it."""
    blocks = document.blocks
    block = blocks[container.number]
    last = blocks[container.inside[-1]]
    plain = "\n".join(blocks[index].plain for index in container.inside)
    speaker = _author(document, block) if block.author else _signed(last)
    sources = scopes.around(container.inside[-1], block.start, block.end) or scopes.above(container.number)
    clue: SpeakerClue = "author" if block.author else "signature" if speaker else "none"
    kind, group = _KINDS[block.kind], -container.number - 1
    changed = alterations(plain) if kind == "block" else NOTHING
    return Quotation(
        kind, block.start, block.end, plain, group, speaker, sources=sources, clue=clue, alterations=changed
    )


def _author(document: Document, block: Block) -> Speaker | None:
    name = block.author or ""
    at = document.source.find(name, block.start, block.end)
    start, end = (at, at + len(name)) if at >= 0 else (block.start, block.start)
    return Speaker(name, start, end, "author", name)


def signed_by(block: Block) -> tuple[int, int] | None:
    """Where the name stands in a line that is nothing but a signature, "— Ann Lee"; None for another line."""
    found = _SIGNED.match(block.plain) if len(block.plain) <= _LONGEST_SIGNATURE else None
    return found.span("name") if found else None


def _signed(last: Block) -> Speaker | None:
    """The name under a block quotation: "— Ann Lee"."""
    line = last.plain.rfind("\n") + 1
    found = _SIGNED.match(last.plain, line) or _SIGNED_BEHIND.search(
        last.plain, max(line, len(last.plain) - _SIGNED_WITHIN)
    )
    if found is None or not found["name"]:
        return None
    return Speaker(found["name"], *last.place(*found.span("name")), "author", found["name"])
