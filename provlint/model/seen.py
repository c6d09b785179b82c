"""What the outcome of one document rests on, so that a later run can tell whether it still holds."""

from typing import NamedTuple


class Seen(NamedTuple):
    """The document's bytes, what the web answered, and what of the repository its links and citation keys asked for.

    Digests are of a file's bytes or of the names in a folder, b"" for what could not be read. All paths are absolute
    but the document's own.
    """

    stamp: tuple[int, ...] = ()  # times (ns), size and number of the file; () when a later change might not alter them
    digest: bytes = b""
    places: tuple[str, ...] = ()  # the folders that the document's relative links start from; () when it asked nothing
    tops: tuple[tuple[str, str], ...] = ()  # folder → the one that its links may not leave
    folders: tuple[tuple[str, bytes], ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()
    answers: tuple[tuple[str, int], ...] = ()  # keys of the store of answers, and the mark that each had there
