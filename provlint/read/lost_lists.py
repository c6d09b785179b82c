"""Blocks of a Markdown document → the same, with lists of related pages whose addresses were lost in one block.

A pasted page leaves its titles behind under a heading such as "Related posts:", one a paragraph or an item. A list with
a single address in it, printed works and lists of things are left as they are.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from provlint.model.document import Block, Target
from provlint.read.text_forms import is_title
from provlint.text.patterns import lazy

# Only headings under which nothing but links can stand: "Resources" and "References" head other things as well.
_HEADING = lazy(
    r"(?:related|recommended|other|more|recent|latest|popular) (?:links?|articles|posts|stories|coverage|news)"
    r"|related|see also|read (?:also|more|next)|also (?:read|see)|you (?:may|might) also like|more from .{1,40}",
    re.IGNORECASE,
)
_ADDRESS = lazy(r"://|\bwww\.")
_LONGEST_HEADING = 60  # letters
_FEWEST = 3  # entries
_FEWEST_WORDS = 3  # of an entry, on average: a title, not the name of a thing
_ENTRIES = ("paragraph", "list-item")
_ENDS = ("heading", "title", "furniture")


def with_lost_lists(blocks: Sequence[Block], targets: Sequence[Target]) -> list[Block]:
    """The blocks, each lost list of them held by a block of its own."""
    heads = [number for number, block in enumerate(blocks) if _is_heading(block)]
    starts = sorted(target.start for target in targets) if heads else []
    found = [*blocks]
    for head in reversed(heads):  # from behind, so that the numbers before stay what they are
        last = _last(blocks, head + 1, starts)
        if last:
            found = _held(found, head + 1, last)
    return found


def _is_heading(block: Block) -> bool:
    if block.kind not in ("heading", "paragraph") or block.parent >= 0 or len(block.plain) > _LONGEST_HEADING:
        return False
    return _HEADING.fullmatch(block.plain.strip().rstrip(": ")) is not None


def _last(blocks: Sequence[Block], first: int, starts: Sequence[int]) -> int:
    """The number of the block behind the list that begins at `first`, 0 if there is none."""
    last = first
    while last < len(blocks) and _is_entry(blocks[last]):
        last += 1
    entries = blocks[first:last]
    if len(entries) < _FEWEST or (last < len(blocks) and blocks[last].kind not in _ENDS):
        return 0
    if bisect_left(starts, entries[0].start) < bisect_left(starts, entries[-1].end):
        return 0
    words = sum(len(entry.plain.split()) for entry in entries)
    return last if words >= _FEWEST_WORDS * len(entries) else 0


def _is_entry(block: Block) -> bool:
    plain = block.plain.strip()
    if (
        block.kind not in _ENTRIES
        or block.parent >= 0
        or not plain
        or "\n" in plain
        or block.marks
        or _ADDRESS.search(plain)
    ):
        return False
    return is_title(plain, 0, len(plain)) and not plain.endswith(":")


def _held(blocks: list[Block], first: int, last: int) -> list[Block]:
    """The blocks with those from `first` up to, not with, `last` held by a new one, and all later numbers moved on."""
    holder = Block("link-list", blocks[first].start, blocks[last - 1].end)
    inside = [block._replace(parent=first) for block in blocks[first:last]]
    after = [block._replace(parent=block.parent + 1) if block.parent >= first else block for block in blocks[last:]]
    return [*blocks[:first], holder, *inside, *after]
