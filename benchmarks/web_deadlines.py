"""How late an answer is where a server stretches it, against the total deadline: at most a second.

    python -m benchmarks.web_deadlines

Each server of tests/web/test_deadlines.py – silent, dripping a status line, headers or a body – is asked on its own,
three times; the latest is printed.
"""

import sys
import time

from provlint.model.web import Wanted
from tests.web.asking import answers
from tests.web.servers import serving
from tests.web.test_deadlines import HANDLERS, TIMEOUT

_MOST = 1.0  # seconds
_ROUNDS = 3


def main() -> int:
    """Print how late each is; 1 if one is later than a second."""
    late = {path: max(_late(path) for _ in range(_ROUNDS)) for path in HANDLERS}
    for path, seconds in late.items():
        print(f"{path[1:]:8} {seconds:6.3f} s after its deadline")
    return int(max(late.values()) > _MOST)


def _late(path: str) -> float:
    with serving(HANDLERS) as server:
        begun = time.monotonic()
        answers([Wanted(server.url(path), frozenset(("part",)))], timeout=TIMEOUT, retries=0)
        return time.monotonic() - begun - TIMEOUT


if __name__ == "__main__":
    sys.exit(main())
