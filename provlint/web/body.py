"""A body, read as it comes, up to a number of bytes and a time; one that is not read whole says why."""

import time
import zlib
from http.client import HTTPException
from typing import NamedTuple

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError

from provlint.model.web import BodyState
from provlint.web.clock import Clock
from provlint.web.inflate import Decoder, decoder

_SLOW = "slower than the time allowed"
_CHUNK = 65_536
_HIGHEST_RATIO = 200  # decoded bytes for one on the wire; real pages stay below 100
_RATIO_FROM = 1_000_000  # decoded bytes; below, a high ratio does no harm


class Body(NamedTuple):
    """What was read, decoded."""

    data: bytes
    state: BodyState
    fault: str = ""


def read(response: BaseHTTPResponse, most: int, clock: Clock, seconds: float) -> Body:
    """The body, `most` decoded bytes of it, within `seconds` and the clock. The connection is left usable or shut."""
    undo = decoder(response.headers.get("content-encoding", ""))
    if isinstance(undo, str):
        response.close()
        return Body(b"", "broken", undo)
    until = clock.until
    clock.until = min(until, time.monotonic() + seconds)
    parts: list[bytes] = []
    state: BodyState = "broken"
    fault = ""
    try:
        state, fault = _drawn(response, undo, parts, most, clock)
    except zlib.error:
        fault = "its compression breaks off" if any(parts) else "not gzip though it says so"
    except (HTTPError, HTTPException, OSError):
        state, fault = ("cut", _SLOW) if clock.is_over else ("broken", "breaks off")
    finally:
        clock.until = until
        if state != "whole":
            response.close()
    data = b"".join(parts)
    return Body(data, "empty" if state == "whole" and not data else state, fault)


def _drawn(
    response: BaseHTTPResponse, undo: Decoder, parts: list[bytes], most: int, clock: Clock
) -> tuple[BodyState, str]:
    """Fill `parts`; how far that went, and why no further."""
    size = wire = 0
    while size < most and wire < most:
        chunk = response.read1(_CHUNK, decode_content=False)
        if clock.is_over and response.length_remaining != 0:
            return "cut", _SLOW  # whatever came: the watch has ended the connection
        if not chunk:
            is_whole = not response.length_remaining and (undo.is_done or not wire)
            return ("whole", "") if is_whole else ("broken", "shorter than announced")
        wire += len(chunk)
        made = undo.feed(chunk, most - size)
        size += len(made)
        parts.append(made)
        if response.length_remaining == 0 and undo.is_done:
            return "whole", ""
        if size > _RATIO_FROM and size > wire * _HIGHEST_RATIO:
            break
    return _at_the_cap(response, size, wire, undo.is_done)


def _at_the_cap(response: BaseHTTPResponse, size: int, wire: int, done: bool) -> tuple[BodyState, str]:
    if response.length_remaining == 0 and done:
        return "whole", ""
    if size > wire * _HIGHEST_RATIO and size > _CHUNK:
        return "cut", "grows beyond the cap"
    return "cut", "longer than what is read"


def discard(response: BaseHTTPResponse, most: int, clock: Clock) -> None:
    """Read a small body to its end, so that its connection can be used again; shut the connection on a larger one."""
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and int(announced[:18]) > most:
        response.close()
        return
    until = clock.until
    clock.until = min(until, time.monotonic() + 1.0)
    wire = 0
    try:
        while chunk := response.read1(_CHUNK, decode_content=False):
            wire += len(chunk)
            if wire > most:
                response.close()
            if wire > most or response.length_remaining == 0:
                return
    except (HTTPError, HTTPException, OSError):
        response.close()
    finally:
        clock.until = until
