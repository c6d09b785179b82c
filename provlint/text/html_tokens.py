"""HTML source → its tags, comments and declarations, each at its exact place; attributes and addresses on demand.

The tokens are those of the WHATWG tokenizer, found by one pattern that never goes back: time is linear in the length of
any input. Offsets are code points into the source that was given.
"""

import re
from collections.abc import Iterator

from provlint.text.patterns import lazy

#: A token: (name, start, end). `name` is "p" for a start tag and "/p" for an end tag (lower case), COMMENT for a
#: comment, DECLARATION for a doctype, a processing instruction or another thing no browser shows, a tag cut off by the
#: end of the input among them. What lies between two tokens is text, the content of raw-text elements included.
Token = tuple[str, int, int]
#: An attribute: (name in lower case, start and end of its value as written, without quotes). No value: start == end.
Attribute = tuple[str, int, int]

COMMENT = "!--"
DECLARATION = "!"

_W = r" \t\n\f\r"
#: What stands in a tag after its name: a pattern that never goes back.
ATTRIBUTES = (
    rf"(?>(?:[{_W}/]++|[^{_W}/>][^{_W}/>=]*+"
    rf"(?>(?:[{_W}]*+=[{_W}]*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^{_W}>]*+))?))*)"
)
_TAG_REST = rf"{ATTRIBUTES}(?:>|(\Z))"
_TOKEN = lazy(
    # The inner group spells out the usual form of attributes: it matches nothing else, it is only quicker.
    rf"<(?:(/?+[a-zA-Z][^{_W}/>]*+)(?:>|(?>(?: [a-z-]++=\"[^\"]*+\")*)(?:>|{_TAG_REST}))"
    r"|!--(?:-?>|[\s\S]*?(?:--!?>|\Z))|(?:[!?]|/(?=[\s\S]))[^>]*+(?:>|\Z))"
)
_ATTRIBUTE = lazy(rf"([^{_W}/>][^{_W}/>=]*+)(?:[{_W}]*+=[{_W}]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^{_W}>]*+))|())")
_NAME = lazy(rf"</?[^{_W}/>]*+")

#: Elements whose content is text up to their own end tag. Those of RCDATA kind (title, textarea) still have entities.
RAW_TEXT = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"))
_FOREIGN = frozenset(("svg", "math"))
_SPECIAL = RAW_TEXT | _FOREIGN | {"/svg", "/math"}
_RAW_END = {name: lazy(rf"</{name}(?=[{_W}/>])", re.I | re.A) for name in RAW_TEXT - {"plaintext", "script"}}
_SCRIPT_STEP = lazy(rf"(<!(?=--))|((?<!-)--++>)|<(/?)script(?=[{_W}/>])", re.I | re.A)


def tokens(source: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `source[start:end]` in order; text is what lies between them."""
    position, stop, foreign = start, len(source) if end is None else end, 0
    while position < stop:
        for found in _TOKEN.finditer(source, position, stop):
            begin, position = found.span()
            written = found[1]
            if written is None:
                if source.startswith("<!--", begin):
                    yield COMMENT, begin, position
                    continue
                if foreign and source.startswith("<![CDATA[", begin):
                    position = _after(source, "]]>", begin, stop)
                    yield DECLARATION, begin, position
                    break
                yield DECLARATION, begin, position
                continue
            if found.lastindex == 2:
                yield DECLARATION, begin, position
                return
            name = written.lower()
            yield name, begin, position
            if name in _SPECIAL:
                if name in _FOREIGN:
                    foreign += not is_self_closing(source, begin, position)
                elif name[0] == "/":
                    foreign = max(0, foreign - 1)
                elif not (foreign and is_self_closing(source, begin, position)):
                    position = _raw_end(source, name, position, stop)
                    break
        else:
            return


def comment_content(source: str, start: int, end: int) -> tuple[int, int]:
    """The span of what stands inside a COMMENT token; a comment cut off by the end of the input reaches to it."""
    inner = start + 4
    for closing in ("-->", "--!>"):
        if source.endswith(closing, start + 2, end):  # in `<!-->` opening and closing share their dashes
            return inner, max(inner, end - len(closing))
    return inner, end


def is_self_closing(source: str, start: int, end: int) -> bool:
    """Whether the tag at `source[start:end]` ends in `/>`; only SVG and MathML heed it."""
    if not source.endswith("/>", start, end):
        return False
    last = (0, 0)
    for found in _ATTRIBUTE.finditer(source, _name_end(source, start), end - 1):
        last = found.span()
    return last[1] < end - 1  # else the slash belongs to an unquoted value


def attributes(source: str, start: int, end: int) -> list[Attribute]:
    """The attributes of the tag at `source[start:end]`, in order; of two with one name the first holds."""
    found = [
        (written[1].lower(), *written.span(written.lastindex or 0))
        for written in _ATTRIBUTE.finditer(source, _name_end(source, start), end - 1)
    ]
    if len(found) > 1:
        first = {attribute[0]: attribute for attribute in reversed(found)}
        if len(first) < len(found):
            return [attribute for attribute in found if first[attribute[0]] is attribute]
    return found


def _name_end(source: str, start: int) -> int:
    name = _NAME.match(source, start)
    return name.end() if name else start


def _after(source: str, closing: str, start: int, stop: int) -> int:
    found = source.find(closing, start, stop)
    return stop if found < 0 else found + len(closing)


def _raw_end(source: str, name: str, start: int, stop: int) -> int:
    """Where the end tag of a raw-text element starts whose content starts at `start`."""
    if name == "plaintext":
        return stop
    if name == "script":
        return _script_end(source, start, stop)
    found = _RAW_END[name].search(source, start, stop)
    return found.start() if found else stop


def _script_end(source: str, start: int, stop: int) -> int:
    """As `_raw_end`; inside `<!-- … -->` a script's text may hold a whole `<script>…</script>` of its own."""
    escaped = nested = False
    for found in _SCRIPT_STEP.finditer(source, start, stop):
        if found[1]:
            escaped = True
        elif found[2]:
            escaped = nested = False
        elif not found[3]:
            nested = escaped
        elif nested:
            nested = False
        else:
            return found.start()
    return stop
