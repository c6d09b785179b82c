"""Comment threads in copied text: the heading that counts the comments, and the lines that say who wrote each.

The forms are those that common blog and forum software prints: Blogger ("Name said..."), WordPress ("Name says:", "Name
on DATE at TIME", "3 Responses to …"), phpBB ("Posted by Name on DATE", "Name wrote:"), Disqus and Reddit ("Name • 3
hours ago", "name 12 points 3 hours ago").
"""

from typing import Literal

from provlint.read.text_credits import date_at
from provlint.text.patterns import lazy

HeaderForm = Literal["", "said...", "says:", "posted", "dated"]

_COUNT = lazy(
    r"(?:\d[\d,.]*|no|one|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:comments?|responses?|replies|reply|thoughts?|reactions?)(?: so far)?(?: (?:on|to) .+)?[:.]?"
    r"|(?:reader |all )?comments(?: ?\(\d[\d,.]*\))?:?|(?:responses|replies|discussion) ?\(\d[\d,.]*\):?"
)
_SAID = lazy(r"(\S.{0,58}?)\s(?:said|says|wrote|writes|commented|replied|responded)\s?(\.\.\.|…|:)")
_DIGIT = lazy(r"\d")
_AT_TIME = lazy(r"At \d{1,2}:\d\d(?: ?[AaPp][Mm])?,? ")
_NUMBER = lazy(r"#?\d{1,4}[.:)]?\s+")
_BY = lazy(r"(?:(?:Re)?[Pp]osted|Comment(?:ed)?|Submitted|Reply|Written) by:?\s+")
_AGO = lazy(r"(?:\d{1,2}|an?|one|two|three) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b")
_CLOCK = lazy(r"\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?")
_POINTS = lazy(r"\s\d{1,6} points?\Z")
_SENTENCE = lazy(r"[!?:;“”\"]|\w{3}\.\s")
_SEPARATORS = " \t,|•·–—(-@"
_ARTICLES = frozenset(("the", "a", "an"))
_NOBODY = frozenset(
    ("he", "she", "they", "it", "we", "i", "you", "who", "and", "but", "or", "as", "so", "then", "when", "while", "if",
     "one", "some", "someone", "all", "everyone", "nobody", "this", "that", "these", "those", "which", "what", "not",
     "has", "have", "had", "his", "her", "my", "our", "their", "also", "only", "in", "on", "at", "to", "of", "for",
     "from", "with", "by", "since", "there", "updated", "published", "posted", "modified", "last", "created",
     "copyright", "©", "date", "edited", "joined")
)  # fmt: skip


def counts_comments(line: str) -> bool:
    """Whether the line heads a thread: "14 comments:", "3 Responses to …", "Comments (7)"."""
    return _COUNT.fullmatch(line.lower()) is not None


def comment_header(line: str) -> tuple[HeaderForm, str]:
    """The form of a comment's header and its author; ("", "") for another line."""
    when = _when(line)
    if when is None:
        return _said(line) if line[-1] in ".…:" else ("", "")
    start, end, timed = when
    head = line[:start].rstrip(_SEPARATORS)
    between, rest = line[len(head) : start], line[end:].strip(_SEPARATORS + ")")
    head = head.removesuffix(" on").removesuffix(" at").rstrip(_SEPARATORS)
    if said := _said(f"{head} {rest}")[1]:
        return "says:", said
    numbered = _NUMBER.match(head)
    head = head[numbered.end() :] if numbered else head
    if by := _BY.match(head):
        return "posted", _person(head[by.end() :], _NOBODY)
    name = _person(_POINTS.sub("", head), _NOBODY | _ARTICLES)
    # With no mark between name and date, only a time of day tells a header from "Harvard Crimson May 3, 1999".
    told = timed or between.strip(" \t,") != ""
    return ("dated", name) if name and told and len(name) <= 40 and len(rest) <= 40 else ("", "")


def _when(line: str) -> tuple[int, int, bool] | None:
    """Where a date, "hours ago" or, after "Posted by", a time of day stands; and whether it tells the time."""
    if " ago" in line and (found := _AGO.search(line)):
        return found.start(), found.end(), True
    if not _DIGIT.search(line):
        return None
    if place := date_at(line):
        return *place, _CLOCK.search(line, *place) is not None
    clock = _CLOCK.search(line) if _BY.match(line) else None
    return (clock.start(), clock.end(), True) if clock else None


def _said(line: str) -> tuple[HeaderForm, str]:
    """The header "Name said..." or "Name says:"."""
    opening = _AT_TIME.match(line)
    found = _SAID.fullmatch(line, opening.end() if opening else 0)
    if found is None:
        return "", ""
    dotted = found[2] != ":"
    name = _person(found[1], _NOBODY if dotted else _NOBODY | _ARTICLES)
    return ("said..." if dotted else "says:", name) if name else ("", "")


def _person(name: str, nobody: frozenset[str]) -> str:
    """The name, or "" if it opens or reads like a sentence."""
    words = name.split(None, 1)
    return "" if not words or words[0].lower() in nobody or _SENTENCE.search(name) else name.strip()
