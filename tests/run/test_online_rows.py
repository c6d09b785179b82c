"""The simulated web through a whole run: documents, options, store and report, and a second run from the store."""

from collections.abc import Iterator

import pytest

from provlint.model.findings import LinkAnswer
from provlint.model.online import Online, Resolved
from provlint.run.check import check
from provlint.settings.load import load
from provlint.text.masking import mask_url
from tests.web_sim.cases import Case
from tests.web_sim.web import ADDRESS, CASES, Web, running, served

#: Names that lead elsewhere than to the servers of the simulated web.
ELSEWHERE = {"to-loopback.r95.sim": "127.0.0.1", "to-private.r95.sim": "10.1.2.3", "six-only.r97.sim": "2001:db8::77"}
#: A table of names has no way to say that a name server fails.
TOLD = [case for case in CASES if case.host != "servfail.r80.sim"]


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    with running(tmp_path_factory.mktemp("sim")) as web:
        yield web


@pytest.fixture(scope="module")
def runs(web: Web, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, LinkAnswer]]:
    folder = tmp_path_factory.mktemp("docs")
    lines = [f"[{case.row}](<{web.address(case)}>)" for case in TOLD]
    (folder / "a.md").write_text("\n\n".join(lines), encoding="utf-8")
    names = {**dict.fromkeys(served(), ADDRESS), **ELSEWHERE}
    online = Online(
        cache_dir=str(tmp_path_factory.mktemp("cache")),
        allow_private=(f"{ADDRESS}/32", "2001:db8::77/128"),
        ports=tuple(web.ports),
        ca_file=web.ca_file,
        resolved=tuple(Resolved(host, 0, (address,)) for host, address in names.items()),
        archive="none",
        timeout=6.0,
    )
    settings = load(isolated=True, overrides={"web": {"skip": ["*.gull.sim"]}})
    reports = [check((str(folder),), settings, today="2026-11-23", online=online).report for _ in range(2)]
    return [{link.url: link for link in report.links} for report in reports]


@pytest.mark.parametrize("case", TOLD, ids=lambda case: case.id)
def test_each_situation_gets_a_right_word_twice(case: Case, web: Web, runs: list[dict[str, LinkAnswer]]) -> None:
    first, second = (run[mask_url(web.address(case))] for run in runs)
    assert first.verdict in case.right
    assert second.verdict == first.verdict
