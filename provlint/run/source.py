"""`provlint source`: an address or the name of an outlet → all that the tables know of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from provlint.errors import UserError
from provlint.extract.addresses import Addresses
from provlint.judge.policy import verdicts
from provlint.model.findings import Report
from provlint.model.online import Online
from provlint.model.settings import Settings
from provlint.model.sources import KnownSource, Outlet
from provlint.model.web_options import OnProgress
from provlint.report.source import render, render_json
from provlint.run.benches import said_in
from provlint.run.outcome import Input
from provlint.tables.tables import Tables, open_tables
from provlint.text.url_hosts import ascii_host

if TYPE_CHECKING:
    from provlint.run.check import Checked


class Described(NamedTuple):
    """What is known of all that was asked, as text or JSON, and the run in which the web was asked of it, if any."""

    text: str
    checked: "Checked | None" = None


def describe(
    asked: Sequence[str],
    settings: Settings,
    output_format: str,
    *,
    today: str = "",
    online: Online | None = None,
    progress: OnProgress | None = None,
) -> Described:
    """What is known of each address or name; with `online`, what the web says of each address, too."""
    tables = open_tables(settings.rule_folders, settings.root, settings.house)
    known = [_with_policies(_known(words, tables), settings, tables) for words in asked]
    checked = None
    if online:
        from provlint.run.check import check

        # A document that links to each of them and says nothing else, one on a line.
        lines = "".join(f"- <{_address(one)}>\n" if _is_address(one.asked) else "- .\n" for one in known)
        document = Input(lines.encode("utf-8", "replace"), "-", "markdown")
        checked = check((), settings, stdin=document, today=today, online=online, progress=progress)
        known = [_with_answer(one, line, checked.report) for line, one in enumerate(known, 1)]
    return Described(render_json(known) if output_format == "json" else render(known), checked)


def _with_answer(known: KnownSource, line: int, report: Report) -> KnownSource:
    """The same with what the run found about the link on a line."""
    answer = next((link for link in report.links if any(place.line == line for place in link.places)), None)
    # Of an address that stands in several lines findings name the first.
    lines = {place.line for place in answer.places} if answer else {line}
    return known._replace(answer=answer, findings=tuple(one for one in report.findings if one.line in lines))


def _address(known: KnownSource) -> str:
    return known.asked if "://" in known.asked else f"https://{known.asked}"


def _with_policies(known: KnownSource, settings: Settings, tables: Tables) -> KnownSource:
    """The same with what each policy of the house says of it."""
    if not known.host or not settings.policies:
        return known
    address = Addresses(tables).of(known.asked if "://" in known.asked else f"https://{known.host}")
    return known._replace(policies=tuple(verdicts(settings.policies, address, said_in(settings))))


def _known(words: str, tables: Tables) -> KnownSource:
    words = words.strip()
    if not words:
        raise UserError("source", "", "give an address or the name of an outlet")
    if _is_address(words):
        return _of_address(words, tables)
    return _of_name(words, tables)


def _is_address(words: str) -> bool:
    return " " not in words and ("://" in words or "." in words.strip(".").partition("/")[0])


def _of_address(words: str, tables: Tables) -> KnownSource:
    address = Addresses(tables).of(words if "://" in words else f"https://{words}")
    if not address.host:
        raise UserError("source", words, "has no host")
    source = address.source
    return KnownSource(
        asked=words,
        host=address.host,
        domain=address.domain,
        outlets=(source.outlet,) if source.outlet else (),
        standing=source.standing,
        mirror=address.mirror,
        original=address.original or address.edition,
        shortens=source.shortens,
        lookalike=address.lookalike,
        resembles=address.resembles,
        fault=address.malformed,
    )


def _of_name(words: str, tables: Tables) -> KnownSource:
    name = words.removeprefix("The ").removeprefix("the ")
    forms = tables.sources.names(name.split(" ")[0])
    domains = next((domains for written, _, domains in forms if written.lower() == name.lower()), ())
    outlets = tuple(outlet for domain in domains if (outlet := tables.sources.outlet(domain)))
    if len(outlets) == 1:
        domain = outlets[0].domains[0]
        source = tables.sources.of(ascii_host(domain), tables.registrable(domain))
        return KnownSource(words, domain, tables.registrable(domain), outlets, source.standing)
    return KnownSource(words, outlets=outlets, suggestions=() if outlets else _near(name, tables))


def _near(name: str, tables: Tables) -> tuple[str, ...]:
    """Names that go on where this one stops: a cut name is suggested, never taken for the whole."""
    found = tables.sources.names_beginning(name) if len(name) > 3 else []
    ranked: list[Outlet] = [outlet for _, domains in found if (outlet := tables.sources.outlet(domains[0]))]
    ranked.sort(key=lambda outlet: -len(outlet.lists))
    return tuple(dict.fromkeys(outlet.name for outlet in ranked))[:5]
