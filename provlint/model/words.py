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
CutKind = Literal["mid-word", "mid-sentence", "ellipsis", "read-more", "unclosed-mark", "unclosed-bracket", "none"]
ExcerptKind = Literal["document", "article", "post", "quote", "comment", "paragraph"]
IdentifierScheme = Literal["doi", "arxiv", "pmid", "pmcid", "isbn", "issn"]
#: What two entries of one list of references have in common that makes them one work; "" for nothing.
SameWork = Literal["", "doi", "arxiv", "pmid", "pmcid", "isbn", "address", "words"]
SuppressionKind = Literal["ignore", "ignore-next-line", "ignore-range", "ignore-file", "settings"]
QuotationKind = Literal["direct", "partial", "block", "excerpt", "term"]
SpeakerKind = Literal["named", "pronoun", "common", "anonymous", "organisation", "author"]
SpeakerClue = Literal[
    "after", "before", "clause", "colon", "possessive", "according", "signature", "carried", "introduced", "author",
    "passive", "none",
]  # fmt: skip
Elision = Literal["", "inside", "beginning", "end"]
SourceKind = Literal["link", "footnote", "citation", "identifier", "outlet", "document"]
SourceScope = Literal["sentence", "paragraph", "introduction", "header", "post", "attribution"]
#: The same three with "" for none, as records have them.
SpeakerKindTold = Literal["", "named", "pronoun", "common", "anonymous", "organisation", "author"]
SourceKindTold = Literal["", "link", "footnote", "citation", "identifier", "outlet", "document"]
SourceScopeTold = Literal["", "sentence", "paragraph", "introduction", "header", "post", "attribution"]
#: What of a quotation its source stands on: the words, their verb, who speaks; a note or a signature behind them.
SourcePlace = Literal["", "quotation", "cue", "speaker", "mark", "signature"]
RelationKind = Literal["quotation", "passage"]
DifferenceKind = Literal["added", "dropped", "replaced", "elided", "cut"]
#: What comparing a quotation with the page it is taken from says.
MatchKind = Literal["verbatim", "marked", "altered", "spliced", "clipped", "missing", "unavailable"]
#: What of a document is compared with its source.
VerifiedKind = Literal["direct", "partial", "block", "excerpt", "title", "date"]
MatchEditKind = Literal["added", "dropped", "replaced", "elided", "cut"]
#: Where on a page words stand: its article, what surrounds it, what no reader sees, attributes, data for machines.
PageRegion = Literal["article", "furniture", "hidden", "attribute", "data"]
ClaimReason = Literal[
    "statistic", "dated-event", "change", "record", "ranking", "cause", "study", "law", "money", "casualty", "report",
]  # fmt: skip
PhraseKind = Literal["weasel", "anonymous-source", "undated-time", "citation-needed"]
#: By which words a sentence shows that it states a fact that can be checked, or that it does not.
ClaimSign = Literal[
    "scale", "quantity", "measure", "change", "ranking", "comparison", "cause", "study", "law", "money", "casualty",
    "past", "perfect", "dated", "month", "weekday", "reporting", "modal", "intent", "hedge", "stance", "subjective",
    "first-person", "we", "you", "greeting", "figurative", "imperative", "argument",
]  # fmt: skip
#: What a document is for, told from its name and form: claims are expected in prose, and seldom news elsewhere.
Genre = Literal["prose", "how-to", "changelog", "reference", "readme"]
Problem = Literal["", "missing", "too-large", "not-regular", "unreadable", "undecodable", "binary"]

# What an address is, told from its letters alone.
Reach = Literal["public", "local-name", "loopback", "private", "reserved", "relative", "other-scheme", "template"]

Verdict = Literal[
    "ok", "redirected-permanent", "redirected-temporary", "dead", "transient", "blocked", "rate-limited",
    "auth-required", "paywalled", "suspect", "tls-problem", "fragment-missing", "fragment-unverifiable", "malformed",
    "refused", "skipped", "unchecked",
]  # fmt: skip

#: Verdicts of addresses that nobody asked, or that let nobody know.
NOT_ASKED: tuple[Verdict, ...] = ("unchecked", "skipped")
UNVERIFIED: tuple[Verdict, ...] = (
    "blocked", "rate-limited", "transient", "auth-required", "paywalled", "fragment-unverifiable",
)  # fmt: skip
NOT_VERIFIED = frozenset((*NOT_ASKED, *UNVERIFIED))

Axis = Literal["kind", "control", "assessment", "url"]
#: How sure a form of an outlet's name is to name nothing else.
NameUse = Literal["sure", "initials", "word", "rare"]
#: How a mention of an outlet is written, or where it stands.
MentionForm = Literal["name", "short", "initials", "domain", "handle", "byline", "dateline"]
#: How the links in the scope of a named outlet go with it.
LinkRelation = Literal[
    "none", "own", "house", "about", "post", "copy", "aggregator", "syndicated", "other-outlet", "elsewhere",
]  # fmt: skip
Lookalike = Literal["", "look-alike letters", "one letter off", "known name as a subdomain"]

#: What a list may say of a domain, axis by axis: what it is; who funds, governs or edits it; who says what of it; what
#: kind of address it is.
CATEGORIES: dict[str, tuple[str, ...]] = {
    "kind": (
        "academic-publisher", "academic-resource", "advocacy", "aggregator", "archive", "blog", "blog-platform",
        "books", "broadcaster", "encyclopedia", "fact-checker", "file-sharing", "forum", "government",
        "intergovernmental", "journal", "legal", "magazine", "military", "museum", "news", "news-agency", "newspaper",
        "patents", "preprint", "press-release", "records", "repository", "school", "social-media", "software",
        "statistics", "think-tank", "university", "video-audio", "wiki",
    ),
    "control": ("independent-public", "state-captured", "state-controlled", "state-funded", "user-edited"),
    "assessment": (
        "blacklisted", "clickbait", "conspiracy", "deprecated", "extreme-bias", "false-news", "generally-reliable",
        "generally-unreliable", "hate", "hijacked-journal", "listed-reliable", "listed-unreliable", "no-consensus",
        "predatory", "propaganda", "questionable", "rumour", "satire", "several-verdicts", "tabloid",
    ),
    "url": ("cache", "parked", "paywalled", "shortener", "translation"),
}  # fmt: skip

#: What a policy may call sources by, beside their domains: each category, and `own` for the house's own sites.
SOURCE_WORDS: tuple[str, ...] = (*dict.fromkeys(word for words in CATEGORIES.values() for word in words), "own")

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # heaviest first
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")  # surest first
#: What held a finding back: an ignore in its document, one in the settings, a baseline.
HeldBackBy = Literal["document", "settings", "baseline"]
