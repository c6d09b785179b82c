"""Settings and rules → the workbench that documents are judged on; what it takes is imported when one is made."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from provlint.model.relations import Relation
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.model.words import CONFIDENCES
from provlint.read.paths import relative
from provlint.rulebook.book import Rulebook
from provlint.run.local import open_site
from provlint.tables.tables import Tables

if TYPE_CHECKING:
    from provlint.judge.policy import Policies
    from provlint.run.work import Workbench

#: Why a rule that needs more than the text is not judged.
NOT_JUDGED = {"network": "offline", "source": "offline"}


def workbench(
    settings: Settings,
    rulebook: Rulebook,
    tables: Tables,
    today: str,
    paths: Sequence[str],
    with_facts: bool = False,
    counts: bool = True,
    relations: Mapping[str, Sequence[Relation]] | None = None,
    with_texts: bool = False,
) -> "Workbench":
    """All that a process needs to judge documents by these settings, and by the relations once they are known."""
    from provlint.judge.bench import Bench
    from provlint.run.work import Workbench

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
    keeps = settings.cache and not with_facts
    return Workbench(
        settings,
        tables,
        bench,
        site,
        with_facts=with_facts,
        with_texts=with_texts,
        keeps=keeps,
        counts=counts,
        relations=relations,
    )


def policies_at(settings: Settings, path: str) -> "Policies":
    """The policies of the house that hold for a path, relative to the settings' root."""
    from provlint.judge.policy import Policies

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
        if rule.id in rulebook.selected and rule.needs not in NOT_JUDGED and rule.confidence in sure
    ]


def known_words(rulebook: Rulebook) -> frozenset[str]:
    """Every id and name, former ones too, that an ignore may give."""
    return frozenset(word for rule in rulebook.rules for word in (rule.id, rule.name, *rule.was))
