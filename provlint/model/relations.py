"""Relations: what holds between two places of a run, in one document or in two. Offsets as in `model.document`."""

from typing import NamedTuple

from provlint.model.facts import Speaker
from provlint.model.words import DifferenceKind, RelationKind


class RelatedWords(NamedTuple):
    """One side of a relation: where its words stand, the words as rendered, and whom they are given to."""

    path: str
    start: int
    end: int
    line: int
    column: int
    text: str
    speaker: Speaker | None = None
    sources: tuple[str, ...] = ()  # addresses, keys and names of the sources in scope


class Difference(NamedTuple):
    """One stretch of words in which two sides differ; `here` or `there` is "" where it has none."""

    kind: DifferenceKind
    here: str
    there: str
    marked: bool  # by its writer: in brackets, with an ellipsis, or as nothing but the end of a quotation


class Relation(NamedTuple):
    """The words `here` stand `there` too, but for `differences` or for who says them; a finding stands `here`."""

    kind: RelationKind
    here: RelatedWords
    there: RelatedWords
    matched: int  # words both have
    differences: tuple[Difference, ...]
    respoken: bool  # the two name different speakers
