"""The house's policies and a document's links → what a policy says against each link, and against the whole of them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from provlint.judge.listings import listed_by
from provlint.judge.subject import NO_SOURCE, Subject
from provlint.model.facts import Address, Facts, Link
from provlint.model.record_links import LinkRecord
from provlint.model.record_texts import DocumentRecord
from provlint.model.settings import Policy
from provlint.model.words import CATEGORIES
from provlint.text.globs import path_matches
from provlint.text.url_hosts import ascii_host


class _Said(NamedTuple):
    """Why a link is denied, "" for a link that is not; and by which policy."""

    why: str
    policy: Policy


class Policies:
    """The policies that hold for one document."""

    def __init__(self, policies: Sequence[Policy], path: str, said_in: str) -> None:
        """`path` is relative to the settings' root; `said_in` is the settings file as shown to people."""
        self._policies = [one for one in policies if not one.paths or path_matches(path, one.paths)]
        self._said_in = said_in

    def __bool__(self) -> bool:
        return bool(self._policies)

    def applied(self, subjects: Iterable[Subject], facts: Facts) -> Iterator[Subject]:
        """The subjects, documents and links among them with what the policies say of them."""
        for subject in subjects:
            record = subject.record
            if isinstance(record, LinkRecord):
                yield subject._replace(record=record._replace(**self._of_link(subject.link)))
            elif isinstance(record, DocumentRecord):
                yield subject._replace(record=record._replace(**self._of_document(facts)))
            else:
                yield subject

    def _of_link(self, link: Link | None) -> dict[str, Any]:
        if link is None or not _is_source(link):
            return {}
        said = _said(self._policies, link.address)
        return {"denied_as": said[-1].why, "policy": self._told(said[-1].policy)} if said and said[-1].why else {}

    def _of_document(self, facts: Facts) -> dict[str, Any]:
        sources = [_sorts(link.address) for link in facts.links if _is_source(link)]
        if not sources:
            return {}
        for policy in self._policies:
            if policy.require and not any(sorts & set(policy.require) for sorts in sources):
                return {"required": " or ".join(policy.require), "policy": self._told(policy)}
        for policy in self._policies:
            if policy.not_alone and all(sorts & set(policy.not_alone) for sorts in sources):
                return {"alone": " or ".join(policy.not_alone), "policy": self._told(policy)}
        return {}

    def _told(self, policy: Policy) -> str:
        return told(policy, self._said_in)


def told(policy: Policy, said_in: str) -> str:
    """Where the policy stands and why, for a message."""
    line = f", line {policy.line}" if policy.line else ""
    reason = f": {' '.join(policy.reason.split())}" if policy.reason else ""
    return f"house policy in {said_in}{line}{reason}"


def verdicts(policies: Sequence[Policy], address: Address, said_in: str) -> Iterator[str]:
    """What each policy that speaks of the address says, in words."""
    for why, policy in _said(policies, address):
        where = f" in {', '.join(policy.paths)}" if policy.paths else ""
        yield f"{'denied' if why else 'allowed'}{where}{f' as {why}' if why else ''} – {told(policy, said_in)}"


def _said(policies: Sequence[Policy], address: Address) -> list[_Said]:
    sorts = _sorts(address)
    return [_Said(why, one) for one in policies if (why := _verdict(one, address, sorts)) is not None]


def _is_source(link: Link) -> bool:
    return link.address.reach == "public" and link.kind not in NO_SOURCE - {"definition"} and link.kind != "reference"


def _sorts(address: Address) -> frozenset[str]:
    """All that a policy may call a link by: its domains, its categories on each axis, `own`."""
    source = address.source
    words = {category for axis in CATEGORIES for category in source.categories(axis)}  # type: ignore[arg-type]
    if address.social and not any(row.own for row in source.said("kind")):
        words.add("social-media")
    if source.outlet and source.outlet.own:
        words.add("own")
    labels = ascii_host(address.host).split(".")
    words.update(".".join(labels[at:]) for at in range(max(0, len(labels) - 10), len(labels) - 1))
    return frozenset(words)


def _verdict(policy: Policy, address: Address, sorts: frozenset[str]) -> str | None:
    """Why the policy denies the link, "" if it allows it, None if it says nothing; domains count before categories."""
    for is_domain in (True, False):
        named = {word for word in sorts if ("." in word) == is_domain}
        if named & set(policy.allow):
            return ""
        denied = [word for word in policy.deny if word in named]
        if denied:
            return "a domain that is denied" if is_domain else _listed(denied[0], address)
    if policy.only:
        return "" if sorts & set(policy.only) else f"none of {', '.join(policy.only)}"
    return None


def _listed(category: str, address: Address) -> str:
    axis = next((axis for axis, words in CATEGORIES.items() if category in words), "")
    lists = listed_by(address.source, axis, category) if axis else ""  # type: ignore[arg-type]
    return f"{category} (listed by {lists})" if lists else "the house's own" if category == "own" else category
