"""Report → text for people at a terminal: each finding with its line and a marker, then what was and was not looked at.

Nothing a document contains can move the cursor, colour text or pass for a command of the machine that runs us.
"""

from collections import Counter
from collections.abc import Iterator

from provlint.model.findings import Finding, Related, Report
from provlint.report.arrange import Entry, Rest, arrange
from provlint.report.commands import inert, shown_path
from provlint.report.source_line import source_line
from provlint.report.summary import gaps, headline, line_numbers, remarks
from provlint.report.terminal import Locate, Pen
from provlint.text.visible import display_width, visible

_GUTTER = 6  # cells for the line number
_PLACES = 60  # an entry lists so many of its other places


def render(
    report: Report,
    *,
    color: bool,
    hyperlinks: bool,
    width: int,
    statistics: bool,
    quiet: bool,
    verbose: bool,
    locate: Locate | None = None,
) -> str:
    """The report in lines of about `width` cells, "" if there is nothing to say.

    `statistics` counts findings by rule in place of listing them, `quiet` leaves the summary out, `verbose` folds
    nothing and adds confidences. `locate` gives the file URI that a path is hyperlinked to.
    """
    pen = Pen(color, locate if hyperlinks else None)
    lines = list(_statistics(report, pen) if statistics else _findings(report, pen, width, verbose))
    if not quiet:
        lines += ([""] if lines else []) + _summary(report, pen)
    return inert("".join(line + "\n" for line in lines))


def _findings(report: Report, pen: Pen, width: int, verbose: bool) -> Iterator[str]:
    for number, section in enumerate(arrange(report, None if verbose else 5)):
        if number:
            yield ""
        for entry in section.entries:
            yield from _entry(entry, pen, width, verbose)
        for rest in section.rests:
            yield _rest(rest, pen)


def _entry(entry: Entry, pen: Pen, width: int, verbose: bool) -> Iterator[str]:
    finding = entry.finding
    yield _header(finding, pen, verbose)
    yield from _excerpt(finding, pen, width)
    for related in finding.related:
        yield f"{_frame(pen, '=')} {_related(related, pen)}"
    if entry.others:
        yield f"{_frame(pen, '=')} also at {_places(entry)}"


def _header(finding: Finding, pen: Pen, verbose: bool) -> str:
    place = f"{shown_path(finding.path)}:{finding.line}:{finding.column}:"
    word = f"[{finding.severity}, {finding.confidence} confidence]" if verbose else f"[{finding.severity}]"
    rule = _rule(finding, pen)
    return f"{pen.strong(pen.linked(finding.path, place))} {rule} {word} {visible(finding.message)}"


def _rule(finding: Finding, pen: Pen) -> str:
    return f"{pen.severe(finding.severity, visible(finding.id))} {visible(finding.rule)}"


def _frame(pen: Pen, sign: str, number: str = "") -> str:
    return pen.faint(f"{number:>{_GUTTER}} {sign}")


def _excerpt(finding: Finding, pen: Pen, width: int) -> Iterator[str]:
    line = source_line(finding, width - _GUTTER - 3)
    if line is None:
        return
    more = f" … to line {finding.end_line}" if finding.end_line > finding.line else ""
    number = str(finding.line)
    marker = pen.severe(finding.severity, "^" * line.width + more)
    yield f"{_frame(pen, '|', number)} {line.text}"
    yield f"{_frame(pen, '|', ' ' * len(number))} {' ' * line.indent}{marker}"


def _related(related: Related, pen: Pen) -> str:
    place = f"{shown_path(related.path)}:{related.line}:{related.column}:"
    return f"see {pen.linked(related.path, place)} {visible(related.message)}"


def _places(entry: Entry) -> str:
    """The other places of an entry, the path said once for each document: "12:4, 40:2, b.md:3:9, 7:1"."""
    path, words = entry.finding.path, []
    for other in entry.others[:_PLACES]:
        place = f"{other.line}:{other.column}"
        words.append(place if other.path == path else f"{shown_path(other.path)}:{place}")
        path = other.path
    if len(entry.others) > _PLACES:
        words.append(f"and {len(entry.others) - _PLACES:,} more")
    return ", ".join(words)


def _rest(rest: Rest, pen: Pen) -> str:
    first = rest.findings[0]
    path = pen.strong(pen.linked(first.path, f"{shown_path(first.path)}:"))
    lines = line_numbers(rest.findings)
    return f"{path} … and {len(rest.findings):,} more {_rule(first, pen)} in this file ({lines})"


def _statistics(report: Report, pen: Pen) -> Iterator[str]:
    """One line a rule, most findings first: count, id, name, severity."""
    counts = Counter((finding.id, finding.rule, finding.severity) for finding in report.findings)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    digits = max((len(f"{number:,}") for _, number in ranked), default=0)
    names = max((display_width(visible(rule)) for (_, rule, _), _ in ranked), default=0)
    for (code, rule, severity), number in ranked:
        name = visible(rule) + " " * (names - display_width(visible(rule)))
        yield f"{number:>{digits},}  {pen.severe(severity, visible(code))}  {name}  [{severity}]"


def _summary(report: Report, pen: Pen) -> list[str]:
    return [pen.strong(headline(report)), *map(visible, [*remarks(report), *gaps(report)])]
