"""The document as its reader understood it: blocks of prose, marked addresses and labels, each at its exact place.

All offsets are Unicode code points into `Document.source`, the decoded text as it stands in the file (a leading
byte-order mark left out, line ends unchanged); ends are exclusive.
"""

from bisect import bisect_left, bisect_right
from functools import cached_property
from io import StringIO
from itertools import accumulate
from typing import NamedTuple

from provlint.model.words import BlockKind, CitationKind, CitationRole, Format, LinkKind, MarkKind, Problem


class Run(NamedTuple):
    """A stretch of rendered words and the source it comes from.

    `at` is its offset in `Block.plain`; it reaches to the next run's `at`. When the rendered and the source stretch are
    equally long they are the same characters, a CR that ends a line being LF; otherwise (an entity, an escape, a line
    end inside a quote) the stretch is one unit and maps as a whole.
    """

    at: int
    start: int
    end: int


class Mark(NamedTuple):
    """Inline markup over `plain[start:end]` of its block (offsets into `Block.plain`, not into the source)."""

    kind: MarkKind
    start: int
    end: int


class Block(NamedTuple):
    """One block at `source[start:end]`; containers (quote, post, excerpt, link-list, loose list-item) precede theirs.

    `plain` is the rendered prose: "" for containers, code, templates and other blocks without prose. `runs` maps it to
    the source; an empty `runs` says that `plain` is `source[start:end]` itself. `parent` is the index of the enclosing
    container in `Document.blocks`, or -1. `level` is a heading's level from 1. `author` and `address` belong to posts,
    comments and pasted articles.
    """

    kind: BlockKind
    start: int
    end: int
    plain: str = ""
    runs: tuple[Run, ...] = ()
    marks: tuple[Mark, ...] = ()
    parent: int = -1
    level: int = 0
    author: str | None = None
    address: str | None = None
    anchor: str = ""  # a heading's explicit id, as `{#id}` gives it

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The source span of `plain[start:end]`."""
        if not self.runs:
            return self.start + start, self.start + end
        return self._locate(start, False), self._locate(end, True)

    def _locate(self, at: int, is_end: bool) -> int:
        runs = self.runs
        # An end offset belongs to the run before it, a start offset to the run it opens.
        index = max(0, bisect_left(runs, (at - is_end + 1,)) - 1)
        run = runs[index]
        length = (runs[index + 1].at if index + 1 < len(runs) else len(self.plain)) - run.at
        if length == run.end - run.start:
            return run.start + min(at - run.at, length)
        return run.end if is_end else run.start


class Target(NamedTuple):
    """An address that markup itself marks as one: a link, an image, a definition, front matter.

    `start:end` is the destination as written (for a `reference`: the label of the use); `url` is that destination after
    entities and backslash escapes; `label` the rendered words that carry it; `outer_start:outer_end` the whole
    construct. `footnote` is true inside a footnote's text.
    """

    kind: LinkKind
    start: int
    end: int
    url: str
    label: str
    outer_start: int
    outer_end: int
    footnote: bool = False


class Label(NamedTuple):
    """A footnote, reference label or citation key, where it is used or defined; `key` is its normal form."""

    kind: CitationKind
    role: CitationRole
    start: int
    end: int
    key: str
    resolved: bool  # a use: something defines it; a definition: it is the first of its key
    used: bool = True  # a definition: something uses it


class Metadata(NamedTuple):
    """What the document says of itself; `date` is ISO 8601 or None, `date_from` names the field it was found in.

    `bibliography` names the files of citation keys as the front matter does.
    """

    title: str | None = None
    date: str | None = None
    date_from: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    bibliography: tuple[str, ...] = ()


NO_METADATA = Metadata()
_STEP = 1024  # code points


class Document:
    """A read document; immutable by convention and small to pickle."""

    def __init__(
        self,
        path: str,
        format: Format,
        source: str,
        *,
        blocks: tuple[Block, ...] = (),
        targets: tuple[Target, ...] = (),
        labels: tuple[Label, ...] = (),
        regions: tuple[tuple[int, int], ...] = (),
        comments: tuple[tuple[int, int], ...] = (),
        notes: tuple[tuple[int, int], ...] = (),
        metadata: Metadata = NO_METADATA,
        problem: Problem = "",
        detail: str = "",
        encoding: str = "utf-8",
    ) -> None:
        self.path = path
        self.format = format
        self.source = source
        self.blocks = blocks
        self.targets = targets
        self.labels = labels
        #: Sorted, disjoint source spans of running text in which an address may stand bare: no markup's destination,
        #: label of a link, code, comment, math, template or tag lies in them.
        self.regions = regions
        #: Source spans of the *content* of comments, where suppressions may stand.
        self.comments = comments
        #: Source spans of footnote definitions: a bare address inside one is a link of kind "footnote".
        self.notes = notes
        self.metadata = metadata
        self.problem = problem
        self.detail = detail
        self.encoding = encoding

    @cached_property
    def block_starts(self) -> list[int]:
        """The offset at which each block starts; containers share theirs with what they begin with."""
        return [block.start for block in self.blocks]

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts; lines end at LF, CRLF and CR only."""
        # Lines of such a stream end at LF, CRLF and CR only, unlike those of `str.splitlines`.
        starts = list(accumulate(map(len, StringIO(self.source, newline="")), initial=0))
        if len(starts) > 1 and self.source[-1] not in "\r\n":
            starts.pop()
        return starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, columns in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def utf8_column(self, offset: int) -> int:
        """The column of an offset, from 1, in bytes of UTF-8; the time it takes does not grow with the line."""
        line_start = self.line_starts[bisect_right(self.line_starts, offset) - 1]
        if self.source.isascii():
            return offset - line_start + 1
        return self._utf8_offset(offset) - self._utf8_offset(line_start) + 1

    def _utf8_offset(self, offset: int) -> int:
        step = offset // _STEP
        return self._utf8_steps[step] + _utf8_length(self.source[step * _STEP : offset])

    @cached_property
    def _utf8_steps(self) -> list[int]:
        """How many bytes stand before every `_STEP`th code point."""
        pieces = (self.source[start : start + _STEP] for start in range(0, len(self.source), _STEP))
        return list(accumulate(map(_utf8_length, pieces), initial=0))


def _utf8_length(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
