"""The flat records that rules see: one class a kind of fact, each field with the words that explain it to rule authors.

Absent text is "", lists appear as counts or as text joined by ", ", addresses are masked. A field's type is text (str),
number (int), truth (bool) or one of a closed word list (Literal); `provlint rule --fields` prints what stands here.
"""

from typing import Annotated, NamedTuple

from provlint.model.words import (
    BlockKind,
    CitationKind,
    CitationRole,
    CutKind,
    Elision,
    ExcerptKind,
    Format,
    Genre,
    IdentifierScheme,
    LinkKind,
    LinkRelation,
    Lookalike,
    MentionForm,
    PassageKind,
    PhraseKind,
    Problem,
    QuotationKind,
    Reach,
    RelationKind,
    SameWork,
    SourceKindTold,
    SourceScopeTold,
    SpeakerClue,
    SpeakerKind,
    SpeakerKindTold,
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
    code_count: Annotated[int, "blocks of code"]
    site_count: Annotated[int, "different sites among the links to other sites"] = 0
    top_site: Annotated[str, "the site most of those links lead to"] = ""
    top_site_share: Annotated[int, "per cent of those links that lead to it"] = 0
    social_count: Annotated[int, "links to posts and profiles on social networks among them"] = 0
    outlet_count: Annotated[int, "different outlets named in the prose"] = 0


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
    outlet: Annotated[str, "the outlet whose site it is"] = ""
    source_kind: Annotated[str, "what lists say the site is, joined by a comma: newspaper, government, blog…"] = ""
    control: Annotated[str, "what lists say of who funds, governs or edits it, joined by a comma"] = ""
    assessment: Annotated[str, "how lists assess it, joined by a comma"] = ""
    state_control_by: Annotated[str, "the lists, with dates, that call it controlled by a state"] = ""
    deprecated_by: Annotated[str, "the lists, with dates, by which it is deprecated or blacklisted"] = ""
    satire_by: Annotated[str, "the lists, with dates, that call it satire"] = ""
    imposter_by: Annotated[str, "the lists, with dates, by which it poses as another"] = ""
    user_content_by: Annotated[str, "the lists, with dates, by which its users write it: wikis, forums, blogs"] = ""
    social_by: Annotated[str, "the lists, with dates, that call it a social network"] = ""
    press_release_by: Annotated[str, "the lists, with dates, by which it carries press releases"] = ""
    shortener_by: Annotated[str, "the lists, with dates, that call it a shortener"] = ""
    shortens: Annotated[str, "the outlet whose own shortener it is"] = ""
    mirror: Annotated[str, "what kind of copy it is: AMP cache, Google Translate…"] = ""
    original: Annotated[str, "the address it is a copy of, where that is certain"] = ""
    edition: Annotated[str, "the address its page most likely has outside the AMP edition"] = ""
    lookalike: Annotated[Lookalike, "how the domain resembles a known outlet's that it is not"] = ""
    resembles: Annotated[str, "that outlet's domain"] = ""


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


class ExcerptRecord(NamedTuple):
    """A pasted article or post, a block quotation, or a text that ends before it is over."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[ExcerptKind, "what it is: comments, paragraphs and the document itself only when they are cut"]
    cut: Annotated[CutKind, "how it ends; none if it is whole"]
    ends: Annotated[str, "the same in words for a sentence: inside a word, in an ellipsis; empty if it is whole"]
    evidence: Annotated[str, "the words that show it"]
    source: Annotated[str, "the address it is taken from, secrets masked; empty if none stands in it or beside it"]
    text: Annotated[str, "its first 200 characters as written"]
    word_count: Annotated[int, "words in it"]
    part: Annotated[int, "which of the excerpts from this address it is, from 1"]
    parts: Annotated[int, "how many excerpts from this address the document has"]


class ClaimRecord(NamedTuple):
    """A sentence that states something a reader could check."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    text: Annotated[str, "the sentence as written, cut at 200 characters"]
    score: Annotated[float, "how much it needs a source, 0 to 1, whatever stands beside it"]
    reasons: Annotated[
        str,
        "why it needs one, joined by a comma: statistic, dated-event, change, record, ranking, cause, study, law,"
        " money, casualty, report",
    ]
    figure: Annotated[bool, "it gives a figure: a statistic, a sum of money, the number of victims"]
    superlative: Annotated[bool, "it gives a rank or a record"]
    source_count: Annotated[int, "its sources: links, notes, citations, identifiers, named persons and documents"]
    social: Annotated[str, "the social network that all its sources are posts on; empty if there are others, or none"]
    genre: Annotated[Genre, "what the document is for"]


class PhraseRecord(NamedTuple):
    """Words that hide who, when or where."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[PhraseKind, "what they hide"]
    text: Annotated[str, "the words, cut at 200 characters"]
    sourced: Annotated[bool, "a link, note or citation stands in their sentence"]


class PassageRecord(NamedTuple):
    """A stretch of text that copying or a tool left behind."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[PassageKind, "what kind of leftover it is"]
    text: Annotated[str, "the passage, cut at 200 characters"]
    evidence: Annotated[str, "what was seen, in words for people"]


class OutletRecord(NamedTuple):
    """An outlet named in the prose."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    name: Annotated[str, "its canonical name; as written where several outlets bear it"]
    text: Annotated[str, "the words as written"]
    form: Annotated[MentionForm, "how it is written, or where it stands"]
    domains: Annotated[str, "its domains, joined by a comma"]
    candidates: Annotated[int, "how many outlets bear the name and were not told apart"]
    country: Annotated[str, "its country, ISO 3166"]
    medium: Annotated[str, "newspaper, broadcaster, news-agency…"]
    attributed: Annotated[bool, "the sentence gives words or facts to it"]
    first: Annotated[bool, "it is the first mention of this outlet in the document"]
    linked: Annotated[bool, "some link of the document leads to it"]
    relation: Annotated[LinkRelation, "how the links in its scope go with it; none when there are none"]
    linked_domain: Annotated[str, "the domain of the link that said so"]
    linked_outlet: Annotated[str, "the outlet that domain belongs to"]


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


class QuotationRecord(NamedTuple):
    """A quotation: words between marks, or a block quotation. Of an utterance in several parts each part is one."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[QuotationKind, "what it is: term is a name, a title or a scare quote, and quotes nobody"]
    text: Annotated[str, "the quoted words as rendered, cut at 200 characters"]
    word_count: Annotated[int, "words in it; in all parts of the utterance for its first part"] = 0
    part: Annotated[int, "1 for the first or only part of an utterance, 2 for the next…"] = 1
    part_count: Annotated[int, "how many parts the utterance has"] = 1
    depth: Annotated[int, "how many quotations it stands inside"] = 0
    holds: Annotated[int, "how many quotations, terms left out, stand inside it"] = 0
    block: Annotated[BlockKind, "the kind of the block it stands in; of a block quotation its own"] = "other"
    alone: Annotated[bool, "it fills its paragraph, and no quotation stands in those above and below"] = False
    in_heading: Annotated[bool, "it stands in a heading or a title"] = False
    in_quote: Annotated[bool, "it stands in a block quotation"] = False
    in_post: Annotated[bool, "it stands in a pasted post"] = False
    in_excerpt: Annotated[bool, "it stands in a pasted article"] = False
    introduced: Annotated[bool, "it follows a heading, or a paragraph that ends in a colon or a question mark"] = False
    source_above: Annotated[bool, "a link, footnote or citation stands in the paragraph right above"] = False
    signed: Annotated[bool, "the line below opens with a dash, as signatures do"] = False
    turn: Annotated[bool, "it is a turn of an interview or transcript"] = False
    author: Annotated[str, "who wrote the post or pasted article it stands in"] = ""
    speaker: Annotated[str, "who speaks, as written; empty when nothing tells"] = ""
    speaker_name: Annotated[str, "the fullest name of the speaker in the document"] = ""
    speaker_kind: Annotated[SpeakerKindTold, "what the speaker is told by; empty when nothing tells"] = ""
    who: Annotated[str, "the speaker for a sentence: the full name, else the words as written; never empty"] = (
        "somebody unnamed"
    )
    role: Annotated[str, "the last word of what the speaker is called, in lower case: official, experts"] = ""
    clue: Annotated[SpeakerClue, "by which way the speaker was told"] = "none"
    own_words: Annotated[bool, "the speaker is whoever writes or reads: I, we, you, one"] = False
    cue: Annotated[str, "the word that gives the words to the speaker"] = ""
    outlet: Annotated[str, "the outlet it was said to, by its canonical name"] = ""
    venue: Annotated[
        str, "an outlet or a dated document that the sentence names as the place of the words, as written"
    ] = ""
    relay: Annotated[str, "who passed the words on, where the sentence says so"] = ""
    source_count: Annotated[int, "sources in scope of any part of the utterance"] = 0
    source: Annotated[str, "the nearest of them: its address or key, secrets masked"] = ""
    source_host: Annotated[str, "the host of its address"] = ""
    source_kind: Annotated[SourceKindTold, "what it is; empty for none"] = ""
    source_scope: Annotated[SourceScopeTold, "how near it stands; empty for none"] = ""
    times: Annotated[str, "how often the speaker is quoted without a source in the document: once, twice, 3 times…"] = (
        "once"
    )
    occurrence: Annotated[
        int, "1 for the first utterance without a source that names this speaker, 2 for the second…; 0 for a pronoun"
    ] = 0
    sourced_before: Annotated[bool, "words of the same speaker stand further up with a source"] = False
    document_sources: Annotated[int, "links to other sites, footnotes and citations in the whole document"] = 0
    opened: Annotated[bool, "a mark opens it, or the paragraph before goes on in it"] = True
    closed: Annotated[bool, "a mark closes it, or the next paragraph goes on with it"] = True
    inserted: Annotated[str, "the words between square brackets in it, joined by a comma"] = ""
    inserted_count: Annotated[int, "how many such insertions"] = 0
    elided: Annotated[Elision, "where an ellipsis stands in it; inside before all; empty for none"] = ""
    sic: Annotated[bool, "[sic] stands in it"] = False
    emphasis: Annotated[bool, "it is said that emphasis was added"] = False


class AttributionRecord(NamedTuple):
    """Words or facts that are given to a source without quotation marks: "officials said that …"."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    text: Annotated[str, "the attributed words as written, cut at 200 characters"]
    word_count: Annotated[int, "words in it"]
    speaker: Annotated[str, "whom they are given to, as written"]
    speaker_name: Annotated[str, "the fullest name of the speaker in the document"]
    speaker_kind: Annotated[SpeakerKind, "what the speaker is told by"]
    who: Annotated[str, "the speaker for a sentence: the full name, else the words as written; never empty"]
    own_words: Annotated[bool, "the speaker is whoever writes or reads: I, we, you, one"]
    cue: Annotated[str, "the word that gives the words to the speaker"]
    source_count: Annotated[int, "sources in scope"]
    source: Annotated[str, "the nearest of them: its address or key, secrets masked"]
    source_kind: Annotated[SourceKindTold, "what it is; empty for none"]
    source_scope: Annotated[SourceScopeTold, "how near it stands; empty for none"]
    document_sources: Annotated[int, "links to other sites, footnotes and citations in the whole document"]


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
    | ClaimRecord
    | PhraseRecord
    | ExcerptRecord
    | PassageRecord
    | OutletRecord
    | SuppressionRecord
    | QuotationRecord
    | AttributionRecord
    | RelationRecord
)

RECORDS: dict[str, type[Record]] = {
    "document": DocumentRecord,
    "block": BlockRecord,
    "link": LinkRecord,
    "citation": CitationRecord,
    "identifier": IdentifierRecord,
    "claim": ClaimRecord,
    "phrase": PhraseRecord,
    "excerpt": ExcerptRecord,
    "passage": PassageRecord,
    "outlet": OutletRecord,
    "suppression": SuppressionRecord,
    "quotation": QuotationRecord,
    "attribution": AttributionRecord,
    "relation": RelationRecord,
}
