"""What documents hold, kept while they wait for what the web says, so that few are read twice."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from provlint.model.answers import Answer
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.model.seen import Seen

if TYPE_CHECKING:
    from provlint.relate.sketch import Sketch

_ROOM = 400_000  # characters of documents: their facts take some fifty times as many bytes


class Unjudged(NamedTuple):
    """A document and what it holds, with what the repository answers."""

    document: Document
    facts: Facts
    notes: tuple[str, ...]  # what could not be read for it, in sentences
    answers: Mapping[str, Answer]
    sketch: "Sketch | None"  # what other documents are related to it by; None if no rule asks
    seen: Seen | None = None  # what all this rests on; None when nobody will ask whether it still holds


class Waiting:
    """The documents of one process that wait, as many as there is room for: the others are read once more."""

    def __init__(self) -> None:
        self._room = _ROOM
        self._kept: dict[str, Unjudged] = {}

    def put(self, unjudged: Unjudged) -> None:
        """Keep a document, if there is room."""
        size = len(unjudged.document.source)
        if size <= self._room:
            self._room -= size
            self._kept[unjudged.document.path] = unjudged

    def take(self, path: str) -> Unjudged | None:
        """The document, which is not kept any longer; None for one that was not."""
        unjudged = self._kept.pop(path, None)
        if unjudged:
            self._room += len(unjudged.document.source)
        return unjudged
