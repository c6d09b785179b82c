"""Settings and rules → the workbench that documents are judged on; what it takes is imported when one is made."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.model.words import CONFIDENCES
from provlint.rulebook.book import Rulebook
from provlint.run.local import open_site
from provlint.run.plan import OFFLINE, Plan
from provlint.tables.tables import Tables
from provlint.text.paths import relative

if TYPE_CHECKING:
    from provlint.judge.bench import Bench
    from provlint.judge.policy import Policies
    from provlint.model.relations import Relation
    from provlint.run.saved_pages import SavedPages
    from provlint.run.unjudged import Waiting
    from provlint.run.verified import Verifier
    from provlint.run.web_view import Answers, WebView
    from provlint.run.work import Workbench


def workbench(
    plan: Plan,
    *,
    relations: "Mapping[str, Sequence[Relation]] | None" = None,
    answers: "Answers | None" = None,
    no_network: bool = False,
    waiting: "Waiting | None" = None,
) -> "Workbench":
    """All that a process needs to judge documents by this plan.

    By the relations and the answers of the web, too, once they are known, and that there is no network. Documents that
    wait for these are in `waiting`.
    """
    from provlint.run.work import Workbench

    settings = plan.settings
    rules = judged_rules(plan.rulebook, settings, plan.unmet(no_network=no_network))
    bench = _bench(plan, rules)
    view = plan.session.view(answers) if plan.session else None
    return Workbench(
        plan,
        bench,
        open_site(settings, plan.paths) if any(rule.needs == "site" for rule in rules) else None,
        relations=relations,
        web=view,
        verifier=partial(_verifier, plan.tables, plan.sources, view) if bench.verifies else None,
        waiting=waiting,
    )


def _bench(plan: Plan, rules: Sequence[Rule]) -> "Bench":
    from provlint.judge.bench import Bench

    settings, rulebook = plan.settings, plan.rulebook
    return Bench(
        rules,
        known=known_words(rulebook),
        ignored_in=rulebook.ignored_in,
        ignores=settings.ignores,
        today=plan.today,
        no_ignores=settings.no_ignores,
        rooted=partial(relative, start=settings.root) if settings.root != "." else str,
        most=settings.max_findings_per_rule,
        policies=partial(policies_at, settings) if settings.policies else None,
    )


def open_sources(folders: Sequence[str], *, others: bool = False, by_address: bool = True) -> "SavedPages | None":
    """The saved pages in `folders`; None without any. `others` says that the web may have what is not there.

    Unless `by_address`, files are only found by the relative links that lead to them.
    """
    if not folders:
        return None
    from provlint.run.saved_pages import SavedPages

    return SavedPages(folders, others=others, by_address=by_address)


def _verifier(tables: Tables, sources: "SavedPages | None", view: "WebView | None") -> "Verifier":
    """What compares quotations with their pages: saved ones, and those the web gives."""
    from provlint.run.verified import verifier

    return verifier(tables, sources, view)


def policies_at(settings: Settings, path: str) -> "Policies":
    """The policies of the house that hold for a path, relative to the settings' root."""
    from provlint.judge.policy import Policies

    return Policies(settings.policies, path, said_in(settings))


def said_in(settings: Settings) -> str:
    """Where the policies of the house stand, as shown to people."""
    return dict(settings.said_by).get("policy") or settings.origin or "settings"


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
