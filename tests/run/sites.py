"""A real server on loopback that plays several sites, and the options by which a run reaches it."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

Reply = tuple[int, Mapping[str, str], str]
#: Path as asked, without query → what is answered; "" stands for every other path.
Pages = Mapping[str, Reply | Callable[[str], Reply]]

TEXT = "The harbour was dredged in spring, and the eels came back to the upper basin in the same year. " * 5
PAGE: Reply = (200, {}, f"<html lang=en><title>Eels</title><h1 id=count>Count</h1><p>{TEXT}</p></html>")
NOT_THERE: Reply = (404, {}, "<title>Nothing here</title>")


class Server(NamedTuple):
    """Where it listens, and what it was asked, host and path."""

    port: int
    asked: list[str]

    def options(self, *hosts: str) -> list[str]:
        """Options of the command line that lead the hosts here."""
        led = [word for host in hosts for word in ("--resolve", f"{host}:{self.port}:127.0.0.1")]
        return ["--online", "--allow-private", "127.0.0.1/32", "--port", str(self.port), *led]


@contextmanager
def serving(pages: Pages) -> Iterator[Server]:
    """A server that answers by path until the block ends."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked.append(f"{self.headers['Host'].partition(':')[0]}{self.path}")
            reply = pages.get(self.path.partition("?")[0], pages.get("", NOT_THERE))
            status, headers, text = reply(self.path) if callable(reply) else reply
            body = text.encode()
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Server(server.server_address[1], asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
