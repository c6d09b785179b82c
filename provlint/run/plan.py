"""What a run works by, told before any document is read and the same in every process."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from provlint.model.settings import Settings
from provlint.rulebook.book import Rulebook
from provlint.tables.tables import Tables

if TYPE_CHECKING:
    from provlint.run.online import Session
    from provlint.run.saved_pages import SavedPages

#: Why a rule that needs more than the text is not judged by a run that asks nobody.
OFFLINE = {"network": "offline", "source": "offline"}
_ONLINE: dict[str, str] = {}
_NO_NETWORK = {"network": "no network", "source": "no network"}


class Plan(NamedTuple):
    """Settings with the rules and tables they name, and what else the run was asked for.

    Without `counts` facts that no rule is about are not looked for. `session` asks the web, `sources` has saved pages.
    """

    settings: Settings
    rulebook: Rulebook
    tables: Tables
    today: str
    paths: Sequence[str]
    with_facts: bool = False
    with_texts: bool = False
    counts: bool = True
    session: "Session | None" = None
    sources: "SavedPages | None" = None

    @property
    def keeps(self) -> bool:
        """Whether outcomes may be kept for later runs: what saved pages say, or an answer not kept, changes unseen."""
        lasting = self.settings.cache and not (self.with_facts or self.with_texts or self.sources)
        return lasting and (self.session is None or self.session.keeps)

    def unmet(self, *, no_network: bool = False) -> Mapping[str, str]:
        """The needs of rules that this run cannot meet, each with its reason."""
        unmet = _NO_NETWORK if no_network else _ONLINE if self.session else OFFLINE
        if self.sources:
            return {need: why for need, why in unmet.items() if need != "source"}
        return unmet
