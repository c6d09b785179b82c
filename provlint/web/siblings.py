"""What a host shows for an address that cannot exist: asked once a host, and only where an answer is in doubt."""

import hashlib
import threading
import time
from urllib.parse import urlsplit

from provlint.model.web import Wanted, WebAnswer
from provlint.web import chain
from provlint.web.client import Client
from provlint.web.crew import Steps, Wait

_TURN = 0.05  # seconds between two looks at what another task asks for


class Siblings:
    """Shared by all tasks of a run."""

    def __init__(self) -> None:
        self._found: dict[str, WebAnswer | None] = {}  # None: being asked
        self._lock = threading.Lock()

    def added(self, client: Client, answer: WebAnswer) -> Steps[WebAnswer]:
        """The answer, with what its host shows for nothing when that could tell it for a soft 404."""
        if not _in_doubt(answer):
            return answer
        parts = urlsplit(answer.final_url)
        host = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            is_mine = host not in self._found
            if is_mine:
                self._found[host] = None
        if is_mine:
            folder = parts.path.rpartition("/")[0]
            name = hashlib.sha256(host.encode()).hexdigest()[:16]
            self._found[host] = yield from chain.follow(client, Wanted(f"{host}{folder}/{name}"), compared=True)
        while (found := self._found[host]) is None and not client.clock.is_over:
            yield Wait(None, time.monotonic() + _TURN)
        return answer if found is None else answer._replace(sibling=found.page, sibling_status=found.status)


def _in_doubt(answer: WebAnswer) -> bool:
    if answer.failure or not 200 <= answer.status < 300 or answer.page is None:
        return False
    return bool(answer.page.not_found or answer.page.noindex or _leads_elsewhere(answer))


def _leads_elsewhere(answer: WebAnswer) -> bool:
    """Whether redirects ended at an address in which nothing of the first one's last part is left."""
    if len(answer.hops) < 2:
        return False
    asked = urlsplit(answer.hops[0].url).path.rstrip("/").rpartition("/")[2]
    return asked.partition(".")[0].lower() not in urlsplit(answer.final_url).path.lower()
