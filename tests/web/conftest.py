"""What tests of the web share: a record of every connection that was tried."""

import sys
from collections.abc import Iterator
from typing import Any

import pytest

_tried: list[Any] = []
_recording = False


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if _recording and event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        _tried.append(arguments[1])


sys.addaudithook(_watch)


@pytest.fixture
def tried() -> Iterator[list[Any]]:
    """Addresses that anything in this process connected to or sent to since the test began."""
    global _recording
    _tried.clear()
    _recording = True
    yield _tried
    _recording = False
