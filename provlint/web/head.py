"""The head of an answer, its status line and its fields (RFC 9112, 2 to 5), read within limits.

Not by `http.client`, whose parser is one for mail: it takes longer than all the rest of a request.
"""

import re
from typing import NamedTuple

from provlint.web.unanswered import Unanswered

MOST_BYTES = 262_144
LONGEST_LINE = 65_536  # bytes, as http.client has it
_MOST_FIELDS = 100
_END = re.compile(rb"\n\r?\n")
_STATUS_LINE = re.compile(r"HTTP/(\S*)\s++([0-9]{3})(?!\S)\s*+(.*)", re.DOTALL)
_BEGINNING = b"HTTP/"
_OLD = ("1.0", "0.9")


class Head(NamedTuple):
    """`fields` are by name in lower case, those of one name joined (RFC 9110, 5.3); `cookies` those of Set-Cookie."""

    status: int
    reason: str
    fields: dict[str, str]
    cookies: list[str]
    is_old: bool = False  # HTTP/1.0: the connection ends with the answer unless it says otherwise


def size(received: bytearray, seen: int = 0) -> int:
    """How many of the bytes received are the head; 0 while its end has not come. `seen` were looked at before.

    Unanswered when they are no head, or too much of one.
    """
    if received[:5] != _BEGINNING[: len(received)]:
        raise Unanswered("not-http", "the answer does not begin like one of HTTP")
    end = _END.search(received, max(0, seen - 2))
    if (end.end() if end else len(received)) > MOST_BYTES:
        raise Unanswered("not-http", f"headers of more than {MOST_BYTES:,} bytes")
    return end.end() if end else 0


def parsed(block: bytes) -> Head:
    """The parts of a whole head. Unanswered when it breaks the rules."""
    first, *lines = block.decode("latin-1").split("\n")[:-2]
    status = _STATUS_LINE.fullmatch(first)
    if not status:
        raise Unanswered("not-http", "the answer does not begin like one of HTTP")
    if len(lines) > _MOST_FIELDS:
        raise Unanswered("not-http", f"got more than {_MOST_FIELDS} headers")
    fields: dict[str, str] = {}
    cookies = []
    for line in lines:
        if len(line) > LONGEST_LINE:
            raise Unanswered("not-http", f"a header of more than {LONGEST_LINE:,} bytes")
        name, colon, value = line.partition(":")
        if not colon or line[0] in " \t":  # a folded line goes on with the one before
            continue
        name, value = name.strip().lower(), value.strip()
        if name == "set-cookie":
            cookies.append(value)
        elif name:
            fields[name] = f"{fields[name]}, {value}" if name in fields else value
    return Head(int(status[2]), status[3].strip(), fields, cookies, status[1] in _OLD)


def announced(head: Head) -> int | None:
    """The length that the body is said to have (RFC 9112, 6.3), None for nothing said. Unanswered when it is none."""
    if head.status in (204, 304):
        return 0
    said = head.fields.get("content-length")
    if said is None or is_chunked(head):
        return None
    lengths = {length.strip() for length in said.split(",")} if "," in said else {said}
    length = lengths.pop()
    if lengths or not (length.isascii() and length.isdigit() and len(length) <= 15):
        raise Unanswered("not-http", f"Content-Length: {length}")
    return int(length)


def is_chunked(head: Head) -> bool:
    """Whether the body comes in chunks."""
    return head.fields.get("transfer-encoding", "").lower() == "chunked"


def is_last(head: Head) -> bool:
    """Whether the server ends the connection after this answer (RFC 9112, 9.3)."""
    said = head.fields.get("connection", "").lower()
    if head.is_old:
        return not (head.fields.get("keep-alive") or "keep-alive" in said)
    return "close" in said
