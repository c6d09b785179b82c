"""Servers on loopback that do whatever a test wants of them: real sockets, one thread a connection."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import NamedTuple

Handler = Callable[["Exchange"], None]

PAGE = b"<!doctype html><html lang=en><title>Tides</title><body><p>High water is at noon.</p></body></html>"


def answer(status: str = "200 OK", body: bytes = PAGE, **headers: str) -> bytes:
    """A whole answer; header names are given with underscores for hyphens."""
    given = {"content-type": "text/html", "content-length": str(len(body))}
    given |= {name.replace("_", "-").lower(): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


class Request(NamedTuple):
    path: str
    headers: dict[str, str]  # names in lower case
    server: str  # the address it came to


class Exchange(NamedTuple):
    """A request and the connection on which to answer it."""

    request: Request
    connection: socket.socket

    def say(self, data: bytes) -> None:
        self.connection.sendall(data)


class Server:
    """Serves handlers by path on every address of 127/8; unknown paths are 404. Keeps what was asked."""

    def __init__(self, handlers: dict[str, Handler | bytes], tls: ssl.SSLContext | None = None) -> None:
        self.handlers = handlers
        self.requests: list[Request] = []
        self.connections = 0
        self._tls = tls
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()
        self._listening = socket.create_server(("0.0.0.0", 0), backlog=256)
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        port = self.port
        return f"{'https' if self._tls else 'http'}://{host}:{port}{path}"

    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def close(self) -> None:
        self._listening.close()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            stack.callback(connection.close)
            if self._tls:
                connection = stack.enter_context(self._tls.wrap_socket(connection, server_side=True))
            while request := _read(connection):
                with self._lock:
                    self.requests.append(request)
                handler = self.handlers.get(request.path.partition("?")[0], answer("404 Not Found", b"<p>No.</p>"))
                if callable(handler):
                    handler(Exchange(request, connection))
                else:
                    connection.sendall(handler)


def _read(connection: socket.socket) -> Request | None:
    received = b""
    while b"\r\n\r\n" not in received:
        more = connection.recv(65_536)
        if not more:
            return None
        received += more
    first, *lines = received.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Request(first.split(" ")[1], headers, connection.getsockname()[0])


@contextlib.contextmanager
def serving(handlers: dict[str, Handler | bytes], tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(handlers, tls)
    try:
        yield server
    finally:
        server.close()


@contextlib.contextmanager
def silent(on_connect: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port where each connection is handed to `on_connect` before anything is read."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=16)
    held: list[socket.socket] = []

    def accept() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            held.append(connection)
            threading.Thread(target=_quietly, args=(on_connect, connection), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.close()
        for connection in held:
            connection.close()


def _quietly(on_connect: Callable[[socket.socket], None], connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        on_connect(connection)
