"""`provlint audit`: settings and paths → a Report and the two texts that are written of it."""

from collections.abc import Sequence
from typing import NamedTuple

from provlint.extract.addresses import Addresses
from provlint.model.findings import Report
from provlint.model.online import Online
from provlint.model.settings import Settings
from provlint.model.sources import Source
from provlint.model.web_options import OnProgress
from provlint.report.audit import render
from provlint.report.audit_sources import CitedSource
from provlint.report.json import render as render_json
from provlint.rulebook.book import load as load_rulebook
from provlint.run.benches import judged_rules
from provlint.run.check import Checked, check
from provlint.tables.tables import Tables, open_tables
from provlint.text.normal import split


class Audit(NamedTuple):
    """What was checked, and the text of report.json and of report.md."""

    checked: Checked
    json: str
    page: str


def audit(
    paths: Sequence[str],
    settings: Settings,
    *,
    today: str,
    page_path: str,
    online: Online | None = None,
    progress: OnProgress | None = None,
) -> Audit:
    """Check files and folders as `check` does; what stands at `page_path`, the page's place, is not read."""
    checked = check(paths, settings, today=today, leave_out=(page_path,), online=online, progress=progress)
    report = checked.report
    rulebook = load_rulebook(settings)
    judged = frozenset(rule.id for rule in judged_rules(rulebook, settings, {})) - {
        rule.id for rule in report.skipped_rules
    }
    tables = open_tables(settings.rule_folders, settings.root, settings.house)
    cited = _cited(report, tables)
    page = render(report, rulebook.rules, judged, paths, lambda url: _domain(url, tables), cited)
    return Audit(checked, render_json(report), page)


def _cited(report: Report, tables: Tables) -> list[CitedSource]:
    """The domains that the documents link to, with what the tables know of them; of a site's parts the most linked."""
    addresses = Addresses(tables)
    found: dict[str, list[tuple[int, Source]]] = {}
    documents: dict[str, set[str]] = {}
    for link in report.links:
        address = addresses.of(link.url)
        if address.reach == "public" and address.host:
            domain = address.domain or address.host
            found.setdefault(domain, []).append((len(link.places), address.source))
            documents.setdefault(domain, set()).update(place.path for place in link.places)
    return [
        CitedSource(
            domain, sum(count for count, _ in one), len(documents[domain]), max(one, key=lambda pair: pair[0])[1]
        )
        for domain, one in found.items()
    ]


def _domain(url: str, tables: Tables) -> str:
    """The registrable domain of an address, or its host where there is none."""
    host = split(url).host.lower().rstrip(".")
    return tables.registrable(host) or host
