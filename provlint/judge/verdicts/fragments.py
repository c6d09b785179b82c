"""The fragment of a cited address and the page that answered → whether the fragment points to something.

The base is the HTML standard, "Scrolling to a fragment", and the draft on text fragments: an id, else an anchor's name,
first as written, then percent-decoded; `top` and the empty one are always there. Line numbers of code hosts, routes of
pages built by script and the parts of a PDF are no ids of a page and cannot be looked up in one.
"""

import re

from provlint.model.answers import Answer
from provlint.model.web import Page, WebAnswer
from provlint.text.normal import percent_decoded, split

DIRECTIVE = ":~:"
_PREFIX = "user-content-"  # what GitHub and its kin put before the ids of rendered documents
_LINES = re.compile(r"(?:L|LC|lines?-?|n|l)[0-9]+(?:C[0-9]+)?(?:[-:,](?:L|LC|lines?-?|n|l)?[0-9]+(?:C[0-9]+)?)?\Z")
_ROUTE = re.compile(r"!|/")
_TEXT = re.compile(r"(?:\A|&)text=([^&]+)")
_PAGES = frozenset(("", "text/html", "application/xhtml+xml"))
#: Hosts that build the places of their pages by script, whatever their first answer looks like; read in 2026-11.
_SCRIPTED = (
    "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sourcegraph.com", "youtube.com", "x.com",
    "twitter.com", "facebook.com", "docs.google.com", "drive.google.com", "groups.google.com",
    "mail.google.com", "app.element.io", "matrix.to", "web.telegram.org", "figma.com", "notion.so",
)  # fmt: skip


def from_fragment(cited: str, answer: WebAnswer) -> Answer | None:
    """`fragment-missing` or `fragment-unverifiable` for the fragment of `cited`; None where there is nothing to say."""
    _, sign, fragment = cited.partition("#")
    element, directive, directives = fragment.partition(DIRECTIVE)
    if not sign or answer.content_type not in _PAGES or _is_no_page(answer):
        return None
    found = _element(element, answer)
    if found or not directive:
        return found
    return _passages(_TEXT.findall(directives), answer)


def _is_no_page(answer: WebAnswer) -> bool:
    """Whether what came without a content type was read, and held no markup."""
    return not answer.content_type and answer.page is None and answer.body in ("whole", "cut")


def _element(fragment: str, answer: WebAnswer) -> Answer | None:
    page = answer.page
    if fragment == "" or percent_decoded(fragment).lower() == "top" or (page and stands(fragment, page)):
        return None
    if _ROUTE.match(fragment):
        return _unverifiable(f"#{fragment} is for a script of the page", "script")
    if _LINES.match(fragment):
        return _unverifiable(f"#{fragment} is a line that a script of the page shows", "line")
    if unread := _unread(answer, f"#{fragment}"):
        return unread
    return Answer("fragment-missing", f"the page has no place called #{fragment}{_near(fragment, page)}", "place")


def _passages(passages: list[str], answer: WebAnswer) -> Answer | None:
    page = answer.page
    if not passages or (page and any(passage in page.passages_found for passage in passages)):
        return None
    words = percent_decoded(passages[0])
    if unread := _unread(answer, f"the passage “{words}”"):
        return unread
    return Answer(
        "fragment-missing", f"the words that the address points to, “{words}”, are not on the page", "passage"
    )


def _unread(answer: WebAnswer, what: str) -> Answer | None:
    """Why the page as it was read says nothing about what is not in it."""
    page = answer.page
    if page is None or answer.body in ("none", "type"):
        return _unverifiable(f"{what} could not be looked up: the page was not read", "unread")
    if answer.body in ("cut", "broken"):
        why = f": {answer.body_fault}" if answer.body_fault else ""
        return _unverifiable(f"{what} is not in the part of the page that was read{why}", "unread")
    if page.script_built:
        return _unverifiable(f"{what} could not be looked up: a script builds the page", "script")
    host = split(answer.final_url).host.lower()
    if any(host == name or host.endswith(f".{name}") for name in _SCRIPTED):
        return _unverifiable(f"{what} could not be looked up: scripts of {host} make the places of its pages", "script")
    return None


def stands(fragment: str, page: Page) -> bool:
    """Whether the page has a place of that name."""
    decoded = percent_decoded(fragment)
    names = (fragment, decoded, _PREFIX + fragment, _PREFIX + decoded)
    return any(name in page.ids for name in names)


def _near(fragment: str, page: Page | None) -> str:
    wanted = percent_decoded(fragment).lower()
    near = sorted(name for name in page.ids if name.lower() == wanted) if page else []
    return f", only #{near[0]}" if near else ""


def _unverifiable(reason: str, kind: str) -> Answer:
    return Answer("fragment-unverifiable", reason, kind)
