"""The closed word lists of provlint: every field that holds "one word of" holds one of these."""

from typing import Literal

Format = Literal["markdown", "html", "rst", "text"]
Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Needs = Literal["text", "site", "network", "source"]

BlockKind = Literal[
    "title", "heading", "paragraph", "list-item", "quote", "code", "table", "caption", "comment-header", "post",
    "excerpt", "link-list", "byline", "dateline", "furniture", "metadata", "other",
]  # fmt: skip
MarkKind = Literal["emphasis", "strong", "strike", "code", "math", "link", "image", "footnote", "template", "html"]
LinkKind = Literal["inline", "reference", "definition", "autolink", "bare", "image", "html", "footnote", "metadata"]
CitationKind = Literal["footnote", "key", "number", "reference-label"]
CitationRole = Literal["use", "definition"]
PassageKind = Literal["fused-words", "mojibake", "furniture", "foreign", "doubled", "chat-leftover"]
IdentifierScheme = Literal["doi", "arxiv", "pmid", "pmcid", "isbn", "issn"]
#: What two entries of one list of references have in common that makes them one work; "" for nothing.
SameWork = Literal["", "doi", "arxiv", "pmid", "pmcid", "isbn", "address", "words"]
SuppressionKind = Literal["ignore", "ignore-next-line", "ignore-range", "ignore-file", "settings"]
QuotationKind = Literal["direct", "partial", "block", "excerpt", "term"]
SpeakerKind = Literal["named", "pronoun", "common", "anonymous", "organisation", "author"]
SourceKind = Literal["link", "footnote", "citation", "identifier", "outlet", "document"]
SourceScope = Literal["sentence", "paragraph", "introduction", "header", "post", "attribution"]
RelationKind = Literal["quotation", "passage"]
DifferenceKind = Literal["added", "dropped", "replaced", "elided", "cut"]
Problem = Literal["", "missing", "too-large", "not-regular", "unreadable", "undecodable", "binary"]

# What an address is, told from its letters alone.
Reach = Literal["public", "local-name", "loopback", "private", "reserved", "relative", "other-scheme", "template"]

Verdict = Literal[
    "ok", "redirected-permanent", "redirected-temporary", "dead", "transient", "blocked", "rate-limited",
    "auth-required", "paywalled", "suspect", "tls-problem", "fragment-missing", "fragment-unverifiable", "malformed",
    "refused", "skipped", "unchecked",
]  # fmt: skip

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # heaviest first
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")  # surest first
