"""Facts: what a document contains, measured and not judged. Offsets as in `provlint.model.document`."""

from typing import NamedTuple

from provlint.model.document import Label
from provlint.model.words import CutKind, ExcerptKind, LinkKind, PassageKind, Reach, SuppressionKind


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
    excerpts: tuple[Excerpt, ...] = ()
