"""What the web said when it was asked for an address: kept as it was said, and judged on the way out.

`WebAnswer` is what the fetcher gives, what the store keeps and what `--record` writes. It holds no verdict: one pure
function of `judge` turns it, together with the fragment that was asked for, into a word of the list of verdicts.
"""

from typing import Literal, NamedTuple

#: By what an address sent on to the next: the first has come from a document.
HopCause = Literal["document", "location", "refresh-header", "meta-refresh"]

#: Why no answer came, or none that was read. "" when one did.
Failure = Literal[
    "",
    "no-such-name",  # the name server says that there is no such name
    "name-not-resolved",  # no name server answered, or it failed
    "no-route",  # no way to the address from here
    "connection-refused",
    "connection-reset",
    "timed-out",  # the deadline of the address or of the run
    "tls",  # see TlsFault
    "not-http",  # what came is not an HTTP answer, or breaks its rules
    "redirect-loop",
    "too-many-redirects",
    "redirect-without-target",
    "redirect-malformed",  # its target is no address
    "redirect-refused",  # its target is not of the web: file:, ftp:, javascript:
    "address-refused",  # private, loopback, metadata…: no packet was sent
    "port-refused",
    "address-malformed",
    "limit-reached",  # of addresses a run or a host
    "skipped",  # the settings leave it out, or robots.txt where it is obeyed
    "stopped",  # the run ended first
]

TlsFault = Literal["", "expired", "not-yet-valid", "self-signed", "untrusted", "wrong-host", "protocol"]

#: How far the body was read. "type" is a body that is not text and was left unread.
BodyState = Literal["none", "empty", "whole", "cut", "broken", "type"]


class Hop(NamedTuple):
    """One address that was asked on the way, without fragment, and what it said."""

    url: str
    status: int = 0  # 0: no answer
    cause: HopCause = "document"


class Page(NamedTuple):
    """What the page room reads off a body. Absent text is ""; every text is cut at 300 characters.

    `ids` are the names that a fragment can point to: `id` attributes and `<a name>`. `sample` is a short sketch of the
    text (see `provlint.page`) by which two pages of one host, or one page of two days, are told apart.
    """

    title: str = ""
    language: str = ""
    canonical: str = ""  # absolute
    refresh: str = ""  # absolute target of a meta refresh of at most ten seconds
    ids: frozenset[str] = frozenset()
    text_length: int = 0  # characters of visible text
    sample: tuple[int, ...] = ()
    noindex: bool = False
    script_built: bool = False  # the text is made by a script: little text, a root element or a noscript plea
    sign_in: str = ""  # the evidence, as words for a sentence: 'a password field', 'the title "Log in"'
    paywall: str = ""
    not_found: str = ""  # evidence of a page that says it is not there
    parked: str = ""  # evidence of a domain that is for sale or shows only advertisements
    challenge: str = ""  # evidence of a wall against robots
    unrelated: str = ""  # evidence of a page taken over: gambling, pills
    bare: bool = False  # markup with nothing in it to read, to see or to run
    passages_found: frozenset[str] = frozenset()  # those text fragments asked for that stand in the text


class WebAnswer(NamedTuple):
    """All that was learnt of one address (no fragment, no user info).

    `headers` has only those that matter, in lower case.
    """

    url: str
    hops: tuple[Hop, ...] = ()
    failure: Failure = ""
    detail: str = ""  # what exactly went wrong, in words for people; at most 200 characters, no control characters
    tls: TlsFault = ""
    status: int = 0  # of the last hop
    reason: str = ""  # the server's phrase, cut like detail
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = ""  # without parameters, in lower case
    body: BodyState = "none"
    body_fault: str = ""  # "not gzip though it says so", "shorter than announced", "grows beyond the cap"
    page: Page | None = None  # None: not read, or no page
    text: str = ""  # the decoded body, kept only where words of it are wanted
    sibling: Page | None = None  # what the same host shows for an address that cannot exist; None: not asked
    sibling_status: int = 0  # 0: not asked
    second_status: int = 0  # what the second look, with headers like a browser's, was answered; 0: not taken
    tries: int = 1
    retry_after: int = 0  # seconds, as the server asked; 0: nothing said
    downgraded: bool = False  # some hop led from https to http
    peer: str = ""  # the address that was connected to last
    content_hash: str = ""  # of what was read of the body, SHA-256 in hexadecimal
    checked_at: str = ""  # UTC, ISO 8601 with seconds

    @property
    def final_url(self) -> str:
        """The address that answered in the end."""
        return self.hops[-1].url if self.hops else self.url


class Look(NamedTuple):
    """One day's look at an address, for the history: the ISO day, and whether it failed."""

    day: str
    failed: bool
    status: int = 0
    title: str = ""
    language: str = ""


class Wanted(NamedTuple):
    """What a run wants to know of one address: the fragments its documents point to, and whether its words count."""

    url: str  # normalised, no fragment
    fragments: frozenset[str] = frozenset()  # as written, without "#"
    text: bool = False  # a quotation is to be verified: the page's text is wanted, not just its signals
