"""What a host shows for an address that cannot exist: asked once a host, and only where an answer is in doubt."""

import hashlib
import threading
from urllib.parse import urlsplit

from provlint.model.web import Wanted, WebAnswer
from provlint.web import chain
from provlint.web.client import Client

_LEAST_TIME = 1.0  # seconds that must be left of the address's own


class Siblings:
    """Shared by all tasks of a run."""

    def __init__(self) -> None:
        self._found: dict[str, WebAnswer] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def added(self, client: Client, answer: WebAnswer) -> WebAnswer:
        """The answer, with what its host shows for nothing when that could tell it for a soft 404."""
        if not _in_doubt(answer):
            return answer
        parts = urlsplit(answer.final_url)
        host = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            found = self._found.get(host)
            if found is None:
                try:
                    if client.clock.left() < _LEAST_TIME:
                        return answer
                except TimeoutError:
                    return answer
                folder = parts.path.rpartition("/")[0]
                name = hashlib.sha256(host.encode()).hexdigest()[:16]
                found = self._found[host] = chain.follow(client, Wanted(f"{host}{folder}/{name}"))
        return answer._replace(sibling=found.page, sibling_status=found.status)


def _in_doubt(answer: WebAnswer) -> bool:
    if answer.failure or not 200 <= answer.status < 300 or answer.page is None:
        return False
    return bool(answer.page.not_found or answer.page.noindex or len(answer.hops) > 1)
