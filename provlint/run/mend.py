"""Findings with fixes → what becomes of each document: its new bytes, the difference, and what was left as it is."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from provlint.fix.diff import patch
from provlint.fix.edits import Piece, Places, apart, cut_in, joined, pieces
from provlint.fix.settle import Change, allowance, settle
from provlint.fix.shape import Reading
from provlint.model.document import Document
from provlint.model.findings import Finding, Fix
from provlint.model.settings import Settings
from provlint.read.decode import load
from provlint.read.encode import encode, encoding_of
from provlint.read.files import format_of
from provlint.read.reader import read_bytes, read_text
from provlint.rulebook.book import load as load_rulebook
from provlint.run.benches import workbench
from provlint.run.outcome import Input
from provlint.run.plan import Plan
from provlint.run.work import Workbench
from provlint.tables.tables import open_tables

_MOST_ROUNDS = 10  # a fix may show what the next one is for: a redirector's target has parameters to drop


class Mended(NamedTuple):
    """One document: bytes before and after, the difference, how many findings that answers, what was not done.

    There is no difference to show where the bytes are the same, or Git could not apply it.
    """

    path: str
    was: bytes
    data: bytes
    diff: bytes
    number: int
    problem: str = ""  # why none of it can be written
    notes: tuple[str, ...] = ()


class Mender:
    """What a run needs to mend documents one by one."""

    def __init__(self, settings: Settings, paths: Sequence[str], stdin: Input | None, today: str) -> None:
        tables = open_tables(settings.rule_folders, settings.root, settings.house)
        judging = settings._replace(max_findings_per_rule=0)
        self.settings, self._stdin = settings, stdin
        self.bench = workbench(Plan(judging, load_rulebook(settings), tables, today, paths))

    def mend(self, findings: Iterable[Finding], *, unsafe: bool) -> Iterator[Mended]:
        """What the fixes of these findings make of their documents; one that stays as it is does not come."""
        by_path: dict[str, list[Finding]] = {}
        for finding in findings:
            if finding.fix and (unsafe or finding.fix.safe):
                by_path.setdefault(finding.path, []).append(finding)
        for path, found in by_path.items():
            was, document = self.read(path)
            if document.problem:
                yield Mended(path, was, was, b"", 0, document.detail)
                continue
            parts, count, withheld = _Mending(self.bench, document, found, unsafe).run()
            yield self.result(document, was, parts, count, [_withheld(withheld)] if withheld else [])

    def read(self, path: str) -> tuple[bytes, Document]:
        """The bytes of a document and what they say, as they are now."""
        if self._stdin and path == self._stdin.path:
            return self._stdin.data, read_bytes(self._stdin.data, path, self._stdin.format)
        loaded = load(path, self.settings.max_file_size)
        document = read_bytes(loaded.data, path, format_of(path, self.settings) or "markdown")
        document.problem, document.detail = loaded.problem or document.problem, loaded.detail or document.detail
        return loaded.data, document

    def result(
        self, document: Document, was: bytes, parts: Sequence[Piece], count: int, notes: Sequence[str]
    ) -> Mended:
        """The mended document in the encoding it has."""
        source = document.source
        edits = joined(parts, len(source))
        text = "".join(part if isinstance(part, str) else source[slice(*part)] for part in parts)
        data = encode(text, was)
        if data is None:
            problem = f"its encoding ({document.encoding}) cannot be written back to the letter"
            return Mended(document.path, was, was, b"", 0, problem)
        mark, codec = encoding_of(was)
        # To Git a text of wider units than bytes has no lines that a patch could name.
        wide = codec.startswith(("utf-16", "utf-32"))
        diff = b"" if wide else patch(document.path, source, edits, mark.decode("utf-8"), codec)
        return Mended(document.path, was, data, diff, count, notes=tuple(notes))


class _Mending:
    """The rounds of one document: fixes where something was found, until none is left that holds."""

    def __init__(self, bench: Workbench, document: Document, findings: Sequence[Finding], unsafe: bool) -> None:
        self.bench = bench
        self._unsafe = unsafe
        self._reading = Reading(document, bench.facts(document))
        self._places = {(one.start, one.end) for one in findings}
        self._parts = pieces(document.source)
        self._count = self._withheld = 0
        self._left = allowance(document.source)  # readings

    def run(self) -> tuple[list[Piece], int, int]:
        """The text in pieces, how many findings are mended, how many fixes were withheld in the last round."""
        for _ in range(_MOST_ROUNDS):
            if not self._round():
                break
        return self._parts, self._count, self._withheld

    def _round(self) -> bool:
        fixes = apart(self._fixes())
        if not fixes:
            self._withheld = 0
            return False
        document = self._reading.document
        read = partial(read_again, self.bench, document)
        settled = settle(self._reading, [Change((fix.edits,)) for fix in fixes], read, self._left)
        self._left -= settled.readings
        self._withheld = len(settled.withheld)
        if not settled.made:
            return False
        self._count += len(settled.made)
        self._parts = cut_in(self._parts, settled.edits)
        places = Places(settled.edits)
        self._places = {(places.start(start), places.end(end)) for start, end in self._places}
        self._reading = settled.reading
        return True

    def _fixes(self) -> list[Fix]:
        """The fixes of what is found now where something was found at first."""
        document, facts = self._reading
        return [
            one.fix
            for one in self.bench.findings(document, facts)
            if one.fix and (self._unsafe or one.fix.safe) and (one.start, one.end) in self._places
        ]


def read_again(bench: Workbench, old: Document, source: str) -> Reading:
    """The document that `source` would be in the place of `old`."""
    document = read_text(source, old.format, old.path)
    return Reading(document, bench.facts(document))


def _withheld(count: int) -> str:
    fixes = "1 fix was" if count == 1 else f"{count:,} fixes were"
    return f"{fixes} withheld: the document would read differently elsewhere"
