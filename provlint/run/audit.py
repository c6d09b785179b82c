"""`provlint audit`: settings and paths → a Report and the two texts that are written of it."""

from collections.abc import Sequence
from typing import NamedTuple

from provlint.model.online import Online
from provlint.model.settings import Settings
from provlint.model.web_options import OnProgress
from provlint.report.audit import render
from provlint.report.json import render as render_json
from provlint.rulebook.book import load as load_rulebook
from provlint.run.check import Checked, check, judged_rules
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
    checked = check(paths, settings, today=today, leave_out=page_path, online=online, progress=progress)
    report = checked.report
    rulebook = load_rulebook(settings)
    judged = frozenset(rule.id for rule in judged_rules(rulebook, settings, {})) - {
        rule.id for rule in report.skipped_rules
    }
    tables = open_tables(settings.rule_folders)
    page = render(report, rulebook.rules, judged, paths, lambda url: _domain(url, tables))
    return Audit(checked, render_json(report), page)


def _domain(url: str, tables: Tables) -> str:
    """The registrable domain of an address, or its host where there is none."""
    host = split(url).host.lower().rstrip(".")
    return tables.registrable(host) or host
