"""What `provlint check` reports, as a pydantic model."""

from typing import Literal

from pydantic import Field

from provlint.model.words import (
    Confidence,
    Format,
    Severity,
    Verdict,
)
from provlint.published.facts import Facts
from provlint.published.parts import Column, Count, End, Line, Shape, Start, Text


class Tool(Shape):
    """Who made the report."""

    name: Literal["provlint"] = Field(description="always provlint")
    version: Text = Field(description="its version")


class SkippedRule(Shape):
    """A selected rule that was not judged."""

    id: Text = Field(description="the rule's id")
    why: Text = Field(description="why, in one word")


class LinkCounts(Shape):
    """How many links there are, and how many were looked at."""

    found: Count = Field(description="links in all documents")
    unique: Count = Field(description="different addresses of the web among them")
    checked: Count = Field(description="addresses that were looked at, neither unchecked nor skipped")


class Summary(Shape):
    """The report in numbers."""

    documents: Count = Field(description="documents read")
    errors: Count = Field(description="findings of severity error")
    warnings: Count = Field(description="findings of severity warning")
    infos: Count = Field(description="findings of severity info")
    suppressed: Count = Field(description="findings held back by ignores")
    baselined: Count = Field(description="findings held back by the baseline")
    skipped_rules: list[SkippedRule] = Field(description="rules that were selected and not judged")
    links: LinkCounts = Field(description="links found, unique and checked")


class DocumentCounts(Shape):
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


class LinkPlace(Shape):
    """Where an address stands."""

    path: Text = Field(description="path of the document")
    line: Line
    column: Column


class LinkAnswer(Shape):
    """One address of the run and what is known of it."""

    url: Text = Field(description="the address, secrets masked")
    verdict: Verdict = Field(description="what asking it said, in one word; unchecked when it was not asked")
    reason: Text = Field(description="why the verdict is what it is")
    status: int | None = Field(description="HTTP status of the last answer")
    final_url: Text | None = Field(description="where redirects led")
    chain: list[Text] = Field(description="the addresses of the redirects, in order")
    checked_at: Text | None = Field(description="when it was asked, ISO 8601 with zone")
    places: list[LinkPlace] = Field(description="every place it stands at")


class Related(Shape):
    """Another place a finding points to."""

    path: Text = Field(description="path of that document")
    start: Start
    end: End
    line: Line
    column: Column
    message: Text = Field(description="why it is pointed to")


class Edit(Shape):
    """Replace source[start:end] by `text`."""

    start: Start
    end: End
    text: Text = Field(description="the new text")


class Fix(Shape):
    """Edits that mend a finding, all of them or none."""

    safe: bool = Field(description="they cannot change what the document says")
    edits: list[Edit] = Field(description="the edits, in source order, not overlapping")


class Finding(Shape):
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


class Report(Shape):
    """The outcome of one run: what `provlint check --output-format json` prints."""

    version: Literal[1] = Field(description="version of this format")
    tool: Tool = Field(description="who made the report")
    summary: Summary = Field(description="the report in numbers")
    documents: list[DocumentWithFacts | DocumentCounts] = Field(description="the documents read, by path")
    links: list[LinkAnswer] = Field(description="the addresses of the run, each once, by address")
    findings: list[Finding] = Field(description="the findings, by path, start and id")
