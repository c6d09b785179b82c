"""Facts: what a document contains, measured and not judged. Offsets as in `provlint.model.document`."""

from typing import NamedTuple

from provlint.model.sources import UNKNOWN, Source
from provlint.model.words import (
    CitationKind,
    CitationRole,
    ClaimReason,
    CutKind,
    Elision,
    ExcerptKind,
    Genre,
    IdentifierScheme,
    LinkKind,
    LinkRelation,
    Lookalike,
    MentionForm,
    PassageKind,
    PhraseKind,
    QuotationKind,
    Reach,
    SameWork,
    SourceKind,
    SourceScope,
    SpeakerClue,
    SpeakerKind,
    SuppressionKind,
)


class Address(NamedTuple):
    """What can be told of one URL from its letters and the tables; shared by all links with that URL.

    Absent text is "". `host` has no port, no user info, no trailing dot, and is lower case; `domain` is the registrable
    domain. `masked` is the URL fit for a report: secrets replaced by `***`. `canonical` is the URL without tracking
    parameters (equal to `url` if there are none). `target` is the address inside a redirector link.
    """

    url: str
    scheme: str = ""
    host: str = ""
    domain: str = ""
    port: int = 0
    reach: Reach = "relative"
    malformed: str = ""  # why it can never work, as words for a sentence; "" when well formed
    credentials: str = ""  # "password", "user", "token": what secret it carries
    placeholder: str = ""  # why it is no real address: "example domain", "fill-in text", "dead anchor"
    masked: str = ""
    canonical: str = ""
    tracking: tuple[str, ...] = ()  # names of the tracking parameters found, in order
    chat_tool: str = ""  # the chat tool that a parameter says the address came from
    target: str = ""
    redirector: str = ""  # whose redirector: "Google", "Outlook Safe Links"
    social: str = ""  # the social network the address is a post or profile on
    source: Source = UNKNOWN  # what lists say of the host and path, and whose it is
    mirror: str = ""  # what kind of copy it is: "AMP cache", "Google Translate"
    original: str = ""  # the address it is a copy of, where that is certain
    edition: str = ""  # the address the same page probably has outside its AMP edition
    lookalike: Lookalike = ""  # how it resembles the domain of an outlet that it is not
    resembles: str = ""  # that domain


class Link(NamedTuple):
    """One address in the document; `start:end` covers the destination as written."""

    kind: LinkKind
    start: int
    end: int
    url: str
    label: str
    address: Address
    outer_start: int
    outer_end: int
    alone: bool  # nothing else stands on its line: cited as a source of its own
    occurrence: int  # 1 for the first link to this address in the document
    first_start: int  # where that first one stands
    first_end: int
    story_host: str = ""  # the host of an earlier link, to another outlet, that leads to the same story
    story_start: int = 0
    story_end: int = 0
    story_agency: str = ""  # the agency whose story it is


class Passage(NamedTuple):
    """A stretch of text that copying or a tool left behind."""

    kind: PassageKind
    start: int
    end: int
    evidence: str


class Excerpt(NamedTuple):
    """A pasted article or post, a block quotation, or a text that ends before it is over; `start:end` covers it.

    `seen_start:seen_end` are the words that show how it was cut, empty at its end when it is whole.
    """

    kind: ExcerptKind
    start: int
    end: int
    cut: CutKind
    source: str  # the address it is taken from
    evidence: str
    seen_start: int
    seen_end: int
    part: int = 1  # which of the excerpts from this address it is
    parts: int = 1


class Mention(NamedTuple):
    """An outlet named in the prose. `name` is its canonical name, or the words as written when several outlets bear it.

    `relation` says how the links in its scope go with it: to the outlet itself, to one of its house, to a page about
    it, to another outlet, and so on; `link_start:link_end` and the fields after are about the link that said so.
    """

    start: int
    end: int
    name: str
    domains: tuple[str, ...]
    candidates: int
    form: MentionForm
    attributed: bool = False  # the sentence gives words or facts to the outlet
    country: str = ""
    medium: str = ""
    relation: LinkRelation = "none"
    linked_domain: str = ""
    linked_outlet: str = ""
    link_start: int = 0
    link_end: int = 0
    own: bool = False  # it is the house itself


class Speaker(NamedTuple):
    """Whom words are given to: the mention nearest to the cue, the fullest name it stands for ("" if none is told)."""

    text: str
    start: int
    end: int
    kind: SpeakerKind
    name: str = ""


class Cue(NamedTuple):
    """The word that gives words to a speaker: said, according to."""

    text: str
    start: int
    end: int


class SourceInScope(NamedTuple):
    """What a reader could check the words against, and how near to them it stands."""

    kind: SourceKind
    text: str  # its address, key or name
    start: int
    end: int
    scope: SourceScope


class Alterations(NamedTuple):
    """What the writer marked as changed in quoted words."""

    inserted: tuple[str, ...] = ()  # what stands between square brackets, in order
    elided: Elision = ""  # where an ellipsis stands
    sic: bool = False
    emphasis: bool = False  # it is said that emphasis was added


class Quotation(NamedTuple):
    """What stands between quotation marks, without them, or a block quotation."""

    kind: QuotationKind
    start: int
    end: int
    plain: str  # the same words as rendered
    group: int  # equal for the parts of one utterance
    speaker: Speaker | None = None
    cue: Cue | None = None
    outlet: str = ""  # canonical name of the outlet it was said to or in
    sources: tuple[SourceInScope, ...] = ()
    depth: int = 0  # of quotation marks around it
    opened: bool = True  # a mark opens it; false where a quotation goes on in a paragraph that has no mark of its own
    closed: bool = True  # a mark closes it
    goes_on: bool = False  # not closed because the next paragraph goes on
    clue: SpeakerClue = "none"  # by which way the speaker was told
    turn: bool = False  # a turn of a transcript or interview
    venue: str = ""  # where the sentence says it was said or written, as written: an outlet, a dated document
    relay: str = ""  # who passed the words on, as written
    alterations: Alterations = Alterations()


class Attribution(NamedTuple):
    """Indirect speech or a reported fact; `start:end` covers the attributed words."""

    start: int
    end: int
    source: Speaker
    cue: Cue | None = None
    sources: tuple[SourceInScope, ...] = ()


class Claim(NamedTuple):
    """A sentence that states something a reader could check; without `sources` nothing beside it says where it is from.

    `score` (0…1) says how much it needs a source, whatever stands beside it; `reasons` why.
    """

    start: int
    end: int
    score: float
    reasons: tuple[ClaimReason, ...]
    sources: tuple[SourceInScope, ...] = ()
    social: str = ""  # the social network all its sources are posts on
    genre: Genre = "prose"  # what the document is for


class Phrase(NamedTuple):
    """Words that hide who, when or where; `sourced` says that a link or citation stands in their sentence."""

    kind: PhraseKind
    start: int
    end: int
    sourced: bool = False


class Suppression(NamedTuple):
    """An in-document ignore: `start:end` is the directive; it holds for findings that begin on lines `first`…`last`."""

    kind: SuppressionKind
    start: int
    end: int
    rules: tuple[str, ...]  # ids or names as written; () means it was left open: every rule
    reason: str
    first: int
    last: int


class Identifier(NamedTuple):
    """The name of a work in a scheme of its own, without the words that announce it; `value` is its normal form."""

    scheme: IdentifierScheme
    start: int
    end: int
    value: str
    valid: bool
    fault: str = ""  # why it names nothing, as words for a sentence; "" when it is valid
    linked: bool = True  # it stands in a link, or in one block with a link to it


class Citation(NamedTuple):
    """A footnote, a reference label, a citation key, a number or author and year, where it is used or defined.

    A definition is a footnote's text, a label's address or an entry of a list of references; an entry that nothing can
    cite by name has the key "". `first_start:first_end` is the earlier entry of the same list for the same work.
    """

    kind: CitationKind
    role: CitationRole
    start: int
    end: int
    key: str
    resolved: bool  # a use: something defines it; a definition: it is the first of its key
    used: bool = True  # a definition: something uses it
    checked: bool = True  # all was read that could define it
    occurrence: int = 1  # a use of a key: 1 for the first in the document
    entry_count: int = 1  # a use of a key: how many entries of the bibliography bear it
    list_used: bool = True  # an entry: the text cites some entry of its list
    same: SameWork = ""  # an entry: what it has in common with the earlier one
    first_start: int = 0
    first_end: int = 0


class Facts(NamedTuple):
    """All facts of one document, each kind in source order."""

    links: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    passages: tuple[Passage, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    outlets: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    other_language: str = ""  # in which the document is, where what knows English only did not look; "" for English
