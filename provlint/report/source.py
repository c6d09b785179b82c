"""What the tables know of sources → text, axis by axis with list, date and evidence, or JSON."""

import json
from collections.abc import Iterator, Sequence

from provlint.model.findings import LinkAnswer
from provlint.model.sources import KnownSource, Standing
from provlint.model.words import CATEGORIES
from provlint.text.visible import visible

_WIDTH = 12


def render(known: Sequence[KnownSource]) -> str:
    """Text for the terminal; what lists say is said by them, never by us."""
    return "\n".join("\n".join(_lines(one)) + "\n" for one in known)


def _lines(known: KnownSource) -> Iterator[str]:
    yield visible(known.asked)
    if known.fault:
        yield _row("address", f"malformed: {known.fault}")
    if known.domain and known.domain != known.asked:
        yield _row("domain", known.domain)
    yield from _outlets(known)
    if known.shortens:
        yield _row("shortens", known.shortens)
    if known.mirror:
        yield _row("copy", f"{known.mirror} of {known.original}" if known.original else known.mirror)
    if known.lookalike:
        yield _row("looks like", f"{known.resembles} ({known.lookalike})")
    for axis in CATEGORIES:
        yield from _axis(axis, [row for row in known.standing if row.axis == axis])
    for number, words in enumerate(known.policies):
        yield _row("" if number else "policy", words)
    yield from _answer(known)
    if known.suggestions:
        yield _row("unknown", f"did you mean {', '.join(known.suggestions)}?")
    elif not known.outlets and not known.standing and not known.shortens:
        yield _row("unknown", "no table knows it, which says nothing against it")


def _outlets(known: KnownSource) -> Iterator[str]:
    for outlet in known.outlets:
        lists = ", ".join(f"{name} {date}".strip() for name, date in outlet.lists)
        where = f", {outlet.country}" if outlet.country else ""
        yield _row("outlet", f"{outlet.name} ({outlet.medium}{where}; {', '.join(outlet.domains)}) – {lists}")
    if len(known.outlets) > 1:
        yield _row("", "several outlets bear this name; a link or a country settles which one is meant")


def _axis(axis: str, rows: Sequence[Standing]) -> Iterator[str]:
    overridden = any(row.own for row in rows)
    for number, row in enumerate(rows):
        note = " (overridden by the house)" if overridden and not row.own else " (house policy)" if row.own else ""
        date = f", {row.as_of}" if row.as_of else ""
        evidence = f" – {row.evidence}" if row.evidence else ""
        yield _row("" if number else axis, f"{row.category}: listed by {row.list}{date}{note}{evidence}")


def _answer(known: KnownSource) -> Iterator[str]:
    """What answers at the address, by what way, and what rules make of it."""
    answer = known.answer
    if answer:
        reason = f": {answer.reason}" if answer.reason else ""
        asked = f" (asked {answer.checked_at})" if answer.checked_at else ""
        yield _row("the web", f"{answer.verdict}{reason}{asked}")
        for number, url in enumerate(answer.chain[1:]):
            yield _row("" if number else "leads to", url)
    for finding in known.findings:
        yield _row(finding.id, f"{finding.rule} [{finding.severity}]: {finding.message}")


def _row(name: str, words: str) -> str:
    return f"  {name:{_WIDTH}}{visible(words)}"


def render_json(known: Sequence[KnownSource]) -> str:
    """A JSON list, one object for each thing asked."""
    return json.dumps([_object(one) for one in known], ensure_ascii=False, indent=2) + "\n"


def _object(known: KnownSource) -> dict[str, object]:
    return {
        "asked": known.asked,
        "host": known.host or None,
        "domain": known.domain or None,
        "outlets": [
            {
                "name": outlet.name, "domains": list(outlet.domains), "country": outlet.country or None,
                "medium": outlet.medium or None,
                "lists": [{"list": name, "as_of": date or None} for name, date in outlet.lists],
            }
            for outlet in known.outlets
        ],
        "standing": [
            {
                "axis": row.axis, "category": row.category, "list": row.list, "as_of": row.as_of or None,
                "evidence": row.evidence or None, "own": row.own,
            }
            for row in known.standing
        ],
        "mirror": known.mirror or None,
        "original": known.original or None,
        "shortens": known.shortens or None,
        "lookalike": known.lookalike or None,
        "resembles": known.resembles or None,
        "policies": list(known.policies),
        "suggestions": list(known.suggestions),
        "web": _web(known.answer) if known.answer else None,
        "findings": [
            {"id": one.id, "rule": one.rule, "severity": one.severity, "message": one.message} for one in known.findings
        ],
    }  # fmt: skip


def _web(answer: LinkAnswer) -> dict[str, object]:
    told = answer._asdict()
    del told["url"], told["places"]
    return {**told, "chain": list(answer.chain)}
