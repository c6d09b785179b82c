"""A body, read as it comes, up to a number of bytes and a time; one that is not read whole says why."""

import time
import zlib
from typing import NamedTuple

from provlint.model.web import BodyState
from provlint.web.clock import Clock
from provlint.web.crew import Steps
from provlint.web.inflate import Decoder, decoder
from provlint.web.permit import FREE, Permit
from provlint.web.response import Response

_SLOW = "slower than the time allowed"
_CHUNK = 65_536
_HIGHEST_RATIO = 200  # decoded bytes for one on the wire; real pages stay below 100
_RATIO_FROM = 1_000_000  # decoded bytes; below, a high ratio does no harm


class Body(NamedTuple):
    """What was read, decoded."""

    data: bytes
    state: BodyState
    fault: str = ""


def read(response: Response, most: int, clock: Clock, seconds: float, permit: Permit | None = None) -> Steps[Body]:
    """The body, `most` decoded bytes of it, within `seconds` and the clock. The connection is left usable or shut.

    With a permit, it is asked for before the body grows large, and the time that takes is none of the clock's.
    """
    undo = decoder(response.head.fields.get("content-encoding", ""))
    if isinstance(undo, str):
        response.close()
        return Body(b"", "broken", undo)
    until = clock.until
    clock.until = min(until, time.monotonic() + seconds)
    parts: list[bytes] = []
    state: BodyState = "broken"
    fault = ""
    try:
        state, fault = yield from _drawn(response, undo, parts, most, clock, permit)
    except zlib.error:
        fault = "its compression breaks off" if any(parts) else "not gzip though it says so"
    except OSError:
        state, fault = ("cut", _SLOW) if clock.is_over else ("broken", "breaks off")
    finally:
        clock.until = until + (permit.waited if permit else 0.0)
        if state != "whole":
            response.close()
    data = b"".join(parts)
    return Body(data, "empty" if state == "whole" and not data else state, fault)


def _drawn(
    response: Response, undo: Decoder, parts: list[bytes], most: int, clock: Clock, permit: Permit | None
) -> Steps[tuple[BodyState, str]]:
    """Fill `parts`; how far that went, and why no further."""
    size = wire = 0
    while size < most and wire < most:
        chunk = yield from response.read(_CHUNK)
        if clock.is_over and response.left != 0:
            return "cut", _SLOW  # whatever came
        if not chunk:
            is_whole = not response.left and (undo.is_done or not wire)
            return ("whole", "") if is_whole else ("broken", "shorter than announced")
        if permit and size + undo.growth * len(chunk) > FREE and not (yield from permit.asked(clock)):
            return "cut", "others were read first"
        wire += len(chunk)
        made = undo.feed(chunk, most - size)
        size += len(made)
        parts.append(made)
        if size > _RATIO_FROM and size > wire * _HIGHEST_RATIO:
            break
    return _at_the_cap(response, size, wire, undo.is_done)


def _at_the_cap(response: Response, size: int, wire: int, done: bool) -> tuple[BodyState, str]:
    if response.left == 0 and done:
        return "whole", ""
    if size > wire * _HIGHEST_RATIO and size > _CHUNK:
        return "cut", "grows beyond the cap"
    return "cut", "longer than what is read"


def discard(response: Response, most: int, clock: Clock) -> Steps[None]:
    """Read a small body to its end, so that its connection can be used again; shut the connection on a larger one."""
    if response.left is not None and response.left > most:
        response.close()
        return
    until = clock.until
    clock.until = min(until, time.monotonic() + 1.0)
    wire = 0
    try:
        while chunk := (yield from response.read(_CHUNK)):
            wire += len(chunk)
            if wire > most:
                response.close()
                return
    except OSError:
        response.close()
    finally:
        clock.until = until
