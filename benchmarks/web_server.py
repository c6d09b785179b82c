"""A fast server on loopback for measurements: every address of 127/8 is a host of its own, all on one port.

Run as a process: `python -m benchmarks.web_server LATENCY [CERT KEY]` prints its port. LATENCY is in milliseconds, or
`tail`: most answers in 40 ms, one in two hundred in 4 s, the same for one path each time.
"""

import asyncio
import random
import ssl
import sys

_BODY = (
    b"<!doctype html><html lang=en><head><title>On harbours</title></head><body><h1 id=top>On harbours</h1>"
    + b"<p id=words>Ships come in with the tide, and leave with the next one.</p>" * 50
    + b"</body></html>"
)
_ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: loopback\r\nCache-Control: no-cache\r\n"
    b"Date: Mon, 02 Nov 2026 10:00:00 GMT\r\nContent-Length: %d\r\n\r\n%b" % (len(_BODY), _BODY)
)
_SLOW = ((0.005, 4.0), (0.03, 0.8), (0.1, 0.2))  # of that share of the answers, seconds


def delay(latency: str, path: bytes) -> float:
    """Seconds before the answer to `path`."""
    if latency != "tail":
        return float(latency) / 1000
    drawn = random.Random(path).random()
    return next((seconds for share, seconds in _SLOW if drawn < share), 0.04)


class Answering(asyncio.Protocol):
    """One connection; requests come one after another."""

    latency = "50"

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""

    def data_received(self, data: bytes) -> None:
        self._received += data
        if self._received.endswith(b"\r\n\r\n"):
            line = self._received.partition(b"\r\n")[0]
            host = self._received.partition(b"ost: ")[2].partition(b":")[0]
            self._received = b""
            asyncio.get_running_loop().call_later(delay(self.latency, host + line), self._answer, line[:4] == b"HEAD")

    def _answer(self, only_head: bool) -> None:
        if not self._transport.is_closing():
            self._transport.write(_ANSWER.partition(b"<!doctype")[0] if only_head else _ANSWER)


async def serve(latency: str, certificate: list[str]) -> None:
    Answering.latency = latency
    context = None
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*certificate)
    server = await asyncio.get_running_loop().create_server(Answering, "0.0.0.0", 0, ssl=context, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2:]))
