"""Front matter (YAML between `---`, TOML between `+++`): its extent, the addresses in it, what it says of the document.

Only what a linter needs is read: top-level scalars and lists, as both formats write them alike. A full YAML parser
would cost every start 25 ms, brings alias bombs, and gives no places.
"""

import re
from typing import NamedTuple

from provlint.model.document import Metadata, Target
from provlint.read.text_lines import with_plain_ends
from provlint.text import urls
from provlint.text.dates import iso_date
from provlint.text.patterns import lazy

_FENCE = lazy(r"(---|\+\+\+)[ \t]*(?=[\r\n])")
_CLOSING = {
    "---": lazy(r"^(?:---|\.\.\.)[ \t]*$", re.M),
    "+++": lazy(r"^\+\+\+[ \t]*$", re.M),
}
_FIELD = lazy(
    r"""^["']?(?P<key>[A-Za-z_][\w .-]{0,60}?)["']?[ \t]{0,20}[:=](?:[ \t]+|(?=["'\[]|$))(?P<value>.*)$""", re.M
)
_ITEM = lazy(r"^[ \t]*-[ \t]+(?P<item>.*)$")
_NAME = lazy(r"""^\{?[ \t]*["']?name["']?[ \t]*[:=][ \t]*(?P<name>[^,}]*)""")
_QUOTED = lazy(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_COMMENT = lazy(r"\s#")
_COMMENTED = lazy(r"[ \t]*#")

_TITLE_KEYS = ("title",)
_DATE_KEYS = (
    "date",
    "published",
    "pubdate",
    "publishdate",
    "published_at",
    "datepublished",
    "created",
    "lastmod",
    "updated",
)
_AUTHOR_KEYS = ("authors", "author", "byline", "creator")
_LANGUAGE_KEYS = ("lang", "language", "locale")
_BIBLIOGRAPHY_KEY = "bibliography"
_KEYS = frozenset((*_TITLE_KEYS, *_DATE_KEYS, *_AUTHOR_KEYS, *_LANGUAGE_KEYS, _BIBLIOGRAPHY_KEY))


class FrontMatter(NamedTuple):
    """Front matter at `source[:end]`, its fences included; the document's text starts at `body`."""

    end: int
    body: int
    metadata: Metadata
    targets: tuple[Target, ...]


def read(source: str) -> FrontMatter | None:
    """The front matter a source begins with, or None."""
    fence = _FENCE.match(source)
    if not fence:
        return None
    written, source = source, with_plain_ends(source)
    closing = _CLOSING[fence[1]].search(source, fence.end() + 1)
    if not closing:
        return None
    fields = _fields(source, fence.end(), closing.start(), fence[1] == "+++")
    end = body = closing.end() - (written[closing.end() - 1] == "\r")
    while body < len(written) and written[body] in "\r\n":
        body += 1
    return FrontMatter(end, body, _metadata(fields), _targets(source, fence.end(), closing.start()))


def _fields(source: str, start: int, end: int, is_toml: bool) -> dict[str, list[str]]:
    """The top-level fields that matter: key in lower case → its values as text; nested tables are left out."""
    fields: dict[str, list[str]] = {}
    values: list[str] | None = None
    for line in source[start:end].splitlines():
        found = _FIELD.match(line)
        if found:
            key = found["key"].lower()
            values = fields.setdefault(key, []) if key in _KEYS else None
            if values is not None:
                values.extend(_values(found["value"].strip()))
        elif is_toml and line.startswith("["):
            break  # a table: what follows is not the document's own
        elif values is not None:
            _continue(values, line)
    return fields


def _values(written: str) -> list[str]:
    if written.startswith("["):
        inner = written[1:].rstrip("], \t")
        return [_plain(part) for part in re.findall(r""""[^"]*"|'[^']*'|[^,]+""", inner) if part.strip()]
    return [] if written in ("", "|", ">", "|-", ">-", "|+", ">+") else [_plain(written)]


def _continue(values: list[str], line: str) -> None:
    item = _ITEM.match(line)
    if item:
        named = _NAME.match(item["item"])
        values.append(_plain(named["name"] if named else item["item"]))
    elif line[:1] in " \t" and line.strip() and not values:
        values.append(_plain(line.strip()))  # the first line of a folded scalar


def _plain(written: str) -> str:
    """A scalar without its quotes and its trailing comment."""
    written = written.strip()
    quoted = _QUOTED.match(written)
    if not quoted:
        return _COMMENT.split(written, maxsplit=1)[0].strip()
    inner = quoted[0][1:-1]
    return inner.replace("''", "'") if quoted[0][0] == "'" else re.sub(r'\\(["\\/])', r"\1", inner)


def _first(fields: dict[str, list[str]], keys: tuple[str, ...]) -> tuple[str, str] | None:
    return next(((key, fields[key][0]) for key in keys if fields.get(key) and fields[key][0]), None)


def _metadata(fields: dict[str, list[str]]) -> Metadata:
    title, language = _first(fields, _TITLE_KEYS), _first(fields, _LANGUAGE_KEYS)
    date = next(
        ((found, key) for key in _DATE_KEYS for value in fields.get(key, ()) if (found := iso_date(value))), None
    )
    authors = next((fields[key] for key in _AUTHOR_KEYS if fields.get(key)), [])
    return Metadata(
        title=title[1] if title else None,
        date=date[0] if date else None,
        date_from=f"front matter: {date[1]}" if date else None,
        language=language[1] if language else None,
        authors=tuple(author for author in authors if author),
        bibliography=tuple(name for name in fields.get(_BIBLIOGRAPHY_KEY, ()) if name),
    )


def _targets(source: str, start: int, end: int) -> tuple[Target, ...]:
    found = []
    for first, last in urls.find(source, start, end):
        line_start = source.rfind("\n", 0, first) + 1
        if not _COMMENTED.match(source, line_start, first) and "@" not in source[first:last].split("/")[0]:
            found.append(Target("metadata", first, last, source[first:last], "", first, last))
    return tuple(found)
