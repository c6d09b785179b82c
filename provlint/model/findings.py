"""What provlint says in the end: findings, the answers for addresses, and the report that carries both."""

from collections.abc import Mapping
from typing import NamedTuple

from provlint.model.words import Confidence, Format, HeldBackBy, Severity, Verdict


class Related(NamedTuple):
    """Another place a finding points to, with the words that say why."""

    path: str
    start: int
    end: int
    line: int
    column: int
    message: str


class Edit(NamedTuple):
    """Replace `source[start:end]` by `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that mend a finding; a safe one cannot change what the document says."""

    safe: bool
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One thing to look at, at one place. `line`, `column` and their ends count from 1."""

    id: str
    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    snippet: str  # the words covered, secrets masked, cut at 200 characters
    fingerprint: str
    context: str  # the source line it starts on, secrets masked, a long one cut around it (for people; not in the JSON)
    context_column: int  # the column at which `context` begins: 1 unless the line was cut
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    utf8_columns: tuple[int, int] | None = None  # `column` and `end_column` in bytes of UTF-8 (not in the JSON)
    unverified: bool = False  # it says that something could not be verified: it fails no build (not in the JSON)


#: How strong a finding is, by its rule's id and its place.
Strengths = Mapping[tuple[str, int, int], float]
NO_STRENGTHS: Strengths = {}


class HeldBack(NamedTuple):
    """A finding that is not told, what held it back, and the reason that was given."""

    finding: Finding
    by: HeldBackBy
    reason: str


class Judged(NamedTuple):
    """What one document gave: its findings, those held back, which ignores of the settings did it."""

    findings: tuple[Finding, ...]
    suppressed: tuple[HeldBack, ...]
    used_ignores: frozenset[int]
    left_out: tuple[tuple[str, int], ...] = ()  # name of a rule, how many of its weaker findings are not among them
    strengths: Strengths = NO_STRENGTHS  # of graded findings, where none was left out and a later stage may do so


class LinkPlace(NamedTuple):
    """Where an address stands."""

    path: str
    line: int
    column: int


class LinkAnswer(NamedTuple):
    """What is known about one address of the run: one word of the web's vocabulary and where the address stands."""

    url: str
    places: tuple[LinkPlace, ...]
    verdict: Verdict = "unchecked"
    reason: str = "offline"
    status: int | None = None
    final_url: str | None = None
    chain: tuple[str, ...] = ()
    checked_at: str | None = None


class DocumentCount(NamedTuple):
    """How much was found in one document."""

    path: str
    format: Format
    links: int
    quotations: int = 0
    outlets: int = 0
    claims: int = 0
    excerpts: int = 0
    unread: str = ""  # why it could not be read, in words for people; not in the JSON


class SkippedRule(NamedTuple):
    """A selected rule that was not judged, and why in one word."""

    id: str
    why: str
    name: str = ""  # for people; not in the JSON


class Report(NamedTuple):
    """The outcome of one run. `findings` are sorted by path, start, id; `links` by URL."""

    documents: tuple[DocumentCount, ...]
    links: tuple[LinkAnswer, ...]
    findings: tuple[Finding, ...]
    suppressed: int = 0
    baselined: int = 0
    skipped_rules: tuple[SkippedRule, ...] = ()
    notes: tuple[str, ...] = ()  # what a reader must know: rules the settings switch off, files left out
    fixed: tuple[int, int] = (0, 0)  # findings mended before this check, and in how many documents; not in the JSON
    ignored: tuple[int, int] = (0, 0)  # findings that were given an ignore, and in how many documents; not in the JSON
    nothing: str = ""  # why there was no document to check, where that is as it should be; not in the JSON
    held_back: tuple[HeldBack, ...] = ()  # what ignores and the baseline keep from being told; not in the JSON
