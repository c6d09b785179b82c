"""What a run holds in memory stays small, whatever it is sent: measured in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from pathlib import Path
from provlint.model.web import Wanted
from tests.web.asking import answers
port = int(sys.argv[1])
paths = ["/endless", "/wide", "/bomb", "/flood"] * 25
urls = [f"http://127.0.0.{host + 1}:{port}{path}" for host, path in enumerate(paths)]
def told(what):
    return int(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(what)).split()[1])
before = told("VmRSS:")
found = answers([Wanted(url, frozenset(("part",))) for url in urls], timeout=10.0)
assert {each.status for each in found.values()} == {200}, {(each.status, each.failure) for each in found.values()}
# The peak of this program: what getrusage tells is that of whoever started it, if that was larger.
print(told("VmHWM:"), told("VmHWM:") - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
def test_bombs_and_endless_bodies_leave_memory_alone() -> None:
    from tests.web.servers import Exchange, answer, serving
    from tests.web.test_bodies import bomb, endless, packed

    def flood(exchange: Exchange) -> None:
        exchange.say(b"HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 50000000\r\n\r\n")
        for _ in range(50):
            exchange.say(bytes(1_000_000))

    def wide(exchange: Exchange) -> None:
        exchange.say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>\U0001f6a2 ".encode())
        while True:
            exchange.say(b"<p>the <b>quay</b> at noon " * 4_000)

    packed()
    with serving({"/endless": endless, "/bomb": bomb, "/flood": flood, "/wide": wide, "/end": answer()}) as server:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(server.port)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-500:]
    peak, more = map(int, done.stdout.split())
    assert peak < 150_000  # kB
    assert more < 75_000  # a hundred large pages, and never more than a few at a time
