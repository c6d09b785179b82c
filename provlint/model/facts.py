"""Facts: what a document contains, measured and not judged. Offsets as in `provlint.model.document`."""

from typing import NamedTuple

from provlint.model.document import Label
from provlint.model.sources import UNKNOWN, Source
from provlint.model.words import (
    LinkKind,
    LinkRelation,
    Lookalike,
    MentionForm,
    PassageKind,
    Reach,
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


class Passage(NamedTuple):
    """A stretch of text that copying or a tool left behind."""

    kind: PassageKind
    start: int
    end: int
    evidence: str


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
    outlets: tuple[Mention, ...] = ()
