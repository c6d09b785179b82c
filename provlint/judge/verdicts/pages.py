"""A page that was given with success → whether it is the page that was cited, or stands in its place."""

import re
from collections.abc import Sequence

from provlint.judge.verdicts.history import before
from provlint.judge.verdicts.redirects import is_cosmetic
from provlint.model.answers import Answer
from provlint.model.web import Look, Page, WebAnswer
from provlint.text.normal import percent_decoded, split
from provlint.text.samples import likeness

_CHOICES = 300  # several pages to choose from: what they are may stand in the headers
_SAME = 0.9  # likeness of two pages from which on they are one
_FEWEST_CHARACTERS = 120  # of a page's text: shorter ones are alike by chance
_FEWEST_WORDS = 3  # of a path that was made of a headline
_SLUG_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?=[-_])|(?<=[-_])[^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
#: Endings of files that browsers show or save as they are, and are never a page.
_FILE = re.compile(
    r"\.(pdf|ps|epub|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|tsv|zip|gz|tgz|bz2|xz|7z|rar|mp3|mp4|wav)\Z", re.IGNORECASE
)
#: Parts of a path by which a site shows a file inside a page of its own.
_VIEWER = re.compile(r"/(?:blob|blame|tree|src|view|viewer|preview|wiki|record|files?|attachments?|web)/|/\w+:", re.I)
_PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml"))


def from_page(answer: WebAnswer, history: Sequence[Look]) -> Answer | None:
    """What the page itself says against being the one that was cited; None for nothing."""
    page = answer.page
    if answer.status in (204, 205) or (answer.status < _CHOICES and (answer.body == "empty" or (page and page.bare))):
        return Answer("suspect", "the server answered with success and an empty page", "empty")
    if page is None:
        return wrong_type(answer)
    if page.parked:
        return Answer("suspect", f"the domain seems to be parked or for sale: {page.parked}", "parked")
    if page.not_found and not _ABOUT_IT.search(percent_decoded(split(answer.url).path)):
        told = f"the page says that it is not there, though the server answered {answer.status}: {page.not_found}"
        return Answer("suspect", told, "soft-404")
    if _is_login(answer, page):
        return Answer("auth-required", f"the page is for people who have signed in: {page.sign_in}", "login")
    return _like_any_other(answer, page) or _taken_over(answer, page, history) or wrong_type(answer)


def _is_login(answer: WebAnswer, page: Page) -> bool:
    return bool(page.sign_in) and not _SIGN_IN_ADDRESS.search(percent_decoded(split(answer.url).path))


#: A page that is cited for what it says of missing pages.
_ABOUT_IT = re.compile(r"404|410|not[-_ ]?found|error", re.IGNORECASE)
_SIGN_IN_ADDRESS = re.compile(r"log[-_]?(?:in|on)|sign[-_]?(?:in|on|up)|auth|account|register|password", re.IGNORECASE)


def _like_any_other(answer: WebAnswer, page: Page) -> Answer | None:
    """A soft 404 found out by asking for a page that cannot exist (Bar-Yossef et al., 2004)."""
    sibling = answer.sibling
    if sibling is None or not 200 <= answer.sibling_status < 300 or page.script_built or sibling.script_built:
        return None
    if min(page.text_length, sibling.text_length) < _FEWEST_CHARACTERS or split(answer.url).path in ("", "/"):
        return None
    if page.title != sibling.title or likeness(page.sample, sibling.sample) < _SAME:
        return None
    if not page.noindex and not _lost_its_words(answer, page):
        return None
    return Answer("suspect", "the server shows the same page for an address that cannot exist", "soft-404")


def _lost_its_words(answer: WebAnswer, page: Page) -> bool:
    """Whether a redirect led from an address with the words of a headline to a page that has none of them."""
    path = percent_decoded(split(answer.url).path).rstrip("/")
    if (
        len(answer.hops) < 2
        or is_cosmetic(answer.url, answer.final_url)
        or len(_SLUG_WORD.findall(path)) < _FEWEST_WORDS
    ):
        return False
    return not _words(path) & (_words(page.title) | _words(percent_decoded(answer.final_url)))


def _taken_over(answer: WebAnswer, page: Page, history: Sequence[Look]) -> Answer | None:
    earlier = before(answer, history)
    if not (earlier or page.unrelated):
        return None
    asked = split(answer.url)
    known = {word for look in earlier for word in _words(look.title)} or _words(asked.host)
    now = _words(page.title)
    if known & now:
        return None
    was = f": on {earlier[-1].day} its title was “{earlier[-1].title}”" if earlier else ""
    if page.unrelated and not (_words(percent_decoded(asked.path)) - _EVERYWHERE) & now:
        return Answer("suspect", f"the page seems to have been taken over: {page.unrelated}{was}", "taken-over")
    language = _language(earlier[-1].language) if earlier else ""
    if now and language and _language(page.language) not in ("", language):
        return Answer("suspect", f"another page stands there now, in another language{was}", "changed")
    return None


def wrong_type(answer: WebAnswer) -> Answer | None:
    """`suspect` where a file was cited and a page came."""
    path = percent_decoded(split(answer.url).path)
    file = _FILE.search(path)
    if not file or answer.content_type not in _PAGE_TYPES or _VIEWER.search(path):
        return None
    return Answer("suspect", f"a file ({file[1].lower()}) was cited, and a page came", "wrong-type")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


#: Words of paths and titles that say nothing of what a page is about.
_EVERYWHERE = frozenset((
    "html", "htm", "php", "index", "page", "home", "news", "online", "best", "the", "and", "for", "new", "site", "top",
))  # fmt: skip


def _language(tag: str) -> str:
    return tag.lower().partition("-")[0].partition("_")[0]
