"""Line ends as patterns and parsers know them all: a CR that stands alone ends a line, too, and few of them say so."""

from provlint.text.patterns import lazy

_LONE = lazy(r"\r(?!\n)")


def with_feeds(source: str) -> str:
    """The source with LF for each CR that stands alone, at unchanged offsets; CRLF stays."""
    if "\r" not in source or source.count("\r") == source.count("\r\n"):
        return source
    return _LONE.sub("\n", source)
