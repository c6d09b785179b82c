"""Lines that say who wrote, when, or whose picture it is; and lines a web page leaves around an article."""

import re

from provlint.text.dates import iso_date
from provlint.text.patterns import lazy

_WHEN = lazy(
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\.?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})(?!\d)"
)
_TIME = lazy(
    r"(?:,?\s*(?:at|@|[-–—|·•])?\s*|T)\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[AaPp]\.?[Mm]\.?)?"
    r"(?:\s*(?:\(?[A-Z]{2,4}\)?|Z|[-+]\d\d:?\d\d(?:\s\([A-Z]{2,4}\))?))?"
)
_CLOCK_FIRST = lazy(r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b)?(?!\S)")
_READING_TIME = lazy(r"\s*[-–—|·•]\s*\d+ min(?:ute)?s? read|\.")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DATE_WORDS = frozenset(
    ("", "date", "dated", "published", "posted", "updated", "modified", "published on", "posted on", "updated on",
     "last updated", "last updated on", "last modified", "first published", "first published on")
)  # fmt: skip
_PERSON = (
    r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|(?:al|bin|da|de|del|della|di|du|el|la|le|van|von|den|der|ibn|y)(?=\s)))*"
)
_BYLINE = lazy(
    r"(?:By|BY|Written by|Reported by|Story by|Text by|Author:)\s+(?!(?:The|A|An|This|It)\s)"
    rf"({_PERSON}(?:(?:, and|,| and| AND| &)\s{_PERSON})*)(?:\s*[|•·,–—-]+\s*.{{1,40}})?"
)
_DESKS = (
    "Staff Reporter", "Staff Writer", "Staff Correspondent", "Correspondent", "Bureau", "Bureau Report", "News Desk",
    "Newsdesk", "Web Desk", "Monitoring Desk", "Editorial Board", "News Agency", "News Service",
)  # fmt: skip
_POST = lazy(r"\b(?:Reporter|Writer|Correspondent|Editor|Bureau|Desk|Contributor|Columnist|Agency|Press)\b")
_PICTURE = lazy(
    r"\(?(?:Photo|Image|Picture|Photograph|Illustration|Screenshot|Graphic)s?(?: credit| source| courtesy)?s?"
    r"(?: by|:| courtesy of)\s.{1,100}|(?:Fig\.|Figure|Table|Chart|Map|Plate|Exhibit) \d{1,3}[.:]\s.{1,200}"
)
_PICTURE_DESKS = frozenset(
    ("pixabay", "unsplash", "pexels", "flickr", "getty images", "getty", "afp", "ap", "ap photo", "reuters", "epa",
     "shutterstock", "istock", "istockphoto", "wikimedia", "wikimedia commons", "bloomberg", "dpa", "xinhua")
)  # fmt: skip
_FURNITURE = frozenset(
    ("comments are closed", "comments are now closed", "comments have been disabled", "comments are disabled",
     "no posts to display", "no comments", "no comments yet", "previous article", "next article", "previous post",
     "next post", "older post", "newer post", "older posts", "newer posts", "older comments", "newer comments",
     "your email address will not be published", "required fields are marked *", "for immediate release",
     "leave a comment", "leave a reply", "post a comment", "add a comment", "write a comment", "log in to comment",
     "log in to reply", "load more", "load more comments", "view all comments", "show comments", "show more",
     "advertisement", "advertisements", "sponsored content", "continue reading", "continue reading below",
     "story continues below", "story continues below advertisement", "article continues below", "read more",
     "click here", "share this", "share this article", "share this post", "share this story", "share this page",
     "email this", "tweet this", "print this", "blogthis!", "share to x", "share to twitter", "share to facebook",
     "share to pinterest", "share on facebook", "share on twitter", "share on x", "skip to content",
     "skip to main content", "back to top", "all rights reserved", "accept cookies", "accept all cookies",
     "cookie policy", "cookie settings", "updated on", "loading")
)  # fmt: skip
_FURNITURE_OPENS = ("previous article ", "next article ", "previous post ", "next post ")
_COUNTER = lazy(  # a button and how often it was pressed, or how many things stand behind it
    r"(?:shares?|likes?|views?|tweets?|comments?|followers?|subscribers?|reactions?|claps?|(?:play|take|watch|view|see|show)"
    r" (?:all )?(?:videos?|quiz(?:zes)?|photos?|images?|comments?|polls?|more)) ?\(?\d[\d,.]*[km]?\)?"
    r"|\d[\d,.]*[km]? (?:shares?|likes?|views?|retweets|reposts|followers|subscribers|claps)"
)
# The running lines of each page (RFC 7322, section 4).
_PAGE_EDGE = lazy(r".{0,80}\[Page \d{1,4}\]|(?:RFC \d{1,5}|Internet-Draft)\s{3,}\S.{0,80}\s{3,}\w+ \d{4}")


def date_at(line: str) -> tuple[int, int] | None:
    """Where a written date, with its time of day if there is one, stands in a line."""
    found = _WHEN.search(line)
    if found is None or (iso_date(found[0]) is None and "/" not in found[0]):
        return None
    time = _TIME.match(line, found.end())
    return found.start(), time.end() if time else found.end()


def date_in(line: str) -> str:
    """The date in a line that is nothing but a date ("Posted on", a weekday, a time may stand by it), or ""."""
    place = date_at(line)
    if place is None:
        return ""
    before = line[: place[0]].rstrip(" ,.:·|•").lower()
    if clock := _CLOCK_FIRST.match(before):  # "10:14 AM · May 3, 2024"
        before = before[clock.end() :].strip()
    words = before.split()
    if words and words[-1].rstrip(",.").startswith(_WEEKDAYS) and len(words[-1]) <= 10:
        before = " ".join(words[:-1]).rstrip(" ,.:")
    rest = line[place[1] :]
    return line[slice(*place)] if before in _DATE_WORDS and (not rest or _READING_TIME.fullmatch(rest)) else ""


def byline(line: str) -> str:
    """Whom a byline names ("By Ann Lee", "By Ann Lee, Staff Writer", "Our Staff Reporter"), or "" for another line."""
    if found := _BYLINE.fullmatch(line):
        return found[1]
    return line if line.endswith(_DESKS) and line[0].isupper() and len(line) <= 80 else ""


def authors(names: str) -> tuple[str, ...]:
    """The persons a byline names, without their posts."""
    parts = (part.strip() for part in re.split(r",\s+(?:and\s+)?|\s+(?:and|AND|&)\s+", names))
    return tuple(part for part in parts if part and not _POST.search(part)) or (names,)


def is_caption(line: str) -> bool:
    """Whether the line says whose picture stood there ("Photo: …", "Name / Agency")."""
    desks = line.lower().split("/")[1:]
    return any(desk.strip() in _PICTURE_DESKS for desk in desks) or _PICTURE.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """Whether the line is certainly a web page's own ("Comments are closed.", "Previous article …"), not the text's."""
    words = line.lower().rstrip(".:")
    if words in _FURNITURE or words.startswith(_FURNITURE_OPENS) or _COUNTER.fullmatch(words):
        return True
    return _PAGE_EDGE.fullmatch(line) is not None
