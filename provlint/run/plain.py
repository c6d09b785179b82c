"""Outcomes ↔ bytes, for the store: marshal reads them several times as fast as pickle, and makes plain objects only."""

import marshal
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from provlint.model.answers import Answer
from provlint.model.findings import DocumentCount, Edit, Finding, Fix, HeldBack, Judged, LinkPlace, Related
from provlint.run.outcome import Outcome

if TYPE_CHECKING:
    from provlint.relate.sketch import Sketch

_VERSION = 4


def plain(value: Any) -> Any:
    """The same with plain tuples for named ones and sorted tuples for sets; marshal takes no others."""
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    return tuple(sorted(value)) if isinstance(value, frozenset) else value


def packed(outcome: Outcome) -> bytes:
    """An outcome without its sketch and without what it rests on."""
    numbers: dict[Answer, int] = {}  # most addresses share theirs, offline
    places = tuple(
        (url, numbers.setdefault(answer, len(numbers)), place.line, place.column)
        for url, answer, place in outcome.addresses
    )
    answers = plain(tuple(numbers))
    kept = (plain(outcome.document), places, answers, plain(outcome.judged), outcome.notes, outcome.other_language)
    return marshal.dumps(kept, _VERSION)


def unpacked(data: bytes) -> Outcome:
    """The outcome that was packed."""
    document, places, answers, judged_rows, notes, language = marshal.loads(data)  # noqa: S302 of our own store
    found, suppressed, used, left_out, strengths = judged_rows
    path, told = document[0], [*map(Answer._make, answers)]
    addresses = tuple([(url, told[number], LinkPlace(path, line, column)) for url, number, line, column in places])
    held = tuple(HeldBack(_finding(row), by, reason) for row, by, reason in suppressed)
    judged = Judged(tuple(map(_finding, found)), held, frozenset(used), left_out, dict(strengths))
    return Outcome(DocumentCount._make(document), addresses, judged, notes=notes, other_language=language)


def packed_sketch(sketch: "Sketch | None") -> bytes:
    """A sketch; b"" for none."""
    return marshal.dumps(plain(sketch), _VERSION) if sketch else b""


def unpacked_sketch(data: bytes) -> "Sketch | None":
    """The sketch that was packed."""
    if not data:
        return None
    from provlint.model.facts import Speaker
    from provlint.relate.sketch import Sketch, Sketched

    path, date, quotations, prose, several = marshal.loads(data)  # noqa: S302 of our own store
    made = map(Sketched._make, quotations)
    spoken = (one._replace(speaker=Speaker._make(one.speaker)) if one.speaker else one for one in made)
    return Sketch(path, date, tuple(spoken), prose, several)


def _finding(row: tuple[Any, ...]) -> Finding:
    finding = Finding._make(row)
    if not finding.related and not finding.fix:
        return finding
    fix = Fix(finding.fix[0], tuple(map(Edit._make, finding.fix[1]))) if finding.fix else None
    return finding._replace(related=tuple(map(Related._make, finding.related)), fix=fix)
