"""`provlint check`: settings and paths → Report, by way of every stage."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from provlint.judge.bench import Bench, judge_settings
from provlint.judge.policy import Policies
from provlint.model.document import Document
from provlint.model.findings import Finding, LinkAnswer, LinkPlace, Report, SkippedRule
from provlint.model.relations import Relation
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.model.words import CONFIDENCES
from provlint.read.files import Found, find
from provlint.read.paths import relative
from provlint.read.reader import unread
from provlint.rulebook.book import Rulebook
from provlint.rulebook.book import load as load_rulebook
from provlint.run.local import open_site, routes_of
from provlint.run.pool import outcomes
from provlint.run.related import with_relations
from provlint.run.work import Input, Outcome, Workbench
from provlint.tables.tables import Tables, open_tables

_NAMED = 3  # paths in a note
#: Why a rule that needs more than the text is not judged.
_NOT_JUDGED = {"network": "offline", "source": "offline"}


class Checked(NamedTuple):
    """The report, with facts asked for the extract object of each document by path, and the rules that were judged."""

    report: Report
    facts: dict[str, dict[str, object]]
    rules: tuple[Rule, ...] = ()


def check(
    paths: Sequence[str],
    settings: Settings,
    *,
    stdin: Input | None = None,
    today: str,
    with_facts: bool = False,
    leave_out: str = "",
) -> Checked:
    """Check files and folders, and what came on standard input; `today` (ISO date) tells which ignores have passed.

    `leave_out` is the path of a file that is none of the documents: the page an earlier audit wrote among them.

    Raises `UserError` for a path, rule, table or setting that cannot stand, before any document is read.
    """
    rulebook = load_rulebook(settings)
    routes_of(settings)  # a folder that is not there is told before any document is read
    tables = open_tables(settings.rule_folders, settings.root, settings.house)
    make = partial(workbench, settings, rulebook, tables, today, paths, with_facts)
    found = find(paths, settings, os.getcwd()) if paths else Found(())
    files = _without(leave_out, found.files)
    results = list(outcomes(make, files, settings.jobs))
    if stdin or found.refused:
        bench = make()
        results += [bench.document(unread(path, "text", problem, detail)) for path, problem, detail in found.refused]
        results += [bench.data(*stdin)] if stdin else []
        results.sort(key=lambda outcome: outcome.document.path)
    results = with_relations(results, make, settings, tables, stdin)
    findings = [finding for outcome in results for finding in outcome.judged.findings]
    findings += _about_settings(settings, rulebook, results, paths, today)
    report = Report(
        documents=tuple(outcome.document for outcome in results),
        links=_links(results),
        findings=tuple(sorted(findings, key=lambda finding: (finding.path, finding.start, finding.id))),
        suppressed=sum(outcome.judged.suppressed for outcome in results),
        skipped_rules=tuple(
            SkippedRule(rule.id, _NOT_JUDGED[rule.needs])
            for rule in rulebook.rules
            if rule.id in rulebook.selected and rule.needs in _NOT_JUDGED
        ),
        notes=_notes(rulebook, found, results, left_out=len(files) < len(found.files)) + _weaker(results),
    )
    facts = {outcome.document.path: outcome.facts for outcome in results if outcome.facts is not None}
    return Checked(report, facts, tuple(judged_rules(rulebook, settings)))


def workbench(
    settings: Settings,
    rulebook: Rulebook,
    tables: Tables,
    today: str,
    paths: Sequence[str],
    with_facts: bool = False,
    relations: Mapping[str, Sequence[Relation]] | None = None,
) -> Workbench:
    """All that a process needs to judge documents by these settings, and by the relations once they are known."""
    rules = judged_rules(rulebook, settings)
    bench = Bench(
        rules,
        known=known_words(rulebook),
        ignored_in=rulebook.ignored_in,
        ignores=settings.ignores,
        today=today,
        no_ignores=settings.no_ignores,
        rooted=partial(relative, start=settings.root) if settings.root != "." else str,
        most=settings.max_findings_per_rule,
        policies=partial(policies_at, settings) if settings.policies else None,
    )
    site = open_site(settings, paths) if any(rule.needs == "site" for rule in rules) else None
    return Workbench(settings, tables, bench, site, with_facts=with_facts, relations=relations)


def policies_at(settings: Settings, path: str) -> Policies:
    """The policies of the house that hold for a path, relative to the settings' root."""
    return Policies(settings.policies, path, said_in(settings))


def said_in(settings: Settings) -> str:
    """Where the policies of the house stand, as shown to people."""
    return dict(settings.said_by).get("policy") or settings.origin or "settings"


def judged_rules(rulebook: Rulebook, settings: Settings) -> list[Rule]:
    """The selected rules that this run can judge and that are sure enough."""
    sure = CONFIDENCES[: CONFIDENCES.index(settings.min_confidence) + 1]
    return [
        rule
        for rule in rulebook.rules
        if rule.id in rulebook.selected and rule.needs not in _NOT_JUDGED and rule.confidence in sure
    ]


def known_words(rulebook: Rulebook) -> frozenset[str]:
    """Every id and name, former ones too, that an ignore may give."""
    return frozenset(word for rule in rulebook.rules for word in (rule.id, rule.name, *rule.was))


def _links(results: Iterable[Outcome]) -> tuple[LinkAnswer, ...]:
    places: dict[tuple[str, str], list[LinkPlace]] = {}
    for outcome in results:
        for url, reason, place in outcome.addresses:
            places.setdefault((url, reason), []).append(place)
    return tuple(LinkAnswer(url, tuple(where), reason=reason) for (url, reason), where in sorted(places.items()))


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
