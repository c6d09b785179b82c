"""The flat records that rules see: one class a kind of fact, each field with the words that explain it to rule authors.

Absent text is "", lists appear as counts or as text joined by ", ", addresses are masked. A field's type is text (str),
number (int), truth (bool) or one of a closed word list (Literal); `provlint rule --fields` prints what stands here.
"""

from typing import Annotated, NamedTuple

from provlint.model.words import (
    BlockKind,
    CitationKind,
    CitationRole,
    Format,
    IdentifierScheme,
    LinkKind,
    PassageKind,
    Problem,
    Reach,
    RelationKind,
    SameWork,
    SuppressionKind,
    Verdict,
)


class DocumentRecord(NamedTuple):
    """A document as a whole."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    problem: Annotated[Problem, "why it could not be read; empty when it was read"]
    detail: Annotated[str, "what exactly was wrong, in words for people"]
    encoding: Annotated[str, "the encoding it was decoded with"]
    title: Annotated[str, "its title, from front matter or its first heading"]
    date: Annotated[str, "its date, ISO 8601"]
    language: Annotated[str, "its language as it says itself"]
    word_count: Annotated[int, "words of running prose, headings and lists of links left out"]
    source_count: Annotated[int, "links to other sites, footnotes and citations, images and front matter left out"]
    local_count: Annotated[int, "links to other pages of the same site"]
    link_count: Annotated[int, "links of every kind"]


class BlockRecord(NamedTuple):
    """One block: a paragraph, a heading, a pasted post, a list of links."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[BlockKind, "what the block is"]
    level: Annotated[int, "a heading's level from 1; 0 for others"]
    text: Annotated[str, "its first 200 characters as written"]
    author: Annotated[str, "who wrote a post, a comment or a pasted article"]
    address: Annotated[str, "where a post or a pasted article comes from"]
    heading: Annotated[str, "the nearest heading or title line above"]
    word_count: Annotated[int, "words in it"]
    line_count: Annotated[int, "lines in it that are not blank"]
    link_count: Annotated[int, "links that stand inside it"]


class LinkRecord(NamedTuple):
    """One link or address, of whatever kind."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[LinkKind, "how the address stands in the document"]
    url: Annotated[str, "the address, secrets masked"]
    label: Annotated[str, "the words that carry the link"]
    scheme: Annotated[str, "http, https, mailto…; empty for a relative address"]
    host: Annotated[str, "host name without port and user info"]
    domain: Annotated[str, "registrable domain"]
    port: Annotated[int, "port if one is written, else 0"]
    reach: Annotated[Reach, "where the address can be reached from, told from its letters"]
    malformed: Annotated[str, "why the address can never work; empty when it is well formed"]
    credentials: Annotated[str, "the kind of secret the address carries: password, user, token; empty for none"]
    placeholder: Annotated[str, "why the address is no real one; empty when it looks real"]
    canonical: Annotated[str, "the address without tracking parameters"]
    tracking: Annotated[str, "the tracking parameters found, joined by a comma"]
    tracking_count: Annotated[int, "how many tracking parameters were found"]
    chat_tool: Annotated[str, "the chat tool a parameter names as the source of the address"]
    target: Annotated[str, "the address inside a redirector's link"]
    redirector: Annotated[str, "whose redirector it is"]
    social: Annotated[str, "the social network the address belongs to"]
    alone: Annotated[bool, "it stands alone on its line, as a source of its own"]
    occurrence: Annotated[int, "1 for the first link to this address in the document, 2 for the second…"]
    first_line: Annotated[int, "the line of the first link to this address"]
    verdict: Annotated[Verdict, "what asking the address said; unchecked offline"]
    reason: Annotated[str, "why the verdict is what it is"]


class CitationRecord(NamedTuple):
    """A footnote, a reference label or a citation key, where it is used or defined."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[CitationKind, "footnote, key, number or reference-label"]
    role: Annotated[CitationRole, "a use or a definition"]
    key: Annotated[
        str, "the label, key or number; for an entry without one, the entry as written, cut at 200 characters"
    ]
    resolved: Annotated[bool, "a use that something defines; a definition that is the first of its key"]
    used: Annotated[bool, "a definition that something uses"]
    checked: Annotated[bool, "all was read that could define it: false for a key without a bibliography"]
    occurrence: Annotated[int, "1 for the first use of a citation key in the document, 2 for the second…"]
    entry_count: Annotated[int, "how many entries of the bibliography bear the key"]
    list_used: Annotated[bool, "an entry of a list of references of which the text cites some entry"]
    same: Annotated[SameWork, "an entry: what it has in common with an earlier entry of its list; empty for nothing"]
    same_name: Annotated[str, "the same as people say it: DOI, address…"]
    first_line: Annotated[int, "an entry: the line of that earlier entry"]


class IdentifierRecord(NamedTuple):
    """A DOI, an arXiv number, a PubMed number, an ISBN or an ISSN."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    scheme: Annotated[IdentifierScheme, "what kind of identifier it is"]
    name: Annotated[str, "its kind as people write it: DOI, arXiv number, ISBN…"]
    text: Annotated[str, "the identifier as written, cut at 200 characters"]
    value: Annotated[str, "its normal form"]
    valid: Annotated[bool, "its form and its check digit are right"]
    fault: Annotated[str, "what is wrong with it, in words for people; empty when it is valid"]
    linked: Annotated[bool, "it stands in a link, or the document links to it elsewhere; true for books and serials"]


class PassageRecord(NamedTuple):
    """A stretch of text that copying or a tool left behind."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[PassageKind, "what kind of leftover it is"]
    text: Annotated[str, "the passage, cut at 200 characters"]
    evidence: Annotated[str, "what was seen, in words for people"]


class SuppressionRecord(NamedTuple):
    """An ignore, in the document or in the settings."""

    path: Annotated[str, "the document's path, or that of the settings file"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[SuppressionKind, "how far the ignore reaches"]
    rules: Annotated[str, "the rules it names, joined by a comma; empty for every rule"]
    unknown: Annotated[str, "names in it that belong to no rule"]
    reason: Annotated[str, "the reason given"]
    until: Annotated[str, "the last day on which it holds, ISO 8601"]
    expired: Annotated[bool, "that day has passed"]
    used: Annotated[bool, "it held back at least one finding, or could not be told because its rules were not run"]


class RelationRecord(NamedTuple):
    """A quotation whose words stand elsewhere too: quoted in another place, or unquoted where they come from."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[RelationKind, "whether the words are quoted elsewhere too, or stand there unquoted"]
    text: Annotated[str, "the quotation, cut at 200 characters"]
    speaker: Annotated[str, "whom the words are given to here"]
    sources: Annotated[str, "what stands behind them here, joined by a comma"]
    differences: Annotated[str, 'what differs, as the end of a sentence that begins "this quotation"']
    unmarked_count: Annotated[int, "differences that no bracket or ellipsis shows"]
    marked_count: Annotated[int, "differences shown by brackets or an ellipsis, and an end that comes earlier"]
    word_count: Annotated[int, "words that both have"]
    respoken: Annotated[bool, "the two are given to different people, each by a word like said"]
    same_document: Annotated[bool, "both stand in one document"]
    other_path: Annotated[str, "the path of the document where the words stand too"]
    other_line: Annotated[int, "the line where they stand there"]
    other_place: Annotated[str, "where they stand, as words: on line 12, or with the path before it"]
    other_text: Annotated[str, "the words as they stand there, cut at 200 characters"]
    other_speaker: Annotated[str, "whom they are given to there"]
    other_sources: Annotated[str, "what stands behind them there, joined by a comma"]


Record = (
    DocumentRecord
    | BlockRecord
    | LinkRecord
    | CitationRecord
    | IdentifierRecord
    | PassageRecord
    | SuppressionRecord
    | RelationRecord
)

RECORDS: dict[str, type[Record]] = {
    "document": DocumentRecord,
    "block": BlockRecord,
    "link": LinkRecord,
    "citation": CitationRecord,
    "identifier": IdentifierRecord,
    "passage": PassageRecord,
    "suppression": SuppressionRecord,
    "relation": RelationRecord,
}
