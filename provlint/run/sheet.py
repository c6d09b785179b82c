"""`provlint verify DOCUMENT`: a document and pages → the sheet an editor works through."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from provlint.errors import UserError
from provlint.extract.document import Extractor
from provlint.model.document import Document
from provlint.model.facts import Facts, Quotation
from provlint.model.matches import Verified
from provlint.model.online import Online
from provlint.model.settings import Settings
from provlint.model.web_options import OnProgress
from provlint.read.files import format_of
from provlint.read.reader import read_file
from provlint.run.benches import open_sources
from provlint.run.learning import Learning, learn_missing, open_session
from provlint.run.outcome import Input
from provlint.run.verified import verifier
from provlint.run.work import read_input
from provlint.tables.tables import Tables, open_tables

if TYPE_CHECKING:
    from provlint.run.saved_pages import SavedPages


class Row(NamedTuple):
    """A quotation of the document, at `line`, and what its source says; None where no source is near."""

    line: int
    column: int
    text: str
    kind: str
    speaker: str
    verified: Verified | None


class Sheet(NamedTuple):
    """A document with all its quotations and excerpts, in source order."""

    path: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()  # about asking the web
    web: Learning = Learning()


def sheet(
    path: str,
    settings: Settings,
    sources: tuple[str, ...],
    stdin: Input | None = None,
    *,
    today: str,
    online: Online | None = None,
    progress: OnProgress | None = None,
) -> Sheet:
    """The sheet of one document; `UserError` if it cannot be read.

    `sources` are folders of saved pages; without any, relative links are followed below the working folder, and unless
    the web is asked, pages are looked for there as well. With `online` each page that is not saved is asked for once.
    """
    limit = settings.max_file_size
    document = (
        read_input(*stdin, limit) if stdin else read_file(path, path, format_of(path, settings) or "markdown", limit)
    )
    if document.problem:
        raise UserError("verify", path, document.detail or document.problem)
    tables = open_tables(settings.rule_folders, settings.root, settings.house)
    facts = Extractor(tables).facts(document)
    saved = open_sources(sources or (".",), others=online is not None, by_address=bool(sources) or not online)
    found, web, notes = _verified(document, facts, tables, saved, (settings, online, today, progress))
    untold = [] if sources or online else _without_pages(found)
    return Sheet(document.path, tuple(_rows(document, facts, found)), (*notes, *web.notes, *untold), web)


def _without_pages(found: list[Verified]) -> list[str]:
    """What to do for those whose pages nobody gave."""
    unread = sum(one.match.kind == "unavailable" for one in found)
    if not unread:
        return []
    todo = "name a folder of saved pages (--sources FOLDER), or ask the web (--online)"
    return [f"no pages were given to compare {unread} of the quotations with: {todo}"]


_Asking = tuple[Settings, Online | None, str, OnProgress | None]


def _verified(
    document: Document, facts: Facts, tables: Tables, saved: "SavedPages | None", asking: _Asking
) -> tuple[list[Verified], Learning, Sequence[str]]:
    """What was compared; what was learnt of the web for it, and notes on the session in which that was."""
    settings, online, today, progress = asking
    session, notes = open_session(settings, online, (document.path,), today)
    first = verifier(tables, saved, session.view() if session else None)
    found = first.verified(document, facts)
    if session is None:
        return found, Learning(), notes
    web = learn_missing(session, first.take_missing(), progress)
    if web.answers is not None:
        found = verifier(tables, saved, session.view(web.answers)).verified(document, facts)
    return found, web, notes


def _rows(document: Document, facts: Facts, found: list[Verified]) -> list[Row]:
    by_place = {(one.start, one.end): one for one in found}
    rows = [
        _row(document, quotation, by_place.pop((quotation.start, quotation.end), None))
        for quotation in facts.quotations
        if quotation.kind not in ("term", "excerpt")
    ]
    rows += [Row(*document.line_column(one.start), one.text, one.kind, "", one) for one in by_place.values()]
    return sorted(rows, key=lambda row: (row.line, row.column))


def _row(document: Document, quotation: Quotation, verified: Verified | None) -> Row:
    speaker = (quotation.speaker.name or quotation.speaker.text) if quotation.speaker else ""
    return Row(*document.line_column(quotation.start), quotation.plain, quotation.kind, speaker, verified)
