"""`provlint check`: settings and paths → Report, by way of every stage."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from provlint.model.baseline import Entry, Sifted
from provlint.model.document import Document
from provlint.model.findings import Finding, LinkAnswer, LinkPlace, Report, SkippedRule
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.read.files import Found, find
from provlint.rulebook.book import Rulebook
from provlint.rulebook.book import load as load_rulebook
from provlint.run.benches import NOT_JUDGED, judged_rules, known_words, workbench
from provlint.run.context import context
from provlint.run.kept import Keeper
from provlint.run.local import roots_of, routes_of
from provlint.run.outcome import Input, Outcome
from provlint.run.pool import outcomes
from provlint.run.related import with_relations
from provlint.tables.tables import open_tables

if TYPE_CHECKING:
    from provlint.run.sieve import Sieve

_NAMED = 3  # paths in a note


class Checked(NamedTuple):
    """The report, the extract object of each document by path where facts are asked for, the rules that were judged,
    and the next baseline's entries."""

    report: Report
    facts: dict[str, dict[str, object]]
    texts: dict[
        str, str
    ]  # the source of each document, secrets covered character for character; empty unless asked for
    rules: tuple[Rule, ...] = ()
    entries: Sequence[Entry] = ()


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
) -> Checked:
    """Check files and folders, and what came on standard input; `today` (ISO date) tells which ignores have passed.

    Without `counts` the report does not count facts that no rule is about, which are then not looked for.
    `leave_out` is the path of a file that is none of the documents: the page an earlier audit wrote among them.
    `sieve` narrows the run to what is new.

    Raises `UserError` for a path, rule, table or setting that cannot stand, before any document is read.
    """
    rulebook = load_rulebook(settings)
    routes_of(settings)  # a folder that is not there is told before any document is read
    tables = open_tables(settings.rule_folders, settings.root, settings.house)
    # What is new is told first, and then the strongest of that are kept.
    judging = settings._replace(max_findings_per_rule=0) if sieve else settings
    make = partial(workbench, judging, rulebook, tables, today, paths, with_facts, counts, with_texts=with_texts)
    found = find(paths, settings, os.getcwd()) if paths else Found(())
    named = _without(leave_out, found.files)
    files = sieve.documents(named) if sieve else named
    keeper = _keeper(judging, rulebook, paths, today, counts) if settings.cache and files and not with_facts else None

    def judge(paths: Sequence[str]) -> list[Outcome]:
        return list(outcomes(make, paths, settings.jobs))

    results = keeper.outcomes(files, judge) if keeper else judge(files)
    if stdin or found.refused:
        from provlint.read.reader import unread

        bench = make()
        results += [bench.document(unread(path, "text", problem, detail)) for path, problem, detail in found.refused]
        results += [bench.data(*stdin)] if stdin else []
        results.sort(key=lambda outcome: outcome.document.path)
    results = with_relations(results, make, settings, tables, stdin, keeper)
    if keeper:
        keeper.close()
    findings = [finding for outcome in results for finding in outcome.judged.findings]
    findings += _about_settings(settings, rulebook, results, paths, today, whole=not sieve)
    sifted = _sifted(findings, results, rulebook, settings, sieve)
    report = Report(
        documents=tuple(outcome.document for outcome in results),
        links=_links(results),
        findings=tuple(sorted(sifted.findings, key=lambda finding: (finding.path, finding.start, finding.id))),
        suppressed=sum(outcome.judged.suppressed for outcome in results),
        baselined=sifted.baselined,
        skipped_rules=tuple(
            SkippedRule(rule.id, NOT_JUDGED[rule.needs])
            for rule in rulebook.rules
            if rule.id in rulebook.selected and rule.needs in NOT_JUDGED
        ),
        notes=sifted.notes
        + _notes(rulebook, found, results, left_out=len(named) < len(found.files))
        + _weaker(results),
    )
    facts = {outcome.document.path: outcome.facts for outcome in results if outcome.facts is not None}
    texts = {outcome.document.path: outcome.text for outcome in results} if with_texts else {}
    return Checked(report, facts, texts, tuple(judged_rules(rulebook, settings)), sifted.entries)


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


def _links(results: Iterable[Outcome]) -> tuple[LinkAnswer, ...]:
    places: dict[tuple[str, str], list[LinkPlace]] = {}
    for outcome in results:
        for url, reason, place in outcome.addresses:
            places.setdefault((url, reason), []).append(place)
    return tuple(LinkAnswer(url, tuple(where), reason=reason) for (url, reason), where in sorted(places.items()))


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


def _weaker(results: Iterable[Outcome]) -> tuple[str, ...]:
    """What `max-findings-per-rule` left out, by rule."""
    counts: Counter[str] = Counter()
    for outcome in results:
        counts.update(dict(outcome.judged.left_out))
    return tuple(
        f"{count:,} weaker {'finding' if count == 1 else 'findings'} of {rule} left out (max-findings-per-rule)."
        for rule, count in sorted(counts.items())
    )


def _notes(rulebook: Rulebook, found: Found, results: Sequence[Outcome], *, left_out: bool) -> tuple[str, ...]:
    notes = []
    if rulebook.disabled:
        notes.append(f"The settings switch off {rulebook.disabled} of the rules that are on by default.")
    excluded = dict(found.left_out).get("excluded", 0)
    if excluded:
        notes.append(f"The settings exclude {excluded} {'path' if excluded == 1 else 'paths'}.")
    if left_out:
        notes.append("The page that the last audit wrote is not one of the documents.")
    return (*notes, *_in_other_languages(results), *dict.fromkeys(note for one in results for note in one.notes))


def _in_other_languages(results: Iterable[Outcome]) -> Iterator[str]:
    """That what knows English only was silent, told once."""
    paths = [outcome.document.path for outcome in results if outcome.other_language]
    if paths:
        named = ", ".join(paths[:_NAMED]) + (f" and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else "")
        which = "1 document is" if len(paths) == 1 else f"{len(paths):,} documents are"
        yield f"{which} not in English ({named}); what looks for claims and for vague phrases was silent there."
