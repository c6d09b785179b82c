"""The one writer of text fragments: an address that takes a reader to the very words on a page.

Base: the WICG draft "URL Fragment Text Directives": `#:~:text=[prefix-,]start[,end][,-suffix]`. A browser looks for
whole words, whatever their case and white space; a start and an end may lie in different blocks, the words of one term
may not.
"""

from urllib.parse import quote

_WHOLE = 120  # characters up to which a passage is written out
_EDGE = 5  # words of a longer passage at each end
_CONTEXT = 4  # words around a short passage that tell it from others like it
_SHORT = 4  # words: a passage with fewer stands at several places of most pages


def text_fragment(passage: str, before: str = "", after: str = "") -> str:
    """The directive for a passage, without `#`: `:~:text=…`; "" for a passage without words.

    `passage` are the words as a reader sees them; `before` and `after` those around it in the same block.
    """
    words = passage.split()
    if not words:
        return ""
    if len(passage) <= _WHOLE or len(words) <= 2 * _EDGE:
        terms = [_term(words)]
    else:
        terms = [_term(words[:_EDGE]), _term(words[-_EDGE:])]
    if len(words) < _SHORT:
        lead, tail = before.split()[-_CONTEXT:], after.split()[:_CONTEXT]
        terms = [*([f"{_term(lead)}-"] if lead else []), *terms, *([f"-{_term(tail)}"] if tail else [])]
    return f":~:text={','.join(terms)}"


def with_fragment(url: str, directive: str) -> str:
    """The address that points to the passage; its own fragment stays before the directive."""
    if not directive:
        return url
    base = url.partition(":~:")[0]
    return f"{base}{directive}" if "#" in base else f"{base}#{directive}"


def _term(words: list[str]) -> str:
    # "-", "," and "&" have a meaning of their own in a directive: `quote` leaves the hyphen as it is.
    return quote(" ".join(words), safe="").replace("-", "%2D")
