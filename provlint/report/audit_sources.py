"""The cited domains and what is known of them → tables of sources: by kind, then what lists say on the other axes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provlint.model.sources import Source, Standing
from provlint.model.words import Axis
from provlint.report.markdown_escape import code
from provlint.report.summary import quantity
from provlint.text.visible import cut

_ROWS = 60  # of one table
_NAMED = 5  # domains of one kind that are named
_TITLES: dict[Axis, str] = {
    "control": "Who funds, governs or edits them",
    "assessment": "How lists assess them",
    "url": "What their addresses are",
}
#: These stand last, so that a cut table loses none that a reader looks for.
_NOTHING_AGAINST = frozenset({"generally-reliable", "independent-public", "listed-reliable", "no-consensus"})
_KINDS = "What kind of source is cited"


class CitedSource(NamedTuple):
    """A domain that documents link to: how often, from how many of them, and what is known of it."""

    domain: str
    citations: int
    documents: int
    source: Source


def sources_part(cited: Sequence[CitedSource]) -> Iterator[str]:
    """The section; nothing without a domain."""
    if not cited:
        return
    ranked = sorted(cited, key=lambda one: (-one.citations, one.domain))
    yield from ("## The sources by what they are", "")
    known = sum(bool(one.source.standing) for one in ranked)
    yield (
        f"{quantity(len(ranked), 'domain')}; lists know {known:,} of them, and nothing stands against the others for "
        "that. What a list says is said by that list on its day, never by provlint."
    )
    yield ""
    yield from _kinds(ranked)
    for axis, title in _TITLES.items():
        yield from _axis(axis, title, ranked)


def _kinds(ranked: Sequence[CitedSource]) -> Iterator[str]:
    by_kind: dict[str, list[CitedSource]] = {}
    for one in ranked:
        by_kind.setdefault(next(iter(one.source.categories("kind")), "unknown"), []).append(one)
    rows = sorted(by_kind.items(), key=lambda item: (item[0] == "unknown", -sum(one.citations for one in item[1])))
    yield from (f"### {_KINDS}", "", "| Kind | Citations | Domains | Most cited |", "| --- | ---: | ---: | --- |")
    for kind, found in rows:
        named = ", ".join(f"{_cell(one.domain)} {one.citations:,}" for one in found[:_NAMED])
        more = f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
        yield f"| {kind} | {sum(one.citations for one in found):,} | {len(found):,} | {named}{more} |"
    yield ""


def _axis(axis: Axis, title: str, ranked: Sequence[CitedSource]) -> Iterator[str]:
    rows = [(category, one) for one in ranked for category in one.source.categories(axis)]
    if not rows:
        return
    rows.sort(key=lambda row: (row[0] in _NOTHING_AGAINST, row[0]))
    yield from (f"### {title}", "")
    yield "| Listed as | Domain | By, as of | Citations | Documents |"
    yield "| --- | --- | --- | ---: | ---: |"
    for category, one in rows[:_ROWS]:
        lists = ", ".join(dict.fromkeys(_by(row) for row in one.source.said(axis) if row.category == category))
        yield f"| {category} | {_cell(one.domain)} | {lists} | {one.citations:,} | {one.documents:,} |"
    yield ""
    if len(rows) > _ROWS:
        yield from (f"And {quantity(len(rows) - _ROWS, 'row')} more.", "")


def _by(row: Standing) -> str:
    name = f"house policy in {row.list}" if row.own else row.list
    return f"{_cell(name)} {row.as_of}".rstrip()


def _cell(text: str) -> str:
    return code(cut(text.replace("|", "¦")))
