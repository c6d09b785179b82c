"""JSON-LD (schema.org data in a page) → its addresses at their places, and what it says of the document.

One pass over strings and brackets: JSON that is broken, or nested deeper than a parser would go, is read as far as it
goes.
"""

import re
from typing import NamedTuple

from provlint.text.dates import iso_date
from provlint.text.patterns import lazy

_TOKEN = lazy(r'"((?>(?:[^"\\]|\\[\s\S])*))"(\s*+:)?|[\[\]{}]')
_ESCAPE = lazy(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_CONTROLS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SURROGATES = lazy(r"[\ud800-\udbff][\udc00-\udfff]")
_LONE = lazy(r"[\ud800-\udfff]")
_VOCABULARY = frozenset(("@context", "@type", "@vocab", "additionaltype"))
_WEB = ("http:", "https:", "//")
_DEEPEST = 100  # levels at which keys are told apart
#: Fields that speak for the document.
_FIELDS = frozenset(("datepublished", "datecreated", "datemodified", "headline", "inlanguage"))


class Linked(NamedTuple):
    """Addresses as (start, end, url), and fields by key in lower case; `author` are names."""

    addresses: list[tuple[int, int, str]]
    fields: dict[str, list[str]]


def read(source: str, start: int, end: int) -> Linked:
    """The JSON-LD at `source[start:end]`."""
    found = Linked([], {})
    keys = [""]  # for each open bracket the key it stands under
    key = ""
    for token in _TOKEN.finditer(source, start, end):
        written = token[0]
        if written in "{[":
            if len(keys) <= _DEEPEST:
                keys.append(key or (keys[-1] if written == "{" else ""))
            key = ""
        elif written in "}]":
            if len(keys) > 1:
                keys.pop()
            key = ""
        elif token[2]:
            key = unescape(token[1]).lower()
        else:
            _take(found, keys[-1], key, *token.span(1), unescape(token[1]))
            key = ""
    return found


def unescape(written: str) -> str:
    """A JSON string as written → its characters; lone surrogates become U+FFFD."""
    if "\\" not in written:
        return written
    characters = _ESCAPE.sub(_character, written)
    characters = _SURROGATES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), characters)
    return _LONE.sub("\N{REPLACEMENT CHARACTER}", characters)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _CONTROLS.get(found[2], found[2])


def _take(found: Linked, above: str, key: str, start: int, end: int, value: str) -> None:
    name = key or above
    if value.lower().startswith(_WEB) and name not in _VOCABULARY:
        if not value.partition("//")[2].lower().startswith(("schema.org/", "www.schema.org/")):
            found.addresses.append((start, end, value))
    elif name in _FIELDS and (not name.startswith("date") or iso_date(value)):
        found.fields.setdefault(name, []).append(value)
    elif name == "author" or (above == "author" and key == "name"):
        found.fields.setdefault("author", []).append(value)
