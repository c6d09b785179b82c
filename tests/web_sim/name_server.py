"""A name server on UDP that says what the simulated web's name service says (RFC 1035, A and AAAA)."""

import contextlib
import ipaddress
import socket
import struct
import threading
from collections.abc import Callable, Iterator

_A, _AAAA = 1, 28
_TURN = 0.2  # seconds
_OK, _SERVFAIL, _NO_NAME = 0, 2, 3


@contextlib.contextmanager
def serving(find: Callable[[str], str], address: str = "127.0.0.1", port: int = 53) -> Iterator[int]:
    """Answers while the block lasts; gives the port. `find` gives an address, "SERVFAIL" or "" for no such name."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind((address, port))
        server.settimeout(_TURN)  # a socket in which a thread waits stays bound when it is closed
        thread = threading.Thread(target=_serve, args=(server, find), daemon=True)
        thread.start()
        yield server.getsockname()[1]
        server.close()
        thread.join(2)


def _serve(server: socket.socket, find: Callable[[str], str]) -> None:
    while True:
        try:
            question, asker = server.recvfrom(4_096)
            server.sendto(answer(question, find), asker)
        except TimeoutError:
            continue
        except OSError:
            return


def answer(question: bytes, find: Callable[[str], str]) -> bytes:
    """The answer to one question."""
    labels = []
    at = 12
    while length := question[at]:
        labels.append(question[at + 1 : at + 1 + length].decode("latin-1"))
        at += length + 1
    kind = struct.unpack_from(">H", question, at + 1)[0]
    asked = question[12 : at + 5]
    found = find(".".join(labels))
    code = _SERVFAIL if found == "SERVFAIL" else _NO_NAME if not found else _OK
    records = b""
    if code == _OK:
        packed = ipaddress.ip_address(found).packed
        if kind == (_A if len(packed) == 4 else _AAAA):
            records = struct.pack(">HHHIH", 0xC00C, kind, 1, 0, len(packed)) + packed
    flags = 0x8580 | code
    return question[:2] + struct.pack(">HHHHH", flags, 1, bool(records), 0, 0) + asked + records
