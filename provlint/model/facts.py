"""Facts: what a document contains, measured and not judged. Offsets as in `provlint.model.document`."""

from typing import NamedTuple

from provlint.model.document import Label
from provlint.model.words import (
    LinkKind,
    PassageKind,
    QuotationKind,
    Reach,
    SourceKind,
    SourceScope,
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


class Passage(NamedTuple):
    """A stretch of text that copying or a tool left behind."""

    kind: PassageKind
    start: int
    end: int
    evidence: str


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


class Attribution(NamedTuple):
    """Indirect speech or a reported fact; `start:end` covers the attributed words."""

    start: int
    end: int
    source: Speaker
    cue: Cue | None = None
    sources: tuple[SourceInScope, ...] = ()


class Suppression(NamedTuple):
    """An in-document ignore: `start:end` is the directive; it holds for findings that begin on lines `first`…`last`."""

    kind: SuppressionKind
    start: int
    end: int
    rules: tuple[str, ...]  # ids or names as written; () means it was left open: every rule
    reason: str
    first: int
    last: int


class Facts(NamedTuple):
    """All facts of one document, each kind in source order."""

    links: tuple[Link, ...] = ()
    citations: tuple[Label, ...] = ()
    passages: tuple[Passage, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
