"""Addresses that stand bare in running text, and what an address as written in markup says.

The base is the GitHub Flavored Markdown spec, "Autolinks (extension)", for every format. Time is linear: the signs of
an address are found by plain search, and each character of an address is looked at once.
"""

import re
from collections.abc import Iterator, Sequence

from provlint.text.patterns import lazy
from provlint.text.url_ends import is_unspaced, stop_of, trimmed

_SIGNS = ("://", "@", "www.", "WWW.", "Www.")
_SCHEMES = frozenset(("http", "https", "ftp"))
_WWW_HOST = lazy(r"[Ww]{3}\.(?:[^\W_][\w-]*+\.)+[^\W\d_]{2,}+")
_MAIL_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._+-")
_MAIL_HOST = lazy(r"[\w.-]*+")
_MAIL_NAME = lazy(r"[^\W_][\w-]*+\.(?>(?:[\w-]++\.)*)(?:[^\W\d_]++|[Xx][Nn]--[A-Za-z0-9-]*[A-Za-z0-9])")

_ENTITY = r"&(?:#[xX]([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));"
_ENTITIES = lazy(_ENTITY)
_BOTH = lazy(rf"{_ENTITY}|\\([!-/:-@\[-`{{-~])")


def find(source: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The spans, in order, of `http:`, `https:`, `ftp:`, `www.` and e-mail addresses in `source[start:end]`.

    `source` is text as written, entities and backslashes included. A word of nothing but h, t, p and s before `://`
    counts as a misspelt `http`, so that the slip can be named. An address that runs into a template where the stretch
    ends is not whole and is left out.
    """
    end = len(source) if end is None else end
    found: list[tuple[int, int]] = []
    done = start
    for at, sign in _signs(source, start, end):
        if at >= done:
            read = _with_scheme if sign == "://" else _mail if sign == "@" else _www
            begin, stop, done = read(source, at, done, end)
            if begin < stop and not (stop == end and source.startswith(("{{", "{%", "${", "<%"), end)):
                found.append((begin, stop))
    return found


def may_hold(source: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Those of the sorted spans in which `find` could find anything: most stretches of prose hold no sign at all."""
    signs = [at for at, _ in _signs(source, 0, len(source))]
    index, count = 0, len(signs)
    for start, end in spans:
        while index < count and signs[index] < start:
            index += 1
        if index == count:
            return
        if signs[index] < end:
            yield start, end


def unescape(raw: str, *, backslashes: bool = True) -> str:
    """`raw` with its entities, and its backslash escapes unless told otherwise, replaced as CommonMark does it."""
    if "&" not in raw and not (backslashes and "\\" in raw):
        return raw
    return (_BOTH if backslashes else _ENTITIES).sub(_character, raw)


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name, *escaped = match.groups()
    if name:
        from html.entities import html5  # a big table that few documents need

        return html5.get(f"{name};", match.group())
    if not (hexadecimal or decimal):
        return str(escaped[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return "\ufffd" if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000 else chr(code)


def _signs(source: str, start: int, end: int) -> list[tuple[int, str]]:
    # Several plain searches are ten times faster than one regular expression with alternatives.
    signs: list[tuple[int, str]] = []
    for sign in _SIGNS:
        at = source.find(sign, start, end)
        while at >= 0:
            signs.append((at, sign))
            at = source.find(sign, at + 1, end)
    signs.sort()
    return signs


# Each reader takes (source, where the sign stands, where the last address ended, the end of the stretch) and gives
# (begin, stop, where to go on); begin equals stop where there is no address.


def _with_scheme(source: str, at: int, first: int, end: int) -> tuple[int, int, int]:
    begin = at
    while begin > max(first, at - 9) and source[begin - 1].isascii() and source[begin - 1].isalpha():
        begin -= 1
    host = at + 3
    if begin == at or host >= end or not (source[host].isalnum() or source[host] in "[_" or source[host] > "\xa0"):
        return at, at, host
    stop = stop_of(source, host, end)
    if not _is_http(source[begin:at].lower()):
        return at, at, stop  # passed over, so that no `user@host` in it looks like e-mail
    tail = trimmed(source, host, stop)
    return (begin, tail, stop) if tail > host else (at, at, stop)


def _is_http(scheme: str) -> bool:
    return scheme in _SCHEMES or ("t" in scheme and "p" in scheme and not scheme.strip("htps"))


def _www(source: str, at: int, first: int, end: int) -> tuple[int, int, int]:
    before = source[at - 1] if at > first else " "
    if _in_word(before) or before in "./\\@-" or not _WWW_HOST.match(source, at, end):
        return at, at, at + 1
    stop = stop_of(source, at, end)
    return at, trimmed(source, at, stop), stop


def _mail(source: str, at: int, first: int, end: int) -> tuple[int, int, int]:
    begin = at
    while begin > first and source[begin - 1] in _MAIL_LOCAL:
        begin -= 1
    before = source[begin - 1] if begin > first else " "
    while begin < at and not source[begin].isalnum():
        begin += 1
    stop = _mail_stop(source, at + 1, end)
    if begin == at or before in "@/\\" or _in_word(before):
        return at, at, at + 1
    if not _MAIL_NAME.fullmatch(source, at + 1, stop) or _goes_on(source, stop, end):
        return at, at, at + 1
    if before == ":" and source[max(first, begin - 7) : begin].lower() == "mailto:":
        begin -= 7
    return begin, stop, stop


def _mail_stop(source: str, host: int, end: int) -> int:
    found = _MAIL_HOST.match(source, host, end)
    name = found.group() if found else ""
    if not name.isascii():
        name = name[: next((at for at, letter in enumerate(name) if is_unspaced(letter)), len(name))]
    return host + len(name.rstrip("."))


def _in_word(character: str) -> bool:
    return character.isalnum() and not is_unspaced(character)


def _goes_on(source: str, stop: int, end: int) -> bool:
    """Whether what follows says that `name@host` is no e-mail: a second `@`, or the path of `git@host:path`."""
    following = source[stop : min(stop + 2, end)]
    return following[:1] == "@" or (following[:1] == ":" and following[1:].isalnum())
