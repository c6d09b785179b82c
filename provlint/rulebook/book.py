"""Settings → the Rulebook: all rules, shipped and the user's, and which of them are on."""

import os
from typing import NamedTuple

from provlint.errors import UserError
from provlint.model.rules import Rule
from provlint.model.settings import Settings
from provlint.rulebook.selection import Selectors
from provlint.rulebook.shipped import SHOWN_AS, shipped_rules
from provlint.text.globs import path_matches

_NONE: frozenset[str] = frozenset()


class Rulebook(NamedTuple):
    """All known rules sorted by id, with the settings' options and severities; and the ids that are selected.

    `per_file` holds (glob, ids left out in the files it matches), `disabled` counts the shipped rules that are on by
    default and that the settings switch off.
    """

    rules: tuple[Rule, ...]
    selected: frozenset[str]
    per_file: tuple[tuple[str, frozenset[str]], ...] = ()
    disabled: int = 0

    def ignored_in(self, path: str) -> frozenset[str]:
        """The ids that `per-file-ignores` leave out in a document; its POSIX path is relative to the settings' root."""
        if not self.per_file:
            return _NONE
        return _NONE.union(*(ids for glob, ids in self.per_file if path_matches(path, (glob,))))

    def meant(self, selector: str) -> frozenset[str]:
        """The ids of the rules that an id, an id's beginning, a name, a former name or ALL means; none if unknown."""
        return Selectors(self.rules, "").meant(selector)


def load(settings: Settings) -> Rulebook:
    """The rulebook of a run; `UserError` for a rule, a selector or an option that cannot stand."""
    origin = settings.origin or "command line"
    shipped = shipped_rules()
    rules = _joined(shipped, settings)
    selectors = Selectors(rules, origin, settings.said_by)
    selected = selectors.selected(settings.select, settings.extend_select, settings.ignore)
    per_file = tuple(
        (glob, _NONE.union(*(selectors.known("per-file-ignores", selector) for selector in names)))
        for glob, names in settings.per_file_ignores
    )
    rules = _with_options(rules, selectors, settings, origin)
    disabled = sum(rule.default and rule.id not in selected for rule in shipped)
    return Rulebook(_with_severities(rules, selectors, settings), selected, per_file, disabled)


def _joined(shipped: tuple[Rule, ...], settings: Settings) -> tuple[Rule, ...]:
    """Shipped and user rules, sorted by id; ids and names, former ones too, must be unique."""
    files = [(SHOWN_AS, rule) for rule in shipped]
    for folder in dict.fromkeys(settings.rule_folders):
        files += [(folder, rule) for rule in _user_rules(folder, settings)]
    taken: dict[str, str] = {}
    for folder, rule in files:
        where = f"{folder}/{rule.origin}"
        for key, word in (("id", rule.id), ("name", rule.name), *(("was", name) for name in rule.was)):
            if taken.setdefault(word, where) != where:
                raise UserError(where, key, f"{word} is taken by {taken[word]}")
    names = {rule.name for _, rule in files}
    for folder, rule in files:
        for name in rule.yields_to:
            if name not in names:
                raise UserError(f"{folder}/{rule.origin}", "yields-to", f"there is no rule {name}")
    return tuple(sorted((rule for _, rule in files), key=lambda rule: rule.id))


def _user_rules(folder: str, settings: Settings) -> tuple[Rule, ...]:
    from provlint.rulebook.rule_folder import read_folder

    path = os.path.join(settings.root, folder)
    if not os.path.isdir(path):
        raise UserError(settings.origin or "command line", "rule-folders", f"there is no folder {folder}")
    return read_folder(path, folder.rstrip("/"))


def _with_options(rules: tuple[Rule, ...], selectors: Selectors, settings: Settings, origin: str) -> tuple[Rule, ...]:
    """The rules with the options that settings give them; a condition is checked anew under its new options."""
    if not settings.options:
        return rules
    from provlint.rulebook.options import settings_options
    from provlint.rulebook.rule_error import RuleError
    from provlint.rulebook.rule_file import check_rule

    by_id = {rule.id: rule for rule in rules}
    for name, given in settings.options:
        for rule_id in selectors.known("rules", name):
            rule = by_id[rule_id]
            changed = rule._replace(options=settings_options(rule, given, origin))
            try:
                by_id[rule_id] = check_rule(changed)
            except RuleError as error:
                raise UserError(origin, f"rules.{name}", error.reason) from None
    return tuple(by_id.values())


def _with_severities(rules: tuple[Rule, ...], selectors: Selectors, settings: Settings) -> tuple[Rule, ...]:
    if not settings.severity:
        return rules
    given = selectors.most_exact("severity", settings.severity)
    return tuple(rule._replace(severity=given.get(rule.id, rule.severity)) for rule in rules)
