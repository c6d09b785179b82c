"""One document: its bytes, or why there are none → Document; a format's reader is imported when it is needed."""

from provlint.model.document import Document
from provlint.model.words import Format, Problem
from provlint.read.decode import decode, load


def read_file(path: str, shown: str, format: Format, limit: int) -> Document:
    """The document in a file of at most `limit` bytes; `shown` is the path it goes by. A failure is its `problem`."""
    loaded = load(path, limit)
    if loaded.problem:
        return unread(shown, format, loaded.problem, loaded.detail)
    return read_bytes(loaded.data, shown, format)


def read_bytes(data: bytes, path: str, format: Format) -> Document:
    """The document that these bytes hold."""
    decoded = decode(data)
    if decoded.problem:
        return unread(path, format, decoded.problem, decoded.detail, decoded.encoding)
    document = read_text(decoded.source, format, path)
    document.encoding = decoded.encoding
    return document


def read_text(source: str, format: Format, path: str) -> Document:
    """The document that this text holds; `source` has no byte-order mark."""
    if format == "markdown":
        from provlint.read.markdown import read as read_markdown

        return read_markdown(source, path)
    if format == "html":
        from provlint.read.html import read as read_html

        return read_html(source, path)
    if format == "rst":
        from provlint.read.rst import read as read_rst

        return read_rst(source, path)
    from provlint.read.text import read as read_text

    return read_text(source, path)


def unread(path: str, format: Format, problem: Problem, detail: str, encoding: str = "") -> Document:
    """A document that could not be read, and why."""
    return Document(path, format, "", problem=problem, detail=detail, encoding=encoding)
