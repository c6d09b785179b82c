"""Addresses that stand for one still to be written: fill-in text, templates, anchors that lead nowhere.

The words are those of README templates, API documentation and content management systems; each must fill a whole part
of the address, so that a page about placeholders is none.
"""

import re

from provlint.text.patterns import lazy

_TEMPLATE = lazy(r"\{\{|\{%|\$\{|<%|%7[Bb]%7[Bb]")
_DEAD = lazy(r"#!?|#0|javascript:(?:void\(?0?\)?|//|\s|;|undefined|false)*|about:blank", re.IGNORECASE)
_DEAD_BEGINS = ("#", "j", "J", "a", "A")
# What the expressions below cannot match without; nearly every address is done after these few searches.
_SIGNS = (
    "your", "here", "todo", "tbd", "fixme", "xxx", "{", "<", "%7b", "%3c", "placeholder", "insert", "replace", "...",
    "[", "url", "link", "n/a",
)  # fmt: skip
# The same for `_FILL_IN` alone.
_FILL_IN_SIGNS = (
    "your", "here", "xxx", "{", "<", "%7b", "%3c", "placeholder", "insert", "replace", "paste", "...", "[",
)  # fmt: skip
_NAMES = (
    r"domain|site|website|company|organi[sz]ation|org|server|host|hostname|app|project|blog|name|user|username|handle"
    r"|account|team|workspace|instance|tenant|bucket|repo|repository|id|page|link|url|api[-_]?key|token|key|email|slug"
)
_FILL_IN = lazy(
    rf"(?<![^/?&=#.@:])(?:your[-_](?:own[-_])?(?:{_NAMES})(?:[-_](?:name|id|slug|here))?"
    r"|your(?:username|repo|repository|org|project|token|apikey|company)"
    r"|(?:(?:the|your|insert|add|paste|put|enter)[-_])?(?:url|link|address|website|domain)[-_]?(?:goes[-_]?)?here"
    r"|(?:insert|replace|paste)[-_](?:me|this|url|link|address)(?:[-_]here)?"
    r"|(?:url|link)[-_]?placeholder|placeholder[-_]?(?:url|link)?|(?-i:X{3,})|\.{3}"
    r"|(?:\{|%7b|<|%3c)[a-z_][a-z_ -]*+(?:\}|%7d|>|%3e)|\[(?:your|insert|the|link|url)[a-z _-]{0,40}\]"
    r")(?![^/?&=#.:]|\.(?:md|markdown|mdx|html?|rst|txt|pdf|png|jpe?g|gif|svg|webp)\b)",
    re.IGNORECASE,
)
_WHOLE = lazy(r"(?:https?://)?(?:todo|tbd|fixme|url|link|#?your[-_ ]?(?:url|link)|x{3,}|#?\.{3}|n/a)/?", re.IGNORECASE)


def is_template(url: str) -> bool:
    """Whether a part of `url` is filled in when the page is built."""
    return _TEMPLATE.search(url) is not None


def stand_in(url: str) -> str:
    """Why `url` is no real address, told from its words: "dead anchor", "fill-in text"; "" for a real one."""
    if url.startswith(_DEAD_BEGINS) and _DEAD.fullmatch(url):
        return "dead anchor"
    lower = url.lower()
    if not any(map(lower.__contains__, _SIGNS)):
        return ""
    if _WHOLE.fullmatch(url):
        return "fill-in text"
    return "fill-in text" if any(map(lower.__contains__, _FILL_IN_SIGNS)) and _FILL_IN.search(url) else ""
