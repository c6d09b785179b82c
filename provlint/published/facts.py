"""What `provlint extract` gives for a document, as a pydantic model."""

from typing import Literal

from pydantic import Field

from provlint.model.words import (
    BlockKind,
    CitationKind,
    CitationRole,
    ClaimReason,
    CutKind,
    Format,
    IdentifierScheme,
    LinkKind,
    PassageKind,
    PhraseKind,
    QuotationKind,
    SourceKind,
    SourceScope,
    SpeakerKind,
)
from provlint.published.parts import End, Placed, Shape, Start, Text


class Metadata(Shape):
    """What the document says of itself."""

    title: Text | None = Field(description="its title")
    date: Text | None = Field(description="its date, ISO 8601")
    date_from: Text | None = Field(description="the field or the line the date was found in")
    language: Text | None = Field(description="its language, BCP 47")
    authors: list[Text] = Field(description="its authors as written")


class Block(Placed):
    """One block of the document; containers come before what they contain."""

    kind: BlockKind = Field(description="what the block is")
    author: Text | None = Field(description="who wrote it: posts, comments and pasted articles")
    address: Text | None = Field(description="where it comes from: posts and pasted articles")


class Standing(Shape):
    """What a list says of a link's domain."""

    axis: Text = Field(description="the question the list answers, e.g. kind")
    category: Text = Field(description="its answer for this domain")
    list: Text = Field(description="the list's name")
    as_of: Text | None = Field(description="the month or day of the list, ISO 8601")
    evidence: Text | None = Field(description="where the list says so")


class Link(Placed):
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


class Speaker(Shape):
    """Whom words are given to."""

    text: Text = Field(description="the mention nearest to the cue, as written")
    start: Start
    end: End
    name: Text | None = Field(description="the fullest name it is resolved to in the document")
    kind: SpeakerKind = Field(description="what kind of mention it is")


class Cue(Shape):
    """The word that gives words to a speaker: said, according to."""

    text: Text = Field(description="the cue as written")
    start: Start
    end: End


class Source(Shape):
    """What a reader could check the words against."""

    kind: SourceKind = Field(description="what the source is")
    text: Text = Field(description="its address, key or name")
    start: Start
    end: End
    scope: SourceScope = Field(description="how near to the words it stands")


class Quotation(Placed):
    """What stands between quotation marks, without them; or a block quotation."""

    plain: Text = Field(description="the same words as rendered")
    kind: QuotationKind = Field(description="what the marks are for; a term quotes nobody")
    group: int = Field(description="equal for the parts of one utterance")
    speaker: Speaker | None = Field(description="who said it")
    cue: Cue | None = Field(description="the word that says so")
    outlet: Text | None = Field(description="canonical name of the outlet it was said to or in")
    sources: list[Source] = Field(description="its sources; empty means unsourced")


class Attribution(Placed):
    """Indirect speech or a reported fact; its place covers the attributed words."""

    source: Speaker = Field(description="whom they are attributed to")
    cue: Cue | None = Field(description="the word that says so")
    sources: list[Source] = Field(description="its sources; empty means unsourced")


class Outlet(Placed):
    """An outlet named in the prose."""

    name: Text = Field(description="its canonical name")
    domains: list[Text] = Field(description="its registrable domains")
    candidates: int = Field(ge=1, description="how many outlets bear this name")


class Claim(Placed):
    """A sentence that needs a source."""

    score: float = Field(ge=0, le=1, description="how much it needs one, whatever stands beside it")
    reasons: list[ClaimReason] = Field(description="why")
    sources: list[Source] = Field(description="its sources; empty means unsourced")


class Phrase(Placed):
    """Words that hide who, when or where."""

    kind: PhraseKind = Field(description="what they hide")


class Excerpt(Placed):
    """A block, quotation or document that may end before its text does."""

    source: Text | None = Field(description="the address it is taken from")
    cut: CutKind = Field(description="how it ends; none if it is whole")
    evidence: Text | None = Field(description="the words that show it")


class Passage(Placed):
    """Text that copying or a tool left behind."""

    kind: PassageKind = Field(description="what kind of leftover it is")
    evidence: Text = Field(description="what was seen")


class Identifier(Placed):
    """A DOI, an ISBN or the like."""

    scheme: IdentifierScheme = Field(description="what kind of identifier it is")
    value: Text = Field(description="its normal form")
    valid: bool = Field(description="its form and check digit are right")


class Citation(Placed):
    """A footnote, a key, a number or a reference label, where it is used or defined."""

    kind: CitationKind = Field(description="what it is")
    key: Text = Field(description="its normal form")
    resolved: bool = Field(description="a use that something defines; a definition that is the first of its key")
    role: CitationRole = Field(description="a use or a definition")


class Facts(Shape):
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
