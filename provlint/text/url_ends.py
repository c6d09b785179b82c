"""Where an address in running text ends: one walk over its characters, one back over what trails it.

Base: the GitHub Flavored Markdown spec, "Autolinks (extension)": an address goes on to white space or `<`, without the
punctuation, the unbalanced brackets and the entity at its end. Beyond the spec: typographic quotation marks, brackets
that cannot belong to it, addresses glued together, and prose without spaces (Chinese, Japanese, Korean).
"""

from bisect import bisect_right

from provlint.text.patterns import lazy

# Characters are told apart by bisecting the edges of ranges: such classes in a regular expression take 5 ms to compile.
# Never part of an address: controls, typographic quotation marks, dashes and ellipses of prose, marks of direction and
# of zero width, private use (chat tools leave such marks), the punctuation of Chinese, Japanese and Korean.
_STOPS = (
    "\x00\x21\x7f\xa1\xab\xac\xbb\xbc\u1680\u1681\u2000\u200c\u200e\u2010\u2014\u2016\u201c\u2020\u2026\u2027\u2028\u2030"
    "\u205f\u2070\u3000\u3004\u3008\u3012\u3014\u3020\ue000\uf900\ufeff\uff10\uff1a\uff21\uff3b\uff3e\uff5b\uff66"
)
# The letters of the scripts that put no space between words (and Korean, whose particles follow without one).
_UNSPACED = "\u1100\u1200\u3040\u3100\u3105\u3190\u3400\ua000\uac00\ud7b0\uf900\ufb00\uff66\uffa0\U00020000\U00040000"

# What may end an address: a mark no URL may hold unencoded, an entity for one, a second address with no space between,
# a bracket that nothing inside it opened, any character beyond ASCII.
_EVENT = lazy(
    r"[^A-Za-z0-9/.:?=&%_+~#@!$'*,;|\\^-]|&(?:[lg]t|quot|nbsp|[lr][ad]quo|hellip|mdash);"
    r"|(?<=[A-Za-z0-9])[Hh][Tt]{2}[Pp][Ss]?://"
)
_OPENING = {")": "(", "]": "[", "}": "{"}
_DELIMITER = lazy(r"[/?#&=]")
# An ASCII host that could be whole where letters of another script begin right after it.
_WHOLE_HOST = lazy(r"[A-Za-z0-9.-]+\.(?:[A-Za-z]{2}|com|net|org|edu|gov|mil|int|info|biz)(?::[0-9]+)?")

_TRAILING = frozenset("?!.,:;*_~'\\|([{\u00b4\u2018\u2019\u2013\u060c\u061b\u061f\u0964")
_TAIL_ENTITY = lazy(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_ENTITY_LENGTH = 34  # the longest name HTML knows has 31 letters


def is_unspaced(character: str) -> bool:
    """Whether `character` is a letter of Chinese, Japanese or Korean."""
    return bisect_right(_UNSPACED, character) % 2 == 1


def stop_of(source: str, host: int, end: int) -> int:
    """Where the address whose host starts at `host` must stop, at `end` at the latest; its tail is not trimmed."""
    depth = {"(": 0, "[": 0, "{": 0}
    before = -1  # where the last letter of an unspaced script ended
    for event in _EVENT.finditer(source, host, end):
        at, mark = event.start(), source[event.start()]
        if mark in depth:
            depth[mark] += 1
        elif mark in _OPENING:
            if depth[_OPENING[mark]]:
                depth[_OPENING[mark]] -= 1
            elif _ends_at_bracket(source, at, end):
                return at
        elif mark < "\x80" or bisect_right(_STOPS, mark) % 2:
            return at
        elif is_unspaced(mark):
            if before != at and _is_prose(source, host, before, at):
                return at
            before = at + 1
    return end


def trimmed(source: str, host: int, stop: int) -> int:
    """`stop` moved back over what trails the address that starts at `host`; `host` if nothing is left of it."""
    excess = source.count(")", host, stop) - source.count("(", host, stop)
    while stop > host:
        last = source[stop - 1]
        if last == ";" and (tail := _entity_before(source, host, stop)) >= 0:
            stop = tail
        elif last in _TRAILING or (last == ")" and excess > 0):
            excess += (last == "(") - (last == ")")
            stop -= 1
        elif last == "s" and _is_possessive(source, host, stop):
            stop -= 2
        else:
            break
    return stop


def _is_prose(source: str, host: int, before: int, at: int) -> bool:
    """Whether letters at `at` go on in prose: they follow a host that is whole, the first slash, or an ASCII word.

    After another mark (`/wiki/…`, `?q=…`, `_`) they belong to the address, and so does the rest of that segment.
    """
    if at == host or (before >= 0 and not _DELIMITER.search(source, before, at)):
        return False
    if before < 0:
        delimiter = _DELIMITER.search(source, host, at)
        if not delimiter:
            return _WHOLE_HOST.fullmatch(source, host, at) is not None
        if delimiter.start() == at - 1 and source[at - 1] == "/":
            return True
    return source[at - 1].isascii() and source[at - 1].isalnum()


def _ends_at_bracket(source: str, at: int, end: int) -> bool:
    """Whether the unbalanced closing bracket at `at` ends the address; a round one does not inside a word."""
    if source[at] != ")" or at + 1 == end:
        return True
    following = source[at + 1]
    return not (following.isalnum() or following in "+/-_=&%#)")


def _entity_before(source: str, host: int, stop: int) -> int:
    ampersand = source.rfind("&", max(host, stop - _ENTITY_LENGTH), stop)
    return ampersand if ampersand >= 0 and _TAIL_ENTITY.fullmatch(source, ampersand, stop) else -1


def _is_possessive(source: str, host: int, stop: int) -> bool:
    """Whether `'s` before `stop` belongs to the sentence; a straight one may be part of a path (`/McDonald's`)."""
    mark = source[stop - 2 : stop - 1] if stop - host > 2 else ""
    return mark == "\u2019" or (mark == "'" and not _DELIMITER.search(source, host, stop))
