"""The addresses a tag carries, each at its exact place: which attributes hold one is the HTML standard's list."""

import re
from collections.abc import Iterator, Sequence

from provlint.text.html_entities import in_attribute
from provlint.text.html_tokens import Attribute
from provlint.text.patterns import lazy

#: (start, end, url, attribute): the address as written at `source[start:end]`, surrounding blanks left out; `url` is
#: the same with character references resolved.
Written = tuple[int, int, str, str]

# Not here: forms' actions (a reader is not led there), style sheets and scripts (they are no content).
_HOLDERS: dict[str, frozenset[str]] = {
    "a": frozenset(("href", "xlink:href")),
    "area": frozenset(("href",)),
    "img": frozenset(("src", "srcset")),
    "image": frozenset(("src", "srcset")),  # browsers read it as img
    "iframe": frozenset(("src",)),
    "frame": frozenset(("src",)),
    "video": frozenset(("src", "poster")),
    "audio": frozenset(("src",)),
    "source": frozenset(("src", "srcset")),
    "track": frozenset(("src",)),
    "embed": frozenset(("src",)),
    "object": frozenset(("data",)),
    "blockquote": frozenset(("cite",)),
    "q": frozenset(("cite",)),
    "ins": frozenset(("cite",)),
    "del": frozenset(("cite",)),
}
# Elements of a page's own making have a hyphen in their name, and carry addresses where those of the standard do.
_CUSTOM = frozenset(("href", "src"))
#: Attributes whose address is a picture's.
PICTURES = frozenset(("srcset", "poster"))

_BLANK = " \t\n\f\r"
_CANDIDATE = lazy(r"[ \t\n\f\r,]*+([^ \t\n\f\r]++)")
_DESCRIPTORS = lazy(r"(?>(?:[^,(]++|\([^)]*+\)?+)*)")
_REFRESH = lazy(
    r"""[ \t\n\f\r]*+[\d.]*+[ \t\n\f\r]*+[;,]?+[ \t\n\f\r]*+(?>(?:url[ \t\n\f\r]*+=[ \t\n\f\r]*+)?)""", re.I
)


def may_hold(name: str) -> bool:
    """Whether an element may carry an address."""
    return name in _HOLDERS or "-" in name


def addresses(source: str, name: str, attrs: Sequence[Attribute]) -> list[Written]:
    """The addresses in the attributes of a start tag `name`, in order; `data:` holds its content and is no address."""
    holders = _HOLDERS.get(name, _CUSTOM)
    found: list[Written] = []
    for attribute, start, end in attrs:
        if attribute in holders:
            spans = candidates(source, start, end) if attribute == "srcset" else (trimmed(source, start, end),)
            for first, last in spans:
                url = in_attribute(source[first:last])
                if url[:5].lower() != "data:":
                    found.append((first, last, url, attribute))
    return found


def trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    """A span without the blanks at its ends."""
    value = source[start:end]
    if value and value[0] not in _BLANK and value[-1] not in _BLANK:
        return start, end
    return end - len(value.lstrip(_BLANK)), start + len(value.rstrip(_BLANK)) if value.strip(_BLANK) else end


def candidates(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the addresses in a srcset's value at `source[start:end]`."""
    while found := _CANDIDATE.match(source, start, end):
        first, last = found.span(1)
        start = last
        while source[last - 1] == ",":
            last -= 1
        if last == start:  # else a comma ended the candidate: it has no descriptors
            descriptors = _DESCRIPTORS.match(source, start, end)
            start = descriptors.end() if descriptors else end
        yield first, last


def refresh(source: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the address in the content of `<meta http-equiv=refresh>`, or None if it only reloads the page."""
    found = _REFRESH.match(source, start, end)
    first = found.end() if found else start
    if first < end and source[first] in "\"'":
        closing = source.find(source[first], first + 1, end)
        first, end = first + 1, end if closing < 0 else closing
    first, last = trimmed(source, first, end)
    return (first, last) if first < last else None
