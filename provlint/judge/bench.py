"""The bench: the rules of a run, compiled once, and the judgement of one document by them."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from provlint.judge import suppressions
from provlint.judge.conditions import compile_rules, kinds_of
from provlint.judge.findings import Hit, findings
from provlint.judge.strongest import strongest, without_weaker
from provlint.judge.subject import Answers, Subject
from provlint.judge.subjects import SUBJECTS
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.model.findings import NO_STRENGTHS, Finding, Judged, Strengths
from provlint.model.records import RECORDS, Record
from provlint.model.rules import Rule
from provlint.model.settings import Ignore

if TYPE_CHECKING:
    from provlint.judge.policy import Policies
    from provlint.model.matches import Verified
    from provlint.model.relations import Relation

#: Facts that are graded: of a rule about them the strongest findings are kept.
_GRADED = frozenset({"claim", "phrase"})


class Bench:
    """Rules ready to judge. `known` are the ids and names of all rules there are, for ignores that name them."""

    def __init__(
        self,
        rules: Sequence[Rule],
        *,
        known: frozenset[str],
        ignored_in: Callable[[str], frozenset[str]],
        ignores: tuple[Ignore, ...],
        today: str,
        no_ignores: bool = False,
        rooted: Callable[[str], str] = str,
        most: int = 0,
        policies: "Callable[[str], Policies] | None" = None,
    ) -> None:
        """`rooted` turns a document's path into the one that the globs of the settings are about.

        `policies` gives those of the house for such a path. `most` is how many findings of a rule about claims or
        phrases a document may have; 0 means any number.
        """
        self._rules = {kind: tuple(rule for rule in rules if rule.on == kind) for kind in RECORDS}
        self._kinds = {kind: kinds_of(about) for kind, about in self._rules.items()}
        self._known = known
        # Whether a relation is found depends on the other documents of the run: its ignores are never called unused.
        self._run = frozenset(
            word for rule in rules if rule.on not in ("relation", "match") for word in (rule.id, rule.name)
        )
        self._ignored_in = ignored_in
        self._ignores = () if no_ignores else ignores
        self._today = today
        self._no_ignores = no_ignores
        self._rooted = rooted
        self._most = most
        self._policies = policies
        self._compiled: dict[str, Callable[[Record], list[int]]] = {}

    @property
    def subjects(self) -> tuple[str, ...]:
        """What the rules are about; "story" besides if one asks whether two links lead to the same story."""
        kinds = tuple(kind for kind, rules in self._rules.items() if rules)
        return (*kinds, "story") if any("story_" in rule.when for rule in self._rules["link"]) else kinds

    @property
    def relates(self) -> bool:
        """Whether a rule is about relations, so that it is worth looking for them."""
        return bool(self._rules["relation"])

    @property
    def verifies(self) -> bool:
        """Whether a rule is about quotations and their sources, so that it is worth comparing them."""
        return bool(self._rules["match"])

    def judge(
        self,
        document: Document,
        facts: Facts,
        answers: Answers,
        relations: "Sequence[Relation]" = (),
        verified: "Sequence[Verified]" = (),
    ) -> Judged:
        """All findings of one document that nothing holds back, sorted by start, then id."""
        path = self._rooted(document.path)
        off = self._ignored_in(path)
        hits = self._all_hits(document, facts, answers, relations, verified, path, off)
        found = findings(document, hits)
        urls = {link.start: link.url for link in facts.links} if self._ignores else {}
        own = () if self._no_ignores else facts.suppressions
        held = suppressions.hold_back(found, own, self._ignores, urls, self._today, path)
        strengths = _strengths(hits)
        kept, left_out = strongest(held.findings, strengths, self._most) if self._most else (held.findings, ())
        if facts.suppressions and self._rules["suppression"]:
            about = suppressions.subjects(document, own, held.used, self._known, self._run - off)
            kept = sorted(
                kept + findings(document, self._hits("suppression", about, off)),
                key=lambda finding: (finding.start, finding.id, finding.end),
            )
        return Judged(
            tuple(kept),
            tuple(held.held_back),
            frozenset(held.used_settings),
            left_out,
            NO_STRENGTHS if self._most else strengths,
        )

    def _all_hits(
        self,
        document: Document,
        facts: Facts,
        answers: Answers,
        relations: "Sequence[Relation]",
        verified: "Sequence[Verified]",
        path: str,
        off: frozenset[str],
    ) -> list[Hit]:
        policies = self._policies(path) if self._policies else None

        def told(subjects: Iterable[Subject]) -> Iterable[Subject]:
            return policies.applied(subjects, facts) if policies else subjects

        hits = [
            hit
            for kind, subjects in SUBJECTS.items()
            if self._rules[kind]
            for hit in self._hits(kind, told(subjects(document, facts, answers, self._kinds[kind])), off)
        ]
        if relations and self.relates:
            from provlint.judge import relations as related

            hits += self._hits("relation", related.subjects(document, relations), off)
        if verified and self.verifies:
            from provlint.judge import matches

            hits += self._hits("match", matches.subjects(document, verified), off)
        return without_weaker(hits)

    def _hits(self, kind: str, subjects: Iterable[Subject], off: frozenset[str]) -> list[Hit]:
        rules, judge = self._rules[kind], self._compile(kind)
        return [
            Hit(rules[index], subject)
            for subject in subjects
            for index in judge(subject.record)
            if rules[index].id not in off
        ]

    def _compile(self, kind: str) -> Callable[[Record], list[int]]:
        if kind not in self._compiled:
            self._compiled[kind] = compile_rules(self._rules[kind], RECORDS[kind])
        return self._compiled[kind]


def _strengths(hits: Iterable[Hit]) -> Strengths:
    """How strong each finding about a claim or a phrase is, by rule and place."""
    return {
        (hit.rule.id, hit.subject.start, hit.subject.end): getattr(hit.subject.record, "score", 0.0)
        for hit in hits
        if hit.rule.on in _GRADED
    }


def judge_settings(
    document: Document,
    ignores: tuple[Ignore, ...],
    rules: Sequence[Rule],
    known: frozenset[str],
    used: frozenset[int],
    today: str,
    *,
    whole: bool,
) -> tuple[Finding, ...]:
    """Findings about the ignores in a settings file, `document`; `whole` says that all its paths were checked."""
    about = [rule for rule in rules if rule.on == "suppression"]
    run = frozenset(word for rule in rules for word in (rule.id, rule.name))
    judge = compile_rules(about, RECORDS["suppression"])
    subjects = suppressions.settings_subjects(document, ignores, used, known, run, today, whole=whole)
    return tuple(
        findings(document, [Hit(about[index], subject) for subject in subjects for index in judge(subject.record)])
    )
