"""A web server on loopback that may answer anything: raw bytes, slowly, half, or with a reset."""

import contextlib
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

_HEAD_END = b"\r\n\r\n"
_TLS_HELLO = b"\x16"
_LONGEST_HEAD = 65_536


@dataclass(frozen=True)
class Request:
    """One request; `count` is how often its host, path and method have been asked, this time included."""

    is_tls: bool
    method: str
    host: str
    path: str  # with the query
    headers: Mapping[str, str]  # names in lower case
    count: int


@dataclass(frozen=True)
class Reply:
    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    reason: str = "Said"
    length: int | None = None  # announced instead of the body's


class Wire:
    """The connection to one client, for replies that are none."""

    def __init__(self, connection: socket.socket, server: "Server") -> None:
        self._connection = connection
        self._server = server

    def send(self, data: bytes) -> None:
        self._connection.sendall(data)
        self._server.sent += len(data)

    def wait(self, seconds: float) -> None:
        """Sleeps, but not longer than the server lives; OSError when it has ended."""
        if self._server.ended.wait(seconds):
            raise OSError("ended")

    def reset(self) -> None:
        """Ends the connection as a crashed server does."""
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._connection.close()
        raise OSError("reset")


Raw = Callable[[Wire], None]
Serve = Callable[[Request], Reply | Raw]


@dataclass
class Server:
    """Serves `sites` (host without port → what it says) on one address, plain or with TLS."""

    sites: Mapping[str, Serve]
    address: str
    port: int = 0
    tls: ssl.SSLContext | None = None
    fill: Callable[[str], str] = str  # what is done to the headers of each reply
    requests: Counter[str] = field(default_factory=Counter)  # by host
    sent: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        self._listener = socket.create_server((self.address, self.port), backlog=512)
        self.port = self._listener.getsockname()[1]
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self.ended.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _accept(self) -> None:
        while not self.ended.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(60)
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            stack.callback(connection.close)
            rest = b""
            while not self.ended.is_set():
                head, rest = _read_head(connection, rest)
                if not head or not self._answer(connection, head):
                    return

    def _answer(self, connection: socket.socket, head: bytes) -> bool:
        """Answers one request; whether the connection may be used again."""
        request = self._request(head)
        site = self.sites.get(request.host)
        said = site(request) if site else Reply(404, b"no such site")
        wire = Wire(connection, self)
        if not isinstance(said, Reply):
            said(wire)
            return False
        headers = tuple((name, self.fill(value)) for name, value in said.headers)
        wire.send(written(replace(said, headers=headers), head_only=request.method == "HEAD"))
        return said.length is None

    def _request(self, head: bytes) -> Request:
        first, *lines = head.decode("latin-1").split("\r\n")
        method, _, rest = first.partition(" ")
        path = rest.rpartition(" ")[0]
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        host = headers.get("host", "").rpartition(":")[0] or headers.get("host", "")
        with self._lock:
            self.requests[host] += 1
            self._counts[host, path, method] += 1
            count = self._counts[host, path, method]
        return Request(self.tls is not None, method, host, path, headers, count)


def written(reply: Reply, *, head_only: bool = False) -> bytes:
    names = {name.lower() for name, _ in reply.headers}
    headers = list(reply.headers)
    if "content-type" not in names and reply.body:
        headers.append(("Content-Type", "text/html; charset=utf-8"))
    if "transfer-encoding" not in names and reply.status not in (204, 304):
        headers.append(("Content-Length", str(len(reply.body) if reply.length is None else reply.length)))
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    head = f"HTTP/1.1 {reply.status} {reply.reason}\r\n{lines}\r\n".encode("latin-1")
    return head if head_only else head + reply.body


def _read_head(connection: socket.socket, data: bytes) -> tuple[bytes, bytes]:
    while _HEAD_END not in data:
        more = connection.recv(65_536)
        if more[:1] == _TLS_HELLO and not isinstance(connection, ssl.SSLSocket):
            connection.sendall(written(Reply(400, b"not HTTP")))
            return b"", b""
        if not more or len(data) > _LONGEST_HEAD:
            return b"", b""
        data += more
    head, _, rest = data.partition(_HEAD_END)
    return head, rest
