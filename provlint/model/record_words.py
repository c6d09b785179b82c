"""Quotations, attributions, claims and phrases, as rules see them. Shapes as in `records`."""

from typing import Annotated, NamedTuple

from provlint.model.words import (
    BlockKind,
    Elision,
    Format,
    Genre,
    PhraseKind,
    QuotationKind,
    RelationKind,
    SourceKindTold,
    SourceScopeTold,
    SpeakerClue,
    SpeakerKind,
    SpeakerKindTold,
)


class QuotationRecord(NamedTuple):
    """A quotation: words between marks, or a block quotation. Of an utterance in several parts each part is one."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[QuotationKind, "what it is: term is a name, a title or a scare quote, and quotes nobody"]
    text: Annotated[str, "the quoted words as rendered, cut at 200 characters"]
    word_count: Annotated[int, "words in it; in all parts of the utterance for its first part"] = 0
    part: Annotated[int, "1 for the first or only part of an utterance, 2 for the next…"] = 1
    part_count: Annotated[int, "how many parts the utterance has"] = 1
    depth: Annotated[int, "how many quotations it stands inside"] = 0
    holds: Annotated[int, "how many quotations, terms left out, stand inside it"] = 0
    block: Annotated[BlockKind, "the kind of the block it stands in; of a block quotation its own"] = "other"
    alone: Annotated[bool, "it fills its paragraph, and no quotation stands in those above and below"] = False
    in_heading: Annotated[bool, "it stands in a heading or a title"] = False
    in_quote: Annotated[bool, "it stands in a block quotation"] = False
    in_post: Annotated[bool, "it stands in a pasted post"] = False
    in_excerpt: Annotated[bool, "it stands in a pasted article"] = False
    introduced: Annotated[bool, "it follows a heading, or a paragraph that ends in a colon or a question mark"] = False
    source_above: Annotated[bool, "a link, footnote or citation stands in the paragraph right above"] = False
    signed: Annotated[bool, "the line below opens with a dash, as signatures do"] = False
    turn: Annotated[bool, "it is a turn of an interview or transcript"] = False
    author: Annotated[str, "who wrote the post or pasted article it stands in"] = ""
    speaker: Annotated[str, "who speaks, as written; empty when nothing tells"] = ""
    speaker_name: Annotated[str, "the fullest name of the speaker in the document"] = ""
    speaker_kind: Annotated[SpeakerKindTold, "what the speaker is told by; empty when nothing tells"] = ""
    who: Annotated[str, "the speaker for a sentence: the full name, else the words as written; never empty"] = (
        "somebody unnamed"
    )
    role: Annotated[str, "the last word of what the speaker is called, in lower case: official, experts"] = ""
    clue: Annotated[SpeakerClue, "by which way the speaker was told"] = "none"
    own_words: Annotated[bool, "the speaker is whoever writes or reads: I, we, you, one"] = False
    cue: Annotated[str, "the word that gives the words to the speaker"] = ""
    outlet: Annotated[str, "the outlet it was said to, by its canonical name"] = ""
    venue: Annotated[
        str, "an outlet or a dated document that the sentence names as the place of the words, as written"
    ] = ""
    relay: Annotated[str, "who passed the words on, where the sentence says so"] = ""
    source_count: Annotated[int, "sources in scope of any part of the utterance"] = 0
    source: Annotated[str, "the nearest of them: its address or key, secrets masked"] = ""
    source_host: Annotated[str, "the host of its address"] = ""
    source_kind: Annotated[SourceKindTold, "what it is; empty for none"] = ""
    source_scope: Annotated[SourceScopeTold, "how near it stands; empty for none"] = ""
    times: Annotated[str, "how often the speaker is quoted without a source in the document: once, twice, 3 times…"] = (
        "once"
    )
    occurrence: Annotated[
        int, "1 for the first utterance without a source that names this speaker, 2 for the second…; 0 for a pronoun"
    ] = 0
    sourced_before: Annotated[bool, "words of the same speaker stand further up with a source"] = False
    document_sources: Annotated[int, "links to other sites, footnotes and citations in the whole document"] = 0
    opened: Annotated[bool, "a mark opens it, or the paragraph before goes on in it"] = True
    closed: Annotated[bool, "a mark closes it, or the next paragraph goes on with it"] = True
    inserted: Annotated[
        str, "the words between square brackets in it; between two such insertions stand quotation marks and a comma"
    ] = ""
    inserted_count: Annotated[int, "how many such insertions"] = 0
    elided: Annotated[Elision, "where an ellipsis stands in it; inside before all; empty for none"] = ""
    sic: Annotated[bool, "[sic] stands in it"] = False
    emphasis: Annotated[bool, "it is said that emphasis was added"] = False


class AttributionRecord(NamedTuple):
    """Words or facts that are given to a source without quotation marks: "officials said that …"."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    text: Annotated[str, "the attributed words as written, cut at 200 characters"]
    word_count: Annotated[int, "words in it"]
    speaker: Annotated[str, "whom they are given to, as written"]
    speaker_name: Annotated[str, "the fullest name of the speaker in the document"]
    speaker_kind: Annotated[SpeakerKind, "what the speaker is told by"]
    who: Annotated[str, "the speaker for a sentence: the full name, else the words as written; never empty"]
    own_words: Annotated[bool, "the speaker is whoever writes or reads: I, we, you, one"]
    cue: Annotated[str, "the word that gives the words to the speaker"]
    source_count: Annotated[int, "sources in scope"]
    source: Annotated[str, "the nearest of them: its address or key, secrets masked"]
    source_kind: Annotated[SourceKindTold, "what it is; empty for none"]
    source_scope: Annotated[SourceScopeTold, "how near it stands; empty for none"]
    document_sources: Annotated[int, "links to other sites, footnotes and citations in the whole document"]


class ClaimRecord(NamedTuple):
    """A sentence that states something a reader could check."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    text: Annotated[str, "the sentence as written, cut at 200 characters"]
    score: Annotated[float, "how much it needs a source, 0 to 1, whatever stands beside it"]
    reasons: Annotated[
        str,
        "why it needs one, joined by a comma: statistic, dated-event, change, record, ranking, cause, study, law,"
        " money, casualty, report",
    ]
    figure: Annotated[bool, "it gives a figure: a statistic, a sum of money, the number of victims"]
    superlative: Annotated[bool, "it gives a rank or a record"]
    source_count: Annotated[int, "its sources: links, notes, citations, identifiers, named persons and documents"]
    social: Annotated[str, "the social network that all its sources are posts on; empty if there are others, or none"]
    genre: Annotated[Genre, "what the document is for"]


class PhraseRecord(NamedTuple):
    """Words that hide who, when or where."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[PhraseKind, "what they hide"]
    text: Annotated[str, "the words, cut at 200 characters"]
    sourced: Annotated[bool, "a link, note or citation stands in their sentence"]


class RelationRecord(NamedTuple):
    """A quotation whose words stand elsewhere too: quoted in another place, or unquoted where they come from."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[RelationKind, "whether the words are quoted elsewhere too, or stand there unquoted"]
    text: Annotated[str, "the quotation, cut at 200 characters"]
    speaker: Annotated[str, "whom the words are given to here"]
    sources: Annotated[str, "what stands behind them here, joined by a comma"]
    differences: Annotated[str, 'what differs, as the end of a sentence that begins "this quotation"']
    unmarked_count: Annotated[int, "differences that no bracket or ellipsis shows"]
    marked_count: Annotated[int, "differences shown by brackets or an ellipsis, and an end that comes earlier"]
    word_count: Annotated[int, "words that both have"]
    respoken: Annotated[bool, "the two are given to different people, each by a word like said"]
    same_document: Annotated[bool, "both stand in one document"]
    other_path: Annotated[str, "the path of the document where the words stand too"]
    other_line: Annotated[int, "the line where they stand there"]
    other_place: Annotated[str, "where they stand, as words: on line 12, or with the path before it"]
    other_text: Annotated[str, "the words as they stand there, cut at 200 characters"]
    other_speaker: Annotated[str, "whom they are given to there"]
    other_sources: Annotated[str, "what stands behind them there, joined by a comma"]
