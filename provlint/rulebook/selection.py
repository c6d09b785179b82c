"""Selectors → rules. A selector is `ALL`, an id's beginning (`PL`, `PL1`), an id or a name; the more exact one wins."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from provlint.errors import UserError
from provlint.model.rules import Rule
from provlint.rulebook.rule_error import did_you_mean, shown

Word = TypeVar("Word", bound=str)
_EXACT = 100  # longer than any beginning of an id
_BY_DEFAULT = -1


class Selectors:
    """Resolves the selectors of one set of rules; refusals name who said a key: `said_by`, else `origin`."""

    def __init__(self, rules: tuple[Rule, ...], origin: str, said_by: Iterable[tuple[str, str]] = ()) -> None:
        self.rules = rules
        self.origin = origin
        self._said_by = dict(said_by)
        self._exact: Mapping[str, str] = {word: rule.id for rule in rules for word in (rule.id, rule.name, *rule.was)}

    def meant(self, selector: str) -> frozenset[str]:
        """The ids of the rules a selector means; none for an unknown one."""
        if selector in self._exact:
            return frozenset((self._exact[selector],))
        if selector == "ALL":
            return frozenset(rule.id for rule in self.rules)
        return frozenset(rule.id for rule in self.rules if _begins(rule.id, selector))

    def known(self, key: str, selector: str) -> frozenset[str]:
        """The same for a selector that settings give under `key`; `UserError` for an unknown one."""
        if ids := self.meant(selector):
            return ids
        hint = did_you_mean(selector, [*self._exact, "ALL"])
        raise UserError(self._said_by.get(key, self.origin), key, f"no rule is called {shown(selector)}{hint}")

    def exactness(self, selector: str) -> int:
        """How exact a selector is: a name or id before a longer beginning before a shorter one before ALL."""
        if selector in self._exact:
            return _EXACT
        return 0 if selector == "ALL" else len(selector)

    def selected(self, select: Iterable[str], extend_select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
        """The ids that are on. Without `select` those that are on by default; of equally exact words `ignore` wins."""
        on: dict[str, int] = {}
        off: dict[str, int] = {}
        select = tuple(select)
        if not select:
            on = {rule.id: _BY_DEFAULT for rule in self.rules if rule.default}
        for key, selectors, found in (
            ("select", select, on),
            ("extend-select", extend_select, on),
            ("ignore", ignore, off),
        ):
            for selector in selectors:
                self._note(found, selector, self.known(key, selector))
        return frozenset(rule_id for rule_id, exactness in on.items() if exactness > off.get(rule_id, _BY_DEFAULT - 1))

    def _note(self, found: dict[str, int], selector: str, ids: frozenset[str]) -> None:
        exactness = self.exactness(selector)
        for rule_id in ids:
            found[rule_id] = max(exactness, found.get(rule_id, exactness))

    def most_exact(self, key: str, given: Iterable[tuple[str, Word]]) -> dict[str, Word]:
        """For each rule that a (selector, word) pair means, the word of the most exact one; of equals the later."""
        words: dict[str, tuple[int, Word]] = {}
        for selector, word in given:
            exactness = self.exactness(selector)
            for rule_id in self.known(key, selector):
                if rule_id not in words or exactness >= words[rule_id][0]:
                    words[rule_id] = (exactness, word)
        return {rule_id: word for rule_id, (_, word) in words.items()}


def _begins(rule_id: str, beginning: str) -> bool:
    """Whether `beginning` is the letters of an id and any number of its digits."""
    letters = rule_id.rstrip("0123456789")
    return beginning.startswith(letters) and rule_id.startswith(beginning)
