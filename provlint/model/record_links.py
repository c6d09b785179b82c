"""Where a document points to: links, citations, identifiers and outlets, as rules see them. Shapes as in `records`."""

from typing import Annotated, NamedTuple

from provlint.model.words import (
    CitationKind,
    CitationRole,
    Format,
    IdentifierScheme,
    LinkKind,
    LinkRelation,
    Lookalike,
    MentionForm,
    Reach,
    SameWork,
    Verdict,
)


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
    story_host: Annotated[str, "the host of an earlier link, to another outlet, that leads to the same story"] = ""
    story_line: Annotated[int, "the line of that link"] = 0
    story_agency: Annotated[str, "the agency whose story it is, where one is named"] = ""
    paywall_by: Annotated[str, "the lists, with dates, by which its pages stand behind a paywall"] = ""
    own: Annotated[bool, "the settings say that it is a site of the house itself"] = False
    denied_as: Annotated[str, "what a policy of the house denies it as: tabloid (listed by …), a domain…"] = ""
    policy: Annotated[str, "the policy that does, its line in the settings and its reason"] = ""
    verdict_kind: Annotated[str, "what sort within the verdict: gone, expired, homepage, soft-404, parked, login…"] = ""
    status: Annotated[int, "the HTTP status that the address answered, 0 for none"] = 0
    final_url: Annotated[str, "the address that answered in the end"] = ""
    moved_to: Annotated[str, "where a page has moved for good, fragment kept; empty if it has not"] = ""
    hop_count: Annotated[int, "how many redirects led to the end"] = 0
    failed_days: Annotated[int, "days in a row, of those it was asked on, on which it failed"] = 0
    archived_url: Annotated[str, "for a dead address, the archived copy nearest to the document's date"] = ""
    archived_at: Annotated[str, "the day that copy was made, ISO 8601"] = ""
    note: Annotated[str, "what is worth knowing of an address that is fine"] = ""
    front_page: Annotated[bool, "the address is that of a site, without a page: no path and no query"] = False
    first_alone: Annotated[bool, "the first link to this address stands alone on its line, too"] = False


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
    own: Annotated[bool, "the settings say that it is the house itself"] = False
