"""Quotations compared with the pages they are taken from, as rules see them. Shapes as in `records`."""

from typing import Annotated, NamedTuple

from provlint.model.words import Format, MatchKind, SourcePlace, SourceScopeTold, VerifiedKind


class MatchRecord(NamedTuple):
    """A quotation, a block quotation or a pasted excerpt, and what its source says of it."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[MatchKind, "what was found, in one word"]
    what: Annotated[VerifiedKind, "what stands in the document"]
    text: Annotated[str, "the quoted words as rendered, cut at 200 characters"]
    source: Annotated[str, "the address or path of the source, secrets masked"]
    source_scope: Annotated[SourceScopeTold, "how near the source stands"]
    source_place: Annotated[SourcePlace, "what of the quotation the source stands on"]
    reason: Annotated[str, "why the word is what it is, as words for a sentence; empty when the word says all"]
    quoted_words: Annotated[str, "the document's words around the first difference, the difference in \u27e8\u27e9"]
    source_words: Annotated[str, "the source's words around the first difference, the difference in \u27e8\u27e9"]
    passage: Annotated[str, "the source's words for the whole quotation"]
    ending: Annotated[str, "the clause of the source that limits the quotation, where it is clipped"]
    difference_count: Annotated[int, "differences that nothing in the quotation shows"]
    word_count: Annotated[int, "words of the quotation, insertions left out"]
    matched_percent: Annotated[int, "per cent of them that stand in the passage"]
    share: Annotated[int, "per cent of the page's article that an excerpt holds"]
    short: Annotated[bool, "too few words to tell them from chance"]
    speaker: Annotated[str, "whom the document gives the words to"]
    source_speaker: Annotated[str, "whom the source gives the words to"]
    respoken: Annotated[bool, "document and source name different people"]
    source_title: Annotated[str, "the title of the page"]
    source_date: Annotated[str, "the date of the page"]
