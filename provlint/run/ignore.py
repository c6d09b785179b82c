"""Findings → what an ignore with a reason for each makes of their documents."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from provlint.fix.edits import Places, cut_in, pieces
from provlint.fix.ignores import placing
from provlint.fix.settle import allowance, settle
from provlint.fix.shape import Reading, same
from provlint.model.document import Document
from provlint.model.facts import Suppression
from provlint.model.findings import Edit, Finding
from provlint.run.mend import Mended, Mender, read_again
from provlint.run.work import Workbench

_Key = tuple[str, int, int]


def ignore(mender: Mender, findings: Iterable[Finding], reason: str) -> Iterator[Mended]:
    """The documents of these findings with an ignore beside each; settings files are left alone."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.path != mender.settings.origin:
            by_path.setdefault(finding.path, []).append(finding)
    for path, found in by_path.items():
        was, document = mender.read(path)
        if document.problem:
            yield Mended(path, was, was, b"", 0, document.detail)
        else:
            yield _ignored(mender, document, was, found, reason)


def _ignored(mender: Mender, document: Document, was: bytes, findings: Sequence[Finding], reason: str) -> Mended:
    bench = mender.bench
    old = Reading(document, bench.facts(document))
    # The document may have changed since it was checked; of relations only the check knows.
    standing = {_key(one) for one in bench.findings(*old)}
    lines = len(document.line_starts)
    here = [one for one in findings if one.line <= lines and (_key(one) in standing or one.related)]
    placed = placing(document, here, reason)
    holds = partial(_are_ignored, bench, here, standing)
    settled = settle(old, placed.changes, partial(read_again, bench, document), allowance(document.source), holds)
    unplaced = [*placed.unplaced, *(one for at in settled.withheld for one in placed.findings[at])]
    number = sum(len(placed.findings[at]) for at in settled.made)
    parts = cut_in(pieces(document.source), settled.edits)
    return mender.result(document, was, parts, number, [_unplaced(unplaced)] if unplaced else [])


def _key(finding: Finding) -> _Key:
    return finding.id, finding.start, finding.end


def _are_ignored(
    bench: Workbench,
    findings: Sequence[Finding],
    standing: AbstractSet[_Key],
    old: Reading,
    new: Reading,
    edits: Sequence[Edit],
) -> bool:
    """Whether the edits are ignores that hold back what they are for, and nothing else is different."""
    if not same(old, new, edits):
        return False
    places = Places(edits)
    left = {_key(one) for one in bench.findings(*new)}
    if not left <= {(code, places.start(start), places.end(end)) for code, start, end in standing}:
        return False
    held: dict[str, set[int]] = {}  # lines of the findings that are not there any longer
    for one in findings:
        start, end = places.start(one.start), places.end(one.end)
        if (one.id, start, end) not in left:
            held.setdefault(one.id, set()).add(new.document.line_column(start)[0])
    added = _added(new, edits, places)
    wanted = sum("provlint: ignore-end" not in edit.text for edit in edits)
    return len(added) == wanted and all(_holds_back(ignore, held) for ignore in added)


def _added(new: Reading, edits: Sequence[Edit], places: Places) -> list[Suppression]:
    """The ignores that stand in what the edits put in."""
    made = [(places.end(edit.start), places.end(edit.start) + len(edit.text)) for edit in edits]
    starts = [start for start, _ in made]
    found = []
    for one in new.facts.suppressions:
        at = bisect_right(starts, one.start) - 1
        if at >= 0 and one.end <= made[at][1]:
            found.append(one)
    return found


def _holds_back(ignore: Suppression, held: dict[str, set[int]]) -> bool:
    return all(any(ignore.first <= line <= ignore.last for line in held.get(rule, ())) for rule in ignore.rules)


def _unplaced(findings: Sequence[Finding]) -> str:
    where = ", ".join(f"{one.id} on line {one.line}" for one in findings[:5]) + (", …" if len(findings) > 5 else "")
    return f"no ignore can stand beside {where}: use an ignore-file, or an [[ignore]] in the settings"
