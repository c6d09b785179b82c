"""`provlint check`: settings and paths → Report, by way of every stage."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from provlint.judge.bench import Bench, judge_settings
from provlint.model.document import Document
from provlint.model.findings import Finding, Report, SkippedRule
from provlint.model.online import Online
from provlint.model.relations import Relation
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.model.web_options import OnProgress
from provlint.model.words import CONFIDENCES
from provlint.read.files import Found, find
from provlint.read.paths import relative
from provlint.read.reader import unread
from provlint.rulebook.book import Rulebook
from provlint.rulebook.book import load as load_rulebook
from provlint.run import outcomes_told as told
from provlint.run.again import judged_again
from provlint.run.learning import Learning, learn, open_session
from provlint.run.local import open_site, routes_of
from provlint.run.pool import outcomes
from provlint.run.related import relations_by_path
from provlint.run.work import Input, Outcome, Workbench
from provlint.tables.tables import Tables, open_tables

if TYPE_CHECKING:
    from provlint.run.online import Session
    from provlint.run.saved_pages import SavedPages
    from provlint.run.verified import Verifier
    from provlint.run.web_view import Answers, WebView

#: Why a rule that needs more than the text is not judged by a run that asks nobody.
OFFLINE = {"network": "offline", "source": "offline"}
_ONLINE: dict[str, str] = {}
_NO_NETWORK = {"network": "no network", "source": "no network"}


class Checked(NamedTuple):
    """The report, and with facts asked for the extract object of each document by path."""

    report: Report
    facts: dict[str, dict[str, object]]
    recording: str = ""  # the answers of the run as text, where they were to be recorded
    no_network: bool = False  # addresses were to be asked, and nothing could be reached
    interrupted: bool = False  # somebody stopped the run: the report says what was learnt until then


def check(
    paths: Sequence[str],
    settings: Settings,
    *,
    stdin: Input | None = None,
    today: str,
    with_facts: bool = False,
    leave_out: str = "",
    online: Online | None = None,
    progress: OnProgress | None = None,
    sources: Sequence[str] = (),
) -> Checked:
    """Check files and folders, and what came on standard input; `today` (ISO date) tells which ignores have passed.

    With `online`, the addresses that are cited are asked; `progress` is told how far that is. `sources` are folders of
    saved pages that quotations are compared with.

    `leave_out` is the path of a file that is none of the documents: the page an earlier audit wrote among them.

    Raises `UserError` for a path, rule, table or setting that cannot stand, before any document is read.
    """
    rulebook = load_rulebook(settings)
    routes_of(settings)  # a folder that is not there is told before any document is read
    tables = open_tables(settings.rule_folders, settings.root)
    session, notes = open_session(settings, online, paths, today)
    kept = open_sources(sources, others=online is not None)
    make = partial(workbench, settings, rulebook, tables, today, paths, with_facts, session=session, sources=kept)
    found = find(paths, settings, os.getcwd()) if paths else Found(())
    files = _without(leave_out, found.files)
    results = _first_look(make, files, found, settings.jobs, stdin)
    relations = relations_by_path(results, settings, tables, stdin)
    web = learn(session, results, progress) if session else Learning()
    not_judged = _NO_NETWORK if web.no_network else _ONLINE if session else OFFLINE
    not_judged = {need: why for need, why in not_judged.items() if need != "source" or kept is None}
    make = partial(make, relations=relations, answers=web.answers, not_judged=not_judged)
    waiting = {outcome.document.path for outcome in results if outcome.missing}
    results = judged_again(results, make, waiting.union(relations), settings.jobs, stdin)
    skipped = [rule for rule in rulebook.rules if rule.id in rulebook.selected and rule.needs in not_judged]
    unable = {rule.id for rule in skipped}  # of these, what older answers had led to
    findings = [finding for outcome in results for finding in outcome.judged.findings if finding.id not in unable]
    findings += _about_settings(settings, rulebook, results, paths, today)
    report = Report(
        documents=tuple(outcome.document for outcome in results),
        links=told.links(results),
        findings=tuple(sorted(findings, key=lambda finding: (finding.path, finding.start, finding.id))),
        suppressed=sum(outcome.judged.suppressed for outcome in results),
        skipped_rules=tuple(SkippedRule(rule.id, not_judged[rule.needs]) for rule in skipped),
        notes=(
            *told.notes(rulebook, found, results, left_out=len(files) < len(found.files)),
            *told.weaker(results), *notes, *web.notes,
        ),
    )  # fmt: skip
    facts = {outcome.document.path: outcome.facts for outcome in results if outcome.facts is not None}
    return Checked(report, facts, web.recording, web.no_network, web.interrupted)


def _first_look(
    make: Callable[[], Workbench], files: Sequence[str], found: Found, jobs: int, stdin: Input | None
) -> list[Outcome]:
    """The outcome of each document by path; some wait for what others or the web say."""
    results = list(outcomes(make, files, jobs))
    if stdin or found.refused:
        bench = make()
        results += [bench.document(unread(path, "text", problem, detail)) for path, problem, detail in found.refused]
        results += [bench.data(*stdin)] if stdin else []
        results.sort(key=lambda outcome: outcome.document.path)
    return results


def workbench(
    settings: Settings,
    rulebook: Rulebook,
    tables: Tables,
    today: str,
    paths: Sequence[str],
    with_facts: bool = False,
    relations: Mapping[str, Sequence[Relation]] | None = None,
    session: "Session | None" = None,
    answers: "Answers | None" = None,
    not_judged: Mapping[str, str] | None = None,
    sources: "SavedPages | None" = None,
) -> Workbench:
    """All that a process needs to judge documents by these settings.

    By the relations and the answers of the web, too, once they are known; `not_judged` are needs that cannot be met.
    """
    unmet = not_judged if not_judged is not None else _ONLINE if session else OFFLINE
    if sources:
        unmet = {need: why for need, why in unmet.items() if need != "source"}
    rules = judged_rules(rulebook, settings, unmet)
    bench = Bench(
        rules,
        known=known_words(rulebook),
        ignored_in=rulebook.ignored_in,
        ignores=settings.ignores,
        today=today,
        no_ignores=settings.no_ignores,
        rooted=partial(relative, start=settings.root) if settings.root != "." else str,
        most=settings.max_findings_per_rule,
    )
    site = open_site(settings, paths) if any(rule.needs == "site" for rule in rules) else None
    view = session.view(answers) if session else None
    return Workbench(settings, tables, bench, site, with_facts=with_facts, relations=relations, web=view,
        verifier=_verifier(tables, sources, view) if bench.verifies else None,
    )  # fmt: skip


def open_sources(folders: Sequence[str], *, others: bool = False) -> "SavedPages | None":
    """The saved pages in `folders`; None without any. `others` says that the web may have what is not there."""
    if not folders:
        return None
    from provlint.run.saved_pages import SavedPages

    return SavedPages(folders, others=others)


def _verifier(tables: Tables, sources: "SavedPages | None", view: "WebView | None") -> "Verifier":
    """What compares quotations with their pages: saved ones, and those the web gives."""
    from provlint.run.verified import verifier

    return verifier(tables, sources, view)


def judged_rules(rulebook: Rulebook, settings: Settings, not_judged: Mapping[str, str] = OFFLINE) -> list[Rule]:
    """The selected rules that are sure enough and whose needs can be met; `not_judged` are those that cannot."""
    sure = CONFIDENCES[: CONFIDENCES.index(settings.min_confidence) + 1]
    return [
        rule
        for rule in rulebook.rules
        if rule.id in rulebook.selected and rule.needs not in not_judged and rule.confidence in sure
    ]


def known_words(rulebook: Rulebook) -> frozenset[str]:
    """Every id and name, former ones too, that an ignore may give."""
    return frozenset(word for rule in rulebook.rules for word in (rule.id, rule.name, *rule.was))


def _about_settings(
    settings: Settings, rulebook: Rulebook, results: Sequence[Outcome], paths: Sequence[str], today: str
) -> tuple[Finding, ...]:
    """Findings about the ignores of the settings file; one that matched nothing is told only by a whole run."""
    if not settings.ignores or settings.no_ignores or not settings.origin:
        return ()
    used = frozenset(index for outcome in results for index in outcome.judged.used_ignores)
    root = os.path.realpath(settings.root)
    whole = any(os.path.realpath(path) == root for path in paths)
    try:
        with open(settings.origin, encoding="utf-8-sig") as file:
            document = Document(settings.origin, "text", file.read())
    except (OSError, UnicodeDecodeError):
        return ()
    return judge_settings(
        document, settings.ignores, judged_rules(rulebook, settings), known_words(rulebook), used, today, whole=whole
    )


def _without(path: str, files: tuple[str, ...]) -> tuple[str, ...]:
    """The files without the one that is `path`, whatever name leads to it."""
    if not path or not os.path.lexists(path):
        return files
    real = os.path.realpath(path)
    return tuple(file for file in files if os.path.realpath(file) != real)
