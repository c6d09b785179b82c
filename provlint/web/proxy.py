"""The way through a proxy, where the user asks for one: its connections stand under the same watch."""

import socket
import ssl
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection

from provlint.web.clock import Clock
from provlint.web.lines import Lines, shut
from provlint.web.response import PlainResponse


def manager(proxy: str, tls: ssl.SSLContext, clock: Clock, lines: Lines) -> ProxyManager:
    """A manager of pools behind `proxy`. What they connect to is the proxy's choice: no address can be checked."""

    class Watched(HTTPConnection):
        response_class = PlainResponse

        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self.clock = clock

        def _new_conn(self) -> socket.socket:
            lines.add(self)
            return super()._new_conn()

        def hang_up(self) -> None:
            shut(self.sock)

        def close(self) -> None:
            super().close()
            lines.remove(self)

    class WatchedTLS(Watched, HTTPSConnection):
        pass

    class Pool(HTTPConnectionPool):
        ConnectionCls = Watched

    class TLSPool(HTTPSConnectionPool):
        ConnectionCls = WatchedTLS

    made = ProxyManager(proxy, ssl_context=tls, maxsize=1)
    made.pool_classes_by_scheme = {"http": Pool, "https": TLSPool}
    return made
