"""The bytes of a PDF → its words, page after page, or why there are none; needs pypdf."""

import logging
import time
from typing import Any

from provlint.model.matches import Fetched

_MOST_PAGES = 2_000
_LONGEST = 20_000_000  # characters
_PATIENCE = 20.0  # seconds of processor time, looked at between two pages


def is_pdf(content: bytes) -> bool:
    """Whether bytes say that they are a PDF."""
    return content.startswith(b"%PDF-")


def pdf_text(content: bytes) -> Fetched:
    """The words of a PDF as plain text. Never raises."""
    try:
        import io

        from pypdf import PdfReader
    except ImportError:
        return Fetched(None, why="it is a PDF, and pypdf is not installed (provlint[sources])")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it writes of every fault of a file
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return Fetched(None, why="the PDF is encrypted")
        return _words(reader)
    except Exception as error:  # whatever a broken file makes of its reader
        return Fetched(None, why=f"the PDF cannot be read: {type(error).__name__}")


def _words(reader: Any) -> Fetched:
    pages: list[str] = []
    length, end = 0, time.process_time() + _PATIENCE
    for number, page in enumerate(reader.pages):
        if number >= _MOST_PAGES or length > _LONGEST or time.process_time() > end:
            return Fetched(None, why="the PDF is too long to be read")
        pages.append(page.extract_text())
        length += len(pages[-1])
    # A sentence goes on from one page to the next: no blank line between them.
    return Fetched("\n".join(pages), "text")
