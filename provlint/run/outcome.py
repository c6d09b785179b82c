"""What a run keeps of each document, and what it takes from standard input."""

from typing import TYPE_CHECKING, NamedTuple

from provlint.model.answers import Answer
from provlint.model.findings import DocumentCount, Judged, LinkPlace
from provlint.model.seen import Seen
from provlint.model.words import Format

if TYPE_CHECKING:
    from provlint.relate.sketch import Sketch
    from provlint.run.wishes import Missing


class Input(NamedTuple):
    """A document that came on standard input, and the path it goes by."""

    data: bytes
    path: str
    format: Format


class Outcome(NamedTuple):
    """What is kept of one document: small, so that it travels between processes cheaply."""

    document: DocumentCount
    addresses: tuple[tuple[str, Answer, LinkPlace], ...]  # masked addresses, answers, places
    judged: Judged
    facts: dict[str, object] | None = None
    text: str = ""  # the source, its secrets covered, where it was asked for
    matches: tuple[dict[str, object], ...] = ()  # what the sources of its quotations say, asked for with the text
    notes: tuple[str, ...] = ()  # what could not be read for it, in sentences
    other_language: str = ""  # of a document that is not in English: what knows English only did not look at it
    sketch: "Sketch | None" = None  # what other documents are related to it by; None if no rule asks
    missing: "tuple[Missing, ...]" = ()  # what the web must be asked before it can be judged
    seen: Seen | None = None  # what all this rests on; None when nobody will ask whether it still holds
