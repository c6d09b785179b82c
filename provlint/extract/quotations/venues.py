"""The sentence around a quotation → where it says that the words were said or written, and who passed them on.

An outlet is told by the words that outlets have in their names, not by a list of them: "told the Harbour Gazette",
"in an interview with Radio Coast". A document counts when it is dated or named: "in a letter of 3 May".
"""

from typing import NamedTuple

from provlint.text.patterns import lazy

_WINDOW = 220  # characters on either side of a quotation
# The stop first: what stands before it is looked at where one was found.
_SENTENCE_END = lazy(
    r"[.!?](?<![A-Z].)(?<!Mr.)(?<!Ms.)(?<!Dr.)(?<!Mrs.)(?<!Sen.)(?<!Gov.)(?<!St.)[”\"’)]*\s+(?=[A-Z“\"‘])"
)
_NAME = r"(?:the |The )?[A-Z][\w’'&.-]*(?: (?:of |the |and |& |for )?[A-Z][\w’'&.-]*){0,5}"
_OUTLET_WORD = (
    r"(?:Times|Post|Journal|News\w*|Herald|Tribune|Guardian|Reuters|Bloomberg|BBC|CNN[\w-]*|NBC|CBS|ABC|MSNBC|CNBC|NPR"
    r"|PBS|AFP|AP|Press|Magazine|Radio|TV|Television|Network|Channel|Gazette|Chronicle|Telegraph|Observer|Review"
    r"|Weekly|Daily|Mail|Mirror|Standard|Independent|Economist|Atlantic|Nikkei|Spiegel|Zeitung|Figaro|Jazeera|Today)"
)
_OUTLET = lazy(rf"\b(?<![\w’'.-]){_OUTLET_WORD}(?![\w’'-])")
_TOLD = lazy(
    r"\b(?:told|tells|telling|(?:speaking|spoke|speaks|talking|talked|writing|wrote|writes|written)"
    r" (?:to|with|in|for|on)|(?:interview|conversation|podcast|Q&A) (?:with|on|in|for)|published (?:in|by|on))"
    rf" (?P<whom>(?:\w+(?: \w+)? (?:of|at|from|for) )?{_NAME})"
)
_CHANNEL = lazy(
    r"\b(?:told|to|on|in|with) (?:an? |the |its |their )?(?:[\w-]+ ){0,3}"
    r"(?:channel|podcast|newspaper|magazine|show|programme|program|broadcaster|journal|blog) [“\"‘']?"
    rf"(?P<whom>{_NAME})"
)
_DATE = (
    r"(?:(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?"
    r"|Feb\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?: \d{1,2})?,? ?(?:19|20)?\d\d|(?:19|20)\d\d)"
)
_DOCUMENT = (
    r"(?:interview|speech|address|statement|letter|memo|memorandum|report|article|op-ed|essay|column|blog post|tweet"
    r"|press release|news release|testimony|hearing|lecture|paper|book|email|e-mail|study|survey)"
)
_ARTICLE = r"(?:(?:an?|the|his|her|their|its|this) (?:[\w-]+ ){0,2})?"
_DATED = lazy(rf"\b(?P<whom>{_ARTICLE}{_DOCUMENT}(?: (?:of|from|in|on|dated|published(?: in| on)?))? {_DATE})(?!\d)")
_DATED_BEFORE = lazy(rf"\b(?P<whom>{_ARTICLE}{_DATE},? {_DOCUMENT})\b")
_YEAR_IN_FIGURES = lazy(r"\d\d")  # no date is without
_QUOTED_BY = lazy(rf"\b(?:as )?quoted (?:by|in) (?P<whom>{_NAME})")
_QUOTES = lazy(rf"(?P<whom>{_NAME}) (?:\w+ )?(?:quoted|quotes|cited|cites) [^.“\"]{{1,80}}? as saying")
_AS_SAYING = lazy(r"\b(?:was|were|been|is|being) (?:\w+ )?quoted (?:\w+ )?(?:as )?saying")

#: Who passes words on when the sentence does not say.
UNNAMED = "a report that is not named"


class Venue(NamedTuple):
    """Where words were said or written, and who passed them on; "" where the sentence does not say."""

    venue: str = ""
    relay: str = ""


def venue(plain: str, start: int, end: int) -> Venue:
    """What is said of the quotation at `plain[start:end]` in the rest of its sentence."""
    before, after = _before(plain, start), _after(plain, end)
    place = _told(before) or _told(after) or _dated(before) or _dated(after)
    return Venue(place, _relay(before) or _relay(after))


def sentence(plain: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around the marks at `plain[start:end]`, as far as it is read."""
    return max(0, start) - len(_before(plain, max(0, start))), end + len(_after(plain, end))


def _before(plain: str, start: int) -> str:
    text = plain[max(0, start - _WINDOW) : start].replace("\u00a0", " ")
    ends = list(_SENTENCE_END.finditer(text))
    return text[ends[-1].end() :] if ends else text


def _after(plain: str, end: int) -> str:
    text = plain[end : end + _WINDOW].replace("\u00a0", " ")
    found = _SENTENCE_END.search(text, 2)
    return text[: found.start()] if found else text


def _told(text: str) -> str:
    for found in _TOLD.finditer(text):
        whom = found["whom"].rstrip(".,’'")
        if _OUTLET.search(whom):
            return whom
    channel = _CHANNEL.search(text)
    return channel["whom"].rstrip(".,’'") if channel else ""


def _dated(text: str) -> str:
    if not _YEAR_IN_FIGURES.search(text):
        return ""
    found = _DATED.search(text) or _DATED_BEFORE.search(text)
    return found["whom"] if found else ""


def _relay(text: str) -> str:
    if "quot" not in text and "cite" not in text:
        return ""
    found = _QUOTED_BY.search(text) or _QUOTES.search(text)
    if found:
        return found["whom"]
    return UNNAMED if _AS_SAYING.search(text) else ""
