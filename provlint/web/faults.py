"""What urllib3, http.client, ssl and the sockets raise → why there was no answer."""

import http.client
import ssl

import urllib3.exceptions as raised

from provlint.web import tls
from provlint.web.unanswered import Unanswered


def told(error: Exception, *, is_late: bool) -> Unanswered:
    """The reason, in the words of the list; an error of no known kind is a server that does not speak HTTP.

    `is_late`: the time was over, so that whatever the connection says, it was ended for that.
    """
    if isinstance(error, Unanswered):
        return error
    if is_late:
        return Unanswered("timed-out", "no whole answer in time")
    inner = _innermost(error)
    if isinstance(inner, Unanswered):
        return inner
    if isinstance(inner, ssl.SSLError) and not isinstance(inner, TimeoutError):
        return _of_tls(inner)
    if isinstance(error, raised.TimeoutError) or isinstance(inner, TimeoutError):
        return Unanswered("timed-out", "no whole answer in time")
    if isinstance(error, raised.ProxyError):
        return Unanswered("no-route", f"the proxy gave no way: {inner}")
    if isinstance(inner, (ConnectionError, http.client.RemoteDisconnected)):
        return Unanswered("connection-reset", "the server ended the connection without an answer")
    if isinstance(inner, http.client.BadStatusLine):
        return Unanswered("not-http", "the answer does not begin like one of HTTP")
    if isinstance(inner, OSError):
        return Unanswered("connection-reset", str(inner))
    return Unanswered("not-http", f"{type(inner).__name__}: {inner}")


def _of_tls(error: ssl.SSLError) -> Unanswered:
    if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return Unanswered("connection-reset", "the server ended the connection while TLS was set up")
    if "timed out" in str(error):
        return Unanswered("timed-out", "TLS was not set up in time")
    kind, detail = tls.fault(error)
    return Unanswered("tls", detail, kind)


def _innermost(error: BaseException) -> BaseException:
    """What urllib3 wrapped: its errors carry the first one as their last argument."""
    for _ in range(5):
        wrapped = [argument for argument in error.args if isinstance(argument, BaseException)]
        reason = getattr(error, "reason", None)
        if isinstance(reason, BaseException):
            wrapped.append(reason)
        if not wrapped or isinstance(error, ssl.SSLError):
            return error
        error = wrapped[-1]
    return error
