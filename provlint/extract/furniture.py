"""Document → furniture: lines that belong to the web page a text was copied from, not to the text."""

import re
from bisect import bisect_left

from provlint.model.document import Block, Document
from provlint.model.facts import Passage
from provlint.text.patterns import lazy

_LONGEST = 300
_LOST = "an invitation whose link was lost"
# The wording of consent banners (the EDPB's guidelines on consent, 05/2020, show it).
_COOKIES = lazy(
    r"\b(?:we|this (?:web)?site|our (?:web)?site|our partners)\b[^.]{0,60}\buses?\b[^.]{0,40}\bcookies\b.*"
    r"\b(?:accept|agree|consent|continu(?:e|ing)|preferences|learn more|got it|settings)\b",
    re.IGNORECASE | re.DOTALL,
)
_INVITES = lazy(
    r"\b(?:sign up|subscribe|register|log in|join|enroll|click)(?: for free| now| today| to [\w ]{1,30})? here\W*\Z"
    r"|\b(?:sign up|subscribe) (?:for|to) (?:our|the|my) (?:free )?(?:\w+ )?(?:newsletters?|mailing list|updates)\W*\Z",
    re.IGNORECASE,
)
_INVITE_HINTS = ("here", "newsletter", "list", "updates")
_LINE = lazy(
    r"(?:advertisements?|comments (?:are|have been) (?:now )?(?:closed|disabled)|no posts to display"
    r"|skip to (?:main )?content|(?:story|article) continues below(?: (?:this )?advertisement)?"
    r"|your e-?mail address will not be published|click to share on .{2,20}(?: \(opens in new window\))?"
    r"|like this: like loading|share this: .{0,60}|loading|(?:accept|reject|allow) (?:all )?cookies|play quizzes \d+"
    r"|\d+ shares|share (?:this|on) (?:article|story|post|facebook|twitter|x))\W*",
    re.IGNORECASE,
)
_BUTTON = lazy(r"[A-Za-z-]+")
# Whose buttons stand in such rows.
_NETWORKS = frozenset((
    "bluesky", "e-mail", "email", "facebook", "flipboard", "instagram", "linkedin", "mastodon", "messenger",
    "pinterest", "pocket", "print", "reddit", "telegram", "threads", "tumblr", "twitter", "whatsapp", "x",
))  # fmt: skip
# What else stands on buttons.
_BUTTONS = _NETWORKS | frozenset((
    "copy", "like", "link", "mail", "more", "on", "pin", "post", "save", "share", "this", "tweet", "via",
))  # fmt: skip
_FEWEST_BUTTONS = 3
_LEAVES = frozenset(("paragraph", "list-item", "furniture"))
#: Formats in which a footer or an aside was set by the writer: notes, a box.
_WRITTEN = frozenset(("markdown", "rst"))


def furniture(document: Document) -> list[Passage]:
    """The furniture of a document; lines of it that follow each other are one passage."""
    found: list[Passage] = []
    last = -2
    by_writer = document.format in _WRITTEN
    for index, block in enumerate(document.blocks):
        evidence = _evidence(block, by_writer=by_writer)
        if not evidence or (evidence == _LOST and _has_link(document, block)):
            continue
        if last == index - 1 and found[-1].evidence == evidence:
            found[-1] = found[-1]._replace(end=block.end)
        else:
            found.append(Passage("furniture", block.start, block.end, evidence))
        last = index
    return found


def _has_link(document: Document, block: Block) -> bool:
    """Whether markup marks an address in a block, HTML inside Markdown with it."""
    at = bisect_left(document.targets, block.start, key=lambda target: target.start)
    return at < len(document.targets) and document.targets[at].start < block.end


def _evidence(block: Block, *, by_writer: bool) -> str:
    """What makes a block furniture, "" if nothing does; `by_writer`: markup that sets it apart is the writer's own."""
    if block.kind == "furniture" and not by_writer:
        return "a button or notice of a web page"
    if block.kind not in _LEAVES or not 0 < len(block.plain) <= _LONGEST:
        return ""
    plain = block.plain.strip()
    last = plain[-40:].lower()
    if len(plain) < 80:
        if block.kind != "list-item" and _LINE.fullmatch(plain):
            return "a button or notice of a web page"
        if _is_share_bar(plain):
            return "a row of buttons to share a page"
    if any(map(last.__contains__, _INVITE_HINTS)) and not block.marks and _INVITES.search(plain):
        return _LOST
    if "cookies" in plain and _COOKIES.search(plain):
        return "a notice about cookies"
    return ""


def _is_share_bar(plain: str) -> bool:
    if plain.endswith(".") or "," in plain:
        return False
    words = [word.lower() for word in _BUTTON.findall(plain)]
    return sum(word in _NETWORKS for word in words) >= _FEWEST_BUTTONS and all(word in _BUTTONS for word in words)
