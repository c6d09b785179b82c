"""`provlint check`: settings and paths → Report, by way of every stage."""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from provlint.model.baseline import Entry, Sifted
from provlint.model.document import Document
from provlint.model.findings import Finding, Report, SkippedRule
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.read.files import Found, find
from provlint.rulebook.book import Rulebook
from provlint.rulebook.book import load as load_rulebook
from provlint.run import outcomes_told as told
from provlint.run.benches import judged_rules, known_words, open_sources, workbench
from provlint.run.learning import Learning, learn, open_session
from provlint.run.local import roots_of, routes_of
from provlint.run.outcome import Input, Outcome
from provlint.run.plan import Plan
from provlint.run.pool import outcomes
from provlint.run.related import with_relations
from provlint.tables.tables import open_tables

if TYPE_CHECKING:
    from provlint.model.online import Online
    from provlint.model.web_options import OnProgress
    from provlint.run.kept import Keeper
    from provlint.run.sieve import Sieve
    from provlint.run.work import Workbench


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
    leave_out: Sequence[str] = (),
    sieve: "Sieve | None" = None,
    online: "Online | None" = None,
    progress: "OnProgress | None" = None,
    sources: Sequence[str] = (),
) -> Checked:
    """Check files and folders, and what came on standard input; `today` (ISO date) tells which ignores have passed.

    Without `counts` the report does not count facts that no rule is about, which are then not looked for.
    `leave_out` are paths of files that are none of the documents: what an earlier run wrote among them.
    `sieve` narrows the run to what is new. With `online`, the addresses that are cited are asked; `progress` is told
    how far that is. `sources` are folders of saved pages that quotations are compared with.

    Raises `UserError` for a path, rule, table or setting that cannot stand, before any document is read.
    """
    plan, session_notes = _plan(paths, settings, today, with_facts, with_texts, counts, online, sources, sieve)
    found = find(paths, settings, os.getcwd()) if paths else Found(())
    named = _without(leave_out, found.files)
    files = sieve.documents(named, plan) if sieve else named
    files = _without((stdin.path,), files) if stdin else files  # an editor's text stands for the file that it was
    looked = _outcomes(plan, files, found, stdin, progress)
    unmet = plan.unmet(no_network=looked.web.no_network)
    skipped = _skipped(plan.rulebook, unmet)
    unable = {rule.id for rule in skipped}  # of these, what older answers had led to
    findings = [one for outcome in looked.results for one in outcome.judged.findings if one.id not in unable]
    findings += _about_settings(settings, plan.rulebook, looked.results, paths, today, whole=not sieve)
    judged = tuple(judged_rules(plan.rulebook, settings, unmet))
    sifted = _sifted(findings, looked.results, judged, settings, sieve)
    notes = (
        *told.notes(plan.rulebook, found, looked.results, left_out=len(named) < len(found.files)),
        *told.weaker(looked.results),
        *session_notes,
        *looked.web.notes,
    )
    report = _report(looked.results, sifted, sieve, skipped, notes)
    return _checked(report, judged, sifted.entries, looked, with_texts=with_texts)


def _plan(
    paths: Sequence[str],
    settings: Settings,
    today: str,
    with_facts: bool,
    with_texts: bool,
    counts: bool,
    online: "Online | None",
    sources: Sequence[str],
    sieve: "Sieve | None",
) -> tuple[Plan, tuple[str, ...]]:
    """What the run works by, and notes for its report."""
    rulebook = load_rulebook(settings)
    routes_of(settings)  # a folder that is not there is told before any document is read
    tables = open_tables(settings.rule_folders, settings.root, settings.house)
    session, notes = open_session(settings, online, paths, today)
    saved = open_sources(sources, others=online is not None)
    # What is new is told first, and then the strongest of that are kept.
    judging = settings._replace(max_findings_per_rule=0) if sieve else settings
    return Plan(judging, rulebook, tables, today, paths, with_facts, with_texts, counts, session, saved), notes


def _checked(
    report: Report, judged: tuple[Rule, ...], entries: Sequence[Entry], looked: "_Looked", *, with_texts: bool
) -> Checked:
    by_path = {outcome.document.path: outcome for outcome in looked.results}
    return Checked(
        report,
        facts={path: outcome.facts for path, outcome in by_path.items() if outcome.facts is not None},
        rules=judged,
        entries=entries,
        texts={path: outcome.text for path, outcome in by_path.items()} if with_texts else {},
        matches={path: outcome.matches for path, outcome in by_path.items() if outcome.matches},
        recording=looked.web.recording,
        no_network=looked.web.no_network,
        interrupted=looked.web.interrupted,
    )


def _skipped(rulebook: Rulebook, unmet: Mapping[str, str]) -> tuple[SkippedRule, ...]:
    return tuple(
        SkippedRule(rule.id, unmet[rule.needs])
        for rule in rulebook.rules
        if rule.id in rulebook.selected and rule.needs in unmet
    )


def _report(
    results: Sequence[Outcome],
    sifted: Sifted,
    sieve: "Sieve | None",
    skipped: tuple[SkippedRule, ...],
    notes: tuple[str, ...],
) -> Report:
    held = (one for outcome in results for one in outcome.judged.suppressed)
    suppressed = tuple(one for one in held if not sieve or sieve.touches(one.finding))
    return Report(
        documents=tuple(outcome.document for outcome in results),
        links=told.links(results),
        findings=tuple(sorted(sifted.findings, key=lambda finding: (finding.path, finding.start, finding.id))),
        suppressed=len(suppressed),
        baselined=sifted.baselined,
        skipped_rules=skipped,
        notes=(*sifted.notes, *notes),
        nothing=sifted.nothing,
        held_back=(*suppressed, *sifted.accepted),
    )


class _Looked(NamedTuple):
    """The outcome of every document in the order of their paths, and what the web said."""

    results: list[Outcome]
    web: Learning


def _outcomes(
    plan: Plan, files: Sequence[str], found: Found, stdin: Input | None, progress: "OnProgress | None"
) -> _Looked:
    make: Callable[..., Workbench] = partial(workbench, plan)
    if plan.session:
        from provlint.run.unjudged import Waiting

        make = partial(make, waiting=Waiting())
    keeper = _keeper(plan) if plan.keeps and files else None
    results = _first_look(make, files, found, plan.settings.jobs, stdin, keeper)
    web = learn(plan.session, results, progress) if plan.session else Learning()
    if web.answers is not None:
        from provlint.run.again import judged_again

        make = partial(make, answers=web.answers, no_network=web.no_network)
        results = judged_again(results, web.answers, make, plan.settings.jobs, stdin)
    elif plan.session:
        from provlint.run.web_view import Answers

        make = partial(make, answers=Answers())  # nobody is asked any more, even if another process cleans the store
    if keeper and web.no_network:
        results, keeper = keeper.sketched(results), None  # fewer rules were judged
    if keeper:
        keeper.take(results)
    results = with_relations(results, make, plan.settings, plan.tables, stdin, keeper)
    if keeper:
        keeper.close()
    return _Looked(results, web)


def _first_look(
    make: "Callable[[], Workbench]",
    files: Sequence[str],
    found: Found,
    jobs: int,
    stdin: Input | None,
    keeper: "Keeper | None",
) -> list[Outcome]:
    """The outcome of each document by path; some wait for what others or the web say."""
    known = keeper.known(files) if keeper else {}
    others = [path for path in files if path not in known]
    judged = dict(zip(others, outcomes(make, others, jobs), strict=True)) if others else {}
    results = [known.get(path) or judged[path] for path in files]
    if stdin or found.refused:
        from provlint.read.reader import unread

        bench = make()
        results += [bench.document(unread(path, "text", problem, detail)) for path, problem, detail in found.refused]
        results += [bench.data(*stdin)] if stdin else []
        results.sort(key=lambda outcome: outcome.document.path)
    return results


def _sifted(
    findings: list[Finding],
    results: Sequence[Outcome],
    judged: Sequence[Rule],
    settings: Settings,
    sieve: "Sieve | None",
) -> Sifted:
    """What the sieve leaves of the findings."""
    if not sieve:
        return Sifted(findings)
    run = [outcome.document.path for outcome in results]
    unread = frozenset(outcome.document.path for outcome in results if outcome.document.unread)
    sifted = sieve.sift(findings, run, judged, unread)
    strengths = {outcome.document.path: outcome.judged.strengths for outcome in results}
    from provlint.judge.strongest import strongest_of_each

    return sifted._replace(findings=strongest_of_each(sifted.findings, strengths, settings.max_findings_per_rule))


def _keeper(plan: Plan) -> "Keeper":
    from provlint.run.context import context
    from provlint.run.kept import Keeper
    from provlint.store.cache_folder import cache_folder

    rules = judged_rules(plan.rulebook, plan.settings, plan.unmet())
    session = plan.session
    online = session.online if session else None
    name = context(plan.settings, rules, known_words(plan.rulebook), plan.paths, plan.today, plan.counts, online)
    folder = session.folder if session else cache_folder(plan.settings.cache_dir)
    return Keeper(folder, name, roots_of(plan.settings, plan.paths), session.holds() if session else None)


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


def _without(paths: Sequence[str], files: tuple[str, ...]) -> tuple[str, ...]:
    """The files without those that are one of `paths`, whatever name leads to it."""
    real = frozenset(os.path.realpath(path) for path in paths if os.path.lexists(path))
    return tuple(file for file in files if os.path.realpath(file) not in real) if real else files
