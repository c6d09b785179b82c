"""A body, read as it comes, up to a number of bytes and a time; one that is not read whole says why."""

import time
import zlib
from typing import NamedTuple

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError

from provlint.model.web import BodyState
from provlint.web.clock import Clock
from provlint.web.inflate import decoder

_CHUNK = 65_536
_HIGHEST_RATIO = 200  # decoded bytes for one on the wire; real pages stay below 100
_RATIO_FROM = 1_000_000  # decoded bytes; below, a high ratio does no harm


class Body(NamedTuple):
    """What was read, decoded."""

    data: bytes
    state: BodyState
    fault: str = ""


def read(response: BaseHTTPResponse, most: int, clock: Clock, seconds: float) -> Body:
    """The body, `most` decoded bytes of it, within `seconds` and the clock. The connection is left fit for use or shut."""
    undo = decoder(response.headers.get("content-encoding", ""))
    if isinstance(undo, str):
        response.close()
        return Body(b"", "broken", undo)
    until = clock.until
    clock.until = min(until, time.monotonic() + seconds)
    parts: list[bytes] = []
    size = wire = 0
    state: BodyState = "cut"
    fault = ""
    try:
        while size < most and wire < most:
            chunk = response.read1(_CHUNK, decode_content=False)
            if not chunk:
                if not clock.is_over:
                    state = "whole"
                break
            wire += len(chunk)
            made = undo.feed(chunk, most - size)
            size += len(made)
            parts.append(made)
            if size > _RATIO_FROM and size > wire * _HIGHEST_RATIO:
                break
        if clock.is_over and state == "cut":
            fault = "slower than the time allowed"
        elif state == "cut":
            state, fault = _at_the_cap(response, size, wire, undo.is_done)
        elif response.length_remaining or not (undo.is_done or not wire):
            state, fault = "broken", "shorter than announced"
    except zlib.error:
        state, fault = "broken", "not gzip though it says so" if not size else "its compression breaks off"
    except (HTTPError, OSError):
        state, fault = ("cut", "slower than the time allowed") if clock.is_over else ("broken", "breaks off")
    finally:
        clock.until = until
        if state != "whole":
            response.close()
    if state == "whole" and not size:
        state = "empty"
    return Body(b"".join(parts), state, fault)


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
                return
    except (HTTPError, OSError):
        response.close()
    finally:
        clock.until = until
