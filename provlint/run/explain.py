"""`provlint explain FILE:LINE`: the facts on a line and how each rule judged them."""

from collections.abc import Iterator

from provlint.errors import UserError
from provlint.extract.document import extract
from provlint.judge.conditions import explain as explain_parts
from provlint.judge.conditions import format_message
from provlint.judge.subject import Subject
from provlint.judge.subjects import SUBJECTS
from provlint.model.answers import Answer
from provlint.model.document import Document
from provlint.model.explanation import ExplainedFact, Judgement
from provlint.model.facts import Facts
from provlint.model.findings import Finding
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.read.files import format_of
from provlint.read.reader import read_file
from provlint.rulebook.book import Rulebook
from provlint.rulebook.book import load as load_rulebook
from provlint.run.benches import judged_rules, workbench
from provlint.run.local import local_answers, open_library, open_site
from provlint.run.plan import Plan
from provlint.tables.tables import open_tables
from provlint.text.paths import relative


def explain(path: str, line: int, settings: Settings, today: str) -> list[ExplainedFact]:
    """The facts that touch `line` (from 1) of the document at `path`, in source order."""
    document = read_file(path, path, format_of(path, settings) or "markdown", settings.max_file_size)
    if document.problem:
        raise UserError("explain", path, document.detail)
    if line > len(document.line_starts):
        raise UserError("explain", path, f"it has only {len(document.line_starts)} lines")
    tables, rulebook = open_tables(settings.rule_folders, settings.root, settings.house), load_rulebook(settings)
    site = open_site(settings, (path,))
    facts = extract(document, tables, open_library(site, settings.max_file_size).of(document))
    kept = workbench(Plan(settings, rulebook, tables, today, (path,))).document(document).judged.findings
    answers = local_answers(site, document, facts)
    explainer = _Explainer(document, rulebook, settings, kept, answers)
    return sorted(explainer.facts(facts, line), key=lambda fact: (fact.line, fact.column))


class _Explainer:
    def __init__(
        self,
        document: Document,
        rulebook: Rulebook,
        settings: Settings,
        kept: tuple[Finding, ...],
        answers: dict[str, Answer],
    ) -> None:
        self._document = document
        self._answers = answers
        self._rulebook = rulebook
        ignored = rulebook.ignored_in(relative(document.path, settings.root))
        self._run = {rule.id for rule in judged_rules(rulebook, settings)} - ignored
        self._kept = {(finding.id, finding.start, finding.end) for finding in kept}

    def facts(self, facts: Facts, line: int) -> Iterator[ExplainedFact]:
        """Every fact that touches the line; the document itself counts as standing on its first."""
        for kind, subjects in SUBJECTS.items():
            for subject in subjects(self._document, facts, self._answers, None):
                first, column = self._document.line_column(subject.start)
                last, end_column = self._document.line_column(subject.end)
                if first <= line <= last:
                    yield ExplainedFact(
                        kind, first, column, last, end_column, self._document.source[subject.start : subject.end],
                        tuple(subject.record._asdict().items()),
                        tuple(self._judgement(rule, subject) for rule in self._rulebook.rules if rule.on == kind),
                    )  # fmt: skip

    def _judgement(self, rule: Rule, subject: Subject) -> Judgement:
        parts = tuple(explain_parts(rule, subject.record))
        if rule.id not in self._run:
            return Judgement(rule, "off" if rule.needs == "text" else "offline", parts)
        if not all(part.holds for part in parts):
            return Judgement(rule, "not-fired", parts)
        message = format_message(rule, subject.record)
        held_back = (rule.id, subject.start, subject.end) not in self._kept
        return Judgement(rule, "ignored" if held_back else "fired", parts, message)
