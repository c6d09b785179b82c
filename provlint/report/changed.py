"""What changed between two checks → text: when, what was edited, which findings are gone, how many there are now."""

from collections.abc import Sequence

from provlint.model.findings import Finding, Report
from provlint.report.commands import inert, shown_path
from provlint.report.summary import listing, quantity, severities
from provlint.report.terminal import Pen
from provlint.text.visible import cut, visible

_NAMED = 3  # paths that changed
_GONE = 20  # findings that are gone


def opening(when: str, paths: Sequence[str], *, color: bool) -> str:
    """The line above what changed: `when` it was seen, and the files that were edited."""
    names = [cut(shown_path(path)) for path in paths[:_NAMED]]
    more = [f"{len(paths) - _NAMED:,} more"] * (len(paths) > _NAMED)
    return inert("\n" + Pen(color, None).strong(f"{when}  {listing([*names, *more])} changed") + "\n")


def closing(report: Report, new: Sequence[Finding], gone: Sequence[Finding], *, color: bool) -> str:
    """The lines below the new findings: those that are gone, then how many of each kind there are."""
    pen = Pen(color, None)
    lines = [
        pen.faint(f"gone: {shown_path(one.path)}:{one.line}: {visible(f'{one.id} {one.rule}: {one.message}')}")
        for one in gone[:_GONE]
    ]
    if len(gone) > _GONE:
        lines.append(pen.faint(f"gone: {len(gone) - _GONE:,} more"))
    told = f"{len(new):,} new, {len(gone):,} gone" if new or gone else "Nothing new"
    left = severities(report.findings) or "no findings"
    lines.append(f"{told}; {left} in {quantity(len(report.documents), 'document')}.")
    return inert("".join(line + "\n" for line in lines))
