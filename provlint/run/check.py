"""`provlint check`: settings and paths → Report, by way of every stage."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from provlint.model.baseline import Entry, Sifted
from provlint.model.document import Document
from provlint.model.findings import Finding, Report, SkippedRule
from provlint.model.online import Online
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.model.web_options import OnProgress
from provlint.read.files import Found, find
from provlint.rulebook.book import Rulebook
from provlint.rulebook.book import load as load_rulebook
from provlint.run import outcomes_told as told
from provlint.run.benches import OFFLINE, ONLINE, judged_rules, known_words, open_sources, workbench
from provlint.run.context import context
from provlint.run.kept import Keeper
from provlint.run.local import roots_of, routes_of
from provlint.run.outcome import Input, Outcome
from provlint.run.pool import outcomes
from provlint.run.related import with_relations
from provlint.tables.tables import Tables, open_tables

if TYPE_CHECKING:
    from provlint.run.learning import Learning
    from provlint.run.online import Session
    from provlint.run.sieve import Sieve
    from provlint.run.work import Workbench

_NO_NETWORK = {"network": "no network", "source": "no network"}


class Checked(NamedTuple):
    """The report, and what else a run gives."""

    report: Report
    facts: dict[str, dict[str, object]]  # the extract object of each document by path, where facts were asked for
    rules: tuple[Rule, ...] = ()  # the rules that were judged
    entries: Sequence[Entry] = ()  # the next baseline's
    texts: Mapping[str, str] = {}  # the source of each document, its secrets covered, where texts were asked for
    matches: Mapping[str, Sequence[Mapping[str, object]]] = {}  # of its quotations, by path, with texts
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
    with_texts: bool = False,
    counts: bool = True,
    leave_out: str = "",
    sieve: "Sieve | None" = None,
    online: Online | None = None,
    progress: OnProgress | None = None,
    sources: Sequence[str] = (),
) -> Checked:
    """Check files and folders, and what came on standard input; `today` (ISO date) tells which ignores have passed.

    Without `counts` the report does not count facts that no rule is about, which are then not looked for.
    `leave_out` is the path of a file that is none of the documents: the page an earlier audit wrote among them.
    `sieve` narrows the run to what is new. With `online`, the addresses that are cited are asked; `progress` is told
    how far that is. `sources` are folders of saved pages that quotations are compared with.

    Raises `UserError` for a path, rule, table or setting that cannot stand, before any document is read.
    """
    rulebook = load_rulebook(settings)
    routes_of(settings)  # a folder that is not there is told before any document is read
    tables = open_tables(settings.rule_folders, settings.root, settings.house)
    session, session_notes = _session(settings, online, paths, today)
    saved = open_sources(sources, others=online is not None)
    # What is new is told first, and then the strongest of that are kept.
    judging = settings._replace(max_findings_per_rule=0) if sieve else settings
    make = partial(workbench, judging, rulebook, tables, today, paths, with_facts, counts, with_texts=with_texts)
    make = partial(make, session=session, sources=saved)
    found = find(paths, settings, os.getcwd()) if paths else Found(())
    named = _without(leave_out, found.files)
    files = sieve.documents(named) if sieve else named
    # What the web or saved pages say is none of the things that are known to be as they were.
    keeps = settings.cache and files and not (with_facts or session or saved)
    keeper = _keeper(judging, rulebook, paths, today, counts) if keeps else None
    results = _first_look(make, files, found, settings.jobs, stdin, keeper)
    not_judged = ONLINE if session else OFFLINE
    web = None
    if session:
        results, web = _with_answers(session, results, make, settings, tables, stdin, progress)
        not_judged = _NO_NETWORK if web.no_network else ONLINE
    else:
        results = with_relations(results, make, settings, tables, stdin, keeper)
    if keeper:
        keeper.close()
    if saved:
        not_judged = {need: why for need, why in not_judged.items() if need != "source"}
    skipped = tuple(
        SkippedRule(rule.id, not_judged[rule.needs])
        for rule in rulebook.rules
        if rule.id in rulebook.selected and rule.needs in not_judged
    )
    unable = {rule.id for rule in skipped}  # of these, what older answers had led to
    findings = [finding for outcome in results for finding in outcome.judged.findings if finding.id not in unable]
    findings += _about_settings(settings, rulebook, results, paths, today, whole=not sieve)
    sifted = _sifted(findings, results, rulebook, settings, sieve)
    notes = (
        *told.notes(rulebook, found, results, left_out=len(named) < len(found.files)),
        *told.weaker(results),
        *session_notes,
        *(web.notes if web else ()),
    )
    return Checked(
        _report(results, sifted, skipped, notes),
        {outcome.document.path: outcome.facts for outcome in results if outcome.facts is not None},
        tuple(judged_rules(rulebook, settings, not_judged)),
        sifted.entries,
        {outcome.document.path: outcome.text for outcome in results} if with_texts else {},
        {outcome.document.path: outcome.matches for outcome in results if outcome.matches},
        web.recording if web else "",
        web is not None and web.no_network,
        web is not None and web.interrupted,
    )


def _report(
    results: Sequence[Outcome], sifted: Sifted, skipped: tuple[SkippedRule, ...], notes: tuple[str, ...]
) -> Report:
    return Report(
        documents=tuple(outcome.document for outcome in results),
        links=told.links(results),
        findings=tuple(sorted(sifted.findings, key=lambda finding: (finding.path, finding.start, finding.id))),
        suppressed=sum(outcome.judged.suppressed for outcome in results),
        baselined=sifted.baselined,
        skipped_rules=skipped,
        notes=(*sifted.notes, *notes),
    )


def _session(
    settings: Settings, online: Online | None, paths: Sequence[str], today: str
) -> "tuple[Session | None, tuple[str, ...]]":
    """What asks the web; a run that asks nobody imports none of it."""
    if not online:
        return None, ()
    from provlint.run.learning import open_session

    session, notes = open_session(settings, online, paths, today)
    return session, tuple(notes)


def _first_look(
    make: "Callable[[], Workbench]",
    files: Sequence[str],
    found: Found,
    jobs: int,
    stdin: Input | None,
    keeper: Keeper | None,
) -> list[Outcome]:
    """The outcome of each document by path; some wait for what others or the web say."""

    def judge(paths: Sequence[str]) -> list[Outcome]:
        return list(outcomes(make, paths, jobs))

    results = keeper.outcomes(files, judge) if keeper else judge(files)
    if stdin or found.refused:
        from provlint.read.reader import unread

        bench = make()
        results += [bench.document(unread(path, "text", problem, detail)) for path, problem, detail in found.refused]
        results += [bench.data(*stdin)] if stdin else []
        results.sort(key=lambda outcome: outcome.document.path)
    return results


def _with_answers(
    session: "Session",
    results: list[Outcome],
    make: "Callable[..., Workbench]",
    settings: Settings,
    tables: Tables,
    stdin: Input | None,
    progress: OnProgress | None,
) -> "tuple[list[Outcome], Learning]":
    """The outcomes judged once more where they waited for the web or for each other, and what was learnt."""
    from provlint.run.again import judged_again
    from provlint.run.learning import learn
    from provlint.run.related import relations_by_path

    relations = relations_by_path(results, settings, tables, stdin)
    web = learn(session, results, progress)
    not_judged = _NO_NETWORK if web.no_network else ONLINE
    make = partial(make, relations=relations, answers=web.answers, not_judged=not_judged)
    waiting = {outcome.document.path for outcome in results if outcome.missing}
    return judged_again(results, make, waiting.union(relations), settings.jobs, stdin), web


def _sifted(
    findings: list[Finding], results: Sequence[Outcome], rulebook: Rulebook, settings: Settings, sieve: "Sieve | None"
) -> Sifted:
    """What the sieve leaves of the findings."""
    if not sieve:
        return Sifted(findings)
    run = [outcome.document.path for outcome in results]
    unread = frozenset(outcome.document.path for outcome in results if outcome.document.unread)
    sifted = sieve.sift(findings, run, frozenset(rule.id for rule in judged_rules(rulebook, settings)), unread)
    strengths = {outcome.document.path: outcome.judged.strengths for outcome in results}
    from provlint.judge.strongest import strongest_of_each

    return sifted._replace(findings=strongest_of_each(sifted.findings, strengths, settings.max_findings_per_rule))


def _keeper(settings: Settings, rulebook: Rulebook, paths: Sequence[str], today: str, counts: bool) -> Keeper:
    from provlint.store.cache_folder import cache_folder

    rules = judged_rules(rulebook, settings)
    name = context(settings, rules, known_words(rulebook), paths, today, counts)
    return Keeper(cache_folder(settings.cache_dir), name, roots_of(settings, paths))


def _about_settings(
    settings: Settings, rulebook: Rulebook, results: Sequence[Outcome], paths: Sequence[str], today: str, *, whole: bool
) -> tuple[Finding, ...]:
    """Findings about the ignores of the settings file; one that matched nothing is told only by a whole run."""
    if not settings.ignores or settings.no_ignores or not settings.origin:
        return ()
    used = frozenset(index for outcome in results for index in outcome.judged.used_ignores)
    root = os.path.realpath(settings.root)
    whole = whole and any(os.path.realpath(path) == root for path in paths)
    try:
        with open(settings.origin, encoding="utf-8-sig") as file:
            document = Document(settings.origin, "text", file.read())
    except (OSError, UnicodeDecodeError):
        return ()
    from provlint.judge.bench import judge_settings

    return judge_settings(
        document, settings.ignores, judged_rules(rulebook, settings), known_words(rulebook), used, today, whole=whole
    )


def _without(path: str, files: tuple[str, ...]) -> tuple[str, ...]:
    """The files without the one that is `path`, whatever name leads to it."""
    if not path or not os.path.lexists(path):
        return files
    real = os.path.realpath(path)
    return tuple(file for file in files if os.path.realpath(file) != real)
