"""How long judging takes: 25 rules on 300 links, 7,500 pairs. Run: python benchmarks/judge.py [--rounds N]."""

import argparse
from time import perf_counter

from provlint.judge.conditions import compile_rules
from provlint.model.record_links import LinkRecord
from provlint.model.rules import Rule
from provlint.rulebook.condition import check

RULES = 25
RECORDS = 300
TARGET = 2.0  # milliseconds

CONDITIONS = (
    'verdict == "dead"',
    'scheme == "http" and reach == "public" and kind != "image"',
    'malformed != ""',
    'credentials in ("password", "token")',
    'placeholder != "" and not (kind == "image" and starts_with(url, "data:"))',
    'reach in ("loopback", "private", "local-name")',
    "tracking_count > 0 and canonical != url",
    'chat_tool != "" or contains(url, "utm_source=chat")',
    'redirector != "" and length(target) > 8',
    'occurrence > 1 and alone and first_line < 2000 and kind in ("bare", "autolink", "inline")',
)


def link(number: int) -> LinkRecord:
    """An ordinary link; every tenth is a second mention, every twentieth carries a tracking parameter."""
    url = f"https://www.site{number % 40}.example/articles/{number}"
    tracked = number % 20 == 0
    site = f"site{number % 40}.example"
    return LinkRecord(
        path="notes/report.md", format="markdown", kind="inline", url=url + "?utm_source=letter" * tracked,
        label="said", scheme="https", host=f"www.{site}", domain=site, port=0, reach="public", malformed="",
        credentials="", placeholder="", canonical=url, tracking="utm_source" * tracked, tracking_count=int(tracked),
        chat_tool="", target="", redirector="", social="", alone=number % 3 == 0,
        occurrence=2 if number % 10 == 0 else 1, first_line=number, verdict="unchecked", reason="offline",
    )  # fmt: skip


def rule(number: int) -> Rule:
    when = check(CONDITIONS[number % len(CONDITIONS)], LinkRecord, {})
    return Rule(f"BENCH{number:02}", f"bench-{number}", "link", "text", "warning", "high", True, "", "", when, "", "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    rounds: int = parser.parse_args().rounds
    rules = [rule(number) for number in range(RULES)]
    records = [link(number) for number in range(RECORDS)]

    started = perf_counter()
    held = compile_rules(rules, LinkRecord)
    compiling = (perf_counter() - started) * 1000
    times = []
    for _ in range(rounds):
        started = perf_counter()
        found = sum(len(held(record)) for record in records)
        times.append((perf_counter() - started) * 1000)
    times.sort()
    print(f"{RULES * RECORDS:,} pairs, {found} hold; rules compiled in {compiling:.2f} ms")
    print(
        f"judged in {times[0]:.2f} ms at best, {times[rounds // 2]:.2f} in the median of {rounds} (target {TARGET:.0f})"
    )
    return 0 if times[rounds // 2] <= TARGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
