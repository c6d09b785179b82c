"""provlint for Python programs: an argument of the wrong type, too, is a `UserError` that names it."""

import os
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from provlint.model.document import Document
from provlint.model.online import Online
from provlint.model.settings import Settings
from provlint.model.words import Format
from provlint.published.arguments import (
    checked_document,
    checked_format,
    checked_online,
    checked_page,
    checked_path,
    checked_paths,
    checked_settings,
    checked_text,
)
from provlint.published.facts import Facts
from provlint.published.match import Match
from provlint.published.report import Report

if TYPE_CHECKING:
    from provlint.run.page_sources import PageSources


def read_text(text: str, format: Format = "markdown", path: str | os.PathLike[str] | None = None) -> Document:
    """Read a document from text.

    `text` is decoded source; a leading byte-order mark is dropped, line ends stay as they are, a lone surrogate becomes
    U+FFFD. `format` is one of markdown, html, rst, text; `UserError` for any other. `path` is the name the document
    goes by in facts and findings. Never fails on any text.
    """
    from provlint.read.reader import read_text as read

    source = checked_text("text", text).removeprefix("\ufeff")
    name = "-" if path is None else checked_path("path", path)
    return read(source, checked_format(format), name or "-")


def extract(document: Document, *, all_claims: bool = False) -> Facts:
    """What a document contains; `model_dump(mode="json")` gives a line of `provlint extract`.

    Offsets are code points into `document.source`, ends exclusive; lines and columns count from 1.
    With `all_claims`, `claims` lists every sentence with its score, and no sources: what ranking is measured on.
    """
    from provlint.extract.document import extract as extract_facts
    from provlint.report.facts import facts_object
    from provlint.tables.tables import open_tables

    facts = extract_facts(checked_document(document), open_tables(()), all_claims=all_claims)
    return Facts.model_validate(facts_object(document, facts))


def check(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    settings: Settings | dict[str, Any] | None = None,
    *,
    online: bool | Online = False,
) -> Report:
    """Check files and folders as `provlint check` does, and return its report; a single path may stand alone.

    `settings` are keys as in provlint.toml (`{"select": ["PL1"]}`); without it the settings file that governs the paths
    is read. With `online` the addresses that are cited are asked; an `Online` says how, where the command line has
    options for it. Raises `UserError` for a path that does not exist and for a setting or rule that cannot stand.
    """
    import json

    from provlint.report.json import render
    from provlint.run.check import check as run
    from provlint.run.today import today
    from provlint.settings.load import load

    names, told, given = checked_paths(paths), checked_online(online), checked_settings(settings)
    if not isinstance(given, Settings):
        given = load(names, isolated=given is not None, overrides=given or {})
    checked = run(names, given, today=today(), online=told)
    return Report.model_validate(json.loads(render(checked.report)))


def verify(quotation: str, page: str | bytes, *, format: Format = "html") -> Match:
    """Compare a quotation, as rendered and without its marks, with the page it claims to come from.

    `page` is that page whole: HTML as fetched, or a document in another format. The words are compared one by one, and
    nothing but typography is forgiven; `Match.kind` says what was found, `Match.passage` where (code points into
    `page`), `Match.difference` how the two differ (code points into `quotation`). A page is read and indexed once, and
    the last ones are kept: many quotations of one page cost little more than one. Fails on no page; `UserError` for a
    format that is none.
    """
    from provlint.published.match import published_match

    words = checked_text("quotation", quotation)
    return published_match(_pages().of(checked_page(page), checked_format(format)).verify(words))


@cache
def _pages() -> "PageSources":
    from provlint.run.page_sources import PageSources
    from provlint.tables.tables import open_tables

    return PageSources(open_tables(()))
