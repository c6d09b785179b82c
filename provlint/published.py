"""The JSON that others build on, as pydantic models: what `extract` gives for a document and what `check` reports.

Importing this module imports pydantic; the plain path from documents to a printed report never does.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from provlint.model.words import (
    BlockKind,
    CitationKind,
    CitationRole,
    ClaimReason,
    Confidence,
    CutKind,
    Format,
    IdentifierScheme,
    LinkKind,
    PassageKind,
    PhraseKind,
    Severity,
    SourceKind,
    SourceScope,
    Verdict,
)
from provlint.text.visible import encodable

QuotationKind = Literal["direct", "partial", "block", "excerpt", "term"]
SpeakerKind = Literal["named", "pronoun", "common", "anonymous", "organisation", "author"]

#: Text as any JSON parser takes it: a lone surrogate becomes U+FFFD, as in the printed JSON.
Text = Annotated[str, BeforeValidator(lambda value: encodable(value) if isinstance(value, str) else value)]
Start = Annotated[
    int, Field(ge=0, description="first code point, from 0 in the decoded source without byte-order mark")
]
End = Annotated[int, Field(ge=0, description="the code point after the last one")]
Line = Annotated[int, Field(ge=1, description="line of `start`, from 1; lines end at LF, CRLF and CR")]
Column = Annotated[int, Field(ge=1, description="column of `start` in code points, from 1")]
Count = Annotated[int, Field(ge=0)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Fact(_Model):
    start: Start
    end: End
    line: Line
    column: Column
    text: Text = Field(description="the source as written, source[start:end]")


class Metadata(_Model):
    """What the document says of itself."""

    title: Text | None = Field(description="its title")
    date: Text | None = Field(description="its date, ISO 8601")
    date_from: Text | None = Field(description="the field or the line the date was found in")
    language: Text | None = Field(description="its language, BCP 47")
    authors: list[Text] = Field(description="its authors as written")


class Block(_Fact):
    """One block of the document; containers come before what they contain."""

    kind: BlockKind = Field(description="what the block is")
    author: Text | None = Field(description="who wrote it: posts, comments and pasted articles")
    address: Text | None = Field(description="where it comes from: posts and pasted articles")


class Standing(_Model):
    """What a list says of a link's domain."""

    axis: Text = Field(description="the question the list answers, e.g. kind")
    category: Text = Field(description="its answer for this domain")
    list: Text = Field(description="the list's name")
    as_of: Text | None = Field(description="the month or day of the list, ISO 8601")
    evidence: Text | None = Field(description="where the list says so")


class Link(_Fact):
    """One address in the document; its place covers the destination as written, of a reference the label of the use."""

    url: Text = Field(
        description="the destination after entities and backslash escapes, neither encoded nor normalised"
    )
    label: Text = Field(description="the rendered words that carry the link")
    kind: LinkKind = Field(description="how the address stands in the document")
    host: Text | None = Field(description="host name without port and user info")
    domain: Text | None = Field(description="registrable domain; null for an address literal")
    categories: list[Text] = Field(description="the domain's categories on the axis `kind`")
    outlet: Text | None = Field(description="canonical name of the outlet the domain belongs to")
    standing: list[Standing] = Field(description="what each list says of the domain, with date and evidence")


class Speaker(_Model):
    """Whom words are given to."""

    text: Text = Field(description="the mention nearest to the cue, as written")
    start: Start
    end: End
    name: Text | None = Field(description="the fullest name it is resolved to in the document")
    kind: SpeakerKind = Field(description="what kind of mention it is")


class Cue(_Model):
    """The word that gives words to a speaker: said, according to."""

    text: Text = Field(description="the cue as written")
    start: Start
    end: End


class Source(_Model):
    """What a reader could check the words against."""

    kind: SourceKind = Field(description="what the source is")
    text: Text = Field(description="its address, key or name")
    start: Start
    end: End
    scope: SourceScope = Field(description="how near to the words it stands")


class Quotation(_Fact):
    """What stands between quotation marks, without them; or a block quotation."""

    plain: Text = Field(description="the same words as rendered")
    kind: QuotationKind = Field(description="what the marks are for; a term quotes nobody")
    group: int = Field(description="equal for the parts of one utterance")
    speaker: Speaker | None = Field(description="who said it")
    cue: Cue | None = Field(description="the word that says so")
    outlet: Text | None = Field(description="canonical name of the outlet it was said to or in")
    sources: list[Source] = Field(description="its sources; empty means unsourced")


class Attribution(_Fact):
    """Indirect speech or a reported fact; its place covers the attributed words."""

    source: Speaker = Field(description="whom they are attributed to")
    cue: Cue | None = Field(description="the word that says so")
    sources: list[Source] = Field(description="its sources; empty means unsourced")


class Outlet(_Fact):
    """An outlet named in the prose."""

    name: Text = Field(description="its canonical name")
    domains: list[Text] = Field(description="its registrable domains")
    candidates: int = Field(ge=1, description="how many outlets bear this name")


class Claim(_Fact):
    """A sentence that needs a source."""

    score: float = Field(ge=0, le=1, description="how much it needs one, whatever stands beside it")
    reasons: list[ClaimReason] = Field(description="why")
    sources: list[Source] = Field(description="its sources; empty means unsourced")


class Phrase(_Fact):
    """Words that hide who, when or where."""

    kind: PhraseKind = Field(description="what they hide")


class Excerpt(_Fact):
    """A block, quotation or document that may end before its text does."""

    source: Text | None = Field(description="the address it is taken from")
    cut: CutKind = Field(description="how it ends; none if it is whole")
    evidence: Text | None = Field(description="the words that show it")


class Passage(_Fact):
    """Text that copying or a tool left behind."""

    kind: PassageKind = Field(description="what kind of leftover it is")
    evidence: Text = Field(description="what was seen")


class Identifier(_Fact):
    """A DOI, an ISBN or the like."""

    scheme: IdentifierScheme = Field(description="what kind of identifier it is")
    value: Text = Field(description="its normal form")
    valid: bool = Field(description="its form and check digit are right")


class Citation(_Fact):
    """A footnote, a key, a number or a reference label, where it is used or defined."""

    kind: CitationKind = Field(description="what it is")
    key: Text = Field(description="its normal form")
    resolved: bool = Field(description="a use that something defines; a definition that is the first of its key")
    role: CitationRole = Field(description="a use or a definition")


class Facts(_Model):
    """What one document contains, measured and not judged: one line of `provlint extract --output-format jsonl`."""

    version: Literal[1] = Field(description="version of this format")
    path: Text = Field(description="path relative to the working folder, with /")
    format: Format = Field(description="the format it was read as")
    document: Metadata = Field(description="what the document says of itself")
    blocks: list[Block] = Field(description="its blocks, in source order")
    links: list[Link] = Field(description="its links, each use and each definition one entry")
    quotations: list[Quotation] = Field(description="quoted words, one entry for each marked chunk")
    attributions: list[Attribution] = Field(description="indirect speech and reported facts")
    outlets: list[Outlet] = Field(description="outlets named in the prose")
    claims: list[Claim] = Field(description="sentences that need a source")
    phrases: list[Phrase] = Field(description="words that hide who, when or where")
    excerpts: list[Excerpt] = Field(description="texts that may be cut short")
    passages: list[Passage] = Field(description="what copying or a tool left behind")
    identifiers: list[Identifier] = Field(description="DOIs, ISBNs and the like")
    citations: list[Citation] = Field(description="footnotes, keys and reference labels, used and defined")


class Tool(_Model):
    """Who made the report."""

    name: Literal["provlint"] = Field(description="always provlint")
    version: Text = Field(description="its version")


class SkippedRule(_Model):
    """A selected rule that was not judged."""

    id: Text = Field(description="the rule's id")
    why: Text = Field(description="why, in one word")


class LinkCounts(_Model):
    """How many links there are, and how many were looked at."""

    found: Count = Field(description="links in all documents")
    unique: Count = Field(description="different addresses of the web among them")
    checked: Count = Field(description="addresses that were looked at, neither unchecked nor skipped")


class Summary(_Model):
    """The report in numbers."""

    documents: Count = Field(description="documents read")
    errors: Count = Field(description="findings of severity error")
    warnings: Count = Field(description="findings of severity warning")
    infos: Count = Field(description="findings of severity info")
    suppressed: Count = Field(description="findings held back by ignores")
    baselined: Count = Field(description="findings held back by the baseline")
    skipped_rules: list[SkippedRule] = Field(description="rules that were selected and not judged")
    links: LinkCounts = Field(description="links found, unique and checked")


class DocumentCounts(_Model):
    """How much was found in one document."""

    path: Text = Field(description="path relative to the working folder, with /")
    format: Format = Field(description="the format it was read as")
    links: Count = Field(description="its links")
    quotations: Count = Field(description="its quotations, terms left out")
    outlets: Count = Field(description="outlets named in it")
    claims: Count = Field(description="sentences in it that need a source")
    excerpts: Count = Field(description="texts in it that may be cut short")


class DocumentWithFacts(DocumentCounts):
    """The same, with all its facts (`--with-facts`)."""

    facts: Facts = Field(description="what `extract` gives for it, secrets in addresses masked")


class LinkPlace(_Model):
    """Where an address stands."""

    path: Text = Field(description="path of the document")
    line: Line
    column: Column


class LinkAnswer(_Model):
    """One address of the run and what is known of it."""

    url: Text = Field(description="the address, secrets masked")
    verdict: Verdict = Field(description="what asking it said, in one word; unchecked when it was not asked")
    reason: Text = Field(description="why the verdict is what it is")
    status: int | None = Field(description="HTTP status of the last answer")
    final_url: Text | None = Field(description="where redirects led")
    chain: list[Text] = Field(description="the addresses of the redirects, in order")
    checked_at: Text | None = Field(description="when it was asked, ISO 8601 with zone")
    places: list[LinkPlace] = Field(description="every place it stands at")


class Related(_Model):
    """Another place a finding points to."""

    path: Text = Field(description="path of that document")
    start: Start
    end: End
    line: Line
    column: Column
    message: Text = Field(description="why it is pointed to")


class Edit(_Model):
    """Replace source[start:end] by `text`."""

    start: Start
    end: End
    text: Text = Field(description="the new text")


class Fix(_Model):
    """Edits that mend a finding, all of them or none."""

    safe: bool = Field(description="they cannot change what the document says")
    edits: list[Edit] = Field(description="the edits, in source order, not overlapping")


class Finding(_Model):
    """One thing to look at, at one place."""

    id: Text = Field(description="the rule's id, never reused")
    rule: Text = Field(description="the rule's name")
    severity: Severity = Field(description="how much it matters")
    confidence: Confidence = Field(description="how often the rule is right")
    message: Text = Field(description="one sentence")
    path: Text = Field(description="path relative to the working folder, with /")
    start: Start
    end: End
    line: Line
    column: Column
    end_line: int = Field(ge=1, description="line of `end`")
    end_column: int = Field(ge=1, description="column of `end`")
    snippet: Text = Field(description="the words covered, secrets masked, cut at 200 characters")
    fingerprint: Text = Field(description="stays the same when the document is moved or edited elsewhere")
    related: list[Related] = Field(description="other places it points to")
    fix: Fix | None = Field(description="edits that mend it")


class Report(_Model):
    """The outcome of one run: what `provlint check --output-format json` prints."""

    version: Literal[1] = Field(description="version of this format")
    tool: Tool = Field(description="who made the report")
    summary: Summary = Field(description="the report in numbers")
    documents: list[DocumentWithFacts | DocumentCounts] = Field(description="the documents read, by path")
    links: list[LinkAnswer] = Field(description="the addresses of the run, each once, by address")
    findings: list[Finding] = Field(description="the findings, by path, start and id")


def extract_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of one line of `provlint extract --output-format jsonl`."""
    return _schema(Facts, "extract")


def report_schema() -> dict[str, object]:
    """JSON Schema (2020-12) of `provlint check --output-format json`."""
    return _schema(Report, "report")


def _schema(model: type[BaseModel], name: str) -> dict[str, object]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:provlint:{name}:1",
        **model.model_json_schema(),
        "title": f"provlint {name}, version 1",
    }
