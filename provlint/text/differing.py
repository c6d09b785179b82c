"""A quotation and its match → both wordings side by side, stretch by stretch, and around where they differ."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from provlint.model.matches import Match, MatchEdit

_AROUND = 40  # characters shown on either side of a difference
_LONGEST = 90  # characters of a difference that are shown
_MOST = 220  # characters after which no further difference is shown
_ENDS = 100  # characters of a passage that are shown at either end
OPEN, CLOSE = "⟨", "⟩"
_SEAM = re.compile(r"…|\.\s?\.\s?\.")

StretchKind = Literal["same", "changed", "marked"]


class Stretch(NamedTuple):
    """Words of the quotation and what the source has in their place; `marked` is what the writer shows to differ."""

    quoted: str
    source: str
    kind: StretchKind


def unmarked(match: Match) -> list[MatchEdit]:
    """The differences that nothing in the quotation shows; an end that comes too early is one."""
    return [edit for edit in match.difference if not edit.marked]


def stretches(quotation: str, match: Match) -> list[Stretch]:
    """The whole quotation beside the source's words; where both agree, in the quotation's typography."""
    found: list[Stretch] = []
    last = 0
    for edit in match.difference:
        start = max(last, edit.start)
        if start > last:
            found.append(Stretch(quotation[last:start], quotation[last:start], "same"))
        last = max(last, edit.end)
        found.append(Stretch(quotation[start:last], edit.source, "marked" if edit.marked else "changed"))
    if last < len(quotation):
        found.append(Stretch(quotation[last:], quotation[last:], "same"))
    return found


def both_wordings(quotation: str, match: Match) -> tuple[str, str]:
    """The quotation's words and the source's around the differences; ("", "") where there is none to show.

    What nothing in the quotation shows comes first; where all is marked, the marked differences are shown.
    """
    parts = stretches(quotation, match)
    kind: StretchKind = "changed" if any(part.kind == "changed" for part in parts) else "marked"
    told = [number for number, part in enumerate(parts) if part.kind == kind]
    if not told:
        return _seam(quotation, match) if match.kind == "spliced" and match.passage else ("", "")
    quoted, source = zip(*_shown(parts, told, kind), strict=True)
    return _joined(quoted), _joined(source)


def _shown(parts: Sequence[Stretch], told: Sequence[int], kind: StretchKind) -> Iterator[tuple[str, str]]:
    """Both wordings, piece by piece: from a little before the first difference to a little after the last one."""
    length = 0
    for number in range(max(0, told[0] - 1), min(len(parts), told[-1] + 2)):
        part = parts[number]
        if part.kind == "same":
            words = _between(part.quoted, number > told[0], told[-1] > number and length < _MOST)
            yield words, words
            length += len(words)
            if number > told[0] and length >= _MOST:
                return
        elif part.kind == kind:
            yield f"{OPEN}{_cut(part.quoted)}{CLOSE}", f"{OPEN}{_cut(part.source)}{CLOSE}"
            length += max(len(part.quoted), len(part.source))
        else:
            yield _cut(part.quoted), _cut(part.source)


def _between(text: str, after: bool, before: bool) -> str:
    """What stands before the first difference, between two of them, or after the last one."""
    if after and before:
        return text if len(text) <= 2 * _AROUND else f"{_after(text)} {_before(text)}"
    return _after(text) if after else _before(text)


def _joined(pieces: Sequence[str]) -> str:
    """Pieces as one text: a blank where two words meet."""
    text = ""
    for piece in pieces:
        meets = text[-1:].isalnum() or text[-1:] in (CLOSE, *",.;:!?")
        text += (" " if meets and (piece[:1].isalnum() or piece[:1] == OPEN) else "") + piece
    return " ".join(text.split())


def _seam(quotation: str, match: Match) -> tuple[str, str]:
    """Where the parts of a quotation meet, and the passage that has them in another order."""
    assert match.passage
    found = _SEAM.search(quotation)
    if not found:
        return "", ""
    quoted = f"{_before(quotation[: found.start()])}{OPEN}{found[0]}{CLOSE}{_after(quotation[found.end() :])}"
    first, apart, second = match.passage.text.partition(" […] ")
    if apart:
        return quoted, f"{_ends(first)} {OPEN}…{CLOSE} {_ends(second)}"
    return quoted, _ends(match.passage.text)


def _ends(text: str) -> str:
    if len(text) <= 2 * _ENDS:
        return text
    return f"{text[:_ENDS].rpartition(' ')[0]} … {text[-_ENDS:].partition(' ')[2]}"


def _before(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return "…" + text[-_AROUND:].partition(" ")[2]


def _after(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    return text[:_AROUND].rpartition(" ")[0] + "…"


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0] + "…"
