"""The quotations of a document beside the words of their sources → text, Markdown or JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import Protocol

from provlint.model.matches import Match, Verified
from provlint.text.differing import both_wordings
from provlint.text.masking import mask_text
from provlint.text.visible import cut, visible

_WIDTH = 100
_CUT = 600
#: The verdicts in the order in which they are counted; "unsourced" is a quotation with nothing to compare it with.
_ORDER = ("verbatim", "marked", "clipped", "spliced", "altered", "missing", "unavailable", "unsourced")


class Row(Protocol):
    """What a row of the sheet holds (see `provlint.run.sheet`)."""

    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def column(self) -> int: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def speaker(self) -> str: ...  # noqa: D102
    @property
    def verified(self) -> Verified | None: ...  # noqa: D102


def render_text(path: str, rows: Sequence[Row]) -> str:
    """The sheet for a terminal: for each quotation the verdict, both wordings, where the words stand."""
    lines = [f"{visible(path)}: {_summary(rows)}"]
    for row in rows:
        lines += ["", f"{row.line}:{row.column} {verdict(row).upper()}{_why(row)}"]
        for name, words in _parts(row):
            lines.append(fill(f"{name:<9}{visible(words)}", _WIDTH, initial_indent="  ", subsequent_indent=" " * 11,
                              break_on_hyphens=False, break_long_words=False))  # fmt: skip
    return "\n".join(lines) + "\n"


def render_markdown(path: str, rows: Sequence[Row]) -> str:
    """The sheet as Markdown: a section for each quotation."""
    from provlint.report.markdown_escape import code

    lines = [f"# Quotations of {code(path)}", "", _summary(rows).capitalize() + "."]
    for row in rows:
        lines += ["", f"## Line {row.line}: {verdict(row)}{_why(row)}", ""]
        lines += [f"- {name}: {code(words)}" for name, words in _parts(row)]
    return "\n".join(lines) + "\n"


def render_json(path: str, rows: Sequence[Row]) -> str:
    """The sheet as JSON; keys are always there, what is not known is null."""
    counts = Counter(map(verdict, rows))
    data = {
        "version": 1,
        "path": path,
        "summary": {name: counts[name] for name in _ORDER},
        "quotations": [_object(row) for row in rows],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def verdict(row: Row) -> str:
    """The verdict of a row in one word."""
    return row.verified.match.kind if row.verified else "unsourced"


def _summary(rows: Sequence[Row]) -> str:
    counts = Counter(map(verdict, rows))
    told = ", ".join(f"{counts[name]} {name}" for name in _ORDER if counts[name])
    return f"{len(rows)} {'quotation' if len(rows) == 1 else 'quotations'}" + (f": {told}" if told else "")


def _why(row: Row) -> str:
    return f": {row.verified.match.reason}" if row.verified and row.verified.match.reason else ""


def _parts(row: Row) -> Iterator[tuple[str, str]]:
    yield "quoted", cut(" ".join(row.text.split()), _CUT) + (f" ({row.speaker})" if row.speaker else "")
    one = row.verified
    if one is None:
        return
    if one.kind in ("title", "date") and one.match.kind == "altered":
        yield from zip(("here", "there"), both_wordings(one.text, one.match), strict=True)
        return
    passage = one.match.passage
    if passage and one.match.kind != "verbatim":
        yield "source", cut(passage.text, _CUT) + _speaker(one.match)
        for here, there in [both_wordings(one.text, one.match)]:
            if here:
                yield "here", here
                yield "there", there
    elif passage:
        yield "source", "the same words" + _speaker(one.match)
    if one.respoken:
        yield "speaker", "the source names another person"
    yield from (("note", remark) for remark in one.remarks)
    yield "page", " · ".join(filter(None, (one.title, one.date, one.fragment or one.source)))


def _speaker(match: Match) -> str:
    return f" ({match.speaker.name or match.speaker.text})" if match.speaker else ""


def _object(row: Row) -> dict[str, object]:
    one = row.verified
    match = one.match if one else None
    passage = match.passage if match else None
    return {
        "line": row.line,
        "column": row.column,
        "kind": row.kind,
        "text": mask_text(row.text),
        "speaker": row.speaker or None,
        "match": verdict(row),
        "reason": (match.reason or None) if match else None,
        "source": one.source if one else None,
        "scope": (one.scope or None) if one else None,
        "share": (one.share or None) if one else None,
        "remarks": list(one.remarks) if one else [],
        "fragment": (one.fragment or None) if one else None,
        "title": (one.title or None) if one else None,
        "date": (one.date or None) if one else None,
        "passage": {"start": passage.start, "end": passage.end, "text": passage.text, "region": passage.region,
                    "ending": passage.ending or None} if passage else None,
        "difference": [edit._asdict() for edit in match.difference] if match else [],
        "source_speaker": (match.speaker.name or match.speaker.text) if match and match.speaker else None,
        "respoken": bool(one and one.respoken),
        "short": bool(match and match.short),
    }  # fmt: skip
