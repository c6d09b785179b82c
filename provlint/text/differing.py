"""A quotation and its match → both wordings around where they first differ, the difference between marks."""

from provlint.model.matches import Match, MatchEdit

_AROUND = 40  # characters shown on either side of a difference
_LONGEST = 90  # characters of a difference that are shown
OPEN, CLOSE = "⟨", "⟩"


def unmarked(match: Match) -> list[MatchEdit]:
    """The differences that nothing in the quotation shows; an end that comes too early is one."""
    return [edit for edit in match.difference if not edit.marked]


def both_wordings(quotation: str, match: Match) -> tuple[str, str]:
    """The quotation's words and the source's around the first difference; ("", "") where there is none to show."""
    edits = unmarked(match) or list(match.difference)
    if not edits:
        return "", ""
    edit = edits[0]
    before, after = _before(quotation[: edit.start]), _after(quotation[edit.end :])
    if edit.kind == "cut":
        return f"{before}{OPEN}{CLOSE}".strip(), f"{before}{OPEN}{_cut(edit.source)}{CLOSE}".strip()
    inner = quotation[edit.start : edit.end]
    gap = " " if not inner and after[:1].isalnum() else ""
    return (
        " ".join(f"{before}{OPEN}{_cut(inner)}{CLOSE}{gap}{after}".split()),
        " ".join(f"{before}{'' if inner else ' '}{OPEN}{_cut(edit.source)}{CLOSE}{gap}{after}".split()),
    )


def _before(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return "…" + text[-_AROUND:].partition(" ")[2]


def _after(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return text[:_AROUND].rpartition(" ")[0] + "…"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + "…"
