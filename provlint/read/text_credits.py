"""Lines that say who wrote, when, or whose picture it is; and lines a web page leaves around an article."""

import re

from provlint.text.dates import iso_date

_WHEN = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\.?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})(?!\d)"
)
_TIME = re.compile(
    r"(?:,?\s*(?:at|@|[-–—|·•])?\s*|T)\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*\(?[A-Z]{2,4}\)?)?"
)
_READING_TIME = re.compile(r"\s*[-–—|·•]\s*\d+ min(?:ute)?s? read|\.")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DATE_WORDS = frozenset(
    ("", "date", "dated", "published", "posted", "updated", "modified", "published on", "posted on", "updated on",
     "last updated", "last updated on", "last modified", "first published", "first published on")
)  # fmt: skip
_PERSON = (
    r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|(?:al|bin|da|de|del|della|di|du|el|la|le|van|von|den|der|ibn|y)(?=\s)))*"
)
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Reported by|Story by|Text by|Author:)\s+(?!(?:The|A|An|This|It)\s)"
    rf"({_PERSON}(?:(?:, and|,| and| AND| &)\s{_PERSON})*)(?:\s*[|•·,–—-]+\s*.{{1,40}})?"
)
_DESKS = (
    "Staff Reporter", "Staff Writer", "Staff Correspondent", "Correspondent", "Bureau", "Bureau Report", "News Desk",
    "Newsdesk", "Web Desk", "Monitoring Desk", "Editorial Board", "News Agency", "News Service",
)  # fmt: skip
_POST = re.compile(r"\b(?:Reporter|Writer|Correspondent|Editor|Bureau|Desk|Contributor|Columnist|Agency|Press)\b")
_PICTURE = re.compile(
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
_FURNITURE_OPENS = ("previous article ", "next article ", "previous post ", "next post ", "play quizzes ")
_PAGE_FOOT = re.compile(r".{0,80}\[Page \d{1,4}\]")  # RFC 2223


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
    before = line[: place[0]].rstrip(" ,.:").lower()
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
    return words in _FURNITURE or words.startswith(_FURNITURE_OPENS) or _PAGE_FOOT.fullmatch(line) is not None
